"""The station page: everything that is known about one station, live."""

from __future__ import annotations

from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from console.domain.floor import LineLive, StationLive
from console.domain.stations import StationState
from widgets.cards import Button, Text
from widgets.earlywarnings.known import warned_signals
from widgets.payloads import definitions_of
from widgets.plain import plain
from widgets.station.header import StationHeader
from widgets.station.history import History
from widgets.station.keynumbers import KeyNumbers
from widgets.station.messages import MessagesCard
from widgets.station.notes import NotesCard
from widgets.station.silence import Silence
from widgets.station.tags import TagsCard
from widgets.times import zone_named

if TYPE_CHECKING:
    from console.app.console import Console


class StationPage(QWidget):
    """Shows the station that `show_station` named; `back` asks for the board."""

    back = Signal()
    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._station = ""
        self.header = StationHeader(self.back.emit, self.step)
        self.silence, self.numbers, self.history = Silence(), KeyNumbers(), History()
        self.tags, self.notes = TagsCard(), NotesCard()
        self.unexplained = Button("octagon-pause", self._ask_why)  # stops of this station that want a reason
        self.history.top.tools.addWidget(self.unexplained)
        self.tags.all_drawn.connect(lambda ids: self.open_requested.emit("trends", "\n".join(ids)))
        self.tags.drawn.connect(lambda ids: self.open_requested.emit("trends", "+" + "\n".join(ids)))
        self.messages = MessagesCard(lambda topic: definitions_of(console.book, topic))
        self.nothing = Text("text_muted", 14, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self._keys()
        self.retranslate()
        self.beat(console.now())

    # What is shown

    def show_station(self, station: str) -> None:
        """Turn to a station by its id; one that is not in the plant is said so."""
        if station != self._station:
            self._station = station
            self.messages.forget()
        self.beat(self._console.now())

    def show_subject(self, subject: str) -> None:
        """The same, as the shell calls it."""
        self.show_station(subject)

    def place(self) -> str:
        """What the top bar shows after the line."""
        live = self._live()
        return live.station.name if live else ""

    def step(self, by: int) -> None:
        """Go to the neighbour `by` places along the line, if there is one."""
        live = self._live()
        line = self._line(live) if live else None
        if live is None or line is None:
            return
        at = line.stations.index(live) + by
        if 0 <= at < len(line.stations):
            self.show_station(line.stations[at].station.id)

    def beat(self, now: float) -> None:
        """Bring everything up to date; cheap when nothing changed."""
        live = self._live()
        self.nothing.setVisible(live is None)
        self._scroll.setVisible(live is not None)
        if live is None:
            known = plain(self._station)
            self.nothing.say(
                self.tr('The plant has no station "{0}" (any more).').format(known)
                if known
                else self.tr("Choose a station on the board: its state, history, tags and raw messages appear here.")
            )
            return
        self._refresh(live, self._line(live), now)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        for part in (self.header, self.numbers, self.history, self.tags, self.messages, self.notes):
            part.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # How it is made

    def _refresh(self, live: StationLive, line: LineLive | None, now: float) -> None:
        zone = self._zone()
        self.header.refresh(live, line, now, zone)
        self._name_neighbours(live, line)
        self._count_unexplained()
        self.silence.setVisible(live.state is StationState.NO_DATA)
        if live.state is StationState.NO_DATA:
            self.silence.refresh(live, now)
        self.numbers.refresh(live, line, now)
        self.history.refresh(line, live, now, zone)
        self.tags.refresh(live, now, warned_signals(self._console, live.station.id))
        self.messages.refresh(self._console.raw_messages(live.station.id), now, zone)
        self.notes.refresh(live, now)

    def _name_neighbours(self, live: StationLive, line: LineLive | None) -> None:
        stations = line.stations if line else [live]
        at = stations.index(live)
        before = stations[at - 1].station.name if at > 0 else ""
        after = stations[at + 1].station.name if at + 1 < len(stations) else ""
        self.header.neighbours(before, after)

    def _count_unexplained(self) -> None:
        """A mark where stops of this station want a reason; it leads to them."""
        stops = getattr(self._console, "stops", None)
        count = stops.unexplained_at(self._station) if stops is not None else 0
        self.unexplained.setVisible(count > 0)
        if count:
            self.unexplained.name(self.tr("%Ln stop(s) without a reason", "", count), self.tr("Explain them"))

    def _ask_why(self) -> None:
        stops = getattr(self._console, "stops", None)
        open_ones = [stop for stop in stops.recent(self._station) if not stop.reason] if stops is not None else []
        if open_ones:
            self.open_requested.emit("stops", open_ones[0].id)

    def _live(self) -> StationLive | None:
        return self._console.floor.stations.get(self._station)

    def _line(self, live: StationLive) -> LineLive | None:
        try:
            return self._console.floor.line(live.station.line)
        except (KeyError, StopIteration):
            return None

    def _zone(self) -> tzinfo | None:
        file = self._console.plant_file
        return zone_named(file.plant.timezone) if file else None

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMinimumSize(980, 860)
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(12)
        for part in (self.header, self.silence, self.numbers, self.history.top):
            column.addWidget(part)
        right = QWidget()
        stacked = QVBoxLayout(right)
        stacked.setContentsMargins(0, 0, 0, 0)
        stacked.setSpacing(12)
        stacked.addWidget(self.messages, 1)
        stacked.addWidget(self.notes)
        columns = QSplitter(Qt.Orientation.Horizontal)
        columns.setHandleWidth(12)
        for part in (self.history.table, self.tags, right):
            columns.addWidget(part)
        columns.setChildrenCollapsible(False)
        columns.setSizes([500, 740, 600])
        self.history.table.setMinimumWidth(400)
        column.addWidget(columns, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        whole.addWidget(self.nothing)

    def _keys(self) -> None:
        for keys, act in (
            ("Ctrl+PgUp", lambda: self.step(-1)),
            ("Ctrl+PgDown", lambda: self.step(1)),
            ("Escape", self.back.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
