"""The bar at the bottom: the last stop, what sends nothing, what the plant file gets wrong, and the version."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from console import __version__
from console.domain.events import StationChanged
from console.domain.stations import NoData, StationState
from widgets import theme
from widgets.plain import plain, tip
from widgets.shell.alarmrate import alarm_words, shelved_count
from widgets.shell.keeping import waiting_words
from widgets.shell.last_call import last_call, last_call_words
from widgets.shell.last_stop import LastStop, Stop
from widgets.times import clock, zone_named
from widgets.words import elapsed, no_data_word, state_word

if TYPE_CHECKING:
    from console.app.console import Console

HEIGHT = 30
PIXELS = 13
ICON = 14


class Fact(QAbstractButton):
    """One thing the status bar says; pressed, it opens the screen behind it."""

    def __init__(self, icon: str = "", clicks: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self._clicks, self._role = icon, clicks, "text_faint"
        self.setVisible(False)  # until it has words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if clicks else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if clicks else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.themes.changed.connect(self.update)

    def say(self, words: str, role: str = "text_faint") -> None:
        """Show words in a colour role; none hides the fact."""
        if (words, role) == (self.text(), self._role):
            return
        before = self.sizeHint()
        self._role = role
        self.setText(words)
        self.setVisible(bool(words))
        if self.sizeHint() != before:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its words."""
        words = QFontMetricsF(theme.font(PIXELS)).horizontalAdvance(self.text())
        return QSize(round(words + 1) + 12 + self._mark(), HEIGHT - 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """May be cut with an ellipsis on a narrow screen."""
        return QSize(40, HEIGHT - 4)

    def _mark(self) -> int:
        return ICON + 6 if self._icon else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw it."""
        painter = QPainter(self)
        if self._icon:
            image = theme.pixmap(self._icon, self._role, ICON, self.devicePixelRatioF())
            painter.drawPixmap(6, (self.height() - ICON) // 2, image)
        hot = self._clicks and self.underMouse()
        painter.setPen(theme.color("text" if hot else self._role))
        painter.setFont(theme.font(PIXELS))
        room = QRectF(6 + self._mark(), 0, self.width() - 11 - self._mark(), self.height())
        shown = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            theme.ring(painter, QRectF(self.rect()), 4)


class StatusBar(QWidget):
    """`asked(key, subject)` names the screen that shows the records behind a fact."""

    asked = Signal(str, str)
    crashes_asked = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console, self._crashes = console, 0
        self._told: Stop | None = None  # what the last stop fact says now
        self._begin_watch()
        self.setFixedHeight(HEIGHT)
        self.call, self.stop, self.silent = Fact("siren"), Fact("history"), Fact("circle-help")
        self.problems, self.crashes = Fact("triangle-alert"), Fact("bug")
        self.alarms, self.shelved = Fact("bell"), Fact("bell-off")
        self.kept, self.lost = Fact("database"), Fact("send")
        self.note, self.version = Fact("radio-tower", clicks=False), Fact(clicks=False)
        self.offered = Fact("download")
        self.call.clicked.connect(self._open_call)
        self.alarms.clicked.connect(lambda: self.asked.emit("callfigures", "health"))
        self.shelved.clicked.connect(lambda: self.asked.emit("calls", "shelved"))
        self.stop.clicked.connect(self._open_stop)
        self.silent.clicked.connect(self._open_silent)
        self.kept.clicked.connect(lambda: self.asked.emit("status", ""))
        self.lost.clicked.connect(lambda: self.asked.emit("callsetup", "messages/lost"))
        self.offered.clicked.connect(lambda: self.asked.emit("status", ""))
        self.problems.clicked.connect(lambda: self.asked.emit("setup", "problems"))
        self.crashes.clicked.connect(lambda: self.crashes_asked.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 1, 14, 0)
        row.setSpacing(10)
        about_calls = (self.call, self.stop, self.alarms, self.shelved, self.lost)
        for fact in (*about_calls, self.silent, self.problems, self.crashes):
            row.addWidget(fact)
        row.addStretch(1)
        row.addWidget(self.note)
        row.addWidget(self.kept)
        row.addWidget(self.offered)
        row.addWidget(self.version)
        self._forget = console.on(StationChanged, self._station_changed)
        theme.themes.changed.connect(self.update)
        self.retranslate()

    def _begin_watch(self) -> None:
        """Look for stops on the floor of now; another plant brings another floor."""
        self._floor, self._last = self._console.floor, LastStop()
        self._last.look(self._floor.stations.values())

    def close_down(self) -> None:
        """Stop listening to the console."""
        self._forget()

    def show_crashes(self, count: int) -> None:
        """Say how many errors of the program itself were caught."""
        self._crashes = count
        self.refresh()

    def refresh(self) -> None:
        """Show the console's present state; cheap when nothing changed."""
        if self._console.floor is not self._floor:
            self._begin_watch()
        stations = self._floor.stations.values()
        silent = sum(live.state is StationState.NO_DATA for live in stations)
        file = self._console.plant_file
        wrong = len(file.problems) if file else 0
        call = last_call(self._console)
        self.call.say(last_call_words(self._console, call) if call is not None else "")
        self.stop.say(self._stop_words() if call is None else "")
        outward = getattr(self._console, "outward", None)
        lost = outward.told.lost if outward is not None else 0
        self.lost.say(self.tr("%n message(s) not delivered", "", lost) if lost else "", "bad")
        self.alarms.say(*alarm_words(self._console))
        shelved = shelved_count(self._console)
        self.shelved.say(self.tr("%n alarm(s) shelved", "", shelved) if shelved else "", "text_muted")
        if stations:
            quiet = self.tr("All stations send data")
            self.silent.say(self.tr("%n station(s) without data", "", silent) if silent else quiet)
        else:
            self.silent.say("")
        self.problems.say(self.tr("%n problem(s) in the plant file", "", wrong) if wrong else "", "warning")
        crashed = self.tr("%n program error(s) caught", "", self._crashes) if self._crashes else ""
        self.crashes.say(crashed, "bad")
        self.kept.say(*waiting_words(self._console))
        updates = getattr(self._console, "updates", None)
        offered = updates.offered if updates is not None else ""
        self.offered.say(self.tr("Version {0} is offered").format(offered) if offered else "")
        self._show_note(self._console.demo_note)

    def _show_note(self, note: str) -> None:
        words = self._activity_words() or self._broker_words(note)
        if words != self.note.text() or tip(note) != self.note.toolTip():
            self.note.say(words)
            self.note.setToolTip(tip(note))

    def _broker_words(self, note: str) -> str:
        if not note:
            return ""
        if note.startswith("amqtt"):
            return self.tr("Built-in broker: demo and single PC only")
        return self.tr("Demo with a broker on this PC")

    def _activity_words(self) -> str:
        """How far the demo's morning or a replay is."""
        activity = self._console.activity()
        if activity is None:
            return ""
        kind, share = activity
        percent = int(share * 100)
        if kind == "morning":
            return self.tr("Simulating the shift so far: {0} %").format(percent)
        if share >= 1:
            return self.tr("Replay of a recording: played to its end")
        return self.tr("Replay of a recording: {0} %").format(percent)

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.version.say(f"v{__version__}")
        self.call.setAccessibleName(self.tr("Last call"))
        self.stop.setAccessibleName(self.tr("Last stop"))
        self.alarms.setAccessibleName(self.tr("Alarm rate"))
        self.shelved.setAccessibleName(self.tr("Shelved alarms"))
        self.silent.setAccessibleName(self.tr("Stations without data"))
        self.lost.setAccessibleName(self.tr("Messages that did not arrive"))
        self.problems.setAccessibleName(self.tr("Problems in the plant file"))
        self.crashes.setAccessibleName(self.tr("Program errors"))
        self.kept.setAccessibleName(self.tr("What is saved and what waits to be shared"))
        self.note.setAccessibleName(self.tr("About the broker"))
        self.offered.setAccessibleName(self.tr("A newer version"))
        self.version.setAccessibleName(self.tr("Version"))
        self.refresh()

    def _station_changed(self, event: StationChanged) -> None:
        live = self._console.floor.stations.get(event.station)
        if live:
            self._last.look((live,))

    def _stop_words(self) -> str:
        stop, lasts = self._last.telling(self._floor.stations.values())
        self._told = stop
        if stop is None:
            return self.tr("No stop yet")
        live = self._console.floor.stations.get(stop.station)
        name = f"{live.station.line} · {live.station.name}" if live else stop.station
        state = no_data_word(stop.no_data) if stop.state is StationState.NO_DATA else state_word(stop.state)
        if lasts:
            words, when = (
                self.tr("Last stop: {station} — {state} for {time}"),
                elapsed(self._console.now() - stop.since),
            )
        else:
            words, when = self.tr("Last stop: {station} — {state} at {time}, over"), self._at(stop)
        return words.format(station=plain(name, 60), state=state, time=when)

    def _at(self, stop: Stop) -> str:
        file = self._console.plant_file
        return clock(stop.since, zone_named(file.plant.timezone if file else ""))

    def _open_call(self) -> None:
        call = last_call(self._console)
        if call is not None:
            self.asked.emit("calls", call.call.id)

    def _open_stop(self) -> None:
        if self._told:
            self.asked.emit("station", self._told.station)

    def _open_silent(self) -> None:
        silent = [live for live in self._console.floor.stations.values() if live.state is StationState.NO_DATA]
        worst = min(silent, key=lambda live: (live.no_data is NoData.WAITING, live.since), default=None)
        if worst:
            self.asked.emit("station", worst.station.id)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the surface and the line above."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), theme.color("border"))
