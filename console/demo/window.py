"""Flow control: how many messages are on their way to a broker that has not acknowledged them."""

from __future__ import annotations

import threading
from collections.abc import Callable

STEP_SECONDS = 0.25  # how often somebody who waits looks whether it is worth it


class Window:
    """At most `size` messages in flight. `worth_it` is asked while waiting; False ends the wait."""

    def __init__(self, size: int, worth_it: Callable[[], bool]) -> None:
        self._size, self._worth_it = size, worth_it
        self._flying = 0
        self._changed = threading.Condition()
        self.landed = 0  # acknowledged so far

    def enter(self) -> bool:
        """Wait for room and take it; False when it was not worth waiting any longer."""
        with self._changed:
            while self._flying >= self._size:
                if not self._changed.wait(STEP_SECONDS) and not self._worth_it():
                    return False
            self._flying += 1
            return True

    def leave(self) -> None:
        """One message was acknowledged."""
        with self._changed:
            self._flying -= 1
            self.landed += 1
            self._changed.notify_all()

    def empty(self) -> bool:
        """Wait until all are acknowledged; False when it was not worth waiting any longer."""
        with self._changed:
            while self._flying > 0:
                if not self._changed.wait(STEP_SECONDS) and not self._worth_it():
                    return False
            return True
