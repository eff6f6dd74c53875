"""Whose hands the time of calls went by in, category by category: waiting, working, checking."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from console.domain.andon import Category
from console.domain.callfigures import HandsOf, Sheet
from console.domain.hands import Doing
from widgets.callfigures.words import DOING_ROLE, doing_word
from widgets.cards import Button, Card, Text
from widgets.figures.definition import show_metric
from widgets.losses.barrow import BarRow
from widgets.numbers import percent, whole
from widgets.people.fields import scrolled
from widgets.people.words import role_word
from widgets.plain import plain
from widgets.times import span

WORDS_WIDE, FIGURE_WIDE = 320, 170


class HandsSection(QWidget):
    """A card a category; a bar for each role and what it did."""

    def __init__(self) -> None:
        super().__init__()
        self._sheet: Sheet | None = None
        self._categories: Mapping[str, Category] = {}
        self.note = Text("text_muted", 13, wrap=True)
        self.explain = Button("info", lambda: show_metric(self.window(), "time_in_hands", {}))
        self.cards: list[Card] = []
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)
        self._list.addWidget(self.note)
        self._list.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(inside))

    def show_sheet(self, sheet: Sheet, categories: Mapping[str, Category]) -> None:
        """Show the figures of a sheet."""
        self._sheet, self._categories = sheet, categories
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(hands) for hands in sheet.hands]
        for place, card in enumerate(self.cards):
            self._list.insertWidget(place + 1, card)
        self.note.say(
            self.tr("The open time of every call, from raised to closed, told apart by the role that had it.")
            if sheet.hands
            else self.tr("Here stands how long calls waited for whom, once some were raised in this time.")
        )

    def _card(self, hands: HandsOf) -> Card:
        card = Card()
        known = self._categories.get(hands.category)
        card.title.say(plain(known.name if known is not None else hands.category, 60))
        each = span(hands.seconds / hands.calls) if hands.calls else "–"
        words = self.tr("{0} calls, {1} each").format(whole(hands.calls), each)
        card.note.say(words)
        begin, total = 0.0, hands.seconds or 1.0
        order = list(Doing)
        for role, doing, seconds in sorted(hands.held, key=lambda one: (order.index(one[1]), -one[2])):
            row, share = BarRow(WORDS_WIDE, FIGURE_WIDE), seconds / total
            who = role_word(role) if role is not None else self.tr("nobody we know of")
            figure = self.tr("{0} · {1}").format(span(seconds), percent(share, 0))
            row.say(f"{who} · {doing_word(doing)}", figure, (begin, begin + share), DOING_ROLE[doing])
            begin += share
            card.body.addWidget(row)
        return card

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange and self._sheet is not None:
            self.show_sheet(self._sheet, self._categories)
        super().changeEvent(event)
