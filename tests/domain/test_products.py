"""Rules of products: parts over many levels, circles, shortages at the line, containers."""

from __future__ import annotations

import time

import pytest

from console.domain.bom import takes
from console.domain.products import (
    PATHS_MOST,
    LineStock,
    Need,
    Part,
    PartsInCircle,
    Product,
    ProductUnfit,
    RouteStep,
    checked_product,
    checked_stock,
    needs,
    shortages,
)

PUMP = Product("PUMP", parts=(Part("HOUSING", 1), Part("SCREW", 4), Part("OIL", 0.25, "l")))
HOUSING = Product("HOUSING", parts=(Part("CAST", 1), Part("SCREW", 2)))
ALL = {"PUMP": PUMP, "HOUSING": HOUSING, "CAST": Product("CAST")}


def test_parts_of_parts_count_and_one_material_by_several_ways_is_one_need() -> None:
    found = {need.material: need for need in needs(ALL, "PUMP", 10)}
    assert {name: need.quantity for name, need in found.items()} == {"CAST": 10, "SCREW": 60, "OIL": 2.5}
    assert set(found["SCREW"].paths) == {("PUMP",), ("PUMP", "HOUSING")}


def test_what_has_no_parts_needs_nothing() -> None:
    assert needs(ALL, "CAST", 5) == ()
    assert needs(ALL, "UNKNOWN", 5) == ()


def test_a_product_that_is_part_of_itself_is_refused_with_the_way_round() -> None:
    with pytest.raises(PartsInCircle) as circle:
        checked_product(Product("CAST", parts=(Part("PUMP", 1),)), ALL)
    assert circle.value.facts["path"] == ("CAST", "PUMP", "HOUSING", "CAST")
    with pytest.raises(PartsInCircle):
        checked_product(Product("A", parts=(Part("A", 1),)), {})


def test_twenty_levels_are_no_circle() -> None:
    deep = {f"P{n}": Product(f"P{n}", parts=(Part(f"P{n + 1}", 2),)) for n in range(19)}
    assert needs(deep, "P0", 1) == (Need("P19", 2.0**19, "pc", (tuple(f"P{n}" for n in range(19)),)),)


@pytest.mark.parametrize(
    ("product", "field"),
    [
        (Product("X", parts=(Part("A", 0),)), "parts"),
        (Product("X", parts=(Part("A", float("nan")),)), "parts"),
        (Product("X", parts=(Part("A", 1), Part("A", 2))), "parts"),
        (Product("X", steps=(RouteStep("Mill", seconds=-1),)), "steps"),
        (Product("X", steps=(RouteStep(" "),)), "steps"),
        (Product("X", unit=" "), "unit"),
    ],
)
def test_a_product_that_cannot_be_is_refused_and_says_where(product: Product, field: str) -> None:
    with pytest.raises(ProductUnfit) as unfit:
        checked_product(product, {})
    assert unfit.value.facts["field"] == field


def test_only_what_is_counted_at_the_line_can_be_short() -> None:
    stock = [LineStock("1", "L1", "SCREW", 50), LineStock("2", "L1", "OIL", 5)]
    short = shortages(needs(ALL, "PUMP", 10), stock)
    assert [(one.material, one.missing) for one in short] == [("SCREW", 10)]
    more = [*stock, LineStock("3", "L1", "SCREW", 10)]
    assert shortages(needs(ALL, "PUMP", 10), more) == ()


def test_the_slowest_step_is_the_time_of_a_piece() -> None:
    assert Product("X", steps=(RouteStep("Mill", seconds=30), RouteStep("Wash", seconds=45))).seconds == 45
    assert Product("X").seconds == 0


def test_a_bin_is_wanted_at_the_minimum_and_only_whole() -> None:
    stock = LineStock("1", "L1", "SCREW", 100, minimum=100, maximum=500, bin=150)
    assert (stock.low, stock.wanted) == (True, 300)
    assert not LineStock("1", "L1", "SCREW", 101, minimum=100, maximum=500).low
    assert not LineStock("1", "L1", "SCREW", 0).low, "nobody said how much should be there"


def test_a_stock_that_cannot_be_is_refused() -> None:
    with pytest.raises(ProductUnfit):
        checked_stock(LineStock("1", "L1", "SCREW", -1))
    with pytest.raises(ProductUnfit):
        checked_stock(LineStock("1", "L1", "SCREW", 1, minimum=5, maximum=2))


def test_parts_that_many_products_share_on_every_level_are_opened_once() -> None:
    """Two products on each of 19 levels, each made of both below: half a million ways down."""
    shared = {
        f"P{level}.{n}": Product(f"P{level}.{n}", parts=(Part(f"P{level + 1}.0", 1.0), Part(f"P{level + 1}.1", 1.0)))
        for level in range(19)
        for n in range(2)
    }
    begun = time.perf_counter()
    found = needs(shared, "P0.0", 1)
    taken = takes(shared, "P0.0", {"P19.1"})
    assert {need.material: need.quantity for need in found} == {"P19.0": 2.0**18, "P19.1": 2.0**18}
    assert taken == {"P19.1": 2.0**18}
    assert len(found[0].paths) == PATHS_MOST
    assert time.perf_counter() - begun < 1.0
