"""Rules of the lines through points: known answers, and confidence that holds what it says."""

from __future__ import annotations

from random import Random

import pytest

from console.domain.signs_maths import as_rare_as, halves_apart, least_squares, meets, student, theil_sen

# A. M. Mood's table of Student's t, as every textbook prints it (NIST/SEMATECH e-Handbook, 1.3.6.7.2).
TABLE = [
    (0.95, 1, 6.314),
    (0.975, 2, 4.303),
    (0.975, 3, 3.182),
    (0.975, 5, 2.571),
    (0.99, 10, 2.764),
    (0.999, 30, 3.385),
]


@pytest.mark.parametrize(("p", "freedom", "t"), TABLE)
def test_students_quantiles_are_those_of_the_table(p: float, freedom: int, t: float) -> None:
    assert student(p, freedom) == pytest.approx(t, rel=4e-3)


def test_few_days_need_more_of_their_own_sigmas_to_be_as_rare() -> None:
    assert as_rare_as(3, 1e6) == pytest.approx(3.0, abs=1e-3)
    assert as_rare_as(3, 5) > as_rare_as(3, 10) > 3


def test_a_straight_line_is_found_exactly() -> None:
    points = [(100.0 + 10 * i, 5.0 + 0.2 * i) for i in range(20)]
    for line in (least_squares(points), theil_sen(points)):
        assert (line.slope, line.at(100.0)) == (pytest.approx(0.02), pytest.approx(5.0))
    assert halves_apart(points) == pytest.approx(0.02)


def test_wild_points_do_not_turn_the_robust_line() -> None:
    points = [(float(i), 0.1 * i + (100.0 if i in (3, 17, 18) else 0.0)) for i in range(20)]
    assert theil_sen(points).slope == pytest.approx(0.1, abs=0.02)
    assert least_squares(points).slope > 1


def test_a_line_that_may_be_level_meets_no_limit() -> None:
    random = Random(5)
    level = least_squares([(float(i), random.gauss(0, 1)) for i in range(40)])
    assert meets(level, 100.0, 0.95) is None


@pytest.mark.parametrize("alike", [0.0, 0.6])
def test_the_time_to_a_limit_lies_in_its_interval_as_often_as_said(alike: float) -> None:
    """Of 400 noisy lines that meet the limit at 100, about 95 of 100 say so; a few less where neighbours are alike."""
    random, hits, told = Random(7), 0, 0
    for _ in range(400):
        noise = random.gauss(0, 1)
        points = []
        for i in range(40):
            noise = alike * noise + random.gauss(0, (1 - alike**2) ** 0.5)
            points.append((float(i), 0.3 * (i - 100) + noise))
        when = meets(least_squares(points), 0.0, 0.95)
        if when is not None:
            told += 1
            hits += when[0] <= 100.0 <= when[2]
    assert told > 380
    assert 0.88 <= hits / told <= 0.99


def test_neighbours_that_are_alike_make_a_slope_less_sure() -> None:
    random = Random(3)
    loose = [(float(i), random.gauss(0, 1)) for i in range(40)]
    value, tied = 0.0, []
    for i in range(40):
        value = 0.9 * value + random.gauss(0, 0.436)
        tied.append((float(i), value))
    assert least_squares(tied).count < 15 < least_squares(loose).count
