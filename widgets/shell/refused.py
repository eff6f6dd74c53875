"""Refusals that nobody waited for: said in the corner until somebody presses them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from console.domain.errors import Refusal
from console.domain.events import CommandRefused
from widgets.commands import command_words
from widgets.people.notice import Notice
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

SECONDS = 600.0  # long enough for somebody who was away from the desk; the trail has it for good


class RefusedNotes(QObject):
    """One for each main window. Several refusals in a row are counted in one note, the last one told in words."""

    def __init__(self, console: Console, window: QWidget) -> None:
        super().__init__(window)
        self._console = console
        self.notice = Notice(window)
        self.count = 0
        self._stop = console.on(CommandRefused, self._refused)
        self.destroyed.connect(lambda _=None, stop=self._stop: stop())

    def _refused(self, event: CommandRefused) -> None:
        self.count = self.count + 1 if self.notice.isVisible() else 1
        refusal = event.refusal if isinstance(event.refusal, Refusal) else Refusal(str(event.refusal))
        words = self.tr("{0}: not done").format(command_words(event.command))
        if event.later:
            words = self.tr("{0}: taken back, the shared database held something else").format(
                command_words(event.command)
            )
        if self.count > 1:
            words += " " + self.tr("(and %n more)", "", self.count - 1)
        self.notice.show_words(words, plain(words_of(refusal), 600), "triangle-alert", SECONDS)
