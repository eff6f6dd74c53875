"""The four times side by side with their targets, their spread, their weeks, and what they were before."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.domain.callfigures import Sheet, SpanFigures
from console.domain.responses import ENOUGH, Distribution, Span
from widgets.callfigures.bars import Bar, Bars
from widgets.callfigures.number import Number
from widgets.callfigures.words import METRIC, bar_words, edge_words, not_enough, span_word
from widgets.calls.shown import short
from widgets.cards import Button, Card, Text
from widgets.figures.definition import show_metric
from widgets.numbers import percent, whole
from widgets.people.fields import scrolled

NAME_WIDE = 146
WEEKS_FROM, SPREAD_FROM = 1040, 700  # width of a card from which these have room


class SpanCard(Card):
    """One of the four."""

    wanted = Signal(object)

    def __init__(self, span: Span) -> None:
        super().__init__(titled=False)
        self.span, self._figures = span, None  # type: ignore[var-annotated]
        self._against = ""
        self.name, self.target = Text("text", 16, 600), Text("text_faint", 12, wrap=True)
        self.explain = Button("info", self._explain)
        self.count, self.median, self.p90, self.inside, self.change = (Number() for _ in range(5))
        self.spread, self.weeks = Bars(190), Bars(110)
        self._lay_out()
        for number in (self.count, self.median, self.p90, self.inside, self.change):
            number.wanted.connect(self.wanted)

    def show_figures(self, figures: SpanFigures, against: str) -> None:
        """Show them; `against`: what they are compared with, "" = nothing."""
        self._figures, self._against = figures, against
        now, before = figures.compared.now, figures.compared.before
        self.name.say(span_word(self.span))
        self.target.say(self._target_words(figures))
        self.explain.name_silently(self.tr("What {0} means").format(span_word(self.span)))
        waiting = self.tr("{0} still to come").format(whole(now.waiting)) if now.waiting else ""
        self.count.say(self.tr("Calls"), whole(now.n), waiting, figures.measured)
        few = not_enough()
        self.median.say(self.tr("Half in"), _time(now.median), few if now.median is None else "", figures.measured)
        hint = self.tr("the slowest tenth")
        self.p90.say(self.tr("9 of 10 in"), _time(now.p90), few if now.p90 is None else "", figures.slowest, more=hint)
        self._say_inside(figures, now)
        self._say_change(figures, before)
        bars = [Bar(count, edge_words(i), bar_words(i, count)) for i, count in enumerate(figures.bars)]
        self.spread.show_bars(self.tr("How long it took"), bars, note=self.tr("No call was measured."))
        weeks = [
            Bar(week.median or 0.0, week.monday.strftime("%m-%d"), self._week_words(week.monday, week.n, week.median))
            for week in figures.weeks[-13:]
        ]
        self.weeks.show_bars(self.tr("Median by week"), weeks, note=self.tr("No week yet."))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.weeks.setVisible(event.size().width() >= WEEKS_FROM)
        self.spread.setVisible(event.size().width() >= SPREAD_FROM)

    def facts(self) -> Mapping[str, str]:
        """The figures of the moment in words."""
        if self._figures is None:
            return {}
        now = self._figures.compared.now
        return {
            self.tr("Calls"): whole(now.n),
            self.tr("Half in"): _time(now.median),
            self.tr("9 of 10 in"): _time(now.p90),
            self.tr("Inside target"): percent(now.inside, 0),
        }

    def _say_inside(self, figures: SpanFigures, now: Distribution) -> None:
        if not figures.targets:
            self.inside.say(self.tr("In target"), "–", self.tr("no target"))
            return
        note = self.tr("{0} outside").format(whole(len(figures.outside))) if now.inside is not None else not_enough()
        more = self.tr("Press for those outside")
        self.inside.say(self.tr("In target"), percent(now.inside, 0), note, figures.outside, more=more)

    def _say_change(self, figures: SpanFigures, before: Distribution) -> None:
        change = figures.compared.change
        label = self.tr("Before")
        if not self._against:
            self.change.say(label, "–", self.tr("not compared"))
        elif change is None:
            self.change.say(label, _time(before.median), not_enough())
        else:
            faster = change < 0
            words = self.tr("{0} faster") if faster else self.tr("{0} slower")
            note = words.format(percent(abs(change), 0))
            self.change.say(label, _time(before.median), note, tone="text", more=self._before_words(before))

    def _before_words(self, before: Distribution) -> str:
        words = self.tr("Before: {0} calls, 9 of 10 within {1}, inside target {2}")
        said = words.format(whole(before.n), _time(before.p90), percent(before.inside, 0))
        return f"{self._against}\n{said}"

    def _target_words(self, figures: SpanFigures) -> str:
        if not figures.targets:
            return self.tr("no target")
        least, most = figures.targets[0], figures.targets[-1]
        if least == most:
            return self.tr("target {0}").format(short(least))
        return self.tr("targets {0} to {1}").format(short(least), short(most))

    def _week_words(self, monday: object, n: int, median: float | None) -> str:
        return self.tr("Week of {0}: {1} calls, median {2}").format(monday, n, _time(median))

    def _explain(self) -> None:
        show_metric(self.window(), METRIC[self.span], self.facts())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(6)
        left = QVBoxLayout()
        left.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.name)
        head.addWidget(self.explain)
        head.addStretch(1)
        left.addLayout(head)
        left.addWidget(self.target)
        left.addStretch(1)
        block = QWidget()
        block.setFixedWidth(NAME_WIDE)
        left.setContentsMargins(0, 0, 0, 0)
        block.setLayout(left)
        row.addWidget(block)
        numbers = QGridLayout()
        numbers.setHorizontalSpacing(2)
        for column, number in enumerate((self.count, self.median, self.p90, self.inside, self.change)):
            numbers.addWidget(number, 0, column)
        row.addLayout(numbers, 5)
        row.addWidget(self.spread, 4)
        row.addWidget(self.weeks, 3)
        self.body.addLayout(row)


class ResponseSection(QWidget):
    """`wanted` carries the ids of the calls behind a figure."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.cards = [SpanCard(span) for span in Span]
        self._sheet: Sheet | None = None
        self._against = ""
        self.note = Text("text_faint", 12, wrap=True)
        inside = QWidget()
        inner = QVBoxLayout(inside)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(10)
        for card in self.cards:
            card.wanted.connect(self.wanted)
            inner.addWidget(card)
        inner.addWidget(self.note)
        inner.addStretch(1)
        self.area = scrolled(inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)

    def show_sheet(self, sheet: Sheet, against: str) -> None:
        """Show the figures of a sheet."""
        self._sheet, self._against = sheet, against
        for card, figures in zip(self.cards, sheet.spans, strict=True):
            card.show_figures(figures, against)
        self.note.say(
            self.tr(
                "Times run by the clock on the wall, breaks too. Fewer than {0} calls are not enough data. A call that"
                " was rejected is no call; one that waits and is late already is outside its target."
            ).format(ENOUGH)
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange and self._sheet is not None:
            self.show_sheet(self._sheet, self._against)
        super().changeEvent(event)


def _time(seconds: float | None) -> str:
    return "–" if seconds is None else short(seconds)


__all__ = ["ResponseSection", "SpanCard"]
