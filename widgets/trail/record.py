"""One record: its whole history, and what it was at a time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.trail import ChangeShown, Found, LineShown, StateShown
from widgets.cards import Button, Entry, OneLine, Text
from widgets.plain import plain
from widgets.tables import ROW, Grid
from widgets.times import moment
from widgets.trail.filters import time_of
from widgets.trail.rows import Rows
from widgets.trail.words import clock_of, field_word, kind_word, value_words, what_words, who_words

WHEN = 172  # pixels of a date with its time


class RecordPanel(QWidget):
    """`state_asked` carries a datetime, `line_asked` the number of a line that was chosen in the history."""

    state_asked = Signal(object)
    line_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.record: Found | None = None
        self.title, self.hint = OneLine("text", 17, 600), Text("text_muted", wrap=True)
        self.history_title, self.state_title = Text("text", 13, 600), Text("text", 13, 600)
        self.told = Text("text_muted", wrap=True)
        self.history, self.state = Rows(6, loud=(2, 5)), Rows(2, loud=(1,))
        self.history_grid = Grid(self.history, (WHEN, 96, 140, 84, 134, 134), stretch=5)
        self.history_grid.setSelectionMode(Grid.SelectionMode.SingleSelection)
        self.state_grid = Grid(self.state, (150, 240), stretch=1)
        self.at, self.show_then = Entry(), Button("history", self._ask)
        self._lines: list[LineShown] = []
        self._seqs: list[int] = []  # the line of each row of the history
        self._now = 0.0
        self._state: StateShown | None = None
        self._zone: tzinfo | None = None
        self._people: Mapping[str, str] = {}
        self._lay_out()
        self.at.returnPressed.connect(self._ask)
        self.history_grid.selectionModel().currentRowChanged.connect(lambda now, _: self._chosen(now.row()))
        self.retranslate()

    def show_record(self, record: Found, zone: tzinfo | None, people: Mapping[str, str], now: float) -> None:
        """Turn to another record; what is known of it comes with `show_history` and `show_state`."""
        self.record, self._zone, self._people = record, zone, people
        self._lines, self._state, self._now = [], None, now
        self.at.setText(datetime.fromtimestamp(now, UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M:%S"))
        self._refresh()

    def show_history(self, lines: list[LineShown]) -> None:
        """What happened to it, the last first."""
        self._lines = lines
        self._refresh()

    def show_state(self, state: StateShown) -> None:
        """What it was."""
        self._state = state
        self._refresh()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.history_title.say(self.tr("Its history"))
        self.state_title.say(self.tr("As it was at"))
        fields = (self.tr("Field"), self.tr("Before"), self.tr("After"))
        self.history.name(self.tr("When"), self.tr("Who"), self.tr("What"), *fields)
        self.state.name(self.tr("Field"), self.tr("Value"))
        self.history_grid.setAccessibleName(self.tr("Everything that happened to this record, the last first"))
        self.state_grid.setAccessibleName(self.tr("The record as it was"))
        self.at.setAccessibleName(self.tr("Day and time"))
        self.at.setPlaceholderText(self.tr("YYYY-MM-DD HH:MM"))
        self.show_then.name(self.tr("Show"), self.tr("Show the record as it was at this time"))
        self.hint.say(
            self.tr(
                "The history of one record appears here, and what it was at any time."
                " Find a record above, or open it from a line."
            )
        )
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # Showing

    def _refresh(self) -> None:
        record = self.record
        for part in (self.history_title, self.history_grid, self.state_title, self.at, self.show_then, self.told):
            part.setVisible(record is not None)
        self.hint.setVisible(record is None)
        self.title.setVisible(record is not None)
        self.state_grid.setVisible(record is not None and self._state is not None and bool(self._state.values))
        if record is None:
            return
        self.title.say(f"{kind_word(record.kind)} {plain(record.label or record.id, 80)}")
        rows = [(line.seq, row) for line in self._lines for row in self._rows(line)]
        self._seqs = [seq for seq, _ in rows]
        self.history.show_rows([row for _, row in rows])
        self.history_grid.setMaximumHeight(32 + ROW * max(1, len(rows)))
        self._say_state()

    def _rows(self, shown: LineShown) -> list[tuple[str, ...]]:
        """One row for each field; when, who and what stand on the first."""
        line = shown.line
        when = moment(line.at.timestamp(), self._now, self._zone) if line is not None else "–"
        told = [row for change in shown.changes for row in self._fields(change)] or [("–", "–", "–")]
        first = (when, who_words(shown), what_words(shown))
        return [(*(first if place == 0 else ("", "", "")), *row) for place, row in enumerate(told)]

    def _fields(self, change: ChangeShown) -> list[tuple[str, str, str]]:
        if change.new or change.gone:
            word = self.tr("new") if change.new else self.tr("removed")
            return [(word, "", plain(change.label, 80))]
        told = [
            (
                field_word(one.name),
                value_words(one.name, one.before, self._zone, self._people),
                value_words(one.name, one.after, self._zone, self._people),
            )
            for one in change.fields
        ]
        return [*told, (self.tr("not taken over here"), "", "")] if change.held else told

    def _say_state(self) -> None:
        state = self._state
        if state is None:
            self.told.say("")
            return
        if state.values is None:
            self.state.show_rows([])
            gone = self.tr("It was not there then.")
            self.told.say(gone)
            return
        rows = [
            (field_word(name), value_words(name, value, self._zone, self._people))
            for name, value in state.values.items()
            if name != "id"
        ]
        self.state.show_rows(rows)
        self.state_grid.setMaximumHeight(32 + ROW * len(rows))
        when = clock_of(state.at, self._zone) if state.at is not None else "–"
        words = self.tr("So since {0}, version {1}, line {2}.")
        self.told.say(words.format(when, state.version, state.seq))

    # Asking

    def _ask(self) -> None:
        at = time_of(self.at.text(), self._zone)
        if at is None:
            self._state = None
            self._refresh()
            self.told.say(self.tr("Type a day and a time like 2026-11-21 14:30."))
        elif self.record is not None:
            self.state_asked.emit(at)

    def _chosen(self, row: int) -> None:
        if 0 <= row < len(self._seqs) and self.history_grid.hasFocus():
            self.line_asked.emit(self._seqs[row])

    def _lay_out(self) -> None:
        then = QHBoxLayout()
        then.setSpacing(8)
        then.addWidget(self.state_title)
        then.addWidget(self.at)
        then.addWidget(self.show_then)
        then.addStretch(1)
        self.at.setFixedWidth(190)
        self.at.setMaxLength(25)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.hint)
        column.addWidget(self.title)
        column.addWidget(self.history_title)
        column.addWidget(self.history_grid, 3)
        column.addLayout(then)
        column.addWidget(self.told)
        column.addWidget(self.state_grid, 2)
        column.addStretch(0)
