"""The safety cross: the days of a month in the shape of a cross, each coloured by the worst that happened on it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.domain.safety import Colour
from widgets.plain import tip
from widgets.safety.words import day_word
from widgets.theme import color, font, pixmap, ring, themes

ACROSS = 7
ROWS = ((2, 3, 4), (2, 3, 4), tuple(range(7)), tuple(range(7)), tuple(range(7)), (2, 3, 4), (2, 3, 4))
PLACES = tuple((column, row) for row, columns in enumerate(ROWS) for column in columns)  # of days 1, 2, 3 …
GAP = 2
CELL, LEAST = 36, 20  # pixels
MARKS = {Colour.NOTED: "triangle-alert", Colour.HURT: "heart-pulse", Colour.LOST: "circle-x", Colour.NONE: "check"}
FILLS = {
    Colour.AHEAD: "surface",
    Colour.BEFORE: "surface",
    Colour.NONE: "raised",
    Colour.NOTED: "warning_fill",
    Colour.HURT: "stopped_fill",
    Colour.LOST: "badge_fill",
}
INKS = {
    Colour.AHEAD: "text_faint",
    Colour.BEFORE: "text_faint",
    Colour.NONE: "text",
    Colour.NOTED: "warning_text",
    Colour.HURT: "stopped_text",
    Colour.LOST: "badge_text",
}
TINTS = {**INKS, Colour.NONE: "good"}
STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -ACROSS, Qt.Key.Key_Down: ACROSS}


class Cross(QWidget):
    """`chosen` carries the day that was clicked, or that Enter was pressed on; `turned` -1 or 1 for another month."""

    chosen = Signal(object)
    turned = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.days: tuple[tuple[date, Colour], ...] = ()
        self.at = 0  # index of the day that the keyboard is on
        self._today: date | None = None
        self._only: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        themes.changed.connect(self.update)

    def show_days(self, days: tuple[tuple[date, Colour], ...], today: date, only: date | None) -> None:
        """Show a month; `only`: the day whose reports are listed now."""
        if [day for day, _ in days] != [day for day, _ in self.days]:
            self.at = next((at for at, (day, _) in enumerate(days) if day == today), 0)
        self.days, self._today, self._only = days, today, only
        self._say()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(ACROSS * CELL, ACROSS * CELL)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(ACROSS * LEAST, ACROSS * LEAST)

    def cell(self, at: int) -> QRectF:
        """Where a day is painted, by its index."""
        side = min(self.width(), self.height()) / ACROSS
        column, row = PLACES[at]
        left = (self.width() - side * ACROSS) / 2
        return QRectF(left + column * side, row * side, side, side).adjusted(GAP / 2, GAP / 2, -GAP / 2, -GAP / 2)

    # What is painted

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (day, colour) in enumerate(self.days):
            self._paint(painter, self.cell(at), day, colour)
        if self.hasFocus() and self.days:
            ring(painter, self.cell(self.at), 3)

    def _paint(self, painter: QPainter, box: QRectF, day: date, colour: Colour) -> None:
        today, only = day == self._today, day == self._only
        edge = "focus" if only else "text" if today else "border"
        painter.setPen(QPen(color(edge), 2 if only or today else 1))
        painter.setBrush(color(FILLS[colour]))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if colour is Colour.HURT:  # a pattern too: it is told from a lost-time day without seeing red
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(color("stopped"), Qt.BrushStyle.BDiagPattern))
            painter.setOpacity(0.45)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)
            painter.setOpacity(1)
        small = box.height() < 28
        painter.setPen(color(INKS[colour]))
        painter.setFont(font(min(13, box.height() * 0.45), 600 if today else 500))
        mark = MARKS.get(colour, "")
        number = box.adjusted(0, 0, 0, -box.height() * 0.38) if mark and not small else box
        painter.drawText(number, int(Qt.AlignmentFlag.AlignCenter), str(day.day))
        if mark and not (small and colour is Colour.NONE):
            size = 7 if small else round(min(13, box.height() * 0.36))
            left = box.right() - size - 1 if small else box.center().x() - size / 2
            top = box.top() + 1 if small else box.bottom() - size - box.height() * 0.1
            painter.drawPixmap(QPointF(left, top), pixmap(mark, TINTS[colour], size, self.devicePixelRatioF()))

    # What is asked

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in STEPS and self.days:
            self._go(min(max(0, self.at + STEPS[key]), len(self.days) - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.days:
            self._go(0 if key == Qt.Key.Key_Home else len(self.days) - 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.turned.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.days:
            self.chosen.emit(self.days[self.at][0])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        at = self._under(event.position())
        if at is not None:
            self._go(at)
            self.chosen.emit(self.days[at][0])

    def event(self, event: QEvent) -> bool:
        """The day under the mouse says what it is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self._under(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(self._words(at)) if at is not None else "", self)
            return True
        return super().event(event)

    def _go(self, at: int) -> None:
        self.at = at
        self._say()
        self.update()

    def _under(self, point: QPointF) -> int | None:
        return next((at for at in range(len(self.days)) if self.cell(at).contains(point)), None)

    def _words(self, at: int) -> str:
        day, colour = self.days[at]
        return f"{day.isoformat()}: {day_word(colour)}"

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Safety cross"))
        self.setAccessibleDescription(self._words(self.at) if self.days else "")
