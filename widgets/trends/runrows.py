"""Runs of orders, products and units as a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.trendruns import Run
from widgets.plain import plain
from widgets.tables import TONE, Index
from widgets.times import moment, span

ROOT = QModelIndex()
WHAT, SINCE, LENGTH = range(3)
WIDTHS = (240, 180, 120)


class RunRows(QAbstractTableModel):
    """Runs, the latest first."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[Run] = []
        self._now, self._zone = 0.0, None

    def show_rows(self, shown: Sequence[Run], now: float, zone: tzinfo | None) -> None:
        """Take other rows."""
        self.beginResetModel()
        self.shown, self._now, self._zone = list(shown), now, zone  # type: ignore[assignment]
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, LENGTH)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Run"), self.tr("Began"), self.tr("Lasted"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        run = self.shown[index.row()]
        if role == TONE and index.column() != WHAT:
            return "text_muted"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if index.column() == WHAT:
            return plain(run.what, 120)
        return moment(run.since, self._now, self._zone) if index.column() == SINCE else span(run.length)
