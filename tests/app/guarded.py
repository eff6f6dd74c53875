"""A staffed office with its guard, and somebody who alters its file with another tool."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.app.guard import Guard
from console.domain.tampering import GuardChanged, Tampered, TamperingFound
from tests.app.staffed import Staffed
from tests.journeys.tampering import in_sqlite


class Guarded(Staffed):
    """The guard verifies when it is told to; `found` is what was told to everybody."""

    def __init__(self, folder: Path, begun: bool = True) -> None:
        super().__init__(folder, begun)
        self.guard = Guard(self.office, self.bus, self.mailbox, folder, lambda: self.wall)
        self.guard.soon = self.guard.lines_every = 3600.0
        self.found: list[Tampered] = []
        self.states: list[Any] = []
        self.bus.on(TamperingFound, lambda event: self.found.append(event.finding))
        self.bus.on(GuardChanged, lambda event: self.states.append(event.state))
        self.sql = in_sqlite(self.office.path)

    def until(self, true: Callable[[], object], timeout: float = 10.0) -> None:
        """Beat until it is true."""
        deadline = time.monotonic() + timeout
        while not true():
            assert time.monotonic() < deadline, self.guard.state
            self.mailbox.run_errands()
            time.sleep(0.002)

    def verify(self) -> None:
        """Verify everything, note what is found, and take what was verified as the new end of the trail."""
        before = len(self.states)
        self.guard.verify()
        self.until(lambda: len(self.states) > before and not self.guard.running)
        self.settle()
        self.until(self.guard.settled)

    def noted(self) -> list[Tampered]:
        """What the records keep of it."""
        return self.ask(lambda desk: desk.find(Tampered, order="seq"))

    def close(self) -> None:
        """End both."""
        self.guard.close()
        super().close()
