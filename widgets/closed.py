"""What stands where records would be while they are not open: why, and what to do; never a table that looks empty."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.office import PASSING
from widgets.cards import Button, Picture, Text
from widgets.status.words import records_words

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 620  # pixels of the words at most
OPENING = "opening"


class Closed(QWidget):
    """A sentence in the middle, and the ways on: try again where that can help, the status page."""

    def __init__(self, console: Console, again: Callable[[], object], to_status: Callable[[], object]) -> None:
        super().__init__()
        self._console = console
        self.mark, self.words, self.more = (
            Picture("triangle-alert", "warning", 30),
            Text("text", 16, 600, wrap=True),
            Text("text_muted", 14, wrap=True),
        )
        self.again, self.status = Button("refresh-cw", again), Button("heart-pulse", to_status)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(self.again)
        buttons.addWidget(self.status)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self.words, self.more):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            text.setMinimumWidth(240)
            text.setMaximumWidth(WIDE)
            row = QHBoxLayout()
            row.addStretch(1)
            row.addWidget(text, 100)
            row.addStretch(1)
            column.addLayout(row)
        column.addLayout(buttons)
        column.addStretch(3)
        self.refresh()

    @property
    def needed(self) -> bool:
        """Whether there are no open records to show."""
        return self._console.office.ready.code != ""

    def refresh(self) -> bool:
        """Say how it is now; whether it is needed."""
        ready = self._console.office.ready
        opening = ready.code in ("", OPENING)
        self.words.say(
            self.tr("Reading the records…") if opening else self.tr("The records on this PC cannot be opened")
        )
        self.more.say("" if opening else records_words(ready.code, ready.detail))
        for part in (self.mark, self.more, self.status):
            part.setVisible(not opening)
        self.again.setVisible(ready.code in PASSING)
        self.again.name(self.tr("Try again"))
        self.status.name(self.tr("Status"))
        return self.needed

    def why(self) -> str:
        """The same in one line, for a button that is grey because of it; "" while records are open."""
        return "" if not self.needed else f"{self.words.text()} {self.more.text()}".strip()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
