"""The lines of the trail as a table that fetches more when somebody scrolls to its end."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.trail import PAGE, LineShown
from console.domain.trail import Verdict
from widgets.numbers import whole
from widgets.plain import plain
from widgets.tables import ICON, TONE, Index
from widgets.times import moment
from widgets.trail.words import records_words, verdict_word, what_words, who_words

WHEN, WHO, WHAT, RECORD, CONSOLE, VERDICT, LINE = range(7)
WIDTHS = (172, 116, 206, 230, 96, 142, 56)
ROOT = QModelIndex()


class Lines(QAbstractTableModel):
    """Rows the last first; `more` is called with the number of the last row when the next page is wanted."""

    def __init__(self, more: Callable[[int], None], named: Callable[[str], str] = str) -> None:
        super().__init__()
        self.rows: list[LineShown] = []
        self._named = named  # what people call a console
        self._more, self._whole = more, True
        self._zone: tzinfo | None = None
        self._now = 0.0

    def begin(self, lines: list[LineShown], zone: tzinfo | None, now: float) -> None:
        """Show the first page of other lines."""
        self.beginResetModel()
        self.rows, self._zone, self._now = list(lines), zone, now
        self._whole = len(lines) < PAGE
        self.endResetModel()

    def go_on(self, lines: list[LineShown]) -> None:
        """Put the next page below."""
        fresh = [line for line in lines if not self.rows or line.seq < self.rows[-1].seq]
        if fresh:
            self.beginInsertRows(ROOT, len(self.rows), len(self.rows) + len(fresh) - 1)
            self.rows += fresh
            self.endInsertRows()
        self._whole = len(lines) < PAGE

    def above(self, lines: list[LineShown]) -> None:
        """Put lines that came since on top; where they do not reach down to those shown, begin anew."""
        last = self.rows[0].seq if self.rows else 0
        fresh = [line for line in lines if line.seq > last]
        if len(fresh) == len(lines) and self.rows:
            self.begin(lines, self._zone, self._now)
        elif fresh:
            self.beginInsertRows(ROOT, 0, len(fresh) - 1)
            self.rows[:0] = fresh
            self.endInsertRows()

    def row_of(self, seq: int) -> int:
        """Where a line stands; -1 where it is not (yet) shown."""
        return next((row for row, line in enumerate(self.rows) if line.seq == seq), -1)

    def canFetchMore(self, parent: Index = ROOT) -> bool:  # noqa: N802
        return not parent.isValid() and not self._whole and bool(self.rows)

    def fetchMore(self, parent: Index = ROOT) -> None:  # noqa: N802
        if self.canFetchMore(parent):
            self._whole = True  # until the next page is there
            self._more(self.rows[-1].seq)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, LINE)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, LINE))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Record"), self.tr("Console"))
            return (*names, self.tr("Outcome"), self.tr("Line"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == LINE:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        shown, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(shown, column)
        if role == TONE:
            return "bad" if shown.line is None else "text" if column in (WHO, WHAT) else "text_muted"
        if role == ICON and column == WHAT:
            return self._icon(shown)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == LINE:
            return Qt.AlignmentFlag.AlignRight
        return None

    def _icon(self, shown: LineShown) -> tuple[str, str] | None:
        if shown.line is None:
            return "triangle-alert", "bad"
        if shown.line.verdict is Verdict.REFUSED:
            return "circle-x", "warning"
        return ("arrow-left-right", "text_faint") if shown.line.verdict is Verdict.SETTLED else None

    def _words(self, shown: LineShown, column: int) -> str:
        if column == LINE:
            return whole(shown.seq)
        if column == WHO:
            return who_words(shown)
        if column == WHAT:
            return what_words(shown)
        line = shown.line
        if line is None:
            return ""
        if column == WHEN:
            return moment(line.at.timestamp(), self._now, self._zone)
        if column == RECORD:
            return records_words(shown)
        return plain(self._named(line.console), 40) if column == CONSOLE else verdict_word(line.verdict)
