"""One category in the side panel: everything that decides how its calls go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.andon import Category, Severity
from console.domain.andon_refusals import CategoryUnfit, CauseNamed
from console.domain.commands.andon import AddCategory, ChangeCategory
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.horn import SOUNDS
from console.domain.ids import new_id
from console.domain.people import NAME_MOST
from console.domain.plant import Plant
from widgets.attachments.later import while_there
from widgets.calls.naming import severity_word
from widgets.callsetup.asks import Asks
from widgets.callsetup.causes import Causes
from widgets.callsetup.reading import why_not_at
from widgets.callsetup.rungs import Rungs, seconds_of
from widgets.callsetup.setupwords import sound_word
from widgets.cards import Button, Card, Choice, Entry, Text, Tick
from widgets.numbers import measured
from widgets.people.fields import Field, Said, scrolled
from widgets.people.grants import RoleChoice
from widgets.people.signing import OneByOne
from widgets.people.words import place_words
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

ORDER_MOST, REPEATS_MOST = 999, 999
WITHIN = ("acknowledge_within", "arrive_within", "resolve_within")
AT = {"called": "name", "cause": "causes"}  # where a refusal's own word for a field is not the category's


class CategoryCard(Card):
    """`kept` carries the id of a category that was saved, `left` when the form is closed, `stale`: read again."""

    kept = Signal(str)
    left = Signal()
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._shown: Kept[Category] | None = None
        self._category = Category("", "")
        self._plant: Plant | None = None
        self._why_stale = ""
        self._giving = OneByOne(self, console)
        self.called, self.order, self.repeats = Field(Entry()), Field(Entry()), Field(Entry())
        self.area, self.severity, self.owner = Field(Choice()), Field(Choice()), Field(RoleChoice())
        self.verified, self.review, self.sound = Field(Choice()), Field(Choice()), Field(Choice())
        self.ladder, self.causes, self.asks = Field(Rungs()), Field(Causes()), Field(Asks())
        self.within = {name: Field(Entry()) for name in WITHIN}
        self.around, self.cause, self.countermeasure, self.active = Tick(), Tick(), Tick(), Tick()
        self.heads = [Text("text", 13, 600) for _ in range(5)]
        self.said = Said()
        self.save, self.cancel = Button("", self.submit, primary=True), Button("", self._leave)
        self.fields: dict[str, Field[Any]] = {
            "name": self.called,
            "area": self.area,
            "ladder": self.ladder,
            "causes": self.causes,
            "asks": self.asks,
            "review_repeats": self.repeats,
            "order": self.order,
            **self.within,
        }
        self._limit()
        self._lay_out()
        self.retranslate()

    # Showing

    def add(self, category: Category, plant: Plant) -> None:
        """Begin a new category from this one, whose id is new."""
        self._fill(None, category, plant)
        first = self.area if category.name else self.called
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_category(self, kept: Kept[Category], plant: Plant) -> None:
        """Show one; what is typed stays where it is the same one."""
        before = self._shown
        if before is None or (before.value.id, before.version) != (kept.value.id, kept.version) or before != kept:
            self._fill(kept, kept.value, plant)
        self.allow()

    @property
    def category(self) -> str:
        """Id of the category that is shown, "" for a new one."""
        return self._shown.value.id if self._shown else ""

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        places = {self._chosen(self.area), *([self._shown.value.area] if self._shown else [])}
        why = why_not_at(self._console, ChangeCategory if self._shown else AddCategory, *places)
        words = self.tr("Save") if self._shown else self.tr("Add")
        self.save.name(words, why or words)
        self.save.setEnabled(not why)

    def _fill(self, shown: Kept[Category] | None, category: Category, plant: Plant) -> None:
        self._shown, self._category, self._plant = shown, category, plant
        self._offer(category)
        self.called.control.setText(category.name)
        self.owner.control.choose(category.owner)
        self.ladder.control.show_ladder(category.ladder)
        self.causes.control.show_causes(category.causes)
        self.asks.control.show_asks(category.asks)
        for name, field in self.within.items():
            field.control.setText(measured(getattr(category, name) / 60))
        self.repeats.control.setText(str(category.review_repeats))
        self.order.control.setText(str(category.order))
        ticks = (self.around, self.cause, self.countermeasure, self.active)
        told = (category.around_clock, category.needs_cause, category.needs_countermeasure, category.active)
        for tick, on in zip(ticks, told, strict=True):
            tick.setChecked(on)
        self.active.setVisible(shown is not None)
        self.refuse_nothing()
        self.said.say(self._why_stale)  # what is shown now is what somebody else saved
        self._why_stale = ""
        self.retranslate()

    def _offer(self, category: Category) -> None:
        severities = [severity.value for severity in Severity]
        areas = ["", *(area.id for area in self._plant.areas())] if self._plant else [""]
        for field, keys, chosen in (
            (self.area, areas, category.area),
            (self.severity, severities, category.severity.value),
            (self.verified, severities, category.verified_from.value),
            (self.review, severities, category.review_from.value),
            (self.sound, ["", *SOUNDS], category.sound),
        ):
            field.control.clear()
            for key in [*keys, *([chosen] if chosen not in keys else [])]:
                field.control.addItem("", key)
            field.control.setCurrentIndex(field.control.findData(chosen))

    # Doing

    def submit(self) -> None:
        """Save what the form says."""
        self.refuse_nothing()
        category = self._told()
        if category is None:
            return
        id = category.id
        if self._shown is None:
            self._giving.give(AddCategory(category), self._later(lambda: self._kept(id)), self._no)
        else:
            change = ChangeCategory(category, self._shown.version)
            self._giving.give(change, self._later(lambda: self._kept(id)), self._no)

    def refuse_nothing(self) -> None:
        """Take back what was said."""
        self.said.say("")
        for field in self.fields.values():
            field.refuse("")

    def _told(self) -> Category | None:
        """The category that the form describes; None where a field was refused already."""
        times = {name: seconds_of(field.control.text()) for name, field in self.within.items()}
        ladder, number = self.ladder.control.ladder, self.tr("Type a number of minutes, like 3 or 0.5.")
        wrong: dict[str, str] = {} if self.called.control.text().strip() else {"name": self.tr("Type a name.")}
        wrong |= {"ladder": number} if ladder is None else {}
        wrong |= {name: number for name, seconds in times.items() if seconds is None}
        if wrong or ladder is None:
            self._refuse(wrong)
            return None
        return replace(
            self._category,
            name=self.called.control.text(),
            area=self._chosen(self.area),
            severity=Severity(self._chosen(self.severity)),
            owner=self.owner.control.role,
            ladder=ladder,
            around_clock=self.around.isChecked(),
            causes=self.causes.control.causes,
            asks=self.asks.control.asks,
            needs_cause=self.cause.isChecked(),
            needs_countermeasure=self.countermeasure.isChecked(),
            verified_from=Severity(self._chosen(self.verified)),
            review_from=Severity(self._chosen(self.review)),
            review_repeats=_number(self.repeats.control.text()),
            sound=self._chosen(self.sound),
            order=_number(self.order.control.text()),
            active=self.active.isChecked(),
            **{name: seconds for name, seconds in times.items() if seconds is not None},
        )

    def _refuse(self, wrong: dict[str, str]) -> None:
        for name, words in wrong.items():
            self.fields[name].refuse(words)
        first = self.fields[next(iter(wrong))].control
        rows = getattr(first, "rows", ())
        (rows[0].first() if rows else first).setFocus(Qt.FocusReason.OtherFocusReason)

    def _later(self, then: Callable[[], None]) -> Callable[[object], None]:
        return while_there(self, lambda _: then())

    def _leave(self) -> None:
        self._shown = None  # what was typed is not there when it is opened again
        self.left.emit()

    def _kept(self, id: str) -> None:
        self._shown = None
        self.kept.emit(id)

    def _no(self, refusal: Refusal) -> None:
        name = str(refusal.facts.get("field", ""))
        field = self.fields.get(AT.get(name, name))
        words = self._unfit(name) if refusal.code == CategoryUnfit.code else ""
        (field.refuse if field else self.said.say)(words or words_of(refusal))
        if refusal.code == CauseNamed.code:
            self.causes.control.bring_back(self._category.causes, str(refusal.facts.get("cause", "")))
        if refusal.code in ("changed_meanwhile", "missing", "already_there"):
            self._why_stale = words_of(refusal)
            self.stale.emit()

    def _unfit(self, field: str) -> str:
        """What a field must keep to."""
        if field in WITHIN:
            return self.tr("At most 30 days (43200 min).")
        return {
            "ladder": self.tr("Each step must come later than the one before it, within 30 days (43200 min)."),
            "review_repeats": self.tr("Type a number from 1 on."),
            "asks": self.tr("A choice needs what can be chosen, divided by commas, each at most 200 characters long."),
        }.get(field, "")

    @staticmethod
    def _chosen(field: Field[Choice]) -> str:
        return str(field.control.currentData() or "")

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(plain(self._shown.value.name, 40) if self._shown else self.tr("Add a category"))
        heads = (self.tr("If nobody answers"), self.tr("Targets"), self.tr("Causes"), self.tr("Red lines"))
        for head, words in zip(self.heads, (*heads, self.tr("Additional fields")), strict=True):
            head.say(words)
        self.called.name(self.tr("&Name"))
        self.area.name(self.tr("&Where"))
        self.severity.name(self.tr("Se&verity"), self.tr("Where nobody and no rule says otherwise."))
        self.owner.name(self.tr("&First to"), self.tr("Those of this role who are on duty are told at once."))
        self.ladder.name(self.tr("Then, one after the other"))
        self.around.setText(self.tr("Around the cloc&k"))
        self.around.setToolTip(self.tr("Breaks and time outside of shifts count too"))
        self.within["acknowledge_within"].name(self.tr("Answered (min)"))
        self.within["arrive_within"].name(self.tr("On site (min)"))
        self.within["resolve_within"].name(self.tr("Resolved (min)"))
        self.causes.name(self.tr("What it can have been"), self.tr("With the big loss and the waste behind it."))
        hint = self.tr("Asked with the cause and the countermeasure. Required: no close without an answer.")
        self.asks.name(self.tr("What else is to be told"), hint)
        self.cause.setText(self.tr("No close without a cause"))
        self.countermeasure.setText(self.tr("No close without a countermeasure"))
        self.verified.name(self.tr("Verified by somebody else from"))
        self.review.name(self.tr("Review from"))
        self.repeats.name(self.tr("or after repeats"))
        self.sound.name(self.tr("S&ound"))
        self.order.name(self.tr("Or&der"))
        self.active.setText(self.tr("&Active: new calls can have it"))
        self.cancel.name(self.tr("Cancel"))
        for tick in (self.around, self.cause, self.countermeasure, self.active):
            tick.setAccessibleName(tick.text().replace("&", ""))
        self._say_choices()
        self.allow()

    def _say_choices(self) -> None:
        for field in (self.severity, self.verified, self.review):
            for row in range(field.control.count()):
                field.control.setItemText(row, severity_word(Severity(field.control.itemData(row))))
        for row in range(self.sound.control.count()):
            self.sound.control.setItemText(row, sound_word(str(self.sound.control.itemData(row))))
        for row in range(self.area.control.count()):
            area = str(self.area.control.itemData(row))
            self.area.control.setItemText(row, place_words(area, self._plant) if area else self.tr("Everywhere"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _limit(self) -> None:
        self.called.control.setMaxLength(NAME_MOST)
        self.order.control.setValidator(QIntValidator(-ORDER_MOST, ORDER_MOST, self))
        self.repeats.control.setValidator(QIntValidator(0, REPEATS_MOST, self))
        for field in (self.area, self.severity, self.verified, self.review, self.sound):
            field.control.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            field.control.setMinimumContentsLength(6)
        self.area.control.currentIndexChanged.connect(lambda _: self.allow())
        for name, field in self.fields.items():
            if isinstance(field.control, Entry):
                field.control.returnPressed.connect(self.submit)
                field.control.textEdited.connect(lambda _, name=name: self.fields[name].refuse(""))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        ladder, targets, causes, red, asks = self.heads
        parts: list[QWidget | QGridLayout] = [
            self.called,
            _beside(self.area, self.severity),
            ladder,
            self.owner,
            self.ladder,
            self.around,
            targets,
            _beside(*self.within.values()),
            red,
            self.cause,
            self.countermeasure,
            self.verified,
            _beside(self.review, self.repeats),
            causes,
            self.causes,
            asks,
            self.asks,
            _beside(self.sound, self.order),
            self.active,
        ]
        for part in parts:
            if isinstance(part, QWidget):
                column.addWidget(part)
            else:
                column.addLayout(part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.body.addWidget(scrolled(inside), 1)
        self.body.addWidget(self.said)
        self.body.addLayout(row)


def new_category(order: int, like: Category | None = None) -> Category:
    """A category with a new id: empty, or a copy that the area is still to be chosen for."""
    return replace(like, id=new_id(), order=order) if like else Category(new_id(), "", order=order)


def _beside(*fields: QWidget) -> QGridLayout:
    """Fields in one line, equally wide."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    for column, field in enumerate(fields):
        grid.addWidget(field, 0, column, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(column, 1)
    return grid


def _number(text: str) -> int:
    """A number that the validator let through, which may be unfinished."""
    try:
        return int(text)
    except ValueError:
        return 0
