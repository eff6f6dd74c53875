"""The model behind the table of stretches: segments newest first, one state or all."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.ribbon import Segment
from console.domain.stations import StationState
from widgets.station.segments import lasted, reason_words, segment_word, unexplained
from widgets.tables import ICON, TONE, Index
from widgets.times import clock
from widgets.words import STATE_ICON, elapsed

STATE, FROM, DURATION, REASON = range(4)
ROOT = QModelIndex()
MIDDLING = {StationState.PLANNED_STOP: "text_muted", StationState.NOT_PLANNED: "text_muted"}


class Stretches(QAbstractTableModel):
    """Rows that keep their identity while the last one grows, so that a choice survives each beat."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Segment] = []
        self._rows: list[int] = []  # places in `_all`, newest first
        self._only: StationState | None = None
        self._zone: tzinfo | None = None

    def refresh(self, segments: list[Segment], zone: tzinfo | None) -> None:
        """Take the segments in time order; rows are told apart by their beginning."""
        old = [self._all[place].since for place in self._rows]
        self._all, self._zone = segments, zone
        rows = [p for p in range(len(segments) - 1, -1, -1) if self._only in (None, segments[p].state)]
        new = [segments[place].since for place in rows]
        added = len(new) - len(old)
        if added >= 0 and new[added:] == old:
            self._grow(rows, added)
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def only(self, state: StationState | None) -> None:
        """Show one state, or all with None."""
        self._only = state
        self.beginResetModel()
        self._rows = [p for p in range(len(self._all) - 1, -1, -1) if state in (None, self._all[p].state)]
        self.endResetModel()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, REASON)
        self._tell(len(self._rows))

    def row_of(self, place: int) -> int:
        """Row of a segment by its place in time order, -1 when it is not shown."""
        return self._rows.index(place) if place in self._rows else -1

    def place_of(self, row: int) -> int:
        """Place in time order of the segment in a row."""
        return self._rows[row]

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("State"), self.tr("From"), self.tr("Duration"), self.tr("Reason"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (FROM, DURATION):
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        segment, column = self._all[self._rows[index.row()]], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(segment, column)
        if role == ICON:
            return self._icon(segment, column)
        if role == TONE:
            return "warning" if column == REASON and unexplained(segment) else MIDDLING.get(segment.state)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (FROM, DURATION):
            return Qt.AlignmentFlag.AlignRight
        return None

    def _words(self, segment: Segment, column: int) -> str:
        if column == STATE:
            return segment_word(segment)
        if column == FROM:
            return clock(segment.since, self._zone)
        return elapsed(lasted(segment)) if column == DURATION else reason_words(segment)

    def _icon(self, segment: Segment, column: int) -> tuple[str, str] | None:
        if column == STATE:
            return STATE_ICON[segment.state], segment.state.value
        return ("triangle-alert", "warning") if column == REASON and unexplained(segment) else None

    def _grow(self, rows: list[int], added: int) -> None:
        if added:
            self.beginInsertRows(ROOT, 0, added - 1)
        self._rows = rows
        if added:
            self.endInsertRows()
        self._tell(added + 1)

    def _tell(self, rows: int) -> None:
        last = min(rows, len(self._rows)) - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(last, REASON))
