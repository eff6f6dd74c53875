"""The fifth step: fields where the source and this console differ and somebody has to say which is right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.exchange import Difference
from widgets.cards import Button, Card
from widgets.exchange.listing import Later, Listing
from widgets.exchange.words import sides
from widgets.flow import Flow

if TYPE_CHECKING:
    from console.app.console import Console


class DecideStep(QWidget):
    """Each by itself, several, or all; what is not decided stays as it is here."""

    changed = Signal()

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._questions: tuple[Difference, ...] = ()
        self.said: dict[Difference, bool] = {}  # whether the source's word is taken
        self.card = Card()
        self.list = Listing((150, 140, 250, 250, 220), stretch=4)
        self.take, self.keep = Button("check", lambda: self._chosen(True)), Button("minus", lambda: self._chosen(False))
        self.take_all = Button("", lambda: self.decide(self._questions, True))
        self.keep_all = Button("", lambda: self.decide(self._questions, False))
        tools = QWidget()
        row = Flow(tools)
        for button in (self.take, self.keep, self.take_all, self.keep_all):
            row.addWidget(button)
        self.card.body.addWidget(tools)
        self.card.body.addWidget(self.list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.list.grid.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.setFocusProxy(self.list)

    def begin(self, questions: Sequence[Difference]) -> None:
        """Ask; what was decided of the same before stays so."""
        self._questions = tuple(questions)
        self.said = {one: took for one, took in self.said.items() if one in set(questions)}
        self._fill()
        if self._questions:
            self.list.grid.selectRow(0)

    @property
    def taken(self) -> tuple[Difference, ...]:
        """Those where the source's word is taken."""
        return tuple(one for one in self._questions if self.said.get(one))

    @property
    def left(self) -> int:
        """How many nobody has decided."""
        return len(self._questions) - len(self.said)

    def decide(self, which: Sequence[object], took: bool) -> None:
        """Say whose word is taken."""
        for one in which:
            if isinstance(one, Difference):
                self.said[one] = took
        self._fill()
        self.changed.emit()

    def _chosen(self, took: bool) -> None:
        here = self.list.grid.currentIndex().row()
        self.decide(self.list.chosen, took)
        self.list.grid.selectRow(min(here + 1, len(self._questions) - 1))
        self.list.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        exchange = self._console.exchange
        if exchange is None:
            return
        words = {True: self.tr("take the source's"), False: self.tr("keep this console's")}
        open_words, lines, zone = self.tr("not decided: stays as here"), exchange.lines, exchange.zone

        def told(one: Difference) -> tuple[str, ...]:
            return *sides(one, lines, zone), words[self.said[one]] if one in self.said else open_words

        rows = [Later(told, one) for one in self._questions]
        heads = (self.tr("Order"), self.tr("Field"), self.tr("Here"), self.tr("In the source"), self.tr("Decision"))
        nothing = self.tr(
            "Nothing to decide. A field is asked about here when it is set to “Ask each time” under Columns and the"
            " source says something else than this console."
        )
        self.list.show_rows(heads, rows, nothing)
        self._allow()

    def _allow(self) -> None:
        chosen = bool(self.list.chosen)
        self.take.setEnabled(chosen)
        self.keep.setEnabled(chosen)
        for button in (self.take_all, self.keep_all):
            button.setEnabled(bool(self._questions))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.card.title.say(self.tr("Who is right?"))
        self.take.name(self.tr("Take the source's"))
        self.keep.name(self.tr("Keep this console's"))
        self.take_all.name(self.tr("Take all from the source"))
        self.keep_all.name(self.tr("Keep all"))
        self.list.name(self.tr("Fields to decide"))
        self._fill()
