"""Where everything on the board lies: rectangles from the plant, the width and the scale; nothing is painted here."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPoint, QRect

GAP = 12  # between cards
PAD = 14  # inside a card
SIDE = 196  # the left part of a card: name, order, OEE ring
SIDE_COLLAPSED = 236
HEADER = 30
RIBBON = 34  # the ribbon and its hours
TILE_GAP = 8
TILE_MIN = 124  # narrower tiles go into a second row
TILE_HEIGHT = 112  # the least that keeps three rows of text apart
COLLAPSED = 58
NOTE = 30  # a strip with a note
NOTE_GAP = 4
MOST_EXTRA = 140  # so much higher than it needs to be a card may become


@dataclass(slots=True)
class CardLayout:
    """One line's card. All rectangles in content coordinates (before scrolling)."""

    line: str
    collapsed: bool
    rect: QRect
    side: QRect
    header: QRect
    ribbon: QRect
    chevron: QRect
    tiles: list[QRect] = field(default_factory=list)
    notes: list[QRect] = field(default_factory=list)


@dataclass(slots=True)
class BoardLayout:
    """All cards, top to bottom."""

    cards: list[CardLayout] = field(default_factory=list)
    height: int = 0
    _bottoms: list[int] = field(default_factory=list)

    def between(self, top: int, bottom: int) -> Sequence[CardLayout]:
        """The cards that reach into [top, bottom]."""
        first = bisect_left(self._bottoms, top)
        last = first
        while last < len(self.cards) and self.cards[last].rect.top() <= bottom:
            last += 1
        return self.cards[first:last]

    def at(self, point: QPoint) -> tuple[CardLayout, int | None] | None:
        """The card under a point and the index of the tile there, of the notes behind them, None: the card itself."""
        for card in self.between(point.y(), point.y()):
            if card.rect.contains(point):
                parts = (*card.tiles, *card.notes)
                return card, next((i for i, part in enumerate(parts) if part.contains(point)), None)
        return None


def lay_out(
    lines: Sequence[tuple[str, int, bool]],
    width: int,
    height: int,
    scale: float = 1.0,
    fill: bool = True,
    narrowest: float = TILE_MIN,
    notes: Mapping[str, int] | None = None,
) -> BoardLayout:
    """Lay out (line id, number of stations, collapsed) in a view of `width` × `height` pixels.

    `notes`: how many each line has; they make its card higher.

    Cards share the height evenly when all of them fit; otherwise each takes the least it needs and the board
    scrolls. Tiles that would be narrower than `narrowest` pixels (at scale 1) go into another row.
    """
    u = scale
    board = BoardLayout()
    if not lines:
        return board
    noted = [round(NOTE * u) * (notes or {}).get(line, 0) for line, _, _ in lines]
    needs = [
        _need(count, collapsed, width, u, narrowest) + more
        for (_, count, collapsed), more in zip(lines, noted, strict=True)
    ]
    spare = height - sum(needs) - round(GAP * u) * (len(lines) - 1)
    open_cards = sum(1 for _, count, collapsed in lines if count and not collapsed)
    extra = _shares(spare, open_cards, round(MOST_EXTRA * u)) if fill and spare > 0 else iter(())
    top = 0
    for (line, count, collapsed), need in zip(lines, needs, strict=True):
        tall = need + (next(extra, 0) if count and not collapsed else 0)
        rect = QRect(0, top, width, tall)
        many = (notes or {}).get(line, 0)
        board.cards.append(
            _collapsed(line, count, rect, u, many) if collapsed else _expanded(line, count, rect, u, narrowest, many)
        )
        board._bottoms.append(rect.bottom())  # noqa: SLF001 - its own builder
        top += tall + round(GAP * u)
    board.height = top - round(GAP * u)
    return board


