"""The answer as a picture: bars with the other time behind them and the share of the whole, or a map of heat."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from console.domain.compare import ADDED, SHARES, TIME
from widgets.compare.table import NOTHING, Side
from widgets.compare.words import change_words, measure_word, value_words
from widgets.numbers import percent
from widgets.plain import tip
from widgets.theme import color, font, themes

ROW, LABEL, VALUE, SHARE = 26, 190, 92, 64  # pixels
CELL = 22
MOST_BARS, MOST_ROWS = 40, 31


class AnswerChart(QWidget):
    """Bars for one dimension, heat for two. What is painted can be read in the table and in the tooltips too."""

    def __init__(self) -> None:
        super().__init__()
        self.side: Side | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.update)

    def show_side(self, side: Side | None) -> None:
        """Show another answer."""
        self.side = side
        if side is not None:
            first = [f"{side.row_name(row)}: {self._said(row)}" for row in side.now.rows[:8]]
            self.setAccessibleName(f"{measure_word(side.measure)}. " + "; ".join(first))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        side = self.side
        if side is None:
            return QSize(400, 10)
        if side.columns:
            return QSize(400, 26 + CELL * min(MOST_ROWS, len(side.now.rows)) + 8)
        return QSize(400, ROW * min(MOST_BARS, len(side.now.rows)) + 12)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(320, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), tip(self.words_at(QPointF(event.pos()))), self)
            return True
        return super().event(event)

    def words_at(self, point: QPointF) -> str:
        """What stands at a point, "" for nothing."""
        side = self.side
        if side is None or not side.now.rows:
            return ""
        if not side.columns:
            place = int((point.y() - 6) // ROW)
            rows = side.now.rows[:MOST_BARS]
            return f"{side.row_name(rows[place])}: {self._said(rows[place])}" if 0 <= place < len(rows) else ""
        row, column = int((point.y() - 26) // CELL), int((point.x() - LABEL) // self._wide())
        if not (0 <= row < min(MOST_ROWS, len(side.now.rows)) and 0 <= column < len(side.columns)):
            return ""
        key = (side.now.rows[row], side.columns[column])
        value = value_words(side.measure, side.now.figures.get(key, NOTHING).value)
        return f"{side.row_name(key[0])} · {side.column_name(key[1])}: {value}"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        side = self.side
        if side is None or not side.now.rows:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(font(12.5))
            if side.columns:
                self._paint_heat(painter, side)
            else:
                self._paint_bars(painter, side)

    def _said(self, row: str) -> str:
        side = self.side
        assert side is not None
        now, before = side.now.by_row[row].value, side.earlier(row)
        words = value_words(side.measure, now)
        if side.before is None:
            return words
        was = QCoreApplication.translate("compare", "before {0}").format(value_words(side.measure, before))
        return f"{words}, {was} {change_words(side.measure, now, before)}".rstrip()

    # Bars

    def _paint_bars(self, painter: QPainter, side: Side) -> None:
        rows = side.now.rows[:MOST_BARS]
        values = [side.now.by_row[row].value or 0.0 for row in rows]
        earlier = [side.earlier(row) or 0.0 for row in rows]
        top = 1.0 if side.measure in SHARES and max(values) <= 1 else max([*values, *earlier, 1e-9])
        shares = side.measure in ADDED and (side.now.whole.value or 0.0) > 0
        pareto = shares and side.now.question.rows not in TIME
        area = QRectF(LABEL, 6, max(40.0, self.width() - LABEL - VALUE - (SHARE if pareto else 0)), ROW * len(rows))
        told, points = 0.0, []
        for i, (row, value, was) in enumerate(zip(rows, values, earlier, strict=True)):
            y = area.top() + i * ROW
            painter.setPen(color("text"))
            name = painter.fontMetrics().elidedText(side.row_name(row), Qt.TextElideMode.ElideRight, LABEL - 14)
            painter.drawText(QRect(0, int(y), LABEL - 10, ROW), int(Qt.AlignmentFlag.AlignVCenter), name)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color("bar"))
            painter.drawRect(QRectF(area.left(), y + 6, max(0.0, value) / top * area.width(), ROW - 12))
            if side.before is not None and was:
                x = area.left() + max(0.0, was) / top * area.width()
                painter.setPen(QPen(color("text"), 2))
                painter.drawLine(QPointF(x, y + 3), QPointF(x, y + ROW - 3))
            painter.setPen(color("text"))
            right = QRectF(area.right() + 6, y, VALUE - 10, ROW)
            side_ = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(right, int(side_), value_words(side.measure, side.now.by_row[row].value))
            if pareto:
                told += value
                share = told / (side.now.whole.value or 1.0)
                points.append(QPointF(area.left() + share * area.width(), y + ROW / 2))
                painter.setPen(color("text_muted"))
                box = QRectF(right.right() + 4, y, SHARE - 8, ROW)
                painter.drawText(box, int(side_), percent(share, 0))
        if len(points) > 1:
            painter.setPen(QPen(color("warning"), 1.5))
            painter.drawPolyline(points)

    # Heat

    def _wide(self) -> float:
        columns = len(self.side.columns) if self.side else 1
        return max(14.0, min(110.0, (self.width() - LABEL - 4) / max(1, columns)))

    def _paint_heat(self, painter: QPainter, side: Side) -> None:
        rows, columns, wide = side.now.rows[:MOST_ROWS], side.columns, self._wide()
        values = [figure.value for figure in side.now.figures.values() if figure.value is not None]
        low, high = (min(values), max(values)) if values else (0.0, 1.0)
        painter.setFont(font(11))
        metrics = painter.fontMetrics()
        middle = Qt.AlignmentFlag.AlignCenter
        shown = -1.0
        for j, column in enumerate(columns):
            name = side.column_name(column)
            x = LABEL + j * wide
            if x >= shown and (metrics.horizontalAdvance(name) + 6 <= wide * 3):
                painter.setPen(color("text_faint"))
                painter.drawText(QRectF(x, 2, max(wide, metrics.horizontalAdvance(name) + 2), 20), int(middle), name)
                shown = x + max(wide, metrics.horizontalAdvance(name) + 8)
        for i, row in enumerate(rows):
            y = 26 + i * CELL
            painter.setPen(color("text"))
            name = metrics.elidedText(side.row_name(row), Qt.TextElideMode.ElideRight, LABEL - 14)
            painter.drawText(QRect(0, y, LABEL - 10, CELL), int(Qt.AlignmentFlag.AlignVCenter), name)
            for j, column in enumerate(columns):
                value = side.now.figures.get((row, column), NOTHING).value
                box = QRectF(LABEL + j * wide, y, wide - 1.5, CELL - 1.5)
                if value is None:
                    painter.fillRect(box, color("track"))
                    continue
                heat = (value - low) / (high - low) if high > low else 0.5
                painter.fillRect(box, _heat(heat))
                words = value_words(side.measure, value)
                if metrics.horizontalAdvance(words) + 4 <= box.width():
                    painter.setPen(color("text"))
                    painter.drawText(box, int(middle), words)


def _heat(share: float) -> QColor:
    """From the surface to the bar's blue: more is stronger, whether that is good or bad."""
    cold, hot = color("raised"), color("accent_fill")
    mixed = [round(a + (b - a) * (0.08 + 0.8 * share)) for a, b in zip(_rgb(cold), _rgb(hot), strict=True)]
    return QColor(*mixed)


def _rgb(one: QColor) -> tuple[int, int, int]:
    return one.red(), one.green(), one.blue()
