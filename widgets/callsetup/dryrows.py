"""Calls that would have been raised, as a table."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.callrules import LASTING, CallRule
from console.domain.drycalls import DryCall
from console.domain.plant import Plant
from widgets.calls.naming import SEVERITY_ICON, SEVERITY_ROLE, severity_word
from widgets.plain import plain, tip
from widgets.tables import ICON, TONE, Index
from widgets.times import span

AT, PLACE, WHAT, CATEGORY, SEVERITY, TIMES, LASTED, RULE = range(8)
WIDTHS = (130, 170, 220, 84, 96, 62, 104, 140)
RIGHT = (TIMES, LASTED)
ROOT = QModelIndex()


class DryRows(QAbstractTableModel):
    """In the order of time."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: tuple[DryCall, ...] = ()
        self._names: Mapping[str, str] = {}
        self._rules: Mapping[str, CallRule] = {}
        self._places: dict[str, str] = {}
        self._zone: tzinfo | None = None
        self._end = 0.0

    def show_calls(
        self,
        calls: tuple[DryCall, ...],
        names: Mapping[str, str],
        rules: Mapping[str, CallRule],
        plant: Plant | None,
        zone: tzinfo | None,
        end: float,
    ) -> None:
        """`names` of categories, and rules, by their ids; `end` (seconds UTC) of what was run over."""
        self.beginResetModel()
        self.calls, self._names, self._rules = calls, names, rules
        self._zone, self._end = zone, end
        self._places = _named(plant)
        self.endResetModel()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, RULE)
        if self.calls:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.calls) - 1, RULE))

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.calls)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(WIDTHS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (
                self.tr("Raised"),
                self.tr("Place"),
                self.tr("Call"),
                self.tr("Category"),
                self.tr("Severity"),
                self.tr("Times"),
                self.tr("Lasted"),
                self.tr("Rule"),
            )[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in RIGHT:
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        call, column = self.calls[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(call, column)
        if role == TONE:
            return "text" if column in (PLACE, WHAT, SEVERITY, TIMES) else "text_muted"
        if role == ICON and column == SEVERITY:
            return SEVERITY_ICON[call.severity], SEVERITY_ROLE[call.severity]
        if role == Qt.ItemDataRole.TextAlignmentRole and column in RIGHT:
            return Qt.AlignmentFlag.AlignRight
        if role == Qt.ItemDataRole.ToolTipRole and column in (PLACE, WHAT):
            return tip(self._words(call, column))
        return None

    def _words(self, call: DryCall, column: int) -> str:
        match column:
            case 0:
                return self._when(call.raised)
            case 1:
                return self._places.get(call.place, plain(call.place, 80))
            case 2:
                text = plain(call.text or call.code, 200)
                return f"{plain(call.code, 40)} {text}" if call.code and call.code not in text else text
            case 3:
                return plain(self._names.get(call.category, call.category), 60)
            case 4:
                return severity_word(call.severity)
            case 5:
                return str(call.repeats + 1)
            case 6:
                return self._lasted(call)
        return plain(self._rules[call.rule].name if call.rule in self._rules else call.rule, 80)

    def _when(self, t: float) -> str:
        """The time, with the day where it is another than that of the run's end."""
        at, end = (datetime.fromtimestamp(one, UTC).astimezone(self._zone) for one in (t, self._end))
        return f"{at:%H:%M:%S}" if at.date() == end.date() else f"{at:%m-%d %H:%M:%S}"

    def _lasted(self, call: DryCall) -> str:
        rule = self._rules.get(call.rule)
        if rule is not None and rule.kind not in LASTING:
            return "–"  # over as soon as it happened
        return self.tr("to the end") if call.cleared is None else span(call.cleared - call.raised)


def _named(plant: Plant | None) -> dict[str, str]:
    """Line and station by the station's id."""
    if plant is None:
        return {}
    lines = {line.id: plain(line.name, 60) for line in plant.lines()}
    return {one.id: f"{lines[one.line]} · {plain(one.name, 60)}" for one in plant.stations()} | lines
