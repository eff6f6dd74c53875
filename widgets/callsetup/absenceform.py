"""One absence in the side panel: who is not there, from which day to which."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.roster import RemoveAbsence, SetAbsence
from console.domain.errors import Refusal
from console.domain.people import NOTE_MOST, Person
from console.domain.roster import Absence
from widgets.attachments.later import while_there
from widgets.callsetup.dutyform import day_typed, offer_entries
from widgets.callsetup.setupwords import shift_word
from widgets.cards import Button, Card, Choice, Entry
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class AbsenceCard(Card):
    """`kept` when an absence was saved or removed, `left` when the form is closed, `stale`: read again."""

    kept = Signal()
    left = Signal()
    stale = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._absence: Absence | None = None
        self._version = 0
        self._giving = OneByOne(self, console)
        self.person, self.shift = Field(Choice()), Field(Choice())
        self.first, self.last, self.note = Field(Entry()), Field(Entry()), Field(Entry())
        self.note.control.setMaxLength(NOTE_MOST)
        self.said = Said()
        self.save, self.cancel = Button("", self.submit, primary=True), Button("", self.left.emit)
        self.remove = Button("x", self._remove)
        self.fields: dict[str, Field[Any]] = {
            "person": self.person,
            "shift": self.shift,
            "first": self.first,
            "last": self.last,
            "note": self.note,
        }
        self._lay_out()
        self.retranslate()

    def show_absence(self, absence: Absence, version: int, people: Iterable[Person], shifts: Iterable[str]) -> None:
        """Show an absence; version 0 = a new one."""
        self._absence, self._version = absence, version
        offer_entries(
            self.person.control, [(one.id, plain(one.name, 60)) for one in people if one.active], absence.person
        )
        self.person.setEnabled(not version)  # it stays with whom it was made for
        entries = [("", self.tr("All of the day")), *((name, shift_word(name)) for name in dict.fromkeys(shifts))]
        offer_entries(self.shift.control, entries, absence.shift)
        self.first.control.setText(absence.first.isoformat())
        self.last.control.setText(absence.last.isoformat())
        self.note.control.setText(absence.note)
        self._refuse_nothing()
        self.remove.setVisible(version > 0)
        self.retranslate()

    def begin(self) -> None:
        """Put the keyboard to the first field that can be changed."""
        first = self.first if self._version else self.person
        first.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = why_not(self._console, SetAbsence, about=str(self.person.control.currentData() or ""))
        self.save.name(self.tr("Save"), why or self.tr("Save"))
        self.save.setEnabled(not why)
        self.remove.name(self.tr("Remove"), why or self.tr("Take this absence away"))
        self.remove.setEnabled(not why)

    # Doing

    def submit(self) -> None:
        """Save what the form says."""
        self._refuse_nothing()
        absence = self._told()
        if absence is not None:
            command = SetAbsence(absence, self._version)
            self._giving.give(command, while_there(self, lambda _: self.kept.emit()), self._no)

    def _told(self) -> Absence | None:
        wrong: dict[str, str] = {} if self.person.control.currentData() else {"person": self.tr("Choose somebody.")}
        told: dict[str, date] = {}
        for name in ("first", "last"):
            try:
                typed = day_typed(self.fields[name].control.text())
            except ValueError:
                typed = None
            if typed is None:
                wrong[name] = self.tr("Type the date as year-month-day.")
            else:
                told[name] = typed
        for name, words in wrong.items():
            self.fields[name].refuse(words)
        if wrong or self._absence is None:
            return None
        return replace(
            self._absence,
            person=str(self.person.control.currentData()),
            shift=str(self.shift.control.currentData() or ""),
            note=self.note.control.text(),
            **told,
        )

    def _remove(self) -> None:
        if self._absence is not None:
            command = RemoveAbsence(self._absence.id, self._absence.person, self._version)
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
        self.title.say(self.tr("Absence") if self._version else self.tr("Add an absence"))
        self.person.name(self.tr("&Who"))
        self.shift.name(self.tr("&Shift"))
        self.shift.control.setItemText(0, self.tr("All of the day"))
        self.first.name(self.tr("First &day"), self.tr("Year-month-day."))
        self.last.name(self.tr("&Last day"))
        self.note.name(self.tr("&Note"))
        self.cancel.name(self.tr("Cancel"))
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _lay_out(self) -> None:
        for choice in (self.person.control, self.shift.control):
            choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(8)
        self.person.control.currentIndexChanged.connect(lambda _: self.allow())
        for field in (self.first, self.last, self.note):
            field.control.returnPressed.connect(self.submit)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self.person)
        span = QGridLayout()
        span.addWidget(self.first, 0, 0, Qt.AlignmentFlag.AlignTop)
        span.addWidget(self.last, 0, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(span)
        column.addWidget(self.shift)
        column.addWidget(self.note)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.save)
        self.body.addWidget(scrolled(inside), 1)
        self.body.addWidget(self.said)
        self.body.addLayout(row)
