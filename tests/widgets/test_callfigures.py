"""The response figures, the shelved alarms and what the board says of answers, with a past of real records."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.callpulse import CallPulse
from console.domain.andon import Source
from console.domain.callrules import CallRule
from console.domain.commands.andon import RaiseCall, SetCallRule
from console.domain.commands.figures import ShelveAlarm
from console.domain.responses import Baseline, Span
from console.domain.shelving import Shelf
from tests.app.callhistory import Past, commands, past
from tests.widgets.call_parts import ADMIN, LEADER, SUPERVISOR, breathe, calling, maintainer, shown
from tests.widgets.people_parts import PeopleConsole
from widgets.board.answers import SPANS, AnswersPanel
from widgets.callfigures.advice import AdviceRow
from widgets.callfigures.baselineform import BaselineForm
from widgets.callfigures.page import SECTIONS, CallFiguresPage
from widgets.callfigures.shelveform import ShelveForm
from widgets.calls.page import CallsPage
from widgets.calls.shown import short
from widgets.shell.alarmrate import alarm_words
from widgets.shell.window import MainWindow
from widgets.times import span

CALLS = 160


class Screen:
    """A window with calls and their figures over a past of two months."""

    def __init__(self, folder: Path) -> None:
        self.console = calling(folder)
        mo = maintainer(self.console)
        self.now = datetime.fromtimestamp(self.console.now(), UTC)
        lines = [live for live in self.console.floor.lines if live.line.area == "assembly"]
        places = tuple(station.station.id for live in lines for station in live.stations)
        self.plan = past(CALLS, 58, self.now - timedelta(hours=3), places, self.now)
        given = commands(self.plan, self.console.calls.dispatch.categories, mo, SUPERVISOR)
        box: list[Any] = []
        self.console.office.run(lambda local: local.give(given), box.append, box.append)
        self.until(lambda: box)
        assert not [one for one in box[0] if isinstance(one, Exception)]
        self.console.pulse = CallPulse(self.console)
        self.console.pulse.start()
        self.console.calls._stale = {"andon_call"}
        breathe(self.console)
        self.window = shown(self.console, ("calls", CallsPage), ("callfigures", CallFiguresPage))
        self.page: CallFiguresPage = self.window.widget("callfigures")
        self.calls: CallsPage = self.window.widget("calls")
        self.look("30")

    def until(self, true: object, seconds: float = 20.0) -> None:
        """Let everything happen until it is so."""
        end = time.monotonic() + seconds
        while not true():  # type: ignore[operator]
            assert time.monotonic() < end, "it did not happen"
            self.console.settle(1)

    def look(self, days: str, against: str = "") -> None:
        """Open the figures of so many days."""
        self.window.open("callfigures")
        choosing = self.page.choosing
        for choice, key in ((choosing.range, days), (choosing.against, against)):
            choice.setCurrentIndex(choice.findData(key))
        self.console.settle(1)
        self.until(lambda: not self.page.gathering.busy and self.page.sheet is not None)

    def inside(self, days: float) -> list[Past]:
        """What was raised in the last days, on the plant's own days."""
        start = self.now.replace(hour=0, minute=0, second=0, microsecond=0) - timedelta(days=days - 1)
        return [one for one in self.plan if one.raised >= start]

    def form(self, kind: type) -> Any:
        """The form that is open."""
        return next(one for one in self.window.findChildren(kind) if one.isVisible())


