"""How what is asked about work orders is carried out: load, let the domain decide, keep the order and its step."""

from __future__ import annotations

from dataclasses import replace

from console.app.handlers import handles
from console.app.handlers.flows import set_up
from console.app.handlers.people import AlreadyThere
from console.app.handlers.refusing import named
from console.domain import cardflow, order_moves, order_steps
from console.domain.cardflow import Flow, FlowStep
from console.domain.commands import CONSOLE, Stamp
from console.domain.commands import orders as ask
from console.domain.desk import ChangedMeanwhile, Desk, Missing
from console.domain.order_refusals import MoveOver, OrderNumberTaken, OrderOver
from console.domain.orders import DONE, ORDERS, PLANNED, Confirmation, WorkOrder, order_id
from console.domain.people import Person, Role
from console.domain.products import Product


@handles(ask.AddOrder)
def add_order(desk: Desk, stamp: Stamp, command: ask.AddOrder) -> None:
    """Keep a new one, last among those that are planned for its line."""
    product = desk.get(Product, command.product.strip())
    steps = order_steps.as_told(command.steps) or order_steps.steps_of(product)
    new = WorkOrder(
        order_id(command.number), command.number, command.product, command.quantity, stamp.at, stamp.who, command.line,
        command.due, command.rush, command.note, "", steps,
        planned_day=command.planned_day, planned_shift=command.planned_shift,
    )  # fmt: skip
    free(desk, new.id, new.number)
    desk.put(order_moves.add(new, planned(desk, new.line)))


@handles(ask.ChangeOrder)
def change_order(desk: Desk, stamp: Stamp, command: ask.ChangeOrder) -> None:
    """Keep what is said anew; where the line knows of it, what it has to take note of."""
    desk.expect(WorkOrder, command.order, command.version)
    order = desk.need(WorkOrder, command.order)
    fields = ("product", "quantity", "line", "due", "rush", "note", "planned_day", "planned_shift")
    told = {name: getattr(command, name) for name in fields}
    desk.put(order_moves.change(order, stamp.at, steps=order_steps.as_told(command.steps, order.steps), **told))


@handles(ask.MoveOrder)
def move_order(desk: Desk, stamp: Stamp, command: ask.MoveOrder) -> None:
    """Keep it in its new column; who saw it elsewhere was too late."""
    order = there(desk, command.order, command.where)
    if order.column != command.source:
        raise ChangedMeanwhile(kind="work_order", id=order.id)
    flow = set_up(desk, ORDERS)
    others = _in_column(desk, flow, command.target, order.line)
    roles = _roles(desk, stamp.who)
    moved = order_moves.go(order, command.target, others, roles, stamp.at, command.reason, command.over, flow)
    before = next((other for other in others if other.id == command.before), None)
    if before is not None and before.line == order.line:
        moved = cardflow.put(moved, before, others)
    _keep(desk, stamp, order, moved, "move", command.reason.strip(), command.over)


@handles(ask.RankOrder)
def rank_order(desk: Desk, stamp: Stamp, command: ask.RankOrder) -> None:
    """Keep its place among those of its column and line."""
    order = there(desk, command.order, command.where)
    others = desk.find(WorkOrder, column=order.column, line=order.line)
    before = desk.need(WorkOrder, command.before) if command.before else None
    _keep(desk, stamp, order, cardflow.put(order, before, others), "move")


@handles(ask.BlockOrder)
def block_order(desk: Desk, stamp: Stamp, command: ask.BlockOrder) -> None:
    """Keep why it cannot go on, and who says so."""
    order = there(desk, command.order, command.where)
    if not order.open:
        raise OrderOver(order=order.id, ended=order.ended.value)
    blocked = replace(cardflow.block(order, command.reason, stamp.at), blocked_by=stamp.who)
    _keep(desk, stamp, order, blocked, "block", blocked.blocked)


@handles(ask.LiftOrder)
def lift_order(desk: Desk, stamp: Stamp, command: ask.LiftOrder) -> None:
    """Keep that it can go on."""
    order = there(desk, command.order, command.where)
    _keep(desk, stamp, order, replace(cardflow.lift(order), blocked_by=""), "lift")


@handles(ask.UndoMove)
def undo_move(desk: Desk, stamp: Stamp, command: ask.UndoMove) -> None:
    """Keep it as it was, without the move; only the trail has it. Nothing else may have happened to it since."""
    order = there(desk, command.order, command.where)
    steps = desk.kept(FlowStep, card=order.id)
    written = {kept.last for kept in desk.kept(WorkOrder, id=order.id)}
    last = next((kept.value for kept in steps if kept.last in written), None)
    if last is None:
        raise MoveOver(card=order.id)
    flow = set_up(desk, ORDERS)
    others = _in_column(desk, flow, last.source, order.line)
    earlier = [kept.value for kept in steps if kept.value.id != last.id]
    desk.put(order_steps.undo(flow, order, last, earlier, others, stamp.at, stamp.who))
    desk.remove(FlowStep, last.id)


