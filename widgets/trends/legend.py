"""What is laid over the plots: how each stretch is drawn, and the legend that says which is which."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.cards import Button, Text
from widgets.flow import Flow
from widgets.plain import plain
from widgets.theme import color, themes

if TYPE_CHECKING:
    from widgets.trends.model import TrendModel

Floats = npt.NDArray[np.float64]
STROKES = (Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine, Qt.PenStyle.DashDotDotLine)


def stroke_of(model: TrendModel, shift: float) -> Qt.PenStyle:
    """How a stretch is drawn; what is seen itself is a whole line."""
    at = next((i for i, one in enumerate(model.compared) if one.shift == shift), None)
    return Qt.PenStyle.SolidLine if at is None else STROKES[at % len(STROKES)]


def clipped(model: TrendModel, shift: float, times: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Of a run only what belongs to it."""
    one = next((one for one in model.compared if shift and one.shift == shift), None)
    if one is None or (one.since is None and one.until is None):
        return times, values
    low = -np.inf if one.since is None else one.since
    high = np.inf if one.until is None else one.until
    inside = (times >= low) & (times <= high)
    return times[inside], values[inside]


class Stroke(QWidget):
    """A piece of the line."""

    def __init__(self) -> None:
        super().__init__()
        self.style_now = Qt.PenStyle.SolidLine
        self.setFixedSize(QSize(30, 16))
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(QPen(color("text_muted"), 1, self.style_now))
        painter.drawLine(QPointF(0, 8), QPointF(self.width(), 8))


class Entry(QWidget):
    """A stretch that is laid over: its line and what it is."""

    def __init__(self) -> None:
        super().__init__()
        self.stroke, self.words = Stroke(), Text("text_muted", 12)
        self.setFixedHeight(32)  # as high as the button beside it
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.stroke)
        row.addWidget(self.words)


class Legend(QWidget):
    """Above the plots while something is compared: what each line is, and a button that takes all of it away."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self.entries: list[Entry] = []
        self.clear = Button("x", lambda: model.compare([]))
        self._row = Flow(self, 10)
        self._row.addWidget(self.clear)
        model.compared_changed.connect(self._show)
        self.retranslate()
        self._show()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.clear.name_silently(self.tr("Compare no more"))
        self._show()

    def _show(self) -> None:
        told = [(Qt.PenStyle.SolidLine, self.tr("What is seen"))]
        told += [(stroke_of(self._model, one.shift), plain(one.label, 80)) for one in self._model.compared]
        while len(self.entries) < len(told):
            entry = Entry()
            self.entries.append(entry)
            self._row.addWidget(entry)
        for entry, (stroke, words) in zip(self.entries, told, strict=False):
            entry.stroke.style_now = stroke
            entry.stroke.update()
            entry.words.say(words)
        for i, entry in enumerate(self.entries):
            entry.setVisible(i < len(told))
        self.setVisible(bool(self._model.compared))
