"""What the mouse does on a card board: it chooses, takes a card, holds it above a place and lets it go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, QTimer

from widgets.cardflow.dragging import Held, speed
from widgets.cardflow.layout import BAND, HEAD
from widgets.cardflow.paint import picture_of
from widgets.dragging import far

if TYPE_CHECKING:
    from widgets.cardflow.board import CardBoard

STEP_MS = 16  # of scrolling while a card is held at an edge


class Hand:
    """The hand of who works at a board."""

    def __init__(self, board: CardBoard) -> None:
        self.board = board
        self.held: Held | None = None
        self._pressed: tuple[QPoint, str] | None = None
        self._edge = QTimer(board, interval=STEP_MS, timeout=self.scroll)

    def press(self, point: QPoint) -> None:
        """Choose the card, or open and collapse the lane, that lies there."""
        board, y = self.board, point.y() - HEAD + self.board.offset(0)
        band = board.plan.band_at(y) if board.body.contains(point) else None
        if id := board.card_at(point):
            self._pressed = (point, id)
            board.choose(id)
        elif band is not None and y < band.top + BAND:
            board.toggle(band.lane)

    def move(self, point: QPoint) -> None:
        """The pointer is there now."""
        if self._pressed is not None and self.held is None and far(self._pressed[0], point):
            self._take(*self._pressed)
        if self.held is not None:
            self._hold(self.held, point)
        elif self._pressed is None:
            over = bool(self.board.card_at(point))
            self.board.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def release(self, point: QPoint) -> None:
        """A held card is put there."""
        held = self.held
        if held is None:
            self._pressed = None
            return
        held.at = point
        self.aim()
        self.board.cancel()
        if held.column is not None and not self._same(held):
            board = self.board
            board.dropped[held.id] = point
            board.ask_move(held.id, held.column, board.deck.before(held.id, held.column, held.index))

    def let_go(self) -> None:
        """Nothing is in the hand."""
        self.held = self._pressed = None
        self._edge.stop()
        self.board.unsetCursor()
        self.board.update()

    def aim(self) -> None:
        """Find the column and the card above which it is held."""
        held, board = self.held, self.board
        if held is None:
            return
        column = board.plan.column_at(held.at.x() + board.across.value())
        inside = column is not None and board.rect().contains(held.at)
        held.column = board.plan.columns[column].id if column is not None and inside else None
        cell = board.plan.cells.get((held.column or "", board.deck.lane_of(board.deck.faces[held.id])))
        middle = held.rect.center().y() - HEAD + (board.offset(column) if column is not None else 0)
        held.index = cell.index_at(middle, held.id) if cell else 0

    def scroll(self) -> None:
        """Near an edge what lies there comes nearer."""
        board = self.board
        if self.held is None:
            self._edge.stop()
            return
        point = self.held.at
        column = board.plan.column_at(point.x() + board.across.value())
        if down := speed(point.y(), board.body.top(), board.body.bottom()):
            bar = board.bar(column or 0)
            bar.setValue(bar.value() + down)
        if board.across.isVisible() and (right := speed(point.x(), 0, board.width())):
            board.across.setValue(board.across.value() + right)

    def _take(self, point: QPoint, id: str) -> None:
        board = self.board
        if id not in board.plan.places or id in board.deck.asked:
            return
        box = board.rect_of(id)
        picture = picture_of(board.deck.faces[id], box.width(), box.height(), board.now(), board.devicePixelRatioF())
        self.held = Held(id, point - box.topLeft(), picture, board.deck.targets(id), point)
        board.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._edge.start()
        board.update()

    def _hold(self, held: Held, point: QPoint) -> None:
        """The card follows the pointer: only where it was and where it is are painted again."""
        before = self._parts(held)
        held.at = point
        self.aim()
        for part in (*before, *self._parts(held)):
            self.board.update(part)

    def _parts(self, held: Held) -> list[QRect]:
        return [held.rect, self.board.place_rect(held)] if held.takes else [held.rect]

    def _same(self, held: Held) -> bool:
        """Whether it was put down where it was taken."""
        board = self.board
        there = board.plan.places.get(held.id)
        return held.column == board.deck.column_of(held.id) and there is not None and there[1] == held.index
