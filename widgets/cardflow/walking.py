"""What the keyboard does on a card board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from widgets.cardflow.typeahead import TypeAhead, find

if TYPE_CHECKING:
    from widgets.cardflow.board import CardBoard

Key = Qt.Key
ARROWS = {Key.Key_Up: (0, -1), Key.Key_Down: (0, 1), Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0)}
PAGE = {Key.Key_PageUp: -1, Key.Key_PageDown: 1}


class Walk:
    """Arrows walk, with Ctrl they move the card; letters find a title; single keys do what the board offers."""

    def __init__(self, board: CardBoard) -> None:
        self.board, self.ahead = board, TypeAhead()

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key says; whether it says anything here."""
        key, board = Key(event.key()), self.board
        ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Key.Key_Escape:
            return board.cancel()
        if event.modifiers() & (Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier):
            return False
        if key in ARROWS:
            self.ahead.forget()
            (self._move if ctrl else self._step)(*ARROWS[key])
            return True
        return self._with_ctrl(key) if ctrl else self._alone(key, event.text())

    def _with_ctrl(self, key: Key) -> bool:
        board = self.board
        does = {
            Key.Key_Z: board.undo_asked.emit,
            Key.Key_I: board.show_policy,
            Key.Key_Minus: lambda: board.collapse_here(True),
            Key.Key_Plus: lambda: board.collapse_here(False),
            Key.Key_Equal: lambda: board.collapse_here(False),
        }
        if key not in does:
            return False
        does[key]()
        return True

    def _alone(self, key: Key, text: str) -> bool:
        board, id = self.board, self.board.at
        if self.ahead.typed and text.isprintable() and text:
            return self._type(text)
        if key in PAGE or key in (Key.Key_Home, Key.Key_End):
            self._leap(key)
        elif key in (Key.Key_Return, Key.Key_Enter) and id:
            board.opened.emit(id)
        elif key == Key.Key_Space and id:
            board.choose(id)
        elif key == Key.Key_B and text == "b" and id:
            board.block_asked.emit(id)
        elif key == Key.Key_Backspace and self.ahead.typed:
            self.ahead.forget()
            board.say_typed("")
        elif text and text.isprintable() and text != " ":
            return self._type(text)
        else:
            return False
        return True

    def _type(self, text: str) -> bool:
        board = self.board
        titles = [(id, board.deck.faces[id].title) for id in self._everything()]
        typed = self.ahead.add(text)
        found = find(typed, titles, board.at)
        board.say_typed(typed, found is not None)
        if found is not None:
            board.go(found)
        return True

    def _everything(self) -> list[str]:
        """All cards that can be walked to, column by column."""
        return [id for i in range(len(self.board.plan.columns)) for id in self._of(i)]

    def _of(self, column: int) -> list[str]:
        return [id for cell in self.board.plan.cells_of(column) for id in cell.ids]

    def _step(self, right: int, down: int) -> None:
        board = self.board
        if board.at not in board.plan.places:
            self.begin()
            return
        column = board.plan.places[board.at][0].column
        if down:
            ids = self._of(column)
            at = ids.index(board.at) + down
            board.go(ids[min(max(0, at), len(ids) - 1)])
            return
        height = board.rect_of(board.at).center().y()
        ways = range(column + 1, len(board.plan.columns)) if right > 0 else range(column - 1, -1, -1)
        for way in ways:
            if ids := self._of(way):
                board.go(min(ids, key=lambda id: abs(board.rect_of(id).center().y() - height)))
                return

    def begin(self) -> None:
        """Go to the first card."""
        if ids := self._everything():
            board = self.board
            board.go(ids[0])

    def _leap(self, key: Key) -> None:
        board = self.board
        if board.at not in board.plan.places:
            self.begin()
            return
        cell, _ = board.plan.places[board.at]
        ids = self._of(cell.column)
        if key in PAGE:
            tall = board.rect_of(board.at).height()
            at = ids.index(board.at) + PAGE[key] * max(1, board.body.height() // max(1, tall) - 1)
        else:
            at = 0 if key == Key.Key_Home else len(ids) - 1
        board.go(ids[min(max(0, at), len(ids) - 1)])

    def _move(self, right: int, down: int) -> None:
        board = self.board
        if board.at not in board.plan.places:
            self.begin()
        elif down:
            before = board.deck.shifted(board.at, down)
            if before is not None:
                board.ask_move(board.at, board.deck.column_of(board.at), before)
        else:
            target = board.deck.beside(board.at, right)
            if target is not None:
                board.ask_move(board.at, target, "")
            else:
                board.refuse_beside(board.at, right)
