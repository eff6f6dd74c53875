"""The place of the main window: remembered while it is moved about, and given back when its monitor went away."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from widgets.shell.memory import Memory
from widgets.shell.monitors import Monitor, screens

QUIET_MS = 800  # after the last move until the place is kept
SETTLE_MS = 400  # that a system may take to put windows of a lost monitor somewhere
GRIP = 120, 32  # pixels of the title that must be seen to take hold of a window


class Homing(QObject):
    """Keeps one window where its person put it. What the system moved by itself is no choice and is not kept."""

    def __init__(self, window: QMainWindow, memory: Memory) -> None:
        super().__init__(window)
        self._window, self._memory = window, memory
        self._home: Monitor | None = None  # the monitor on which the window was put
        self._lost: Monitor | None = None  # the same while it is gone
        self._stand_in = QRect()  # where the window is instead, as long as nobody moves it
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.keep)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.bring_back)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenRemoved.connect(self.screen_gone)
            app.screenAdded.connect(self.screen_came)

    def moved(self) -> None:
        """The window was moved, resized, maximised or put back."""
        if self._window.isVisible():
            self._quiet.start()

    def keep(self) -> None:
        """Keep where the window is, unless it is there only until its monitor comes back."""
        self._quiet.stop()
        if self._lost is not None and self._window.geometry() == self._stand_in:
            return
        if not self._settle.isActive() and not self._window.isMinimized():
            self._lost, self._home = None, Monitor.of(self._window.screen())
            self._memory.keep("window", self._window.saveGeometry())

    def screen_gone(self, screen: QScreen) -> None:
        """A monitor went: when the window was on it, wait for what the system does, then see to it."""
        if self._home is not None and self._lost is None and Monitor.of(screen).name == self._home.name:
            self._lost, self._stand_in = self._home, QRect()
        self._settle.start()

    def bring_back(self) -> None:
        """Put a window that cannot be reached onto the first monitor."""
        window = self._window
        if not window.isVisible() or window.isMinimized():
            return
        if not reachable(window.frameGeometry(), [one.availableGeometry() for one in screens()]):
            room = QGuiApplication.primaryScreen().availableGeometry()
            wide = window.isMaximized()
            if wide:
                window.setWindowState(Qt.WindowState.WindowNoState)
            window.resize(window.size().boundedTo(room.size()))
            window.move(room.center() - window.rect().center())
            if wide:
                window.setWindowState(Qt.WindowState.WindowMaximized)
        self._stand_in = window.geometry()

    def screen_came(self, screen: QScreen) -> None:
        """A monitor came: when it is the window's own, and nobody moved the window meanwhile, it goes back."""
        lost = self._lost
        if lost is None or lost.among([screen]) is None:
            return
        self._settle.stop()
        if self._stand_in in (QRect(), self._window.geometry()):
            self._lost, self._home = None, lost
            self._window.restoreGeometry(self._memory.blob("window"))


def reachable(frame: QRect, rooms: list[QRect]) -> bool:
    """Whether enough of a window's title lies on one of the monitors to take hold of it."""
    title = QRect(frame.left(), frame.top(), frame.width(), GRIP[1])
    seen = [title.intersected(room) for room in rooms]
    return any(part.width() >= min(GRIP[0], frame.width()) and part.height() >= GRIP[1] // 2 for part in seen)
