"""A rule that contradicts itself is refused, and what fits a rule is what a person would say fits."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from console.domain.callrules import CallRule, Kind, RuleUnfit, alarm_fits, beyond, checked_rule, state_fits, text_of
from console.domain.stations import StationState

STOPPED = CallRule("r1", "Stopped", Kind.STATE, "machine", delay=120)
HOT = CallRule("r2", "Too hot", Kind.LIMIT, "machine", signal="temperature", limit=60, hysteresis=2)
FAULT = CallRule("r3", "Fault", Kind.ALARM, "machine", levels=("Fault",), codes=("149", "11*"))


def test_sound_rules_are_taken() -> None:
    for rule in (STOPPED, HOT, FAULT, CallRule("r4", "Silent", Kind.NO_DATA, "machine", states=("silent",))):
        assert checked_rule(rule) is rule


@pytest.mark.parametrize(
    ("rule", "field", "value"),
    [
        (STOPPED, "name", " "),
        (STOPPED, "category", ""),
        (STOPPED, "states", ("asleep",)),
        (STOPPED, "states", ("no_data",)),
        (STOPPED, "delay", -1.0),
        (STOPPED, "off_delay", float("inf")),
        (STOPPED, "count", 0),
        (STOPPED, "chatter", 1),
        (STOPPED, "chatter_window", 0.0),
        (HOT, "signal", ""),
        (HOT, "limit", None),
        (HOT, "limit", float("nan")),
        (HOT, "hysteresis", -1.0),
        (replace(STOPPED, count=3, window=60), "window", 0.0),
        (CallRule("r5", "Scrap", Kind.COUNTER, "quality", signal="scrap"), "delay", 5.0),
    ],
)
def test_a_rule_that_contradicts_itself_is_refused(rule: CallRule, field: str, value: Any) -> None:
    with pytest.raises(RuleUnfit) as refused:
        checked_rule(replace(rule, **{field: value}))
    assert refused.value.facts == {"rule": rule.id, "field": field}


def test_an_alarm_fits_by_level_and_by_code_or_text() -> None:
    assert alarm_fits(FAULT, "149", "TAILSTOCK BARRIER", "fault")
    assert alarm_fits(FAULT, "1101", "", "Fault")
    assert not alarm_fits(FAULT, "1101", "INTERFERE", "Warning")
    assert not alarm_fits(FAULT, "150", "", "Fault")
    assert alarm_fits(replace(FAULT, levels=(), codes=("*interf*",)), "", "INTERFERE", "")


def test_a_state_fits_for_the_reasons_that_are_named() -> None:
    held = replace(STOPPED, codes=("FEED_HOLD",))
    assert state_fits(held, StationState.STOPPED, "feed_hold")
    assert not state_fits(held, StationState.STOPPED, "INTERRUPTED")
    assert not state_fits(STOPPED, StationState.BLOCKED, "")


def test_between_limit_and_hysteresis_all_stays_as_it_was() -> None:
    assert [beyond(HOT, value) for value in (61, 60, 58.5, 58, 20)] == [True, None, None, False, False]
    cold = replace(HOT, below=True, limit=5)
    assert [beyond(cold, value) for value in (4, 5, 6.9, 7)] == [True, None, None, False]
    assert beyond(replace(HOT, hysteresis=0), 60) is False


def test_a_template_is_filled_with_what_is_known_and_nothing_else() -> None:
    facts = {"text": "TAILSTOCK {code} BARRIER", "code": "149", "place": "Mazak01/cnc"}
    assert text_of(replace(FAULT, text="{place}: {text} ({code}) {nothing} {0.__class__}"), facts) == (
        "Mazak01/cnc: TAILSTOCK {code} BARRIER (149) {nothing} {0.__class__}"
    )
    assert text_of(FAULT, facts) == "TAILSTOCK {code} BARRIER"
    assert text_of(STOPPED, {}) == "Stopped"
