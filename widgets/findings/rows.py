"""Findings and red tags as tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.rounds import FindingShown
from console.domain.findings import Closing, RedTag
from widgets.findings.words import CLOSING_ICON, FindingCounts, closing_word, decided_word
from widgets.numbers import whole
from widgets.plain import plain
from widgets.tables import ICON, TONE, Index

ROOT = QModelIndex()
TEXT, PLACE, STATE, OWNER, DUE, REPEATS, AGE = range(7)
WIDTHS = (260, 140, 164, 120, 140, 76, 84)
NUMBER, THING, QUANTITY, T_PLACE, T_OWNER, BY, FATE = range(7)
T_WIDTHS = (96, 220, 84, 140, 120, 150, 130)


@dataclass(frozen=True, slots=True)
class Row:
    """A finding with what belongs to it: where, the day until which something is wanted, days left and since, words."""

    shown: FindingShown
    place: str
    due: date | None
    left: int | None
    age: int
    searched: str  # in small letters

    @property
    def id(self) -> str:
        """Of the finding."""
        return self.shown.finding.id

    @property
    def late(self) -> bool:
        """Whether its day is over."""
        return self.left is not None and self.left < 0

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.shown.closing in (Closing.BARE, Closing.OPEN, Closing.DONE)


@dataclass(frozen=True, slots=True)
class TagRow:
    """A red tag with where it is, who decides, and days left."""

    tag: RedTag
    place: str
    owner: str
    left: int

    @property
    def id(self) -> str:
        """Of the tag."""
        return self.tag.id

    @property
    def late(self) -> bool:
        """Whether nobody decided in time."""
        return self.tag.fate is None and self.left < 0


class _Rows(QAbstractTableModel):
    columns = 0

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] | list[TagRow] = []

    def show_rows(self, rows: Sequence[Row] | Sequence[TagRow]) -> None:
        """Take other rows."""
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)  # type: ignore[assignment]
            self.endResetModel()

    def row_of(self, id: str) -> int:
        """Where one stands; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.rows) if one.id == id), -1)

    def id_at(self, row: int) -> str:
        """The id of what stands in a row."""
        return self.rows[row].id if 0 <= row < len(self.rows) else ""

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else self.columns

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == TONE:
            return self.tone(row, column)
        return self.icon(row, column) if role == ICON else None

    def words(self, row: Row | TagRow, column: int) -> str:
        """What stands in a cell."""
        raise NotImplementedError

    def tone(self, row: Row | TagRow, column: int) -> str:
        """In which colour."""
        raise NotImplementedError

    def icon(self, row: Row | TagRow, column: int) -> tuple[str, str] | None:
        """The icon before it and its colour."""
        raise NotImplementedError


class FindingRows(_Rows):
    """Findings in the order in which they are given."""

    columns = len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("What is wrong"), self.tr("Place"), self.tr("State"), self.tr("Owner"), self.tr("Due"))
        return (*names, self.tr("Repeats"), self.tr("Age"))[section]

    def words(self, row: Row | TagRow, column: int) -> str:
        assert isinstance(row, Row)
        match column:
            case 0:
                return plain(row.shown.finding.text.partition("\n")[0], 200)
            case 1:
                return row.place
            case 2:
                return closing_word(row.shown.closing)
            case 3:
                return plain(row.shown.owner, 60) or "–"
            case 4:
                if row.due is None:
                    return "–"
                return FindingCounts().late(-(row.left or 0)) if row.late else row.due.isoformat()
            case 5:
                return whole(len(row.shown.finding.repeats)) if row.shown.finding.repeats else "–"
        return FindingCounts().age(row.age)

    def tone(self, row: Row | TagRow, column: int) -> str:
        assert isinstance(row, Row)
        if column == DUE and row.late:
            return "bad"
        bare = column == STATE and row.shown.closing is Closing.BARE
        return "text" if bare or (column == TEXT and row.open) else "text_muted"

    def icon(self, row: Row | TagRow, column: int) -> tuple[str, str] | None:
        assert isinstance(row, Row)
        if column == TEXT and row.shown.finding.serious:
            return "triangle-alert", "bad" if row.open else "text_muted"
        if column == REPEATS and row.shown.finding.repeats:
            return "history", "warning" if row.open else "text_muted"
        if column == DUE and row.late:
            return "clock", "bad"
        loud = row.shown.closing is Closing.BARE
        return (CLOSING_ICON[row.shown.closing], "warning" if loud else "text_muted") if column == STATE else None


class TagRows(_Rows):
    """Red tags in the order in which they are given."""

    columns = len(T_WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        names = (self.tr("Number"), self.tr("Thing"), self.tr("Quantity"), self.tr("Place"), self.tr("Who decides"))
        return (*names, self.tr("Decide by"), self.tr("What became of it"))[section]

    def words(self, row: Row | TagRow, column: int) -> str:
        assert isinstance(row, TagRow)
        tag = row.tag
        match column:
            case 0:
                return plain(tag.number, 40) or "–"
            case 1:
                return plain(tag.thing, 200)
            case 2:
                return whole(tag.quantity)
            case 3:
                return row.place
            case 4:
                return row.owner or "–"
            case 5:
                return FindingCounts().late(-row.left) if row.late else tag.decide_by.isoformat()
        return decided_word(tag.fate) if tag.fate is not None else self.tr("Not decided yet")

    def tone(self, row: Row | TagRow, column: int) -> str:
        assert isinstance(row, TagRow)
        if column == BY and row.late:
            return "bad"
        return "text" if column == THING and row.tag.fate is None else "text_muted"

    def icon(self, row: Row | TagRow, column: int) -> tuple[str, str] | None:
        assert isinstance(row, TagRow)
        if column == BY and row.late:
            return "clock", "bad"
        return ("circle-check", "text_muted") if column == FATE and row.tag.fate is not None else None
