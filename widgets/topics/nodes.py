"""The overview of Sparkplug nodes and devices: alive or not, births, sequence and gaps."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from console.telemetry.sparkplug import NodeState, Presence
from widgets.numbers import UNKNOWN, whole
from widgets.plain import plain
from widgets.tables import ICON, TONE, Index
from widgets.times import span

PATH, STATE, BDSEQ, SEQ, GAPS, BIRTHS, METRICS, HEARD = range(8)
ROOT = QModelIndex()
_ICONS = {
    Presence.ONLINE: ("circle-check", "text_muted"),
    Presence.OFFLINE: ("power-off", "no_data"),
    Presence.WAITING: ("hourglass", "warning"),
}


def presence_word(presence: Presence) -> str:
    """Whether a node is there."""
    translate = QCoreApplication.translate
    match presence:
        case Presence.ONLINE:
            return translate("topics", "Online")
        case Presence.OFFLINE:
            return translate("topics", "Dead")
        case Presence.WAITING:
            return translate("topics", "Waiting for birth")


class SparkplugNodes(QAbstractTableModel):
    """One row a node or device, by path."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[NodeState] = []
        self._now = 0.0

    def refresh(self, states: Iterable[NodeState], now: float) -> None:
        """Show everyone as they are now."""
        rows = sorted(states, key=lambda state: state.path)
        same = [row.path for row in rows] == [row.path for row in self.rows]
        self._now = now
        if not same:
            self.beginResetModel()
        self.rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, HEARD))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else HEARD + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("Node or device"), self.tr("State"), "bdSeq", self.tr("Last seq"), self.tr("Gaps"))
            return (*names, self.tr("Births"), self.tr("Metrics"), self.tr("Heard"))[section]
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and section >= BDSEQ else None

    def data(self, index: Index, role: int = 0) -> object:
        state, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(state, column)
        if role == ICON and column == STATE:
            return _ICONS[state.presence]
        if role == TONE:
            return "warning" if column == GAPS and state.gaps else "text" if column == PATH else "text_muted"
        if role == Qt.ItemDataRole.TextAlignmentRole and column >= BDSEQ:
            return Qt.AlignmentFlag.AlignRight
        return None

    def _words(self, state: NodeState, column: int) -> str:
        if column == PATH:
            return plain(state.path)
        if column == STATE:
            return presence_word(state.presence)
        if column == HEARD:
            return span(max(self._now - state.heard_at, 0.0)) if state.heard_at else UNKNOWN
        device = state.path.count("/") > 1  # bdSeq, seq and gaps are the node's own
        figures = (state.bd_seq, state.last_seq, state.gaps, state.births, state.metrics)
        value = figures[column - BDSEQ]
        return "" if device and column in (BDSEQ, SEQ, GAPS) else whole(value)
