"""The orders behind a figure, each of which opens on the page of orders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.order_figures import Case
from console.domain.order_traces import Trace
from widgets.cards import Button, Card
from widgets.numbers import whole
from widgets.orderfigures.words import time_words
from widgets.orders.naming import column_word, line_word
from widgets.plain import plain
from widgets.tables import TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

ROOT = QModelIndex()
VALUE, RIGHT = 1, frozenset({1})
WIDTHS = (120, 110, 140, 110, 120, 146, 146)


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed: the figure's name, the orders with their values, and how a value is said ("" = it has none)."""

    title: str
    cases: Sequence[Case]
    head: str = ""
    words: Callable[[float], str] = lambda value: ""


class Orders(QAbstractTableModel):
    """Rows are made as they are looked at: there may be tens of thousands."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.listing = Listing("", ())
        self._orders: Mapping[str, Trace] = {}
        self._zone: tzinfo | None = None
        self._heads: tuple[str, ...] = ("",) * len(WIDTHS)

    def begin(self, heads: Sequence[str]) -> None:
        """Name the columns."""
        self._heads = tuple(heads)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(heads) - 1)

    def show_listing(self, listing: Listing, orders: Mapping[str, Trace], zone: tzinfo) -> None:
        """Show other orders."""
        self.beginResetModel()
        self.listing, self._orders, self._zone = listing, orders, zone
        self.endResetModel()

    def order(self, row: int) -> str:
        """The id of the order in a row, "" for none."""
        return self.listing.cases[row].order if 0 <= row < len(self.listing.cases) else ""

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.listing.cases)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.listing.head if section == VALUE else self._heads[section]
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and section in RIGHT else None

    def data(self, index: Index, role: int = 0) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cells(index.row())[index.column()]
        if role == TONE:
            return "text" if index.column() <= VALUE else "text_muted"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in RIGHT:
            return Qt.AlignmentFlag.AlignRight
        return None

    def cells(self, row: int) -> tuple[str, ...]:
        """The words of a row."""
        case = self.listing.cases[row]
        order, zone = self._orders.get(case.order), self._zone
        said = self.listing.words(case.value)
        if order is None or zone is None:
            return (case.order, said, *[""] * (len(WIDTHS) - 2))
        due = time_words(order.due, zone) if order.due is not None else ""
        end = time_words(order.finished, zone) if order.finished is not None else column_word(order.column)
        line = line_word(self._console, order.line)
        made = f"{whole(order.good)} / {whole(order.quantity)}"
        return (plain(order.number, 60), said, plain(order.product, 60), line, made, due, end)


class Behind(QWidget):
    """`opened` carries the id of an order, `closed`: back to the figures."""

    opened = Signal(str)
    closed = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self.card = Card()
        self.model = Orders(console)
        self.grid = Grid(self.model, WIDTHS, stretch=2, spare=(5, 3, 4))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.open, self.leave = Button("external-link", self._open), Button("x", self.closed.emit)
        self.card.tools.addWidget(self.open)
        self.card.tools.addWidget(self.leave)
        self.card.body.addWidget(self.grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.grid.activated.connect(lambda _: self._open())
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.retranslate()

    def show_listing(self, listing: Listing, orders: Mapping[str, Trace], zone: tzinfo) -> None:
        """Show the orders behind a figure."""
        self.model.show_listing(listing, orders, zone)
        self.card.title.say(listing.title)
        self.card.note.say(self.tr("%n order(s)", "", len(listing.cases)))
        if listing.cases:
            self.grid.selectRow(0)
        self._allow()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.model.begin(
            (
                self.tr("Order"),
                "",
                self.tr("Product"),
                self.tr("Line"),
                self.tr("Good / ordered"),
                self.tr("Due"),
                self.tr("Finished"),
            )
        )
        self.grid.setAccessibleName(self.tr("The orders behind the figure; Enter opens one"))
        self.open.name(self.tr("Open"), self.tr("Open the chosen order on the page of orders"))
        self.leave.name_silently(self.tr("Back to the figures"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _open(self) -> None:
        order = self.model.order(self.grid.currentIndex().row())
        if order:
            self.opened.emit(order)

    def _allow(self) -> None:
        self.open.setEnabled(bool(self.model.order(self.grid.currentIndex().row())))
