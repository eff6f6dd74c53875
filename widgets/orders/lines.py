"""A few lines below each other, an icon before each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.cards import Picture, Text
from widgets.flow import emptied

Line = tuple[str, str, str]  # icon, colour role, words


class MarkedLines(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self.hide()

    def say(self, lines: list[Line]) -> None:
        """Show other lines; costs nothing where they are the same."""
        if lines == self.lines:
            return
        self.lines = lines
        emptied(self._rows)
        for line in lines:
            self._rows.addWidget(_row(line))
        self.setVisible(bool(lines))
        self.setAccessibleDescription("\n".join(words for _, _, words in lines))


def _row(line: Line) -> QWidget:
    icon, role, words = line
    row, box = QWidget(), QHBoxLayout()
    row.setLayout(box)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    text = Text("text" if role == "text_muted" else role, 13, wrap=True)
    text.say(words)
    box.addWidget(Picture(icon, role, 15), 0, Qt.AlignmentFlag.AlignTop)
    box.addWidget(text, 1)
    return row
