"""What a process can do, as a small table: index, value, interval; and what has to be known before it is believed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from console.history.control_capability import Capability, Index
from console.history.control_drawn import Drawn
from widgets.cards import Card, OneLine, Text
from widgets.control.histogram import Histogram
from widgets.control.words import WARNINGS, amount, said
from widgets.numbers import UNKNOWN, decimal, percent, whole

GOOD, FAIR = 1.33, 1.0  # Montgomery: 1.33 for processes that run


class CapabilityCard(Card):
    """Mean, sigma, Cp, Cpk, Pp, Ppk with their intervals, and the histogram."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: Drawn | None = None
        self.names = [Text("text_muted", 13) for _ in range(8)]
        self.values = [OneLine("text", 13, 500, right=True) for _ in range(8)]
        self.ranges = [OneLine("text_faint", 12, right=True) for _ in range(8)]
        self.histogram = Histogram()
        self.warning, self.empty = Text("text_muted", 12, wrap=True), Text("text_muted", 13, wrap=True)
        self._table = QWidget()
        grid = QGridLayout(self._table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for row in range(8):
            grid.addWidget(self.names[row], row, 0)
            grid.addWidget(self.values[row], row, 1)
            grid.addWidget(self.ranges[row], row, 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self._table, 2)
        row.addWidget(self.histogram, 3)
        self.body.addLayout(row)
        for part in (self.warning, self.empty):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Capability"))
        words = (self.tr("Mean"), self.tr("Sigma within"), self.tr("Sigma of all"), "Cp", "Cpk", "Pp", "Ppk")
        for label, word in zip(self.names, (*words, self.tr("Outside")), strict=True):
            label.say(word)
        self.show_chart(self._drawn)

    def show_chart(self, drawn: Drawn | None) -> None:
        """Show what the newest phase of a chart can do."""
        self._drawn = drawn
        found = drawn.capability if drawn is not None else None
        self._table.setVisible(found is not None)
        self.empty.say(self._why_empty(drawn))
        self.empty.setVisible(found is None)
        self.warning.setVisible(found is not None and bool(found.warnings))
        self.note.say(self.tr("95 % intervals, %n value(s)", "", found.n) if found is not None else "")
        if found is not None:
            self._show(found)
        self._show_histogram(drawn)

    def _show(self, found: Capability) -> None:
        self.values[0].say(amount(found.mean, found.within))
        self.values[1].say(amount(found.within, found.within / 10))
        self.values[2].say(amount(found.overall, found.overall / 10))
        for row, index in enumerate((found.cp, found.cpk, found.pp, found.ppk), start=3):
            self._show_index(row, index)
        self.values[7].say(whole(found.outside))
        self.ranges[7].say(percent(found.outside / found.n, 2))
        self.warning.say("\n".join(said(WARNINGS[word]) for word in found.warnings))

    def _show_index(self, row: int, index: Index) -> None:
        value = index.value
        self.values[row].say(UNKNOWN if value is None else decimal(value, 2))
        self.values[row].paint_as("text" if value is None or value >= GOOD else "warning" if value >= FAIR else "bad")
        known = index.low is not None and index.high is not None
        self.ranges[row].say(f"{decimal(index.low, 2)} – {decimal(index.high, 2)}" if known else "")

    def _show_histogram(self, drawn: Drawn | None) -> None:
        shown = drawn is not None and drawn.chart.measured and bool(drawn.phases) and len(drawn.points) > 1
        self.histogram.setVisible(shown)
        if shown and drawn is not None:
            last, chart = drawn.phases[-1], drawn.chart
            part = drawn.points.part(last.begin, last.end)
            self.histogram.show_values(part.singles, chart.lower, chart.target, chart.upper, last.sigma or 0.0)

    def _why_empty(self, drawn: Drawn | None) -> str:
        if drawn is None:
            return self.tr("Cp, Cpk, Pp and Ppk appear here with their intervals.")
        if not drawn.chart.measured:
            return self.tr("Counts have no specification limits, so there is no capability to be told.")
        if drawn.chart.lower is None and drawn.chart.upper is None:
            return self.tr("Give the chart specification limits, and its capability is told here.")
        return self.tr("Too few points to tell the capability.")
