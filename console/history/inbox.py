"""The inbox: what the main thread hands over to the thread that writes, without waiting for it."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from typing import NamedTuple

from console.domain.readings import Reading

MOST_WAITING = 200_000  # readings; beyond that the newest are counted and let go


class Listening(NamedTuple):
    """From `at` (seconds since 1970 UTC) on the console hears the floor, or does not."""

    heard: bool
    at: float


class Lost(NamedTuple):
    """Here readings are missing that there was no room for."""


class Errand(NamedTuple):
    """To be done once everything that was put before is on the disk."""

    then: Callable[[], None]


Item = Sequence[Reading] | Listening | Lost | Errand


class Inbox:
    """One thread puts, one takes; no lock, because each counts on its own."""

    def __init__(self, most: int = MOST_WAITING) -> None:
        self.dropped = 0
        self._most = most
        self._items: deque[tuple[float, Item]] = deque()
        self._put = self._taken = 0
        self._losing = False

    @property
    def waiting(self) -> int:
        """Readings that nobody has taken yet."""
        return self._put - self._taken

    @property
    def since(self) -> float | None:
        """The monotonic time at which the oldest of them was put; None: there are none."""
        try:
            return self._items[0][0]
        except IndexError:
            return None

    def append(self, readings: Sequence[Reading]) -> None:
        """Put readings; they must not be changed afterwards."""
        if self._put - self._taken + len(readings) > self._most:
            self.dropped += len(readings)
            self._losing = True
            return
        now = time.monotonic()
        if self._losing:
            self._losing = False
            self._items.append((now, Lost()))
        self._put += len(readings)
        self._items.append((now, readings))

    def listening(self, heard: bool, at: float) -> None:
        """Put the word that the floor is heard, or not."""
        self._items.append((time.monotonic(), Listening(heard, at)))

    def errand(self, then: Callable[[], None]) -> None:
        """Have this done, on the thread that takes, once everything before is on the disk; from any thread."""
        self._items.append((time.monotonic(), Errand(then)))

    def take(self, most: int) -> list[Item]:
        """Everything that waits, in order, but not much more than so many readings."""
        taken: list[Item] = []
        count = 0
        while self._items and count < most:
            item = self._items.popleft()[1]
            taken.append(item)
            if not isinstance(item, Listening | Lost | Errand):
                count += len(item)
        self._taken += count
        return taken
