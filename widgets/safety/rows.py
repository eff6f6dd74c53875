"""The table of reports: what happened, where and when, and whether it is finished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.safety import SafetyShown
from widgets.plain import plain
from widgets.safety.words import ICONS, TONES, kind_word, place_words, zone_of
from widgets.tables import ICON, TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

AT, WHAT, TEXT, PLACE, STATE = range(5)
WIDTHS = (146, 180, 300, 170, 132)
ROOT = QModelIndex()


class SafetyRows(QAbstractTableModel):
    """Reports in the order given."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.rows: list[SafetyShown] = []

    def show_rows(self, rows: Sequence[SafetyShown]) -> None:
        """Take other rows; where they are the same reports as before, the choice stays."""
        same = [one.event.id for one in rows] == [one.event.id for one in self.rows]
        if not same:
            self.beginResetModel()
        self.rows = list(rows)
        if not same:
            self.endResetModel()
        elif self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, STATE))

    def retranslate(self) -> None:
        """Say the columns again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, STATE)

    def row_of(self, id: str) -> int:
        """Where a report stands; -1 where it does not."""
        return next((row for row, shown in enumerate(self.rows) if shown.event.id == id), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("When"), self.tr("What"), self.tr("What happened"), self.tr("Where"), self.tr("State"))
            return names[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        event, column = self.rows[index.row()].event, index.column()
        running = event.closed is None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(self.rows[index.row()], column)
        if role == ICON and column == WHAT:
            return ICONS[event.what], TONES[event.what] if running else "text_faint"
        if role == ICON and column == STATE:
            urgent = event.urgent and running
            return ("siren", "bad") if urgent else ("circle-check", "text_faint") if not running else ("square", "text")
        if role == TONE:
            return "text" if running else "text_muted"
        return None

    def _words(self, shown: SafetyShown, column: int) -> str:
        event = shown.event
        match column:
            case 0:
                return event.at.astimezone(zone_of(self._console)).strftime("%Y-%m-%d %H:%M")
            case 1:
                return kind_word(event.what)
            case 2:
                return plain(event.text.replace("\n", " "), 200)
            case 3:
                return place_words(self._console, event.place)
        if event.closed is not None:
            return self.tr("Closed")
        return self.tr("Serious, open") if event.urgent else self.tr("Open")


class SafetyGrid(Grid):
    """A table of reports."""

    def __init__(self, model: SafetyRows) -> None:
        super().__init__(model, WIDTHS, stretch=TEXT, spare=(PLACE, STATE))
        self.setSelectionMode(Grid.SelectionMode.SingleSelection)
