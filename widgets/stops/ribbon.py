"""The ribbon around a stop: the stop is marked, and where it is split a handle can be dragged."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from console.domain.live import StationLive
from console.domain.ribbon import Segment
from console.domain.stations import StationState
from console.domain.stops import Stop
from widgets.station.ribbon import BAND, MARKS, StateRibbon
from widgets.station.segments import Window
from widgets.theme import color

AROUND = 900.0  # seconds shown before and after at least
STEP, LEAP = 10.0, 60.0  # seconds by which the arrow keys move the handle


def window_around(stop: Stop, now: float) -> Window:
    """The stretch of time that a stop is shown in."""
    since, until = stop.since.timestamp(), stop.until.timestamp() if stop.until else now
    margin = max(AROUND, (until - since) / 2)
    return Window(since - margin, max(until + margin, since + 2 * margin), now)


def segments_around(stop: Stop, live: StationLive | None, window: Window) -> list[Segment]:
    """What the station did around it; of a time that the ribbon does not know any more only the stop itself."""
    since, until = stop.since.timestamp(), stop.until.timestamp() if stop.until else window.now
    known = list(live.ribbon.within(window.start, window.end, window.now)) if live is not None else []
    if any(one.state is StationState.STOPPED and one.since < until and (one.until or 0) > since for one in known):
        return known
    return [Segment(StationState.STOPPED, None, since, until, stop.machine)]


class StopRibbon(StateRibbon):
    """`moved` tells the time of the handle, seconds UTC, while it is dragged or walked."""

    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self.handle: float | None = None
        self._stop = (0.0, 0.0)

    def show_stop(self, stop: Stop, live: StationLive | None, now: float, zone: tzinfo | None) -> None:
        """Show a stop and what was around it."""
        window = window_around(stop, now)
        self._stop = (stop.since.timestamp(), stop.until.timestamp() if stop.until else now)
        self.show_segments(segments_around(stop, live, window), window, zone)
        self.update()

    def split_at(self, at: float | None) -> None:
        """Show the handle there; None takes it away."""
        if at is not None:
            since, until = self._stop
            at = min(max(at, since), until)
        if at != self.handle:
            self.handle = at
            self.update()
            if at is not None:
                self.moved.emit(at)

    def time_at(self, x: float) -> float:
        """The time that is painted at a pixel."""
        window = self._window
        return window.start + x / max(self.width(), 1) * (window.end - window.start)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.handle is None:
            super().mousePressEvent(event)
        else:
            self.split_at(round(self.time_at(event.position().x())))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.handle is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self.split_at(round(self.time_at(event.position().x())))
        else:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        ways = {Qt.Key.Key_Left: -1.0, Qt.Key.Key_Right: 1.0}
        way = ways.get(Qt.Key(event.key())) if self.handle is not None else None
        if way is None or self.handle is None:
            super().keyPressEvent(event)
            return
        leap = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self.split_at(self.handle + way * (LEAP if leap else STEP))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        painter = QPainter(self)
        left, right = (self._x(at) for at in self._stop)
        painter.setPen(QPen(color("focus"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, MARKS - 2, max(right - left, 3), BAND + 4))
        if self.handle is not None:
            x = self._x(self.handle)
            painter.fillRect(QRectF(x - 1, 0, 3, MARKS + BAND + 4), color("text"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("text"))
            painter.drawRoundedRect(QRectF(x - 5, MARKS + BAND / 2 - 8, 11, 16), 3, 3)
