"""Cells: what a line did, hour by hour, cut where shift, product or order change; sums of them are figures.

The console counts from the beginning of a shift on. A cell is what these counts grew by while it lasted, so the cells
of a shift add up to the shift, also over a restart. A stop that turns out to be longer than a micro-stop moves its
seconds from one loss to the other in the cell in which that is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from console.domain.oee import Account
from console.domain.stations import LossKind

COUNTED = ("good", "scrap", "rework", "planned", "run")  # pieces, pieces, pieces, seconds, seconds
LOSSES = tuple(f"loss_{kind}" for kind in LossKind)  # seconds
INSTANT = 0.001  # seconds
SEAM = 60.0  # seconds between two looks at a line that belong to the later hour
LONGER = 3700.0  # seconds of a cell from which its hour is not known
Sums = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Cell:
    """One line between two times, seconds UTC. `sums`: COUNTED and LOSSES, those that are 0 left out."""

    line: str
    start: float
    end: float
    day: str  # the shift's day, ISO
    shift: str
    shift_start: float
    product: str = ""
    order: str = ""
    rated: bool = False  # an ideal cycle is known: performance and OEE can be told
    whole: bool = False  # of a whole shift that was kept before there were cells: the hour is not known
    sums: Sums = field(default_factory=dict)

    @property
    def timed(self) -> bool:
        """Whether its hour is known: it is neither a whole shift nor what was caught up after an absence."""
        return not self.whole and self.end - self.start < LONGER


class Told(NamedTuple):
    """What a line says of its shift at one time."""

    line: str
    at: float
    day: str
    shift: str
    shift_start: float
    product: str
    order: str
    rated: bool
    sums: Sums  # since the shift began


def shift_sums(good: float, scrap: float, rework: float, told: Account | None) -> dict[str, float]:
    """What is counted of a shift so far, as cells add it up."""
    found = {"good": good, "scrap": scrap, "rework": rework}
    if told is not None:
        found |= {"planned": told.planned, "run": told.run}
        found |= {f"loss_{kind}": seconds for kind, seconds in told.losses.items()}
    return {name: value for name, value in found.items() if value}


class CellBook:
    """Cuts what lines say into cells; one for each console, main thread."""

    def __init__(self) -> None:
        self._open: dict[str, tuple[Cell, Sums, tuple[Any, ...]]] = {}  # by line: cell, sums at its beginning, its key

    def restore(self, line: str, last: Cell, base: Sums) -> None:
        """Go on after a restart: the newest cell that is kept of a line, and what was counted before it began."""
        self._open[line] = (last, base, ())

    def hear(self, told: Told, zone: ZoneInfo) -> tuple[Cell, Sums]:
        """The cell of a line as it is now, and what was counted before it began; the one before it is complete."""
        local = datetime.fromtimestamp(max(told.shift_start, told.at - INSTANT), zone)  # a shift ends in its last hour
        key = (told.shift_start, local.date(), local.hour, told.product, told.order, told.rated)
        known = self._open.get(told.line)
        start = told.at
        base: Sums = {}
        if known is not None and known[0].shift_start == told.shift_start:
            before, base, same = known
            if same == key or (not same and self._continues(before, told, zone)):
                start = before.start
            else:
                seamless = _hour(local) - before.end < SEAM  # else nobody counted: what is caught up has no hour
                start, base = max(before.end, _hour(local)) if seamless else before.end, plus(base, before.sums)
        else:
            start = max(told.shift_start, _hour(local))
        cell = Cell(
            told.line, start, max(start, told.at), told.day, told.shift, told.shift_start, told.product, told.order,
            told.rated, sums=minus(told.sums, base),
        )  # fmt: skip
        self._open[told.line] = (cell, base, key)
        return cell, base

    @staticmethod
    def _continues(before: Cell, told: Told, zone: ZoneInfo) -> bool:
        then, now = datetime.fromtimestamp(before.end, zone), datetime.fromtimestamp(told.at, zone)
        same_hour = (then.date(), then.hour) == (now.date(), now.hour)
        alike = (before.product, before.order, before.rated) == (told.product, told.order, told.rated)
        return same_hour and alike


def _hour(local: datetime) -> float:
    """When the hour on the wall began, seconds UTC."""
    return local.timestamp() - 60.0 * local.minute - local.second - local.microsecond / 1e6


def plus(one: Sums, other: Sums) -> dict[str, float]:
    """Both together."""
    return _without_nothing({name: one.get(name, 0.0) + other.get(name, 0.0) for name in {*one, *other}})


def minus(one: Sums, other: Sums) -> dict[str, float]:
    """By how much one is more than the other."""
    return _without_nothing({name: one.get(name, 0.0) - other.get(name, 0.0) for name in {*one, *other}})


def total(cells: Iterable[Cell]) -> dict[str, float]:
    """All of them together."""
    found: dict[str, float] = {}
    for cell in cells:
        for name, value in cell.sums.items():
            found[name] = found.get(name, 0.0) + value
    return found


def _without_nothing(sums: dict[str, float]) -> dict[str, float]:
    return {name: value for name, value in sums.items() if abs(value) > 1e-9}
