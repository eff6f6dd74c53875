"""Capability of a process: Cp, Cpk with the spread within groups, Pp, Ppk with all of it, and how sure they are.

Indices: NIST/SEMATECH e-Handbook, 6.1.6. Intervals of Cp and Pp: chi-square (the same page, and Kushler and Hurley,
J. Quality Technology 24, 1992); of Cpk and Ppk: Bissell, How Reliable is Your Capability Index?, Applied Statistics 39
(1990). Degrees of freedom of the spread within groups: pooled sum(n-1); by ranges 0.9 k (n-1); by deviations
about f k (n-1) with f = 0.88 … 1; by moving ranges k-1 (as Minitab's methods and formulas have it).
Normality: Anderson and Darling, with the p values of D'Agostino and Stephens (1986), table 4.9.
"""

from __future__ import annotations

from math import erfc, exp, isfinite, lgamma, log, sqrt
from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from console.domain.control_charts import ChartKind
from console.history.control_points import Points

Floats = npt.NDArray[np.float64]
FEW = 50  # values below which NIST calls indices not large enough to be relied on
SURE = 0.95
TESTED_MOST = 2000  # newest values whose shape is tested


class Index(NamedTuple):
    """One index and its two-sided interval; None = not to be said, one specification limit is missing."""

    value: float | None
    low: float | None = None
    high: float | None = None


class Capability(NamedTuple):
    """What a process can do. `warnings`: "few", "not_in_control", "not_normal", "averages" (not single values)."""

    n: int
    mean: float
    within: float
    overall: float
    cp: Index
    cpk: Index
    pp: Index
    ppk: Index
    normal: float | None  # p value of normality; None = too few values
    outside: int  # values outside the specification limits
    warnings: tuple[str, ...]


def capability(
    kind: ChartKind, points: Points, within: float, lower: float | None, upper: float | None, in_control: bool = True
) -> Capability | None:
    """Of the single values of the points; `within`: sigma as the chart knows it. None where nothing can be said."""
    values = points.singles
    if len(values) < 2 or not within > 0 or (lower is None and upper is None):
        return None
    n, mean, overall = len(values), float(values.mean()), float(values.std(ddof=1))
    free = freedom(kind, points)
    shape = normality(values[-TESTED_MOST:])
    outside = int((values < (lower if lower is not None else -np.inf)).sum())
    outside += int((values > (upper if upper is not None else np.inf)).sum())
    warnings = [word for word, so in (("few", n < FEW), ("not_in_control", not in_control)) if so]
    if shape is not None and shape < 0.05:
        warnings.append("not_normal")
    short = (potential(lower, upper, within, free), actual(lower, upper, mean, within, n, free))
    long = (potential(lower, upper, overall, n - 1), actual(lower, upper, mean, overall, n, n - 1))
    return Capability(n, mean, within, overall, *short, *long, shape, outside, tuple(warnings))


def potential(lower: float | None, upper: float | None, sigma: float, free: float) -> Index:
    """Cp or Pp; there is none with one limit only."""
    if lower is None or upper is None or not sigma > 0:
        return Index(None)
    value = (upper - lower) / (6 * sigma)
    if free < 1:
        return Index(value)
    tail = (1 - SURE) / 2
    return Index(value, value * sqrt(chi_square(tail, free) / free), value * sqrt(chi_square(1 - tail, free) / free))


def actual(lower: float | None, upper: float | None, mean: float, sigma: float, n: int, free: float) -> Index:
    """Cpk or Ppk, also with one limit only."""
    sides = ([(upper - mean)] if upper is not None else []) + ([(mean - lower)] if lower is not None else [])
    if not sides or not sigma > 0:
        return Index(None)
    value = min(sides) / (3 * sigma)
    if free < 1:
        return Index(value)
    half = NormalDist().inv_cdf((1 + SURE) / 2) * sqrt(1 / (9 * n) + value * value / (2 * free))
    return Index(value, value - half, value + half)


def freedom(kind: ChartKind, points: Points) -> float:
    """Degrees of freedom of sigma within groups."""
    match kind:
        case ChartKind.I_MR:
            return float(np.isfinite(points.spreads).sum())
        case ChartKind.XBAR_R:
            return float(0.9 * (points.sizes - 1).sum())
        case _:
            return float(sum(_share(size) * (size - 1) for size in points.sizes.tolist()))


def _share(n: float) -> float:
    """How much of the freedom the mean of the deviations has, by the size of a group."""
    table = ((3, 0.88), (4, 0.92), (5, 0.94), (6, 0.95), (8, 0.96), (10, 0.97), (18, 0.98), (65, 0.99))
    return next((share for below, share in table if n < below), 1.0)


def chi_square(p: float, free: float) -> float:
    """The value below which a share p of chi-square with so many degrees of freedom lies; halved until it is sure."""
    z = NormalDist().inv_cdf(p)
    guess = free * max(1 - 2 / (9 * free) + z * sqrt(2 / (9 * free)), 0.05) ** 3  # Wilson and Hilferty
    low, high = 0.0, max(4 * guess, 10.0)
    while chi_square_below(high, free) < p:
        high *= 2
    for _ in range(200):
        middle = (low + high) / 2
        if high - low <= 1e-12 * high:
            break
        low, high = (middle, high) if chi_square_below(middle, free) < p else (low, middle)
    return (low + high) / 2


def chi_square_below(x: float, free: float) -> float:
    """The share of chi-square below x: the regularized lower incomplete gamma function (series, or continued fraction
    by Lentz; DLMF 8.11.4 and 8.9.2)."""
    a, x = free / 2, x / 2
    if x <= 0:
        return 0.0
    front = exp(a * log(x) - x - lgamma(a))
    if x < a + 1:
        term = total = 1 / a
        for k in range(1, 10_000):
            term *= x / (a + k)
            total += term
            if term < total * 1e-16:
                break
        return front * total
    b = x + 1 - a
    c, d = 1e300, 1 / b
    fraction = d
    for k in range(1, 10_000):
        step = -k * (k - a)
        b += 2
        d = 1 / (step * d + b or 1e-300)
        c = b + step / c or 1e-300
        fraction *= c * d
        if abs(c * d - 1) < 1e-16:
            break
    return 1 - front * fraction


def normality(values: Floats) -> float | None:
    """The p value of Anderson and Darling's test; None below eight values or where they do not vary."""
    n = len(values)
    spread = float(values.std(ddof=1)) if n > 1 else 0.0
    if n < 8 or not spread > 0:
        return None
    z = np.sort((values - values.mean()) / spread)
    below = [0.5 * erfc(-v / sqrt(2)) for v in z.tolist()]
    above = [0.5 * erfc(v / sqrt(2)) for v in z.tolist()]
    tiny = 1e-300
    total = sum((2 * i + 1) * (log(max(below[i], tiny)) + log(max(above[n - 1 - i], tiny))) for i in range(n))
    square = (-n - total / n) * (1 + 0.75 / n + 2.25 / (n * n))
    return _p_value(square) if isfinite(square) else 0.0


def _p_value(a: float) -> float:
    if a >= 0.6:
        return min(1.0, exp(1.2937 - 5.709 * a + 0.0186 * a * a)) if a < 13 else 0.0
    if a >= 0.34:
        return exp(0.9177 - 4.279 * a - 1.38 * a * a)
    if a >= 0.2:
        return 1 - exp(-8.318 + 42.796 * a - 59.938 * a * a)
    return 1 - exp(-13.436 + 101.14 * a - 223.73 * a * a)


__all__ = ["Capability", "Index", "capability", "chi_square", "normality"]
