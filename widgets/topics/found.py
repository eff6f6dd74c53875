"""Topics that a filter lets through, as a flat list with whole names."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.telemetry.topics import TopicBook, TopicEntry
from widgets.tables import Index
from widgets.topics.entries import FIGURES, MAPPING, column_names, entry_data, troubled

ROOT = QModelIndex()
MOST = 2000  # rows; who looks for one topic narrows the words


@dataclass(frozen=True, slots=True)
class Sieve:
    """What to let through: topics that hold every word, in any case."""

    words: str = ""
    unmapped: bool = False
    troubled: bool = False

    @property
    def open(self) -> bool:
        """Whether everything passes."""
        return not (self.words.strip() or self.unmapped or self.troubled)

    def sift(self, book: TopicBook) -> tuple[list[TopicEntry], int]:
        """The first topics that pass, by name, and how many pass in all."""
        wanted = self.words.casefold().split()
        found = [entry for entry in book if self._passes(entry, wanted)]
        found.sort(key=lambda entry: entry.topic)
        return found[:MOST], len(found)

    def _passes(self, entry: TopicEntry, wanted: list[str]) -> bool:
        if (self.unmapped and entry.mapped) or (self.troubled and not troubled(entry)):
            return False
        if not wanted:
            return True
        name = entry.topic.casefold()
        return all(word in name for word in wanted)


class FoundTopics(QAbstractTableModel):
    """The rows of a sieve's result; when the same topics are found again the choice stays."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[TopicEntry] = []
        self._now = 0.0

    def refresh(self, rows: list[TopicEntry], now: float) -> None:
        """Show these topics."""
        self._now = now
        if rows == self.rows:
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, entry: TopicEntry | None) -> int:
        """Row of a topic, -1 when it is not there."""
        return self.rows.index(entry) if entry in self.rows else -1

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else MAPPING + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return column_names()[section]
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and section in FIGURES else None

    def data(self, index: Index, role: int = 0) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight if index.column() in FIGURES else None
        return entry_data(self.rows[index.row()], index.column(), role, self._now)
