"""The model behind the table of all losses."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from widgets.losses.grouping import Row
from widgets.numbers import UNKNOWN, percent, whole
from widgets.tables import TONE, Index
from widgets.times import minutes

TITLE, MINUTES, SHARE, OFTEN, KIND, BIG, LINE, STATION = range(8)
ROOT = QModelIndex()
FIGURES = (OFTEN, MINUTES, SHARE)


class LossTable(QAbstractTableModel):
    """Rows as given, largest first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []
        self._planned = 0.0

    def refresh(self, rows: list[Row], planned: float) -> None:
        """Show other rows; shares are of `planned` seconds. A choice stays when the rows keep their order."""
        same = [row.title for row in rows] == [row.title for row in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._planned = rows, planned
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, STATION))

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, STATION)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 8

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("Loss"), self.tr("Lost"), self.tr("Of planned"), self.tr("Times"))
            more = (self.tr("Kind"), self.tr("Of the six big losses"), self.tr("Line"), self.tr("Station"))
            return (*names, *more)[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in FIGURES:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == TONE:
            return "text" if column in (TITLE, MINUTES) else "text_muted"
        if role == Qt.ItemDataRole.TextAlignmentRole and column in FIGURES:
            return Qt.AlignmentFlag.AlignRight
        return None

    def _words(self, row: Row, column: int) -> str:
        if column == SHARE:
            return percent(row.seconds / self._planned if self._planned > 0 else None)
        if column == OFTEN:
            return whole(row.stops) if row.stops else UNKNOWN
        if column == MINUTES:
            return minutes(row.seconds)
        texts = {TITLE: row.title, KIND: row.kind, BIG: row.big, LINE: row.line, STATION: row.station}
        return texts[column] or self.tr("several")
