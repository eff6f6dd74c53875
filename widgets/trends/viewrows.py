"""Saved views as a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.trends import ViewShown
from widgets.plain import plain
from widgets.tables import ICON, TONE, Index
from widgets.times import clock
from widgets.trends.naming import length_word

ROOT = QModelIndex()
NAME, PENS, SPAN, OWNER = range(4)
WIDTHS = (240, 150, 150, 160)


class ViewRows(QAbstractTableModel):
    """Views in the order in which they are given."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[ViewShown] = []
        self._me = ""

    def show_rows(self, shown: Sequence[ViewShown], me: str) -> None:
        """Take other rows; `me` is who is signed in."""
        if (list(shown), me) != (self.shown, self._me):
            self.beginResetModel()
            self.shown, self._me = list(shown), me
            self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, OWNER)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.shown)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:  # noqa: N802
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("View"), self.tr("Pens"), self.tr("Stretch"), self.tr("Whose"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        shown = self.shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(shown, index.column())
        if index.column() == OWNER and role == ICON and shown.view.shared:
            return ("users", "text_muted")
        return "text_muted" if role == TONE and index.column() != NAME else None

    def _words(self, shown: ViewShown, column: int) -> str:
        view = shown.view
        if column == NAME:
            return plain(view.name, 80)
        if column == PENS:
            return self.tr("%n pen(s)", "", len(view.pens))
        if column == SPAN:
            length = length_word(view.length)
            return length if view.start is None else f"{view.start:%Y-%m-%d} {clock(view.start.timestamp())[:5]}"
        whose = self.tr("mine") if view.owner == self._me else plain(shown.owner, 60)
        return self.tr("{0}, shared").format(whose) if view.shared else whose
