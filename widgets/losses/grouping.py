"""Losses put together the way a person wants to see them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Protocol

from console.domain.live import LineLive, StationLive
from console.domain.losses import Loss
from widgets.losses.naming import big_title, kind_title, loss_title
from widgets.plain import plain


class Grouping(StrEnum):
    """What one row of the table stands for."""

    EACH = "each"
    REASON = "reason"
    KIND = "kind"
    LINE = "line"
    STATION = "station"
    BIG = "big"


class LossyFloor(Protocol):
    """What is needed of the floor."""

    lines: list[LineLive]
    stations: dict[str, StationLive]

    def losses(self, line: str, now: float) -> list[Loss]: ...


@dataclass(frozen=True, slots=True)
class Row:
    """One row: seconds lost and what they have in common; "" where they differ."""

    title: str
    kind: str
    big: str
    line: str
    station: str
    stops: int
    seconds: float


def losses_of(floor: LossyFloor, lines: Iterable[str] | None, now: float) -> list[Loss]:
    """This shift's losses of some lines (None: all), largest first."""
    wanted = {line.line.id for line in floor.lines} if lines is None else set(lines)
    found = [loss for line in floor.lines if line.line.id in wanted for loss in floor.losses(line.line.id, now)]
    return sorted(found, key=lambda loss: -loss.seconds)


def rows(losses: Iterable[Loss], by: Grouping, floor: LossyFloor) -> list[Row]:
    """The table's rows, largest first."""
    names = {line.line.id: plain(line.line.name) for line in floor.lines}
    stations = {ident: plain(live.station.name) for ident, live in floor.stations.items()}
    grouped: dict[object, Row] = {}
    for loss in losses:
        row = Row(
            loss_title(loss),
            kind_title(loss.kind),
            big_title(loss.big),
            names.get(loss.line, plain(loss.line)),
            stations.get(loss.station, plain(loss.station)),
            loss.stops,
            loss.seconds,
        )
        key = _KEYS[by](loss)
        grouped[key] = _together(grouped[key], row) if key in grouped else row
    made = [_titled(row, by) for row in grouped.values()]
    return sorted(made, key=lambda row: (-row.seconds, row.title))


_KEYS: dict[Grouping, Callable[[Loss], object]] = {
    Grouping.EACH: lambda loss: (loss.kind, loss.reason, loss.line, loss.station),
    Grouping.REASON: lambda loss: (loss.kind, loss.reason),
    Grouping.KIND: lambda loss: loss.kind,
    Grouping.LINE: lambda loss: loss.line,
    Grouping.STATION: lambda loss: loss.station,
    Grouping.BIG: lambda loss: loss.big,
}
_TITLES: dict[Grouping, Callable[[Row], str]] = {
    Grouping.EACH: lambda row: row.title,
    Grouping.REASON: lambda row: row.title,
    Grouping.KIND: lambda row: row.kind,
    Grouping.LINE: lambda row: row.line,
    Grouping.STATION: lambda row: row.station,
    Grouping.BIG: lambda row: row.big,
}


def _titled(row: Row, by: Grouping) -> Row:
    return replace(row, title=_TITLES[by](row))


def _together(a: Row, b: Row) -> Row:
    def same(x: str, y: str) -> str:
        return x if x == y else ""

    return Row(
        same(a.title, b.title),
        same(a.kind, b.kind),
        same(a.big, b.big),
        same(a.line, b.line),
        same(a.station, b.station),
        a.stops + b.stops,
        a.seconds + b.seconds,
    )
