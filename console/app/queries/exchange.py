"""What exchanges with other systems ask: differences that still are, orders to be written out, output to be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from console.app.queries.orders import AT_ONCE, OPEN
from console.domain.desk import ReadDesk
from console.domain.exchange import value_of
from console.domain.exchange_reports import OpenDifference
from console.domain.orders import DONE, Confirmation, WorkOrder
from console.domain.people import Person


@dataclass(frozen=True, slots=True)
class Told:
    """Output with the order that it is of, and who confirmed it."""

    output: Confirmation
    order: WorkOrder | None
    who: str = ""


def still_open(found: Sequence[OpenDifference]) -> Callable[[ReadDesk], tuple[OpenDifference, ...]]:
    """Those whose order still says what it said when they were found."""
    ids = sorted({one.difference.order for one in found})

    def ask(desk: ReadDesk) -> tuple[OpenDifference, ...]:
        orders = {order.id: order for order in _orders(desk, ids)}

        def holds(one: OpenDifference) -> bool:
            order, field = orders.get(one.difference.order), one.difference.field
            if order is None or not order.open:
                return False
            return bool(getattr(order, field.value) == value_of(field, one.difference.ours))

        return tuple(one for one in found if holds(one))

    return ask


def orders_written(since: datetime, until: datetime) -> Callable[[ReadDesk], tuple[list[WorkOrder], list[Told]]]:
    """Every open order and those that ended in [since, until), by line and place; and what was confirmed of them."""

    def ask(desk: ReadDesk) -> tuple[list[WorkOrder], list[Told]]:
        orders = desk.find(WorkOrder, ("column", "in", OPEN))
        orders += desk.find(WorkOrder, ("finished", ">=", since), ("finished", "<", until), column=DONE)
        orders.sort(key=lambda order: (order.line, order.rank, order.number))
        ids = sorted(order.id for order in orders)
        outputs = [one for part in _parts(ids) for one in desk.find(Confirmation, ("order", "in", part))]
        return orders, _told(desk, sorted(outputs, key=lambda one: (one.at, one.id)))

    return ask


def outputs_to_tell(now: datetime, back: timedelta) -> Callable[[ReadDesk], list[Told]]:
    """Output that was confirmed since now - back, taken back or not, the first first."""

    def ask(desk: ReadDesk) -> list[Told]:
        outputs = desk.find(Confirmation, ("at", ">=", now - back))
        return _told(desk, sorted(outputs, key=lambda one: (one.at, one.id)))

    return ask


def _told(desk: ReadDesk, outputs: Sequence[Confirmation]) -> list[Told]:
    orders = {order.id: order for order in _orders(desk, sorted({one.order for one in outputs}))}
    people = sorted({one.who for one in outputs})
    names = {one.id: one.name for part in _parts(people) for one in desk.find(Person, ("id", "in", part))}
    return [Told(one, orders.get(one.order), names.get(one.who, "")) for one in outputs]


def _orders(desk: ReadDesk, ids: Sequence[str]) -> Iterable[WorkOrder]:
    return [order for part in _parts(ids) for order in desk.find(WorkOrder, ("id", "in", part))]


def _parts(ids: Sequence[str]) -> list[Sequence[str]]:
    return [ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE)]
