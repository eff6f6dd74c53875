"""The health of the alarms: their rate, floods, what chatters, stands or is stale, and what history says would help."""

from __future__ import annotations

from datetime import tzinfo
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from console.domain.alarmhealth import ACCEPTABLE, FLOOD_BEGINS, FLOODED_AT_MOST, INTERVAL, MANAGEABLE, Rate
from console.domain.callfigures import Advice, Health, Sheet
from widgets.callfigures.advice import AdviceRow
from widgets.callfigures.bars import Bar, Bars
from widgets.callfigures.number import Number
from widgets.callfigures.rowmodel import Row, Rows
from widgets.callfigures.shelves import shelf_words
from widgets.calls.known import KnownCalls
from widgets.cards import Button, Card, Text
from widgets.figures.definition import show_metric
from widgets.numbers import decimal, percent, whole
from widgets.people.fields import scrolled
from widgets.tables import Grid
from widgets.times import moment, span

if TYPE_CHECKING:
    from console.app.console import Console

BARS = 96  # bars of a rate: where a range has more intervals, each bar is the largest of several
WIDTHS = (120, 240, 190, 200)


class HealthSection(QWidget):
    """`wanted` carries ids of calls, `rule_wanted` the id of a rule."""

    wanted = Signal(object)
    rule_wanted = Signal(str)

    def __init__(self, console: Console, known: KnownCalls) -> None:
        super().__init__()
        self._console, self._known = console, known
        self._sheet: Sheet | None = None
        self._bands: tuple[Advice, ...] = ()
        self._zone: tzinfo | None = None
        self.rate, self.most, self.flooded = Number(), Number(), Number()
        self.chattering, self.standing, self.stale = Number(), Number(), Number()
        self.bars, self.source = Bars(260), Text("text_faint", 12, wrap=True)
        self.things, self.help = Card(), Card()
        self.model = Rows(len(WIDTHS), strong=(1,))
        self.grid = Grid(self.model, WIDTHS, stretch=1, spare=(2,))
        self.grid.setMinimumHeight(180)
        self.advice: list[AdviceRow] = []
        self.no_advice = Text("text_muted", 13, wrap=True)
        self.explain = Button("info", lambda: show_metric(self.window(), "alarm_rate", {}))
        self._lay_out()
        self.stale.wanted.connect(self.wanted)
        self.retranslate()

    def show_sheet(self, sheet: Sheet, zone: tzinfo | None) -> None:
        """Show the figures of a sheet."""
        if sheet is not self._sheet:
            self._bands = ()
        self._sheet, self._zone = sheet, zone
        health = sheet.health
        self._say_rate(health.rate)
        self._say_things(health)
        self._say_advice((*health.advice, *self._bands))

    def show_bands(self, sheet: Sheet, found: tuple[Advice, ...]) -> None:
        """Show the dead bands that history speaks for, beside the rest of what would help."""
        if sheet is self._sheet and found:
            self._bands = found
            self._say_advice((*sheet.health.advice, *found))

    def _say_rate(self, rate: Rate) -> None:
        mean = rate.mean or 0.0
        tone = "text" if mean <= MANAGEABLE else "warning"
        limits = self.tr("good to {0}, limit {1}").format(whole(ACCEPTABLE), whole(MANAGEABLE))
        self.rate.say(self.tr("In ten minutes"), decimal(rate.mean, 2), limits, tone=tone)
        self.most.say(self.tr("Most at once"), whole(rate.most), self.tr("a flood from {0}").format(FLOOD_BEGINS + 1))
        floods = self.tr("%n flood(s)", "", len(rate.floods))
        most = self.tr("at most {0}").format(percent(FLOODED_AT_MOST, 0))
        loud = "warning" if rate.flooded > FLOODED_AT_MOST else "text"
        self.flooded.say(self.tr("Time in floods"), percent(rate.flooded, 1), floods, tone=loud, more=most)
        self.bars.show_bars(
            self.tr("Alarms in ten minutes"),
            self._bars(rate),
            ((float(FLOOD_BEGINS), self.tr("flood")),) if rate.most > FLOOD_BEGINS / 2 else (),
            self.tr("Nothing was raised in this time."),
        )

    def _bars(self, rate: Rate) -> list[Bar]:
        if self._sheet is None or not rate.counts:
            return []
        each = max(1, ceil(len(rate.counts) / BARS))
        start, made = self._sheet.window.start.timestamp(), []
        for first in range(0, len(rate.counts), each):
            most, at = max(rate.counts[first : first + each]), start + first * INTERVAL
            words = moment(at, self._console.now(), self._zone)
            short = words[5:10] if len(words) > 8 else words[:5]
            said = self.tr("{0}: {1}").format(words, most)
            made.append(Bar(most, short, said if most else "", most > FLOOD_BEGINS))
        return made

    def _say_things(self, health: Health) -> None:
        stale = tuple(call.id for call in health.stale)
        self.chattering.say(self.tr("Chattering"), whole(len(health.chattering)), self.tr("3 in a minute"))
        self.standing.say(self.tr("Standing"), whole(len(health.standing)), self.tr("for over 24 hours"))
        self.stale.say(self.tr("Stale calls"), whole(len(health.stale)), self.tr("still for 24 hours"), stale)
        now = self._console.now()
        rows = [
            Row((self.tr("Chattering"), self._thing(one.about), self._known.place(one.place), self._bursts(one)), one)
            for one in health.chattering
        ]
        for alarm in health.standing:
            since = self.tr("for {0}").format(span(now - alarm.at.timestamp()))
            rows.append(
                Row((self.tr("Standing"), self._thing(alarm.about), self._known.place(alarm.place), since), alarm)
            )
        for call in health.stale:
            since = self.tr("raised {0} ago").format(span(now - call.raised.timestamp()))
            words = shelf_words(self._console, "", call.category, call.about or call.text)
            rows.append(Row((self.tr("Stale"), words, self._known.place(call.place), since), call.id))
        self.model.show_rows(rows)
        self.things.note.say("" if rows else self.tr("Nothing chatters, stands or is stale."))

    def _bursts(self, one: object) -> str:
        bursts, times = getattr(one, "bursts", 0), getattr(one, "times", 0)
        return self.tr("{0} times in {1} bursts").format(times, bursts)

    def _thing(self, about: str) -> str:
        calls = self._console.calls
        rules = {one.id: one.name for one in calls.dispatch.setup.rules} if calls is not None else {}
        categories = calls.dispatch.categories if calls is not None else {}
        known = categories.get(about)
        return rules.get(about) or (known.name if known is not None else about)

    def _say_advice(self, advice: tuple[Advice, ...]) -> None:
        for row in self.advice:
            row.hide()
            row.deleteLater()
        self.advice = [AdviceRow(self._console, self._known, one) for one in advice]
        for place, row in enumerate(self.advice):
            row.rule_wanted.connect(self.rule_wanted)
            self._list.insertWidget(place, row)
        self.no_advice.setVisible(not advice)

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.things.title.say(self.tr("What needs a look"))
        self.help.title.say(self.tr("What would help"))
        self.explain.name_silently(self.tr("What these figures mean"))
        self.source.say(
            self.tr("Limits: ANSI/ISA-18.2-2016 and EEMUA 191, per operator. Shelved alarms are not counted here.")
        )
        self.no_advice.say(
            self.tr(
                "Nothing is proposed. A delay, or a longer time before it counts as over, is proposed here when history"
                " shows that it would have spared four of five of the short alarms of a rule."
            )
        )
        self.model.begin((self.tr("State"), self.tr("What"), self.tr("Where"), self.tr("How")))
        self.grid.setAccessibleName(self.tr("Alarms that need a look"))
        if self._sheet is not None:
            self.show_sheet(self._sheet, self._zone)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        top, row = Card(titled=False), QHBoxLayout()
        row.setSpacing(4)
        for number in (self.rate, self.most, self.flooded, self.chattering, self.standing, self.stale):
            row.addWidget(number, 1)
        row.addWidget(self.explain)
        top.body.addLayout(row)
        top.body.addWidget(self.bars)
        self.bars.setMinimumHeight(140)
        top.body.addWidget(self.source)
        self.things.body.addWidget(self.grid, 1)
        inside = QWidget()
        self._list = QVBoxLayout(inside)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(10)
        self._list.addWidget(self.no_advice)
        self._list.addStretch(1)
        area = scrolled(inside)
        area.setMinimumHeight(180)
        self.help.body.addWidget(area, 1)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addWidget(self.things, 1)
        below.addWidget(self.help, 1)
        whole_ = QWidget()
        column = QVBoxLayout(whole_)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(top)
        column.addLayout(below, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(whole_))
