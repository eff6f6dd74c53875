"""Scores by section as a radar: a web of as many corners as there are sections, what is now filled, the last dashed.

With fewer than three sections, or where their names do not find room round the web, the same is drawn as bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest
from math import cos, pi, sin

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.numbers import percent
from widgets.plain import plain, tip
from widgets.theme import color, font, themes

FEWEST, MOST = 3, 30  # corners of a web
RINGS = 4
NAME_ROOM = 0.34  # of the width, at most, for the names at one side
GAP = 8.0  # pixels between the web and a name
ROW = 26.0  # pixels of a bar with its name


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours a radar is drawn in."""

    web: QColor
    now: QColor
    fill: QColor
    last: QColor
    text: QColor
    muted: QColor


@dataclass(frozen=True, slots=True)
class Axis:
    """One section: its name and its shares of all points, 0..1; None: nothing is scored."""

    name: str
    now: float | None
    last: float | None

    @property
    def said(self) -> str:
        """Both numbers in words."""
        words = f"{self.name}: {percent(self.now, 0)}"
        if self.last is None:
            return words
        return words + ", " + QCoreApplication.translate("Radar", "last {0}").format(percent(self.last, 0))


def screen_inks() -> Inks:
    """The colours of the theme in use."""
    fill = QColor(color("accent"))
    fill.setAlpha(56)
    return Inks(color("border"), color("accent"), fill, color("text_muted"), color("text"), color("text_muted"))


def paper_inks() -> Inks:
    """Colours for a page of paper."""
    fill = QColor("#2f6fb0")
    fill.setAlpha(48)
    return Inks(QColor("#c9d0d6"), QColor("#2f6fb0"), fill, QColor("#5a636d"), QColor("#1b2127"), QColor("#5a636d"))


