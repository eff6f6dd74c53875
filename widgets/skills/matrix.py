"""The matrix as a model: a row a person, a column an operation, a level from 0 to 4 where they meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.desk import Kept
from console.domain.people import Operation, Person, Skill
from console.domain.skills import ALONE, WARN_DAYS
from widgets.people.finder import by_name
from widgets.people.words import level_word
from widgets.plain import plain, tip
from widgets.tables import Index

ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Face:
    """What a cell shows. `level` -1 = nobody said anything; `left` days until it expires, None = never."""

    level: int = -1
    left: int | None = None
    asked: bool = False  # on its way to the records

    @property
    def expired(self) -> bool:
        """Whether it no longer counts."""
        return self.level > 0 and self.left is not None and self.left < 0

    @property
    def soon(self) -> bool:
        """Whether it ends so soon that somebody must act."""
        return self.level > 0 and self.left is not None and 0 <= self.left <= WARN_DAYS


EMPTY = Face()
Key = tuple[str, str]  # person, operation


class SkillMatrix(QAbstractTableModel):
    """People × operations. `refresh` takes all of it; `changed` one cell."""

    def __init__(self) -> None:
        super().__init__()
        self.people: list[Person] = []
        self.operations: list[Operation] = []
        self._skills: dict[Key, Kept[Skill]] = {}
        self._faces: dict[Key, Face] = {}
        self._covered: dict[str, int] = {}
        self._counted: frozenset[str] = frozenset()
        self._asked: dict[Key, int] = {}
        self._today = date.min

    # What is in it

    def refresh(
        self,
        people: Iterable[Person],
        operations: Sequence[Operation],
        skills: Mapping[Key, Kept[Skill]],
        today: date,
        counted: Iterable[str] | None = None,
    ) -> None:
        """Show these people and operations. `counted`: everybody who counts towards coverage, where not all show."""
        shown, columns = sorted(people, key=by_name), list(operations)
        same = [p.id for p in shown] == [p.id for p in self.people] and columns == self.operations
        if not same:
            self.beginResetModel()
        self.people, self.operations, self._today = shown, columns, today
        self._counted = frozenset(counted) if counted is not None else frozenset(p.id for p in shown)
        self._skills = dict(skills)
        self._faces = {key: self._face(kept.value) for key, kept in self._skills.items()}
        self._cover()
        if not same:
            self.endResetModel()
        elif self.people and self.operations:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.people) - 1, len(self.operations) - 1))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.operations) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.people) - 1)

    def ask(self, key: Key, level: int | None) -> None:
        """A level is on its way to the records: shown, but as asked for. None: it arrived or was refused."""
        if level is None:
            self._asked.pop(key, None)
        else:
            self._asked[key] = level
        self._tell(key)

    def face(self, row: int, column: int) -> Face:
        """What the cell shows."""
        key = self.people[row].id, self.operations[column].id
        if key in self._asked:
            return Face(self._asked[key], asked=True)
        return self._faces.get(key, EMPTY)

    def kept(self, row: int, column: int) -> Kept[Skill] | None:
        """What the records hold for the cell."""
        return self._skills.get((self.people[row].id, self.operations[column].id))

    def key(self, row: int, column: int) -> Key:
        """Person and operation of the cell."""
        return self.people[row].id, self.operations[column].id

    def place_of(self, key: Key) -> tuple[int, int] | None:
        """Row and column of a cell; None where it is not shown."""
        row = next((place for place, one in enumerate(self.people) if one.id == key[0]), -1)
        column = next((place for place, one in enumerate(self.operations) if one.id == key[1]), -1)
        return None if row < 0 or column < 0 else (row, column)

    def coverage(self, column: int) -> tuple[int, int]:
        """How many people can do it alone today, and how many are needed (0 = not said)."""
        operation = self.operations[column]
        return self._covered.get(operation.id, 0), operation.needed

    def to_act(self) -> tuple[int, int, int]:
        """How many shown skills have expired, expire soon, and how many shown operations have too few people."""
        columns, rows = {o.id for o in self.operations}, {p.id for p in self.people}
        shown = [face for (who, what), face in self._faces.items() if who in rows and what in columns]
        short = sum(have < need for have, need in (self.coverage(c) for c in range(len(self.operations))))
        return sum(face.expired for face in shown), sum(face.soon for face in shown), short

    def _face(self, skill: Skill) -> Face:
        return Face(skill.level, (skill.expires - self._today).days if skill.expires else None)

    def _cover(self) -> None:
        self._covered = {}
        for (who, what), face in self._faces.items():
            if face.level >= ALONE and not face.expired and who in self._counted:
                self._covered[what] = self._covered.get(what, 0) + 1

    def _tell(self, key: Key) -> None:
        place = self.place_of(key)
        if place is not None:
            index = self.index(*place)
            self.dataChanged.emit(index, index)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, place[1], place[1])

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.operations)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        across = orientation == Qt.Orientation.Horizontal
        if section >= len(self.operations if across else self.people):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return plain(self.operations[section].name if across else self.people[section].name, 120)
        if role == Qt.ItemDataRole.ToolTipRole and across:
            have, need = self.coverage(section)
            name = plain(self.operations[section].name, 120)
            if not need:
                return tip(self.tr("{0}: {1} can do it alone; how many are needed is not said").format(name, have))
            return tip(self.tr("{0}: {1} can do it alone, {2} are needed").format(name, have, need))
        if role == Qt.ItemDataRole.ToolTipRole:
            person = self.people[section]
            return tip(" · ".join(plain(part) for part in (person.name, person.number) if part))
        return None

    def data(self, index: Index, role: int = 0) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            face = self.face(index.row(), index.column())
            if role == Qt.ItemDataRole.DisplayRole:
                return str(face.level) if face.level >= 0 else ""
            words = self.words(index.row(), index.column())
            return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def words(self, row: int, column: int) -> str:
        """The cell as a sentence, for tooltip and screen reader."""
        face, kept = self.face(row, column), self.kept(row, column)
        name, what = plain(self.people[row].name, 80), plain(self.operations[column].name, 80)
        if face.level < 0:
            return self.tr("{0}, {1}: nothing said yet").format(name, what)
        parts = [self.tr("{0}, {1}: {2} – {3}").format(name, what, face.level, level_word(face.level))]
        if kept is not None and kept.value.expires is not None and not face.asked:
            until = kept.value.expires.isoformat()
            expired = self.tr("expired after {0}").format(until)
            parts.append(expired if face.expired else self.tr("counts until {0}").format(until))
        if kept is not None and kept.value.note and not face.asked:
            parts.append(plain(kept.value.note, 200))
        return "\n".join(parts)
