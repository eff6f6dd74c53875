"""The tables of early warnings: what lasts, and what is over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.app.queries.earlywarning import WarningShown
from console.domain.warning_rules import Judged
from widgets.earlywarnings.words import ICONS, headline, judged_word, place_name, sign_word, signal_name, unit_of
from widgets.tables import ICON, TONE, Grid, Index
from widgets.times import moment, span

if TYPE_CHECKING:
    from console.app.console import Console

WHEN, SIGN, PLACE, SIGNAL, EVIDENCE, LASTED, JUDGED = range(7)
WIDTHS = (150, 146, 150, 120, 260, 96, 110)
ROOT = QModelIndex()


class WarningRows(QAbstractTableModel):
    """Warnings in the order given."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.rows: list[WarningShown] = []
        self.zone: tzinfo | None = None

    def show_rows(self, rows: Sequence[WarningShown], zone: tzinfo | None) -> None:
        """Take other rows; where they are the same warnings as before, the choice stays."""
        same = [one.warning.id for one in rows] == [one.warning.id for one in self.rows]
        if not same:
            self.beginResetModel()
        self.rows, self.zone = list(rows), zone
        if not same:
            self.endResetModel()
        else:
            self.say_again()

    def say_again(self) -> None:
        """Ages go on."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, JUDGED))

    def retranslate(self) -> None:
        """Say the columns again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, JUDGED)

    def row_of(self, warning: str) -> int:
        """Where a warning stands; -1 where it does not."""
        return next((row for row, shown in enumerate(self.rows) if shown.warning.id == warning), -1)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("Since"), self.tr("Sign"), self.tr("Where"), self.tr("Signal"), self.tr("Evidence"))
            return (*names, self.tr("Lasted"), self.tr("Judged"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        shown, column = self.rows[index.row()], index.column()
        lasts = shown.warning.ended is None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(shown, column)
        if role == ICON and column == SIGN:
            return ICONS[shown.warning.sign], "warning" if lasts else "text_faint"
        if role == ICON and column == JUDGED and shown.warning.judged is not Judged.NOT:
            return ("check", "good") if shown.warning.judged is Judged.RIGHT else ("x", "text_muted")
        if role == TONE:
            return "text" if lasts and column in (SIGN, SIGNAL, EVIDENCE) else "text_muted"
        return None

    def _words(self, shown: WarningShown, column: int) -> str:
        warning, now = shown.warning, self._console.now()
        began = warning.began.timestamp()
        match column:
            case 0:
                return moment(began, now, self.zone)
            case 1:
                return sign_word(warning.sign)
            case 2:
                return place_name(self._console, warning.place)
            case 3:
                return signal_name(warning)
            case 4:
                return headline(warning, unit_of(self._console, warning))
            case 5:
                return span((warning.ended.timestamp() if warning.ended is not None else now) - began)
        return judged_word(warning.judged)


class WarningGrid(Grid):
    """A table of warnings."""

    def __init__(self, model: WarningRows) -> None:
        super().__init__(model, WIDTHS, stretch=EVIDENCE, spare=(LASTED, JUDGED, SIGN, PLACE))
        self.setSelectionMode(Grid.SelectionMode.SingleSelection)
