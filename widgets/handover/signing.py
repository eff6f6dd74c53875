"""Signing a handover: what is signed, its hash, the PIN of whoever signs; a reason where stops are unexplained."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.commands.handovers import HandOver, OverrideHandover, TakeOver
from console.domain.errors import Refusal
from console.domain.events import SessionChanged
from console.domain.handover_moves import content_hash
from console.domain.handovers import Handover
from console.domain.people import Person
from widgets.attachments.later import while_there
from widgets.calls.form import Paragraph
from widgets.cards import Button, OneLine, Text
from widgets.handover.words import HandoverCounts, shift_words
from widgets.people.fields import Field, Said
from widgets.people.pad import pin_entry
from widgets.people.signing import why_not
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 480
SHORT = 12  # signs of a hash that are shown


class SignDialog(QDialog):
    """Asks for the PIN each time, also of somebody who is signed in. `stops_asked`: show the unexplained stops."""

    signed = Signal()
    stops_asked = Signal()

    def __init__(self, console: Console, handover: Handover, incoming: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console, self.handover, self.incoming = console, handover, incoming
        self._going = False
        self.setModal(True)
        self.setMinimumWidth(WIDE)
        self.heading, self.about = Text("text", 18, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.meaning, self.hash = Text("text", 14, 500, wrap=True), Text("text_faint", 12)
        self.stops, self.show_stops = Text("warning", 13, 500, wrap=True), Button("octagon-pause", self._to_stops)
        self.why = Field(Paragraph())
        self.who, self.pin, self.said = OneLine("text", 14, 600), Field(pin_entry()), Said()
        self.go, self.leave = Button("check", self.submit, primary=True), Button("", self.reject)
        self._lay_out()
        self.why.control.done.connect(self.submit)
        self._stop = console.on(SessionChanged, while_there(self, lambda _: self._changed()))
        self.finished.connect(lambda _: self._stop())
        self.retranslate()
        (self.why if self.asks_why else self.pin).control.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def person(self) -> Person | None:
        """Who signs."""
        return self._console.session.person

    @property
    def blocked(self) -> bool:
        """Whether unexplained stops are in the way."""
        return not self.incoming and self.handover.unexplained > 0

    @property
    def asks_why(self) -> bool:
        """Whether whoever is signed in may sign all the same, for a reason."""
        return self.blocked and not why_not(self._console, OverrideHandover, self.handover.place)

    def show_handover(self, handover: Handover) -> None:
        """It is another one by now: what was typed stays, the PIN goes."""
        if handover != self.handover:
            self.handover = handover
            self.pin.control.clear()
            self.refresh()

    def submit(self) -> None:
        """Prove the PIN, then sign."""
        person = self.person
        if self._going or person is None:
            return
        self.said.say("")
        self.why.refuse("")
        self.pin.refuse("")
        why = self.why.control.toPlainText().strip()
        denied = self._denied()
        if denied:
            self.said.say(denied)
        elif self.asks_why and not why:
            self.why.refuse(self.tr("Say why it is signed although stops have no reason."))
            self.why.control.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.pin.control.text():
            self.pin.refuse(self.tr("Type your PIN."))
            self.pin.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._busy(True)
            pin = self.pin.control.text()
            self.pin.control.clear()
            proved = while_there(self, lambda who: self._sign(who, why))
            self._console.session.confirm(pin, proved, while_there(self, self._refused))

    def refresh(self) -> None:
        """Say everything as it is now."""
        over = self.blocked
        self.stops.setVisible(over)
        self.show_stops.setVisible(over)
        self.why.setVisible(self.asks_why)
        words = HandoverCounts().stops(self.handover.unexplained)
        advice = (
            self.tr("They block signing. You may sign all the same, with a reason.")
            if self.asks_why
            else self.tr("They block signing. Explain them, or ask a supervisor to sign with a reason.")
        )
        self.stops.say(self.tr("{0}. {1}").format(words, advice))
        shown = self.handover
        self.about.say(shift_words(shown.shift, shown.next_shift, shown.day))
        self.hash.setVisible(self.incoming)  # before that nothing is frozen: another minute, another hash
        self.hash.say(self.tr("Content {0}").format(content_hash(shown)[:SHORT]))
        person = self.person
        self.who.say(plain(person.name, 60) if person is not None else self.tr("Nobody is signed in. Press F8."))
        self.go.setEnabled(not self._going and person is not None and (not over or self.asks_why))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        if self.incoming:
            words, meaning = (
                self.tr("Sign and take over"),
                self.tr("I have read, asked and answered what is written here."),
            )
        else:
            words, meaning = self.tr("Sign and hand over"), self.tr("I hand over what is written here.")
        self.setWindowTitle(words)
        self.heading.say(words)
        self.meaning.say(meaning)
        self.show_stops.name(self.tr("Show stops"))
        self.why.name(self.tr("&Reason for signing all the same"))
        self.pin.name(self.tr("Your &PIN"), self.tr("A signature asks for the PIN each time."))
        self.go.name(self.tr("Sign"))
        self.leave.name(self.tr("Cancel"))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    # Inside

    def _denied(self) -> str:
        kind = TakeOver if self.incoming else OverrideHandover if self.asks_why else HandOver
        return why_not(self._console, kind, self.handover.place)

    def _sign(self, who: Person, why: str) -> None:
        shown, place = content_hash(self.handover), self.handover.place
        command: TakeOver | OverrideHandover | HandOver
        if self.incoming:
            command = TakeOver(self.handover.id, place, shown)
        elif self.blocked:
            command = OverrideHandover(self.handover.id, place, shown, why)
        else:
            command = HandOver(self.handover.id, place, shown)
        done, refused = while_there(self, lambda _: self._done()), while_there(self, self._refused)
        self._console.office.do(command, done, refused, who.id)

    def _done(self) -> None:
        self._busy(False)
        self.signed.emit()
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self._busy(False)
        if refusal.code == "changed_meanwhile":
            self.said.say(self.tr("It was changed meanwhile and is shown as it is now. Look at it, then sign again."))
        else:
            self.said.say(words_of(refusal))
        self.pin.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _busy(self, busy: bool) -> None:
        self._going = busy
        self.refresh()

    def _changed(self) -> None:
        self.pin.control.clear()
        self.refresh()

    def _to_stops(self) -> None:
        self.reject()
        self.stops_asked.emit()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        for part in (self.heading, self.about, self.meaning, self.hash, self.stops):
            column.addWidget(part)
        column.addWidget(self.show_stops, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.why, self.who, self.pin, self.said):
            column.addWidget(part)
        column.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.go)
        column.addLayout(row)
