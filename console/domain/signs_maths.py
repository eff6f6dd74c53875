"""Lines through points: how steep, how sure, and when they meet a limit. Times in seconds, slopes in units a second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import erf, inf, pi, sqrt, tan
from statistics import NormalDist, median

Points = Sequence[tuple[float, float]]  # (time, value), by time
MAD = 1.4826  # a normal distribution's standard deviation in median absolute deviations
ALIKE_MOST = 0.95  # lag-1 autocorrelation that is reckoned with at most
NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line: `mean` at `mid`, and how sure it is. `spread` is that of the points around it."""

    mid: float
    mean: float
    slope: float
    spread: float
    error: float  # standard error of the slope, autocorrelation taken into account
    count: float  # as many independent points as these are worth
    wide: float  # sum of squared distances of the points' times from `mid`

    def at(self, t: float) -> float:
        """The line's value at a time."""
        return self.mean + self.slope * (t - self.mid)


def least_squares(points: Points) -> Line:
    """The line with the least squares, from three points on.

    Neighbours that lie on the same side of it are worth less than independent ones: n (1 - r) / (1 + r), where r is the
    residuals' lag-1 autocorrelation, raised by (1 + 4r) / n because it is estimated too low from few points.
    """
    n = len(points)
    mid = sum(t for t, _ in points) / n
    mean = sum(v for _, v in points) / n
    wide = sum((t - mid) ** 2 for t, _ in points)
    slope = sum((t - mid) * (v - mean) for t, v in points) / wide if wide else 0.0
    return _judged(points, mid, mean, slope, wide, robust=False)


def theil_sen(points: Points) -> Line:
    """The line with the median slope of all pairs of points: a few wild ones do not turn it."""
    n = len(points)
    slopes = [
        (points[j][1] - points[i][1]) / (points[j][0] - points[i][0])
        for i in range(n)
        for j in range(i + 1, n)
        if points[j][0] > points[i][0]
    ]
    slope = median(slopes) if slopes else 0.0
    mid = sum(t for t, _ in points) / n
    mean = median(v - slope * (t - mid) for t, v in points)
    return _judged(points, mid, mean, slope, sum((t - mid) ** 2 for t, _ in points), robust=True)


def halves_apart(points: Points) -> float:
    """A rough slope, quickly: the median of those from each point to the one half the window later."""
    half = len(points) // 2
    pairs = zip(points, points[half:], strict=False)
    slopes = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in pairs if b[0] > a[0]]
    return median(slopes) if slopes else 0.0


def _judged(points: Points, mid: float, mean: float, slope: float, wide: float, robust: bool) -> Line:
    n = len(points)
    rest = [v - mean - slope * (t - mid) for t, v in points]
    squares = sum(e * e for e in rest)
    spread = MAD * median(abs(e) for e in rest) if robust else sqrt(squares / max(1, n - 2))
    alike = sum(a * b for a, b in zip(rest, rest[1:], strict=False)) / squares if squares else 0.0
    alike = min(ALIKE_MOST, max(0.0, alike + (1.0 + 4.0 * alike) / n))
    count = max(3.0, n * (1.0 - alike) / (1.0 + alike))
    error = spread / sqrt(wide) * sqrt(n / count) if wide else 0.0
    return Line(mid, mean, slope, spread, error, count, wide)


def meets(line: Line, limit: float, sure: float) -> tuple[float, float, float] | None:
    """When the line meets `limit`: soonest, most likely, latest; None where it is not sure that it ever will.

    The times between which the confidence band of the mean contains the limit (inverse regression, Fieller's theorem;
    N. Draper, H. Smith, Applied Regression Analysis, 3rd ed., section 3.2). `sure`: two-sided confidence, 0.99.
    """
    times = student(0.5 + sure / 2, line.count - 2)
    away = line.mean - limit
    steep = line.slope**2 - (times * line.error) ** 2
    if steep <= 0:
        return None
    # (away + slope u)^2 = (times spread)^2 / count + (times error u)^2, where u = t - mid
    b, c = 2 * away * line.slope, away**2 - (times * line.spread) ** 2 / line.count
    inside = b * b - 4 * steep * c
    if inside < 0:
        return None
    root = sqrt(inside)
    first, last = (-b - root) / (2 * steep), (-b + root) / (2 * steep)
    return line.mid + min(first, last), line.mid - away / line.slope, line.mid + max(first, last)


def student(p: float, freedom: float) -> float:
    """The quantile `p` of Student's t distribution (Abramowitz and Stegun 26.7.5; exact for 1 and 2)."""
    if freedom <= 1:
        return tan(pi * (p - 0.5))
    if freedom <= 2:
        return (2 * p - 1) / sqrt(2 * p * (1 - p))
    x, d = NORMAL.inv_cdf(p), freedom
    return (
        x
        + (x**3 + x) / (4 * d)
        + (5 * x**5 + 16 * x**3 + 3 * x) / (96 * d**2)
        + (3 * x**7 + 19 * x**5 + 17 * x**3 - 15 * x) / (384 * d**3)
        + (79 * x**9 + 776 * x**7 + 1482 * x**5 - 1920 * x**3 - 945 * x) / (92160 * d**4)
    )


def as_rare_as(sigmas: float, freedom: float) -> float:
    """So many of a sample's own standard deviations are as rare as `sigmas` of a known one."""
    p = 0.5 * (1.0 + erf(sigmas / sqrt(2.0)))
    return student(min(p, 1 - 1e-12), freedom) if freedom > 0 else inf
