"""The plan of a running console: every line's week, with or without what is being tried. Main thread; no records of its
own: it takes orders and truths from `console.orders` and computes a line again only when something of it changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from math import inf
from typing import TYPE_CHECKING

from console.app.queries.products import changeovers
from console.domain.commands.planning import SavePlan
from console.domain.errors import Refusal
from console.domain.events import RecordChanged
from console.domain.order_truth import forecasts
from console.domain.orders import WorkOrder
from console.domain.plan_draft import (
    Draft,
    Placement,
    PlanChanged,
    PlanNoShift,
    PlanShiftOver,
    Seen,
    put_into,
    taken_off,
)
from console.domain.plan_sorted import sorted_shift
from console.domain.plan_week import LineWeek, ShiftPlan, TaktNeed, line_week, takt_need, to_be_planned
from console.domain.planning import Changeover, Delay, Matrix, PlannedLine, Slot, delays, plan
from console.domain.products import Product

if TYPE_CHECKING:
    from console.app.console import Console

MINUTE = 60.0
Key = tuple[date, str]  # a shift: its day and name


@dataclass(frozen=True, slots=True)
class Effect:
    """What a draft does to the lines that it touches."""

    delays: tuple[Delay, ...] = ()  # worst first; negative: earlier
    before: Mapping[str, LineWeek] = field(default_factory=dict)
    after: Mapping[str, LineWeek] = field(default_factory=dict)

    @property
    def late(self) -> tuple[Delay, ...]:
        """Orders that were in time and would not be."""
        return tuple(one for one in self.delays if one.becomes_late)

    @property
    def changeover(self) -> tuple[float, float]:
        """Seconds of all changeovers of these lines, before and after."""
        return sum(one.changeover for one in self.before.values()), sum(one.changeover for one in self.after.values())


def planned_lines(console: Console) -> dict[str, PlannedLine]:
    """The lines of the plant as they are planned, by id, area by area."""
    hearings = console.floor.line_hearings
    ids = [live.line.id for live in console.floor.lines]
    return {id: PlannedLine(id, hearings[id].calendar, hearings[id].takt) for id in ids}


class Planner:
    """Holds the draft as long as the program runs; `changed` is called when there is something new to show."""

    def __init__(self, console: Console, changed: Callable[[], None]) -> None:
        self.console, self.changed = console, changed
        self.draft = Draft()
        self.monday = date(1970, 1, 5)  # of the week that is shown
        self.matrix = Matrix([])
        self.known: dict[str, Seen] = {}  # open orders as the records have them
        self.orders: dict[str, WorkOrder] = {}  # as they would be with the draft
        self.lines: dict[str, PlannedLine] = {}
        self.weeks: dict[str, LineWeek] = {}  # with the draft
        self.saving = False
        self._read = 0  # times that products or changeovers became others
        self._products: Mapping[str, Product] = {}
        self._made: dict[str, int] = {}  # good pieces that lines counted, by order
        self._ends: dict[str, float] = {}  # forecast finish of those that run, by order
        self._plans: dict[tuple[str, bool], tuple[object, LineWeek]] = {}
        self.end = console.on(RecordChanged, self._record_changed)  # hear nothing any more

    # What is known

    def read_matrix(self) -> None:
        """Ask for the changeovers; they are read on the products' page."""
        self.console.office.ask(
            changeovers, lambda kept: self._matrix_read([one.value for one in kept]), lambda _: None
        )

    def refresh(self) -> None:
        """Take what the console knows now."""
        board = self.console.orders.board if self.console.orders is not None else None
        cards = board.cards if board is not None else ()
        self.known = {card.order.id: Seen(card.order, card.version) for card in cards if card.order.open}
        products = self.console.orders.products if self.console.orders is not None else {}
        if products != self._products:
            self._products, self._read = dict(products), self._read + 1
        truths = self.console.orders.truths if self.console.orders is not None else {}
        self._made = {id: truth.good for id, truth in truths.items() if truth.good is not None}
        self._ends = forecasts(truths)
        self.lines = planned_lines(self.console)
        self.draft = self.draft.refreshed(self.known)
        self.compute()

    def compute(self) -> None:
        """Bring plans and weeks up to date with orders, draft and clock."""
        self.orders = {order.id: order for order in self.draft.on(one.order for one in self.known.values())}
        of_line = self._by_line(self.orders.values())
        self.weeks = {id: self._week(id, of_line.get(id, ()), True) for id in self.lines}

    @property
    def now(self) -> float:
        """Seconds UTC."""
        return self.console.now()

    @property
    def tray(self) -> tuple[WorkOrder, ...]:
        """Orders that are to be planned: rush orders first, then by the day they are due."""
        loose = {slot.order.id for week in self.weeks.values() for slot in week.slots if to_be_planned(slot, self.now)}
        wanted = [o for o in self.orders.values() if o.id in loose or o.line not in self.lines]
        return tuple(sorted(wanted, key=lambda o: (not o.rush, o.due.timestamp() if o.due else inf, o.number)))

    def slot(self, id: str) -> Slot | None:
        """How an order would be made; None without a line."""
        order = self.orders.get(id)
        week = self.weeks.get(order.line) if order is not None else None
        return next((slot for slot in week.slots if slot.order.id == id), None) if week is not None else None

    def cell(self, line: str, key: Key) -> ShiftPlan | None:
        """A shift of the week that is shown; None where the line has none."""
        week = self.weeks.get(line)
        return week.shifts.get(key) if week is not None else None

    def takt(self, line: str) -> TaktNeed | None:
        """What the shift of now asks of a line, against the cycle of its pace station; None outside shifts."""
        known = self.lines.get(line)
        shift = known.calendar.shift_at(self.now) if known is not None else None
        if shift is None:
            return None
        week = self.weeks[line]
        cell = week.shifts.get((shift.day, shift.name))
        if cell is None:  # another week is shown
            slots = self._plans[line, True][1].slots if (line, True) in self._plans else ()
            cell = line_week(slots, self.lines[line], shift.day, self.now).shifts.get((shift.day, shift.name))
        return takt_need(cell, self._made, self._cycle(line)) if cell is not None else None

    # Trying

    @property
    def effect(self) -> Effect:
        """What the draft does."""
        placed = self.draft.placed
        lines = {one.line for one in placed.values()} | {self.draft.seen[id].order.line for id in placed}
        of_line = self._by_line(one.order for one in self.known.values())
        mine = [line for line in self.lines if line in lines]
        before = {line: self._week(line, of_line.get(line, ()), False) for line in mine}
        after = {line: self.weeks[line] for line in mine}
        was = (slot for week in before.values() for slot in week.slots)
        will = (slot for week in after.values() for slot in week.slots)
        return Effect(delays(was, will), before, after)

    def left(self, order: WorkOrder) -> int:
        """Pieces that are still to be made, by what the line counts or what was confirmed, whichever is more."""
        return max(0, order.quantity - max(order.good, self._made.get(order.id, 0)))

    def rush_delays(self, id: str) -> tuple[Delay, ...]:
        """What a rush order delays as it lies now, worst first: the plan of its line with and without it."""
        order = self.orders.get(id)
        if order is None or not order.rush or order.line not in self.weeks:
            return ()
        others = [one for one in self.orders.values() if one.line == order.line and one.id != id]
        line = self.lines[order.line]
        without = plan(others, line, self._products, self.matrix, self.now, self._made, self._ends)
        return delays(without, self.weeks[order.line].slots)

    def move(self, id: str, line: str, key: Key, before: str = "") -> bool:
        """Try an order in a shift, in front of another one, "" = last. Whether anything changed.

        PlanRuns, PlanNoShift, PlanShiftOver.
        """
        cell = self.cell(line, key)
        if cell is None:
            raise PlanNoShift(line=line, shift=key[1], day=key[0])
        if cell.shift.end <= self.now:
            raise PlanShiftOver(shift=key[1], day=key[0])
        slots, start = self.weeks[line].slots, cell.shift.start
        earlier = [s.order for s in slots if s.shift is not None and s.shift.start < start]
        later = [s.order for s in slots if s.shift is None or s.shift.start > start]
        there = [slot.order for slot in cell.slots]
        return self._try((put_into(self.orders[id], line, key, there, before, earlier, later),))

    def take_off(self, id: str) -> bool:
        """Try an order without a shift; PlanRuns."""
        return self._try((taken_off(self.orders[id]),)) if self.orders[id].planned_day is not None else False

    def sort(self, line: str, keys: Iterable[Key]) -> bool:
        """Try the sequence with the fewest changeovers in each of these shifts of a line; whether one was found.

        Nothing is proposed that would make an order of the line late that is in time.
        """
        draft = self.draft
        step: dict[str, Placement] = {}
        for key in keys:
            cell = self.cell(line, key)
            if cell is not None:
                found = sorted_shift(cell, self.weeks[line].slots, self.lines[line], self._products, self.matrix)
                step |= {moved.order: moved for moved in found}
            if step:  # the next shift begins with what this one ends with
                self.draft = draft.done(tuple(step.values()), self._seen(step))
                self.compute()
        self.draft = draft
        self.compute()
        if not step:
            return False
        before = self.weeks[line]
        self._try(tuple(step.values()))
        late = any(one.becomes_late for one in delays(before.slots, self.weeks[line].slots))
        if late or self.weeks[line].changeover >= before.changeover - 1.0:
            self.draft = draft
            self.compute()
            self.changed()
            return False
        return True

    def undo(self) -> None:
        """Take the last step back."""
        self._keep(self.draft.undo())

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._keep(self.draft.redo())

    def discard(self) -> None:
        """Try nothing any more."""
        self._keep(Draft())

    def drop(self, id: str) -> None:
        """Take over what somebody else made of an order."""
        self._keep(self.draft.without(id))

    def keep(self, id: str) -> None:
        """Mean the placement of an order all the same, now that it is seen what somebody else made of it."""
        if id in self.known:
            self._keep(self.draft.kept(self.known[id]))

    def save(self, done: Callable[[int], None], refused: Callable[[Refusal], None]) -> None:
        """Give the plan to the records: all of it or nothing; where it is refused the draft stays."""
        placements = self.draft.placements
        if self.saving or not placements:
            return
        differs = self.draft.differs(self.known)
        if differs:
            refused(
                PlanChanged(orders=tuple(one.seen.number for one in differs), ids=tuple(one.seen.id for one in differs))
            )
            return
        self.saving, given = True, self.draft.steps

        def saved(_: object) -> None:
            self.saving = False
            self._settle(placements, given)
            done(len(placements))

        def failed(refusal: Refusal) -> None:
            self.saving = False
            refused(refusal)
            self.changed()

        self.console.office.do(SavePlan(placements), saved, failed)

    # Inside

    def _settle(self, placements: Iterable[Placement], given: tuple[tuple[Placement, ...], ...]) -> None:
        """It is saved: show it so until the records are read again. What was tried since then is still tried."""
        steps = self.draft.steps
        since = steps[len(given) :] if steps[: len(given)] == given else ()
        later = tuple(tuple(one for one in step if one.order in self.known) for step in since)
        for to in placements:
            if to.order in self.known:
                seen = self.known[to.order]
                order = replace(seen.order, line=to.line, planned_day=to.day, planned_shift=to.shift, rank=to.rank)
                self.known[to.order] = Seen(order, seen.version + 1)
        self.draft = Draft(later, (), {one.order: self.known[one.order] for step in later for one in step})
        self.compute()
        self.changed()

    def _try(self, step: tuple[Placement, ...]) -> bool:
        step = tuple(one for one in step if _moves(one, self.orders[one.order]))
        if not step:
            return False
        self._keep(self.draft.done(step, self._seen(one.order for one in step)))
        return True

    def _seen(self, ids: Iterable[str]) -> list[Seen]:
        return [self.known[id] for id in ids]

    def _keep(self, draft: Draft) -> None:
        self.draft = draft
        self.compute()
        self.changed()

    def _week(self, line: str, orders: Iterable[WorkOrder], tried: bool) -> LineWeek:
        """The week of a line, computed again when its orders, pieces, products, matrix or the minute changed."""
        known = self.lines[line]
        orders = tuple(orders)
        counted = tuple((o.id, self._made[o.id]) for o in orders if o.id in self._made)
        ends = tuple((o.id, int(self._ends[o.id] // MINUTE)) for o in orders if o.id in self._ends)
        key = (orders, counted, ends, self._read, self.monday, int(self.now // MINUTE), known)
        cached = self._plans.get((line, tried))
        if cached is None or cached[0] != key:
            slots = plan(orders, known, self._products, self.matrix, self.now, self._made, self._ends)
            cached = self._plans[line, tried] = (key, line_week(slots, known, self.monday, self.now))
        return cached[1]

    def _cycle(self, line: str) -> float | None:
        live = self.console.floor.line(line)
        pace = live.line.pace_station
        station = next((one for one in live.stations if pace is not None and one.station.id == pace.id), None)
        return (station.cycle_mean or station.cycle) if station is not None else None

    @staticmethod
    def _by_line(orders: Iterable[WorkOrder]) -> dict[str, list[WorkOrder]]:
        found: dict[str, list[WorkOrder]] = {}
        for order in orders:
            found.setdefault(order.line, []).append(order)
        return found

    def _matrix_read(self, entries: list[Changeover]) -> None:
        self.matrix = Matrix(entries)
        self._read += 1
        self.compute()
        self.changed()

    def _record_changed(self, event: RecordChanged) -> None:
        if event.kind == "changeover":
            self.read_matrix()


def _moves(to: Placement, order: WorkOrder) -> bool:
    where = (order.line, order.planned_day, order.planned_shift, order.rank)
    return (to.line, to.day, to.shift, to.rank) != where
