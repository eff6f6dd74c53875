"""The fourth step: what the import would do, counted, each count with its list; nothing is changed yet."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from console.app.exchange import Trial
from console.app.exchangeinbox import refused_rows
from console.app.tablefile import write_table
from console.domain.errors import Refusal
from console.domain.exchange import Difference, Draft, RowError
from widgets.attachments.later import while_there
from widgets.callfigures.rowmodel import Row
from widgets.cards import Button, Card, Painted
from widgets.exchange.listing import Later, Listing, asked_path
from widgets.exchange.words import due_word, error_words, field_word, sides, wrong_words
from widgets.flow import Flow
from widgets.numbers import whole
from widgets.orders.naming import column_word
from widgets.people.fields import Said
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.theme import color, font

if TYPE_CHECKING:
    from console.app.console import Console

HIGH = 64
PIXELS = (24, 12)  # of figure and words


class Part(StrEnum):
    """What is counted."""

    NEW = "new"
    CHANGED = "changed"
    KEPT = "kept"
    QUESTIONS = "questions"
    SAME = "same"
    GONE = "gone"
    ERRORS = "errors"


class Count(Painted):
    """A figure over its name; loud only where somebody has to act."""

    def __init__(self, loud: str = "") -> None:
        super().__init__()
        self.setCheckable(True)
        self.setFixedHeight(HIGH)
        self._loud, self._count, self._words = loud, 0, ""

    def say(self, count: int, words: str) -> None:
        """Show it."""
        self._count, self._words = count, words
        self.setText(words)
        self.setAccessibleName(f"{words}: {whole(count)}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + 46, HIGH)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        self.backdrop(painter)
        painter.setPen(color("focus" if self.isChecked() else "border"))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.setFont(font(PIXELS[0], 600))
        painter.setPen(color(self._loud if self._loud and self._count else "text" if self._count else "text_faint"))
        painter.drawText(self.rect().adjusted(14, 6, -8, -24), int(Qt.AlignmentFlag.AlignVCenter), whole(self._count))
        painter.setFont(font(PIXELS[1]))
        painter.setPen(color("text_muted"))
        painter.drawText(self.rect().adjusted(14, 36, -8, -6), int(Qt.AlignmentFlag.AlignVCenter), self._words)


class TrialStep(QWidget):
    """One list at a time."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._trial: Trial | None = None
        self.part = Part.NEW
        loud = {Part.ERRORS: "bad", Part.QUESTIONS: "warning"}
        self.counts = {part: Count(loud.get(part, "")) for part in Part}
        self.card, self.said = Card(), Said()
        self.export, self.refused = Button("download", self.write_list), Button("file-text", self.write_refused)
        self.ask_path: Callable[..., str] = asked_path
        self.list = Listing((130, 200, 200, 260, 260), stretch=4)
        self._lay_out()
        self.setFocusProxy(self.counts[Part.NEW])

    def begin(self, trial: Trial) -> None:
        """Show what taking it over would do; first what wants somebody."""
        self._trial = trial
        self.said.say("")
        numbers = self._numbers()
        first = next((p for p in (Part.ERRORS, Part.QUESTIONS, Part.NEW, Part.CHANGED) if numbers[p]), Part.NEW)
        self.show_part(first)

    def show_part(self, part: Part) -> None:
        """List what one of the figures counts."""
        self.part = part
        self.counts[part].setChecked(True)
        self.setFocusProxy(self.counts[part])
        self._fill()

    # Writing

    def write_list(self) -> None:
        """The list that is shown, as CSV."""
        self._write(self.list.table(), f"{self._stem()}-{self.part.value}.csv")

    def write_refused(self) -> None:
        """The rows that were refused, with why: to be corrected and imported again."""
        if self._trial is not None:
            why = self.tr("Why it was refused")
            rows = refused_rows(self._trial.loaded.table, self._trial.read.errors, why, error_words)
            self._write(rows, f"{self._stem()}-rows.csv")

    def _write(self, rows: Iterable[Sequence[str]], name: str) -> None:
        path, exchange = self.ask_path(self, self.tr("Save the list"), name), self._console.exchange
        if not path or exchange is None:
            return

        def written(refusal: Refusal | None) -> None:
            if refusal is not None:
                self.said.say(words_of(refusal))
            else:
                self.said.good(self.tr("Written: {0}").format(plain(path, 120)))

        heard = while_there(self, written)
        exchange.run(lambda: write_table(Path(path), rows), heard, heard)

    def _stem(self) -> str:
        name = self._trial.loaded.source.name if self._trial else ""
        return name.rsplit(".", 1)[0] or "orders"

    # Showing

    def _numbers(self) -> dict[Part, int]:
        if self._trial is None:
            return dict.fromkeys(Part, 0)
        found, read = self._trial.compared, self._trial.read
        sizes = (found.new, found.changes, found.kept, found.questions, range(found.same), found.gone, read.errors)
        return dict(zip(Part, map(len, sizes), strict=True))

    def _fill(self) -> None:
        words = (
            self.tr("new orders"),
            self.tr("fields changed"),
            self.tr("fields kept as here"),
            self.tr("fields to decide"),
            self.tr("orders the same"),
            self.tr("no more in the source"),
            self.tr("errors"),
        )
        for (part, count), word in zip(self._numbers().items(), words, strict=True):
            self.counts[part].say(count, word)
        trial, exchange = self._trial, self._console.exchange
        if trial is None or exchange is None:
            return
        heads, rows = self._rows(trial)
        self.card.title.say(self.counts[self.part].text())
        self.card.note.say(self._note())
        self.export.setEnabled(bool(rows))
        self.refused.setVisible(self.part is Part.ERRORS and bool(rows))
        self.list.show_rows(heads, rows, self.tr("There is nothing of this kind."))

    def _note(self) -> str:
        match self.part:
            case Part.GONE:
                return self.tr("Open orders that came from this source before. They stay: close them on the board.")
            case Part.QUESTIONS:
                return self.tr("You decide about them in the next step.")
            case Part.ERRORS:
                return self.tr("These rows are left out. Save them, correct them, and import them again.")
            case Part.KEPT:
                return self.tr("Here this console's word holds, the order has ended, or it runs and stays on its line.")
        return ""

    def _rows(self, trial: Trial) -> tuple[tuple[str, ...], Sequence[Row]]:
        found = trial.compared
        match self.part:
            case Part.NEW:
                return self._draft_heads(), [Later(self._draft, one) for one in found.new]
            case Part.SAME:
                other = {one.number.casefold() for one in (*found.changes, *found.kept, *found.questions)}
                other |= {one.number.casefold() for one in found.new}
                same = (one for one in trial.read.drafts if one.number.casefold() not in other)
                return self._draft_heads(), [Later(self._draft, one) for one in same]
            case Part.GONE:
                return self._gone(trial)
            case Part.ERRORS:
                return self._errors(trial)
        lists = {Part.CHANGED: found.changes, Part.KEPT: found.kept, Part.QUESTIONS: found.questions}
        return self._sides(lists[self.part])

    def _errors(self, trial: Trial) -> tuple[tuple[str, ...], Sequence[Row]]:
        heads = (self.tr("Row"), self.tr("Column"), self.tr("It says"), self.tr("Order"), self.tr("What to do"))
        table, column = trial.loaded.table, trial.mapping.column_of["number"]

        def told(e: RowError) -> tuple[str, ...]:
            number = plain(table.rows[e.row - table.first].get(column, ""), 80)
            return whole(e.row), plain(e.column, 80), plain(e.value, 120), number, wrong_words(e.wrong)

        return heads, [Later(told, e) for e in trial.read.errors]

    def _sides(self, found: Sequence[Difference]) -> tuple[tuple[str, ...], Sequence[Row]]:
        exchange = self._console.exchange
        assert exchange is not None
        lines, zone = exchange.lines, exchange.zone
        heads = (self.tr("Order"), self.tr("Field"), self.tr("Here"), self.tr("In the source"), "")
        return heads, [Later(lambda one: (*sides(one, lines, zone), ""), one) for one in found]

    def _draft_heads(self) -> tuple[str, ...]:
        return tuple(field_word(name) for name in ("number", "product", "quantity", "line", "due"))

    def _draft(self, one: Draft) -> tuple[str, ...]:
        exchange = self._console.exchange
        assert exchange is not None
        line = exchange.lines.get(one.line or "", one.line or "")
        cells = (plain(one.number), plain(one.product), whole(one.quantity), plain(line))
        return (*cells, due_word(one.due, exchange.zone))

    def _gone(self, trial: Trial) -> tuple[tuple[str, ...], Sequence[Row]]:
        exchange = self._console.exchange
        assert exchange is not None
        rows = []
        for id in trial.compared.gone:
            order = trial.orders[id]
            line = plain(exchange.lines.get(order.line, order.line))
            cells = (plain(order.number), plain(order.product), whole(order.quantity), line, column_word(order.column))
            rows.append(Row(cells, order))
        heads = tuple(field_word(name) for name in ("number", "product", "quantity", "line", "state"))
        return heads, rows

    def _lay_out(self) -> None:
        group, figures = QButtonGroup(self), QWidget()
        row = Flow(figures)
        for part, count in self.counts.items():
            group.addButton(count)
            row.addWidget(count)
            count.clicked.connect(lambda _=False, part=part: self.show_part(part))
        self.card.tools.addWidget(self.refused)
        self.card.tools.addWidget(self.export)
        self.card.body.addWidget(self.list, 1)
        self.card.body.addWidget(self.said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(figures)
        column.addWidget(self.card, 1)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.export.name(self.tr("Save this list"))
        self.refused.name(self.tr("Save these rows"), self.tr("With why each was refused, to be corrected"))
        self.list.name(self.tr("What the import would do"))
        self._fill()
