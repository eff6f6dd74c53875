"""A list of people with a line above it: type a name or a number, walk with the arrows, Enter chooses."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from console.domain.people import Person, by_name
from widgets.cards import Entry, Text
from widgets.people.words import roles_words
from widgets.plain import plain
from widgets.tables import TONE, Grid, Index
from widgets.theme import icon, themes

ROOT = QModelIndex()
WALK = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def fits(person: Person, words: Sequence[str]) -> bool:
    """Whether every word (casefolded) is in the name or the number."""
    text = f"{person.name} {person.number}".casefold()
    return all(word in text for word in words)


class Found(QAbstractTableModel):
    """Name, number, roles of those that the filter lets through."""

    def __init__(self) -> None:
        super().__init__()
        self._all: list[Person] = []
        self.rows: list[Person] = []
        self._words: list[str] = []

    def show_people(self, people: Sequence[Person]) -> None:
        """Show other people."""
        self._all = sorted(people, key=by_name)
        self.sift(" ".join(self._words))

    def sift(self, typed: str) -> None:
        """Show only those that fit what was typed; a number that fits wholly comes first."""
        self.beginResetModel()
        self._words = typed.casefold().split()
        self.rows = [person for person in self._all if fits(person, self._words)]
        self.rows.sort(key=lambda person: person.number != typed.strip() or not typed.strip())
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Name"), self.tr("Number"), self.tr("Roles"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        person, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (plain(person.name), plain(person.number), roles_words(person.grants))[column]
        if role == TONE:
            return "text" if column == 0 else "text_muted"
        return None


class Finder(QWidget):
    """`found` carries the Person that is lit (None: nobody), `chosen` the one that was chosen."""

    found = Signal(object)
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.model = Found()
        self.line = Entry()
        self.line.setMaxLength(120)
        self.line.setClearButtonEnabled(True)
        self._glass = self.line.addAction(icon("search", "text_faint"), QLineEdit.ActionPosition.LeadingPosition)
        self.list = Grid(self.model, (180, 84, 150), stretch=0)
        self.list.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.list.setTabKeyNavigation(False)
        self._cannot = ""  # why there is nobody to choose
        self.nobody = Text("text_muted", wrap=True)
        self.nobody.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.line)
        column.addWidget(self.nobody)
        column.addWidget(self.list, 1)
        column.addStretch()
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._sift)
        self.line.returnPressed.connect(self._choose)
        self.line.installEventFilter(self)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self.found.emit(self.lit))
        themes.changed.connect(self._dress)
        self.retranslate()

    @property
    def lit(self) -> Person | None:
        """Who is lit."""
        row = self.list.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def show_people(self, people: Sequence[Person]) -> None:
        """Offer these people."""
        before, self._cannot = self.lit.id if self.lit else "", ""
        self.model.show_people(people)
        self._light(before)
        self._say()

    def cannot(self, why: str) -> None:
        """Say why nobody can be offered, instead of a list that looks empty."""
        self._cannot = why
        self.model.show_people(())
        self._light("")
        self._say()

    def begin(self) -> None:
        """Start afresh: nothing typed, the first one lit."""
        self.line.clear()
        self._light("")
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.line.setPlaceholderText(self.tr("Name or number"))
        self.line.setAccessibleName(self.tr("Find a person by name or number"))
        self.list.setAccessibleName(self.tr("People who can sign in"))
        self._say()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 2)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The arrows walk through the list while somebody types; Enter on the list chooses."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self.line and event.key() in WALK:
                self.list.keyPressEvent(event)
                return True
            if watched is self.list and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose()
                return True
        return False

    def _dress(self) -> None:
        self._glass.setIcon(icon("search", "text_faint"))

    def _sift(self, typed: str) -> None:
        self.model.sift(typed)
        self._light("")
        self._say()

    def _say(self) -> None:
        nobody = self.tr("Nobody is called so. Type fewer letters, or ask an administrator to be added.")
        self.nobody.say(self._cannot or nobody)
        self.nobody.setVisible(bool(self._cannot) or (not self.model.rows and bool(self.line.text())))
        self.list.setVisible(not self._cannot)

    def _light(self, person: str) -> None:
        rows = self.model.rows
        row = next((place for place, one in enumerate(rows) if one.id == person), 0)
        if rows:
            self.list.selectRow(row)
        else:
            self.found.emit(None)

    def _choose(self, *_: object) -> None:
        if self.lit is not None:
            self.chosen.emit(self.lit)
