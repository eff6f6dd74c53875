"""What stands where the board of the past would be while there is none: why, and from when on there is one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from widgets.cards import Picture, Text


class Nothing(QWidget):
    """An icon, a sentence and another one."""

    def __init__(self) -> None:
        super().__init__()
        self.mark = Picture("history", "text_faint", 34)
        self.words, self.more = Text("text", 17, 600, wrap=True), Text("text_muted", 14, wrap=True)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.words, self.more):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addStretch(3)

    def say(self, words: str, more: str) -> None:
        """Show other words."""
        self.words.say(words)
        self.more.say(more)
