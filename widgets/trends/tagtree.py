"""The signals of the plant as a tree of lines and stations: drag them to the plots, or press Enter on them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRegularExpression,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTreeView

from widgets.cards import Card, Entry, Text
from widgets.dragging import SIGNALS, carried
from widgets.plain import plain, tip
from widgets.theme import color, font, themes
from widgets.trends.model import MOST_PENS
from widgets.trends.naming import line_word, signal_word

if TYPE_CHECKING:
    from console.app.trends import Past
    from console.domain.readings import Signal
    from widgets.trends.model import TrendModel

ID, WORDS = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2  # of a signal; what the filter looks in
WIDE, ROW = 250, 24  # pixels
LOOK_EVERY = 3.0  # seconds
FIND_MS = 300  # after the last letter, until other historians are asked
Index = QModelIndex | QPersistentModelIndex


class TagPanel(Card):
    """Every signal of the plant and of other historians; a word in the box above shows only what fits it."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self._offered: object = None
        self._looked = 0.0
        self._read = False  # whether the history was asked what it knows since the panel was opened
        self._others: dict[str, tuple[Signal, ...]] = {}  # by historian; "" = this console's own
        self.filter, self.tree, self.empty = Entry(), TagTree(model), Text("text_muted", 13, wrap=True)
        self.setFixedWidth(WIDE)
        for part, stretch in ((self.filter, 0), (self.empty, 0), (self.tree, 1)):
            self.body.addWidget(part, stretch)
        self._finding = QTimer(self, singleShot=True, interval=FIND_MS)
        self._finding.timeout.connect(lambda: self._find(self.filter.text().strip()))
        self.filter.textChanged.connect(self._narrow)
        self.filter.textChanged.connect(lambda _: self._finding.start())
        self.filter.returnPressed.connect(self._take_first)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.filter)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)
        escape.activated.connect(self.filter.clear)
        self.hide()

    def offer(self) -> None:
        """Show the plant as it is now; costs nothing where nothing is new."""
        plant, trends = self._model.console.floor.plant, self._model.console.trends
        if self.isHidden():
            self._read = False
            return
        if not self._read and trends is not None:
            self._read = True
            trends.ask(lambda past: past.signals() if past.own is not None else (), partial(self._came, ""))
            self._find("")
        offers = (id(plant), len(plant.signals), {name: len(signals) for name, signals in self._others.items()})
        if offers == self._offered:
            return
        self._offered = offers
        self.tree.fill(self._others)
        self.empty.setVisible(not plant.signals and not any(self._others.values()))
        self._narrow(self.filter.text())

    def beat(self, now: float) -> None:
        """The plant may have grown: it is looked at now and then."""
        if not 0 <= now - self._looked < LOOK_EVERY:
            self._looked = now
            self.offer()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Signals"))
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Words that a signal or its place must have"))
        self.tree.setAccessibleName(self.tr("Signals of the plant"))
        self.tree.setAccessibleDescription(self.tr("Enter draws what is chosen."))
        self.empty.say(self.tr("The signals of the plant appear here once a plant file is open."))
        self._offered = None
        self.offer()

    def _find(self, words: str) -> None:
        """Ask every other historian for its signals, or for those with these words: it may have very many."""
        trends = self._model.console.trends
        for name in trends.past.others if trends is not None else ():
            trends.ask(
                partial(_found, name=name, words=words), partial(self._came, name), _nothing, f"signals of {name}"
            )  # type: ignore[union-attr]

    def _came(self, name: str, signals: tuple[Signal, ...]) -> None:
        self._others[name] = signals
        self.offer()

    def _narrow(self, words: str) -> None:
        self.tree.narrow(words)
        self.note.say(str(self.tree.count()) if self.tree.count() else "")

    def _take_first(self) -> None:
        """Enter in the box: on to the first signal that fits."""
        self.tree.choose_first()
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)


def _found(past: Past, name: str, words: str) -> tuple[Signal, ...]:
    """On the thread of another historian: its signals."""
    source = past.others[name]
    find = getattr(source, "find", None)
    return tuple(find(words)) if words and find is not None else source.signals()


def _nothing(error: Exception) -> None:
    """A historian that is away offers nothing; the pens that need it say so."""


