"""What was answered to what the category of a call asks, beside the names of the fields."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from console.domain.andon import Call, Category
from widgets.cards import Fact
from widgets.plain import plain

BESIDE = 3


class AnswerFacts(QWidget):
    """The answers of a call in the order of its category, then those to asks that are gone, by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self.facts: list[Fact] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(10)
        for column in range(BESIDE):
            self._grid.setColumnStretch(column, 1)
        self.hide()

    def show_answers(self, call: Call, category: Category | None) -> None:
        """Show what was answered; what is asked and not answered is a dash."""
        told, asks = dict(call.answers), category.asks if category else ()
        rows = [(ask.name, told.pop(ask.id, "")) for ask in asks] + list(told.items())
        while len(self.facts) < len(rows):
            fact, at = Fact(), len(self.facts)
            fact.name.setWordWrap(True)
            self.facts.append(fact)
            self._grid.addWidget(fact, at // BESIDE, at % BESIDE)
        for at, fact in enumerate(self.facts):
            fact.setVisible(at < len(rows))
            name, text = rows[at] if at < len(rows) else ("", "")
            fact.name.say(plain(name, 60))
            fact.say(text)
        self.setVisible(bool(rows))
