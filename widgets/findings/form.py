"""Writing down a finding: what is wrong, who puts it right until when, pictures, a red tag. By keyboard alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.app.queries.findings import found_before
from console.app.queries.rounds import FindingShown
from console.domain.actions import DAYS, TITLE_MOST, Priority
from console.domain.commands import Command
from console.domain.commands.actions import MakeAction
from console.domain.commands.audits import AddFinding, TagThing
from console.domain.errors import Refusal
from console.domain.findings import SOURCE
from console.domain.ids import new_id
from widgets.actions.known import now_of, people_entries, today_at
from widgets.attachments.later import while_there
from widgets.attachments.strip import AttachmentStrip
from widgets.audits.places import Places
from widgets.audits.words import day_words
from widgets.calls.form import Paragraph
from widgets.cards import Button, Choice, Entry, Text, Tick
from widgets.findings.owners import owner_at
from widgets.findings.words import FindingCounts, closing_word
from widgets.orders.dialog import OrderDialog, offer
from widgets.people.fields import Field, Said
from widgets.people.signing import why_not
from widgets.plain import plain, plain_block
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDE, TAG_DAYS = 720, 7
ENTERS = ("place", "text", "owner", "due", "thing", "quantity", "number", "tag_owner", "decide_by")  # Enter goes on
NOBODY = "-"


def day_typed(typed: str, today: date) -> date | None:
    """A day as it is typed: 2026-11-28, or +7 for in seven days; None for none."""
    typed = typed.strip()
    try:
        return today + timedelta(days=int(typed)) if 0 < len(typed) < 5 else date.fromisoformat(typed)
    except (ValueError, OverflowError):
        return None


class FindingForm(OrderDialog):
    """`kept` carries the id of the finding once it is written, also where what follows from it was refused."""

    kept = Signal(str)

    def __init__(
        self, console: Console, parent: QWidget | None, place: str, run: str = "", item: str = "", title: str = ""
    ) -> None:
        super().__init__(console, parent, "check", WIDE)
        self.finding, self._action, self._tag = new_id(), new_id(), new_id()
        self._run, self._item, self._title, self._given_place = run, item, title, place
        self._written = self._acted = self._tagged = self._told = False
        self._step = ""
        self._places = Places(console)
        self._due_typed = self._tag_owner_chosen = False
        self.earlier: tuple[FindingShown, ...] = ()
        self.place: Field[QWidget] = Field(Choice())
        self.text, self.owner, self.due = Paragraph(), Choice(), Entry()
        self.serious, self.tag = Tick(), Tick()
        self.repeat, self.bare = Said(), Said()
        self.show_repeat, self.repeated = Button("history", self._turn_repeat), Text("text_muted", 13, wrap=True)
        self.show_repeat.setCheckable(True)
        self.thing, self.quantity, self.number = Entry(), Entry("1"), Entry()
        self.tag_owner, self.decide_by = Choice(), Entry(f"+{TAG_DAYS}")
        self.strip = AttachmentStrip(console, SOURCE, "", place) if console.attachments is not None else None
        self.fields = {
            "place": self.place,
            **{name: Field(getattr(self, name)) for name in ENTERS if name != "place"},
        }
        self._lay_out()
        self._fill()
        self._connect()
        if self.strip is not None:
            self.strip.hold(self.finding)
        self.retranslate()
        self._look_back()
        self.fit()
        (self.text if place else self.place.control).setFocus(Qt.FocusReason.OtherFocusReason)

    # What is known

    @property
    def where(self) -> str:
        """Where it is."""
        control = self.place.control
        assert isinstance(control, Choice)
        return self._given_place or str(control.currentData() or "")

    @property
    def today(self) -> date:
        """The day it is there."""
        return today_at(self._console, self.where)

    @property
    def priority(self) -> Priority:
        """How urgent what follows from it is."""
        return Priority.URGENT if self.serious.isChecked() else Priority.NORMAL

    # Keeping

    def submit(self) -> None:
        """Write the finding, then the action, then the tag; what is written already is not written again."""
        if self._written and self.strip is not None and self._all_done:
            self.accept()  # only pictures are left, and what is wrong with them was said
            return
        self.refuse_nothing()
        if self._fits():
            self._next()

    @property
    def _all_done(self) -> bool:
        acted = self._acted or self.owner.currentData() == NOBODY
        return self._written and acted and (self._tagged or not self.tag.isChecked())

    def _fits(self) -> bool:
        tag = self.tag.isChecked() and not self._tagged
        acts = self.owner.currentData() != NOBODY and not self._acted
        tests = (
            ("place", bool(self.where), self.tr("Choose where it is.")),
            ("text", bool(self.text.toPlainText().strip()), self.tr("Say what is wrong, in a few words.")),
            ("due", not acts or self._due is not None, self._day_words()),
            ("thing", not tag or bool(self.thing.text().strip()), self.tr("Say what it is that nobody needs here.")),
            ("quantity", not tag or self._quantity > 0, self.tr("Type how many there are, like 1.")),
            ("decide_by", not tag or self._decide_by is not None, self._day_words()),
        )
        wrong = next(((name, why) for name, fits, why in tests if not fits), None)
        return not (wrong and self.wrong(*wrong))

    def _next(self) -> None:
        text, where = self.text.toPlainText().strip(), self.where
        command: Command
        if not self._written:
            self._step = "written"
            command = AddFinding(
                self.finding, where, text, self.serious.isChecked(), self._run, self._item if self._run else ""
            )
        elif not self._acted and self.owner.currentData() != NOBODY:
            self._step = "acted"
            command = self._make_action(text, where)
        elif self.tag.isChecked() and not self._tagged:
            self._step = "tagged"
            assert self._decide_by is not None
            command = TagThing(
                self._tag, where, self.thing.text(), str(self.tag_owner.currentData() or ""), self._decide_by,
                self._quantity, text, self.number.text(), self.finding,
            )  # fmt: skip
        else:
            self._finish()
            return
        self._one.give(command, while_there(self, self._went_on), while_there(self, self.refused))

    def _make_action(self, text: str, where: str) -> MakeAction:
        first = " ".join(text.partition("\n")[0].split())
        more = text if len(first) > TITLE_MOST or "\n" in text else ""
        assert self._due is not None
        return MakeAction(
            self._action, where, first[:TITLE_MOST], str(self.owner.currentData()), self._due, more, self.priority,
            SOURCE, self.finding,
        )  # fmt: skip

    def _went_on(self, _: object) -> None:
        setattr(self, f"_{self._step}", True)
        if self._step == "written":
            for part in (self.text, self.serious, self.place):
                part.setEnabled(False)  # it is written; the rest can still be put right
            if self.strip is not None:
                self.strip.release()
        self._next()

    def refused(self, refusal: Refusal) -> None:
        """Say why beside the field; what was written stays written, and is said."""
        name = str(refusal.facts.get("field", ""))
        name = {"acted": {"title": "text"}, "tagged": {"owner": "tag_owner"}}.get(self._step, {}).get(name, name)
        words = words_of(refusal)
        if not self.wrong(name, words):
            self.said.say(words)
        if self._written:
            self.said.say(self.tr("The finding is kept. What follows from it was refused: {0}").format(words))
            self._tell()

    def _finish(self) -> None:
        self._tell()
        if self.strip is None or not self.strip.busy:
            self.accept()
            return
        self.said.warn(self.tr("The finding is kept. Its pictures are on their way."))
        self.go.name(self.tr("Close"))
        self.leave.setVisible(False)

    def _tell(self) -> None:
        if not self._told:
            self._told = True
            self.kept.emit(self.finding)

    def _pictures_done(self) -> None:
        if self._all_done and self._told:
            self.accept()

    def reject(self) -> None:
        """Leave it; a finding that is written stays, and what is on its way comes first."""
        if self._one.going:
            return
        if self._written:
            self._tell()
        super().reject()

    # Inside

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter goes on to the next field, with Ctrl it keeps."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            self._go_on()

    def _go_on(self) -> None:
        shown = [self.fields[name].control for name in ENTERS if self.fields[name].isVisibleTo(self)]
        here = self.focusWidget()
        at = shown.index(here) + 1 if here in shown else len(shown)
        self._go_to(shown[at] if at < len(shown) else self.go)

    def _go_to(self, part: QWidget) -> None:
        part.setFocus(Qt.FocusReason.TabFocusReason)
        if part is not self.go:
            self._scroll.ensureWidgetVisible(part, 0, 60)

    def wrong(self, name: str, why: str) -> bool:
        """Mark a field, go there, and bring it into sight."""
        marked = super().wrong(name, why)
        if marked:
            self._scroll.ensureWidgetVisible(self.fields[name], 0, 20)
        return marked

    @property
    def _due(self) -> date | None:
        return day_typed(self.due.text(), self.today)

    @property
    def _decide_by(self) -> date | None:
        return day_typed(self.decide_by.text(), self.today)

    @property
    def _quantity(self) -> int:
        typed = self.quantity.text().strip()
        return int(typed) if typed.isdecimal() and len(typed) < 8 else 0

    def _day_words(self) -> str:
        return self.tr("Type a day like 2026-11-28, or +7 for in seven days.")

    def _fill(self) -> None:
        control = self.place.control
        assert isinstance(control, Choice)
        offer(control, self.tr("Choose a place"), self._places.entries())
        self.place.setVisible(not self._given_place)
        self._offer_people()

    def _offer_people(self) -> None:
        people = people_entries(self._console)
        owner = owner_at(self._console, self.where)
        offer(self.owner, "", [*people, (NOBODY, self.tr("Nobody: no action is made"))], owner)
        offer(self.tag_owner, "", people, str(self.tag_owner.currentData() or "") or owner)
        self._say_due()

    def _connect(self) -> None:
        control = self.place.control
        assert isinstance(control, Choice)
        control.activated.connect(lambda _: self._moved())
        self.text.done.connect(self.submit)
        self.text.installEventFilter(self)
        self.serious.toggled.connect(lambda _: self._say_due())
        self.due.textEdited.connect(lambda _: setattr(self, "_due_typed", True))
        self.owner.currentIndexChanged.connect(lambda _: self._say_bare())
        self.tag.toggled.connect(self._show_tag)
        self.text.textChanged.connect(self._say_repeat)
        if self.strip is not None:
            self.strip.quiet.connect(self._pictures_done)
            self.text.pictured.connect(self.strip.take)

    def eventFilter(self, watched: QWidget, event: object) -> bool:  # noqa: N802
        """Enter in the text goes on; with Shift it begins a new line."""
        if isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress and watched is self.text:
            held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
                self._go_on()
                return True
        return False

    def _moved(self) -> None:
        if self.strip is not None:
            self.strip.lie_at(self.where)
        self._offer_people()
        self._look_back()
        self._allow()

    def _say_due(self) -> None:
        if not self._due_typed:
            self.due.setText(f"+{DAYS[self.priority]}")
        self._say_bare()

    def _say_bare(self) -> None:
        nobody = self.owner.currentData() == NOBODY
        self.fields["due"].setVisible(not nobody)
        self.bare.warn(
            self.tr("Nobody will answer for it: it stays marked in the list until somebody does.") if nobody else ""
        )

    def _show_tag(self, on: bool) -> None:
        for name in ("thing", "quantity", "number", "tag_owner", "decide_by"):
            self.fields[name].setVisible(on)
        self.fit()
        if on:
            self._go_to(self.thing)

    # What was found before

    def _look_back(self) -> None:
        if self._run and self._item:
            ask = found_before(self._run, self._item, self.where, now_of(self._console))
            self._console.office.ask(ask, while_there(self, self._found), lambda _: None)

    def _found(self, earlier: tuple[FindingShown, ...]) -> None:
        self.earlier = earlier
        self._say_repeat()

    def _say_repeat(self) -> None:
        shown = bool(self.earlier)
        self.show_repeat.setVisible(shown)
        if not shown:
            self.repeat.say("")
            self.repeated.hide()
            return
        last = self.earlier[0]
        when = day_words(last.finding.made, self._places.now(), self._places.zone())
        words = self.tr("A repeat: {0}, last {1}.")
        self.repeat.warn(words.format(FindingCounts().again(len(self.earlier)), when))
        self.show_repeat.name(self.tr("Show what was found before"))
        zone, now = self._places.zone(), self._places.now()
        lines = []
        for one in self.earlier[:3]:
            parts = (day_words(one.finding.made, now, zone), one.owner or one.who, closing_word(one.closing))
            told = " · ".join(plain(part, 60) for part in parts if part)
            lines.append(f"{told}\n{plain_block(one.finding.text, 400)}")
        self.repeated.say("\n".join(lines))
        self.repeated.setVisible(self.show_repeat.isChecked())

    def _turn_repeat(self) -> None:
        self._say_repeat()
        self.fit()

    # How it is made

    def _allow(self) -> None:
        why = why_not(self._console, AddFinding, place=self.where)
        self.go.setEnabled(not why)
        self.go.name(self.tr("Keep it"), why or self.tr("Ctrl+Enter"))
        no_action = why_not(self._console, MakeAction, place=self.where)
        self.owner.setToolTip(no_action)
        no_tag = why_not(self._console, TagThing, place=self.where)
        self.tag.setEnabled(not no_tag)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Finding"))
        self.heading.say(plain(self._title, 200) or self.tr("Write down a finding"))
        where = self._places.words(self._given_place) if self._given_place else ""
        keys = self.tr("Enter goes on, Ctrl+Enter keeps it.")
        self.how.say(f"{where} · {keys}" if where else keys)
        names = {
            "place": (self.tr("&Where"), ""),
            "text": (self.tr("What is wrong"), ""),
            "owner": (self.tr("Who puts it right (&O)"), ""),
            "due": (self.tr("&Due"), self.tr("A day like 2026-11-28, or +7 for in seven days.")),
            "thing": (self.tr("T&hing"), ""),
            "quantity": (self.tr("&Quantity"), ""),
            "number": (self.tr("&Number on the card"), ""),
            "tag_owner": (self.tr("Who d&ecides"), ""),
            "decide_by": (self.tr("Decide &by"), self.tr("A day like 2026-11-28, or +7 for in seven days.")),
        }
        for name, field in self.fields.items():
            field.name(*names[name])
        self.serious.setText(self.tr("&Serious: it endangers people or the product"))
        self.tag.setText(self.tr("Put a red &tag on something that nobody needs here"))
        for tick in (self.serious, self.tag):
            tick.setAccessibleName(tick.text().replace("&", ""))
        self.leave.name(self.tr("Cancel"))
        self._allow()
        self._say_bare()
        self._say_repeat()

    def _lay_out(self) -> None:
        def row(*parts: tuple[QWidget, int]) -> None:
            line = QHBoxLayout()
            line.setSpacing(10)
            for part, stretch in parts:
                line.addWidget(part, stretch, Qt.AlignmentFlag.AlignTop)
            self.body.addLayout(line)

        fields = self.fields
        for part in (self.place, fields["text"], self.repeat):
            self.body.addWidget(part)
        self.body.addWidget(self.show_repeat, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.repeated)
        self.body.addWidget(self.serious)
        row((fields["owner"], 2), (fields["due"], 1))
        self.body.addWidget(self.bare)
        if self.strip is not None:
            self.body.addWidget(self.strip)
        self.body.addWidget(self.tag)
        row((fields["thing"], 3), (fields["quantity"], 1), (fields["number"], 1))
        row((fields["tag_owner"], 2), (fields["decide_by"], 1))
        for name in ("thing", "quantity", "number", "tag_owner", "decide_by"):
            fields[name].hide()
        self.repeated.hide()
        self.show_repeat.hide()
