"""Splitting an order in two, and making another one part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from console.domain.commands import orders as ask
from console.domain.orders import PLANNED, RELEASED, WorkOrder
from widgets.cards import Choice, Entry, Text
from widgets.numbers import whole
from widgets.orders.dialog import OrderDialog, offer
from widgets.orders.naming import column_word, line_word, when_words, zone_of
from widgets.orders.typed import pieces_typed
from widgets.people.fields import Field
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 440


class SplitOrderDialog(OrderDialog):
    """Asks for the pieces and the number of the new order; closes when both are kept."""

    def __init__(self, console: Console, parent: QWidget | None, order: WorkOrder) -> None:
        super().__init__(console, parent, "check", WIDE)
        self.order = order
        self.pieces, self.number, self.then = Field(Entry()), Field(Entry()), Text("text_muted", 13, wrap=True)
        self.fields = {"pieces": self.pieces, "number": self.number}  # type: ignore[dict-item]
        for part in (self.pieces, self.number, self.then):
            self.body.addWidget(part)
        self.pieces.control.setText(str(max(1, order.left // 2)))
        self.number.control.setText(self._free_number())
        self.pieces.control.textEdited.connect(lambda _: self._say())
        self.retranslate()
        self.pieces.control.selectAll()
        self.pieces.control.setFocus()
        self.fit()

    def submit(self) -> None:
        """Split it."""
        self.refuse_nothing()
        pieces, left = pieces_typed(self.pieces.control.text()), self.order.left
        if pieces is None or not 0 < pieces < left:
            words = self.tr("Type a number from 1 to {0}: both parts need pieces that are not made yet.")
            self.wrong("pieces", words.format(whole(left - 1)))
        elif not self.number.control.text().strip():
            self.wrong("number", self.tr("Type a number for the new order."))
        else:
            order = self.order
            self.give(ask.SplitOrder(order.id, order.line, pieces, self.number.control.text().strip()))

    def _free_number(self) -> str:
        """The number with a letter behind it that no order on the board has."""
        orders = self._console.orders
        taken = {one.number.casefold() for one in orders.by_id.values()} if orders is not None else set()
        tried = (f"{self.order.number}-{letter}" for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ")
        return next((number for number in tried if number.casefold() not in taken), "")

    def _say(self) -> None:
        pieces = pieces_typed(self.pieces.control.text()) or 0
        rest = max(0, self.order.quantity - pieces)
        words = self.tr("{0} then has {1} pieces, the new order {2}; it begins among the planned ones.")
        self.then.say(words.format(plain(self.order.number, 60), whole(rest), whole(pieces)))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Split an order"))
        self.heading.say(self.tr("Split {0}").format(plain(self.order.number, 60)))
        words = self.tr("{0} of {1} pieces are not confirmed yet.")
        self.how.say(words.format(whole(self.order.left), whole(self.order.quantity)))
        self.pieces.name(self.tr("&Pieces of the new order"))
        self.number.name(self.tr("Its &number"))
        self.go.name(self.tr("Split"), self.tr("Enter"))
        self.leave.name(self.tr("Cancel"))
        self._say()


class MergeOrders(OrderDialog):
    """Asks which order becomes part of this one: of the same product, and not begun."""

    def __init__(self, console: Console, parent: QWidget | None, order: WorkOrder) -> None:
        super().__init__(console, parent, "link", WIDE)
        self.order = order
        self.others = mergeable(console, order)
        self.other, self.none = Field(Choice()), Text("text_muted", 13, wrap=True)
        self.fields = {"other": self.other}  # type: ignore[dict-item]
        self.body.addWidget(self.other)
        self.body.addWidget(self.none)
        self.retranslate()
        self.other.setVisible(bool(self.others))
        self.none.setVisible(not self.others)
        self.go.setEnabled(bool(self.others))
        (self.other.control if self.others else self.leave).setFocus()
        self.fit()

    def submit(self) -> None:
        """Merge them."""
        other = str(self.other.control.currentData() or "")
        if other:
            self.give(ask.MergeOrders(self.order.id, self.order.line, other))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        number = plain(self.order.number, 60)
        self.setWindowTitle(self.tr("Merge two orders"))
        self.heading.say(self.tr("Merge into {0}").format(number))
        self.how.say(
            self.tr("Its pieces are added to {0}, the earlier due time counts. It ends as part of it.").format(number)
        )
        self.other.name(self.tr("&Order that becomes part of it"))
        self.none.say(self.tr("No other order of this product has not begun yet: there is nothing to merge."))
        self.go.name(self.tr("Merge"), self.tr("Enter"))
        self.leave.name(self.tr("Cancel"))
        zone, now = zone_of(self._console), self._console.now()
        entries = []
        for one in self.others:
            due = when_words(one.due, now, zone) if one.due is not None else ""
            parts = (
                plain(one.number, 60),
                whole(one.quantity),
                line_word(self._console, one.line),
                column_word(one.column),
                due,
            )
            entries.append((one.id, " · ".join(part for part in parts if part)))
        offer(self.other.control, "", entries)


def mergeable(console: Console, order: WorkOrder) -> tuple[WorkOrder, ...]:
    """The orders that may become part of it, those of its own line first."""
    orders = console.orders
    known = orders.by_id.values() if orders is not None else ()
    found = (
        one
        for one in known
        if one.id != order.id and one.product == order.product and one.column in (PLANNED, RELEASED)
        and not (one.good or one.scrap or one.merged_into)
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.line != order.line, one.line, one.rank, one.id)))
