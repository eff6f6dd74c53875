"""One duty in the side panel: who, in which role, where, in which shift, on which days, from when to when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.rosterlook import Clock
from console.domain.commands.roster import RemoveDuty, SetDuty
from console.domain.errors import Refusal
from console.domain.people import Person
from console.domain.plant import Plant
from console.domain.roster import Duty
from widgets.attachments.later import while_there
from widgets.callsetup.reading import why_not_at
from widgets.callsetup.setupwords import day_word, shift_word
from widgets.cards import Button, Card, Choice, Entry, Text, Tick
from widgets.people.fields import Field, Said, scrolled
from widgets.people.grants import PlaceChoice, RoleChoice
from widgets.people.signing import OneByOne
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


def day_typed(text: str) -> date | None:
    """The typed day; ValueError for what is none, None for nothing."""
    return date.fromisoformat(text.strip()) if text.strip() else None


class DutyCard(Card):
    """`kept` when a duty was saved or removed, `left` when the form is closed, `stale`: read again."""

    kept = Signal()
    left = Signal()
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._duty: Duty | None = None
        self._version = 0
        self._giving = OneByOne(self, console)
        self.person, self.role, self.place, self.shift = (
            Field(Choice()),
            Field(RoleChoice()),
            Field(PlaceChoice()),
            Field(Choice()),
        )
        self.days = [Tick() for _ in range(7)]
        self.day_words, self.on_call = Text("text_muted", 12, 500), Tick()
        self.first, self.last, self.said = Field(Entry()), Field(Entry()), Said()
        self.save, self.cancel = Button("", self.submit, primary=True), Button("", self.left.emit)
        self.remove = Button("x", self._remove)
        self.fields: dict[str, Field[Any]] = {
            "person": self.person,
            "shift": self.shift,
            "first": self.first,
            "last": self.last,
        }
        self._lay_out()
        self._connect()
        self.retranslate()

    def show_duty(self, duty: Duty, version: int, people: Iterable[Person], plant: Plant, clock: Clock) -> None:
        """Show a duty; version 0 = a new one."""
        self._duty, self._version = duty, version
        offer_entries(self.person.control, [(one.id, plain(one.name, 60)) for one in people if one.active], duty.person)
        names = dict.fromkeys(pattern.name for pattern in clock.calendar.patterns)
        shifts = [("", self.tr("Any shift")), *((name, shift_word(name)) for name in names)]
        offer_entries(self.shift.control, shifts, duty.shift)
        self.role.control.choose(duty.role)
        self.place.control.fill(plant)
        self.place.control.choose(duty.scope)
        for day, tick in enumerate(self.days):
            tick.setChecked(not duty.days or day in duty.days)
        self.on_call.setChecked(duty.on_call)
        self.first.control.setText(duty.first.isoformat() if duty.first else "")
        self.last.control.setText(duty.last.isoformat() if duty.last else "")
        self._refuse_nothing()
        self.remove.setVisible(version > 0)
        self.retranslate()

    def begin(self) -> None:
        """Put the keyboard to the first field."""
        self.person.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        scopes = [self.place.control.scope, *([self._duty.scope] if self._duty and self._version else [])]
        why = why_not_at(self._console, SetDuty, *(scope[-1] if scope else "" for scope in scopes))
        self.save.name(self.tr("Save"), why or self.tr("Save"))
        self.save.setEnabled(not why)
        self.remove.name(self.tr("Remove"), why or self.tr("Take this duty away, on all its days"))
        self.remove.setEnabled(not why)

    # Doing

    def submit(self) -> None:
        """Save what the form says."""
        self._refuse_nothing()
        duty = self._told()
        if duty is not None:
            self._giving.give(SetDuty(duty, self._version), while_there(self, lambda _: self.kept.emit()), self._no)

    def _told(self) -> Duty | None:
        duty, days = self._duty, tuple(day for day, tick in enumerate(self.days) if tick.isChecked())
        if duty is None:
            return None
        wrong: dict[str, str] = {} if self.person.control.currentData() else {"person": self.tr("Choose somebody.")}
        told: dict[str, date | None] = {}
        for name in ("first", "last"):
            try:
                told[name] = day_typed(self.fields[name].control.text())
            except ValueError:
                wrong[name] = self.tr("Type the date as year-month-day, or leave it empty.")
        if not days:
            self.said.say(self.tr("Choose at least one day."))
        for name, words in wrong.items():
            self.fields[name].refuse(words)
        if wrong or not days:
            return None
        on_call = self.on_call.isChecked()
        return replace(
            duty,
            person=str(self.person.control.currentData()),
            role=self.role.control.role,
            scope=self.place.control.scope,
            shift="" if on_call else str(self.shift.control.currentData() or ""),
            days=() if len(days) == 7 else days,
            on_call=on_call,
            first=told["first"],
            last=told["last"],
        )

    def _remove(self) -> None:
        if self._duty is not None:
            where = self._duty.scope[-1] if self._duty.scope else ""
            command = RemoveDuty(self._duty.id, where, self._version)
            self._giving.give(command, while_there(self, lambda _: self.kept.emit()), self._no)

    def _no(self, refusal: Refusal) -> None:
        field = self.fields.get(str(refusal.facts.get("field", "")))
        (field.refuse if field else self.said.say)(words_of(refusal))
        if refusal.code in ("changed_meanwhile", "missing"):
            self.stale.emit()

    def _refuse_nothing(self) -> None:
        self.said.say("")
        for field in self.fields.values():
            field.refuse("")

    # Words

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Duty") if self._version else self.tr("Add a duty"))
        self.person.name(self.tr("&Who"))
        self.role.name(self.tr("In which &role"))
        self.place.name(self.tr("W&here"))
        self.shift.name(self.tr("&Shift"), self.tr("A night belongs to the day on which it begins."))
        self.shift.control.setItemText(0, self.tr("Any shift"))
        self.day_words.say(self.tr("Days"))
        for day, tick in enumerate(self.days):
            tick.setText(day_word(day))
            tick.setAccessibleName(day_word(day, short=False))
        self.on_call.setText(self.tr("On &call"))
        self.on_call.setAccessibleName(self.tr("On call"))
        self.on_call.setToolTip(self.tr("Around the clock on these days, whatever shifts there are"))
        self.first.name(self.tr("From (&date)"), self.tr("Year-month-day; empty: since ever."))
        self.last.name(self.tr("&Until (date)"), self.tr("Empty: until further notice."))
        self.cancel.name(self.tr("Cancel"))
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _connect(self) -> None:
        self.on_call.toggled.connect(lambda on: self.shift.setEnabled(not on))
        self.place.control.currentIndexChanged.connect(lambda _: self.allow())
        for field in (self.first, self.last):
            field.control.returnPressed.connect(self.submit)

    def _lay_out(self) -> None:
        for choice in (self.person.control, self.shift.control):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        days = QGridLayout()
        days.setHorizontalSpacing(4)
        for day, tick in enumerate(self.days):
            days.addWidget(tick, day // 4, day % 4)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for part in (self.person, self.role, self.place, self.on_call, self.shift, self.day_words):
            column.addWidget(part)
        column.addLayout(days)
        span = QGridLayout()
        span.addWidget(self.first, 0, 0, Qt.AlignmentFlag.AlignTop)
        span.addWidget(self.last, 0, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(span)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.body.addWidget(scrolled(inside), 1)
        self.body.addWidget(self.said)
        self.body.addLayout(row)


def offer_entries(choice: Choice, entries: list[tuple[str, str]], chosen: str) -> None:
    """Fill a list; what is chosen and no longer there stays on offer."""
    choice.clear()
    for key, words in entries:
        choice.addItem(words, key)
    if choice.findData(chosen) < 0 and chosen:
        choice.addItem(plain(chosen, 60), chosen)
    choice.setCurrentIndex(max(0, choice.findData(chosen)))
