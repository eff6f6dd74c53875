"""Writing products, parts or steps as a table that can be brought in again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from console.app.productfiles import write_file
from console.domain.errors import Refusal
from console.domain.productfile import Holds
from console.domain.products import Product
from widgets.attachments.later import while_there
from widgets.cards import Choice
from widgets.orders.dialog import OrderDialog
from widgets.people.fields import Field
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console


class ExportForm(OrderDialog):
    """Asks what is wanted and where; the headings are those that the import knows."""

    def __init__(self, console: Console, parent: QWidget | None, products: Sequence[Product]) -> None:
        super().__init__(console, parent, "download", 440)
        self._products = products
        self.what = Field(Choice())
        self.body.addWidget(self.what)
        self.retranslate()
        self.fit()

    def submit(self) -> None:
        """Ask where, and write it."""
        what = Holds(str(self.what.control.currentData() or Holds.PRODUCTS))
        kinds = self.tr("Table (*.csv)")
        path = QFileDialog.getSaveFileName(self, self.tr("Export products"), f"{what.value}.csv", kinds)[0]
        if path:
            self.write(Path(path), what)

    def write(self, path: Path, what: Holds) -> None:
        """Write it there."""
        write_file(self._console, path, self._products, what, while_there(self, lambda why: self._written(path, why)))

    def _written(self, path: Path, why: Refusal | None) -> None:
        if why is not None:
            self.said.say(words_of(why))
            return
        self.said.good(self.tr("Written: {0}").format(plain(path.name, 100)))
        self.leave.name(self.tr("Close"))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Export products"))
        self.heading.say(self.tr("Export products"))
        self.how.say(self.tr("A table for spreadsheets (CSV, UTF-8) that can be changed there and brought in again."))
        self.what.name(self.tr("&What"))
        entries = [
            (Holds.PRODUCTS.value, self.tr("Products: number, name, unit, family, lines")),
            (Holds.PARTS.value, self.tr("Parts lists: parent, component, quantity, unit")),
            (Holds.STEPS.value, self.tr("Steps: number, step, station, seconds, set-up")),
        ]
        self.what.control.offer("", entries, most=400)
        self.go.name(self.tr("Export…"))
        self.leave.name(self.tr("Cancel"))
