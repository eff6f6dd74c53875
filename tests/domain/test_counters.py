"""Counters: rows of values as machines send them, and what must come of each."""

from __future__ import annotations

import json
from math import inf, nan

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.counters import MODULI, ORDINARY, REFUSED, Counter, Note
from console.domain.readings import Value

T0 = 1_800_000_000.0
TEN_SECONDS_A_PIECE = Counter.for_signal(pulse=False, rollover=None, ideal_cycle=10.0)  # believes 1 piece/s + 10
PULSES = Counter.for_signal(pulse=True, rollover=None, ideal_cycle=10.0)


def play(counter: Counter, *values: Value, every: float = 10.0, start: float = T0) -> list[tuple[int, Note]]:
    """What each value gave, one `every` seconds."""
    out = []
    for i, value in enumerate(values):
        counter, delta, note, _ = counter.observe(value, start + i * every)
        out.append((delta, note))
    return out


def after(counter: Counter, *values: Value, every: float = 10.0) -> Counter:
    for i, value in enumerate(values):
        counter = counter.observe(value, T0 + i * every).counter
    return counter


def test_the_first_value_is_where_counting_starts_and_increases_count() -> None:
    assert play(TEN_SECONDS_A_PIECE, 500, 501, 501, 503) == [(0, Note.BASELINE), (1, ""), (0, ""), (2, "")]


def test_a_message_heard_twice_counts_once() -> None:
    counter = TEN_SECONDS_A_PIECE.observe(5, T0, T0).counter.observe(6, T0 + 10, T0 + 10).counter
    again = counter.observe(6, T0 + 11, T0 + 10)
    assert (again.delta, again.note, again.counter) == (0, Note.DUPLICATE, counter)


@pytest.mark.parametrize("modulus", MODULI)
def test_a_counter_that_reaches_a_usual_end_rolls_over(modulus: int) -> None:
    assert play(TEN_SECONDS_A_PIECE, modulus - 2, modulus - 1, 0, 1)[1:] == [(1, ""), (1, Note.ROLLOVER), (1, "")]


def test_a_rollover_between_two_values_counts_what_was_skipped() -> None:
    assert play(TEN_SECONDS_A_PIECE, 65_534, 3)[1] == (5, Note.ROLLOVER)


def test_a_counter_that_shows_its_modulus_begins_again_one_later() -> None:
    assert play(TEN_SECONDS_A_PIECE, 999, 1000, 0, 1)[1:] == [(1, ""), (1, Note.ROLLOVER), (1, "")]


def test_a_known_modulus_rolls_over_and_the_fact_is_told() -> None:
    counter = after(Counter.for_signal(False, 200, 10.0), 195)
    step = counter.observe(2, T0 + 60)
    assert (step.delta, step.note, step.facts) == (7, Note.ROLLOVER, {"modulus": 200})


def test_a_drop_to_zero_far_from_any_end_is_a_reset_and_counts_what_was_made_since() -> None:
    assert play(TEN_SECONDS_A_PIECE, 420, 421, 2, 3)[2:] == [(2, Note.RESET), (1, "")]


def test_a_drop_near_an_end_that_the_rate_cannot_explain_is_a_reset() -> None:
    """980 to 0 in ten seconds would be 20 pieces at a station that makes one in that time."""
    assert play(TEN_SECONDS_A_PIECE, 980, 0)[1] == (0, Note.RESET)


def test_a_new_order_resets_even_near_an_end() -> None:
    counter = TEN_SECONDS_A_PIECE.observe(998, T0, order="A").counter
    step = counter.observe(1, T0 + 10, order="B")
    assert (step.delta, step.note, step.counter.order) == (1, Note.RESET, "B")


def test_a_new_order_whose_counter_goes_on_counts_as_before() -> None:
    counter = TEN_SECONDS_A_PIECE.observe(50, T0, order="A").counter
    step = counter.observe(51, T0 + 10, order="B")
    assert (step.delta, step.note) == (1, Note.NONE)


def test_a_late_value_counts_nothing_and_the_next_counts_from_the_newest() -> None:
    assert play(TEN_SECONDS_A_PIECE, 500, 502, 501, 503)[2:] == [(0, Note.LATE), (1, "")]
    counter = TEN_SECONDS_A_PIECE.observe(500, T0, T0).counter.observe(502, T0 + 20, T0 + 20).counter
    step = counter.observe(3, T0 + 21, T0 + 10)  # would pass for a reset but for its time
    assert (step.delta, step.note) == (0, Note.LATE)


def test_a_senders_clock_that_was_set_back_is_believed_after_five_minutes() -> None:
    counter = TEN_SECONDS_A_PIECE.observe(500, T0, T0).counter
    deltas, notes = [], []
    for i in range(40):  # reset to 0 and 40 hours back at once
        counter, delta, note, _ = counter.observe(i, T0 + 10 * (i + 1), T0 - 144_000 + 10 * i)
        deltas.append(delta)
        notes.append(note)
    assert notes[:30] == [Note.LATE] * 30
    assert notes[30] is Note.CLOCK_SET
    assert sum(deltas) == 39


