"""How the board around the cards is painted: columns, lanes, what is dragged, and only what is seen of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen

from widgets.board.tile import advance, elided, write
from widgets.cardflow.layout import BAND, BETWEEN, HEAD, Band, Cell
from widgets.cardflow.paint import paint_card, paint_note, paint_place
from widgets.cardflow.words import count_words
from widgets.plain import plain
from widgets.theme import color, font, pixmap

if TYPE_CHECKING:
    from widgets.cardflow.board import CardBoard

DIMMED = 150  # how much of a column that does not take the card is covered, of 255


class BoardFace:
    """Paints a board; reads it and changes nothing."""

    def __init__(self, board: CardBoard) -> None:
        self.board = board

    def paint(self, painter: QPainter, event: QPaintEvent) -> None:
        """What the event asks for."""
        board, asked = self.board, event.rect()
        painter.fillRect(asked, color("window"))
        for i in range(len(board.plan.columns)):
            box = board.column_rect(i)
            if box.intersects(asked):
                self._column(painter, i, box, asked)
        painter.save()
        painter.setClipRect(board.body.intersected(asked))
        for band in board.plan.bands:
            self._band(painter, band)
        painter.restore()
        if not board.deck.faces:
            self._nothing(painter)
        self._hand(painter)
        for box, text, role in board.notes():
            paint_note(painter, box, text, role)

    def _column(self, painter: QPainter, index: int, box: QRect, asked: QRect) -> None:
        board = self.board
        id = board.plan.columns[index].id
        lit = board.held is not None and id in board.held.targets
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("accent" if lit else "border"), 1))
        painter.setBrush(color("surface"))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if asked.top() < HEAD:
            self._head(painter, index, box)
        painter.save()
        painter.setClipRect(QRect(box.left(), HEAD, box.width(), box.height() - HEAD - 2).intersected(asked))
        for cell in board.plan.cells_of(index):
            self._cell(painter, cell, asked)
        if not board.plan.bands and not any(cell.ids for cell in board.plan.cells_of(index)):
            self._empty(painter, id, box)
        painter.restore()
        if board.held is not None and not lit:
            cover = QColor(color("window"))
            cover.setAlpha(DIMMED)
            painter.fillRect(box, cover)

    def _head(self, painter: QPainter, index: int, box: QRect) -> None:
        board = self.board
        column = board.deck.flow.columns[index]
        count = count_words(column, board.deck.count(column.id))
        full = board.deck.full(column)
        right, base = box.right() - self.board.plan.pad, box.top() + 29
        wide = advance(count, 14, 600 if full else 400)
        write(painter, right - wide, base, count, 14, 600 if full else 400, "warning" if full else "text_muted")
        if full:
            mark = pixmap("triangle-alert", "warning", 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(right - wide - 20, base - 12, mark)
        room = right - wide - (26 if full else 8) - box.left() - self.board.plan.pad
        title = elided(board.titles[column.id], 14, 600, max(0, room))
        write(painter, box.left() + self.board.plan.pad, base, title, 14, 600, "text")

    def _cell(self, painter: QPainter, cell: Cell, asked: QRect) -> None:
        board = self.board
        shift = HEAD - board.offset(cell.column)
        for i in cell.between(asked.top() - shift, asked.bottom() - shift):
            id = cell.ids[i]
            pale = id in board.deck.asked or (board.held is not None and board.held.id == id)
            painter.setOpacity(0.45 if pale else 1.0)
            focused = id == board.at and board.hasFocus()
            paint_card(painter, board.rect_of(id), board.deck.faces[id], board.now(), id == board.chosen_id, focused)
        painter.setOpacity(1.0)

    def _empty(self, painter: QPainter, id: str, box: QRect) -> None:
        """What a column without cards waits for."""
        if not self.board.deck.faces:
            return
        painter.setPen(color("text_faint"))
        painter.setFont(font(13))
        room = QRect(
            box.left() + self.board.plan.pad, HEAD + 10, box.width() - 2 * self.board.plan.pad, box.height() - HEAD - 20
        )
        flags = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.board.hint(id))

    def _band(self, painter: QPainter, band: Band) -> None:
        board = self.board
        top = HEAD + band.top - board.offset(0)
        strip = QRect(0, top, board.width(), BAND)
        if not strip.intersects(board.body):
            return
        painter.fillRect(strip, color("hover"))
        mark = pixmap("chevron-right" if band.collapsed else "chevron-down", "text_muted", 14, _ratio(painter))
        painter.drawPixmap(10, top + 8, mark)
        first = board.column_rect(0)
        name = elided(plain(board.lane_name(band.lane)), 13, 600, max(40, first.width() - 84))
        write(painter, 32, top + 20, name, 13, 600, "text")
        for i, column in enumerate(board.deck.flow.columns):
            count = board.deck.count(column.id, band.lane)
            full = column.per_lane and board.deck.full(column, band.lane)
            said = f"{count} / {column.limit}" if column.per_lane and column.limit else str(count)
            x = board.column_rect(i).right() - self.board.plan.pad - advance(said, 13, 400)
            write(painter, x, top + 20, said, 13, 400, "warning" if full else "text_muted" if count else "text_faint")

    def _nothing(self, painter: QPainter) -> None:
        board = self.board
        title, words = board.begin
        wide = min(460, board.width() - 40)
        box = QRect((board.width() - wide) // 2, HEAD + max(20, board.height() // 4), wide, 114)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color("border"), 1))
        painter.setBrush(color("raised"))
        painter.drawRoundedRect(QRectF(box), 6, 6)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.setPen(color("text"))
        painter.setFont(font(15, 600))
        painter.drawText(box.adjusted(20, 20, -20, 0), flags, title)
        painter.setPen(color("text_muted"))
        painter.setFont(font(13))
        painter.drawText(box.adjusted(20, 48, -20, -8), flags, words)

    def _hand(self, painter: QPainter) -> None:
        board, held = self.board, self.board.held
        if held is None:
            return
        if held.takes:
            line = board.place_rect(held)
            painter.save()
            painter.setClipRect(board.body)
            paint_place(painter, line.left() + 6, line.center().y(), line.width() - 12)
            painter.restore()
        painter.drawPixmap(held.rect.topLeft(), held.picture)


def place_y(cell: Cell, index: int, without: str) -> int:
    """The height between two cards at which a dropped one would lie; `index` counts without the dragged one."""
    left = [(a, b) for id, a, b in zip(cell.ids, cell.tops, cell.bottoms, strict=True) if id != without]
    if not left:
        return cell.top + BETWEEN // 2
    return left[index][0] - BETWEEN // 2 if index < len(left) else left[-1][1] + BETWEEN // 2


def _ratio(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
