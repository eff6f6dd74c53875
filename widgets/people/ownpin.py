"""Changing one's own PIN, in the sign-in panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.errors import Refusal
from widgets.cards import Button, Text
from widgets.people.fields import Said
from widgets.people.pinform import PinForm
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class OwnPin(QWidget):
    """`left` when the person is done here."""

    left = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.heading, self.form, self.said = Text("text", 20, 600), PinForm(), Said()
        self.save, self.back = Button("key-round", self.submit, primary=True), Button("arrow-left", self.left.emit)
        row = QHBoxLayout()
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.heading, self.form, self.said):
            column.addWidget(part)
        column.addLayout(row)
        column.addStretch(1)
        self.form.given.connect(self.submit)
        self.setFocusProxy(self.form)
        self.retranslate()

    def begin(self) -> None:
        """Start afresh."""
        self.form.clear()
        self.said.say("")
        self.save.setEnabled(True)
        self.form.setFocus()

    def submit(self) -> None:
        """Keep the new PIN, when it is right."""
        person = self._console.session.person
        pin = self.form.pin() if self.save.isEnabled() else None
        if pin is None or person is None:
            return
        self.save.setEnabled(False)
        self._console.session.set_pin(person.id, pin, self._done, self._refused)

    def _done(self, _: object) -> None:
        self.form.clear()
        self.said.good(self.tr("Your new PIN is kept. Use it from now on."))
        self.save.setEnabled(True)

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self.save.setEnabled(True)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.heading.say(self.tr("Change my PIN"))
        self.save.name(self.tr("Keep it"))
        self.back.name(self.tr("Back"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
