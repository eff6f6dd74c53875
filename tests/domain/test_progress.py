"""Progress: plans and forecasts of one order, by hand, over breaks and over the night."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time
from random import Random
from zoneinfo import ZoneInfo

import pytest

from console.domain.progress import Order, Pace, Progress, Unknown, progress, takt_status
from console.domain.shifts import Break, Calendar, Pattern

MINUTE = 60.0
ALWAYS = Calendar("always", "Europe/Berlin")
DAY = Calendar(
    "day",
    "Europe/Berlin",
    (Pattern("Day", time(6), time(14), frozenset(range(5)), (Break("Break", time(9), time(9, 30)),)),),
)


def at(day: int, hour: int, minute: int = 0) -> float:
    return datetime(2026, 5, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()


START = at(12, 6)  # a Tuesday


def steady(start: float, end: float, seconds_a_piece: float) -> tuple[tuple[float, int], ...]:
    return tuple((start + i * seconds_a_piece, i) for i in range(int((end - start) / seconds_a_piece) + 1))


def test_with_takt_the_plan_is_planned_time_over_takt_and_a_break_plans_nothing() -> None:
    order = Order(DAY, START, good=170, target=400, takt=MINUTE)
    before, within, later = (progress(order, at(12, 9, m)) for m in (0, 20, 40))
    assert (before.planned, within.planned, later.planned) == (180, 180, 190)
    assert (later.ahead, later.ahead_seconds) == (-20, -20 * MINUTE)
    assert later.finish_planned == at(12, 13, 10)  # 400 planned minutes and the break


def test_the_plan_never_asks_for_more_than_the_target() -> None:
    assert progress(Order(DAY, START, good=100, target=100, takt=MINUTE), at(12, 13)).planned == 100


def test_without_takt_the_plan_runs_straight_to_the_target_when_it_is_due() -> None:
    order = Order(DAY, START, good=200, target=450, due=at(12, 14))  # 450 planned minutes
    now = progress(order, at(12, 10))
    assert now.planned == pytest.approx(210)
    assert now.ahead == pytest.approx(-10)
    assert now.finish_planned == pytest.approx(at(12, 14))


def test_takt_without_a_target_plans_but_forecasts_nothing() -> None:
    now = progress(Order(DAY, START, good=50, takt=MINUTE), at(12, 7))
    assert (now.planned, now.ahead, now.finish_planned) == (60, -10, None)
    assert (now.finish, now.finish_unknown) == (None, Unknown.NO_TARGET)


def test_a_steady_order_is_forecast_to_finish_when_it_will() -> None:
    order = Order(ALWAYS, START, 120, target=300, takt=MINUTE, counts=steady(START, at(12, 8), MINUTE))
    now = progress(order, at(12, 8))
    assert now.rate == pytest.approx(1 / MINUTE)
    assert now.finish == pytest.approx(at(12, 11))
    assert now.early is not None
    assert now.late is not None
    assert now.finish is not None
    assert now.early < now.finish < now.late


def test_the_forecast_steps_over_the_break_and_the_night() -> None:
    order = Order(DAY, START, 150, target=480, takt=MINUTE, counts=steady(START, at(12, 8, 30), MINUTE))
    # 330 pieces left = 330 planned minutes: 30 to the break, 270 to 14:00, 30 on Wednesday
    assert progress(order, at(12, 8, 30)).finish == pytest.approx(at(13, 6, 30))


def test_half_of_the_rate_is_that_of_the_last_thirty_planned_minutes() -> None:
    """120 min: 60 pieces in the first 90 minutes, 60 in the last 30. Overall 1/min, recent 2/min: 1.5/min.

    Spread by hand: sqrt(0.25/60 + 0.25/120 + 1/60 + (1/2/1.5)^2) = sqrt(0.0041667 + 0.0020833 + 0.0166667
    + 0.1111111) = 0.366098.
    """
    counts = ((START, 0), (at(12, 7, 30), 60), (at(12, 8), 120))
    now = progress(Order(ALWAYS, START, 120, target=180, takt=MINUTE, counts=counts), at(12, 8))
    assert now.rate == pytest.approx(1.5 / MINUTE)
    assert now.finish == pytest.approx(at(12, 8, 40))
    assert now.early == pytest.approx(at(12, 8) + 40 * MINUTE / 1.366098, abs=0.1)
    assert now.late == pytest.approx(at(12, 8) + 40 * MINUTE * 1.366098, abs=0.1)


def test_a_line_that_stands_slips_its_forecast() -> None:
    moving = Order(ALWAYS, START, 120, target=300, takt=MINUTE, counts=steady(START, at(12, 8), MINUTE))
    ran, stood = progress(moving, at(12, 8)), progress(moving, at(12, 8, 30))
    assert ran.finish is not None
    assert stood.finish is not None
    assert stood.rate == pytest.approx(0.5 * 120 / 150 / MINUTE)
    assert stood.finish > ran.finish + 60 * MINUTE


def test_counts_from_before_the_order_or_lost_ones_do_not_invent_a_rate() -> None:
    order = Order(ALWAYS, START, 120, target=300, takt=MINUTE)
    older = ((START - 60, 700), *steady(START, at(12, 8), MINUTE))
    only_late = steady(START, at(12, 8), MINUTE)[-16:]  # the console counts for 15 minutes only
    for counts in (older, only_late, only_late[-2:], ()):
        assert progress(replace(order, counts=counts), at(12, 8)).rate == pytest.approx(1 / MINUTE)


def test_a_reached_target_is_finished_now() -> None:
    now = progress(Order(ALWAYS, START, 300, target=300, takt=MINUTE), at(12, 12))
    assert (now.finish, now.early, now.late, now.finish_unknown) == (at(12, 12), at(12, 12), at(12, 12), None)


@pytest.mark.parametrize(
    ("order", "now", "plan", "finish"),
    [
        (Order(DAY, None, 10, 100, MINUTE), at(12, 7), Unknown.NO_START, Unknown.NO_START),
        (Order(DAY, START, 10), at(12, 7), Unknown.NO_TARGET, Unknown.NO_TARGET),
        (Order(DAY, START, 10, 100), at(12, 7), Unknown.NO_PLAN, None),
        (Order(DAY, at(12, 15), 10, 100, due=at(12, 18)), at(12, 16), Unknown.NOT_PLANNED, Unknown.NOT_PLANNED),
        (Order(DAY, START, 4, 100, MINUTE), at(12, 6, 4), None, Unknown.TOO_EARLY),
        (Order(DAY, START, 2, 100, MINUTE), at(12, 6, 30), None, Unknown.TOO_EARLY),
        (Order(DAY, START, 0, 100, MINUTE), at(12, 8), None, Unknown.STANDING),
        (Order(DAY, START, 5, 10_000_000, MINUTE), at(12, 8), None, Unknown.BEYOND),
    ],
)
def test_what_cannot_be_known_has_a_reason(
    order: Order, now: float, plan: Unknown | None, finish: Unknown | None
) -> None:
    found = progress(order, now)
    assert (found.plan_unknown, found.finish_unknown) == (plan, finish)
    assert (found.planned is None) == (plan is not None)
    assert (found.finish is None) == (finish is not None)


def test_of_random_orders_about_two_in_three_finish_inside_the_spread() -> None:
    """Pieces that arrive at random, one a minute; asked after two hours when the last of 240 will be out."""
    random, inside = Random(7), 0
    for _ in range(200):
        arrivals, now = [], START
        for _ in range(240):
            now += random.expovariate(1 / MINUTE)
            arrivals.append(now)
        told = _asked(arrivals, START + 120 * MINUTE)
        assert told.early is not None
        assert told.late is not None
        inside += told.early <= arrivals[-1] <= told.late
    assert 0.55 <= inside / 200 <= 0.9


def _asked(arrivals: list[float], now: float) -> Progress:
    counts = tuple((t, i + 1) for i, t in enumerate(arrivals) if t <= now)
    return progress(Order(ALWAYS, START, len(counts), 240, MINUTE, counts=counts), now)


@pytest.mark.parametrize(("cycle", "pace"), [(60.0, Pace.ON), (62.9, Pace.ON), (63.1, Pace.SLOW), (56.9, Pace.FAST)])
def test_a_cycle_within_five_per_cent_of_takt_is_on_takt(cycle: float, pace: Pace) -> None:
    status = takt_status(cycle, 60.0)
    assert (status.pace, status.ratio) == (pace, cycle / 60.0)


def test_without_cycle_or_takt_the_pace_is_unknown_and_says_why() -> None:
    assert takt_status(None, 60.0).unknown is Unknown.NO_CYCLE
    assert takt_status(60.0, None).unknown is Unknown.NO_TAKT
    assert takt_status(0.0, 60.0).pace is Pace.UNKNOWN
