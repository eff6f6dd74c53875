"""The layout of every screen as its person left it: edges between parts, widths of columns, chosen filters."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from enum import Enum
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QComboBox, QHeaderView, QSplitter, QStackedWidget, QWidget
from shiboken6 import isValid

from widgets.halves import VIEW
from widgets.shell.memory import Memory

TAKEN = "layout-name"  # property of a part that is looked after


class Layout(QObject):
    """Looks after the parts of screens. Only what a person moved or chose is kept, never what a screen does itself.

    A screen names its filters in `kept_choices() -> Mapping[str, QComboBox]`; edges and columns are found without that.
    """

    def __init__(self, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._memory = memory
        self._choices: dict[str, dict[str, KeptChoice]] = {}

    def take(self, key: str, screen: QWidget) -> None:
        """Give the parts of a screen back what is remembered of them; parts made since the last call, and no others."""
        for splitter in screen.findChildren(QSplitter):
            if self._is_new(splitter, screen):
                KeptSizes(splitter, self._memory, f"layout/{key}/{_path(splitter, screen)}")
        for header in screen.findChildren(QHeaderView):
            if header.orientation() == Qt.Orientation.Horizontal and self._is_new(header, screen):
                KeptColumns(header, self._memory, f"layout/{key}/{_path(header, screen)}")
        for stack in screen.findChildren(QStackedWidget):
            if self._is_new(stack, screen):  # what is behind a tab may be made when the tab is pressed
                stack.currentChanged.connect(lambda _: self.take(key, screen))
        self._take_choices(key, screen)

    def _take_choices(self, key: str, screen: QWidget) -> None:
        named = getattr(screen, "kept_choices", None)
        known = self._choices.setdefault(key, {})
        for name, choice in cast("Mapping[str, QComboBox]", named() if callable(named) else {}).items():
            if name not in known:
                known[name] = KeptChoice(choice, self._memory, f"filter/{key}/{name}")

    def let_go(self, key: str) -> None:
        """The screen was opened on something: what is not filtered yet stays so."""
        for choice in self._choices.get(key, {}).values():
            choice.let_go()

    @staticmethod
    def _is_new(part: QWidget, screen: QWidget) -> bool:
        """Whether nobody looks after it yet; parts of dialogs are let alone."""
        inside = part
        while inside is not screen:
            if inside.isWindow():
                return False
            inside = inside.parentWidget()
        new = part.property(TAKEN) is None
        part.setProperty(TAKEN, True)
        return new


def _path(part: QWidget, screen: QWidget) -> str:
    """Where a part is inside its screen; the same at every start of the same version."""
    names = []
    while part is not screen:
        above = part.parentWidget()
        alike = [one for one in above.children() if type(one) is type(part)]
        names.append(f"{type(part).__name__}{alike.index(part)}")
        part = above
    return ".".join(reversed(names))


def _numbers(text: str) -> list[int]:
    with contextlib.suppress(ValueError):
        return [int(word) for word in text.split(",")]
    return []


class KeptSizes(QObject):
    """The room that the parts beside or above each other have; for each view where the screen has several."""

    def __init__(self, splitter: QSplitter, memory: Memory, name: str) -> None:
        super().__init__(splitter)
        self._splitter, self._memory, self._name = splitter, memory, name
        self._given = ""  # the key under which it was last looked up
        splitter.splitterMoved.connect(self._moved)
        splitter.installEventFilter(self)
        self.give_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The screen shares out anew for another view, or put its parts above each other instead of beside."""
        if not isValid(self._splitter):  # its last words while it is destroyed
            return False
        if event.type() == QEvent.Type.DynamicPropertyChange and self._splitter.property(VIEW):
            self.give_back()
        elif event.type() == QEvent.Type.Resize and self._key() != self._given:
            QTimer.singleShot(0, self, self.give_back)
        return False

    def _key(self) -> str:
        way = "across" if self._splitter.orientation() == Qt.Orientation.Horizontal else "down"
        return ".".join(part for part in (self._name, way, str(self._splitter.property(VIEW) or "")) if part)

    def _moved(self) -> None:
        sizes = self._splitter.sizes()
        if all(sizes):  # a hidden part has no size to remember
            self._memory.keep(self._key(), ",".join(map(str, sizes)))

    def give_back(self) -> None:
        """Share out as remembered, where that still fits."""
        self._given = self._key()
        sizes = _numbers(self._memory.text(self._given))
        if len(sizes) == self._splitter.count() and all(size > 0 for size in sizes):
            self._splitter.setSizes(sizes)


