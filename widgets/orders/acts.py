"""The buttons of an order: what may be done with it now, the next step first, what goes back last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QWidget

from console.domain.commands import Command
from console.domain.commands import orders as ask
from console.domain.orders import DONE, PLANNED, RUNNING, WorkOrder
from widgets.cards import Button, has_keyboard
from widgets.flow import Flow, emptied
from widgets.orders.giving import Giving
from widgets.orders.naming import move_icon, move_words
from widgets.people.signing import why_not

if TYPE_CHECKING:
    from console.app.console import Console


class OrderActs(QWidget):
    """`asked` carries what a button stands for: a column, or confirm, change, split, merge, block."""

    asked = Signal(str)

    def __init__(self, console: Console, giving: Giving) -> None:
        super().__init__()
        self._console, self._giving = console, giving
        self._order: WorkOrder | None = None
        self.buttons: dict[str, Button] = {}
        self._row = Flow(self)

    def show_order(self, order: WorkOrder) -> None:
        """Offer what can be done with an order now, and what whoever is signed in may do."""
        self._order = order
        pressed = next((key for key, button in self.buttons.items() if has_keyboard(button)), "")
        self.buttons = {}
        emptied(self._row)
        moves = self._giving.targets(order)
        onward = next(iter(moves), "") if order.column == PLANNED else ""
        onward = onward or (RUNNING if RUNNING in moves and order.column != DONE else "")
        places = {column.id: place for place, column in enumerate(self._giving.flow.columns)}
        back = [target for target in moves if target != onward and places[target] < places[order.column]]
        if order.column == RUNNING:
            self._confirm(loud=True)
        if onward:
            self._move(order, onward, loud=True)
        for target in moves:
            if target != onward and target not in back:
                self._move(order, target)
        if order.column not in (PLANNED, RUNNING) and not order.merged_into:
            self._confirm()
        if order.open:
            self._others(order)
        for target in back:
            self._move(order, target)
        if pressed:  # the button that had the keyboard is gone
            (self.buttons.get(pressed) or next(iter(self.buttons.values()), self)).setFocus()

    def take_keyboard(self) -> bool:
        """Give it to the first thing that can be done; False where there is none."""
        first = next((button for button in self.buttons.values() if button.isEnabled()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        return first is not None

    def _others(self, order: WorkOrder) -> None:
        self._add("change", "pencil", self.tr("Change…"), ask.ChangeOrder)
        self._add("split", "arrow-left-right", self.tr("Split…"), ask.SplitOrder)
        self._add("merge", "link", self.tr("Merge…"), ask.MergeOrders)
        if order.blocked:
            self._add("block", "play", self.tr("Lift the block"), ask.LiftOrder)
        else:
            self._add("block", "octagon-pause", self.tr("Block…"), ask.BlockOrder)

    def _confirm(self, loud: bool = False) -> None:
        self._add("confirm", "clipboard-check", self.tr("Confirm output…"), ask.ConfirmOutput, loud)

    def _move(self, order: WorkOrder, target: str, loud: bool = False) -> None:
        words = move_words(order.column, target)
        if self._giving.wants_reason(order, target):
            words += "…"
        self._add(target, move_icon(order.column, target), words, ask.MoveOrder, loud)

    def _add(self, key: str, icon: str, words: str, kind: type[Command], loud: bool = False) -> None:
        button = Button(icon, lambda: self.asked.emit(key), primary=loud)
        why = why_not(self._console, kind, place=self._order.line if self._order is not None else "")
        button.name(words, why)
        button.setEnabled(not why)
        self.buttons[key] = button
        self._row.addWidget(button)
        button.show()  # a layout shows it later: nobody could give it the keyboard until then

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange and self._order is not None:
            self.show_order(self._order)
        super().changeEvent(event)
