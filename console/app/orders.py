"""Work orders of a running console: what the records hold, what the lines do, and where the two disagree. Main thread.

What lines say of orders is told to the records (orderhearing); what the records hold is read again when it changed;
about once a second each order that runs is held against its line (ordertruths). Screens only read the attributes.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.orderhearing import OrderHearing
from console.app.ordertruths import Known, OrderTruths
from console.app.queries.orders import Board, board
from console.app.telling import AGAIN, Telling
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import OrderMoved, OrdersChanged, RecordChanged, RecordsReady
from console.domain.order_truth import Truth
from console.domain.orders import RUNNING, Confirmation, WorkOrder
from console.domain.planning import Changeover
from console.domain.products import LineStock, Product

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
KINDS = frozenset({"work_order", "order_confirmation", "flow_column", "product", "line_stock", "changeover"})
DONE_BACK = timedelta(hours=24)  # orders finished longer ago are not on the board
READ_EVERY = 0.5  # seconds between two readings of the records
PUBLISH_EVERY = 0.5  # seconds between two words to the screens


class Orders:
    """One for each console."""

    def __init__(self, console: Console) -> None:
        self.known = False  # whether the records have told what they hold
        self.board: Board | None = None  # all lines; done since DONE_BACK
        self.by_id: Mapping[str, WorkOrder] = {}  # of the board
        self.products: Mapping[str, Product] = {}
        self.stock: tuple[LineStock, ...] = ()
        self._console = console
        self._telling = Telling(console)
        self._hearing = OrderHearing(console, self._telling)
        self._truths = OrderTruths(console)
        self._running: dict[str, list[WorkOrder]] = {}  # by line
        self._changed_at: dict[str, list[WorkOrder]] = {}  # by line
        self._stale, self._asking, self._dirty = True, False, False
        self._ask_at = self._publish_at = 0.0
        self._reading = 0  # how often the records were read
        self._ends = [
            console.on(RecordChanged, self._changed),
            console.on(RecordsReady, self._opened),
            console.on(OrderMoved, lambda _: self._hearing.listen()),
        ]

    @property
    def truths(self) -> Mapping[str, Truth]:
        """By order id: what is known of it now."""
        return self._truths.truths

    @property
    def at_risk(self) -> int:
        """How many open orders have a serious finding."""
        return len(self._truths.at_risk)

    def running(self, line: str) -> WorkOrder | None:
        """The order that runs at a line as the records have it; the one that the line says, where there are several."""
        there = self._running.get(line, ())
        hearing = self._console.floor.line_hearings.get(line)
        said = hearing.live.order.casefold() if hearing is not None else ""
        return next((one for one in there if one.number.casefold() == said), there[0] if there else None)

    def changed_at(self, line: str) -> tuple[WorkOrder, ...]:
        """Orders of a line with a change that it has not taken note of (D12)."""
        return tuple(self._changed_at.get(line, ()))

    # Life

    def start(self) -> None:
        """Begin when the records are opened."""
        self._telling.begun = True

    def beat(self, at: float) -> None:
        """One beat of the console; `at` is monotonic."""
        if not self._telling.begun:
            return
        self._telling.beat(at)
        if self._stale and not self._asking and at >= self._ask_at:
            self._read(at)
        if self.known:
            self._hearing.beat(self.by_id, self._reading)
            self._truths.beat(at)
            if (self._dirty or self._truths.dirty) and at >= self._publish_at:
                self._publish_at = at + PUBLISH_EVERY
                self._dirty = self._truths.dirty = False
                self._console.bus.publish(OrdersChanged())

    def close(self) -> None:
        """Nothing more is told; what was not told yet is found in the floor's memory at the next start."""
        self._telling.begun = False
        for end in self._ends:
            end()
        self._truths.close()

    def _read(self, at: float) -> None:
        self._stale, self._asking, self._ask_at = False, True, at + READ_EVERY
        since = datetime.fromtimestamp(self._console.now(), UTC) - DONE_BACK
        before = self.by_id

        def read(desk: ReadDesk) -> tuple[Board, Known]:
            found = board(None, since)(desk)
            orders = {card.order.id: card.order for card in found.cards}
            confirmed: dict[str, list[Confirmation]] = {}
            for one in desk.find(Confirmation, ("at", ">=", since), taken_back=None):
                confirmed.setdefault(one.order, []).append(one)
            known = Known(
                orders,
                {product.id: product for product in desk.find(Product)},
                tuple(desk.find(LineStock)),
                tuple(desk.find(Changeover)),
                {order: tuple(many) for order, many in confirmed.items()},
                frozenset(id for id, order in orders.items() if before.get(id) != order),
            )
            return found, known

        self._console.office.ask(read, self._heard, self._cannot)

    def _heard(self, told: tuple[Board, Known]) -> None:
        self._asking, self.known, self._dirty = False, True, True
        self._reading += 1
        self.board, known = told
        self.by_id, self.products, self.stock = known.orders, known.products, known.stock
        self._running, self._changed_at = {}, {}
        for order in self.by_id.values():
            if order.column == RUNNING:
                self._running.setdefault(order.line, []).append(order)
            if order.changes and order.told:
                self._changed_at.setdefault(order.line, []).append(order)
        self._truths.take(known)

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Orders cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True
        if event.kind == "work_order":
            self._hearing.changed(event.id)

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:  # other records may be there now: nothing is told before it is known what they hold
            self._stale, self._ask_at, self.known = True, 0.0, False
            self._hearing.forget()