def paint_radar(painter: QPainter, area: QRectF, axes: Sequence[Axis], inks: Inks, face: QFont) -> None:
    """Draw the axes into an area; bars where there are too few or too many for a web."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(face)
    if webbed(area, axes, QFontMetricsF(face)):
        _paint_web(painter, area, axes, inks)
    else:
        _paint_bars(painter, area, axes, inks)


def webbed(area: QRectF, axes: Sequence[Axis], metrics: QFontMetricsF) -> bool:
    """Whether the area holds a web with every name whole and none over another."""
    if not FEWEST <= len(axes) <= MOST:
        return False
    boxes = web(area, axes, metrics)[2]
    inside = all(area.contains(box) for box in boxes)
    return inside and not any(one.intersects(other) for one, other in combinations(boxes, 2))


def web(area: QRectF, axes: Sequence[Axis], metrics: QFontMetricsF) -> tuple[QPointF, float, list[QRectF]]:
    """Middle and radius of the web, and the boxes of the names, all of them inside the area."""
    room = min(area.width() * NAME_ROOM, max(_widest(axes, metrics), 30.0))
    tall = max((_box(axis.name, room, metrics).height() for axis in axes), default=0.0)
    radius = max(20.0, min((area.width() - 2 * room) / 2, (area.height() - 2 * tall) / 2) - GAP)
    middle = area.center()
    boxes = []
    for number, axis in enumerate(axes):
        box = _box(axis.name, room, metrics)
        out = _out(number, len(axes))
        point = middle + out * (radius + GAP)
        x = point.x() - box.width() * (0.5 - 0.5 * _side(out.x()))
        y = point.y() - box.height() * (0.5 - 0.5 * out.y())
        x = min(max(x, area.left()), area.right() - box.width())
        y = min(max(y, area.top()), area.bottom() - box.height())
        boxes.append(QRectF(x, y, box.width(), box.height()))
    return middle, radius, boxes


class Radar(QWidget):
    """Scores by section. A corner that is pointed at says its numbers; the screen reader is told all of them.

    `chosen` carries the index of the section that is clicked.
    """

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.axes: tuple[Axis, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        themes.changed.connect(self.update)

    def show_scores(
        self, axes: Sequence[str], now: Sequence[float | None], last: Sequence[float | None] | None = None
    ) -> None:
        """Show shares 0..1 by section now and at the last audit; None where nothing is scored."""
        named = zip_longest(axes, now[: len(axes)], (last or ())[: len(axes)])
        self.axes = tuple(Axis(plain(name, 60), _held(one), _held(before)) for name, one, before in named)
        self.setAccessibleName(QCoreApplication.translate("Radar", "Score by section"))
        self.setAccessibleDescription("; ".join(axis.said for axis in self.axes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        if FEWEST <= len(self.axes) <= MOST:
            return QSize(360, 320)
        return QSize(360, int(ROW * max(1, len(self.axes))) + 12)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(200, min(200, self.sizeHint().height()))

    def words_at(self, point: QPointF) -> str:
        """The numbers of the section nearest to a point; "" where none is near."""
        index = self.index_at(point)
        return self.axes[index].said if index >= 0 else ""

    def index_at(self, point: QPointF) -> int:
        """The section nearest to a point; -1 where none is near."""
        if not self.axes:
            return -1
        area = QRectF(self.rect())
        if not webbed(area, self.axes, QFontMetricsF(font(12))):
            row = int(point.y() / _row(area, len(self.axes)))
            return row if 0 <= row < len(self.axes) else -1
        middle, radius, boxes = web(area, self.axes, QFontMetricsF(font(12)))
        for index, box in enumerate(boxes):
            if box.contains(point):
                return index
        away = point - middle
        if (away.x() ** 2 + away.y() ** 2) ** 0.5 > radius + GAP:
            return -1
        outs = [_out(number, len(self.axes)) for number in range(len(self.axes))]
        return max(range(len(outs)), key=lambda i: outs[i].x() * away.x() + outs[i].y() * away.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.index_at(event.position())
        if index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(index)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self.words_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(words), self)
            return True
        if event.type() == QEvent.Type.LanguageChange and self.axes:
            self.show_scores(
                [axis.name for axis in self.axes],
                [axis.now for axis in self.axes],
                [axis.last for axis in self.axes],
            )
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self.axes:
            with QPainter(self) as painter:
                paint_radar(painter, QRectF(self.rect()), self.axes, screen_inks(), font(12))


def _held(share: float | None) -> float | None:
    return None if share is None else min(1.0, max(0.0, share))


def _side(x: float) -> float:
    """-1 left, 0 above and below, 1 right."""
    return 0.0 if abs(x) < 0.15 else (1.0 if x > 0 else -1.0)


def _out(number: int, count: int) -> QPointF:
    """The direction of a corner; the first one is straight up, the others follow clockwise."""
    angle = 2 * pi * number / count
    return QPointF(sin(angle), -cos(angle))


def _widest(axes: Sequence[Axis], metrics: QFontMetricsF) -> float:
    return max((metrics.horizontalAdvance(axis.name) + 2 for axis in axes), default=0.0)


def _box(name: str, room: float, metrics: QFontMetricsF) -> QRectF:
    flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWrapAnywhere)
    if any(character == " " for character in name):
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
    box = metrics.boundingRect(QRectF(0, 0, room, 1000), flags, name)
    return QRectF(0, 0, min(box.width() + 2, max(room, box.width() + 2)), box.height())


def _polygon(middle: QPointF, radius: float, shares: Sequence[float | None]) -> QPolygonF:
    """The corners at which something is scored."""
    points = [middle + _out(i, len(shares)) * (radius * one) for i, one in enumerate(shares) if one is not None]
    return QPolygonF(points)


def _paint_web(painter: QPainter, area: QRectF, axes: Sequence[Axis], inks: Inks) -> None:
    middle, radius, boxes = web(area, axes, QFontMetricsF(painter.font()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(inks.web, 1))
    for ring in range(1, RINGS + 1):
        painter.drawPolygon(_polygon(middle, radius * ring / RINGS, [1.0] * len(axes)))
    if len(axes) > 8:
        for number in range(len(axes)):
            painter.drawLine(middle, middle + _out(number, len(axes)) * radius)
    now, last = [axis.now for axis in axes], [axis.last for axis in axes]
    painter.setPen(QPen(inks.now, 2))
    painter.setBrush(inks.fill)
    painter.drawPolygon(_polygon(middle, radius, now))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if any(share is not None for share in last):
        painter.setPen(QPen(inks.last, 1, Qt.PenStyle.DashLine))
        painter.drawPolygon(_polygon(middle, radius, last))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(inks.now)
    for point in _polygon(middle, radius, now):
        painter.drawEllipse(point, 2.5, 2.5)
    painter.setPen(inks.text)
    for axis, box in zip(axes, boxes, strict=True):
        wrap = Qt.TextFlag.TextWordWrap if " " in axis.name else Qt.TextFlag.TextWrapAnywhere
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter) | int(wrap), axis.name)


def _row(area: QRectF, count: int) -> float:
    return min(ROW * 1.6, area.height() / max(1, count))


def _paint_bars(painter: QPainter, area: QRectF, axes: Sequence[Axis], inks: Inks) -> None:
    metrics, row = QFontMetricsF(painter.font()), _row(area, len(axes))
    label, number = min(area.width() * 0.6, _widest(axes, metrics) + 12), metrics.horizontalAdvance("100 %") + 8
    length = max(20.0, area.width() - label - number)
    for at, axis in enumerate(axes):
        y = area.top() + at * row
        painter.setPen(inks.text)
        name = metrics.elidedText(axis.name, Qt.TextElideMode.ElideRight, label - 8)
        painter.drawText(QRectF(area.left(), y, label - 8, row), int(Qt.AlignmentFlag.AlignVCenter), name)
        bar = QRectF(area.left() + label, y + row * 0.3, length, row * 0.4)
        painter.fillRect(bar, inks.web)
        if axis.now is not None:
            painter.fillRect(QRectF(bar.left(), bar.top(), length * axis.now, bar.height()), inks.now)
        if axis.last is not None:
            painter.setPen(QPen(inks.text, 2))
            x = bar.left() + length * axis.last
            painter.drawLine(QPointF(x, bar.top() - 3), QPointF(x, bar.bottom() + 3))
        painter.setPen(inks.text if axis.now is not None else inks.muted)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(area.right() - number, y, number, row), int(side), percent(axis.now, 0))
