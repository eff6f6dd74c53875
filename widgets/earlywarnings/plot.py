"""The evidence of a warning drawn small: the signal around its beginning, limits, and where the line leads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from math import isfinite
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.numbers import measured
from widgets.theme import color, font, themes
from widgets.times import clock

if TYPE_CHECKING:
    from console.history.facts import Window

HIGH = 150
LEFT, FOOT = 58, 20  # pixels for numbers and times


@dataclass(frozen=True, slots=True)
class Drawn:
    """What is drawn. Seconds UTC; levels are lines across, `leads` a straight line to where it is thought to go."""

    start: float
    end: float
    began: float
    points: tuple[tuple[float, float], ...]  # not a number breaks the line
    levels: tuple[float, ...] = ()
    leads: tuple[tuple[float, float], ...] = ()


def drawn_of(window: Window, began: float, levels: tuple[float, ...], leads: tuple[tuple[float, float], ...]) -> Drawn:
    """A window of the history as points that break where nothing is known. On the reading thread."""
    times, values = window.drawn()
    points = tuple(zip(times.tolist(), values.tolist(), strict=True))
    return Drawn(window.start, max([window.end, *(at for at, _ in leads)]), began, points, levels, leads)


class EvidencePlot(QWidget):
    """Paints one `Drawn`; nothing where there is none."""

    def __init__(self) -> None:
        super().__init__()
        self.drawn: Drawn | None = None
        self.zone: tzinfo | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, HIGH)

    def show_drawn(self, drawn: Drawn | None, zone: tzinfo | None) -> None:
        """Show other evidence."""
        self.drawn, self.zone = drawn, zone
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        drawn = self.drawn
        painter = QPainter(self)
        painter.setFont(font(11))
        values = [value for _, value in drawn.points if isfinite(value)] if drawn is not None else []
        if drawn is None or not values:
            painter.setPen(color("text_faint"))
            painter.drawText(
                self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.tr("No readings are kept of this time.")
            )
            return
        self._paint(painter, drawn, values)

    def _paint(self, painter: QPainter, drawn: Drawn, values: list[float]) -> None:
        area = QRectF(self.rect()).adjusted(LEFT, 6, -8, -FOOT)
        least, most = min([*values, *drawn.levels]), max([*values, *drawn.levels])
        spare = (most - least) * 0.08 or abs(most) * 0.05 or 1.0
        low, high = least - spare, most + spare

        def at(t: float, value: float) -> QPointF:
            x = area.left() + (t - drawn.start) / max(1e-9, drawn.end - drawn.start) * area.width()
            return QPointF(x, area.bottom() - (value - low) / (high - low) * area.height())

        painter.setPen(QPen(color("border"), 1))
        painter.drawRect(area)
        painter.setPen(color("text_faint"))
        for value in (most, least):
            y = at(drawn.start, value).y()
            room = QRectF(0, y - 8, LEFT - 6, 16)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), measured(value))
        foot = QRectF(area.left(), area.bottom() + 3, area.width(), FOOT - 4)
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignLeft), clock(drawn.start, self.zone, False))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignRight), clock(drawn.end, self.zone, False))
        painter.setPen(QPen(color("warning"), 1, Qt.PenStyle.DashLine))
        for level in drawn.levels:
            painter.drawLine(at(drawn.start, level), at(drawn.end, level))
        painter.setPen(QPen(color("text_faint"), 1, Qt.PenStyle.DotLine))
        painter.drawLine(at(drawn.began, low), at(drawn.began, high))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("pen_0"), 1))
        line = QPolygonF()
        for t, value in (*drawn.points, (drawn.end, float("nan"))):
            if isfinite(value):
                line.append(at(t, value))
            elif line.count():
                painter.drawPolyline(line)
                line = QPolygonF()
        if len(drawn.leads) > 1:
            painter.setPen(QPen(color("warning"), 1, Qt.PenStyle.DashLine))
            painter.drawPolyline(QPolygonF([at(*point) for point in drawn.leads]))
