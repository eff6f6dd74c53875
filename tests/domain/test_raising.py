"""Rules raise calls from what is heard: once, in time, never from snapshots, and the dry run says the same."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.andon import Call, Category, Severity, Source
from console.domain.andon_hearing import clear, hear, raise_call
from console.domain.andon_refusals import AlreadyDone
from console.domain.callrules import CallRule, Kind
from console.domain.happenings import AlarmSeen, CheckSeen, CountSeen, Happening, StateSeen, ValueSeen
from console.domain.raising import MOST, SHORT, Cleared, Outcome, RuleEngine, Wanted, dry_run
from console.domain.stations import NoData, StationState
from tests.paths import DATA

T0 = 1_700_000_000.0
PLACE = "L1/30"
WAYS = {PLACE: ("S", "A", "L1", PLACE), "L2/10": ("S", "B", "L2", "L2/10")}
STOP = CallRule("stop", "Stopped", Kind.STATE, "machine", delay=120)
ALARM = CallRule("alarm", "Alarm", Kind.ALARM, "machine")
HOT = CallRule("hot", "Too hot", Kind.LIMIT, "machine", signal="temperature", limit=60, hysteresis=2)
NOK = CallRule("nok", "Check failed", Kind.QUALITY, "quality")
SCRAP = CallRule("scrap", "Scrap", Kind.COUNTER, "quality", signal="scrap", count=5, window=600)
SILENT = CallRule("silent", "No data", Kind.NO_DATA, "data", delay=30)


def state(what: str, at: float, no_data: NoData | None = None, late: float = 0.0, retained: bool = False) -> StateSeen:
    return StateSeen(PLACE, StationState(what), no_data, "", T0 + at, T0 + at + late, retained)


def alarm(text: str, at: float, code: str = "", source: str = "s", retained: bool = False) -> AlarmSeen:
    return AlarmSeen(PLACE, text, T0 + at, T0 + at, code, "Fault" if text else "", source, retained)


def value(number: float, at: float, retained: bool = False) -> ValueSeen:
    return ValueSeen(PLACE, "temperature", number, T0 + at, T0 + at, retained)


def scrapped(total: int, at: float) -> CountSeen:
    return CountSeen(PLACE, "scrap", total, T0 + at, T0 + at)


def check(passed: bool, at: float, key: str = "", retained: bool = False) -> CheckSeen:
    return CheckSeen(PLACE, passed, key, T0 + at, T0 + at, retained)


def told(outcomes: list[Outcome]) -> list[tuple[str, str, float]]:
    """raise or clear, what it is about, seconds."""
    return [
        ("raise" if isinstance(one, Wanted) else "clear", one.about, _at(one) - T0)
        for one in outcomes
        if isinstance(one, Wanted | Cleared)
    ]


def _at(outcome: Outcome) -> float:
    return (outcome.raised_at if isinstance(outcome, Wanted) else outcome.at).timestamp()


def run(rule: CallRule, *happenings: Happening, until: float = 100_000.0) -> list[tuple[str, str, float]]:
    return told(dry_run([rule], WAYS, happenings, T0 + until))


def test_a_stop_that_lasts_raises_when_its_delay_is_over() -> None:
    assert run(STOP, state("stopped", 10), until=129) == []
    assert run(STOP, state("stopped", 10), until=130) == [("raise", "stop", 130)]


def test_a_shorter_stop_raises_nothing() -> None:
    assert run(STOP, state("stopped", 10), state("running", 129)) == []


def test_a_stop_that_was_heard_late_counts_from_when_it_began() -> None:
    assert run(STOP, state("stopped", 10, late=300), until=310) == [("raise", "stop", 130)]


def test_a_time_in_the_future_counts_as_heard_and_one_before_what_is_known_as_that() -> None:
    assert run(STOP, StateSeen(PLACE, StationState.STOPPED, None, "", T0 + 9999, T0 + 10)) == [("raise", "stop", 130)]
    late = [state("stopped", 0), state("running", 50), state("stopped", 20, late=40)]
    assert run(STOP, *late) == [("raise", "stop", 170)]


def test_it_raises_again_only_after_it_was_over() -> None:
    again = [state("stopped", 0), state("stopped", 200), state("running", 300), state("stopped", 400)]
    assert run(STOP, *again) == [("raise", "stop", 120), ("clear", "stop", 300), ("raise", "stop", 520)]


def test_over_is_only_what_stays_over_for_the_off_delay() -> None:
    rule = replace(STOP, off_delay=60)
    short = [state("stopped", 0), state("running", 200), state("stopped", 250), state("running", 400)]
    assert run(rule, *short) == [("raise", "stop", 120), ("clear", "stop", 460)]


def test_what_is_not_known_is_neither_over_nor_a_stop() -> None:
    lost = [state("stopped", 0), state("no_data", 200, NoData.SILENT), state("stopped", 260), state("running", 900)]
    assert run(STOP, *lost) == [("raise", "stop", 120), ("clear", "stop", 900)]
    assert run(STOP, state("stopped", 0), state("no_data", 50, NoData.SILENT)) == []


def test_a_snapshot_raises_nothing_but_the_live_message_after_it_does() -> None:
    snapshots: list[Happening] = [
        state("stopped", 0, retained=True),
        alarm("Guard open", 0, retained=True),
        value(90, 0, retained=True),
        check(False, 0, "k1", retained=True),
    ]
    rules = [STOP, ALARM, HOT, NOK]
    assert dry_run(rules, WAYS, snapshots, T0 + 9999) == []
    live = [state("stopped", 10), alarm("Guard open", 11), value(91, 12)]
    assert told(dry_run(rules, WAYS, [*snapshots, *live], T0 + 9999)) == [
        ("raise", "Guard open", 11),
        ("raise", "hot", 12),
        ("raise", "stop", 130),
    ]


def test_a_snapshot_may_tell_that_something_is_over() -> None:
    assert run(ALARM, alarm("Guard open", 0), alarm("", 50, retained=True), alarm("Guard open", 60)) == [
        ("raise", "Guard open", 0),
        ("clear", "Guard open", 50),
        ("raise", "Guard open", 60),
    ]


def test_a_snapshot_begins_nothing_anew() -> None:
    heard = [alarm("A", 0), alarm("", 10), alarm("A", 20, retained=True), value(61, 30), value(50, 40)]
    assert run(ALARM, *heard, value(61, 50, retained=True)) == [("raise", "A", 0), ("clear", "A", 10)]
    assert run(HOT, *heard, value(61, 50, retained=True)) == [("raise", "hot", 30), ("clear", "hot", 40)]


def test_a_rule_holds_where_it_was_set() -> None:
    assert run(replace(STOP, places=("L2",)), state("stopped", 0)) == []
    assert run(replace(STOP, places=("A",)), state("stopped", 0)) != []
    assert run(replace(STOP, active=False), state("stopped", 0)) == []
    engine = RuleEngine([replace(HOT, places=("L2",))], WAYS)
    assert engine.listens(Kind.LIMIT, "L2/10", "temperature")
    assert not engine.listens(Kind.LIMIT, "L2/10", "speed")
    assert not engine.listens(Kind.LIMIT, PLACE, "temperature")


def test_an_alarm_is_told_by_its_code_and_its_text() -> None:
    wanted = dry_run([ALARM], WAYS, [alarm("TAILSTOCK BARRIER", 0, code="149")], T0 + 1)[0]
    assert isinstance(wanted, Wanted)
    assert (wanted.code, wanted.text, wanted.about, wanted.place) == ("149", "TAILSTOCK BARRIER", "149", PLACE)
    assert wanted.raised_at == datetime.fromtimestamp(T0, UTC)


def test_a_repeated_alarm_message_is_no_second_alarm() -> None:
    assert run(ALARM, alarm("A", 0), alarm("A", 20), alarm("A", 40)) == [("raise", "A", 0)]


def test_an_alarm_that_ends_does_not_end_another_sources() -> None:
    heard = [alarm("A", 0, source="x"), alarm("A", 5, source="y"), alarm("", 10, source="x"), alarm("", 20, source="y")]
    assert run(ALARM, *heard) == [("raise", "A", 0), ("clear", "A", 20)]


def test_another_alarm_of_the_same_source_ends_the_first() -> None:
    assert run(ALARM, alarm("A", 0), alarm("B", 10)) == [("raise", "A", 0), ("clear", "A", 10), ("raise", "B", 10)]


def test_a_value_about_its_limit_raises_once_with_hysteresis() -> None:
    heard = [value(number, at) for at, number in enumerate([59, 61, 59.5, 60.5, 59, 62, 57.9, 61])]
    assert run(HOT, *heard) == [("raise", "hot", 1), ("clear", "hot", 6), ("raise", "hot", 7)]
    assert len(run(replace(HOT, hysteresis=0), *heard)) == 7


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_number_says_nothing_about_a_limit(number: float) -> None:
    assert run(HOT, value(number, 0)) == []


def test_a_limit_is_told_with_its_value() -> None:
    wanted = dry_run([replace(HOT, text="{value} over {limit} at {place}")], WAYS, [value(61.5, 0)], T0 + 1)[0]
    assert isinstance(wanted, Wanted)
    assert wanted.text == "61.5 over 60 at L1/30"


def test_every_failed_check_is_told_once_and_its_repeats_never() -> None:
    heard = [check(False, 0, "k1"), check(False, 5, "k1"), check(True, 10, "k2"), check(False, 20, "k3")]
    assert run(NOK, *heard) == [("raise", "nok", 0), ("raise", "nok", 20)]


def test_three_failed_checks_within_an_hour_are_one_call() -> None:
    rule = replace(NOK, count=3, window=3600)
    fails = [check(False, at, f"k{at}") for at in (0, 1000, 2000, 7000, 8000, 20000)]
    assert run(rule, *fails[:3]) == [("raise", "nok", 2000)]
    assert run(rule, *fails[:3], check(False, 2010, "k4"), check(False, 2020, "k5")) == [("raise", "nok", 2000)]
    assert run(rule, *fails) == [("raise", "nok", 2000)]


def test_scrap_raises_when_enough_came_within_the_window() -> None:
    assert run(SCRAP, scrapped(3, 0), scrapped(5, 10), scrapped(7, 500)) == []
    assert run(SCRAP, scrapped(3, 0), scrapped(5, 10), scrapped(8, 500)) == [("raise", "scrap", 500)]
    assert run(SCRAP, scrapped(3, 0), scrapped(5, 10), scrapped(8, 700)) == []


def test_a_count_that_starts_again_with_the_shift_loses_no_piece() -> None:
    assert run(SCRAP, scrapped(40, 0), scrapped(42, 10), scrapped(3, 20)) == [("raise", "scrap", 20)]


def test_short_stops_raise_when_there_are_many() -> None:
    rule = replace(STOP, delay=0, count=3, window=600)
    stops = [seen for at in (0, 100, 200, 2000, 3000) for seen in (state("stopped", at), state("running", at + 20))]
    assert run(rule, *stops) == [("raise", "stop", 200), ("clear", "stop", 220)]


def test_no_data_raises_after_its_delay_but_not_while_the_console_begins() -> None:
    assert run(SILENT, state("no_data", 0, NoData.WAITING)) == []
    assert run(SILENT, state("no_data", 0, NoData.AWAY)) == []
    lost = [state("no_data", 0, NoData.SILENT), state("running", 90)]
    assert run(SILENT, *lost) == [("raise", "silent", 30), ("clear", "silent", 90)]
    assert run(replace(SILENT, states=("stuck",)), *lost) == []


def test_what_chatters_is_told_once_at_first_and_then_together_with_its_count() -> None:
    rule = replace(ALARM, chatter=3, chatter_window=60)
    heard = [seen for at in range(0, 100, 10) for seen in (alarm("A", at), alarm("", at + 5))]
    outcomes = [one for one in dry_run([rule], WAYS, heard, T0 + 9999) if isinstance(one, Wanted)]
    assert [(round(_at(one) - T0), one.count) for one in outcomes] == [(0, 1), (10, 1), (70, 6), (90, 2)]
    assert sum(one.count for one in outcomes) == 10


def test_what_chattered_and_is_over_is_told_as_over() -> None:
    rule = replace(ALARM, chatter=2, chatter_window=60)
    heard = [alarm("A", 0), alarm("", 1), alarm("A", 2), alarm("", 3)]
    assert run(rule, *heard) == [("raise", "A", 0), ("clear", "A", 1), ("raise", "A", 2), ("clear", "A", 62)]


def test_the_severity_is_the_rules_or_left_to_the_category() -> None:
    hard = replace(ALARM, severity=Severity.CRITICAL)
    wanted = [dry_run([rule], WAYS, [alarm("A", 0)], T0 + 1)[0] for rule in (hard, ALARM)]
    assert [one.severity for one in wanted if isinstance(one, Wanted)] == [Severity.CRITICAL, None]


def test_a_machine_that_makes_up_a_new_text_every_time_does_not_fill_the_memory() -> None:
    engine = RuleEngine([ALARM], WAYS)
    for n in range(MOST + 500):
        engine.hear(alarm(f"Value {n}", n))
    assert len(engine._watches) <= MOST
    for n in range(MOST + 500):
        engine.hear(alarm(f"Forever {n}", MOST + 500 + n, source=f"s{n}"))
    assert len(engine._alarms) <= MOST
    assert len(engine._watches) <= MOST + 1


# Restarts


def restarted(engine: RuleEngine, rules: list[CallRule], now: float) -> RuleEngine:
    fresh = RuleEngine(rules, WAYS)
    fresh.restore(json.loads(json.dumps(engine.snapshot())), now)
    return fresh


def test_a_restart_raises_nothing_twice_and_loses_no_delay() -> None:
    engine = RuleEngine([STOP, ALARM], WAYS)
    first = engine.hear(alarm("A", 0)) + engine.hear(state("stopped", 10))
    assert told(first) == [("raise", "A", 0)]
    engine = restarted(engine, [STOP, ALARM], T0 + 60)
    assert told(engine.hear(alarm("A", 60)) + engine.advance(T0 + 200)) == [("raise", "stop", 130)]


def test_after_a_long_absence_a_delay_begins_when_the_stop_is_heard_again() -> None:
    engine = RuleEngine([STOP], WAYS)
    engine.hear(state("stopped", 0))
    engine = restarted(engine, [STOP], T0 + 60 + SHORT + 1)
    assert engine.advance(T0 + 5000) == []
    assert told(engine.hear(state("stopped", 5000)) + engine.advance(T0 + 9000)) == [("raise", "stop", 5120)]


def test_a_rule_that_is_gone_is_forgotten() -> None:
    engine = RuleEngine([STOP, ALARM], WAYS)
    engine.hear(state("stopped", 0))
    assert restarted(engine, [ALARM], T0).advance(T0 + 999) == []


RULES = [
    STOP,
    replace(STOP, id="often", delay=5, off_delay=20, count=2, window=300),
    replace(ALARM, delay=3, off_delay=10, chatter=2, chatter_window=50),
    replace(ALARM, id="plain"),
    replace(HOT, delay=10),
    NOK,
    SCRAP,
    SILENT,
]
STATES = st.tuples(
    st.sampled_from(["running", "stopped", "blocked", "no_data"]), st.sampled_from([NoData.SILENT, NoData.AWAY])
)
HEARD = st.lists(
    st.tuples(
        st.sampled_from(["state", "alarm", "value", "scrap", "check"]),
        STATES,
        st.sampled_from(["", "A", "B"]),
        st.integers(55, 65),
        st.floats(0, 90),
        st.floats(0, 30),
        st.booleans(),
    ),
    max_size=40,
)


def happenings(heard: list[tuple[str, tuple[str, NoData], str, int, float, float, bool]]) -> list[Happening]:
    now, total = T0, 0
    made: list[Happening] = []
    for kind, (word, why), text, number, passed, late, snapshot in heard:
        now += passed
        total += number - 55
        what = StationState(word)
        no_data = why if what is StationState.NO_DATA else None
        retained = snapshot and number % 5 == 0
        made.append(
            {
                "state": StateSeen(PLACE, what, no_data, "", now - late, now, retained),
                "alarm": AlarmSeen(PLACE, text, now - late, now, source="xy"[number % 2], retained=retained),
                "value": ValueSeen(PLACE, "temperature", number, now, now, retained),
                "scrap": CountSeen(PLACE, "scrap", total, now, now),
                "check": CheckSeen(PLACE, number % 2 == 0, f"k{number}", now, now, retained),
            }[kind]
        )
    return made


@settings(max_examples=300, deadline=None)
@given(HEARD, st.lists(st.tuples(st.floats(0, 1), st.booleans()), min_size=1, max_size=30))
def test_live_with_any_ticks_and_restarts_is_what_the_dry_run_says(heard, ticks) -> None:  # type: ignore[no-untyped-def]
    recorded = happenings(heard)
    until = (recorded[-1].heard if recorded else T0) + 1000
    engine, live = RuleEngine(RULES, WAYS), list[Outcome]()
    for index, seen in enumerate(recorded):
        share, restart = ticks[index % len(ticks)]
        between = engine._now + max(0.0, seen.heard - engine._now) * share if engine._now else seen.heard
        live += engine.advance(between)
        if restart:
            engine = restarted(engine, RULES, between)
        live += engine.hear(seen)
    live += engine.advance(until)
    assert live == dry_run(RULES, WAYS, recorded, until)


@settings(max_examples=200, deadline=None)
@given(HEARD)
def test_a_snapshot_never_raises_and_nothing_is_over_that_was_not_told(heard) -> None:  # type: ignore[no-untyped-def]
    recorded = happenings(heard)
    only = [seen._replace(retained=True) for seen in recorded]
    assert dry_run(RULES, WAYS, [seen for seen in only if not isinstance(seen, CountSeen)], T0 + 99_999) == []
    outcomes = dry_run(RULES, WAYS, recorded, T0 + 99_999)
    lasting = {"stop", "often", "plain", "hot", "silent"}
    for rule in lasting:
        for about in {one.about for one in outcomes if one.rule == rule}:
            row = [one for one in outcomes if (one.rule, one.about) == (rule, about)]
            if rule != "often":
                kinds = [isinstance(one, Wanted) for one in row]
                assert kinds == [n % 2 == 0 for n in range(len(kinds))]


# A day of a real machine tool


def mazak() -> list[AlarmSeen]:
    """The conditions of the day: time|item|level|native code|severity|qualifier|text. Last known values come first."""
    seen = []
    lines = (DATA / "Mazak01-excerpt.txt").read_text(encoding="utf-8").splitlines()
    for line in lines:
        time, item, *words = line.split("|")
        if len(words) == 5:
            level, code, _, _, text = words
            at = datetime.fromisoformat(time).timestamp()
            active = level in ("Fault", "Warning")
            snapshot = time < "2016-11-29T09:26:43.3"
            said = (text, code, level) if active else ("", "", "")
            seen.append(AlarmSeen("Mazak01/cnc", said[0], at, at, said[1], said[2], item, snapshot))
    return sorted(seen, key=lambda one: one.heard)


def calls_of(outcomes: list[Outcome], category: Category) -> list[Call]:
    """The calls that the records would hold if nobody closed one."""
    calls: dict[str, Call] = {}
    for one in outcomes:
        if isinstance(one, Cleared):
            of = next(call for call in calls.values() if (call.place, call.about) == (one.place, one.about))
            calls[of.id] = clear(of, category, one.at, "console")[0]
            continue
        facts = {"severity": one.severity, "text": one.text, "code": one.code, "about": one.about}
        new = raise_call(category, one.place, one.raised_at, "console", Source.RULE, **facts)  # type: ignore[arg-type]
        try:
            made, _ = hear(calls.values(), category, new, one.count)
        except AlreadyDone:
            continue
        calls[made.id] = made
    return list(calls.values())


MACHINE = Category("machine", "Machine")


def test_the_one_fault_of_the_mazaks_day_is_a_call_with_its_code_and_text() -> None:
    rule = replace(ALARM, levels=("Fault",))
    calls = calls_of(dry_run([rule], {}, mazak(), 2e9), MACHINE)
    assert [(call.code, call.text, call.repeats) for call in calls] == [("149", "TAILSTOCK BARRIER", 0)]
    assert calls[0].raised == datetime.fromisoformat("2016-11-29T09:43:09.882+00:00")


def test_a_warning_that_repeats_all_day_is_one_call_with_a_count() -> None:
    rule = replace(ALARM, levels=("Warning",), codes=("1101",))
    calls = calls_of(dry_run([rule], {}, mazak(), 2e9), MACHINE)
    assert [(call.code, call.text, call.repeats + 1) for call in calls] == [("1101", "INTERFERE", 5)]


def test_every_warning_of_the_day_is_one_call_by_its_code() -> None:
    calls = calls_of(dry_run([replace(ALARM, levels=("Warning",))], {}, mazak(), 2e9), MACHINE)
    assert sorted(call.code for call in calls) == sorted(
        ["406", "557", "1251", "416", "401", "1101", "1268", "1446", "270", "427", "371"]
    )
