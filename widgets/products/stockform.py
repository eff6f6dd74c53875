"""A material that is counted at a line from now on: where, what, how much, and when it is replenished."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from console.domain.commands.replenishment import CountStock, SetStockLimits
from widgets.attachments.later import while_there
from widgets.cards import Choice, Entry
from widgets.orders.dialog import OrderDialog
from widgets.orders.naming import line_word
from widgets.people.fields import Field
from widgets.products.words import number_typed

if TYPE_CHECKING:
    from console.app.console import Console

NUMBERS = ("quantity", "minimum", "maximum", "bin")


class StockForm(OrderDialog):
    """Counts it first, then keeps its limits."""

    def __init__(self, console: Console, parent: QWidget | None, lines: Sequence[str], line: str) -> None:
        super().__init__(console, parent, "check", 520)
        self.made = ("", "")
        self._lines, self._first, self._counted = lines, line, False
        self.line, self.material = Field(Choice()), Field(Entry())
        self.numbers = {name: Field(Entry()) for name in NUMBERS}
        self.fields = {"line": self.line, "number": self.material, **self.numbers}  # type: ignore[dict-item]
        known = sorted(console.orders.products) if console.orders is not None else []
        self.material.control.setCompleter(QCompleter(known, self.material.control))
        self._lay_out()
        self.retranslate()
        self.material.control.setFocus()
        self.fit()

    def submit(self) -> None:
        """Keep it."""
        self.refuse_nothing()
        line, material = str(self.line.control.currentData() or ""), self.material.control.text().strip()
        values = {name: number_typed(field.control.text() or "0") for name, field in self.numbers.items()}
        if not line:
            self.wrong("line", self.tr("Choose a line."))
        elif not material:
            self.wrong("number", self.tr("Which material?"))
        elif bad := next((name for name, value in values.items() if value is None or value < 0), ""):
            self.wrong(bad, self.tr("Type a number, 0 or more."))
        elif values["maximum"] and (values["minimum"] or 0) > (values["maximum"] or 0):
            self.wrong("minimum", self.tr("No more than the maximum."))
        elif values["maximum"] and (values["bin"] or 0) > (values["maximum"] or 0):
            self.wrong("bin", self.tr("No more than the maximum."))
        else:
            self.made = (line, material)
            self._count({name: value or 0.0 for name, value in values.items()})

    def _count(self, values: dict[str, float]) -> None:
        service = self._console.material
        order = service.running(self.made[0]) if service is not None else None
        told = (order.id, service.counted(order.id)) if service is not None and order is not None else ("", 0)
        limits = SetStockLimits(*self.made, values["minimum"], values["maximum"], values["bin"])
        count = CountStock(*self.made, values["quantity"], *told)
        if self._counted:
            self.give(limits)
            return

        def counted(_: object) -> None:
            self._counted = True
            self.give(limits)

        self._one.give(count, while_there(self, counted), while_there(self, self.refused))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("New material at a line"))
        self.heading.say(self.tr("New material at a line"))
        self.how.say(self.tr("It goes down by what the line makes, through the parts list of the running order."))
        entries = [(line, line_word(self._console, line)) for line in self._lines]
        self.line.control.offer("", entries, self._first, most=400)
        self.line.name(self.tr("&Line"))
        self.material.name(self.tr("&Material"), self.tr("Its number, as parts lists have it."))
        self.numbers["quantity"].name(self.tr("&Counted now"))
        self.numbers["minimum"].name(self.tr("M&inimum"), self.tr("At this and below a card is made."))
        self.numbers["maximum"].name(self.tr("Ma&ximum"), self.tr("Up to this it is filled; 0 = never by itself."))
        self.numbers["bin"].name(self.tr("A &bin holds"), self.tr("Cards ask for whole bins; 0 = none."))
        self.go.name(self.tr("Save"))
        self.leave.name(self.tr("Cancel"))

    def _lay_out(self) -> None:
        rows = ((self.line, self.material), tuple(self.numbers.values())[:2], tuple(self.numbers.values())[2:])
        for pair in rows:
            row = QHBoxLayout()
            row.setSpacing(12)
            for field in pair:
                row.addWidget(field, 1)
            self.body.addLayout(row)
