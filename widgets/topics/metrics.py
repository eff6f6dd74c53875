"""The metrics of a Sparkplug message as rows."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.telemetry.sparkplug_metric import Metric
from console.telemetry.sparkplug_values import DataType
from widgets.plain import plain
from widgets.station.tags import quality_word, value_words
from widgets.tables import TONE, Index
from widgets.times import moment

NAME, VALUE, TYPE, TIME, REMARK = range(5)
ROOT = QModelIndex()


class Metrics(QAbstractTableModel):
    """Name, value, datatype, time, and what is special about each metric."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Metric, ...] = ()
        self._zone: tzinfo | None = None
        self._now = 0.0

    def refresh(self, rows: tuple[Metric, ...], now: float, zone: tzinfo | None) -> None:
        """Show the metrics of one message."""
        if rows is self.rows:
            return
        same = len(rows) == len(self.rows)
        if not same:
            self.beginResetModel()
        self.rows, self._now, self._zone = rows, now, zone
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, REMARK))

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, REMARK)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Metric"), self.tr("Value"), self.tr("Type"), self.tr("Time"), self.tr("Remark"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        metric, column = self.rows[index.row()], index.column()
        if role == TONE:
            return "text" if column in (NAME, VALUE) else "text_muted"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == NAME:
            return plain(metric.name) if metric.name is not None else self.tr("alias {0}").format(metric.alias)
        if column == VALUE:
            return f"{'null' if metric.is_null else value_words(metric.value)} {plain(metric.unit)}".strip()
        if column == TYPE:
            return type_name(metric.datatype)
        if column == TIME:
            return moment(metric.timestamp, self._now, self._zone) if metric.timestamp is not None else ""
        return self._remark(metric)

    def _remark(self, metric: Metric) -> str:
        told = (
            self.tr("historical") if metric.historical else "",
            self.tr("transient") if metric.transient else "",
            "" if metric.quality.value == "good" else quality_word(metric.quality),
        )
        return ", ".join(filter(None, told))


def type_name(number: int) -> str:
    """The specification's name of a datatype; the number for one that it does not have."""
    if number not in set(DataType):
        return str(number)
    name = DataType(number).name
    return _SPELLED.get(name) or (f"UInt{name[4:]}" if name.startswith("UINT") else name.capitalize())


_SPELLED = {"DATETIME": "DateTime", "DATASET": "DataSet", "UUID": "UUID"}
