"""The categories as a table: what each is called, where it holds, who is told when, what it wants."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.andon import Category
from console.domain.desk import Kept
from console.domain.plant import Plant
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, severity_word
from widgets.callsetup.setupwords import ladder_words, red_line_words
from widgets.people.words import place_words, role_word
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Index

NAME, AREA, SEVERITY, OWNER, LADDER, RED = range(6)
WIDTHS = (170, 130, 100, 120, 140, 260)
ROOT = QModelIndex()


class CategoryRows(QAbstractTableModel):
    """In their order; those that no new call can have are at the end, and faint."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[Kept[Category], ...] = ()
        self._plant: Plant | None = None

    def show_rows(self, rows: tuple[Kept[Category], ...], plant: Plant) -> None:
        """Show what the records hold."""
        rows = tuple(sorted(rows, key=lambda kept: (not kept.value.active, kept.value.order, kept.value.name)))
        same = [kept.value.id for kept in rows] == [kept.value.id for kept in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self._plant = rows, plant
        if not same:
            self.endResetModel()
        else:
            self.retranslate()

    def row_of(self, category: str) -> int:
        """Where a category stands; -1 where it is not shown."""
        return next((row for row, kept in enumerate(self.rows) if kept.value.id == category), -1)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, RED)
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, RED))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (
                self.tr("Category"),
                self.tr("Where"),
                self.tr("Severity"),
                self.tr("First to"),
                self.tr("Then after"),
                self.tr("Red lines"),
            )[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        category, column = self.rows[index.row()].value, index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(category, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._told(category)) if column == LADDER else tip(self._words(category, column))
        if role == TONE:
            return "text_faint" if not category.active else "text" if column == NAME else "text_muted"
        if role == ICON and column == SEVERITY and category.active:
            return SEVERITY_ICON[category.severity], SEVERITY_ROLE[category.severity]
        return None

    def _words(self, category: Category, column: int) -> str:
        name = plain(category.name, 60)
        match column:
            case 0:
                return name if category.active else self.tr("{0} (not used)").format(name)
            case 1:
                return place_words(category.area, self._plant) if category.area else self.tr("Everywhere")
            case 2:
                return severity_word(category.severity)
            case 3:
                return role_word(category.owner)
            case 4:
                return ladder_words(category.ladder)
        return red_line_words(category)

    def _told(self, category: Category) -> str:
        """The ladder with its roles, a line each."""
        lines = [f"0: {role_word(category.owner)}"]
        return "\n".join([*lines, *(f"{ladder_words((rung,))}: {role_word(rung.role)}" for rung in category.ladder)])
