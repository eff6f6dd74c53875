"""OEE: published worked examples, and the identity that every planned second is accounted for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.oee import Account, Flag, Unknown, account
from console.domain.ribbon import Segment
from console.domain.shifts import Shift
from console.domain.stations import LossKind, NoData, StationState

MINUTE = 60.0
DAY = date(2026, 5, 12)
NO_BREAK = Shift("Day", DAY, 0.0, 480 * MINUTE)
MICRO = 120.0

R, S, P = StationState.RUNNING, StationState.STOPPED, StationState.PLANNED_STOP


def row(*parts: tuple[StationState, float], start: float = 0.0) -> list[Segment]:
    """Segments one after another from (state, minutes)."""
    segments, at = [], start
    for state, minutes in parts:
        no_data = NoData.SILENT if state is StationState.NO_DATA else None
        segments.append(Segment(state, no_data, at, at + minutes * MINUTE))
        at += minutes * MINUTE
    return segments


def balanced(result: Account) -> bool:
    return abs(result.good_time + result.lost - result.planned) < 1e-6


def test_the_eight_hour_shift_of_oee_com() -> None:
    """Vorne, oee.com, "Calculating OEE": 8 h, breaks 60 min, down 47 min, ideal 1.0 s, 19 271 made, 423 rejected.

    By hand: 420 min planned, 373 min run; 373/420 = 88.81 %; 19271/22380 = 86.11 %; 18848/19271 = 97.80 %; 74.79 %.
    """
    breaks = tuple((a * MINUTE, b * MINUTE, name) for a, b, name in ((120, 135, "1"), (240, 270, "M"), (360, 375, "2")))
    shift = Shift("Day", DAY, 0.0, 480 * MINUTE, breaks)
    segments = row((R, 120), (P, 15), (R, 53), (S, 47), (R, 5), (P, 30), (R, 90), (P, 15), (R, 105))
    result = account(segments, shift, 480 * MINUTE, 1.0, 19_271, 18_848, MICRO)
    assert (result.planned, result.run) == (420 * MINUTE, 373 * MINUTE)
    assert result.availability == pytest.approx(0.8881, abs=5e-5)
    assert result.performance == pytest.approx(0.8611, abs=5e-5)
    assert result.quality == pytest.approx(0.9780, abs=5e-5)
    assert result.oee == pytest.approx(0.7479, abs=5e-5)
    assert result.losses[LossKind.STOP] == 47 * MINUTE
    assert result.losses[LossKind.QUALITY] == pytest.approx(423.0)
    assert result.losses[LossKind.SPEED] == pytest.approx(22_380 - 19_271)
    assert balanced(result)


def test_the_miller_of_willmott_and_mccarthy() -> None:
    """P. Willmott, D. McCarthy, TPM: A Route to World-Class Performance (2001), p. 127: 910 min planned, 115 min down,
    12 min changeover, standard cycle 3 min, 203 made: availability 86.0 %, performance 203/261 (77.7 % there).
    """
    shift = Shift("Tuesday", DAY, 0.0, 910 * MINUTE)
    segments = row((R, 400), (S, 115), (R, 200), (StationState.CHANGEOVER, 12), (R, 183))
    result = account(segments, shift, 910 * MINUTE, 180.0, 203, 203, MICRO)
    assert result.run == 783 * MINUTE
    assert result.availability == pytest.approx(0.860, abs=5e-4)
    assert result.performance == pytest.approx(203 / 261)
    assert result.losses[LossKind.CHANGEOVER] == 12 * MINUTE
    assert balanced(result)


def test_nakajimas_example_with_half_the_speed() -> None:
    """S. Nakajima, Introduction to TPM (1988): 460 min loading time, 60 down, 400 made at ideally 0.5 min, 98 % good.

    By hand: 400/460 = 87.0 %; 0.5 x 400/400 = 50 %; 0.87 x 0.5 x 0.98 = 42.6 %.
    """
    shift = Shift("Day", DAY, 0.0, 460 * MINUTE)
    result = account(row((R, 200), (S, 60), (R, 200)), shift, 460 * MINUTE, 30.0, 400, 392, MICRO)
    assert result.availability == pytest.approx(0.870, abs=5e-4)
    assert result.performance == pytest.approx(0.5)
    assert result.oee == pytest.approx(0.426, abs=5e-4)
    assert balanced(result)


def test_each_way_of_standing_is_its_own_loss_and_only_planned_time_is_lost() -> None:
    parts = [(R, 200.0), (StationState.STARVED, 30.0), (StationState.BLOCKED, 20.0), (StationState.NO_DATA, 10.0)]
    result = account(
        row(*parts, (P, 60), (StationState.NOT_PLANNED, 40), (R, 120)), NO_BREAK, 28_800, 60.0, 300, 300, 0
    )
    kinds = {kind: seconds / MINUTE for kind, seconds in result.losses.items() if seconds}
    assert kinds == {LossKind.STARVED: 30, LossKind.BLOCKED: 20, LossKind.NO_DATA: 10, LossKind.SPEED: 20}
    assert result.planned == 380 * MINUTE
    assert result.excused == 100 * MINUTE
    assert result.availability == pytest.approx(320 / 380)


def test_stops_below_the_limit_cost_performance_not_availability() -> None:
    segments = row((R, 100), (S, 1), (R, 100), (S, 1.5), (R, 100), (S, 2), (R, 175.5))
    result = account(segments, NO_BREAK, 28_800, None, 0, 0, 120.0)
    assert result.losses[LossKind.MICRO_STOP] == 2.5 * MINUTE
    assert result.losses[LossKind.STOP] == 2 * MINUTE
    assert result.availability == pytest.approx(478 / 480)


def test_one_stop_with_two_reasons_is_no_two_micro_stops() -> None:
    stop = [Segment(S, None, 0.0, 90.0, "jam"), Segment(S, None, 90.0, 180.0, "door open")]
    result = account([*stop, Segment(R, None, 180.0, None)], NO_BREAK, 28_800, None, 0, 0, 120.0)
    assert result.losses[LossKind.STOP] == 180.0
    assert LossKind.MICRO_STOP not in result.losses


def test_a_stop_that_began_before_the_shift_is_judged_by_its_whole_length() -> None:
    segments = [Segment(S, None, -3600.0, 60.0), Segment(R, None, 60.0, None)]
    result = account(segments, NO_BREAK, 28_800, None, 0, 0, 120.0)
    assert result.losses[LossKind.STOP] == 60.0


def test_time_without_a_segment_is_no_data_and_never_running() -> None:
    result = account(row((R, 60), start=60 * MINUTE), NO_BREAK, 180 * MINUTE, 60.0, 60, 60, MICRO)
    assert result.losses[LossKind.NO_DATA] == 120 * MINUTE
    assert result.run == 60 * MINUTE
    assert result.oee == pytest.approx(1 / 3)


def test_when_nothing_was_heard_in_the_whole_shift_there_is_no_oee_rather_than_zero() -> None:
    result = account([], NO_BREAK, 3600.0, 60.0, 0, 0, MICRO)
    assert (result.oee, result.availability, result.unknown) == (None, None, Unknown.NO_DATA)
    assert result.losses[LossKind.NO_DATA] == 3600.0


def test_a_line_that_stood_all_shift_has_an_oee_of_zero() -> None:
    result = account(row((S, 480)), NO_BREAK, 28_800, 60.0, 0, 0, MICRO)
    assert (result.oee, result.availability, result.performance, result.quality) == (0.0, 0.0, None, None)


def test_before_the_shift_begins_and_when_all_of_it_is_taken_out_nothing_is_planned() -> None:
    early = account([], NO_BREAK, -10.0, 60.0, 0, 0, MICRO)
    idle = account(row((StationState.NOT_PLANNED, 480)), NO_BREAK, 28_800, 60.0, 0, 0, MICRO)
    assert (early.planned, early.unknown) == (0.0, Unknown.NOT_PLANNED)
    assert (idle.planned, idle.unknown, idle.excused) == (0.0, Unknown.NOT_PLANNED, 28_800.0)


def test_without_an_ideal_cycle_availability_and_quality_are_known_and_oee_is_not() -> None:
    result = account(row((R, 400), (S, 80)), NO_BREAK, 28_800, None, 100, 90, MICRO)
    assert (result.oee, result.performance, result.unknown) == (None, None, Unknown.NO_IDEAL_CYCLE)
    assert (result.availability, result.quality) == (pytest.approx(400 / 480), 0.9)
    assert result.losses[LossKind.QUALITY] == pytest.approx(40 * MINUTE)  # a tenth of the run time
    assert balanced(result)


def test_performance_above_one_is_shown_flagged_and_balanced_by_a_negative_speed_loss() -> None:
    result = account(row((R, 480)), NO_BREAK, 28_800, 60.0, 600, 600, MICRO)
    assert result.performance == pytest.approx(1.25)
    assert result.flags == {Flag.IDEAL_TOO_SLOW}
    assert result.losses[LossKind.SPEED] == -120 * MINUTE
    assert balanced(result)


def test_pieces_made_while_nothing_was_seen_do_not_blame_the_ideal_cycle() -> None:
    result = account(row((R, 240), (StationState.NO_DATA, 240)), NO_BREAK, 28_800, 60.0, 400, 400, MICRO)
    assert result.flags == {Flag.PIECES_UNSEEN}
    assert balanced(result)


def test_more_good_pieces_than_pieces_and_negative_counts_are_flagged() -> None:
    assert account(row((R, 480)), NO_BREAK, 28_800, 60.0, 90, 100, MICRO).flags == {Flag.COUNTS_DISAGREE}
    negative = account(row((R, 480)), NO_BREAK, 28_800, 60.0, -5, -5, MICRO)
    assert (negative.total, negative.good, negative.flags) == (0, 0, {Flag.COUNTS_DISAGREE})


def test_a_break_worked_through_is_planned_time_and_one_that_is_not_is_none() -> None:
    shift = Shift("Day", DAY, 0.0, 480 * MINUTE, ((240 * MINUTE, 270 * MINUTE, "Lunch"),))
    through = account(row((R, 480)), shift, 28_800, 60.0, 480, 480, MICRO)
    assert (through.planned, through.overtime, through.oee) == (480 * MINUTE, 30 * MINUTE, 1.0)
    assert through.flags == frozenset()
    idle = account(row((R, 240), (S, 30), (R, 210)), shift, 28_800, 60.0, 450, 450, MICRO)
    assert (idle.planned, idle.overtime, idle.oee) == (450 * MINUTE, 0.0, 1.0)


def test_the_account_of_a_running_shift_ends_now_and_the_open_segment_with_it() -> None:
    segments = [Segment(R, None, 0.0, 3000.0), Segment(S, None, 3000.0, None)]
    result = account(segments, NO_BREAK, 3600.0, 60.0, 50, 50, MICRO)
    assert (result.planned, result.run, result.losses[LossKind.STOP]) == (3600.0, 3000.0, 600.0)
    assert result.oee == pytest.approx(50 / 60)


PIECES = st.lists(
    st.tuples(st.sampled_from(StationState), st.floats(0.0, 9000.0), st.floats(-200.0, 400.0)), max_size=25
)
BREAKS = st.lists(st.tuples(st.floats(0, 28_800), st.floats(0, 28_800)), max_size=3)


@settings(max_examples=300, deadline=None)
@given(
    pieces=PIECES,
    breaks=BREAKS,
    start=st.floats(-5000, 5000),
    now=st.floats(-100, 40_000),
    ideal=st.none() | st.floats(0.01, 500),
    counts=st.tuples(st.integers(-3, 5000), st.integers(-3, 5000)),
    micro=st.floats(0, 600),
)
def test_every_planned_second_is_good_production_or_a_named_loss(
    pieces: list[tuple[StationState, float, float]],
    breaks: list[tuple[float, float]],
    start: float,
    now: float,
    ideal: float | None,
    counts: tuple[int, int],
    micro: float,
) -> None:
    edges = sorted(edge for pair in breaks for edge in pair)
    pauses = tuple((a, b, "") for a, b in zip(edges[::2], edges[1::2], strict=True))
    shift = Shift("Any", DAY, 0.0, 28_800.0, pauses)
    segments, at = [], start
    for state, seconds, gap in pieces:  # gaps and overlaps that a ribbon should never have
        segments.append(Segment(state, None, at, at + seconds))
        at += max(0.0, seconds + gap)
    result = account(segments, shift, now, ideal, *counts, micro)
    assert balanced(result)
    assert result.planned >= -1e-6
    assert result.run + result.losses.get(LossKind.NO_DATA, 0.0) <= result.planned + 1e-6
    elapsed = shift.planned_seconds(0.0, max(0.0, now))
    assert result.planned == pytest.approx(elapsed - result.excused + result.overtime, abs=1e-6)
    if result.oee is not None and result.performance is not None and result.quality is not None:
        assert result.availability is not None
        assert result.oee == pytest.approx(
            result.availability * result.performance * result.quality, rel=1e-9, abs=1e-9
        )