class Tags(QStandardItemModel):
    """Lines, their stations, their signals."""

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [SIGNALS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        return carried(id for index in indexes for id in [index.data(ID)] if id)


class TagTree(QTreeView):
    """Enter, or a double click, draws what is chosen."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model, self._tags, self._proxy = model, Tags(self), QSortFilterProxyModel(self)
        self._proxy.setSourceModel(self._tags)
        self._proxy.setRecursiveFilteringEnabled(True)
        self._proxy.setFilterRole(WORDS)
        self.setModel(self._proxy)
        self.setHeaderHidden(True)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setFont(font(13))
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setDragEnabled(True)
        self.setDragDropMode(QTreeView.DragDropMode.DragOnly)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.doubleClicked.connect(lambda _: self.take())
        themes.changed.connect(self._dress)
        self._dress()

    def fill(self, others: dict[str, tuple[Signal, ...]]) -> None:
        """Show the plant, and below it other historians."""
        opened = {
            self._proxy.index(row, 0).data(WORDS)
            for row in range(self._proxy.rowCount())
            if self.isExpanded(self._proxy.index(row, 0))
        }
        current = self.currentIndex().data(ID)
        self._tags.clear()
        floor, plant = self._model.console.floor, self._model.console.floor.plant
        known = {signal.id: signal for signal in others.get("", ())} | {signal.id: signal for signal in plant.signals}
        by_place = _by_place([*known.values()])
        for line in floor.lines:
            item = _branch(line_word(line.line.id, line.line.name), "")
            words = str(item.data(WORDS))
            for station in line.stations:
                self._add(item, station.station.name, words, by_place.pop(station.station.id, []), "")
            item.appendRows([_leaf(signal, words, "") for signal in by_place.pop(line.line.id, [])])
            if item.rowCount():
                self._tags.appendRow(item)
        self._source(self.tr("Not in this plant any more"), by_place, "")
        for name, signals in others.items():
            if name:
                self._source(name, _by_place(signals), f"{name}:")
        for row in range(self._proxy.rowCount()):
            index = self._proxy.index(row, 0)
            self.setExpanded(index, index.data(WORDS) in opened or self._proxy.rowCount() == 1)
        self._choose(current)

    def _choose(self, id: str | None) -> None:
        """Go back to a signal that was chosen before."""
        whole = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = self._proxy.match(self._proxy.index(0, 0), ID, id, 1, whole) if id else []
        if found:
            self.setCurrentIndex(found[0])

    def _source(self, name: str, by_place: dict[str, list[Signal]], prefix: str) -> None:
        item = _branch(name, "")
        for place, inside in by_place.items():
            self._add(item, place, name, inside, prefix)
        if item.rowCount():
            self._tags.appendRow(item)

    @staticmethod
    def _add(parent: QStandardItem, name: str, words: str, signals: list[Signal], source: str) -> None:
        if signals:
            item = _branch(name, words)
            item.appendRows([_leaf(signal, f"{words} {name}", source) for signal in signals])
            parent.appendRow(item)

    def narrow(self, words: str) -> None:
        """Show only what has these words, and its branches opened; "" shows everything."""
        words = words.strip()
        each = "".join(f"(?=.*{QRegularExpression.escape(word)})" for word in words.split())
        anywhere = QRegularExpression.PatternOption.CaseInsensitiveOption
        self._proxy.setFilterRegularExpression(QRegularExpression(each, anywhere))
        if words:
            self.expandAll() if self.count() <= 400 else self.expandToDepth(0)

    def count(self) -> int:
        """How many signals can be seen when everything is open."""
        proxy, found, waiting = self._proxy, 0, [QModelIndex()]
        while waiting:
            parent = waiting.pop()
            for row in range(proxy.rowCount(parent)):
                index = proxy.index(row, 0, parent)
                found += bool(index.data(ID))
                if proxy.hasChildren(index):
                    waiting.append(index)
        return found

    def choose_first(self) -> None:
        """Choose the first signal that can be seen."""
        index = self._proxy.index(0, 0)
        while index.isValid() and not index.data(ID):
            self.expand(index)
            index = self._proxy.index(0, 0, index)
        if index.isValid():
            self.setCurrentIndex(index)

    def take(self) -> None:
        """Draw what is chosen; a station alone is opened or closed."""
        chosen = [id for index in self.selectedIndexes() for id in [index.data(ID)] if id]
        for id in chosen[:MOST_PENS]:
            self._model.add(id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        index = self.currentIndex()
        if index.isValid() and not index.data(ID):
            self.setExpanded(index, not self.isExpanded(index))
        self.take()

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)


def _by_place(signals: Sequence[Signal]) -> dict[str, list[Signal]]:
    found: dict[str, list[Signal]] = {}
    for signal in signals:
        found.setdefault(signal.place, []).append(signal)
    for inside in found.values():
        inside.sort(key=lambda signal: (signal.role.value != "tag", signal.name.casefold()))
    return found


def _branch(name: str, words: str) -> QStandardItem:
    item = QStandardItem(plain(name, 80))
    item.setSizeHint(QSize(0, ROW))
    item.setData(f"{words} {plain(name, 80)}".strip(), WORDS)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    return item


def _leaf(signal: Signal, words: str, source: str) -> QStandardItem:
    unit = f"  {plain(signal.unit, 20)}" if signal.unit else ""
    item = QStandardItem(f"{signal_word(signal)}{unit}")
    item.setSizeHint(QSize(0, ROW))
    item.setData(f"{source}{signal.id}", ID)
    item.setData(f"{words} {signal_word(signal)} {plain(signal.name, 80)}", WORDS)
    item.setToolTip(tip(plain(f"{source}{signal.id}")))
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled)
    return item
