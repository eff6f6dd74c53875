"""What screens and the console itself ask about the material at lines."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from console.domain.desk import ReadDesk
from console.domain.people import Person
from console.domain.products import LineStock
from console.domain.replenishment import DONE, OPEN, Booking, Replenishment, StockCount

AT_ONCE = 400


@dataclass(frozen=True, slots=True)
class CardsKnown:
    """Open cards and those that ended lately; the newest one of each material that is low; bookings by order."""

    cards: tuple[Replenishment, ...]
    newest: dict[tuple[str, str], Replenishment]
    bookings: dict[str, Booking]
    names: dict[str, str]


def cards_known(since: datetime, orders: tuple[str, ...] = ()) -> Callable[[ReadDesk], CardsKnown]:
    """Everything about cards; ended ones since then, bookings of these orders."""

    def ask(desk: ReadDesk) -> CardsKnown:
        cards = desk.find(Replenishment, ("column", "in", OPEN))
        cards += desk.find(Replenishment, ("finished", ">=", since), column=DONE)
        bookings: list[Booking] = []
        for start in range(0, len(orders), AT_ONCE):
            bookings += desk.find(Booking, ("order", "in", list(orders[start : start + AT_ONCE])))
        newest: dict[tuple[str, str], Replenishment] = {}
        for stock in desk.find(LineStock):
            if stock.low:
                last = desk.find(Replenishment, line=stock.line, material=stock.material, order="-made", limit=1)
                newest.update({(card.line, card.material): card for card in last})
        who = sorted({id for card in cards for id in (card.made_by, card.taken_by, card.finished_by) if id})
        names = {person.id: person.name for person in desk.find(Person, ("id", "in", who))} if who else {}
        return CardsKnown(tuple(cards), newest, {one.order: one for one in bookings}, names)

    return ask


def stock_counts(line: str, material: str, most: int = 20) -> Callable[[ReadDesk], tuple[tuple[StockCount, str], ...]]:
    """The last counts of a material at a line, the last first, with what whoever counted is called."""

    def ask(desk: ReadDesk) -> tuple[tuple[StockCount, str], ...]:
        counts = desk.find(StockCount, line=line, material=material, order="-at", limit=most)
        who = sorted({one.who for one in counts})
        names = {person.id: person.name for person in desk.find(Person, ("id", "in", who))} if who else {}
        return tuple((one, names.get(one.who, "")) for one in counts)

    return ask
