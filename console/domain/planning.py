"""The plan: orders in their sequence on each line, shift by shift, with changeovers, load against capacity, and what a
change of it delays. Pure: a plan is computed anew from the orders, so a what-if is the same function on other orders.

    load of an order    = pieces left x standard seconds a piece (product's slowest step, else the line's takt)
    changeover before it = matrix[family before, family after], else its own set-up, else nothing
    finish              = when so many planned seconds of the line's calendar have passed since the one before it

`planned_day` and `planned_shift` are a wish: the shift that a person put an order into. The plan makes the orders of a
line shift by shift as they were put, none before its shift begins; whether the wish can be kept is what comes out of it
(Slot.spills, Slot.misses, Slot.late). An order without a shift delays nothing that has one.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import inf, isfinite

from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.orders import PLANNED, PRODUCT_MOST, RUNNING, WorkOrder
from console.domain.people import plain_text
from console.domain.plan_clock import PlannedClock
from console.domain.products import Product
from console.domain.shifts import DAY, Calendar, Shift

FULL = 1.0  # load / capacity from which a shift is overloaded
ANY = "*"  # in the matrix: any family
CHANGEOVER_MOST = 604_800.0  # seconds: a week
MARGIN = timedelta(days=3)  # that a calendar looks at around a day


@dataclass(frozen=True, slots=True)
class Changeover:
    """How long a line takes from one family of products to another; ANY stands for any."""

    id: str
    line: str  # "" = every line
    source: str
    target: str
    seconds: float


class ChangeoverUnfit(Refusal):
    """A changeover cannot be so. facts: field."""

    code = "changeover_unfit"


def changeover_id(line: str, source: str, target: str) -> str:
    """The id of the one entry for a line and two families."""
    return derived_id("changeover", line, source, target)


def checked_changeover(entry: Changeover) -> Changeover:
    """The entry with its id; ChangeoverUnfit names the field that cannot be so."""
    source = plain_text(entry.source, "source", PRODUCT_MOST)
    target = plain_text(entry.target, "target", PRODUCT_MOST)
    if not (isfinite(entry.seconds) and 0 <= entry.seconds <= CHANGEOVER_MOST):
        raise ChangeoverUnfit(field="seconds")
    return replace(entry, id=changeover_id(entry.line, source, target), source=source, target=target)


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """A line as it is planned: its calendar, and seconds a piece where a product has no standard time."""

    id: str
    calendar: Calendar
    takt: float | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One order on a line. Times are seconds UTC; None: it cannot be told, because no time a piece is known."""

    order: WorkOrder
    start: float | None
    finish: float | None
    changeover: float  # seconds before it
    seconds: float | None  # of making what is left
    late: float | None = None  # seconds after its due time; negative: early
    shift: Shift | None = None  # that people put it into

    @property
    def spills(self) -> bool:
        """Whether it will not be finished in the shift that people put it into."""
        return self.shift is not None and self.finish is not None and self.finish > self.shift.end + 1.0

    @property
    def misses(self) -> bool:
        """Whether it cannot even begin in that shift."""
        return self.shift is not None and self.start is not None and self.start >= self.shift.end


@dataclass(frozen=True, slots=True)
class ShiftLoad:
    """How full a shift is: planned seconds there are, and seconds of work and changeover that fall into it."""

    line: str
    shift: Shift
    capacity: float
    work: float
    changeover: float
    orders: tuple[str, ...] = ()
    parts: tuple[float, ...] = ()  # seconds of work of each of these orders

    @property
    def share(self) -> float:
        """Load against capacity; 0 where nothing can be made."""
        return (self.work + self.changeover) / self.capacity if self.capacity > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Delay:
    """What a change does to an order: when it would be finished before and after."""

    order: WorkOrder
    before: float | None
    after: float | None

    @property
    def seconds(self) -> float | None:
        """Later by so much; negative: earlier."""
        return None if self.before is None or self.after is None else self.after - self.before

    @property
    def becomes_late(self) -> bool:
        """It would have been in time, and is not any more."""
        due = self.order.due.timestamp() if self.order.due is not None else None
        if due is None or self.before is None or self.after is None:
            return False
        return self.before <= due < self.after


class Matrix:
    """Changeover times by line and families; the most particular entry holds."""

    def __init__(self, entries: Iterable[Changeover]) -> None:
        self._seconds = {(entry.line, entry.source, entry.target): entry.seconds for entry in entries}

    def seconds(self, line: str, source: str, target: str, setup: float = 0.0) -> float:
        """From one family to another on a line; nothing for the same family unless the matrix says so."""
        for on in (line, ""):
            for a, b in ((source, target), (source, ANY), (ANY, target)):
                found = self._seconds.get((on, a, b))
                if found is not None and not (source == target and ANY in (a, b)):
                    return found
        if source == target:
            return 0.0
        default = self._seconds.get((line, ANY, ANY), self._seconds.get(("", ANY, ANY)))
        return default if default is not None else setup


