"""Rules of early warning in the console: one record and one call a sign, through restarts, kills, floods, outages."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.domain.commands.andon import RejectCall
from console.domain.commands.earlywarning import ChangeWarningRule, SwitchWarningRule
from console.domain.commands.figures import ShelveAlarm
from console.domain.control_events import ControlBroken, ControlCleared
from console.domain.early_warnings import about_of
from console.domain.events import BrokerChanged, Link, WarningsChanged
from console.domain.signs import Gone, Seen
from console.domain.warning_rules import Fact, Sign, WarningRule
from tests.app.calling import T0
from tests.app.warned import RISE, Warned
from tests.paths import ROOT

PLACE, SIGNAL = "L1/10", "L1/10/temperature"


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Warned]:
    made = Warned(tmp_path)
    yield made
    made.close()


def warm(works: Warned) -> float:
    """The temperature stands still, then rises: one warning."""
    works.heat(180.0, 0.0, 120)
    return works.heat(180.0, 3.0, 120)


def test_what_rises_too_fast_is_one_warning_and_one_call_until_it_is_over(works: Warned) -> None:
    told: list[WarningsChanged] = []
    works.console.on(WarningsChanged, told.append)
    end = warm(works)
    (shown,) = works.early.open
    warning = shown.warning
    assert (warning.rule, warning.sign, warning.signal, warning.place) == ("rise", Sign.RATE, SIGNAL, PLACE)
    assert (warning.line, warning.area) == ("L1", "Body")
    facts = {fact.code: fact.value for fact in warning.facts}
    assert float(facts["rate"]) == pytest.approx(3.0, rel=0.3)
    (call,) = works.all()
    assert (call.category, call.severity.value, call.about) == ("machine", "major", about_of("rise", SIGNAL))
    assert call.text.startswith("temperature at L1/10: 1")
    assert warning.call == call.id
    assert works.early.at(PLACE) == 1
    assert [event.announce for event in told if event.announce] == [(warning.id,)]
    works.heat(end, 0.0, 240)
    (over,) = works.past()
    assert works.early.open == ()
    assert over.id == warning.id
    assert over.ended is not None
    assert over.ended > over.began
    (call,) = works.all()
    assert call.cleared == over.ended, "the call stays open for a person, and says that it is over"


def test_a_sign_that_comes_again_is_another_warning_on_the_same_open_call(works: Warned) -> None:
    end = warm(works)
    end = works.heat(end, 0.0, 240)
    end = works.heat(end, 3.0, 120)
    first, second = works.past()
    assert first.ended is not None
    assert second.ended is None
    (call,) = works.all()
    assert call.repeats == 1
    assert (first.call, second.call) == (call.id, call.id)


def test_a_restart_in_a_warning_neither_doubles_nor_ends_it(works: Warned) -> None:
    end = warm(works)
    works.close()
    works.clock.at += 20
    works.begin()
    end = works.heat(end + 1.0, 3.0, 180)
    (warning,) = works.past()
    assert warning.ended is None
    assert len(works.all()) == 1
    works.heat(end, 0.0, 240)
    (warning,) = works.past()
    assert warning.ended is not None
    assert len(works.all()) == 1


def test_a_warning_whose_sign_went_while_the_console_was_off_is_over_after_a_while(works: Warned) -> None:
    end = warm(works)
    works.close()
    works.clock.at += 3600
    works.begin()
    works.heat(end, 0.0, 400)
    (warning,) = works.past()
    assert warning.ended is not None
    assert works.early.open == ()


def test_a_killed_console_loses_no_warning_and_makes_none_twice(tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    arguments = [sys.executable, "-m", "tests.app.warned", str(tmp_path)]
    process = subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment)
    assert process.stdout is not None
    said = process.stdout.readline()
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()
    assert said.startswith("warned at ")
    works = Warned(tmp_path)
    try:
        works.clock.at = T0 + float(said.split()[-1]) + 30
        assert len(works.past()) == 1
        end = works.heat(190.0, 3.0, 180)
        (warning,) = works.past()
        assert warning.ended is None
        assert len(works.all()) == 1
        works.heat(end, 0.0, 500)
        (warning,) = works.past()
        assert warning.ended is not None
        assert len(works.all()) == 1
    finally:
        works.close()


def test_a_call_that_somebody_closed_does_not_come_back_after_a_restart(works: Warned) -> None:
    works.staff()
    end = warm(works)
    (call,) = works.all()
    works.give(RejectCall(call.id, PLACE, "It was the door"), "sue")
    works.until(lambda: not works.all())
    works.close()
    works.begin()
    works.heat(end, 3.0, 60)
    assert len(works.past()) == 1
    assert works.all() == []


def test_a_rule_that_is_switched_off_ends_its_warnings_and_changed_ones_go_on(works: Warned) -> None:
    end = warm(works)
    kept = replace(RISE, name="Rises fast")
    works.give(ChangeWarningRule(kept, 1))
    end = works.heat(end, 3.0, 60)
    assert len(works.early.open) == 1, "what goes on goes on"
    works.give(SwitchWarningRule("rise", "", False))
    works.look()
    works.heat(end, 3.0, 60)
    (warning,) = works.past()
    assert warning.ended is not None


def test_nothing_is_missing_while_the_broker_is_away(tmp_path: Path) -> None:
    rule = WarningRule("gone", "Gone", Sign.MISSING, over=60.0, signal="temperature")
    works = Warned(tmp_path, (rule,))
    try:
        works.give(SwitchWarningRule("missing", "", False))
        works.heat(180.0, 0.0, 120)
        works.console.bus.publish(BrokerChanged(Link.LOST, works.clock.at))
        works.after(600)
        assert works.past() == []
        works.console.bus.publish(BrokerChanged(Link.CONNECTED, works.clock.at))
        works.after(30)
        assert works.past() == []
        works.after(120)
        (warning,) = works.past()
        assert warning.sign is Sign.MISSING
    finally:
        works.close()


def test_a_shelved_warning_raises_no_call_and_is_a_warning_all_the_same(works: Warned) -> None:
    works.staff()
    about = about_of("rise", SIGNAL)
    until = works.now.replace(microsecond=0).fromtimestamp(works.clock.at + 1200, works.now.tzinfo)
    works.give(ShelveAlarm("s", PLACE, "machine", until, "The door is open", what=about), "sue")
    works.until(lambda: works.calls.shelved)
    end = warm(works)
    assert len(works.early.open) == 1
    assert works.all() == []
    works.heat(end, 3.0, 1200)
    (call,) = works.all()
    assert call.about == about, "its time on the shelf is over and it is still so"


def test_a_flood_is_kept_whole_and_becomes_few_calls(works: Warned) -> None:
    began = works.clock.at
    for number in range(1000):
        facts = (Fact("value", 1.0), Fact("rate", 3.0))
        works.early._take(Seen("rise", Sign.RATE, f"L1/10/t{number}", PLACE, began, facts))
    works.soon(lambda: len(works.early.open) == 1000)
    works.clock.at += 10
    works.look()
    calls = works.all()
    assert len(calls) == 11
    (many,) = [call for call in calls if call.place == "L1"]
    assert "990" in many.text
    for number in range(1000):
        works.early._take(Gone("rise", f"L1/10/t{number}", works.clock.at))
    works.soon(lambda: not works.early.open)
    assert len(works.past()) == 500, "the page of the past is as long as that"
    assert all(call.cleared for call in works.all())


def test_a_control_chart_out_of_control_is_a_warning_until_it_is_back(tmp_path: Path) -> None:
    rule = WarningRule("chart", "Out", Sign.CONTROL, off_delay=0.0)
    works = Warned(tmp_path, (rule,))
    try:
        works.give(SwitchWarningRule("control", "", False))
        works.look()
        facts = (Fact("rule", 1.0), Fact("value", 9.5), Fact("mean", 5.0), Fact("sigma", 1.0))
        works.console.bus.publish(ControlBroken("c", 1, works.now, SIGNAL, PLACE, facts))
        works.console.bus.publish(ControlBroken("c", 2, works.now, SIGNAL, PLACE, facts))
        works.after(10)
        (warning,) = works.past()
        assert {fact.code: fact.value for fact in warning.facts}["value"] == 9.5
        works.console.bus.publish(ControlCleared("c", 1, works.now, SIGNAL, PLACE))
        works.after(10)
        assert works.past()[0].ended is None, "another rule is still broken"
        works.console.bus.publish(ControlCleared("c", 2, works.now, SIGNAL, PLACE))
        works.after(10)
        assert works.past()[0].ended is not None
    finally:
        works.close()


def test_a_call_raised_by_a_person_is_named_by_its_warning(works: Warned) -> None:
    works.give(ChangeWarningRule(replace(RISE, category="", severity=None), 1))
    warm(works)
    (shown,) = works.early.open
    assert shown.warning.call == ""
    works.staff()
    works.console.office.who = lambda: "sue"
    done: list[object] = []
    works.early.raise_call(shown, "machine", works.early.call_text(shown), done.append, done.append)
    works.until(lambda: done)
    assert not isinstance(done[0], Exception)
    works.look()
    assert works.early.open[0].warning.call == works.all()[0].id


def test_a_console_without_a_memory_learns_from_its_history_what_it_would_know(works: Warned) -> None:
    works.give(SwitchWarningRule("rise", "", False))
    works.look()
    began = works.clock.at
    warm(works)
    assert works.past() == []
    assert works.history.flush()
    works.give(SwitchWarningRule("rise", "", True))
    works.close()
    for file in works.console.store.glob("sign*.json"):
        file.unlink()
    works.clock.at += 5
    works.begin()
    works.soon(lambda: works.early.open)
    (warning,) = works.past()
    assert (warning.rule, warning.signal) == ("rise", SIGNAL)
    assert began + 120 < warning.began.timestamp() < works.clock.at - 20, "when it was so, not when the console came"
    assert len(works.all()) == 1


def test_signs_that_are_too_many_wait_until_there_is_room(works: Warned, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("console.app.earlywarning.MOST", 20)
    for number in range(30):
        works.early._take(Seen("rise", Sign.RATE, f"L1/10/t{number}", PLACE, works.clock.at, ()))
    works.soon(lambda: len(works.early.open) == 20)
    assert works.early.left_off == 10
    works.look()
    assert works.early.left_off == 10
    for number in range(15):
        works.early._take(Gone("rise", f"L1/10/t{number}", works.clock.at))
    works.soon(lambda: len(works.early.open) == 15)
    assert works.early.left_off == 0
