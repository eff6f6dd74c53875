"""The history card: ribbon, minutes in each state, and the table of stretches, three views of one list."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QObject, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout

from console.domain.floor import LineLive, StationLive
from console.domain.ribbon import Segment
from console.domain.stations import StationState
from widgets.cards import Card, OneLine, Painted
from widgets.station.ribbon import StateRibbon
from widgets.station.segments import segments_of, totals, unexplained, window_of
from widgets.station.stretches import Stretches
from widgets.station.strokes import paint_state
from widgets.tables import Grid
from widgets.theme import color, font
from widgets.times import clock, minutes
from widgets.words import state_word


class StateTotal(Painted):
    """Swatch, word and minutes of one state; pressed, the table shows only its stretches."""

    def __init__(self, state: StationState) -> None:
        super().__init__()
        self.state, self._seconds = state, 0.0
        self.setCheckable(True)
        self.setFixedHeight(28)

    def say(self, seconds: float) -> None:
        """Show the seconds spent in the state."""
        self._seconds = seconds
        words = f"{state_word(self.state)} {minutes(seconds)}"
        if words != self.text():
            self.setText(words)
            self.setAccessibleName(words)
            self.setFixedWidth(self.sizeHint().width())
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 52, 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        paint_state(painter, QRectF(8, 7, 14, 14), self.state)
        painter.setFont(font(13))
        word, amount = state_word(self.state), minutes(self._seconds)
        painter.setPen(color("text_muted"))
        painter.drawText(30, 19, word)
        painter.setPen(color("text"))
        painter.drawText(36 + painter.fontMetrics().horizontalAdvance(word), 19, amount)


class HistoryRibbon(Card):
    """The shift as a ribbon with the minutes of each state below; a state pressed there filters the table."""

    filtered = Signal(object)  # StationState | None

    def __init__(self) -> None:
        super().__init__()
        self.ribbon = StateRibbon()
        self.readout = OneLine("text_muted", 13, right=True)
        self._totals = {state: StateTotal(state) for state in StationState}
        row = QHBoxLayout()
        row.setSpacing(4)
        for total in self._totals.values():
            total.hide()
            total.clicked.connect(self._filter)
            row.addWidget(total)
        row.addWidget(self.readout, 1)
        self.body.addWidget(self.ribbon)
        self.body.addLayout(row)
        self.ribbon.picked.connect(lambda place: self.readout.say(self.ribbon.described(place)))

    def refresh(self, line: LineLive | None, segments: list[Segment], now: float, zone: tzinfo | None) -> None:
        """Show the segments of the shift up to now."""
        window = window_of(line, now)
        self.ribbon.show_segments(segments, window, zone)
        times = f"{clock(window.start, zone, False)}–{clock(window.end, zone, False)}"
        name = window.shift or (self.tr("the last 8 hours") if not (line and line.shift) else "")
        open_stops = sum(unexplained(s) for s in segments)
        missing = self.tr("%n stop(s) without a reason", "", open_stops) if open_stops else ""
        self.note.say(" · ".join(filter(None, (name, times, missing))))
        sums = totals(segments)
        for state, total in self._totals.items():
            total.setVisible(state in sums)
            total.say(sums.get(state, 0.0))

    def forget(self) -> None:
        """Another station: nothing is chosen and nothing is filtered."""
        self.ribbon.choose(-1, tell=False)
        self.readout.say("")
        for total in self._totals.values():
            total.setChecked(False)

    def retranslate(self) -> None:
        self.title.say(self.tr("State history"))
        self.ribbon.setAccessibleName(self.tr("State history of the shift; arrow keys walk through it"))
        self.readout.say(self.ribbon.described(self.ribbon.chosen()))
        for total in self._totals.values():
            total.setText("")

    def _filter(self) -> None:
        pressed = self.sender()
        state = pressed.state if isinstance(pressed, StateTotal) and pressed.isChecked() else None
        for total in self._totals.values():
            total.setChecked(total.state is state)
        self.filtered.emit(state)


class HistoryTable(Card):
    """The stretches of the shift, newest first; choosing one points at it in the ribbon."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.rows = Stretches()
        self.grid = Grid(self.rows, (146, 80, 84, 120), stretch=3)
        self.body.addWidget(self.grid, 1)
        self.grid.selectionModel().selectionChanged.connect(self._picked)

    def refresh(self, segments: list[Segment], zone: tzinfo | None) -> None:
        """Show the stretches, newest first."""
        self.rows.refresh(segments, zone)
        shown, all_of = self.rows.rowCount(), len(segments)
        some = self.tr("{0} of {1}").format(shown, all_of)
        self.note.say(str(all_of) if shown == all_of else some)

    def point_at(self, place: int) -> None:
        """Choose the row of a segment, by its place in time order."""
        row = self.rows.row_of(place)
        if row >= 0 and row != self.grid.currentIndex().row():
            self.grid.selectRow(row)
            self.grid.scrollTo(self.rows.index(row, 0))

    def retranslate(self) -> None:
        self.title.say(self.tr("Stretches"))
        self.grid.setAccessibleName(self.tr("Stretches of the shift, newest first"))
        self.rows.retranslate()

    def _picked(self) -> None:
        picked = self.grid.selectionModel().selectedRows()
        if picked and self.grid.hasFocus():
            self.chosen.emit(self.rows.place_of(picked[0].row()))


class History(QObject):
    """Keeps ribbon and table on the same list; the page places the two cards where it likes."""

    def __init__(self) -> None:
        super().__init__()
        self.top, self.table = HistoryRibbon(), HistoryTable()
        self._station = ""
        self.top.filtered.connect(self.table.rows.only)
        self.top.ribbon.picked.connect(self.table.point_at)
        self.table.chosen.connect(self._from_table)

    def refresh(self, line: LineLive | None, live: StationLive, now: float, zone: tzinfo | None) -> None:
        """Read the station's ribbon again."""
        if live.station.id != self._station:
            self._station = live.station.id
            self.top.forget()
            self.table.rows.only(None)
        segments = segments_of(live, window_of(line, now))
        self.top.refresh(line, segments, now, zone)
        self.table.refresh(segments, zone)

    def retranslate(self) -> None:
        self.top.retranslate()
        self.table.retranslate()

    def _from_table(self, place: int) -> None:
        self.top.ribbon.choose(place, tell=False)
        self.top.readout.say(self.top.ribbon.described(place))
