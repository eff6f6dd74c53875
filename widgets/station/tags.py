"""The table of a station's tags: value, unit, age, quality, limits and the recent past as a small line."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QMimeData, QModelIndex, Qt, Signal

from console.domain.floor import StationLive, TagLive
from console.domain.readings import Quality, Value
from console.domain.stations import NoData, StationState
from widgets.cards import Button, Card, Text
from widgets.dragging import SIGNALS, carried
from widgets.numbers import UNKNOWN, measured
from widgets.plain import plain, tip
from widgets.station.sparkline import SPARK, Sparkline
from widgets.tables import ICON, TONE, Grid, Index
from widgets.times import span

NAME, VALUE, UNIT, AGE, QUALITY, LIMITS, TREND = range(7)
ROOT = QModelIndex()
DEAD = {NoData.OFFLINE, NoData.STALE, NoData.SILENT, NoData.AWAY}
_TONE = {Quality.BAD: "bad", Quality.UNCERTAIN: "warning", Quality.GOOD: "text_muted", Quality.UNKNOWN: "text_faint"}


def outside(tag: TagLive) -> bool:
    """Whether a number is beyond the limits of its signal."""
    value, signal = tag.value, tag.signal
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return (signal.low is not None and value < signal.low) or (signal.high is not None and value > signal.high)


def value_words(value: Value) -> str:
    """A value as the table shows it."""
    if value is None:
        return UNKNOWN
    if isinstance(value, bool):
        return "true" if value else "false"
    return plain(value) if isinstance(value, str) else measured(value)


def limits_words(tag: TagLive) -> str:
    """The normal range: 170–195, −75 – −50, ≥ 10, ≤ 50 or nothing."""
    low, high = tag.signal.low, tag.signal.high
    if low is not None and high is not None:
        dash = "–" if low >= 0 else " – "  # a minus and a dash side by side cannot be told apart
        return f"{measured(low)}{dash}{measured(high)}".replace("-", "−")
    return f"≥ {measured(low)}" if low is not None else f"≤ {measured(high)}" if high is not None else ""


def quality_word(quality: Quality) -> str:
    """How far the sender vouches for a value."""
    translate = QCoreApplication.translate
    match quality:
        case Quality.GOOD:
            return translate("tags", "Good")
        case Quality.UNCERTAIN:
            return translate("tags", "Uncertain")
        case Quality.BAD:
            return translate("tags", "Bad")
        case Quality.UNKNOWN:
            return translate("tags", "Not told")


class Tags(QAbstractTableModel):
    """One row a tag, by name; only rows that read differently are told to the view."""

    def __init__(self) -> None:
        super().__init__()
        self._live: StationLive | None = None
        self._tags: list[TagLive] = []
        self._seen: list[tuple[object, ...]] = []
        self._now = 0.0
        self._warned: frozenset[str] = frozenset()

    def refresh(self, live: StationLive, now: float, warned: frozenset[str] = frozenset()) -> None:
        """Read the station's tags again; `warned`: ids of signals that are warned of early."""
        self._now, self._warned = now, warned
        if live is not self._live or len(live.tags) != len(self._tags):
            self.beginResetModel()
            self._live, self._tags = live, [live.tags[name] for name in sorted(live.tags, key=str.casefold)]
            self._seen = [self._looks(tag) for tag in self._tags]
            self.endResetModel()
            return
        for row, tag in enumerate(self._tags):
            looks = self._looks(tag)
            if looks != self._seen[row]:
                self._seen[row] = looks
                self.dataChanged.emit(self.index(row, NAME), self.index(row, TREND))

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, TREND)
        self._seen = [() for _ in self._tags]

    def dead(self, tag: TagLive) -> bool:
        """Whether the value is only what was true before the station fell silent."""
        live = self._live
        gone = live is not None and live.state is StationState.NO_DATA and live.no_data in DEAD
        return gone or tag.quality is Quality.BAD

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self._tags)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 7

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows may be dragged to the trends."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:  # noqa: N802
        return [SIGNALS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        return carried(self.signals(indexes))

    def signals(self, indexes: Sequence[QModelIndex]) -> list[str]:
        """The signals of rows, each once."""
        return [self._tags[row].signal.id for row in sorted({index.row() for index in indexes})]

    def every_signal(self) -> list[str]:
        """All of them, as they stand."""
        return [tag.signal.id for tag in self._tags]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("Tag"), self.tr("Value"), self.tr("Unit"), self.tr("Age"))
            return (*names, self.tr("Quality"), self.tr("Limits"), self.tr("Last 10 min"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in (VALUE, AGE):
            return Qt.AlignmentFlag.AlignRight
        return None

    def data(self, index: Index, role: int = 0) -> object:
        tag, column = self._tags[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(tag, column)
        if role == TONE:
            return self._tone(tag, column)
        if role == ICON:
            return self._icon(tag, column)
        if role == SPARK and column == TREND:
            return tag
        if role == Qt.ItemDataRole.TextAlignmentRole and column in (VALUE, AGE):
            return Qt.AlignmentFlag.AlignRight
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explained(tag, column)
        return None

    def _words(self, tag: TagLive, column: int) -> str:
        match column:
            case 0:
                return plain(tag.signal.name)
            case 1:
                return value_words(tag.value)
            case 2:
                return plain(tag.signal.unit)
            case 3:
                return span(self._age(tag)) if tag.heard_at else UNKNOWN
            case 4:
                word = quality_word(tag.quality)
                return self.tr("{0}, retained").format(word) if tag.retained else word
            case 5:
                return limits_words(tag)
            case _:
                return ""

    def _tone(self, tag: TagLive, column: int) -> str:
        if column == QUALITY:
            return _TONE[tag.quality]
        if self.dead(tag):
            return "text_faint"
        if column == VALUE:
            return "bad" if outside(tag) else "text"
        return "text" if column == NAME else "text_muted"

    def _icon(self, tag: TagLive, column: int) -> tuple[str, str] | None:
        if column == NAME and self.dead(tag):
            return "cloud-off", "text_faint"
        if column == NAME and outside(tag):
            return "triangle-alert", "bad"
        if column == NAME and tag.signal.id in self._warned:
            return "radar", "warning"
        if column == QUALITY and tag.quality is Quality.BAD:
            return "circle-x", "bad"
        return None

    def _explained(self, tag: TagLive, column: int) -> str:
        if column == NAME and self.dead(tag):
            return tip(self.tr("Not known now: this is the last value before the data stopped or went bad."))
        if column == NAME and outside(tag):
            return tip(self.tr("Outside its limits {0}.").format(limits_words(tag)))
        if column == NAME and tag.signal.id in self._warned:
            return tip(self.tr("Warned of early: see Early warnings."))
        if column == QUALITY and tag.retained:
            return tip(
                self.tr("The broker kept this value from before the console connected; it is a snapshot, not news.")
            )
        return tip(self._words(tag, column))

    def _age(self, tag: TagLive) -> float:
        return max(self._now - tag.heard_at, 0.0)

    def _looks(self, tag: TagLive) -> tuple[object, ...]:
        age = self._age(tag)
        shown = int(age * 2) if age < 10 else int(age) if age < 3600 else int(age / 60)
        return tag.heard_at, tag.value, tag.quality, tag.retained, shown, self.dead(tag), tag.signal.id in self._warned


class TagsCard(Card):
    """The table of tags, or the words for a station that has none; Enter or a double click asks for their trends."""

    drawn = Signal(list)  # ids of signals
    all_drawn = Signal(list)  # of all that the table shows

    def __init__(self) -> None:
        super().__init__()
        self.rows = Tags()
        self.grid = Grid(self.rows, (150, 84, 52, 80, 104, 92, 128), stretch=NAME, spare=(QUALITY, AGE, TREND))
        self.grid.setItemDelegateForColumn(TREND, Sparkline(self.grid))
        self.grid.setDragEnabled(True)
        self.grid.setDragDropMode(Grid.DragDropMode.DragOnly)
        self.grid.activated.connect(lambda _: self.drawn.emit(self.rows.signals(self.grid.selectedIndexes())))
        self.trends = Button("activity", lambda: self.all_drawn.emit(self.rows.every_signal()))
        self.tools.addWidget(self.trends)
        self.empty = Text("text_muted", wrap=True)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.grid, 1)
        self.body.addStretch(0)

    def refresh(self, live: StationLive, now: float, warned: frozenset[str] = frozenset()) -> None:
        """Read the station's tags again; `warned`: ids of signals that are warned of early."""
        self.rows.refresh(live, now, warned)
        tags = list(live.tags.values())
        beyond = sum(outside(tag) and not self.rows.dead(tag) for tag in tags)
        self.note.say(
            " · ".join([str(len(tags)), self.tr("%n outside limits", "", beyond)] if beyond else [str(len(tags))])
        )
        self.note.paint_as("bad" if beyond else "text_faint")
        self.grid.setVisible(bool(tags))
        self.trends.setVisible(bool(tags))
        self.empty.setVisible(not tags)

    def retranslate(self) -> None:
        self.title.say(self.tr("Tags"))
        self.trends.name(self.tr("Show in trends"))
        self.grid.setAccessibleName(self.tr("Tags of the station"))
        self.grid.setAccessibleDescription(self.tr("Enter shows what is chosen in the trends."))
        self.empty.say(
            self.tr(
                "Measured values of this station appear here: temperatures, loads, speeds. "
                'Give its sources the role "tag" in the plant file; the Topics page shows what is on the broker.'
            )
        )
        self.rows.retranslate()
