"""How the lanes of the Trends screen look: where rows and items lie, and how they are painted."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from widgets.cards import RADIUS
from widgets.plain import plain, tip
from widgets.theme import color, font, pixmap, ring
from widgets.trends.lanecontext import context_of
from widgets.trends.lanerows import Item, Kind, Row
from widgets.trends.lanestrokes import Axis, paint_row
from widgets.trends.lanewords import item_words, none_word, row_word
from widgets.trends.model import TrendModel
from widgets.trends.naming import place_word

HEAD, FOOT, GAP = 28, 9, 4  # heights: title, below the last lane, between two
SIDE = 12  # pixels from the edge to the title
LABELS = 92  # pixels at the left from which on lanes have their names there, not only icons
ICON = 9  # pixels, in the edge beside the lanes
CHIP = 130  # the widest name of a station on its ribbon
NEAR = 3.0  # pixels by which the mouse may miss
Picked = tuple[int, int]  # number of the row, number of the item in it


class LanesFace(QWidget):
    """Paints rows of items over the time axis; who fills them is another's matter."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model, self._context = model, context_of(model)
        self._left, self._width = SIDE, 1
        self._rows: list[Row] = []
        self._items: list[list[Item]] = []
        self._picked: Picked | None = None

    @property
    def _item(self) -> Item | None:
        if self._picked is None:
            return None
        row, at = self._picked
        return self._items[row][at] if row < len(self._items) and at < len(self._items[row]) else None

    def described(self, item: Item | None) -> str:
        """An item in one line; "" for none."""
        now = self._model.console.now()
        return item_words(self._model.console, self._context, item, now) if item is not None else ""

    # Where things lie

    def _height(self) -> int:
        if not self._rows:
            return HEAD + FOOT + 8
        return HEAD + FOOT + sum(row.height for row in self._rows) + GAP * (len(self._rows) - 1)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(400, self._height())

    def _axis(self) -> Axis:
        return Axis(self._left, self._width, self._model.start, self._model.end)

    def _tops(self) -> list[int]:
        tops, top = [], HEAD
        for row in self._rows:
            tops.append(top)
            top += row.height + GAP
        return tops

    def _row_at(self, y: float) -> int:
        for number, (row, top) in enumerate(zip(self._rows, self._tops(), strict=True)):
            if top - GAP / 2 <= y < top + row.height + GAP / 2:
                return number
        return -1

    def item_at(self, position: QPointF) -> Picked | None:
        """What is painted at a pixel: where several are, the last one; a mark may be missed by a little."""
        number = self._row_at(position.y())
        if number < 0 or not self._left <= position.x() <= self._left + self._width:
            return None
        axis, now, best, far = self._axis(), self._model.console.now(), None, NEAR
        for at, item in enumerate(self._items[number]):
            area = axis.area(item, now, 0, 1)
            right = area.right() + (9 if item.kind is Kind.NOTE else 0)
            miss = max(area.left() - position.x(), position.x() - right, 0.0)
            if miss <= far:
                best, far = (number, at), miss
        return best

    # Painting

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().event(event)

    def _tell(self, here: QPoint, on_screen: QPoint) -> None:
        picked, row = self.item_at(QPointF(here)), self._row_at(here.y())
        words = self.described(self._items[picked[0]][picked[1]]) if picked is not None else ""
        if row >= 0 and here.x() < self._left:
            words = row_word(self._rows[row].kind)
        QToolTip.showText(on_screen, tip(words), self) if words else QToolTip.hideText()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter, axis, now = QPainter(self), self._axis(), self._model.console.now()
        self._ground(painter)
        self._title(painter)
        for row, lane, top in zip(self._rows, self._items, self._tops(), strict=True):
            self._label(painter, row, top)
            painter.save()
            painter.setClipRect(QRectF(self._left, top - 1, self._width, row.height + 2))
            if row.kind is Kind.STATE:
                painter.fillRect(QRectF(self._left, top, self._width, row.height), color("track"))
            else:
                painter.fillRect(QRectF(self._left, top + row.height - 1, self._width, 1), color("track"))
            paint_row(painter, axis, lane, now, top, row.height)
            painter.restore()
            if not lane and self._context.happened is not None:
                self._nothing(painter, row, top)
        self._chips(painter)
        self._cursors(painter, axis)
        self._ring(painter, axis, now)

    def _ground(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self.hasFocus() and self._item is None:
            ring(painter, QRectF(self.rect()), RADIUS)

    def _title(self, painter: QPainter) -> None:
        painter.setFont(font(13, 600))
        painter.setPen(color("text"))
        title = row_word(Kind.STATE)
        left = self._left if self._left < LABELS else SIDE
        painter.drawText(left, 19, title)
        x = left + painter.fontMetrics().horizontalAdvance(title) + 10
        painter.setFont(font(12))
        painter.setPen(color("text_faint"))
        room = self.width() - x - SIDE
        painter.drawText(x, 19, painter.fontMetrics().elidedText(self._says(), Qt.TextElideMode.ElideRight, room))

    def _says(self) -> str:
        """Beside the title: whose lanes these are, and what is not there (yet)."""
        if not self._model.pens:
            return self.tr("State, calls, stops, orders and notes appear here for the stations of the pens.")
        if not self._rows:
            return self.tr("The plant does not know the places of these pens: nothing else is known of them.")
        stations = self._context.stations
        name = place_word(self._model.console, stations[0]) if len(stations) == 1 else ""
        more = len(stations) - sum(row.kind is Kind.STATE for row in self._rows)
        hidden = self.tr("%Ln station(s) not shown", "", more) if more > 0 else ""
        trouble = self.tr("the history cannot be read") if self._context.trouble else ""
        reading = self.tr("still reading") if not trouble and not self._context.complete else ""
        same = self.tr("and calls, on the same time axis")
        return " · ".join(part for part in (name, same, hidden, trouble, reading) if part)

    def _label(self, painter: QPainter, row: Row, top: int) -> None:
        if self._left < LABELS:
            if self._left > ICON + 2:
                mark = pixmap(row.icon, "text_faint", ICON, self.devicePixelRatioF())
                painter.drawPixmap(self._left - ICON - 2, top + (row.height - ICON) // 2, mark)
            return
        painter.setFont(font(11))
        painter.setPen(color("text_muted"))
        area = QRectF(SIDE, top, self._left - SIDE - 8, row.height)
        words = painter.fontMetrics().elidedText(row_word(row.kind), Qt.TextElideMode.ElideRight, int(area.width()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), words)

    def _nothing(self, painter: QPainter, row: Row, top: int) -> None:
        """That a lane is empty, so that nobody takes it for one that could not be read."""
        painter.setFont(font(11))
        painter.setPen(color("text_faint"))
        area = QRectF(self._left + 5, top, self._width - 10, row.height)
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), none_word(row.kind))

    def _chips(self, painter: QPainter) -> None:
        """The names of several stations on their ribbons."""
        ribbons = [(row, top) for row, top in zip(self._rows, self._tops(), strict=True) if row.kind is Kind.STATE]
        if len(ribbons) < 2:
            return
        painter.setFont(font(10, 500))
        for row, top in ribbons:
            words = plain(place_word(self._model.console, row.place), 40)
            words = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, CHIP)
            wide = painter.fontMetrics().horizontalAdvance(words) + 10
            area = QRectF(self._left + 2, top + 2, wide, row.height - 4)
            painter.fillRect(area, color("surface"))
            painter.setPen(color("text_muted"))
            painter.drawText(area, int(Qt.AlignmentFlag.AlignCenter), words)

    def _cursors(self, painter: QPainter, axis: Axis) -> None:
        painter.setPen(QPen(color("text"), 1, Qt.PenStyle.DashLine))
        for at in self._model.cursors:
            if at is not None and self._model.start <= at <= self._model.end:
                x = round(axis.x(at))
                painter.drawLine(x, HEAD - 2, x, self.height() - FOOT + 2)

    def _ring(self, painter: QPainter, axis: Axis, now: float) -> None:
        item = self._item
        if item is None or self._picked is None:
            return
        row, top = self._rows[self._picked[0]], self._tops()[self._picked[0]]
        area = axis.area(item, now, top, row.height)
        area = area.intersected(QRectF(self._left, top, self._width, row.height)).adjusted(-2, -1, 2, 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color("focus" if self.hasFocus() else "text"), 2))
        painter.drawRect(area)
