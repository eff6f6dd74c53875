"""Moving and blocking an order away from the board: where it may go, what it is asked for first, what comes back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.domain.cardflow import Flow
from console.domain.commands import Command
from console.domain.commands.orders import BlockOrder, LiftOrder, MoveOrder
from console.domain.errors import Refusal
from console.domain.orders import ORDERS, WorkOrder
from console.domain.people import Role
from widgets.attachments.later import while_there
from widgets.cardflow.asking import ReasonForm
from widgets.orders.moveasking import MoveAsking, wants
from widgets.people.signing import OneByOne, ask_for
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class Giving(QObject):
    """One for a panel. `done` carries the order, `said` why it was refused ("" takes that back)."""

    done = Signal(str)
    said = Signal(str)

    def __init__(self, console: Console, widget: QWidget) -> None:
        super().__init__(widget)
        self._console, self._widget = console, widget
        self._one = OneByOne(widget, console)
        self.confirm: Callable[[WorkOrder], object] = lambda order: None  # ask for its output; the panel knows how
        self._asking = MoveAsking(console, widget, lambda order: self.confirm(order))

    @property
    def form(self) -> ReasonForm | None:
        """What is being asked."""
        return self._asking.form

    @property
    def flow(self) -> Flow:
        """The columns as the plant set them up."""
        orders = self._console.orders
        return orders.board.flow if orders is not None and orders.board is not None else ORDERS

    def roles(self) -> frozenset[Role]:
        """The roles by which whoever is signed in moves; all of them while nobody is: the sign-in decides."""
        session = self._console.session
        if session.as_role is not None:
            return frozenset({session.as_role})
        if session.person is None or Role.ADMINISTRATOR in session.person.roles:
            return frozenset(Role)
        return session.person.roles

    def targets(self, order: WorkOrder) -> tuple[str, ...]:
        """The columns into which it may be put now, in their order."""
        return () if order.merged_into else self.flow.targets(order.column, self.roles())

    def wants_reason(self, order: WorkOrder, target: str) -> bool:
        """Whether it is asked for before the move."""
        return bool(wants(self.flow, order, target))

    def move(self, order: WorkOrder, target: str) -> None:
        """Put it into another column, after asking for a reason where the move wants one."""
        command = MoveOrder(order.id, order.line, order.column, target)
        if code := wants(self.flow, order, target):
            give = partial(self._give_move, order)
            self._sign(MoveOrder, lambda: self._asking.move(order, command, code, give))
        else:
            self._give_move(order, command)

    def block(self, order: WorkOrder) -> None:
        """Ask why it cannot go on; lift it where it is blocked."""
        if order.blocked:
            self._give(LiftOrder(order.id, order.line), self._refused)
        else:
            self._sign(BlockOrder, lambda: self._asking.block(order, partial(self._block, order)))

    # Inside

    def _sign(self, kind: type[Command], then: Callable[[], object]) -> None:
        ask_for(self._widget, kind, while_there(self._widget, then))

    def _block(self, order: WorkOrder, why: str) -> None:
        self._give(BlockOrder(order.id, order.line, why), self._refused)

    def _give_move(self, order: WorkOrder, command: MoveOrder) -> None:
        def refused(refusal: Refusal) -> None:
            if self._asking.again(order, command, refusal, partial(self._give_move, order)) is None:
                self._refused(refusal)

        self._give(command, refused)

    def _give(self, command: Command, refused: Callable[[Refusal], None]) -> None:
        self.said.emit("")
        self._one.give(command, while_there(self._widget, self._done), while_there(self._widget, refused))

    def _done(self, result: object) -> None:
        changes = getattr(result, "changes", ())
        self.done.emit(next((change.id for change in changes if change.kind == "work_order"), ""))

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(words_of(refusal))
