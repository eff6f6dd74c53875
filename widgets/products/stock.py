"""The tab of line-side stock: what lies where, how long it lasts, and counting it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.app.material import Left
from console.domain.commands.replenishment import CountStock
from console.domain.events import MaterialChanged, OrdersChanged, RecordsReady, SessionChanged
from widgets.actions.rows import ListGrid
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Button, Card, Choice, Entry, Text
from widgets.closed import Closed
from widgets.orders.naming import line_word
from widgets.people.fields import scrolled
from widgets.people.signing import ask_for, why_not
from widgets.plain import plain
from widgets.products.stockcard import StockCard
from widgets.products.words import amount
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

LINE, MATERIAL, THERE, STATE, LASTS, MINIMUM, MAXIMUM, BIN = range(8)
WIDTHS = (90, 190, 100, 130, 130, 84, 84, 84)
EVERY = 1.0  # seconds between two looks at what is left


class StockTab(QWidget):
    """Shows what console.material knows, line by line; the chosen material beside it."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self.chosen = ("", "")  # line and material
        self.rows = Listed(self.heads, self.cell)
        self.grid = ListGrid(self.rows, WIDTHS, MATERIAL, (BIN, MAXIMUM, MINIMUM))
        self.line, self.search = Choice(), Entry()
        self.new_button = Button("plus", self.add, primary=True)
        self.empty, self.keys = Text("text_muted", 14, wrap=True), Text("text_faint", 12, wrap=True)
        self.card = StockCard(console)
        self.left, self.right = Card(), Card(titled=False)
        self.closed = Closed(console, self.refresh, lambda: self.open_requested.emit("status", ""))
        self._stack = QStackedWidget()
        self._soon = QTimer(self, singleShot=True, interval=60)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the page calls

    def set_scope(self, area: str | None) -> None:
        """Only lines of an area; None: all."""
        self._area = area
        self.retranslate()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"line": self.line}

    def show_subject(self, subject: str) -> None:
        """A line, or a line and a material behind "/"."""
        line, _, material = subject.partition("/")
        self.search.clear()
        self.line.setCurrentIndex(max(0, self.line.findData(line)))
        self.chosen = (line, material)
        self.refresh()

    def focus_filter(self) -> None:
        """Ctrl+F: the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.refresh()

    # What is shown

    def heads(self) -> Sequence[str]:
        """The names of the columns."""
        return (
            self.tr("Line"), self.tr("Material"), self.tr("Left now"), self.tr("State"), self.tr("Lasts"),
            self.tr("Minimum"), self.tr("Maximum"), self.tr("A bin"),
        )  # fmt: skip

    def cell(self, row: Left, column: int) -> Cell:
        """What stands in a column of a row."""
        stock = row.stock
        match column:
            case 0:
                return Cell(line_word(self._console, stock.line))
            case 1:
                known = self._console.orders.products.get(stock.material) if self._console.orders else None
                name = f"  {plain(known.name, 60)}" if known is not None and known.name else ""
                return Cell(plain(stock.material, 64) + name, "text")
            case 2:
                return Cell(amount(stock.quantity, self._unit(stock.material)), "text")
            case 3:
                return self._state(row)
            case 4:
                return Cell(span(row.lasts) if row.lasts is not None else "–", self._tone(row))
        value = (stock.minimum, stock.maximum, stock.bin)[column - MINIMUM]
        return Cell(amount(value) if value else "–", "text_muted" if value else "text_faint")

    def _unit(self, material: str) -> str:
        known = self._console.orders.products.get(material) if self._console.orders else None
        return known.unit if known is not None else ""

    def _state(self, row: Left) -> Cell:
        if row.card is not None:
            word = self.tr("On the way") if row.card.taken is not None else self.tr("Asked for")
            return Cell(word, "text", ("send", "bad" if row.empty else "text_muted"))
        if row.empty:
            return Cell(self.tr("Empty"), "bad", ("circle-x", "bad"))
        if row.stock.low:
            return Cell(self.tr("Low"), "warning", ("triangle-alert", "warning"))
        return Cell(self.tr("Full") if row.full else self.tr("Enough"), "text_muted")

    @staticmethod
    def _tone(row: Left) -> str:
        return "bad" if row.empty else "warning" if row.stock.low else "text_muted"

    def refresh(self) -> None:
        """Show it as it is now."""
        material = self._console.material
        line, words = str(self.line.currentData() or ""), self.search.text().casefold().split()
        found = [left for left in (material.left if material is not None else ()) if self._fits(left, line, words)]
        keys = [_key(left) for left in found]
        self.rows.show_rows(found, keys == [_key(row) for row in self.rows.rows])
        nothing: QWidget = self.closed if self.closed.refresh() else self._nothing
        self._stack.setCurrentWidget(self.grid if found else nothing)
        self.left.note.say(self.tr("%n material(s)", "", len(found)))
        self._keep_chosen(keys)
        shown = next((left for left in found if _key(left) == self.chosen), None)
        self.right.setVisible(shown is not None)
        if shown is not None:
            self.card.show_stock(shown)
        self.allow()

    def _fits(self, left: Left, line: str, words: Sequence[str]) -> bool:
        if (line and left.stock.line != line) or not self._inside(left.stock.line):
            return False
        known = self._console.orders.products.get(left.stock.material) if self._console.orders else None
        text = f"{left.stock.material} {known.name if known is not None else ''}".casefold()
        return all(word in text for word in words)

    def _inside(self, line: str) -> bool:
        if self._area is None:
            return True
        return any(live.line.id == line and live.line.area == self._area for live in self._console.floor.lines)

    def _keep_chosen(self, keys: Sequence[tuple[str, str]]) -> None:
        at = keys.index(self.chosen) if self.chosen in keys else -1
        if at < 0 and keys:
            at, self.chosen = 0, keys[0]
        if at >= 0 and self.grid.currentIndex().row() != at:
            self.grid.selectRow(at)

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do."""
        why = self.closed.why() or why_not(self._console, CountStock)
        self.new_button.name(self.tr("New material (N)"), why)
        self.new_button.setEnabled(not why)

    def beat(self, now: float) -> None:
        """What is left counts down by itself: console.material says when."""
        self.card.beat(now)

    # What is done

    def add(self) -> None:
        """A material that is counted at a line from now on."""
        ask_for(self, CountStock, self._form)

    def _form(self) -> None:
        from widgets.products.stockform import StockForm

        lines = [live.line.id for live in self._console.floor.lines if self._inside(live.line.id)]
        form = StockForm(self._console, self, lines, str(self.line.currentData() or ""))
        form.accepted.connect(lambda: self._choose(form.made))
        form.open()

    def _choose(self, made: tuple[str, str]) -> None:
        self.search.clear()
        self.chosen = made
        self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        letter = event.text().upper()
        held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.search.hasFocus():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif event.key() == Qt.Key.Key_Escape:
            self.search.clear()
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        elif letter == "N" and not held and self.new_button.isEnabled():
            self.add()
        elif letter == "A" and not held and not self.right.isHidden():
            self.card.ask()
        elif (letter == "C" and not held) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.card.begin_count()
        else:
            super().keyPressEvent(event)

    def _walked(self, now: QModelIndex, before: QModelIndex) -> None:
        if 0 <= now.row() < len(self.rows.rows):
            left = self.rows.rows[now.row()]
            if _key(left) != self.chosen:
                self.chosen = _key(left)
                self.card.show_stock(left)

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Line-side stock"))
        lines = [live.line.id for live in self._console.floor.lines if self._inside(live.line.id)]
        self.line.offer(self.tr("All lines"), [(line, line_word(self._console, line)) for line in lines], most=190)
        self.line.setAccessibleName(self.tr("Line"))
        self.search.setPlaceholderText(self.tr("Search material"))
        self.search.setAccessibleName(self.tr("Search material"))
        self.grid.setAccessibleName(self.tr("Line-side stock"))
        self.empty.say(
            self.tr(
                "What lies at the lines appears here, and goes down by what they make. Press N to count the first"
                " material of a line."
            )
        )
        self.keys.say(self.tr("Ctrl+F searches · arrows choose · C counts · A asks for material · N new"))
        self.rows.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _: self.refresh())
        self.line.currentIndexChanged.connect(lambda _: self.refresh())
        self.grid.selectionModel().currentRowChanged.connect(self._walked)
        self._soon.timeout.connect(lambda: self.refresh() if self.isVisible() else None)
        on = self._console.on
        stops = (
            on(MaterialChanged, lambda _: self._soon.start()),
            on(OrdersChanged, lambda _: self._soon.start()),
            on(RecordsReady, lambda _: self._soon.start()),
            on(SessionChanged, lambda _: (self.allow(), self.card.allow())),
        )
        self.destroyed.connect(lambda _=None, stops=stops: [stop() for stop in stops])

    def _lay_out(self) -> None:
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addStretch(3)
        for widget in (self._nothing, self.grid, self.closed):
            self._stack.addWidget(widget)
        self.left.tools.addWidget(self.line)
        self.left.tools.addWidget(self.new_button)
        self.left.body.addWidget(self.search)
        self.left.body.addWidget(self._stack, 1)
        self.left.body.addWidget(self.keys)
        self.right.body.addWidget(scrolled(self.card), 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.right)
        both.setStretchFactor(0, 1)
        both.setSizes([1100, 400])
        self.right.setMinimumWidth(300)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(both, 1)
        self.setFocusProxy(self.grid)


def _key(left: Left) -> tuple[str, str]:
    return left.stock.line, left.stock.material
