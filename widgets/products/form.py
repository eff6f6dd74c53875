"""A product as it is written: what it is, its parts and its steps, each in a table that is typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from console.domain.commands.products import SetProduct
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.products import PARTS_MOST, STEPS_MOST, Part, Product, RouteStep
from widgets.cards import Entry, Text
from widgets.orders.dialog import OrderDialog
from widgets.orders.naming import line_word
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.products.cells import TypedGrid, TypedRows
from widgets.products.lines import LineTicks
from widgets.products.words import circle_words, number_typed, written
from widgets.refusals import words_of
from widgets.tables import ROW

if TYPE_CHECKING:
    from console.app.console import Console

WIDE = 760


class ProductForm(OrderDialog):
    """Asks for a new product, or for one anew; what was typed stays when it is refused."""

    def __init__(
        self, console: Console, parent: QWidget | None, kept: Kept[Product] | None, known: list[str] | None = None
    ) -> None:
        super().__init__(console, parent, "check", WIDE)
        self.kept, self.made = kept, ""
        self._known = set(known or ())
        self.number, self.name, self.unit, self.family = (Field(Entry()) for _ in range(4))
        self.lines = LineTicks([(one.line.id, line_word(console, one.line.id)) for one in console.floor.lines])
        self.parts = TypedRows(self._part_heads, PARTS_MOST)
        self.steps = TypedRows(self._step_heads, STEPS_MOST)
        self.part_grid = TypedGrid(self.parts, (260, 120, 90), 0)
        self.step_grid = TypedGrid(self.steps, (230, 160, 110, 110), 0)
        self.parts_label, self.steps_label = Text("text_muted", 12, 500), Text("text_muted", 12, 500)
        self.lines_label, self.keys = Text("text_muted", 12, 500), Text("text_faint", 12, wrap=True)
        self.fields = {  # type: ignore[assignment]
            "number": self.number, "title": self.name, "unit": self.unit, "family": self.family,
        }  # fmt: skip
        self._lay_out()
        self.retranslate()
        self._fill(kept.value if kept is not None else Product(""))
        (self.number if kept is None else self.name).control.setFocus()
        self.fit()

    def submit(self) -> None:
        """Keep it."""
        self.refuse_nothing()
        product = self.meant()
        if product is None:
            return
        if self.kept is None and product.id in self._known:
            self.wrong("number", self.tr("There is a product with this number already. Choose another one."))
            return
        self.made = product.id
        self.give(SetProduct(product, self.kept.version if self.kept is not None else 0))

    def meant(self) -> Product | None:
        """The product as it is filled in; None while something cannot be read, which is marked then."""
        number = self.number.control.text().strip()
        if not number:
            self.wrong("number", self.tr("Type a number: everything goes by it."))
            return None
        parts, steps = self._parts(), self._steps()
        if parts is None or steps is None:
            return None
        source = self.kept.value.source if self.kept is not None else ""
        unit, family = self.unit.control.text().strip() or "pc", self.family.control.text().strip()
        return Product(number, self.name.control.text(), unit, parts, steps, self.lines.chosen, family, source)

    def _parts(self) -> tuple[Part, ...] | None:
        found, wrong = [], {}
        for at, (material, quantity, unit) in enumerate(self.parts.rows):
            value = number_typed(quantity)
            if not material:
                wrong[at, 0] = self.tr("Which material?")
            elif any(part.material == material for part in found):
                wrong[at, 0] = self.tr("It is in the list already.")
            if value is None or value <= 0:
                wrong[at, 1] = self.tr("A quantity greater than 0.")
            found.append(Part(material, value or 1.0, unit or "pc"))
        self.parts.refuse(wrong)
        if wrong:
            self.said.say(self.tr("Look at the parts that are marked: a material once, with a quantity."))
        return None if wrong else tuple(found)

    def _steps(self) -> tuple[RouteStep, ...] | None:
        found, wrong = [], {}
        for at, (name, station, seconds, setup) in enumerate(self.steps.rows):
            values = [number_typed(text) if text else 0.0 for text in (seconds, setup)]
            if not name:
                wrong[at, 0] = self.tr("What is done?")
            for column, value in enumerate(values, 2):
                if value is None or value < 0:
                    wrong[at, column] = self.tr("Seconds, 0 or more.")
            found.append(RouteStep(name, station, values[0] or 0.0, values[1] or 0.0))
        self.steps.refuse(wrong)
        if wrong:
            self.said.say(self.tr("Look at the steps that are marked: a name, and seconds."))
        return None if wrong else tuple(found)

    def refused(self, refusal: Refusal) -> None:
        """Say why it was not kept; a circle with its way, so that the part to take out is seen."""
        way = refusal.facts.get("path")
        if refusal.code == "parts_in_circle" and isinstance(way, tuple):
            self.said.say(f"{words_of(refusal)} {circle_words(way)}")
            own = [at for at, row in enumerate(self.parts.rows) if row[0] in way]
            self.parts.refuse({(at, 0): words_of(refusal) for at in own})
        elif refusal.code == "product_unfit":
            self._unfit(str(refusal.facts.get("field", "")), words_of(refusal))
        elif refusal.code.startswith("name_"):
            super().refused(refusal)
        else:
            self.said.say(words_of(refusal))

    def _unfit(self, field: str, why: str) -> None:
        if not self.wrong(field, why):
            self.said.say(why)
            (self.step_grid if field == "steps" else self.part_grid).setFocus()

    # How it is made

    def _fill(self, product: Product) -> None:
        self.number.control.setText(plain(product.id, 64))
        self.number.control.setReadOnly(bool(product.id))
        self.name.control.setText(product.name)
        self.unit.control.setText(product.unit)
        self.family.control.setText(product.family)
        self.lines.choose(product.lines)
        self.parts.show_rows((part.material, written(part.quantity), part.unit) for part in product.parts)
        self.steps.show_rows(
            (step.name, step.station, written(step.seconds), written(step.setup)) for step in product.steps
        )
        self.part_grid.setFixedHeight(34 + ROW * min(max(len(product.parts) + 2, 4), 8))
        self.step_grid.setFixedHeight(34 + ROW * min(max(len(product.steps) + 2, 4), 7))

    def _part_heads(self) -> tuple[str, ...]:
        return self.tr("Material or product"), self.tr("Quantity a piece"), self.tr("Unit")

    def _step_heads(self) -> tuple[str, ...]:
        return self.tr("Step"), self.tr("Station"), self.tr("s a piece"), self.tr("Set-up s")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        title = self.tr("New product") if self.kept is None else self.tr("Change the product")
        self.setWindowTitle(title)
        self.heading.say(title)
        self.how.say(self.tr("What is bought has neither parts nor steps. Changeover times go by the family."))
        self.number.name(self.tr("&Number"))
        self.name.name(self.tr("N&ame"))
        self.unit.name(self.tr("&Unit"))
        self.family.name(self.tr("&Family"))
        self.lines_label.setText(self.tr("Lines that can make it (none chosen: any)"))
        self.lines.setAccessibleName(self.tr("Lines that can make it (none chosen: any)"))
        self.parts_label.setText(self.tr("Parts of one piece"))
        self.steps_label.setText(self.tr("Steps in their order"))
        self.keys.say(self.tr("Type into the last row to add one · Del leaves a row out · F2 writes in a cell"))
        self.part_grid.setAccessibleName(self.tr("Parts of one piece"))
        self.step_grid.setAccessibleName(self.tr("Steps in their order"))
        self.parts.retranslate()
        self.steps.retranslate()
        self.go.name(self.tr("Save"))
        self.leave.name(self.tr("Cancel"))

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.number, 2)
        first.addWidget(self.name, 3)
        second.addWidget(self.unit, 1)
        second.addWidget(self.family, 3)
        for row in (first, second):
            row.setSpacing(12)
            self.body.addLayout(row)
        for part in (self.lines_label, self.lines, self.parts_label, self.part_grid, self.steps_label, self.step_grid):
            self.body.addWidget(part)
        self.body.addWidget(self.keys)
