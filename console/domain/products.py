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
PATHS_MOST = 20  # ways down to one material that are told


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
    """Each product is opened once, in however many places it goes into."""

    products: Mapping[str, Product]
    below: dict[str, tuple[int, dict[tuple[str, str], Need]]] = field(default_factory=dict)  # levels; for one piece

    def open(self, product: str, path: tuple[str, ...]) -> tuple[int, dict[tuple[str, str], Need]]:
        if product in self.below:
            return self.below[product]
        known = self.products.get(product)
        levels, found = 0, dict[tuple[str, str], Need]()
        for part in known.parts if known is not None else ():
            deep, taken = self._part(part, path)
            levels = max(levels, deep)
            if len(path) + deep > LEVELS_MOST:
                raise PartsInCircle(product=part.material, path=(*path, part.material))
            for key, need in taken.items():
                before = found.get(key, Need(need.material, 0.0, need.unit))
                ways = dict.fromkeys((*before.paths, *((product, *way) for way in need.paths)))
                amount = before.quantity + part.quantity * need.quantity
                found[key] = replace(before, quantity=amount, paths=tuple(ways)[:PATHS_MOST])
        self.below[product] = (levels + 1, found)
        return self.below[product]

    def _part(self, part: Part, path: tuple[str, ...]) -> tuple[int, dict[tuple[str, str], Need]]:
        if part.material in path:
            circle = path[path.index(part.material) :]
            raise PartsInCircle(product=part.material, path=(*circle, part.material))
        if len(path) > LEVELS_MOST:
            raise PartsInCircle(product=part.material, path=path)
        made = self.products.get(part.material)
        if made is not None and made.parts:
            return self.open(part.material, (*path, part.material))
        return 0, {(part.material, part.unit): Need(part.material, 1.0, part.unit, ((),))}


def needs(products: Mapping[str, Product], product: str, quantity: float) -> tuple[Need, ...]:
    """What so many pieces take of everything that is bought, over all levels; PartsInCircle."""
    _, found = _Explosion(products).open(product, (product,))
    return tuple(replace(found[key], quantity=found[key].quantity * quantity) for key in sorted(found))


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
