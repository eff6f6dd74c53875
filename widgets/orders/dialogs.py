"""The dialogs that the orders page opens: a new order, what is done with one, the columns. One at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from console.app.queries.orders import Board, CardShown
from console.domain.commands import Command
from console.domain.commands.orders import AddOrder, ChangeOrder, ConfirmOutput, MergeOrders, SplitOrder
from console.domain.orders import WorkOrder
from widgets.orders.columns import OrderColumns
from widgets.people.signing import ask_for

if TYPE_CHECKING:
    from console.app.console import Console


class OrderDialogs(QObject):
    """Asks to sign in first where nobody is."""

    planned = Signal(str)  # the id of a new order

    def __init__(self, console: Console, page: QWidget) -> None:
        super().__init__(page)
        self._console, self._page = console, page
        self.open: QDialog | None = None

    def new(self) -> None:
        """Ask for a new order."""
        from widgets.orders.form import OrderForm

        def made() -> QDialog:
            form = OrderForm(self._console, self._page.window(), None)
            form.accepted.connect(lambda: self.planned.emit(form.made))
            return form

        self._ask(AddOrder, made)

    def change(self, order: WorkOrder) -> None:
        """Ask for everything about an order anew."""
        from widgets.orders.form import OrderForm

        shown = self._shown(order)
        self._ask(ChangeOrder, lambda: OrderForm(self._console, self._page.window(), shown))

    def confirm(self, order: WorkOrder) -> None:
        """Ask for its output."""
        from widgets.orders.confirming import ConfirmOutput as Form

        self._ask(ConfirmOutput, lambda: Form(self._console, self._page.window(), order))

    def split(self, order: WorkOrder) -> None:
        """Ask how many pieces become an order of their own."""
        from widgets.orders.splitting import SplitOrderDialog

        self._ask(SplitOrder, lambda: SplitOrderDialog(self._console, self._page.window(), order))

    def merge(self, order: WorkOrder) -> None:
        """Ask which order becomes part of it."""
        from widgets.orders.splitting import MergeOrders as Form

        self._ask(MergeOrders, lambda: Form(self._console, self._page.window(), order))

    def set_up(self, board: Board, column: str) -> None:
        """Ask for limits and policies, of this column first."""
        self._show(OrderColumns(self._console, board, self._page.window(), column))

    def show_board(self, board: Board) -> None:
        """The columns as they are by now, where they are being set up."""
        if isinstance(self.open, OrderColumns):
            self.open.show_board(board)

    def _ask(self, kind: type[Command], make: Callable[[], QDialog]) -> None:
        ask_for(self._page, kind, lambda: self._show(make()))

    def _show(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.open = dialog
        dialog.finished.connect(lambda _: self._closed(dialog))
        dialog.open()

    def _closed(self, dialog: QDialog) -> None:
        if self.open is dialog:
            self.open = None

    def _shown(self, order: WorkOrder) -> CardShown | None:
        service = self._console.orders
        cards = service.board.cards if service is not None and service.board is not None else ()
        return next((card for card in cards if card.order.id == order.id), None)
