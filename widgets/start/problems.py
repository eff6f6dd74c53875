"""The mistakes of a plant file as rows."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.telemetry.problems import Problem
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Index

LINE, COLUMN, MESSAGE, HINT = range(4)
ROOT = QModelIndex()


class ProblemRows(QAbstractTableModel):
    """Line, column, what is wrong, what to write; errors and warnings told apart by icon."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Problem] = ()

    def refresh(self, rows: Sequence[Problem]) -> None:
        """Show these problems, in the file's order."""
        if rows is not self.rows:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, HINT)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Line"), self.tr("Column"), self.tr("What is wrong"), self.tr("What to do"))[section]
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and section <= COLUMN else None

    def data(self, index: Index, role: int = 0) -> object:
        problem, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return str(problem[column]) if column <= COLUMN else plain(problem[column])
        if role == ICON and column == MESSAGE:
            return ("circle-x", "bad") if problem.severity == "error" else ("triangle-alert", "warning")
        if role == TONE:
            return "text" if column == MESSAGE else "text_muted"
        if role == Qt.ItemDataRole.ToolTipRole and column >= MESSAGE:
            return tip(plain(problem[column]))
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and column <= COLUMN else None
