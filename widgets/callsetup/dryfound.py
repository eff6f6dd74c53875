"""What a dry run found: the count as saved and as edited, bars by the hour, and the calls themselves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.app.dryrun import DryResult
from console.app.recorded import Recorded
from console.domain.andon import Category
from console.domain.callrules import CallRule
from console.domain.drycalls import DryCall
from widgets.callsetup.dryrows import CATEGORY, LASTED, RULE, SEVERITY, WHAT, WIDTHS, DryRows
from widgets.callsetup.hours import HourBars
from widgets.cards import Text
from widgets.numbers import whole
from widgets.people.fields import Tab
from widgets.tables import Grid
from widgets.times import clock, span, zone_named

EDITED, SAVED = "edited", "saved"


@dataclass(frozen=True, slots=True)
class Tried:
    """The rules of a run: as they are edited, and as they are saved where that is something else."""

    rules: tuple[CallRule, ...]
    saved: tuple[CallRule, ...] | None
    categories: tuple[Category, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A run that is over."""

    tried: Tried
    recorded: Recorded
    result: DryResult
    notes: tuple[str, ...] = ()  # what of a file could not be read


class DryFound(QWidget):
    """Shows one run after another."""

    def __init__(self) -> None:
        super().__init__()
        self.run: Run | None = None
        self.total, self.more = Text("text", 15, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.tabs = {EDITED: Tab(), SAVED: Tab()}
        self.hours, self.rows = HourBars(), DryRows()
        self.grid = Grid(self.rows, WIDTHS, stretch=WHAT, spare=(RULE, CATEGORY, LASTED, SEVERITY))
        for key, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, key=key: self._turn(key))
        self._lay_out()
        self.retranslate()

    def show_run(self, run: Run | None) -> None:
        """Show it; None: nothing."""
        self.run = run
        self._show()

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.tabs[EDITED].name(self.tr("As edited"))
        self.tabs[SAVED].name(self.tr("As saved"))
        self.grid.setAccessibleName(self.tr("Calls that would have been raised"))
        self.rows.retranslate()
        self.hours.retranslate()
        if self.run is not None:
            self._say_total(self.run, self._zone(self.run))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _show(self) -> None:
        run = self.run
        if run is None:
            return
        result, zone = run.result, self._zone(run)
        compared = result.before is not None
        for key, tab in self.tabs.items():
            tab.setVisible(compared)
            tab.setChecked(key == (SAVED if self.tabs[SAVED].isChecked() and compared else EDITED))
        saved = self.tabs[SAVED].isChecked() and compared
        calls = (result.before or ()) if saved else result.calls
        rules = {rule.id: rule for rule in ((run.tried.saved or ()) if saved else run.tried.rules)}
        names = {category.id: category.name for category in run.tried.categories}
        self.rows.show_calls(calls, names, rules, run.recorded.plant, zone, result.end)
        self.hours.show_result(result, zone)
        self._say_total(run, zone)

    def _say_total(self, run: Run, zone: tzinfo | None) -> None:
        result = run.result
        now = self._counted(result.calls)
        if result.before is not None:
            then = self._counted(result.before)
            self.total.say(self.tr("As saved: {0} · as edited: {1}").format(then, now))
        else:
            self.total.say(self.tr("{0} would have been raised").format(now) if result.calls else self._silent(run))
        parts = [self.tr("{0} readings").format(whole(result.readings)), _between(result, zone)]
        parts += [self.tr("not heard for {0}").format(span(result.unheard))] if result.unheard else []
        parts += [self.tr("{0} more are not listed").format(whole(result.left_off))] if result.left_off else []
        self.more.say(" · ".join(parts))

    def _silent(self, run: Run) -> str:
        if not run.result.readings:
            return self.tr("Nothing in it is about a place of this plant.")
        if not any(rule.active for rule in run.tried.rules):
            return self.tr("No call: what is run is switched off.")
        return self.tr("No call would have been raised")

    def _counted(self, calls: tuple[DryCall, ...]) -> str:
        heard, words = sum(len(call.heard) for call in calls), self.tr("%Ln call(s)", "", len(calls))
        return words if heard == len(calls) else self.tr("{0}, heard {1} times").format(words, whole(heard))

    def _zone(self, run: Run) -> tzinfo | None:
        return zone_named(run.recorded.plant.timezone)

    def _turn(self, key: str) -> None:
        for other, tab in self.tabs.items():
            tab.setChecked(other == key)
        self._show()

    def _lay_out(self) -> None:
        tabs = QHBoxLayout()
        tabs.setSpacing(4)
        for tab in self.tabs.values():
            tabs.addWidget(tab)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.total)
        column.addWidget(self.more)
        column.addWidget(self.hours)
        column.addLayout(tabs)
        column.addWidget(self.grid, 1)


def _between(result: DryResult, zone: tzinfo | None) -> str:
    begin = datetime.fromtimestamp(result.start, UTC).astimezone(zone)
    return f"{begin:%Y-%m-%d} {clock(result.start, zone, False)}–{clock(result.end, zone, False)}"
