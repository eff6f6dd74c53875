"""The control chart of the first pen: its own where there is one, else one reckoned from what is seen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.trends import Past
from console.domain.control_charts import ChartKind, ControlChart, Phase
from console.domain.readings import Role, Signal
from console.history.control_drawn import Drawn, draw, judged
from console.history.control_points import Points, individuals
from widgets.attachments.later import while_there
from widgets.cards import Card, OneLine, Text
from widgets.control.capable import FAIR, GOOD
from widgets.control.chartview import ChartView
from widgets.control.words import SHORT, amount, rule_words
from widgets.numbers import UNKNOWN, decimal
from widgets.plain import tip
from widgets.theme import ring
from widgets.times import clock, zone_named
from widgets.trends.model import TrendModel
from widgets.trends.naming import length_word, pen_word

if TYPE_CHECKING:
    from console.history.control_capability import Index
    from console.history.facts import Window

POINTS = 60  # that are reckoned from what is seen; up to twice as many
LONGEST, SLOW = 86400.0, 10.0  # seconds of a chart's points; times as long as the reading took it rests
EVERY = 2.0  # seconds between two looks while the axis is live
CHARTED = frozenset({Role.TAG, Role.CYCLE})


class ControlCard(Card):
    """A press, or Enter, opens the chart; where there is none it is made there."""

    def __init__(self, model: TrendModel) -> None:
        super().__init__()
        self._model = model
        self._due, self._asked, self._of = 0.0, False, ""
        self.drawn: Drawn | None = None
        self.view = ChartView(small=True)
        self.view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.view.setFixedHeight(130)
        self.names = [Text("text_muted", 13) for _ in range(2)]
        self.values = [OneLine("text", 13, 500, right=True) for _ in range(2)]
        self.empty = Text("text_muted", 13, wrap=True)
        self.body.addWidget(self.view)
        self._rows = QWidget()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        model.pens_changed.connect(self._renew)
        model.span_changed.connect(self._moved)
        self.retranslate()

    # What the page calls

    def beat(self, now: float) -> None:
        """About four times a second while the page is seen."""
        pen = self._pen()
        if (pen.id if pen is not None else "") != self._of:
            self._renew()
        if pen is not None and not self._asked and now >= self._due:
            self._look(pen)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.names[0].say(self.tr("Mean / sigma"))
        self.setToolTip(tip(self.tr("Open the control chart")))
        self._say()

    # Looking

    def _pen(self) -> Signal | None:
        """The first pen that is drawn and measured."""
        for pen in self._model.pens:
            signal = self._model.signal(pen.id)
            if pen.shown and signal is not None and signal.role in CHARTED:
                return signal
        return None

    def _renew(self) -> None:
        pen = self._pen()
        self._of = pen.id if pen is not None else ""
        if self.drawn is not None and self.drawn.chart.signal != self._of:
            self.drawn = None
        self._due = 0.0
        self._say()

    def _moved(self) -> None:
        if not self._model.live:
            self._due = 0.0

    def _look(self, signal: Signal) -> None:
        console, start, end = self._model.console, self._model.start, self._model.end
        if console.trends is None or console.control is None:
            return
        self._asked, asked = True, console.now()
        charts = console.control.charts_of(signal.id)
        plan = console.control.plan(charts[0]) if charts else None

        def job(past: Past) -> Drawn:
            return draw(past, plan, max(start, end - LONGEST), end) if plan else on_the_fly(past, signal, start, end)

        def came(drawn: Drawn) -> None:
            took = max(0.0, self._model.console.now() - asked)
            self._asked, self._due = False, self._model.console.now() + max(EVERY, SLOW * took)
            if drawn.chart.signal == self._of:
                self.drawn = drawn
                self._say()
            else:
                self._due = 0.0  # another pen is the first meanwhile

        def failed(_: Exception) -> None:
            self._asked, self._due = False, self._model.console.now() + 5 * EVERY

        console.trends.ask(job, while_there(self, came), while_there(self, failed), f"control card {id(self)}")

    # Showing

    def _say(self) -> None:
        drawn = self.drawn
        shown = drawn is not None and len(drawn.points) > 1 and bool(np.isfinite(drawn.main.center[-1]))
        name = pen_word(self._model, self._of) if self._of else ""
        self.title.say(self.tr("Control chart · {0}").format(name) if name else self.tr("Control chart"))
        self.note.say(self._noted(drawn) if shown and drawn is not None else "")
        for part in (self.view, self._rows):
            part.setVisible(shown)
        self.empty.setVisible(not shown)
        self.empty.say(self._why_empty())
        self.view.pen = next((pen.color for pen in self._model.pens if pen.id == self._of), 0)
        self.view.show_chart(drawn if shown else None, None)
        if shown and drawn is not None:
            self._say_figures(drawn)
        self.setAccessibleName(f"{self.title.text()}: {self.note.text() or self.empty.text()}")

    def _noted(self, drawn: Drawn) -> str:
        words = SHORT[drawn.chart.kind]
        if not drawn.chart.id and drawn.chart.size:
            words += " · " + self.tr("means of {0}").format(length_word(drawn.chart.size))
        out = [point for point in range(len(drawn.points)) if drawn.fired[point].any()]
        if not out:
            return words
        zone = zone_named(self._model.console.floor.plant.timezone)
        rule, at = drawn.broken_at(out[-1])[0], float(drawn.points.times[out[-1]])
        self.note.setToolTip(tip(rule_words(rule)))
        return self.tr("{0}, rule {1} broken {2}").format(words, rule, clock(at, zone, seconds=False))

    def _say_figures(self, drawn: Drawn) -> None:
        sigma = drawn.phases[-1].sigma or 0.0 if drawn.phases else 0.0
        center = drawn.phases[-1].center if drawn.phases else None
        told = f"{amount(center, sigma)} / {amount(sigma, sigma / 10)}" if center is not None and sigma else UNKNOWN
        self.values[0].say(told)
        found = drawn.capability
        means = found is not None and "averages" in found.warnings
        self.names[1].say(self.tr("Cp / Cpk of the means") if means else "Cp / Cpk")
        cp, cpk = (found.cp, found.cpk) if found is not None else (None, None)
        self.values[1].say(f"{_index(cp)} / {_index(cpk)}")
        value = cpk.value if cpk is not None else None
        self.values[1].paint_as(
            "text_faint" if value is None else "text" if value >= GOOD else "warning" if value >= FAIR else "bad"
        )

    def _why_empty(self) -> str:
        if not self._of:
            return self.tr("The control chart of the first measured pen appears here.")
        return self.tr("Too few readings in this time for a control chart.")

    # Opening

    def open(self) -> None:
        """Open the page on the chart, or on a new one of the signal."""
        drawn, widget = self.drawn, self.parentWidget()
        subject = drawn.chart.id if drawn is not None and drawn.chart.id else f"signal:{self._of}" if self._of else ""
        while widget is not None and not hasattr(widget, "open_requested"):
            widget = widget.parentWidget()
        if widget is not None:
            widget.open_requested.emit("control", subject)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.open()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        super().paintEvent(event)
        if self.hasFocus():
            with QPainter(self) as painter:
                ring(painter, QRectF(self.rect()), 7)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self._rows)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        for name, value in zip(self.names, self.values, strict=True):
            row = QHBoxLayout()
            row.addWidget(name)
            row.addWidget(value, 1)
            lines.addLayout(row)
        self.body.addWidget(self._rows)
        self.body.addWidget(self.empty)


def on_the_fly(past: Past, signal: Signal, start: float, end: float) -> Drawn:
    """An I-MR chart of what is seen, with limits learnt from all of it; of means where there is much."""
    window = past.window(signal.id, start, end, POINTS)
    points = _points(window)
    phase = Phase(datetime.fromtimestamp(start, UTC))
    chart = ControlChart("", "", ChartKind.I_MR, signal.id, signal.place, size=window.step, phases=(phase,))
    chart = replace(chart, lower=signal.low, upper=signal.high, running_only=False)
    drawn = judged(chart, points, provisional=True)
    if window.step and drawn.capability is not None:
        found = drawn.capability
        drawn = replace(drawn, capability=found._replace(warnings=(*found.warnings, "averages")))
    return drawn


def _points(window: Window) -> Points:
    keep = np.isfinite(window.values)
    times, values = window.times[keep], window.values[keep]
    after = np.searchsorted(window.gaps[:, 1], times, "right") if len(window.gaps) else np.zeros(len(times), np.int64)
    breaks = np.append(True, np.diff(after) > 0)[: len(times)]
    return individuals(times, values, breaks)


def _index(index: Index | None) -> str:
    return UNKNOWN if index is None or index.value is None else decimal(index.value, 2)
