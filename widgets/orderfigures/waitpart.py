"""Where orders wait: the time in each column, blocked time, and how old the open cards are."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.queries.order_figures import Sheets
from console.domain.order_figures import ColumnWait
from widgets.callfigures.rowmodel import Row, Rows
from widgets.cards import Button, Card
from widgets.numbers import percent, whole
from widgets.orderfigures.agechart import AgeChart
from widgets.orderfigures.behind import Listing
from widgets.orderfigures.words import long_words
from widgets.orders.naming import column_word
from widgets.tables import Grid
from widgets.times import span

WIDTHS = (150, 84, 120, 120, 120, 80, 160, 140)


class WaitPart(QWidget):
    """`opened` carries the id of an order, `listed` a Listing."""

    opened = Signal(str)
    listed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._sheets: Sheets | None = None
        self._zone: tzinfo | None = None
        self.waiting, self.ageing = Card(), Card()
        self.model = Rows(len(WIDTHS), right=range(1, len(WIDTHS)))
        self.grid = Grid(self.model, WIDTHS, stretch=0, spare=(7, 3, 6))
        self.grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.grid.setFixedHeight(26 + 4 * 28 + 4)
        self.list, self.old = Button("list-checks", self._list), Button("list-checks", self._list_old)
        self.ages = AgeChart()
        self.waiting.tools.addWidget(self.list)
        self.waiting.body.addWidget(self.grid)
        self.ageing.tools.addWidget(self.old)
        self.ageing.body.addWidget(self.ages, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.waiting)
        column.addWidget(self.ageing, 1)
        self.grid.activated.connect(lambda _: self._list())
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._allow())
        self.ages.picked.connect(self.opened)
        self.retranslate()

    def show_sheets(self, sheets: Sheets, zone: tzinfo) -> None:
        """Show other figures."""
        self._sheets, self._zone = sheets, zone
        self.model.show_rows([self._row(one) for one in sheets.now.waits])
        if not self.grid.currentIndex().isValid():
            self.grid.selectRow(0)
        self.ages.show_ages(sheets.now.ages, sheets.orders)
        self.waiting.note.say(self.tr("of %n completed order(s)", "", sheets.now.orders))
        self.ageing.note.say(
            self.tr("The line: 85 % of the stays that ended in this time were not longer. Beyond it is worth a look.")
        )
        self._allow()

    def _row(self, one: ColumnWait) -> Row:
        held = one.blocked
        blocked = f"{span(held.total)} ({whole(held.n)})" if held.n else "–"
        cells = (
            column_word(one.column),
            whole(one.spread.n),
            long_words(one.spread.median) if one.spread.n else "–",
            long_words(one.spread.sure) if one.spread.n else "–",
            span(one.spread.total) if one.spread.n else "–",
            percent(one.share, 0),
            blocked,
            long_words(held.median) if held.n else "–",
        )
        return Row(cells, one.column)

    def _chosen(self) -> ColumnWait | None:
        row = self.grid.currentIndex().row()
        waits = self._sheets.now.waits if self._sheets is not None else ()
        return waits[row] if 0 <= row < len(waits) else None

    def _list(self) -> None:
        one = self._chosen()
        if one is not None and one.spread.cases:
            title = self.tr("Time in {0}").format(column_word(one.column))
            self.listed.emit(Listing(title, one.spread.cases, self.tr("Took"), span))

    def _list_old(self) -> None:
        ages = self._sheets.now.ages if self._sheets is not None else ()
        cards = sorted((case for age in ages for case in age.cards), key=lambda case: -case.value)
        self.listed.emit(Listing(self.tr("Open orders by their age"), tuple(cards), self.tr("In its column"), span))

    def _allow(self) -> None:
        one = self._chosen()
        self.list.setEnabled(one is not None and bool(one.spread.cases))
        ages = self._sheets.now.ages if self._sheets is not None else ()
        self.old.setEnabled(any(age.cards for age in ages))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.waiting.title.say(self.tr("Time in each column"))
        self.ageing.title.say(self.tr("Age of open orders"))
        self.model.begin(
            (
                self.tr("Column"),
                self.tr("Orders"),
                self.tr("Median"),
                self.tr("85 %"),
                self.tr("Sum"),
                self.tr("Share"),
                self.tr("Blocked"),
                self.tr("Blocked, median"),
            )
        )
        self.grid.setAccessibleName(self.tr("Time in each column; Enter shows the orders"))
        self.list.name(self.tr("Orders"), self.tr("The orders that were in the chosen column, the longest first"))
        self.old.name(self.tr("Open orders"), self.tr("The open orders, the oldest in their column first"))
        if self._sheets is not None and self._zone is not None:
            self.show_sheets(self._sheets, self._zone)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
