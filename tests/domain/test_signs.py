"""Rules of the engine of signs: what is seen, when it is gone, and what must never be told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from random import Random

import pytest

from bench.labelled import HOUR, START, noise, tag
from bench.signs import PLANT, WAYS, forecasts, frozens, levels, rates, silences
from console.domain.readings import Quality, Reading, Role, Signal
from console.domain.signs import Charted, Gone, Seen, SignEngine, SignOutcome, Spell
from console.domain.warning_rules import Sign, WarningRule, Way

RATE = WarningRule("rate", "Rate", Sign.RATE, signal="value", limit=1.0, over=300.0)
STUCK = WarningRule("stuck", "Stuck", Sign.STUCK, signal="value", over=600.0)
GONE = WarningRule("gone", "Missing", Sign.MISSING, over=60.0)
MEETS = WarningRule("meets", "Meets", Sign.FORECAST, over=1800.0, horizon=HOUR)
DRIFTS = WarningRule("drifts", "Drifts", Sign.DRIFT, limit=3.0, over=1800.0, days=10)
CHART = WarningRule("chart", "Chart", Sign.CONTROL, chart="c1", off_delay=0.0)
LOW = WarningRule("low", "Low", Sign.MATERIAL, signal="material", over=1800.0, horizon=1800.0)
VALUE, OTHER, FAR = tag("value"), tag("other"), tag("far", "L1/40")
LEVEL = Signal("L1/30", Role.TAG, "material")


def engine(*rules: WarningRule) -> SignEngine:
    return SignEngine(rules, PLANT, WAYS)


def heard(signal: Signal, t: float, value: float | None, **more: object) -> Reading:
    return Reading(signal, value, None, START + t, **more)  # type: ignore[arg-type]


def series(signal: Signal, start: float, end: float, values: object, every: float = 10.0) -> list[Reading]:
    """A value each `every` seconds; `values` of the seconds since START."""
    times = [start + i * every for i in range(int((end - start) / every))]
    return [heard(signal, t, values(t)) for t in times]  # type: ignore[operator]


def take(watching: SignEngine, *parts: list[Reading], until: float) -> list[SignOutcome]:
    readings = sorted((one for part in parts for one in part), key=lambda one: one.heard_at)
    watching.hear(readings, START + until)
    return watching.beat(START + until)


def seen(outcomes: Iterable[SignOutcome]) -> list[tuple[str, str]]:
    return [(one.rule, one.signal) for one in outcomes if isinstance(one, Seen)]


def fact(one: SignOutcome, code: str) -> float | str:
    assert isinstance(one, Seen)
    return {fact.code: fact.value for fact in one.facts}[code]


# Rate


def test_a_fast_ramp_is_seen_with_its_rate_and_gone_after_the_off_delay() -> None:
    values = series(VALUE, 0, 3600, lambda t: 50 + 2 / 60 * min(max(0, t - 900), 900))
    found = take(engine(RATE), values, until=3600)
    assert [type(one) for one in found] == [Seen, Gone]
    assert fact(found[0], "rate") == pytest.approx(2.0, rel=0.05)
    assert START + 900 < found[0].at < START + 900 + 400
    assert START + 1800 < found[1].at < START + 1800 + 300 + 60 + 30


@pytest.mark.parametrize(("way", "times"), [(Way.UP, 0), (Way.DOWN, 1), (Way.EITHER, 1)])
def test_only_the_direction_that_is_meant_counts(way: Way, times: int) -> None:
    falls = series(VALUE, 0, 1200, lambda t: 50 - t / 20)
    assert len(seen(take(engine(replace(RATE, way=way)), falls, until=1200))) == times


def test_a_step_is_no_ramp() -> None:
    assert not take(engine(RATE), series(VALUE, 0, 3600, lambda t: 50 + 20 * (t > 1800)), until=3600)


def test_of_a_station_that_stands_still_no_rate_is_seen() -> None:
    watching = engine(RATE)
    watching.state("L1/30", False, START)
    assert not take(watching, series(VALUE, 0, 1800, lambda t: t / 20), until=1800)
    watching.state("L1/30", True, START + 1800)
    assert seen(take(watching, series(VALUE, 1800, 3600, lambda t: t / 20), until=3600))


def test_bad_and_retained_values_count_for_nothing() -> None:
    ramp = series(VALUE, 0, 1800, lambda t: t / 20)
    for told in ({"quality": Quality.BAD}, {"retained": True}):
        assert not take(engine(RATE), [one._replace(**told) for one in ramp], until=1800)  # type: ignore[arg-type]


def test_what_a_punctual_sender_tells_late_does_not_bend_its_line() -> None:
    level = [one._replace(source_time=one.heard_at) for one in series(VALUE, 0, 1800, lambda t: 50.0)]
    late = [heard(VALUE, 1795 + i / 10, 50 + i)._replace(source_time=START + 900 + i) for i in range(20)]
    assert not take(engine(RATE), level, late, until=1800)


# Stuck


def moving(start: float, end: float) -> list[Reading]:
    around = noise(Random(1), 0.5)
    return series(VALUE, start, end, lambda t: round(50 + next(around), 2))


def test_a_value_that_stands_still_is_seen_and_gone_when_it_moves() -> None:
    parts = moving(0, 1800), series(VALUE, 1800, 3600, lambda t: 51.0), moving(3600, 4200)
    found = take(engine(STUCK), *parts, until=4200)
    assert [type(one) for one in found] == [Seen, Gone]
    assert START + 1800 + 600 <= found[0].at <= START + 1800 + 700
    assert (fact(found[0], "value"), found[1].at > START + 3600) == (51.0, True)


def test_standing_still_while_the_station_stands_still_is_no_sign() -> None:
    watching = engine(STUCK)
    watching.state("L1/30", True, START)
    assert not take(watching, moving(0, 1800), until=1800)
    watching.state("L1/30", False, START + 1800)
    assert not take(watching, series(VALUE, 1800, 7200, lambda t: 51.0), until=7200)
    watching.state("L1/30", True, START + 7200)
    assert not take(watching, series(VALUE, 7200, 7700, lambda t: 51.0), until=7700)
    assert seen(take(watching, series(VALUE, 7700, 8000, lambda t: 51.0), until=8000))


def test_a_value_that_is_not_told_does_not_stand_still() -> None:
    assert not take(engine(STUCK), moving(0, 1800), until=9000)


def test_a_rule_for_every_tag_learns_first_what_usually_moves() -> None:
    anything = replace(STUCK, signal="*")
    setting = series(VALUE, 0, 7200, lambda t: 50.0)
    assert not take(engine(anything), setting, until=7200)
    assert seen(take(engine(STUCK), setting, until=7200))
    assert seen(take(engine(anything), moving(0, 1800), series(VALUE, 1800, 7200, lambda t: 1.0), until=7200))


# Missing


def test_a_signal_that_is_lost_while_others_speak_is_missing_until_it_returns() -> None:
    lost = [one for one in series(VALUE, 0, 900, lambda t: 1.0) if not 300 < one.heard_at - START < 600]
    found = take(engine(GONE), lost, series(OTHER, 0, 900, lambda t: 1.0), until=900)
    assert [(type(one), one.signal) for one in found] == [(Seen, "L1/30/value"), (Gone, "L1/30/value")]
    assert (found[0].at, fact(found[0], "silent")) == (START + 300 + 60, 60.0)
    assert found[1].at == pytest.approx(START + 600 + 60, abs=20)


def test_a_silent_station_is_one_fact_and_so_is_a_silent_plant() -> None:
    signals = (VALUE, OTHER, tag("third"), FAR)
    parts = [series(signal, 0, 3000, lambda t: 1.0) for signal in signals]
    station = [[r for r in part if r.signal is FAR or r.heard_at < START + 600] for part in parts]
    found = take(engine(GONE), *station, until=1200)
    assert seen(found) == [("gone", "L1/30")]
    assert fact(found[0], "signals") == 3.0
    everything = [[r for r in part if r.heard_at < START + 600] for part in parts]
    assert seen(take(engine(GONE), *everything, until=1200)) == [("gone", "L1")]


def test_when_a_silent_station_speaks_again_its_signals_have_time_to_follow() -> None:
    parts = [series(signal, 0, 600, lambda t: 1.0) for signal in (VALUE, OTHER)]
    again = [series(VALUE, 1200, 1500, lambda t: 1.0), series(OTHER, 1230, 1500, lambda t: 1.0)]
    far = series(FAR, 0, 1500, lambda t: 1.0)
    assert seen(take(engine(GONE), *parts, *again, far, until=1500)) == [("gone", "L1/30")]


def test_while_the_broker_is_away_and_right_after_nothing_is_missing() -> None:
    watching = engine(GONE)
    take(watching, series(VALUE, 0, 300, lambda t: 1.0), series(FAR, 0, 300, lambda t: 1.0), until=300)
    watching.link(False, START + 310)
    assert not watching.beat(START + 3000)
    watching.link(True, START + 3000)
    assert not watching.beat(START + 3050)
    assert seen(watching.beat(START + 3100)) == [("gone", "L1")]


def test_a_signal_that_was_lost_before_the_link_was_is_missed_again_after_it() -> None:
    watching = engine(GONE)
    other, far = series(OTHER, 0, 900, lambda t: 1.0), series(FAR, 0, 900, lambda t: 1.0)
    early = [one for one in other + far if one.heard_at < START + 200]
    late = [one for one in other + far if one.heard_at > START + 500]
    assert seen(take(watching, series(VALUE, 0, 100, lambda t: 1.0), early, until=200)) == [("gone", "L1/30/value")]
    watching.link(False, START + 200)
    watching.link(True, START + 500)
    assert [type(one) for one in take(watching, late, until=900)] == [Gone, Seen]


def test_a_station_that_is_not_planned_to_run_misses_nothing() -> None:
    watching = engine(GONE)
    far = series(FAR, 0, 7200, lambda t: 1.0)
    take(watching, series(VALUE, 0, 300, lambda t: 1.0), far[:30], until=300)
    watching.state("L1/30", False, START + 310, planned=False)
    assert not take(watching, far[30:600], until=6000)
    watching.state("L1/30", True, START + 6000)
    found = take(watching, far[600:], until=7200)
    assert (seen(found), found[0].at >= START + 6060) == ([("gone", "L1/30/value")], True)


def test_the_usual_interval_is_learnt_and_irregular_signals_are_left_alone() -> None:
    learns = replace(GONE, limit=10.0)
    regular = series(VALUE, 0, 5 * HOUR, lambda t: 1.0, 30.0)
    random, t, irregular = Random(2), 0.0, []
    while t < 5 * HOUR:
        irregular.append(heard(OTHER, t, 1.0))
        t += random.expovariate(1 / 60)
    speaks = series(tag("third"), 0, 6 * HOUR, lambda t: 1.0, 5.0)
    found = take(engine(learns), regular, irregular, speaks, until=6 * HOUR)
    assert seen(found) == [("gone", "L1/30/value")]
    assert fact(found[0], "interval") == pytest.approx(30.0)
    assert found[0].at == START + 5 * HOUR - 30 + 300


# Forecast


def test_a_creeping_value_is_seen_before_its_limit_with_the_time_that_is_left() -> None:
    around = noise(Random(4), 0.5, 0.2)
    creeps = series(VALUE, 0, 3 * HOUR, lambda t: 50 + 6 * t / (3 * HOUR) + next(around))
    (first,) = [one for one in take(engine(MEETS), creeps, until=3 * HOUR - 60) if isinstance(one, Seen)]
    left = START + 3 * HOUR - first.at
    assert 0.5 * HOUR < left <= HOUR
    assert float(fact(first, "soonest")) < float(fact(first, "left")) < float(fact(first, "latest")) <= HOUR
    assert (fact(first, "left"), fact(first, "side")) == (pytest.approx(left, rel=0.2), "high")


def test_what_levels_off_is_not_forecast() -> None:
    settles = series(VALUE, 0, 3 * HOUR, lambda t: 50 + 5.5 * (1 - 2.718 ** (-t / 1800)))
    assert not take(engine(MEETS), settles, until=3 * HOUR)


def test_a_signal_without_limits_has_nothing_to_meet() -> None:
    bare = tag("bare", low=None, high=None)
    assert not engine(MEETS).watches(bare)
    assert not take(engine(MEETS), series(bare, 0, HOUR, lambda t: t), until=HOUR)


# Drift


def answered(watching: SignEngine, spells: list[Spell | None], now: float) -> list[SignOutcome]:
    for asked in watching.needs():
        watching.told(asked, [*spells, *[None] * (len(asked.stretches) - len(spells))])
    return watching.beat(START + now)


def test_another_mean_than_on_other_days_is_a_drift_and_says_how_many_days_it_had() -> None:
    usual = [Spell(50 + d, 0.5, 1.0) for d in (-0.2, 0.1, 0.0, 0.2, -0.1)]
    for value, spells, told in ((52.0, usual, True), (50.1, usual, False), (52.0, usual[:3], False)):
        watching = engine(DRIFTS)
        take(watching, series(VALUE, 0, HOUR, lambda t, value=value: value), until=HOUR)
        found = answered(watching, spells, HOUR)  # type: ignore[arg-type]
        assert bool(found) is told
        if told:
            assert (fact(found[0], "days"), fact(found[0], "days_asked")) == (5.0, 10.0)
            assert fact(found[0], "usual") == pytest.approx(50.0)


def test_a_drift_is_over_when_its_signal_is_not_heard_any_more() -> None:
    watching = engine(DRIFTS)
    take(watching, series(VALUE, 0, HOUR, lambda t: 53.0), until=HOUR)
    days = [Spell(50 + d, 0.5, 1.0) for d in (-0.2, 0.1, 0.0, 0.2, -0.1)]
    assert seen(answered(watching, days, HOUR))  # type: ignore[arg-type]
    assert [type(one) for one in watching.beat(START + 3 * HOUR)] == [Gone]


def test_one_wild_day_hides_no_drift() -> None:
    watching = engine(DRIFTS)
    take(watching, series(VALUE, 0, HOUR, lambda t: 53.0), until=HOUR)
    days = [Spell(50 + d, 0.5, 1.0) for d in (-0.2, 0.1, 0.0, 0.2, -0.1, 0.05, 30.0)]
    assert seen(answered(watching, days, HOUR))  # type: ignore[arg-type]


def test_the_past_is_asked_for_the_same_hours_by_the_clock_on_the_wall() -> None:
    watching = SignEngine([DRIFTS], replace(PLANT, timezone="Europe/Berlin"), WAYS)
    clocks_back = 1792891800.0 - START  # 2026-10-25 11:30 UTC: the clocks went back in the night before
    take(watching, series(VALUE, clocks_back - HOUR, clocks_back, lambda t: 1.0), until=clocks_back)
    asked = watching.needs()[-1]
    first, second = asked.stretches[:2]
    assert asked.at - first[1] == 25 * HOUR
    assert first[1] - second[1] == 24 * HOUR
    assert (len(asked.stretches), first[1] - first[0]) == (10, 1800.0)


# Control and material


def test_what_a_control_chart_says_is_passed_on() -> None:
    watching = engine(CHART)
    watching.charted(Charted("c1", "L1/30/value", "L1/30", START, (1, 5), 56.0, 50.0, 1.0))
    watching.charted(Charted("other", "L1/30/value", "L1/30", START + 1, (1,)))
    watching.charted(Charted("c1", "L1/30/value", "L1/30", START + 9))
    found = watching.beat(START + 10)
    assert [(type(one), one.at) for one in found] == [(Seen, START), (Gone, START + 9)]
    assert (fact(found[0], "rule"), fact(found[0], "value")) == ("1, 5", 56.0)


def emptying(start: float, end: float, full: float = 100.0, lasts: float = 2 * HOUR) -> list[Reading]:
    return series(LEVEL, start, end, lambda t: max(0.0, full * (1 - (t - start) / lasts)), 20.0)


def test_material_that_does_not_last_for_the_horizon_is_seen_until_it_is_filled() -> None:
    found = take(engine(LOW), emptying(0, 1.8 * HOUR), emptying(1.8 * HOUR, 2.5 * HOUR), until=2.5 * HOUR)
    assert [type(one) for one in found] == [Seen, Gone]
    assert START + 1.5 * HOUR < found[0].at < START + 1.5 * HOUR + 200
    assert fact(found[0], "left") == pytest.approx(1800, rel=0.12)


def test_what_is_enough_for_the_order_is_enough() -> None:
    watching = engine(replace(LOW, per_piece=0.1))
    for t in range(0, int(1.9 * HOUR), 60):
        watching.hear([one for one in emptying(0, 2 * HOUR) if t <= one.heard_at - START < t + 60], START + t)
        watching.made("L1/30", t // 10, START + t)
        watching.order("L1", 690 - t // 10, START + t)  # 0.1 a piece, 720 pieces in all
    assert not watching.beat(START + 1.9 * HOUR)


def test_without_a_horizon_the_order_decides() -> None:
    watching = engine(replace(LOW, horizon=0.0, per_piece=1.0))
    watching.hear([heard(LEVEL, t, 50.0) for t in range(0, 600, 20)], START + 600)
    watching.order("L1", 40.0, START + 600)
    assert not watching.beat(START + 1200)
    watching.order("L1", 60.0, START + 1200)
    (found,) = watching.beat(START + 1800)
    assert (fact(found, "needed"), fact(found, "order_left")) == (60.0, 60.0)


# All


@pytest.mark.parametrize("rule", [RATE, STUCK, GONE, MEETS, replace(LOW, signal="*")], ids=lambda rule: rule.id)
def test_it_does_not_matter_how_often_the_engine_is_asked(rule: WarningRule) -> None:
    scenes = {Sign.RATE: rates, Sign.STUCK: frozens, Sign.MISSING: silences, Sign.FORECAST: forecasts}
    scene = next(iter(scenes.get(rule.sign, levels)(1, 3)))
    readings = scene.readings[:6000]
    whole, often = engine(rule), engine(rule)
    found: list[SignOutcome] = []
    whole.hear(readings, readings[-1].heard_at)
    for one in readings:
        often.hear([one], one.heard_at)
        found += often.beat(one.heard_at)
    end = readings[-1].heard_at + 100
    assert whole.beat(end) == found + often.beat(end)


def test_a_restart_goes_on_with_what_lasts_and_what_was_learnt() -> None:
    ramp = series(VALUE, 0, 3600, lambda t: 50 + t / 30)
    before = engine(RATE, MEETS, STUCK, GONE)
    first = take(before, ramp[:180], until=1800)
    assert ("rate", "L1/30/value") in seen(first)
    after = engine(RATE, MEETS, STUCK, GONE)
    after.restore(json.loads(json.dumps(before.snapshot())), START + 1810)
    later = take(after, ramp[181:], until=3600)
    assert ("rate", "L1/30/value") not in [(one.rule, one.signal) for one in later]
    forgotten = engine(RATE)
    forgotten.restore(before.snapshot(), START + 1810)
    assert [type(one) for one in forgotten.beat(START + 1810 + 300)] == [Gone]


def test_a_small_snapshot_holds_what_lasts_and_what_takes_long_to_learn() -> None:
    before = engine(RATE, STUCK, GONE)
    take(before, moving(0, 1200), series(VALUE, 1200, 1800, lambda t: 50 + t / 30), until=1800)
    small = json.loads(json.dumps(before.snapshot(full=False)))
    assert len(json.dumps(small)) < 600
    after = engine(RATE, STUCK, GONE)
    after.restore(small, START + 1810)
    ramp = series(VALUE, 1810, 2400, lambda t: 50 + t / 30)
    assert ("rate", "L1/30/value") not in seen(take(after, ramp, until=2400))
    stands = take(after, series(VALUE, 2400, 3600, lambda t: 1.0), until=3600)
    assert ("stuck", "L1/30/value") in seen(stands)


def test_what_is_kept_of_a_signal_is_bounded() -> None:
    watching = engine(RATE, MEETS, STUCK, GONE, DRIFTS)
    sizes = []
    for hour in range(6):
        take(watching, series(VALUE, hour * HOUR, (hour + 1) * HOUR, lambda t: t % 7, 1.0), until=(hour + 1) * HOUR)
        watching.needs()
        sizes.append(len(json.dumps(watching.snapshot())))
    assert sizes[-1] <= sizes[1] * 1.1 < 20_000


def test_signals_that_no_rule_means_are_not_kept() -> None:
    watching = engine(RATE)
    assert (watching.watches(VALUE), watching.watches(OTHER)) == (True, False)
    take(watching, series(OTHER, 0, 60, lambda t: t), until=60)
    assert watching.snapshot()["tracks"] == {}


def test_a_signal_that_is_made_anew_is_still_the_same() -> None:
    ramp = [one._replace(signal=replace(VALUE)) for one in series(VALUE, 0, 1200, lambda t: t / 20)]
    assert seen(take(engine(RATE), ramp, until=1200)) == [("rate", "L1/30/value")]
