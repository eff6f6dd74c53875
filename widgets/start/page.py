"""The first start and, later, the connection: which broker, what it says, which plant file."""

from __future__ import annotations

import logging
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from console.app.compose import client_id
from console.domain.events import BrokerChanged, Link
from console.telemetry.broker import BrokerSettings
from widgets.cards import Button, Card, Text
from widgets.plain import plain
from widgets.settings.pinned import book_at, pinned_words
from widgets.start.examples import Examples
from widgets.start.form import FIELDS, BrokerForm, port_words
from widgets.start.heard import HeardCard
from widgets.start.link import LinkCard
from widgets.start.plantcard import PlantCard
from widgets.start.sharedcard import SharedCard

if TYPE_CHECKING:
    from console.app.console import Console

WIDEST = 1500  # pixels of the whole page
log = logging.getLogger(__name__)


class StartPage(QWidget):
    """Asks for the broker, listens, says what it hears, and how to go on."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._asked: BrokerSettings | None = None  # what this page asked for and nobody has remembered yet
        self.heading, self.intro = Text("text", 24, 600), Text("text_muted", 14, wrap=True)
        self.form = BrokerForm(client_id(console.data_folder))
        self.link, self.heard, self.plant = LinkCard(), HeardCard(console), PlantCard(console)
        membership = console.membership  # None in a demo or a replay, which keep nothing for others
        self.shared = SharedCard(membership) if membership is not None else None
        self.settings = Button("sliders-horizontal", lambda: self.open_requested.emit("settings", ""))
        self.further, self.examples = Card(), Examples()
        self.topics_words, self.topics = Text("text_muted", wrap=True), Button("list-tree", self._to_topics)
        self.board_words, self.board = Text("text_muted", wrap=True), Button("layout-dashboard", self._to_board)
        self.trouble = Text("warning", 13, wrap=True)
        self.trouble.hide()
        if console.settings_used is not None:
            self.form.fill(console.settings_used)
        elif self._pins():
            self.form.fill(self._completed(BrokerSettings("")))
        self._lay_out()
        self.form.wanted.connect(self._connect)
        self.plant.opened.connect(self._remember_plant)
        self._stop = console.on(BrokerChanged, self._broker_changed)
        self.destroyed.connect(lambda _=None, stop=self._stop: stop())
        self.retranslate()
        self.setFocusProxy(self.form.fields["host"].edit)

    def beat(self, now: float) -> None:
        """Bring connection, hearing and plant file up to date."""
        used = self._console.settings_used
        self.link.refresh(self._console.broker, port_words(used) if used else "", now)
        self.heard.refresh(now)
        self.plant.refresh()
        if self.shared is not None:
            self.shared.refresh()
        ready = self._console.plant_file is not None
        self.board.setEnabled(ready)
        first = not ready and self._console.broker.link is Link.OFF
        self.heading.say(self.tr("Connect this console to your plant") if not ready else self.tr("Connection"))
        self.intro.setVisible(first)

    def place(self) -> str:
        """What the top bar shows after the line: nothing."""
        return ""

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self._broker.title.say(self.tr("MQTT broker"))
        self.intro.say(
            self.tr(
                "The console hears machines through an MQTT broker. It only listens: nothing is written to machines."
            )
        )
        self.further.title.say(self.tr("How to go on"))
        self.topics_words.say(self.tr("Look at every topic on the broker, and which of them are not mapped yet."))
        self.board_words.say(self.tr("See the lines live once a plant file is open."))
        self.topics.name(self.tr("Topics"))
        self.settings.name(self.tr("All settings"))
        self.form.lock(self._pins())
        self.board.name(self.tr("Board"))
        for part in (self.form, self.heard, self.plant, self.examples, *self._sharing()):
            part.retranslate()
        self.beat(self._console.now())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Doing

    def _connect(self, settings: BrokerSettings) -> None:
        self._asked = settings = self._completed(settings)
        self.trouble.hide()
        self._console.listen(settings)
        self.beat(self._console.now())

    def _broker_changed(self, event: BrokerChanged) -> None:
        if event.link is Link.CONNECTED and self._asked is not None:
            settings, self._asked = self._asked, None
            self._remember(settings)
        self.heard.refresh(self._console.now(), at_once=True)
        self.beat(self._console.now())

    def _remember_plant(self, path: Path) -> None:
        used = self._console.settings_used
        if used is not None:
            self._remember(used, path)
        self.beat(self._console.now())

    def _remember(self, settings: BrokerSettings, plant: Path | None = None) -> None:
        file = self._console.plant_file
        try:
            self._console.remember_connection(settings, plant or (file.path if file else None))
        except OSError as error:
            log.warning("the connection could not be kept: %s", error)
            why = plain(error.strerror or error)
            self.trouble.say(self.tr("Connected, but it cannot be kept for the next start: {0}").format(why))
            self.trouble.show()

    def _to_topics(self) -> None:
        self.open_requested.emit("topics", "")

    def _to_board(self) -> None:
        self.open_requested.emit("board", "")

    def _pins(self) -> dict[str, str]:
        """Fields of the broker that somebody sets for all consoles, and who, as a sentence."""
        told = {name: pinned_words(self._console, f"broker.{name}") for name in (*FIELDS, "tls")}
        return {name: who for name, who in told.items() if who}

    def _completed(self, settings: BrokerSettings) -> BrokerSettings:
        """The same with what is set for all consoles, and with the password in use where none was typed for the same
        user of the same broker."""
        book, used = book_at(self._console), self._console.settings_used
        if used is not None and not settings.password and (used.host, used.user) == (settings.host, settings.user):
            settings = replace(settings, password=used.password)
        if book is None:
            return settings
        now, fixed = book.now, {}
        for name in (*FIELDS, "tls"):
            if now.holder(f"broker.{name}"):
                fixed[name] = {"port": now.broker_port, "tls": now.broker_tls}.get(
                    name, lambda name=name: now[f"broker.{name}"]
                )()
        return replace(settings, **{name: value for name, value in fixed.items() if name != "client_id" or value})

    # How it is made

    def _sharing(self) -> tuple[SharedCard, ...]:
        return (self.shared,) if self.shared is not None else ()

    def _lay_out(self) -> None:
        self._broker = Card()
        self._broker.body.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.form.connect_button)
        self._broker.body.addLayout(row)
        for words, button in ((self.topics_words, self.topics), (self.board_words, self.board)):
            line = QHBoxLayout()
            line.setSpacing(12)
            line.addWidget(words, 1)
            line.addWidget(button)
            self.further.body.addLayout(line)
        self.further.body.addWidget(self.examples)
        left, right = QVBoxLayout(), QVBoxLayout()
        first = (self._broker, self.link, self.trouble, self.further)
        sides = ((left, first), (right, (self.heard, self.plant, *self._sharing())))
        for column, parts in sides:
            column.setSpacing(12)
            for part in parts:
                column.addWidget(part)
            column.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(14)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        inside = QWidget()
        inside.setMaximumWidth(WIDEST)
        whole = QVBoxLayout(inside)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.setSpacing(10)
        top = QHBoxLayout()
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.settings)
        whole.addLayout(top)
        whole.addWidget(self.intro)
        whole.addSpacing(4)
        whole.addLayout(both, 1)
        around = QWidget()
        middle = QHBoxLayout(around)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.addStretch(1)
        middle.addWidget(inside, 100)
        middle.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        scroll.setWidget(around)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(scroll)
