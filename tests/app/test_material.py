"""Rules of the material at the lines of a running console: what is kept of orders is let go when they are over."""

from __future__ import annotations

from pathlib import Path

from console.app.material import Material
from console.domain.commands.orders import AddOrder, MoveOrder
from console.domain.commands.products import SetLineStock, SetProduct
from console.domain.orders import DONE, order_id
from console.domain.products import Part, Product
from tests.app.ordering import Floor

DAY = 86_400


def test_the_pace_of_an_order_is_forgotten_when_nobody_sees_it_any_more(tmp_path: Path) -> None:
    floor = Floor(tmp_path)
    floor.console.orders = floor.orders
    material = Material(floor.console)
    floor.console.serve(material)
    material.start()

    def look() -> None:
        floor.live()
        floor.until(lambda: (material.beat(), material.known and not material._asking and not material._stale)[1])
        material.look(floor.clock.at)

    try:
        floor.do(SetProduct(Product("Housing", parts=(Part("P", 1.0),))))
        floor.do(SetLineStock("L1", "P", 500.0))
        floor.do(AddOrder("WO-1", "Housing", 10, "L1"))
        floor.do(MoveOrder(order_id("WO-1"), "L1", "planned", "released"))
        for good in (0, 5, 10):
            floor.heard("L1", order="WO-1", product="Housing", target=10, good=good, scrap=0)
            look()
        assert set(material._pieces) == {order_id("WO-1")}
        floor.heard("L1", order="WO-2", product="Housing", target=10, good=10, scrap=0)
        look()
        assert floor.got("WO-1").column == DONE  # type: ignore[union-attr]
        floor.live(2 * DAY)
        look()
        floor.heard("L1", order="WO-2", product="Housing", target=10, good=15, scrap=0)
        look()
        assert set(material._pieces) == {order_id("WO-2")}
    finally:
        floor.close()
