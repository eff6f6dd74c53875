"""What may be asked about what plans are made with: products, stock at lines, changeovers, and how sources are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command
from console.domain.exchange import ColumnMap
from console.domain.planning import Changeover
from console.domain.productfile import ProductDraft
from console.domain.products import LineStock, Product


@dataclass(frozen=True, slots=True)
class SetProduct(Command):
    """Say everything about a product, a new one or anew."""

    noun: ClassVar[str] = "orders"

    product: Product
    version: int = 0


@dataclass(frozen=True, slots=True)
class RemoveProduct(Command):
    """Forget a product; orders keep its number and the steps they have."""

    noun: ClassVar[str] = "orders"

    product: str
    version: int = 0


@dataclass(frozen=True, slots=True)
class ImportProducts(Command):
    """Take over a part of what a file says of products, their parts and steps. A second time does nothing."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    source: str
    drafts: tuple[ProductDraft, ...]


@dataclass(frozen=True, slots=True)
class SetLineStock(Command):
    """Say what lies of a material at a line; its id follows from both."""

    noun: ClassVar[str] = "orders"

    line: str
    material: str
    quantity: float
    minimum: float = 0.0
    maximum: float = 0.0
    bin: float = 0.0
    version: int = 0

    @property
    def place(self) -> str:
        """The line."""
        return self.line

    @property
    def stock(self) -> LineStock:
        """What is said, without an id."""
        return LineStock("", self.line, self.material, self.quantity, self.minimum, self.maximum, self.bin)


@dataclass(frozen=True, slots=True)
class SetChangeover(Command):
    """Say how long a line takes from one family to another; the id follows from these three."""

    noun: ClassVar[str] = "orders"

    changeover: Changeover
    version: int = 0

    @property
    def place(self) -> str:
        """The line, "" = every one."""
        return self.changeover.line


@dataclass(frozen=True, slots=True)
class RemoveChangeover(Command):
    """Forget how long it takes."""

    noun: ClassVar[str] = "orders"

    changeover: str
    line: str
    version: int = 0

    @property
    def place(self) -> str:
        """The line, "" = every one."""
        return self.line


@dataclass(frozen=True, slots=True)
class KeepExchangeMap(Command):
    """Keep how a source of orders is read, a new one or anew."""

    noun: ClassVar[str] = "orders"

    mapping: ColumnMap
    version: int = 0


@dataclass(frozen=True, slots=True)
class RemoveExchangeMap(Command):
    """Forget how a source is read."""

    noun: ClassVar[str] = "orders"

    mapping: str
    version: int = 0
