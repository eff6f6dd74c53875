"""How the values are spread, with the specification limits."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.control.words import amount
from widgets.numbers import whole
from widgets.theme import color, font, themes

Floats = npt.NDArray[np.float64]
FOOT, TOP = 18, 14


class Histogram(QWidget):
    """Bars of equal width (by the rule of Freedman and Diaconis), limits across them."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: list[int] = []
        self._edges: list[float] = []
        self._limits: tuple[float | None, float | None, float | None] = (None, None, None)
        self._step = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    def show_values(
        self, values: Floats, lower: float | None, target: float | None, upper: float | None, sigma: float
    ) -> None:
        """Show how these values are spread."""
        self._limits, self._step = (lower, target, upper), sigma
        self._counts, self._edges = bars(values)
        told = f"{amount(self._edges[0], sigma)} – {amount(self._edges[-1], sigma)}" if self._counts else ""
        name = self.tr("Histogram")
        self.setAccessibleName(f"{name} {told}")
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(260, 150)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(180, 120)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            area = QRectF(self.rect()).adjusted(4, TOP, -4, -FOOT)
            painter.fillRect(area, color("window"))
            if self._counts:
                self._paint(painter, area)

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        told = [limit for limit in self._limits if limit is not None]
        low, high = min([self._edges[0], *told]), max([self._edges[-1], *told])
        pad = 0.03 * ((high - low) or 1.0)
        low, high = low - pad, high + pad

        def x(value: float) -> float:
            return area.left() + (value - low) / (high - low) * area.width()

        most = max(self._counts)
        for count, left, right in zip(self._counts, self._edges, self._edges[1:], strict=False):
            tall = count / most * (area.height() - 4)
            bar = QRectF(x(left), area.bottom() - tall, max(1.0, x(right) - x(left) - 1), tall)
            painter.fillRect(bar, color("bar"))
        painter.setFont(font(11))
        for limit, name in zip(self._limits, ("LSL", "T", "USL"), strict=True):
            if limit is not None:
                painter.setPen(QPen(color("good" if name == "T" else "warning"), 1, Qt.PenStyle.DashDotLine))
                painter.drawLine(QPointF(x(limit), area.top()), QPointF(x(limit), area.bottom()))
                box = QRectF(min(max(x(limit) - 30, 0), self.width() - 60), 0, 60, TOP)
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), name)
        painter.setPen(color("text_faint"))
        foot = QRectF(area.left(), area.bottom() + 2, area.width(), FOOT - 2)
        ends = f"{amount(self._edges[0], self._step)} – {amount(self._edges[-1], self._step)}"
        words = self.tr("{0} values").format(whole(sum(self._counts)))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignHCenter), f"{ends} · {words}")


def bars(values: Floats) -> tuple[list[int], list[float]]:
    """Counts and edges; at most 60 bars, one where all values are the same."""
    if not len(values):
        return [], []
    low, high = float(values.min()), float(values.max())
    if not high > low:
        half = abs(low) * 0.01 or 0.5
        return [len(values)], [low - half, low + half]
    quarters = np.percentile(values, (25, 75))
    width = 2 * float(quarters[1] - quarters[0]) / len(values) ** (1 / 3)
    count = int(min(60, max(5, np.ceil((high - low) / width) if width > 0 else 10)))
    counts, edges = np.histogram(values, count)
    return counts.tolist(), edges.tolist()
