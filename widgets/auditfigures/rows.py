"""A table whose rows are made beforehand: words, the colour of each cell, and what a row stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from widgets.tables import TONE, Index

ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `tones` names colour roles by column, "text" where none is named."""

    cells: tuple[str, ...]
    subject: object = None
    tones: tuple[tuple[int, str], ...] = ()


class Rows(QAbstractTableModel):
    """`right`: columns of numbers."""

    def __init__(self, columns: int, right: Sequence[int] = ()) -> None:
        super().__init__()
        self.rows: tuple[Row, ...] = ()
        self._right = frozenset(right)
        self._heads: tuple[str, ...] = ("",) * columns

    def begin(self, *heads: str) -> None:
        """Name the columns."""
        self._heads = heads
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def subject(self, row: int) -> object:
        """What a row stands for; None for no row."""
        return self.rows[row].subject if 0 <= row < len(self.rows) else None

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        return (
            Qt.AlignmentFlag.AlignRight
            if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right
            else None
        )

    def data(self, index: Index, role: int = 0) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.cells[index.column()]
        if role == TONE:
            return dict(row.tones).get(index.column(), "text" if index.column() < 2 else "text_muted")
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in self._right:
            return Qt.AlignmentFlag.AlignRight
        return None
