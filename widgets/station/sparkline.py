"""The recent past of a tag as a line in a table cell, with its limits as hairlines."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionViewItem

from console.domain.floor import TagLive
from widgets.tables import PAD, ROW, RowDelegate
from widgets.tables import Index as AnyIndex
from widgets.theme import color

SPARK = Qt.ItemDataRole.UserRole + 10  # TagLive
PAST = 600.0  # seconds shown
MOST_KEPT = 500  # pictures kept ready


class Picture(NamedTuple):
    """A line and the heights of its limits, ready to be drawn; `of` is what it was made from."""

    of: tuple[object, ...]
    line: QPolygonF
    limits: list[float]


def line_of(points: Sequence[tuple[float, float]], low: float, high: float, area: QRectF, end: float) -> QPolygonF:
    """The points (seconds, value) of the ten minutes before `end` as pixels; of each column its two extremes."""
    left, bottom, tall = area.left(), area.bottom(), area.height()
    across, up = area.width() / PAST, tall / (high - low or 1.0)
    columns: dict[int, tuple[float, float]] = {}
    for at, value in points:
        if not isfinite(value) or at < end - PAST or at > end:
            continue
        x = int(left + (at - end + PAST) * across)
        y = min(max(bottom - (value - low) * up, bottom - tall), bottom)
        top, lowest = columns.get(x, (y, y))
        columns[x] = (min(top, y), max(lowest, y))
    line = QPolygonF()
    for x in sorted(columns):
        top, lowest = columns[x]
        line.append(QPointF(x, top))
        if lowest != top:
            line.append(QPointF(x, lowest))
    return line


def picture_of(tag: TagLive, size: QSizeF) -> Picture:
    """The tag's past drawn to a size; limits that are near its values are in the picture."""
    area = QRectF(0, 0, size.width(), size.height())
    values = [value for _, value in tag.recent if isfinite(value)]
    if not values:
        return Picture(_made_from(tag, size), QPolygonF(), [])
    low, high = min(values), max(values)
    reach = min(high - low, 1e300)
    near = [
        limit
        for limit in (tag.signal.low, tag.signal.high)
        if limit is not None and low - 2 * reach <= limit <= high + 2 * reach
    ]
    low, high = min([low, *near]), max([high, *near])
    heights = [area.bottom() - (limit - low) / (high - low or 1.0) * area.height() for limit in near]
    return Picture(_made_from(tag, size), line_of(tag.recent, low, high, area, tag.recent[-1][0]), heights)


def _made_from(tag: TagLive, size: QSizeF) -> tuple[object, ...]:
    return len(tag.recent), tag.recent[0], tag.recent[-1], size.width(), size.height()


class Sparkline(RowDelegate):
    """Paints the tag that the cell holds; nothing for values that are not numbers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept: dict[str, Picture] = {}  # by signal id

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:  # noqa: N802
        return QSize(120, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        self.backdrop(painter, option)
        tag = index.data(SPARK)
        if not isinstance(tag, TagLive) or not tag.recent:
            return
        area = QRectF(option.rect).adjusted(PAD, 5, -PAD, -5)
        picture = self._picture(tag, area.size())
        painter.save()
        painter.translate(area.topLeft())
        painter.setPen(QPen(color("border_strong"), 1, Qt.PenStyle.DotLine))
        for y in picture.limits:
            painter.drawLine(QPointF(0, y), QPointF(area.width(), y))
        painter.setPen(QPen(color("bar"), 1))
        painter.drawPolyline(picture.line)
        painter.restore()

    def _picture(self, tag: TagLive, size: QSizeF) -> Picture:
        name = tag.signal.id
        kept = self._kept.get(name)
        if kept is None or kept.of != _made_from(tag, size):
            if len(self._kept) >= MOST_KEPT:
                self._kept.clear()
            kept = self._kept[name] = picture_of(tag, size)
        return kept
