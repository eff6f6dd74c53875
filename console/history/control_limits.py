"""Limits of control charts: what center and spread points show, and how far each point may lie from its center.

Sources: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.1 (X-bar, R, S), 6.3.2.2 (individuals), 6.3.3.1 (c) and
6.3.3.2 (p); for groups that differ in size the minimum variance linear unbiased estimate of Burr (Statistical Quality
Control Methods, 1976): sigma = sum(h S/c4) / sum(h) with h = c4^2 / (1 - c4^2).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from console.domain.control_charts import ChartKind
from console.history.control_factors import LARGEST, factors, unbiased
from console.history.control_points import Points

Floats = npt.NDArray[np.float64]


class UnequalSizes(ValueError):
    """Ranges of groups that differ in size cannot be compared."""


class NoSpread(ValueError):
    """There are too few points, or they do not vary: no limits can be learnt from them."""


class Learnt(NamedTuple):
    """Center of the points, sigma of single values (None for counts), and from how many points."""

    center: float
    sigma: float | None
    points: int


class Lines(NamedTuple):
    """By point: the value, its center and limits, and one sigma of it."""

    values: Floats
    center: Floats
    lower: Floats
    upper: Floats
    sd: Floats

    @property
    def z(self) -> Floats:
        """How many sigmas each point is from its center."""
        off = self.values - self.center
        with np.errstate(invalid="ignore", divide="ignore"):
            return np.where(off == 0, 0.0, off / self.sd)


def learn(kind: ChartKind, points: Points) -> Learnt:
    """What the points show. NoSpread where that is not to be said, UnequalSizes for ranges."""
    if len(points) < 2:
        raise NoSpread("fewer than two points")
    center, sigma = _LEARN[kind](points)
    if kind in (ChartKind.I_MR, ChartKind.XBAR_R, ChartKind.XBAR_S):
        if not (np.isfinite(sigma) and sigma > 0):
            raise NoSpread("the values do not vary")
        return Learnt(float(center), float(sigma), len(points))
    if not center > 0:
        raise NoSpread("nothing was counted")
    return Learnt(float(center), None, len(points))


def lines(kind: ChartKind, points: Points, center: float, sigma: float | None) -> Lines:
    """The upper chart (the only one for counts)."""
    n = points.sizes
    sd = _deviation(kind, n, center, sigma or 0.0)
    lower, upper = center - 3 * sd, center + 3 * sd
    if sigma is None:
        lower = np.maximum(lower, 0.0)
    if kind is ChartKind.P:
        upper = np.minimum(upper, 1.0)
    return Lines(points.values, np.full(len(n), center), lower, upper, sd)


def spread_lines(kind: ChartKind, points: Points, sigma: float) -> Lines:
    """The lower chart: moving ranges, ranges or standard deviations."""
    ones = np.ones(len(points))
    if kind is ChartKind.XBAR_S:
        c4 = _by_size(points.sizes, unbiased)
        sd = sigma * np.sqrt(1 - c4 * c4)
        center = c4 * sigma
        return Lines(points.spreads, center, np.maximum(center - 3 * sd, 0.0), center + 3 * sd, sd)
    size = 2 if kind is ChartKind.I_MR else _one_size(points)
    by = factors(size)
    center = ones * by.d2 * sigma
    return Lines(points.spreads, center, by.D3 * center, by.D4 * center, ones * by.d3 * sigma)


def _individuals(points: Points) -> tuple[float, float]:
    ranges = points.spreads[np.isfinite(points.spreads)]
    return float(points.values.mean()), float(ranges.mean() / factors(2).d2) if len(ranges) else 0.0


def _by_ranges(points: Points) -> tuple[float, float]:
    by = factors(_one_size(points))
    return float(points.values.mean()), float(points.spreads.mean() / by.d2)


def _by_deviations(points: Points) -> tuple[float, float]:
    c4 = _by_size(points.sizes, unbiased)
    weight = c4 * c4 / (1 - c4 * c4)
    center = float((points.sizes * points.values).sum() / points.sizes.sum())
    return center, float((weight * points.spreads / c4).sum() / weight.sum())


def _share(points: Points) -> tuple[float, float]:
    return float((points.values * points.sizes).sum() / points.sizes.sum()), 0.0


def _mean(points: Points) -> tuple[float, float]:
    return float(points.values.mean()), 0.0


_LEARN = {
    ChartKind.I_MR: _individuals,
    ChartKind.XBAR_R: _by_ranges,
    ChartKind.XBAR_S: _by_deviations,
    ChartKind.P: _share,
    ChartKind.NP: _mean,
    ChartKind.C: _mean,
    ChartKind.U: _share,
}


def _deviation(kind: ChartKind, n: Floats, center: float, sigma: float) -> Floats:
    match kind:
        case ChartKind.I_MR:
            return np.full(len(n), sigma)
        case ChartKind.P:
            return np.asarray(np.sqrt(max(center * (1 - center), 0.0) / n))
        case ChartKind.NP:
            return np.asarray(np.sqrt(np.maximum(center * (1 - center / n), 0.0)))
        case ChartKind.C:
            return np.full(len(n), np.sqrt(center))
        case ChartKind.U:
            return np.asarray(np.sqrt(center / n))
        case _:
            return np.asarray(sigma / np.sqrt(n))


def _one_size(points: Points) -> int:
    sizes = np.unique(points.sizes)
    if len(sizes) > 1 or (len(sizes) and not 2 <= sizes[0] <= LARGEST):
        raise UnequalSizes("ranges want groups of one size from 2 to 25")
    return int(sizes[0]) if len(sizes) else 2


def _by_size(sizes: Floats, of: object) -> Floats:
    assert callable(of)
    known = {size: of(size) for size in np.unique(sizes).tolist()}
    return np.array([known[size] for size in sizes.tolist()], np.float64)
