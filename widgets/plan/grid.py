"""Where everything of the week board lies: rows of lines, columns of shifts, cards in cells, the tray at the left."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

Key = tuple[date, str]  # a shift: its day and name
DAY, SHIFT = 26, 26  # pixels of the two lines of the head
HEAD = DAY + SHIFT
TRAY, NAMES = 232, 168
BAND = 26  # the head of an area
LOAD, CARD, CHANGE, GAP, PAD = 36, 56, 17, 4, 5  # load bar, card, changeover above a card, between cards, at the sides
LEAST, MOST = 172, 300  # width of a shift
LOW = 74  # height of a row at least


@dataclass(frozen=True, slots=True)
class Row:
    """A line, or the head of an area ("" = no line)."""

    line: str
    area: str
    top: int
    height: int


@dataclass(frozen=True, slots=True)
class CellPlan:
    """What lies in a cell: ids in sequence, and above which of them a changeover is written."""

    ids: tuple[str, ...]
    changes: frozenset[str] = frozenset()


@dataclass(slots=True)
class Grid:
    """Rectangles in the coordinates of the whole board: x from the first shift, y from the first row."""

    rows: tuple[Row, ...] = ()
    columns: tuple[Key, ...] = ()
    width: int = LEAST
    height: int = 0
    tray: tuple[str, ...] = ()
    cells: Mapping[tuple[int, int], CellPlan] = field(default_factory=dict)  # by row and column
    tops: dict[str, tuple[int, int, int]] = field(default_factory=dict)  # card: row, column, top of it

    @property
    def wide(self) -> int:
        """Pixels of all shifts."""
        return self.width * len(self.columns)

    def row_at(self, y: int) -> int:
        """The row at a height, -1 = none."""
        i = bisect_right(self.rows, y, key=lambda row: row.top) - 1
        return i if i >= 0 and y < self.rows[i].top + self.rows[i].height else -1

    def column_at(self, x: int) -> int:
        """The column there, -1 = none."""
        i = x // self.width
        return i if 0 <= i < len(self.columns) else -1

    def lines(self) -> list[int]:
        """The rows that are lines."""
        return [i for i, row in enumerate(self.rows) if row.line]

    def row_of(self, line: str) -> int:
        """The row of a line, -1 = it is not shown."""
        return next((i for i, row in enumerate(self.rows) if line and row.line == line), -1)

    def column_of(self, key: Key) -> int:
        """The column of a shift, -1 = it is not shown."""
        return self.columns.index(key) if key in self.columns else -1

    def ids(self, row: int, column: int) -> tuple[str, ...]:
        """The cards of a cell."""
        cell = self.cells.get((row, column))
        return cell.ids if cell is not None else ()

    def place_at(self, row: int, column: int, y: int, without: str) -> int:
        """Above which card of a cell something at height `y` would lie; `without` is not counted."""
        ids = [id for id in self.ids(row, column) if id != without]
        return sum(y > self.tops[id][2] + CARD // 2 for id in ids)


def arrange(
    areas: Sequence[tuple[str, Sequence[str]]],
    columns: Sequence[Key],
    cells: Mapping[tuple[str, Key], CellPlan],
    tray: Iterable[str],
    room: int,
) -> Grid:
    """The board of these areas (name, lines) and shifts; `room`: pixels that there are for the shifts."""
    width = max(LEAST, min(MOST, room // len(columns))) if columns else LEAST
    rows: list[Row] = []
    found: dict[tuple[int, int], CellPlan] = {}
    tops: dict[str, tuple[int, int, int]] = {}
    top = 0
    for area, lines in areas:
        if len(areas) > 1:
            rows.append(Row("", area, top, BAND))
            top += BAND
        for line in lines:
            tall = LOW
            for column, key in enumerate(columns):
                cell = cells.get((line, key))
                if cell is None:
                    continue
                found[len(rows), column] = cell
                at = top + LOAD
                for id in cell.ids:
                    at += CHANGE if id in cell.changes else 0
                    tops[id] = (len(rows), column, at)
                    at += CARD + GAP
                tall = max(tall, at - top + GAP)
            rows.append(Row(line, area, top, tall))
            top += tall
    return Grid(tuple(rows), tuple(columns), width, top, tuple(tray), found, tops)
