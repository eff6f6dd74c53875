"""How old the open cards are in their column, against how long cards stayed there before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.domain.order_figures import Case, ColumnAge
from console.domain.order_traces import Trace
from widgets.orderfigures.axes import left_axis
from widgets.orderfigures.words import axis_step, cases, too_few, translate
from widgets.orders.naming import column_word
from widgets.plain import plain, tip
from widgets.theme import color, font, themes
from widgets.times import span

LEFT, TOP, FOOT = 76, 12, 38
NEAR = 7.0
DOTS = 15  # beside each other


class AgeChart(QWidget):
    """`picked` carries the id of the order that was pressed."""

    picked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._ages: tuple[ColumnAge, ...] = ()
        self._orders: Mapping[str, Trace] = {}
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    def show_ages(self, ages: Sequence[ColumnAge], orders: Mapping[str, Trace]) -> None:
        """Show other cards."""
        self._ages, self._orders = tuple(ages), orders
        told = "; ".join(f"{column_word(age.column)}: {self._words(age)}" for age in self._ages)
        self.setAccessibleName(translate("orderfigures", "Open cards by their age in their column: {0}").format(told))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(520, 260)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(260, 160)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.words_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        case = self._case_at(event.position())
        if case is not None and event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(case.order)

    def words_at(self, point: QPointF) -> str:
        """What is at a point: the order there, else the column."""
        case = self._case_at(point)
        if case is not None:
            order = self._orders.get(case.order)
            return f"{plain(order.number, 60) if order is not None else case.order} · {span(case.value)}"
        area = self._area()
        place = int((point.x() - area.left()) / area.width() * len(self._ages)) if self._ages else -1
        if not 0 <= place < len(self._ages):
            return ""
        age = self._ages[place]
        return f"{column_word(age.column)}: {self._words(age)}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setFont(font(11))
            area, top = self._area(), self._top()
            left_axis(painter, area, top, axis_step(top), span)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for i, age in enumerate(self._ages):
                self._paint_column(painter, area, top, i, age)

    def _paint_column(self, painter: QPainter, area: QRectF, top: float, i: int, age: ColumnAge) -> None:
        wide = area.width() / len(self._ages)
        left = area.left() + i * wide
        old = [self._place(case, i, n) for n, case in enumerate(age.cards) if age.past and case.value > age.past]
        young = [self._place(case, i, n) for n, case in enumerate(age.cards) if not age.past or case.value <= age.past]
        for role, points in (("accent", young), ("warning", old)):
            pen = QPen(color(role), 6.0 if len(age.cards) < 200 else 3.5)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(QPolygonF(points))
        if age.past is not None and age.past <= top:
            y = area.bottom() - age.past / top * area.height()
            painter.setPen(QPen(color("text"), 1.5))
            painter.drawLine(QPointF(left + 6, y), QPointF(left + wide - 6, y))
        painter.setPen(color("text_muted"))
        middle = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        metrics = painter.fontMetrics()
        for row, words in enumerate((column_word(age.column), self._short(age))):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(wide) - 6)
            painter.drawText(QRectF(left, area.bottom() + 4 + row * 15, wide, 16), middle, shown)

    def _place(self, case: Case, column: int, n: int) -> QPointF:
        area = self._area()
        wide = area.width() / len(self._ages)
        shift = (n % DOTS - DOTS // 2) / DOTS * 0.7  # cards of like age stand beside each other
        x = area.left() + (column + 0.5 + shift) * wide
        return QPointF(x, area.bottom() - case.value / self._top() * area.height())

    def _case_at(self, point: QPointF) -> Case | None:
        best, near = None, NEAR
        for i, age in enumerate(self._ages):
            for n, case in enumerate(age.cards):
                place = self._place(case, i, n)
                away = max(abs(place.x() - point.x()), abs(place.y() - point.y()))
                if away < near:
                    best, near = case, away
        return best

    def _top(self) -> float:
        oldest = max((age.cards[0].value for age in self._ages if age.cards), default=0.0)
        return max(oldest * 1.05, max((age.past or 0.0 for age in self._ages), default=0.0) * 1.15, 60.0)

    def _short(self, age: ColumnAge) -> str:
        past = span(age.past) if age.past is not None else too_few()
        return translate("orderfigures", "{0} open · 85 %: {1}").format(len(age.cards), past)

    def _words(self, age: ColumnAge) -> str:
        return f"{self._short(age)} ({cases(age.n)})"

    def _area(self) -> QRectF:
        return QRectF(LEFT, TOP, max(60, self.width() - LEFT - 10), max(40, self.height() - TOP - FOOT))
