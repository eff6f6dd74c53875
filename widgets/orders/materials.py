"""What an order takes: its parts list over all levels, what lies at the line, and what is short."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.app.queries.orders import OrderFile
from console.domain.orders import WorkOrder
from console.domain.products import Need, PartsInCircle, needs, shortages
from widgets.cards import OneLine, Picture, Text
from widgets.flow import emptied
from widgets.numbers import unit_word
from widgets.orders.naming import amount
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console


@dataclass(frozen=True, slots=True)
class Row:
    """One material: what is needed for the pieces that are left, what lies at the line (None: nobody counts it)."""

    need: Need
    there: float | None
    short: float
    name: str = ""


def rows_of(console: Console, file: OrderFile) -> tuple[Row, ...] | None:
    """Every material of an order, what is short first; None where its product is part of itself."""
    orders, order = console.orders, file.card.order
    products = dict(orders.products) if orders is not None else {}
    if file.product is not None:
        products.setdefault(file.product.id, file.product)
    try:
        wanted = needs(products, order.product, _left(console, order) if order.open else order.quantity)
    except PartsInCircle:
        return None
    stock: dict[str, float] = {}
    for one in file.stock:
        stock[one.material] = stock.get(one.material, 0.0) + one.quantity
    short = {one.material: one.missing for one in shortages(wanted, file.stock)} if order.open else {}
    rows = (
        Row(
            need,
            stock.get(need.material),
            short.get(need.material, 0.0),
            products[need.material].name if need.material in products else "",
        )
        for need in wanted
    )
    return tuple(sorted(rows, key=lambda row: (not row.short, row.need.material)))


def _left(console: Console, order: WorkOrder) -> int:
    """Pieces that are still to be made: what the line counted took its material already, confirmed or not."""
    truth = console.orders.truths.get(order.id) if console.orders is not None else None
    counted = truth.good if truth is not None and truth.good is not None else 0
    return max(0, order.quantity - max(order.good, counted))


class Materials(QWidget):
    """A table of materials; hidden where the product has no parts list."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._file: OrderFile | None = None
        self.rows: tuple[Row, ...] = ()
        self.title, self.said = Text("text", 14, 600), Text("warning", 13, wrap=True)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.said)
        column.addLayout(self._grid)
        self.retranslate()

    def show_order(self, file: OrderFile) -> None:
        """Show what an order takes."""
        self._file = file
        self.title.say(self._title())
        found = rows_of(self._console, file)
        self.said.setVisible(found is None)
        self.rows = found or ()
        self.setVisible(found is None or bool(found))
        emptied(self._grid)
        heads = ("", self.tr("Material"), self.tr("Needed"), self.tr("At the line"))
        for at, words in enumerate(heads):
            head = Text("text_faint", 12)
            head.say(words)
            self._grid.addWidget(head, 0, at, Qt.AlignmentFlag.AlignRight if at > 1 else Qt.AlignmentFlag.AlignLeft)
        for at, row in enumerate(self.rows, 1):
            self._add(at, row)

    def _add(self, at: int, row: Row) -> None:
        need, short = row.need, row.short > 0
        role = "warning" if short else "text"
        name = OneLine(role, 13)
        name.say(" · ".join(plain(part, 60) for part in (need.material, row.name) if part))
        ways = [" › ".join(way) for way in need.paths if len(way) > 1]
        name.setAccessibleDescription("\n".join(ways))
        wanted, there = Text(role, 13), Text(role if row.there is not None else "text_faint", 13)
        wanted.say(f"{amount(need.quantity)} {plain(unit_word(need.unit), 10)}")
        missing = self.tr("{0} short").format(amount(row.short)) if short else ""
        lies = amount(row.there) if row.there is not None else self.tr("not counted")
        there.say(" · ".join(part for part in (lies, missing) if part))
        self._grid.addWidget(Picture("triangle-alert" if short else "", "warning", 14), at, 0)
        self._grid.addWidget(name, at, 1)
        self._grid.addWidget(wanted, at, 2, Qt.AlignmentFlag.AlignRight)
        self._grid.addWidget(there, at, 3, Qt.AlignmentFlag.AlignRight)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self._title())
        self.said.say(self.tr("The product is part of itself: look at its parts list."))
        if self._file is not None:
            self.show_order(self._file)

    def _title(self) -> str:
        done = self._file is not None and not self._file.card.order.open
        return self.tr("Materials of the whole order") if done else self.tr("Materials for what is left")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