def wished_shift(order: WorkOrder, calendar: Calendar) -> Shift | None:
    """The shift that people put an order into; the first of its day where they said no shift; None: there is none."""
    return None if order.planned_day is None else shift_on(calendar, order.planned_day, order.planned_shift)


def shift_on(calendar: Calendar, day: date, name: str = "") -> Shift | None:
    """The shift of that name that starts on a local day, "" = the first one; None: none does."""
    if not date.min + MARGIN < day < date.max - MARGIN:
        return None
    midnight = datetime.combine(day, time(), calendar.zone).timestamp()
    shifts = calendar.shifts_between(midnight - 7200.0, midnight + DAY + 7200.0)
    return next((shift for shift in shifts if shift.day == day and name in ("", shift.name)), None)


def sequence(
    orders: Iterable[WorkOrder], line: str, starts: Mapping[str, float] | None = None, now: float = 0.0
) -> list[WorkOrder]:
    """The open orders of a line as they shall be made: what runs, then shift by shift as people put them (`starts`:
    when the shift of an order begins, by order id), within a shift rush orders first, then by their place.

    What is released without a shift, and a rush order whose shift has come, is next; what is planned without one last.
    """
    told = starts or {}

    def turn(order: WorkOrder) -> float:
        start = told.get(order.id)
        if start is None:
            return -inf if order.rush or order.column != PLANNED else inf
        return -inf if order.rush and start <= now else start

    mine = [order for order in orders if order.line == line and order.open]
    return sorted(mine, key=lambda o: (o.column != RUNNING, turn(o), not o.rush, _columns(o), o.rank, o.made, o.id))


def plan(
    orders: Iterable[WorkOrder],
    line: PlannedLine,
    products: Mapping[str, Product],
    matrix: Matrix,
    now: float,
    made: Mapping[str, int] | None = None,
    ends: Mapping[str, float] | None = None,
) -> tuple[Slot, ...]:
    """When each open order of a line begins and ends. `made`: good pieces by order id as the line counts them.

    `ends`: when those that run are forecast to be finished, by order id (seconds UTC): nearer to the truth than
    standard times, and what every other screen says of them.

    Nothing begins before the shift that people put it into. What has no shift yet is made where it delays nothing that
    has one: in a gap that takes it whole, else after everything else.
    """
    shifts = _Wishes(line.calendar)
    mine = [order for order in orders if order.line == line.id and order.open]
    starts = {o.id: shift.start for o in mine if o.column != RUNNING and (shift := shifts.of(o)) is not None}
    queue = sequence(mine, line.id, starts, now)
    loose = deque(o for o in queue if o.column == PLANNED and not o.rush and o.id not in starts)
    fixed = deque(o for o in queue if not (o.column == PLANNED and not o.rush and o.id not in starts))
    run = _Run(line, products, matrix, now, made or {}, ends or {})
    while fixed or loose:
        if fixed and not (loose and run.fits(loose[0], starts.get(fixed[0].id, now))):
            order = fixed.popleft()
        else:
            order = loose.popleft()
        run.make(order, shifts.of(order))
    return tuple(run.slots)


class _Wishes:
    """The shifts that orders were put into, each looked up once."""

    def __init__(self, calendar: Calendar) -> None:
        self._calendar = calendar
        self._known: dict[tuple[date, str], Shift | None] = {}

    def of(self, order: WorkOrder) -> Shift | None:
        if order.planned_day is None:
            return None
        key = (order.planned_day, order.planned_shift)
        if key not in self._known:
            self._known[key] = wished_shift(order, self._calendar)
        return self._known[key]


class _Run:
    """A line that makes one order after the other."""

    def __init__(
        self,
        line: PlannedLine,
        products: Mapping[str, Product],
        matrix: Matrix,
        now: float,
        made: Mapping[str, int],
        ends: Mapping[str, float],
    ) -> None:
        self.slots: list[Slot] = []
        self._line, self._products, self._matrix, self._made, self._ends = line, products, matrix, made, ends
        self._clock = PlannedClock(line.calendar, now)
        self._at: float | None = now
        self._family = ""

    def fits(self, order: WorkOrder, until: float) -> bool:
        """Whether an order would be finished by then if it were next."""
        if self._at is None or until <= self._at:
            return False
        seconds = self._seconds(order)
        finish = self._clock.after(self._at, self._change(order) + seconds) if seconds is not None else None
        return finish is not None and finish <= until

    def make(self, order: WorkOrder, shift: Shift | None) -> None:
        """Make it next, not before the shift that it was put into."""
        at, change, seconds = self._at, self._change(order), self._seconds(order)
        if at is not None and shift is not None and order.column != RUNNING:
            at = max(at, shift.start)
        start = self._clock.after(at, change) if at is not None else None
        if start is not None and seconds:
            start = self._clock.begins(start)
        finish = self._clock.after(start, seconds) if start is not None and seconds is not None else None
        due = order.due.timestamp() if order.due is not None else None
        late = finish - due if finish is not None and due is not None else None
        self.slots.append(Slot(order, start, finish, change, seconds, late, shift))
        self._at, self._family = finish if finish is not None else start, family_of(order, self._products)

    def _change(self, order: WorkOrder) -> float:
        if order.column == RUNNING or not self._family:
            return 0.0
        return change_between(self._family, order, self._line.id, self._products, self._matrix)

    def _seconds(self, order: WorkOrder) -> float | None:
        if order.column == RUNNING and order.id in self._ends and self._at is not None:
            return max(0.0, self._clock.read(self._ends[order.id]) - self._clock.read(self._at))
        each = seconds_a_piece(order, self._line, self._products)
        return max(0, order.quantity - max(order.good, self._made.get(order.id, 0))) * each if each else None


