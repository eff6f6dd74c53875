"""Calls of the past as a table that fetches more when somebody scrolls to its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.andon import Page
from console.domain.andon import Call
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, severity_word, stage_word
from widgets.calls.shown import CallRow, short
from widgets.plain import plain
from widgets.tables import ICON, TONE, Index
from widgets.times import moment

RAISED, SEVERITY, PLACE, CATEGORY, TEXT, STAGE, OWNER, ANSWERED, RESOLVED, OPEN = range(10)
WIDTHS = (148, 92, 150, 88, 220, 104, 112, 116, 116, 104)
SPANS = (ANSWERED, RESOLVED, OPEN)
ROOT = QModelIndex()


class PastRows(QAbstractTableModel):
    """The youngest call first; `more` is called with the last one when the next page is wanted."""

    def __init__(self, more: Callable[[Call], None]) -> None:
        super().__init__()
        self.rows: list[CallRow] = []
        self._more, self._whole = more, True
        self._zone: tzinfo | None = None
        self._now = 0.0

    def begin(self, rows: list[CallRow], page: Page, zone: tzinfo | None, now: float) -> None:
        """Show the first page."""
        self.beginResetModel()
        self.rows, self._whole, self._zone, self._now = rows, not page.more, zone, now
        self.endResetModel()

    def go_on(self, rows: list[CallRow], page: Page) -> None:
        """Put the next page below."""
        if rows:
            self.beginInsertRows(ROOT, len(self.rows), len(self.rows) + len(rows) - 1)
            self.rows += rows
            self.endInsertRows()
        self._whole = not page.more

    def row_of(self, call: str) -> int:
        """Where a call stands; -1 where it is not shown."""
        return next((row for row, shown in enumerate(self.rows) if shown.call.id == call), -1)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, OPEN)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, OPEN))

    def canFetchMore(self, parent: Index = ROOT) -> bool:  # noqa: N802
        return not parent.isValid() and not self._whole and bool(self.rows)

    def fetchMore(self, parent: Index = ROOT) -> None:  # noqa: N802
        if self.canFetchMore(parent):
            self._whole = True  # until the next page is there
            self._more(self.rows[-1].call)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (
                self.tr("Raised"),
                self.tr("Severity"),
                self.tr("Place"),
                self.tr("Category"),
                self.tr("What"),
                self.tr("Stage"),
                self.tr("Owner"),
                self.tr("Answered after"),
                self.tr("Resolved after"),
                self.tr("Closed after"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in SPANS:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == TONE:
            return "text" if column in (PLACE, TEXT, SEVERITY) else "text_muted"
        if role == ICON and column == SEVERITY:
            return SEVERITY_ICON[row.call.severity], SEVERITY_ROLE[row.call.severity]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in SPANS:
            return Qt.AlignmentFlag.AlignRight
        return None

    def _words(self, row: CallRow, column: int) -> str:
        call = row.call
        match column:
            case 0:
                return moment(call.raised.timestamp(), self._now, self._zone)
            case 1:
                return severity_word(call.severity)
            case 2:
                return row.place
            case 3:
                return row.category_name
            case 4:
                return plain(call.text or call.code, 200)
            case 5:
                return self.tr("Rejected") if call.rejected else stage_word(call.stage)
            case 6:
                return plain(row.owner, 60)
            case 7:
                return _after(call, call.acknowledged)
            case 8:
                return _after(call, call.resolved)
        return _after(call, call.closed)


def _after(call: Call, at: datetime | None) -> str:
    return "–" if at is None else short((at - call.waiting_since).total_seconds())
