"""Figures of early warnings: how many were right, what they came before, how early, how long charts were out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.control import charts
from console.app.queries.earlywarning import WarningsAndStops, warnings_and_stops
from console.domain.control_charts import ControlChart
from console.domain.desk import Kept
from console.domain.responses import ENOUGH
from console.domain.warning_figures import Tally, by_rule, by_sign, outcomes, stops_warned, tallies
from console.domain.warning_rules import Sign
from widgets.attachments.later import while_there
from widgets.callsetup.rulefields import room
from widgets.cards import Card, Choice, Text
from widgets.earlywarnings.words import short, sign_word
from widgets.numbers import UNKNOWN, percent, whole
from widgets.plain import plain
from widgets.tables import TONE, Grid, Index

if TYPE_CHECKING:
    from console.app.console import Console

SPANS = (7, 30, 90)  # days
SIGN, RULE = "sign", "rule"
WIDTHS = (200, 90, 130, 110, 130, 90, 130)
ROOT = QModelIndex()


class Table(QAbstractTableModel):
    """Words in rows and columns."""

    def __init__(self, columns: int) -> None:
        super().__init__()
        self.names: tuple[str, ...] = ("",) * columns
        self.rows: list[tuple[str, ...]] = []

    def show_rows(self, names: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> None:
        """Show these."""
        self.beginResetModel()
        self.names, self.rows = names, list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.names)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self.names[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.rows[index.row()][index.column()]
        if role == TONE:
            return "text" if index.column() == 0 else "text_muted"
        return None


class WarningFigures(QWidget):
    """Reads the warnings and stops of a time, and asks the charts how long they were out of control."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._found: WarningsAndStops | None = None
        self._charts: dict[str, ControlChart] = {}
        self._shares: dict[str, float | None] = {}
        self.span, self.by = Choice(), Choice()
        self.card, self.control = Card(), Card()
        self.stops, self.more = Text("text", 16, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.empty = Text("text_muted", 13, wrap=True)
        self.table, self.shares = Table(len(WIDTHS)), Table(2)
        self.grid = Grid(self.table, WIDTHS, stretch=0, spare=(5, 3))
        self.chart_grid = Grid(self.shares, (200, 150), stretch=0)
        self._lay_out()
        for choice in (self.span, self.by):
            choice.currentIndexChanged.connect(lambda _: self.read())
        self.chart_grid.activated.connect(lambda index: self._open_chart(index.row()))
        self.retranslate()

    def set_area(self, area: str | None) -> None:
        """Only of an area; None: all."""
        self._area = area

    def read(self) -> None:
        """Ask the records, and then the charts."""
        since, until = self._time()
        lines = None
        if self._area is not None:
            lines = [live.line.id for live in self._console.floor.lines if live.line.area == self._area]
        self._console.office.ask(
            warnings_and_stops(since, until, lines), while_there(self, self._heard), lambda _: None
        )
        self._console.office.ask(charts(), while_there(self, self._heard_charts), lambda _: None)

    def _time(self) -> tuple[datetime, datetime]:
        until = datetime.fromtimestamp(self._console.now(), UTC)
        return until - timedelta(days=self.span.currentData() or SPANS[0]), until

    def _heard(self, found: WarningsAndStops) -> None:
        self._found = found
        self._show()

    def _heard_charts(self, found: list[Kept[ControlChart]]) -> None:
        floor, control, trends = self._console.floor, self._console.control, self._console.trends
        here = [kept.value for kept in found if kept.value.active]
        if self._area is not None:
            here = [one for one in here if one.place in floor.stations and self._in_area(one.place)]
        self._charts = {one.id: one for one in here}
        self._shares = {id: share for id, share in self._shares.items() if id in self._charts}
        since, until = (at.timestamp() for at in self._time())
        for id in self._charts:
            if control is not None and trends is not None:
                heard = while_there(self, partial(self._heard_share, id))
                trends.ask(control.out_of_control(id, since, until), heard, lambda _: None, f"warning figures {id}")
        self._show_shares()

    def _in_area(self, place: str) -> bool:
        return self._console.floor.line_of(place).line.area == self._area

    def _heard_share(self, id: str, share: float | None) -> None:
        self._shares[id] = share
        self._show_shares()

    # What is shown

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        rules = {rule.id: rule for rule in found.rules}
        now = datetime.fromtimestamp(self._console.now(), UTC)
        told = outcomes(found.warnings, found.stops, rules, now, found.rejected)
        ruled = self.by.currentData() == RULE
        rows = tallies(told, by_rule if ruled else by_sign)
        names: dict[str, str] = {sign.value: sign_word(sign) for sign in Sign}
        if ruled:
            names = {rule.id: plain(rule.name, 60) for rule in found.rules}
        heads = (
            self.tr("Rule") if ruled else self.tr("Sign"),
            self.tr("Warnings"),
            self.tr("Before a stop"),
            self.tr("Answered"),
            self.tr("False"),
            self.tr("Waiting"),
            self.tr("Time ahead"),
        )
        self.table.show_rows(heads, [self._row(names.get(one.key, plain(one.key, 60)), one) for one in rows])
        warned, stops = stops_warned(found.stops, found.warnings, rules)
        self.stops.say(self.tr("{0} of {1} stops were warned of").format(whole(warned), whole(stops)))
        self.more.say(
            self.tr(
                "A warning came before a stop when one began at its place within the rule's time ahead, else an hour."
                " It was answered when its call was not rejected or somebody judged it right, and false otherwise."
                " Shares and the median time ahead are told from {0} on."
            ).format(whole(ENOUGH))
        )
        self.grid.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.empty.say(self.tr("No warning in this time: nothing can be said of them yet."))

    def _row(self, name: str, one: Tally) -> tuple[str, ...]:
        lead = UNKNOWN if one.lead is None else short(one.lead)
        return (
            name,
            whole(one.warnings),
            _with_share(one.before_stop, one.before_stop_share),
            whole(one.answered),
            _with_share(one.false, one.false_share),
            whole(one.waiting),
            lead,
        )

    def _show_shares(self) -> None:
        rows = []
        for id, chart in self._charts.items():
            share = self._shares.get(id)
            rows.append((plain(chart.name, 60), UNKNOWN if share is None else percent(share)))
        self.shares.show_rows((self.tr("Control chart"), self.tr("Out of control")), rows)
        self.control.setVisible(bool(rows))

    def _open_chart(self, row: int) -> None:
        ids = list(self._charts)
        if 0 <= row < len(ids):
            self.open_requested.emit("control", ids[row])

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        spans = (self.tr("Last 7 days"), self.tr("Last 30 days"), self.tr("Last 90 days"))
        self._fill(self.span, tuple(zip(SPANS, spans, strict=True)))
        self._fill(self.by, ((SIGN, self.tr("By sign")), (RULE, self.tr("By rule"))))
        self.span.setAccessibleName(self.tr("Time of the figures"))
        self.by.setAccessibleName(self.tr("Put together by"))
        self.card.title.say(self.tr("What became of the warnings"))
        self.control.title.say(self.tr("Process out of control"))
        self.control.note.say(self.tr("share of the points that broke a rule"))
        self.grid.setAccessibleName(self.tr("What became of the warnings"))
        self.chart_grid.setAccessibleName(self.tr("Process out of control"))
        self._show()
        self._show_shares()

    @staticmethod
    def _fill(choice: Choice, entries: tuple[tuple[object, str], ...]) -> None:
        before = choice.currentData()
        with QSignalBlocker(choice):
            choice.clear()
            for key, words in entries:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(before)))
        room(choice, 200)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        asked = QHBoxLayout()
        asked.setSpacing(6)
        asked.addWidget(self.span)
        asked.addWidget(self.by)
        asked.addStretch(1)
        self.card.body.addLayout(asked)
        for part in (self.stops, self.more, self.empty):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.grid, 1)
        self.card.body.addStretch(0)
        self.control.body.addWidget(self.chart_grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card, 3)
        column.addWidget(self.control, 2)


def _with_share(count: int, share: float | None) -> str:
    return whole(count) if share is None else f"{whole(count)} · {percent(share, 0)}"
