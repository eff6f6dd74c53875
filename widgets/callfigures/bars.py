"""Painted bars: how calls are spread over times, over weeks, over the ten minutes of a range."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets.plain import tip
from widgets.theme import color, font, themes

TITLE, FOOT = 20, 18
WIDEST = 90.0  # pixels of one bar: two weeks are two bars, not two walls


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its height, what stands below it ("" = nothing) and what is said when the mouse is on it."""

    value: float
    below: str = ""
    more: str = ""
    loud: bool = False


class Bars(QWidget):
    """A title, the bars, and lines across at heights that mean something."""

    def __init__(self, least: int = 120) -> None:
        super().__init__()
        self._title, self._note = "", ""
        self._bars: tuple[Bar, ...] = ()
        self._lines: tuple[tuple[float, str], ...] = ()
        self._least = least
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self.update)

    def show_bars(
        self, title: str, bars: Sequence[Bar], lines: Sequence[tuple[float, str]] = (), note: str = ""
    ) -> None:
        """Show other bars; `note` stands in their place where there are none."""
        self._title, self._bars, self._lines, self._note = title, tuple(bars), tuple(lines), note
        told = "; ".join(bar.more for bar in self._bars if bar.more and bar.value)
        self.setAccessibleName(f"{title}: {told or note}"[:600])
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._least + 60, 130)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(self._least, 96)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self._bar_at(event.pos().x())
            QToolTip.showText(event.globalPos(), tip(bar.more) if bar is not None else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            painter.setFont(font(12))
            painter.setPen(color("text_muted"))
            shown = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRect(0, 0, self.width(), TITLE - 4), int(Qt.AlignmentFlag.AlignVCenter), shown)
            if any(bar.value for bar in self._bars):
                self._paint_bars(painter)
            else:
                painter.setPen(color("text_faint"))
                area = self.rect().adjusted(0, TITLE + 6, 0, 0)
                wrap = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
                painter.drawText(area, int(wrap), self._note)

    def _paint_bars(self, painter: QPainter) -> None:
        area = self._area()
        top = max(max(bar.value for bar in self._bars), max((at for at, _ in self._lines), default=0.0)) or 1.0
        step = self._step()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        gap = min(3.0, step * 0.2)
        painter.setFont(font(10.5))
        metrics, free = painter.fontMetrics(), -1.0
        for i, bar in enumerate(self._bars):
            high = bar.value / top * area.height()
            left = area.left() + i * step
            if bar.value:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(color("warning" if bar.loud else "bar"))
                high = max(high, 1.5)
                painter.drawRect(QRectF(left + gap / 2, area.bottom() - high, max(step - gap, 1.0), high))
            wide = metrics.horizontalAdvance(bar.below)
            at = min(max(left + step / 2 - wide / 2, area.left()), area.right() - wide)
            if bar.below and at >= free:
                painter.setPen(color("text_faint"))
                painter.drawText(QPointF(at, self.height() - 4), bar.below)
                free = at + wide + 6
        for at, words in self._lines:
            y = area.bottom() - at / top * area.height()
            painter.setPen(QPen(color("text_faint"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(words), y - 3), words)

    def _step(self) -> float:
        return min(WIDEST, self._area().width() / len(self._bars))

    def _area(self) -> QRectF:
        return QRectF(0, TITLE + 10, self.width(), max(10, self.height() - TITLE - FOOT - 10))

    def _bar_at(self, x: int) -> Bar | None:
        area = self._area()
        place = int((x - area.left()) / self._step()) if self._bars and x >= area.left() else -1
        return self._bars[place] if 0 <= place < len(self._bars) else None
