"""Fields of the form of a rule: lengths of time, numbers, words with commas, several ticks, places of the plant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from math import isfinite

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QGridLayout, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from console.domain.plant import Plant
from widgets.cards import Choice, Entry, Tick
from widgets.people.fields import Field
from widgets.plain import caption, plain
from widgets.theme import color, themes

UNITS = (1.0, 60.0, 3600.0)  # seconds
ID = Qt.ItemDataRole.UserRole
TREE_HIGH = 170
EDGES = 46  # pixels of a drop-down list beside its words
COLUMNS = 2  # of ticks side by side


def room(choice: Choice, widest: int = 260) -> None:
    """Wide enough for what may be chosen, within reason."""
    words = (choice.itemText(row) for row in range(choice.count()))
    need = max((choice.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    choice.setMinimumWidth(min(need + EDGES, widest))


class NumberField(Field[Entry]):
    """A number. `value` is None where nothing is typed or where it cannot be read."""

    def __init__(self, beside: QWidget | None = None) -> None:
        super().__init__(Entry(), beside)
        self.control.setMaxLength(20)

    @property
    def value(self) -> float | None:
        """What is typed, with a point or a comma."""
        try:
            number = float(self.control.text().strip().replace(",", ".").replace(" ", ""))
        except ValueError:
            return None
        return number if isfinite(number) else None

    def fill(self, value: float | None) -> None:
        """Show a number; nothing for None."""
        self.control.setText("" if value is None else f"{value:.10g}")


class TimeField(NumberField):
    """A length of time in seconds, minutes or hours."""

    def __init__(self) -> None:
        self.unit = Choice()
        super().__init__(self.unit)
        for _ in UNITS:
            self.unit.addItem("")
        self.name_units()

    @property
    def seconds(self) -> float | None:
        """What is typed, in seconds."""
        value = self.value
        return None if value is None else value * UNITS[max(0, self.unit.currentIndex())]

    def fill(self, value: float | None) -> None:
        """Show seconds in the largest unit that leaves no rest."""
        seconds = value or 0.0
        fitting = [unit for unit, size in enumerate(UNITS) if seconds and seconds % size == 0]
        self.unit.setCurrentIndex(max(fitting, default=0))
        super().fill(seconds / UNITS[self.unit.currentIndex()])

    def name(self, words: str, hint: str = "") -> None:
        """Name both parts."""
        super().name(words, hint)
        self.unit.setAccessibleName(QCoreApplication.translate("RuleForm", "Unit: {0}").format(words.replace("&", "")))
        self.name_units()

    def name_units(self) -> None:
        """Say the units in the language of the moment."""
        translate = QCoreApplication.translate
        words = (translate("RuleForm", "s"), translate("RuleForm", "min"), translate("RuleForm", "h"))
        for row, word in enumerate(words):
            self.unit.setItemText(row, word)
        room(self.unit)


def patterns(text: str) -> tuple[str, ...]:
    """What is typed with commas between, each once."""
    parts = (part.strip() for part in re.split(r"[,，、;；\n]", text))
    return tuple(dict.fromkeys(part for part in parts if part))


class Ticks(QWidget):
    """Several things of which some are ticked."""

    changed = Signal()

    def __init__(self, keys: Sequence[str]) -> None:
        super().__init__()
        self.ticks = {key: Tick() for key in keys}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for number, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, number // COLUMNS, number % COLUMNS)
            tick.toggled.connect(lambda _: self.changed.emit())
        self.setFocusProxy(next(iter(self.ticks.values())))

    def name(self, words: Iterable[str]) -> None:
        """Say what each of them is."""
        for tick, word in zip(self.ticks.values(), words, strict=True):
            tick.setText(caption(word))
            tick.setAccessibleName(word)

    @property
    def chosen(self) -> tuple[str, ...]:
        """What is ticked."""
        return tuple(key for key, tick in self.ticks.items() if tick.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Tick these and no others."""
        wanted = set(keys)
        for key, tick in self.ticks.items():
            tick.setChecked(key in wanted)


