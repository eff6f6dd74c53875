"""The rules as a list: name, what each listens to, its category, where it holds; those being edited as they stand."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from console.app.places import ways
from console.domain.andon import Category
from console.domain.callrules import CallRule
from console.domain.plant import Plant
from widgets.callsetup.rulewords import listens_words, rule_sentence, where_words
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Grid, Index

NAME, LISTENS, CATEGORY, PLACES = range(4)
WIDTHS = (170, 160, 76, 110)
ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class RuleRow:
    """One rule as it stands, edited or not."""

    rule: CallRule
    category: str  # its name
    sentence: str
    where: str
    edited: bool = False  # otherwise than it is saved, or not saved at all


def row_of_rule(rule: CallRule, category: Category | None, plant: Plant | None, edited: bool) -> RuleRow:
    """A rule with its words."""
    name = plain(category.name, 60) if category is not None else "–"
    return RuleRow(rule, name, rule_sentence(rule, category, plant), where_words(rule.places, plant), edited)


def fits(row: RuleRow, words: str, area: str | None, plant: Plant | None) -> bool:
    """Whether it is what somebody looks for, and holds in the area that is shown (None: all are)."""
    said = f"{row.rule.name} {listens_words(row.rule)} {row.category} {row.sentence}".casefold()
    if words.strip().casefold() not in said:
        return False
    if area is None or not row.rule.places or plant is None:
        return True
    known = ways(plant)
    return any(area in known.get(place, ()) or place in known.get(area, ()) for place in row.rule.places)


class RuleRows(QAbstractTableModel):
    """Rules in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[RuleRow] = []

    def show_rows(self, rows: list[RuleRow]) -> None:
        """Show these; where they are the same rules as before, the choice stays."""
        if [row.rule.id for row in rows] == [row.rule.id for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, PLACES))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row_of(self, rule: str) -> int:
        """Where a rule stands; -1 where it is not shown."""
        return next((row for row, shown in enumerate(self.rows) if shown.rule.id == rule), -1)

    def retranslate(self) -> None:
        """Name the columns in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PLACES)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Rule"), self.tr("Listens to"), self.tr("Calls"), self.tr("Where"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return (plain(row.rule.name, 80) or "–", listens_words(row.rule), row.category, row.where)[column]
        if role == TONE:
            return "text_faint" if not row.rule.active else "text" if column == NAME else "text_muted"
        if role == ICON and column == NAME:
            if row.edited:
                return "pencil", "warning"
            return ("check", "good") if row.rule.active else ("power-off", "text_faint")
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(row.sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole and column == NAME:
            return f"{row.rule.name}. {self._state(row)}. {row.sentence}"
        return None

    def _state(self, row: RuleRow) -> str:
        if row.edited:
            return self.tr("Not saved yet")
        return self.tr("Switched on") if row.rule.active else self.tr("Switched off")


class RuleGrid(Grid):
    """Space switches a rule on or off, Enter goes to it, Delete removes it, Alt with up or down moves it."""

    switched = Signal()
    entered = Signal()
    removed = Signal()
    moved = Signal(int)

    def __init__(self, model: RuleRows) -> None:
        super().__init__(model, WIDTHS, stretch=NAME, spare=(PLACES, CATEGORY, LISTENS))
        self.setSelectionMode(Grid.SelectionMode.SingleSelection)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Space:
            self.switched.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        else:
            super().keyPressEvent(event)
