"""How orders come in that nobody typed: from lines, and from other systems. Twice the same changes nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.orders import planned, step
from console.domain import order_moves, order_steps
from console.domain.cardflow import between
from console.domain.commands import CONSOLE, Stamp
from console.domain.commands import orders as ask
from console.domain.desk import Desk
from console.domain.exchange import Difference, Draft, TooManyRows, value_of
from console.domain.orders import RUNNING, Field, WorkOrder, order_id
from console.domain.people import NAME_MOST, plain_text
from console.domain.products import Product
from console.domain.told_orders import hear, told

SLICE_MOST = 500  # drafts and changes in one command


@handles(ask.TellOrders)
def tell_orders(desk: Desk, stamp: Stamp, command: ask.TellOrders) -> None:
    """Keep what is new about them; an order that nobody planned is made."""
    for number, said in enumerate(command.orders, 1):
        fresh = told(said, CONSOLE)
        if fresh is None:
            continue
        before = desk.get(WorkOrder, fresh.id) or fresh
        after = hear(before, said)
        desk.put(after)
        if after.column != before.column:
            desk.put(replace(step(stamp, before, after, number=number), at=said.at))


@handles(ask.ImportOrders)
def import_orders(desk: Desk, stamp: Stamp, command: ask.ImportOrders) -> None:
    """Keep the drafts that are new, last on their lines, and the fields that still are as they were compared."""
    rows = len(command.drafts) + len(command.changes)
    if rows > SLICE_MOST:
        raise TooManyRows(rows=rows, most=SLICE_MOST)
    _add(desk, stamp, plain_text(command.source, "name", NAME_MOST), command.drafts)
    by_order: dict[str, list[Difference]] = {}
    for difference in command.changes:
        by_order.setdefault(difference.order, []).append(difference)
    for id, differences in by_order.items():
        order = desk.get(WorkOrder, id)
        if order is not None and order.open:
            desk.put(_changed(order, stamp, differences))


def _add(desk: Desk, stamp: Stamp, source: str, drafts: Iterable[Draft]) -> None:
    last: dict[str, str] = {}
    for draft in drafts:
        id, line = order_id(draft.number), draft.line or ""
        if desk.get(WorkOrder, id) is not None:
            continue
        if line not in last:
            last[line] = max((order.rank for order in planned(desk, line)), default="")
        last[line] = between(last[line], "")
        steps = order_steps.steps_of(desk.get(Product, draft.product))
        told = (line, draft.due, bool(draft.rush), draft.note or "", source, steps)
        new = WorkOrder(id, draft.number, draft.product, draft.quantity, stamp.at, stamp.who, *told)
        desk.put(order_moves.add(replace(new, rank=last[line]), ()))


def _changed(order: WorkOrder, stamp: Stamp, differences: Iterable[Difference]) -> WorkOrder:
    """The order with those fields that hold what they were compared with; what began meanwhile stays on its line."""
    stays = {Field.LINE} if order.column == RUNNING else set()
    same = {one.field: one for one in differences if one.field not in stays and _is(order, one.field, one.ours)}
    values = {field.value: value_of(field, one.theirs) for field, one in same.items()}
    return order_moves.change(order, stamp.at, **values) if values else order


def _is(order: WorkOrder, field: Field, words: str) -> bool:
    return bool(getattr(order, field.value) == value_of(field, words))
