"""Making a control chart, or changing one: what is measured, how it is grouped, and at once what it looks like."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.trends import Past
from console.domain.commands.control import AddControlChart, ChangeControlChart
from console.domain.control_charts import (
    COUNTED_RULES,
    EVERY_RULE,
    MEASURED,
    ChartKind,
    ControlChart,
    Grouping,
    Phase,
    learn_points,
)
from console.domain.control_moves import checked_chart
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.readings import Signal
from console.history.control_drawn import Drawn, UnequalSizes, judged
from console.history.control_reading import gather
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, Entry, Text, Tick
from widgets.control.chartview import ChartView
from widgets.control.figures import limits_words, number_in, typed
from widgets.control.signals import COUNTED, chartable, counters, full_word
from widgets.control.words import GROUPINGS, KINDS, RULES, WHEN, rule_words, said
from widgets.numbers import measured as plain_number
from widgets.people.fields import Field, Said, scrolled
from widgets.people.signing import OneByOne
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import zone_named
from widgets.trends.naming import place_word, signal_word

if TYPE_CHECKING:
    from console.app.console import Console

SOON_MS = 250
SPANS = (8 * 3600.0, 24 * 3600.0, 7 * 86400.0, 30 * 86400.0, 3600.0)  # seconds that the preview looks back
SIZES = {Grouping.COUNT: 5.0, Grouping.TIME: 60.0}
COUNTED_SIZES = {Grouping.COUNT: 50.0, Grouping.TIME: 3600.0, Grouping.EACH: 50.0}
LEARN, SHOWN = "learn", "shown"


class ChartEditor(QDialog):
    """A form at the left, its chart of the last hours at the right. Closes when it is kept; says why where not."""

    def __init__(
        self, console: Console, kept: Kept[ControlChart] | None = None, signal: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._kept = console, kept
        self._one, self._drawn = OneByOne(self, console), None
        self._filling = True
        self.saved = ""
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self.place, self.signal, self.kind = Field(Choice()), Field(Choice()), Field(Choice())
        self.grouping, self.size, self.of = Field(Choice()), Field(Entry()), Field(Choice())
        self.name = Field(Entry())
        self.lower, self.target, self.upper = (Field(Entry()) for _ in range(3))
        self.running, self.rules = Tick(), {rule: Tick() for rule in EVERY_RULE}
        self.limits, self.span = Field(Choice()), Field(Choice())
        self.rules_title, self.preview_title = Text("text_muted", 12, 500), Text("text", 14, 600)
        self.preview, self.told, self.said = ChartView(), Text("text_muted", 13, wrap=True), Said()
        self.save, self.leave = Button("check", self.give, primary=True), Button("", self.reject)
        self._lay_out()
        self._fill(signal)
        self.retranslate()
        self._connect()
        self._filling = False
        self._changed()

    # What it says

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        new = self._kept is None
        self.setWindowTitle(self.tr("New control chart") if new else self.tr("Change the control chart"))
        self.place.name(self.tr("&Station"))
        self.signal.name(self.tr("Si&gnal"))
        self.kind.name(self.tr("&Kind"))
        self.grouping.name(self.tr("G&rouping"))
        self.of.name(self.tr("Pieces counted &by"))
        self.name.name(self.tr("&Name"))
        self.lower.name(self.tr("&Lower spec"))
        self.target.name(self.tr("&Target"))
        self.upper.name(self.tr("&Upper spec"))
        self.running.setText(self.tr("Only &while the station runs"))
        self.limits.name(self.tr("Control l&imits"))
        self.span.name(self.tr("Preview &of"))
        self.rules_title.say(self.tr("Nelson's rules that are looked at"))
        for rule, tick in self.rules.items():
            tick.setText(f"{rule}  {said(RULES[rule])}")
            tick.setAccessibleName(rule_words(rule))
        self.preview_title.say(self.tr("Preview"))
        self.preview.setAccessibleName(self.tr("Preview"))
        self.save.name(self.tr("Keep"))
        self.leave.name(self.tr("Cancel"))
        self._offer_words()

    def _offer_words(self) -> None:
        for field, words in ((self.kind, KINDS), (self.grouping, GROUPINGS)):
            for row in range(field.control.count()):
                field.control.setItemText(row, said(words[field.control.itemData(row)]))
        self.span.control.setItemText(0, self.tr("the last 8 hours"))
        for row, words in enumerate((self.tr("24 hours"), self.tr("7 days"), self.tr("30 days"), self.tr("1 hour")), 1):
            self.span.control.setItemText(row, words)
        self.limits.control.setItemText(0, self.tr("From what the preview shows"))
        points = learn_points(self._kind())
        self.limits.control.setItemText(1, self.tr("From the next %n point(s)", "", points))

    # Filling

    def _fill(self, signal: str) -> None:
        chart = self._kept.value if self._kept is not None else None
        wanted = chart.signal if chart is not None else signal
        for found in dict.fromkeys(one.place for one in chartable(self._console)):
            self.place.control.addItem(place_word(self._console, found), found)
        for seconds in SPANS:
            self.span.control.addItem("", seconds)
        for key in (SHOWN, LEARN):
            self.limits.control.addItem("", key)
        at = self.place.control.findData(wanted.rpartition("/")[0])
        self.place.control.setCurrentIndex(max(at, 0))
        self._fill_signals()
        self.signal.control.setCurrentIndex(max(self.signal.control.findData(wanted), 0))
        self._fill_kinds()
        self.running.setChecked(chart.running_only if chart is not None else True)
        if chart is not None:
            self._fill_from(chart)
        else:
            self._suggest()

    def _fill_from(self, chart: ControlChart) -> None:
        for field, value in ((self.kind, chart.kind), (self.grouping, chart.grouping), (self.of, chart.of)):
            field.control.setCurrentIndex(max(field.control.findData(value), 0))
            if field is self.kind:
                self._fill_groupings()
        self.size.control.setText(plain_number(chart.size))
        self.name.control.setText(chart.name)
        for field, limit in ((self.lower, chart.lower), (self.target, chart.target), (self.upper, chart.upper)):
            field.control.setText(typed(limit))
        for rule, tick in self.rules.items():
            tick.setChecked(rule in chart.rules)
        for field in (self.place, self.signal):
            field.control.setEnabled(False)
        self.limits.hide()

    def _fill_signals(self) -> None:
        place = self.place.control.currentData()
        self.signal.control.clear()
        for signal in chartable(self._console):
            if signal.place == place:
                self.signal.control.addItem(signal_word(signal), signal.id)
        self.of.control.clear()
        for signal in counters(self._console, str(place)):
            self.of.control.addItem(signal_word(signal), signal.id)

    def _fill_kinds(self) -> None:
        counted = self._counted()
        kinds = [kind for kind in ChartKind if (kind not in MEASURED) is counted]
        self.kind.control.clear()
        for kind in kinds:
            self.kind.control.addItem(said(KINDS[kind]), kind)
        self._fill_groupings()

    def _fill_groupings(self) -> None:
        before, kind = self.grouping.control.currentData(), self._kind()
        self.grouping.control.clear()
        for grouping in groupings_of(kind):
            self.grouping.control.addItem(said(GROUPINGS[grouping]), grouping)
        self.grouping.control.setCurrentIndex(max(self.grouping.control.findData(before), 0))
        known = EVERY_RULE if kind in MEASURED else COUNTED_RULES
        for rule, tick in self.rules.items():
            tick.setEnabled(rule in known)
            if rule not in known:
                tick.setChecked(False)

    def _suggest(self) -> None:
        """What fits a signal that was chosen just now."""
        signal = self._signal()
        if signal is None:
            return
        self._fill_groupings()
        self._suggest_size()
        self.name.control.setText(full_word(self._console, signal))
        for field, limit in ((self.lower, signal.low), (self.upper, signal.high)):
            field.control.setText(typed(limit) if signal.role not in COUNTED else "")
        self.target.control.setText("")
        for rule, tick in self.rules.items():
            tick.setChecked(rule in (1, 2, 3, 4) and tick.isEnabled())

    def _suggest_size(self) -> None:
        sizes = COUNTED_SIZES if self._counted() else SIZES
        size = sizes.get(self._grouping())
        self.size.control.setText(plain_number(size) if size else "")

    # What is chosen

    def _kind(self) -> ChartKind:
        return ChartKind(self.kind.control.currentData() or ChartKind.I_MR)

    def _grouping(self) -> Grouping:
        return Grouping(self.grouping.control.currentData() or Grouping.EACH)

    def _signal(self) -> Signal | None:
        wanted = self.signal.control.currentData()
        return next((one for one in chartable(self._console) if one.id == wanted), None)

    def _counted(self) -> bool:
        signal = self._signal()
        return signal is not None and signal.role in COUNTED

    def chart(self) -> ControlChart:
        """The chart as it is typed; ValueError with the words of what is no number."""
        kind, grouping = self._kind(), self._grouping()
        of = str(self.of.control.currentData() or "") if kind not in (*MEASURED, ChartKind.C) else ""
        if kind is ChartKind.C and grouping is Grouping.COUNT:
            of = str(self.of.control.currentData() or "")
        limits = [number_in(field) if kind in MEASURED else None for field in (self.lower, self.target, self.upper)]
        size = number_in(self.size) if self.size.isEnabled() else None
        made = ControlChart(
            self._kept.value.id if self._kept is not None else new_id(),
            self.name.control.text(),
            kind,
            self._kept.value.signal if self._kept is not None else str(self.signal.control.currentData() or ""),
            self._kept.value.place if self._kept is not None else str(self.place.control.currentData() or ""),
            grouping,
            size or 0.0,
            tuple(rule for rule, tick in self.rules.items() if tick.isChecked()),
            lower=limits[0],
            target=limits[1],
            upper=limits[2],
            of=of,
            running_only=self.running.isChecked(),
        )
        if self._kept is not None:
            before = self._kept.value
            made = replace(made, phases=before.phases, active=before.active, order=before.order)
        return made

    # Preview

    def _changed(self) -> None:
        if self._filling:
            return
        kind, grouping = self._kind(), self._grouping()
        self.kind.name(self.tr("&Kind"), said(WHEN[kind]))
        asks = grouping in (Grouping.TIME, Grouping.COUNT)
        self.size.setEnabled(asks)
        self.size.setVisible(asks)
        self.size.name(
            self.tr("Se&conds")
            if grouping is Grouping.TIME
            else self.tr("&Pieces")
            if self._counted()
            else self.tr("R&eadings")
        )
        self.of.setVisible(self._counted() and (kind is not ChartKind.C or grouping is Grouping.COUNT))
        for field in (self.lower, self.target, self.upper):
            field.setVisible(kind in MEASURED)
        self._offer_words()
        self._soon.start()

    def _look(self) -> None:
        trends = self._console.trends
        chart = self._checked()
        if chart is None or trends is None or self._console.control is None:
            return
        now = self._console.now()
        start = now - float(self.span.control.currentData())
        if self._kept is None:
            chart = replace(chart, phases=(Phase(datetime.fromtimestamp(start, UTC)),))
        plan = self._console.control.plan(chart)

        def job(past: Past) -> Drawn:
            return judged(plan.chart, gather(past, plan, start, now), provisional=True)

        trends.ask(job, while_there(self, self._show), while_there(self, self._failed), f"preview {id(self)}")

    def _checked(self) -> ControlChart | None:
        """The chart, where it can be one; else it is said why not."""
        try:
            chart = self.chart()
            if not chart.signal:
                return None
            trial = replace(chart, name=chart.name.strip() or "-")
            checked_chart(trial, datetime.fromtimestamp(self._console.now(), UTC))
        except ValueError as error:
            self.said.say(str(error))
            return None
        except Refusal as refusal:
            self.said.say(words_of(refusal))
            return None
        self.said.say("")
        return chart

    def _show(self, drawn: Drawn) -> None:
        self._drawn = drawn
        zone = zone_named(self._console.floor.plant.timezone)
        signal = self._signal()
        unit = plain(signal.unit, 20) if signal is not None else ""
        nothing = self.tr(
            "Nothing was heard of this signal in that time. Choose a longer preview, or keep the chart: it"
            " learns as readings come."
        )
        self.preview.show_chart(drawn, zone, unit, nothing)
        self.told.say(limits_words(drawn) if len(drawn.points) else "")

    def _failed(self, error: Exception) -> None:
        self._drawn = None
        words = self.tr("Groups of different sizes have no ranges that can be compared: choose X̄-S.")
        self.told.say(words if isinstance(error, UnequalSizes) else plain(error, 160))
        self.preview.show_chart(None, None, "", "")

    # Keeping

    def give(self) -> None:
        """Give the command."""
        chart = self._checked()
        if chart is None:
            return
        if not chart.name.strip():
            self.name.refuse(self.tr("Give it a name that people at the line understand."))
            self.name.control.setFocus()
            return
        self.name.refuse("")
        done, refused = while_there(self, lambda _: self._done(chart.id)), while_there(self, self._refused)
        if self._kept is not None:
            self._one.give(ChangeControlChart(chart, self._kept.version), done, refused)
        else:
            self._one.give(AddControlChart(replace(chart, phases=(self._phase(),))), done, refused)

    def _phase(self) -> Phase:
        """The first phase: with limits of what the preview shows, or without."""
        now = datetime.fromtimestamp(self._console.now(), UTC)
        last = self._drawn.phases[-1] if self._drawn is not None and self._drawn.phases else None
        if self.limits.control.currentData() == LEARN or last is None or last.center is None:
            return Phase(now)
        start = last.phase.since
        return Phase(now, "", start, now, last.center, last.sigma, last.end - last.begin)

    def _done(self, id: str) -> None:
        self.saved = id
        self.accept()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    # Building

    def _connect(self) -> None:
        self._soon.timeout.connect(self._look)
        self.place.control.currentIndexChanged.connect(self._other_place)
        self.signal.control.currentIndexChanged.connect(self._other_signal)
        self.kind.control.currentIndexChanged.connect(self._other_kind)
        self.grouping.control.currentIndexChanged.connect(self._other_grouping)
        for field in (self.of, self.span, self.limits):
            field.control.currentIndexChanged.connect(self._changed)
        for entry in (self.size, self.lower, self.target, self.upper):
            entry.control.textChanged.connect(self._changed)
        for tick in (self.running, *self.rules.values()):
            tick.toggled.connect(self._changed)

    def _quietly(self, *fill: object) -> None:
        if self._filling:
            return
        self._filling = True
        for one in fill:
            assert callable(one)
            one()
        self._filling = False
        self._changed()

    def _other_place(self) -> None:
        self._quietly(self._fill_signals, self._fill_kinds, self._suggest)

    def _other_signal(self) -> None:
        self._quietly(self._fill_kinds, self._suggest)

    def _other_kind(self) -> None:
        self._quietly(self._fill_groupings, self._suggest_size)

    def _other_grouping(self) -> None:
        self._quietly(self._suggest_size)

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QVBoxLayout(inside)
        form.setContentsMargins(4, 4, 14, 4)
        form.setSpacing(10)
        for part in (self.place, self.signal, self.kind, self.grouping, self.size, self.of, self.running):
            form.addWidget(part)
        specs = QHBoxLayout()
        for field in (self.lower, self.target, self.upper):
            field.control.setMinimumWidth(70)
            specs.addWidget(field)
        form.addLayout(specs)
        form.addWidget(self.name)
        form.addWidget(self.limits)
        form.addWidget(self.rules_title)
        rules = QGridLayout()
        rules.setVerticalSpacing(0)
        for row, tick in enumerate(self.rules.values()):
            rules.addWidget(tick, row, 0)
        form.addLayout(rules)
        form.addStretch(1)
        area = scrolled(inside)
        area.setMinimumWidth(370)
        head = QHBoxLayout()
        head.addWidget(self.preview_title)
        head.addStretch(1)
        self.span.control.setMinimumWidth(170)
        head.addWidget(self.span)
        shown = QVBoxLayout()
        shown.setSpacing(8)
        shown.addLayout(head)
        shown.addWidget(self.preview, 1)
        shown.addWidget(self.told)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(area, 2)
        body.addLayout(shown, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.said, 1)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.save)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(18, 16, 18, 14)
        whole.setSpacing(12)
        whole.addLayout(body, 1)
        whole.addLayout(buttons)
        self.save.setDefault(True)
        above = self.parentWidget().window() if self.parentWidget() is not None else None
        room = above.size() if above is not None else QSize(1200, 800)
        self.resize(min(1080, max(720, room.width() - 60)), min(700, max(460, room.height() - 60)))


def groupings_of(kind: ChartKind) -> tuple[Grouping, ...]:
    """How readings can be grouped for a kind of chart, the usual way first."""
    match kind:
        case ChartKind.I_MR:
            return Grouping.EACH, Grouping.TIME, Grouping.COUNT, Grouping.UNIT
        case ChartKind.XBAR_R | ChartKind.NP:
            return (Grouping.COUNT,)
        case ChartKind.XBAR_S:
            return Grouping.TIME, Grouping.COUNT, Grouping.UNIT
    return Grouping.TIME, Grouping.COUNT, Grouping.UNIT


__all__ = ["ChartEditor", "groupings_of"]
