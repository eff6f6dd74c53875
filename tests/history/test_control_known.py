"""Known answers of control charts, to the printed digits.

Sources: NIST/SEMATECH e-Handbook of Statistical Methods (pages named at each test); Montgomery, Introduction to
Statistical Quality Control (data of tables as the R package qcc 2.7 hands them out, and its printed results).
"""

from __future__ import annotations

from math import erf, sqrt

import numpy as np
import pytest

from console.domain.control_charts import ChartKind
from console.history.control_capability import actual, capability, chi_square, normality, potential
from console.history.control_factors import D2, D3, LARGEST, factors
from console.history.control_limits import NoSpread, UnequalSizes, learn, lines, spread_lines
from console.history.control_points import Points, counts, individuals, subgroups

FLOWRATE = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]  # 6.3.2.2
WAFERS = [16, 14, 28, 16, 12, 20, 10, 12, 10, 17, 19, 17, 14, 16, 15, 13, 14, 16, 11, 20, 11, 19, 16, 31, 13]  # 6.3.3.1
CHIPS = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22, 8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
RINGS = """
    74.030 74.002 74.019 73.992 74.008  73.995 73.992 74.001 74.011 74.004  73.988 74.024 74.021 74.005 74.002
    74.002 73.996 73.993 74.015 74.009  73.992 74.007 74.015 73.989 74.014  74.009 73.994 73.997 73.985 73.993
    73.995 74.006 73.994 74.000 74.005  73.985 74.003 73.993 74.015 73.988  74.008 73.995 74.009 74.005 74.004
    73.998 74.000 73.990 74.007 73.995  73.994 73.998 73.994 73.995 73.990  74.004 74.000 74.007 74.000 73.996
    73.983 74.002 73.998 73.997 74.012  74.006 73.967 73.994 74.000 73.984  74.012 74.014 73.998 73.999 74.007
    74.000 73.984 74.005 73.998 73.996  73.994 74.012 73.986 74.005 74.007  74.006 74.010 74.018 74.003 74.000
    73.984 74.002 74.003 74.005 73.997  74.000 74.010 74.013 74.020 74.003  73.988 74.001 74.009 74.005 73.996
    74.004 73.999 73.990 74.006 74.009  74.010 73.989 73.990 74.009 74.014  74.015 74.008 73.993 74.000 74.010
    73.982 73.984 73.995 74.017 74.013
"""


def singles(values: list[float]) -> Points:
    return individuals(np.arange(len(values), dtype=float), np.array(values, float))


def groups(values: list[float], sizes: list[int], ranges: bool) -> Points:
    group = np.repeat(np.arange(len(sizes)), sizes)
    breaks = np.zeros(len(sizes), bool)
    return subgroups(np.arange(len(values), dtype=float), np.array(values, float), group, breaks, ranges)


def counted(numbers: list[int], sizes: list[float], shares: bool) -> Points:
    at = np.arange(len(numbers), dtype=float)
    return counts(at, at, np.array(numbers, float), np.array(sizes, float), np.zeros(len(at), bool), shares)


# Factors


def test_the_factors_of_ranges_are_those_of_the_handbooks_table() -> None:
    """NIST 6.3.2.1, table of A2, D3, D4 for n = 2 … 10; D4 of 5 is 2.1145 and is 2.115 there, 2.114 in all others."""
    table = {
        2: (1.880, 0, 3.267),
        3: (1.023, 0, 2.575),
        4: (0.729, 0, 2.282),
        5: (0.577, 0, 2.114),
        6: (0.483, 0, 2.004),
        7: (0.419, 0.076, 1.924),
        8: (0.373, 0.136, 1.864),
        9: (0.337, 0.184, 1.816),
        10: (0.308, 0.223, 1.777),
    }
    for n, printed in table.items():
        by = factors(n)
        assert pytest.approx(printed, abs=1e-9) == (by.A2, by.D3, by.D4), n


