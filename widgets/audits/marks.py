"""The boxes at the right of an item: 0 to 4, or no and yes; the one that was chosen is lit."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.checklists import TOP, Asks
from widgets.theme import color, font, themes

WIDE, HIGH, GAP = 30, 26, 6  # pixels of a box, and between two


class Marks(QWidget):
    """`picked` carries the value that was clicked. The keyboard is the row's."""

    picked = Signal(float)

    def __init__(self, asks: Asks) -> None:
        super().__init__()
        self._asks, self._value, self._under = asks, None, -1
        self.live = True  # whether a click means anything
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HIGH + 2)
        themes.changed.connect(self.update)
        self._fit()

    @property
    def value(self) -> float | None:
        """The one that is lit."""
        return self._value

    def show_value(self, value: float | None, live: bool) -> None:
        """Light a box, or none."""
        if (value, live) != (self._value, self.live):
            self._value, self.live = value, live
            self.setCursor(Qt.CursorShape.PointingHandCursor if live else Qt.CursorShape.ArrowCursor)
            self.update()

    def box(self, value: int) -> QRectF:
        """Where the box of a value is."""
        wide = self._width_of()
        return QRectF(value * (wide + GAP) + 0.5, 1.5, wide - 1, HIGH - 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.width(), HIGH + 2)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(13, 500))
        for value, words in enumerate(self._words()):
            lit = self._value is not None and value == round(self._value)
            ground = "accent_fill" if lit else "hover" if value == self._under and self.live else "surface"
            painter.setPen(QPen(color("accent_fill" if lit else "border"), 1))
            painter.setBrush(color(ground))
            painter.drawRoundedRect(self.box(value), 4, 4)
            painter.setPen(color("accent_text" if lit else "text_faint"))
            painter.drawText(self.box(value), int(Qt.AlignmentFlag.AlignCenter), words)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        self._hover(self._at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802
        self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        value = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and value >= 0:
            self.picked.emit(float(value))
        else:
            super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._fit()
        super().changeEvent(event)

    def _words(self) -> list[str]:
        if self._asks is Asks.YES_NO:
            return [self.tr("No"), self.tr("Yes")]
        return [str(value) for value in range(TOP + 1)]

    def _width_of(self) -> int:
        face = QFontMetrics(font(13, 500))
        return max(WIDE, *(face.horizontalAdvance(words) + 20 for words in self._words())) if self._asks else WIDE

    def _fit(self) -> None:
        count = len(self._words())
        self.setFixedWidth(count * (self._width_of() + GAP) - GAP + 1)

    def _at(self, spot: QPointF) -> int:
        return next((value for value in range(len(self._words())) if self.box(value).contains(spot)), -1)

    def _hover(self, value: int) -> None:
        if value != self._under:
            self._under = value
            self.update()
