"""Somebody is here: keys, clicks, touches and moves in our windows keep the sign-in alive."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

AT_MOST = 1.0  # seconds between two times that it is told
SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    }
)


class Activity(QObject):
    """Calls `touched` when somebody does something in one of our windows, at most once a second."""

    def __init__(
        self, touched: Callable[[], object], parent: QObject | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._touched, self._clock = touched, clock
        self._told = float("-inf")
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self.watch)

    def watch(self, window: QWindow | None) -> None:
        """Look at what happens in this window; once is enough."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Only look; nothing is ever held back."""
        if event.type() in SIGNS:
            now = self._clock()
            if now - self._told >= AT_MOST:
                self._told = now
                self._touched()
        return False
