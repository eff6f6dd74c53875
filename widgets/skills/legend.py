"""What the circles mean, in one line below the matrix."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.domain.skills import HIGHEST
from widgets.people.words import level_word
from widgets.skills.cells import paint_level
from widgets.theme import color, font, themes

CIRCLE, GAP = 14.0, 22.0


class Legend(QWidget):
    """Five circles with their words, and which keys set them."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(26)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)
        self._name()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(400, 26)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self._name()
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(12))
        measure, middle, x = QFontMetricsF(font(12)), self.height() / 2, 2.0
        for level in range(HIGHEST + 1):
            paint_level(painter, QRectF(x, middle - CIRCLE / 2, CIRCLE, CIRCLE), level, color("text_muted"))
            words = f"{level} {level_word(level)}"
            painter.setPen(color("text_muted"))
            x = self._words(painter, x + CIRCLE + 6, words, measure)
        painter.setPen(color("text_faint"))
        self._words(painter, x + 4, self._keys(), measure)

    def _words(self, painter: QPainter, x: float, words: str, measure: QFontMetricsF) -> float:
        wide = measure.horizontalAdvance(words)
        painter.drawText(QRectF(x, 0, wide + 2, self.height()), int(Qt.AlignmentFlag.AlignVCenter), words)
        return x + wide + GAP

    def _keys(self) -> str:
        return self.tr("Arrows walk, 0–4 set a level, Delete clears, Enter goes on to date and note")

    def _name(self) -> None:
        self.setAccessibleName(self._keys())
