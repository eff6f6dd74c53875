"""The chosen warning: what is warned of, the evidence in words and drawn, and what somebody may do with it."""

from __future__ import annotations

from datetime import tzinfo
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from console.app.queries.earlywarning import WarningShown
from console.domain.commands.andon import RaiseCall
from console.domain.commands.earlywarning import JudgeWarning
from console.domain.early_warnings import NOTE_MOST
from console.domain.errors import Refusal
from console.domain.warning_rules import EarlyWarning, Judged, Sign
from widgets.attachments.later import while_there
from widgets.callsetup.rulefields import room
from widgets.cards import Button, Card, Choice, Entry, OneLine, Text
from widgets.earlywarnings.plot import Drawn, EvidencePlot, drawn_of
from widgets.earlywarnings.words import (
    evidence,
    headline,
    judged_word,
    number_of,
    place_name,
    sign_word,
    signal_name,
    unit_of,
)
from widgets.people.fields import Said, scrolled
from widgets.people.signing import OneByOne, ask_for, why_not
from widgets.plain import plain
from widgets.refusals import words_of
from widgets.times import moment, span, zone_named

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.trends import Past

BEFORE, POINTS, FACT_ROWS = 1.5, 400, 12
LEAST = 1200.0  # seconds that are drawn at least


class WarningCard(Card):
    """Shows one warning; `changed` when something was done with it."""

    changed = Signal()
    open_requested = Signal(str, str)

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
        self.shown: WarningShown | None = None
        self._giving = OneByOne(self, console)
        self._raising = False
        self.what, self.where = Text("text", 16, 600, wrap=True), Text("text_muted", 13, wrap=True)
        self.plot = EvidencePlot()
        self.names = [Text("text_faint", 12) for _ in range(FACT_ROWS)]
        self.values = [OneLine("text", 13) for _ in range(FACT_ROWS)]
        self.judged, self.said = Text("text_muted", 13, wrap=True), Said()
        self.trends = Button("chart-line", self._open_trends)
        self.call = Button("siren", self._call)
        self.category = Choice()
        self.category.currentIndexChanged.connect(lambda _: self._allow())
        self.why = Entry()
        self.right = Button("check", partial(self._judge, Judged.RIGHT))
        self.false = Button("x", partial(self._judge, Judged.FALSE))
        self.again = Button("rotate-ccw", partial(self._judge, Judged.NOT))
        self._lay_out()
        self.retranslate()
        self.show_warning(None)

    def show_warning(self, shown: WarningShown | None) -> None:
        """Show another warning, or the same one anew; None: none is chosen."""
        before = self.shown
        self.shown = shown
        other = shown is None or before is None or shown.warning.id != before.warning.id
        if other:
            self.said.say("")
            self.why.setText(shown.warning.note if shown is not None else "")
            self.plot.show_drawn(None, None)
        if shown is not None and (other or shown.warning != (before.warning if before else None)):
            self._ask(shown.warning)
        self._say()

    def beat(self, now: float) -> None:
        """What lasts goes on."""
        if self.shown is not None and self.shown.warning.ended is None:
            self._say_times(self.shown.warning)

    # What is shown

    def _say(self) -> None:
        shown = self.shown
        self._inside.setVisible(shown is not None)
        self.title.say(self.tr("Early warning") if shown is not None else "")
        if shown is None:
            self.note.say("")
            return
        warning = shown.warning
        rule = self._console.earlywarning.rule(warning.rule) if self._console.earlywarning is not None else None
        name = plain(rule.name, 60) if rule is not None else plain(warning.rule, 60)
        self.note.say(self.tr("rule: {0}").format(name))
        unit, zone = unit_of(self._console, warning), self._zone
        self.what.say(f"{signal_name(warning)}: {headline(warning, unit)}")
        self._say_times(warning)
        pairs = evidence(warning, unit, zone)[:FACT_ROWS]
        for row, (label, value) in enumerate(zip(self.names, self.values, strict=True)):
            there = row < len(pairs)
            label.setVisible(there)
            value.setVisible(there)
            label.say(pairs[row][0] if there else "")
            value.say(pairs[row][1] if there else "")
        self._say_judged(shown)
        self._allow()

    def _say_times(self, warning: EarlyWarning) -> None:
        now, began = self._console.now(), warning.began.timestamp()
        place, sign = place_name(self._console, warning.place), sign_word(warning.sign)
        since = moment(began, now, self._zone)
        if warning.ended is None:
            words = self.tr("{0} · {1} · since {2} ({3})").format(sign, place, since, span(now - began))
        else:
            lasted = span(warning.ended.timestamp() - began)
            words = self.tr("{0} · {1} · {2}, lasted {3}").format(sign, place, since, lasted)
        self.where.say(words)

    def _say_judged(self, shown: WarningShown) -> None:
        warning = shown.warning
        words = judged_word(warning.judged)
        if warning.judged is not Judged.NOT:
            words = self.tr("{0}, says {1}").format(words, plain(shown.by or warning.judged_by, 60))
            words += f": {plain(warning.note, 300)}" if warning.note else ""
        self.judged.say(words)
        for button, judged in ((self.right, Judged.RIGHT), (self.false, Judged.FALSE)):
            button.setVisible(warning.judged is not judged)
        self.again.setVisible(warning.judged is not Judged.NOT)

    def _allow(self) -> None:
        if self.shown is None:
            return
        warning = self.shown.warning
        why = why_not(self._console, JudgeWarning, warning.place)
        for button in (self.right, self.false, self.again):
            button.setEnabled(not why)
            button.setToolTip(why)
        calls = self._console.calls
        choices = calls.dispatch.choices(warning.place) if calls is not None and warning.place else ()
        has = bool(warning.call)
        with QSignalBlocker(self.category):
            chosen = self.category.currentData()
            self.category.clear()
            self.category.addItem(self.tr("Category…"), "")  # nobody raises a call of a kind that was not chosen
            for one in choices:
                self.category.addItem(plain(one.name, 60), one.id)
            self.category.setCurrentIndex(max(0, self.category.findData(chosen)))
        room(self.category, 180)
        raising = not has and warning.ended is None and bool(choices)
        self.category.setVisible(raising)
        self.call.setVisible(has or raising)
        self.call.name(self.tr("Open the call") if has else self.tr("Raise a call"))
        may = "" if has else why_not(self._console, RaiseCall, warning.place)
        self.call.setEnabled(not may and (has or bool(self.category.currentData())))
        self.call.setToolTip(may)

    def allow(self) -> None:
        """Somebody else is signed in."""
        self._allow()

    # The plot

    def _ask(self, warning: EarlyWarning) -> None:
        trends = self._console.trends
        if trends is None:
            return
        start, end = self._stretch(warning)
        began = warning.began.timestamp()
        levels, leads = _levels(warning), _leads(warning)

        def job(past: Past) -> Drawn:
            return drawn_of(past.window(warning.signal, start, end, POINTS), began, levels, leads)

        def answer(drawn: Drawn) -> None:
            if self.shown is not None and self.shown.warning.id == warning.id:
                self.plot.show_drawn(drawn, self._zone)

        nothing = while_there(self, lambda _: self.plot.show_drawn(None, self._zone))
        trends.ask(job, while_there(self, answer), nothing, "earlywarning")

    def _stretch(self, warning: EarlyWarning) -> tuple[float, float]:
        """From before the beginning until it was over, or now; not much more than makes it seen."""
        over = max(number_of(warning, "over") or 0.0, number_of(warning, "still") or 0.0, LEAST)
        began, now = warning.began.timestamp(), self._console.now()
        end = warning.ended.timestamp() if warning.ended is not None else now
        return began - BEFORE * over, min(max(end, began + 60), began + 2 * over)

    @property
    def _zone(self) -> tzinfo | None:
        return zone_named(self._console.floor.plant.timezone)

    # What is done

    def _open_trends(self) -> None:
        if self.shown is not None:
            start, end = self._stretch(self.shown.warning)
            self.open_requested.emit("trends", f"{self.shown.warning.signal}\n@{start:.3f},{end:.3f}")

    def _call(self) -> None:
        if self.shown is None:
            return
        if self.shown.warning.call:
            self.open_requested.emit("calls", self.shown.warning.call)
        elif not self._raising:
            ask_for(self, RaiseCall, self._raise)

    def _raise(self) -> None:
        early, shown = self._console.earlywarning, self.shown
        if early is None or shown is None or self._raising or not self.category.currentData():
            return
        self._raising = True

        def over(result: object) -> None:
            self._raising = False
            if isinstance(result, Refusal):
                self.said.say(words_of(result))
            else:
                self.said.good(self.tr("The call is raised."))
                self.changed.emit()

        then = while_there(self, over)
        early.raise_call(shown, self.category.currentData(), early.call_text(shown), then, then)

    def _judge(self, judged: Judged) -> None:
        if self.shown is None:
            return
        warning = self.shown.warning
        note = self.why.text().strip() if judged is not Judged.NOT else ""
        command = JudgeWarning(warning.id, warning.place, judged, note, warning.judged)
        done = while_there(self, lambda _: self._judged_now(judged))
        self._giving.give(command, done, while_there(self, lambda refusal: self.said.say(words_of(refusal))))

    def _judged_now(self, judged: Judged) -> None:
        self.said.good(self.tr("Noted: {0}").format(judged_word(judged)))
        self.changed.emit()

    # How it is made

    def retranslate(self) -> None:
        """Say everything again in the language of the moment."""
        self.trends.name(self.tr("Show in Trends"))
        self.right.name(self.tr("Right"), self.tr("The warning was right: something was wrong or about to be"))
        self.false.name(self.tr("False alarm"), self.tr("Nothing was wrong"))
        self.again.name(self.tr("Take back"), self.tr("Nobody has judged it then"))
        self.category.setAccessibleName(self.tr("Category of the call"))
        self.why.setAccessibleName(self.tr("What was it?"))
        self.why.setPlaceholderText(self.tr("What was it? (may stay empty)"))
        self.plot.setAccessibleName(self.tr("The signal around the beginning of the warning"))
        self._say()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self.why.setMaxLength(NOTE_MOST)
        self._inside, inside = QWidget(), QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(8)
        for part in (self.what, self.where, self.plot):
            column.addWidget(part)
        facts = QGridLayout()
        facts.setHorizontalSpacing(14)
        facts.setVerticalSpacing(3)
        for row, (label, value) in enumerate(zip(self.names, self.values, strict=True)):
            facts.addWidget(label, row // 2, row % 2 * 2)
            facts.addWidget(value, row // 2, row % 2 * 2 + 1)
        for place in (1, 3):
            facts.setColumnStretch(place, 1)
        column.addLayout(facts)
        column.addLayout(_row(self.trends, self.category, self.call))
        column.addWidget(self.judged)
        column.addWidget(self.why)
        column.addLayout(_row(self.right, self.false, self.again))
        column.addWidget(self.said)
        column.addStretch(1)
        whole = QVBoxLayout(self._inside)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(inside))
        self.body.addWidget(self._inside, 1)
        self.body.addStretch(0)


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    row.addStretch(1)
    return row


def _levels(warning: EarlyWarning) -> tuple[float, ...]:
    """Values that the signal is held against."""
    if warning.sign is Sign.DRIFT:
        usual, sigma = number_of(warning, "usual"), number_of(warning, "sigma")
        return (usual - sigma, usual + sigma) if usual is not None and sigma is not None else ()
    if warning.sign is Sign.CONTROL:
        mean = number_of(warning, "mean")
        return (mean,) if mean is not None else ()
    limit = number_of(warning, "limit") if warning.sign is Sign.FORECAST else None
    return (limit,) if limit is not None else ()


def _leads(warning: EarlyWarning) -> tuple[tuple[float, float], ...]:
    """Where the line of a forecast leads."""
    value, limit, left = (number_of(warning, code) for code in ("value", "limit", "left"))
    if warning.sign is not Sign.FORECAST or value is None or limit is None or left is None:
        return ()
    began = warning.began.timestamp()
    return (began, value), (began + left, limit)
