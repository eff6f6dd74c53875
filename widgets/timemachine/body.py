"""The board of the past with its lists, inside the frame that says so. It looks like the board, and does nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.queries.andon import CallShown
from console.app.timemachine import Moment
from console.domain.live import LineLive
from console.domain.readings import Role
from widgets.board.attention import HEAD, MORE, ROW, AttentionPanel
from widgets.board.calls import tile_calls
from widgets.board.view import BoardView
from widgets.calls.known import KnownCalls
from widgets.calls.shown import worst_first
from widgets.figures.definition import show_metric
from widgets.timemachine.banner import Frame
from widgets.timemachine.lists import CallsThen, FiguresThen, PastLosses, RunningOrders
from widgets.timemachine.past import PastConsole

if TYPE_CHECKING:
    from console.app.console import Console

SIDE_WIDTH, NARROW, LOW = 400, 1100, 780  # pixels: of the lists; below these the lists, then some of them, give way
FEW, HIGH, FIGURES = 3, 1000, 200  # calls that leave room for more; pixels
METRIC_OF = {"scrap_share": "scrap", "stops": "loss_minutes"}  # key figure -> its entry in the dictionary
AROUND = 1800.0  # seconds of trends before and after the moment
PENS = 6


class PastBody(Frame):
    """Shows a moment and the calls of that time; `opened` asks for another screen and its subject."""

    opened = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._calls: tuple[CallShown, ...] | None = ()
        self.past = PastConsole(console)
        self._known = KnownCalls(self.past)  # type: ignore[arg-type]  # it looks at floor and clock only
        self.view = BoardView([], self.past.now, self._zone())
        self.calls, self.orders = CallsThen(self.past.now), RunningOrders()
        self.attention = AttentionPanel(self.lines, self.past.now)
        self.losses = PastLosses(self.past)
        self.figures = FiguresThen(lambda: self.past.figures.of(self.lines(), self.past.now()))
        self._lay_out()
        self.view.station_opened.connect(self._open_station)
        self.attention.opened.connect(self._open_station)
        self.calls.opened.connect(lambda call: self.opened.emit("calls", call))
        self.figures.opened.connect(self._explain)

    def lines(self) -> list[LineLive]:
        """The lines in scope as they were, in the plant file's order."""
        return [live for live in self.past.floor.lines if self._area in (None, live.line.area)]

    def set_area(self, area: str | None) -> None:
        """Show only the lines of an area; None: all."""
        self._area = area
        self.show_moment(self.past.moment)

    def show_moment(self, moment: Moment | None) -> None:
        """Show the board of this moment; its calls are told afterwards."""
        self.past.moment = moment
        lines = self.lines()
        self.view.zone = self._zone()
        self.view.show_lines(lines)
        self.orders.show_lines(lines)
        self.losses.show_lines(None if self._area is None else [live.line.id for live in lines])
        self.figures.look_again()
        self.figures.beat(self.past.now())
        self.show_calls(self._calls)

    def show_calls(self, calls: tuple[CallShown, ...] | None) -> None:
        """Show the calls that were open then; None: nobody can say."""
        self._calls = calls
        shown = {live.line.id for live in self.lines()}
        rows = []
        for one in calls or ():
            line = self._known.line_of(one.call.place)
            if line.line.id in shown if line is not None else self._area is None:
                rows.append(self._known.row(one))
        rows.sort(key=worst_first)
        tiles = tile_calls(rows)
        self.view.show_calls(tiles)
        self.view.viewport().update()
        self.calls.show_rows(rows)
        self.calls.setVisible(calls is not None)
        self.attention.called = tiles
        self._fit()

    def _fit(self) -> None:
        """Where there is little room the calls and the orders keep theirs."""
        self.attention.beat(self.past.now())
        rows = self.attention.rows
        self.attention.setVisible(rows > 0 and self.height() >= LOW)
        self.attention.setMaximumHeight(HEAD + max(1, min(rows, 3)) * ROW + (MORE if rows > 3 else 10))
        few = len(self.calls.rows) <= FEW
        self.losses.setVisible(self.height() >= LOW and few)
        self.figures.setVisible(self.height() >= LOW - FIGURES and (few or self.height() >= HIGH))

    def _open_station(self, station: str) -> None:
        """What its signals said around that time."""
        at = self.past.now()
        numbers = (Role.CYCLE, Role.TAG)
        ids = [s.id for s in self._console.floor.plant.signals if s.place == station and s.role in numbers][:PENS]
        if ids:
            end = min(at + AROUND, self._console.now())
            self.opened.emit("trends", "\n".join([*ids, f"@{at - AROUND:.0f},{end:.0f}"]))

    def _explain(self, code: str) -> None:
        show_metric(self.window(), METRIC_OF.get(code, code), self.figures.facts(code))

    def _zone(self) -> ZoneInfo:
        file = self._console.plant_file
        return ZoneInfo(file.plant.timezone if file else "UTC")

    def _lay_out(self) -> None:
        self._right = QWidget()
        self._right.setFixedWidth(SIDE_WIDTH)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.calls, 3)
        right.addWidget(self.attention, 2)
        right.addWidget(self.orders, 0)
        right.addWidget(self.losses, 0)
        right.addWidget(self.figures, 0)
        self.body.addWidget(self.view, 1)
        self.body.addWidget(self._right)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._right.setVisible(event.size().width() >= NARROW)
        self._fit()
