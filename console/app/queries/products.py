"""What screens and the console itself ask about what plans are made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from console.domain.desk import Kept, ReadDesk
from console.domain.exchange import ColumnMap
from console.domain.planning import Changeover
from console.domain.products import LineStock, Product


def products(desk: ReadDesk) -> list[Kept[Product]]:
    """Every product with its version, by number."""
    return desk.kept(Product, order="id")


def products_by_id(desk: ReadDesk) -> dict[str, Product]:
    """Every product by its number, as plans and parts lists take them."""
    return {product.id: product for product in desk.find(Product)}


def line_stock(lines: Iterable[str] | None = None) -> Callable[[ReadDesk], list[Kept[LineStock]]]:
    """What lies at these lines (None: all), by line and material."""

    def ask(desk: ReadDesk) -> list[Kept[LineStock]]:
        kept = desk.kept(LineStock) if lines is None else desk.kept(LineStock, ("line", "in", sorted(lines)))
        return sorted(kept, key=lambda one: (one.value.line, one.value.material))

    return ask


def changeovers(desk: ReadDesk) -> list[Kept[Changeover]]:
    """The matrix of changeovers: every line's entries, by families."""
    return sorted(desk.kept(Changeover), key=lambda one: (one.value.line, one.value.source, one.value.target))


def exchange_maps(desk: ReadDesk) -> list[Kept[ColumnMap]]:
    """How each source of orders is read, by name."""
    return desk.kept(ColumnMap, order="name")
