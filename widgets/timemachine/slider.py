"""The slider: a day from midnight to midnight with its shifts, calls and stops; the handle is the minute shown."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.domain.stations import StationState
from widgets.board.tile import elided, metrics
from widgets.calls.naming import SEVERITY_ROLE
from widgets.plain import plain, tip
from widgets.station.ribbon import ticks
from widgets.station.strokes import paint_state
from widgets.theme import color, font, ring, themes
from widgets.timemachine.day import Day
from widgets.timemachine.words import when_words
from widgets.times import clock

CALLS, BAND, STOPS, AXIS = 16, 26, 9, 22  # heights from the top
PAD = 8  # pixels at both ends
MINUTE, HOUR = 60.0, 3600.0
NEAR = 5  # pixels within which the mouse is on a mark


class DaySlider(QWidget):
    """`moved` tells the time that is wanted, a whole minute, while it is dragged, clicked or walked."""

    moved = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._day: Day | None = None
        self._zone: tzinfo | None = None
        self._first: float | None = None
        self._now = 0.0
        self.at = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(CALLS + BAND + STOPS + AXIS)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(700, CALLS + BAND + STOPS + AXIS)

    def show_day(self, day: Day, first: float | None, now: float, zone: tzinfo | None) -> None:
        """Show a day; before `first` and after `now` there is nothing to be seen."""
        self._day, self._first, self._now, self._zone = day, first, now, zone
        self.update()

    def show_at(self, at: float) -> None:
        """Put the handle there."""
        if at != self.at:
            self.at = at
            self.setAccessibleDescription(when_words(at, self._zone))
            self.update()

    # Keyboard and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        day, key = self._day, Qt.Key(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if day is None or held & ~Qt.KeyboardModifier.ShiftModifier:
            super().keyPressEvent(event)
            return
        step = 10 * MINUTE if held else MINUTE
        steps = {
            Qt.Key.Key_Left: self.at - step,
            Qt.Key.Key_Down: self.at - step,
            Qt.Key.Key_Right: self.at + step,
            Qt.Key.Key_Up: self.at + step,
            Qt.Key.Key_PageUp: self.at - HOUR,
            Qt.Key.Key_PageDown: self.at + HOUR,
            Qt.Key.Key_Home: max(day.start, self._first or day.start),
            Qt.Key.Key_End: min(day.end - MINUTE, self._now),
        }
        if key in steps:
            self.moved.emit(steps[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._drag(event)

    def _drag(self, event: QMouseEvent) -> None:
        if self._day is not None:
            at = min(max(self.time_at(event.position().x()), self._day.start), self._day.end - MINUTE)
            self.moved.emit(round(at / MINUTE) * MINUTE)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            words = self.words_at(event.pos().x())
            QToolTip.showText(event.globalPos(), tip(words), self) if words else QToolTip.hideText()
            return True
        return super().event(event)

    def words_at(self, x: float) -> str:
        """The time under the mouse, and the calls and stops that are marked there."""
        day = self._day
        if day is None:
            return ""
        at = self.time_at(x)
        said = [clock(at, self._zone, seconds=False)]
        said += [shift.name for shift in day.shifts if shift.start <= at < shift.end]
        said += [self.tr("Nobody listened") for since, until in day.gaps if since <= at < until]
        for mark in day.calls:
            if abs(self._x(mark.at) - x) <= NEAR:
                what = self.tr("Call {0} · {1}: {2}")
                said.append(
                    what.format(clock(mark.at, self._zone, False), plain(mark.place, 40), plain(mark.text, 120))
                )
        for since, until, place in day.stops:
            if self._x(since) - 2 <= x <= self._x(until) + 2:
                what = self.tr("Stop {0}–{1} · {2}")
                times = clock(since, self._zone, False), clock(until, self._zone, False)
                said.append(what.format(*times, plain(place, 40)))
        return "\n".join(said[:12])

    # Where things are

    def time_at(self, x: float) -> float:
        """The time at a pixel, seconds UTC."""
        assert self._day is not None
        share = (x - PAD) / max(1, self.width() - 2 * PAD)
        return self._day.start + share * (self._day.end - self._day.start)

    def _x(self, at: float) -> float:
        assert self._day is not None
        share = (at - self._day.start) / (self._day.end - self._day.start)
        return PAD + min(1.0, max(0.0, share)) * (self.width() - 2 * PAD)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._day is None:
            return
        with QPainter(self) as painter:
            self._paint_band(painter, self._day)
            self._paint_stops(painter, self._day)
            self._paint_calls(painter, self._day)
            self._paint_hours(painter, self._day)
            self._paint_handle(painter)
            if self.hasFocus():
                ring(painter, QRectF(1, CALLS - 4, self.width() - 2, BAND + STOPS + 8), 4)

    def _paint_band(self, painter: QPainter, day: Day) -> None:
        left, right = self._x(max(day.start, self._first or day.start)), self._x(min(day.end, self._now))
        whole = QRectF(PAD, CALLS, self.width() - 2 * PAD, BAND)
        painter.fillRect(whole, color("not_planned_fill"))
        painter.fillRect(QRectF(left, CALLS, max(0.0, right - left), BAND), color("track"))
        for shift in day.shifts:
            area = QRectF(self._x(shift.start), CALLS, self._x(shift.end) - self._x(shift.start) - 1, BAND)
            painter.fillRect(area, color("changeover_fill"))
            for since, until, _ in shift.breaks:
                painter.fillRect(QRectF(self._x(since), CALLS, self._x(until) - self._x(since), BAND), color("track"))
            painter.setFont(font(12.5, 500))
            painter.setPen(color("changeover_text"))
            words = elided(plain(shift.name, 40), 12.5, 500, round(area.width()) - 10)
            painter.drawText(area.adjusted(6, 0, 0, 0), int(Qt.AlignmentFlag.AlignVCenter), words)
        for since, until in day.gaps:
            if until > (self._first or day.start) and since < self._now:
                area = QRectF(self._x(since), CALLS, max(1.0, self._x(until) - self._x(since)), BAND)
                paint_state(painter, area, StationState.NO_DATA)
        for since, until in ((day.start, self._first or day.start), (self._now, day.end)):
            if until > since:
                area = QRectF(self._x(since), CALLS, self._x(until) - self._x(since), BAND)
                shade = QColor(color("window"))
                shade.setAlpha(170)
                painter.fillRect(area, shade)

    def _paint_stops(self, painter: QPainter, day: Day) -> None:
        top = CALLS + BAND + 2
        painter.fillRect(QRectF(PAD, top, self.width() - 2 * PAD, STOPS - 3), color("surface"))
        for since, until, _ in day.stops:
            left = self._x(since)
            painter.fillRect(QRectF(left, top, max(2.0, self._x(until) - left), STOPS - 3), color("stopped"))

    def _paint_calls(self, painter: QPainter, day: Day) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in sorted(day.calls, key=lambda one: one.severity.rank):
            x = self._x(mark.at)
            painter.setBrush(color(SEVERITY_ROLE[mark.severity]))
            painter.drawPolygon(QPolygonF([QPointF(x - 5, 3), QPointF(x + 5, 3), QPointF(x, CALLS - 3)]))
        painter.restore()

    def _paint_hours(self, painter: QPainter, day: Day) -> None:
        painter.setFont(font(12))
        painter.setPen(color("text_faint"))
        last = -9.0
        for at in ticks(day.start, day.end, self.width() - 2 * PAD):
            words = clock(at, self._zone, seconds=False)
            wide = painter.fontMetrics().horizontalAdvance(words)
            x = min(max(self._x(at) - wide / 2, 0), self.width() - wide)
            if x > last + 8:
                painter.drawText(round(x), self.height() - 5, words)
                last = x + wide

    def _paint_handle(self, painter: QPainter) -> None:
        x = self._x(self.at)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("past"), 3))
        painter.drawLine(QPointF(x, CALLS - 2), QPointF(x, CALLS + BAND + STOPS))
        words = clock(self.at, self._zone, seconds=False)
        wide = metrics(12, 700).horizontalAdvance(words) + 14
        left = min(max(x - wide / 2, 1.0), self.width() - wide - 1.0)
        box = QRectF(left, CALLS + BAND + STOPS, wide, 19)
        painter.setPen(QPen(color("past"), 1))
        painter.setBrush(color("past_fill"))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(color("past_text"))
        painter.setFont(font(12, 700))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.restore()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def _name(self) -> None:
        self.setAccessibleName(self.tr("Time of the day: arrows move by a minute, Page keys by an hour"))