class Tree(QTreeWidget):
    """Sites, areas, lines and stations with a box each; what lies inside a ticked one belongs to it."""

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFixedHeight(TREE_HIGH)
        self.setTabKeyNavigation(False)
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, TREE_HIGH)

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("window"))
        palette.setColor(QPalette.ColorRole.Window, color("text_muted"))  # what Fusion takes the edge of a box from
        self.setPalette(palette)


class PlacePick(QWidget):
    """Everywhere, or places of the plant."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.everywhere, self.tree = Tick(), Tree()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._plant: Plant | None = None
        self._filling = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.everywhere)
        column.addWidget(self.tree)
        self.everywhere.toggled.connect(self._turned)
        self.tree.itemChanged.connect(self._ticked)
        self.setFocusProxy(self.everywhere)

    @property
    def places(self) -> tuple[str, ...]:
        """What is ticked, () = everywhere (or nothing yet)."""
        if self.everywhere.isChecked():
            return ()
        return tuple(id for id, item in self._items.items() if _ticked(item) and not _inside_ticked(item))

    @property
    def missing(self) -> bool:
        """Whether neither everywhere nor a place is chosen."""
        return not self.everywhere.isChecked() and not self.places

    def fill(self, plant: Plant | None, places: tuple[str, ...]) -> None:
        """Offer the plant and tick these; one that the plant no longer has stays, so that it is not lost."""
        self._filling = True
        if plant is not self._plant or not self._items:
            self._plant = plant
            self._build(plant)
        for id in [id for id in places if id not in self._items]:
            self._items[id] = self._item(self.tree.invisibleRootItem(), id, id)
        for id, item in self._items.items():
            item.setCheckState(0, Qt.CheckState.Checked if id in places else Qt.CheckState.Unchecked)
            if id in places:
                _open(item)
        self.everywhere.setChecked(not places)
        self._grey()
        self.tree.setVisible(bool(places))
        self._filling = False

    def name(self, everywhere: str, places: str) -> None:
        """Name both parts."""
        self.everywhere.setText(everywhere)
        self.everywhere.setAccessibleName(everywhere.replace("&", ""))
        self.tree.setAccessibleName(places)

    def _build(self, plant: Plant | None) -> None:
        self.tree.clear()
        self._items = {}
        for site in plant.sites if plant else ():
            of_site = self._place(self.tree.invisibleRootItem(), site.id, site.name)
            of_site.setExpanded(True)
            for area in site.areas:
                of_area = self._place(of_site, area.id, area.name)
                of_area.setExpanded(True)
                for line in area.lines:
                    of_line = self._place(of_area, line.id, line.name)
                    for station in line.stations:
                        self._place(of_line, station.id, station.name)

    def _place(self, parent: QTreeWidgetItem, id: str, name: str) -> QTreeWidgetItem:
        item = self._item(parent, id, name)
        self._items.setdefault(id, item)
        return item

    def _item(self, parent: QTreeWidgetItem, id: str, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(parent, [plain(name or id, 60)])
        item.setData(0, ID, id)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(0, Qt.CheckState.Unchecked)
        return item

    def _turned(self, everywhere: bool) -> None:
        self.tree.setVisible(not everywhere)
        if not self._filling:
            self.changed.emit()

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        if not self._filling:
            self._filling = True
            self._grey()
            self._filling = False
            self.changed.emit()

    def _grey(self) -> None:
        for item in self._items.values():
            item.setDisabled(_inside_ticked(item))


def _ticked(item: QTreeWidgetItem) -> bool:
    return item.checkState(0) == Qt.CheckState.Checked


def _inside_ticked(item: QTreeWidgetItem) -> bool:
    parent = item.parent()
    while parent is not None:
        if _ticked(parent):
            return True
        parent = parent.parent()
    return False


def _open(item: QTreeWidgetItem) -> None:
    parent = item.parent()
    while parent is not None:
        parent.setExpanded(True)
        parent = parent.parent()
