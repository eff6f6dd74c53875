"""What may be asked about the material at lines: cards that pull it, counts, limits, and what was used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class _AtLine:
    line: str
    material: str

    @property
    def place(self) -> str:
        """The line."""
        return self.line


@dataclass(frozen=True, slots=True)
class AskReplenishment(_AtLine, Command):
    """A bin is empty: ask for material; `card` is new, `quantity` 0 = what fills the place up."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    card: str
    quantity: float = 0.0
    call: str = ""


@dataclass(frozen=True, slots=True)
class PullMaterial(_AtLine, Command):
    """The console saw that a material is low; `card` follows from the one before it."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    card: str
    call: str = ""


@dataclass(frozen=True, slots=True)
class _OnCard:
    card: str
    where: str

    @property
    def place(self) -> str:
        """Its line."""
        return self.where


@dataclass(frozen=True, slots=True)
class MoveReplenishment(_OnCard, Command):
    """Put a card from the column where it was seen into another one; delivered material adds to the stock."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    source: str
    target: str


@dataclass(frozen=True, slots=True)
class CancelReplenishment(_OnCard, Command):
    """Nobody waits for it any more."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    reason: str


@dataclass(frozen=True, slots=True)
class CountStock(_AtLine, Command):
    """Say what lies there; of the order that runs, so many pieces (`counted`) had been made by then."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    quantity: float
    order: str = ""
    counted: int = 0


@dataclass(frozen=True, slots=True)
class SetStockLimits(_AtLine, Command):
    """Say from when on and up to what a material is replenished, and what one bin of it holds."""

    noun: ClassVar[str] = "orders"

    minimum: float
    maximum: float
    bin: float = 0.0


@dataclass(frozen=True, slots=True)
class RemoveStock(_AtLine, Command):
    """The material has no place at the line any more."""

    noun: ClassVar[str] = "orders"


@dataclass(frozen=True, slots=True)
class BookUse(Command):
    """The console counted so many pieces of an order, good and scrap, since it began; 0 = no line counts it."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    order: str
    counted: int
