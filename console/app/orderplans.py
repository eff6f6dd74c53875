"""Plans of all lines, made on a thread of their own: when each open order begins and ends, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from console.app.briskness import brisk
from console.app.mailbox import Mailbox
from console.app.worker import Worker
from console.domain.orders import PLANNED, WorkOrder
from console.domain.planning import Changeover, Matrix, PlannedLine, Slot, plan
from console.domain.products import LineStock, Need, PartsInCircle, Product, Short, needs, shortages


@dataclass(frozen=True, slots=True)
class Asked:
    """What the plans are made of."""

    now: float
    lines: tuple[PlannedLine, ...]
    orders: Mapping[str, tuple[WorkOrder, ...]]  # open ones, by line
    products: Mapping[str, Product]
    changeovers: tuple[Changeover, ...]
    stock: Mapping[str, tuple[LineStock, ...]]  # by line
    made: Mapping[str, int]  # counted good pieces by order
    ends: Mapping[str, float] = field(default_factory=dict)  # forecast finish of those that run, by order


@dataclass(frozen=True, slots=True)
class Plans:
    """Slots and shortages by order id, made at `at` (seconds UTC)."""

    at: float = 0.0
    slots: Mapping[str, Slot] = field(default_factory=dict)
    shorts: Mapping[str, tuple[Short, ...]] = field(default_factory=dict)


def plans_of(asked: Asked) -> Plans:
    """The plan of each line, and what its released orders lack in the order in which they will be made."""
    slots: dict[str, Slot] = {}
    shorts: dict[str, tuple[Short, ...]] = {}
    matrix, each = Matrix(asked.changeovers), _Each(asked.products)
    for line in asked.lines:
        made = plan(asked.orders.get(line.id, ()), line, asked.products, matrix, asked.now, asked.made, asked.ends)
        slots.update((slot.order.id, slot) for slot in made)
        stock = asked.stock.get(line.id)
        if stock:
            shorts.update(_lacking(made, stock, asked.made, each))
    return Plans(asked.now, slots, shorts)


class _Each:
    """What one piece of a product takes, looked up once."""

    def __init__(self, products: Mapping[str, Product]) -> None:
        self._products = products
        self._known: dict[str, tuple[Need, ...]] = {}

    def of(self, product: str) -> tuple[Need, ...]:
        if product not in self._known:
            try:
                self._known[product] = needs(self._products, product, 1.0)
            except PartsInCircle:
                self._known[product] = ()
        return self._known[product]


def _lacking(
    slots: Iterable[Slot], stock: tuple[LineStock, ...], made: Mapping[str, int], each: _Each
) -> Iterable[tuple[str, tuple[Short, ...]]]:
    """An order lacks what those before it do not leave; material of orders that are only planned may still come."""
    taken: dict[tuple[str, str], float] = {}
    for slot in slots:
        order = slot.order
        if order.column == PLANNED:
            continue
        left = max(0, order.quantity - max(order.good, made.get(order.id, 0)))
        wanted = []
        for need in each.of(order.product) if left else ():
            key = (need.material, need.unit)
            taken[key] = taken.get(key, 0.0) + need.quantity * left
            wanted.append(Need(need.material, taken[key], need.unit))
        short = [(one, _own(one, left, each.of(order.product))) for one in shortages(wanted, stock)]
        if short:
            worst = sorted(short, key=lambda found: -found[0].missing / max(1e-9, found[1]))
            yield order.id, tuple(_at_most(one, own) for one, own in worst)


def _own(short: Short, left: int, wanted: Iterable[Need]) -> float:
    return next((n.quantity * left for n in wanted if (n.material, n.unit) == (short.material, short.unit)), 0.0)


def _at_most(short: Short, own: float) -> Short:
    """What an order lacks itself is no more than it takes: the rest lacks to those before it."""
    return Short(short.material, own, max(0.0, own - short.missing), short.unit)


class OrderPlans:
    """Makes plans on its thread and brings them to the main thread; one at a time."""

    def __init__(self, mailbox: Mailbox) -> None:
        self.busy = False
        self._mailbox = mailbox
        self._worker: Worker | None = None

    def make(self, asked: Asked, then: Callable[[Plans], None]) -> None:
        """Make them; `then` is called on the main thread."""
        if self._worker is None:
            self._worker = Worker("order plans")
        self.busy = True

        def work() -> None:
            try:
                with brisk():
                    made = plans_of(asked)
            except BaseException:
                self._mailbox.call(self._failed)
                raise
            self._mailbox.call(lambda: self._made(made, then))

        self._worker.hand(work)

    def close(self) -> None:
        """End; at most a few seconds."""
        if self._worker is not None:
            self._worker.close()

    def _made(self, made: Plans, then: Callable[[Plans], None]) -> None:
        self.busy = False
        then(made)

    def _failed(self) -> None:
        self.busy = False
