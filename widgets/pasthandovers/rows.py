"""Past handovers, and what keeps being handed over, as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.handover_past import Keeps, Past
from console.domain.handovers import OpenItem, Reply, Risk, Stage
from widgets.pasthandovers.words import stand_icon, stand_words
from widgets.plain import plain
from widgets.tables import ICON, TONE, Index
from widgets.times import long_day

ROOT = QModelIndex()
DAY, SHIFT, PLACE, STAND, ITEMS, DISPUTED, SIGNED = range(7)
WIDTHS = (124, 140, 110, 156, 60, 76, 210)
K_TITLE, K_PLACE, K_TIMES, K_DISPUTED, K_FIRST, K_STILL = range(6)
K_WIDTHS = (300, 160, 70, 80, 130, 150)
RIGHT = Qt.AlignmentFlag.AlignRight
R = TypeVar("R")


class _Rows(QAbstractTableModel, Generic[R]):
    """Rows in the order in which they are given."""

    columns: tuple[int, ...] = ()
    numbers: frozenset[int] = frozenset()

    def __init__(self, place: Callable[[str], str]) -> None:
        super().__init__()
        self.rows: list[R] = []
        self._place = place

    def show_rows(self, rows: Sequence[R]) -> None:
        """Take other rows."""
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def row_at(self, row: int) -> R | None:
        """What stands in a row."""
        return self.rows[row] if 0 <= row < len(self.rows) else None

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        last = len(self.columns) - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.heads()[section]
        return RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and section in self.numbers else None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column)
        if role == TONE:
            return self.tone(row, column)
        if role == ICON:
            return self.icon(row, column)
        return RIGHT if role == Qt.ItemDataRole.TextAlignmentRole and column in self.numbers else None

    def heads(self) -> tuple[str, ...]:
        """Names of the columns."""
        raise NotImplementedError

    def words(self, row: R, column: int) -> str:
        """What stands in a cell."""
        raise NotImplementedError

    def tone(self, row: R, column: int) -> str:
        """Its colour."""
        raise NotImplementedError

    def icon(self, row: R, column: int) -> object:
        """Icon and colour before it."""
        return None


class PastRows(_Rows[Past]):
    """Ends of shifts with their handovers."""

    columns, numbers = WIDTHS, frozenset({ITEMS, DISPUTED})

    def row_of(self, place: str, ends: object) -> int:
        """Where the end of a shift stands; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.rows) if (one.place, one.ends) == (place, ends)), -1)

    def heads(self) -> tuple[str, ...]:
        names = (self.tr("Day"), self.tr("Shift"), self.tr("Where"), self.tr("State"), self.tr("Items"))
        return (*names, self.tr("Disputed"), self.tr("From → to"))

    def words(self, row: Past, column: int) -> str:
        handover = row.handover
        if column == DAY:
            return long_day(row.day)
        if column == SHIFT:
            return plain(" → ".join(part for part in (row.shift, row.next_shift) if part), 60) or "–"
        if column == PLACE:
            return self._place(row.place)
        if column == STAND:
            return stand_words(row)
        if handover is None or handover.stage is Stage.DRAFT:
            return "–" if column == SIGNED else ""
        if column == ITEMS:
            return str(len(handover.items))
        if column == DISPUTED:
            disputed = sum(reply.reply is Reply.DISPUTED for reply in handover.replies)
            return str(disputed) if disputed else ""
        signed = (handover.outgoing, handover.incoming)
        return plain(" → ".join(one.name if one is not None else "…" for one in signed), 80)

    def tone(self, row: Past, column: int) -> str:
        if row.missed:
            return "bad" if column == STAND else "text_muted"
        return "text" if column in (DAY, SHIFT) else "text_muted"

    def icon(self, row: Past, column: int) -> object:
        return stand_icon(row) if column == STAND else None


class KeepsRows(_Rows[Keeps]):
    """What keeps being handed over."""

    columns, numbers = K_WIDTHS, frozenset({K_TIMES, K_DISPUTED})

    def __init__(self, place: Callable[[str], str], title: Callable[[OpenItem], str]) -> None:
        super().__init__(place)
        self._title = title

    def heads(self) -> tuple[str, ...]:
        names = (self.tr("What"), self.tr("Where"), self.tr("Times"), self.tr("Disputed"), self.tr("Since"))
        return (*names, self.tr("Now"))

    def words(self, row: Keeps, column: int) -> str:
        if column == K_TITLE:
            return self._title(row.item)
        if column == K_PLACE:
            return self._place(row.item.place)
        if column == K_TIMES:
            return str(row.times)
        if column == K_DISPUTED:
            return str(row.disputed) if row.disputed else ""
        if column == K_FIRST:
            return long_day(row.first)
        return self.tr("still open") if row.still else self.tr("until {0}").format(long_day(row.last))

    def tone(self, row: Keeps, column: int) -> str:
        if column == K_STILL:
            return "warning" if row.still else "text_faint"
        return "text" if column in (K_TITLE, K_TIMES) else "text_muted"

    def icon(self, row: Keeps, column: int) -> object:
        if column == K_TITLE and row.item.risk is not Risk.PLAIN:
            return ("triangle-alert", "bad" if row.item.risk is Risk.HIGH else "warning")
        return None
