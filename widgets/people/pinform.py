"""A new PIN, given twice; the rules stand there before anybody can break them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.pins import LONGEST, SHORTEST, checked
from console.domain.errors import Refusal
from widgets.people.fields import Field
from widgets.people.pad import pin_entry
from widgets.refusals import words_of


class PinForm(QWidget):
    """Two fields for digits. `given` when Enter is pressed in the second."""

    given = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first, self.again = Field(pin_entry()), Field(pin_entry())
        self._first, self._again = self.first.control, self.again.control
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.first)
        column.addWidget(self.again)
        for edit in (self._first, self._again):
            edit.textEdited.connect(self.forgive)
        self._first.returnPressed.connect(self._again.setFocus)
        self._again.returnPressed.connect(self.given.emit)
        self.setFocusProxy(self._first)
        self.retranslate()

    def pin(self) -> str | None:
        """The PIN when it is good enough and was given twice alike; None, and why, when not."""
        self.forgive()
        try:
            pin = checked(self._first.text())
        except Refusal as refusal:
            self.first.refuse(words_of(refusal))
            self._first.setFocus()
            return None
        if self._again.text() != self._first.text():
            self.again.refuse(self.tr("The two are not the same. Type the second one again."))
            self._again.clear()
            self._again.setFocus()
            return None
        return pin

    def clear(self) -> None:
        """Forget what was typed."""
        self._first.clear()
        self._again.clear()
        self.forgive()

    def forgive(self) -> None:
        """Take back what was said to be wrong."""
        self.first.refuse("")
        self.again.refuse("")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        rule = self.tr("{0} to {1} digits; not one digit again and again, and no row like 1234.")
        self.first.name(self.tr("New &PIN"), rule.format(SHORTEST, LONGEST))
        self.again.name(self.tr("The same PIN a&gain"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
