"""What is asked before an order is moved or blocked, from the board and from its panel alike, and when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from console.domain.cardflow import Flow
from console.domain.commands.orders import MoveOrder
from console.domain.errors import Refusal
from console.domain.orders import DONE, HOLD, RUNNING, WorkOrder
from widgets.cardflow.asking import Given, ReasonForm
from widgets.numbers import whole
from widgets.orders.naming import column_word
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

Give = Callable[[MoveOrder], object]
FULL, SHORT, REASON = "column_full", "short_needs_reason", "move_needs_reason"  # refusals after which a reason helps


def wants(flow: Flow, order: WorkOrder, target: str) -> str:
    """What a move wants to be asked for before it is given: SHORT, REASON, or "" for nothing."""
    if target == DONE and order.good < order.quantity:
        return SHORT
    allowed = flow.allowed(order.column, target)
    return REASON if allowed is not None and allowed.reason else ""


def short_words(console: Console, order: WorkOrder) -> str:
    """What is said before an order is closed short: what is confirmed, and what the line counted beyond that."""
    translate = QCoreApplication.translate
    truth = console.orders.truths.get(order.id) if console.orders is not None else None
    words = translate(
        "orderasking", "{good} of {quantity} pieces are confirmed. Confirm the rest, or say why it ends short."
    )
    if truth is not None and truth.good is not None and truth.good != order.good:
        words = translate(
            "orderasking",
            "{good} of {quantity} pieces are confirmed, the line counted {counted}."
            " Confirm the rest, or say why it ends short.",
        )
    counted = whole(truth.good if truth is not None else None)
    return words.format(good=whole(order.good), quantity=whole(order.quantity), counted=counted)


class MoveAsking(QObject):
    """Opens one form at a time above the window of a widget; `confirm` is the way to confirm output instead."""

    def __init__(self, console: Console, widget: QWidget, confirm: Callable[[WorkOrder], object]) -> None:
        super().__init__(widget)
        self._console, self._widget, self._confirm = console, widget, confirm
        self.form: ReasonForm | None = None  # what is being asked

    def move(self, order: WorkOrder, command: MoveOrder, code: str, give: Give, limit: int = 0) -> ReasonForm:
        """Ask for the reason of a move, and give it with that; `limit` of a column that is FULL."""
        over = command.over or code == FULL
        translate = QCoreApplication.translate
        number, title = plain(order.number, 60), column_word(command.target)
        other = None
        match code:
            case "column_full":
                asked = translate("orderasking", "{column} is full").format(column=title)
                about = translate(
                    "orderasking", "It holds {limit} orders, no more by the plan. Say why {order} goes over the limit."
                ).format(limit=limit, order=number)
                act = translate("orderasking", "Go over the limit")
            case "short_needs_reason":
                asked = translate("orderasking", "Close {order} short?").format(order=number)
                about, act = short_words(self._console, order), translate("orderasking", "Close short")
                other = (translate("orderasking", "Confirm output…"), lambda: self._confirm(order))
            case _:
                asked = translate("orderasking", "{order}: to {column}").format(order=number, column=title)
                about, act = _about(order, command.target), translate("orderasking", "Move")
        then = partial(self._with_reason, command, over, give)
        return self._open(asked, about, act, then, command.reason, other)

    def again(self, order: WorkOrder, command: MoveOrder, refusal: Refusal, give: Give) -> ReasonForm | None:
        """Ask for what a refused move wants, and give it so; None where no reason helps."""
        if refusal.code not in (FULL, SHORT, REASON):
            return None
        limit = refusal.facts.get("limit")
        return self.move(order, command, refusal.code, give, limit if isinstance(limit, int) else 0)

    def block(self, order: WorkOrder, then: Given) -> ReasonForm:
        """Ask why it cannot go on."""
        translate = QCoreApplication.translate
        title = translate("orderasking", "What blocks {order}?").format(order=plain(order.number, 60))
        about = translate("orderasking", "It stays where it is, marked, and goes no further until somebody lifts it.")
        return self._open(title, about, translate("orderasking", "Block"), then)

    @staticmethod
    def _with_reason(command: MoveOrder, over: bool, give: Give, reason: str) -> None:
        give(replace(command, reason=reason, over=over))

    def _open(
        self,
        title: str,
        about: str,
        act: str,
        then: Given,
        text: str = "",
        other: tuple[str, Callable[[], object]] | None = None,
    ) -> ReasonForm:
        form = ReasonForm(title, about, act, then, self._widget.window(), text, other)
        form.finished.connect(lambda _: self._closed(form))
        self.form = form
        form.open()
        form.reason.control.setFocus()
        return form

    def _closed(self, form: ReasonForm) -> None:
        if self.form is form:
            self.form = None


def _about(order: WorkOrder, target: str) -> str:
    translate = QCoreApplication.translate
    if target == DONE:
        return translate("orderasking", "It ends here without being finished.")
    if order.column in (DONE, RUNNING) and target != HOLD:
        return translate("orderasking", "It goes back.")
    return ""
