"""Clocks: senders whose clocks are right, 40 hours off, set while running, or whose messages come late."""

from __future__ import annotations

from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.clocks import LATEST, TOLERANCE, Skew, better_time

T0 = 1_800_000_000.0
HOURS_40 = 40 * 3600.0


def listen(skew: Skew, behind: float, seconds: int, start: float = T0, every: float = 1.0) -> Skew:
    """Live messages of a clock `behind` ours, with delays of 0 to 0.3 s."""
    for i in range(int(seconds / every)):
        now = start + i * every
        skew = skew.heard(now - behind, now + (i * 7 % 4) * 0.1)
    return skew


def test_a_clock_forty_hours_behind_is_known_within_seconds_and_to_a_tenth() -> None:
    assert listen(Skew(), HOURS_40, 60).value == pytest.approx(HOURS_40, abs=0.1)


def test_a_clock_ahead_has_a_negative_skew() -> None:
    assert listen(Skew(), -90.0, 60).value == pytest.approx(-90.0, abs=0.1)


def test_nothing_is_said_before_three_samples_nor_from_a_time_that_stands_still() -> None:
    assert Skew().value is None
    assert listen(Skew(), 0.0, 3).value is None
    repeated = Skew()
    for i in range(100):
        repeated = repeated.heard(T0 - 500_000, T0 + 20 * i)  # the same document every 20 s
    assert repeated.value is None


def test_a_backlog_does_not_pass_for_a_slow_clock() -> None:
    skew = listen(Skew(), 0.0, 60)
    for i in range(600):  # ten minutes of messages, delivered in six seconds
        skew = skew.heard(T0 + 60 + i, T0 + 660 + i * 0.01)
    assert skew.value == pytest.approx(0.0, abs=0.3)


def test_one_wild_time_changes_nothing() -> None:
    skew = listen(Skew(), 0.0, 60).heard(T0 - 1e6, T0 + 61)
    assert listen(skew, 0.0, 60, T0 + 62).value == pytest.approx(0.0, abs=0.3)


def test_a_clock_set_right_while_running_is_followed() -> None:
    skew = listen(listen(Skew(), HOURS_40, 60), 0.0, 60, T0 + 60)
    assert skew.value == pytest.approx(0.0, abs=0.1)


def test_a_clock_that_jumped_back_is_unknown_until_it_has_been_heard_for_a_while() -> None:
    skew = listen(Skew(), 0.0, 60)
    jumped = skew.heard(T0 + 60 - 3600, T0 + 60)
    assert jumped.value is None
    assert better_time(T0 + 60 - 3600, T0 + 60, jumped.value) == (T0 + 60, True)
    assert listen(jumped, 3600.0, 30, T0 + 61).value == pytest.approx(3600.0, abs=0.1)


def test_a_message_without_a_time_or_with_none_that_is_one_teaches_nothing() -> None:
    skew = listen(Skew(), 0.0, 60)
    assert skew.heard(None, T0 + 61) is skew
    assert skew.heard(nan, T0 + 61) is skew


def test_a_right_clock_is_believed_as_it_says() -> None:
    assert better_time(T0 - 3.0, T0, 0.2) == (T0 - 3.0, False)
    assert better_time(T0 - 3.0, T0, None) == (T0 - 3.0, False)


def test_a_clock_forty_hours_off_is_shifted_when_known_and_replaced_by_receive_time_until_then() -> None:
    assert better_time(T0 - HOURS_40 - 2, T0, HOURS_40) == (T0 - 2, True)
    assert better_time(T0 - HOURS_40 - 2, T0, None) == (T0, True)


def test_a_message_that_waited_ten_minutes_happened_ten_minutes_ago() -> None:
    assert better_time(T0 - 600, T0, 0.0) == (T0 - 600, False)


def test_nothing_happens_in_the_future_or_before_what_a_queue_can_hold() -> None:
    assert better_time(T0 + 3600, T0, 0.0) == (T0, True)
    assert better_time(T0 + 2, T0, 0.0) == (T0, False)  # within tolerance, but never after it was heard
    assert better_time(T0 - LATEST - 1, T0, 0.0) == (T0, True)


def test_no_time_and_broken_times_are_receive_time() -> None:
    assert better_time(None, T0, 0.0) == (T0, False)
    assert better_time(nan, T0, 0.0) == (T0, True)
    assert better_time(inf, T0, None) == (T0, True)


@given(
    source=st.none() | st.floats(),
    skew=st.none() | st.floats(-1e9, 1e9),
    tolerance=st.floats(0, 3600),
)
def test_whatever_a_sender_says_history_gets_a_time_of_the_last_six_hours(
    source: float | None, skew: float | None, tolerance: float
) -> None:
    at, _ = better_time(source, T0, skew, tolerance)
    assert T0 - LATEST <= at <= T0


def test_two_senders_one_forty_hours_off_are_put_in_the_order_in_which_things_happened() -> None:
    skew = listen(Skew(), HOURS_40, 60)
    first, _ = better_time(T0 + 100 - HOURS_40, T0 + 104, skew.value)  # delayed by 4 s
    second, _ = better_time(T0 + 102, T0 + 102, 0.0)
    assert first < second
    assert abs(first - (T0 + 100)) < TOLERANCE
