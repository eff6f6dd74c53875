"""The shift of a station as one wide ribbon: hover or walk it with the arrow keys to read each stretch."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.domain.ribbon import Segment
from widgets.plain import tip
from widgets.station.segments import Window, lasted, reason_words, segment_word, unexplained
from widgets.station.strokes import paint_state
from widgets.theme import color, font, ring, themes
from widgets.times import clock
from widgets.words import elapsed

MARKS, BAND, AXIS = 9, 34, 20  # heights: marks of unexplained stops, the ribbon, the hours
TICKS = (300, 600, 900, 1800, 3600, 7200, 14400, 28800, 86400)  # seconds between two labels


class StateRibbon(QWidget):
    """Paints segments over a window of time; `picked` tells which one the person chose, by its place in the list."""

    picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._segments: list[Segment] = []
        self._window = Window(0.0, 1.0, 0.0)
        self._zone: tzinfo | None = None
        self._at = -1
        self._drawn: tuple[object, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(MARKS + BAND + AXIS)
        self.setMouseTracking(True)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(600, MARKS + BAND + AXIS)

    def show_segments(self, segments: list[Segment], window: Window, zone: tzinfo | None) -> None:
        """Show these segments, all closed and in time order; repaints only when a pixel would differ."""
        self._segments, self._window, self._zone = segments, window, zone
        self._at = min(self._at, len(segments) - 1)
        pixel = round(self._x(window.now))
        drawn = (len(segments), segments[-1][:3] if segments else None, pixel, window.start, window.end, str(zone))
        if drawn != self._drawn:
            self._drawn = drawn
            self.update()

    def choose(self, place: int, tell: bool = True) -> None:
        """Point at one segment, or at none with -1."""
        place = place if 0 <= place < len(self._segments) else -1
        if place == self._at:
            return
        self._at = place
        self.setAccessibleDescription(self.described(place))
        self.update()
        if tell:
            self.picked.emit(place)

    def chosen(self) -> int:
        """Place of the segment pointed at, -1 for none."""
        return self._at

    def described(self, place: int) -> str:
        """State, from, to, duration and reason of a segment in one line; "" for none."""
        if not 0 <= place < len(self._segments):
            return ""
        segment = self._segments[place]
        times = f"{clock(segment.since, self._zone)}–{clock(segment.until or segment.since, self._zone)}"
        return " · ".join(filter(None, (segment_word(segment), times, elapsed(lasted(segment)), reason_words(segment))))

    def place_at(self, x: float) -> int:
        """Place of the segment painted at a pixel, the latest where several share it; -1 for none."""
        for place in range(len(self._segments) - 1, -1, -1):
            left, right = self._edges(self._segments[place])
            if left <= x < right:
                return place
        return -1

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        last = len(self._segments) - 1
        at = self._at if self._at >= 0 else last + 1
        steps = {
            Qt.Key.Key_Left: max(at - 1, 0),
            Qt.Key.Key_Right: min(at + 1, last),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        if key not in steps or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        self.choose(steps[key])

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.choose(self.place_at(event.position().x()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(QRectF(0, MARKS, self.width(), BAND), color("track"))
        for segment in self._segments:
            left, right = self._edges(segment)
            paint_state(painter, QRectF(left, MARKS, right - left, BAND), segment.state)
            if unexplained(segment):
                self._mark(painter, (left + right) / 2)
        self._hours(painter)
        if self._window.now < self._window.end:
            x = round(self._x(self._window.now))
            painter.fillRect(QRectF(x, MARKS - 4, 2, BAND + 6), color("text"))
        if self._at >= 0:
            left, right = self._edges(self._segments[self._at])
            painter.setPen(QPen(color("text"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(left, MARKS, max(right - left, 3), BAND))
        if self.hasFocus():
            ring(painter, QRectF(0, MARKS - 3, self.width(), BAND + 6), 3)

    def _tell(self, here: QPoint, on_screen: QPoint) -> None:
        words = self.described(self.place_at(here.x()))
        QToolTip.showText(on_screen, tip(words), self) if words else QToolTip.hideText()

    def _x(self, t: float) -> float:
        return (t - self._window.start) / max(self._window.end - self._window.start, 1.0) * self.width()

    def _edges(self, segment: Segment) -> tuple[float, float]:
        left = self._x(segment.since)
        return left, max(self._x(segment.until or segment.since), left + 1.0)

    def _mark(self, painter: QPainter, x: float) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("warning"))
        painter.drawPolygon(QPolygonF([QPointF(x - 4, 1), QPointF(x + 4, 1), QPointF(x, MARKS - 1)]))
        painter.restore()

    def _hours(self, painter: QPainter) -> None:
        painter.setFont(font(12))
        painter.setPen(color("text_faint"))
        baseline, last_right = self.height() - 4, -9
        for t in ticks(self._window.start, self._window.end, self.width()):
            text = clock(t, self._zone, seconds=False)
            wide = painter.fontMetrics().horizontalAdvance(text)
            x = min(max(round(self._x(t) - wide / 2), 0), self.width() - wide)
            if x > last_right + 8:
                painter.drawText(x, baseline, text)
                last_right = x + wide


def ticks(start: float, end: float, pixels: int) -> list[float]:
    """Times of the labels under a ribbon: whole steps after `start`, at least 70 pixels apart, and both ends."""
    room = max(pixels // 70, 1)
    step = next((s for s in TICKS if (end - start) / s <= room), TICKS[-1] * 7)
    first = start - start % step + (step if start % step else 0)
    count = max(int((end - first) // step) + 1, 0)
    return [first + n * step for n in range(min(count, room + 1))]
