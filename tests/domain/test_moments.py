"""Moments are the same on every system, also before 1970 and in a zone west of Greenwich."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from console.domain.moments import time_of
from console.domain.shifts import Calendar, Pattern

NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize("seconds", [-86_400.0 * 400, -1.0, -0.25, 0.0, 0.1, 1_700_000_000.123457])
def test_a_moment_is_the_time_that_many_seconds_after_1970(seconds: float) -> None:
    assert time_of(seconds).timestamp() == pytest.approx(seconds, abs=1e-6)
    assert time_of(seconds, NEW_YORK) == time_of(seconds)


def test_the_hour_that_comes_twice_is_told_apart() -> None:
    first = datetime(2026, 11, 1, 5, 30, tzinfo=UTC).timestamp()
    one, other = time_of(first, NEW_YORK), time_of(first + 3600, NEW_YORK)

    assert (one.hour, one.minute, one.fold) == (1, 30, 0)
    assert (other.hour, other.minute, other.fold) == (1, 30, 1)


def test_a_calendar_west_of_greenwich_knows_the_shift_at_the_beginning_of_1970() -> None:
    nights = Pattern("Night", time(18), time(2), frozenset(range(7)))

    shift = Calendar("plant", "America/New_York", (nights,)).shift_at(0.0)

    assert shift is not None
    assert shift.day == date(1969, 12, 31)
