"""The list of control charts: each with how it stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.control import Stands
from console.domain.control_charts import ControlChart
from console.domain.desk import Kept
from widgets.control.words import ICONS
from widgets.plain import plain
from widgets.tables import ICON, TONE, Grid, Index

NAME, PLACE, STANDS = range(3)
WIDTHS = (130, 108, 140)
ROOT = QModelIndex()


class ChartTable(QAbstractTableModel):
    """Charts in the plant's order; those that are broken first."""

    def __init__(
        self, stands: Callable[[str], Stands], say: Callable[[Stands], str], place: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._stands, self._say, self._place = stands, say, place
        self.rows: list[Kept[ControlChart]] = []

    def show_rows(self, rows: Sequence[Kept[ControlChart]]) -> None:
        """Take other rows."""
        ordered = sorted(rows, key=lambda kept: self._stands(kept.value.id).word != "broken")
        if [one.value.id for one in ordered] != [one.value.id for one in self.rows]:
            self.beginResetModel()
            self.rows = ordered
            self.endResetModel()
        else:
            self.rows = ordered
            self.say_again()

    def say_again(self) -> None:
        """What they say may have changed."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, STANDS))

    def retranslate(self) -> None:
        """Say the columns again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, STANDS)

    def row_of(self, chart: str) -> int:
        """Where a chart stands; -1 where it does not."""
        return next((row for row, kept in enumerate(self.rows) if kept.value.id == chart), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Chart"), self.tr("Station"), self.tr("State"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        chart, column = self.rows[index.row()].value, index.column()
        stands = self._stands(chart.id)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return (plain(chart.name, 80), self._place(chart.place), self._say(stands))[column]
        if role == Qt.ItemDataRole.ToolTipRole:
            return None
        if role == ICON and column == NAME:
            return ICONS[stands.word]
        if role == TONE:
            loud = column == STANDS and stands.word == "broken"
            return "warning" if loud else "text" if column == NAME and chart.active else "text_muted"
        return None


class ChartGrid(Grid):
    """The list."""

    def __init__(self, model: ChartTable) -> None:
        super().__init__(model, WIDTHS, stretch=STANDS, spare=(PLACE,))
        self.setSelectionMode(Grid.SelectionMode.SingleSelection)
