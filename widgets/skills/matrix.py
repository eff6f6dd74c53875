"""The matrix as a model: a row a person, a column an operation, a level from 0 to 4 where they meet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.people import Cell, Matrix
from console.domain.desk import Kept
from console.domain.people import Operation, Person, by_name
from console.domain.skills import Coverage, Standing
from widgets.people.words import level_word
from widgets.plain import plain, tip
from widgets.tables import Index

ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Face:
    """What a cell shows. `level` -1 = nobody said anything."""

    level: int = -1
    expired: bool = False
    soon: bool = False  # it ends so soon that somebody must act
    asked: bool = False  # on its way to the records


EMPTY = Face()
Key = tuple[str, str]  # person, operation


class SkillMatrix(QAbstractTableModel):
    """People × operations, as the records answered, and what was asked for since."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Person, ...] = ()
        self.operations: tuple[Kept[Operation], ...] = ()
        self._cells: Mapping[Key, Cell] = {}
        self._coverage: Mapping[str, Coverage] = {}
        self._faces: dict[Key, Face] = {}
        self._asked: dict[Key, int] = {}

    # What is in it

    def refresh(self, found: Matrix) -> None:
        """Show what the records hold."""
        people = tuple(sorted(found.people, key=by_name))
        same = [p.id for p in people] == [p.id for p in self.people] and _ids(found.operations) == _ids(self.operations)
        if not same:
            self.beginResetModel()
        self.people, self.operations = people, found.operations
        self._cells, self._coverage = found.cells, found.coverage
        self._faces = {key: _face(cell) for key, cell in found.cells.items()}
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
        place = self.place_of(key)
        if place is not None:
            index = self.index(*place)
            self.dataChanged.emit(index, index)

    def face(self, row: int, column: int) -> Face:
        """What the cell shows."""
        key = self.key(row, column)
        if key in self._asked:
            return Face(self._asked[key], asked=True)
        return self._faces.get(key, EMPTY)

    def cell(self, row: int, column: int) -> Cell | None:
        """What the records hold for the cell."""
        return self._cells.get(self.key(row, column))

    def kept(self, key: Key) -> Cell | None:
        """The same by person and operation."""
        return self._cells.get(key)

    def key(self, row: int, column: int) -> Key:
        """Person and operation of the cell."""
        return self.people[row].id, self.operations[column].value.id

    def place_of(self, key: Key) -> tuple[int, int] | None:
        """Row and column of a cell; None where it is not shown."""
        row = next((place for place, one in enumerate(self.people) if one.id == key[0]), -1)
        column = self.column_of(key[1])
        return None if row < 0 or column < 0 else (row, column)

    def column_of(self, operation: str) -> int:
        """The column of an operation, -1 where it is not shown."""
        return next((place for place, one in enumerate(self.operations) if one.value.id == operation), -1)

    def coverage(self, column: int) -> Coverage:
        """Who can do an operation alone today, and how many are needed (0 = not said)."""
        operation = self.operations[column].value
        return self._coverage.get(operation.id) or Coverage(operation.id, operation.needed, (), (), (), (), ())

    def to_act(self) -> tuple[int, int, int]:
        """How many skills have expired, how many expire soon, and how many operations have too few people."""
        shown = {person.id for person in self.people}
        faces = [face for (who, _), face in self._faces.items() if who in shown]
        short = sum(each.gap > 0 for each in self._coverage.values())
        return sum(face.expired for face in faces), sum(face.soon for face in faces), short

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
            return plain(self.operations[section].value.name if across else self.people[section].name, 120)
        if role == Qt.ItemDataRole.ToolTipRole and across:
            return tip(self.cover_words(section))
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

    def cover_words(self, column: int) -> str:
        """Who is there for an operation, as a sentence."""
        cover, name = self.coverage(column), plain(self.operations[column].value.name, 120)
        have, need = len(cover.able), cover.needed
        if not need:
            return self.tr("{0}: {1} can do it alone; how many are needed is not said").format(name, have)
        words = self.tr("{0}: {1} can do it alone, {2} are needed").format(name, have, need)
        return words if not cover.lapsed else words + "\n" + self.tr("%n expired", "", len(cover.lapsed))

    def words(self, row: int, column: int) -> str:
        """The cell as a sentence, for tooltip and screen reader."""
        face, cell = self.face(row, column), self.cell(row, column)
        name, what = plain(self.people[row].name, 80), plain(self.operations[column].value.name, 80)
        if face.level < 0:
            return self.tr("{0}, {1}: nothing said yet").format(name, what)
        parts = [self.tr("{0}, {1}: {2} – {3}").format(name, what, face.level, level_word(face.level))]
        if cell is not None and not face.asked:
            parts += self._more(cell, face)
        return "\n".join(parts)

    def _more(self, cell: Cell, face: Face) -> list[str]:
        parts = []
        if cell.skill.expires is not None:
            until = cell.skill.expires.isoformat()
            expired = self.tr("expired after {0}").format(until)
            parts.append(expired if face.expired else self.tr("counts until {0}").format(until))
        return parts + [plain(cell.skill.note, 200)] if cell.skill.note else parts


def _face(cell: Cell) -> Face:
    return Face(cell.skill.level, cell.standing is Standing.EXPIRED, cell.standing is Standing.EXPIRING)


def _ids(operations: Iterable[Kept[Operation]]) -> list[tuple[str, str]]:
    return [(kept.value.id, kept.value.name) for kept in operations]
