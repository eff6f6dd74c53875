"""The dry run as a table: when, why, which role, who; breaks, changes of shift and deadlines between."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.andon import Category, Stage
from console.domain.escalation import Told, Why
from console.domain.rehearsal import Kind, Line, Rehearsal
from widgets.calls.naming import nobody_words
from widgets.callsetup.setupwords import day_word, shift_word
from widgets.numbers import measured
from widgets.people.words import role_word
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Index
from widgets.theme import font

TIME, SINCE, WHAT, ROLE, WHO = range(5)
WIDTHS = (150, 124, 330, 120, 260)
ROOT = QModelIndex()
TARGETS = 3  # answered, on site, resolved
MARK = {
    Kind.SHIFT_ENDS: "users",
    Kind.SHIFT_BEGINS: "users",
    Kind.BREAK: "coffee",
    Kind.BREAK_ENDS: "coffee",
    Kind.TARGET: "timer",
}


class LadderRows(QAbstractTableModel):
    """A row a line of a rehearsal."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._start = datetime.min
        self._category = Category("", "")
        self._names: Mapping[str, str] = {}
        self._zone: tzinfo | None = None
        self._waits = False  # whether breaks and time between shifts put the ladder off
        self._last: datetime | None = None  # when it is over; None: not within the time that is shown

    def show_rehearsal(
        self, made: Rehearsal, category: Category, names: Mapping[str, str], zone: tzinfo | None
    ) -> None:
        """Show one; `names`: what people are called, by id."""
        self.beginResetModel()
        self.lines, self._start = made.lines, made.start
        self._category, self._names, self._zone = category, names, zone
        self._waits, self._last = not category.around_clock, _end(made.lines, category)
        self.endResetModel()

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self.lines = ()
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, WHO)
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, WHO))

    def people(self, told: Told) -> str:
        """Who is told in a step."""
        return ", ".join(plain(self._names.get(one, one), 40) for one in told.persons)

    def since(self, at: datetime) -> str:
        """How long after the call was raised: "3 min", "3 h 20 min"."""
        minutes = (at - self._start).total_seconds() / 60
        if minutes < 120:
            return self.tr("{0} min").format(measured(round(minutes, 1)))
        return self.tr("{0} h {1} min").format(int(minutes) // 60, int(minutes) % 60)

    def table(self) -> list[list[str]]:
        """Everything as text, with the names of the columns first."""
        columns = range(len(WIDTHS))
        names = [str(self.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
        return [names, *([self._words(line, column) for column in columns] for line in self.lines)]

    # What Qt asks

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("When"), self.tr("After"), self.tr("What"), self.tr("Role"), self.tr("Who is told"))[
                section
            ]
        return Qt.AlignmentFlag.AlignRight if role == Qt.ItemDataRole.TextAlignmentRole and section == SINCE else None

    def data(self, index: Index, role: int = 0) -> object:
        line, column = self.lines[index.row()], index.column()
        told, nobody = line.told is not None, line.told is not None and not line.told.persons
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._words(line, column)
            case Qt.ItemDataRole.ToolTipRole:
                return tip(self._words(line, column))
            case Qt.ItemDataRole.FontRole:
                return font(13, 600 if nobody and column == WHO else 500 if told and column == WHO else 400)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight if column == SINCE else None
        if role == TONE:
            return "bad" if nobody and column >= ROLE else "text" if told else "text_faint"
        if role == ICON and column == WHAT and not told:
            return MARK[line.kind], "text_faint"
        return ("triangle-alert", "bad") if role == ICON and column == WHO and nobody else None

    def _words(self, line: Line, column: int) -> str:
        told = line.told
        match column:
            case 0:
                at = line.at.astimezone(self._zone)
                return f"{day_word(at.weekday())} {at:%m-%d %H:%M}" + (f":{at:%S}" if at.second else "")
            case 1:
                return self.since(line.at)
            case 2:
                return self._why(told) if told else self._between(line)
            case 3:
                return role_word(told.role) if told and told.why is not Why.SHIFT_CHANGE else ""
        if told is None:
            return ""
        if not told.persons:
            return nobody_words()
        return self.people(told) if line.there else self.tr("{0} (on no roster)").format(self.people(told))

    def _why(self, told: Told) -> str:
        match told.why:
            case Why.OWNER:
                return self.tr("The call is raised")
            case Why.RUNG:
                after = self._category.ladder[told.level - 1].after / 60
                return self.tr("Step {0}: nobody has answered for {1} min").format(told.level, measured(after))
            case Why.NOBODY:
                return self.tr("Step {0}, at once: nobody was there").format(told.level)
            case Why.SHIFT_CHANGE:
                return self.tr("Those who came are told")

    def _between(self, line: Line) -> str:
        waits = self._waits and (self._last is None or line.at < self._last)
        match line.kind:
            case Kind.SHIFT_BEGINS:
                return self.tr("Shift begins: {0}").format(shift_word(line.name))
            case Kind.SHIFT_ENDS:
                words = self.tr("Shift ends: {0}").format(shift_word(line.name))
                return self.tr("{0}; the ladder waits for the next one").format(words) if waits else words
            case Kind.BREAK:
                words = self.tr("Break begins: {0}").format(plain(line.name, 40))
                return self.tr("{0}; the ladder waits").format(words) if waits else words
            case Kind.BREAK_ENDS:
                return self.tr("Break ends: {0}").format(plain(line.name, 40))
        return {
            Stage.ACKNOWLEDGED: self.tr("Target: answered by now"),
            Stage.ON_SITE: self.tr("Target: on site by now"),
            Stage.RESOLVED: self.tr("Target: resolved by now"),
        }.get(line.stage or Stage.RESOLVED, "")


def _end(lines: tuple[Line, ...], category: Category) -> datetime | None:
    """When the last step and the last target are over; None where some are still to come."""
    steps = {line.told.level for line in lines if line.told and line.told.why is not Why.SHIFT_CHANGE}
    targets = [line.at for line in lines if line.kind is Kind.TARGET]
    told = [line.at for line in lines if line.told and line.told.why is not Why.SHIFT_CHANGE]
    whole = max(steps, default=0) >= len(category.ladder) and len(targets) == TARGETS
    return max([*told, *targets]) if whole else None
