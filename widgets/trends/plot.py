"""One plot: a pen over the shared time axis, with its limits, what is compared, and the cursors."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, isfinite, log10
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.cards import RADIUS
from widgets.plain import plain
from widgets.theme import color, font, themes
from widgets.trends.axis import marks
from widgets.trends.curves import Curve, lines, polygon
from widgets.trends.legend import clipped, stroke_of
from widgets.trends.naming import known, limits_word, newest_word, pen_word, place_of, place_word, value_word, with_unit
from widgets.trends.stateband import band_value, paint_band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from widgets.trends.model import Pen, TrendModel

SIDE, TOP, BOTTOM = 14, 30, 8  # pixels of a card around its plot
REACH = 2.0  # extents of the values within which a limit is drawn too
PAD = 0.08  # of the extent, above and below
NEAR = 4  # pixels a point from which lines are smoothed
CALL = 52  # of 255: how much of its colour the band of a call has


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to pixels of a plot that is `tall`."""

    low: float
    high: float
    tall: float

    def y(self, value: float) -> float:
        """Where a value stands, from the top."""
        return self.tall - (value - self.low) * self.tall / (self.high - self.low)


class Plot(QWidget):
    """Made once for every place in the stack; `show_pen` says what it draws. Painted again only when that changed."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.pen: Pen | None = None
        self.bands: list[tuple[float, float, str]] = []  # when calls were open: from, to, role of their colour
        self.painted = 0  # how often the lines were drawn, for the tests and the measurements
        self._base: QPixmap | None = None
        self._said = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        themes.changed.connect(self.draw_again)

    def show_pen(self, pen: Pen) -> None:
        """Draw this pen from now on."""
        if pen != self.pen:
            self.pen = pen
            self.setAccessibleName(pen_word(self._model, pen.id))
            self.draw_again()

    def draw_again(self) -> None:
        """The lines are not true any more."""
        self._base = None
        self.update()

    def inner(self) -> QRect:
        """Where the lines are drawn."""
        return self.rect().adjusted(SIDE, TOP, -SIDE, -BOTTOM)

    def say_value(self) -> None:
        """Paint the title again if the value in it is another."""
        said = self._value()
        if said != self._said:
            self._base = self._base if self._base is None else self._titled(self._base, said)
            self.update(0, 0, self.width(), TOP)

    def scale(self) -> Scale:
        """The axis of values: as the pen says, else what is seen and the limits that are near."""
        pen, model, inner = self.pen, self._model, self.inner()
        assert pen is not None
        found = [one for one in (self._extent(curve, shift) for shift, curve in self._curves()) if one is not None]
        low, high = (min(a for a, _ in found), max(b for _, b in found)) if found else (None, None)
        signal = known(model, pen.id)
        told = (signal.low, signal.high, model.target(pen.id)) if signal else ()
        limits = [one for one in told if one is not None and isfinite(one)]
        if low is None or high is None:
            low, high = (min(limits), max(limits)) if limits else (0.0, 1.0)
        reach = REACH * (high - low)
        near = [one for one in limits if low - reach <= one <= high + reach]
        low, high = min([low, *near]), max([high, *near])
        pad = PAD * (high - low) * (1.8 if near else 1.0) or max(abs(high) * 0.05, 0.5)
        low, high = low - pad, high + pad
        low = pen.low if pen.low is not None else low
        high = pen.high if pen.high is not None else high
        return Scale(low, high if high > low else low + max(abs(low) * 1e-6, 1e-9), float(max(inner.height(), 1)))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        if self._base is None and self.pen is not None:
            self._base = self._drawn()
        painter = QPainter(self)
        if self._base is not None:
            painter.drawPixmap(0, 0, self._base)
        self._cursors(painter)

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        base = QPixmap(max(ceil(self.width() * ratio), 1), max(ceil(self.height() * ratio), 1))
        base.setDevicePixelRatio(ratio)
        base.fill(color("window"))
        painter = QPainter(base)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._title(painter, self._value())
        inner = self.inner()
        painter.translate(inner.topLeft())
        painter.setClipRect(0, 0, inner.width(), inner.height())
        painter.fillRect(0, 0, inner.width(), inner.height(), color("window"))
        self._body(painter, inner.width(), inner.height())
        painter.end()
        self.painted += 1
        return base

    def _body(self, painter: QPainter, wide: int, tall: int) -> None:
        pen, model = self.pen, self._model
        assert pen is not None
        self._grid(painter, wide, tall)
        states = model.states(pen.id)
        if states is not None:
            self._calls(painter, wide, tall)
            paint_band(painter, QRectF(0, 0, wide, tall), states, model.start, model.pixel_of(wide), pen.color)
            return
        if model.curve(pen.id) is None:
            self._nothing(painter, wide, tall)
            return
        scale = self.scale()
        self._limits(painter, scale, wide)
        self._levels(painter, scale, wide)
        self._calls(painter, wide, tall)
        curves = self._curves()
        self._gaps(painter, curves[0][1], wide, tall)
        for shift, curve in reversed(curves):
            self._line(painter, scale, curve, shift, wide)
        self._bad(painter, scale, curves[0][1], wide)
        self._values(painter, scale)

    def _curves(self) -> list[tuple[float, Curve]]:
        """The pen's line and those it is compared with, by how much earlier they are."""
        assert self.pen is not None
        shifts = (0.0, *(one.shift for one in self._model.compared))
        found = ((shift, self._model.curve(self.pen.id, shift)) for shift in shifts)
        return [(shift, curve) for shift, curve in found if curve is not None]

    def _extent(self, curve: Curve, shift: float) -> tuple[float, float] | None:
        return curve.extent(self._model.start - shift, self._model.end - shift)

    def _grid(self, painter: QPainter, wide: int, tall: int) -> None:
        painter.setPen(QPen(color("surface"), 1))
        pixel = self._model.pixel_of(wide)
        for at, _ in marks(self._model, wide):
            x = round((at - self._model.start) / pixel)
            painter.drawLine(x, 0, x, tall)

    def _calls(self, painter: QPainter, wide: int, tall: int) -> None:
        """When calls were open at the stations of the pens."""
        pixel = self._model.pixel_of(wide)
        for since, until, role in self.bands:
            left, right = (min(max((at - self._model.start) / pixel, -1.0), wide + 1.0) for at in (since, until))
            if right > left:
                ink = color(role)
                ink = QColor(ink.red(), ink.green(), ink.blue(), CALL)
                painter.fillRect(QRectF(left, 0, max(right - left, 1.0), tall), ink)

    def _gaps(self, painter: QPainter, curve: Curve, wide: int, tall: int) -> None:
        """Where nothing is known: striped, over everything but the lines."""
        pixel = self._model.pixel_of(wide)
        for since, until in curve.window.gaps.tolist():
            left, right = ((at - self._model.start) / pixel for at in (since, until))
            if right > 0 and left < wide:
                area = QRectF(max(left, -1.0), 0, max(min(right, wide + 1.0) - max(left, -1.0), 1), tall)
                painter.fillRect(area, color("window"))
                painter.fillRect(area, QBrush(color("no_data_stripe"), Qt.BrushStyle.BDiagPattern))

    def _limits(self, painter: QPainter, scale: Scale, wide: int) -> None:
        assert self.pen is not None
        signal = known(self._model, self.pen.id)
        red = QColor(color("stopped"))
        red.setAlpha(34 if themes.current.name == "dark" else 26)
        if signal is not None and signal.high is not None and signal.high < scale.high:
            painter.fillRect(QRectF(0, 0, wide, scale.y(signal.high)), red)
        if signal is not None and signal.low is not None and signal.low > scale.low:
            y = scale.y(signal.low)
            painter.fillRect(QRectF(0, y, wide, scale.tall - y), red)
        target = self._model.target(self.pen.id)
        if target is not None:
            painter.setPen(QPen(color("good"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(0, round(scale.y(target)), wide, round(scale.y(target)))

    def _levels(self, painter: QPainter, scale: Scale, wide: int) -> None:
        painter.setPen(QPen(color("surface"), 1))
        for level in levels(scale.low, scale.high, max(1, round(scale.tall / 44))):
            y = round(scale.y(level))
            painter.drawLine(0, y, wide, y)

    def _values(self, painter: QPainter, scale: Scale) -> None:
        """What the lines across mean, over everything that is drawn."""
        painter.setFont(font(11))
        ground = QColor(color("window"))
        ground.setAlpha(170)
        painter.setPen(color("text_muted"))
        for level in levels(scale.low, scale.high, max(1, round(scale.tall / 44))):
            y, words = scale.y(level), value_word(level)
            if 7 <= y <= scale.tall - 5:
                painter.fillRect(QRectF(2, y - 6, painter.fontMetrics().horizontalAdvance(words) + 4, 12), ground)
                painter.drawText(QPointF(4, y + 4), words)

    def _line(self, painter: QPainter, scale: Scale, curve: Curve, shift: float, wide: int) -> None:
        assert self.pen is not None
        model, pixel = self._model, self._model.pixel_of(wide)
        ink = QColor(color(f"pen_{self.pen.color}"))
        style = Qt.PenStyle.SolidLine
        if shift:
            ink.setAlpha(150)
            style = stroke_of(model, shift)
        painter.setPen(QPen(ink, 1, style))
        times, values = clipped(model, shift, *curve.cut(model.start - shift, model.end - shift))
        x, v, parts = lines(times, values, model.start - shift, pixel, wide)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not shift and len(x) * NEAR < wide)
        y = scale.tall - (v - scale.low) * (scale.tall / (scale.high - scale.low))
        for a, b in parts:
            if b - a == 1:  # a value alone is a point that can be seen
                painter.fillRect(QRectF(x[a] - 1, float(np.clip(y[a], -9, scale.tall + 9)) - 1, 2, 2), ink)
            else:
                painter.drawPolyline(polygon(x[a:b], y[a:b]))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if not shift and curve.sampled:
            self._known_last(painter, scale, curve, pixel, wide)

    def _known_last(self, painter: QPainter, scale: Scale, curve: Curve, pixel: float, wide: int) -> None:
        """Where one value is all there is, dots say that nothing newer is known."""
        model = self._model
        since, last = curve.times[-1:].tolist(), curve.last(model.end)
        inside = int(np.searchsorted(curve.times, model.end) - np.searchsorted(curve.times, model.start))
        if last is None or inside > 1 or not since or since[0] >= model.end:
            return
        left = max(0.0, (since[0] - model.start) / pixel)
        right = min(float(wide), (model.console.now() - model.start) / pixel)
        gaps = curve.window.gaps
        right = min([right, *((a - model.start) / pixel for a in gaps[:, 0].tolist() if a >= since[0])])
        pen = QPen(painter.pen())
        pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        y = round(scale.y(last))
        if right > left:
            painter.drawLine(round(left), y, round(right), y)

    def _bad(self, painter: QPainter, scale: Scale, curve: Curve, wide: int) -> None:
        """Samples whose sender calls them bad: crosses, kept inside of the plot."""
        times, pixel = curve.bad_times, self._model.pixel_of(wide)
        a, b = np.searchsorted(times, (self._model.start, self._model.end))
        if b <= a:
            return
        painter.setPen(QPen(color("bad"), 1))
        columns = ((times[a:b] - self._model.start) / pixel).round().astype(np.int64)
        for i in np.unique(columns, return_index=True)[1].tolist():
            value = float(curve.bad_values[a + i])
            y = round(min(max(scale.y(value), 4), scale.tall - 4)) if isfinite(value) else round(scale.tall - 4)
            x = int(columns[i])
            painter.drawLine(x - 3, y - 3, x + 3, y + 3)
            painter.drawLine(x - 3, y + 3, x + 3, y - 3)

    def _nothing(self, painter: QPainter, wide: int, tall: int) -> None:
        assert self.pen is not None
        trouble = self._model.trouble(self.pen.id)
        if self._model.console.trends is None:
            trouble = self.tr("This console keeps no history.")
        elif trouble:
            trouble = self.tr("The history cannot be read just now: {0}").format(trouble)
        painter.setPen(color("warning"))
        painter.setFont(font(12))
        shown = painter.fontMetrics().elidedText(plain(trouble), Qt.TextElideMode.ElideRight, wide - 20)
        painter.drawText(QRectF(10, 0, wide - 20, tall), int(Qt.AlignmentFlag.AlignVCenter), shown)

    # The title

    def _value(self) -> str:
        """Live what was heard last, frozen what is drawn last."""
        assert self.pen is not None
        model, id = self._model, self.pen.id
        if model.live:
            return newest_word(model, id)
        states = model.states(id)
        if states is not None:
            return value_word(band_value(states, model.end))
        curve = model.curve(id)
        return with_unit(model, id, curve.last(model.end) if curve is not None else None)

    def _titled(self, base: QPixmap, value: str) -> QPixmap:
        painter = QPainter(base)
        painter.fillRect(QRect(2, 4, self.width() - 4, TOP - 5), color("surface"))
        self._title(painter, value)
        painter.end()
        return base

    def _title(self, painter: QPainter, value: str) -> None:
        assert self.pen is not None
        self._said = value
        model, id, right = self._model, self.pen.id, self.width() - SIDE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color(f"pen_{self.pen.color}"))
        painter.drawEllipse(QPointF(SIDE + 5, TOP / 2 + 1), 5, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        signal = model.signal(id)
        there = signal is not None or ":" in id
        rest = [limits_word(known(model, id)), place_word(model.console, place_of(id))]
        if not there:
            here = place_of(id) in model.console.floor.stations or place_of(id) in model.console.floor.line_hearings
            rest.append(self.tr("not heard since the start") if here else self.tr("not in this plant any more"))
        if model.target(id) is not None:
            rest.insert(1, self.tr("target {0}").format(value_word(model.target(id))))
        if model.trouble(id) and model.curve(id) is not None:
            rest.append(self.tr("the history cannot be read just now"))
        if self.pen.low is not None or self.pen.high is not None:
            rest.append(self.tr("fixed axis"))
        x = SIDE + 18
        for words, role, size, weight in (
            (pen_word(model, id), "text", 13, 600),
            (value, "text", 15, 400),
            (" · ".join(filter(None, rest)), "text_faint", 12, 400),
        ):
            painter.setFont(font(size, weight))
            painter.setPen(color(role))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(0, right - x))
            painter.drawText(QRectF(x, 4, right - x, TOP - 6), int(Qt.AlignmentFlag.AlignVCenter), shown)
            x += painter.fontMetrics().horizontalAdvance(shown) + 12

    # Cursors

    def _cursors(self, painter: QPainter) -> None:
        inner, model = self.inner(), self._model
        pixel = model.pixel_of(inner.width())
        for at, style, word in zip(model.cursors, (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine), "AB", strict=True):
            if at is None or not model.start <= at <= model.end:
                continue
            x = inner.left() + round((at - model.start) / pixel)
            painter.setPen(QPen(color("text"), 1, style))
            painter.drawLine(x, inner.top(), x, inner.bottom())
            if None not in model.cursors:
                painter.setFont(font(10, 600))
                painter.fillRect(x + 1, inner.top(), 11, 13, color("raised"))
                painter.drawText(x + 3, inner.top() + 10, word)


def levels(low: float, high: float, count: int) -> Sequence[float]:
    """At most about so many round values between two others."""
    size = (high - low) / max(count, 1)
    if not isfinite(size) or size <= 0:
        return ()
    power = 10.0 ** floor(log10(size))
    step = next((power * times for times in (1, 2, 5, 10) if power * times >= size), power * 10)
    first = ceil(low / step)
    return [round(n * step, 12) for n in range(first, min(floor(high / step), first + 20) + 1)]
