"""Trying a plan: placements of orders that are not saved, step by step, with undo, and what others changed meanwhile.

A draft holds, beside each order that it places elsewhere, the order as it was seen then. When somebody changes what
matters to its place or its length, the draft is not saved over that: it says what differs, and a person decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from console.domain.cardflow import DIGITS, between
from console.domain.errors import Refusal
from console.domain.orders import RUNNING, WorkOrder

RANK_MOST = 255  # characters
MATTERS = ("line", "planned_day", "planned_shift", "rank", "column", "product", "quantity", "due", "rush")


class PlanChanged(Refusal):
    """Somebody else changed orders of this plan meanwhile: nothing of it was saved. facts: orders (numbers), ids."""

    code = "plan_changed"


class PlanUnfit(Refusal):
    """A plan cannot be so. facts: order, field."""

    code = "plan_unfit"


class PlanRuns(Refusal):
    """An order that runs stays on its line and in its place. facts: order (number)."""

    code = "plan_runs"


class PlanShiftOver(Refusal):
    """Nothing is put into a shift that is over. facts: shift, day."""

    code = "plan_shift_over"


class PlanNoShift(Refusal):
    """The line has no such shift. facts: line, shift, day."""

    code = "plan_no_shift"


@dataclass(frozen=True, slots=True)
class Placement:
    """Where an order shall be, of which this version was seen; `day` None: it has no shift."""

    order: str
    version: int
    line: str
    day: date | None
    shift: str
    rank: str


@dataclass(frozen=True, slots=True)
class Seen:
    """An order as somebody saw it."""

    order: WorkOrder
    version: int


@dataclass(frozen=True, slots=True)
class Differs:
    """An order of a draft that somebody else changed since it was seen; `now` None: it has ended or is gone."""

    seen: WorkOrder
    now: WorkOrder | None


@dataclass(frozen=True, slots=True)
class Draft:
    """What is tried: steps, the last ones undone; each step places orders."""

    steps: tuple[tuple[Placement, ...], ...] = ()
    undone: tuple[tuple[Placement, ...], ...] = ()  # the last one undone last
    seen: Mapping[str, Seen] = field(default_factory=dict)

    @property
    def placed(self) -> dict[str, Placement]:
        """The placement of each order that would be elsewhere than it was seen."""
        last = {one.order: one for step in self.steps for one in step}
        return {id: one for id, one in last.items() if not _same(one, self.seen[id].order)}

    @property
    def placements(self) -> tuple[Placement, ...]:
        """What would be saved, with the versions that were seen."""
        return tuple(replace(one, version=self.seen[id].version) for id, one in self.placed.items())

    def on(self, orders: Iterable[WorkOrder]) -> list[WorkOrder]:
        """The orders as they would be."""
        placed = self.placed
        return [as_placed(order, placed[order.id]) if order.id in placed else order for order in orders]

    def done(self, step: tuple[Placement, ...], seen: Iterable[Seen]) -> Draft:
        """With one step more; `seen`: its orders as they are shown without the draft."""
        known = {one.order.id: one for one in seen} | dict(self.seen)
        return Draft((*self.steps, step), (), {id: known[id] for id in known if id in self.seen or _in(id, step)})

    def undo(self) -> Draft:
        """Without the last step; the same where there is none."""
        return replace(self, steps=self.steps[:-1], undone=(*self.undone, *self.steps[-1:]))

    def redo(self) -> Draft:
        """With the step again that was undone last."""
        return replace(self, steps=(*self.steps, *self.undone[-1:]), undone=self.undone[:-1])

    def without(self, id: str) -> Draft:
        """Nothing is tried any more with this order."""
        kept = [tuple(one for one in step if one.order != id) for step in self.steps]
        return Draft(
            tuple(step for step in kept if step), (), {key: one for key, one in self.seen.items() if key != id}
        )

    def kept(self, now: Seen) -> Draft:
        """The order was looked at as it is now, and its placement is meant all the same."""
        return replace(self, seen={**self.seen, now.order.id: now})

    def refreshed(self, now: Mapping[str, Seen]) -> Draft:
        """With the versions of now, where nothing that matters to a plan was changed; counts may go on."""
        fresh = {id: now[id] for id, one in self.seen.items() if id in now and not _differs(one.order, now[id].order)}
        if all(self.seen[id].version == one.version for id, one in fresh.items()):
            return self
        return replace(self, seen={**self.seen, **fresh})

    def differs(self, now: Mapping[str, Seen]) -> tuple[Differs, ...]:
        """Orders of the draft that somebody else changed, so that it matters."""
        found = []
        for id in self.placed:
            seen, other = self.seen[id].order, now.get(id)
            if other is None or not other.order.open:
                found.append(Differs(seen, None))
            elif _differs(seen, other.order):
                found.append(Differs(seen, other.order))
        return tuple(found)


def as_placed(order: WorkOrder, to: Placement) -> WorkOrder:
    """The order where a placement has it."""
    return replace(order, line=to.line, planned_day=to.day, planned_shift=to.shift, rank=to.rank)


def checked_placement(to: Placement) -> Placement:
    """The placement; PlanUnfit where it names a shift without a line or a day, or a rank that cannot be one."""
    if to.day is not None and not to.line:
        raise PlanUnfit(order=to.order, field="line")
    if to.shift and to.day is None:
        raise PlanUnfit(order=to.order, field="day")
    if not 0 < len(to.rank) <= RANK_MOST or to.rank.endswith(DIGITS[0]) or {*to.rank} - {*DIGITS}:
        raise PlanUnfit(order=to.order, field="rank")
    return to


def put_into(
    order: WorkOrder,
    line: str,
    shift: tuple[date, str],
    cell: Iterable[WorkOrder],
    before: str,
    earlier: Iterable[WorkOrder] = (),
    later: Iterable[WorkOrder] = (),
    version: int = 0,
) -> Placement:
    """The placement of an order in a shift of a line, in front of another one there ("" = last); PlanRuns.

    `cell`: the orders of that shift in their sequence; `earlier`, `later`: those of the line before and after it. Only
    with orders of its own column an order changes places, and rush orders only with each other: what is released is
    made before what is planned, a rush order before the others.
    """
    if order.column == RUNNING:
        raise PlanRuns(order=order.number)
    there = [one for one in cell if one.id != order.id]
    ids = [one.id for one in there]
    after = {*ids[ids.index(before) :]} if before in ids else set()
    peers = [one for one in there if (one.column, one.rush) == (order.column, order.rush)]
    at = next((i for i, one in enumerate(peers) if one.id in after), len(peers))
    low, high = peers[at - 1].rank if at else "", peers[at].rank if at < len(peers) else ""
    if not low:
        low = max((rank for rank in _ranks(earlier, order, line) if not high or rank < high), default="")
    if not high:
        high = min((rank for rank in _ranks(later, order, line) if rank > low), default="")
    return Placement(order.id, version, line, *shift, between(low, high))


def taken_off(order: WorkOrder, version: int = 0) -> Placement:
    """The placement of an order that has no shift any more; PlanRuns."""
    if order.column == RUNNING:
        raise PlanRuns(order=order.number)
    return Placement(order.id, version, order.line, None, "", order.rank)


def reordered(orders: Iterable[WorkOrder], ids: Iterable[str], versions: Mapping[str, int]) -> tuple[Placement, ...]:
    """How orders of one shift and column come into another sequence: they take each other's ranks."""
    known = {one.id: one for one in orders}
    ranks = sorted(one.rank for one in known.values())
    for i in range(1, len(ranks)):  # equal ones are drawn apart
        if ranks[i] <= ranks[i - 1]:
            ranks[i] = between(ranks[i - 1], next((rank for rank in ranks[i:] if rank > ranks[i - 1]), ""))
    moved = ((known[id], rank) for id, rank in zip(ids, ranks, strict=True))
    return tuple(
        Placement(one.id, versions.get(one.id, 0), one.line, one.planned_day, one.planned_shift, rank)
        for one, rank in moved
        if one.rank != rank
    )


def _ranks(orders: Iterable[WorkOrder], order: WorkOrder, line: str) -> list[str]:
    return [one.rank for one in orders if (one.column, one.line) == (order.column, line) and one.id != order.id]


def _same(one: Placement, order: WorkOrder) -> bool:
    where = (order.line, order.planned_day, order.planned_shift, order.rank)
    return (one.line, one.day, one.shift, one.rank) == where


def _differs(seen: WorkOrder, now: WorkOrder) -> bool:
    return any(getattr(seen, name) != getattr(now, name) for name in MATTERS)


def _in(id: str, step: Iterable[Placement]) -> bool:
    return any(one.order == id for one in step)
