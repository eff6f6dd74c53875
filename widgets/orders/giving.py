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
from console.domain.orders import DONE, ORDERS, WorkOrder
from console.domain.people import Role
from widgets.attachments.later import while_there
from widgets.numbers import whole
from widgets.orders.asking import Given, ReasonForm
from widgets.orders.naming import column_word
from widgets.people.signing import OneByOne, ask_for
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

ASKED = ("column_full", "short_needs_reason", "move_needs_reason")  # refusals after which a reason helps


class Giving(QObject):
    """One for a panel. `done` carries the order, `said` why it was refused ("" takes that back)."""

    done = Signal(str)
    said = Signal(str)

    def __init__(self, console: Console, widget: QWidget) -> None:
        super().__init__(widget)
        self._console, self._widget = console, widget
        self._one = OneByOne(widget, console)
        self.form: ReasonForm | None = None  # what is being asked
        self.confirm: Callable[[WorkOrder], object] = lambda order: None  # ask for its output; the panel knows how

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
        allowed = self.flow.allowed(order.column, target)
        return (target == DONE and order.good < order.quantity) or (allowed is not None and allowed.reason)

    def move(self, order: WorkOrder, target: str) -> None:
        """Put it into another column, after asking for a reason where the move wants one."""
        if not self.wants_reason(order, target):
            self._give_move(order, target)
            return
        code = "short_needs_reason" if target == DONE and order.good < order.quantity else ""
        self._sign(MoveOrder, partial(self._ask_move, order, target, code))

    def block(self, order: WorkOrder) -> None:
        """Ask why it cannot go on; lift it where it is blocked."""
        if order.blocked:
            self._give(LiftOrder(order.id, order.line), self._refused)
        else:
            self._sign(BlockOrder, partial(self._ask_block, order))

    # Inside

    def _sign(self, kind: type[Command], then: Callable[[], object]) -> None:
        ask_for(self._widget, kind, while_there(self._widget, then))

    def _ask_block(self, order: WorkOrder) -> None:
        title = self.tr("What blocks {order}?").format(order=plain(order.number, 60))
        about = self.tr("It stays where it is, marked, and goes no further until somebody lifts it.")
        then = partial(self._block, order)
        self._open(title, about, self.tr("Block"), then)

    def _block(self, order: WorkOrder, why: str) -> None:
        self._give(BlockOrder(order.id, order.line, why), self._refused)

    def _ask_move(self, order: WorkOrder, target: str, code: str, text: str = "", limit: int = 0) -> None:
        number, title = plain(order.number, 60), column_word(target)
        other = None
        if code == "column_full":
            asked, act = self.tr("{column} is full").format(column=title), self.tr("Go over the limit")
            about = self.tr("It holds {limit} orders, no more by the plan. Say why {order} goes over the limit.")
            about = about.format(limit=limit, order=number)
        elif code == "short_needs_reason":
            asked, act = self.tr("Close {order} short?").format(order=number), self.tr("Close short")
            about = self.tr("{good} of {quantity} pieces are confirmed. Confirm the rest, or say why it ends short.")
            about = about.format(good=whole(order.good), quantity=whole(order.quantity))
            other = (self.tr("Confirm output…"), lambda: self.confirm(order))
        else:
            asked, about, act = (
                self.tr("{order}: to {column}").format(order=number, column=title),
                "",
                self.tr("Move"),
            )
        over = code == "column_full"
        self._open(asked, about, act, lambda reason: self._give_move(order, target, reason, over), text, other)

    def _give_move(self, order: WorkOrder, target: str, reason: str = "", over: bool = False) -> None:
        def refused(refusal: Refusal) -> None:
            if refusal.code in ASKED:
                limit = refusal.facts.get("limit")
                self._ask_move(order, target, refusal.code, reason, limit if isinstance(limit, int) else 0)
            else:
                self._refused(refusal)

        self._give(MoveOrder(order.id, order.line, order.column, target, reason, over), refused)

    def _open(
        self,
        title: str,
        about: str,
        act: str,
        then: Given,
        text: str = "",
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> None:
        form = ReasonForm(title, about, act, then, self._widget.window(), text, other)
        form.finished.connect(lambda _: self._closed(form))
        self.form = form
        form.open()
        form.reason.control.setFocus()

    def _closed(self, form: ReasonForm) -> None:
        if self.form is form:
            self.form = None

    def _give(self, command: Command, refused: Callable[[Refusal], None]) -> None:
        self.said.emit("")
        self._one.give(command, while_there(self._widget, self._done), while_there(self._widget, refused))

    def _done(self, result: object) -> None:
        changes = getattr(result, "changes", ())
        self.done.emit(next((change.id for change in changes if change.kind == "work_order"), ""))

    def _refused(self, refusal: Refusal) -> None:
        self.said.emit(words_of(refusal))
