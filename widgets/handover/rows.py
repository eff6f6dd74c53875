"""Rows of a name and a value over hairlines, and bars of minutes; what is behind a row is opened by pressing it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from widgets.cards import Painted
from widgets.handover.words import FactRow
from widgets.numbers import decimal
from widgets.plain import tip
from widgets.theme import color, font, themes

ROW, BAR = 36, 24
NAME, GAP = 0.4, 10  # share of the width that names of bars take; pixels


class RowButton(Painted):
    """One row; a press opens what is behind it."""

    def __init__(self) -> None:
        super().__init__()
        self._row = FactRow("", "")
        self.setFixedHeight(ROW)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def row(self) -> FactRow:
        """What it shows."""
        return self._row

    def show_row(self, row: FactRow) -> None:
        """Show another row."""
        self._row = row
        words = f"{row.name}: {row.value}"
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(tip(words))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if row.page else Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor if row.page else Qt.CursorShape.ArrowCursor)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(220, ROW)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        if self._row.page:
            self.backdrop(painter)
        painter.setPen(color("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        area = self.rect().adjusted(2, 0, -2, -1)
        painter.setFont(font(13, 600))
        metrics = painter.fontMetrics()
        wide = min(metrics.horizontalAdvance(self._row.value) + 1, area.width() * 2 // 3)
        right = area.adjusted(area.width() - wide, 0, 0, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(color(self._row.role))
        value = metrics.elidedText(self._row.value, Qt.TextElideMode.ElideRight, wide)
        painter.drawText(right, int(middle | Qt.AlignmentFlag.AlignRight), value)
        painter.setFont(font(13))
        painter.setPen(color("text"))
        left = area.adjusted(0, 0, -wide - GAP, 0)
        name = painter.fontMetrics().elidedText(self._row.name, Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, int(middle), name)


class Rows(QWidget):
    """Rows below each other; `opened` carries the screen and the subject that are behind one."""

    opened = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[RowButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    @property
    def rows(self) -> list[FactRow]:
        """What is shown."""
        return [button.row for button in self.buttons if not button.isHidden()]

    def show_rows(self, rows: Sequence[FactRow]) -> None:
        """Show other rows; those that are the same cost nothing."""
        for place, row in enumerate(rows):
            if place == len(self.buttons):
                self._add()
            button = self.buttons[place]
            if button.row != row:
                button.show_row(row)
            button.show()
        for button in self.buttons[len(rows) :]:
            button.hide()

    def _add(self) -> None:
        button = RowButton()
        button.clicked.connect(lambda: self._press(button))
        self.buttons.append(button)
        self._column.addWidget(button)

    def _press(self, button: RowButton) -> None:
        if button.row.page:
            self.opened.emit(button.row.page, button.row.subject)


class Bars(QWidget):
    """Minutes by reason, the longest first."""

    def __init__(self) -> None:
        super().__init__()
        self.bars: list[tuple[str, float]] = []
        self.setFixedHeight(0)
        themes.changed.connect(self.update)

    def show_bars(self, bars: Sequence[tuple[str, float]], unit: str) -> None:
        """Show others; `unit` has a gap for the number."""
        self.bars, self._unit = list(bars), unit
        self.setFixedHeight(BAR * len(self.bars))
        self.setAccessibleName("; ".join(f"{name}: {unit.format(decimal(much, 0))}" for name, much in bars))
        self.setToolTip(tip(self.accessibleName()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setFont(font(12))
        metrics = painter.fontMetrics()
        longest = max((much for _, much in self.bars), default=0.0)
        names = round(self.width() * NAME)
        values = max((metrics.horizontalAdvance(self._unit.format(decimal(m, 0))) for _, m in self.bars), default=0)
        room = max(10, self.width() - names - values - 2 * GAP)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        for place, (name, much) in enumerate(self.bars):
            top = place * BAR
            painter.setPen(color("text"))
            said = metrics.elidedText(name, Qt.TextElideMode.ElideRight, names)
            painter.drawText(0, top, names, BAR, middle, said)
            share = much / longest if longest > 0 else 0.0
            painter.fillRect(QRectF(names + GAP, top + 6, max(1.0, room * share), BAR - 12), color("bar"))
            words = self._unit.format(decimal(much, 0))
            painter.drawText(0, top, self.width(), BAR, middle | int(Qt.AlignmentFlag.AlignRight), words)
