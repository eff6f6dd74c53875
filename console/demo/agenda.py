"""What happens next: the simulator's list of things to do, in time order."""

from __future__ import annotations

from collections.abc import Callable
from heapq import heappop, heappush
from typing import Any

Act = Callable[[float, Any], None]


class Agenda:
    """Things to do at their times (seconds UTC); two at one time happen in the order in which they were written."""

    def __init__(self) -> None:
        self._heap: list[tuple[float, int, Act, Any]] = []
        self._written = 0

    def at(self, time: float, act: Act, what: Any = None) -> None:
        """Call `act(time, what)` when its time has come."""
        self._written += 1
        heappush(self._heap, (time, self._written, act, what))

    def step(self, until: float) -> bool:
        """Do the next thing if it is due by `until`; False when nothing is."""
        if not self._heap or self._heap[0][0] > until:
            return False
        time, _, act, what = heappop(self._heap)
        act(time, what)
        return True
