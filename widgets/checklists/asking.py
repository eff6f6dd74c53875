"""A question before something is thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.domain.commands import Command
from widgets.orders.dialog import OrderDialog

if TYPE_CHECKING:
    from console.app.console import Console


class AskDialog(OrderDialog):
    """Says what will be, and gives the command when that is wanted."""

    def __init__(self, console: Console, parent: QWidget | None, command: Command, words: str) -> None:
        super().__init__(console, parent, "undo-2", 460)
        self._command = command
        self.how.say(words)
        self.leave.name(self.tr("Cancel"))

    def title(self, question: str, go: str) -> None:
        """What is asked, and the word of the button that does it."""
        self.setWindowTitle(question)
        self.heading.say(question)
        self.go.name(go)
        self.fit()

    def submit(self) -> None:
        """Do it."""
        self.give(self._command)
