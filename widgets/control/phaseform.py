"""Beginning a phase: from when on, which limits, and why."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from console.app.trends import Past
from console.domain.commands.control import BeginPhase
from console.domain.control_charts import ControlChart, Phase, learn_points
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.history.control_limits import Learnt, NoSpread, UnequalSizes, learn
from widgets.attachments.later import while_there
from widgets.cards import Button, Choice, Entry, Text
from widgets.control.figures import number_in, typed
from widgets.control.words import amount
from widgets.people.fields import Field, Said
from widgets.people.signing import OneByOne
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import moment, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

NOW, THEN = "now", "then"
NEXT, SINCE, FIXED = "next", "since", "fixed"


class PhaseForm(QDialog):
    """`at`: the point that was chosen on the chart, seconds UTC; a phase can begin there too."""

    def __init__(
        self, console: Console, kept: Kept[ControlChart], at: float | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._console, self._kept, self._at = console, kept, at
        self._one, self._learnt = OneByOne(self, console), None
        self._soon = QTimer(self, singleShot=True, interval=150)
        self.setMinimumWidth(480)
        self.what, self.about = Text("text", 16, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.since, self.limits = Field(Choice()), Field(Choice())
        self.center, self.sigma = Field(Entry()), Field(Entry())
        self.called, self.reason = Field(Entry()), Field(Entry())
        self.told, self.said = Text("text_muted", 13, wrap=True), Said()
        self.begin, self.leave = Button("flag", self.give, primary=True), Button("", self.reject)
        for key in (NOW, *((THEN,) if at is not None else ())):
            self.since.control.addItem("", key)
        for key in (NEXT, SINCE, FIXED):
            self.limits.control.addItem("", key)
        if at is not None:
            self.since.control.setCurrentIndex(1)
            self.limits.control.setCurrentIndex(1)
        self._lay_out()
        self.retranslate()
        self.since.control.currentIndexChanged.connect(self._settle)
        self.limits.control.currentIndexChanged.connect(self._settle)
        self._soon.timeout.connect(self._look)
        self._settle()

    def retranslate(self) -> None:
        """Say everything in the language of the moment."""
        zone, chart = zone_named(self._console.floor.plant.timezone), self._kept.value
        self.setWindowTitle(self.tr("Begin a phase"))
        self.what.say(plain(chart.name, 120))
        self.about.say(
            self.tr(
                "From then on other limits hold; what came before keeps its own. Begin one when the process was changed"
                " on purpose and stays so, not to make a violation go away."
            )
        )
        self.since.name(self.tr("&From"))
        self.since.control.setItemText(0, self.tr("Now"))
        if self._at is not None:
            words = self.tr("The chosen point: {0}").format(moment(self._at, self._console.now(), zone))
            self.since.control.setItemText(1, words)
        self.limits.name(self.tr("&Limits"))
        points = learn_points(chart.kind)
        self.limits.control.setItemText(0, self.tr("Learnt from its first %n point(s)", "", points))
        self.limits.control.setItemText(1, self.tr("Learnt from all points since then"))
        self.limits.control.setItemText(2, self.tr("Given by hand"))
        self.center.name(self.tr("&Center"))
        self.sigma.name(self.tr("&Sigma of single values"))
        self.called.name(self.tr("&Name"), self.tr("Stands at its beginning on the chart; may stay empty."))
        self.reason.name(self.tr("&Why"))
        self.reason.control.setPlaceholderText(self.tr("New electrode fitted"))
        self.begin.name(self.tr("Begin"))
        self.leave.name(self.tr("Cancel"))

    def give(self) -> None:
        """Give the command."""
        if not self.reason.control.text().strip():
            self.reason.refuse(self.tr("Say why: whoever looks at the chart later has only these words."))
            self.reason.control.setFocus()
            return
        self.reason.refuse("")
        try:
            phase = self._phase()
        except ValueError as error:
            self.said.say(str(error))
            return
        chart = self._kept.value
        command = BeginPhase(chart.id, chart.place, phase, self._kept.version)
        self._one.give(command, while_there(self, lambda _: self.accept()), while_there(self, self._refused))

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))

    def _phase(self) -> Phase:
        now = datetime.fromtimestamp(self._console.now(), UTC)
        since, key = self._since(), self.limits.control.currentData()
        name, reason = self.called.control.text(), self.reason.control.text()
        if key == FIXED:
            center = number_in(self.center)
            if center is None:
                raise ValueError(self.tr("Give the center, or let it be learnt."))
            return Phase(since, name, center=center, sigma=number_in(self.sigma), reason=reason)
        if key == SINCE and self._learnt is not None:
            learnt = self._learnt
            return Phase(since, name, since, now, learnt.center, learnt.sigma, learnt.points, reason)
        return Phase(since, name, reason=reason)

    def _since(self) -> datetime:
        at = self._at if self.since.control.currentData() == THEN and self._at is not None else self._console.now()
        return datetime.fromtimestamp(at, UTC)

    def _settle(self) -> None:
        key = self.limits.control.currentData()
        self.center.setVisible(key == FIXED)
        self.sigma.setVisible(key == FIXED and self._kept.value.measured)
        last = self._kept.value.phase
        if key == FIXED and last is not None and not self.center.control.text():
            self.center.control.setText(typed(last.center))
            self.sigma.control.setText(typed(last.sigma))
        self._learnt = None
        self.told.say("")
        if key == SINCE:
            self._soon.start()

    def _look(self) -> None:
        control, trends = self._console.control, self._console.trends
        if control is None or trends is None:
            return
        plan, start, end = control.plan(self._kept.value), self._since().timestamp(), self._console.now()

        def job(past: Past) -> Learnt | None:
            from console.history.control_reading import gather

            try:
                return learn(plan.chart.kind, gather(past, plan, start, end))
            except (NoSpread, UnequalSizes):
                return None

        trends.ask(job, while_there(self, self._seen), while_there(self, lambda _: self._seen(None)), f"ph {id(self)}")

    def _seen(self, learnt: Learnt | None) -> None:
        self._learnt = learnt
        if learnt is None:
            self.told.say(self.tr("There are too few points since then: it will learn from its first points."))
            return
        step = learnt.sigma or learnt.center / 10
        words = self.tr("Center {0}, from %n point(s)", "", learnt.points).format(amount(learnt.center, step))
        self.told.say(words)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(11)
        fixed = QHBoxLayout()
        fixed.addWidget(self.center)
        fixed.addWidget(self.sigma)
        for part in (self.what, self.about, self.since, self.limits):
            column.addWidget(part)
        column.addLayout(fixed)
        for part in (self.told, self.called, self.reason, self.said):
            column.addWidget(part)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.leave)
        row.addWidget(self.begin)
        column.addLayout(row)
        self.begin.setDefault(True)
