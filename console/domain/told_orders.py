"""What lines say of orders: which was requested, runs or is complete. What a line does is true, whoever planned it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from console.domain.errors import Refusal
from console.domain.order_moves import heard
from console.domain.order_steps import unassigned
from console.domain.orders import (
    DONE,
    NUMBER_MOST,
    PLANNED,
    PRODUCT_MOST,
    QUANTITY_MOST,
    RELEASED,
    RUNNING,
    Ended,
    WorkOrder,
    order_id,
)
from console.domain.people import plain_text

LINE = "line"  # the source of an order that nobody planned


class Said(StrEnum):
    """What a line says of an order."""

    REQUESTED = "requested"
    ACTIVE = "active"
    COMPLETED = "completed"


COLUMNS = {Said.REQUESTED: RELEASED, Said.ACTIVE: RUNNING, Said.COMPLETED: DONE}
WAY = (PLANNED, RELEASED, RUNNING, DONE)  # what is said of one moment goes this way


@dataclass(frozen=True, slots=True)
class ToldOrder:
    """What a line said at `at`, the time since when it is so; product "" and target 0 = not said."""

    number: str
    line: str
    said: Said
    at: datetime
    product: str = ""
    target: int = 0


def told(said: ToldOrder, who: str) -> WorkOrder | None:
    """The order that nobody planned, before it was heard of; None where its number is no text."""
    try:
        number = plain_text(said.number, "number", NUMBER_MOST)
    except Refusal:
        return None
    made = WorkOrder(order_id(number), number, "", 0, said.at, who, said.line, source=LINE)
    return _filled(made, said)


def hear(order: WorkOrder, said: ToldOrder) -> WorkOrder:
    """The order as the line says it is. What is older than its last move, or closed by somebody, stays as it is.

    An order that waits goes to the line that has it; one that runs at a line stays there, whoever else names it.
    """
    if order.merged_into or order.ended in (Ended.SHORT, Ended.MERGED):
        return order
    if order.line != said.line and order.line and order.column not in (PLANNED, RELEASED):
        return order
    filled = _filled(order, said)
    further = WAY.index(COLUMNS[said.said]) > WAY.index(order.column) if order.column in WAY else False
    older = order.since is not None and (said.at < order.since or (said.at == order.since and not further))
    if older or (said.said is Said.REQUESTED and order.column != PLANNED):
        return filled
    steps = filled.steps if filled.line == said.line else unassigned(filled.steps)
    return heard(replace(filled, line=said.line, steps=steps), COLUMNS[said.said], said.at)


def _filled(order: WorkOrder, said: ToldOrder) -> WorkOrder:
    """What nobody said before."""
    try:
        product = order.product or plain_text(said.product, "product", PRODUCT_MOST, needed=False)
    except Refusal:
        product = ""
    target = said.target if 0 < said.target <= QUANTITY_MOST else 0
    return replace(order, product=product, quantity=order.quantity or target)
