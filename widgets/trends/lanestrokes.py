"""How the lanes are painted: ribbons of states, bars of calls and stops, orders and shifts with their names, flags."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from console.domain.stations import StationState
from console.domain.warning_rules import Sign
from widgets.earlywarnings.words import sign_word
from widgets.plain import plain
from widgets.station.strokes import paint_state
from widgets.theme import color, font
from widgets.trends.lanerows import Item, Kind, loudness

LEAST = {
    Kind.STATE: 1.0,
    Kind.CALL: 3.0,
    Kind.STOP: 3.0,
    Kind.WARNING: 3.0,
    Kind.NOTE: 2.0,
}  # pixels that an item is wide at least
STOP_LEAST = 2.0  # the same of a stop in a ribbon
MARK = 3.0  # pixels that a stop is high at least, among many states
WORD = 30.0  # pixels that a name needs at least


class Axis:
    """From times to pixels."""

    def __init__(self, left: float, width: float, start: float, end: float) -> None:
        self.left, self.width, self.start = left, max(width, 1.0), start
        self.second = self.width / max(end - start, 1e-6)  # pixels

    def x(self, at: float) -> float:
        """Where a time lies; not farther than a little outside."""
        return min(max(self.left + (at - self.start) * self.second, self.left - 50), self.left + self.width + 50)

    def at(self, x: float) -> float:
        """The time at a pixel."""
        return self.start + (x - self.left) / self.second

    def area(self, item: Item, now: float, top: float, height: float) -> QRectF:
        """Where an item is painted."""
        left, right = self.x(item.since), self.x(item.ends(now))
        least = LEAST.get(item.kind, 1.0)
        if item.kind is Kind.STATE and item.value == StationState.STOPPED.value:
            least = STOP_LEAST
        return QRectF(left, top, max(right - left, least), height)


def paint_row(painter: QPainter, axis: Axis, row: Sequence[Item], now: float, top: float, height: float) -> None:
    """Paint the items of one lane."""
    for item in sorted(row, key=lambda one: loudness(one.value) if one.kind is Kind.STATE else 0):
        area = axis.area(item, now, top, height)
        match item.kind:
            case Kind.STATE:
                _state(painter, area, item)
            case Kind.CALL | Kind.STOP | Kind.WARNING:
                painter.fillRect(area.adjusted(0, 2, 0, -2), color(item.role))
                words = sign_word(Sign(item.value)) if item.kind is Kind.WARNING else plain(item.value, 80)
                _name(painter, axis, area, words, "window")
            case Kind.ORDER | Kind.UNIT:
                _block(painter, axis, area, item, [area])
            case Kind.SHIFT:
                pauses = [axis.area(one, now, top, height) for one in row if one.kind is Kind.BREAK]
                _block(painter, axis, area, item, between(area, pauses))
            case Kind.BREAK:
                _break(painter, area)
            case Kind.NOTE:
                _flag(painter, area, item)


def _state(painter: QPainter, area: QRectF, item: Item) -> None:
    if item.value in set(StationState):
        paint_state(painter, area, StationState(item.value))
    if not item.parts:
        return
    whole, bottom = sum(seconds for _, seconds in item.parts), area.bottom()
    for value, seconds in sorted(item.parts[1:], key=lambda part: -loudness(part[0])):
        high = area.height() * seconds / whole
        high = max(high, MARK) if value == StationState.STOPPED.value else high
        if high >= 0.5 and value in set(StationState):
            paint_state(painter, QRectF(area.left(), bottom - high, area.width(), high), StationState(value))
            bottom -= high


def between(area: QRectF, pauses: Sequence[QRectF]) -> list[QRectF]:
    """What is left of an area between pauses in their order: a name that is painted there is not painted over."""
    found, left = [], area.left()
    for pause in pauses:
        if pause.left() < area.right() and pause.right() > left:
            found.append(QRectF(left, area.top(), max(0.0, pause.left() - left), area.height()))
            left = max(left, pause.right())
    return [*found, QRectF(left, area.top(), max(0.0, area.right() - left), area.height())]


def _block(painter: QPainter, axis: Axis, area: QRectF, item: Item, free: Sequence[QRectF]) -> None:
    """`free`: where its name may stand; it stands where it is whole, else where there is most room."""
    inside = area.adjusted(0.5, 1.5, -0.5, -1.5)
    painter.fillRect(inside, color("hover" if item.kind is Kind.SHIFT else "track"))
    painter.fillRect(QRectF(inside.left(), inside.top(), 1, inside.height()), color("border_strong"))
    words = str(item.many) if item.many > 1 else plain(item.value, 60)
    painter.setFont(font(11))
    need = painter.fontMetrics().horizontalAdvance(words) + 9
    rooms = [room.intersected(QRectF(axis.left, area.top(), axis.width, area.height())) for room in free]
    place = next((room for room in rooms if room.width() >= need), max(rooms, key=QRectF.width))
    _name(painter, axis, place.intersected(inside), words, "text_muted")


def _break(painter: QPainter, area: QRectF) -> None:
    inside = area.adjusted(0, 1.5, 0, -1.5)
    painter.fillRect(inside, color("surface"))
    painter.fillRect(QRectF(inside.left(), inside.center().y() - 1, inside.width(), 2), color("planned_stop"))


def _flag(painter: QPainter, area: QRectF, item: Item) -> None:
    ink = color(item.role)
    if item.until is not None and item.until > item.since:
        pale = QColor(ink)
        pale.setAlpha(110)
        painter.fillRect(area.adjusted(0, 5, 0, -5), pale)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    x, top, bottom = area.left(), area.top() + 0.5, area.bottom()
    painter.setPen(QPen(ink, 1.5))
    painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(QPolygonF([QPointF(x, top), QPointF(x + 9, top + 3.5), QPointF(x, top + 7)]))
    painter.restore()


def _name(painter: QPainter, axis: Axis, area: QRectF, words: str, role: str) -> None:
    """Words inside an item, as far as it lies on the axis."""
    seen = area.intersected(QRectF(axis.left, area.top(), axis.width, area.height())).adjusted(5, 0, -3, 0)
    if seen.width() < WORD or not words:
        return
    painter.setFont(font(10, 600) if role == "window" else font(11))
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(seen.width()))
    if len(shown) > 2 or shown == words:
        painter.setPen(color(role))
        painter.drawText(seen, int(Qt.AlignmentFlag.AlignVCenter), shown)