@pytest.mark.parametrize("value", [nan, inf, -inf, "Running", "", "12,5", "1_000", None, True])
def test_what_is_no_number_is_refused(value: Value) -> None:
    counter = after(TEN_SECONDS_A_PIECE, 5)
    step = counter.observe(value, T0 + 10)
    assert (step.delta, step.note, step.counter) == (0, Note.NOT_A_NUMBER, counter)
    assert step.note in REFUSED


@pytest.mark.parametrize(
    ("value", "note"),
    [
        (-32_768, Note.SENTINEL),
        (-1, Note.SENTINEL),
        (-7, Note.NEGATIVE),
        (1e300, Note.TOO_LARGE),
        (9999, Note.SENTINEL),
    ],
)
def test_numbers_that_mean_no_value_are_refused_and_change_nothing(value: int, note: Note) -> None:
    assert play(TEN_SECONDS_A_PIECE, 105, value, value, 106) == [(0, Note.BASELINE), (0, note), (0, note), (1, "")]


def test_9999_is_a_count_when_the_counter_was_nearly_there() -> None:
    assert play(TEN_SECONDS_A_PIECE, 9997, 9998, 9999, 0)[1:] == [(1, ""), (1, ""), (1, Note.ROLLOVER)]


def test_9999_as_the_first_value_is_no_baseline() -> None:
    assert play(TEN_SECONDS_A_PIECE, 9999, 105, 106) == [(0, Note.SENTINEL), (0, Note.BASELINE), (1, "")]


def test_text_that_is_a_number_counts_and_a_fraction_of_a_piece_does_not() -> None:
    assert play(TEN_SECONDS_A_PIECE, "41", " 42 ", 43.7, 44.0)[1:] == [(1, ""), (1, Note.ROUNDED), (1, "")]


def test_an_impossible_jump_waits_and_is_forgotten_when_the_next_value_does_not_confirm_it() -> None:
    assert play(TEN_SECONDS_A_PIECE, 105, 50_000, 106) == [(0, Note.BASELINE), (0, Note.HELD), (1, Note.DISCARDED)]


def test_an_impossible_jump_counts_once_the_next_value_confirms_it() -> None:
    assert play(TEN_SECONDS_A_PIECE, 105, 205, 206, 207)[1:] == [(0, Note.HELD), (101, Note.CONFIRMED), (1, "")]


def test_a_message_sent_twice_does_not_confirm_itself() -> None:
    counter = TEN_SECONDS_A_PIECE.observe(105, T0, T0).counter.observe(50_000, T0 + 10, T0 + 10).counter
    assert counter.observe(50_000, T0 + 11, T0 + 10).note is Note.DUPLICATE


def test_the_same_jump_is_possible_after_a_long_silence() -> None:
    counter = after(TEN_SECONDS_A_PIECE, 105)
    assert counter.observe(205, T0 + 200)[1:3] == (100, Note.NONE)


def test_a_backlog_delivered_at_once_counts_by_the_senders_own_times() -> None:
    counter, total = TEN_SECONDS_A_PIECE.observe(100, T0, T0 - 3000).counter, 0
    for i in range(1, 50):
        counter, delta, note, _ = counter.observe(100 + 40 * i, T0 + i * 0.001, T0 - 3000 + 60 * i)
        total += delta
        assert note is Note.NONE
    assert total == 49 * 40


def test_a_drop_to_the_middle_goes_on_from_there_once_confirmed_and_invents_no_pieces() -> None:
    assert play(TEN_SECONDS_A_PIECE, 500, 300, 301, 302)[1:] == [(0, Note.HELD), (1, Note.REBASED), (1, "")]


def test_a_retained_value_counts_nothing_and_loses_nothing() -> None:
    first = TEN_SECONDS_A_PIECE.observe(500, T0, retained=True)
    assert (first.delta, first.note) == (0, Note.SNAPSHOT)
    again = first.counter.observe(502, T0 + 20, retained=True)  # after a reconnection
    assert (again.delta, again.note) == (0, Note.SNAPSHOT)
    assert again.counter.observe(503, T0 + 30).delta == 3


def test_after_a_restart_the_difference_to_the_stored_value_counts_even_when_retained() -> None:
    stored = json.loads(json.dumps(after(TEN_SECONDS_A_PIECE, 500).to_dict()))
    counter = Counter.from_dict(stored, TEN_SECONDS_A_PIECE)
    step = counter.observe(512, T0 + 120, retained=True)
    assert (step.delta, step.note, step.facts) == (12, Note.WHILE_AWAY, {"while_away": 12})
    assert step.counter.observe(513, T0 + 130)[1:3] == (1, Note.NONE)


def test_a_reset_while_the_console_was_away_counts_from_the_reset() -> None:
    counter = Counter.from_dict(after(TEN_SECONDS_A_PIECE, 500).to_dict(), TEN_SECONDS_A_PIECE)
    step = counter.observe(20, T0 + 600)
    assert (step.delta, step.note, step.facts["while_away"]) == (20, Note.RESET, 20)


