"""The third step: the first rows as they will be read, with what is wrong where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.app.exchange import Trial
from console.domain.exchange import NUMBER, Draft, RowError
from console.domain.orders import Field
from widgets.callfigures.rowmodel import Row
from widgets.cards import Card
from widgets.exchange.listing import Listing
from widgets.exchange.words import due_word, error_words, field_word, wrong_words, yes_word
from widgets.numbers import whole
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.console import Console

FIRST = 200
FIELDS = (NUMBER, *(field.value for field in Field))


class PreviewStep(QWidget):
    """Shows, and changes nothing."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._trial: Trial | None = None
        self.card = Card()
        self.list = Listing((60, 140, 140, 90, 150, 150, 90, 150, 330), stretch=8, right=(0, 3))
        self.card.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.setFocusProxy(self.list)

    def begin(self, trial: Trial) -> None:
        """Show the first rows of a source."""
        self._trial = trial
        self._fill()

    def _fill(self) -> None:
        trial, exchange = self._trial, self._console.exchange
        if trial is None or exchange is None:
            return
        table, read = trial.loaded.table, trial.read
        drafts = {draft.row: draft for draft in read.drafts}
        errors: dict[int, list[RowError]] = {}
        for error in read.errors:
            errors.setdefault(error.row, []).append(error)
        columns = {column: at for at, name in enumerate(FIELDS, 1) if (column := trial.mapping.column_of.get(name))}
        rows, marks = [], {}
        for at, told in enumerate(table.rows[:FIRST], table.first):
            wrong = errors.get(at, [])
            draft = drafts.get(at)
            cells = self._draft(draft) if draft is not None and not wrong else self._raw(told, trial)
            rows.append(Row((whole(at), *cells, "; ".join(map(error_words, wrong))), at))
            for error in wrong:
                marks[len(rows) - 1, columns.get(error.column, 8)] = wrong_words(error.wrong)
        self.card.title.say(
            self.tr("The first {0} of {1} rows as they will be read").format(whole(len(rows)), whole(read.rows))
        )
        heads = (self.tr("Row"), *(field_word(name) for name in FIELDS), self.tr("What is wrong"))
        self.list.show_rows(heads, rows, self.tr("There is no row under the headings."), marks)

    def _draft(self, draft: Draft) -> tuple[str, ...]:
        exchange = self._console.exchange
        assert exchange is not None
        line = exchange.lines.get(draft.line or "", draft.line or "")
        rush = "" if draft.rush is None else yes_word(draft.rush)
        told = (draft.number, draft.product, whole(draft.quantity), line, due_word(draft.due, exchange.zone), rush)
        return (*(plain(cell, 120) for cell in told), plain(draft.note or "", 120))

    @staticmethod
    def _raw(told: dict[str, str], trial: Trial) -> tuple[str, ...]:
        columns = trial.mapping.column_of
        return tuple(plain(told.get(columns.get(name, ""), ""), 120) for name in FIELDS)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.list.name(self.tr("The first rows"))
        self._fill()