@handles(ask.SplitOrder)
def split_order(desk: Desk, stamp: Stamp, command: ask.SplitOrder) -> None:
    """Keep both parts."""
    order = there(desk, command.order, command.where)
    id = order_id(command.number)
    free(desk, id, command.number)
    others = planned(desk, order.line)
    for part in order_moves.split(order, command.pieces, id, command.number, others, stamp.at, stamp.who):
        desk.put(part)


@handles(ask.MergeOrders)
def merge_orders(desk: Desk, stamp: Stamp, command: ask.MergeOrders) -> None:
    """Keep the whole, and that the other one is part of it."""
    order, other = there(desk, command.order, command.where), desk.need(WorkOrder, command.other)
    whole, gone = order_moves.merge(order, other, stamp.at)
    desk.put(whole)
    _keep(desk, stamp, other, gone, "move")


@handles(ask.SeeOrderChange)
def see_order_change(desk: Desk, stamp: Stamp, command: ask.SeeOrderChange) -> None:
    """Keep who took note of the change; of one that nobody was shown nobody has taken note."""
    order = there(desk, command.order, command.where)
    if order.changed is not None and order.changed > command.seen:
        raise ChangedMeanwhile(kind="work_order", id=order.id)
    desk.put(order_moves.see(order, stamp.at, stamp.who))


@handles(ask.PassOrderStep)
def pass_order_step(desk: Desk, stamp: Stamp, command: ask.PassOrderStep) -> None:
    """Keep who handed it on when."""
    with named(desk):
        desk.put(order_steps.pass_step(there(desk, command.order, command.where), command.step, stamp.at, stamp.who))


@handles(ask.ConfirmOutput)
def confirm_output(desk: Desk, stamp: Stamp, command: ask.ConfirmOutput) -> None:
    """Keep what was confirmed, and the order's sums. It was made where it was given, wherever the order lies now."""
    if desk.get(Confirmation, command.confirmation) is not None:
        raise AlreadyThere(kind="order_confirmation", id=command.confirmation)
    order = desk.need(WorkOrder, command.order) if desk.replaying else there(desk, command.order, command.where)
    given = Confirmation(
        command.confirmation, order.id, command.where, stamp.at, stamp.who, command.good, command.scrap, command.rework,
        command.proposed_good, command.proposed_scrap, command.day, command.shift, command.reasons, command.note,
    )  # fmt: skip
    for value in order_moves.confirm(order, given):
        desk.put(value)


@handles(ask.TakeBackOutput)
def take_back_output(desk: Desk, stamp: Stamp, command: ask.TakeBackOutput) -> None:
    """Keep that it was a mistake, and the order's sums without it."""
    order, given = there(desk, command.order, command.where), desk.need(Confirmation, command.confirmation)
    if (given.order, given.who) != (order.id, command.by):
        raise Missing(kind="order_confirmation", id=given.id)
    with named(desk):
        for value in order_moves.take_back(order, given, stamp.at, stamp.who):
            desk.put(value)


# What the other handlers of orders use too


def there(desk: Desk, id: str, where: str) -> WorkOrder:
    """The order; Missing where it is not at the line that the right to act was checked for."""
    order = desk.need(WorkOrder, id)
    if order.line != where:
        raise Missing(kind="work_order", id=id)
    return order


def free(desk: Desk, id: str, number: str) -> None:
    """OrderNumberTaken where there is an order of this id, be it part of another one."""
    if desk.get(WorkOrder, id) is not None:
        raise OrderNumberTaken(number=number)


def planned(desk: Desk, line: str) -> list[WorkOrder]:
    """The orders among which a new one comes last."""
    return desk.find(WorkOrder, column=PLANNED, line=line)


def step(stamp: Stamp, before: WorkOrder, after: WorkOrder, what: str = "move", number: int = 0) -> FlowStep:
    """What happened to an order; the steps of one command are numbered, so that they sort as they happened."""
    id = f"{stamp.id}.{number:03}" if number else stamp.id
    return FlowStep(id, ORDERS.id, before.id, stamp.at, stamp.who, before.column, after.column, what, rank=before.rank)


def _keep(
    desk: Desk, stamp: Stamp, before: WorkOrder, after: WorkOrder, what: str, reason: str = "", over: bool = False
) -> None:
    if after != before:
        desk.put(after)
        desk.put(replace(step(stamp, before, after, what), reason=reason, over=over))


def _in_column(desk: Desk, flow: Flow, column: str, line: str) -> list[WorkOrder]:
    """The orders that a limit and a place are found among; what is done has neither."""
    if column not in {one.id for one in flow.columns} or column == DONE:
        return []
    told = flow.column(column)
    if told.limit and not told.per_lane:
        return desk.find(WorkOrder, column=column)
    return desk.find(WorkOrder, column=column, line=line)


def _roles(desk: Desk, who: str) -> frozenset[Role]:
    """The roles by which somebody may move; the console and administrators are everything."""
    person = desk.get(Person, who) if who != CONSOLE else None
    roles = person.roles if person is not None else frozenset()
    return frozenset(Role) if who == CONSOLE or Role.ADMINISTRATOR in roles else roles
