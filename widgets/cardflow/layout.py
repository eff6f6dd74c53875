"""Where columns, lanes and cards lie, in pixels: made anew when cards move, never while painting."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from widgets.cardflow.deck import Deck, Place
from widgets.cardflow.faces import CardFace

HEAD = 46  # of a column
ROOMY, TIGHT = (14, 13), (8, 8)  # between columns, around their cards; the second on narrow screens
BETWEEN, ROW, EDGE = 10, 22, 10  # between cards, their rows, above the first row and below the last
BAND, CELL_LEAST = 30, 46  # a lane's head, an empty cell
NARROWEST = 160
TIGHT_BELOW = 215  # pixels a column


@dataclass(frozen=True, slots=True)
class ColumnBox:
    """A column from left to right, in pixels of the content."""

    id: str
    left: int
    width: int


@dataclass(slots=True)
class Cell:
    """The cards of a column in a lane; heights from the top of the content."""

    column: int
    lane: str
    top: int
    ids: list[str] = field(default_factory=list)
    tops: list[int] = field(default_factory=list)
    bottoms: list[int] = field(default_factory=list)

    def between(self, top: int, bottom: int) -> range:
        """Which cards reach into a stretch of heights."""
        return range(bisect_left(self.bottoms, top), bisect_right(self.tops, bottom))

    def index_at(self, y: int, without: str = "") -> int:
        """Before which card something lies that is dropped at `y`, counted without one of them."""
        left = [(a + b) / 2 for id, a, b in zip(self.ids, self.tops, self.bottoms, strict=True) if id != without]
        return bisect_left(left, y)

    @property
    def end(self) -> int:
        """Below its last card."""
        return self.bottoms[-1] + BETWEEN if self.bottoms else self.top


@dataclass(frozen=True, slots=True)
class Band:
    """A lane: its head, and what lies below it."""

    lane: str
    top: int
    bottom: int
    collapsed: bool


@dataclass
class Layout:
    """Everything that has a place."""

    columns: list[ColumnBox] = field(default_factory=list)
    cells: dict[Place, Cell] = field(default_factory=dict)
    bands: list[Band] = field(default_factory=list)
    places: dict[str, tuple[Cell, int]] = field(default_factory=dict)
    width: int = 0
    pad: int = ROOMY[1]  # around cards

    def column_at(self, x: int) -> int | None:
        """The column at a place of the content, None between two."""
        return next((i for i, box in enumerate(self.columns) if box.left <= x < box.left + box.width), None)

    def cells_of(self, column: int) -> Iterator[Cell]:
        """Those of a column, from the top."""
        return (cell for cell in self.cells.values() if cell.column == column)

    def height(self, column: int) -> int:
        """Of what lies in a column; with lanes of all columns together."""
        if self.bands:
            return self.bands[-1].bottom
        return max((cell.end for cell in self.cells_of(column)), default=0)

    def band_at(self, y: int) -> Band | None:
        """The lane to which a height belongs."""
        return next((band for band in self.bands if band.top <= y < band.bottom), None)


def tall(face: CardFace) -> int:
    """How tall a card is."""
    return 2 * EDGE + ROW * face.rows


def lay_out(deck: Deck, width: int, collapsed: set[str]) -> Layout:
    """All of a deck on `width` pixels; wider than that where columns would become too narrow to be read."""
    count = max(1, len(deck.flow.columns))
    gap, pad = TIGHT if width < TIGHT_BELOW * count else ROOMY
    each = max(NARROWEST, (width - gap * (count - 1)) // count)
    spare = max(0, width - gap * (count - 1) - each * count)
    made, left = Layout(pad=pad), 0
    for i, column in enumerate(deck.flow.columns):
        wide = each + (i < spare)
        made.columns.append(ColumnBox(column.id, left, wide))
        left += wide + gap
    made.width = left - gap
    top = 0
    for lane in deck.lanes():
        top = _lane(deck, made, lane, top, lane in collapsed and deck.laned)
    return made


def _lane(deck: Deck, made: Layout, lane: str, top: int, collapsed: bool) -> int:
    """Lay out a lane; where the next one begins."""
    first = top + (BAND + 6 if deck.laned else 0)
    cells = [Cell(i, lane, first) for i in range(len(made.columns))]
    if not collapsed:
        for cell, box in zip(cells, made.columns, strict=True):
            made.cells[(box.id, lane)] = cell
            _stack(deck, made, cell, deck.order.get((box.id, lane), []))
    bottom = top + BAND + 4 if collapsed else max((cell.end for cell in cells), default=first)
    if deck.laned:
        bottom = bottom if collapsed else max(bottom, first + CELL_LEAST)
        made.bands.append(Band(lane, top, bottom, collapsed))
    return bottom


def _stack(deck: Deck, made: Layout, cell: Cell, ids: list[str]) -> None:
    y = cell.top
    faces, places, tops, bottoms = deck.faces, made.places, cell.tops, cell.bottoms
    cell.ids.extend(ids)
    for i, id in enumerate(ids):
        height = tall(faces[id])
        tops.append(y)
        bottoms.append(y + height)
        places[id] = (cell, i)
        y += height + BETWEEN
