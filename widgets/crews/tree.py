"""Crews with their people below them, and those without a crew: moved by dragging or by keyboard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem

from console.domain.crews import Crew
from console.domain.people import Person, by_name
from widgets.people.words import roles_words
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, RowDelegate
from widgets.theme import color, font, themes

ID = Qt.ItemDataRole.UserRole + 11  # of a crew or a person; "" = those without a crew
IS_CREW = Qt.ItemDataRole.UserRole + 12


class CrewTree(QTreeWidget):
    """`chosen` carries the crew of the row that is lit; `moved` somebody and the crew that they go to."""

    chosen = Signal(str)
    moved = Signal(str, str)
    opened = Signal(str)  # the crew that Enter or a double click asks for
    lead = Signal(str)  # L: this person leads their crew, or does not any more
    menu = Signal(str)  # M: to which crew?

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setColumnCount(1)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(18)
        self.setFont(font(13))
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setItemDelegate(RowDelegate(self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setUniformRowHeights(True)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.crew))
        self.itemDoubleClicked.connect(lambda item, _: self.opened.emit(self.crew) if item.data(0, IS_CREW) else None)
        themes.changed.connect(self._dress)
        self._dress()

    # What it shows

    def show_crews(self, crews: Iterable[Crew], people: Mapping[str, Person], away: frozenset[str]) -> None:
        """Show them; the row that was lit stays so. `away`: who is absent today."""
        before = self._key(self.currentItem())
        crews = list(crews)
        self.blockSignals(True)
        self.clear()
        taken: set[str] = set()
        for crew in crews:
            taken |= {*crew.people} if crew.active else set()
            self._add_crew(crew, people, away)
        free = sorted((one for one in people.values() if one.active and one.id not in taken), key=by_name)
        words = self.tr("Without a crew ({0})").format(len(free))
        rest = self._row(None, words, ("users", "text_faint"), "", True, "text_muted")
        for person in free:
            self._person(rest, person, False, away)
        self.expandAll()
        self.setCurrentItem(self._find(before) or self.topLevelItem(0))
        self.blockSignals(False)
        self.chosen.emit(self.crew)

    def _add_crew(self, crew: Crew, people: Mapping[str, Person], away: frozenset[str]) -> None:
        words = f"{plain(crew.name, 60)} · {len(crew.people)}"
        if not crew.active:
            words = self.tr("{0} · not in use").format(plain(crew.name, 60))
        top = self._row(None, words, ("users", "text"), crew.id, True, "text" if crew.active else "text_faint")
        for id in crew.people:
            person = people.get(id)
            if person is not None:
                self._person(top, person, id == crew.leader, away)

    def _person(self, top: QTreeWidgetItem, person: Person, leads: bool, away: frozenset[str]) -> None:
        words = plain(person.name, 60)
        if leads:
            words = self.tr("{0} · leads").format(words)
        if person.id in away:
            words = self.tr("{0} · absent").format(words)
        if not person.active:
            words = self.tr("{0} · not active").format(words)
        mark = "user-x" if person.id in away else "user"
        tone = "text_muted" if person.id in away or not person.active else "text"
        item = self._row(top, words, (mark, "text_muted"), person.id, False, tone)
        item.setToolTip(0, tip(f"{plain(person.name, 60)} · {roles_words(person.grants)}"))

    def _row(
        self, top: QTreeWidgetItem | None, words: str, mark: tuple[str, str], id: str, crew: bool, tone: str
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(top if top is not None else self, [words])
        item.setData(0, ICON, mark)
        item.setData(0, TONE, tone)
        item.setData(0, ID, id)
        item.setData(0, IS_CREW, crew)
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled
        item.setFlags(flags if crew else flags | Qt.ItemFlag.ItemIsDragEnabled)
        if crew:
            item.setFont(0, font(13, 600))
        return item

    # What is chosen

    @property
    def crew(self) -> str:
        """The crew of the lit row; "" = none."""
        return self._crew_of(self.currentItem())

    @property
    def person(self) -> str:
        """The person of the lit row; "" = it is a crew."""
        item = self.currentItem()
        return "" if item is None or item.data(0, IS_CREW) else str(item.data(0, ID))

    def choose(self, id: str) -> None:
        """Light the row of a crew or a person."""
        found = self._find((id, True)) or self._find((id, False))
        if found is not None:
            self.setCurrentItem(found)

    def _find(self, key: tuple[str, bool] | None) -> QTreeWidgetItem | None:
        for at in range(self.topLevelItemCount()):
            top = self.topLevelItem(at)
            for item in (top, *(top.child(n) for n in range(top.childCount()))):
                if self._key(item) == key:
                    return item
        return None

    @staticmethod
    def _key(item: QTreeWidgetItem | None) -> tuple[str, bool] | None:
        return None if item is None else (str(item.data(0, ID)), bool(item.data(0, IS_CREW)))

    @staticmethod
    def _crew_of(item: QTreeWidgetItem | None) -> str:
        if item is None:
            return ""
        top = item if item.data(0, IS_CREW) else item.parent()
        return str(top.data(0, ID)) if top is not None else ""

    # What is asked

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Tell who goes where; the records decide, and the tree is shown anew."""
        self.drop_at(event.position().toPoint())
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()

    def drop_at(self, point: QPoint) -> None:
        """Whoever is lit goes to the crew that lies there."""
        item = self.itemAt(point)
        if self.person and item is not None and self._crew_of(item) != self.crew:
            self.moved.emit(self.person, self._crew_of(item))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if held == Qt.KeyboardModifier.ControlModifier and key in steps and self.person:
            self._step(steps[Qt.Key(key)])
        elif not held and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.crew)
        elif not held and key == Qt.Key.Key_M and self.person:
            self.menu.emit(self.person)
        elif not held and key == Qt.Key.Key_L and self.person:
            self.lead.emit(self.person)
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        """To the crew above or below; those without a crew come last."""
        item = self.currentItem()
        at = self.indexOfTopLevelItem(item.parent()) + by
        if 0 <= at < self.topLevelItemCount():
            self.moved.emit(self.person, str(self.topLevelItem(at).data(0, ID)))

    def _dress(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, color("surface"))
        self.setPalette(palette)
        self.viewport().update()
