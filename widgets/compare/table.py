"""The answer as a table: a row for each entry, beside it the other time and the change, or a column for each entry."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from console.app.compare import Gathered
from console.domain.compare import BETTER_UP, NEITHER, Answer, By, Figure, Measure, matched
from widgets.compare.words import by_word, change_words, measure_word, name_of, plain_value, value_words
from widgets.tables import TONE, Index

ROOT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight
MOST_COLUMNS = 60
NOTHING = Figure(None, 0.0)


@dataclass(frozen=True, slots=True)
class Side:
    """An answer, beside it that of the other time (None: nothing is compared), and the names in both."""

    now: Answer
    before: Answer | None
    found: Gathered

    @property
    def measure(self) -> Measure:
        """What was asked for."""
        return self.now.question.measure

    @property
    def columns(self) -> tuple[str, ...]:
        """Entries across; none where there is one dimension only."""
        return self.now.columns[:MOST_COLUMNS] if self.now.question.columns is not By.NONE else ()

    def row_name(self, row: str) -> str:
        """An entry of the first dimension."""
        return name_of(self.now.question.rows, row, self.found.names)

    def column_name(self, column: str) -> str:
        """An entry of the second dimension."""
        return name_of(self.now.question.columns, column, self.found.names)

    def earlier(self, row: str) -> float | None:
        """What a row was in the other time."""
        if self.before is None:
            return None
        name = matched(self.now.question.rows, self.now.rows, self.before.rows).get(row)
        return self.before.by_row[name].value if name is not None else None


def tone_of(measure: Measure, now: float | None, before: float | None) -> str:
    """The colour of a change: good or bad where that can be said."""
    if now is None or before is None or measure in NEITHER or now == before:
        return "text_muted"
    return "good" if (now > before) is (measure in BETTER_UP) else "bad"


class AnswerTable(QAbstractTableModel):
    """The first column names the row, the last row is the whole."""

    def __init__(self) -> None:
        super().__init__()
        self.side: Side | None = None

    def show_side(self, side: Side | None) -> None:
        """Show another answer."""
        self.beginResetModel()
        self.side = side
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        if self.side is None or parent.isValid():
            return 0
        return len(self.side.now.rows) + 1 if self.side.now.rows else 0

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        if self.side is None or parent.isValid():
            return 0
        return 1 + len(self.side.columns) + 1 + (2 if self.side.before is not None else 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self.side is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() else Qt.AlignmentFlag.AlignLeft
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(index.row(), index.column())
        if role == TONE:
            return self._tone(index.row(), index.column())
        return None

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        side = self.side
        if side is None or orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else Qt.AlignmentFlag.AlignLeft
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        translate, across = QCoreApplication.translate, len(side.columns)
        if section == 0:
            return by_word(side.now.question.rows)
        if section <= across:
            return side.column_name(side.columns[section - 1])
        names = (
            translate("compare", "All") if across else measure_word(side.measure),
            translate("compare", "Before"),
            translate("compare", "Change"),
        )
        return names[section - across - 1]

    def plain_rows(self) -> list[list[object]]:
        """Names and bare numbers for a spreadsheet: shares of one, minutes."""
        side = self.side
        if side is None:
            return []
        heads: list[object] = [self.headerData(i, Qt.Orientation.Horizontal) for i in range(self.columnCount())]
        rows = [heads]
        for row in range(self.rowCount()):
            values = [plain_value(side.measure, value) for value in self._values(row)]
            rows.append([self._name(row), *("" if value is None else value for value in values)])
        return rows

    def _name(self, row: int) -> str:
        assert self.side is not None
        rows = self.side.now.rows
        if row >= len(rows):
            return QCoreApplication.translate("compare", "All together")
        return self.side.row_name(rows[row])

    def _values(self, row: int) -> list[float | None]:
        """Of the columns, of all, and of before."""
        side = self.side
        assert side is not None
        if row >= len(side.now.rows):
            values = [side.now.by_column.get(column, NOTHING).value for column in side.columns]
            values.append(side.now.whole.value)
            return [*values, side.before.whole.value] if side.before is not None else values
        name = side.now.rows[row]
        values = [side.now.figures.get((name, column), NOTHING).value for column in side.columns]
        values.append(side.now.by_row[name].value)
        return [*values, side.earlier(name)] if side.before is not None else values

    def _words(self, row: int, column: int) -> str:
        assert self.side is not None
        if column == 0:
            return self._name(row)
        values = self._values(row)
        if column <= len(values):
            return value_words(self.side.measure, values[column - 1])
        return change_words(self.side.measure, *values[-2:])

    def _tone(self, row: int, column: int) -> str | None:
        assert self.side is not None
        values = self._values(row)
        if column > len(values):
            return tone_of(self.side.measure, *values[-2:])
        return "text_muted" if self.side.before is not None and column == len(values) else None
