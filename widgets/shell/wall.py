"""Wall mode: on which monitor, how fast the pages turn, on or off, whether it starts by itself; and its menu."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QActionGroup, QGuiApplication, QScreen
from PySide6.QtWidgets import QMenu, QWidget

from widgets.plain import caption
from widgets.shell.memory import Memory
from widgets.shell.monitors import Monitor, screens
from widgets.shell.overrides import settle_overrides
from widgets.shell.starting import Starting
from widgets.shell.tour import NEVER, Tour
from widgets.shell.wall_window import WallWindow

if TYPE_CHECKING:
    from console.app.console import Console

SECONDS = (10, 20, 30, 60, 120, NEVER)


class Wall(QObject):
    """Opens and closes the one wall window. It follows its monitor: gone with it, back with it."""

    changed = Signal(bool)  # whether the wall is up

    def __init__(
        self, console: Console, make_board: Callable[[], QWidget], memory: Memory, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._make_board, self._memory = console, make_board, memory
        self._scope: str | None = None
        self._stays_on = False
        self.window: WallWindow | None = None
        self.starting: Starting | None = None  # where the operating system can start it; set by who knows the command
        self._on: Monitor | None = None  # where the window is; a QScreen dies in Python with any window that named it
        self._leaving: WallWindow | None = None
        self.tour = Tour(memory.number("wall/seconds", 20))
        self.menu = QMenu(parent)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self._screen_gone)
            app.screenAdded.connect(self._screen_back)
            for screen in screens():
                screen.geometryChanged.connect(self._fit)

    @property
    def up(self) -> bool:
        """Whether the wall is on a screen now."""
        return self.window is not None

    def toggle(self) -> None:
        """Start or leave wall mode."""
        if self.up:
            self.leave()
        else:
            self.start()

    def resume(self) -> None:
        """Start wall mode when it was on at the end of the last session and its monitor is there."""
        if self._memory.flag("wall/on") and self._own_screen() is not None:
            self.start()

    def start(self, screen: QScreen | None = None) -> None:
        """Show the wall on a monitor: the one given, which is remembered, else the one that was, else a stand-in for
        it without the main window: when its own monitor comes, the wall moves there."""
        if screen is None and self._own_screen() is None and self._monitor() is None:
            screen = self._free_screen()
        if screen is not None:
            self._memory.keep("wall/screen", Monitor.of(screen).written())
        screen = screen or self._own_screen() or self._free_screen()
        if self.window is None:
            self.window = WallWindow(self._console, self._make_board, self.tour)
            settle_overrides()
            self.window.left.connect(self._left)
            self.window.menu_asked.connect(self.open_menu)
            self.window.set_scope(self._scope)
        if self.window.isFullScreen():  # a full-screen window does not move
            self.window.showNormal()
        self.window.setScreen(screen)
        self.window.setGeometry(screen.geometry())
        self.window.showFullScreen()
        self._on = Monitor.of(screen)
        self._memory.keep("wall/on", True)
        self.changed.emit(True)

    def _start_on(self, monitor: Monitor) -> None:
        """Show the wall on a monitor of the menu, unless it went while the menu was open."""
        screen = monitor.among(screens())
        if screen is not None:
            self.start(screen)

    def leave(self) -> None:
        """Leave wall mode."""
        if self.window:
            self.window.close()

    def shut(self) -> None:
        """Take the window down at the end of the session; the next one starts with it again."""
        self._stays_on = True
        self.leave()

    def set_scope(self, area: str | None) -> None:
        """Show the lines of one area, None for all."""
        self._scope = area
        if self.window:
            self.window.set_scope(area)

    def _left(self) -> None:
        self._on = None
        self._leaving, self.window = self.window, None  # kept: without a reference it would die in its own close event
        if self._leaving:
            self._leaving.deleteLater()
        if not self._stays_on:
            self._memory.keep("wall/on", False)
        self.changed.emit(False)

    def _fit(self) -> None:
        """A monitor took another resolution or place: fill it again."""
        screen = self._on.among(screens()) if self.window and self._on else None
        if self.window and screen is not None:
            self._on = Monitor.of(screen)
            self.window.setGeometry(screen.geometry())

    def _screen_gone(self, screen: QScreen) -> None:
        own = self._on.among([screen, *screens()]) if self.window and self._on else None
        if own is not None and Monitor.of(own) == Monitor.of(screen):
            self._stays_on = True
            self.leave()
            self._stays_on = False

    def _screen_back(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._fit)
        monitor = self._monitor()
        if monitor is None or monitor.among([screen]) is None:
            return
        if not self.up:
            self.resume()
        elif self._on != Monitor.of(screen):
            self.start()

    def _monitor(self) -> Monitor | None:
        """The monitor that was chosen, whether it is there or not."""
        return Monitor.read(self._memory.text("wall/screen"))

    def _own_screen(self) -> QScreen | None:
        monitor = self._monitor()
        return monitor.among(screens()) if monitor else None

    def _free_screen(self) -> QScreen:
        parent = self.parent()
        home = parent.screen() if isinstance(parent, QWidget) else None
        return next((screen for screen in screens() if screen is not home), screens()[0])

    def open_menu(self, at: QPoint) -> None:
        """Offer what can be done with the wall."""
        self.fill_menu()
        self.menu.popup(at)
        self.menu.setActiveAction(self.menu.actions()[0])

    def fill_menu(self) -> None:
        """Build the menu for the present state."""
        self.menu.clear()
        words = self.tr("Leave wall mode") if self.up else self.tr("Start wall mode")
        self.menu.addAction(words).triggered.connect(lambda _=False: self.toggle())
        if self.window:
            held = self.tr("Go on turning pages") if self.tour.paused else self.tr("Hold this page")
            self.menu.addAction(held).triggered.connect(self.window.hold)
        there = screens()
        if len(there) > 1:
            self._fill_screens(self.menu.addMenu(self.tr("On which monitor")), there)
        self._fill_seconds(self.menu.addMenu(self.tr("Turn the page")))
        if self.starting is not None:
            self.menu.addSeparator()
            self.starting.add_to(self.menu)

    def _fill_screens(self, menu: QMenu, there: list[QScreen]) -> None:
        known = self._on or self._monitor()
        lit = known.among(there) if known else None
        group = QActionGroup(menu)
        for number, screen in enumerate(there, start=1):
            size = screen.geometry().size()
            words = self.tr("{number}: {name}, {width} × {height}").format(
                number=number, name=screen.name(), width=size.width(), height=size.height()
            )
            action = menu.addAction(caption(words))
            action.setCheckable(True)
            action.setChecked(screen is lit)
            monitor = Monitor.of(screen)
            action.triggered.connect(lambda _=False, chosen=monitor: self._start_on(chosen))
            group.addAction(action)

    def _fill_seconds(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        for seconds in SECONDS:
            words = self.tr("every %n second(s)", "", seconds) if seconds else self.tr("only by hand")
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(seconds == self.tour.seconds)
            action.triggered.connect(lambda _=False, chosen=seconds: self._set_seconds(chosen))
            group.addAction(action)

    def _set_seconds(self, seconds: int) -> None:
        self.tour.seconds = seconds
        self._memory.keep("wall/seconds", seconds)
