"""How a plan that was tried is kept: every placement, or none."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.domain import order_moves
from console.domain.commands import Stamp
from console.domain.commands import planning as ask
from console.domain.desk import Desk, Kept
from console.domain.order_refusals import NothingChanged
from console.domain.orders import RUNNING, WorkOrder
from console.domain.plan_draft import Placement, PlanChanged, PlanRuns, PlanUnfit, checked_placement

MOST = 5000  # placements in one plan


@handles(ask.SavePlan)
def save_plan(desk: Desk, stamp: Stamp, command: ask.SavePlan) -> None:
    """Keep where the orders shall be; a line that knows of an order must take note where it comes from another one."""
    wanted = {to.order: checked_placement(to) for to in command.placements}
    if len(wanted) != len(command.placements) or len(wanted) > MOST:
        raise PlanUnfit(field="placements")
    if not wanted:
        raise NothingChanged(order="")
    kept = {id: found[0] for id in wanted if (found := desk.kept(WorkOrder, id=id))}
    _as_seen(desk, wanted, kept)
    for to in command.placements:
        _put(desk, stamp, kept[to.order].value, to)


def _as_seen(desk: Desk, wanted: dict[str, Placement], kept: dict[str, Kept[WorkOrder]]) -> None:
    """PlanChanged with every order that is not as it was seen. A replay tells row by row who was first."""
    gone = [id for id in wanted if id not in kept]
    ended = [id for id, one in kept.items() if not one.value.open]
    seen = [id for id, one in kept.items() if wanted[id].version and one.version != wanted[id].version]
    changed = dict.fromkeys([*gone, *ended, *([] if desk.replaying else seen)])
    if changed:
        raise PlanChanged(orders=tuple(kept[id].value.number if id in kept else id for id in changed), ids=(*changed,))


def _put(desk: Desk, stamp: Stamp, order: WorkOrder, to: Placement) -> None:
    """OrderNoLine where a line knows of it already; no move of the board, so that there is none to be undone."""
    if order.column == RUNNING:
        raise PlanRuns(order=order.number)
    moved = order_moves.change(order, stamp.at, line=to.line, planned_day=to.day, planned_shift=to.shift)
    desk.put(replace(moved, rank=to.rank))
