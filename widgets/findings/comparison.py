"""Before and after: two pictures beside each other, or one over the other with an edge that is moved."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import color, font, ring, themes

HIGH, GAP, STEP = 236, 8, 0.05


class Comparison(QWidget):
    """`over`: whether one lies over the other. The arrows, or the mouse, move the edge between them."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH)
        self.over, self.edge = False, 0.5
        self.images = (QImage(), QImage())
        self._words = ("", "")
        self._missing = ("", "")
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(480, HIGH)

    def say(self, before: str, after: str, no_before: str, no_after: str) -> None:
        """What is written over each, and in the place of one that is not there."""
        self._words, self._missing = (before, after), (no_before, no_after)
        self.update()

    def show_images(self, before: QImage, after: QImage) -> None:
        """Show other pictures; a null one is not there."""
        self.images = (before, after)
        self.update()

    def lay_over(self, over: bool) -> None:
        """One over the other, or beside each other."""
        self.over = over
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        step = {Qt.Key.Key_Left: -STEP, Qt.Key.Key_Right: STEP}.get(Qt.Key(event.key()))
        if step is None or not self.over:
            super().keyPressEvent(event)
        else:
            self._move(self.edge + step)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self.over:
            self._move(event.position().x() / max(1, self.width()))

    def _move(self, edge: float) -> None:
        self.edge = min(1.0, max(0.0, edge))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self.over and not any(image.isNull() for image in self.images):
            self._paint_over(painter)
        else:
            half = (self.width() - GAP) // 2
            for side, left in enumerate((0, half + GAP)):
                self._paint(painter, QRect(left, 0, half, self.height()), side)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()))

    def _paint(self, painter: QPainter, box: QRect, side: int) -> None:
        painter.fillRect(box, color("window"))
        image = self.images[side]
        if image.isNull():
            painter.setPen(color("text_faint"))
            painter.setFont(font(13))
            inside = box.adjusted(16, 16, -16, -16)
            painter.drawText(inside, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), self._missing[side])
        else:
            painter.drawImage(_fitted(image, box), image)
        self._label(painter, box, side)

    def _paint_over(self, painter: QPainter) -> None:
        box = self.rect()
        edge = round(box.width() * self.edge)
        painter.fillRect(box, color("window"))
        for side, part in enumerate((QRect(0, 0, edge, box.height()), box.adjusted(edge, 0, 0, 0))):
            painter.save()
            painter.setClipRect(part)
            painter.drawImage(_fitted(self.images[side], box), self.images[side])
            painter.restore()
        painter.setPen(QPen(color("focus"), 2))
        painter.drawLine(QPointF(edge, 0), QPointF(edge, box.height()))
        self._label(painter, QRect(0, 0, box.width() // 2, box.height()), 0)
        self._label(painter, QRect(box.width() // 2, 0, box.width() // 2, box.height()), 1)

    def _label(self, painter: QPainter, box: QRect, side: int) -> None:
        painter.setFont(font(12, 600))
        wide = painter.fontMetrics().horizontalAdvance(self._words[side]) + 16
        left = box.left() + 6 if side == 0 or not self.over else box.right() - wide - 6
        spot = QRectF(left, 6, wide, 22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(spot, 4, 4)
        painter.setPen(color("text"))
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), self._words[side])


def _fitted(image: QImage, box: QRect) -> QRect:
    size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = QRect(0, 0, size.width(), size.height())
    place.moveCenter(box.center())
    return place