def family_of(order: WorkOrder, products: Mapping[str, Product]) -> str:
    """What changeovers of an order go by: the family of its product, else the product."""
    product = products.get(order.product)
    return (product.family if product else "") or order.product


def change_between(family: str, order: WorkOrder, line: str, products: Mapping[str, Product], matrix: Matrix) -> float:
    """Seconds of changeover from a family to an order on a line."""
    product = products.get(order.product)
    setup = max((step.setup for step in product.steps), default=0.0) if product else 0.0
    return matrix.seconds(line, family, family_of(order, products), setup)


def seconds_a_piece(order: WorkOrder, line: PlannedLine, products: Mapping[str, Product]) -> float:
    """Standard time of a piece: the product's, else the line's takt; 0 = not known."""
    product = products.get(order.product)
    return (product.seconds if product else 0.0) or line.takt or 0.0


def loads(
    slots: Sequence[Slot], line: PlannedLine, start: float, end: float, now: float | None = None
) -> tuple[ShiftLoad, ...]:
    """Every shift of the line that begins in [start, end): what falls into it of each order and changeover.

    `now`: what is over of a shift can take nothing any more; None: each is looked at as a whole.
    """
    shifts = [shift for shift in line.calendar.shifts_between(start, end) if start <= shift.start < end]
    if not shifts:
        return ()
    clock = PlannedClock(line.calendar, _begun(slots, line, start))
    stretches = [_stretch(slot, clock) for slot in slots if slot.start is not None and slot.finish is not None]
    return tuple(_load(stretches, line, shift, clock, now) for shift in shifts)


def delays(before: Iterable[Slot], after: Iterable[Slot]) -> tuple[Delay, ...]:
    """What a change delays, the worst first; only orders that are in both plans and whose finish moves."""
    was = {slot.order.id: slot.finish for slot in before}
    both = (Delay(slot.order, was[slot.order.id], slot.finish) for slot in after if slot.order.id in was)
    moved = [delay for delay in both if delay.seconds is not None and abs(delay.seconds) > 1.0]
    return tuple(sorted(moved, key=lambda delay: -(delay.seconds or 0.0)))


def overloaded(found: Iterable[ShiftLoad]) -> tuple[ShiftLoad, ...]:
    """Shifts into which more is planned than they can take."""
    return tuple(load for load in found if load.share > FULL + 1e-9)


def wanted(
    orders: Iterable[WorkOrder], line: PlannedLine, products: Mapping[str, Product]
) -> dict[tuple[str, str], float]:
    """Seconds of work that people have put into each shift of a line, by (day, shift); whether it fits or not."""
    found: dict[tuple[str, str], float] = {}
    for order in orders:
        if order.line == line.id and order.open and order.planned_day is not None:
            each = seconds_a_piece(order, line, products)
            key = (order.planned_day.isoformat(), order.planned_shift)
            found[key] = found.get(key, 0.0) + order.left * each
    return found


def _columns(order: WorkOrder) -> int:
    return ("running", "hold", "released", "planned").index(order.column)


def _begun(slots: Sequence[Slot], line: PlannedLine, start: float) -> float:
    """A time before which none of the slots and none of the shifts from `start` on begin."""
    first = min((slot for slot in slots if slot.start is not None), key=lambda slot: slot.start or 0.0, default=None)
    if first is None or first.start is None:
        return start
    begun = line.calendar.before_planned(first.start, first.changeover) if first.changeover > 0 else None
    return min(start, first.start if begun is None else begun)


def _stretch(slot: Slot, clock: PlannedClock) -> tuple[Slot, float, float, float]:
    """The slot, and what the clock reads when its changeover and its work begin and when it ends."""
    start = clock.read(slot.start or 0.0)
    return slot, start - slot.changeover, start, start + (slot.seconds or 0.0)


def _load(
    stretches: Sequence[tuple[Slot, float, float, float]],
    line: PlannedLine,
    shift: Shift,
    clock: PlannedClock,
    now: float | None,
) -> ShiftLoad:
    low, high = clock.read(shift.start), clock.read(shift.end)
    change = 0.0
    parts: dict[str, float] = {}
    for slot, begun, start, finish in stretches:
        change += max(0.0, min(start, high) - max(begun, low))
        inside = min(finish, high) - max(start, low)
        if inside > 0:
            parts[slot.order.id] = inside
    capacity = shift.planned_seconds(shift.start if now is None else max(now, shift.start), shift.end)
    return ShiftLoad(line.id, shift, capacity, sum(parts.values()), change, tuple(parts), tuple(parts.values()))
