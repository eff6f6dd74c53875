"""A control chart painted: points, center, limits and zones of each phase, and the points that break a rule."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

import numpy as np
from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.domain.control_charts import ChartKind, Grouping
from console.history.control_drawn import Drawn
from console.history.control_limits import Lines
from widgets.control.words import amount, rule_words, said
from widgets.plain import plain, tip
from widgets.theme import color, font, ring, themes
from widgets.times import clock

MOST = 1000  # points that are drawn, the newest
LEFT, RIGHT, TOP, FOOT, BETWEEN = 76, 80, 16, 18, 22
BELOW = QT_TRANSLATE_NOOP("control", "Rule 1 on the lower chart: the spread is beyond its limit")
NAME = 13  # pixels from one name of a limit to the next at least
NEAR = 12  # pixels within which the mouse means a point


class ChartView(QWidget):
    """Points are as far apart as there is room; Left and Right choose one, Ctrl with them the next that is out."""

    chosen = Signal(int)  # number of a point, -1 = none

    def __init__(self, small: bool = False) -> None:
        super().__init__()
        self._small = small
        self._drawn: Drawn | None = None
        self._zone: tzinfo | None = None
        self._unit = self._note = ""
        self._first = 0  # of the points that are drawn
        self.point = -1
        self.pen = 0  # colour of the line: pen_0 … pen_7
        self.setMouseTracking(not small)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if small else Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    # What is shown

    def show_chart(self, drawn: Drawn | None, zone: tzinfo | None, unit: str = "", note: str = "") -> None:
        """Show another chart, or the same further on; `note` stands in its place where there is none."""
        at = self.time_of(self.point)
        self._drawn, self._zone, self._unit, self._note = drawn, zone, unit, note
        count = len(drawn.points) if drawn is not None else 0
        self._first = max(0, count - MOST)
        self.point = -1
        if at is not None and drawn is not None and count:
            near = int(np.argmin(np.abs(drawn.points.times - at)))
            self.point = near if abs(float(drawn.points.times[near]) - at) < 1e-6 else -1
        self.update()

    def time_of(self, point: int) -> float | None:
        """When a point was, seconds UTC."""
        if self._drawn is None or not 0 <= point < len(self._drawn.points):
            return None
        return float(self._drawn.points.times[point])

    def choose(self, point: int) -> None:
        """Choose a point; -1 = none."""
        count = len(self._drawn.points) if self._drawn is not None else 0
        point = point if self._first <= point < count else -1
        if point != self.point:
            self.point = point
            self.chosen.emit(point)
            self.update()

    def words_of(self, point: int) -> str:
        """What there is to say of a point."""
        drawn = self._drawn
        at = self.time_of(point)
        if drawn is None or at is None:
            return ""
        step = float(drawn.main.sd[point])
        parts = [clock(at, self._zone), f"{amount(float(drawn.main.values[point]), step)} {self._unit}".strip()]
        if drawn.points.labels and point < len(drawn.points.labels):
            parts.insert(1, plain(drawn.points.labels[point], 40))
        if drawn.points.sizes[point] != 1:
            parts.append(f"n {drawn.points.sizes[point]:.0f}")
        lines = [" · ".join(parts), *(rule_words(rule) for rule in drawn.broken_at(point))]
        if drawn.spread_fired[point]:
            lines.append(said(BELOW))
        return "\n".join(lines)

    # Events

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, 130) if self._small else QSize(640, 360)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, 110) if self._small else QSize(300, 220)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        count = len(self._drawn.points) if self._drawn is not None else 0
        if self._small or not count or (not step and event.key() not in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Home:
            self.choose(self._first)
        elif event.key() == Qt.Key.Key_End or self.point < 0:
            self.choose(count - 1)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._next_out(step)
        else:
            self.choose(min(max(self.point + step, self._first), count - 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._small:
            super().mousePressEvent(event)
        else:
            self.choose(self._at(event.position().x()))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.words_of(self._at(float(event.pos().x())))), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self.update()
        super().focusOutEvent(event)

    def _next_out(self, step: int) -> None:
        assert self._drawn is not None
        out = np.flatnonzero(self._drawn.out)
        rest = out[out > self.point] if step > 0 else out[out < self.point][::-1]
        if len(rest):
            self.choose(int(rest[0]))

    # Where things are

    def _areas(self) -> tuple[QRectF, QRectF]:
        """Of the upper and of the lower chart; the second is empty where there is none."""
        told = self._drawn is not None and any(limit is not None for limit in _specs(self._drawn))
        left, right = (8, 8) if self._small else (LEFT if told else 14, RIGHT)
        whole = QRectF(self.rect()).adjusted(left, 6 if self._small else TOP, -right, -4 if self._small else -FOOT)
        if self._small or self._drawn is None or self._drawn.spread is None:
            return whole, QRectF()
        high = (whole.height() - BETWEEN) * 0.64
        upper = QRectF(whole.left(), whole.top(), whole.width(), high)
        return upper, QRectF(whole.left(), upper.bottom() + BETWEEN, whole.width(), whole.height() - high - BETWEEN)

    def _step(self) -> float:
        assert self._drawn is not None
        return self._areas()[0].width() / max(1, len(self._drawn.points) - self._first)

    def _x(self, point: float) -> float:
        return self._areas()[0].left() + (point - self._first + 0.5) * self._step()

    def _at(self, x: float) -> int:
        if self._drawn is None or not len(self._drawn.points):
            return -1
        point = round((x - self._areas()[0].left()) / self._step() - 0.5) + self._first
        point = min(max(point, self._first), len(self._drawn.points) - 1)
        return point if abs(self._x(point) - x) <= max(NEAR, self._step()) else -1

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setFont(font(11))
            if self._drawn is None or not len(self._drawn.points):
                painter.setPen(color("text_faint"))
                painter.setFont(font(13))
                wrap = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
                painter.drawText(self.rect().adjusted(12, 4, -12, -4), int(wrap), self._note)
            else:
                self._paint_charts(painter, self._drawn)
            if self.hasFocus():
                ring(painter, QRectF(self.rect()))

    def _paint_charts(self, painter: QPainter, drawn: Drawn) -> None:
        upper, lower = self._areas()
        fired = [drawn.broken_at(i) for i in range(self._first, len(drawn.points))]
        specs = _specs(drawn)
        self._paint(painter, upper, drawn.main, fired, specs, drawn)
        if drawn.spread is not None and not lower.isEmpty():
            spread = [(1,) if out else () for out in drawn.spread_fired[self._first :].tolist()]
            self._paint(painter, lower, drawn.spread, spread, (None, None), drawn)
        if not self._small:
            self._paint_phases(painter, upper, drawn)
            self._paint_times(painter, lower if not lower.isEmpty() else upper, drawn)
        if self.point >= self._first:
            painter.setPen(QPen(color("focus"), 1, Qt.PenStyle.DotLine))
            x = self._x(self.point)
            painter.drawLine(QPointF(x, upper.top()), QPointF(x, (lower if not lower.isEmpty() else upper).bottom()))

    def _paint(
        self,
        painter: QPainter,
        area: QRectF,
        lines: Lines,
        fired: list[tuple[int, ...]],
        specs: tuple[float | None, float | None],
        drawn: Drawn,
    ) -> None:
        painter.fillRect(area.adjusted(-2, -2, 2, 2), color("window"))
        values, center, lower, upper, sd = (part[self._first :] for part in lines)
        low, high = _range((values, lower, upper), specs)
        if not high > low:
            return
        xs = self._areas()[0].left() + (np.arange(len(values)) + 0.5) * self._step()
        ys = {
            name: area.bottom() - (part - low) / (high - low) * area.height()
            for name, part in (("v", values), ("c", center), ("l", lower), ("u", upper))
        }
        sure = np.zeros(len(values), bool)
        for phase in drawn.phases:
            sure[max(phase.begin - self._first, 0) : max(phase.end - self._first, 0)] = phase.settled
        painter.save()
        painter.setClipRect(area.adjusted(-3, -TOP, 3, 3))
        if not self._small:
            for sigmas in (-2, -1, 1, 2):
                zone = area.bottom() - (center + sigmas * sd - low) / (high - low) * area.height()
                self._steps(painter, xs, zone, QPen(color("border"), 1, Qt.PenStyle.DotLine))
        for limit in specs:
            if limit is not None and low <= limit <= high:
                y = area.bottom() - (limit - low) / (high - low) * area.height()
                painter.setPen(QPen(color("warning"), 1, Qt.PenStyle.DashDotLine))
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        for name, role in (("l", "bad"), ("u", "bad"), ("c", "good")):
            style = Qt.PenStyle.SolidLine if name == "c" else Qt.PenStyle.DashLine
            self._steps(painter, xs, np.where(sure, ys[name], np.nan), QPen(color(role), 1, style))
            self._steps(painter, xs, np.where(sure, np.nan, ys[name]), QPen(color("text_faint"), 1, style))
        self._curve(painter, xs, ys["v"], drawn.points.breaks[self._first :])
        self._points(painter, xs, ys["v"], fired, area)
        painter.restore()
        if not self._small:
            self._labels(painter, area, (low, high), (values, center, lower, upper, sd), specs)

    def _steps(self, painter: QPainter, xs: np.ndarray, ys: np.ndarray, pen: QPen) -> None:
        """A line that stays as high as it is for each point."""
        painter.setPen(pen)
        half = self._step() / 2
        edges = np.flatnonzero(np.append(True, ~np.isclose(ys[1:], ys[:-1], equal_nan=True)))
        for begin, end in zip(edges.tolist(), [*edges[1:].tolist(), len(ys)], strict=True):
            if np.isfinite(ys[begin]):
                y = float(ys[begin])
                painter.drawLine(QPointF(xs[begin] - half, y), QPointF(xs[end - 1] + half, y))

    def _curve(self, painter: QPainter, xs: np.ndarray, ys: np.ndarray, breaks: np.ndarray) -> None:
        painter.setPen(QPen(color(f"pen_{self.pen}"), 1))
        cuts = np.flatnonzero(breaks | ~np.isfinite(ys)).tolist()
        for begin, end in zip([0, *cuts], [*cuts, len(ys)], strict=True):
            dots = [
                QPointF(x, y) for x, y in zip(xs[begin:end].tolist(), ys[begin:end].tolist(), strict=True) if y == y
            ]
            if len(dots) > 1:
                painter.drawPolyline(QPolygonF(dots))

    def _points(
        self, painter: QPainter, xs: np.ndarray, ys: np.ndarray, fired: list[tuple[int, ...]], area: QRectF
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        dots = self._step() >= 5 and not self._small
        size = 2.5 if self._small else 4.0
        before, room = -1, -100.0
        for x, y, rules in zip(xs.tolist(), ys.tolist(), fired, strict=True):
            if y != y:
                continue
            if rules:
                painter.setBrush(color("bad"))
                corners = ((-size, 0.0), (0.0, -size), (size, 0.0), (0.0, size))
                painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in corners]))
                if not self._small and (x - room >= 40 or (rules[0] != before and x - room >= 11)):
                    before, room = rules[0], x
                    self._number(painter, x, y, rules[0], area)
            elif dots:
                painter.setBrush(color(f"pen_{self.pen}"))
                painter.drawEllipse(QPointF(x, y), 2.0, 2.0)

    def _number(self, painter: QPainter, x: float, y: float, rule: int, area: QRectF) -> None:
        painter.setPen(color("bad"))
        painter.setFont(font(10, 600))
        above = y - 18 if y - 18 > area.top() - TOP else y + 4
        painter.drawText(QRectF(x - 14, above, 28, 13), int(Qt.AlignmentFlag.AlignCenter), str(rule))
        painter.setPen(Qt.PenStyle.NoPen)

    def _labels(
        self,
        painter: QPainter,
        area: QRectF,
        span: tuple[float, float],
        parts: tuple[np.ndarray, ...],
        specs: tuple[float | None, float | None],
    ) -> None:
        _, center, lower, upper, sd = parts
        low, high = span
        known = np.flatnonzero(np.isfinite(center))
        painter.setFont(font(11))
        if len(known):
            last = known[-1]
            step = float(sd[last])
            told = (
                (upper[last], "UCL", "text_muted"),
                (center[last], "CL", "text_muted"),
                (lower[last], "LCL", "text_muted"),
            )
            heights = [area.bottom() - (float(value) - low) / (high - low) * area.height() for value, _, _ in told]
            for (value, name, role), y in zip(told, apart(heights, NAME), strict=True):
                painter.setPen(color(role))
                box = QRectF(area.right() + 6, y - 8, RIGHT - 8, 16)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), f"{name} {amount(float(value), step)}")
        for limit, name in zip(specs, ("LSL", "USL"), strict=True):
            if limit is not None:
                painter.setPen(color("warning"))
                inside = low <= limit <= high
                y = area.bottom() - (limit - low) / (high - low) * area.height() if inside else 0.0
                y = y if inside else area.bottom() - 8 if limit < low else area.top() + 8
                words = f"{name} {amount(limit, abs(high - low) / 20)}"
                box = QRectF(4, y - 8, LEFT - 8, 16)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_phases(self, painter: QPainter, area: QRectF, drawn: Drawn) -> None:
        for phase in drawn.phases:
            if phase.begin > self._first and phase.begin < len(drawn.points):
                x = self._x(phase.begin - 0.5)
                painter.setPen(QPen(color("text_faint"), 1))
                painter.drawLine(QPointF(x, area.top() - 10), QPointF(x, self.height() - FOOT))
                painter.setFont(font(11))
                words = plain(phase.phase.name or phase.phase.reason, 60)
                box = QRectF(x + 4, area.top() - TOP, min(220.0, area.right() - x), 14)
                shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _paint_times(self, painter: QPainter, area: QRectF, drawn: Drawn) -> None:
        painter.setPen(color("text_faint"))
        painter.setFont(font(11))
        count = len(drawn.points)
        wide = float(drawn.points.times[-1] - drawn.points.times[self._first]) > 86400
        every = max(1, round((150 if wide else 90) / self._step()))
        for point in range(self._first, count, every):
            x = self._x(point)
            if x > area.right() - 20 and point != self._first:
                break
            words = _time_words(float(drawn.points.times[point]), self._zone, wide)
            wide_box = QRectF(max(x - 70, 0.0), area.bottom() + 3, 140, 14)
            side = Qt.AlignmentFlag.AlignHCenter if x >= 70 else Qt.AlignmentFlag.AlignLeft
            painter.drawText(wide_box, int(side), words)


def apart(heights: list[float], least: float) -> list[float]:
    """Heights from top to bottom, those around the middle one moved so far away from it that no two words overlap."""
    first, middle, last = heights
    return [min(first, middle - least), middle, max(last, middle + least)]


def _specs(drawn: Drawn) -> tuple[float | None, float | None]:
    """Specification limits hold for single values: beside means they would mislead, so they are not drawn there."""
    chart = drawn.chart
    single = chart.kind is ChartKind.I_MR and chart.grouping is Grouping.EACH and not chart.size
    return (chart.lower, chart.upper) if single else (None, None)


def _time_words(at: float, zone: tzinfo | None, wide: bool) -> str:
    if not wide:
        return clock(at, zone)
    return datetime.fromtimestamp(at, UTC).astimezone(zone).strftime("%m-%d %H:%M")


def _range(parts: tuple[np.ndarray, ...], specs: tuple[float | None, float | None]) -> tuple[float, float]:
    """What the axis shows: all of it, and specification limits where they do not make it tiny."""
    found = np.concatenate(parts)
    found = found[np.isfinite(found)]
    if not len(found):
        return 0.0, 0.0
    low, high = float(found.min()), float(found.max())
    size = (high - low) or abs(high) or 1.0
    told = [limit for limit in specs if limit is not None and low - 0.7 * size <= limit <= high + 0.7 * size]
    low, high = min([low, *told]), max([high, *told])
    pad = 0.06 * ((high - low) or size)
    return low - pad, high + pad
