"""The bar at the top: where, how the broker stands, what is kept where, shift and clock, and the switches."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from console.domain.events import BrokerChanged, Link
from console.domain.floor import LineLive
from console.domain.shifts import Shift
from widgets import theme
from widgets.horn.control import HornControl
from widgets.languages import languages
from widgets.people.words import role_word
from widgets.plain import plain, tip
from widgets.settings.pinned import pinned_words
from widgets.shell.keeping import kept_face
from widgets.shell.look import LANGUAGE, THEME
from widgets.shell.pill import Face, Pill
from widgets.shell.place import Place
from widgets.times import clock, zone_named
from widgets.words import link_word

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.session import Session

HEIGHT = 56
NARROW, TIGHT = 1260, 1140  # below these widths the role, then the words beside icon and name, give way
ROOMY, SHORT = 1700, 1540  # the horn, while it is there, takes the room of what is told below too; then it is short
MARK = {
    Link.OFF: "plug",
    Link.CONNECTING: "hourglass",
    Link.CONNECTED: "",
    Link.LOST: "unplug",
    Link.REFUSED: "lock",
}


class TopBar(QWidget):
    """One line of pills that `refresh` brings up to date; it asks the console, nothing else."""

    theme_asked = Signal()
    language_asked = Signal()
    wall_asked = Signal()
    broker_asked = Signal()
    store_asked = Signal()
    person_asked = Signal()
    call_asked = Signal()
    past_asked = Signal()

    def __init__(self, console: Console, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._console = console
        self._scope: str | None = None
        self.raises = False  # whether there is something that raises calls
        self.setFixedHeight(HEIGHT)
        self.name = QLabel("Gemba Console")
        self.name.setFont(theme.font(17, 700))
        self.place = Place()
        self.broker, self.store = Pill(clicks=True), Pill(clicks=True)
        self.clock, self.person = Pill(clicks=True), Pill(clicks=True)
        self.call, self.horn = Pill(clicks=True), HornControl(console)
        self.wall, self.theme_switch, self.language_switch = Pill(clicks=True), Pill(clicks=True), Pill(clicks=True)
        self.broker.clicked.connect(lambda: self.broker_asked.emit())
        self.store.clicked.connect(lambda: self.store_asked.emit())
        self.person.clicked.connect(lambda: self.person_asked.emit())
        self.call.clicked.connect(lambda: self.call_asked.emit())
        self.clock.clicked.connect(lambda: self.past_asked.emit())
        self.wall.clicked.connect(lambda: self.wall_asked.emit())
        self.theme_switch.clicked.connect(lambda: self.theme_asked.emit())
        self.language_switch.clicked.connect(lambda: self.language_asked.emit())
        self._lay_out()
        theme.themes.changed.connect(self.retranslate)
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 18, 1)
        row.setSpacing(10)
        row.addWidget(self.name)
        row.addWidget(self.place)
        row.addStretch(1)
        live = (self.horn, self.call, self.broker, self.store, self.clock, self.person)
        for pill in (*live, self.wall, self.theme_switch, self.language_switch):
            row.addWidget(pill)

    def set_scope(self, area: str | None) -> None:
        """Look at one area, None for the whole plant."""
        self._scope = area
        self.refresh()

    def refresh(self) -> None:
        """Show the console's present state; cheap when nothing changed."""
        file = self._console.plant_file
        plant = file.plant if file else None
        self.place.show_plant(plant, self._scope)
        self.horn.refresh()
        self.broker.show_face(self.broker_face())
        self._explain_broker(self._console.broker)
        self._show_store()
        self._show_call()
        zone = zone_named(plant.timezone if plant else "")
        self.clock.show_face(self.clock_face(zone))
        self._show_person(getattr(self._console, "session", None))

    def broker_face(self) -> Face:
        """What the broker pill says now."""
        state = self._console.broker
        if state.link is Link.CONNECTED:
            rate = self.tr("{rate} msg/s").format(rate=QLocale().toString(round(self._console.rate)))
            return Face(self.tr("Broker · {state}").format(state=rate), dot="running")
        words = link_word(state.link)
        if state.link in (Link.LOST, Link.REFUSED) and state.since:
            file = self._console.plant_file
            since = clock(state.since, zone_named(file.plant.timezone if file else ""))
            words = self.tr("{state} since {time}").format(state=words, time=since)
        loud = state.link in (Link.LOST, Link.REFUSED)
        return Face(self.tr("Broker · {state}").format(state=words), icon=MARK[state.link], loud=loud)

    def clock_face(self, zone: tzinfo | None) -> Face:
        """What the pill of shift and clock says now."""
        lines = [x for x in self._console.floor.lines if self._scope in (None, x.line.area)]
        words = "" if self._gives_way(TIGHT) else self.shift_words(lines, zone)
        return Face(words, clock(self._console.now(), zone), icon="history")

    def shift_words(self, lines: Iterable[LineLive], zone: tzinfo | None) -> str:
        """The shift that these lines work now; "" where the plant works around the clock without shifts."""
        working = list(lines)
        shifts: set[Shift] = {line.shift for line in working if line.shift is not None}
        if working and not shifts:
            return self.tr("No shift now")
        if len(shifts) > 1:
            return self.tr("%n shifts", "", len(shifts))
        shift = next(iter(shifts), None)
        if shift is None or not shift.name:
            return ""
        hours = f"{clock(shift.start, zone, seconds=False)}–{clock(shift.end, zone, seconds=False)}"
        return self.tr("{shift} · {hours}").format(shift=shift.name, hours=hours)

    def _explain_broker(self, state: BrokerChanged) -> None:
        parts = (link_word(state.link), state.protocol, state.reason, self._console.demo_note)
        _explain(self.broker, "\n".join(part for part in parts if part))

    def _gives_way(self, width: int) -> bool:
        """Whether the horn is there and the bar narrower than that."""
        return not self.horn.isHidden() and self.width() < width

    def _show_store(self) -> None:
        face, more = kept_face(self._console)
        self.store.setVisible(face.loud or not self._gives_way(ROOMY))
        self.store.show_face(face)
        _explain(self.store, more)

    def _show_call(self) -> None:
        """The way to raise a call, where calls are kept."""
        self.call.setVisible(self.raises and getattr(self._console, "calls", None) is not None)
        words = self.tr("Raise a call")
        self.call.show_face(Face(words if self.width() >= NARROW else "", icon="siren"))
        self.call.setAccessibleName(words)
        _explain(self.call, f"{words} (F2)")

    def _show_person(self, session: Session | None) -> None:
        self.person.setVisible(session is not None)
        if session is None:
            return
        here = session.person
        if here is not None and session.as_role is not None:
            face = Face(self.tr("Seen as"), role_word(session.as_role), icon="user", loud=True)
            name = self.tr("Show the screens as your own roles see them again")
        elif here is not None:
            role = next((role_word(grant.role) for grant in here.grants), "")
            face, name = Face(role, plain(here.name, 24), icon="user"), self.tr("Switch user or sign out")
        elif session.anybody is not False:
            face, name = Face(self.tr("Sign in"), icon="log-in"), self.tr("Sign in")
        else:
            face, name = Face(self.tr("First administrator"), icon="user-plus"), self.tr("Make the first administrator")
        if self.width() < TIGHT and not face.loud:
            face = Face(icon=face.icon)
        elif self.width() < NARROW and here is not None and not face.loud:
            face = Face(strong=face.strong, icon=face.icon)
        self.person.show_face(face)
        self.person.setAccessibleName(f"{plain(here.name, 60)} – {name}" if here else name)
        _explain(self.person, f"{name} (F8)")

    def retranslate(self) -> None:
        """Take the words of the language and the icons of the theme in use."""
        dark = theme.themes.current.name == "dark"
        self.broker.setAccessibleName(self.tr("Connection to the broker"))
        past = self.tr("Shift and clock: show the board as it was")
        self.clock.setAccessibleName(past)
        self.clock.setToolTip(tip(self.tr("Show the board as it was ({0})").format("Ctrl+H")))
        self.store.setAccessibleName(self.tr("Where records are kept"))
        self._switch(self.wall, Face(icon="tv"), self.tr("Wall mode"), "F11")
        towards = self.tr("Light colours") if dark else self.tr("Dark colours")
        self._switch(self.theme_switch, Face(icon="sun" if dark else "moon"), towards, "Ctrl+D")
        self._switch(self.language_switch, Face("EN / 中文"), self.tr("Language: switch to Chinese"), "Ctrl+L")
        if languages.code != "en":
            self._switch(self.language_switch, Face("EN / 中文"), self.tr("Language: switch to English"), "Ctrl+L")
        self._lock(self.theme_switch, "", self.tr("Colours"), pinned_words(self._console, THEME))
        self._lock(self.language_switch, "EN / 中文", self.tr("Language"), pinned_words(self._console, LANGUAGE))
        self.refresh()
        self.update()

    @staticmethod
    def _lock(pill: Pill, words: str, name: str, pinned: str) -> None:
        """Show a switch that turns nothing here, and who has turned it."""
        pill.setEnabled(not pinned)
        if pinned:
            pill.show_face(Face(words, icon="lock"))
            pill.setAccessibleName(f"{name}. {pinned}")
            pill.setToolTip(tip(f"{name}\n{pinned}"))

    @staticmethod
    def _switch(pill: Pill, face: Face, name: str, keys: str) -> None:
        pill.show_face(face)
        pill.setAccessibleName(name)
        pill.setToolTip(tip(f"{name} ({keys})"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Leave room for what is live where the window is narrow."""
        super().resizeEvent(event)
        self.name.setVisible(self.width() >= TIGHT)
        self.horn.shorten(self.width() < SHORT)
        self._show_call()
        self._show_person(getattr(self._console, "session", None))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the surface and the line below."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme.color("border"))


def _explain(pill: Pill, words: str) -> None:
    if tip(words) != pill.toolTip():
        pill.setToolTip(tip(words))
