"""Rules of the screen where rules that raise calls are edited and tried: what is saved, refused, compared, put back."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.app.queries.callsetup import rules
from console.app.recorded import Span
from console.domain.andon import Severity
from console.domain.callrules import CallRule, Kind
from console.domain.commands import CONSOLE
from console.domain.commands.andon import RemoveCallRule, SetCallRule
from console.domain.readings import Reading, Role, Signal
from tests.paths import DATA, SHARED
from tests.widgets.call_parts import ADMIN, OPERATOR, calling, shown
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.people_parts import PeopleConsole
from widgets.callsetup.drafts import Drafts
from widgets.callsetup.ruleform import FIELDS, SPECIAL
from widgets.callsetup.rules import DRY, RULE, RulesTab
from widgets.callsetup.rulewords import UNFIT, rule_sentence
from widgets.languages import languages
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
NIST = next(iter(sorted((SHARED / "nist").glob("Mazak01*.txt.gz"))), DATA / "Mazak01-excerpt.txt")
EXCERPT = DATA / "Mazak01-excerpt.txt"
K = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Screen:
    """The tab in a window of its own, with somebody who may change rules signed in."""

    def __init__(self, folder: Path) -> None:
        self.console: PeopleConsole = calling(folder)
        self.window: MainWindow = shown(self.console, ("callsetup", RulesTab))
        self.begun = {kept.value.id: kept.value for kept in self.saved()}
        self.tab: Any = self.window.widget("callsetup")

    def begin(self) -> None:
        """As at the beginning, for the next test."""
        languages.use("en")
        here = {kept.value.id: kept for kept in self.saved()}
        for id in here.keys() - self.begun.keys():
            assert self.console.do(RemoveCallRule(id, SetCallRule(here[id].value).place, here[id].version)) == []
        changed = [rule for id, rule in self.begun.items() if id not in here or here[id].value != rule]
        assert self.console.do(*(SetCallRule(rule) for rule in changed), who=CONSOLE) == []
        self.window.resize(1600, 900)
        self.console.history = None  # type: ignore[attr-defined]
        self.tab._drafts = Drafts()
        self.tab.filter.clear()
        self.tab.dry.found.show_run(None)
        self.tab.dry._path = None
        self.tab.dry.source.setCurrentIndex(0)
        self.tab.dry.which.setCurrentIndex(0)
        self.tab._turn(RULE)
        if self.console.session.person is None or self.console.session.person.id != ADMIN:
            self.console.sign_in(ADMIN)
        self.tab.read()
        self.settle()
        self.choose("stop")

    def settle(self) -> None:
        self.console.settle(3)

    def saved(self) -> Any:
        """The rules as the records have them."""
        return self.console.answer(rules)

    def rule(self, id: str) -> CallRule:
        return next(kept.value for kept in self.saved() if kept.value.id == id)

    def choose(self, id: str) -> None:
        self.tab._choose(id)
        self.settle()

    def field(self, name: str) -> Any:
        return self.tab.form.fields[name]

    def press(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.tab, key, modifier)
        self.settle()

    def wait(self, true: Callable[[], object]) -> None:
        end = time.monotonic() + 20
        while not true():
            assert time.monotonic() < end
            self.console.mailbox.run_errands()
            QApplication.processEvents()
            time.sleep(0.002)

    def try_file(self, path: Path, every: bool = False) -> None:
        """Run over a recording, to the end."""
        self.tab.dry.which.setCurrentIndex(int(every))
        self.tab.dry.use_file(path)
        self.tab.dry.begin()
        self.wait(lambda: self.tab.dry.run is not None and not self.tab.dry.running)


@pytest.fixture(scope="module")
def whole(qapp: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    made = Screen(tmp_path_factory.mktemp("rules"))
    yield made
    made.window.close()
    made.window.deleteLater()
    made.console.office.close()


@pytest.fixture
def screen(whole: Screen) -> Screen:
    whole.window.show()
    whole.window.activateWindow()
    whole.begin()
    return whole


# The list and the sentence


def test_the_shipped_rules_are_there_in_their_order(screen: Screen) -> None:
    assert [row.rule.id for row in screen.tab.rows.rows] == ["fault", "quality", "stop", "no_data"]
    assert screen.tab.form.rule == screen.rule("stop")


def test_the_rule_is_read_back_in_plain_words(screen: Screen) -> None:
    plant = screen.console.plant_file.plant
    machine = next(one for one in screen.tab._categories if one.id == "machine")
    rule = CallRule("x", "X", Kind.STATE, "machine", Severity.MAJOR, ("L1",), delay=120.0)
    assert rule_sentence(rule, machine, plant) == (
        "When a station of L1 line is stopped for more than 2 min → call Machine, major."
    )
    scrap = CallRule("x", "X", Kind.COUNTER, "machine", signal="scrap", count=3, window=600.0, active=False)
    assert rule_sentence(scrap, machine, plant) == (
        "When a piece at any station is counted as scrap, 3 times within 10 min → call Machine, minor."
        " It is switched off and calls nobody."
    )


def test_a_rule_is_found_by_its_words_and_by_its_area(screen: Screen) -> None:
    screen.tab.filter.setText("fault")
    assert [row.rule.id for row in screen.tab.rows.rows] == ["fault"]
    screen.tab.filter.setText("nothing like it")
    assert screen.tab.rows.rows == []
    assert "fits" in screen.tab.left.empty.text()
    screen.tab.filter.clear()
    there = replace(screen.rule("stop"), id="there", places=("L3",), order=9)
    assert screen.console.do(SetCallRule(there)) == []
    screen.settle()
    screen.tab.set_scope("assembly")
    ids = [row.rule.id for row in screen.tab.rows.rows]
    screen.tab.set_scope(None)
    assert "there" not in ids
    assert "stop" in ids


# The form


@pytest.mark.parametrize("kind", list(Kind))
def test_only_the_fields_of_a_kind_are_shown(screen: Screen, kind: Kind) -> None:
    screen.field("kind").control.setCurrentIndex(list(Kind).index(kind))
    seen = {name for name in SPECIAL if screen.field(name).isVisibleTo(screen.tab.form)}
    assert seen == set(FIELDS[kind])


def test_what_is_edited_is_saved_and_holds(screen: Screen) -> None:
    screen.field("delay").control.setText("5")
    screen.field("severity").control.setCurrentIndex(3)
    screen.field("reasons").control.setText("Jam*, no tool")
    screen.tab.form.gather.setChecked(True)
    assert screen.tab.rows.rows[2].edited
    screen.tab.card.save.click()
    screen.settle()
    rule = screen.rule("stop")
    assert (rule.delay, rule.severity, rule.codes) == (300.0, Severity.MAJOR, ("Jam*", "no tool"))
    assert (rule.chatter, rule.chatter_window) == (5, 60.0)
    assert not screen.tab.rows.rows[2].edited
    assert "Saved" in screen.tab.said.text


def test_a_rule_that_nobody_touched_is_the_same_whatever_it_holds(screen: Screen) -> None:
    odd = CallRule("odd", "Odd", Kind.ALARM, "machine", codes=("a, b", "c"), signal="x", places=("gone", "L1"))
    assert screen.console.do(SetCallRule(odd)) == []
    screen.settle()
    screen.choose("odd")
    assert screen.tab.form.rule == odd
    screen.field("name").control.setText("Odder")
    assert (screen.tab.form.rule.codes, screen.tab.form.rule.places) == (("a, b", "c"), ("L1", "gone"))


@pytest.mark.parametrize(
    ("name", "text"),
    [("name", "  "), ("delay", "soon"), ("delay", "99999"), ("count", "0"), ("count", "2.5"), ("off_delay", "-1")],
)
def test_what_cannot_be_so_is_refused_at_its_field_and_not_saved(screen: Screen, name: str, text: str) -> None:
    before = screen.rule("stop")
    screen.field(name).control.setText(text)
    screen.tab.submit()
    screen.settle()
    assert screen.field(name).refusal.text
    assert screen.field(name).control.hasFocus()
    assert screen.rule("stop") == before


def test_every_field_that_the_rules_refuse_has_words() -> None:
    fields = {"name", "category", "states", "signal", "limit", "hysteresis", "delay", "off_delay", "window", "count"}
    assert fields | {"chatter", "chatter_window"} <= UNFIT.keys()


def test_places_are_picked_from_the_plant_and_what_lies_inside_belongs_to_them(screen: Screen) -> None:
    pick = screen.field("places").control
    pick.everywhere.setChecked(False)
    screen.tab.submit()
    assert screen.field("places").refusal.text
    pick._items["L1"].setCheckState(0, Qt.CheckState.Checked)
    pick._items["L1/10"].setCheckState(0, Qt.CheckState.Checked)
    assert pick.places == ("L1",)
    assert pick._items["L1/10"].isDisabled()
    screen.tab.submit()
    screen.settle()
    assert screen.rule("stop").places == ("L1",)


def test_edits_can_be_undone_and_stay_while_another_rule_is_looked_at(screen: Screen) -> None:
    screen.field("name").control.setText("Other")
    screen.choose("fault")
    screen.choose("stop")
    assert screen.field("name").control.text() == "Other"
    screen.tab.card.undo.click()
    assert screen.field("name").control.text() == screen.begun["stop"].name
    assert not screen.tab.card.undo.isEnabled()


# New, copied, removed, moved, switched


def test_a_new_rule_is_saved_and_a_copy_says_the_same(screen: Screen) -> None:
    screen.tab.left.add.click()
    new = screen.tab._shown
    screen.field("name").control.setText("Blocked")
    screen.tab.submit()
    screen.settle()
    assert screen.rule(new).name == "Blocked"
    screen.tab.left.copy.click()
    copied = screen.tab._shown
    assert copied != new
    screen.tab.submit()
    screen.settle()
    assert replace(screen.rule(copied), id=new, name="Blocked", order=screen.rule(new).order) == screen.rule(new)


def test_what_was_removed_can_be_put_back(screen: Screen) -> None:
    screen.tab.card.remove.click()
    screen.settle()
    assert "stop" not in [kept.value.id for kept in screen.saved()]
    assert screen.tab._shown == "stop"
    screen.tab.card.save.click()
    screen.settle()
    assert screen.rule("stop") == screen.begun["stop"]


def test_a_new_rule_that_is_undone_is_gone(screen: Screen) -> None:
    screen.tab.left.add.click()
    screen.tab.card.undo.click()
    assert len(screen.tab.rows.rows) == 4


def test_the_keyboard_alone_switches_moves_removes_and_edits(screen: Screen) -> None:
    screen.tab.list.setFocus()
    screen.press(K.Key_Space)
    assert not screen.rule("stop").active
    screen.press(K.Key_Up, ALT)
    screen.settle()
    assert [row.rule.id for row in screen.tab.rows.rows] == ["fault", "stop", "quality", "no_data"]
    assert screen.tab._shown == "stop"
    screen.press(K.Key_Return)
    assert screen.field("name").control.hasFocus()
    screen.press(K.Key_A, CONTROL)
    QTest.keyClicks(QApplication.focusWidget(), "Long stop")
    screen.press(K.Key_Return)
    assert (screen.rule("stop").name, screen.rule("stop").active) == ("Long stop", False)
    screen.press(K.Key_Escape)
    assert screen.tab.list.hasFocus()
    screen.press(K.Key_Delete)
    assert "stop" not in [kept.value.id for kept in screen.saved()]


# Others


def test_what_somebody_else_changed_meanwhile_is_told_and_can_be_replaced(screen: Screen) -> None:
    screen.field("delay").control.setText("7")
    theirs = replace(screen.rule("stop"), name="Theirs")
    assert screen.console.do(SetCallRule(theirs)) == []
    screen.settle()
    assert "Somebody else" in screen.tab.said.text
    assert screen.field("delay").control.text() == "7"
    screen.tab.submit()
    screen.settle()
    assert (screen.rule("stop").delay, screen.rule("stop").name) == (420.0, screen.begun["stop"].name)


def test_what_was_changed_in_the_same_moment_is_refused_and_read_anew(screen: Screen) -> None:
    screen.field("delay").control.setText("7")
    theirs = replace(screen.rule("stop"), name="Theirs")
    screen.console.office.do(SetCallRule(theirs), who=CONSOLE)
    screen.tab.submit()
    screen.settle()
    screen.settle()
    assert screen.rule("stop") == theirs
    assert screen.tab.said.text
    assert screen.tab.card.undo.isEnabled()
    screen.tab.card.undo.click()
    assert screen.field("name").control.text() == "Theirs"


def test_who_may_not_change_rules_may_look_and_try(screen: Screen) -> None:
    screen.console.session.sign_out()
    screen.settle()
    screen.console.sign_in(OPERATOR)
    screen.settle()
    screen.field("delay").control.setText("7")
    assert not screen.tab.card.save.isEnabled()
    assert screen.tab.card.why.text()
    assert not screen.tab.card.remove.isEnabled()
    screen.try_file(EXCERPT)
    assert screen.tab.dry.run is not None


# The dry run


def test_the_form_as_it_stands_is_compared_with_what_is_saved(screen: Screen) -> None:
    screen.field("delay").control.setText("60")
    screen.try_file(EXCERPT)
    run = screen.tab.dry.run
    assert [rule.delay for rule in run.tried.rules] == [3600.0]
    assert [rule.delay for rule in run.tried.saved] == [120.0]
    words = screen.tab.dry.found.total.text()
    assert words.startswith("As saved: 1 call")
    assert "as edited: " in words
    assert screen.rule("stop").delay == 120.0, "nothing is saved"
    shown_first = screen.tab.dry.found.rows.calls
    screen.tab.dry.found.tabs["saved"].click()
    assert (shown_first, screen.tab.dry.found.rows.calls) == (run.result.calls, run.result.before)


def test_the_day_of_the_machine_tool_by_the_shipped_rules_shows_the_fault_with_code_and_text(screen: Screen) -> None:
    screen.choose("fault")
    screen.try_file(EXCERPT)
    rows = screen.tab.dry.found.rows
    assert [[rows.index(row, column).data() for column in (2, 5)] for row in range(rows.rowCount())] == [
        ["149 TAILSTOCK BARRIER", "1"]
    ]
    assert sum(screen.tab.dry.found.hours.bars) == 1
    assert "1 call" in screen.tab.dry.found.total.text()


def test_a_warning_that_comes_five_times_is_one_call_with_a_count(screen: Screen) -> None:
    screen.choose("fault")
    screen.field("levels").control.setText("warning")
    screen.field("codes").control.setText("1101")
    screen.try_file(EXCERPT)
    rows = screen.tab.dry.found.rows
    assert [[rows.index(row, column).data() for column in (2, 5)] for row in range(rows.rowCount())] == [
        ["1101 INTERFERE", "5"]
    ]
    assert sum(screen.tab.dry.found.hours.bars) == 5


def test_a_form_that_cannot_be_so_is_not_run(screen: Screen) -> None:
    screen.field("delay").control.setText("soon")
    screen.tab.dry.use_file(EXCERPT)
    screen.tab.dry.begin()
    assert not screen.tab.dry.running
    assert screen.field("delay").refusal.text


def test_a_run_can_be_stopped(screen: Screen) -> None:
    screen.tab.dry.use_file(NIST)
    screen.tab.dry.go.click()
    assert screen.tab.dry.running
    assert screen.tab.dry.stop.isVisibleTo(screen.tab)
    screen.tab.dry.stop.click()
    assert not screen.tab.dry.running
    assert screen.tab.dry.run is None
    assert screen.tab.dry.go.hasFocus()


def test_a_file_that_is_no_recording_is_refused_in_words(screen: Screen, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("nothing\n", encoding="utf-8")
    screen.tab.dry.use_file(path)
    screen.tab.dry.begin()
    screen.wait(lambda: not screen.tab.dry.running)
    assert "notes.txt" in screen.tab.dry.said.text


class Day:
    """A history of an hour of yesterday: a station says every half minute what it does, and stops for five minutes."""

    def __init__(self, now: float) -> None:
        self.begin = now - now % 86400 - 86400

    def first(self) -> float | None:
        return self.begin

    def replay(self, start: float, end: float, signals: Iterable[str] | None) -> Iterator[Reading]:
        state = Signal("L1/10", Role.STATE, "state")
        for seconds in range(3000, 6600, 30):
            at, word = self.begin + seconds, "stopped" if 3600 <= seconds < 3900 else "running"
            if start <= at < end:
                yield Reading(state, word, at, at, key=word)

    def pauses(self, start: float, end: float) -> list[tuple[float, float]]:
        return []


def test_without_a_history_the_screen_says_what_will_be_there(screen: Screen) -> None:
    screen.tab.dry._spans = None
    screen.tab.dry.look()
    screen.wait(lambda: screen.tab.dry._spans is not None)
    assert screen.tab.dry.source.currentData() == "file"
    screen.tab.dry.source.setCurrentIndex(0)
    assert "Days appear here" in screen.tab.dry.empty.text()
    assert not screen.tab.dry.go.isEnabled()


def test_yesterday_of_the_consoles_own_history_is_proposed_and_run(screen: Screen) -> None:
    day = Day(screen.console.now())
    screen.console.history = day  # type: ignore[attr-defined]
    screen.tab.dry.look()
    screen.wait(lambda: screen.tab.dry._spans)
    assert screen.tab.dry._spans == (Span(day.begin, screen.console.now()),)
    assert "Yesterday" in screen.tab.dry.day.currentText()
    assert screen.tab.dry.day.count() == 2
    screen.tab.dry.go.click()
    screen.wait(lambda: screen.tab.dry.run is not None)
    [call] = screen.tab.dry.run.result.calls
    assert (call.place, call.rule, call.raised, call.cleared) == ("L1/10", "stop", day.begin + 3720, day.begin + 3930)
    assert screen.tab.dry.found.hours.bars[1] == 1
    assert len(screen.tab.dry.found.hours.bars) == 24


# How it looks


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("size", [(1920, 1080), (1366, 768), (960, 600)])
def test_words_are_whole_and_controls_are_named(screen: Screen, code: str, size: tuple[int, int]) -> None:
    screen.field("delay").control.setText("60")
    screen.try_file(EXCERPT)
    languages.use(code)
    screen.window.resize(*size)
    for kind in Kind:
        screen.field("kind").control.setCurrentIndex(list(Kind).index(kind))
        screen.settle()
        assert clipped(screen.tab) == []
        assert nameless(screen.tab) == []
    screen.tab._turn(DRY)
    screen.settle()
    assert clipped(screen.tab) == []
    assert screen.window.width() == size[0]
    languages.use("en")
