"""Shifts: when a line is meant to produce, on the factory's own clock, across midnights, holidays and clock changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import combinations, product
from math import gcd
from zoneinfo import ZoneInfo

from console.domain.errors import Refusal
from console.domain.moments import time_of

DAY = 86400
HORIZON_DAYS = 53 * 7 + 7  # how far the neighbours of a time are searched: the longest rotation and one week


class CalendarRefused(Refusal):
    """A shift calendar contradicts itself; `facts` name the calendar's parts that do."""

    code = "calendar_refused"


class PatternsOverlap(CalendarRefused):
    """Two shifts of one calendar would be on at the same time. Facts: first, second."""

    code = "patterns_overlap"


class BreakOutside(CalendarRefused):
    """A break is not inside its shift, or two breaks of a shift overlap. Facts: pattern, break_name."""

    code = "break_outside"


class RotationUnknown(CalendarRefused):
    """Weeks of a rotation cannot be counted: no start given, or the numbers make no rotation. Facts: pattern."""

    code = "rotation_unknown"


class TimezoneUnknown(CalendarRefused):
    """No IANA time zone has this name. Facts: timezone."""

    code = "timezone_unknown"


@dataclass(frozen=True, slots=True)
class Break:
    """A pause inside a shift, on the wall clock; one that begins before its shift's start is after midnight."""

    name: str
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Pattern:
    """A shift that repeats: from `start` to the next `end` on the wall clock (equal times: 24 hours)."""

    name: str
    start: time
    end: time
    days: frozenset[int]  # 0 = Monday; the day on which the shift starts
    breaks: tuple[Break, ...] = ()
    weeks: tuple[int, int] | None = None  # (every n weeks, offset) counted from the calendar's rotation start

    def __post_init__(self) -> None:
        if not all(0 <= day <= 6 for day in self.days):
            raise CalendarRefused(f"shift {self.name!r}: days go from 0 (Monday) to 6 (Sunday)", pattern=self.name)
        if self.weeks and not (1 <= self.weeks[0] <= 53 and 0 <= self.weeks[1] < self.weeks[0]):
            detail = f"shift {self.name!r}: weeks {self.weeks} is no rotation; (every n, offset) wants 0 <= offset < n"
            raise RotationUnknown(detail, pattern=self.name)
        busy_until = 0
        for begin, end, pause in sorted((*self.offsets(b.start, b.end), b.name) for b in self.breaks):
            if begin < busy_until or end > self.length:
                detail = f"shift {self.name!r}: break {pause!r} is not inside the shift or overlaps another break"
                raise BreakOutside(detail, pattern=self.name, break_name=pause)
            busy_until = end

    @property
    def length(self) -> int:
        """Seconds on the wall clock, up to 24 hours; a night of a clock change lasts longer or shorter than this."""
        return (_second(self.end) - _second(self.start)) % DAY or DAY

    def offsets(self, begin: time, end: time) -> tuple[int, int]:
        """Wall seconds after the shift's start at which a span of wall times inside it begins and ends."""
        first = (_second(begin) - _second(self.start)) % DAY
        return first, first + ((_second(end) - _second(begin)) % DAY or DAY)


@dataclass(frozen=True, slots=True)
class Shift:
    """One shift that really takes place. Times in seconds UTC; breaks are in order and do not overlap."""

    name: str
    day: date  # the local day on which it starts
    start: float
    end: float
    breaks: tuple[tuple[float, float, str], ...] = ()

    @property
    def spans(self) -> tuple[tuple[float, float], ...]:
        """The planned time: the shift without its breaks, as (from, to) in order."""
        edges = [self.start, *(edge for begin, end, _ in self.breaks for edge in (begin, end)), self.end]
        return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a)

    def planned_seconds(self, a: float, b: float) -> float:
        """Seconds of the shift inside [a, b] minus its breaks."""
        inside = max(0.0, min(b, self.end) - max(a, self.start))
        return inside - sum(max(0.0, min(b, end) - max(a, begin)) for begin, end, _ in self.breaks)

    def in_break(self, t: float) -> bool:
        """Whether `t` (seconds UTC) falls into a break."""
        return any(begin <= t < end for begin, end, _ in self.breaks)


