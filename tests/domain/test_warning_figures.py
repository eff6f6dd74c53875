"""Rules of the figures of early warnings: what counts as right, as false, and as nothing yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.domain.stops import Stop
from console.domain.warning_figures import (
    Outcome,
    Verdict,
    by_chance,
    by_rule,
    by_sign,
    out_of_control_time,
    outcomes,
    stops_warned,
    tallies,
)
from console.domain.warning_rules import EarlyWarning, Judged, Sign, WarningRule

T0 = datetime(2026, 8, 3, 6, 0, tzinfo=UTC)
RULES = {
    "short": WarningRule("short", "Short", Sign.FORECAST, horizon=600.0),
    "plain": WarningRule("plain", "Plain", Sign.DRIFT),
}


def at(minutes: float) -> datetime:
    return T0 + timedelta(minutes=minutes)


def warning(began: float, rule: str = "short", place: str = "L1/30", **more: object) -> EarlyWarning:
    sign = RULES[rule].sign
    made = EarlyWarning(f"{rule}{began}{place}", rule, sign, place, f"{place}/temperature", at(began))
    return replace(made, **more)  # type: ignore[arg-type]


def stop(since: float, place: str = "L1/30", **more: object) -> Stop:
    return replace(Stop(f"s{since}", place, at(since), line="L1"), **more)  # type: ignore[arg-type]


def verdicts(*warnings: EarlyWarning, stops: tuple[Stop, ...] = (), now: float = 600, **more: object) -> list[Verdict]:
    return [one.verdict for one in outcomes(warnings, stops, RULES, at(now), **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(("since", "verdict"), [(5, "before_stop"), (10, "before_stop"), (11, "false"), (-1, "false")])
def test_only_a_stop_that_begins_within_the_rules_horizon_counts(since: float, verdict: str) -> None:
    assert verdicts(warning(0), stops=(stop(since),)) == [verdict]


def test_a_rule_without_a_horizon_is_given_an_hour() -> None:
    assert verdicts(warning(0, "plain"), stops=(stop(59),)) == [Verdict.BEFORE_STOP]
    assert verdicts(warning(0, "plain"), stops=(stop(61),)) == [Verdict.FALSE]


def test_the_lead_is_the_time_to_the_first_stop() -> None:
    (found,) = outcomes([warning(0)], [stop(9), stop(4), stop(-3)], RULES, at(60))
    assert found.lead == 240


def test_stops_of_other_stations_and_merged_ones_do_not_count() -> None:
    assert verdicts(warning(0), stops=(stop(5, "L1/40"), stop(5, merged_into="s9"))) == [Verdict.FALSE]
    assert verdicts(warning(0, place="L1"), stops=(stop(5, "L1/40"),)) == [Verdict.BEFORE_STOP]


def test_a_warning_is_false_when_there_was_no_stop_no_call_and_nobody_judged_it_right() -> None:
    assert verdicts(warning(0)) == [Verdict.FALSE]
    assert verdicts(warning(0, call="c1")) == [Verdict.ANSWERED]
    assert verdicts(warning(0, judged=Judged.RIGHT)) == [Verdict.ANSWERED]
    assert verdicts(warning(0, call="c1"), rejected={"c1"}) == [Verdict.FALSE]


def test_who_judged_it_false_is_believed_although_a_stop_followed() -> None:
    assert verdicts(warning(0, judged=Judged.FALSE), stops=(stop(5),)) == [Verdict.FALSE]


def test_a_warning_whose_horizon_is_not_over_is_neither_right_nor_false() -> None:
    assert verdicts(warning(0), now=9) == [Verdict.WAITING]
    assert verdicts(warning(0), now=11) == [Verdict.FALSE]


def test_tallies_count_by_sign_and_by_rule_and_shares_need_enough_warnings() -> None:
    early = [warning(i, call="") for i in range(0, 100, 20)]
    stops = [stop(i + 6) for i in range(0, 80, 20)]
    found = outcomes([*early, warning(1, "plain"), warning(99)], stops, RULES, at(104))
    signs = {one.key: one for one in tallies(found, by_sign)}
    forecast = signs["forecast"]
    assert (forecast.warnings, forecast.before_stop, forecast.false, forecast.waiting) == (5, 4, 1, 1)
    assert (forecast.before_stop_share, forecast.false_share) == (0.8, 0.2)
    assert forecast.lead is None, "four stops are not enough for a median"
    assert signs["drift"].before_stop_share is None
    assert [one.key for one in tallies(found, by_rule)] == ["short", "plain"]


def test_the_median_lead_is_told_from_five_stops_on() -> None:
    found = [
        Outcome(warning(i), Verdict.BEFORE_STOP, lead) for i, lead in enumerate((60.0, 120.0, 180.0, 240.0, 900.0))
    ]
    (tally,) = tallies(found, by_sign)
    assert tally.lead == 180.0


def test_stops_that_were_warned_of_are_counted_once() -> None:
    stops = [stop(5), stop(50), stop(52, merged_into="s50")]
    assert stops_warned(stops, [warning(0), warning(1), warning(30)], RULES) == (1, 2)


def test_chance_is_the_time_before_stops_by_all_time() -> None:
    stops = [stop(60), stop(70), stop(300)]
    assert by_chance(stops, "L1/30", at(0), at(400), 1200.0) == pytest.approx((20 + 10 + 20) / 400)
    assert by_chance(stops, "L1/40", at(0), at(400)) == 0.0


def test_time_out_of_control_counts_charts_at_once_once_and_only_inside_the_stretch() -> None:
    def chart(began: float, ended: float | None) -> EarlyWarning:
        end = None if ended is None else at(ended)
        return warning(began, "plain", sign=Sign.CONTROL, ended=end)

    told = [chart(-10, 10), chart(5, 20), chart(90, None), warning(40, "plain", ended=at(60))]
    assert out_of_control_time(told, at(0), at(100), 6000.0) == pytest.approx(0.3)
    assert out_of_control_time(told, at(0), at(100), 0.0) is None
