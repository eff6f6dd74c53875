"""The second step: which column is which field, how days and numbers are written, which lines are meant."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.exchange import Loaded
from console.app.exchangeguess import comma_likely, line_names, lines_likely
from console.app.queries.products import exchange_maps
from console.domain.commands.products import KeepExchangeMap, RemoveExchangeMap
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.exchange import NEEDED, NUMBER, ColumnMap, Truth, guessed_map
from console.domain.ids import new_id
from console.domain.orders import Field as OrderField
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Entry, OneLine, Text, Tick
from widgets.exchange.words import field_word, truth_word
from widgets.flow import emptied
from widgets.people.fields import Said, scrolled
from widgets.people.signing import give
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

FIELDS = (NUMBER, *(field.value for field in OrderField))
DAYS = ("%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d/%m/%Y", "%m/%d/%Y", "%Y%m%d")
FORMATS = tuple(day + clock for day in DAYS for clock in ("", " %H:%M"))
SAMPLE = datetime(2026, 12, 31, 14, 30)
BESIDE = 1180  # pixels from which the lines stand beside the columns
EXAMPLES = 3
WRONG_LINE = "?"  # not chosen: rows with this name are errors


class MappingStep(QWidget):
    """Guessed first; what was kept by name is offered."""

    sheet_chosen = Signal(str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._loaded: Loaded | None = None
        self._kept: list[Kept[ColumnMap]] = []
        self._id = new_id()
        self.columns = {name: Choice() for name in FIELDS}
        self.truths = {field.value: Choice() for field in OrderField}
        self.names = {name: Text("text", 13, 500) for name in FIELDS}
        self.examples = {name: OneLine("text_faint", 12) for name in FIELDS}
        self.lines: dict[str, Choice] = {}
        self.known, self.sheet = Choice(), Choice()
        self.name, self.keep, self.forget = Entry(), Button("check", self.keep_it), Button("delete", self._forget)
        self.date, self.time, self.comma = Choice(), Entry("23:59"), Tick()
        self.said = Said()
        self._heads = [Text("text_faint", 12) for _ in range(4)]
        self._labels = [Text("text_muted", 12, 500) for _ in range(5)]
        self.card, self.line_card, self.no_lines = Card(), Card(), Text("text_muted", 13, wrap=True)
        self._lay_out()
        self.columns["line"].currentIndexChanged.connect(lambda _: self._lay_lines())
        for field in FIELDS:
            self.columns[field].currentIndexChanged.connect(lambda _, name=field: self._show_examples(name))
        self.known.currentIndexChanged.connect(lambda _: self._use_known())
        self.sheet.currentIndexChanged.connect(lambda _: self.sheet_chosen.emit(str(self.sheet.currentData() or "")))
        self.setFocusProxy(self.columns[NUMBER])

    # What it says

    def begin(self, loaded: Loaded) -> None:
        """Guess for a source; a kept mapping whose columns it has all is used at once."""
        again = self._loaded is not None and self._loaded.source.name == loaded.source.name
        self._loaded = loaded
        self.said.say("")
        sheets = [(sheet, plain(sheet, 60)) for sheet in loaded.table.sheets]
        self.sheet.offer("", sheets, loaded.table.sheet)
        self.sheet.setVisible(len(sheets) > 1)
        self._labels[0].setVisible(len(sheets) > 1)
        self.comma.setVisible(not loaded.typed)
        for name in FIELDS:
            self.columns[name].offer(self.tr("not in the source"), [(c, plain(c, 60)) for c in loaded.table.columns])
        if not again or not self.name.text().strip():
            self.name.setText(_stem(loaded.source.name))
        self._show_map(None)
        self._console.office.ask(exchange_maps, while_there(self, self._know))

    def mapping(self) -> ColumnMap:
        """As it stands."""
        columns = tuple((name, str(choice.currentData() or "")) for name, choice in self.columns.items())
        lines = tuple(
            (name, str(choice.currentData() or "")) for name, choice in self.lines.items()
            if choice.currentData() != WRONG_LINE
        )  # fmt: skip
        truth = tuple((name, Truth(choice.currentData() or Truth.FILE)) for name, choice in self.truths.items())
        typed = self._loaded is not None and self._loaded.typed
        return ColumnMap(
            self._id,
            self.name.text().strip(),
            tuple(one for one in columns if one[1]),
            str(self.date.currentData() or ""),
            self._due_time(),
            self.comma.isChecked() and not typed,
            lines,
            truth,
        )

    def why_not(self) -> str:
        """What is still missing, in words; "" when it can be read."""
        missing = [field_word(name) for name in NEEDED if not self.columns[name].currentData()]
        if missing:
            return self.tr("Say in which column this stands: {0}.").format(", ".join(missing))
        taken = [choice.currentData() for choice in self.columns.values() if choice.currentData()]
        if len(taken) != len(set(taken)):
            return self.tr("One column can be one field only. Two fields have the same column.")
        if not self.name.text().strip():
            return self.tr("Give the source a name: orders remember by it where they came from.")
        return "" if self._due_time() else self.tr("Write the hour as 23:59.")

    # Keeping

    def keep_it(self) -> None:
        """Keep the mapping by its name."""
        why = self.why_not()
        if why:
            self.said.say(why)
            return
        mapping, version = self.mapping(), 0
        same = next((kept for kept in self._kept if kept.value.name == mapping.name), None)
        if same is not None:
            mapping, version = replace(mapping, id=same.value.id), same.version
        command = KeepExchangeMap(mapping, version)
        give(self, self._console, command, while_there(self, self._is_kept), while_there(self, self._refused))

    def _is_kept(self, _: object) -> None:
        self.said.good(self.tr("Kept. The next file with these columns is read like this one."))
        self._console.office.ask(exchange_maps, while_there(self, self._list))

    def _forget(self) -> None:
        kept = self._chosen()
        if kept is not None:
            command = RemoveExchangeMap(kept.value.id, kept.version)

            def gone(_: object) -> None:
                self._console.office.ask(exchange_maps, while_there(self, self._list))

            give(self, self._console, command, while_there(self, gone), while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _know(self, kept: list[Kept[ColumnMap]]) -> None:
        self._list(kept)
        columns = set(self._loaded.table.columns) if self._loaded else set()
        fitting = [one for one in kept if set(one.value.column_of.values()) <= columns]
        best = max(fitting, key=lambda one: len(one.value.column_of), default=None)
        if best is not None:
            self.known.setCurrentIndex(self.known.findData(best.value.id))

    def _list(self, kept: list[Kept[ColumnMap]]) -> None:
        self._kept = kept
        self.known.offer(
            self.tr("guessed by the headings"), [(one.value.id, plain(one.value.name)) for one in kept], most=260
        )
        self.forget.setEnabled(self._chosen() is not None)

    def _chosen(self) -> Kept[ColumnMap] | None:
        return next((one for one in self._kept if one.value.id == self.known.currentData()), None)

    def _use_known(self) -> None:
        kept = self._chosen()
        self.forget.setEnabled(kept is not None)
        self._show_map(kept.value if kept else None)

    # Showing

    def _show_map(self, told: ColumnMap | None) -> None:
        if self._loaded is None:
            return
        table = self._loaded.table
        found = told.column_of if told is not None else guessed_map(table.columns)
        for name, choice in self.columns.items():
            choice.blockSignals(True)
            choice.setCurrentIndex(max(0, choice.findData(found.get(name, ""))))
            choice.blockSignals(False)
            self._show_examples(name)
        for name, choice in self.truths.items():
            truth = told.truth_of(OrderField(name)) if told is not None else Truth.FILE
            choice.setCurrentIndex(choice.findData(truth.value))
        self._offer_dates(told.date if told is not None else "")
        self.time.setText(told.due_time if told is not None else "23:59")
        self.comma.setChecked(told.comma if told is not None else comma_likely(table, found.get("quantity", "")))
        self._id = told.id if told is not None else new_id()
        if told is not None:
            self.name.setText(told.name)
        self._lay_lines(dict(told.lines) if told is not None else None)

    def _show_examples(self, name: str) -> None:
        column = str(self.columns[name].currentData() or "")
        rows = self._loaded.table.rows if self._loaded else ()
        found = list(dict.fromkeys(row[column] for row in rows[:200] if row.get(column)))[:EXAMPLES]
        self.examples[name].say(" · ".join(plain(value, 40) for value in found))

    def _lay_lines(self, told: dict[str, str] | None = None) -> None:
        emptied(self._line_rows)
        self.lines = {}
        exchange, table = self._console.exchange, self._loaded.table if self._loaded else None
        column = str(self.columns["line"].currentData() or "")
        names = line_names(table, column) if table is not None and column else ()
        known = exchange.lines if exchange is not None else {}
        guessed = lines_likely(names, known) | (told or {})
        offered = [(id, plain(name, 60)) for id, name in known.items()]
        offered += [("", self.tr("leave without a line")), (WRONG_LINE, self.tr("not chosen: an error"))]
        for at, name in enumerate(names):
            choice = self.lines[name] = Choice()
            choice.offer("", offered, most=240)
            found = choice.findData(guessed.get(name, WRONG_LINE if known else ""))
            choice.setCurrentIndex(found if found >= 0 else choice.findData(WRONG_LINE))
            choice.setAccessibleName(plain(name))
            label = OneLine("text", 13)
            label.say(plain(name, 60))
            self._line_rows.addWidget(label, at, 0)
            self._line_rows.addWidget(choice, at, 1)
        self.no_lines.setVisible(not names)

    def _offer_dates(self, chosen: str) -> None:
        formats: Sequence[str] = FORMATS if not chosen or chosen in FORMATS else (*FORMATS, chosen)
        self.date.offer(
            self.tr("as usual (several are tried)"), [(one, SAMPLE.strftime(one)) for one in formats], most=230
        )
        self.date.setCurrentIndex(max(0, self.date.findData(chosen)))

    def _due_time(self) -> str:
        try:
            return datetime.strptime(self.time.text().strip(), "%H:%M").strftime("%H:%M")
        except ValueError:
            return ""

    # How it is made

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        across = self.width() >= BESIDE
        kind = QBoxLayout.Direction.LeftToRight if across else QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(kind)

    def _lay_out(self) -> None:
        self.card.body.addLayout(self._top())
        self.card.body.addLayout(self._fields())
        self.card.body.addLayout(self._written())
        self.card.body.addLayout(self._named())
        self.card.body.addWidget(self.said)
        self.card.body.addStretch(1)
        self._line_rows = QGridLayout()
        self._line_rows.setColumnStretch(0, 1)
        self._line_rows.setVerticalSpacing(6)
        self.line_card.body.addLayout(self._line_rows)
        self.line_card.body.addWidget(self.no_lines)
        self.line_card.body.addStretch(1)
        inside = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(12)
        self._cards.addWidget(self.card, 5)
        self._cards.addWidget(self.line_card, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside))

    def _top(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        for label, part in ((self._labels[0], self.sheet), (self._labels[1], self.known)):
            row.addWidget(label)
            row.addWidget(part)
        row.addWidget(self.forget)
        row.addStretch(1)
        return row

    def _fields(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(2, 1)
        for at, head in enumerate(self._heads):
            grid.addWidget(head, 0, at)
        for at, name in enumerate(FIELDS, 1):
            grid.addWidget(self.names[name], at, 0)
            grid.addWidget(self.columns[name], at, 1)
            grid.addWidget(self.examples[name], at, 2)
            if name in self.truths:
                grid.addWidget(self.truths[name], at, 3)
        return grid

    def _written(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(8)
        self.time.setFixedWidth(72)
        for part in (self._labels[2], self.date, self._labels[3], self.time):
            row.addWidget(part)
        row.addWidget(self.comma)
        row.addStretch(1)
        return row

    def _named(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name.setFixedWidth(220)
        row.addWidget(self._labels[4])
        row.addWidget(self.name)
        row.addWidget(self.keep)
        row.addStretch(1)
        return row

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("What stands where"))
        self.line_card.title.say(self.tr("Names of lines"))
        self.no_lines.say(
            self.tr("The names that the source calls lines by appear here when a column for them is chosen.")
        )
        heads = (self.tr("Field"), self.tr("Column"), self.tr("For example"), self.tr("Where both differ, holds"))
        for head, words in zip(self._heads, heads, strict=True):
            head.say(words)
        for name in FIELDS:
            self.names[name].say(field_word(name))
            self.columns[name].setAccessibleName(self.tr("Column of {0}").format(field_word(name)))
        for name, choice in self.truths.items():
            choice.offer("", [(truth.value, truth_word(truth)) for truth in Truth], most=190)
            choice.setAccessibleName(self.tr("Whose word holds for {0}").format(field_word(name)))
        labels = (self.tr("Sheet"), self.tr("Read like"), self.tr("Days are written"), self.tr("due at"))
        for label, words in zip(self._labels, (*labels, self.tr("Name of the source")), strict=True):
            label.say(words)
        for part, label in zip((self.sheet, self.known, self.date, self.time, self.name), self._labels, strict=True):
            part.setAccessibleName(label.text())
        self.comma.setText(self.tr("Comma before decimals: 1.200,5"))
        self.keep.name(self.tr("Keep for next time"))
        self.forget.name_silently(self.tr("Forget this mapping"))
        self._list(self._kept)
        self._offer_dates(str(self.date.currentData() or ""))
        if self._loaded is not None:
            for name in FIELDS:
                columns = [(c, plain(c, 60)) for c in self._loaded.table.columns]
                self.columns[name].offer(self.tr("not in the source"), columns)
            self._lay_lines({name: str(choice.currentData() or "") for name, choice in self.lines.items()})


def _stem(name: str) -> str:
    """A file's name without its ending and the digits of the day: what a source is called."""
    plain_name = name.rsplit(".", 1)[0].rstrip("0123456789-_ ()")
    return plain_name[:60] or "ERP"
