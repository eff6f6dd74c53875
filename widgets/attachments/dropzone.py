"""The place that says what will be here and lights up while a file is held over it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.cards import Picture, Text
from widgets.theme import color, themes


class DropZone(QWidget):
    """A dashed frame around an icon and a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._lit = False
        self.words = Text("text_muted", 13, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 14, 16, 14)
        row.setSpacing(12)
        row.addWidget(Picture("image", "text_faint", 22))
        row.addWidget(self.words, 1)
        themes.changed.connect(self.update)

    def say(self, words: str) -> None:
        """What will appear here and how to begin."""
        self.words.say(words)

    def light(self, lit: bool) -> None:
        """Whether a file is held over it."""
        if lit != self._lit:
            self._lit = lit
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            QPen(color("focus" if self._lit else "border_strong"), 2 if self._lit else 1, Qt.PenStyle.DashLine)
        )
        painter.setBrush(color("hover") if self._lit else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
