"""A table of words with what it is empty for, and a way to keep it as CSV."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from widgets.callfigures.rowmodel import Row, Rows
from widgets.cards import Text
from widgets.plain import tip
from widgets.tables import ICON, TONE, Grid, Index

translate = QCoreApplication.translate
Marks = Mapping[tuple[int, int], str]


class Later(Row):
    """A row whose words are made when they are looked at: there may be 200 000."""

    __slots__ = ("_words",)
    _words: Callable[[Any], tuple[str, ...]]

    def __init__(self, words: Callable[[Any], tuple[str, ...]], subject: object) -> None:
        object.__setattr__(self, "_words", words)
        object.__setattr__(self, "subject", subject)

    @property
    def cells(self) -> tuple[str, ...]:  # type: ignore[override]
        """Its words, as they are by now."""
        return self._words(self.subject)


class MarkedRows(Rows):
    """Rows with cells that somebody must look at."""

    def __init__(self, columns: int, right: Sequence[int] = ()) -> None:
        super().__init__(columns, right)
        self.marks: dict[tuple[int, int], str] = {}  # row and column, and the words of the tooltip

    def data(self, index: Index, role: int = 0) -> object:
        """As its base says; the whole words in a tooltip, and for marked cells an icon, a colour and why."""
        marked = self.marks.get((index.row(), index.column()))
        if marked is not None and role in (ICON, TONE, Qt.ItemDataRole.ToolTipRole):
            return {ICON: ("circle-x", "bad"), TONE: "bad"}.get(role, tip(marked))
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.rows[index.row()].cells[index.column()])
        return super().data(index, role)


class Listing(QWidget):
    """Rows with headings; one sentence where there are none."""

    def __init__(self, widths: Sequence[int], stretch: int, right: Sequence[int] = ()) -> None:
        super().__init__()
        self.model = MarkedRows(len(widths), right=right)
        self.grid = Grid(self.model, widths, stretch=stretch)
        self.empty = Text("text_muted", 13, wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.grid)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.setFocusProxy(self.grid)

    def name(self, words: str) -> None:
        """What a screen reader calls it."""
        self.grid.setAccessibleName(words)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Row], empty: str, marks: Marks | None = None) -> None:
        """Show these."""
        self.model.marks = dict(marks or {})
        self.model.begin(heads)
        self.model.show_rows(rows)
        self.empty.say(empty)
        self._stack.setCurrentWidget(self.grid if rows else self.empty)

    @property
    def chosen(self) -> list[object]:
        """What the chosen rows stand for."""
        picked = sorted({index.row() for index in self.grid.selectionModel().selectedIndexes()})
        return [self.model.rows[row].subject for row in picked]

    def table(self) -> Iterator[list[str]]:
        """Headings and cells of what is shown now, as they are kept in a file; made where they are written."""
        heads = [str(self.model.headerData(c, Qt.Orientation.Horizontal, 0)) for c in range(self.model.columnCount())]
        return chain([heads], ([*row.cells] for row in list(self.model.rows)))


def asked_path(parent: QWidget, words: str, name: str, endings: Sequence[str] = (".csv",)) -> str:
    """Where a file shall be written; "" where somebody thought otherwise."""
    kinds = {".csv": translate("exchange", "Table (*.csv)"), ".xlsx": translate("exchange", "Excel workbook (*.xlsx)")}
    path, _ = QFileDialog.getSaveFileName(parent, words, name, ";;".join(kinds[ending] for ending in endings))
    return path if not path or path.lower().endswith(tuple(endings)) else path + endings[0]


AskPath = Callable[[QWidget, str, str, Sequence[str]], str]