def test_the_factors_of_deviations_are_those_of_the_tables() -> None:
    """Montgomery, appendix VI (the same in ASTM E2587): c4, A3, B3, B4, d2, d3."""
    table = {
        2: (0.7979, 2.659, 0, 3.267, 1.128, 0.853),
        3: (0.8862, 1.954, 0, 2.568, 1.693, 0.888),
        4: (0.9213, 1.628, 0, 2.266, 2.059, 0.880),
        5: (0.9400, 1.427, 0, 2.089, 2.326, 0.864),
        6: (0.9515, 1.287, 0.030, 1.970, 2.534, 0.848),
        10: (0.9727, 0.975, 0.284, 1.716, 3.078, 0.797),
        15: (0.9823, 0.789, 0.428, 1.572, 3.472, 0.756),
        20: (0.9869, 0.680, 0.510, 1.490, 3.735, 0.729),
        25: (0.9896, 0.606, 0.565, 1.435, 3.931, 0.708),
    }
    for n, printed in table.items():
        by = factors(n)
        assert (by.c4, by.A3, by.B3, by.B4, by.d2, by.d3) == pytest.approx(printed, abs=1e-9), n
    assert factors(2).E2 == 2.659
    with pytest.raises(ValueError, match="26"):
        factors(26)


def test_d2_and_d3_follow_from_tippetts_integrals() -> None:
    x = np.linspace(-8.5, 8.5, 1701)
    step = x[1] - x[0]
    below = np.array([0.5 * (1 + erf(v / sqrt(2))) for v in x])
    low, high = np.meshgrid(below, below, indexing="ij")
    upper = np.triu(np.ones_like(low)) - 0.5 * np.eye(len(x))
    for n in (2, 5, 13, LARGEST):
        mean = float((1 - (1 - below) ** n - below**n).sum() * step)
        inside = 1 - high**n - (1 - low) ** n + np.clip(high - low, 0, None) ** n
        square = 2 * float((inside * upper).sum()) * step * step
        assert D2[n - 2] == pytest.approx(mean, abs=6e-6)
        assert D3[n - 2] == pytest.approx(sqrt(square - mean * mean), abs=2e-5)


# Charts


def test_individuals_of_the_flowrate_example() -> None:
    """NIST 6.3.2.2: mean 50.81, mean moving range 1.8778, limits 45.8159 and 55.8041, all points inside."""
    points = singles(FLOWRATE)
    learnt = learn(ChartKind.I_MR, points)
    drawn = lines(ChartKind.I_MR, points, learnt.center, learnt.sigma)
    assert learnt.center == pytest.approx(50.81, abs=5e-5)
    assert np.nanmean(points.spreads) == pytest.approx(1.8778, abs=5e-5)
    assert (drawn.lower[0], drawn.upper[0]) == pytest.approx((45.8159, 55.8041), abs=5e-5)
    assert ((drawn.values > drawn.lower) & (drawn.values < drawn.upper)).all()
    assert learnt.sigma is not None
    moving = spread_lines(ChartKind.I_MR, points, learnt.sigma)
    assert moving.center[0] == pytest.approx(1.8778, abs=5e-5)
    assert (moving.lower[0], moving.upper[0]) == pytest.approx((0.0, 3.267 * 1.87778), abs=5e-5)


def test_counts_of_the_wafer_example() -> None:
    """NIST 6.3.3.1: 400 defects on 25 wafers, mean 16, limits 4 and 28; only wafer 24 (31 defects) is above."""
    points = counted(WAFERS, [1.0] * 25, False)
    learnt = learn(ChartKind.C, points)
    drawn = lines(ChartKind.C, points, learnt.center, learnt.sigma)
    assert (learnt.center, drawn.lower[0], drawn.upper[0]) == (16.0, 4.0, 28.0)
    assert np.flatnonzero(drawn.values > drawn.upper).tolist() == [23]


def test_shares_of_the_chips_example() -> None:
    """NIST 6.3.3.2: mean share 0.2313; limits 0.0524 and 0.4102 (qcc prints 0.05242755 and 0.4102391)."""
    points = counted(CHIPS, [50.0] * 30, True)
    learnt = learn(ChartKind.P, points)
    drawn = lines(ChartKind.P, points, learnt.center, learnt.sigma)
    assert learnt.center == pytest.approx(0.2313, abs=5e-5)
    assert (drawn.lower[0], drawn.upper[0]) == pytest.approx((0.05242755, 0.4102391), abs=5e-8)
    assert np.flatnonzero(drawn.values > drawn.upper).tolist() == [14, 22]


