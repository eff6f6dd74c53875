"""The preview of a rule: how often it would have warned in the last days, found by running it over the history."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from console.app.dryrun import DryRunner, GoOn
from console.app.drywarnings import DryWarning, DryWarnings, DryWatch
from console.app.places import ways
from console.app.recorded import HistoryRecorded, Span
from console.domain.early_warnings import ToldWarning, hear
from console.domain.errors import Refusal
from console.domain.readings import Signal
from console.domain.warning_rules import EarlyWarning, Sign, WarningRule
from widgets.attachments.later import while_there
from widgets.backups.progress import Bar
from widgets.cards import Button, Card, Text
from widgets.earlywarnings.words import headline, place_name, signal_name, unit_of
from widgets.numbers import percent, whole
from widgets.people.fields import Said
from widgets.refusals import words_of
from widgets.times import moment, span, zone_named

if TYPE_CHECKING:
    from console.app.console import Console

DAYS = 7
DAY = 86400.0
LISTED = 200
LOW = 150  # pixels


class PreviewCard(Card):
    """Changes nothing and may be used by everybody. `tried` gives the rule of the form; None: it cannot be so."""

    def __init__(self, console: Console, tried: Callable[[], WarningRule | None]) -> None:
        super().__init__()
        self._console, self._tried = console, tried
        self._runner = DryRunner(console.mailbox)
        self.result: DryWarnings | None = None
        self.go, self.stop = Button("play", self.begin, primary=True), Button("x", self.cancel)
        self.bar, self.share, self.said = Bar(), Text("text_muted", 13), Said()
        self.total, self.more = Text("text", 15, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMinimumHeight(LOW)
        self._lay_out()
        self.destroyed.connect(lambda _=None, runner=self._runner: runner.cancel())
        self.retranslate()

    @property
    def running(self) -> bool:
        """Whether a run is on its way."""
        return self._runner.running

    def begin(self) -> None:
        """Run the rule as the form says it."""
        self.said.say("")
        rule = self._tried()
        if rule is None:
            return
        if rule.sign is Sign.CONTROL:
            self.said.warn(self.tr("What charts would have told is drawn on the page of control charts."))
            return
        history, floor, now = self._console.history, self._console.floor, self._console.now()
        if history is None:
            self.said.warn(self.tr("This console keeps no history."))
            return
        recorded = HistoryRecorded(history, floor.plant, self._console.now)

        def job(go_on: GoOn) -> DryWarnings:
            spans = recorded.spans()
            start = max(now - DAYS * DAY, spans[0].start if spans else now)
            watch = DryWatch(recorded.plant, (rule,), ways(recorded.plant), history)
            known: list[Signal] = [*recorded.plant.signals, *history.signals()] if spans else []
            only, stretch = watch.signals(known), Span(start, now)
            return watch.run(recorded, recorded.readings(*stretch, only) if only else iter(()), stretch, go_on)

        told, done, refused = (while_there(self, then) for then in (self._told, self._done, self._refused))
        self._runner.begin(job, told, done, refused)
        self._told(0.0)
        self._settle()

    def cancel(self) -> None:
        """Stop; what was shown before stays."""
        self._runner.cancel()
        self._settle()

    def forget(self) -> None:
        """Another rule is shown."""
        self._runner.cancel()
        self.result = None
        self.said.say("")
        self._settle()

    def _told(self, share: float) -> None:
        self.bar.show_share(share)
        self.share.say(percent(share, 0))

    def _done(self, result: DryWarnings) -> None:
        self.result = result
        self._settle()

    def _refused(self, refusal: Refusal) -> None:
        self.said.say(words_of(refusal))
        self._settle()

    def _settle(self) -> None:
        for part in (self.stop, self.bar, self.share):
            part.setVisible(self.running)
        self.total.setVisible(self.result is not None)
        self.go.setVisible(not self.running)
        result = self.result
        self.list.setVisible(result is not None and bool(result.warnings))
        self.list.clear()
        if result is None:
            self.total.say("")
            self.more.say(
                self.tr(
                    "How often this rule would have warned in the last seven days, as far as this console remembers"
                    " them. Nothing is saved and nobody is called."
                )
            )
            return
        count = len(result.warnings) + result.left_off
        self.total.say(self.tr("It would have warned %Ln time(s)", "", count))
        length = self.tr("{0} of readings").format(span(max(0.0, result.end - result.start - result.unheard)))
        signals = len({one.seen.signal for one in result.warnings})
        parts = [length, self.tr("{0} readings").format(whole(result.readings))]
        parts += [self.tr("%Ln signal(s)", "", signals)] if signals else []
        self.more.say(" · ".join(parts))
        zone = zone_named(self._console.floor.plant.timezone)
        for one in reversed(result.warnings[-LISTED:]):
            self.list.addItem(QListWidgetItem(self._words(one, zone, result.end)))

    def _words(self, one: DryWarning, zone: tzinfo | None, end: float) -> str:
        seen = one.seen
        told = ToldWarning(
            seen.rule, seen.sign, seen.place, seen.signal, datetime.fromtimestamp(seen.at, UTC), facts=seen.facts
        )
        warning = hear((), told)
        assert isinstance(warning, EarlyWarning)
        where = f"{place_name(self._console, seen.place)} · {signal_name(warning)}"
        evidence = headline(warning, unit_of(self._console, warning))
        return f"{moment(seen.at, end, zone)} · {where} · {evidence}"

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.title.say(self.tr("Preview"))
        self.note.say(self.tr("the last seven days"))
        self.go.name(self.tr("Run"), self.tr("Run the rule as the form stands now over the history"))
        self.stop.name(self.tr("Stop"))
        self.bar.setAccessibleName(self.tr("How far the preview is"))
        self.list.setAccessibleName(self.tr("Warnings that there would have been"))
        self._settle()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        for part in (self.go, self.bar, self.share, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        self.body.addLayout(row)
        for part in (self.said, self.total, self.more):
            self.body.addWidget(part)
        self.body.addWidget(self.list, 1)
        self.body.addStretch(0)
