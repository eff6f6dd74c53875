"""Shifts: worked examples on real clocks, among them both changes of Berlin's in 2026 and a skipped midnight."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.shifts import (
    Break,
    BreakOutside,
    Calendar,
    CalendarRefused,
    Pattern,
    PatternsOverlap,
    RotationUnknown,
    TimezoneUnknown,
)

EVERY_DAY = frozenset(range(7))
WEEKDAYS = frozenset(range(5))
HOUR = 3600.0

EARLY = Pattern("Early", time(6), time(14), EVERY_DAY, (Break("Breakfast", time(9), time(9, 15)),))
LATE = Pattern("Late", time(14), time(22), EVERY_DAY, (Break("Dinner", time(18), time(18, 30)),))
NIGHT = Pattern("Night", time(22), time(6), EVERY_DAY, (Break("Midnight", time(2), time(2, 30)),))
BERLIN = Calendar("three shifts", "Europe/Berlin", (EARLY, LATE, NIGHT))


def at(zone: str, year: int, month: int, day: int, hour: int = 0, minute: int = 0, second: int = 0) -> float:
    return datetime(year, month, day, hour, minute, second, tzinfo=ZoneInfo(zone)).timestamp()


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> float:
    return datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp()


def berlin(*when: int) -> float:
    return at("Europe/Berlin", *when)


def test_a_shift_begins_at_its_start_and_is_over_at_its_end() -> None:
    shifts = [BERLIN.shift_at(berlin(2026, 5, 12, *wall)) for wall in ((6, 0), (13, 59, 59), (14, 0), (22, 0))]
    assert [shift.name for shift in shifts if shift] == ["Early", "Early", "Late", "Night"]


def test_after_midnight_the_night_shift_still_belongs_to_the_day_it_started() -> None:
    shift = BERLIN.shift_at(berlin(2026, 5, 13, 3))
    assert shift is not None
    assert (shift.name, shift.day) == ("Night", date(2026, 5, 12))
    assert (shift.start, shift.end) == (berlin(2026, 5, 12, 22), berlin(2026, 5, 13, 6))


def test_a_break_after_midnight_lies_on_the_next_day() -> None:
    shift = BERLIN.shift_at(berlin(2026, 5, 12, 23))
    assert shift is not None
    assert shift.breaks == ((berlin(2026, 5, 13, 2), berlin(2026, 5, 13, 2, 30), "Midnight"),)
    assert shift.in_break(berlin(2026, 5, 13, 2, 29))
    assert not shift.in_break(berlin(2026, 5, 13, 2, 30))
    assert shift.planned_seconds(berlin(2026, 5, 13, 1, 45), berlin(2026, 5, 13, 2, 45)) == 30 * 60
    assert shift.spans == ((shift.start, berlin(2026, 5, 13, 2)), (berlin(2026, 5, 13, 2, 30), shift.end))


def test_a_night_in_which_the_clock_goes_forward_lasts_seven_hours_and_loses_a_skipped_break() -> None:
    shift = BERLIN.shift_at(berlin(2026, 3, 28, 23))
    assert shift is not None
    assert shift.end - shift.start == 7 * HOUR
    assert shift.breaks == ()  # 02:00 to 02:30 was never on the clock
    assert (shift.start, shift.end) == (utc(2026, 3, 28, 21), utc(2026, 3, 29, 4))


def test_a_night_in_which_the_clock_goes_back_lasts_nine_hours_with_the_break_in_the_first_of_two() -> None:
    shift = BERLIN.shift_at(berlin(2026, 10, 24, 23))
    assert shift is not None
    assert shift.end - shift.start == 9 * HOUR
    assert shift.breaks == ((utc(2026, 10, 25, 0), utc(2026, 10, 25, 0, 30), "Midnight"),)
    assert shift.planned_seconds(0, 1e11) == 8.5 * HOUR


def test_a_wall_time_that_the_clock_skips_is_the_moment_of_the_skip_so_that_shifts_meet() -> None:
    half = Calendar(
        "odd",
        "Europe/Berlin",
        (Pattern("A", time(22), time(2, 30), EVERY_DAY), Pattern("B", time(2, 30), time(6), EVERY_DAY)),
    )
    first, second = half.shifts_between(utc(2026, 3, 28, 22), utc(2026, 3, 29, 4))
    assert first.end == second.start == utc(2026, 3, 29, 1)


def test_a_midnight_that_the_clock_skips_begins_the_day_one_hour_later() -> None:
    havana = Calendar("always", "America/Havana")  # 2026-03-08 has no 00:00 to 00:59
    day = havana.shift_at(utc(2026, 3, 8, 12))
    assert day is not None
    assert (day.start, day.end - day.start) == (utc(2026, 3, 8, 5), 23 * HOUR)


def test_a_calendar_without_patterns_is_always_planned_from_local_midnight() -> None:
    always = Calendar("always", "Asia/Shanghai")
    shift = always.shift_at(utc(2026, 5, 12, 20))
    assert shift is not None
    assert (shift.name, shift.day) == ("", date(2026, 5, 13))
    assert (shift.start, shift.end) == (utc(2026, 5, 12, 16), utc(2026, 5, 13, 16))
    assert always.planned_seconds(utc(2026, 5, 1), utc(2026, 5, 3)) == 48 * HOUR


def test_a_shift_that_starts_on_a_holiday_does_not_take_place_but_one_that_reaches_into_it_does() -> None:
    calendar = Calendar("c", "Europe/Berlin", (EARLY, NIGHT), holidays=frozenset({date(2026, 5, 1)}))
    assert calendar.shift_at(berlin(2026, 5, 1, 5)) is not None  # the night of 30 April
    assert calendar.shift_at(berlin(2026, 5, 1, 7)) is None
    assert calendar.shift_at(berlin(2026, 5, 2, 1)) is None  # would be the night of 1 May
    assert calendar.shift_at(berlin(2026, 5, 2, 7)) is not None


def test_between_shifts_the_neighbours_are_found_over_a_weekend() -> None:
    calendar = Calendar("day", "Europe/Berlin", (Pattern("Day", time(6), time(14), WEEKDAYS),))
    saturday = berlin(2026, 5, 16, 12)
    assert calendar.shift_at(saturday) is None
    before, after = calendar.previous_shift(saturday), calendar.next_shift(saturday)
    assert before is not None
    assert after is not None
    assert (before.day, after.day) == (date(2026, 5, 15), date(2026, 5, 18))


def test_inside_a_shift_next_is_the_one_after_and_previous_the_one_before() -> None:
    now = berlin(2026, 5, 12, 15)
    before, after = BERLIN.previous_shift(now), BERLIN.next_shift(now)
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Early", "Night")


def test_a_calendar_of_holidays_only_has_no_neighbours_and_says_so() -> None:
    never = Calendar("never", "Europe/Berlin", (Pattern("None", time(6), time(14), frozenset()),))
    now = berlin(2026, 5, 12, 15)
    assert (never.shift_at(now), never.next_shift(now), never.previous_shift(now)) == (None, None, None)
    assert never.after_planned(now, 1.0) is None
    assert never.before_planned(now, 1.0) is None


def test_planned_seconds_of_a_day_leave_out_all_breaks() -> None:
    assert BERLIN.planned_seconds(berlin(2026, 5, 12, 6), berlin(2026, 5, 13, 6)) == 24 * HOUR - (15 + 30 + 30) * 60


def test_shifts_between_are_those_that_touch_the_span_in_order() -> None:
    found = BERLIN.shifts_between(berlin(2026, 5, 12, 5), berlin(2026, 5, 12, 14))
    assert [(s.name, s.day.day) for s in found] == [("Night", 11), ("Early", 12)]
    assert BERLIN.shifts_between(berlin(2026, 5, 12, 5), berlin(2026, 5, 12, 5)) == []


def test_planned_time_ahead_steps_over_breaks_and_nights() -> None:
    calendar = Calendar("day", "Europe/Berlin", (Pattern("Day", time(6), time(14), WEEKDAYS, EARLY.breaks),))
    assert calendar.after_planned(berlin(2026, 5, 15, 8, 30), 45 * 60) == berlin(2026, 5, 15, 9, 30)
    assert calendar.after_planned(berlin(2026, 5, 15, 13), 2 * HOUR) == berlin(2026, 5, 18, 7)  # Friday to Monday
    assert calendar.before_planned(berlin(2026, 5, 18, 7), 2 * HOUR) == berlin(2026, 5, 15, 13)


@settings(max_examples=60, deadline=None)
@given(start=st.integers(0, 86400 * 40), seconds=st.floats(1.0, 200_000.0))
def test_planned_time_ahead_and_back_measure_what_they_were_asked_for(start: int, seconds: float) -> None:
    begin = berlin(2026, 3, 1) + start
    ahead, back = BERLIN.after_planned(begin, seconds), BERLIN.before_planned(begin, seconds)
    assert ahead is not None
    assert back is not None
    assert BERLIN.planned_seconds(begin, ahead) == pytest.approx(seconds, abs=1e-5)
    assert BERLIN.planned_seconds(back, begin) == pytest.approx(seconds, abs=1e-5)


def test_rotating_patterns_take_turns_by_the_week_of_the_rotation_start() -> None:
    odd = Pattern("A", time(6), time(14), WEEKDAYS, weeks=(2, 0))
    even = Pattern("B", time(6), time(14), WEEKDAYS, weeks=(2, 1))
    calendar = Calendar("rotation", "Europe/Berlin", (odd, even), rotation_start=date(2026, 5, 13))  # a Wednesday
    days = [calendar.shift_at(berlin(2026, 5, day, 7)) for day in (8, 11, 15, 18, 25)]
    assert [shift.name for shift in days if shift] == ["B", "A", "A", "B", "A"]


def test_overlapping_patterns_are_refused_and_both_are_named() -> None:
    with pytest.raises(PatternsOverlap) as refused:
        Calendar("c", "Europe/Berlin", (EARLY, Pattern("Long", time(13), time(21), EVERY_DAY)))
    assert (refused.value.facts["first"], refused.value.facts["second"]) == ("Early", "Long")
    assert refused.value.code == "patterns_overlap"


def test_a_sunday_night_shift_that_reaches_into_mondays_early_shift_is_refused() -> None:
    sunday = Pattern("Sunday night", time(22), time(7), frozenset({6}))
    with pytest.raises(PatternsOverlap):
        Calendar("c", "Europe/Berlin", (sunday, Pattern("Early", time(6), time(14), frozenset({0}))))


def test_patterns_that_only_touch_or_meet_on_no_day_or_week_are_accepted() -> None:
    Calendar("touch", "Europe/Berlin", (EARLY, LATE, NIGHT))
    friday = Pattern("Early", time(6), time(11), frozenset({4}))
    Calendar("days", "Europe/Berlin", (Pattern("Early", time(6), time(14), frozenset(range(4))), friday))
    weeks = [Pattern(n, time(6), time(14), WEEKDAYS, weeks=(2, o)) for n, o in (("A", 0), ("B", 1))]
    Calendar("weeks", "Europe/Berlin", tuple(weeks), rotation_start=date(2026, 1, 5))


def test_rotations_of_two_and_three_weeks_meet_some_day_and_are_refused() -> None:
    pair = (
        Pattern("A", time(6), time(14), WEEKDAYS, weeks=(2, 0)),
        Pattern("B", time(6), time(14), WEEKDAYS, weeks=(3, 1)),
    )
    with pytest.raises(PatternsOverlap):
        Calendar("c", "Europe/Berlin", pair, rotation_start=date(2026, 1, 5))


@pytest.mark.parametrize(
    ("breaks", "name"),
    [
        ((Break("Too late", time(14), time(14, 30)),), "Too late"),
        ((Break("Over the end", time(13, 50), time(14, 10)),), "Over the end"),
        ((Break("One", time(9), time(9, 30)), Break("Two", time(9, 15), time(9, 45))), "Two"),
    ],
)
def test_a_break_outside_its_shift_or_over_another_is_refused(breaks: tuple[Break, ...], name: str) -> None:
    with pytest.raises(BreakOutside) as refused:
        Pattern("Early", time(6), time(14), EVERY_DAY, breaks)
    assert refused.value.facts == {"pattern": "Early", "break_name": name}


def test_a_rotation_without_a_start_a_day_that_is_none_and_an_unknown_zone_are_refused() -> None:
    with pytest.raises(RotationUnknown):
        Calendar("c", "Europe/Berlin", (Pattern("A", time(6), time(14), WEEKDAYS, weeks=(2, 0)),))
    with pytest.raises(RotationUnknown):
        Pattern("A", time(6), time(14), WEEKDAYS, weeks=(2, 2))
    with pytest.raises(CalendarRefused):
        Pattern("A", time(6), time(14), frozenset({7}))
    with pytest.raises(TimezoneUnknown):
        Calendar("c", "Europe/Nowhere")


def test_equal_wall_times_are_a_shift_of_a_whole_day() -> None:
    calendar = Calendar("c", "Europe/Berlin", (Pattern("Day", time(6), time(6), EVERY_DAY),))
    shift = calendar.shift_at(berlin(2026, 5, 12, 5, 59))
    assert shift is not None
    assert shift.start == berlin(2026, 5, 11, 6)


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 366 * 24 * 60))
def test_every_minute_of_a_year_of_three_shifts_is_in_exactly_one(minute: int) -> None:
    t = utc(2026, 1, 1) + minute * 60
    around = [s for s in BERLIN.shifts_between(t - 86400, t + 86400) if s.start <= t < s.end]
    assert len(around) == 1
    assert BERLIN.shift_at(t) == around[0]


def test_asking_for_the_current_shift_again_gives_the_same_object() -> None:
    now = berlin(2026, 5, 12, 15)
    assert BERLIN.shift_at(now) is BERLIN.shift_at(now + 60)