def test_numbers_of_the_same_samples_are_fifty_times_their_shares() -> None:
    points = counted(CHIPS, [50.0] * 30, False)
    learnt = learn(ChartKind.NP, points)
    drawn = lines(ChartKind.NP, points, learnt.center, learnt.sigma)
    assert (learnt.center, drawn.lower[0], drawn.upper[0]) == pytest.approx(
        (50 * 347 / 1500, 50 * 0.05242755, 50 * 0.4102391), abs=5e-6
    )


def test_nonconformities_a_unit_of_samples_that_differ_in_size() -> None:
    """Montgomery's dyed cloth: 153 nonconformities in 107.5 units, mean 1.42."""
    points = counted([14, 12, 20, 11, 7, 10, 21, 16, 19, 23], [10, 8, 13, 10, 9.5, 10, 12, 10.5, 12, 12.5], True)
    learnt = learn(ChartKind.U, points)
    drawn = lines(ChartKind.U, points, learnt.center, learnt.sigma)
    assert learnt.center == pytest.approx(1.42, abs=5e-3)
    half = 3 * np.sqrt(learnt.center / points.sizes)
    assert drawn.upper == pytest.approx(learnt.center + half)
    assert (drawn.lower < drawn.upper).all()
    assert drawn.upper[1] == drawn.upper.max(), "the smallest sample has the widest limits"


def test_means_and_ranges_of_the_piston_rings() -> None:
    """qcc 2.7 prints center 74.00118, limits 73.98805 and 74.0143, at two sigmas 73.99242 and 74.00993; of the ranges
    0.02276, 0 and 0.04812."""
    points = groups([float(word) for word in RINGS.split()], [5] * 25, True)
    learnt = learn(ChartKind.XBAR_R, points)
    assert learnt.sigma is not None
    drawn = lines(ChartKind.XBAR_R, points, learnt.center, learnt.sigma)
    assert learnt.center == pytest.approx(74.00118, abs=5e-6)
    assert (drawn.lower[0], drawn.upper[0]) == pytest.approx((73.98805, 74.0143), abs=5e-6)
    two = (learnt.center - 2 * drawn.sd[0], learnt.center + 2 * drawn.sd[0])
    assert two == pytest.approx((73.99242, 74.00993), abs=5e-6)
    ranges = spread_lines(ChartKind.XBAR_R, points, learnt.sigma)
    assert (ranges.center[0], ranges.lower[0]) == pytest.approx((0.02276, 0.0), abs=5e-6)
    assert ranges.upper[0] == pytest.approx(0.04812, abs=1.5e-5), "by the printed D4"


def test_means_and_deviations_of_the_piston_rings_follow_a3_b3_b4() -> None:
    points = groups([float(word) for word in RINGS.split()], [5] * 25, False)
    learnt = learn(ChartKind.XBAR_S, points)
    assert learnt.sigma is not None
    mean_s = float(points.spreads.mean())
    drawn = lines(ChartKind.XBAR_S, points, learnt.center, learnt.sigma)
    below = spread_lines(ChartKind.XBAR_S, points, learnt.sigma)
    assert drawn.upper[0] - learnt.center == pytest.approx(1.427 * mean_s, rel=5e-4)
    assert (below.center[0], below.lower[0]) == pytest.approx((mean_s, 0.0), rel=1e-9)
    assert below.upper[0] == pytest.approx(2.089 * mean_s, rel=5e-4)


def test_deviations_of_groups_that_differ_in_size_have_limits_of_their_own() -> None:
    rng = np.random.default_rng(7)
    sizes = [int(n) for n in rng.integers(2, 12, 4000)]
    points = groups(rng.normal(10.0, 2.0, sum(sizes)).tolist(), sizes, False)
    learnt = learn(ChartKind.XBAR_S, points)
    assert learnt.sigma == pytest.approx(2.0, rel=0.02), "not biased by small groups"
    drawn = lines(ChartKind.XBAR_S, points, learnt.center, learnt.sigma)
    assert (drawn.upper - drawn.center) * np.sqrt(points.sizes) == pytest.approx(np.full(4000, 3 * (learnt.sigma or 0)))


def test_ranges_of_groups_that_differ_in_size_are_refused() -> None:
    points = groups([1.0, 2.0, 3.0, 4.0, 6.0], [2, 3], True)
    with pytest.raises(UnequalSizes):
        learn(ChartKind.XBAR_R, points)


