"""The cumulative flow diagram: a band for each column, and a cursor that says what stood where at a time."""

from __future__ import annotations

from datetime import tzinfo

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.order_cumulative import COLUMNS, Diagram, place_of
from console.domain.orders import DONE, HOLD, PLANNED, RELEASED, RUNNING
from widgets.numbers import whole
from widgets.orderfigures.axes import bottom_axis, left_axis
from widgets.orderfigures.words import round_step, time_words, translate
from widgets.orders.naming import column_word
from widgets.theme import color, font, ring, themes
from widgets.times import span

LEFT, TOP, RIGHT, FOOT = 62, 10, 14, 24
PAGE = 10


BANDS = {PLANNED: "pen_7", RELEASED: "pen_0", RUNNING: "pen_3", HOLD: "pen_1", DONE: "not_planned"}


def band_color(column: str) -> QColor:
    """The colour of a column's band."""
    return color(BANDS[column])


class FlowChart(QWidget):
    """`cursor_moved` carries the place of the time that the cursor is on, -1: it is nowhere."""

    cursor_moved = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._diagram = Diagram()
        self._zone: tzinfo | None = None
        self._edges: dict[str, list[int]] = {}
        self.place = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    def show_diagram(self, diagram: Diagram, zone: tzinfo) -> None:
        """Show another diagram; the cursor stands at its end, or stays at the time where somebody put it."""
        before, place = self._diagram.times, self.place
        kept = before[place] if 0 <= place < len(before) - 1 else diagram.times[-1]
        self._diagram, self._zone = diagram, zone
        places = range(len(diagram.times))
        self._edges = {column: [diagram.edge(column, i) for i in places] for column in COLUMNS}
        inside = diagram.times[0] <= kept <= diagram.times[-1]
        self.move_to(place_of(diagram.times, kept) if inside else len(diagram.times) - 1)
        self.update()

    def move_to(self, place: int) -> None:
        """Put the cursor on one of the times."""
        self.place = min(max(place, 0), len(self._diagram.times) - 1)
        self.setAccessibleName(self.said())
        self.cursor_moved.emit(self.place)
        self.update()

    def said(self) -> str:
        """What stands at the cursor, in words."""
        diagram, zone = self._diagram, self._zone
        if self.place < 0 or zone is None or diagram.counts is None:
            return translate("orderfigures", "Cumulative flow diagram")
        counts = diagram.at(self.place)
        told = [f"{column_word(column)} {whole(counts[column])}" for column in COLUMNS]
        words = translate("orderfigures", "Cumulative flow diagram at {0}: {1}; arrow keys move the cursor")
        return words.format(time_words(diagram.times[self.place], zone), ", ".join(told))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(260, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        last = len(self._diagram.times) - 1
        to = {
            Qt.Key.Key_Left: self.place - 1,
            Qt.Key.Key_Right: self.place + 1,
            Qt.Key.Key_PageUp: self.place - max(1, last // PAGE),
            Qt.Key.Key_PageDown: self.place + max(1, last // PAGE),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }.get(Qt.Key(event.key()))
        if to is None or last < 0:
            super().keyPressEvent(event)
            return
        self.move_to(to)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        times, area = self._diagram.times, self._area()
        if len(times) > 1 and area.contains(QPointF(event.position().x(), area.center().y())):
            share = (event.position().x() - area.left()) / area.width()
            place = place_of(times, times[0] + share * (times[-1] - times[0]))
            if place != self.place:
                self.move_to(place)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setFont(font(11))
            if len(self._diagram.times) > 1:
                self._paint(painter)
            if self.hasFocus():
                ring(painter, QRectF(self.rect()))

    def _paint(self, painter: QPainter) -> None:
        area, times = self._area(), self._diagram.times
        top = self._top()
        left_axis(painter, area, top, round_step(top), whole)
        bottom_axis(painter, area, times[0], times[-1], self._zone)
        below = [0] * len(times)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for column in reversed(COLUMNS):
            above = self._edges[column]
            shape = self._steps(above, area, top) + self._steps(below, area, top)[::-1]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(band_color(column))
            painter.drawPolygon(QPolygonF(shape))
            below = above
        painter.setPen(QPen(color("surface"), 1))
        for column in COLUMNS[1:]:
            painter.drawPolyline(QPolygonF(self._steps(self._edges[column], area, top)))
        if self.place >= 0:
            self._paint_cursor(painter, area, top)

    def _steps(self, counts: list[int], area: QRectF, top: float) -> list[QPointF]:
        """The line of an edge, as stairs: a count holds until the next time."""
        points: list[QPointF] = []
        before = None
        for at, count in zip(self._diagram.times, counts, strict=True):
            x, y = self._x(at, area), area.bottom() - count / top * area.height()
            if before is not None and before != y:
                points.append(QPointF(x, before))
            if before != y or not points:
                points.append(QPointF(x, y))
            before = y
        points.append(QPointF(area.right(), before if before is not None else area.bottom()))
        return points

    def _paint_cursor(self, painter: QPainter, area: QRectF, top: float) -> None:
        at = self._diagram.times[self.place]
        x = self._x(at, area)
        painter.setPen(QPen(color("text"), 1.4))
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        lead = self._diagram.lead(self.place)
        if lead is None:
            return
        y = area.bottom() - self._edges[DONE][self.place] / top * area.height()
        painter.setPen(QPen(color("text"), 2, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self._x(at - lead, area), y), QPointF(x, y))
        words = span(lead)
        wide = painter.fontMetrics().horizontalAdvance(words)
        box = QRectF(max(area.left(), min(x - wide - 14, area.right() - wide - 10)), y - 22, wide + 10, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(color("text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words)

    def _top(self) -> float:
        return max(max(self._edges.get(PLANNED, [0])) * 1.05, 1.0)

    def _x(self, at: float, area: QRectF) -> float:
        times = self._diagram.times
        return area.left() + (at - times[0]) / max(times[-1] - times[0], 1e-9) * area.width()

    def _area(self) -> QRectF:
        return QRectF(LEFT, TOP, max(40, self.width() - LEFT - RIGHT), max(40, self.height() - TOP - FOOT))
