"""What a new order, or one that is changed, delays on its line: the plan with it against the plan without it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from console.domain.order_truth import forecasts
from console.domain.orders import WorkOrder
from console.domain.planning import Delay, Matrix, PlannedLine, Slot, delays, plan

if TYPE_CHECKING:
    from console.app.console import Console


@dataclass(frozen=True, slots=True)
class WhatIf:
    """Where the order that is meant would lie, and what it moves of the others; the most delayed first."""

    own: Slot | None = None  # None: it has no line that the plant knows
    moved: tuple[Delay, ...] = ()

    @property
    def later(self) -> tuple[Delay, ...]:
        """What would be finished later."""
        return tuple(delay for delay in self.moved if (delay.seconds or 0.0) > 0)


def what_if(console: Console, meant: WorkOrder, before: WorkOrder | None, matrix: Matrix) -> WhatIf:
    """The plan with `meant` instead of `before` (None: it is new) against the plan as it is. Main thread."""
    orders = console.orders
    if orders is None:
        return WhatIf()
    lines = [line for line in dict.fromkeys((meant.line, before.line if before is not None else "")) if line]
    own: Slot | None = None
    moved: list[Delay] = []
    known = [order for order in orders.by_id.values() if order.open]
    for id in lines:
        line = planned_line(console, id)
        if line is None:
            continue
        here = [order for order in known if order.line == id and order.id != meant.id]
        was = [*here, before] if before is not None and before.line == id else here
        then = [*here, meant] if meant.line == id else here
        slots = _plan(console, line, was, matrix), _plan(console, line, then, matrix)
        own = own or next((slot for slot in slots[1] if slot.order.id == meant.id), None)
        moved += [delay for delay in delays(*slots) if delay.order.id != meant.id]
    return WhatIf(own, tuple(sorted(moved, key=lambda delay: -(delay.seconds or 0.0))))


def planned_line(console: Console, line: str) -> PlannedLine | None:
    """A line as plans take it; None for one that the plant does not know."""
    hearing = console.floor.line_hearings.get(line)
    return PlannedLine(line, hearing.calendar, hearing.takt) if hearing is not None else None


def _plan(console: Console, line: PlannedLine, orders: Iterable[WorkOrder], matrix: Matrix) -> tuple[Slot, ...]:
    known = console.orders
    assert known is not None
    made = {id: truth.good for id, truth in known.truths.items() if truth.good is not None}
    return plan(orders, line, known.products, matrix, console.now(), made, forecasts(known.truths))
