"""Front-page numbers: today beside target and the same shift yesterday, each open to its definition."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from console.app.figures import Figure
from widgets.board.card import paint_panel
from widgets.board.tile import elided
from widgets.numbers import percent, whole
from widgets.theme import color, font, themes

HEAD = 62
ROW = 34


class KeyFiguresPanel(QWidget):
    """A painted table; a row opens the metric's definition."""

    opened = Signal(str)

    def __init__(self, figures: Callable[[], list[Figure]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ask = figures
        self._figures: list[Figure] = []
        self._chosen = 0
        self._looked = -1e18
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Key figures"))
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(420, HEAD + 4 * ROW + 12)

    def beat(self, now: float) -> None:
        """Compute anew every two seconds."""
        if abs(now - self._looked) < 2.0:
            return
        self._looked = now
        figures = self._ask()
        if figures != self._figures:
            self._figures = figures
            self.update()

    def look_again(self) -> None:
        """Other lines are shown: compute at the next beat."""
        self._looked = -1e18

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        with QPainter(self) as painter:  # ended also when something fails: else Qt crashes later
            self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        paint_panel(painter, self.rect(), 1.0)
        painter.setFont(font(14.5, 600))
        painter.setPen(color("text"))
        painter.drawText(16, 30, self.tr("This shift"))
        columns = self._columns()
        painter.setFont(font(12.5))
        painter.setPen(color("text_muted"))
        for rect, title in zip(columns, (self._now_word(), self.tr("Target"), self.tr("Yesterday")), strict=True):
            painter.drawText(QRect(rect.left(), HEAD - 24, rect.width(), 20), Qt.AlignmentFlag.AlignRight, title)
        for i, figure in enumerate(self._figures):
            self._paint_row(painter, i, figure, columns)

    def facts(self, code: str) -> dict[str, str]:
        """The figures of a row in words, for the window that explains it."""
        figure = next((f for f in self._figures if f.code == code), None)
        if figure is None:
            return {}
        titles = (self._now_word(), self.tr("Target"), self.tr("Yesterday"))
        values = (figure.today, figure.target, figure.yesterday)
        return {title: shown(code, value) for title, value in zip(titles, values, strict=True)}

    def _now_word(self) -> str:
        return self.tr("Now")

    def _columns(self) -> list[QRect]:
        wide = (self.width() - 32 - 130) // 3
        return [QRect(16 + 130 + i * wide, 0, wide, ROW) for i in range(3)]

    def _paint_row(self, painter: QPainter, i: int, figure: Figure, columns: list[QRect]) -> None:
        top = HEAD + i * ROW
        painter.setFont(font(13.5))
        painter.setPen(color("text_muted"))
        name = self._name(figure.code)
        painter.drawText(16, top + 22, elided(name, 13.5, 400, 130))
        for rect, value, main in zip(
            columns, (figure.today, figure.target, figure.yesterday), (True, False, False), strict=True
        ):
            painter.setFont(font(15 if main else 13.5, 700 if main else 400))
            painter.setPen(color(self._role(figure) if main else "text_muted"))
            cell = QRect(rect.left(), top + 4, rect.width(), ROW - 8)
            painter.drawText(
                cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown(figure.code, value)
            )
        if self.hasFocus() and i == self._chosen:
            painter.setPen(QPen(color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(8, top + 1, self.width() - 16, ROW - 2))

    def _role(self, figure: Figure) -> str:
        if figure.today is None or figure.target is None:
            return "text"
        met = figure.today >= figure.target if figure.higher_is_better else figure.today <= figure.target
        near = figure.higher_is_better and figure.today >= 0.9 * figure.target
        return "text" if met else "warning" if near else "bad"

    def _name(self, code: str) -> str:
        names = {
            "good": self.tr("Good pieces"),
            "oee": self.tr("OEE"),
            "scrap_share": self.tr("Scrap share"),
            "stops": self.tr("Minutes stopped"),
        }
        return names.get(code, code)

    def _row_at(self, y: int) -> int | None:
        row = (y - HEAD) // ROW
        return row if 0 <= row < len(self._figures) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        row = self._row_at(int(event.position().y()))
        if row is not None:
            self._chosen = row
            self.opened.emit(self._figures[row].code)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._figures:
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._chosen = min(max(0, self._chosen + step), len(self._figures) - 1)
            figure = self._figures[self._chosen]
            self.setAccessibleDescription(f"{self._name(figure.code)} {shown(figure.code, figure.today)}")
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._figures:
            self.opened.emit(self._figures[self._chosen].code)
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Key figures"))
            self.update()
        super().changeEvent(event)


def shown(code: str, value: float | None) -> str:
    """A figure in the way its metric is written; a dash where it is not known."""
    return percent(value) if code in ("oee", "scrap_share") else whole(value)
