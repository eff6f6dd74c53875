"""What may be done with a card, as its menu offers it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from console.domain.commands import Command
from console.domain.commands.orders import BlockOrder, ChangeOrder, ConfirmOutput, LiftOrder, MergeOrders, SplitOrder
from console.domain.orders import WorkOrder
from widgets.cardflow.board import CardBoard
from widgets.orders.naming import column_word
from widgets.people.signing import why_not
from widgets.plain import caption, plain

if TYPE_CHECKING:
    from console.app.console import Console


class OrderBoard(CardBoard):
    """The board of orders: the menu of a card, by the right button, the menu key or Shift+F10."""

    def __init__(self, *words: object) -> None:
        super().__init__(*words)  # type: ignore[arg-type]
        self.menu_of: Callable[[str], QMenu | None] = lambda id: None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        keys = event.reason() == QContextMenuEvent.Reason.Keyboard
        id = self.at if keys else self.card_at(event.pos())
        if id not in self.plan.places:
            return
        if not keys:
            self.choose(id)
        menu = self.menu_of(id)
        if menu is not None:
            at = self.mapToGlobal(self.rect_of(id).topLeft() + QPoint(24, 30)) if keys else event.globalPos()
            menu.popup(at)
            if keys:
                menu.setActiveAction(menu.actions()[0])


Acts = dict[str, Callable[[WorkOrder], object]]


def card_menu(console: Console, board: CardBoard, order: WorkOrder, acts: Acts) -> QMenu:
    """The menu of an order; `acts`: open, change, confirm, split, merge, block. What may not be done is grey."""
    translate = QCoreApplication.translate
    menu = QMenu(board)
    menu.setToolTipsVisible(True)
    menu.aboutToHide.connect(menu.deleteLater)

    def add(words: str, act: Callable[[], object], kind: type[Command] | None = None) -> None:
        action = menu.addAction(caption(words))
        why = why_not(console, kind, place=order.line) if kind is not None else ""
        action.setEnabled(not why)
        action.setToolTip(plain(why, 300))
        action.triggered.connect(lambda _=False: act())

    add(translate("cardmenu", "Open"), partial(acts["open"], order))
    menu.addSeparator()
    for column in board.deck.targets(order.id):
        if column != order.column:
            words = translate("cardmenu", "Move to {column}").format(column=column_word(column))
            add(words, partial(board.ask_move, order.id, column, ""))
    menu.addSeparator()
    if order.blocked and order.open:
        add(translate("cardmenu", "Lift the block"), partial(acts["block"], order), LiftOrder)
    elif order.open:
        add(translate("cardmenu", "Block…"), partial(acts["block"], order), BlockOrder)
    if not order.merged_into:
        add(translate("cardmenu", "Confirm output…"), partial(acts["confirm"], order), ConfirmOutput)
    if order.open:
        add(translate("cardmenu", "Change…"), partial(acts["change"], order), ChangeOrder)
        add(translate("cardmenu", "Split…"), partial(acts["split"], order), SplitOrder)
        add(translate("cardmenu", "Merge…"), partial(acts["merge"], order), MergeOrders)
    return menu
