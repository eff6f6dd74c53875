"""Where calls go, as a table: category and lines, the role, who would be told now and in each shift of the day."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.plant import Plant
from console.domain.routes import Route
from widgets.callsetup.setupwords import lines_words, shift_word
from widgets.people.words import role_word
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Index

CATEGORY, WHERE, ROLE, NOW, SHIFTS = range(5)
WIDTHS = (130, 150, 120, 190, 260)
ROOT = QModelIndex()


class RouteRows(QAbstractTableModel):
    """A row a category and the lines where it goes to the same people."""

    def __init__(self) -> None:
        super().__init__()
        self.routes: tuple[Route, ...] = ()
        self._names: Mapping[str, str] = {}
        self._plant: Plant | None = None

    def show_routes(self, routes: tuple[Route, ...], names: Mapping[str, str], plant: Plant) -> None:
        """Show them; `names`: what people are called, by id."""
        self.beginResetModel()
        self.routes, self._names, self._plant = routes, names, plant
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, SHIFTS)
        if self.routes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.routes) - 1, SHIFTS))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.routes)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (
                self.tr("Category"),
                self.tr("Where"),
                self.tr("First to"),
                self.tr("Would be told now"),
                self.tr("In the shifts of today"),
            )[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        route, column = self.routes[index.row()], index.column()
        nobody = column == NOW and not route.now
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(route, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._words(route, column))
        if role == TONE:
            return "bad" if nobody else "text" if column in (CATEGORY, NOW) else "text_muted"
        return ("triangle-alert", "bad") if role == ICON and nobody else None

    def _words(self, route: Route, column: int) -> str:
        match column:
            case 0:
                return plain(route.category.name, 60)
            case 1:
                return lines_words(route.places, self._plant)
            case 2:
                return role_word(route.role)
            case 3:
                return self._people(route.now, route.kept)
        parts = [f"{shift_word(name)}: {self._people(who, True)}" for name, who in route.by_shift]
        return " · ".join(parts) if route.kept else self.tr("no roster is kept for this role")

    def _people(self, people: tuple[str, ...], kept: bool) -> str:
        if not people:
            return self.tr("nobody")
        names = ", ".join(plain(self._names.get(one, one), 40) for one in people)
        return names if kept else self.tr("{0} (all who have the role)").format(names)
