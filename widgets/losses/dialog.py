"""All losses of the shift, grouped as wanted, beside the waterfall from planned time to good time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from widgets.cards import Button, Card, Choice, Text
from widgets.figures.definition import show_metric
from widgets.losses.grouping import Grouping, losses_of, rows
from widgets.losses.table import BIG, KIND, LINE, STATION, TITLE, LossTable
from widgets.losses.waterfall import Waterfall, together
from widgets.plain import plain
from widgets.tables import Grid
from widgets.times import minutes

if TYPE_CHECKING:
    from console.app.console import Console

EVERY = 2000  # milliseconds between two looks at the floor
HIDDEN = {  # columns that say nothing when rows are put together so
    Grouping.KIND: (KIND, STATION),
    Grouping.LINE: (KIND, BIG, LINE),
    Grouping.STATION: (KIND, BIG, STATION),
    Grouping.BIG: (KIND, BIG, STATION),
}


class LossesDialog(QDialog):
    """Opens on one line (its id) or on all of them with None; stays live while it is open."""

    def __init__(self, console: Console, line: str | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1460, 760)
        self._console = console
        self.line_label, self.by_label = QLabel(), QLabel()
        self.line, self.by = Choice(), Choice()
        self.model = LossTable()
        self.grid = Grid(self.model, (150, 84, 92, 60, 130, 176, 140, 120), stretch=TITLE)
        self.table, self.account, self.waterfall = Card(), Card(), Waterfall()
        self.empty = Text("text_muted", wrap=True)
        self.explain = Button("info", self._explain)
        self.copy = Button("copy", self._copy)
        self.close_button = Button("", self.close)
        self._offer(line)
        self._lay_out()
        self.retranslate()
        self.line.currentIndexChanged.connect(self.refresh)
        self.by.currentIndexChanged.connect(self.refresh)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.refresh)
        self._timer.start(EVERY)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(1460, 760)

    def refresh(self) -> None:
        """Look at the floor again."""
        floor, now = self._console.floor, self._console.now()
        chosen = self.line.currentData()
        by = Grouping(self.by.currentData() or Grouping.EACH)
        lines = [live for live in floor.lines if chosen in (None, live.line.id)]
        found = losses_of(floor, [live.line.id for live in lines], now)
        account = together(live.account for live in lines if live.account is not None)
        self.model.refresh(rows(found, by, floor), account.planned if account else 0.0)
        for column in (KIND, BIG, LINE, STATION):
            self.grid.setColumnHidden(column, column in HIDDEN.get(by, ()))
        self.waterfall.refresh(account)
        total = minutes(sum(loss.seconds for loss in found))
        self.table.note.say(self.tr("{0} lost in planned time").format(total))
        self.empty.setVisible(not found)
        self.grid.setVisible(bool(found))
        self.copy.setEnabled(bool(found))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Losses this shift"))
        self.table.title.say(self.tr("All losses"))
        self.account.title.say(self.tr("From planned time to good time"))
        self.line_label.setText(self.tr("&Line"))
        self.by_label.setText(self.tr("&One row for"))
        self.grid.setAccessibleName(self.tr("All losses, largest first"))
        self.explain.name(self.tr("Definition"), self.tr("What lost minutes are and how they add up"))
        self.copy.name(self.tr("Copy"), self.tr("Copy the table for a spreadsheet"))
        self.close_button.name(self.tr("Close"))
        self.empty.say(self.tr("Nothing was lost in this shift so far, or no shift is on."))
        self.line.setItemText(0, self.tr("All lines"))
        words = {
            Grouping.EACH: self.tr("each loss of a station"),
            Grouping.REASON: self.tr("each reason"),
            Grouping.KIND: self.tr("each kind of loss"),
            Grouping.LINE: self.tr("each line"),
            Grouping.STATION: self.tr("each station"),
            Grouping.BIG: self.tr("each of the six big losses"),
        }
        for place, grouping in enumerate(Grouping):
            self.by.setItemText(place, words[grouping])
        self.model.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _offer(self, line: str | None) -> None:
        self.line.addItem("", None)
        for live in self._console.floor.lines:
            self.line.addItem(plain(live.line.name), live.line.id)
        self.line.setCurrentIndex(max(self.line.findData(line), 0))
        for grouping in Grouping:
            self.by.addItem("", grouping.value)
        self.line_label.setBuddy(self.line)
        self.by_label.setBuddy(self.by)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self.line_label, self.line, self.by_label, self.by):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.copy)
        head.addWidget(self.explain)
        head.addWidget(self.close_button)
        self.table.body.addWidget(self.empty)
        self.table.body.addWidget(self.grid, 1)
        self.account.body.addWidget(self.waterfall, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.table)
        both.addWidget(self.account)
        both.setSizes([980, 440])
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(both, 1)

    def _explain(self) -> None:
        total = minutes(sum(row.seconds for row in self.model.rows))
        show_metric(self, "loss_minutes", {self.line.currentText(): total})

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.grid.copied())
