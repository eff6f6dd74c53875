"""Badges: a scanner types like a keyboard, only faster. Its burst is told from typing by its pace.

Keys are held back for as long as they come at a scanner's pace; what turns out to be typing is handed on, in order.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from shiboken6 import isValid

GAP = 0.035  # seconds between two keys; scanners need 1 to 20 ms, the fastest hands about 50
LEAST = 4  # signs of the shortest badge number
MOST = 128
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
TYPING = ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)


@dataclass(slots=True)
class Burst:
    """Signs that came so close together that no hand typed them. Times in seconds of any one clock."""

    signs: list[str] = field(default_factory=list)
    last: float = 0.0

    def goes_on(self, at: float) -> bool:
        """Whether a key at this time still belongs to it."""
        return bool(self.signs) and at - self.last <= GAP and len(self.signs) < MOST

    def take(self, sign: str, at: float) -> None:
        """One more sign."""
        self.signs.append(sign)
        self.last = at

    def ended(self, at: float) -> str:
        """The number that was scanned when Enter comes at this time, "" when it was typing."""
        return "".join(self.signs) if self.goes_on(at) and len(self.signs) >= LEAST else ""


class Wedge(QObject):
    """Watches the keys of our windows; `scanned` carries what a scanner read. `lend` gives the next scan away."""

    scanned = Signal(str)

    def __init__(self, parent: QObject | None = None, clock: Callable[[QKeyEvent], float] | None = None) -> None:
        super().__init__(parent)
        self._clock = clock or pressed_at
        self._burst = Burst()
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._replaying = False
        self._taker: Callable[[str], object] | None = None
        self._over = QTimer(self, singleShot=True, interval=round(GAP * 1000) + 5)
        self._over.timeout.connect(self.hand_on)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Look at the keys of this window; once is enough."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def lend(self, taker: Callable[[str], object]) -> Callable[[], None]:
        """Give the next scan to `taker` instead of signing in; the result takes that back."""
        self._taker = taker

        def end() -> None:
            if self._taker is taker:
                self._taker = None

        return end

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Hold back what may be a scan; everything else goes its way, after what was held."""
        if self._replaying or not isinstance(watched, QWindow):
            return False
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.KeyPress:
                return self._pressed(watched, event)
            if event.type() == QEvent.Type.KeyRelease and self._held:
                self._held.append((watched, _copy(event)))
                return True
        elif self._held and event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin):
            self.hand_on()
        return False

    def hand_on(self) -> None:
        """It was typing: let what was held go where it belongs."""
        held, self._held, self._burst = self._held, [], Burst()
        self._over.stop()
        self._replaying = True
        try:
            for window, event in held:
                if isValid(window):  # it may have been closed meanwhile
                    QGuiApplication.sendEvent(window, event)
        finally:
            self._replaying = False

    def _pressed(self, window: QWindow, event: QKeyEvent) -> bool:
        at = self._clock(event)
        if event.key() in ENDS and (number := self._burst.ended(at)):
            self._held, self._burst = [], Burst()
            self._over.stop()
            self._tell(number)
            return True
        if self._held and not self._burst.goes_on(at):
            self.hand_on()
        if not _may_be_scanned(event):
            self.hand_on()
            return False
        self._burst.take(event.text(), at)
        self._held.append((window, _copy(event)))
        self._over.start()
        return True

    def _tell(self, number: str) -> None:
        taker, self._taker = self._taker, None
        if taker is not None:
            taker(number)
        else:
            self.scanned.emit(number)


def _copy(event: QKeyEvent) -> QKeyEvent:
    """The event as one of our own: `clone` would leak."""
    native = event.nativeScanCode(), event.nativeVirtualKey(), event.nativeModifiers()
    repeated, count = event.isAutoRepeat(), event.count()
    return QKeyEvent(event.type(), event.key(), event.modifiers(), *native, event.text(), repeated, count)


def pressed_at(event: QKeyEvent) -> float:
    """When the key was pressed, in seconds, as the system says: a busy main thread makes no scan of slow typing."""
    return event.timestamp() / 1000 if event.timestamp() else monotonic()


def _may_be_scanned(event: QKeyEvent) -> bool:
    """A visible sign without Ctrl, Alt or Meta that is not repeated by a key held down."""
    sign = event.text()
    return (
        len(sign) == 1
        and sign.isprintable()
        and sign != " "
        and not event.modifiers() & TYPING
        and not (event.isAutoRepeat())
    )
