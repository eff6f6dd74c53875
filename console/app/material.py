"""Material at the lines of a running console: how much is left now, how long it lasts, what is on its way. Main thread.

What lies at a line is in the records (console.orders.stock) as it was counted or booked last. Here it is carried on to
this moment with the pieces that were counted since; what went is booked every few minutes, and at once when a minimum
is reached or an order ends. Where the minimum is reached a replenishment card is asked for in the console's own name.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.queries.replenishment import CardsKnown, cards_known
from console.app.telling import AGAIN, Telling
from console.domain.bom import takes
from console.domain.commands.replenishment import BookUse, PullMaterial
from console.domain.errors import Refusal
from console.domain.events import MaterialChanged, OrdersChanged, RecordChanged, RecordsReady
from console.domain.orders import RUNNING, WorkOrder
from console.domain.products import LineStock
from console.domain.replenishment import Booking, Replenishment, card_id, is_late, pulls
from console.domain.signs_material import Pieces

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
KINDS = frozenset({"replenishment", "stock_booking", "line_stock"})
DONE_BACK = timedelta(hours=24)  # cards that ended longer ago are not on the board
LOOK_EVERY, BOOK_EVERY, READ_EVERY = 2.0, 300.0, 0.5  # seconds
PACE_OVER, PACE_APART = 1800.0, 20.0  # seconds over which the pace is seen, and between two counts that are kept
TOLD_AGAIN = 60.0  # seconds until the same is given once more, where nothing came of it


@dataclass(frozen=True, slots=True)
class Left:
    """What is left of a material at a line now."""

    stock: LineStock  # as it is carried on to now
    each: float = 0.0  # that a piece of the running order takes
    pace: float | None = None  # pieces a second; None = not known
    order: str = ""  # the order that takes it
    card: Replenishment | None = None  # open

    @property
    def lasts(self) -> float | None:
        """Seconds at the present pace; None: nothing takes it, or nobody knows how fast."""
        if self.each <= 0 or not self.pace:
            return None
        return self.stock.quantity / (self.each * self.pace)

    @property
    def empty(self) -> bool:
        """Whether nothing is left."""
        return self.stock.quantity <= 0

    @property
    def full(self) -> bool:
        """Whether no more than a bin fits."""
        most, bin = self.stock.maximum, self.stock.bin
        return most > 0 and self.stock.quantity >= most - bin


class Material:
    """One for each console."""

    def __init__(self, console: Console) -> None:
        self.known = False
        self.cards: tuple[Replenishment, ...] = ()  # open ones and those that ended since DONE_BACK
        self.names: Mapping[str, str] = {}
        self.left: tuple[Left, ...] = ()  # by line and material
        self._newest: Mapping[tuple[str, str], Replenishment] = {}
        self._bookings: Mapping[str, Booking] = {}
        self._console = console
        self._telling = Telling(console)
        self._orders: frozenset[str] = frozenset()  # whose bookings are known
        self._stale, self._asking = True, False
        self._ask_at = self._look_at = 0.0
        self._pieces: dict[str, Pieces] = {}  # by order
        self._given: dict[tuple[str, ...], tuple[int, float]] = {}  # what was told up to which count, and when
        self._each: tuple[object, object, dict[str, dict[str, float]]] = (None, None, {})
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)
        console.on(OrdersChanged, lambda _: self._again())

    # What is asked of it

    def of(self, line: str, material: str) -> Left | None:
        """What is left there; None where nobody counts it."""
        return next((one for one in self.left if (one.stock.line, one.stock.material) == (line, material)), None)

    def counted(self, order: str) -> int:
        """Good and scrapped pieces that lines have counted of an order; 0 where no line counts it."""
        orders = self._console.orders
        truth = orders.truths.get(order) if orders is not None else None
        return max(0, (truth.good or 0) + (truth.scrap or 0)) if truth is not None else 0

    def running(self, line: str) -> WorkOrder | None:
        """The order that takes material there."""
        return self._console.orders.running(line) if self._console.orders is not None else None

    def next_card(self, line: str, material: str) -> str:
        """The id of the card that comes next: consoles that know the same make the same."""
        newest = self._newest.get((line, material))
        return card_id(line, material, newest.id if newest is not None else "")

    def late(self, card: Replenishment, now: float) -> bool:
        """Whether it should have come."""
        left = self.of(card.line, card.material)
        lasts = None if left is None else 0.0 if left.empty else left.lasts
        return is_late(card, datetime.fromtimestamp(now, UTC), lasts)

    # Life

    def start(self) -> None:
        """Begin when the records are opened."""
        self._telling.begun = True

    def beat(self) -> None:
        """One beat of the console."""
        at = time.monotonic()
        if not self._telling.begun:
            return
        self._telling.beat(at)
        if self._stale and not self._asking and at >= self._ask_at:
            self._read(at)
        if self.known and at >= self._look_at:
            self._look_at = at + LOOK_EVERY
            self.look(self._console.now())

    def close(self) -> None:
        """Nothing more is told."""
        self._telling.begun = False

    def look(self, now: float) -> None:
        """Carry everything on to now; book and ask for what is due."""
        orders = self._console.orders
        if orders is None or not orders.known:
            return
        found, before = [], self.left
        open_cards = {(card.line, card.material): card for card in self.cards if card.open}
        for stock in sorted(orders.stock, key=lambda one: (one.line, one.material)):
            found.append(self._carried(stock, open_cards.get((stock.line, stock.material)), now))
        self.left = tuple(found)
        self._book(now)
        self._pull(now)
        if self.left != before:
            self._console.bus.publish(MaterialChanged())

    # Looking

    def _carried(self, stock: LineStock, card: Replenishment | None, now: float) -> Left:
        order = self.running(stock.line)
        each = self._takes(order).get(stock.material, 0.0) if order is not None else 0.0
        if order is None or not each:
            return Left(stock, card=card)
        went = self._unbooked(order)
        if order.id not in self._bookings and stock.at is not None and stock.at > (order.started or order.made):
            went = 0  # nobody knows how many came before that count
        left = max(0.0, round(stock.quantity - went * each, 9))
        return Left(replace(stock, quantity=left), each, self._pace(order, now), order.id, card)

    def _unbooked(self, order: WorkOrder) -> int:
        booking = self._bookings.get(order.id)
        counted = max(self.counted(order.id), booking.counted if booking is not None else 0)
        before = booking.pieces if booking is not None else 0
        return max(0, counted - before) if counted else order.good + order.scrap - before

    def _pace(self, order: WorkOrder, now: float) -> float | None:
        """Pieces a second: as they were counted lately, else as the forecast has it, else the standard time."""
        orders = self._console.orders
        counted = self.counted(order.id)
        if counted:
            pieces = self._pieces.setdefault(order.id, Pieces())
            pieces.count(counted, now, PACE_APART)
            seen = pieces.rate(now, PACE_OVER)
            if seen is not None:
                return seen
        truth = orders.truths.get(order.id) if orders is not None else None
        if truth is not None and truth.progress is not None and truth.progress.rate:
            return truth.progress.rate
        product = orders.products.get(order.product) if orders is not None else None
        return 1 / product.seconds if product is not None and product.seconds > 0 else None

    def _takes(self, order: WorkOrder) -> dict[str, float]:
        """What a piece of the order takes at its line; found once for the products and the stock that are known."""
        orders = self._console.orders
        if orders is None:
            return {}
        if self._each[0] is not orders.products or self._each[1] is not orders.stock:
            self._each = (orders.products, orders.stock, {})
        kept = self._each[2]
        if order.id not in kept:
            lies = {one.material for one in orders.stock if one.line == order.line}
            kept[order.id] = takes(orders.products, order.product, lies) if lies else {}
        return kept[order.id]

    # Telling

    def _book(self, now: float) -> None:
        orders = self._console.orders
        pressing = self._pressing()
        for order in orders.by_id.values() if orders is not None else ():
            if not order.line or not (order.column == RUNNING or order.id in self._bookings or order.finished):
                continue
            counted = self.counted(order.id)
            if not self._unbooked(order) or not self._takes(order):
                continue
            if order.column == RUNNING and order.id not in pressing and not self._due(order, now):
                continue
            booking = self._bookings.get(order.id)
            made = self._unbooked(order) + (booking.pieces if booking is not None else 0)
            self._give(("book", order.id), BookUse(order.id, counted), made, now)

    def _due(self, order: WorkOrder, now: float) -> bool:
        return now - self._given.get(("book", order.id), (0, 0.0))[1] >= BOOK_EVERY

    def _pressing(self) -> set[str]:
        """The orders of which the books say that there is enough of something of which there is not."""
        booked = {one.id: one for one in self._console.orders.stock} if self._console.orders else {}
        return {
            left.order
            for left in self.left
            if left.order
            and (left.stock.low or left.empty)
            and not (booked[left.stock.id].low and not left.empty)
            and booked[left.stock.id].quantity > 0
        }

    def _pull(self, now: float) -> None:
        for left in self.left:
            stock = left.stock
            newest = self._newest.get((stock.line, stock.material))
            if left.card is not None or not pulls(stock, newest):
                continue
            booked = (
                next((one for one in self._console.orders.stock if one.id == stock.id), None)
                if (self._console.orders)
                else None
            )
            if booked is None or not booked.low:
                continue  # what went is booked first
            card = self.next_card(stock.line, stock.material)
            self._give(("pull", card), PullMaterial(stock.line, stock.material, card), 0, now)

    def _give(self, key: tuple[str, ...], command: BookUse | PullMaterial, count: int, now: float) -> None:
        told = self._given.get(key)
        if told is not None and told[0] == count and now - told[1] < TOLD_AGAIN:
            return
        if len(self._given) > 2000:
            self._given.clear()
        self._given[key] = (count, now)
        self._telling.give(command)

    # Reading

    def _again(self) -> None:
        orders = self._console.orders
        if orders is not None and self._orders != orders.by_id.keys():
            self._stale = True  # bookings of orders that were not known before
        self._look_at = 0.0

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._ask_at, self.known = True, 0.0, False
            self._given.clear()

    def _read(self, at: float) -> None:
        self._stale, self._asking, self._ask_at = False, True, at + READ_EVERY
        since = datetime.fromtimestamp(self._console.now(), UTC) - DONE_BACK
        self._orders = frozenset(self._console.orders.by_id) if self._console.orders is not None else frozenset()
        self._console.office.ask(cards_known(since, tuple(sorted(self._orders))), self._heard, self._cannot)

    def _heard(self, told: CardsKnown) -> None:
        self._asking, self.known = False, True
        self.cards, self.names, self._newest, self._bookings = told.cards, told.names, told.newest, told.bookings
        self._pieces = {id: pieces for id, pieces in self._pieces.items() if id in self._orders}
        self._look_at = 0.0
        self._console.bus.publish(MaterialChanged())

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Material cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN
