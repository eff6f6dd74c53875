"""The table of copies: when each was made, how much it holds, how good it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.backups import BackupCopy
from widgets.backups.words import ICON as MARKS
from widgets.backups.words import health_sentence, health_word
from widgets.numbers import whole
from widgets.plain import plain, tip
from widgets.status.words import size_words
from widgets.tables import ICON, TONE, Index
from widgets.times import moment, span

ROOT = QModelIndex()
MADE, AGE, RESULT, LINES, SIZE, CHECKED, PROGRAM, FILE = range(8)
RIGHT = (AGE, LINES, SIZE)


class CopiesTable(QAbstractTableModel):
    """One row a copy, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[BackupCopy] = []
        self._now = 0.0
        self._zone: tzinfo | None = None

    def refresh(self, copies: Sequence[BackupCopy], now: float, zone: tzinfo | None) -> None:
        """Show these copies; rows stay where they are while the copies do."""
        self._now, self._zone = now, zone
        if [copy.name for copy in copies] != [copy.name for copy in self.rows]:
            self.beginResetModel()
            self.rows = list(copies)
            self.endResetModel()
        elif list(copies) != self.rows:
            self.rows = list(copies)
            self._all_changed()

    def grow_older(self, now: float) -> None:
        """Let the ages go on."""
        if self.rows and now - self._now >= 1.0:
            self._now = now
            self.dataChanged.emit(self.index(0, AGE), self.index(len(self.rows) - 1, AGE))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, FILE)
        self._all_changed()

    def _all_changed(self) -> None:
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, FILE))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else FILE + 1

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight if section in RIGHT else Qt.AlignmentFlag.AlignLeft
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Made"), self.tr("Age"), self.tr("Result"), self.tr("Lines"), self.tr("Size"))
        return (*names, self.tr("Checked"), self.tr("Program"), self.tr("File"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        copy, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(copy, column)
            case Qt.ItemDataRole.ToolTipRole:
                why = f"\n{plain(copy.why)}" if copy.why else ""
                return tip(f"{plain(copy.name)}\n{health_sentence(copy.health)}{why}")
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight if column in RIGHT else Qt.AlignmentFlag.AlignLeft
        if role == ICON and column == RESULT:
            return MARKS[copy.health]
        if role == TONE:
            return MARKS[copy.health][1] if column == RESULT else "text" if column == MADE else "text_muted"
        return None

    def _words(self, copy: BackupCopy, column: int) -> str:
        match column:
            case 0:
                return moment(copy.at.timestamp(), self._now, self._zone)
            case 1:
                return span(max(0.0, self._now - copy.at.timestamp()))
            case 2:
                return health_word(copy.health)
            case 3:
                return whole(copy.lines) if copy.lines else "–"
            case 4:
                return size_words(copy.size)
            case 5:
                return moment(copy.checked.timestamp(), self._now, self._zone) if copy.checked else "–"
            case 6:
                return plain(copy.program, 30) or "–"
        return plain(copy.name)
