"""What is known of every order, kept up: running ones about once a second, the others a few at each beat.

Main thread, never waits. Counts come from the floor, places in the plan from the thread of the plans.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol, TypeVar

from console.app.orderplans import Asked, OrderPlans, Plans
from console.domain.lines import LineHearing
from console.domain.order_counts import Pieces, plus
from console.domain.order_truth import Facts, Found, Truth, forecasts, truth_of
from console.domain.orders import DONE, RUNNING, Confirmation, WorkOrder
from console.domain.planning import Changeover, PlannedLine
from console.domain.products import LineStock, Product
from console.domain.progress import Order
from console.domain.rounds import Round
from console.domain.stations import StationState

if TYPE_CHECKING:
    from console.app.console import Console

BEATS = 4  # in which every order that runs is looked at once, and every line: about a second
PLAN_EVERY, PLAN_OLD = 4.0, 30.0  # seconds: between two plans where something changed, and where nothing did
A_DAY = 86_400.0  # seconds
BUDGET = 0.001  # seconds of a beat in which the others are looked at


@dataclass(frozen=True, slots=True)
class Known:
    """What the records hold of orders, as it was read."""

    orders: Mapping[str, WorkOrder]
    products: Mapping[str, Product]
    stock: tuple[LineStock, ...]
    changeovers: tuple[Changeover, ...] = ()
    confirmed: Mapping[str, tuple[Confirmation, ...]] = field(default_factory=dict)  # of these hours, by order
    changed: Set[str] = frozenset()  # orders that are others than when they were read before


class _OnLine(Protocol):
    @property
    def line(self) -> str: ...


T = TypeVar("T", bound=_OnLine)


class OrderTruths:
    """One for each console. `truths` is what screens read, `dirty` that something they show is different."""

    def __init__(self, console: Console) -> None:
        self.truths: dict[str, Truth] = {}
        self.at_risk: set[str] = set()  # open orders with a serious finding
        self.dirty = False
        self._console = console
        self._plans = Plans()
        self._planner = OrderPlans(console.mailbox)
        self._plan_at = 0.0
        self._replan = True
        self._known = Known({}, {}, ())
        self._running: list[WorkOrder] = []
        self._round: Round[str] = Round(())  # ids of those that run
        self._round_of: list[str] = []
        self._others: deque[str] = deque()  # ids, the next one first
        self._beats = 0
        self._places: dict[str, list[str]] = {}  # by number in small letters: lines that work on it
        self._counted: dict[str, list[LineHearing]] = {}  # by number in small letters: lines that counted for it
        self._unseen: set[str] = set()  # numbers in small letters: orders that nobody here saw begin

    def take(self, known: Known) -> None:
        """The records were read."""
        self._known = known
        self._replan = True
        self._running = [order for order in known.orders.values() if order.column == RUNNING]
        running = [order.id for order in self._running]
        if running != self._round_of:  # else it goes on: the records may change before it is once round
            self._round, self._round_of = Round(running), running
        others = {id: None for id, order in known.orders.items() if order.column != RUNNING}
        first = (id for id in known.changed if id in known.orders)
        self._others = deque(dict.fromkeys((*first, *(id for id in self._others if id in others), *others)))
        for gone in self.truths.keys() - known.orders.keys():
            del self.truths[gone]
            self.at_risk.discard(gone)
        self._beats = 0

    def beat(self, at: float) -> None:
        """One beat; `at` is monotonic."""
        self._plan(at)
        if self._beats % BEATS == 0:
            self._look_at_lines()
        self._beats += 1
        for id in self._round.take(1 / BEATS):
            self._find(self._known.orders[id])
        end = time.perf_counter() + BUDGET
        for _ in range(len(self._others)):
            id = self._others[0]
            self._others.rotate(-1)
            self._find(self._known.orders[id])
            if time.perf_counter() > end:
                break

    def close(self) -> None:
        """End."""
        self._planner.close()

    # Lines

    def _assign(self) -> None:
        """Where no machine tells orders, pieces belong to the order that people run there."""
        floor = self._console.floor
        running: dict[str, str] = {}
        for order in self._running:
            running.setdefault(order.line, order.number)
        for name, line in floor.line_hearings.items():
            line.assigned = running.get(name, "")

    def _look_at_lines(self) -> None:
        self._assign()
        self._places, self._counted = {}, {}
        self._unseen = {
            number.casefold() for line in self._console.floor.line_hearings.values() for number in line.unsure
        }
        for name, line in self._console.floor.line_hearings.items():
            for number in line.active_orders():
                self._places.setdefault(number.casefold(), []).append(name)
            for number in line.known_orders():
                self._counted.setdefault(number, []).append(line)

    def _pieces(self, order: WorkOrder) -> Pieces | None:
        number = order.number.casefold()
        lines = list(self._counted.get(number, ()))
        hearings = self._console.floor.line_hearings
        for name in (*self._places.get(number, ()), *((order.line,) if order.column == RUNNING else ())):
            if name in hearings and hearings[name] not in lines:
                lines.append(hearings[name])
        found: Pieces | None = None
        for line in lines:
            if order.column == DONE and order.finished is not None:
                line.close_order(order.number, order.finished.timestamp())
            here = line.pieces(order.number)
            if here is not None:
                found = here if found is None else plus(found, here)
        return found

    # Finding

    def _find(self, order: WorkOrder) -> None:
        now = self._console.now()
        line = self._console.floor.line_hearings.get(order.line)
        places = self._places.get(order.number.casefold(), ())
        pieces = self._pieces(order)
        runs = _runs(line) if line is not None and order.column == RUNNING else None
        run = self._run(order, line, pieces) if line is not None and order.column == RUNNING else None
        good, scrap = self._confirmed(order, line)
        target = _target(line, order, now) if line is not None else 0
        whole = order.number.casefold() not in self._unseen
        facts = Facts(
            now, pieces, whole, good, scrap, tuple(places), runs, target, run, self._plans.slots.get(order.id),
            _stands(line, now) if line is not None else None, self._plans.shorts.get(order.id, ()),
        )  # fmt: skip
        truth = truth_of(order, facts)
        before = self.truths.get(order.id)
        self.truths[order.id] = truth
        (self.at_risk.add if order.open and truth.serious else self.at_risk.discard)(order.id)
        if before is None or shown(before) != shown(truth):
            self.dirty = True
            if before is None or (before.good, before.found) != (truth.good, truth.found):
                self._replan = self._replan or order.column == RUNNING

    def _run(self, order: WorkOrder, line: LineHearing, pieces: Pieces | None) -> Order:
        """The order as progress takes it: as the line counts it, else as it is confirmed."""
        target, due = order.quantity or None, order.due.timestamp() if order.due is not None else None
        product = self._known.products.get(order.product)
        takt = (product.seconds if product is not None else 0.0) or line.takt
        if line.live.order.casefold() == order.number.casefold() and line.counts_pieces:
            return line.run(line.order_start, target, takt, due)
        start = order.started.timestamp() if order.started is not None else None
        return Order(line.calendar, start, pieces.good if pieces is not None else order.good, target, takt, due)

    def _confirmed(self, order: WorkOrder, line: LineHearing | None) -> tuple[int, int]:
        """Good and scrap that were confirmed for an order in the shift of now, or since the last one ended."""
        given = self._known.confirmed.get(order.id, ())
        if line is not None and given:
            shift, now = line.live.shift, self._console.now()
            mine = (shift.day, shift.name) if shift is not None else None
            begun = shift.start if shift is not None else _last_end(line, now)
            given = tuple(
                one
                for one in given
                if ((one.day, one.shift) == mine if one.day is not None else one.at.timestamp() >= begun)
            )
        return sum(one.good for one in given), sum(one.scrap for one in given)

    # Planning

    def _plan(self, at: float) -> None:
        old = at - self._plan_at >= PLAN_OLD
        if self._planner.busy or at - self._plan_at < PLAN_EVERY or not (self._replan or old):
            return
        if any(order.id not in self.truths for order in self._running):
            return  # what was made of it is not known yet
        self._plan_at, self._replan = at, False
        known, floor = self._known, self._console.floor
        lines = tuple(PlannedLine(name, one.calendar, one.takt) for name, one in floor.line_hearings.items())
        made = {id: truth.good for id, truth in self.truths.items() if truth.good}
        orders = _by_line(order for order in known.orders.values() if order.open)
        asked = Asked(
            self._console.now(), lines, orders, known.products, known.changeovers, _by_line(known.stock), made,
            forecasts(self.truths),
        )  # fmt: skip
        self._planner.make(asked, self._planned)

    def _planned(self, plans: Plans) -> None:
        self._plans = plans


def shown(truth: Truth) -> tuple[object, ...]:
    """What screens show of it: numbers as they are written, times to the minute."""
    made = truth.progress
    ahead = round(made.ahead) if made is not None and made.ahead is not None else None
    times = (truth.finish, truth.stands_since, *((made.early, made.late) if made is not None else ()))
    counts = (truth.good, truth.scrap, truth.shift_good, truth.shift_scrap)
    return (counts, ahead, *(_minute(one) for one in times), *(_seen(one) for one in truth.found))


def _seen(found: Found) -> tuple[object, ...]:
    seconds = found.facts.get("seconds")
    facts = found.facts if not isinstance(seconds, float) else {**found.facts, "seconds": _minute(seconds)}
    return (found.what, found.serious, *facts.items())


def _minute(at: float | None) -> int | None:
    return None if at is None else int(at // 60)


def _last_end(line: LineHearing, now: float) -> float:
    """When the last shift of a line ended, of those in the last day; seconds UTC."""
    return max((shift.end for shift in line.calendar.shifts_between(now - A_DAY, now)), default=now - A_DAY)


def _runs(line: LineHearing) -> tuple[str, ...] | None:
    """The orders that a line says it works on; None where it has said nothing of orders."""
    found = line.active_orders()
    said = line.order_told or any(hearing.order_told for hearing in line.stations)
    return tuple(found) if found or said else None


def _target(line: LineHearing, order: WorkOrder, now: float) -> int:
    """How many pieces the line itself says that it makes of an order that it has now; 0 = it does not say."""
    here = line.live.order
    return line.said_of(here, now).target if here and here.casefold() == order.number.casefold() else 0


def _stands(line: LineHearing, now: float) -> float | None:
    """Since when the line stands still: its pace station is stopped for longer than a micro-stop."""
    pace = line.live.line.pace_station
    live = next((one for one in line.live.stations if pace is not None and one.station.id == pace.id), None)
    if live is None or live.state is not StationState.STOPPED:
        return None
    return live.since if now - live.since >= line.live.line.micro_stop else None


def _by_line(values: Iterable[T]) -> dict[str, tuple[T, ...]]:
    found: dict[str, list[T]] = {}
    for value in values:
        found.setdefault(value.line, []).append(value)
    return {line: tuple(many) for line, many in found.items()}


__all__ = ["Known", "OrderTruths", "shown"]
