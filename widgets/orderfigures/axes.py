"""Axes of the painted pictures of order figures: values at the left, days below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta, tzinfo

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from console.domain.moments import time_of
from console.domain.order_figures import midnight
from widgets.orderfigures.words import day_words
from widgets.theme import color

HOURS = 36 * 3600.0  # shorter stretches are marked by hours


def left_axis(painter: QPainter, area: QRectF, top: float, step: float, words: Callable[[float], str]) -> None:
    """Marks from 0 up to `top`, their words at the left of the area."""
    value = 0.0
    side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    while value <= top:
        y = area.bottom() - value / top * area.height()
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(color("text_faint"))
        shown = words(value) if value else "0"
        painter.drawText(QRectF(0, y - 9, area.left() - 8, 18), int(side), shown)
        value += step


def bottom_axis(painter: QPainter, area: QRectF, start: float, end: float, zone: tzinfo | None) -> None:
    """Days (hours of a short stretch) below the area, as many as have room."""
    free = area.left() - 1.0
    for at, words in marks(start, end, zone or UTC):
        x = area.left() + (at - start) / max(end - start, 1e-9) * area.width()
        wide = painter.fontMetrics().horizontalAdvance(words)
        painter.setPen(QPen(color("border_strong"), 1))
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x, area.bottom() + 3))
        left = min(max(x - wide / 2, area.left() - 20), area.right() - wide + 20)
        if left >= free:
            painter.setPen(color("text_faint"))
            painter.drawText(QPointF(left, area.bottom() + 17), words)
            free = left + wide + 14


def marks(start: float, end: float, zone: tzinfo) -> list[tuple[float, str]]:
    """Local midnights inside, or full hours of a short stretch, with their words."""
    if end - start <= HOURS:
        first = start - start % 3600 + 3600
        hours = [first + i * 3600 for i in range(int((end - first) // 3600) + 1)]
        return [(at, f"{time_of(at, zone):%H:%M}") for at in hours]
    day, found = time_of(start, zone).date(), []
    while (at := midnight(day, zone)) <= end:
        if at >= start:
            found.append((at, day_words(day)))
        day += timedelta(days=1)
    return found
