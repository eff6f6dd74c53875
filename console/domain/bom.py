"""Parts lists over many levels: the tree for a quantity, what a piece takes at a line, where a material is used."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from console.domain.products import LEVELS_MOST, LineStock, PartsInCircle, Product

NODES_MOST = 5000  # of one tree; what is larger is cut, and says so


@dataclass(frozen=True, slots=True)
class Node:
    """A line of the tree: how much of it the quantity above takes, what lies at the line, and what is too little."""

    material: str
    quantity: float
    unit: str
    level: int  # 1 = goes into the product itself
    made: bool  # it has parts of its own
    there: float | None = None  # at the line; None: nobody counts it there
    missing: float = 0.0  # what the product as a whole takes of it less what lies there; said at its first line
    known: bool = True  # there is a record of it


def tree(
    products: Mapping[str, Product], product: str, quantity: float, stock: Iterable[LineStock] = ()
) -> tuple[Node, ...]:
    """The parts of so many pieces, each level below its parent, of at most NODES_MOST lines; PartsInCircle."""
    there: dict[str, float] = {}
    for one in stock:
        there[one.material] = there.get(one.material, 0.0) + one.quantity
    found: list[Node] = []
    _grow(products, product, quantity, (product,), found)
    total: dict[str, float] = {}
    for node in found:
        total[node.material] = total.get(node.material, 0.0) + node.quantity
    seen: set[str] = set()
    shown = []
    for node in found:
        here = there.get(node.material)
        first = node.material not in seen
        seen.add(node.material)
        missing = max(0.0, total[node.material] - here) if here is not None and first else 0.0
        short = missing if missing > 1e-9 else 0.0
        shown.append(
            Node(node.material, node.quantity, node.unit, node.level, node.made, here, short, node.material in products)
        )
    return tuple(shown)


def _grow(
    products: Mapping[str, Product], product: str, quantity: float, path: tuple[str, ...], found: list[Node]
) -> None:
    known = products.get(product)
    for part in known.parts if known is not None else ():
        if len(found) >= NODES_MOST:
            return
        if part.material in path or len(path) > LEVELS_MOST:
            at = path.index(part.material) if part.material in path else 0
            raise PartsInCircle(product=part.material, path=(*path[at:], part.material))
        below = products.get(part.material)
        takes = quantity * part.quantity
        made = below is not None and bool(below.parts)
        found.append(Node(part.material, takes, part.unit, len(path), made))
        if made:
            _grow(products, part.material, takes, (*path, part.material), found)


def takes(products: Mapping[str, Product], product: str, lies: Collection[str]) -> dict[str, float]:
    """What a piece takes of the materials that lie at a line (`lies`).

    What is made of parts is taken as it is where it lies there, and else through its parts; circles add nothing.
    """
    opened: dict[str, dict[str, float]] = {}  # what one piece takes: each product is opened once

    def go(id: str, path: tuple[str, ...]) -> dict[str, float]:
        if id in opened:
            return opened[id]
        found: dict[str, float] = {}
        known = products.get(id)
        for part in known.parts if known is not None else ():
            if part.material in path or len(path) > LEVELS_MOST:
                continue
            below = {part.material: 1.0} if part.material in lies else go(part.material, (*path, part.material))
            for material, amount in below.items():
                found[material] = found.get(material, 0.0) + part.quantity * amount
        opened[id] = found
        return found

    return go(product, (product,))


def where_used(products: Iterable[Product], material: str) -> tuple[tuple[Product, float], ...]:
    """The products that it goes into directly, and how much of it a piece takes; by number."""
    found = [(product, part.quantity) for product in products for part in product.parts if part.material == material]
    return tuple(sorted(found, key=lambda one: one[0].id))


def circle_in(products: Mapping[str, Product], among: Iterable[str] | None = None) -> tuple[str, ...]:
    """The way from one of these products (None: all) down to itself, () where there is none."""
    clear: set[str] = set()
    for start in products if among is None else among:
        way = _circle(products, start, clear)
        if way:
            return way
    return ()


def _circle(products: Mapping[str, Product], start: str, clear: set[str]) -> tuple[str, ...]:
    """Depth first without recursion: a file may hold any depth."""
    path: list[str] = []
    on_path: set[str] = set()
    todo: list[tuple[str, bool]] = [(start, False)]
    while todo:
        id, left = todo.pop()
        if left:
            path.pop()
            on_path.discard(id)
            clear.add(id)
            continue
        if id in on_path:
            return (*path[path.index(id) :], id)
        if id in clear:
            continue
        path.append(id)
        on_path.add(id)
        todo.append((id, True))
        known = products.get(id)
        todo.extend((part.material, False) for part in (known.parts if known is not None else ()))
    return ()
