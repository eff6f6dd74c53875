"""Orders go out: a file of orders with what was confirmed, and confirmed output for the ERP since the last time."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.app.exchangeout import BACK, Words, order_rows, output_rows, write_output, write_sheets
from console.app.queries.exchange import Told, orders_written, outputs_to_tell
from console.domain.errors import Refusal
from console.domain.orders import WorkOrder
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Entry, Text
from widgets.exchange.listing import asked_path
from widgets.exchange.words import field_word, yes_word
from widgets.orders.naming import column_word
from widgets.people.fields import Field, Said, scrolled
from widgets.plain import plain, tip
from widgets.refusals import words_of
from widgets.settings.pinned import pinned_words

if TYPE_CHECKING:
    from console.app.console import Console

DAYS = (1, 7, 30, 90, 365)


class ExportTab(QWidget):
    """Writes files; changes nothing here."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.orders, self.output, self.tables = Card(), Card(), Card()
        self.about = [Text("text_muted", 13, wrap=True) for _ in range(3)]
        self.span, self.span_words = Choice(), Text("text_muted", 12, 500)
        self.csv = Button("download", lambda: self.write_orders(".csv"))
        self.excel = Button("table-2", lambda: self.write_orders(".xlsx"))
        self.folder, self.choose = Field(Entry()), Button("folder-open", self._choose)
        self.write = Button("upload", self.write_output)
        self.said, self.told = Said(), Said()
        self.ask_path: Callable[..., str] = asked_path
        self.ask_folder = self._ask_folder
        self._filled = False
        self._lay_out()
        self.setFocusProxy(self.span)
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        exchange = self._console.exchange
        if exchange is not None and not self._filled:
            self._filled = True
            self.folder.control.setText(exchange.options.out)
            pinned = pinned_words(self._console, "exchange.out")
            self.folder.control.setEnabled(not pinned)
            self.choose.setEnabled(not pinned)
            self.choose.wear("lock" if pinned else "folder-open")
            for part in (self.folder.control, self.choose):
                part.setToolTip(tip(pinned))

    # Orders

    def write_orders(self, ending: str) -> None:
        """Open orders and those that were done in the time that was chosen, with their confirmations."""
        exchange, now = self._console.exchange, datetime.fromtimestamp(self._console.now(), UTC)
        name = f"{self.tr('orders')}-{now.astimezone(exchange.zone if exchange else UTC):%Y-%m-%d}{ending}"
        path = self.ask_path(self, self.tr("Save orders"), name, (ending,))
        if not path or exchange is None:
            return
        self.said.say(self.tr("Writing…"), "hourglass", "text_muted")
        words, since = self._words(), now - timedelta(days=int(self.span.currentData()))

        def write(found: tuple[list[WorkOrder], list[Told]]) -> None:
            orders, told = found

            def written(_: object) -> None:
                count = self.tr("%n order(s)", "", len(orders)) + ", " + self.tr("%n confirmation(s)", "", len(told))
                self.said.good(self.tr("{0} written: {1}").format(count, plain(path, 120)))

            def job() -> None:
                gone = output_rows(told, words, lambda one: one.output.taken_back is not None)
                write_sheets(Path(path), [(words.sheets[0], order_rows(orders, words)), (words.sheets[1], gone)])

            later = while_there(self, written)
            exchange.run(job, later, while_there(self, self._refused))

        query = orders_written(since, now + timedelta(days=1))
        self._console.office.ask(query, while_there(self, write), while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # Output

    def write_output(self) -> None:
        """What was confirmed since the last time, into a new file of the folder."""
        exchange, now = self._console.exchange, datetime.fromtimestamp(self._console.now(), UTC)
        if not self.folder.control.text().strip():
            self._choose()
        folder = self.folder.control.text().strip()
        if not folder or exchange is None:
            return
        words = self._words()
        self.told.say(self.tr("Writing…"), "hourglass", "text_muted")

        def write(told: list[Told]) -> None:
            done, failed = while_there(self, written), while_there(self, refused)
            exchange.run(lambda: write_output(Path(folder), told, words, now), done, failed)

        def written(made: tuple[int, str]) -> None:
            count, name = made
            if exchange.options.out != folder:
                try:
                    exchange.keep_out(Path(folder))
                except Refusal as refusal:
                    refused(refusal)
                    return
            if not count:
                self.told.good(self.tr("Nothing was confirmed since the last time."))
            else:
                self.told.good(self.tr("%n row(s) written: {0}", "", count).format(plain(name, 80)))

        def refused(refusal: Refusal) -> None:
            self.told.say(words_of(refusal))

        later = while_there(self, write)
        self._console.office.ask(outputs_to_tell(now, BACK), later, while_there(self, refused))

    def _choose(self) -> None:
        folder = self.ask_folder()
        if folder:
            self.folder.control.setText(folder)

    def _ask_folder(self) -> str:
        words = self.tr("The folder that the ERP reads confirmed output from")
        return QFileDialog.getExistingDirectory(self, words, self.folder.control.text())

    def _words(self) -> Words:
        exchange: Any = self._console.exchange
        sheets = (self.tr("Orders"), self.tr("Confirmations"))
        return Words(
            field_word, lambda order: column_word(order.column), exchange.lines, yes_word(True), exchange.zone, sheets
        )

    # How it is made

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (self.span_words, self.span, self.csv, self.excel):
            row.addWidget(part)
        row.addStretch(1)
        self.orders.body.addWidget(self.about[0])
        self.orders.body.addLayout(row)
        self.orders.body.addWidget(self.said)
        below = QHBoxLayout()
        below.setSpacing(8)
        below.addWidget(self.write)
        below.addStretch(1)
        folder = QHBoxLayout()
        folder.setSpacing(8)
        folder.addWidget(self.folder, 1)
        folder.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignBottom)
        self.output.body.addWidget(self.about[1])
        self.output.body.addLayout(folder)
        self.output.body.addLayout(below)
        self.output.body.addWidget(self.told)
        self.tables.body.addWidget(self.about[2])
        inside = QWidget()
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(12)
        for card in (self.orders, self.output, self.tables):
            card.setMaximumWidth(980)
            cards.addWidget(card)
        cards.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.orders.title.say(self.tr("Orders with what was confirmed"))
        self.about[0].say(
            self.tr("Every open order, and those that were done lately. As CSV the confirmations are a second file.")
        )
        self.span_words.say(self.tr("Done in the last"))
        self.span.offer(
            "", [(str(days), self.tr("%n day(s)", "", days)) for days in DAYS], str(self.span.currentData() or "7")
        )
        self.span.setAccessibleName(self.span_words.text())
        self.csv.name(self.tr("Save as CSV…"))
        self.excel.name(self.tr("Save as Excel…"))
        self.output.title.say(self.tr("Confirmed output for the ERP"))
        self.about[1].say(
            self.tr(
                "What was confirmed since the last time goes into a new file of this folder, each confirmation once;"
                " one that was taken back comes again with a minus. Leave told.json where it is: it says what was told."
            )
        )
        self.folder.name(self.tr("Folder"))
        self.choose.name(self.tr("Choose…"))
        self.write.name(self.tr("Write what is new"))
        self.tables.title.say(self.tr("Reporting tools"))
        self.about[2].say(
            self.tr(
                "A reporting tool can read the shared database itself. The help page “Tables for reporting tools” has"
                " the tables, their columns and queries to begin with."
            )
        )
