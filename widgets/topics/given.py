"""What the plant file makes of a topic's last message: the readings it gives, computed on demand."""

from __future__ import annotations

from dataclasses import replace
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt

from console.domain.readings import Reading
from console.telemetry.bound import Moment
from console.telemetry.documents import Unreadable
from console.telemetry.mapping import Mapping
from console.telemetry.plantfile import PlantFile
from console.telemetry.signalbook import SignalBook
from console.telemetry.sparkplug import Heard, SparkplugKind
from console.telemetry.sparkplug_topic import NAMESPACE, address_of
from console.telemetry.topics import TopicEntry
from widgets.plain import plain
from widgets.station.tags import quality_word, value_words
from widgets.tables import TONE, Index
from widgets.times import moment

PLACE, SIGNAL, VALUE, TIME, QUALITY = range(5)
ROOT = QModelIndex()
MOST = 200  # readings shown of one message


class Giver:
    """Maps last messages with the rules of the plant file in force; makes the rules ready once a file."""

    def __init__(self) -> None:
        self._file: PlantFile | None = None
        self._mapping: Mapping | None = None

    def readings(self, entry: TopicEntry, file: PlantFile | None) -> list[Reading]:
        """The readings that the topic's last message gives; none when nothing maps it or it cannot be read."""
        if file is not self._file:
            self._file, self._mapping = file, _apart(file) if file is not None else None
        if self._mapping is None or not entry.mapped:
            return []
        out: list[Reading] = []
        when = Moment(entry.heard_at, entry.retained, entry.topic)
        try:
            if entry.topic.startswith(f"{NAMESPACE}/"):
                self._mapping.sparkplug.read(_heard(entry), when, out)
            elif entry.payload:
                self._mapping.plan(entry.topic).read(entry.payload, when, out)
        except Unreadable:
            return []
        return out[:MOST]


def _apart(file: PlantFile) -> Mapping:
    """The file's rules with signals of their own: the MQTT thread may be making signals in the file's."""
    return Mapping(replace(file, signals=SignalBook(file.plant.lines())))


def _heard(entry: TopicEntry) -> Heard:
    address = address_of(entry.topic)
    kind = SparkplugKind.DATA if address.kind is SparkplugKind.BIRTH else address.kind  # values, not the link
    return Heard(kind, address.path, list(entry.metrics), False)


class Given(QAbstractTableModel):
    """Readings as rows."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Reading] = []
        self._zone: tzinfo | None = None

    def refresh(self, rows: list[Reading], zone: tzinfo | None) -> None:
        """Show these readings."""
        same = len(rows) == len(self.rows)
        if not same:
            self.beginResetModel()
        self.rows, self._zone = rows, zone
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, QUALITY))

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, QUALITY)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            names = (self.tr("Place"), self.tr("Feeds"), self.tr("Value"), self.tr("Sender's time"), self.tr("Quality"))
            return names[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        reading, column = self.rows[index.row()], index.column()
        if role == TONE:
            return "text" if column == VALUE else "text_muted"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        signal = reading.signal
        if column == SIGNAL:
            own = "" if signal.name == signal.role.value else f" · {plain(signal.name)}"
            return f"{signal.role.value}{own}"
        if column == VALUE:
            return f"{value_words(reading.value)} {plain(signal.unit)}".strip()
        if column == TIME:
            told = reading.source_time
            return moment(told, reading.heard_at, self._zone) if told is not None else self.tr("not told")
        return plain(signal.place) if column == PLACE else quality_word(reading.quality)
