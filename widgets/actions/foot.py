"""The figures under the actions: handling time, reviews, what comes back, what was learned and used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout

from console.app.queries.knowledge import measures
from console.domain.improvement import Measures, Share
from widgets.actions.known import now_of
from widgets.attachments.later import while_there
from widgets.cards import Card, Fact, Text
from widgets.numbers import percent
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

NAMES = ("handling", "median", "reviewed", "repeated", "reused")


class MeasuresCard(Card):
    """Reads the figures whenever it is told to."""

    def __init__(self, console: Console) -> None:
        super().__init__(titled=False)
        self._console = console
        self._told: Measures | None = None
        self.window = Text("text_faint", 12)
        self.facts = {name: Fact() for name in NAMES}
        row = QHBoxLayout()
        row.setSpacing(18)
        for fact in self.facts.values():
            row.addWidget(fact, 1)
        self.body.setContentsMargins(14, 8, 14, 8)
        self.body.setSpacing(4)
        self.body.addWidget(self.window)
        self.body.addLayout(row)
        self.retranslate()

    def read(self) -> None:
        """Ask the records for the figures of now."""
        self._console.office.ask(measures(now_of(self._console)), while_there(self, self._show), lambda _: None)

    def _show(self, told: Measures) -> None:
        self._told = told
        enough = self.tr("not enough data ({0})").format(told.handled)
        self._say("handling", span(told.mean) if told.mean is not None else enough, told.mean is not None)
        self._say("median", span(told.median) if told.median is not None else enough, told.median is not None)
        for name, value in (("reviewed", told.reviewed), ("repeated", told.repeated)):
            self._say(name, self._share(value), value.value is not None)
        self._say("reused", str(told.reused), True)

    def _share(self, value: Share) -> str:
        if value.value is None:
            return self.tr("not enough data ({0})").format(value.n)
        return self.tr("{0} of {1}").format(f"{percent(value.value, 0)} · {value.part}", value.n)

    def _say(self, name: str, words: str, known: bool) -> None:
        self.facts[name].say(words, "text" if known else "text_faint")

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.window.say(self.tr("The last 90 days"))
        names = (
            self.tr("Action verified after (mean)"),
            self.tr("Median"),
            self.tr("Wanted reviews done"),
            self.tr("Calls that came back in 30 days"),
            self.tr("Knowledge helped"),
        )
        for fact, words in zip(self.facts.values(), names, strict=True):
            fact.name.say(words)
        if self._told is not None:
            self._show(self._told)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