def test_a_counter_restored_before_it_saw_anything_takes_a_baseline() -> None:
    counter = Counter.from_dict(TEN_SECONDS_A_PIECE.to_dict(), TEN_SECONDS_A_PIECE)
    assert counter == TEN_SECONDS_A_PIECE
    assert counter.observe(500, T0).note is Note.BASELINE


@pytest.mark.parametrize(
    "data", [{}, {"last": "5", "at": 0, "source_time": None, "order": ""}, {"last": True, "at": 1}]
)
def test_what_is_no_stored_counter_is_refused(data: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="not a stored counter"):
        Counter.from_dict(data)


def test_each_pulse_counts_its_value_or_one() -> None:
    assert play(PULSES, 1, 2, True, "SN-0815", False, None) == [
        (1, ""), (2, ""), (1, ""), (1, ""), (0, ""), (0, Note.NOT_A_NUMBER),
    ]  # fmt: skip


def test_a_pulse_heard_twice_counts_once_also_when_others_came_between() -> None:
    counter, total = PULSES, 0
    for source in (0.0, 10.0, 20.0, 10.0, 0.0, 30.0):
        counter, delta, _, _ = counter.observe(1, T0 + 31, T0 + source)
        total += delta
    assert total == 4


def test_a_retained_pulse_counts_nothing() -> None:
    assert PULSES.observe(1, T0, retained=True)[1:3] == (0, Note.SNAPSHOT)


def test_a_running_total_declared_as_pulses_is_refused_instead_of_counted_over_and_over() -> None:
    assert play(PULSES, 40_000, 40_001) == [(0, Note.IMPLAUSIBLE)] * 2
    assert play(PULSES, 1, 500)[1] == (0, Note.IMPLAUSIBLE)


def test_after_a_restart_pulses_that_the_broker_repeats_are_not_counted_again() -> None:
    counter = PULSES
    for i in range(5):
        counter = counter.observe(1, T0 + i, T0 + i).counter
    back = Counter.from_dict(json.loads(json.dumps(counter.to_dict())), PULSES)
    notes = []
    for i in (3, 4, 5, 6):
        back, delta, note, _ = back.observe(1, T0 + 100, T0 + i)
        notes.append((delta, note))
    assert notes == [(0, Note.DUPLICATE), (0, Note.DUPLICATE), (1, ""), (1, "")]


def test_a_late_pulse_does_not_let_the_restart_count_newer_ones_twice() -> None:
    counter = PULSES
    for source in (0, 20, 10):
        counter = counter.observe(1, T0 + 21, T0 + source).counter
    back = Counter.from_dict(counter.to_dict(), PULSES)
    assert back.observe(1, T0 + 60, T0 + 20).note is Note.DUPLICATE


def test_after_a_restart_a_clock_that_was_set_back_by_hours_does_not_silence_the_pulses() -> None:
    back = Counter.from_dict(PULSES.observe(1, T0, T0).counter.to_dict(), PULSES)
    assert back.observe(1, T0 + 60, T0 - 144_000).delta == 1


def test_every_correction_can_be_seen_and_ordinary_steps_need_not_be() -> None:
    assert not ORDINARY & REFUSED
    assert {Note.ROLLOVER, Note.RESET, Note.HELD, Note.CONFIRMED, Note.LATE}.isdisjoint(ORDINARY)


@settings(max_examples=200, deadline=None)
@given(
    start=st.integers(0, 65_535),
    steps=st.lists(st.integers(0, 3), max_size=60),
    repeat=st.lists(st.integers(0, 59), max_size=10),
    cut=st.integers(0, 60),
)
def test_a_sixteen_bit_counter_gives_every_piece_once_through_rollovers_repeats_and_a_restart(
    start: int, steps: list[int], repeat: list[int], cut: int
) -> None:
    blank = Counter.for_signal(False, 65_536, 10.0)
    counter, made, counted = blank.observe(start, T0, T0).counter, 0, 0
    if counter.last is None:  # 9999, 32767, 65535 are no baseline
        return
    for i, step in enumerate(steps):
        made += step
        if i == cut:
            counter = Counter.from_dict(counter.to_dict(), blank)
        for _ in range(1 + repeat.count(i)):
            at = T0 + 10.0 * (i + 1)
            counter, delta, note, _ = counter.observe((start + made) % 65_536, at, at)
            counted += delta
            assert note not in REFUSED
    assert counted == made


@settings(max_examples=200, deadline=None)
@given(
    values=st.lists(
        st.one_of(st.none(), st.booleans(), st.floats(), st.integers(-70_000, 70_000), st.text(max_size=4)), max_size=30
    ),
    times=st.lists(st.floats(-1e6, 1e6), min_size=30, max_size=30),
    pulse=st.booleans(),
)
def test_no_value_whatever_raises_or_takes_pieces_away(values: list[Value], times: list[float], pulse: bool) -> None:
    counter = Counter.for_signal(pulse, None, 1.0)
    for i, value in enumerate(values):
        source = T0 + times[i] if i % 3 else None
        counter, delta, _, _ = counter.observe(value, T0 + i, source, retained=i % 7 == 0)
        assert delta >= 0
