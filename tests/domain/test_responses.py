"""Response times: what is measured, what is not enough, and before against now."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.andon import Call, CallStep, Source
from console.domain.andon_hearing import raise_call
from console.domain.andon_moves import acknowledge, arrive, close, refute, reject, reopen, resolve
from console.domain.responses import (
    ENOUGH,
    Baseline,
    Response,
    Span,
    Window,
    bad_actors,
    by_week,
    compare,
    distribution,
    quantile,
    rounds,
    seconds,
)
from tests.domain.calls import HELP, MACHINE, RAISED, call, later

CATEGORIES = {"machine": MACHINE, "help": HELP}
DAY = timedelta(days=1)


def response(took: float | None, began: datetime = RAISED, category: str = "machine", **more: object) -> Response:
    at = None if took is None else began + timedelta(seconds=took)
    return Response("c", "L1/30", category, MACHINE.severity, began, at, **more)  # type: ignore[arg-type]


def acknowledged(*took: float | None, began: datetime = RAISED) -> list[Response]:
    return [response(each, began) for each in took]


def test_each_span_counts_from_when_the_call_was_raised() -> None:
    made, _ = acknowledge(call(), MACHINE, later(30), "ann")
    made, _ = arrive(made, MACHINE, later(90), "ann")
    made, _ = resolve(made, MACHINE, later(300), "ann", "jam", "", "Cover fitted")
    made, _ = close(made, MACHINE, later(400), "ann")
    (one,) = rounds(made)
    assert [seconds(one, span) for span in Span] == [30, 90, 300, 400]


def test_what_nobody_told_is_not_measured_and_not_waited_for() -> None:
    made, _ = resolve(call(), MACHINE, later(300), "ann", "jam", "", "Cover fitted")
    (one,) = rounds(made)
    assert [seconds(one, span) for span in Span] == [None, None, 300, None]
    assert [one.waits(span) for span in Span] == [False, False, False, True]


def test_median_and_percentile_are_interpolated() -> None:
    told = distribution(acknowledged(10, 20, 30, 40, 50), Span.ACKNOWLEDGE, CATEGORIES, later(9999))
    assert (told.n, told.median, told.p90) == (5, 30, pytest.approx(46))


def test_fewer_than_five_are_not_enough_data() -> None:
    told = distribution(acknowledged(10, 20, 30, 40), Span.ACKNOWLEDGE, CATEGORIES, later(9999))
    assert (told.n, told.enough, told.median, told.p90, told.inside) == (4, False, None, None, None)


def test_the_share_inside_target_counts_those_that_are_late_already() -> None:
    some = acknowledged(10, 20, 30, 40, 500, None, None)  # the target is 180 s
    told = distribution(some, Span.ACKNOWLEDGE, CATEGORIES, later(200))
    assert (told.n, told.waiting, told.judged, told.inside) == (5, 2, 7, 4 / 7)
    early = distribution(some, Span.ACKNOWLEDGE, CATEGORIES, later(100))
    assert (early.judged, early.inside) == (5, 4 / 5)


def test_each_call_is_judged_by_the_target_of_its_own_category() -> None:
    some = [response(100, category="help")] * 5 + [response(100)] * 5
    assert distribution(some, Span.ACKNOWLEDGE, CATEGORIES, later(999)).inside == 0.5
    assert distribution(some, Span.CLOSE, CATEGORIES, later(999)).inside is None


def test_a_rejected_call_was_no_call() -> None:
    gone, _ = reject(call(), MACHINE, later(20), "ann", "A test")
    assert distribution(rounds(gone) * 9, Span.CLOSE, CATEGORIES, later(99)).n == 0
    assert bad_actors([gone], later(99)) == []


def test_working_time_may_be_counted_instead() -> None:
    told = distribution(
        acknowledged(*[600] * 5), Span.ACKNOWLEDGE, CATEGORIES, later(999), lambda a, b: (b - a).total_seconds() / 10
    )
    assert (told.median, told.inside) == (60, 1.0)


def test_before_and_now_are_compared_by_when_calls_were_raised() -> None:
    base = Baseline("b", "Before the andon", RAISED - DAY, RAISED)
    some = acknowledged(*[100.0] * 6, began=RAISED - DAY) + acknowledged(*[60.0] * 5)
    told = compare(some, Span.ACKNOWLEDGE, CATEGORIES, base.window, Window(RAISED, RAISED + DAY), RAISED + DAY)
    assert (told.before.n, told.now.n, told.change) == (6, 5, pytest.approx(-0.4))
    few = compare(some[:9], Span.ACKNOWLEDGE, CATEGORIES, base.window, Window(RAISED, RAISED + DAY), RAISED + DAY)
    assert few.change is None


def test_weeks_are_those_of_the_plants_own_clock() -> None:
    sunday = datetime(2026, 11, 22, 15, 59, tzinfo=UTC)  # 23:59 in Shanghai
    some = [response(10, sunday), response(10, sunday + timedelta(minutes=2))]
    weeks = by_week(some, ZoneInfo("Asia/Shanghai"))
    assert {monday: len(told) for monday, told in weeks.items()} == {date(2026, 11, 16): 1, date(2026, 11, 23): 1}


def test_a_reopened_call_is_measured_round_by_round() -> None:
    steps: list[CallStep] = []

    def do(made: Call, move, at: float, *more: str) -> Call:  # type: ignore[no-untyped-def]
        made, step = move(made, MACHINE, later(at), *more)
        steps.append(step)
        return made

    made, first = raise_call(MACHINE, "L1/30", RAISED, "console", Source.RULE, about="149")
    steps.append(first)
    made = do(made, acknowledge, 30, "ann")
    made = do(made, resolve, 100, "ann", "jam", "", "Cover fitted")
    made = do(made, refute, 150, "bob", "No")
    made = do(made, resolve, 200, "ann", "jam", "", "Cover screwed")
    made = do(made, close, 300, "ann")
    made = do(made, reopen, 5000, "bob", "It jams again")
    made = do(made, acknowledge, 5060, "bob")

    one, two = rounds(made, reversed(steps))
    assert [seconds(one, span) for span in Span] == [30, None, 200, 300]
    assert [seconds(two, span) for span in Span] == [60, None, None, None]
    assert rounds(made) == (replace(two),)


def test_a_resolution_that_was_refuted_was_none() -> None:
    made, first = raise_call(MACHINE, "L1/30", RAISED, "console", Source.RULE, about="149")
    made, second = resolve(made, MACHINE, later(100), "ann", "jam", "", "Cover fitted")
    made, third = refute(made, MACHINE, later(150), "bob", "No")
    made, fourth = reject(made, MACHINE, later(200), "bob", "A test after all")
    made, fifth = reopen(made, MACHINE, later(900), "bob", "It jams again")
    one, _ = rounds(made, [first, second, third, fourth, fifth])
    assert (one.resolved, one.closed, one.rejected) == (None, later(200), True)


def test_the_worst_actor_is_what_was_heard_most() -> None:
    often = replace(call(about="1101"), repeats=4)
    long_, _ = close(call(about="149"), MACHINE, later(90), "ann", "jam", "", "Cover")
    worst, other = bad_actors([long_, often, call(about="149", at=later(500))], later(600))
    assert (worst.about, worst.calls, worst.times, worst.seconds) == ("1101", 1, 5, 600)
    assert (other.about, other.calls, other.times, other.seconds) == ("149", 2, 2, 190)
    assert worst.share == 5 / 7
    assert len(bad_actors([call(about=str(n)) for n in range(30)], later(1))) == 10


@given(st.lists(st.floats(0, 1e6), min_size=ENOUGH, max_size=50))
def test_figures_lie_within_what_was_measured(took: list[float]) -> None:
    told = distribution(acknowledged(*took), Span.ACKNOWLEDGE, CATEGORIES, later(0))
    assert told.median is not None
    assert told.p90 is not None
    assert min(took) - 1e-3 <= told.median <= told.p90 + 1e-3 <= max(took) + 1e-2
    assert told.inside == sum(round(each, 6) <= 180 for each in took) / len(took)


def test_a_quantile_of_one_number_is_the_number() -> None:
    assert [quantile([7.0], share) for share in (0.0, 0.5, 0.9, 1.0)] == [7.0] * 4
