"""A slim scroll bar beside cards: only its handle is seen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QStyle, QStyleOptionSlider, QWidget

from widgets.theme import color

SLIM = 9


class SlimBar(QScrollBar):
    """Takes no focus; hidden where everything fits."""

    def __init__(self, parent: QWidget, orientation: Qt.Orientation = Qt.Orientation.Vertical) -> None:
        super().__init__(orientation, parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSingleStep(48)
        self.setRange(0, 0)
        self.hide()

    def reach(self, whole: int, seen: int) -> None:
        """So long is what it scrolls, and so much of it is seen."""
        self.setPageStep(max(1, seen))
        self.setRange(0, max(0, whole - seen))
        self.setVisible(whole > seen)

    def bring(self, low: int, high: int) -> None:
        """Scroll until a stretch is seen; of a longer one its beginning."""
        if low < self.value() or high - low > self.pageStep():
            self.setValue(low)
        elif high > self.value() + self.pageStep():
            self.setValue(high - self.pageStep())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ScrollBarSlider
        box = QRectF(self.style().subControlRect(QStyle.ComplexControl.CC_ScrollBar, option, part, self))
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("border_strong" if not self.isSliderDown() else "text_faint"))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 2.5, 2.5)
