"""Actions and reviews as tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractItemModel, QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QKeyEvent

from console.app.queries.actions import ActionShown, ReviewShown
from console.domain.actions import Priority
from widgets.actions.words import STAGE_ICON, ActionCounts, because_word, source_word, stage_word
from widgets.plain import plain
from widgets.tables import ICON, TONE, Grid, Index

ROOT = QModelIndex()
TITLE, PLACE, OWNER, DUE, STAGE, SOURCE = range(6)
WIDTHS = (260, 150, 120, 150, 176, 110)
R_TITLE, R_PLACE, R_WHY, R_STATE = range(4)
R_WIDTHS = (280, 150, 230, 170)


@dataclass(frozen=True, slots=True)
class Row:
    """An action with what belongs to it: where, and how many days are left (None: nothing is wanted)."""

    shown: ActionShown
    place: str
    left: int | None
    day: date | None

    @property
    def late(self) -> bool:
        """Whether its day is over."""
        return self.left is not None and self.left < 0


class _Rows(QAbstractTableModel):
    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, self.columnCount() - 1)
        if self.rowCount():
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))


class ActionRows(_Rows):
    """Actions in the order in which they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Take other rows."""
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def row_of(self, id: str) -> int:
        """Where an action stands; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.rows) if one.shown.action.id == id), -1)

    def id_at(self, row: int) -> str:
        """The id of the action in a row."""
        return self.rows[row].shown.action.id if 0 <= row < len(self.rows) else ""

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("What"), self.tr("Place"), self.tr("Owner"), self.tr("Due"), self.tr("Stage"))
            return (*names, self.tr("From"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column)
        if role == TONE:
            if column == DUE:
                return "bad" if row.late else "text" if row.left == 0 else "text_muted"
            return "text" if column == TITLE and row.shown.action.open else "text_muted"
        if role == ICON and column == STAGE:
            blocked = bool(row.shown.action.blocked)
            return ("octagon-pause", "warning") if blocked else (STAGE_ICON[row.shown.action.stage], "text_muted")
        if role == ICON and column == TITLE and row.shown.action.priority.rank >= Priority.HIGH.rank:
            return "flag", "bad" if row.shown.action.priority is Priority.URGENT else "warning"
        return None

    def _words(self, row: Row, column: int) -> str:
        action = row.shown.action
        match column:
            case 0:
                return plain(action.title, 200)
            case 1:
                return row.place
            case 2:
                return plain(row.shown.owner or action.owner, 60)
            case 3:
                if row.left is None or row.day is None:
                    return "–"
                return ActionCounts().left(row.left) if row.left <= 7 else row.day.isoformat()
            case 4:
                return self.tr("Blocked") if action.blocked else stage_word(action.stage)
        return source_word(action.source)


class ReviewRows(_Rows):
    """Reviews: those that are wanted first."""

    def __init__(self, place: Callable[[str], str]) -> None:
        super().__init__()
        self.rows: list[ReviewShown] = []
        self._place = place

    def show_rows(self, rows: Sequence[ReviewShown]) -> None:
        """Take other rows."""
        if list(rows) != self.rows:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()

    def row_of(self, id: str) -> int:
        """Where a review stands; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.rows) if one.review.id == id), -1)

    def id_at(self, row: int) -> str:
        """The id of the review in a row."""
        return self.rows[row].review.id if 0 <= row < len(self.rows) else ""

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(R_WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Call"), self.tr("Place"), self.tr("Why a review"), self.tr("State"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == TONE:
            return "text" if column == R_TITLE and row.review.done is None else "text_muted"
        if role == ICON and column == R_STATE:
            return ("circle-check", "good") if row.review.done else ("hourglass", "warning")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        match column:
            case 0:
                return plain(row.source or row.review.title, 200)
            case 1:
                return self._place(row.review.place)
            case 2:
                again = ActionCounts().again(row.review.repeats) if row.review.repeats else ""
                return " · ".join(part for part in (because_word(row.review.because), again) if part)
        if row.review.done is not None:
            return self.tr("Done · {0}").format(plain(row.by, 60))
        return self.tr("Begun") if row.review.whys else self.tr("Wanted")


class ListGrid(Grid):
    """Letters and Enter are for the page: what is done with a row, not where a table would jump to."""

    def __init__(self, model: QAbstractItemModel, widths: Sequence[int], stretch: int, spare: Sequence[int]) -> None:
        super().__init__(model, widths, stretch, spare)
        self.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.setEditTriggers(Grid.EditTrigger.NoEditTriggers)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        plain_key = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain_key and (event.text().strip() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            event.ignore()
        else:
            super().keyPressEvent(event)
