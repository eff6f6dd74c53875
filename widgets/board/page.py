"""The board as a page: the lines at left; what needs attention, where the time went and the key figures at right."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from console.app.console import PlantOpened
from console.domain.events import (
    CallsChanged,
    CommandRefused,
    LineChanged,
    OrdersChanged,
    RecordsReady,
    SessionChanged,
    StationChanged,
    WarningsChanged,
)
from console.domain.live import LineLive
from widgets.board.answers import SPANS, AnswersPanel
from widgets.board.attention import HEAD, MORE, ROW, AttentionPanel
from widgets.board.calls import CallsPanel, tile_calls
from widgets.board.keyfigures import KeyFiguresPanel
from widgets.board.notes import LineNote, notes_of
from widgets.board.view import BoardView
from widgets.calls.known import KnownCalls
from widgets.calls.moves import BY_ID, command_of
from widgets.earlywarnings.known import warned_places
from widgets.figures.definition import show_metric
from widgets.losses.dialog import LossesDialog
from widgets.losses.panel import LossesPanel
from widgets.people.signing import OneByOne
from widgets.plain import plain
from widgets.theme import font

if TYPE_CHECKING:
    from console.app.callpulse import Answer
    from console.app.console import Console

WALL_HEIGHT = 500.0  # pixels of wall height for each step of scale: at 1080 lines everything is twice as large
METRIC_OF = {"scrap_share": "scrap", "stops": "loss_minutes"}  # key figure -> its entry in the dictionary
SIDE_WIDTH = 420
HIGH_ENOUGH = 900  # below this height the answers' panel goes away
NARROW = 1180  # below this width the right column goes away


class BoardPage(QWidget):
    """Shows lines of a scope; `open_requested(key, subject)` opens other screens."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._scope: str | None = None
        self._only: list[str] | None = None  # lines of a wall page
        self._wall = False
        self.view = BoardView(self.lines(), console.now, self._zone())
        self.known, self._one = KnownCalls(console), OneByOne(self, console)
        self.calls = CallsPanel(console.now, self._who)
        self.attention = AttentionPanel(self.lines, console.now)
        self.losses = LossesPanel(console)
        self.figures = KeyFiguresPanel(lambda: console.figures.of(self.lines(), console.now()))
        self.answers = AnswersPanel(self._answers, lambda: len(self.calls.rows))
        self.filter = QLineEdit()
        self.empty = QLabel()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._plant_opened()

    # What the shell asks

    def beat(self, now: float) -> None:
        """About four times a second while visible."""
        self.view.beat(now)
        self._say_empty()
        if not self._wall:
            self.calls.beat(now)
            self._attend(now)
            self.losses.beat(now)
            self.figures.beat(now)
            self.answers.beat(now)

    def set_scope(self, area: str | None) -> None:
        """Show only the lines of an area; None: all."""
        self._scope = area
        self._filtered()

    def focus_filter(self) -> None:
        """Ctrl+F."""
        self.filter.setVisible(True)
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def show_subject(self, subject: str) -> None:
        """Scroll to a station."""
        self.view.reveal(subject)

    def raising_place(self) -> str:
        """Where a call would most likely be: the station that the keyboard is on."""
        focused = self.view.focused_station
        return focused.station.id if focused is not None else ""

    # What the wall asks

    def set_wall(self, wall: bool) -> None:
        """Draw for eight metres: larger, nothing at the right."""
        self._wall = wall
        self._right.setVisible(not wall)
        self.filter.setVisible(False)
        if wall:
            self.view.collapse_all(False)
        self._fit_scale()

    def set_lines(self, lines: list[str]) -> None:
        """Show exactly these lines."""
        if lines != self._only:
            self._only = list(lines)
            self._filtered()

    def lines_per_page(self) -> int:
        """How many lines fit at this scale."""
        return self.view.lines_per_page()

    # Inside

    def lines(self) -> list[LineLive]:
        """The lines in scope, in the plant file's order."""
        lines = self._console.floor.lines
        if self._only is not None:
            return [live for live in lines if live.line.id in self._only]
        if self._scope is not None:
            lines = [live for live in lines if live.line.area == self._scope]
        words = self.filter.text().casefold().split() if hasattr(self, "filter") else []
        return [live for live in lines if all(word in _text(live) for word in words)] if words else lines

    def _zone(self) -> ZoneInfo:
        plant = self._console.plant_file
        return ZoneInfo(plant.plant.timezone if plant else "UTC")

    def _lay_out(self) -> None:
        self.filter.setVisible(False)
        self.filter.setClearButtonEnabled(True)
        self.filter.setFont(font(14))
        self.empty.setFont(font(15))
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.filter)
        left.addWidget(self._stack, 1)
        self._right = QWidget()
        self._right.setFixedWidth(SIDE_WIDTH)
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        right.addWidget(self.calls, 3)
        right.addWidget(self.attention, 2)
        right.addWidget(self.losses, 0)
        right.addWidget(self.figures, 0)
        right.addWidget(self.answers, 0)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 16)
        whole.setSpacing(14)
        whole.addLayout(left, 1)
        whole.addWidget(self._right)
        self.setFocusProxy(self.view)

    def _connect(self) -> None:
        console = self._console
        self._ends = [
            console.on(StationChanged, lambda event: self.view.mark_station(event.station)),
            console.on(LineChanged, lambda event: self.view.mark_line(event.line)),
            console.on(PlantOpened, lambda _: self._plant_opened()),
            console.on(CallsChanged, lambda _: self._show_calls()),
            console.on(WarningsChanged, lambda _: self._show_warned()),
            console.on(OrdersChanged, lambda _: self._show_notes()),
            console.on(RecordsReady, lambda _: self._show_calls()),
            console.on(SessionChanged, lambda _: self.calls.update()),
        ]
        ends = tuple(self._ends)
        self.destroyed.connect(lambda _=None: [end() for end in ends])
        self.view.station_opened.connect(lambda station: self.open_requested.emit("station", station))
        self.view.line_opened.connect(self._open_line)
        self.view.note_opened.connect(lambda order: self.open_requested.emit("orders", order))
        self.view.note_seen.connect(self._see)
        self.attention.opened.connect(lambda station: self.open_requested.emit("station", station))
        self.calls.opened.connect(lambda call: self.open_requested.emit("calls", call))
        self.calls.asked.connect(self._do)
        self.figures.opened.connect(self._open_figure)
        self.answers.opened.connect(lambda: self.open_requested.emit("callfigures", ""))
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.filter)
        leave.setContext(Qt.ShortcutContext.WidgetShortcut)
        leave.activated.connect(self._leave_filter)
        self.filter.textChanged.connect(lambda _: self._filtered())
        self.filter.returnPressed.connect(lambda: self.view.setFocus(Qt.FocusReason.OtherFocusReason))

    def _plant_opened(self) -> None:
        self.view.zone = self._zone()
        self._only = None
        self._filtered()

    def _filtered(self) -> None:
        lines = self.lines()
        self.view.show_lines(lines)
        self._show_calls()
        self._show_warned()
        self._show_notes()
        if self._wall:
            self.view.collapse_all(False)
        else:
            all_of_them = len(lines) == len(self._console.floor.lines)
            self.losses.show_lines(None if all_of_them else [live.line.id for live in lines])
            self._attend(self._console.now())
            self.figures.look_again()
            self.answers.look_again()
        self._stack.setCurrentWidget(self.view if self._console.floor.lines else self.empty)

    def _show_warned(self) -> None:
        self.view.show_warned(warned_places(self._console))

    def _show_notes(self) -> None:
        """What lines must be told of their orders, and what they and the plan disagree about."""
        self.view.show_notes(notes_of(self._console, self.view.zone))

    def _see(self, note: LineNote) -> None:
        """Somebody at the line has seen the change: taken note of in their name."""
        if note.changed is not None:
            told = self._console.bus.publish
            from console.domain.commands.orders import SeeOrderChange

            command = SeeOrderChange(note.order, note.line, note.changed)
            self._one.give(command, lambda _: None, lambda refusal: told(CommandRefused(command.name, refusal)))

    def _show_calls(self) -> None:
        """Take the open calls of the lines shown as they are now."""
        shown = {live.line.id for live in self.lines()}
        everything = len(shown) == len(self._console.floor.lines)
        rows = []
        for row in self.known.rows():
            line = self.known.line_of(row.call.place)
            if line.line.id in shown if line is not None else everything:
                rows.append(row)
        tiles = tile_calls(rows)
        self.view.show_calls(tiles)
        self.calls.show_rows(rows)
        self.calls.setVisible(self.known.there)
        self._fit_side()
        self.attention.called = tiles
        self._attend(self._console.now())

    def _answers(self) -> tuple[Answer, ...]:
        pulse = getattr(self._console, "pulse", None)
        return pulse.answers((live.line.id for live in self.lines()), SPANS) if pulse is not None else ()

    def _fit_side(self) -> None:
        """How fast calls are answered stands there where the list of calls keeps its room."""
        pulse = getattr(self._console, "pulse", None)
        self.answers.setVisible(self.known.there and pulse is not None and self.height() >= HIGH_ENOUGH)

    def _attend(self, now: float) -> None:
        """What has no call; beside the list of calls it takes only the room that it needs."""
        self.attention.beat(now)
        if not self.known.there:
            return
        rows = self.attention.rows
        self.attention.setVisible(rows > 0)
        self.attention.setMaximumHeight(HEAD + max(1, min(rows, 4)) * ROW + (MORE if rows > 4 else 10))

    def _do(self, call: str, action: str) -> None:
        """What a row of the list offers: done at once, or on the calls page where it asks for something first."""
        row = next((one for one in self.calls.rows if one.call.id == call), None)
        chosen = BY_ID[action]
        if row is None or not chosen.at_once:
            self.open_requested.emit("calls", f"{call}/{action}")
            return
        told = self._console.bus.publish
        command = command_of(chosen, row.call, {})
        self._one.give(command, lambda _: None, lambda refusal: told(CommandRefused(command.name, refusal)))

    def _who(self) -> str:
        session = getattr(self._console, "session", None)
        return session.person.id if session is not None and session.person is not None else ""

    def _leave_filter(self) -> None:
        """Escape: show everything again."""
        self.filter.clear()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.filter.setVisible(False)

    def _say_empty(self) -> None:
        """What the board says without lines: how to begin, or why the plant file cannot be used."""
        if self._console.floor.lines:
            return
        said = self.tr(
            "The lines of your plant will stand here. Open Setup to connect to a broker and choose a plant file."
        )
        refused = self._console.plant_refused
        if refused is not None:
            why = self.tr("The plant file cannot be used: {0}").format(plain(refused.detail))
            said = f"{why}\n\n{said}"
        if said != self.empty.text():
            self.empty.setText(said)

    def _open_line(self, line: str) -> None:
        LossesDialog(self._console, line, self.window()).show()

    def _open_figure(self, code: str) -> None:
        show_metric(self.window(), METRIC_OF.get(code, code), self.figures.facts(code))

    def _fit_scale(self) -> None:
        """On a wall two lines share the height: the figures are then twice as large as at a desk."""
        self.view.set_scale(round(max(0.8, self.height() / WALL_HEIGHT), 2) if self._wall else None)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._right.setVisible(not self._wall and event.size().width() >= NARROW)
        self._fit_side()
        if self._wall:
            self._fit_scale()

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.filter.setPlaceholderText(self.tr("Filter lines, stations, orders, products"))
        self.filter.setAccessibleName(self.tr("Filter lines"))
        self._say_empty()
        self._show_notes()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _text(live: LineLive) -> str:
    """Everything of a line that the filter looks at."""
    words = [live.line.id, live.line.name, live.line.area, live.order, live.product]
    return " ".join([*words, *(station.station.name for station in live.stations)]).casefold()