@pytest.fixture(scope="module")
def screen(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    made = Screen(tmp_path_factory.mktemp("figures"))
    yield made
    made.window.close()
    made.console.office.close()


@pytest.fixture(autouse=True)
def nobody(screen: Screen) -> None:
    """Each test begins with nobody signed in and the response times of thirty days."""
    screen.console.session.sign_out()
    screen.page.turn("response")
    screen.look("30")


@pytest.fixture
def console(screen: Screen) -> PeopleConsole:
    return screen.console


@pytest.fixture
def window(screen: Screen) -> MainWindow:
    return screen.window


def test_the_four_times_are_shown_as_the_records_have_them(screen: Screen) -> None:
    took = {
        Span.ACKNOWLEDGE: [one.acknowledge for one in screen.inside(30)],
        Span.RESOLVE: [one.resolve for one in screen.inside(30)],
    }
    for card in screen.page.response.cards:
        if card.span in took:
            values = [value for value in took[card.span] if value is not None]
            assert card.count.value == str(len(values))
            assert card.median.value == short(float(np.median(values)))
            assert card.p90.value == short(float(np.quantile(values, 0.9)))


def test_before_is_compared_with_now(screen: Screen) -> None:
    screen.look("30", "before")
    note = screen.page.response.cards[0].change.note
    assert "faster" in note  # the first half of this past was slower
    assert screen.page.sheet.spans[0].compared.before.n > 50


def test_a_figure_opens_the_calls_behind_it(screen: Screen, window: MainWindow) -> None:
    card = screen.page.response.cards[0]
    wanted = set(screen.page.sheet.spans[0].outside)
    assert wanted
    card.inside.click()
    assert window.current == "calls"
    past_calls = screen.calls.past
    screen.until(lambda: {row.call.id for row in past_calls.rows.rows} == wanted)
    assert past_calls.said.text
    past_calls.clear.click()
    screen.until(lambda: past_calls.rows.rowCount() > len(wanted))
    assert not past_calls.said.text


def test_only_what_is_chosen_counts(screen: Screen) -> None:
    category = screen.page.choosing.category
    category.setCurrentIndex(category.findData("quality"))
    screen.until(lambda: not screen.page.gathering.busy)
    assert screen.page.sheet.calls == sum(one.category == "quality" for one in screen.inside(30))
    category.setCurrentIndex(0)
    screen.until(lambda: not screen.page.gathering.busy)


def test_a_time_without_calls_says_what_will_be_there(screen: Screen) -> None:
    choosing = screen.page.choosing
    severity = choosing.severity
    severity.setCurrentIndex(severity.findData("critical"))
    screen.until(lambda: not screen.page.gathering.busy)
    assert screen.page._stack.currentWidget() is screen.page._nothing
    assert "acknowledge" in screen.page.empty.text()
    severity.setCurrentIndex(0)
    screen.until(lambda: not screen.page.gathering.busy)
    assert screen.page._stack.currentWidget() is screen.page.response


def test_every_section_is_reached_with_the_keyboard(screen: Screen) -> None:
    screen.page.choosing.range.setFocus()
    for number, key in enumerate(SECTIONS, 1):
        QTest.keyClick(screen.page.choosing.range, Qt.Key.Key_0 + number, Qt.KeyboardModifier.AltModifier)
        assert screen.page.current == key


def test_a_baseline_is_kept_compared_with_and_removed(screen: Screen, console: PeopleConsole) -> None:
    console.sign_in(ADMIN)
    screen.page.choosing.keep.click()
    form = screen.form(BaselineForm)
    form.keep.click()
    assert form.called.refusal.text
    form.called.control.setText("Before the second feeder")
    form.keep.click()
    assert form.reason.refusal.text
    form.reason.control.setText("Second wire feeder")
    form.keep.click()
    against = screen.page.choosing.against
    screen.until(lambda: against.currentText() == "Before the second feeder" and not screen.page.gathering.busy)
    (base,) = console.answer(lambda desk: desk.find(Baseline))
    assert (base.reason, base.noted_by) == ("Second wire feeder", ADMIN)
    screen.look("7", base.id)
    assert screen.page.response.cards[0].change.toolTip().count("Before the second feeder") == 1
    screen.page.choosing.remove.click()
    screen.until(lambda: against.count() == 2)
    assert console.answer(lambda desk: desk.find(Baseline)) == []


def test_who_may_not_keep_a_baseline_is_told_why(screen: Screen, console: PeopleConsole) -> None:
    console.sign_in(LEADER)
    assert not screen.page.choosing.keep.isEnabled()
    assert screen.page.choosing.keep.toolTip()


def test_the_worst_are_listed_and_open_their_calls(screen: Screen, window: MainWindow) -> None:
    screen.page.turn("actors")
    section = screen.page.actors
    first = section.actor()
    assert first is not None
    heard = [int(row.cells[3]) for row in section.model.rows]
    assert heard == sorted(heard, reverse=True)
    section.open.click()
    screen.until(lambda: {row.call.id for row in screen.calls.past.rows.rows} == set(first.ids))


def test_what_would_help_is_used_after_it_was_asked_once_more(screen: Screen, console: PeopleConsole) -> None:
    console.sign_in(ADMIN)
    screen.look("90")
    screen.page.turn("health")
    row: AdviceRow = screen.page.health.advice[0]
    proposal = row.given.proposal
    assert f"{proposal.after} of {proposal.before}" in row.why.text()
    row.use.click()
    assert _rule(console, row.given.rule.id).delay == 0.0  # only asked so far
    row.use.click()
    screen.until(lambda: _rule(console, row.given.rule.id).delay == proposal.value)
    assert console.do(SetCallRule(row.given.rule)) == []


def test_the_rule_behind_a_proposal_is_opened(screen: Screen) -> None:
    screen.look("90")
    asked: list[tuple[str, str]] = []
    screen.page.open_requested.connect(lambda *where: asked.append(where))
    row = screen.page.health.advice[0]
    row.rule.click()
    assert asked == [("callsetup", f"rules/{row.given.rule.id}")]


def test_a_call_of_the_console_is_shelved_listed_and_taken_off(screen: Screen, console: PeopleConsole) -> None:
    call = RaiseCall("L1/20", "machine", "E99 Door", source=Source.RULE, what="E99", call="shelve-me")
    assert console.do(call) == []
    breathe(console)
    console.sign_in(LEADER)
    screen.window.open("calls", "shelve-me")
    screen.until(lambda: screen.calls.card.file is not None and screen.calls.card.file.shown.call.id == "shelve-me")
    row = screen.calls.card._others
    buttons = [row.itemAt(place).widget() for place in range(row.count())]
    next(button for button in buttons if button and button.text().startswith("Shelve")).click()
    form = screen.form(ShelveForm)
    form.shelve.click()
    assert form.reason.refusal.text
    form.reason.control.setText("The door switch is on order")
    form.shelve.click()
    screen.until(lambda: console.answer(lambda desk: desk.find(Shelf)))
    breathe(console)
    screen.calls.shelved_tab.click()
    (shelf,) = console.calls.shelved
    assert (shelf.shelf.who, shelf.shelf.about) == (LEADER, "E99")
    assert screen.calls.shelved_tab.text() == "Shelved · 1"
    (row,) = screen.calls.shelved.model.rows
    assert "The door switch is on order" in row.cells
    screen.calls.shelved.end.click()
    screen.until(lambda: console.answer(lambda desk: desk.find(Shelf))[0].ended)
    breathe(console)
    assert screen.calls.shelved.model.rows == []


def test_a_call_of_a_person_cannot_be_shelved(screen: Screen, console: PeopleConsole) -> None:
    assert console.do(RaiseCall("L1/20", "help", "Come", call="from-a-person"), who=LEADER) == []
    breathe(console)
    screen.window.open("calls", "from-a-person")
    screen.until(lambda: screen.calls.card.file and screen.calls.card.file.shown.call.id == "from-a-person")
    row = screen.calls.card._others
    buttons = [row.itemAt(place).widget() for place in range(row.count())]
    assert not [button for button in buttons if button.text().startswith("Shelve")]


def test_figures_are_exported_as_text_that_no_spreadsheet_runs(screen: Screen, tmp_path: Path) -> None:
    file = tmp_path / "figures.csv"
    screen.page.ask_path = lambda name: str(file)
    screen.page.export.click()
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    acknowledge = next(row for row in rows if row and row[0] == "Acknowledge")
    now = screen.page.sheet.spans[0].compared.now
    assert (int(acknowledge[1]), float(acknowledge[3])) == (now.n, pytest.approx(now.median))
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "@"))]


