"""A list with a form beside it: what the parts about messages have in common."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from widgets.cards import Card, Text
from widgets.closed import Closed
from widgets.people.fields import Said
from widgets.plain import tip
from widgets.refusals import words_of
from widgets.tables import ICON, TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

ROOT = QModelIndex()
SIDE = 400


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a list."""

    text: str
    tone: str = "text_muted"
    mark: tuple[str, str] | None = None  # icon and colour role


class Listed(QAbstractTableModel):
    """Rows of any kind; `heads` names the columns, `cell` says what stands where."""

    def __init__(self, heads: Callable[[], Sequence[str]], cell: Callable[[Any, int], Cell]) -> None:
        super().__init__()
        self.rows: tuple[Any, ...] = ()
        self._heads, self._cell = heads, cell

    def show_rows(self, rows: Sequence[Any], same: bool) -> None:
        """Show other rows; `same`: the same things in the same order, so that what is chosen stays so."""
        if not same:
            self.beginResetModel()
        self.rows = tuple(rows)
        if not same:
            self.endResetModel()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        last = self.columnCount() - 1
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, last))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._heads())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._heads()[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        cell = self._cell(self.rows[index.row()], index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell.text
            case Qt.ItemDataRole.ToolTipRole:
                return tip(cell.text)
        return cell.tone if role == TONE else cell.mark if role == ICON else None


class ListPart(QWidget):
    """Reads its rows anew when records of its `kinds` change; the side shows the chosen one."""

    open_requested = Signal(str, str)
    kinds: frozenset[str] = frozenset()

    def __init__(self, console: Console, widths: Sequence[int], stretch: int, spare: Sequence[int]) -> None:
        super().__init__()
        self._console = console
        self._stale, self.wanted = True, ""  # id of the row to be chosen when it has been read
        self.model = Listed(self.heads, self.cell)
        self.grid = Grid(self.model, widths, stretch=stretch, spare=spare)
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.left, self.said, self.empty = Card(), Said(), Text("text_muted", 14, wrap=True)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self.side: QWidget = self.make_side()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    # What each part says

    def heads(self) -> Sequence[str]:
        """The names of the columns."""
        raise NotImplementedError

    def cell(self, row: Any, column: int) -> Cell:
        """What stands in a column of a row."""
        raise NotImplementedError

    def id_of(self, row: Any) -> str:
        """The id of what a row shows."""
        raise NotImplementedError

    def make_side(self) -> QWidget:
        """The form beside the list; hidden until it is needed."""
        raise NotImplementedError

    def ask(self) -> None:
        """Ask the records; the answer goes to `show_rows`."""
        raise NotImplementedError

    def choose(self, row: Any) -> None:
        """Show this row in the form."""
        raise NotImplementedError

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        raise NotImplementedError

    # Reading

    def read(self) -> None:
        """Ask the records for the rows."""
        self._stale = False
        self.ask()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """What the records hold now."""
        self.said.say("")
        chosen = self.wanted or self.current()
        same = [self.id_of(row) for row in rows] == [self.id_of(row) for row in self.model.rows]
        self.model.show_rows(rows, same)
        self.settle()
        at = next((at for at, row in enumerate(rows) if self.id_of(row) == chosen), -1)
        if at >= 0:
            self.wanted = ""
            self.grid.selectRow(at)
            self.choose(rows[at])

    def cannot(self, refusal: Refusal) -> None:
        """The records cannot be read."""
        self._stale = True
        self.said.say("" if self.closed.needed else words_of(refusal))
        self.settle()

    def settle(self) -> None:
        """Show the list, why it is empty, or why nothing can be read."""
        closed = self.closed.refresh()
        shown: QWidget = self.grid if self.model.rows else self.closed if closed else self._nothing
        self._stack.setCurrentWidget(shown)
        self.allow()

    def current(self) -> str:
        """Id of the chosen row, "" = none."""
        at = self.grid.currentIndex()
        return self.id_of(self.model.rows[at.row()]) if 0 <= at.row() < len(self.model.rows) else ""

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.read()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.model.retranslate()
        self.settle()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind in self.kinds:
            self._later()

    def _later(self) -> None:
        self._stale = True
        self._soon.start()

    def _read_soon(self) -> None:
        if self._stale and self.isVisible():
            self.read()

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid() and now.row() < len(self.model.rows):
            self.choose(self.model.rows[now.row()])
            self.allow()

    def _connect(self) -> None:
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self._soon.timeout.connect(self._read_soon)
        on = self._console.on
        stops = (
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._later()),
            on(SessionChanged, lambda _: self.allow()),
        )
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for part in (self._nothing, self.grid, self.closed):
            self._stack.addWidget(part)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.side.setMinimumWidth(SIDE - 20)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.side)
        both.setStretchFactor(0, 1)
        both.setSizes([1200, SIDE + 40])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both)
        self.setFocusProxy(self.grid)
