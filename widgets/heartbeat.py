"""The heartbeat: one timer that lets the console collect what its threads left, and how late it was."""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

SEEN_MS = 40  # 25 a second while somebody can see a window
UNSEEN_MS = 200  # 5 a second while nobody can
LOOK_EVERY = 25  # beats between two looks at which of the two it is
KEPT = 1500  # the last minute of beats


@dataclass(frozen=True, slots=True)
class Lateness:
    """How late the main thread was over the last minute of beats, in seconds."""

    median: float
    p99: float
    worst: float
    beats: int  # since the start
    tick_median: float  # what the console itself took


class Heartbeat(QObject):
    """Calls `tick` 25 times a second, whatever happens inside it; the only place where threads meet Qt.

    `errands` is called between two beats where another thread asked for it: what a person waits for is shown at once.
    """

    _woken = Signal()

    def __init__(
        self,
        tick: Callable[[], object],
        parent: QObject | None = None,
        clock: Callable[[], float] = time.monotonic,
        errands: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(parent)
        self._tick, self._clock, self._errands = tick, clock, errands
        self._waking = False
        self._woken.connect(self._run_errands, Qt.ConnectionType.QueuedConnection)
        self._due = 0.0
        self._late: deque[float] = deque(maxlen=KEPT)
        self._took: deque[float] = deque(maxlen=KEPT)
        self.beats = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._pace(SEEN_MS)

    def stop(self) -> None:
        """Stop beating; what is in the mailbox stays there."""
        self._timer.stop()

    def wake(self) -> None:
        """Run the errands as soon as the main thread is free; from any thread, as often as wanted."""
        if not self._waking:
            self._waking = True
            self._woken.emit()

    @property
    def interval(self) -> float:
        """Seconds between two beats now."""
        return self._timer.interval() / 1000

    def lateness(self) -> Lateness:
        """Figures of the last minute; zeros before the first beat."""
        late, took = sorted(self._late) or [0.0], sorted(self._took) or [0.0]
        last = len(late) - 1
        return Lateness(late[last // 2], late[last * 99 // 100], late[last], self.beats, took[len(took) // 2])

    def forget(self) -> None:
        """Begin the figures anew."""
        self._late.clear()
        self._took.clear()

    def _pace(self, milliseconds: int) -> None:
        self._timer.start(milliseconds)
        self._due = self._clock() + milliseconds / 1000

    def _beat(self) -> None:
        began = self._clock()
        self._late.append(max(0.0, began - self._due))
        self._due = began + self.interval  # a stall is late once: the timer goes on from where it is
        self.beats += 1
        try:
            self._tick()
        except Exception:  # a bug in one beat must not be the last beat: the hook logs it and shows the honest window
            sys.excepthook(*sys.exc_info())
        self._took.append(self._clock() - began)
        self._look()

    def _run_errands(self) -> None:
        self._waking = False  # before: what comes while they run wakes again
        try:
            self._errands()
        except Exception:  # as in a beat; what waits behind it is done in the next one
            sys.excepthook(*sys.exc_info())

    def _look(self) -> None:
        slow = self._timer.interval() == UNSEEN_MS
        if not slow and self.beats % LOOK_EVERY:
            return
        wanted = SEEN_MS if something_visible() else UNSEEN_MS
        if wanted != self._timer.interval():
            self._pace(wanted)


def something_visible() -> bool:
    """Whether any window of the program is on a screen and not minimised."""
    return any(_on_screen(window) for window in QGuiApplication.topLevelWindows())


def _on_screen(window: QWindow) -> bool:
    return window.isVisible() and not window.windowStates() & Qt.WindowState.WindowMinimized
