"""What an order does to the others, and what it lacks, while it is being filled in."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.orderdelays import WhatIf
from console.domain.orders import WorkOrder
from console.domain.planning import Delay
from console.domain.products import PartsInCircle, Short, needs, shortages
from widgets.cards import Text
from widgets.numbers import unit_word
from widgets.orders.lines import Line, MarkedLines
from widgets.orders.naming import amount, late_words, when_words
from widgets.plain import plain
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

SHOWN = 3  # delays and shortages that have a line of their own


class Effect(QWidget):
    """Shows one line for each thing: when it is made, what it delays, what is short."""

    def __init__(self) -> None:
        super().__init__()
        self.title, self.marked = Text("text", 13, 600), MarkedLines()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.marked)
        self.retranslate()
        self.hide()

    @property
    def lines(self) -> list[Line]:
        """What it says now."""
        return self.marked.lines

    def say(self, lines: list[Line]) -> None:
        """Show other lines."""
        self.marked.say(lines)
        self.setVisible(bool(lines))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("What it does"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def effect_lines(console: Console, meant: WorkOrder, told: WhatIf, now: float, zone: tzinfo | None) -> list[Line]:
    """When it would be finished, what it delays, and what is short at its line."""
    return [*_own(told, now, zone), *_later(told), *_short(short_of(console, meant))]


def short_of(console: Console, order: WorkOrder) -> tuple[Short, ...]:
    """Materials of which too little lies at the line for what is left of the order; () where nobody can tell."""
    orders = console.orders
    if orders is None or not order.line:
        return ()
    try:
        wanted = needs(orders.products, order.product, order.left)
    except PartsInCircle:
        return ()
    return shortages(wanted, (one for one in orders.stock if one.line == order.line))


def delay_words(delay: Delay) -> str:
    """ "WO-10482 50 min later, will be late"."""
    translate = QCoreApplication.translate
    words = translate("orders", "{0}: {1} later").format(plain(delay.order.number, 60), span(delay.seconds or 0.0))
    due, more = delay.order.due, ""
    if delay.becomes_late:
        more = translate("orders", "will be late")
    elif due is not None and delay.after is not None and delay.after > due.timestamp():
        more = translate("orders", "is late already")
    return translate("roles", ", ").join(part for part in (words, more) if part)


def _own(told: WhatIf, now: float, zone: tzinfo | None) -> list[Line]:
    translate, slot = QCoreApplication.translate, told.own
    if slot is None:
        return []
    if slot.finish is None:
        words = translate("orders", "No time a piece is known for this product: nobody can tell when it is finished.")
        return [("circle-help", "text_muted", words)]
    at = when_words(datetime.fromtimestamp(slot.finish, UTC), now, zone)
    words = translate("orders", "Finished at {0} by the plan").format(at)
    if slot.late is None:
        return [("clock", "text_muted", words)]
    late = slot.late > 0
    return [("clock", "warning" if late else "text_muted", f"{words} · {late_words(slot.late)}")]


def _later(told: WhatIf) -> list[Line]:
    later = sorted(told.later, key=lambda delay: (not delay.becomes_late, -(delay.seconds or 0.0)))
    lines = [("hourglass", "bad" if one.becomes_late else "warning", delay_words(one)) for one in later[:SHOWN]]
    if len(later) > SHOWN:
        words = QCoreApplication.translate("orders", "More orders later: {0}").format(len(later) - SHOWN)
        lines.append(("hourglass", "warning", words))
    if told.own is not None and not later:
        lines.append(("check", "text_muted", QCoreApplication.translate("orders", "It delays no other order")))
    return lines


def _amounts(short: Short) -> tuple[str, str, str]:
    return amount(short.missing), plain(unit_word(short.unit), 10), amount(short.there)


def _short(found: tuple[Short, ...]) -> list[Line]:
    translate = QCoreApplication.translate
    words = translate("orders", "{0}: {1} {2} short at the line ({3} of {4})")
    lines = [
        ("triangle-alert", "warning", words.format(plain(s.material, 60), *_amounts(s), amount(s.needed)))
        for s in found[:SHOWN]
    ]
    if len(found) > SHOWN:
        more = translate("orders", "More materials short: {0}").format(len(found) - SHOWN)
        lines.append(("triangle-alert", "warning", more))
    return lines
