"""What is done with work orders. Each move returns the orders as they are then, or says why it cannot be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from console.domain import cardflow, order_steps
from console.domain.cardflow import Flow, between
from console.domain.order_refusals import (
    ConfirmationGone,
    ConfirmationUnfit,
    NothingChanged,
    OrderLineBusy,
    OrderNoLine,
    OrderNumberTaken,
    OrderOver,
    OrdersNotAlike,
    OrderSplitUnfit,
    OrderUnfit,
    ShortNeedsReason,
)
from console.domain.orders import (
    DONE,
    HOLD,
    NOTE_MOST,
    NUMBER_MOST,
    ORDERS,
    PLANNED,
    PRODUCT_MOST,
    QUANTITY_MOST,
    RELEASED,
    RUNNING,
    STEPS_MOST,
    Confirmation,
    Ended,
    Field,
    OrderChange,
    WorkOrder,
)
from console.domain.people import Role, plain_text

Orders = Iterable[WorkOrder]
LINES = str.maketrans("\n\t", "  ")  # a note may have several lines
YEARS = range(2000, 3000)  # of planned days


def add(order: WorkOrder, others: Orders) -> WorkOrder:
    """A new order, last among those of its line; OrderUnfit, OrderNumberTaken."""
    made = _checked(order)
    known = list(others)
    if any(other.number.casefold() == made.number.casefold() for other in known if not other.merged_into):
        raise OrderNumberTaken(number=made.number)
    last = max((o.rank for o in known if (o.column, o.line) == (PLANNED, made.line)), default="")
    return replace(made, column=PLANNED, since=made.made, rank=made.rank or between(last, ""))


def change(order: WorkOrder, at: datetime, **told: object) -> WorkOrder:
    """The order with other PRODUCT, QUANTITY, LINE, DUE, RUSH or NOTE; what a line knows already it must see (D12).

    People are found able for steps at a line: at another one they are assigned anew.
    """
    _not_over(order)
    new = _checked(replace(order, **told), order)  # type: ignore[arg-type]
    if new.line != order.line:
        new = replace(new, steps=order_steps.unassigned(new.steps))
    if new.line != order.line and order.column == RUNNING:
        raise OrderUnfit(order=order.id, field=Field.LINE.value)
    if not new.line and order.told:
        raise OrderNoLine(order=order.id)
    found = [
        OrderChange(field, _words(order, field), _words(new, field))
        for field in Field
        if _words(order, field) != _words(new, field)
    ]
    if not found or not order.told:
        return new
    first = {change.field: change for change in order.changes}
    merged = [OrderChange(one.field, first.get(one.field, one).before, one.after) for one in found]
    kept = [one for one in order.changes if one.field not in {m.field for m in merged}]
    wanted = tuple(one for one in [*kept, *merged] if one.before != one.after)
    return replace(new, changes=wanted, changed=at if wanted else order.changed)


def see(order: WorkOrder, at: datetime, who: str) -> WorkOrder:
    """The line has taken note of what was changed; NothingChanged."""
    if not order.changes:
        raise NothingChanged(order=order.id)
    return replace(order, changes=(), seen=at, seen_by=who)


def go(
    order: WorkOrder,
    target: str,
    there: Orders,
    roles: Iterable[Role],
    at: datetime,
    reason: str = "",
    over: bool = False,
    flow: Flow = ORDERS,
) -> WorkOrder:
    """The order in another column; refusals of the card flow, OrderNoLine, OrderLineBusy, ShortNeedsReason.

    `there`: the orders of that column. On a line one order runs at a time.
    """
    if order.merged_into:
        raise OrderOver(order=order.id, ended=order.ended.value)
    if target in (RELEASED, RUNNING, HOLD) and not order.line:
        raise OrderNoLine(order=order.id)
    known = list(there)
    if target == RUNNING:
        other = next((o for o in known if o.column == RUNNING and o.line == order.line and o.id != order.id), None)
        if other is not None:
            raise OrderLineBusy(order=order.id, line=order.line, other=other.number)
    if target == DONE and order.good < order.quantity and not reason.strip():
        raise ShortNeedsReason(order=order.id, good=order.good, quantity=order.quantity)
    return _stamped(order, cardflow.move(flow, order, target, known, roles, at, reason, over), at, reason)


def heard(order: WorkOrder, target: str, at: datetime) -> WorkOrder:
    """The line said that the order is there (RUNNING, DONE): what the line does is true whatever a limit says."""
    if order.column == target or order.merged_into:
        return order
    moved = replace(order, column=target, since=at, rank=between(order.rank, ""))
    return _stamped(order, moved, at, "")


def split(
    order: WorkOrder, pieces: int, id: str, number: str, others: Orders, at: datetime, who: str
) -> tuple[WorkOrder, WorkOrder]:
    """The order and a new one with so many of its pieces; OrderSplitUnfit, OrderNumberTaken."""
    _not_over(order)
    if not 0 < pieces < order.left:
        raise OrderSplitUnfit(order=order.id, left=order.left)
    part = replace(
        order, id=id, number=number, quantity=pieces, made=at, made_by=who, column=PLANNED, since=at, rank="",
        released=None, started=None, blocked="", blocked_at=None, blocked_by="", good=0, scrap=0, rework=0,
        split_from=order.id, changes=(), changed=None, seen=None, seen_by="",
    )  # fmt: skip
    rest = change(order, at, quantity=order.quantity - pieces)
    return rest, add(part, others)


def merge(order: WorkOrder, other: WorkOrder, at: datetime) -> tuple[WorkOrder, WorkOrder]:
    """The order with the pieces of another one, which is part of it now; the earlier day counts. OrdersNotAlike."""
    for one in (order, other):
        _not_over(one)
    if order.id == other.id or order.product != other.product or not order.product:
        raise OrdersNotAlike(order=order.id, other=other.id, field=Field.PRODUCT.value)
    if other.column not in (PLANNED, RELEASED) or other.good or other.scrap or other.rework:
        raise OrdersNotAlike(order=order.id, other=other.id, field="column")
    due = min((d for d in (order.due, other.due) if d is not None), default=None)
    whole = change(order, at, quantity=order.quantity + other.quantity, due=due, rush=order.rush or other.rush)
    gone = replace(other, column=DONE, since=at, ended=Ended.MERGED, merged_into=order.id, finished=at)
    return whole, gone


def confirm(order: WorkOrder, given: Confirmation) -> tuple[WorkOrder, Confirmation]:
    """The order with what was confirmed; ConfirmationUnfit, OrderOver."""
    if order.merged_into:
        raise OrderOver(order=order.id, ended=order.ended.value)
    counts = {"good": given.good, "scrap": given.scrap, "rework": given.rework}
    wrong = next((name for name, pieces in counts.items() if not 0 <= pieces <= QUANTITY_MOST), "")
    if not wrong and not any(counts.values()):
        wrong = "good"
    if not wrong and sum(why.pieces for why in given.reasons) > given.scrap + given.rework:
        wrong = "reasons"
    if not wrong and any(why.pieces < 0 for why in given.reasons):
        wrong = "reasons"
    if wrong:
        raise ConfirmationUnfit(order=order.id, field=wrong)
    note = plain_text(given.note, "note", NOTE_MOST) if given.note.strip() else ""
    return _counted(order, given, 1), replace(given, note=note)


def take_back(order: WorkOrder, given: Confirmation, at: datetime, who: str) -> tuple[WorkOrder, Confirmation]:
    """The order without what was confirmed by mistake; ConfirmationGone."""
    if given.taken_back is not None:
        raise ConfirmationGone(confirmation=given.id, who=given.taken_back_by, at=given.taken_back)
    return _counted(order, given, -1), replace(given, taken_back=at, taken_back_by=who)


def _counted(order: WorkOrder, given: Confirmation, by: int) -> WorkOrder:
    return replace(
        order,
        good=order.good + by * given.good,
        scrap=order.scrap + by * given.scrap,
        rework=order.rework + by * given.rework,
    )


def _stamped(before: WorkOrder, after: WorkOrder, at: datetime, reason: str) -> WorkOrder:
    """The times that follow from where it is."""
    ended, why = Ended.NOT, ""
    if after.column == DONE:
        ended = Ended.FULL if after.good >= after.quantity or not reason.strip() else Ended.SHORT
        why = reason.strip() if ended is Ended.SHORT else ""
    return replace(
        after,
        released=(before.released or at) if after.column != PLANNED else None,
        started=(before.started or at)
        if after.column in (RUNNING, HOLD, DONE) and _ran(before, after)
        else before.started,
        finished=at if after.column == DONE else None,
        ended=ended,
        why=why,
    )


def _ran(before: WorkOrder, after: WorkOrder) -> bool:
    return after.column == RUNNING or before.column == RUNNING


def _not_over(order: WorkOrder) -> None:
    if not order.open:
        raise OrderOver(order=order.id, ended=order.ended.value)


def _checked(order: WorkOrder, before: WorkOrder | None = None) -> WorkOrder:
    """What a line told of an order may lack product and quantity; it may go on to lack them."""
    number = plain_text(order.number, "number", NUMBER_MOST)
    lacks = before is not None and not before.product
    product = plain_text(order.product, "product", PRODUCT_MOST, needed=not lacks)
    note = order.note.strip()
    plain_text(note.translate(LINES), "note", NOTE_MOST, needed=False)
    if not 0 < order.quantity <= QUANTITY_MOST and not (before is not None and before.quantity == order.quantity == 0):
        raise OrderUnfit(order=order.id, field=Field.QUANTITY.value)
    if order.planned_day is not None and order.planned_day.year not in YEARS:
        raise OrderUnfit(order=order.id, field="day")
    if len(order.steps) > STEPS_MOST or any(step.seconds < 0 or not step.name.strip() for step in order.steps):
        raise OrderUnfit(order=order.id, field="steps")
    return replace(order, number=number, product=product, note=note)


def _words(order: WorkOrder, field: Field) -> str:
    value = getattr(order, field.value)
    return value.isoformat() if isinstance(value, datetime) else "" if value is None else str(value)