def test_the_board_tells_how_fast_this_shift_is(screen: Screen, console: PeopleConsole) -> None:
    screen.until(lambda: console.pulse.beat() or console.pulse.known)
    panel = AnswersPanel(lambda: console.pulse.answers(["L1", "L2"], SPANS), lambda: 2)
    panel.beat(console.now())
    columns = panel.columns()
    assert [what for _, what, _, _ in columns[:2]] == ["median time to acknowledge", "median time to resolve"]
    assert columns[2][2] == "2 open"
    panel.deleteLater()
    QApplication.processEvents()


def test_the_bottom_bar_tells_the_rate_and_a_flood(screen: Screen, console: PeopleConsole) -> None:
    screen.until(lambda: console.pulse.beat() or console.pulse.known)
    before = console.pulse._heard
    console.pulse._heard = (screen.now - timedelta(minutes=1),)
    assert alarm_words(console) == ("Alarm rate 1 / 10 min", "text_faint")
    console.pulse._heard = tuple(screen.now - timedelta(minutes=1 + place / 10) for place in range(11))
    assert alarm_words(console) == ("Alarm flood: 11 in 10 min", "warning")
    console.pulse._heard = before


def test_shelving_says_by_when_it_ends(screen: Screen, console: PeopleConsole) -> None:
    expires = screen.now + timedelta(hours=1)
    command = ShelveAlarm("bar", "L1/20", "machine", expires, "On order", what="E12")
    assert console.do(command, who=LEADER) == []
    breathe(console)
    screen.calls.show_subject("shelved")
    (row,) = screen.calls.shelved.model.rows
    assert row.cells[4] == span(3600.0)


def _rule(console: PeopleConsole, id: str) -> CallRule:
    found = console.answer(lambda desk: desk.need(CallRule, id))
    assert isinstance(found, CallRule)
    return found
