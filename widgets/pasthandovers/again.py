"""What keeps being handed over: week by week, by kind, and thing by thing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.domain.handover_past import Keeps, Sums, Week
from console.domain.handovers import OpenItem
from widgets.actions.rows import ListGrid
from widgets.callfigures.bars import Bar, Bars
from widgets.cards import Card, Text
from widgets.handover.words import subject_word
from widgets.pasthandovers.rows import K_DISPUTED, K_FIRST, K_PLACE, K_TITLE, K_WIDTHS, KeepsRows
from widgets.pasthandovers.words import translate


class KeepsComing(QWidget):
    """`picked` carries what was chosen, to be opened in its latest handover."""

    picked = Signal(object)

    def __init__(self, place: Callable[[str], str], title: Callable[[OpenItem], str]) -> None:
        super().__init__()
        self._sums = Sums()
        self.rows = KeepsRows(place, title)
        self.grid = ListGrid(self.rows, K_WIDTHS, K_TITLE, (K_FIRST, K_DISPUTED, K_PLACE))
        self.items, self.missed, self.kinds = Bars(), Bars(), Bars()
        self.top, self.below = Card(), Card()
        self.none = Text("text_muted", 14, wrap=True)
        self._lay_out()
        self.grid.activated.connect(self._pick)
        self.retranslate()

    def show_sums(self, sums: Sums) -> None:
        """Show what was handed over in a time."""
        self._sums = sums
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.top.title.say(self.tr("Week by week"))
        self.below.title.say(self.tr("What keeps coming"))
        self.below.note.say(self.tr("in two handovers or more; Enter opens the latest"))
        self.grid.setAccessibleName(self.tr("What keeps coming"))
        self.none.say(
            self.tr("Nothing was handed over twice in this time. What the incoming shift does not accept comes again.")
        )
        self.rows.retranslate()
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _say(self) -> None:
        found, told = self._sums.keeps, self._sums.weeks
        self.rows.show_rows(found)
        self.grid.setVisible(bool(found))
        self.none.setVisible(not found)
        none = self.tr("Nothing yet.")
        self.items.show_bars(
            self.tr("Open items handed over, carried ones among them"),
            [Bar(week.items, f"{week.monday:%m-%d}", self._week(week)) for week in told],
            note=none,
        )
        missed = self.tr("Week of {0}: {1} missed, {2} handed over")
        self.missed.show_bars(
            self.tr("Shifts that nobody handed over"),
            [
                Bar(week.missed, f"{week.monday:%m-%d}", missed.format(week.monday, week.missed, week.handed), True)
                for week in told
            ],
            note=self.tr("None."),
        )
        self.kinds.show_bars(
            self.tr("By kind"),
            [
                Bar(
                    items,
                    subject_word(subject),
                    translate("pasthandovers", "{0}: {1}, {2} carried").format(subject_word(subject), items, again),
                )
                for subject, items, again in self._sums.kinds
            ],
            note=none,
        )

    def _week(self, week: Week) -> str:
        words = self.tr("Week of {0}: {1} items, {2} carried, {3} disputed, {4} of high risk")
        return words.format(week.monday.isoformat(), week.items, week.carried, week.disputed, week.high)

    def _pick(self, index: QModelIndex) -> None:
        row = self.rows.row_at(index.row())
        if isinstance(row, Keeps):
            self.picked.emit(row)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(16)
        for column, bars in enumerate((self.items, self.missed, self.kinds)):
            grid.addWidget(bars, 0, column)
            grid.setColumnStretch(column, 1)
        self.top.body.addLayout(grid, 1)
        self.below.body.addWidget(self.none)
        self.below.body.addWidget(self.grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.top, 1)
        column.addWidget(self.below, 2)
