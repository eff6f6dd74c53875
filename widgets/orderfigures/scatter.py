"""Each completed order as a point: when it was finished, and how long it took; with the lines of the quantiles."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import tzinfo

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.domain.order_figures import Case, Spread, Stretch
from console.domain.order_traces import Trace
from widgets.orderfigures.axes import bottom_axis, left_axis
from widgets.orderfigures.words import axis_step, time_words, translate
from widgets.plain import plain, tip
from widgets.theme import color, font, themes
from widgets.times import span

LEFT, TOP, RIGHT, FOOT = 76, 12, 134, 24
NEAR = 8.0  # pixels
FEW = 1500  # more points are painted smaller


class Scatter(QWidget):
    """`picked` carries the id of the order that was pressed."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._spread, self._stretch = Spread(), Stretch(0.0, 1.0)
        self._orders: Mapping[str, Trace] = {}
        self._zone: tzinfo | None = None
        self._cases: list[tuple[float, float, str]] = []  # by time: when, how long, which
        self._times: list[float] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        themes.changed.connect(self.update)

    def show_spread(self, spread: Spread, stretch: Stretch, orders: Mapping[str, Trace], zone: tzinfo) -> None:
        """Show other orders."""
        self._spread, self._stretch, self._orders, self._zone = spread, stretch, orders, zone
        cases = spread.cases
        self._cases = sorted(zip(cases.times, cases.values, cases.orders, strict=True))
        self._times = [at for at, _, _ in self._cases]
        words = translate("orderfigures", "Every completed order by when it was finished and how long it took; {0}")
        told = [f"{name} {span(value)}" for value, name in self._lines()]
        self.setAccessibleName(words.format("; ".join(told) or translate("orderfigures", "too few")))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(520, 300)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(260, 150)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            case = self.case_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self._told(case)) if case is not None else "", self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        case = self.case_at(event.position())
        if case is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(case.order)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        there = self.case_at(event.position()) is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if there else Qt.CursorShape.ArrowCursor)

    def case_at(self, point: QPointF) -> Case | None:
        """The order that is nearest to a point, None where none is near."""
        area = self._area()
        each = self._stretch.seconds / max(1.0, area.width())
        at = self._stretch.start + (point.x() - area.left()) * each
        low, high = bisect_left(self._times, at - NEAR * each), bisect_right(self._times, at + NEAR * each)
        best, near = None, NEAR
        for at, value, order in self._cases[low:high]:
            case = Case(order, value, at)
            place = self._place(case, area)
            away = max(abs(place.x() - point.x()), abs(place.y() - point.y()))
            if away < near:
                best, near = case, away
        return best

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setFont(font(11))
            area = self._area()
            left_axis(painter, area, self._top(), axis_step(self._top()), span)
            bottom_axis(painter, area, self._stretch.start, self._stretch.end, self._zone)
            self._paint_points(painter, area)
            self._paint_lines(painter, area)

    def _paint_points(self, painter: QPainter, area: QRectF) -> None:
        few = len(self._cases) < FEW
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, few)
        pen = QPen(color("accent"), 5.0 if few else 2.0)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if few else Qt.PenCapStyle.SquareCap)
        painter.setPen(pen)
        painter.setOpacity(0.8 if few else 0.6)
        left, bottom, high = area.left(), area.bottom(), area.height() / self._top()
        start, wide = self._stretch.start, area.width() / max(self._stretch.seconds, 1.0)
        points = [QPointF(left + (at - start) * wide, bottom - value * high) for at, value, _ in self._cases]
        painter.drawPoints(QPolygonF(points))
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _paint_lines(self, painter: QPainter, area: QRectF) -> None:
        taken = area.bottom() + 20
        for value, name in self._lines():
            y = area.bottom() - value / self._top() * area.height()
            painter.setPen(QPen(color("warning" if value == self._spread.sure else "text_muted"), 1.2))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(color("text_muted"))
            low = min(y + 4, taken - 13)
            painter.drawText(QPointF(area.right() + 6, low), f"{name} {span(value)}")
            taken = low

    def _lines(self) -> list[tuple[float, str]]:
        found = self._spread
        if found.median is None or found.sure is None or found.surer is None:
            return []
        return [(found.median, "50 %"), (found.sure, "85 %"), (found.surer, "95 %")]

    def _top(self) -> float:
        return max(self._spread.cases.values[0] * 1.04 if self._spread.cases else 0.0, 60.0)

    def _place(self, case: Case, area: QRectF) -> QPointF:
        x = area.left() + (case.at - self._stretch.start) / max(self._stretch.seconds, 1.0) * area.width()
        return QPointF(x, area.bottom() - case.value / self._top() * area.height())

    def _area(self) -> QRectF:
        return QRectF(LEFT, TOP, max(40, self.width() - LEFT - RIGHT), max(40, self.height() - TOP - FOOT))

    def _told(self, case: Case) -> str:
        order = self._orders.get(case.order)
        zone = self._zone
        when = time_words(case.at, zone) if zone is not None else ""
        name = plain(f"{order.number} · {order.product}", 80) if order is not None else case.order
        return f"{name}\n{span(case.value)} · {when}"
