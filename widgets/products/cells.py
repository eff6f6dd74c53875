"""A table that is typed into: rows of text, an empty one at the end, and what cannot be so is marked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from widgets.plain import tip
from widgets.tables import TONE, Grid, Index

ROOT = QModelIndex()
Row = tuple[str, ...]


class TypedRows(QAbstractTableModel):
    """Rows as they are typed; `changed` with each."""

    changed = Signal()

    def __init__(self, heads: Callable[[], Sequence[str]], most: int) -> None:
        super().__init__()
        self._heads, self._most = heads, most
        self._rows: list[list[str]] = [self._blank()]
        self._wrong: dict[tuple[int, int], str] = {}

    @property
    def rows(self) -> list[Row]:
        """Those that hold anything."""
        return [tuple(row) for row in self._rows if any(cell.strip() for cell in row)]

    def show_rows(self, rows: Iterable[Row]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._rows, self._wrong = [*(list(row) for row in rows), self._blank()], {}
        self.endResetModel()

    def refuse(self, wrong: dict[tuple[int, int], str]) -> None:
        """Mark cells, by the number of the row among those that hold anything, and say why."""
        filled = [at for at, row in enumerate(self._rows) if any(cell.strip() for cell in row)]
        self._wrong = {(filled[row], column): why for (row, column), why in wrong.items() if row < len(filled)}
        self.retranslate()

    def take_out(self, rows: Iterable[int]) -> None:
        """Leave rows out."""
        gone = set(rows)
        self.beginResetModel()
        kept = [row for at, row in enumerate(self._rows) if at not in gone]
        self._rows, self._wrong = kept if kept and not any(kept[-1]) else [*kept, self._blank()], {}
        self.endResetModel()
        self.changed.emit()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, last))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads()[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        at = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            shown = self._rows[at[0]][at[1]]
            return shown or ("–" if at in self._wrong and role == Qt.ItemDataRole.DisplayRole else "")
        if role == TONE:
            return "bad" if at in self._wrong else "text"
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return tip(self._wrong.get(at, ""))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: N802
        text = " ".join(str(value).split())
        if role != Qt.ItemDataRole.EditRole or text == self._rows[index.row()][index.column()]:
            return False
        self._rows[index.row()][index.column()] = text
        self._wrong.pop((index.row(), index.column()), None)
        if index.row() == len(self._rows) - 1 and text and len(self._rows) <= self._most:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows))
            self._rows.append(self._blank())
            self.endInsertRows()
        self.dataChanged.emit(index, index)
        self.changed.emit()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def _blank(self) -> list[str]:
        return [""] * len(self._heads())


class TypedGrid(Grid):
    """Typing begins to write in a cell, Enter goes down, Del leaves the chosen rows out."""

    def __init__(self, model: TypedRows, widths: Sequence[int], stretch: int) -> None:
        super().__init__(model, widths, stretch)
        self._typed = model
        self.setSelectionBehavior(Grid.SelectionBehavior.SelectItems)
        triggers = Grid.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        at = self.currentIndex()
        if event.key() == Qt.Key.Key_Delete and at.isValid():
            row = at.row()
            self._typed.take_out({index.row() for index in self.selectionModel().selectedIndexes()} or {row})
            self.setCurrentIndex(self._typed.index(min(row, self._typed.rowCount() - 1), at.column()))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at.isValid():
            if self.state() == Grid.State.EditingState:
                super().keyPressEvent(event)
            else:
                self.edit(at)
        else:
            super().keyPressEvent(event)
