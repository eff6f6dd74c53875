"""The table of stops: when, where, how long, what the machine says, why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView

from console.app.queries.stops import StopShown
from console.domain.reasons import Reason
from console.domain.stops import Stop
from widgets.stops.words import lasted_words, machine_words, place_words, reason_words, times_words
from widgets.tables import ICON, TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

WHEN, PLACE, LASTED, MACHINE, REASON = range(5)
ROOT = QModelIndex()
WIDTHS = (178, 156, 96, 200, 210)
ROOM = 120  # pixels that what the machine says needs, else it is left out


class StopTable(QAbstractTableModel):
    """Stops in the order given."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.rows: list[StopShown] = []
        self.reasons: Mapping[str, Reason] = {}
        self.zone: tzinfo | None = None

    def show_rows(self, rows: Sequence[StopShown], reasons: Mapping[str, Reason], zone: tzinfo | None) -> None:
        """Take other rows."""
        same = [one.stop.id for one in rows] == [one.stop.id for one in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self.reasons, self.zone = list(rows), reasons, zone
        if not same:
            self.endResetModel()
        else:
            self.say_again()

    def say_again(self) -> None:
        """Ages go on."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, REASON))

    def retranslate(self) -> None:
        """Say the columns again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, REASON)

    def row_of(self, stop: str) -> int:
        """Where a stop stands; -1 where it does not."""
        return next((row for row, shown in enumerate(self.rows) if shown.stop.id == stop), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("When"), self.tr("Station"), self.tr("Stood still"), self.tr("What the machine says"))
            return (*names, self.tr("Reason"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == LASTED:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        stop, column = self.rows[index.row()].stop, index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(stop, column)
        if role == ICON and column == WHEN and not stop.reason:
            return ("square-filled", "stopped") if stop.until is None else ("circle-help", "warning")
        if role == ICON and column == WHEN:
            return "check", "text_faint"
        if role == TONE:
            quiet = (column == MACHINE and not stop.machine) or (column == REASON and not stop.reason)
            return "text_faint" if quiet else "text" if column in (PLACE, LASTED, REASON) else "text_muted"
        if role == Qt.ItemDataRole.TextAlignmentRole and column == LASTED:
            return Qt.AlignmentFlag.AlignRight
        return None

    def _words(self, stop: Stop, column: int) -> str:
        now = self._console.now()
        match column:
            case 0:
                return times_words(stop, now, self.zone)
            case 1:
                return place_words(self._console, stop)
            case 2:
                return lasted_words(stop, datetime.fromtimestamp(now, UTC))
            case 3:
                return machine_words(stop)
        return reason_words(stop, self.reasons)


class StopGrid(Grid):
    """Letters, figures and Enter are for the reasons beside it, not for the table."""

    def __init__(self, model: StopTable) -> None:
        super().__init__(model, WIDTHS, stretch=MACHINE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.make_room()

    def make_room(self) -> None:
        """Leave out what the machine says where it would not fit; the other words share the room then."""
        shown = [column for column in range(len(WIDTHS)) if column != MACHINE and not self.isColumnHidden(column)]
        narrow = self.viewport().width() - sum(WIDTHS[column] for column in shown) < ROOM
        self.setColumnHidden(MACHINE, narrow)
        mode = QHeaderView.ResizeMode.Stretch if narrow else QHeaderView.ResizeMode.Interactive
        for column in (PLACE, REASON):
            if self.horizontalHeader().sectionResizeMode(column) != mode:
                self.horizontalHeader().setSectionResizeMode(column, mode)
                self.setColumnWidth(column, WIDTHS[column])

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        held = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter or (event.text().strip() and not held):
            event.ignore()
        else:
            super().keyPressEvent(event)
