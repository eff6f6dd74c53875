"""A picture to look at closely: fitted, or as near as wanted, moved with mouse and keys."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets.theme import color, font, pixmap, ring, themes

STEP, NEAREST = 1.25, 8.0  # one step of zoom; screen pixels a pixel at most
MOVE = 60  # screen pixels that an arrow key moves


class Canvas(QWidget):
    """Shows an image, or an icon and words where there is none. `moved` tells that another part is seen."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(200, 160)
        self._image = QImage()
        self._scaled = QPixmap()
        self._zoom = 0.0  # screen pixels a pixel; 0 = fitted
        self._middle = QPointF(0.5, 0.5)  # of what is seen, as a share of the picture
        self._words, self._mark, self._role = "", "", "text_muted"
        self._held: QPointF | None = None
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(800, 560)

    # What is shown

    def show_image(self, image: QImage) -> None:
        """Show a picture, fitted unless another of the same size was looked at closely."""
        if image.size() != self._image.size():
            self._zoom, self._middle = 0.0, QPointF(0.5, 0.5)
        self._image, self._scaled = image, QPixmap()
        self._words = ""
        self.update()

    def show_words(self, words: str, icon: str, role: str = "text_muted") -> None:
        """Say something in the place of a picture."""
        self._image, self._scaled = QImage(), QPixmap()
        self._words, self._mark, self._role = words, icon, role
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether there is a picture."""
        return not self._image.isNull()

    @property
    def words(self) -> str:
        """What is said in the place of a picture."""
        return self._words

    # How near

    @property
    def scale(self) -> float:
        """Screen pixels a pixel of the picture."""
        return self._zoom or self._fit()

    def fit(self) -> None:
        """Show all of it."""
        self._look(0.0, QPointF(0.5, 0.5))

    def nearer(self, steps: float, at: QPointF | None = None) -> None:
        """Go nearer, or away with a negative number; the spot under `at` (widget coordinates) stays where it is."""
        if not self.has_image:
            return
        spot = at or QRectF(self.rect()).center()
        before = self._share(spot)
        wanted = min(NEAREST, self.scale * STEP**steps)
        if wanted <= self._fit():
            self.fit()
            return
        offset = spot - QRectF(self.rect()).center()
        wide, high = self._image.width() * wanted, self._image.height() * wanted
        self._look(wanted, QPointF(before.x() - offset.x() / wide, before.y() - offset.y() / high))

    def move_by(self, x: float, y: float) -> None:
        """Move what is seen by screen pixels."""
        if self._zoom:
            wide, high = self._image.width() * self._zoom, self._image.height() * self._zoom
            self._look(self._zoom, QPointF(self._middle.x() + x / wide, self._middle.y() + y / high))

    def look_like(self, other: Canvas) -> None:
        """Show the same part as another canvas, relative to the whole."""
        nearness = other.scale / other._fit() if other.has_image else 1.0  # noqa: SLF001
        self._zoom = self._fit() * nearness if nearness > 1.001 else 0.0
        self._middle = self._inside(QPointF(other._middle))  # noqa: SLF001
        self._scaled = QPixmap()
        self.update()

    # Qt

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        self.nearer(event.angleDelta().y() / 120, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._held is not None:
            step = self._held - event.position()
            self._held = event.position()
            self.move_by(step.x(), step.y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if self._zoom:
            self.fit()
        else:
            self.nearer(4, event.position())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """+ and - go nearer and away, 0 shows all; arrows move what is seen closely, else they go to the next."""
        key, near = event.key(), bool(self._zoom)
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.nearer(1)
        elif key == Qt.Key.Key_Minus:
            self.nearer(-1)
        elif key == Qt.Key.Key_0:
            self.fit()
        elif near and key in moves:
            x, y = moves[Qt.Key(key)]
            self.move_by(x * MOVE, y * MOVE)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        self._scaled = QPixmap()
        self._middle = self._inside(self._middle)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(self.rect(), color("window"))
        if self.has_image:
            self._paint_image(painter)
        else:
            self._paint_words(painter)
        if self.hasFocus():
            ring(painter, QRectF(self.rect()), 4)

    # Inside

    def _paint_image(self, painter: QPainter) -> None:
        ratio = self.devicePixelRatioF()
        wide, high = self._image.width() * self.scale, self._image.height() * self.scale
        place = QRectF(0, 0, wide, high)
        middle = QRectF(self.rect()).center()
        place.moveTopLeft(QPointF(middle.x() - wide * self._middle.x(), middle.y() - high * self._middle.y()))
        if self._zoom and self._zoom * ratio > 0.5:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self._zoom < 3)
            painter.drawImage(place, self._image)
            return
        size = QSize(round(wide * ratio), round(high * ratio))
        if self._scaled.size() != size:  # made once for each size: smooth, however much smaller
            smooth = Qt.TransformationMode.SmoothTransformation
            self._scaled = QPixmap.fromImage(self._image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth))
        painter.drawPixmap(place, self._scaled, QRectF(self._scaled.rect()))

    def _paint_words(self, painter: QPainter) -> None:
        if not self._words:
            return
        middle = self.rect().center()
        mark = pixmap(self._mark, self._role, 36, self.devicePixelRatioF())
        painter.drawPixmap(middle.x() - 18, middle.y() - 60, mark)
        painter.setFont(font(14))
        painter.setPen(color(self._role if self._role == "bad" else "text"))
        room = self.rect().adjusted(40, self.height() // 2 - 10, -40, -20)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self._words)

    def _fit(self) -> float:
        if not self.has_image:
            return 1.0
        return min(1.0, self.width() / self._image.width(), self.height() / self._image.height())

    def _share(self, spot: QPointF) -> QPointF:
        """The place in the picture under a spot of the widget."""
        offset = spot - QRectF(self.rect()).center()
        wide, high = self._image.width() * self.scale, self._image.height() * self.scale
        return QPointF(self._middle.x() + offset.x() / wide, self._middle.y() + offset.y() / high)

    def _look(self, zoom: float, middle: QPointF) -> None:
        self._zoom = zoom
        self._middle = self._inside(middle)
        self.update()
        self.moved.emit()

    def _inside(self, middle: QPointF) -> QPointF:
        """The same so that no more emptiness is seen than must be."""
        if not self.has_image:
            return QPointF(0.5, 0.5)

        def kept(share: float, room: int, size: float) -> float:
            half = room / 2 / size
            return 0.5 if half >= 0.5 else min(max(share, half), 1 - half)

        wide, high = self._image.width() * self.scale, self._image.height() * self.scale
        return QPointF(kept(middle.x(), self.width(), wide), kept(middle.y(), self.height(), high))
