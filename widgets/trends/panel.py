"""What the panels of the Trends screen have in common: a heading, a body, what went wrong, and the buttons below."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import Button, Text
from widgets.people.fields import Said

EDGE = 40  # pixels of the window that are left beside a panel


class Panel(QDialog):
    """Esc closes it, Enter does what the lit button says."""

    def __init__(self, parent: QWidget, size: QSize) -> None:
        super().__init__(parent)
        self._size = size
        self.setModal(True)
        self.heading, self.how, self.said = Text("text", 20, 600), Text("text_muted", 13, wrap=True), Said()
        self.leave = Button("", self.reject)
        self.body, self.foot = QVBoxLayout(), QHBoxLayout()
        self.body.setSpacing(10)
        self.foot.setSpacing(8)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(22, 18, 22, 16)
        whole.setSpacing(10)
        whole.addWidget(self.heading)
        whole.addWidget(self.how)
        whole.addLayout(self.body, 1)
        whole.addWidget(self.said)
        whole.addLayout(self.foot)

    def begin(self) -> None:
        """Open it over the window, no larger than that."""
        self.said.say("")
        window = self.parentWidget().window().size()
        self.resize(self._size.boundedTo(QSize(max(window.width() - EDGE, 400), max(window.height() - EDGE, 300))))
        self.open()
        self.raise_()
        self.activateWindow()

    def name(self, heading: str, how: str) -> None:
        """Say what it is for."""
        self.setWindowTitle(heading)
        self.heading.say(heading)
        self.how.say(how)
        self.leave.name(self.close_word())

    def close_word(self) -> str:
        """What the button says that closes it."""
        return self.tr("Close")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""

    def submit(self) -> None:
        """What Enter does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
