"""What the keyboard does on the week board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.plan.grid import Key as ShiftKey

if TYPE_CHECKING:
    from widgets.plan.board import WeekBoard

Key = Qt.Key
ARROWS = {Key.Key_Up: (0, -1), Key.Key_Down: (0, 1), Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0)}
TRAY = -1


class Walk:
    """Arrows move the cursor; with Ctrl an order by a shift or line, with Alt in its sequence; Enter opens it."""

    def __init__(self, board: WeekBoard) -> None:
        self.board = board

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; whether it says anything here."""
        board, key = self.board, Key(event.key())
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        board.forget_drop()
        if key == Key.Key_Escape:
            return board.cancel()
        if key in ARROWS:
            right, down = ARROWS[key]
            if alt and down and not ctrl:
                self._sequence(down)
            elif ctrl and not alt:
                self._shift(right) if right else self._line(down)
            elif not ctrl and not alt:
                self._across(right) if right else self._down(down)
            else:
                return False
            return True
        if ctrl and key in (Key.Key_Z, Key.Key_Y):
            again = key == Key.Key_Y or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (board.redo_asked if again else board.undo_asked).emit()
            return True
        return not ctrl and not alt and self._alone(key)

    def begin(self) -> None:
        """Go to a card of the shift of now, else to the first one, else to a cell."""
        board = self.board
        columns = sorted(board.now_columns) or range(len(board.grid.columns))
        for column in columns:
            for row in board.grid.lines():
                if ids := board.grid.ids(row, column):
                    board.go(ids[0])
                    return
        if board.grid.tray and board.tray_width:
            board.go(board.grid.tray[0])
        elif board.grid.lines() and board.grid.columns:
            board.go_cell(board.grid.lines()[0], min(board.now_columns, default=0))

    def _alone(self, key: Key) -> bool:
        board, id = self.board, self.board.at
        if key in (Key.Key_Return, Key.Key_Enter) and id:
            board.opened.emit(id)
        elif key == Key.Key_Space and id:
            board.choose(id)
        elif key == Key.Key_Delete and id:
            board.ask_off(id)
        elif key in (Key.Key_Home, Key.Key_End):
            self._end(key == Key.Key_End)
        elif key in (Key.Key_PageUp, Key.Key_PageDown):
            for _ in range(max(1, board.body.height() // 200)):
                self._row(1 if key == Key.Key_PageDown else -1)
        else:
            return False
        return True

    # The cursor

    def _down(self, down: int) -> None:
        """The next card of the cell, then the next line."""
        board = self.board
        row, column = board.spot
        ids = board.grid.tray if column == TRAY else board.grid.ids(row, column)
        if board.at in ids:
            at = ids.index(board.at) + down
            if 0 <= at < len(ids):
                board.go(ids[at])
                return
        if column != TRAY:
            self._row(down)
        elif not board.at and ids:
            board.go(ids[0])

    def _row(self, down: int) -> None:
        """The next line, on its first or last card."""
        board = self.board
        row, column = board.spot
        lines = board.grid.lines()
        if column == TRAY or not lines:
            return
        later = [one for one in lines if (one > row if down > 0 else one < row)]
        if later:
            self._enter(later[0] if down > 0 else later[-1], column, last=down < 0)

    def _across(self, right: int) -> None:
        """The next shift, the tray at the left of the first one."""
        board = self.board
        row, column = board.spot
        target = column + right
        if target == TRAY and board.tray_width:
            if board.grid.tray:
                board.go(board.grid.tray[0])
        elif 0 <= target < len(board.grid.columns) and board.grid.lines():
            row = row if row in board.grid.lines() else board.grid.lines()[0]
            self._enter(row, target)

    def _enter(self, row: int, column: int, last: bool = False) -> None:
        ids = self.board.grid.ids(row, column)
        if ids:
            self.board.go(ids[-1] if last else ids[0])
        else:
            self.board.go_cell(row, column)

    def _end(self, last: bool) -> None:
        board = self.board
        row, column = board.spot
        if column == TRAY and board.grid.tray:
            board.go(board.grid.tray[-1 if last else 0])
        elif board.grid.columns and row in board.grid.lines():
            self._enter(row, len(board.grid.columns) - 1 if last else 0)

    # Orders

    def _shift(self, right: int) -> None:
        """The order into the next shift that its line has; from the tray into the one of now."""
        board, id = self.board, self.board.at
        if not id:
            return
        row, column = board.spot
        if column == TRAY:
            self._out_of_tray(id, right)
            return
        line = board.grid.rows[row].line
        keys = self._keys(line)
        here = board.grid.columns[column]
        later = [key for key in keys if (keys_after(board, key, here) if right > 0 else keys_after(board, here, key))]
        if later:
            board.ask_move(id, line, later[0] if right > 0 else later[-1], "")
        elif right < 0:
            board.ask_off(id)

    def _out_of_tray(self, id: str, right: int) -> None:
        board = self.board
        if right < 0:
            return
        line = board.planner.orders[id].line
        rows = board.grid.lines()
        row = board.grid.row_of(line)
        if row < 0 and rows:
            row = board.spot[0] if board.spot[0] in rows else rows[0]
        if row < 0:
            return
        line = board.grid.rows[row].line
        keys = [key for key in self._keys(line) if self._to_come(line, key)]
        if keys:
            board.ask_move(id, line, keys[0], "")

    def _line(self, down: int) -> None:
        """The order onto the next line that works in this shift."""
        board, id = self.board, self.board.at
        row, column = board.spot
        if not id or column == TRAY:
            return
        key = board.grid.columns[column]
        lines = [one for one in board.grid.lines() if board.planner.cell(board.grid.rows[one].line, key) is not None]
        later = [one for one in lines if (one > row if down > 0 else one < row)]
        if later:
            board.ask_move(id, board.grid.rows[later[0] if down > 0 else later[-1]].line, key, "")

    def _sequence(self, down: int) -> None:
        """The order before or behind its neighbour in the shift."""
        board, id = self.board, self.board.at
        row, column = board.spot
        ids = board.grid.ids(row, column) if column != TRAY else ()
        if id not in ids:
            return
        at = ids.index(id)
        if not 0 <= at + down < len(ids):
            return
        rest = [one for one in ids if one != id]
        place = at + down
        before = rest[place] if place < len(rest) else ""
        board.ask_move(id, board.grid.rows[row].line, board.grid.columns[column], before)

    def _keys(self, line: str) -> list[ShiftKey]:
        """The shifts of the week that a line has, in order."""
        board = self.board
        return [key for key in board.grid.columns if board.planner.cell(line, key) is not None]

    def _to_come(self, line: str, key: ShiftKey) -> bool:
        cell = self.board.planner.cell(line, key)
        return cell is not None and cell.shift.end > self.board.planner.now


def keys_after(board: WeekBoard, key: ShiftKey, other: ShiftKey) -> bool:
    """Whether a shift stands behind another one on the board."""
    return board.grid.column_of(key) > board.grid.column_of(other)
