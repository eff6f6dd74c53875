"""One topic: what came last, raw and decoded, and what the plant file makes of it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from console.telemetry.guesses import Dialect
from console.telemetry.plantfile import PlantFile
from console.telemetry.topics import TopicEntry
from widgets.cards import Button, Card, Fact, Script, Text
from widgets.numbers import whole
from widgets.payloads import as_sent, decoded, hexed, kind_word, to_copy
from widgets.plain import plain
from widgets.tables import Grid
from widgets.times import moment, span
from widgets.topics.dialects import dialect_word
from widgets.topics.entries import rate_words
from widgets.topics.given import Given, Giver
from widgets.topics.metrics import Metrics
from widgets.topics.sourcebox import SourceBox


class TopicHead(Card):
    """The topic's full name and the figures about it."""

    def __init__(self, copy: Callable[[str], object], source: Callable[[], object]) -> None:
        super().__init__()
        self.topic = Script()
        self.topic.setFixedHeight(44)
        self.facts = [Fact() for _ in range(8)]
        self.copy_topic, self.copy_payload = (
            Button("copy", lambda: copy("topic")),
            Button("copy", lambda: copy("payload")),
        )
        self.source = Button("file-text", source)
        for button in (self.copy_topic, self.copy_payload, self.source):
            self.tools.addWidget(button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        for place, fact in enumerate(self.facts):
            grid.addWidget(fact, place // 4, place % 4)
            grid.setColumnStretch(place % 4, 1)
        self.body.addWidget(self.topic)
        self.body.addLayout(grid)

    def refresh(self, entry: TopicEntry, now: float, zone: tzinfo | None) -> None:
        """Show the figures of this moment."""
        self.topic.say(plain(entry.topic, 65536))
        age = span(max(now - entry.heard_at, 0.0)) if entry.heard_at else ""
        retained = self.tr("yes: a snapshot") if entry.retained else self.tr("no")
        size = self.tr("{0} bytes").format(whole(entry.size))
        first = moment(entry.first_heard, now, zone) if entry.first_heard else ""
        told = (dialect_word(entry.dialect), whole(entry.count), rate_words(entry.rate()), age)
        for fact, text in zip(self.facts, (*told, retained, str(entry.qos), size, first), strict=True):
            fact.say(text)

    def retranslate(self) -> None:
        self.title.say(self.tr("Topic"))
        self.topic.setAccessibleName(self.tr("Full name of the topic"))
        names = (self.tr("Looks like"), self.tr("Messages"), self.tr("Per second"), self.tr("Age"))
        more = (self.tr("Retained"), self.tr("QoS"), self.tr("Size"), self.tr("First heard"))
        for fact, name in zip(self.facts, (*names, *more), strict=True):
            fact.name.say(name)
        self.copy_topic.name(self.tr("Copy topic"))
        self.copy_payload.name(self.tr("Copy payload"))
        self.source.name(self.tr("Plant file source"), self.tr("A block for the plant file that maps this topic"))


class MappingCard(Card):
    """Which rules hear the topic, the readings they gave, and what went wrong."""

    roomy = False  # whether there is a table to show

    def __init__(self) -> None:
        super().__init__()
        self.given = Given()
        self.grid = Grid(self.given, (120, 150, 140, 130, 100), stretch=2)
        self.words, self.trouble = Text("text_muted", wrap=True), Text("warning", wrap=True)
        self.sample = Script()
        self.sample.setFixedHeight(64)
        for part in (self.words, self.trouble, self.sample):
            self.body.addWidget(part)
        self.body.addWidget(self.grid, 1)
        self.body.addStretch(0)
        self._giver = Giver()

    def refresh(self, entry: TopicEntry, file: PlantFile | None, zone: tzinfo | None) -> None:
        """Map the last message again."""
        readings = self._giver.readings(entry, file)
        self.given.refresh(readings, zone)
        self.grid.setVisible(bool(readings))
        self.roomy = bool(readings)
        self.note.say(", ".join(plain(name, 80) for name in entry.rules))
        self.words.say(self._words(entry, file, bool(readings)))
        self.words.setVisible(not readings)
        bad = self.tr("%n message(s) could not be read.", "", entry.bad) if entry.bad else ""
        last = self.tr("Last problem: {0}").format(plain(entry.note)) if entry.note else ""
        self.trouble.say(" ".join(filter(None, (bad, last))))
        self.trouble.setVisible(bool(bad or last))
        self.sample.setVisible(bool(entry.bad_sample))
        if entry.bad_sample:
            self.sample.say(as_sent(entry.bad_sample))

    def retranslate(self) -> None:
        self.title.say(self.tr("Plant file"))
        self.grid.setAccessibleName(self.tr("Readings that the last message gave"))
        self.sample.setAccessibleName(self.tr("Beginning of the last message that could not be read"))
        self.given.retranslate()

    def _words(self, entry: TopicEntry, file: PlantFile | None, gave: bool) -> str:
        if file is None:
            return self.tr("No plant file is open, so nothing is mapped.")
        if not entry.mapped:
            return self.tr(
                'No rule of the plant file hears this topic. "Plant file source" above writes one to begin with.'
            )
        return "" if gave else self.tr("The rule hears this topic; its last message gave no reading.")


class PayloadCard(Card):
    """The last message: decoded, or as it was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.metrics = Metrics()
        self.grid = Grid(self.metrics, (220, 130, 90, 130, 110), stretch=0)
        self.text = Script()
        self.as_sent = Button("")
        self.as_sent.setCheckable(True)
        self.tools.addWidget(self.as_sent)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.text)
        self.stack.addWidget(self.grid)
        self.body.addWidget(self.stack, 1)

    def refresh(self, entry: TopicEntry, now: float, zone: tzinfo | None) -> None:
        """Show the last message."""
        raw = self.as_sent.isChecked()
        if entry.metrics and not raw:
            self.note.say(self.tr("Sparkplug B, %n metric(s)", "", len(entry.metrics)))
            self.metrics.refresh(entry.metrics, now, zone)
            self.stack.setCurrentWidget(self.grid)
            return
        self.stack.setCurrentWidget(self.text)
        read = decoded(entry.topic, entry.payload)
        self.note.say(" · ".join(filter(None, (kind_word(read.kind), plain(read.note)))))
        binary = entry.dialect in (Dialect.SPARKPLUG, Dialect.BINARY, Dialect.PICTURE)
        self.text.say((hexed(entry.payload) if binary else as_sent(entry.payload)) if raw else read.text)

    def retranslate(self) -> None:
        self.title.say(self.tr("Last message"))
        self.grid.setAccessibleName(self.tr("Metrics of the last message"))
        self.text.setAccessibleName(self.tr("The last message"))
        self.as_sent.name(self.tr("As sent"), self.tr("Show the message as it was sent instead of decoded"))
        self.metrics.retranslate()


class TopicDetail(QWidget):
    """The three cards of one topic; words instead of them while none is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._entry: TopicEntry | None = None
        self._place = ""
        self.head, self.mapping, self.payload = TopicHead(self._copy, self._source), MappingCard(), PayloadCard()
        self.nothing = Text("text_muted", 14, wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._blank = Card(titled=False)
        self._blank.body.addWidget(self.nothing, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        for part, share in ((self._blank, 1), (self.head, 0), (self.mapping, 2), (self.payload, 3)):
            self._column.addWidget(part, share)
        self.payload.as_sent.toggled.connect(self._again)
        self._last: tuple[float, PlantFile | None, tzinfo | None] = (0.0, None, None)

    def show_entry(self, entry: TopicEntry | None, now: float, file: PlantFile | None, zone: tzinfo | None) -> None:
        """Show a topic, or that none is chosen."""
        if entry is not self._entry:
            self.payload.text.setPlainText("")
            self.mapping.sample.setPlainText("")
            self.head.topic.setPlainText("")
        self._entry, self._last = entry, (now, file, zone)
        for part in (self.head, self.mapping, self.payload):
            part.setVisible(entry is not None)
        self._blank.setVisible(entry is None)
        if entry is not None:
            self._place = next((s.id for s in file.plant.stations()), "L1/10") if file else "L1/10"
            self.head.refresh(entry, now, zone)
            self.mapping.refresh(entry, file, zone)
            self.payload.refresh(entry, now, zone)
            self._column.setStretchFactor(self.mapping, 2 if self.mapping.roomy else 0)

    def retranslate(self) -> None:
        self.nothing.say(self.tr("Choose a topic: its last message and what the plant file makes of it appear here."))
        for part in (self.head, self.mapping, self.payload):
            part.retranslate()

    def _again(self) -> None:
        self.payload.text.setPlainText("")
        if self._entry is not None:
            self.payload.refresh(self._entry, self._last[0], self._last[2])

    def _copy(self, what: str) -> None:
        if self._entry is not None:
            text = self._entry.topic if what == "topic" else to_copy(self._entry.payload)
            QGuiApplication.clipboard().setText(text)

    def _source(self) -> None:
        if self._entry is not None:
            SourceBox(self.window(), self._entry, self._place).show()
