"""The table of permissions as a model: commands by noun as rows, a column for each role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.people import PermissionCell, PermissionRow
from console.domain.people import Role
from console.domain.permissions import Reach
from widgets.commands import command_words, noun_words
from widgets.people.words import reach_sentence, reach_word, role_word
from widgets.plain import tip
from widgets.tables import TONE, Index
from widgets.theme import font

ROOT = QModelIndex()
ROLES = tuple(Role)
CHANGED = Qt.ItemDataRole.UserRole + 5  # whether the plant set the cell otherwise than we ship it
HEADING = Qt.ItemDataRole.UserRole + 6  # whether the row only names a group
FIXED = Qt.ItemDataRole.UserRole + 7  # whether nobody can set the cell


def by_noun(rows: Iterable[PermissionRow]) -> Iterator[tuple[str, list[PermissionRow]]]:
    """The rows in groups, in their order."""
    for noun, group in groupby(rows, key=lambda row: row.noun):
        yield noun, list(group)


def differences(rows: Iterable[PermissionRow]) -> list[tuple[Role, str, Reach]]:
    """Every cell that the plant set otherwise than we ship it, with what we ship."""
    return [
        (role, row.command, cell.shipped)
        for row in rows
        for role, cell in row.cells.items()
        if cell.reach is not cell.shipped
    ]


class Rights(QAbstractTableModel):
    """First column the command in words, then a column a role; a row that only names a group holds the noun."""

    def __init__(self) -> None:
        super().__init__()
        self.given: tuple[PermissionRow, ...] = ()
        self.rows: list[PermissionRow | str] = []

    def refresh(self, given: Sequence[PermissionRow]) -> None:
        """Show the table as it is now."""
        rows: list[PermissionRow | str] = []
        for noun, group in by_noun(given):
            rows += [noun, *group]
        same = [_name(row) for row in rows] == [_name(row) for row in self.rows]
        if not same:
            self.beginResetModel()
        self.given, self.rows = tuple(given), rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(ROLES)))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(ROLES))
        self.refresh(self.given)

    def cell(self, index: Index) -> tuple[Role, PermissionRow, PermissionCell] | None:
        """What an index shows, where it is a cell that says how far."""
        row = self.rows[index.row()] if index.isValid() else ""
        if isinstance(row, str) or index.column() == 0:
            return None
        role = ROLES[index.column() - 1]
        return role, row, row.cells[role]

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 1 + len(ROLES)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return role_word(ROLES[section - 1]) if section else self.tr("What may be done")
        return None

    def data(self, index: Index, role: int = 0) -> object:
        found = self.cell(index)
        if found is None:
            return self._named(self.rows[index.row()], index.column(), role)
        who, row, cell = found
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return reach_word(cell.reach)
            case Qt.ItemDataRole.FontRole:
                return font(13, 400 if cell.reach is cell.shipped else 600)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._explained(who, row, cell))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._explained(who, row, cell)
        own = {
            HEADING: False,
            FIXED: not cell.editable,
            CHANGED: cell.reach is not cell.shipped,
            TONE: "text_faint" if cell.reach is Reach.NO else "text",
        }
        return own.get(role)

    def _named(self, row: PermissionRow | str, column: int, role: int) -> object:
        heading = isinstance(row, str)
        if role == HEADING:
            return heading
        if role == Qt.ItemDataRole.DisplayRole and column == 0:
            return noun_words(row) if isinstance(row, str) else command_words(row.command)
        if role == Qt.ItemDataRole.FontRole:
            return font(13, 600 if heading else 400)
        return "text" if role == TONE else None

    def _explained(self, who: Role, row: PermissionRow, cell: PermissionCell) -> str:
        parts = [f"{role_word(who)} · {command_words(row.command)}", reach_sentence(cell.reach)]
        if cell.reach is not cell.shipped:
            parts.append(self.tr("Your plant set this. As shipped: {0}").format(reach_word(cell.shipped)))
        if not cell.editable:
            parts.append(self.tr("Administrators keep this for good, or nobody could give it back."))
        return "\n".join(parts)


def _name(row: PermissionRow | str) -> tuple[bool, str]:
    return (True, row) if isinstance(row, str) else (False, row.command)
