"""A table whose cells are words already: what bad actors, alarms and shelves are listed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from widgets.tables import TONE, Index

ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """Its cells, and what it stands for."""

    cells: tuple[str, ...]
    subject: object = None


class Rows(QAbstractTableModel):
    """`right`: columns of figures; `strong`: columns in the full colour of text."""

    def __init__(self, columns: int, right: Sequence[int] = (), strong: Sequence[int] = (0,)) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._heads: tuple[str, ...] = ("",) * columns
        self._right, self._strong = frozenset(right), frozenset(strong)

    def begin(self, heads: Sequence[str]) -> None:
        """Name the columns, as many as there are."""
        self._heads = tuple(heads)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; where only words changed, what was chosen stays so."""
        if [row.subject for row in rows] == [row.subject for row in self.rows]:
            self.rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._heads) - 1))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[column]
        if role == TONE:
            return "text" if column in self._strong else "text_muted"
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self._right:
            return Qt.AlignmentFlag.AlignRight
        return None
