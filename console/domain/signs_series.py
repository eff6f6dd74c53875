"""What is kept of a signal for the signs: means of parts of a window, how long it stood still, how often it came."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from statistics import median
from typing import Any

from console.domain.readings import Value

PARTS = 40  # of a window; a window is as many numbers, however often the signal comes
GAPS_KEPT = 32  # intervals between readings that are remembered
CYCLIC = 2.5  # times the usual interval that nearly all intervals of a signal that comes regularly stay below
PAUSES = 2  # of a signal that were told; after that it is known to pause
FORGETS = 3 * 86400.0  # seconds in which the longest interval is half forgotten


class Series:
    """The last `over` seconds of a signal as at most PARTS + 2 points (mean time, mean value)."""

    __slots__ = ("_count", "_key", "_parts", "_times", "_values", "over", "width")

    def __init__(self, over: float) -> None:
        self.over = over
        self.width = over / PARTS
        self._parts: deque[tuple[float, float]] = deque(maxlen=PARTS + 1)
        self._key = 0
        self._count = 0
        self._times = 0.0
        self._values = 0.0

    def add(self, t: float, value: float) -> None:
        """One more value; what is older than the part that is being filled is left out."""
        key = int(t / self.width)
        if key == self._key:
            self._count += 1
            self._times += t
            self._values += value
        elif key > self._key:
            if self._count:
                self._parts.append((self._times / self._count, self._values / self._count))
            self._key, self._count, self._times, self._values = key, 1, t, value

    def points(self, now: float) -> list[tuple[float, float]]:
        """What lies in the `over` seconds before `now`, by time."""
        since = now - self.over
        found = [point for point in self._parts if point[0] > since]
        if self._count and self._times / self._count > since:
            found.append((self._times / self._count, self._values / self._count))
        return found

    def clear(self) -> None:
        """Begin anew."""
        self._parts.clear()
        self._count = 0

    def kept(self) -> list[float]:
        """As JSON can hold it: times and values in turns."""
        return [number for point in self.points(-self.over) for number in point]

    def restore(self, told: list[float]) -> None:
        """Go on from what was kept."""
        for t, value in zip(told[::2], told[1::2], strict=False):
            self.add(t, value)


class Still:
    """How long a value has not moved by more than `step`, counting only the time in which it kept coming."""

    __slots__ = ("_high", "_last", "_low", "breath", "moves", "readings", "seconds", "since", "step", "usual", "value")

    def __init__(self, step: float, breath: float) -> None:
        """`breath`: seconds between two readings that still count as coming."""
        self.step = step
        self.breath = breath
        self._low = self._high = self.value = float("nan")
        self._last = 0.0
        self.since = 0.0  # when it moved last
        self.seconds = 0.0  # it has stood still, while readings came
        self.readings = 0  # that said the same
        self.moves = 0  # times it has moved
        self.usual = 0.0  # the longest it has stood still before it moved again, half forgotten in three days

    def add(self, t: float, value: float) -> None:
        """One more value of a station that runs."""
        passed = t - self._last
        self._last = t
        self.value = value
        low, high = min(self._low, value), max(self._high, value)
        if high - low <= self.step:  # False for the first one: nan
            self._low, self._high = low, high
            self.readings += 1
            if 0 < passed <= self.breath:
                self.seconds += passed
        else:
            self._moved(t, value)

    def _moved(self, t: float, value: float) -> None:
        self.moves += self._low == self._low
        if self.seconds > self.usual:
            self.usual = self.seconds
        else:
            self.usual *= 1 - min(0.5, max(0.0, t - self.since) / (2 * FORGETS))
        self._low = self._high = value
        self.since, self.seconds, self.readings = t, 0.0, 1

    def pause(self) -> None:
        """The station does not run: how long the value has stood still by then counts no more."""
        self._low = self._high = float("nan")
        self.seconds, self.readings = 0.0, 0

    def kept(self) -> list[float]:
        """As JSON can hold it."""
        return [self.since, self.seconds, self.readings, self.moves, self.usual]

    def restore(self, told: list[float]) -> None:
        """Go on from what was kept; the value itself is heard again."""
        self.since, self.seconds = told[0], 0.0
        self.moves, self.usual = int(told[3]), told[4]


class Pulse:
    """How often a signal comes: its last intervals, and the longest of all."""

    __slots__ = ("_at", "_before", "_first", "_gaps", "count", "last", "longest", "pauses")

    def __init__(self) -> None:
        self._gaps: list[float] = []
        self._at = 0
        self.count = 0  # intervals heard
        self.last = 0.0  # when something came last
        self._first = 0.0  # when something came first
        self._before = 0.0  # seconds for which it was heard before a restart
        self.longest = 0.0  # interval, half forgotten in three days
        self.pauses = 0  # that were told as missing data

    def beat(self, t: float, learn: bool = True, missed: bool = False) -> None:
        """Something came at `t`; an interval in which nothing was expected is not learnt.

        Nor is one that was told as missing data (`missed`), unless it was told before: then it is the signal's way.
        """
        gap = t - self.last
        if missed:
            self.pauses += 1
            if self.pauses >= PAUSES:
                self.longest = max(self.longest, gap)
        elif self._first and gap >= 0 and learn:
            if len(self._gaps) < GAPS_KEPT:
                self._gaps.append(gap)
            else:
                self._gaps[self._at] = gap
                self._at = (self._at + 1) % GAPS_KEPT
            self.count += 1
            self.longest = gap if gap > self.longest else self.longest * (1 - min(0.5, gap / (2 * FORGETS)))
        self._first = self._first or t
        self.last = max(self.last, t)

    @property
    def age(self) -> float:
        """For how many seconds it has been heard, with those before a restart."""
        return self._before + self.last - self._first

    def usual(self) -> float | None:
        """The usual interval of a signal that comes regularly, in seconds; None: it does not, or is not known yet."""
        if len(self._gaps) < GAPS_KEPT:
            return None
        middle = median(self._gaps)
        regular = sum(gap <= CYCLIC * middle for gap in self._gaps)
        return middle if middle > 0 and regular >= 0.9 * GAPS_KEPT else None

    def kept(self, full: bool) -> dict[str, Any]:
        """As JSON can hold it; `full`: with the last intervals, which are soon heard again."""
        gaps = list(self._gaps) if full else []
        return {"gaps": gaps, "age": self.age, "count": self.count, "longest": self.longest, "pauses": self.pauses}

    def restore(self, told: Mapping[str, Any]) -> None:
        """Go on from what was kept; the next interval begins with the next reading."""
        self._gaps = [float(gap) for gap in told.get("gaps", ())][:GAPS_KEPT]
        self.count, self.longest = int(told.get("count", 0)), float(told.get("longest", 0.0))
        self.pauses, self._before = int(told.get("pauses", 0)), float(told.get("age", 0.0))


def numbered(value: Value) -> float | None:
    """The value as a number; None for texts, yes and no."""
    return float(value) if type(value) is int or type(value) is float else None
