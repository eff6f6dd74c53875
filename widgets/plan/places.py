"""Where things lie on the widget of the week board, however it is scrolled."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from widgets.cardflow.scroll import SLIM, SlimBar
from widgets.plan.grid import CARD, GAP, HEAD, LOAD, NAMES, PAD, TRAY, Grid
from widgets.plan.hand import Held


class Places(QWidget):
    """The grid with its bars: rectangles of the widget for what the grid has, and what lies at a point."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid = Grid()
        self.tray_width = TRAY
        self.down, self.tray_bar = SlimBar(self), SlimBar(self)
        self.across = SlimBar(self, Qt.Orientation.Horizontal)

    @property
    def body(self) -> QRect:
        """Where the shifts are."""
        left = self.tray_width + NAMES
        low = SLIM + 2 if self.across.isVisibleTo(self) else 0
        return QRect(left, HEAD, self.width() - left, self.height() - HEAD - low)

    def x_of(self, column: int) -> int:
        """The left edge of a shift."""
        return self.body.left() + column * self.grid.width - self.across.value()

    def y_of(self, top: int) -> int:
        """A height of the board on the widget."""
        return HEAD + top - self.down.value()

    def cell_rect(self, row: int, column: int) -> QRect:
        """A cell."""
        box = self.grid.rows[row]
        return QRect(self.x_of(column), self.y_of(box.top), self.grid.width, box.height - 1)

    def card_rect(self, id: str) -> QRect:
        """A card in a cell."""
        _, column, top = self.grid.tops[id]
        return QRect(self.x_of(column) + PAD, self.y_of(top), self.grid.width - 2 * PAD - 1, CARD)

    def tray_rect(self, id: str) -> QRect:
        """A card in the tray."""
        top = HEAD + 6 + self.grid.tray.index(id) * (CARD + GAP) - self.tray_bar.value()
        return QRect(8, top, self.tray_width - 8 - SLIM - 6, CARD)

    def rect_of(self, id: str) -> QRect:
        """A card, or the middle of the board."""
        if id in self.grid.tops:
            return self.card_rect(id)
        return self.tray_rect(id) if id in self.grid.tray else QRect(self.body.center(), self.body.center())

    def gap_rect(self, held: Held) -> QRect:
        """Where a held card would lie: a line between two cards."""
        ids = [id for id in self.grid.ids(held.row, held.column) if id != held.id]
        box = self.cell_rect(held.row, held.column)
        if held.index < len(ids):
            y = self.card_rect(ids[held.index]).top() - GAP // 2
        else:
            y = self.card_rect(ids[-1]).bottom() + GAP // 2 if ids else box.top() + LOAD
        return QRect(box.left(), y - 4, box.width(), 8)

    def rows_seen(self) -> list[int]:
        """Rows of which something can be seen."""
        top, tall = self.down.value(), self.body.height()
        return [i for i, row in enumerate(self.grid.rows) if row.top < top + tall and row.top + row.height > top]

    def columns_seen(self) -> range:
        """Columns of which something can be seen."""
        left, wide = self.across.value(), self.grid.width
        return range(left // wide, min(len(self.grid.columns), (left + self.body.width()) // wide + 1))

    def tray_seen(self) -> tuple[str, ...]:
        """Cards of the tray of which something can be seen."""
        first = self.tray_bar.value() // (CARD + GAP)
        return self.grid.tray[first : first + (self.height() - HEAD) // (CARD + GAP) + 2]

    def card_at(self, point: QPoint) -> str:
        """The card at a place, "" = none."""
        if point.y() < HEAD:
            return ""
        if point.x() < self.tray_width:
            return next((id for id in self.tray_seen() if self.tray_rect(id).contains(point)), "")
        row, column = self.cell_at(point)
        return next((id for id in self.grid.ids(row, column) if self.card_rect(id).contains(point)), "")

    def cell_at(self, point: QPoint) -> tuple[int, int]:
        """Row and column at a place, (-1, -1) = no cell."""
        if not self.body.contains(point):
            return -1, -1
        row = self.grid.row_at(point.y() - HEAD + self.down.value())
        column = self.grid.column_at(point.x() - self.body.left() + self.across.value())
        return (row, column) if row >= 0 and column >= 0 and self.grid.rows[row].line else (-1, -1)
