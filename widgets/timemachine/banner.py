"""What makes the past unmistakable: a striped banner that says when it was, and a striped frame around everything."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from widgets.cards import Button, OneLine, Picture
from widgets.theme import color, font, themes

EDGE = 7  # pixels of the frame
ROOMY = 900  # below this width the words are smaller
STRIPE = 16.0  # pixels from one stripe to the next


def stripes(painter: QPainter, area: QRectF) -> None:
    """The pattern of the past: its dark ground with slanted stripes in its own colour."""
    painter.fillRect(area, color("past_fill"))
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(color("past"), 4))
    high, x = area.height(), area.left() - area.height()
    while x < area.right() + high:
        painter.drawLine(round(x), round(area.bottom() + 2), round(x + high + 2), round(area.top() - 2))
        x += STRIPE
    painter.restore()


class Banner(QWidget):
    """When it was, how long ago that is, how far a jump is; at the right the way back."""

    def __init__(self, back: Button) -> None:
        super().__init__()
        self.setMinimumHeight(60)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.mark = Picture("history", "past_text", 24)
        self.words, self.more = OneLine("past_text", 18, 700), OneLine("past_text", 13)
        self.going = OneLine("past_text", 13, 600, right=True)
        column = QVBoxLayout()
        column.setSpacing(1)
        column.addWidget(self.words)
        column.addWidget(self.more)
        row = QHBoxLayout(self)
        row.setContentsMargins(40, 7, 40, 7)
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.addLayout(column, 3)
        row.addWidget(self.going, 1)
        row.addWidget(back)
        self.going.hide()
        themes.changed.connect(self.update)

    def say_going(self, words: str) -> None:
        """Where it is going to and how far that is; "" while it stands."""
        self.going.say(words)
        self.going.setVisible(bool(words))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """That nothing is live must be read in full."""
        super().resizeEvent(event)
        self.words.setFont(font(18 if self.width() >= ROOMY else 15, 700))

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(600, 60)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            whole = QRectF(self.rect())
            painter.fillRect(whole, color("past_fill"))
            stripes(painter, QRectF(0, 0, 28, whole.height()))
            stripes(painter, QRectF(whole.right() - 28, 0, 28, whole.height()))


class Frame(QWidget):
    """Whatever is inside is of the past: the edge around it says so in a pattern and a colour of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.body = QHBoxLayout(self)
        self.body.setContentsMargins(EDGE + 8, EDGE + 8, EDGE + 8, EDGE + 8)
        self.body.setSpacing(14)
        themes.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:
            whole = self.rect()
            wide, high = whole.width(), whole.height()
            for part in (
                QRect(0, 0, wide, EDGE),
                QRect(0, high - EDGE, wide, EDGE),
                QRect(0, EDGE, EDGE, high - 2 * EDGE),
                QRect(wide - EDGE, EDGE, EDGE, high - 2 * EDGE),
            ):
                stripes(painter, QRectF(part))
            painter.setPen(QPen(color("past"), 1))
            painter.setBrush(QBrush(Qt.BrushStyle.NoBrush))
            painter.drawRect(QRectF(whole).adjusted(EDGE - 0.5, EDGE - 0.5, 0.5 - EDGE, 0.5 - EDGE))
