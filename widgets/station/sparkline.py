"""The recent past of a tag as a line in a table cell, with its limits as hairlines."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from console.domain.floor import TagLive
from widgets.tables import PAD, ROW, RowDelegate
from widgets.tables import Index as AnyIndex
from widgets.theme import color

SPARK = Qt.ItemDataRole.UserRole + 10  # TagLive
PAST = 600.0  # seconds shown


def line_of(points: Sequence[tuple[float, float]], low: float, high: float, area: QRectF, end: float) -> QPolygonF:
    """The points (seconds, value) of the ten minutes before `end` as pixels; of each column its two extremes."""
    reach = high - low or 1.0
    columns: dict[int, list[float]] = {}
    for at, value in points:
        if not isfinite(value) or at < end - PAST or at > end:
            continue
        x = int(area.left() + (at - end + PAST) / PAST * area.width())
        y = area.bottom() - (min(max(value, low), high) - low) / reach * area.height()
        seen = columns.setdefault(x, [y, y])
        seen[0], seen[1] = min(seen[0], y), max(seen[1], y)
    line = QPolygonF()
    for x in sorted(columns):
        top, bottom = columns[x]
        line.append(QPointF(x, top))
        if bottom != top:
            line.append(QPointF(x, bottom))
    return line


class Sparkline(RowDelegate):
    """Paints the tag that the cell holds; nothing for values that are not numbers."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.backdrop(painter, option)
        tag = index.data(SPARK)
        if not isinstance(tag, TagLive) or not tag.recent:
            return
        values = [value for _, value in tag.recent if isfinite(value)]
        if not values:
            return
        area = QRectF(option.rect).adjusted(PAD, 5, -PAD, -5)
        low, high = min(values), max(values)
        limits = [x for x in (tag.signal.low, tag.signal.high) if x is not None]
        near = [x for x in limits if low - 2 * (high - low) <= x <= high + 2 * (high - low)]
        low, high = min([low, *near]), max([high, *near])
        painter.save()
        painter.setPen(QPen(color("border_strong"), 1, Qt.PenStyle.DotLine))
        for limit in near:
            y = area.bottom() - (limit - low) / (high - low or 1.0) * area.height()
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        painter.setPen(QPen(color("bar"), 1))
        painter.drawPolyline(line_of(tag.recent, low, high, area, tag.recent[-1][0]))
        painter.restore()
