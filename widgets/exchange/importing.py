"""Orders come in: a calm path of steps on one page, back and forth until somebody says import."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from console.app.exchange import Loaded, Looking, Trial
from console.app.exchangesource import Source
from console.domain.errors import Refusal
from console.domain.exchange import ColumnMap
from widgets.attachments.later import while_there
from widgets.backups.progress import Bar
from widgets.cards import Button, OneLine, Text
from widgets.exchange.deciding import DecideStep
from widgets.exchange.dryrun import TrialStep
from widgets.exchange.mapping import MappingStep
from widgets.exchange.preview import PreviewStep
from widgets.exchange.source import SourceStep
from widgets.exchange.taking import TakeStep
from widgets.flow import Flow
from widgets.numbers import whole
from widgets.people.fields import Said, Tab
from widgets.plain import plain
from widgets.refusals import words_of

if TYPE_CHECKING:
    from console.app.console import Console

SOURCE, COLUMNS, ROWS, TRIAL, DECIDE, TAKE = range(6)


class ImportTab(QWidget):
    """The steps in a row, the open one below, and the way on at the foot."""

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.loaded: Loaded | None = None
        self.trial: Trial | None = None
        self._tried: ColumnMap | None = None
        self._looking: Looking | None = None
        self.source, self.mapping, self.preview = SourceStep(console), MappingStep(console), PreviewStep(console)
        self.dryrun, self.decide, self.take = TrialStep(console), DecideStep(console), TakeStep(console)
        self.steps = (self.source, self.mapping, self.preview, self.dryrun, self.decide, self.take)
        self.tabs = [Tab() for _ in self.steps]
        self.what, self.said = OneLine("text_muted", 13), Said()
        self.back, self.next = Button("arrow-left", self._back), Button("", self._next, primary=True)
        self.busy, self.bar, self.stop = Text("text_muted", 13), Bar(), Button("x", self._stop)
        self.at = SOURCE
        self._lay_out()
        self.source.chosen.connect(self.read)
        self.mapping.sheet_chosen.connect(self._other_sheet)
        self.decide.changed.connect(self._allow)
        self.take.ended.connect(self._over)
        self.retranslate()

    # Steps

    def read(self, source: Source) -> None:
        """Read a source, then ask for its columns."""
        exchange = self._console.exchange
        if exchange is None or self._looking is not None:
            return
        self.said.say("")
        self._wait(self.tr("Reading…"))
        done, failed = while_there(self, self._loaded), while_there(self, self._failed)
        self._looking = exchange.read(source, done, failed)

    def turn(self, step: int) -> None:
        """Open a step; what it shows is made anew when what comes before it was changed."""
        if step >= ROWS and not self._fresh():
            self._try_out(step)
            return
        self._open(step)

    def _loaded(self, loaded: Loaded) -> None:
        self._wait("")
        self.loaded, self.trial, self._tried = loaded, None, None
        self.what.say(
            self.tr("{0} · %n row(s)", "", len(loaded.table.rows)).format(plain(loaded.source.name, 80))
            + (f" · {plain(loaded.table.sheet, 40)}" if loaded.table.sheet else "")
        )
        self.mapping.begin(loaded)
        self._open(COLUMNS)

    def _fresh(self) -> bool:
        return self.trial is not None and self._tried == self.mapping.mapping()

    def _try_out(self, then: int) -> None:
        exchange, why = self._console.exchange, self.mapping.why_not()
        if exchange is None or self.loaded is None or self._looking is not None:
            return
        if why:
            self._open(COLUMNS)
            self.mapping.said.say(why)
            return
        mapping = self.mapping.mapping()
        self._wait(self.tr("Reading the rows…"))

        def done(trial: Trial) -> None:
            self._wait("")
            self.trial, self._tried = trial, mapping
            self.preview.begin(trial)
            self.dryrun.begin(trial)
            self.decide.begin(trial.compared.questions)
            self._open(ROWS if then > ROWS and self.at < ROWS else then)

        told = while_there(self, lambda at, of: self.bar.show_share(at / max(1, of)))
        later, failed = while_there(self, done), while_there(self, self._failed)
        self._looking = exchange.try_out(self.loaded, mapping, later, failed, told)

    def _open(self, step: int) -> None:
        if step == TAKE and self.trial is not None and not self.take.running:
            self.take.begin(self.trial, self.decide.taken, self.decide.left)
        self.at = step
        self._stack.setCurrentWidget(self.steps[step])
        self.setFocusProxy(self.steps[step])
        self._allow()
        if self.isVisible():
            self.steps[step].setFocus(Qt.FocusReason.OtherFocusReason)

    def _next(self) -> None:
        if self.at == TAKE:
            if self.take.taken is not None:
                self.again()
            else:
                self.take.go()
                self._allow()
            return
        self.turn(self.at + 1)

    def _back(self) -> None:
        self._open(self.at - 1)

    def again(self) -> None:
        """Begin from the first step."""
        self.loaded = self.trial = self._tried = None
        self.what.say("")
        self._open(SOURCE)

    def _over(self) -> None:
        """What was tried out is in now: the next look at the same source compares anew."""
        self._tried = None
        self._allow()

    def _other_sheet(self, sheet: str) -> None:
        if self.loaded is not None and sheet != self.loaded.table.sheet:
            self.read(replace(self.loaded.source, sheet=sheet))

    # Waiting

    def _failed(self, refusal: Refusal) -> None:
        self._wait("")
        if refusal.code == "cancelled":
            self.said.warn(self.tr("Stopped. Nothing was changed."))
        else:
            self.said.say(words_of(refusal))
        self._allow()

    def _wait(self, words: str) -> None:
        self.busy.say(words)
        self.bar.show_share(0.0)
        for part in (self.busy, self.bar, self.stop):
            part.setVisible(bool(words))
        if words:
            self.said.say("")
            self.next.setEnabled(False)
        else:
            self._looking = None

    def _stop(self) -> None:
        if self._looking is not None:
            self._looking.stop()

    # Showing

    def _allow(self) -> None:
        reached = TAKE if self.trial is not None else COLUMNS if self.loaded is not None else SOURCE
        for at, tab in enumerate(self.tabs):
            tab.setEnabled((at <= reached or at <= ROWS and self.loaded is not None) and not self.take.running)
            tab.setChecked(at == self.at)
        self.back.setVisible(self.at > SOURCE)
        self.back.setEnabled(not self.take.running)
        self.next.setVisible(self.at > SOURCE)
        self.next.setEnabled(self.at < TAKE or self.take.ready or self.take.taken is not None)
        self._name_next()

    def _name_next(self) -> None:
        if self.at == TAKE:
            over = self.take.taken is not None
            self.next.wear("rotate-ccw" if over else "download")
            self.next.name(self.tr("Import something else") if over else self.tr("Import"))
        else:
            self.next.wear("")
            self.next.name(self.tr("Next"))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self.source.begin()

    def focus_filter(self) -> None:
        """Ctrl+F: the step that is open."""
        self.steps[self.at].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _lay_out(self) -> None:
        group, heads = QButtonGroup(self), QWidget()
        row = Flow(heads, gap=4)
        for at, tab in enumerate(self.tabs):
            group.addButton(tab)
            row.addWidget(tab)
            tab.clicked.connect(lambda _=False, at=at: self._pressed(at))
        self._stack = QStackedWidget()
        for step in self.steps:
            self._stack.addWidget(step)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self.back)
        foot.addWidget(self.said, 1)
        for part in (self.busy, self.bar, self.stop):
            foot.addWidget(part)
        foot.addStretch(1)
        foot.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(heads)
        column.addWidget(self.what)
        column.addWidget(self._stack, 1)
        column.addLayout(foot)
        self._wait("")
        self.setFocusProxy(self.source)

    def _pressed(self, at: int) -> None:
        self.tabs[self.at].setChecked(True)
        self.turn(at)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        names = (
            self.tr("Source"), self.tr("Columns"), self.tr("First rows"), self.tr("Dry run"), self.tr("Decide"),
            self.tr("Import"),
        )  # fmt: skip
        for at, (tab, name) in enumerate(zip(self.tabs, names, strict=True), 1):
            tab.name(f"{whole(at)}  {name}")
        self.back.name(self.tr("Back"))
        self.stop.name(self.tr("Stop"))
        for step in self.steps:
            step.retranslate()
        self._allow()
