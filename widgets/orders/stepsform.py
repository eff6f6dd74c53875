"""The steps of an order in its form: a row each with name, station, standard time, and when it is due there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from console.domain.orders import STEPS_MOST, OrderStep
from widgets.cards import Button, Choice, Entry, Text
from widgets.orders.typed import seconds_typed, when_again, when_written

HEADS = 5
Places = Sequence[tuple[str, str]]  # id and name of the stations of the line


class _Row:
    """The controls of one step."""

    def __init__(self) -> None:
        self.was: datetime | None = None  # due, as it was shown
        self.name, self.station, self.seconds, self.due = Entry(), Choice(), Entry(), Entry()
        self.away = Button("x")
        self.seconds.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.seconds.setMaximumWidth(76)
        self.due.setMinimumWidth(132)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """From left to right."""
        return self.name, self.station, self.seconds, self.due, self.away


class StepsForm(QWidget):
    """Rows that can be filled in, left out and added; `changed` comes with every letter."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []
        self._places: Places = ()
        self.heads = [Text("text_faint", 12) for _ in range(HEADS)]
        self.none, self.more = Text("text_faint", 12, wrap=True), Button("plus", self.add)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(6)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._grid)
        column.addWidget(self.none)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        for at, head in enumerate(self.heads):
            self._grid.addWidget(head, 0, at)
        self.retranslate()

    def offer(self, places: Places) -> None:
        """The stations that the line has; what was chosen stays."""
        self._places = places
        for row in self.rows:
            self._offer(row, str(row.station.currentData() or ""))

    def show_steps(self, steps: Sequence[OrderStep], zone: tzinfo | None) -> None:
        """Show other steps."""
        for row in list(self.rows):
            self._take(row)
        for step in steps:
            row = self._made()
            row.name.setText(step.name)
            self._offer(row, step.station)
            row.seconds.setText(f"{step.seconds:.10g}")  # as it can be typed: nothing of it is rounded away
            row.was = step.due
            row.due.setText(when_written(step.due, zone))
        self._settle()

    def told(self, now: float, zone: tzinfo | None) -> tuple[OrderStep, ...] | QWidget:
        """The steps as they are filled in, or the control that cannot be read; rows without a name are nothing."""
        found = []
        for row in self.rows:
            name, due = row.name.text().strip(), row.due.text().strip()
            seconds = seconds_typed(row.seconds.text())
            at: datetime | None = when_again(due, row.was, now, zone) if due else None
            if name and seconds is None:
                return row.seconds
            if name and due and at is None:
                return row.due
            if name:
                found.append(OrderStep(name, str(row.station.currentData() or ""), seconds or 0.0, at))
        return tuple(found)

    def add(self) -> None:
        """One row more."""
        if len(self.rows) < STEPS_MOST:
            row = self._made()
            self._offer(row, "")
            self._settle()
            row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made(self) -> _Row:
        row = _Row()
        self.rows.append(row)
        for at, part in enumerate(row.parts):
            self._grid.addWidget(part, len(self.rows), at)
        for entry in (row.name, row.seconds, row.due):
            entry.textChanged.connect(lambda _: self.changed.emit())
        row.station.currentIndexChanged.connect(lambda _: self.changed.emit())
        row.away.clicked.connect(lambda: self._left_out(row))
        self._name(row)
        return row

    def _left_out(self, row: _Row) -> None:
        self._take(row)
        self._settle()
        self.changed.emit()

    def _take(self, row: _Row) -> None:
        self.rows.remove(row)
        for part in row.parts:
            self._grid.removeWidget(part)
            part.hide()
            part.deleteLater()
        for at, other in enumerate(self.rows):
            for place, part in enumerate(other.parts):
                self._grid.addWidget(part, at + 1, place)

    def _offer(self, row: _Row, chosen: str) -> None:
        entries = list(self._places)
        if chosen and chosen not in dict(entries):
            entries.append((chosen, chosen))
        row.station.offer(self.tr("the line"), entries, chosen, most=170)

    def _settle(self) -> None:
        for head in self.heads:
            head.setVisible(bool(self.rows))
        self.none.setVisible(not self.rows)
        self.more.setVisible(len(self.rows) < STEPS_MOST)

    def _name(self, row: _Row) -> None:
        names = (
            self.tr("Step"),
            self.tr("Station of the step"),
            self.tr("Seconds a piece"),
            self.tr("Due at the step"),
        )
        for part, words in zip(row.parts, names, strict=False):
            part.setAccessibleName(words)
        row.due.setPlaceholderText(self.tr("no time"))
        row.away.name_silently(self.tr("Leave this step out"))

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        words = (self.tr("Step"), self.tr("Station"), self.tr("s a piece"), self.tr("Due there"), "")
        for head, said in zip(self.heads, words, strict=True):
            head.say(said)
        self.none.say(self.tr("No steps. They come from the product, or add one."))
        self.more.name(self.tr("Another step"))
        for row in self.rows:
            self._name(row)
            self._offer(row, str(row.station.currentData() or ""))
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
