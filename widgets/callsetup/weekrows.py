"""The week of the roster as a model: a row a person and role, a column a shift."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, Qt

from console.domain.rostergaps import Gap
from console.domain.rosterweek import Presence, Row, Week
from console.domain.shifts import Shift
from widgets.callsetup.setupwords import day_word, shift_word
from widgets.people.words import role_word
from widgets.plain import plain, tip
from widgets.tables import Index

ROOT = QModelIndex()


def day_label(day: date) -> str:
    """Sun 22."""
    return f"{day_word(day.weekday())} {day.day}"


def shift_day_words(shift: Shift) -> str:
    """The shift with its day: "Sunday 2026-11-22, Night shift"."""
    return f"{day_word(shift.day.weekday(), short=False)} {shift.day.isoformat()}, {shift_word(shift.name)}"


def presence_words(presence: Presence) -> str:
    """What somebody is in a shift."""
    translate = QCoreApplication.translate
    match presence:
        case Presence.DUTY:
            return translate("callsetup", "on duty")
        case Presence.ON_CALL:
            return translate("callsetup", "on call")
        case Presence.AWAY:
            return translate("callsetup", "absent, would be on duty")
        case Presence.ABSENT:
            return translate("callsetup", "absent")
        case Presence.NONE:
            return translate("callsetup", "not on duty")


class WeekRows(QAbstractTableModel):
    """What the week view shows; `short` holds the columns in which a role that calls go to has nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.shifts: tuple[Shift, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self.short: frozenset[int] = frozenset()
        self.today: date | None = None

    def show_week(self, week: Week, gaps: Iterable[Gap], today: date) -> None:
        """Show a week."""
        lacking = {(spell.day, spell.shift) for gap in gaps for spell in gap.spells}
        short = frozenset(at for at, shift in enumerate(week.shifts) if (shift.day, shift.name) in lacking)
        same = _keys(week.rows) == _keys(self.rows) and [_key(s) for s in week.shifts] == [_key(s) for s in self.shifts]
        if not same:
            self.beginResetModel()
        self.shifts, self.rows, self.short, self.today = week.shifts, week.rows, short, today
        if not same:
            self.endResetModel()
        else:
            self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        if self.rows and self.shifts:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.shifts) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, len(self.rows) - 1)
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.shifts) - 1))

    def at(self, index: Index) -> tuple[Row, Shift] | None:
        """Who and when; None where no cell is meant."""
        if not index.isValid() or index.row() >= len(self.rows) or index.column() >= len(self.shifts):
            return None
        return self.rows[index.row()], self.shifts[index.column()]

    def presence(self, row: int, column: int) -> Presence:
        """What somebody is in a shift."""
        return self.rows[row].cells[column]

    def cell_of(self, row: Row, column: int) -> QModelIndex:
        """The cell of the same person and role in a column; invalid where they are not shown."""
        key = (row.person.id, row.role)
        at = next((n for n, one in enumerate(self.rows) if (one.person.id, one.role) == key), -1)
        return self.index(at, min(column, len(self.shifts) - 1)) if at >= 0 else QModelIndex()

    def words(self, row: int, column: int) -> str:
        """A cell as a sentence."""
        one, shift = self.rows[row], self.shifts[column]
        who = f"{plain(one.person.name, 60)} · {role_word(one.role)}"
        return f"{who} · {shift_day_words(shift)}: {presence_words(one.cells[column])}"

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.shifts)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        across = orientation == Qt.Orientation.Horizontal
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        if section >= len(self.shifts if across else self.rows):
            return None
        if across:
            words = shift_day_words(self.shifts[section])
            if section in self.short:
                words = self.tr("{0}: calls go to a role that nobody has").format(words)
        else:
            words = f"{plain(self.rows[section].person.name, 60)} · {role_word(self.rows[section].role)}"
        return tip(words) if role == Qt.ItemDataRole.ToolTipRole else words

    def data(self, index: Index, role: int = 0) -> object:
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(self.words(index.row(), index.column()))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(index.row(), index.column())
        return None


def week_words(monday: date) -> str:
    """From the first to the last day of a week: "2026-11-16 – 11-22"."""
    last = monday + timedelta(days=6)
    return f"{monday.isoformat()} – {last.isoformat()[5:]}"


def _key(shift: Shift) -> tuple[date, str]:
    return shift.day, shift.name


def _keys(rows: Iterable[Row]) -> list[tuple[str, str, str]]:
    return [(row.person.id, row.person.name, row.role) for row in rows]
