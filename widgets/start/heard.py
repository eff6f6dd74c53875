"""What is heard on the broker while it is listened to: dialects, topics, rate, the first names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout

from console.domain.events import Link
from console.telemetry.guesses import Hearing, summarise
from widgets.cards import Card, Fact, Script, Text
from widgets.numbers import whole
from widgets.plain import plain
from widgets.topics.entries import rate_words

if TYPE_CHECKING:
    from console.app.console import Console

EVERY = 2.0  # seconds between two counts through the book
FIRST = 10  # topics named


class HeardCard(Card):
    """Counts by dialect and the first topics; words what will come while there is nothing."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._looked = float("-inf")
        self.hearing = Hearing()
        self.facts = [Fact() for _ in range(8)]
        self.words, self.topics = Text("text_muted", wrap=True), Script()
        self.topics.setFixedHeight(12 * FIRST + 46)
        self.names = Text("text_faint", 12)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(10)
        for place, fact in enumerate(self.facts):
            grid.addWidget(fact, place // 4, place % 4)
            grid.setColumnStretch(place % 4, 1)
        row = QHBoxLayout()
        row.addWidget(self.words, 1)
        self.body.addLayout(row)
        self.body.addLayout(grid)
        self.body.addWidget(self.names)
        self.body.addWidget(self.topics)

    def refresh(self, now: float, at_once: bool = False) -> None:
        """Count again now and then."""
        if not at_once and 0 <= now - self._looked < EVERY:
            return
        self._looked = now
        book = self._console.book
        self.hearing = heard = summarise(book)
        self.words.say(self._sentence(heard))
        for part in (*self.facts, self.topics, self.names):
            part.setVisible(heard.topics > 0)
        told = (heard.topics, None, heard.sparkplug_nodes, heard.json_topics)
        more = (heard.packml_units, heard.scalar_topics, heard.pictures + heard.other, heard.unreadable)
        for fact, figure in zip(self.facts, (*told, *more), strict=True):
            fact.say(rate_words(self._console.rate) if figure is None else whole(figure))
        first = [plain(entry.topic, 160) for entry, _ in zip(book, range(FIRST), strict=False)]
        self.topics.say("\n".join(first))

    def retranslate(self) -> None:
        self.title.say(self.tr("What is heard"))
        names = (self.tr("Topics"), self.tr("Messages a second"), self.tr("Sparkplug nodes"), self.tr("JSON topics"))
        more = (
            self.tr("PackML units"),
            self.tr("Single values"),
            self.tr("Pictures and others"),
            self.tr("Unreadable"),
        )
        for fact, name in zip(self.facts, (*names, *more), strict=True):
            fact.name.say(name)
        self.names.say(self.tr("First topics"))
        self.topics.setAccessibleName(self.tr("First topics"))
        self.refresh(self._looked, at_once=True)

    def _sentence(self, heard: Hearing) -> str:
        if heard.topics:
            return self._advice(heard)
        match self._console.broker.link:
            case Link.CONNECTED:
                return self.tr(
                    "Listening; nothing has been published yet. "
                    "Machines that only speak when something changes take a while."
                )
            case Link.OFF:
                return self.tr("Once connected, the console listens and says here what kinds of messages it hears.")
            case _:
                return self.tr("Nothing yet: there is no connection.")

    def _advice(self, heard: Hearing) -> str:
        if heard.mapped:
            mapped = self.tr("{0} of {1} topics are heard by the plant file.")
            return mapped.format(whole(heard.mapped), whole(heard.topics))
        names = {
            "Sparkplug B": heard.sparkplug_nodes,
            "JSON": heard.json_topics,
            "PackML": heard.packml_units,
            self.tr("single values"): heard.scalar_topics,
        }
        spoken = [name for name, count in names.items() if count]
        if not spoken:
            return self.tr("None of the topics speaks a dialect that this console reads.")
        return self.tr("The machines here speak {0}. A plant file tells which topic means what.").format(
            ", ".join(spoken)
        )
