"""Replenishment: cards that pull material to a line, the pieces that took it away, and the counts that say the truth.

A card is made when a bin is empty or when what lies at a line falls to its minimum; by the console in its own name, or
by a person. Of one material at one line there is one open card at most. A card that is delivered adds to the stock.

The stock at a line goes down by what is *counted*: good and scrapped pieces of the order that runs there, through its
parts list. For each order a Booking keeps up to which count that was done. The count of an order only grows: a
console that heard less, or that hears the same once more after a restart, books nothing, so that two consoles and any
number of restarts book every piece once. Where no line counts an order, what people confirmed of it is taken, less
what they took back. Somebody who counts a bin overrules all of it; what had been booked until then is kept beside the
count (StockCount), so that the difference can be looked at.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from math import ceil, isfinite

from console.domain import cardflow
from console.domain.bom import takes
from console.domain.cardflow import Allowed, Column, Flow, between
from console.domain.desk import ChangedMeanwhile
from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.orders import WorkOrder
from console.domain.people import plain_text
from console.domain.products import LineStock, Product

ASKED, UNDER_WAY, DONE = "asked", "under_way", "done"
OPEN = (ASKED, UNDER_WAY)
REPLENISH = Flow(
    "replenish",
    (Column(ASKED), Column(UNDER_WAY), Column(DONE, counts=False)),
    (
        Allowed(ASKED, UNDER_WAY),
        Allowed(UNDER_WAY, DONE),
        Allowed(ASKED, DONE),
        Allowed(UNDER_WAY, ASKED, back=True, held=False),
    ),
)
LATE_AFTER = 1800.0  # seconds from asking on, where nobody knows how long the rest lasts
WHY_MOST = 500
QUANTITY_MOST = 1e12


class AskedAlready(Refusal):
    """There is an open card for this material at this line. facts: material, line, card."""

    code = "asked_already"


class NothingWanted(Refusal):
    """Nobody said how much fills the place up: it has neither a maximum nor a bin. facts: material."""

    code = "nothing_wanted"


class StockUnfit(Refusal):
    """What lies at a line cannot be so. facts: material, field."""

    code = "stock_unfit"


class ReplenishmentOver(Refusal):
    """The card is delivered or cancelled. facts: card."""

    code = "replenishment_over"


class EndedAs(StrEnum):
    """How a card ended."""

    NOT = ""
    DELIVERED = "delivered"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Replenishment:
    """A card: so much of a material is wanted at a line. Times are aware UTC; people are ids or "console"."""

    id: str
    line: str
    material: str
    quantity: float
    made: datetime
    made_by: str
    column: str = ASKED
    since: datetime | None = None
    rank: str = ""
    blocked: str = ""
    blocked_at: datetime | None = None
    taken: datetime | None = None  # on its way
    taken_by: str = ""
    finished: datetime | None = None
    finished_by: str = ""
    ended: EndedAs = EndedAs.NOT
    why: str = ""  # it was cancelled
    call: str = ""  # the call that it answers

    @property
    def lane(self) -> str:
        """The line."""
        return self.line

    @property
    def place(self) -> str:
        """Where it belongs: the line."""
        return self.line

    @property
    def open(self) -> bool:
        """Whether it is still waited for."""
        return self.column != DONE


@dataclass(frozen=True, slots=True)
class Booking:
    """Up to which count what an order takes was booked; `id` follows from the order."""

    id: str
    order: str
    line: str
    counted: int  # the most that a line counted of it, good and scrap; 0 = no line counts it
    pieces: int  # that were booked


@dataclass(frozen=True, slots=True)
class StockCount:
    """Somebody counted: what the books said, and what lay there."""

    id: str
    line: str
    material: str
    at: datetime
    who: str
    booked: float
    counted: float

    @property
    def place(self) -> str:
        """Where it belongs: the line."""
        return self.line

    @property
    def difference(self) -> float:
        """Counted less booked: below 0 more went than was booked."""
        return self.counted - self.booked


def card_id(line: str, material: str, last: str) -> str:
    """The id of the card that comes after `last` ("" = the first): consoles that see one need make one card."""
    return derived_id("replenishment", line, material, last)


def booking_id(order: str) -> str:
    """The id of what was booked of an order."""
    return derived_id("stock_booking", order)


def wanted(stock: LineStock) -> float:
    """What fills the place up, in whole bins and one at least; 0 where neither maximum nor bin is known."""
    missing = max(0.0, stock.maximum - stock.quantity)
    if stock.bin > 0:
        return _neat(max(1, int(missing / stock.bin + 1e-9)) * stock.bin)
    return missing


def ask(
    card: str, stock: LineStock, cards: Iterable[Replenishment], at: datetime, who: str, quantity: float = 0.0
) -> Replenishment:
    """A new card, last of its line; `quantity` 0 = what fills it up, else in whole bins.

    `cards`: those of this line. AskedAlready, NothingWanted, StockUnfit.
    """
    known = list(cards)
    other = next((c for c in known if c.open and c.material == stock.material), None)
    if other is not None:
        raise AskedAlready(material=stock.material, line=stock.line, card=other.id)
    if not (isfinite(quantity) and 0 <= quantity <= QUANTITY_MOST):
        raise StockUnfit(material=stock.material, field="quantity")
    amount = wanted(stock) if not quantity else in_bins(quantity, stock.bin)
    if amount <= 0:
        raise NothingWanted(material=stock.material)
    last = max((c.rank for c in known if c.column == ASKED), default="")
    return Replenishment(card, stock.line, stock.material, amount, at, who, since=at, rank=between(last, ""))


def in_bins(quantity: float, bin: float) -> float:
    """So many whole bins that it is enough; as it is where there are none."""
    return _neat(ceil(quantity / bin - 1e-9) * bin) if bin > 0 else quantity


def pulls(stock: LineStock, newest: Replenishment | None) -> bool:
    """Whether the console asks by itself: it is low, nothing is on its way, and nobody cancelled just that.

    After a card was cancelled the console waits until somebody has counted or delivered.
    """
    if not stock.low or wanted(stock) <= 0:
        return False
    if newest is None:
        return True
    if newest.open:
        return False
    if newest.ended is EndedAs.CANCELLED and newest.finished is not None:
        return stock.at is not None and stock.at > newest.finished
    return True


def go(
    card: Replenishment, source: str, target: str, there: Iterable[Replenishment], at: datetime, who: str
) -> Replenishment:
    """The card in another column; ChangedMeanwhile where it is not in `source` any more, refusals of the card flow."""
    if card.column != source:
        raise ChangedMeanwhile(kind="replenishment", id=card.id)
    moved = cardflow.move(REPLENISH, card, target, there, (), at)
    if target == UNDER_WAY:
        return replace(moved, taken=at, taken_by=who)
    if target == ASKED:
        return replace(moved, taken=None, taken_by="")
    return replace(moved, finished=at, finished_by=who, ended=EndedAs.DELIVERED)


def cancel(card: Replenishment, why: str, at: datetime, who: str) -> Replenishment:
    """The card that nobody waits for any more; ReplenishmentOver."""
    if not card.open:
        raise ReplenishmentOver(card=card.id)
    words = plain_text(why, "reason", WHY_MOST)
    ended = {"finished": at, "finished_by": who, "ended": EndedAs.CANCELLED, "why": words}
    return replace(card, column=DONE, since=at, blocked="", blocked_at=None, **ended)  # type: ignore[arg-type]


def delivered(stock: LineStock, card: Replenishment, at: datetime, who: str) -> LineStock:
    """The stock with what came."""
    return replace(stock, quantity=_neat(stock.quantity + card.quantity), at=at, by=who)


def counted(stock: LineStock, quantity: float, id: str, at: datetime, who: str) -> tuple[LineStock, StockCount]:
    """The stock as somebody counted it, and what the books said; StockUnfit."""
    if not (isfinite(quantity) and 0 <= quantity <= QUANTITY_MOST):
        raise StockUnfit(material=stock.material, field="quantity")
    told = StockCount(id, stock.line, stock.material, at, who, stock.quantity, quantity)
    return replace(stock, quantity=quantity, at=at, by=who), told


def limited(stock: LineStock, minimum: float, maximum: float, bin: float) -> LineStock:
    """The stock with other limits; StockUnfit names the field."""
    for field, value in (("minimum", minimum), ("maximum", maximum), ("bin", bin)):
        if not (isfinite(value) and 0 <= value <= QUANTITY_MOST):
            raise StockUnfit(material=stock.material, field=field)
    if maximum and minimum > maximum:
        raise StockUnfit(material=stock.material, field="minimum")
    if maximum and bin > maximum:
        raise StockUnfit(material=stock.material, field="bin")
    return replace(stock, minimum=minimum, maximum=maximum, bin=bin)


def book(
    booking: Booking | None,
    order: WorkOrder,
    counted: int,
    stock: Iterable[LineStock],
    products: Mapping[str, Product],
) -> tuple[Booking, tuple[LineStock, ...]]:
    """What is booked now that so many pieces of an order are counted (0 = by no line), and the stock that changed.

    With the first booking of an order, material that was counted after the order had begun stays as it is: nobody
    knows how many pieces came before that count. A bin is never less than empty.
    """
    before = booking or Booking(booking_id(order.id), order.id, order.line, 0, 0)
    most = max(before.counted, counted)
    pieces = max(before.pieces, most) if most else order.good + order.scrap
    now = replace(before, line=order.line, counted=most, pieces=pieces)
    went = pieces - before.pieces
    here = {one.material: one for one in stock if one.line == order.line}
    each = takes(products, order.product, here) if went else {}
    return now, tuple(
        replace(here[material], quantity=_neat(max(0.0, here[material].quantity - went * amount)))
        for material, amount in each.items()
        if not _is_newer(here[material], order, booking)
    )


def _is_newer(stock: LineStock, order: WorkOrder, booking: Booking | None) -> bool:
    begun = order.started or order.made
    return booking is None and stock.at is not None and stock.at > begun


def _neat(quantity: float) -> float:
    """Without the dust of sums of fractions."""
    return round(quantity, 9)


def is_late(card: Replenishment, now: datetime, left: float | None) -> bool:
    """Whether it should have come: the rest is used up, or (not known) it was asked for LATE_AFTER ago.

    `left`: seconds that what lies at the line lasts; None = not known.
    """
    if not card.open:
        return False
    return left <= 0 if left is not None else (now - card.made).total_seconds() > LATE_AFTER
