"""The plan: orders in their sequence on each line, shift by shift, with changeovers, load against capacity, and what a
change of it delays. Pure: a plan is computed anew from the orders, so a what-if is the same function on other orders.

    load of an order    = pieces left x standard seconds a piece (product's slowest step, else the line's takt)
    changeover before it = matrix[family before, family after], else its own set-up, else nothing
    finish              = when so many planned seconds of the line's calendar have passed since the one before it
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isfinite

from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.orders import PRODUCT_MOST, RUNNING, WorkOrder
from console.domain.people import plain_text
from console.domain.products import Product
from console.domain.shifts import Calendar, Shift

FULL = 1.0  # load / capacity from which a shift is overloaded
ANY = "*"  # in the matrix: any family
CHANGEOVER_MOST = 604_800.0  # seconds: a week


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


@dataclass(frozen=True, slots=True)
class ShiftLoad:
    """How full a shift is: planned seconds there are, and seconds of work and changeover that fall into it."""

    line: str
    shift: Shift
    capacity: float
    work: float
    changeover: float
    orders: tuple[str, ...] = ()

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


def sequence(orders: Iterable[WorkOrder], line: str) -> list[WorkOrder]:
    """The open orders of a line as they will be made: what runs first, rush orders next, then by their place."""
    mine = [order for order in orders if order.line == line and order.open]
    return sorted(mine, key=lambda o: (o.column != RUNNING, not o.rush, _columns(o), o.rank, o.made, o.id))


def plan(
    orders: Iterable[WorkOrder],
    line: PlannedLine,
    products: Mapping[str, Product],
    matrix: Matrix,
    now: float,
    made: Mapping[str, int] | None = None,
) -> tuple[Slot, ...]:
    """When each open order of a line begins and ends. `made`: good pieces by order id as the line counts them."""
    found: list[Slot] = []
    at: float | None = now
    before = ""
    for order in sequence(orders, line.id):
        product = products.get(order.product)
        family = product.family or order.product if product else order.product
        setup = max((step.setup for step in product.steps), default=0.0) if product else 0.0
        running = order.column == RUNNING
        change = 0.0 if running or not before else matrix.seconds(line.id, before, family, setup)
        each = (product.seconds if product else 0.0) or line.takt or 0.0
        left = max(0, order.quantity - max(order.good, (made or {}).get(order.id, 0)))
        seconds = left * each if each else None
        start = _after(line.calendar, at, change)
        finish = _after(line.calendar, start, seconds) if seconds is not None else None
        due = order.due.timestamp() if order.due is not None else None
        late = finish - due if finish is not None and due is not None else None
        found.append(Slot(order, start, finish, change, seconds, late))
        at, before = finish if finish is not None else start, family
    return tuple(found)


def loads(slots: Sequence[Slot], line: PlannedLine, start: float, end: float) -> tuple[ShiftLoad, ...]:
    """Every shift of the line that begins in [start, end): what falls into it of each order and changeover."""
    shifts = [shift for shift in line.calendar.shifts_between(start, end) if start <= shift.start < end]
    return tuple(_load(slots, line, shift) for shift in shifts)


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
            product = products.get(order.product)
            each = (product.seconds if product else 0.0) or line.takt or 0.0
            key = (order.planned_day.isoformat(), order.planned_shift)
            found[key] = found.get(key, 0.0) + order.left * each
    return found


def _columns(order: WorkOrder) -> int:
    return ("running", "hold", "released", "planned").index(order.column)


def _after(calendar: Calendar, at: float | None, seconds: float) -> float | None:
    """When so many planned seconds have passed since `at`; None: not within a year."""
    if at is None:
        return None
    return at if seconds <= 0 else calendar.after_planned(at, seconds)


def _load(slots: Sequence[Slot], line: PlannedLine, shift: Shift) -> ShiftLoad:
    work = change = 0.0
    orders: list[str] = []
    for slot in slots:
        if slot.start is None or slot.finish is None:
            continue
        begun = line.calendar.before_planned(slot.start, slot.changeover) if slot.changeover > 0 else slot.start
        if begun is not None:
            change += _within(line.calendar, max(begun, shift.start), min(slot.start, shift.end))
        inside = _within(line.calendar, max(slot.start, shift.start), min(slot.finish, shift.end))
        if inside > 0:
            work += inside
            orders.append(slot.order.id)
    capacity = line.calendar.planned_seconds(shift.start, shift.end)
    return ShiftLoad(line.id, shift, capacity, work, change, tuple(orders))


def _within(calendar: Calendar, a: float, b: float) -> float:
    return calendar.planned_seconds(a, b) if b > a else 0.0