def test_nothing_is_learnt_where_nothing_varies() -> None:
    for values in ([5.0] * 30, [5.0]):
        with pytest.raises(NoSpread):
            learn(ChartKind.I_MR, singles(values))
    with pytest.raises(NoSpread):
        learn(ChartKind.C, counted([0] * 30, [1.0] * 30, False))


# Capability


def test_indices_of_the_handbooks_example() -> None:
    """NIST 6.1.6: limits 8 and 20, mean 16, s 2: Cp 1.0, Cpk 0.6667; one-sided 0.6667 and 1.3333."""
    assert potential(8.0, 20.0, 2.0, 100).value == pytest.approx(1.0)
    assert actual(8.0, 20.0, 16.0, 2.0, 101, 100).value == pytest.approx(0.6667, abs=5e-5)
    assert actual(None, 20.0, 16.0, 2.0, 101, 100).value == pytest.approx(0.6667, abs=5e-5)
    assert actual(8.0, None, 16.0, 2.0, 101, 100).value == pytest.approx(1.3333, abs=5e-5)
    assert potential(None, 20.0, 2.0, 100).value is None


def test_the_interval_of_cp_follows_from_chi_square() -> None:
    """Montgomery, example 8.4: limits 62 and 38, n 20, s 1.75: Cp 2.29, interval 1.57 to 3.01."""
    index = potential(38.0, 62.0, 1.75, 19)
    assert index.value == pytest.approx(2.29, abs=5e-3)
    assert None not in index
    shares = [2.29 * limit / index.value for limit in (index.low, index.high)]  # he goes on from the rounded 2.29
    assert shares == pytest.approx((1.57, 3.01), abs=5e-3)


def test_the_interval_of_cpk_is_bissells() -> None:
    """The example of Quality Digest, May 2000 (The Last Word): Cpk 1.15 of 45 parts lies between 0.89 and 1.41."""
    index = actual(None, 1.15 * 3, 0.0, 1.0, 45, 44)
    assert index.value == pytest.approx(1.15)
    assert (index.low, index.high) == pytest.approx((0.89, 1.41), abs=5e-3)


def test_chi_square_is_that_of_the_tables() -> None:
    """NIST 1.3.6.7.4, critical values of the chi-square distribution."""
    upper = {(0.95, 1): 3.841, (0.975, 5): 12.833, (0.95, 10): 18.307, (0.99, 30): 50.892, (0.975, 100): 129.561}
    lower = {(0.05, 10): 3.940, (0.025, 19): 8.907, (0.01, 30): 14.953, (0.025, 100): 74.222}
    for (p, free), printed in {**upper, **lower}.items():
        assert chi_square(p, free) == pytest.approx(printed, abs=5.1e-4)


def test_capability_of_the_piston_rings() -> None:
    """Montgomery: limits 73.95 and 74.05; qcc prints Cp 1.70 and Cpk 1.66 of these 25 samples."""
    points = groups([float(word) for word in RINGS.split()], [5] * 25, True)
    learnt = learn(ChartKind.XBAR_R, points)
    found = capability(ChartKind.XBAR_R, points, learnt.sigma or 0.0, 73.95, 74.05)
    assert found is not None
    assert (found.cp.value, found.cpk.value) == pytest.approx((1.70, 1.66), abs=5e-3)
    assert found.ppk.value is not None
    assert found.pp.low is not None
    assert found.pp.low < (found.pp.value or 0) < (found.pp.high or 0)
    assert (found.n, found.outside, found.warnings) == (125, 0, ())


def test_few_values_and_a_shape_that_is_not_normal_are_said() -> None:
    few = capability(ChartKind.I_MR, singles(FLOWRATE), 1.66, 45.0, 57.0)
    assert few is not None
    assert "few" in few.warnings
    rng = np.random.default_rng(3)
    waiting = capability(ChartKind.I_MR, singles(rng.exponential(1.0, 300).tolist()), 1.0, None, 5.0, in_control=False)
    assert waiting is not None
    assert set(waiting.warnings) == {"not_in_control", "not_normal"}
    assert waiting.cp.value is None
    assert waiting.cpk.value is not None
    even = normality(rng.normal(3.0, 0.1, 500))
    assert even is not None
    assert even > 0.05
    assert normality(np.ones(50)) is None
