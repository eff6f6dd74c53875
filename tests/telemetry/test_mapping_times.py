"""Times as machines write them."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from console.telemetry.times import clock

BERLIN = ZoneInfo("Europe/Berlin")
HEARD = datetime(2026, 8, 7, 9, 4, 5, tzinfo=UTC).timestamp()


def at(*parts: int) -> float:
    """Seconds of a UTC time."""
    return datetime(*parts, tzinfo=UTC).timestamp()  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2026-08-07T09:04:04.5Z", HEARD - 0.5),
        ("2026-08-07T11:04:05+02:00", HEARD),
        ("2026-08-07T11:04:05", HEARD),
        ("2026-08-07 11:04:05,5", HEARD + 0.5),
        ("2026/08/07 11:04:05", HEARD),
        ("11:04:05", HEARD),
        ("11:04", HEARD - 5),
        (HEARD, HEARD),
        (int(HEARD * 1e3), HEARD),
        (int(HEARD * 1e6), HEARD),
        (int(HEARD * 1e9), HEARD),
        (str(int(HEARD * 1e3)), HEARD),
        (str(HEARD), HEARD),
    ],
)
def test_the_format_is_found_by_itself(value: object, expected: float) -> None:
    assert clock("auto", BERLIN)(value, HEARD) == pytest.approx(expected, abs=1e-3)


@pytest.mark.parametrize(
    "value",
    [0, -1, 5, 1e300, 10**400, float("nan"), float("inf"), True, None, "", "yesterday", "1970-01-01T00:00:00Z", [], {}]
    + ["2026-13-45T00:00:00Z", "99:99", "9999-12-31T23:59:59", "0001-01-01T00:00:00", "x" * 10_000, "25:00:00", "nan"],
)
@pytest.mark.parametrize("form", ["auto", "iso", "ms", "s", "time-of-day"])
def test_a_time_that_makes_no_sense_is_none(value: object, form: str) -> None:
    assert clock(form, BERLIN)(value, HEARD) is None


def test_a_time_of_day_belongs_to_the_day_that_brings_it_nearest() -> None:
    read = clock("time-of-day", BERLIN)
    just_after_midnight = at(2026, 8, 6, 22, 0, 10)  # 00:00:10 in Berlin
    assert read("23:59:50", just_after_midnight) == just_after_midnight - 20
    assert read("00:00:20", just_after_midnight - 20) == just_after_midnight + 10


def test_the_hour_that_comes_twice_is_the_one_near_to_the_receipt() -> None:
    read = clock("auto", BERLIN)
    first, second = at(2026, 10, 25, 0, 30), at(2026, 10, 25, 1, 30)  # both 02:30 on the wall
    assert read("2026-10-25T02:30:00", first + 2) == first
    assert read("2026-10-25T02:30:00", second + 2) == second
    assert read("02:30:00", second + 2) == second


def test_an_hour_that_does_not_exist_is_still_near_to_the_receipt() -> None:
    heard = at(2026, 3, 29, 1, 30)
    assert abs((clock("auto", BERLIN)("2026-03-29T02:30:00", heard) or 0) - heard) <= 3600


def test_numbers_of_a_given_unit_may_come_as_text() -> None:
    assert clock("ms", BERLIN)(str(int(HEARD * 1e3)), HEARD) == HEARD
    assert clock("s", BERLIN)(HEARD, HEARD) == HEARD
    assert clock("s", BERLIN)(HEARD * 1e3, HEARD) is None
