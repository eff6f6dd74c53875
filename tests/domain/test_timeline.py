"""Rules of what lies on a time axis: as few as there is room for, nothing lost, nothing made up."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.shifts import Shift
from console.domain.timeline import (
    NO_DATA,
    Held,
    Mark,
    at,
    cut,
    excused,
    filled,
    gathered,
    joined,
    silences,
    thinned,
    without,
)

DAY = 86_400.0


def row(*lengths: tuple[str, float]) -> list[Held]:
    """Values one after the other from 0 on."""
    found, since = [], 0.0
    for value, seconds in lengths:
        found.append(Held(since, since + seconds, value))
        since += seconds
    return found


def test_neighbours_that_say_the_same_are_one_and_a_gap_parts_them() -> None:
    held = [Held(0, 5, "a"), Held(5, 9, "a"), Held(9, 12, "b"), Held(20, 30, "b"), Held(30, 30, "c")]
    assert joined(held) == [Held(0, 9, "a"), Held(9, 12, "b"), Held(20, 30, "b")]


def test_a_short_stop_in_a_year_of_running_is_still_there() -> None:
    held = row(("running", 100 * DAY), ("stopped", 20.0), ("running", 265 * DAY))
    assert thinned(held, 4 * 3600.0) == held


def test_many_short_ones_are_no_more_than_there_is_room_for_and_keep_their_seconds() -> None:
    chance = random.Random(5)
    held = joined(
        row(*((chance.choice(("running", "stopped", "starved")), chance.uniform(5, 400)) for _ in range(40_000)))
    )
    whole, width = held[-1].until, held[-1].until / 900
    found = thinned(held, width)
    assert len(found) <= 2 * 900
    seconds = dict.fromkeys(("running", "stopped", "starved"), 0.0)
    for one in found:
        for value, lasted in one.parts or ((one.value, one.until - one.since),):
            seconds[value] += lasted
    wanted = {value: sum(one.until - one.since for one in held if one.value == value) for value in seconds}
    assert seconds == {value: pytest.approx(lasted) for value, lasted in wanted.items()}
    assert (found[0].since, found[-1].until) == (0.0, whole)
    assert all(a.until <= b.since for a, b in zip(found, found[1:], strict=False))


def test_one_of_many_is_called_by_the_longest_and_knows_the_others() -> None:
    (one,) = thinned(row(("running", 50.0), ("stopped", 10.0), ("running", 20.0)), 100.0)
    assert (one.value, one.parts) == ("running", (("running", 70.0), ("stopped", 10.0)))


def test_what_does_not_touch_is_never_made_one() -> None:
    held = [Held(0, 2, "a"), Held(50, 52, "b")]
    assert thinned(held, 1000.0) == held


@given(
    st.lists(
        st.tuples(st.sampled_from(["running", "stopped", NO_DATA]), st.floats(0.5, 5000.0)), min_size=1, max_size=60
    ),
    st.floats(1.0, 20_000.0),
)
def test_thinning_twice_is_thinning_once_more_and_never_moves_an_edge(
    lengths: list[tuple[str, float]], width: float
) -> None:
    held = joined(row(*lengths))
    edges = {edge for one in held for edge in (one.since, one.until)}
    found = thinned(thinned(held, width / 3), width)
    assert {edge for one in found for edge in (one.since, one.until)} <= edges
    assert (found[0].since, found[-1].until) == (held[0].since, held[-1].until)


def test_a_silence_begins_when_something_was_missed_and_ends_when_something_came() -> None:
    heard = [0.0, 10.0, 20.0, 100.0, 110.0]
    assert silences(heard, 0.0, 120.0, 30.0) == [(50.0, 100.0)]
    assert silences(heard, 0.0, 200.0, 30.0) == [(50.0, 100.0), (140.0, 200.0)]
    assert silences([], 0.0, 120.0, 30.0) == [(0.0, 120.0)], "what was never heard is silent from the first moment on"
    assert silences([-20.0, 25.0], 0.0, 40.0, 30.0) == [(10.0, 25.0)], "what was heard before counts"


def test_a_state_is_not_known_while_nothing_was_heard() -> None:
    held = row(("running", 100.0), ("stopped", 100.0))
    assert without(held, [(50.0, 120.0)]) == [
        Held(0.0, 50.0, "running"),
        Held(50.0, 120.0, NO_DATA),
        Held(120.0, 200.0, "stopped"),
    ]


def test_what_nobody_told_is_no_data_and_never_running() -> None:
    assert filled([Held(20, 30, "running")], 0, 50) == [
        Held(0, 20, NO_DATA),
        Held(20, 30, "running"),
        Held(30, 50, NO_DATA),
    ]
    assert filled([], 0, 50) == [Held(0, 50, NO_DATA)]


def test_standing_still_in_a_break_or_outside_the_shifts_is_as_on_the_board() -> None:
    shift = Shift("Day", date(2026, 1, 1), 100.0, 200.0, ((140.0, 150.0, "Tea"),))
    assert excused([Held(0, 300, "stopped")], [shift]) == [
        Held(0, 100, "not_planned"),
        Held(100, 140, "stopped"),
        Held(140, 150, "planned_stop"),
        Held(150, 200, "stopped"),
        Held(200, 300, "not_planned"),
    ]
    assert excused([Held(0, 300, "running")], [shift]) == [Held(0, 300, "running")]


def test_marks_that_cannot_be_told_apart_are_one_with_the_name_of_the_worst() -> None:
    marks = [
        Mark(0, 5, "a", "small", 0),
        Mark(2, 6, "b", "bad", 3),
        Mark(4, 5, "c", "small", 1),
        Mark(50, 51, "d", "far"),
    ]
    assert gathered(marks, 10.0, 100.0) == [Mark(0, 6, "b", "bad", 3, 3), Mark(50, 51, "d", "far")]


def test_a_mark_that_lasts_stays_by_itself() -> None:
    long, short = Mark(0, None, "a", "lasts", 0), Mark(2, 3, "b", "bad", 3)
    assert gathered([long, short], 10.0, 1000.0) == [long, short]


def test_the_value_at_a_time_is_known_where_one_was_held() -> None:
    held = [Held(0, 5, "a"), Held(8, 9, "b")]
    assert [at(held, time) for time in (-1, 0, 4.9, 5, 8, 9)] == [None, held[0], held[0], None, held[1], None]
    assert list(cut(held, 4, 8.5)) == [Held(4, 5, "a"), Held(8, 8.5, "b")]
