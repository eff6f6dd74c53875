"""The last messages that fed a station, as they came and decoded; stands still while someone reads."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import tzinfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter

from console.app.raw import RawMessage
from console.telemetry.sparkplug_metric import NO_DEFINITIONS, Definitions
from widgets.cards import Button, Card, OneLine, Script, Text
from widgets.numbers import whole
from widgets.payloads import decoded, to_copy
from widgets.plain import plain
from widgets.tables import ICON, TONE, Grid, Index
from widgets.times import moment

TIME, TOPIC, PAYLOAD = range(3)
ROOT = QModelIndex()


class Messages(QAbstractTableModel):
    """Rows newest first; what is already there keeps its row's identity when newer ones come in above."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[RawMessage] = []
        self._zone: tzinfo | None = None
        self._now = 0.0

    def refresh(self, messages: Sequence[RawMessage], now: float, zone: tzinfo | None) -> bool:
        """Take the list, newest first; return whether anything is new."""
        self._now, self._zone = now, zone
        fresh = list(messages)
        if not self.rows or not fresh:
            changed = bool(self.rows or fresh)
            if changed:
                self._replace(fresh)
            return changed
        added = next((n for n, message in enumerate(fresh) if message == self.rows[0]), None)
        if added is None:
            self._replace(fresh)
            return True
        if added:
            self._above(fresh, added)
        return bool(added)

    def retranslate(self) -> None:
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, PAYLOAD)

    def rowCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = ROOT) -> int:  # noqa: N802
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> object:  # noqa: N802
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return (self.tr("Received"), self.tr("Topic"), self.tr("Payload"))[section]
        return None

    def data(self, index: Index, role: int = 0) -> object:
        message, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(message, column)
        if role == TONE:
            return "text" if column == TOPIC else "text_muted"
        if role == ICON and column == TIME and message.retained:
            return "lock", "text_faint"
        if role == Qt.ItemDataRole.ToolTipRole and column == TIME and message.retained:
            return self.tr("Retained: the broker kept it from before; it is a snapshot, not news.")
        return None

    def _words(self, message: RawMessage, column: int) -> str:
        if column == TIME:
            return moment(message.at, self._now, self._zone)
        return plain(message.topic) if column == TOPIC else preview(message.payload)

    def _replace(self, fresh: list[RawMessage]) -> None:
        self.beginResetModel()
        self.rows = fresh
        self.endResetModel()

    def _above(self, fresh: list[RawMessage], added: int) -> None:
        self.beginInsertRows(ROOT, 0, added - 1)
        self.rows = fresh[:added] + self.rows
        self.endInsertRows()
        if len(self.rows) > len(fresh):
            self.beginRemoveRows(ROOT, len(fresh), len(self.rows) - 1)
            del self.rows[len(fresh) :]
            self.endRemoveRows()


def preview(payload: bytes) -> str:
    """The beginning of a payload in one line."""
    try:
        return plain(
            " ".join(payload[:400].decode("utf-8", "strict" if len(payload) <= 400 else "ignore").split()), 160
        )
    except UnicodeDecodeError:
        return payload[:48].hex(" ")


class MessagesCard(Card):
    """Table of messages above, the chosen one decoded below."""

    def __init__(self, definitions: Callable[[str], Definitions] = lambda topic: NO_DEFINITIONS) -> None:
        super().__init__()
        self._definitions = definitions  # topic -> what a Sparkplug birth defined
        self.rows = Messages()
        self.grid = Grid(self.rows, (86, 230, 200), stretch=PAYLOAD, spare=(TIME,))
        self.detail = Script()
        self.what = OneLine("text_faint", 12)
        self.empty = Text("text_muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.pause = Button("pause")
        self.pause.setCheckable(True)
        self.copy = Button("copy", self._copy)
        self.tools.addWidget(self.pause)
        self.tools.addWidget(self.copy)
        both = QSplitter(Qt.Orientation.Vertical)
        both.addWidget(self.grid)
        both.addWidget(self.detail)
        both.setSizes([300, 180])
        both.setChildrenCollapsible(False)
        self._both = both
        self.body.addWidget(self.empty)
        self.body.addWidget(both, 1)
        self.body.addWidget(self.what)
        self.body.addStretch(0)
        self.pause.toggled.connect(self._paused)
        self.grid.selectionModel().selectionChanged.connect(self._chosen)
        self._shown: RawMessage | None = None

    def refresh(self, messages: Sequence[RawMessage], now: float, zone: tzinfo | None) -> None:
        """Take the newest messages unless someone reads."""
        if self.pause.isChecked():
            return
        if self.rows.refresh(messages, now, zone):
            self.note.say(self.tr("last {0}").format(len(self.rows.rows)))
            self._show(self.rows.rows[0] if self.rows.rows else None)
        self._both.setVisible(bool(self.rows.rows))
        self.what.setVisible(bool(self.rows.rows))
        self.empty.setVisible(not self.rows.rows)
        self.copy.setEnabled(bool(self.rows.rows))
        self.pause.setEnabled(bool(self.rows.rows))

    def forget(self) -> None:
        """Another station: read live again."""
        self.pause.setChecked(False)
        self.rows.refresh([], 0.0, None)
        self._show(None)

    def retranslate(self) -> None:
        self.title.say(self.tr("Raw messages"))
        self.grid.setAccessibleName(self.tr("Last messages that fed this station, newest first"))
        self.detail.setAccessibleName(self.tr("The chosen message decoded"))
        self.copy.name(self.tr("Copy"), self.tr("Copy topic and payload of the chosen message"))
        self.empty.say(
            self.tr(
                "The last 100 messages that feed this station appear here. None has come since the console started."
            )
        )
        self._name_pause()
        self.rows.retranslate()
        self._show(self._shown)

    def _name_pause(self) -> None:
        frozen = self.pause.isChecked()
        self.pause.wear("play" if frozen else "pause")
        self.pause.name(self.tr("Go on") if frozen else self.tr("Pause"), self.tr("Hold the list still while you read"))

    def _paused(self) -> None:
        self._name_pause()
        if not self.pause.isChecked():
            self.grid.clearSelection()

    def _chosen(self) -> None:
        """Who chooses a message wants to read it; only coming by with the Tab key chooses none."""
        chosen = self.grid.selectionModel().selectedRows()
        if chosen and self.grid.hasFocus():
            self.pause.setChecked(True)
            self._show(self.rows.rows[chosen[0].row()])

    def _show(self, message: RawMessage | None) -> None:
        self._shown = message
        if message is None:
            self.detail.say("")
            self.what.say("")
            return
        read = decoded(message.topic, message.payload, self._definitions(message.topic))
        self.detail.say(read.text)
        size = self.tr("{0} bytes").format(whole(len(message.payload)))
        self.what.say(" · ".join(filter(None, (size, plain(message.topic, 90), plain(read.note)))))

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(f"{self._shown.topic}\n{to_copy(self._shown.payload)}")
