"""Lines to read in a table: words with their colour and icon, and a key behind each line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from widgets.plain import tip
from widgets.tables import ICON, ROW, TONE, Grid, Index

ROOT = QModelIndex()
HEAD = 26


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `mark` is an icon with its colour before the first cell."""

    key: str
    cells: tuple[str, ...]
    tones: tuple[str, ...] = ()
    mark: tuple[str, str] = ("", "")


class Lines(QAbstractTableModel):
    """What the table shows."""

    def __init__(self, heads: Callable[[], Sequence[str]]) -> None:
        super().__init__()
        self._heads = heads
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show others; nothing happens where they are the same."""
        if tuple(lines) != self.lines:
            self.beginResetModel()
            self.lines = tuple(lines)
            self.endResetModel()

    def retranslate(self) -> None:
        """Name the columns again."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads()[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        line, column = self.lines[index.row()], index.column()
        words = line.cells[column] if column < len(line.cells) else ""
        if role == Qt.ItemDataRole.DisplayRole:
            return words
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(words)
        if role == ICON and not column and line.mark[0]:
            return line.mark
        if role == TONE:
            return line.tones[column] if column < len(line.tones) else "text"
        return None


class LineGrid(Grid):
    """`asked` carries the key of a line that Enter or a double click asks for. As high as up to `most` lines."""

    asked = Signal(str)

    def __init__(
        self, model: Lines, widths: Sequence[int], stretch: int, most: int = 0, spare: Sequence[int] = ()
    ) -> None:
        super().__init__(model, widths, stretch, spare)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lines, self._most = model, most
        self.doubleClicked.connect(lambda index: self.asked.emit(self.key_at(index.row())))
        if most:
            model.modelReset.connect(self._fit)
            self._fit()

    def key_at(self, row: int) -> str:
        """The key of a line, "" where there is none."""
        return self._lines.lines[row].key if 0 <= row < len(self._lines.lines) else ""

    @property
    def key(self) -> str:
        """That of the line that is lit."""
        return self.key_at(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key:
            self.asked.emit(self.key)
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        self.setFixedHeight(HEAD + ROW * max(1, min(len(self._lines.lines), self._most)) + 2)
