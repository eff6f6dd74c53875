"""Shelving an alarm: why, and until when; said before it is done that it ends by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.figures import ShelveAlarm
from console.domain.errors import Refusal
from console.domain.ids import new_id
from widgets.attachments.later import while_there
from widgets.callfigures.words import translate
from widgets.calls.known import calls_of
from widgets.cards import Button, Choice, Entry, Text
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

HOURS = (0.25, 1.0, 4.0, 8.0, 24.0)
REST = 0.0  # until the shift ends


@dataclass(frozen=True, slots=True)
class Thing:
    """What shall be shelved: one thing of a category at a place, or all that a rule finds there."""

    place: str
    category: str
    about: str
    words: str  # "L1 · 30 Weld A — E77"
    rule: str = ""


class ShelveForm(QDialog):
    """Closes when it is done; says why where it is refused."""

    def __init__(self, console: Console, thing: Thing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console, self._thing = console, thing
        self._one = OneByOne(self, console)
        self.setMinimumWidth(460)
        self.what, self.about = Text("text", 16, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.reason, self.until = Field(Entry()), Field(Choice())
        self.said = Said()
        self.shelve, self.leave = Button("bell-off", self.give, primary=True), Button("", self.reject)
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        self.setWindowTitle(self.tr("Shelve an alarm"))
        self.what.say(self._thing.words)
        self.about.say(
            self.tr(
                "It is heard and counted, and becomes no call on any console until its time is over. What is still so"
                " then is raised by itself. Who shelved it, why and until when is kept."
            )
        )
        self.reason.name(self.tr("&Why"))
        self.reason.control.setPlaceholderText(self.tr("The sensor is on order"))
        self.until.name(self.tr("&Until"))
        choice = self.until.control
        choice.clear()
        for hours in (*self._rest(), *HOURS):
            choice.addItem(self._choice_words(hours), hours)
        choice.setCurrentIndex(choice.findData(1.0))
        self.shelve.name(self.tr("Shelve"))
        self.leave.name(self.tr("Cancel"))

    def give(self) -> None:
        """Give the command."""
        thing = self._thing
        if not self.reason.control.text().strip():
            self.reason.refuse(self.tr("Say why: the next shift has only these words."))
            self.reason.control.setFocus()
            return
        self.reason.refuse("")
        command = ShelveAlarm(
            new_id(), thing.place, thing.category, self._end(), self.reason.control.text(), thing.rule, thing.about
        )
        self._one.give(command, while_there(self, lambda _: self.accept()), while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _end(self) -> datetime:
        hours = float(self.until.control.currentData())
        now = datetime.fromtimestamp(self._console.now(), UTC)
        if hours != REST:
            return now + timedelta(hours=hours)
        ends = self._shift_end()
        return datetime.fromtimestamp(ends, UTC) if ends is not None else now + timedelta(hours=1)

    def _rest(self) -> tuple[float, ...]:
        ends = self._shift_end()
        return (REST,) if ends is not None and ends - self._console.now() <= 24 * 3600 else ()

    def _shift_end(self) -> float | None:
        calls = calls_of(self._console)
        calendar = calls.dispatch.calendar(self._thing.place) if calls is not None else None
        shift = calendar.shift_at(self._console.now()) if calendar is not None else None
        return shift.end if shift is not None else None

    def _choice_words(self, hours: float) -> str:
        if hours == REST:
            return self.tr("The end of this shift")
        if hours < 1:
            return self.tr("{0} minutes from now").format(int(hours * 60))
        return self.tr("%n hour(s) from now", "", int(hours))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        for part in (self.what, self.about, self.reason, self.until, self.said):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.shelve)
        column.addLayout(row)
        self.shelve.setDefault(True)


def shelve(widget: QWidget, console: Console, thing: Thing) -> None:
    """Ask why and until when, after a sign-in where nobody is signed in."""

    def open_form() -> None:
        form = ShelveForm(console, thing, widget.window())
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    ask_for(widget, ShelveAlarm, open_form)


def why_not_shelve(console: Console, place: str, critical: bool) -> str:
    """Why an alarm there cannot be shelved; "" where it can."""
    if critical:
        return translate("callfigures", "A critical alarm is never shelved.")
    return why_not(console, ShelveAlarm, place=place)
