"""One product: what it is, its parts over all levels for a quantity, its steps, and where it goes into."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from console.domain.bom import NODES_MOST, Node, tree, where_used
from console.domain.commands.products import RemoveProduct, SetProduct
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import OrdersChanged
from console.domain.products import Product, RouteStep
from widgets.attachments.later import while_there
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Button, Choice, Entry, Fact, OneLine, Text
from widgets.flow import Flow, emptied
from widgets.numbers import decimal
from widgets.orders.naming import line_word
from widgets.people.fields import Said
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.products.words import amount, circle_words, number_typed
from widgets.refusals import words_of
from widgets.tables import ROW, Grid

if TYPE_CHECKING:
    from console.app.console import Console

MATERIAL, TAKES, THERE, MISSING = range(4)
FACTS = ("number", "unit", "family", "lines", "seconds", "setup", "source")
TABLE_MOST = 14  # rows of a table that are shown without scrolling in it


class ProductView(QWidget):
    """Shows what it is given; asks the records only to remove it."""

    change_asked = Signal()
    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._one = console, OneByOne(self, console)
        self.kept: Kept[Product] | None = None
        self._products: dict[str, Product] = {}
        self.name_words, self.said = OneLine("text", 18, 600), Said()
        self.edit, self.away = Button("pencil", self.change_asked.emit), Button("delete", self.remove)
        self.facts = {name: Fact() for name in FACTS}
        self.parts_title, self.steps_title = Text("text", 14, 600), Text("text", 14, 600)
        self.used_title, self.parts_said = Text("text", 14, 600), Text("text_muted", 13, wrap=True)
        self.steps_said, self.used_said = Text("text_muted", 13, wrap=True), Text("text_muted", 13, wrap=True)
        self.quantity_label, self.quantity = Text("text_muted", 12), Entry("1")
        self.line_label, self.line = Text("text_muted", 12), Choice()
        self.short = Said()
        self.nodes = Listed(self._node_heads, self._node_cell)
        self.tree = Grid(self.nodes, (240, 110, 110, 110), MATERIAL, (THERE,))
        self.steps = Listed(self._step_heads, self._step_cell)
        self.route = Grid(self.steps, (200, 150, 90, 90), 0, (1,))
        self._used = Flow()
        self._lay_out()
        self.quantity.textChanged.connect(lambda _: self._grow())
        self.line.currentIndexChanged.connect(lambda _: self._grow())
        stop = console.on(OrdersChanged, lambda _: self._grow() if self.isVisible() else None)
        self.destroyed.connect(lambda _=None, stop=stop: stop())
        self.retranslate()

    def show_product(self, kept: Kept[Product], products: dict[str, Product]) -> None:
        """Show this one; `products` are all, for its parts and where it goes into."""
        if self.kept is None or self.kept.value.id != kept.value.id:
            self.said.say("")
        self.kept, self._products = kept, products
        self._say()

    # What is said

    def _say(self) -> None:
        if self.kept is None:
            return
        product = self.kept.value
        self.name_words.say(plain(product.name, 60) or plain(product.id, 64))
        lines = ", ".join(line_word(self._console, line) for line in product.lines)
        setup = sum(step.setup for step in product.steps)
        self.facts["number"].say(product.id)
        self.facts["unit"].say(product.unit)
        self.facts["family"].say(product.family)
        self.facts["lines"].say(lines or self.tr("Any"))
        self.facts["seconds"].say(decimal(product.seconds, 1) + " s" if product.seconds else "")
        self.facts["setup"].say(decimal(setup, 0) + " s" if setup else "")
        self.facts["source"].say(product.source or self.tr("Written here"))
        self._offer_lines(product)
        self.steps.show_rows(product.steps, False)
        self.route.setVisible(bool(product.steps))
        self.steps_said.setVisible(not product.steps)
        _fit(self.route, len(product.steps))
        self._grow()
        self._say_used(product)
        self.allow()

    def _offer_lines(self, product: Product) -> None:
        lines = [live.line.id for live in self._console.floor.lines]
        mine = [line for line in lines if not product.lines or line in product.lines]
        self.line.offer(self.tr("No line"), [(line, line_word(self._console, line)) for line in mine], most=190)

    def _grow(self) -> None:
        if self.kept is None:
            return
        product, quantity = self.kept.value, number_typed(self.quantity.text())
        line = str(self.line.currentData() or "")
        orders = self._console.orders
        stock = [one for one in orders.stock if one.line == line] if line and orders is not None else []
        self.parts_said.say("")
        nodes: tuple[Node, ...] = ()
        try:
            nodes = tree(self._products, product.id, quantity or 0.0, stock)
        except Refusal as refusal:
            self.parts_said.say(words_of(refusal))
        if not product.parts:
            self.parts_said.say(self.tr("It has no parts: it is bought, or nobody wrote them down yet."))
        elif len(nodes) >= NODES_MOST:
            self.parts_said.say(self.tr("Only the first {most} lines are shown.").format(most=NODES_MOST))
        self.parts_said.setVisible(bool(self.parts_said.text()))
        same = [node.material for node in nodes] == [node.material for node in self.nodes.rows]
        self.nodes.show_rows(nodes, same)
        self.tree.setVisible(bool(nodes))
        for part in (self.quantity_label, self.quantity, self.line_label, self.line):
            part.setVisible(bool(product.parts))
        _fit(self.tree, len(nodes))
        self._say_short(nodes, line, bool(stock))

    def _say_short(self, nodes: tuple[Node, ...], line: str, counted: bool) -> None:
        short = [node for node in nodes if node.missing > 0]
        if not line or not nodes:
            self.short.say("")
        elif short:
            told = ", ".join(f"{plain(node.material, 40)} ({amount(node.missing, node.unit)})" for node in short[:5])
            self.short.warn(self.tr("Too little at this line: {materials}").format(materials=told))
        elif counted:
            self.short.good(self.tr("Enough of everything that is counted at this line."))
        else:
            self.short.say(self.tr("No stock is counted at this line yet."), "info", "text_muted")

    def _say_used(self, product: Product) -> None:
        emptied(self._used)
        found = where_used(self._products.values(), product.id)
        for parent, each in found[:40]:
            button = Button("link", partial(self._to, parent.id))
            words = f"{plain(parent.id, 40)} · {amount(each)}"
            button.name(words, self.tr("Show this product"))
            self._used.addWidget(button)
        self.used_said.setVisible(not found)

    def _to(self, number: str) -> None:
        self.open_requested.emit("products", f"products/{number}")

    def _node_heads(self) -> tuple[str, ...]:
        return self.tr("Part"), self.tr("Takes"), self.tr("At the line"), self.tr("Missing")

    def _node_cell(self, node: Node, column: int) -> Cell:
        if column == MATERIAL:
            known = self._products.get(node.material)
            name = f"  {plain(known.name, 60)}" if known is not None and known.name else ""
            mark = ("layers", "text_muted") if node.made else None
            shift = "      " * (node.level - 1)
            return Cell(f"{shift}{plain(node.material, 64)}{name}", "text", mark)
        if column == TAKES:
            return Cell(amount(node.quantity, node.unit), "text")
        if column == THERE:
            return Cell(amount(node.there, node.unit) if node.there is not None else "–")
        if node.missing > 0:
            return Cell(amount(node.missing, node.unit), "bad", ("triangle-alert", "bad"))
        return Cell("–", "text_faint")

    def _step_heads(self) -> tuple[str, ...]:
        return self.tr("Step"), self.tr("Station"), self.tr("s a piece"), self.tr("Set-up s")

    def _step_cell(self, step: RouteStep, column: int) -> Cell:
        if column == 0:
            return Cell(plain(step.name, 80), "text")
        if column == 1:
            return Cell(plain(step.station, 64) or self.tr("The line"), "text_muted")
        value = step.seconds if column == 2 else step.setup
        return Cell(decimal(value, 1) if value else "–", "text_muted")

    # What is done

    def remove(self) -> None:
        """Delete it, after a question."""
        if self.kept is None or not self.away.isEnabled():
            return
        product = self.kept.value
        used = where_used(self._products.values(), product.id)
        words = self.tr("Delete {number}? Orders keep its number and the steps they have.")
        if used:
            words = self.tr("Delete {number}? It goes into {count} others, which keep it as bought material.")
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setWindowTitle(self.tr("Delete a product"))
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setText(words.format(number=plain(product.id, 64), count=len(used)))
        yes = asked.addButton(self.tr("Delete"), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.exec()
        if asked.clickedButton() is yes:
            self._delete()

    def _delete(self) -> None:
        if self.kept is not None:
            command = RemoveProduct(self.kept.value.id, self.kept.version)
            self._one.give(command, lambda _: None, while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        way = refusal.facts.get("path")
        more = f" {circle_words(way)}" if isinstance(way, tuple) else ""
        self.said.say(words_of(refusal) + more)

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = why_not(self._console, SetProduct)
        self.edit.name(self.tr("Change (E)"), why)
        self.edit.setEnabled(not why)
        why = why_not(self._console, RemoveProduct)
        self.away.name(self.tr("Delete"), why)
        self.away.setEnabled(not why)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = {
            "number": self.tr("Number"),
            "unit": self.tr("Unit"),
            "family": self.tr("Family"),
            "lines": self.tr("Lines"),
            "seconds": self.tr("Pace: slowest step"),
            "setup": self.tr("Set-up"),
            "source": self.tr("From"),
        }
        for name, words in names.items():
            self.facts[name].name.say(words)
        self.parts_title.say(self.tr("Parts, over all levels"))
        self.steps_title.say(self.tr("Steps"))
        self.used_title.say(self.tr("Where it goes into"))
        self.steps_said.say(self.tr("It has no steps: without a standard time the plan takes the line's takt."))
        self.used_said.say(self.tr("No product has it among its parts."))
        self.quantity_label.setText(self.tr("For pieces"))
        self.line_label.setText(self.tr("Held against the stock of"))
        self.quantity.setAccessibleName(self.tr("For pieces"))
        self.line.setAccessibleName(self.tr("Held against the stock of"))
        self.tree.setAccessibleName(self.tr("Parts, over all levels"))
        self.route.setAccessibleName(self.tr("Steps"))
        self.nodes.retranslate()
        self.steps.retranslate()
        self._say()
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        head, grid, pick = QHBoxLayout(), QGridLayout(), QHBoxLayout()
        head.addWidget(self.name_words, 1)
        head.addWidget(self.edit)
        head.addWidget(self.away)
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for at, fact in enumerate(self.facts.values()):
            grid.addWidget(fact, at // 4, at % 4)
        for at in range(4):
            grid.setColumnStretch(at, 1)
        self.quantity.setMaximumWidth(90)
        for part in (self.quantity_label, self.quantity, self.line_label, self.line):
            pick.addWidget(part)
        pick.addStretch(1)
        for table in (self.tree, self.route):
            table.setEditTriggers(Grid.EditTrigger.NoEditTriggers)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.said)
        column.addLayout(grid)
        for part in (self.parts_title, pick, self.short, self.parts_said, self.tree, self.steps_title, self.steps_said):
            column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)
        column.addWidget(self.route)
        column.addWidget(self.used_title)
        column.addWidget(self.used_said)
        column.addLayout(self._used)
        column.addStretch(1)


def _fit(table: Grid, rows: int) -> None:
    """As high as its rows, up to TABLE_MOST."""
    table.setFixedHeight(30 + ROW * max(1, min(rows, TABLE_MOST)))
