"""Ctrl-C and the signals that end a program: the window closes, and with it everything that was started."""

from __future__ import annotations

import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtWidgets import QApplication

NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # those of them that this system has


class Ending:
    """Turns the first such signal into the end of the application; a second one ends the program at once.

    Python looks at signals only while it runs, so this relies on the heartbeat.
    """

    def __init__(self, quit_now: Callable[[], object] = QApplication.quit) -> None:
        self.asked = False
        self._quit = quit_now
        self._before: dict[int, object] = {}

    def install(self) -> None:
        """Listen, except to what whoever started the program wants ignored. In the main thread only."""
        for name in NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                self._before[number] = signal.signal(number, self._end)

    def remove(self) -> None:
        """Give the signals back."""
        for number, before in self._before.items():
            signal.signal(number, before)  # type: ignore[arg-type]
        self._before.clear()

    def _end(self, number: int, frame: FrameType | None) -> None:
        self.asked = True
        for each in self._before:
            signal.signal(each, signal.SIG_DFL)
        self._quit()
