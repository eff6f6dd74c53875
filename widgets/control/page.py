"""Control charts: whether a process is in control, and since when it is not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMessageBox, QStackedWidget, QVBoxLayout, QWidget

from console.app.control import Stands
from console.app.trends import Past
from console.domain.commands import Command
from console.domain.commands.control import AddControlChart, BeginPhase, ChangeControlChart, RemoveControlChart
from console.domain.control_charts import ControlChart
from console.domain.control_events import ControlChanged
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.events import RecordsReady, SessionChanged
from console.history.control_drawn import Drawn, draw
from widgets.attachments.later import while_there
from widgets.cards import Button, Card, Choice, Text
from widgets.closed import Closed
from widgets.control.capable import CapabilityCard
from widgets.control.chartview import MOST, ChartView
from widgets.control.editor import ChartEditor
from widgets.control.exporting import PointsTable
from widgets.control.figures import limits_words, phases_words
from widgets.control.phaseform import PhaseForm
from widgets.control.rows import ChartGrid, ChartTable
from widgets.control.signals import signal_of
from widgets.control.words import HINTS, KINDS, SHORT, Words, said
from widgets.flow import Flow
from widgets.numbers import whole
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain, tip
from widgets.refusals import words_of
from widgets.times import zone_named
from widgets.trends.naming import place_word

if TYPE_CHECKING:
    from console.app.console import Console

SPANS = (8 * 3600.0, 24 * 3600.0, 7 * 86400.0, 30 * 86400.0, 3600.0, 0.0)  # seconds; 0 = the newest phase
AGAIN = 2.0  # seconds until a chart that is seen is read again
SLOW = 10.0  # times as long as the reading took


class ControlPage(QWidget):
    """The charts at the left; the chosen one with its limits, its points in words, and its capability."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self._area: str | None = None
        self._wanted = ""
        self._due = 0.0
        self._asked = False
        self.drawn: Drawn | None = None
        self.words = Words()
        self.ask_path: Callable[[str], str] = self._ask_path
        self.sure: Callable[[str], bool] = self._sure
        self._one = OneByOne(self, console)
        control = console.control
        assert control is not None
        self._control = control
        self.model = ChartTable(control.stands, self._say_short, lambda place: place_word(console, place))
        self.grid, self.left, self.right = ChartGrid(self.model), Card(), Card()
        self.view, self.capable = ChartView(), CapabilityCard()
        self.span = Choice()
        self.stands, self.figures, self.point, self.phases = (Text("text_muted", 13, wrap=True) for _ in range(4))
        self.said, self.empty = Said(), Text("text_muted", 14, wrap=True)
        self.add, self.change = Button("plus", self.make, primary=True), Button("pencil", self.edit)
        self.phase, self.switch = Button("flag", self.begin_phase), Button("power-off", self.turn)
        self.remove, self.export = Button("delete", self.take_away), Button("download", self.write)
        self.trend = Button("activity", self._open_trend)
        self.closed = Closed(console, self.read, lambda: self.open_requested.emit("status", ""))
        self._stack, self._none = QStackedWidget(), QWidget()
        for seconds in SPANS:
            self.span.addItem("", seconds)
        self._lay_out()
        self._connect()
        self.retranslate()

    # What the shell calls

    def beat(self, now: float) -> None:
        """About four times a second while the page is seen."""
        if now >= self._due and not self._asked and self.kept is not None:
            self._look()

    def set_scope(self, area: str | None) -> None:
        """Show only the charts of an area; None: all."""
        self._area = area
        self.read()

    def kept_choices(self) -> dict[str, Choice]:
        """What stays chosen until the next start."""
        return {"span": self.span}

    def show_subject(self, subject: str) -> None:
        """Choose a chart by its id; "signal:" and a signal: its chart, or a new one of it."""
        signal = subject.removeprefix("signal:")
        if signal == subject:
            self._wanted = subject
            self.read()
            return
        charts = self._control.charts_of(signal)
        if charts:
            self.show_subject(charts[0].id)
        else:
            self.make(signal)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.read()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    # What is shown

    @property
    def kept(self) -> Kept[ControlChart] | None:
        """The chosen chart."""
        row = self.grid.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def read(self) -> None:
        """Take the charts anew."""
        chosen = self._wanted or (self.kept.value.id if self.kept is not None else "")
        self.model.show_rows([kept for kept in self._control.charts if self._belongs(kept.value)])
        row = self.model.row_of(chosen)
        if row >= 0:
            self._wanted = ""
        if self.model.rows:
            self.grid.setCurrentIndex(self.model.index(max(row, 0), 0))
        self._due = 0.0
        self._settle()

    def _belongs(self, chart: ControlChart) -> bool:
        if self._area is None:
            return True
        floor = self._console.floor
        live = floor.stations.get(chart.place)
        line = live.station.line if live is not None else chart.place
        return any(one.line.id == line and one.line.area == self._area for one in floor.lines)

    def _chosen(self) -> None:
        self.drawn = None
        self.view.choose(-1)
        self.view.show_chart(None, None, "", self.tr("Reading…"))
        self.capable.show_chart(None)
        self.phases.setVisible(False)
        self.said.say("")
        self._due = 0.0
        self._settle()
        self.beat(self._console.now())

    def _look(self) -> None:
        kept, trends = self.kept, self._console.trends
        if kept is None or trends is None:
            return
        self._asked = True
        chart, now = kept.value, self._console.now()
        plan = self._control.plan(chart)
        seconds = float(self.span.currentData())
        start = now - seconds
        if not seconds and chart.phase is not None:
            start = chart.phase.learns_from.timestamp()

        def job(past: Past) -> Drawn:
            return draw(past, plan, start, now + 1e-6)

        def seen(drawn: Drawn) -> None:
            took = max(0.0, self._console.now() - now)
            self._asked = False
            if self.kept is None or (self.kept.value.id, self.span.currentData()) != (chart.id, seconds):
                self._due = 0.0  # something else was chosen meanwhile
                return
            self._due = self._console.now() + max(AGAIN, SLOW * took)
            self._show(drawn)

        def failed(error: Exception) -> None:
            self._asked, self._due = False, self._console.now() + 5 * AGAIN
            self.said.say(self.tr("The readings cannot be read: {0}").format(plain(error, 160)))

        trends.ask(job, while_there(self, seen), while_there(self, failed), f"control page {id(self)}")

    def _show(self, drawn: Drawn) -> None:
        self.drawn = drawn
        chart, zone = drawn.chart, zone_named(self._console.floor.plant.timezone)
        signal = signal_of(self._console, chart.signal)
        unit = plain(signal.unit, 20) if signal is not None and chart.measured else ""
        note = self.tr("No points in this time. Choose a longer one, or wait until the station runs.")
        self.view.show_chart(drawn, zone, unit, note)
        self.view.setAccessibleName(f"{plain(chart.name, 80)}: {self._say_stands(self._control.stands(chart.id))}")
        words = limits_words(drawn) if len(drawn.points) else ""
        if len(drawn.points) > MOST:
            words += " · " + self.tr("drawn: the newest {0}").format(whole(MOST))
        self.figures.say(words)
        told = phases_words(drawn, self._console.now(), zone)
        self.phases.say(told)
        self.phases.setVisible(bool(told))
        self.capable.show_chart(drawn)
        self._say_point()
        self._settle()

    def _say_point(self) -> None:
        drawn, point = self.drawn, self.view.point
        if drawn is None or not len(drawn.points):
            self.point.say("")
        elif point < 0:
            self.point.say(
                self.tr(
                    "Choose a point to read what it says: click it, or use the arrow keys on the chart."
                    " Ctrl with an arrow goes to the next one that breaks a rule."
                )
            )
        else:
            hints = [said(HINTS[rule]) for rule in drawn.broken_at(point)]
            may = self.tr("It may mean: {0}.").format("; ".join(hints)) if hints else ""
            self.point.say("\n".join(part for part in (self.view.words_of(point), may) if part))

    def _say_stands(self, stands: Stands) -> str:
        zone = zone_named(self._console.floor.plant.timezone)
        return self.words.stands(stands, self._console.now(), zone)

    def _say_short(self, stands: Stands) -> str:
        zone = zone_named(self._console.floor.plant.timezone)
        return self.words.short(stands, self._console.now(), zone)

    def _settle(self) -> None:
        kept = self.kept
        page = self.right if kept is not None else self._none
        self._stack.setCurrentWidget(self.closed if self.closed.refresh() else page)
        known = self._control.known
        self.empty.say(self._why_empty() if known else self.tr("Reading the charts…"))
        place = kept.value.place if kept is not None else ""
        for button, command in (
            (self.change, ChangeControlChart),
            (self.phase, BeginPhase),
            (self.switch, ChangeControlChart),
            (self.remove, RemoveControlChart),
        ):
            why = why_not(self._console, command, place=place)
            button.setEnabled(kept is not None and not why)
            button.setToolTip(tip(why or (self._about_phase() if button is self.phase else "")))
        why = why_not(self._console, AddControlChart)
        self.add.setEnabled(not why)
        self.add.setToolTip(tip(why))
        self.export.setEnabled(self.drawn is not None and len(self.drawn.points) > 0)
        if kept is not None:
            self._name_chart(kept.value)

    def _name_chart(self, chart: ControlChart) -> None:
        self.right.title.say(plain(chart.name, 80))
        place = place_word(self._console, chart.place)
        self.right.note.say(f"{SHORT[chart.kind]} · {place} · {self.words.grouping(chart)}")
        stands = self._control.stands(chart.id)
        self.stands.say(self._say_stands(stands))
        self.stands.paint_as("warning" if stands.word == "broken" else "text_muted")
        self.switch.name(self.tr("Switch off") if chart.active else self.tr("Switch on"))
        self.phase.setEnabled(self.phase.isEnabled() and chart.active)
        self.right.title.setToolTip(said(KINDS[chart.kind]))

    def _about_phase(self) -> str:
        return self.tr("Reckon other limits from now, or from the chosen point on")

    def _why_empty(self) -> str:
        return self.tr(
            "A control chart tells when a process has changed, before its pieces are out of specification. Press New"
            " chart: choose a signal, look at the preview, keep it. From then on every new point is looked at, and what"
            " breaks a rule can become a warning or a call."
        )

    # Doing

    def make(self, signal: str = "") -> None:
        """Make a chart, after a sign-in where nobody is signed in."""
        ask_for(self, AddControlChart, lambda: self._edit(None, signal))

    def edit(self) -> None:
        """Change the chosen chart."""
        kept = self.kept
        if kept is not None:
            ask_for(self, ChangeControlChart, lambda: self._edit(kept))

    def begin_phase(self) -> None:
        """Begin a phase of the chosen chart."""
        kept = self.kept
        if kept is None:
            return

        def open_form() -> None:
            form = PhaseForm(self._console, kept, self.view.time_of(self.view.point), self.window())
            form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            form.open()

        ask_for(self, BeginPhase, open_form)

    def turn(self) -> None:
        """Switch the chosen chart off, or on again."""
        kept = self.kept
        if kept is not None:
            self._give(ChangeControlChart(replace(kept.value, active=not kept.value.active), kept.version))

    def take_away(self) -> None:
        """Remove the chosen chart, after a question."""
        kept = self.kept
        if kept is not None and self.sure(plain(kept.value.name, 80)):
            self._give(RemoveControlChart(kept.value.id, kept.value.place, kept.version))

    def write(self) -> None:
        """Write the points into a file for a spreadsheet."""
        drawn = self.drawn
        path = self.ask_path("control-chart.csv") if drawn is not None else ""
        trends = self._console.trends
        if not path or drawn is None or trends is None:
            return
        rows = PointsTable().rows(drawn)

        def job(past: Past) -> Refusal | None:
            from console.app.tablefile import write_table

            return write_table(Path(path), rows)

        def done(refusal: Refusal | None) -> None:
            if refusal is None:
                self.said.good(self.tr("The points are in {0}").format(plain(path, 160)))
            else:
                self.said.say(words_of(refusal))

        trends.ask(job, while_there(self, done))

    def _edit(self, kept: Kept[ControlChart] | None, signal: str = "") -> None:
        form = ChartEditor(self._console, kept, signal, self.window())
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(lambda: self._keep_choice(form.saved))
        form.open()

    def _keep_choice(self, id: str) -> None:
        self._wanted = id

    def _give(self, command: Command) -> None:
        self.said.say("")
        refused = while_there(self, lambda refusal: self.said.say(words_of(refusal)))
        self._one.give(command, lambda _: None, refused)

    def _sure(self, name: str) -> bool:
        words = self.tr("Remove the chart “{0}”? Its readings stay; its limits and phases are gone.").format(name)
        buttons = QMessageBox.StandardButton
        found = QMessageBox.question(self, self.tr("Remove a chart"), words, buttons.Yes | buttons.Cancel)
        return bool(found == buttons.Yes)

    def _ask_path(self, name: str) -> str:
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Export the points"), name, self.tr("Table (*.csv)"))
        return path if not path or path.lower().endswith(".csv") else path + ".csv"

    def _open_trend(self) -> None:
        kept = self.kept
        if kept is not None:
            self.open_requested.emit("trends", kept.value.signal)

    # Building

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.left.title.say(self.tr("Control charts"))
        self.grid.setAccessibleName(self.tr("Control charts"))
        self.view.setAccessibleName(self.tr("Control chart"))
        self.add.name(self.tr("New chart…"))
        self.change.name(self.tr("Change…"))
        self.phase.name(self.tr("Begin a phase…"), self._about_phase())
        self.remove.name(self.tr("Remove…"))
        self.export.name(self.tr("Export…"), self.tr("Write the points into a file for a spreadsheet"))
        self.trend.name(self.tr("Trend"), self.tr("Show the signal on the Trends screen"))
        self.span.setAccessibleName(self.tr("Time that is shown"))
        words = (self.tr("8 hours"), self.tr("24 hours"), self.tr("7 days"), self.tr("30 days"), self.tr("1 hour"))
        for row, word in enumerate((*words, self.tr("The newest phase"))):
            self.span.setItemText(row, word)
        self.model.retranslate()
        self.capable.retranslate()
        self._say_point()
        self._settle()

    def _connect(self) -> None:
        self.grid.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        self.view.chosen.connect(lambda _: self._say_point())
        self.span.currentIndexChanged.connect(lambda _: self._chosen())
        soon = QTimer(self, singleShot=True, interval=100)
        soon.timeout.connect(self._changed_soon)
        ends = [
            self._console.on(ControlChanged, while_there(self, lambda _: soon.start())),
            self._console.on(SessionChanged, while_there(self, lambda _: self._settle())),
            self._console.on(RecordsReady, while_there(self, lambda _: self.read())),
        ]
        self.destroyed.connect(lambda: [end() for end in ends])

    def _changed_soon(self) -> None:
        if self.isVisible():
            kept = self.kept
            before = kept.value if kept is not None else None
            self.read()
            after = self.kept.value if self.kept is not None else None
            if before != after and after is not None:
                self._due = 0.0

    def _lay_out(self) -> None:
        self.left.tools.addWidget(self.add)
        self.left.body.addWidget(self.grid, 1)
        self.left.setMinimumWidth(282)
        self.left.setMaximumWidth(460)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.view.setMinimumHeight(300)
        for part in (self.stands, self.view, self.figures, self.point, self.phases, self.capable):
            column.addWidget(part, 1 if part is self.view else 0)
        tools = Flow()
        for part in (self.span, self.change, self.phase, self.switch, self.remove, self.export, self.trend):
            tools.addWidget(part)
        self.right.body.addLayout(tools)
        self.right.body.addWidget(self.said)
        self.right.body.addWidget(scrolled(inside), 1)
        empty = QVBoxLayout(self._none)
        empty.addStretch(1)
        self.empty.setMaximumWidth(620)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.empty, 100)
        middle.addStretch(1)
        empty.addLayout(middle)
        empty.addStretch(2)
        for page in (self.right, self._none, self.closed):
            self._stack.addWidget(page)
        whole_row = QHBoxLayout(self)
        whole_row.setContentsMargins(18, 12, 18, 12)
        whole_row.setSpacing(12)
        whole_row.addWidget(self.left, 2)
        whole_row.addWidget(self._stack, 5)