def _shares(spare: int, cards: int, most: int) -> Iterator[int]:
    """What each of the open cards gets of the height that is left, to the pixel, but never more than `most`."""
    for left in range(cards, 0, -1):
        share = min(-(-spare // left), most)
        spare -= share
        yield share


def _rows(count: int, inner: int, u: float, narrowest: float) -> int:
    per_row = max(1, int((inner + TILE_GAP * u) // (narrowest * u + TILE_GAP * u)))
    return max(1, -(-count // per_row))


def _inner(width: int, u: float) -> int:
    return max(1, width - round((SIDE + 2 * PAD) * u))


def _need(count: int, collapsed: bool, width: int, u: float, narrowest: float) -> int:
    if collapsed:
        return round(COLLAPSED * u)
    rows = _rows(count, _inner(width, u), u, narrowest)
    tiles = rows * round(TILE_HEIGHT * u) + (rows - 1) * round(TILE_GAP * u)
    return round(10 * u) + round(HEADER * u) + tiles + round((8 + RIBBON + 6) * u)


def _split(count: int, area: QRect, rows: int, u: float) -> list[QRect]:
    """Divide an area into `count` tiles in `rows` rows, left to right, top to bottom."""
    if not count:
        return []
    per_row = -(-count // rows)
    gap = min(round(TILE_GAP * u), area.width() // (2 * per_row))
    tall = (area.height() - gap * (rows - 1)) // rows
    tiles = []
    for i in range(count):
        row, column = divmod(i, per_row)
        left = area.left() + round(column * (area.width() + gap) / per_row)
        right = area.left() + round((column + 1) * (area.width() + gap) / per_row) - gap
        tiles.append(QRect(left, area.top() + row * (tall + gap), right - left, tall))
    return tiles


def _strips(left: int, top: int, width: int, count: int, u: float) -> list[QRect]:
    """The notes of a card below each other."""
    tall, gap = round(NOTE * u), round(NOTE_GAP * u)
    return [QRect(left, top + i * tall, width, tall - gap) for i in range(count)]


def _expanded(line: str, count: int, rect: QRect, u: float, narrowest: float, notes: int = 0) -> CardLayout:
    pad, side = round(PAD * u), round(SIDE * u)
    left, inner = rect.left() + side + pad, _inner(rect.width(), u)
    header = QRect(left, rect.top() + round(8 * u), inner, round(HEADER * u))
    ribbon = QRect(left, rect.bottom() - round((RIBBON + 5) * u), inner, round(RIBBON * u))
    strips = _strips(left, header.bottom() + 1, inner, notes, u)
    top = header.bottom() + 1 + notes * round(NOTE * u)
    area = QRect(left, top, inner, ribbon.top() - round(8 * u) - top)
    return CardLayout(
        line,
        False,
        rect,
        QRect(rect.left(), rect.top(), side, rect.height()),
        header,
        ribbon,
        QRect(rect.left() + side - round(30 * u), rect.top() + round(10 * u), round(24 * u), round(24 * u)),
        _split(count, area, _rows(count, inner, u, narrowest), u),
        strips,
    )


def _collapsed(line: str, count: int, rect: QRect, u: float, notes: int = 0) -> CardLayout:
    pad, side = round(PAD * u), round(SIDE_COLLAPSED * u)
    whole, rect = rect, QRect(rect.left(), rect.top(), rect.width(), rect.height() - notes * round(NOTE * u))
    left = rect.left() + side + pad
    right = round(430 * u)  # counts and plan
    area = QRect(left, rect.top() + round(10 * u), max(1, rect.width() - side - 2 * pad - right), round(38 * u))
    header = QRect(area.right() + round(12 * u), rect.top(), right - round(12 * u), rect.height())
    gap_tiles = _split(count, area, 1, u * 0.5)
    chevron = QRect(rect.left() + side - round(30 * u), rect.top() + round(17 * u), round(24 * u), round(24 * u))
    return CardLayout(
        line,
        True,
        whole,
        QRect(rect.left(), rect.top(), side, rect.height()),
        header,
        QRect(),
        chevron,
        gap_tiles,
        _strips(rect.left() + pad, rect.bottom() + 1, rect.width() - 2 * pad, notes, u),
    )
