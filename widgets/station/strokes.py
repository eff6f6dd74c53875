"""How a state is painted in a ribbon: a colour, and a shape or pattern for who cannot tell the colours apart."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from console.domain.stations import StationState
from widgets.theme import color

STRIPE = 7.0  # pixels between the stripes of no data


def paint_state(painter: QPainter, area: QRectF, state: StationState) -> None:
    """Fill a part of a ribbon: waiting hangs low, blocked hangs high, no data is striped, excused time is thin."""
    if state is StationState.NO_DATA:
        _stripes(painter, area)
        return
    painter.fillRect(_shape(area, state), color(state.value))


def _shape(area: QRectF, state: StationState) -> QRectF:
    high = area.height()
    match state:
        case StationState.STARVED:
            return area.adjusted(0, high * 0.45, 0, 0)
        case StationState.BLOCKED:
            return area.adjusted(0, 0, 0, -high * 0.45)
        case StationState.PLANNED_STOP | StationState.NOT_PLANNED:
            return area.adjusted(0, high * 0.36, 0, -high * 0.36)
        case _:
            return area


def _stripes(painter: QPainter, area: QRectF) -> None:
    painter.fillRect(area, color("no_data_fill"))
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(color("no_data"), 2))
    high, x = area.height(), area.left() - area.height()
    while x < area.right():
        painter.drawLine(round(x), round(area.bottom()), round(x + high), round(area.top()))
        x += STRIPE
    painter.restore()