@dataclass(frozen=True)
class Calendar:
    """The shifts of a line or plant. Without patterns every local day is one planned shift of 24 hours named "".

    Wall times become real times by one rule that keeps their order, so that shifts never overlap: a time that the
    clock shows twice is the first of the two, a time that the clock skips is the moment of the skip. A shift that
    starts on a holiday does not take place, one that reaches into a holiday does.
    """

    name: str
    timezone: str
    patterns: tuple[Pattern, ...] = ()
    holidays: frozenset[date] = frozenset()
    rotation_start: date | None = None  # a day of the week that counts as week 0 of every rotation
    _days: dict[date, tuple[Shift, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)
    _now: list[tuple[float, float, Shift | None]] = field(default_factory=list, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        _zone(self.timezone)
        for pattern in self.patterns:
            if pattern.weeks and self.rotation_start is None:
                detail = f"shift {pattern.name!r} rotates, but calendar {self.name!r} has no rotation start"
                raise RotationUnknown(detail, pattern=pattern.name, calendar=self.name)
        for first, second in combinations(self.patterns, 2):
            if _overlap(first, second):
                detail = f"shifts {first.name!r} and {second.name!r} of calendar {self.name!r} overlap"
                raise PatternsOverlap(detail, first=first.name, second=second.name, calendar=self.name)

    def shift_at(self, t: float) -> Shift | None:
        """The shift that is on at `t` (seconds UTC), None between shifts. Cheap for times near the last one asked."""
        return self._around(t)[2]

    def since(self, t: float) -> float:
        """Since when what is on at `t` is on: the start of the shift, or the end of the one before (else `t`)."""
        return self._around(t)[0]

    def next_shift(self, t: float) -> Shift | None:
        """The first shift that starts after `t`, None when none does within a year."""
        day = self._local_day(t)
        shifts = (s for d in range(HORIZON_DAYS) for s in self._on(day, d))
        return next((s for s in shifts if s.start > t), None)

    def previous_shift(self, t: float) -> Shift | None:
        """The last shift that ended at or before `t`, None when none did within a year."""
        day = self._local_day(t)
        shifts = (s for d in range(0, -HORIZON_DAYS, -1) for s in reversed(self._on(day, d)))
        return next((s for s in shifts if s.end <= t), None)

    def shifts_between(self, a: float, b: float) -> list[Shift]:
        """Every shift of which some part lies inside [a, b), in order."""
        if b <= a:
            return []
        day = self._local_day(a)
        last = (self._local_day(b) - day).days
        return [s for d in range(-1, last + 1) for s in self._on(day, d) if s.start < b and s.end > a]

    def planned_seconds(self, a: float, b: float) -> float:
        """Seconds inside [a, b] that some shift covers and no break."""
        return sum(shift.planned_seconds(a, b) for shift in self.shifts_between(a, b))

    def after_planned(self, t: float, seconds: float) -> float | None:
        """The time at which `seconds` of planned time have passed since `t`; None when that is over a year away."""
        left = seconds
        for begin, end in self._spans(t, +1):
            begin = max(begin, t)
            if left <= end - begin:
                return begin + left
            left -= end - begin
        return None

    def before_planned(self, t: float, seconds: float) -> float | None:
        """The time since which `seconds` of planned time have passed at `t`; None when that is over a year ago."""
        left = seconds
        for begin, end in self._spans(t, -1):
            end = min(end, t)
            if left <= end - begin:
                return end - left
            left -= end - begin
        return None

    def _spans(self, t: float, direction: int) -> Iterator[tuple[float, float]]:
        """Planned time after (+1) or before (-1) `t`, nearest first; the span around `t` is whole."""
        day = self._local_day(t)
        days = range(-1, HORIZON_DAYS) if direction > 0 else range(1, -HORIZON_DAYS, -1)
        for offset in days:
            spans = [span for shift in self._on(day, offset) for span in shift.spans]
            yield from (s for s in spans[::direction] if (s[1] > t if direction > 0 else s[0] < t))

    @property
    def zone(self) -> ZoneInfo:
        """The zone of its wall times."""
        return _zone(self.timezone)

    def _around(self, t: float) -> tuple[float, float, Shift | None]:
        """From when to when what is on at `t` is on; another thread may ask for another time meanwhile."""
        for known in self._now:
            if known[0] <= t < known[1]:
                return known
        day = self._local_day(t)
        shift = next((s for d in (-1, 0) for s in self._on(day, d) if s.start <= t < s.end), None)
        if shift:
            since, until = shift.start, shift.end
        else:
            before, after = self.previous_shift(t), self.next_shift(t)
            since, until = before.end if before else t, after.start if after else t
        self._now[:] = [(since, until, shift)]
        return since, until, shift

    def _local_day(self, t: float) -> date:
        return time_of(t, self.zone).date()

    def _on(self, day: date, offset: int) -> tuple[Shift, ...]:
        """Shifts that start on the day `offset` days from `day`, in order."""
        day += timedelta(days=offset)
        found = self._days.get(day)
        if found is None:
            if len(self._days) > 2 * HORIZON_DAYS:
                self._days.clear()
            found = self._days[day] = self._make(day)
        return found

    def _make(self, day: date) -> tuple[Shift, ...]:
        if day in self.holidays:
            return ()
        patterns = self.patterns or (Pattern("", time(), time(), frozenset(range(7))),)
        made = (self._shift(p, day) for p in patterns if day.weekday() in p.days and self._in_turn(p, day))
        return tuple(sorted((s for s in made if s.end > s.start), key=lambda s: s.start))

    def _in_turn(self, pattern: Pattern, day: date) -> bool:
        if pattern.weeks is None or self.rotation_start is None:
            return True
        weeks = (_monday(day) - _monday(self.rotation_start)).days // 7
        return weeks % pattern.weeks[0] == pattern.weeks[1]

    def _shift(self, pattern: Pattern, day: date) -> Shift:
        midnight, start = datetime.combine(day, time()), _second(pattern.start)

        def real(offset: int) -> float:
            return _utc(midnight + timedelta(seconds=start + offset), self.timezone)

        spans = sorted((*pattern.offsets(b.start, b.end), b.name) for b in pattern.breaks)
        breaks = tuple((real(a), real(b), name) for a, b, name in spans if real(b) > real(a))
        return Shift(pattern.name, day, real(0), real(pattern.length), breaks)


def _second(wall: time) -> int:
    return wall.hour * 3600 + wall.minute * 60 + wall.second


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise TimezoneUnknown(f"no time zone is named {name!r}", timezone=name) from error


def _utc(wall: datetime, timezone: str) -> float:
    """Seconds UTC of a wall time: the first of two, the moment of the skip for one that is skipped."""
    zone = _zone(timezone)
    first = wall.replace(tzinfo=zone, fold=0).timestamp()
    shown = time_of(first, zone).replace(tzinfo=None)
    return first if shown == wall else _skip_before(first, zone)


def _skip_before(t: float, zone: ZoneInfo) -> float:
    """The moment within the day before `t` at which the zone's offset became what it is at `t`."""

    def offset(second: int) -> timedelta | None:
        return time_of(second, zone).utcoffset()

    low, high = int(t) - DAY, int(t)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if offset(middle) == offset(int(t)) else (middle, high)
    return float(high)


def _overlap(a: Pattern, b: Pattern) -> bool:
    """Whether two patterns are ever on together on the wall clock, counting rotations that never meet as apart."""
    (every_a, offset_a), (every_b, offset_b) = a.weeks or (1, 0), b.weeks or (1, 0)
    for weeks_apart, day_a, day_b in product((-1, 0, 1), a.days, b.days):
        if (offset_b - offset_a - weeks_apart) % gcd(every_a, every_b):
            continue
        start_a, start_b = day_a * DAY + _second(a.start), (day_b + 7 * weeks_apart) * DAY + _second(b.start)
        if start_a < start_b + b.length and start_b < start_a + a.length:
            return True
    return False
