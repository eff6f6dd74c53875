"""One half of the viewer: a picture, and above it which one where two are compared."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from widgets.attachments.canvas import Canvas
from widgets.cards import Choice, Text


class Side(QWidget):
    """`asked` carries the id of the picture that a person chose."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.chosen = ""
        self.canvas, self.head = Canvas(), QWidget()
        self.label, self.choice = Text("text_muted", 13, 600), Choice()
        row = QHBoxLayout(self.head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.choice, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.head)
        column.addWidget(self.canvas, 1)
        self.head.hide()
        self.choice.activated.connect(lambda _: self.asked.emit(str(self.choice.currentData())))

    def retranslate(self, name: str, words: str) -> None:
        """Say what the picture is and what it is for."""
        self.canvas.setAccessibleName(name)
        self.label.say(words)
        self.choice.setAccessibleName(words)

    def offer(self, pictures: list[tuple[str, str]]) -> None:
        """The pictures to choose from, by id."""
        here = [(self.choice.itemData(i), self.choice.itemText(i)) for i in range(self.choice.count())]
        if here != pictures:
            self.choice.clear()
            for id, words in pictures:
                self.choice.addItem(words, id)
        self.choose(self.chosen)

    def choose(self, id: str) -> None:
        """Show in the list which one is shown."""
        self.chosen = id
        self.choice.setCurrentIndex(self.choice.findData(id))
