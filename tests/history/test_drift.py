"""What a signal came to in the same hours of other days, read from the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from console.domain.signs import Asked
from console.history.drift import spells
from console.history.history import History
from tests.history.readings import DAY, START, STATE, TAG, give, open_history, reading

HOUR = 3600.0


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[History]:
    """Day 0: 20, read every 30 s. Day 1: 20, but 80 while it stands still. Day 2: nothing. Day 3: half an hour."""
    folder: Path = tmp_path_factory.mktemp("week")
    told = [reading("running", START, STATE)]
    for day in range(4):
        for at in range(0, 2 * int(HOUR), 30):
            t = START + day * DAY + at
            stands = day == 1 and at < HOUR / 4
            if day == 1 and at in (0, HOUR / 4):
                told.append(reading("stopped" if at == 0 else "running", t, STATE))
            if day != 2 and not (day == 3 and at >= HOUR / 2):
                told.append(reading(80.0 if stands else 20.0 + (at % 60) / 30, t))
    with open_history(folder) as history:
        give(history, sorted(told, key=lambda one: one.heard_at))
        yield history


def asked(*days: int) -> Asked:
    stretches = tuple((START + day * DAY, START + day * DAY + HOUR) for day in days)
    return Asked("drift", TAG.id, TAG.place, START + 9 * DAY, stretches)


def test_a_days_hour_is_its_mean_spread_and_how_much_of_it_is_known(week: History) -> None:
    (found,) = spells(week, asked(0))
    assert found is not None
    assert (found.mean, found.covered) == (pytest.approx(20.5), pytest.approx(1.0))
    assert 0 <= found.spread <= 0.6


def test_only_the_time_in_which_the_station_ran_counts(week: History) -> None:
    (found,) = spells(week, asked(1))
    assert found is not None
    assert found.mean == pytest.approx(20.5, abs=0.1)
    assert found.covered == pytest.approx(0.75, abs=0.03)


def test_a_day_without_readings_is_none_and_half_an_hour_is_half(week: History) -> None:
    nothing, half = spells(week, asked(2, 3))
    assert nothing is None
    assert half is not None
    assert half.covered == pytest.approx(0.5, abs=0.03)


def test_few_minutes_that_were_read_often_count_no_more_than_others(week: History) -> None:
    with_burst = [reading(90.0, START + 5 * DAY + i / 100) for i in range(3000)]
    calm = [reading(20.0, START + 5 * DAY + 60 + 30 * i) for i in range(118)]
    give(week, with_burst + calm)
    (found,) = spells(week, asked(5))
    assert found is not None
    assert found.mean < 24
