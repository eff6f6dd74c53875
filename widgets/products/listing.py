"""The products tab: the list with its search, and the chosen product beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.queries.products import products
from console.domain.commands.products import ImportProducts, SetProduct
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import RecordChanged, RecordsReady, SessionChanged
from console.domain.people import natural
from console.domain.products import Product
from console.domain.sharing import Link
from widgets.actions.rows import ListGrid
from widgets.attachments.later import while_there
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Button, Card, Entry, Text
from widgets.closed import Closed
from widgets.numbers import decimal
from widgets.people.fields import Said, scrolled
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.products.view import ProductView
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

NUMBER, NAME, FAMILY, PARTS, SECONDS = range(5)
WIDTHS = (130, 190, 110, 76, 96)


class ProductsTab(QWidget):
    """Reads all products when they change; searches among what was read."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._all: dict[str, Kept[Product]] = {}
        self._stale, self.chosen = True, ""
        self.rows = Listed(self.heads, self.cell)
        self.grid = ListGrid(self.rows, WIDTHS, NAME, (SECONDS, FAMILY, PARTS))
        self.search = Entry()
        self.new_button, self.in_button = Button("plus", self.add, primary=True), Button("upload", self.bring_in)
        self.out_button = Button("download", self.take_out)
        self.said, self.empty, self.keys = Said(), Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.view = ProductView(console)
        self.choose_words = Text("text_muted", 14, wrap=True)
        self.left, self.right = Card(), Card(titled=False)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack, self._beside = QStackedWidget(), QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the page calls

    def show_subject(self, number: str) -> None:
        """Show a product by its number."""
        self.search.clear()
        self.chosen = number
        self.refresh()

    def focus_filter(self) -> None:
        """Ctrl+F: the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        if self._stale:
            self.read()

    # What is shown

    def heads(self) -> tuple[str, ...]:
        """The names of the columns."""
        names = (self.tr("Number"), self.tr("Name"), self.tr("Family"), self.tr("Parts"))
        return (*names, self.tr("s a piece"))

    def cell(self, row: Kept[Product], column: int) -> Cell:
        """What stands in a column of a row."""
        product = row.value
        match column:
            case 0:
                return Cell(
                    plain(product.id, 64), "text", ("cloud-off", "text_faint") if row.waiting and self._shared else None
                )
            case 1:
                return Cell(plain(product.name, 60) or "–", "text_muted" if product.name else "text_faint")
            case 2:
                return Cell(plain(product.family, 60) or "–", "text_muted" if product.family else "text_faint")
            case 3:
                return Cell(str(len(product.parts)) if product.parts else "–", "text_muted")
        return Cell(decimal(product.seconds, 1) if product.seconds else "–", "text_muted")

    @property
    def _shared(self) -> bool:
        """Whether there is a database that others see it in."""
        return self._console.health.sharing().link is not Link.OFF

    def read(self) -> None:
        """Ask the records anew."""
        self._stale = False
        self._console.office.ask(products, while_there(self, self._heard), while_there(self, self._cannot))

    def _heard(self, told: list[Kept[Product]]) -> None:
        self._all = {kept.value.id: kept for kept in sorted(told, key=lambda kept: natural(kept.value.id))}
        self.said.say("")
        self.refresh()

    def _cannot(self, refusal: Refusal) -> None:
        self._stale = True
        self.said.say("" if self.closed.needed else words_of(refusal))
        self.refresh()

    def refresh(self) -> None:
        """Show what holds every word that was typed."""
        words = self.search.text().casefold().split()
        found = [kept for kept in self._all.values() if all(word in _searched(kept.value) for word in words)]
        before = [kept.value.id for kept in self.rows.rows]
        self.rows.show_rows(found, [kept.value.id for kept in found] == before)
        nothing: QWidget = self.closed if self.closed.refresh() else self._nothing
        self._stack.setCurrentWidget(self.grid if found else nothing)
        self.left.note.say(self.tr("%n product(s)", "", len(found)))
        self.empty.say(
            self.tr("Nothing was found. Type less.")
            if words
            else self.tr(
                "Products appear here with their parts and steps. Press N to write the first one, or bring them in"
                " from a file of your ERP system: CSV or Excel."
            )
        )
        self._keep_chosen()
        self._show_chosen()
        self.allow()

    def _keep_chosen(self) -> None:
        at = next((i for i, kept in enumerate(self.rows.rows) if kept.value.id == self.chosen), -1)
        if at < 0 and self.rows.rows:
            at, self.chosen = 0, self.rows.rows[0].value.id
        if at >= 0 and self.grid.currentIndex().row() != at:
            self.grid.selectRow(at)
            self.grid.scrollTo(self.rows.index(at, 0))

    def _show_chosen(self) -> None:
        kept = self._all.get(self.chosen)
        self._beside.setCurrentWidget(self._shown if kept is not None else self._choose)
        if kept is not None:
            self.view.show_product(kept, {id: one.value for id, one in self._all.items()})

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        closed = self.closed.why()
        why = closed or why_not(self._console, SetProduct)
        self.new_button.name(self.tr("New product (N)"), why)
        self.new_button.setEnabled(not why)
        why = closed or why_not(self._console, ImportProducts)
        self.in_button.name(self.tr("Import…"), why)
        self.in_button.setEnabled(not why)
        self.out_button.name(self.tr("Export…"), closed)
        self.out_button.setEnabled(not closed and bool(self._all))

    # What is done

    def add(self) -> None:
        """Write a new product."""
        ask_for(self, SetProduct, lambda: self._form(None))

    def change(self) -> None:
        """Change the chosen one."""
        kept = self._all.get(self.chosen)
        if kept is not None:
            ask_for(self, SetProduct, lambda: self._form(kept))

    def _form(self, kept: Kept[Product] | None) -> None:
        from widgets.products.form import ProductForm

        form = ProductForm(self._console, self, kept, sorted(self._all))
        form.accepted.connect(lambda: self.show_subject(form.made))
        form.open()

    def bring_in(self) -> None:
        """Take over a file."""
        ask_for(self, ImportProducts, self._import)

    def _import(self) -> None:
        from widgets.products.importing import ImportForm

        ImportForm(self._console, self, {id: kept.value for id, kept in self._all.items()}).open()

    def take_out(self) -> None:
        """Write a file."""
        from widgets.products.exporting import ExportForm

        ExportForm(self._console, self, [kept.value for kept in self._all.values()]).open()

    # Keys and events

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        letter = event.text().upper()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif letter == "N" and not held and self.new_button.isEnabled():
            self.add()
        elif (letter == "E" and not held) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.change()
        elif event.key() == Qt.Key.Key_Delete and self.grid.hasFocus():
            self.view.remove()
        else:
            super().keyPressEvent(event)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if 0 <= now.row() < len(self.rows.rows):
            id = self.rows.rows[now.row()].value.id
            if id != self.chosen:
                self.chosen = id
                self._show_chosen()

    def _changed(self, event: RecordChanged) -> None:
        if event.kind == "product":
            self._later()

    def _later(self) -> None:
        self._stale = True
        self._soon.start()

    def _read_soon(self) -> None:
        if self._stale and self.isVisible():
            self.read()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Products"))
        self.search.setPlaceholderText(self.tr("Search number, name, family and parts"))
        self.search.setAccessibleName(self.tr("Search number, name, family and parts"))
        self.grid.setAccessibleName(self.tr("Products"))
        self.choose_words.say(self.tr("Choose a product: what it is made of and how stands here."))
        self.keys.say(self.tr("Ctrl+F searches · arrows choose · N new · E changes · Del deletes"))
        self.rows.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self.refresh())
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self.grid.doubleClicked.connect(lambda _: self.change())
        self.view.change_asked.connect(self.change)
        self.view.open_requested.connect(self.open_requested)
        self._soon.timeout.connect(self._read_soon)
        on = self._console.on
        stops = (
            on(RecordChanged, self._changed),
            on(RecordsReady, lambda _: self._later()),
            on(SessionChanged, lambda _: (self.allow(), self.view.allow())),
        )
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])

    def _lay_out(self) -> None:
        self._nothing, self._choose = QWidget(), QWidget()
        for part, said in ((self._nothing, self.empty), (self._choose, self.choose_words)):
            words = QVBoxLayout(part)
            words.addStretch(2)
            said.setAlignment(Qt.AlignmentFlag.AlignCenter)
            words.addWidget(said)
            words.addStretch(3)
        for widget in (self._nothing, self.grid, self.closed):
            self._stack.addWidget(widget)
        self._shown = scrolled(self.view)
        for widget in (self._choose, self._shown):
            self._beside.addWidget(widget)
        for button in (self.in_button, self.out_button, self.new_button):
            self.left.tools.addWidget(button)
        self.left.body.addWidget(self.search)
        self.left.body.addWidget(self.said)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        self.right.body.addWidget(self._beside, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.right)
        both.setSizes([720, 900])
        self.right.setMinimumWidth(360)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both, 1)
        self.setFocusProxy(self.grid)


def _searched(product: Product) -> str:
    parts = " ".join(part.material for part in product.parts)
    return f"{product.id} {product.name} {product.family} {parts}".casefold()
