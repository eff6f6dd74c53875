"""Scores over time: a point for each audit, a line through them, the target dashed across."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.numbers import percent
from widgets.plain import tip
from widgets.theme import color, font, ring, themes
from widgets.times import moment

LEFT, RIGHT, TOP, BOTTOM = 46.0, 14.0, 10.0, 22.0  # pixels round the plot
NEAR = 24.0  # pixels from a point that still mean it
DOTS_MOST = 120  # points of which each has a dot

Point = tuple[datetime, float]


def plot_box(area: QRectF) -> QRectF:
    """Where the line is, in an area with its scales."""
    return area.adjusted(LEFT, TOP, -RIGHT, -BOTTOM)


def floor_of(points: Sequence[Point], target: float | None) -> float:
    """Where the scale begins: at a whole fifth below everything that is shown."""
    least = min([*(share for _, share in points), *([target] if target is not None else []), 1.0])
    return max(0.0, min(0.8, int((least - 0.02) * 5) / 5)) if least > 0.02 else 0.0


def places(points: Sequence[Point], box: QRectF, floor: float) -> list[QPointF]:
    """Where the points are; one alone is in the middle."""
    if not points:
        return []
    first, last = points[0][0].timestamp(), points[-1][0].timestamp()
    span = last - first
    return [
        QPointF(
            box.left() + box.width() * ((at.timestamp() - first) / span if span > 0 else 0.5),
            box.bottom() - box.height() * (min(1.0, max(0.0, share)) - floor) / (1.0 - floor),
        )
        for at, share in points
    ]


class ScoreLine(QWidget):
    """Left and right walk over the points, Enter and a click choose one: `chosen` tells its index."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.points: tuple[Point, ...] = ()
        self.target: float | None = None
        self._zone: tzinfo | None = None
        self.at = -1  # of the point that is pointed at
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        themes.changed.connect(self.update)

    def show_points(self, points: Sequence[Point], target: float | None, zone: tzinfo | None = None) -> None:
        """Show scores (aware time, share 0..1) in time order, and the target; None: there is none.

        `zone` is that of the plant's clock; None: this computer's.
        """
        self._zone = zone
        self.points, self.target, self.at = tuple(sorted(points, key=lambda one: one[0])), target, -1
        self._name()
        self.update()

    def words(self, index: int) -> str:
        """What is known of one point."""
        at, share = self.points[index]
        return f"{moment(at.timestamp(), 0.0, self._zone)[:16]} · {percent(share, 0)}"

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(360, 190)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(180, 90)

    def nearest(self, point: QPointF) -> int:
        """The index of the point that is meant by a place; -1 where none is near."""
        box = plot_box(QRectF(self.rect()))
        if not self.points or not box.adjusted(-NEAR, -NEAR, NEAR, NEAR).contains(point):
            return -1
        found = places(self.points, box, floor_of(self.points, self.target))
        index = min(range(len(found)), key=lambda i: abs(found[i].x() - point.x()))
        return index if abs(found[index].x() - point.x()) <= NEAR else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._point_at(self.nearest(event.position()))
        QToolTip.showText(event.globalPosition().toPoint(), tip(self.words(self.at) if self.at >= 0 else ""), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        index = self.nearest(event.position())
        if index >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(index)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        super().leaveEvent(event)
        if not self.hasFocus():
            self._point_at(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        super().focusInEvent(event)
        if self.at < 0 and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._point_at(len(self.points) - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        last = len(self.points) - 1
        keys = Qt.Key
        there = self.at if self.at >= 0 else last
        steps: dict[int, int] = {
            keys.Key_Left: there - 1,
            keys.Key_Right: there + 1,
            keys.Key_Home: 0,
            keys.Key_End: last,
        }
        wanted = steps.get(event.key())
        if wanted is not None and self.points:
            self._point_at(min(last, max(0, wanted)))
        elif event.key() in (keys.Key_Return, keys.Key_Enter, keys.Key_Space) and self.at >= 0:
            self.chosen.emit(self.at)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._name()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            area = QRectF(self.rect())
            inks = (color("border"), color("accent"), color("good"), color("text_muted"))
            paint_line(painter, area, self.points, self.target, inks, font(11))
            if 0 <= self.at < len(self.points):
                spot = places(self.points, plot_box(area), floor_of(self.points, self.target))[self.at]
                painter.setPen(QPen(color("text"), 2))
                painter.setBrush(color("accent"))
                painter.drawEllipse(spot, 5, 5)
                self._paint_words(painter, area, spot)
            if self.hasFocus():
                ring(painter, area)

    def _paint_words(self, painter: QPainter, area: QRectF, spot: QPointF) -> None:
        words = self.words(self.at)
        wide, tall = painter.fontMetrics().horizontalAdvance(words) + 14.0, 20.0
        x = min(max(spot.x() - wide / 2, area.left() + 2), area.right() - wide - 2)
        y = spot.y() - tall - 9 if spot.y() - tall - 9 > area.top() else spot.y() + 9
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("raised"))
        box = QRectF(x, y, wide, tall)
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(color("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _point_at(self, index: int) -> None:
        if index != self.at:
            self.at = index
            self._name()
            self.update()

    def _name(self) -> None:
        translate = QCoreApplication.translate
        self.setAccessibleName(translate("ScoreLine", "Score over time"))
        if 0 <= self.at < len(self.points):
            self.setAccessibleDescription(self.words(self.at))
            return
        words = [self.words(i) for i in range(max(0, len(self.points) - 6), len(self.points))]
        target = [] if self.target is None else [translate("ScoreLine", "target {0}").format(percent(self.target, 0))]
        self.setAccessibleDescription("; ".join([*words, *target]))


def paint_line(
    painter: QPainter,
    area: QRectF,
    points: Sequence[Point],
    target: float | None,
    inks: tuple[QColor, QColor, QColor, QColor],
    face: QFont,
) -> None:
    """Draw scales, target and line into an area; inks of grid, line, target and words."""
    grid, line, aim, words = inks
    box, floor = plot_box(area), floor_of(points, target)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(face)
    steps = round((1.0 - floor) * 5)
    for step in range(steps + 1):
        share = floor + step / 5
        y = box.bottom() - box.height() * step / steps
        painter.setPen(QPen(grid, 1))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
        painter.setPen(words)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(area.left(), y - 9, LEFT - 8, 18), int(side), percent(share, 0))
    if not points:
        return
    if target is not None:
        y = box.bottom() - box.height() * (target - floor) / (1.0 - floor)
        painter.setPen(QPen(aim, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
    painter.setPen(words)
    ends = [(points[0][0], Qt.AlignmentFlag.AlignLeft), (points[-1][0], Qt.AlignmentFlag.AlignRight)]
    for at, where in ends if len(points) > 1 else [(points[0][0], Qt.AlignmentFlag.AlignHCenter)]:
        foot = QRectF(box.left(), box.bottom() + 3, box.width(), BOTTOM - 3)
        painter.drawText(foot, int(where | Qt.AlignmentFlag.AlignVCenter), _day(at))
    spots = places(points, box, floor)
    painter.setPen(QPen(line, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(spots))
    if len(spots) <= DOTS_MOST:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(line)
        for spot in spots:
            painter.drawEllipse(spot, 3, 3)


def _day(at: datetime) -> str:
    return at.astimezone().date().isoformat()
