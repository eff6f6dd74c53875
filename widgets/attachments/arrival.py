"""A file on its way into the records: what is being done with it, or why it was not taken."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.app.offering import Stage
from console.domain.errors import Refusal
from widgets.cards import Button, OneLine, Picture, Text
from widgets.plain import plain
from widgets.refusals import words_of


class Arrival(QWidget):
    """One line: the name, then the stage with a way to take the file back, or the refusal with a way to put it away."""

    closed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.called = name
        self.refusal: Refusal | None = None
        self._stage = Stage.READING
        self._held = False
        self.mark = Picture("hourglass", "text_muted", 16)
        self.name, self.words = OneLine("text", 13, 500), Text("text_muted", 13, wrap=True)
        self.close_button = Button("x", self.closed.emit)
        self.name.setMaximumWidth(220)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.name)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        self.retranslate()

    def reached(self, stage: Stage) -> None:
        """Say what is being done now."""
        self._stage = stage
        self.retranslate()

    def hold(self) -> None:
        """It waits until the record that it belongs to is kept."""
        self._held = True
        self.mark.show_icon("image", "text_muted")
        self.retranslate()

    def refuse(self, refusal: Refusal) -> None:
        """Say why it was not taken, and what to do instead."""
        self.refusal = refusal
        self.mark.show_icon("circle-x", "bad")
        self.words.paint_as("text")
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        translate = QCoreApplication.translate
        self.name.say(plain(self.called, 120))
        if self.refusal is not None:
            self.words.say(words_of(self.refusal))
            self.close_button.name_silently(translate("attachments", "Put this message away"))
        else:
            held = translate("attachments", "Is attached when this is kept")
            self.words.say(held if self._held else stage_words(self._stage))
            self.close_button.name_silently(translate("attachments", "Take this file back"))
        self.setAccessibleName(f"{self.name.text()}: {self.words.text()}")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def stage_words(stage: Stage) -> str:
    """What is being done with a file."""
    translate = QCoreApplication.translate
    if stage is Stage.READING:
        return translate("attachments", "Reading…")
    if stage is Stage.CHECKING:
        return translate("attachments", "Checking, and making it safe…")
    return translate("attachments", "Keeping…")
