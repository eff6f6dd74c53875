"""Work orders of a running console: what the records hold, what the lines do, and where the two disagree. Main thread.

What lines say of orders is told to the records; what the records hold is read again when it changed; once a second each
order that matters is held against its line (order_truth). Screens only read the attributes here.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.queries.orders import Board, board
from console.app.telling import AGAIN, Telling
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.events import OrdersChanged, RecordChanged, RecordsReady
from console.domain.order_truth import Truth
from console.domain.orders import RUNNING, WorkOrder
from console.domain.products import LineStock, Product

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
KINDS = frozenset({"work_order", "order_confirmation", "flow_column", "product", "line_stock", "changeover"})
DONE_BACK = timedelta(hours=24)  # orders finished longer ago are not on the board
READ_EVERY = 0.5  # seconds between two readings of the records


class Orders:
    """One for each console."""

    def __init__(self, console: Console) -> None:
        self.known = False  # whether the records have told what they hold
        self.board: Board | None = None  # all lines; done since DONE_BACK
        self.by_id: Mapping[str, WorkOrder] = {}  # of the board
        self.products: Mapping[str, Product] = {}
        self.stock: tuple[LineStock, ...] = ()
        self.truths: Mapping[str, Truth] = {}  # by order id: what is known of it now
        self._console = console
        self._telling = Telling(console)
        self._stale, self._asking = True, False
        self._ask_at = 0.0
        console.on(RecordChanged, self._changed)
        console.on(RecordsReady, self._opened)

    @property
    def at_risk(self) -> int:
        """How many open orders have a serious finding."""
        open_ones = (order for order in self.by_id.values() if order.open)
        return sum(order.id in self.truths and self.truths[order.id].serious for order in open_ones)

    def running(self, line: str) -> WorkOrder | None:
        """The order that runs at a line as the records have it."""
        return next((o for o in self.by_id.values() if o.line == line and o.column == RUNNING), None)

    def changed_at(self, line: str) -> tuple[WorkOrder, ...]:
        """Orders of a line with a change that it has not taken note of (D12)."""
        return tuple(o for o in self.by_id.values() if o.line == line and o.changes and o.told)

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

    def close(self) -> None:
        """Nothing more is told."""
        self._telling.begun = False

    def _read(self, at: float) -> None:
        self._stale, self._asking, self._ask_at = False, True, at + READ_EVERY
        since = datetime.fromtimestamp(self._console.now(), UTC) - DONE_BACK

        def read(desk: ReadDesk) -> tuple[Board, dict[str, Product], tuple[LineStock, ...]]:
            products = {product.id: product for product in desk.find(Product)}
            return board(None, since)(desk), products, tuple(desk.find(LineStock))

        self._console.office.ask(read, self._heard, self._cannot)

    def _heard(self, told: tuple[Board, dict[str, Product], tuple[LineStock, ...]]) -> None:
        self._asking, self.known = False, True
        self.board, self.products, self.stock = told
        self.by_id = {card.order.id: card.order for card in self.board.cards}
        self._console.bus.publish(OrdersChanged())

    def _cannot(self, refusal: Refusal) -> None:
        log.debug("Orders cannot be read now: %s", refusal)
        self._asking, self._stale = False, True
        self._ask_at = time.monotonic() + AGAIN

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in KINDS:
            self._stale = True

    def _opened(self, event: RecordsReady) -> None:
        if not event.code:
            self._stale, self._ask_at = True, 0.0
