"""The status page: one row for each thing the console stands on, and the other consoles of the plant."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.domain.health import LOUDEST, HealthChanged, Item, Part
from console.domain.sharing import Other
from widgets.cards import Button, Card, Picture, Text
from widgets.horn.card import HornCard
from widgets.numbers import whole
from widgets.plain import plain
from widgets.status.updates import UpdateLine
from widgets.status.words import BEHIND, ICON, TONE, level_word, part_word, sentence, size_words
from widgets.theme import color
from widgets.times import span

if TYPE_CHECKING:
    from console.app.console import Console

SUBJECT = {"trail": "verification", "callsetup": "messages/lost"}  # what the screen behind a part shall show


class PartRow(QWidget):
    """One part: how it stands by icon, word and colour, the sentence, and the way to the screen behind it."""

    asked = Signal(str)

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.mark, self.name, self.word = Picture(size=18), Text("text", 14, 600), Text("text_faint", 12)
        self.told = Text("text_muted", 13, wrap=True)
        self.open = Button("external-link", lambda: self.asked.emit(BEHIND.get(part, "")))
        self.open.setVisible(part in BEHIND)
        grid = QGridLayout(self)
        grid.setContentsMargins(2, 9, 2, 9)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(1)
        grid.addWidget(self.mark, 0, 0, 2, 1)
        grid.addWidget(self.name, 0, 1)
        grid.addWidget(self.word, 1, 1)
        grid.addWidget(self.told, 0, 2, 2, 1)
        grid.addWidget(self.open, 0, 3, 2, 1)
        grid.setColumnMinimumWidth(1, 210)
        grid.setColumnStretch(2, 1)

    def show_item(self, item: Item, now: datetime) -> None:
        """Bring the row up to date."""
        tone = TONE[item.level]
        self.mark.show_icon(ICON[item.level], tone)
        self.name.say(part_word(item.part))
        self.word.say(level_word(item.level))
        self.word.paint_as(tone)
        self.told.say(sentence(item, now))
        self.told.paint_as("text" if item.level in LOUDEST else "text_muted")

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.open.name_silently(self.tr("Open the screen behind it"))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), color("border"))


class ConsolesCard(Card):
    """The consoles at the shared database: name, version, when seen, what waits there."""

    def __init__(self) -> None:
        super().__init__()
        self.empty = Text("text_muted", wrap=True)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(18)
        self.grid.setVerticalSpacing(6)
        self._shown: list[Text] = []
        self.body.addWidget(self.empty)
        self.body.addLayout(self.grid)
        self.body.addStretch(1)

    def show_others(self, others: tuple[Other, ...], now: datetime) -> None:
        """One line for each, those seen last first."""
        self.empty.setVisible(not others)
        rows = [self._heads(), *(self._cells(o, now) for o in sorted(others, key=lambda o: o.seen, reverse=True))]
        texts = [cell for row in rows for cell in row] if others else []
        while len(self._shown) < len(texts):
            place = len(self._shown)
            label = Text("text_faint" if place < 4 else "text", 12 if place < 4 else 13)
            self.grid.addWidget(label, place // 4, place % 4)
            self._shown.append(label)
        for label, words in zip(self._shown, texts + [""] * len(self._shown), strict=False):
            label.say(words)
            label.setVisible(bool(words))

    def _heads(self) -> list[str]:
        return [self.tr("Console"), self.tr("Version"), self.tr("Seen"), self.tr("Waiting there")]

    def _cells(self, other: Other, now: datetime) -> list[str]:
        age = span(max(0.0, (now - other.seen).total_seconds()))
        return [plain(other.name or other.console, 60), plain(other.program, 30), age, whole(other.waiting)]

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.title.say(self.tr("Other consoles"))
        self.empty.say(
            self.tr("Consoles that share the plant's database appear here with their version and what waits there.")
        )


class StatusPage(QWidget):
    """Asks `console.health`; the rows stand in a fixed order, so that eyes find them."""

    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.heading, self.summary = Text("text", 22, 600), Text("text_muted", 14)
        self.rows = {part: PartRow(part) for part in Part}
        self.card, self.others = Card(titled=False), ConsolesCard()
        self.about, self.horn = Card(), HornCard(console)
        self.horn.setVisible(getattr(console, "horn", None) is not None)
        self.to_trail = Button("history", lambda: self.open_requested.emit("trail", ""))
        self.to_backups = Button("hard-drive", lambda: self.open_requested.emit("backups", ""))
        self.to_support = Button("heart-pulse", self.open_support)
        if console.support is None:
            self.to_support.hide()
        self.updates = UpdateLine(console)
        self.facts = Text("text_muted", wrap=True)
        self.facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        for row in self.rows.values():
            row.asked.connect(lambda key: self.open_requested.emit(key, SUBJECT.get(key, "")))
        self._stop = console.on(HealthChanged, lambda _: self.refresh())
        self.destroyed.connect(lambda _=None, stop=self._stop: stop())
        self.retranslate()

    def _lay_out(self) -> None:
        for row in self.rows.values():
            self.card.body.addWidget(row)
        self.card.body.addStretch(1)
        self.about.body.addWidget(self.facts)
        self.about.body.addWidget(self.updates)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.others)
        right.addWidget(self.horn)
        right.addWidget(self.about)
        right.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(12)
        columns.addWidget(self.card, 5)
        columns.addLayout(right, 3)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 18)
        column.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.to_support)
        top.addWidget(self.to_trail)
        top.addWidget(self.to_backups)
        column.addLayout(top)
        column.addWidget(self.summary)
        column.addLayout(columns)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        whole_page = QVBoxLayout(self)
        whole_page.setContentsMargins(0, 0, 0, 0)
        whole_page.addWidget(scroll)

    def open_support(self) -> None:
        """Show what a bundle for support would hold."""
        from widgets.support.dialog import show_support  # with what makes it: nothing that the page waits for

        if self._console.support is not None:
            show_support(self._console.support, self)

    def beat(self, now: float) -> None:
        """Let the ages go on."""
        self.refresh()

    def refresh(self) -> None:
        """Show what was looked at last."""
        health, now = self._console.health, datetime.now(UTC)
        items = {item.part: item for item in health.items}
        for part, row in self.rows.items():
            row.setVisible(part in items)
            if part in items:
                row.show_item(items[part], health.now_of(part))
        self.summary.say(self._summary(health.loud))
        self.others.show_others(health.sharing().others, now)
        self.facts.say(self._facts())
        self.updates.refresh()

    def _summary(self, loud: int) -> str:
        if loud:
            return self.tr("%n thing(s) want somebody's attention.", "", loud)
        return self.tr("Everything the console stands on is well.")

    def _facts(self) -> str:
        from console import __version__

        console = self._console
        return "\n".join(
            (
                self.tr("Version {0}").format(__version__),
                self._records(),
                self.tr("Name of this console: {0} ({1})").format(plain(console.title), plain(console.office.console)),
            )
        )

    def _records(self) -> str:
        path, size = plain(self._console.office.path), self._console.health.size
        if not size:  # not looked at yet
            return self.tr("Records: {0}").format(path)
        return self.tr("Records: {0}, {1}").format(path, size_words(size))

    def retranslate(self) -> None:
        """Take the words of the language in use."""
        self.heading.say(self.tr("Status"))
        self.to_support.name(
            self.tr("For support…"), self.tr("A file with the log, settings and versions, for support")
        )
        self.to_trail.name(self.tr("Trail"))
        self.to_backups.name(self.tr("Backups"))
        self.about.title.say(self.tr("This console"))
        for row in self.rows.values():
            row.retranslate()
        self.others.retranslate()
        self.updates.retranslate()
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Take the words of the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
