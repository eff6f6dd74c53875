"""One material at one line: what is left, counting it, its limits, asking for more, and what counts found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QMessageBox, QVBoxLayout, QWidget

from console.app.material import Left
from console.app.queries.replenishment import stock_counts
from console.domain.commands import Command
from console.domain.commands.replenishment import AskReplenishment, CountStock, RemoveStock, SetStockLimits
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.replenishment import StockCount
from widgets.attachments.later import while_there
from widgets.cards import Button, Entry, OneLine, Text
from widgets.flow import Flow
from widgets.orders.naming import line_word, when_words, zone_of
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne, why_not
from widgets.plain import plain
from widgets.products.words import amount, number_typed, written
from widgets.refusals import words_of
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

SHOWN = 8  # counts


class StockCard(QWidget):
    """Shows what it is given; what is typed stays until another material is chosen."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console, self._one = console, OneByOne(self, console)
        self.left: Left | None = None
        self._counts: tuple[tuple[StockCount, str], ...] = ()
        self._counted_at: object = None  # what the counts were read for
        self.title, self.where, self.now = OneLine("text", 18, 600), Text("text_muted", 13), Text("text", 14, wrap=True)
        self.card_words, self.said = Text("text_muted", 13, wrap=True), Said()
        self.quantity = Field(Entry(), count := Button("check", self.count, primary=True))
        self.count_button = count
        self.minimum, self.maximum, self.bin = Field(Entry()), Field(Entry()), Field(Entry())
        self.limits = {"minimum": self.minimum, "maximum": self.maximum, "bin": self.bin}
        self.save, self.pull, self.away = Button("", self.keep), Button("upload", self.ask), Button("x", self.remove)
        self.counts_title, self.counts = Text("text", 14, 600), Text("text_muted", 13, wrap=True)
        self._lay_out()
        self.retranslate()

    def show_stock(self, left: Left) -> None:
        """Show this one."""
        before, self.left = self.left, left
        stock = left.stock
        if before is None or (before.stock.line, before.stock.material) != (stock.line, stock.material):
            self.quantity.control.clear()
            self.said.say("")
            for name, field in (("quantity", self.quantity), *self.limits.items()):
                field.refuse("")
                if name != "quantity":
                    field.control.setText(written(getattr(stock, name)))
            self._counts = ()
        mark = (stock.id, stock.at)
        if mark != self._counted_at:
            self._counted_at = mark
            answer = while_there(self, lambda found, id=stock.id: self._read(id, found))
            self._console.office.ask(stock_counts(stock.line, stock.material, SHOWN), answer, lambda _: None)
        self._say()

    def _read(self, id: str, found: tuple[tuple[StockCount, str], ...]) -> None:
        if self.left is not None and self.left.stock.id == id:
            self._counts = found
            self._say_counts()

    def beat(self, now: float) -> None:
        """The age of what was counted last."""
        if self.left is not None and self.isVisible():
            self._say_where()

    # What is said

    def _say(self) -> None:
        if self.left is None:
            return
        left, stock = self.left, self.left.stock
        self.title.say(plain(stock.material, 64))
        self._say_where()
        words = self.tr("{0} left").format(amount(stock.quantity))
        if left.lasts is not None:
            pace = self.tr("lasts {0} at the present pace").format(span(left.lasts))
            each = self.tr("{0} a piece").format(amount(left.each))
            words = " · ".join((words, pace, each))
        elif left.each:
            words = " · ".join((words, self.tr("{0} a piece, pace not known yet").format(amount(left.each))))
        else:
            words = " · ".join((words, self.tr("the running order takes none of it")))
        self.now.say(words)
        self.now.paint_as("bad" if left.empty else "warning" if stock.low else "text")
        card = left.card
        asked = self.tr("{0} asked for · {1} ago")
        late = card is not None and self._console.material is not None
        self.card_words.setVisible(card is not None)
        if card is not None and late:
            age = span(max(0.0, self._console.now() - card.made.timestamp()))
            self.card_words.say(asked.format(amount(card.quantity), age))
        self._say_counts()
        self.allow()

    def _say_where(self) -> None:
        if self.left is None:
            return
        stock = self.left.stock
        words = line_word(self._console, stock.line)
        if stock.at is not None:
            age = span(max(0.0, self._console.now() - stock.at.timestamp()))
            counted = self.tr("counted or delivered {0} ago")
            words = f"{words} · {counted.format(age)}"
        self.where.say(words)

    def _say_counts(self) -> None:
        now, zone = self._console.now(), zone_of(self._console)
        lines = []
        for count, who in self._counts:
            words = self.tr("{when} · {who}: booked {booked}, counted {counted} ({difference})")
            sign = "+" if count.difference > 0 else ""
            lines.append(
                words.format(
                    when=when_words(count.at, now, zone), who=plain(who or count.who, 40), booked=amount(count.booked),
                    counted=amount(count.counted), difference=sign + amount(count.difference),
                )
            )  # fmt: skip
        self.counts.say("\n".join(lines) or self.tr("Nobody has counted it again yet: then booked and counted differ."))

    def allow(self) -> None:
        """Grey out what whoever is signed in may not do there."""
        line = self.left.stock.line if self.left is not None else ""
        for button, words, command in (
            (self.count_button, self.tr("Count it"), CountStock),
            (self.save, self.tr("Save limits"), SetStockLimits),
            (self.pull, self.tr("Empty bin: ask for more (A)"), AskReplenishment),
            (self.away, self.tr("Take away from the line…"), RemoveStock),
        ):
            why = why_not(self._console, command, place=line)
            if not why and button is self.pull and self.left is not None and self.left.card is not None:
                why = self.tr("It is asked for already.")
            button.name(words, why)
            button.setEnabled(not why)

    # What is done

    def begin_count(self) -> None:
        """Put the keyboard where the count is typed."""
        self.quantity.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.quantity.control.selectAll()

    def count(self) -> None:
        """Keep what lies there."""
        if self.left is None or not self.count_button.isEnabled():
            return
        value = number_typed(self.quantity.control.text())
        self.quantity.refuse("" if value is not None and value >= 0 else self.tr("Type a number, 0 or more."))
        if value is None or value < 0:
            self.begin_count()
            return
        stock, order = self.left.stock, self._running(self.left.stock.line)
        self._give(CountStock(stock.line, stock.material, value, *order), self.tr("Counted."))
        self.quantity.control.clear()

    def _running(self, line: str) -> tuple[str, int]:
        """The running order, and how many pieces of it were counted by now."""
        material = self._console.material
        order = material.running(line) if material is not None else None
        return (order.id, material.counted(order.id)) if material is not None and order is not None else ("", 0)

    def keep(self) -> None:
        """Keep the limits."""
        if self.left is None:
            return
        values = {name: number_typed(field.control.text() or "0") for name, field in self.limits.items()}
        for name, field in self.limits.items():
            field.refuse("" if values[name] is not None else self.tr("Type a number, 0 or more."))
        if None not in values.values():
            stock = self.left.stock
            told = {name: value or 0.0 for name, value in values.items()}
            self._give(SetStockLimits(stock.line, stock.material, **told), self.tr("Saved."))

    def ask(self) -> None:
        """Ask for material."""
        if self.left is not None and self.pull.isEnabled():
            stock = self.left.stock
            self._give(AskReplenishment(stock.line, stock.material, new_id()), self.tr("Asked for."))

    def remove(self) -> None:
        """The material has no place here any more, after a question."""
        if self.left is None:
            return
        stock = self.left.stock
        asked = QMessageBox(self)
        asked.setIcon(QMessageBox.Icon.Question)
        asked.setTextFormat(Qt.TextFormat.PlainText)
        asked.setWindowTitle(self.tr("Take away from the line"))
        words = self.tr("Count {material} at {line} no longer? What was counted stays in the trail.")
        asked.setText(words.format(material=plain(stock.material, 64), line=line_word(self._console, stock.line)))
        yes = asked.addButton(self.tr("Take away"), QMessageBox.ButtonRole.DestructiveRole)
        asked.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
        asked.exec()
        if asked.clickedButton() is yes:
            self._give(RemoveStock(stock.line, stock.material), "")

    def _give(self, command: Command, good: str) -> None:
        self.said.say("")
        done = while_there(self, lambda _: self.said.good(good) if good else self.said.say(""))
        self._one.give(command, done, while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        field = {**self.limits, "quantity": self.quantity}.get(str(refusal.facts.get("field", "")))
        if field is not None:
            field.refuse(words_of(refusal))
            field.control.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.said.say(words_of(refusal))

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.quantity.name(self.tr("&Counted now"))
        self.minimum.name(self.tr("M&inimum"), self.tr("At this and below a card is made."))
        self.maximum.name(self.tr("Ma&ximum"), self.tr("Up to this it is filled; 0 = never by itself."))
        self.bin.name(self.tr("A &bin holds"), self.tr("Cards ask for whole bins; 0 = none."))
        self.counts_title.say(self.tr("Counts"))
        self._say()
        self.allow()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        limits, buttons = QHBoxLayout(), Flow()
        limits.setSpacing(10)
        for field in self.limits.values():
            limits.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.control.returnPressed.connect(self.keep)
        self.quantity.control.returnPressed.connect(self.count)
        for button in (self.pull, self.save, self.away):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(10)
        for part in (self.title, self.where, self.now, self.card_words, self.said, self.quantity):
            column.addWidget(part)
        column.addLayout(limits)
        column.addLayout(buttons)
        column.addWidget(self.counts_title)
        column.addWidget(self.counts)
        column.addStretch(1)
