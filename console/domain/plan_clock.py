"""Planned time as a clock of its own: it stands still in breaks and between shifts, so that plans are plain sums."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from console.domain.shifts import DAY, HORIZON_DAYS, Calendar

AHEAD = 14 * DAY  # seconds by which the clock is made longer when somebody asks for more


class PlannedClock:
    """What the clock of a calendar reads: planned seconds since `origin` (seconds UTC), at most a year ahead."""

    def __init__(self, calendar: Calendar, origin: float) -> None:
        self._calendar, self._origin = calendar, origin
        self._known = origin  # up to here
        self._last = origin + HORIZON_DAYS * DAY
        self._begins: list[float] = []  # of each span of planned time
        self._ends: list[float] = []
        self._read: list[float] = []  # what the clock reads at the end of each span

    def read(self, t: float) -> float:
        """Planned seconds from the origin to `t`; 0 before it."""
        while self._known < t and self._grow():
            pass
        i = bisect_right(self._begins, t) - 1
        if i < 0:
            return 0.0
        return self._read[i] - max(0.0, self._ends[i] - t)

    def at(self, reading: float) -> float | None:
        """When the clock reads so for the first time; None: not within a year."""
        if reading <= 0:
            return self._origin
        while not self._read or self._read[-1] < reading:
            if not self._grow():
                return None
        i = bisect_left(self._read, reading)
        return self._ends[i] - (self._read[i] - reading)

    def begins(self, t: float) -> float | None:
        """The first planned moment at or after `t`; None: not within a year."""
        while True:
            i = bisect_right(self._ends, t)
            if i < len(self._begins):
                return max(t, self._begins[i])
            if not self._grow():
                return None

    def after(self, t: float, seconds: float) -> float | None:
        """When so many planned seconds have passed since `t`; `t` itself for none."""
        return t if seconds <= 0 else self.at(self.read(t) + seconds)

    def _grow(self) -> bool:
        """Know the spans of some more days; False at the end of the year."""
        since, first = self._known, self._known == self._origin
        if since >= self._last:
            return False
        self._known = min(since + AHEAD, self._last)
        for shift in self._calendar.shifts_between(since, self._known):
            if first or shift.start >= since:  # one that reaches over is known already
                for begin, end in shift.spans:
                    self._add(max(begin, self._origin), end)
        return True

    def _add(self, begin: float, end: float) -> None:
        if end > begin:
            self._begins.append(begin)
            self._ends.append(end)
            self._read.append((self._read[-1] if self._read else 0.0) + end - begin)
