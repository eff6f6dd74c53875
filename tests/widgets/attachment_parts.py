"""A console as the attachment strip knows it: real records and attachments, pumped by hand, without a floor."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from PySide6.QtWidgets import QApplication

from console.app.session import Session
from console.domain.commands import CONSOLE
from tests.app.offices import Post


class Place(Post):
    """The console; `settle` lets everything that is under way arrive on the screen."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.session = Session(self.office, self.bus, time.time)
        self.office.who = lambda: CONSOLE
        self.health = SimpleNamespace(sharing=lambda: self.sharing.sharing)

    def on(self, kind: type[Any], handler: Callable[[Any], None]) -> Callable[[], None]:
        """Hear events of one kind."""
        return self.bus.on(kind, handler)

    def now(self) -> float:
        """The clock."""
        return time.time()

    def until(self, true: Callable[[], object], seconds: float = 20.0) -> None:
        """Run the main thread and the screen until it is so."""

        def shown() -> object:
            QApplication.processEvents()
            return true()

        super().until(shown, seconds)

    def settle(self) -> None:
        """Until nothing was said for a while."""
        quiet = time.monotonic() + 0.15
        while time.monotonic() < quiet:
            if self.mailbox._errands:
                quiet = time.monotonic() + 0.15
            self.mailbox.run_errands()
            QApplication.processEvents()
            time.sleep(0.005)
