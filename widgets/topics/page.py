"""The topics page: everything that is on the broker, live, and what of it the plant file hears."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from console.domain.events import Link
from console.telemetry.topics import TopicEntry
from widgets.cards import Button, Card, Entry, Text
from widgets.numbers import whole
from widgets.plain import plain
from widgets.tables import Grid
from widgets.theme import icon, themes
from widgets.times import zone_named
from widgets.topics.detail import TopicDetail
from widgets.topics.entries import rate_words
from widgets.topics.found import MOST, FoundTopics, Sieve
from widgets.topics.nodes import SparkplugNodes
from widgets.topics.tree import TopicTree
from widgets.topics.treeview import WIDTHS, TopicView

if TYPE_CHECKING:
    from console.app.console import Console

EVERY = 0.5  # seconds between two looks at the book
SIFT_EVERY = 2.0  # seconds between two searches through it
LONGEST_FILTER = 200


class TopicsPage(QWidget):
    """Tree or list at the left, the chosen topic at the right."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._book = console.book
        self._topic = ""
        self._looked = self._sifted = float("-inf")
        self.tree, self.found, self.nodes = TopicTree(console.book, self), FoundTopics(), SparkplugNodes()
        self.view, self.list = TopicView(self.tree), Grid(self.found, WIDTHS, stretch=0)
        self.node_list = Grid(self.nodes, (240, 150, 70, 84, 64, 70, 80, 96), stretch=0)
        self.filter = Entry()
        self.unmapped, self.troubled, self.show_nodes = Button("unplug"), Button("triangle-alert"), Button("network")
        self.everything = Button("ear")
        self.begin = Button("plug", lambda: self.open_requested.emit("setup", ""), primary=True)
        self.empty, self.left, self.detail = Text("text_muted", 14, wrap=True), Card(), TopicDetail()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the shell calls

    def beat(self, now: float) -> None:
        """Bring everything up to date, twice a second at most."""
        if 0 <= now - self._looked < EVERY:
            return
        self._looked = now
        if self._console.book is not self._book:
            self._book = self._console.book
            self.tree.use(self._book)
        self.tree.grow(now)
        if not self._sieve().open and not 0 <= now - self._sifted < SIFT_EVERY:
            self._sift(now)
        self._show(now)
        for view in (self.view, self.list):
            view.viewport().update()

    def show_subject(self, subject: str) -> None:
        """Choose a topic by its full name."""
        if self._book.get(subject) is not None:
            self.filter.clear()
            for button in (self.unmapped, self.troubled, self.show_nodes):
                button.setChecked(False)
            index = self.tree.index_of(subject)
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
            self._choose(self._book.get(subject))

    def focus_filter(self) -> None:
        """Put the keyboard into the filter."""
        self.filter.setFocus()
        self.filter.selectAll()

    def place(self) -> str:
        """What the top bar shows after the line: nothing."""
        return ""

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Topics"))
        self.filter.setPlaceholderText(self.tr("Filter topics: words that the name holds"))
        self.filter.setAccessibleName(self.tr("Filter topics"))
        self.unmapped.name(self.tr("Not mapped"), self.tr("Only topics that no rule of the plant file hears"))
        self.troubled.name(self.tr("Problems"), self.tr("Only topics with messages that could not be used"))
        self.show_nodes.name(self.tr("Sparkplug nodes"), self.tr("Edge nodes and devices instead of topics"))
        self.everything.name(
            self.tr("Hear everything"),
            self.tr("Subscribe to all topics while this page is open, not only to those of the plant file"),
        )
        self.begin.name(self.tr("Connect to a broker"))
        self.view.setAccessibleName(self.tr("Topics as a tree"))
        self.list.setAccessibleName(self.tr("Topics that the filter lets through"))
        self.node_list.setAccessibleName(self.tr("Sparkplug nodes and devices"))
        self.detail.retranslate()
        self._looked = float("-inf")
        self.beat(self._console.now())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._console.hear_everything(self.everything.isChecked())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        self._console.hear_everything(False)
        super().hideEvent(event)

    # Choosing

    def _choose(self, entry: TopicEntry | None) -> None:
        if entry is not None:
            self._topic = entry.topic
            self._show(self._console.now())

    def _from_tree(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self._choose(self.tree.entry(now))

    def _from_list(self, now: QModelIndex, before: QModelIndex) -> None:
        if now.isValid():
            self._choose(self.found.rows[now.row()])

    def _sieve(self) -> Sieve:
        return Sieve(self.filter.text(), self.unmapped.isChecked(), self.troubled.isChecked())

    def _filtered(self) -> None:
        self._sift(self._console.now())
        self._show(self._console.now())

    def _sift(self, now: float) -> None:
        self._sifted = now
        sieve = self._sieve()
        rows, passed = ([], 0) if sieve.open else sieve.sift(self._book)
        self.found.refresh(rows, now)
        row = self.found.row_of(self._book.get(self._topic))
        if row >= 0 and row != self.list.currentIndex().row():
            self.list.selectRow(row)
        more = self.tr("first {0} of {1}").format(whole(MOST), whole(passed))
        self._passed = more if passed > MOST else self.tr("%n topic(s) found", "", passed)

    _passed = ""

    # Showing

    def _show(self, now: float) -> None:
        sieve = self._sieve()
        nodes = self._console.sparkplug.nodes if self.show_nodes.isChecked() else None
        if nodes is not None:
            self.nodes.refresh(nodes.values(), now)
        empty = not nodes if nodes is not None else not len(self._book) or (not sieve.open and not self.found.rows)
        part = (
            self._nothing if empty else self.node_list if nodes is not None else self.view if sieve.open else self.list
        )
        self._stack.setCurrentWidget(part)
        if empty:
            self.empty.say(self._why_empty(nodes is not None))
        self.begin.setVisible(empty and self._console.broker.link in (Link.OFF, Link.REFUSED))
        self.left.note.say(self._figures(sieve))
        file = self._console.plant_file
        zone = zone_named(file.plant.timezone) if file else None
        self.detail.show_entry(self._book.get(self._topic), now, file, zone)

    def _figures(self, sieve: Sieve) -> str:
        book = self._book
        told = [self.tr("%Ln topic(s)", "", len(book)), self.tr("{0} msg/s").format(rate_words(self._console.rate))]
        if book.unreadable:
            told.append(self.tr("%Ln unreadable", "", book.unreadable))
        if book.overflow:
            told.append(self.tr("%Ln message(s) of topics beyond the most that are kept", "", book.overflow))
        return " · ".join(told if sieve.open else [*told, self._passed])

    def _why_empty(self, nodes: bool) -> str:
        if len(self._book) and nodes:
            return self.tr("No Sparkplug node has been heard. Nodes appear here with their first message.")
        if len(self._book):
            return self.tr("No topic passes the filter. Use fewer words, or switch off the buttons above.")
        broker = self._console.broker
        match broker.link:
            case Link.OFF:
                return self.tr("No broker is set up. Once connected, every topic on it appears here as it is heard.")
            case Link.CONNECTED:
                return self.tr(
                    "Connected; nothing has been published yet. Topics appear here with their first message."
                )
            case Link.CONNECTING:
                return self.tr("Connecting… Topics appear here with their first message.")
            case _:
                return self.tr("There is no connection: {0}").format(plain(broker.reason))

    # How it is made

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", "text_faint"))

    def _lay_out(self) -> None:
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaxLength(LONGEST_FILTER)
        self._glass = self.filter.addAction(icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        for button in (self.unmapped, self.troubled, self.show_nodes, self.everything):
            button.setCheckable(True)
            bar.addWidget(button)
        self._nothing = QWidget()
        words = QVBoxLayout(self._nothing)
        words.setSpacing(14)
        words.addStretch(2)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.addWidget(self.empty)
        words.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignCenter)
        words.addStretch(3)
        for part in (self._nothing, self.view, self.list, self.node_list):
            self._stack.addWidget(part)
        self.left.body.addLayout(bar)
        self.left.body.addWidget(self._stack, 1)
        both = QSplitter(Qt.Orientation.Horizontal)
        both.setHandleWidth(12)
        both.setChildrenCollapsible(False)
        both.addWidget(self.left)
        both.addWidget(self.detail)
        both.setSizes([1000, 830])
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 16, 18, 16)
        row.addWidget(both)

    def _connect(self) -> None:
        self.everything.setChecked(True)
        self.filter.textChanged.connect(self._filtered)
        for button in (self.unmapped, self.troubled, self.show_nodes):
            button.toggled.connect(self._filtered)
        self.everything.toggled.connect(lambda on: self._console.hear_everything(on and self.isVisible()))
        self.view.selectionModel().currentChanged.connect(self._from_tree)
        self.list.selectionModel().currentChanged.connect(self._from_list)
        themes.changed.connect(self._dress)
        down = QShortcut(QKeySequence(Qt.Key.Key_Down), self.filter, context=Qt.ShortcutContext.WidgetShortcut)
        down.activated.connect(lambda: self._stack.currentWidget().setFocus())
