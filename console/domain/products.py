"""Products: what they are made of over any number of levels, how they are made, and what of it is short at the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from math import isfinite

from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.people import NAME_MOST, plain_text

ID_MOST = 64
PARTS_MOST, STEPS_MOST, LEVELS_MOST = 500, 60, 20


class ProductUnfit(Refusal):
    """A product cannot be so. facts: product, field."""

    code = "product_unfit"


class PartsInCircle(Refusal):
    """A product is part of itself. facts: product, path (ids from it down to itself)."""

    code = "parts_in_circle"


@dataclass(frozen=True, slots=True)
class Part:
    """So much of a material or product goes into one piece."""

    material: str
    quantity: float
    unit: str = "pc"


@dataclass(frozen=True, slots=True)
class RouteStep:
    """One step: its name, the station where there is only one, seconds a piece, seconds to set it up."""

    name: str
    station: str = ""
    seconds: float = 0.0
    setup: float = 0.0


@dataclass(frozen=True, slots=True)
class Product:
    """Something that is made or bought. `id` is its number. What is bought has no parts and no steps."""

    id: str
    name: str = ""
    unit: str = "pc"
    parts: tuple[Part, ...] = ()
    steps: tuple[RouteStep, ...] = ()
    lines: tuple[str, ...] = ()  # where it can be made; () = anywhere
    family: str = ""  # what changeovers go by; "" = its number
    source: str = ""

    @property
    def seconds(self) -> float:
        """Standard time a piece: the slowest step sets the pace of a line; 0 = not known."""
        return max((step.seconds for step in self.steps), default=0.0)


@dataclass(frozen=True, slots=True)
class LineStock:
    """What lies at a line of one material, as it was counted or booked last."""

    id: str
    line: str
    material: str
    quantity: float
    minimum: float = 0.0
    maximum: float = 0.0
    bin: float = 0.0  # one container; 0 = not by containers
    at: datetime | None = None
    by: str = ""

    @property
    def low(self) -> bool:
        """Whether it must be replenished: at or under the minimum."""
        return self.quantity <= self.minimum and self.maximum > 0

    @property
    def wanted(self) -> float:
        """How much would fill it up, in whole containers where it has them."""
        missing = max(0.0, self.maximum - self.quantity)
        return missing // self.bin * self.bin if self.bin > 0 else missing


@dataclass(frozen=True, slots=True)
class Need:
    """How much of a material an order takes, and through which products (ids from the order's product down)."""

    material: str
    quantity: float
    unit: str
    paths: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Short:
    """A material of which there is too little at the line."""

    material: str
    needed: float
    there: float
    unit: str

    @property
    def missing(self) -> float:
        """How much."""
        return self.needed - self.there


@dataclass(slots=True)
class _Explosion:
    products: Mapping[str, Product]
    found: dict[tuple[str, str], Need] = field(default_factory=dict)

    def add(self, product: str, quantity: float, path: tuple[str, ...]) -> None:
        known = self.products.get(product)
        for part in known.parts if known is not None else ():
            if part.material in path:
                circle = path[path.index(part.material) :]
                raise PartsInCircle(product=part.material, path=(*circle, part.material))
            if len(path) > LEVELS_MOST:
                raise PartsInCircle(product=part.material, path=path)
            below = self.products.get(part.material)
            if below is not None and below.parts:
                self.add(part.material, quantity * part.quantity, (*path, part.material))
                continue
            key = (part.material, part.unit)
            before = self.found.get(key, Need(part.material, 0.0, part.unit))
            paths = (*before.paths, path) if path not in before.paths else before.paths
            self.found[key] = replace(before, quantity=before.quantity + quantity * part.quantity, paths=paths)


def needs(products: Mapping[str, Product], product: str, quantity: float) -> tuple[Need, ...]:
    """What so many pieces take of everything that is bought, over all levels; PartsInCircle."""
    explosion = _Explosion(products)
    explosion.add(product, quantity, (product,))
    return tuple(explosion.found[key] for key in sorted(explosion.found))


def shortages(wanted: Iterable[Need], stock: Iterable[LineStock]) -> tuple[Short, ...]:
    """What is too little at the line; a material nobody counts there is not said to be short."""
    there: dict[str, float] = {}
    for one in stock:
        there[one.material] = there.get(one.material, 0.0) + one.quantity
    short = (
        Short(need.material, need.quantity, there[need.material], need.unit)
        for need in wanted
        if need.material in there
    )
    return tuple(one for one in short if one.missing > 1e-9)


def checked_product(product: Product, others: Mapping[str, Product]) -> Product:
    """The product; ProductUnfit names the field, PartsInCircle the way from it down to itself."""
    id = plain_text(product.id, "number", ID_MOST)
    name = plain_text(product.name, "title", NAME_MOST) if product.name.strip() else ""
    made = replace(product, id=id, name=name)
    tests = (
        ("parts", len(made.parts) <= PARTS_MOST),
        ("parts", all(isfinite(part.quantity) and part.quantity > 0 and part.material.strip() for part in made.parts)),
        ("parts", len({part.material for part in made.parts}) == len(made.parts)),
        ("steps", len(made.steps) <= STEPS_MOST),
        ("steps", all(isfinite(s.seconds) and s.seconds >= 0 and s.setup >= 0 and s.name.strip() for s in made.steps)),
        ("unit", bool(made.unit.strip())),
    )
    unfit = next((name for name, fits in tests if not fits), "")
    if unfit:
        raise ProductUnfit(product=product.id, field=unfit)
    needs({**others, id: made}, id, 1.0)
    return made


def stock_id(line: str, material: str) -> str:
    """The id of what lies of a material at a line: two consoles that count it write one record."""
    return derived_id("line_stock", line, material)


def checked_stock(stock: LineStock) -> LineStock:
    """The stock; ProductUnfit names the field that cannot be so."""
    plain_text(stock.material, "number", ID_MOST)
    numbers = (stock.quantity, stock.minimum, stock.maximum, stock.bin)
    if not all(isfinite(number) and number >= 0 for number in numbers):
        raise ProductUnfit(product=stock.material, field="quantity")
    if stock.maximum and stock.minimum > stock.maximum:
        raise ProductUnfit(product=stock.material, field="minimum")
    return stock
