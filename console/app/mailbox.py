"""The mailbox: other threads put, the main thread drains. The only place where they meet."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from console.domain.readings import Reading


class Mailbox:
    """Readings in the order heard, and everything else that other threads want done on the main thread."""

    def __init__(self) -> None:
        self._readings: deque[Reading] = deque()
        self._errands: deque[Callable[[], None]] = deque()
        self.put: Callable[[Iterable[Reading]], None] = self._readings.extend
        self.wake: Callable[[], None] = _sleep_on  # set by the face: errands shall be run soon; from any thread

    def __len__(self) -> int:
        return len(self._readings)

    def renew(self) -> deque[Reading]:
        """Begin with an empty box; return the old one, into which whoever holds its `put` still puts."""
        old, self._readings = self._readings, deque()
        self.put = self._readings.extend
        return old

    def drain(self, limit: int) -> list[Reading]:
        """At most `limit` readings, oldest first; what is over stays for the next beat."""
        take = self._readings.popleft
        return [take() for _ in range(min(len(self._readings), limit))]

    def call(self, errand: Callable[[], None]) -> None:
        """Have this done on the main thread, soon and in order; from any thread."""
        self._errands.append(errand)
        self.wake()

    def run_errands(self) -> None:
        """Do what other threads asked the main thread to do until now."""
        for _ in range(len(self._errands)):
            self._errands.popleft()()


def _sleep_on() -> None:
    """Without a face that can be woken, errands wait for the next beat."""
