"""The line that opens below an item to type something in; Enter keeps it, Esc leaves it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.cards import Button, Entry, Text


class Typing(QWidget):
    """Hidden until something is asked; `given` carries what for and the words."""

    given = Signal(str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.what = ""
        self.name, self.line = Text("text_muted", 12, 500), Entry()
        self.keep = Button("check", self._keep)
        self.name.setBuddy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(8)
        row.addWidget(self.name)
        row.addWidget(self.line, 1)
        row.addWidget(self.keep)
        self.retranslate()
        self.hide()

    def begin(self, what: str, name: str, words: str, chosen: bool = True) -> None:
        """Ask for something; `words` are what is there already, `chosen` so that typing replaces them."""
        self.what = what
        self.name.say(name)
        self.line.setAccessibleName(name)
        self.line.setText(words)
        self.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        if chosen:
            self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """What is typed here is no command to the sheet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep()
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
        else:
            event.accept()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Name the button."""
        self.keep.name_silently(self.tr("Keep (Enter)"))

    def _keep(self) -> None:
        words = self.line.text().strip()
        self.hide()
        self.given.emit(self.what, words)
