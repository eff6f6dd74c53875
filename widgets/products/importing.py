"""Taking a file of products over: which column is what, what would change, each error by row and column; then do it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QGridLayout, QHBoxLayout, QWidget

from console.app.productfiles import Read, commands_of, hold_against, read_file
from console.app.tableread import Table
from console.domain.commands import Command
from console.domain.commands.products import ImportProducts
from console.domain.errors import Refusal
from console.domain.exchange import RowError
from console.domain.productfile import Column, FieldChange, ProductDraft, guessed_columns, holds
from console.domain.products import Product
from widgets.attachments.later import while_there
from widgets.callsetup.listpart import Cell, Listed
from widgets.cards import Button, Choice, OneLine, Text, Tick
from widgets.orders.dialog import OrderDialog
from widgets.people.fields import Field, Tab
from widgets.people.signing import why_not
from widgets.plain import plain
from widgets.products.words import circle_words, column_word, field_word, wrong_word
from widgets.refusals import words_of
from widgets.tables import Grid

if TYPE_CHECKING:
    from console.app.console import Console

WIDE, TALL, SHOWN_MOST = 900, 720, 2000
NEW, CHANGES, ERRORS = range(3)


class ImportForm(OrderDialog):
    """Nothing is written before the button is pressed; the same file a second time does nothing."""

    def __init__(self, console: Console, parent: QWidget | None, known: dict[str, Product]) -> None:
        super().__init__(console, parent, "check", WIDE)
        self._known = known
        self.table: Table | None = None
        self.read: Read | None = None
        self._path = Path()
        self._waiting: list[ImportProducts] = []
        self._taken = 0
        self.choose_file, self.file_words = Button("folder-open", self._ask_file), OneLine("text_muted", 13)
        self.sheet, self.comma = Field(Choice()), Tick()
        self.columns = {column: Field(Choice()) for column in Column}
        self.tabs = (Tab(), Tab(), Tab())
        self.rows = Listed(self._heads, self._cell)
        self.grid = Grid(self.rows, (90, 150, 220, 260), 3, (2,))
        self.result = Text("text_muted", 13, wrap=True)
        self._soon = QTimer(self, singleShot=True, interval=120, timeout=self._hold)
        self._lay_out()
        self._connect()
        self.retranslate()
        self.resize(WIDE, TALL)
        self._show()

    # The file

    def take(self, path: Path, sheet: str = "") -> None:
        """Read this file."""
        self._path = path
        self.table, self.read = None, None
        self.said.say(self.tr("Reading…"), "hourglass", "text_muted")
        read_file(self._console, path, sheet, while_there(self, self._table_read), while_there(self, self._cannot))
        self._show()

    def _ask_file(self) -> None:
        kinds = self.tr("Tables (*.csv *.txt *.xlsx *.xlsm)")
        path = QFileDialog.getOpenFileName(self, self.tr("Products, parts or steps"), "", kinds)[0]
        if path:
            self.take(Path(path))

    def _table_read(self, table: Table) -> None:
        self.table = table
        self.said.say("")
        guessed = guessed_columns(table.columns)
        entries = [(column, plain(column, 60)) for column in table.columns]
        for column, field in self.columns.items():
            field.control.offer(self.tr("Not in the file"), entries, guessed.get(column.value, ""), most=200)
            field.control.setCurrentIndex(max(0, field.control.findData(guessed.get(column.value, ""))))
        self.sheet.control.offer("", [(name, plain(name, 40)) for name in table.sheets], table.sheet)
        self._hold()

    def _cannot(self, refusal: Refusal) -> None:
        self.read = None
        self.said.say(words_of(refusal))
        self._show()

    # What it says

    @property
    def mapped(self) -> dict[str, str]:
        """The column of the file for each that is named."""
        told = {column.value: str(field.control.currentData() or "") for column, field in self.columns.items()}
        return {name: column for name, column in told.items() if column}

    def _hold(self) -> None:
        if self.table is None:
            return
        self.refuse_nothing()
        try:
            holds(self.mapped)
        except Refusal as refusal:
            self.read = None
            missing = str(refusal.facts.get("missing", ""))
            self.columns[Column(missing)].refuse(self.tr("Needed"))
            self.said.say(words_of(refusal))
            self._show()
            return
        answer, refused = while_there(self, self._held), while_there(self, self._cannot)
        hold_against(self._console, self.table, self.mapped, self._known, self.comma.isChecked(), answer, refused)

    def _held(self, read: Read) -> None:
        self.read = read
        told, compared = read
        if told.circle:
            words = self.tr("{product} would be part of itself: {way}. Take one of these out of the file.")
            self.said.say(words.format(product=plain(told.circle[0], 64), way=circle_words(told.circle)))
        at = ERRORS if told.errors else NEW if compared.new else CHANGES
        self.tabs[at].setChecked(True)
        self._show()

    @property
    def tab(self) -> int:
        """Which of the three lists is shown."""
        return next((at for at, tab in enumerate(self.tabs) if tab.isChecked()), NEW)

    def _listed(self) -> tuple[object, ...]:
        if self.read is None:
            return ()
        told, compared = self.read
        return ((*compared.new,), (*compared.changes,), (*told.errors,))[self.tab][:SHOWN_MOST]

    def _show(self) -> None:
        told, compared = self.read if self.read is not None else (None, None)
        counts = (len(compared.new), len(compared.changes), len(told.errors)) if told and compared else (0, 0, 0)
        names = (self.tr("New ({0})"), self.tr("Changes ({0})"), self.tr("Errors ({0})"))
        for tab, words, count in zip(self.tabs, names, counts, strict=True):
            tab.name(words.format(count))
            tab.setVisible(self.read is not None)
        for part in (*self.columns.values(), self.comma):
            part.setVisible(self.table is not None)
        self.sheet.setVisible(self.table is not None and len(self.table.sheets) > 1)
        self.rows.show_rows(self._listed(), False)
        self.grid.setVisible(self.read is not None)
        self.file_words.say(plain(self._path.name, 120) if self.table is not None else self.tr("No file chosen yet"))
        self._say_result()
        self._allow()

    def _say_result(self) -> None:
        if self.read is None:
            self.result.say("")
            return
        told, compared = self.read
        words = self.tr("Rows: {rows} · new: {new} · changed: {changed} · as they are: {same} · errors: {errors}")
        self.result.say(
            words.format(
                rows=told.rows, new=len(compared.new), changed=len(compared.changed), same=compared.same,
                errors=len(told.errors),
            )
        )  # fmt: skip

    def _allow(self) -> None:
        count = len(self.drafts)
        why = why_not(self._console, ImportProducts)
        circle = self.read is not None and bool(self.read[0].circle)
        self.go.name(self.tr("Take %n product(s) over", "", count), why)
        self.go.setEnabled(not why and count > 0 and not circle and not self._waiting)

    @property
    def drafts(self) -> list[ProductDraft]:
        """What would be taken over: without errors, new or said otherwise."""
        return [*self.read[1].new, *self.read[1].changed] if self.read is not None else []

    # Taking over

    def submit(self) -> None:
        """Take over what can be."""
        if not self.go.isEnabled():
            return
        self._waiting, self._taken = commands_of(self._path.name, self.drafts), len(self.drafts)
        self._next()

    def _next(self) -> None:
        if not self._waiting:
            self._over()
            return
        command: Command = self._waiting.pop(0)
        left = sum(len(one.drafts) for one in self._waiting)
        words = self.tr("Taking over: {0} left")
        self.said.say(words.format(left), "hourglass", "text_muted")
        self._one.give(command, while_there(self, lambda _: self._next()), while_there(self, self._stopped))

    def _stopped(self, refusal: Refusal) -> None:
        self._waiting = []
        way = refusal.facts.get("path")
        self.said.say(words_of(refusal) + (f" {circle_words(way)}" if isinstance(way, tuple) else ""))
        self._allow()

    def _over(self) -> None:
        errors = len(self.read[0].errors) if self.read is not None else 0
        if not errors:
            self.accept()
            return
        told = self.tr("%n product(s) taken over.", "", self._taken)
        self.said.warn(told + " " + self.tr("Those with an error are left out: mend the file and bring it in again."))
        self._known = {**self._known}
        self.go.setEnabled(False)

    # How it looks

    def _heads(self) -> tuple[str, ...]:
        if self.tab == ERRORS:
            return self.tr("Row"), self.tr("Column"), self.tr("It says"), self.tr("What is wrong")
        if self.tab == CHANGES:
            return self.tr("Product"), self.tr("Field"), self.tr("Here"), self.tr("In the file")
        return self.tr("Row"), self.tr("Product"), self.tr("Name"), self.tr("What the file says")

    def _cell(self, row: object, column: int) -> Cell:
        if isinstance(row, RowError):
            texts = (str(row.row), row.column, row.value or "–", wrong_word(row.wrong))
            return Cell(plain(texts[column], 200), "bad" if column == 3 else "text" if column < 2 else "text_muted")
        if isinstance(row, FieldChange):
            texts = (row.product, field_word(row.field), row.ours or "–", row.theirs or "–")
            return Cell(plain(texts[column], 200), "text" if column in (0, 3) else "text_muted")
        assert isinstance(row, ProductDraft)
        said = [
            self.tr("%n part(s)", "", len(row.parts)) if row.parts else "",
            self.tr("%n step(s)", "", len(row.steps)) if row.steps else "",
        ]
        texts = (str(row.row), row.id, row.name or "–", " · ".join(part for part in said if part) or "–")
        return Cell(plain(texts[column], 200), "text" if column == 1 else "text_muted")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.setWindowTitle(self.tr("Import products"))
        self.heading.say(self.tr("Import products, parts lists and steps"))
        self.how.say(
            self.tr(
                "CSV or Excel with one row a product, a part (parent, component, quantity) or a step (number, step,"
                " seconds). Nothing is written before you say so; a column that the file lacks changes nothing."
            )
        )
        self.choose_file.name(self.tr("Choose a file…"))
        self.sheet.name(self.tr("Sheet"))
        self.comma.setText(self.tr("Decimal comma: 1.000,5"))
        for column, field in self.columns.items():
            field.name(column_word(column))
        self.grid.setAccessibleName(self.tr("What would be taken over"))
        self.leave.name(self.tr("Close"))
        self._show()

    def _connect(self) -> None:
        for field in self.columns.values():
            field.control.activated.connect(lambda _: self._soon.start())
        self.comma.toggled.connect(lambda _: self._soon.start())
        self.sheet.control.activated.connect(
            lambda _: self.take(self._path, str(self.sheet.control.currentData() or ""))
        )
        for tab in self.tabs:
            tab.clicked.connect(partial(self._show))

    def _lay_out(self) -> None:
        first, grid, tabs = QHBoxLayout(), QGridLayout(), QHBoxLayout()
        first.addWidget(self.choose_file)
        first.addWidget(self.file_words, 1)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        for at, field in enumerate([*self.columns.values(), self.sheet]):
            grid.addWidget(field, at // 4, at % 4)
        for at in range(4):
            grid.setColumnStretch(at, 1)
        group = QButtonGroup(self)
        tabs.setSpacing(4)
        for tab in self.tabs:
            group.addButton(tab)
            tabs.addWidget(tab)
        self.tabs[NEW].setChecked(True)
        tabs.addStretch(1)
        for part in (first, grid):
            self.body.addLayout(part)
        self.body.addWidget(self.comma)
        self.body.addWidget(self.result)
        self.body.addLayout(tabs)
        self.grid.setMinimumHeight(220)
        self.body.addWidget(self.grid)
