"""What the mouse does on the week board: it chooses, takes an order, holds it above a shift and lets it go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QPixmap

from console.domain.orders import RUNNING
from widgets.cardflow.dragging import speed
from widgets.dragging import far
from widgets.plan.grid import HEAD
from widgets.plan.paint import picture_of
from widgets.plan.words import Standing, standing

if TYPE_CHECKING:
    from widgets.plan.board import WeekBoard

STEP_MS = 16  # of scrolling while a card is held at an edge


@dataclass
class Held:
    """A dragged card: above which cell it is (-1: none) or above the tray, and whether it would be taken there."""

    id: str
    grip: QPoint
    picture: QPixmap
    at: QPoint
    row: int = -1
    column: int = -1
    index: int = 0
    tray: bool = False
    takes: bool = False


class Hand:
    """The hand of who works at a board."""

    def __init__(self, board: WeekBoard) -> None:
        self.board = board
        self.held: Held | None = None
        self.dropped: QPoint | None = None
        self._pressed: tuple[QPoint, str] | None = None
        self._edge = QTimer(board, interval=STEP_MS, timeout=self.scroll)

    def press(self, point: QPoint) -> None:
        """Choose what lies there."""
        board = self.board
        self.dropped = None
        if id := board.card_at(point):
            self._pressed = (point, id)
            board.go(id)
            board.choose(id)
            return
        row, column = board.cell_at(point)
        if row >= 0:
            board.choose("")
            board.go_cell(row, column)

    def move(self, point: QPoint) -> None:
        """The pointer is there now."""
        board = self.board
        if self._pressed is not None and self.held is None and far(self._pressed[0], point):
            self._take(*self._pressed)
        if self.held is not None:
            self.held.at = point
            self.aim()
            board.update()
        elif self._pressed is None:
            over = bool(board.card_at(point))
            board.setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor)

    def release(self, point: QPoint) -> None:
        """A held card is put there."""
        held, board = self.held, self.board
        if held is None:
            self._pressed = None
            return
        held.at = point
        self.aim()
        self.let_go()
        self.dropped = point
        if held.tray:
            if held.id not in board.grid.tray:
                board.ask_off(held.id)
        elif held.row >= 0:
            ids = [id for id in board.grid.ids(held.row, held.column) if id != held.id]
            before = ids[held.index] if held.index < len(ids) else ""
            board.ask_move(held.id, board.grid.rows[held.row].line, board.grid.columns[held.column], before)

    def let_go(self) -> None:
        """Nothing is in the hand."""
        self.held = self._pressed = None
        self._edge.stop()
        self.board.unsetCursor()
        self.board.update()

    def aim(self) -> None:
        """Find the cell and the card above which it is held."""
        held, board = self.held, self.board
        if held is None:
            return
        held.tray = 0 <= held.at.x() < board.tray_width
        held.row, held.column = (-1, -1) if held.tray else board.cell_at(held.at)
        order = board.planner.orders.get(held.id)
        free = board.may_plan and order is not None and order.column != RUNNING
        held.takes = free and held.tray
        if held.row >= 0:
            middle = held.at.y() - held.grip.y() + held.picture.deviceIndependentSize().height() / 2
            y = round(middle) - HEAD + board.down.value()
            held.index = board.grid.place_at(held.row, held.column, y, held.id)
            cell = board.planner.cell(board.grid.rows[held.row].line, board.grid.columns[held.column])
            held.takes = free and cell is not None and cell.shift.end > board.planner.now

    def scroll(self) -> None:
        """Near an edge what lies there comes nearer."""
        held, board = self.held, self.board
        if held is None:
            self._edge.stop()
            return
        body = board.body
        if held.at.x() >= body.left():
            if down := speed(held.at.y(), body.top(), body.bottom()):
                board.down.setValue(board.down.value() + down)
            if right := speed(held.at.x(), body.left(), body.right()):
                board.across.setValue(board.across.value() + right)

    def _take(self, point: QPoint, id: str) -> None:
        board = self.board
        box = board.rect_of(id)
        order, slot = board.planner.orders.get(id), board.slots.get(id)
        if order is None:  # it ended between the press and now
            self._pressed = None
            return
        said = standing(slot, board.zone) if slot is not None else Standing("")
        width = box.width()
        picture = picture_of(order, board.planner.left(order), said, width, board.devicePixelRatioF())
        self.held = Held(id, point - box.topLeft(), picture, point)
        board.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._edge.start()
