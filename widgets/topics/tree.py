"""The live tree of topics: a level is built when it is opened, and grows without losing what is open."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from console.telemetry.topics import TopicBook, TopicEntry, TopicNode
from widgets.numbers import whole
from widgets.plain import plain, tip
from widgets.tables import TONE, Index
from widgets.topics.entries import FIGURES, NAME, column_names, entry_data

ROOT = QModelIndex()
EMPTY_LEVEL = "(empty)"  # how a level without a name is shown: topics may begin with or hold //
MOST_RUNS = 400  # places of one level where new topics are put in at one time; the rest waits for the next


class Item:
    """One level of the tree as the model shows it; its children are None until somebody opened it."""

    __slots__ = ("children", "key", "keys", "node", "parent")

    def __init__(self, node: TopicNode, parent: Item | None) -> None:
        self.node, self.parent = node, parent
        self.key = (node.name.casefold(), node.name)
        self.children: list[Item] | None = None
        self.keys: list[tuple[str, str]] = []

    @property
    def row(self) -> int:
        """Its place among its siblings."""
        return bisect_left(self.parent.keys, self.key) if self.parent else 0


class TopicTree(QAbstractItemModel):
    """Levels of topics with what is known of those that carry messages."""

    def __init__(self, book: TopicBook, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = Item(book.root, None)
        self._now = 0.0
        self._fill(self._root)

    def use(self, book: TopicBook) -> None:
        """Show another book."""
        self.beginResetModel()
        self._root = Item(book.root, None)
        self._fill(self._root)
        self.endResetModel()

    def grow(self, now: float) -> None:
        """Put in what is new below every level that was opened."""
        self._now = now
        waiting = [(self._root, ROOT)]
        while waiting:
            item, index = waiting.pop()
            if item.children is None:
                continue
            if len(item.node.nodes) > len(item.children):
                self._put_in(item, index)
            waiting += [(c, self.createIndex(r, 0, c)) for r, c in enumerate(item.children) if c.children is not None]

    def entry(self, index: Index) -> TopicEntry | None:
        """The topic of a row, None for a level that carries no messages itself."""
        item = self._item(index)
        return item.node.entry if item is not self._root else None

    def node(self, index: Index) -> TopicNode:
        """The level of a row."""
        return self._item(index).node

    def index_of(self, topic: str) -> QModelIndex:
        """Where a topic is, opening what is above it; an invalid index when it is not there."""
        index = ROOT
        item: Item | None = self._root
        for name in topic.split("/"):
            if item is None:
                return QModelIndex()
            if item.children is None:
                self.fetchMore(index)
            key = (name.casefold(), name)
            row = bisect_left(item.keys, key)
            item = item.children[row] if item.children and row < len(item.keys) and item.keys[row] == key else None
            index = self.createIndex(row, 0, item) if item else QModelIndex()
        return index

    def hasChildren(self, parent: Index = ROOT) -> bool:  # noqa: N802
        return bool(self._item(parent).node.nodes)

    def canFetchMore(self, parent: Index) -> bool:  # noqa: N802
        item = self._item(parent)
        return item.children is None and bool(item.node.nodes)

    def fetchMore(self, parent: Index) -> None:  # noqa: N802
        item = self._item(parent)
        if item.children is None and item.node.nodes:
            fresh = Item(item.node, item.parent)
            self._fill(fresh)
            assert fresh.children is not None
            self.beginInsertRows(parent, 0, len(fresh.children) - 1)
            item.children, item.keys = fresh.children, fresh.keys
            for child in item.children:
                child.parent = item
            self.endInsertRows()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() and parent.column() else len(self._item(parent).children or ())

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 5

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        children = self._item(parent).children
        if children is None or not 0 <= row < len(children) or not 0 <= column < 5:
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index | None = None) -> QModelIndex | QObject:  # type: ignore[override]
        if child is None:
            return super().parent()
        above = self._item(child).parent
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.row, 0, above)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return column_names()[section]
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and section in FIGURES else None

    def data(self, index: Index, role: int = 0) -> object:
        node, column = self._item(index).node, index.column()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight if column in FIGURES else None
        if column == NAME:
            return self._name(node, role)
        if node.entry is not None:
            return entry_data(node.entry, column, role, self._now)
        return None

    def _name(self, node: TopicNode, role: int) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            name = plain(node.name) or EMPTY_LEVEL
            return f"{name}  ({whole(node.below)})" if node.nodes else name
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(plain(node.prefix))
        return ("text" if node.entry else "text_muted") if role == TONE else None

    def _item(self, index: Index) -> Item:
        found = index.internalPointer() if index.isValid() else self._root
        return found if isinstance(found, Item) else self._root

    def _fill(self, item: Item) -> None:
        children = sorted((Item(node, item) for node in _levels(item.node)), key=lambda child: child.key)
        item.children, item.keys = children, [child.key for child in children]

    def _put_in(self, item: Item, index: QModelIndex) -> None:
        assert item.children is not None
        known = {key[1] for key in item.keys}
        fresh = sorted((Item(n, item) for n in _levels(item.node) if n.name not in known), key=lambda child: child.key)
        runs: list[tuple[int, list[Item]]] = []
        for child in fresh:
            row = bisect_left(item.keys, child.key)
            if runs and runs[-1][0] == row:
                runs[-1][1].append(child)
            elif len(runs) < MOST_RUNS:
                runs.append((row, [child]))
            else:
                break
        for row, run in reversed(runs):
            self.beginInsertRows(index, row, row + len(run) - 1)
            item.children[row:row] = run
            item.keys[row:row] = [child.key for child in run]
            self.endInsertRows()


def _levels(node: TopicNode) -> list[TopicNode]:
    """The levels below; the MQTT thread may be adding to them."""
    while True:
        try:
            return list(node.nodes.values())
        except RuntimeError:
            continue
