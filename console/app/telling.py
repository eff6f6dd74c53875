"""Telling the records, in the console's own name, what was heard: what a disk did not take is given again."""

from __future__ import annotations

import logging
import time
from collections import deque
from typing import TYPE_CHECKING

from console.domain.commands import CONSOLE, Command
from console.domain.errors import Refusal

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)

AGAIN = 5.0  # seconds until what could not be saved is given again
PAST_SAVING = ("not_saved", "disk_full", "disk_read_only", "records_damaged", "records_busy", "records_not_open")


class Telling:
    """Nothing that comes back after `begun` has become False is given again. Main thread, never waits."""

    def __init__(self, console: Console) -> None:
        self.begun = False
        self._console = console
        self._again: deque[Command] = deque()
        self._again_at = 0.0

    def give(self, command: Command) -> None:
        """Give a command; one that is refused for what it says is written to the log and dropped."""

        def refused(refusal: Refusal) -> None:
            if refusal.code in PAST_SAVING and self.begun:
                self._again.append(command)
                self._again_at = time.monotonic() + AGAIN
            elif self.begun:
                log.warning("%s was refused: %s %s", command.name, refusal.code, refusal.facts)

        self._console.office.do(command, lambda _: None, refused, CONSOLE)

    def beat(self, at: float) -> None:
        """Give again what waits, when it is time; `at`: the monotonic clock."""
        if self._again and at >= self._again_at:
            again, self._again = self._again, deque()
            for command in again:
                self.give(command)
