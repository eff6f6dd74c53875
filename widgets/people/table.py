"""The table of people: who they are, what they are where, how they sign in, and whether others know of it yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.people import PersonShown
from console.domain.people import by_name
from console.domain.plant import Plant
from widgets.people.finder import fits
from widgets.people.words import grants_words
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Index
from widgets.times import moment

ROOT = QModelIndex()
NAME, NUMBER, ROLES, PROOF, LAST, SAVED = range(6)


class PeopleTable(QAbstractTableModel):
    """One row a person, by name; inactive ones are faint and can be left out."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[PersonShown] = []
        self.rows: list[PersonShown] = []
        self.plant: Plant | None = None
        self._lasts: Mapping[str, datetime] = {}
        self._zone: tzinfo | None = None
        self._now = 0.0
        self._words: list[str] = []
        self._inactive = False
        self.shared = False  # whether there is a shared database that some wait for

    def refresh(self, people: Sequence[PersonShown], plant: Plant | None, zone: tzinfo | None, now: float) -> None:
        """Show these people, with the names of this plant."""
        self.all = sorted(people, key=lambda shown: by_name(shown.person))
        self.plant, self._zone, self._now = plant, zone, now
        self._settle()

    def show_lasts(self, lasts: Mapping[str, datetime]) -> None:
        """Know when they signed in last."""
        self._lasts = lasts
        if self.rows:
            self.dataChanged.emit(self.index(0, LAST), self.index(len(self.rows) - 1, LAST))

    def sift(self, typed: str, inactive: bool) -> None:
        """Show only those who fit what was typed; inactive ones only when wanted."""
        self._words, self._inactive = typed.casefold().split(), inactive
        self._settle()

    def row_of(self, person: str) -> int:
        """The row of somebody, -1 when they are not shown."""
        return next((row for row, shown in enumerate(self.rows) if shown.person.id == person), -1)

    def last_words(self, person: str) -> str:
        """When somebody signed in last; "" when nothing is known."""
        at = self._lasts.get(person)
        return moment(at.timestamp(), self._now, self._zone) if at else ""

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, SAVED)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, SAVED))

    def _settle(self) -> None:
        rows = [
            shown for shown in self.all if (self._inactive or shown.person.active) and fits(shown.person, self._words)
        ]
        if [s.person.id for s in rows] == [s.person.id for s in self.rows]:
            self.rows = rows
            self.retranslate()
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            first = (self.tr("Name"), self.tr("Number"), self.tr("Roles and where they hold"))
            return (*first, self.tr("Signs in with"), self.tr("Last sign-in"), self.tr("Record"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        shown, column = self.rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._said(shown, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._said(shown, column))
        if role == TONE:
            return self._tone(shown, column)
        return self._icon(shown, column) if role == ICON else None

    def _said(self, shown: PersonShown, column: int) -> str:
        person = shown.person
        match column:
            case 0:
                return plain(person.name) if person.active else self.tr("{0} (inactive)").format(plain(person.name))
            case 1:
                return plain(person.number)
            case 2:
                return grants_words(person.grants, self.plant)
            case 3:
                return self._proof(shown)
            case 4:
                return self.last_words(person.id) or "–"
        return self.saved_words(shown)

    def saved_words(self, shown: PersonShown) -> str:
        """Whether other consoles know of the record."""
        if not shown.kept.waiting:
            return self.tr("Shared")
        return self.tr("Saved here, not yet shared") if self.shared else self.tr("Saved on this PC")

    def _proof(self, shown: PersonShown) -> str:
        if shown.locked:
            return self.tr("Locked")
        if shown.pin and shown.badge:
            return self.tr("PIN, badge")
        return self.tr("PIN") if shown.pin else self.tr("Badge") if shown.badge else self.tr("Cannot sign in yet")

    def _tone(self, shown: PersonShown, column: int) -> str:
        if not shown.person.active:
            return "text_faint"
        if column == PROOF and (shown.locked or not (shown.pin or shown.badge)):
            return "warning"
        return "text" if column == NAME else "text_muted"

    def _icon(self, shown: PersonShown, column: int) -> tuple[str, str] | None:
        if column == PROOF and shown.person.active:
            if shown.locked:
                return "lock", "warning"
            if not (shown.pin or shown.badge):
                return "triangle-alert", "warning"
        if column == SAVED and shown.kept.waiting and self.shared:
            return "hourglass", "text_faint"
        return None
