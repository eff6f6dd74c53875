"""Articles as a table."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.knowledge import ArticleShown
from widgets.plain import plain
from widgets.tables import TONE, Index

TITLE, PLACE, BY, HELPED = range(4)
WIDTHS = (300, 150, 130, 80)
ROOT = QModelIndex()


class ArticleRows(QAbstractTableModel):
    """Articles in the order in which they are given."""

    def __init__(self, place: Callable[[str], str]) -> None:
        super().__init__()
        self.rows: list[ArticleShown] = []
        self._place = place

    def show_rows(self, rows: Sequence[ArticleShown]) -> None:
        """Take other rows."""
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def row_of(self, id: str) -> int:
        """Where an article stands; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.rows) if one.article.id == id), -1)

    def id_at(self, row: int) -> str:
        """The id of the article in a row."""
        return self.rows[row].article.id if 0 <= row < len(self.rows) else ""

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, HELPED)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, HELPED))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Title"), self.tr("Where"), self.tr("Written by"), self.tr("Helped"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == HELPED:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == TONE:
            return "text" if column == TITLE and row.article.active else "text_muted"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == HELPED:
            return Qt.AlignmentFlag.AlignRight
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match column:
            case 0:
                return plain(row.article.title, 200)
            case 1:
                return self._place(row.article.place)
            case 2:
                return plain(row.by or row.article.made_by, 60)
        return str(row.helped) if row.helped else "–"
