"""A small table of plain texts: what the panels beside the trail show."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from widgets.plain import tip
from widgets.tables import TONE, Index

ROOT = QModelIndex()


class Rows(QAbstractTableModel):
    """Rows of texts; the first column is loud, the others quieter, but for those named in `loud`."""

    def __init__(self, columns: int, loud: Sequence[int] = (0,)) -> None:
        super().__init__()
        self.rows: list[tuple[str, ...]] = []
        self._heads: tuple[str, ...] = ("",) * columns
        self._loud = tuple(loud)

    def name(self, *heads: str) -> None:
        """Give the columns their names."""
        self._heads = heads
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    def show_rows(self, rows: Sequence[tuple[str, ...]]) -> None:
        """Show these instead."""
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(text)
        if role == TONE:
            return "text" if index.column() in self._loud else "text_muted"
        return None