class KeptColumns(QObject):
    """The widths that a person gave to columns; those that fill what is left over have none."""

    def __init__(self, header: QHeaderView, memory: Memory, name: str) -> None:
        super().__init__(header)
        self._header, self._memory, self._name = header, memory, name
        self._held = False  # whether the mouse holds an edge
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.give_back)
        header.sectionResized.connect(self._resized)
        header.sectionCountChanged.connect(lambda *_: self._soon.start())
        header.viewport().installEventFilter(self)
        self.give_back()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Know whether the mouse holds an edge."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            self._held = True
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._held = False
        return False

    def _widths(self) -> dict[int, int]:
        """Column and width; nothing where the table has other columns than it had."""
        count, *pairs = _numbers(self._memory.text(self._name)) or [0]
        return dict(zip(pairs[::2], pairs[1::2], strict=False)) if count == self._header.count() else {}

    def _own(self, column: int) -> bool:
        """Whether the width of a column is a person's to say."""
        mode = self._header.sectionResizeMode(column)
        return mode == QHeaderView.ResizeMode.Interactive and not self._header.isSectionHidden(column)

    def _resized(self, column: int, before: int, now: int) -> None:
        if not now or not self._own(column):
            return
        kept = self._widths()
        if self._held:
            pairs = [number for pair in {**kept, column: now}.items() for number in pair]
            self._memory.keep(self._name, ",".join(map(str, [self._header.count(), *pairs])))
        elif kept.get(column, now) != now:
            self._soon.start()  # the screen set its usual width again

    def give_back(self) -> None:
        """Take the remembered widths."""
        for column, width in self._widths().items():
            if 0 <= column < self._header.count() and self._own(column) and width > 0:
                self._header.resizeSection(column, width)


class KeptChoice(QObject):
    """What a person chose in a filter. Its entries may come later, when the records were read or the plant is known."""

    def __init__(self, choice: QComboBox, memory: Memory, name: str) -> None:
        super().__init__(choice)
        self._choice, self._memory, self._name = choice, memory, name
        self._wanted = memory.text(name)
        self._usual = self._word(choice.currentIndex())
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._try)
        choice.activated.connect(lambda _: self._chosen())
        choice.currentIndexChanged.connect(lambda _: self._changed())
        choice.model().rowsInserted.connect(lambda *_: self._soon.start() if self._wanted else None)
        self._try()

    def let_go(self) -> None:
        """Wait no longer for the remembered entry."""
        self._wanted = ""

    def _try(self) -> None:
        for place in range(self._choice.count() if self._wanted else 0):
            if self._word(place) == self._wanted:
                self._wanted = ""
                self._choice.setCurrentIndex(place)
                return

    def _chosen(self) -> None:
        self._wanted = ""
        self._memory.keep(self._name, self._word(self._choice.currentIndex()))

    def _changed(self) -> None:
        """Not by its person: a screen that clears its filters clears what is remembered, else nothing is."""
        if self._wanted or self._choice.currentIndex() < 0 or not self._memory.text(self._name):
            return
        if self._word(self._choice.currentIndex()) == self._usual:
            self._memory.keep(self._name, "")

    def _word(self, place: int) -> str:
        """An entry as a text to be remembered: its value, or its place where it has none."""
        value = self._choice.itemData(place)
        value = value.value if isinstance(value, Enum) else value
        return f"={value}" if isinstance(value, str | int | float) else f"#{place}"
