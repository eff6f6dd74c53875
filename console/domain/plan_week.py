"""The week board: which orders people put into which shift of which line, how full that makes it, and what cannot be.

    load of a shift = what earlier shifts leave over to it + work and changeovers of the orders that were put into it
    capacity        = its planned seconds that are still to come

An order is shown in the shift that it was put into, what runs in the shift of now; beside it stands when it will really
be made. What has no shift, or one that is over or that its line does not have, is still to be planned.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from console.domain.orders import PLANNED, RUNNING
from console.domain.planning import FULL, PlannedLine, ShiftLoad, Slot, loads
from console.domain.progress import TaktStatus, takt_status
from console.domain.shifts import Calendar, Shift

WEEK = 7


@dataclass(frozen=True, slots=True)
class ShiftPlan:
    """A shift of a line with the orders that were put into it, in the sequence in which they are made. Seconds."""

    line: str
    shift: Shift
    slots: tuple[Slot, ...] = ()
    capacity: float = 0.0
    work: float = 0.0
    changeover: float = 0.0
    carried: float = 0.0  # that orders of other shifts take of it
    unknown: int = 0  # orders without a time a piece: not in the load

    @property
    def load(self) -> float:
        """Everything that shall be done in it."""
        return self.carried + self.work + self.changeover

    @property
    def share(self) -> float:
        """Load against capacity; 0 where nothing can be made any more."""
        return self.load / self.capacity if self.capacity > 0 else 0.0

    @property
    def excess(self) -> float:
        """Seconds that are too many; 0 where everything fits, and where nothing was put into it."""
        over = self.load - self.capacity
        return over if over > 1.0 and self.slots and self.share > FULL else 0.0


@dataclass(frozen=True, slots=True)
class LineWeek:
    """A line's week: its shifts by (day, name), and how every open order of it will be made."""

    line: str
    slots: tuple[Slot, ...]
    shifts: Mapping[tuple[date, str], ShiftPlan]

    @property
    def changeover(self) -> float:
        """Seconds of all its changeovers."""
        return sum(slot.changeover for slot in self.slots)


@dataclass(frozen=True, slots=True)
class TaktNeed:
    """What a shift asks of its line: seconds a piece that there are, against the cycle that is seen."""

    pieces: int  # still to be made in the shift
    takt: float | None  # None: no piece is due, or no time is left
    cycle: float | None
    status: TaktStatus


def week_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def week_span(calendar: Calendar, monday: date) -> tuple[float, float]:
    """The local midnights between which a week lies, seconds UTC."""
    ends = (datetime.combine(day, time(), calendar.zone) for day in (monday, monday + timedelta(days=WEEK)))
    since, until = (end.timestamp() for end in ends)
    return since, until


def to_be_planned(slot: Slot, now: float) -> bool:
    """Whether an order still wants a shift: it has none, or one that is over, and it does not run."""
    return slot.order.column != RUNNING and (slot.shift is None or slot.shift.end <= now)


def line_week(slots: Sequence[Slot], line: PlannedLine, monday: date, now: float) -> LineWeek:
    """The week of a line out of its plan."""
    since, until = week_span(line.calendar, monday)
    shown = {shift_key(load.shift): load for load in loads(slots, line, since, until, now)}
    here = line.calendar.shift_at(now) or line.calendar.next_shift(now)
    own: dict[tuple[date, str], list[Slot]] = {}
    loose = {s.order.id for s in slots if s.shift is None and s.order.column == PLANNED and not s.order.rush}
    for slot in slots:
        shift = here if slot.order.column == RUNNING else None if to_be_planned(slot, now) else slot.shift
        if shift is not None:
            own.setdefault(shift_key(shift), []).append(slot)
    return LineWeek(line.id, tuple(slots), {key: _filled(load, own.get(key, ()), loose) for key, load in shown.items()})


def shift_key(shift: Shift) -> tuple[date, str]:
    """By what a shift of a line is known."""
    return shift.day, shift.name


def columns_of(lines: Iterable[PlannedLine], monday: date) -> tuple[tuple[date, str], ...]:
    """The shifts that any of these lines has in a week, day by day, the earliest first."""
    found: dict[tuple[date, str], float] = {}
    seen: set[int] = set()
    for line in lines:
        if id(line.calendar) in seen:
            continue
        seen.add(id(line.calendar))
        since, until = week_span(line.calendar, monday)
        for shift in line.calendar.shifts_between(since, until):
            if monday <= shift.day < monday + timedelta(days=WEEK):
                key = shift_key(shift)
                found[key] = min(found.get(key, shift.start), shift.start)
    return tuple(sorted(found, key=lambda key: (key[0], found[key], key[1])))


def takt_need(plan: ShiftPlan, made: Mapping[str, int], cycle: float | None) -> TaktNeed:
    """Takt that the rest of a shift asks for: time that neither changeovers nor orders of other shifts take / pieces
    that are still due in it."""
    pieces = 0
    for slot in plan.slots:
        left = max(0, slot.order.quantity - max(slot.order.good, made.get(slot.order.id, 0)))
        pieces += _share_of(slot, plan, left)
    time_left = plan.capacity - plan.changeover - plan.carried
    takt = time_left / pieces if pieces and time_left > 0 else None
    return TaktNeed(pieces, takt, cycle, takt_status(cycle, takt))


def _share_of(slot: Slot, plan: ShiftPlan, left: int) -> int:
    """Pieces of an order that are due in the shift: of one that runs on, what would be made in it."""
    if slot.order.column != RUNNING or not slot.seconds or slot.finish is None or slot.finish <= plan.shift.end:
        return left
    return min(left, max(1, round(left * min(1.0, plan.capacity / slot.seconds))))


def _filled(load: ShiftLoad, slots: Sequence[Slot], loose: set[str]) -> ShiftPlan:
    """The shift with what was put into it. Of what runs only that part counts that falls into the shift; orders
    without a shift (`loose`) only fill gaps and count nowhere."""
    ids = {slot.order.id for slot in slots} | loose
    inside = dict(zip(load.orders, load.parts, strict=True))
    runs = sum(inside.get(slot.order.id, 0.0) for slot in slots if slot.order.column == RUNNING)
    work = runs + sum(slot.seconds or 0.0 for slot in slots if slot.order.column != RUNNING)
    carried = sum(seconds for id, seconds in inside.items() if id not in ids)
    change = sum(slot.changeover for slot in slots)
    unknown = sum(slot.seconds is None for slot in slots)
    made = ShiftPlan(load.line, load.shift, tuple(slots), load.capacity, work, change, carried, unknown)
    return made if carried > 1.0 else replace(made, carried=0.0)
