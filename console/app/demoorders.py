"""Filling the records of a demo with its work orders, what they are made of, and actions, before its lines speak."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from console.app.demopast import give_past
from console.demo.actions import demo_actions
from console.demo.orders import demo_orders
from console.demo.plant import DemoPlant
from console.domain.desk import ReadDesk
from console.domain.orders import WorkOrder
from console.domain.products import Product

if TYPE_CHECKING:
    from console.app.console import Console

GOODS = ("product", "changeover", "flow_column", "exchange_map", "line_stock")
KINDS = (*GOODS, "work_order", "flow_step", "order_confirmation", "action", "action_step")


def seed_demo_orders(
    console: Console, made: DemoPlant, start: float, chinese: bool, done: Callable[[], None] | None = None
) -> None:
    """Give what was planned and made until the shift of `start` (seconds UTC); nothing where orders are there."""

    def give(none: bool) -> None:
        if none:
            plant = console.floor.plant
            givens = [*demo_orders(plant, made, start, chinese), *demo_actions(plant, start, chinese)]
            give_past(console, givens, KINDS, done)
        elif done is not None:
            done()

    console.office.ask(_none_yet, give, lambda _: give(False))


def _none_yet(desk: ReadDesk) -> bool:
    return not desk.count(Product) and not desk.count(WorkOrder)
