"""Looks at what is known of a signal: each says by its evidence whether it shows a rule's sign, or None."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import fmean, median, stdev

from console.domain.signs_maths import MAD, Points, as_rare_as, halves_apart, least_squares, meets, theil_sen
from console.domain.signs_series import Still
from console.domain.signs_told import Charted, Spell
from console.domain.warning_rules import Fact, WarningRule, Way

Facts = tuple[Fact, ...]

POINTS_LEAST = 8  # of a window before a line is drawn through them
SPAN_LEAST = 0.6  # of a window that the points must span
RATE_SURE = 2.0  # standard errors of the slope by which a rate must be beyond its limit
SUSTAINED = 0.5  # of the rate that each half of the window must show: a step is no ramp
SURE = 0.95  # two-sided confidence of the time to a limit
BENT = 0.6  # of the first half's slope that the second must still have: what levels off meets no limit
MOVES_LEAST = 10  # times a signal must have moved before its standing still says something
STILL_FACTOR = 3.0  # times its longest stillness, likewise
STILL_READINGS = 5
DAYS_LEAST = 4  # other days without which nothing is said of drift
COVERED_LEAST = 0.5  # of an hour that must be known for the day to count
WILD = 4.0  # sigmas (of the median deviation) from the median of the days at which a day is left out
SPREAD_FLOOR = 0.1  # of the spread within an hour: days that are more alike than that are so by chance
RESOLUTION = 1e-3  # of the mean: no difference smaller than that is a drift


def rate(rule: WarningRule, points: Points) -> Facts | None:
    """Whether a value rises or falls faster than `limit` a minute, through the whole window and for certain."""
    limit = rule.limit / 60
    if not _enough(rule, points) or not _moves(points, limit):
        return None
    if _meant(rule.way, halves_apart(points)) < SUSTAINED * limit:
        return None
    line = theil_sen(points)
    steep = _meant(rule.way, line.slope)
    if steep - RATE_SURE * line.error <= limit or not _sustained(points, line.slope, SUSTAINED):
        return None
    return (
        Fact("rate", line.slope * 60),
        Fact("limit_rate", rule.limit),
        Fact("error", line.error * 60),
        Fact("value", points[-1][1]),
        Fact("over", rule.over),
    )


def stuck(rule: WarningRule, still: Still) -> Facts | None:
    """Whether a value that moves otherwise has stood still for so long; a rule of one name is believed."""
    named = not any(letter in rule.signal for letter in "*?[")
    if still.seconds < rule.over or still.readings < STILL_READINGS:
        return None
    if not named and (still.moves < MOVES_LEAST or still.seconds < STILL_FACTOR * still.usual):
        return None
    return (
        Fact("value", still.value),
        Fact("still", still.seconds),
        Fact("readings", float(still.readings)),
        Fact("usual_still", still.usual),
        Fact("limit", rule.limit),
    )


def forecast(rule: WarningRule, low: float | None, high: float | None, points: Points, now: float) -> Facts | None:
    """Whether the line meets a limit within the horizon, with the whole confidence interval of when."""
    if not _enough(rule, points) or not _near(points, low, high, rule):
        return None
    line = least_squares(points)
    limit, side = (high, "high") if line.slope > 0 else (low, "low")
    here = line.at(points[-1][0])
    if limit is None or _meant(rule.way, line.slope) <= 0 or (here - limit) * line.slope >= 0:
        return None
    when = meets(line, limit, SURE)
    if when is None or when[2] - now > rule.horizon or when[2] < now or not _sustained(points, line.slope, BENT):
        return None
    soonest, likely, latest = (max(0.0, t - now) for t in when)
    return (
        Fact("value", here),
        Fact("limit", limit),
        Fact("side", side),
        Fact("rate", line.slope * 60),
        Fact("left", likely),
        Fact("soonest", soonest),
        Fact("latest", latest),
    )


def drift(rule: WarningRule, mean: float, spells: Sequence[Spell | None]) -> Facts | None:
    """Whether the mean is as far from that hour of other days as `limit` sigmas; wild and missing days are left out.

    With n days the mean of one more day is as uncertain as t(n - 1) x s x sqrt(1 + 1/n) (prediction interval;
    NIST/SEMATECH e-Handbook, 7.2.7).
    """
    days = [spell for spell in spells if spell is not None and spell.covered >= COVERED_LEAST]
    if len(days) < DAYS_LEAST:
        return None
    middle = median(day.mean for day in days)
    off = MAD * median(abs(day.mean - middle) for day in days)
    tame = [day.mean for day in days if off == 0 or abs(day.mean - middle) <= WILD * off]
    if len(tame) < DAYS_LEAST:
        return None
    usual = fmean(tame)
    floor = max(SPREAD_FLOOR * median(day.spread for day in days), RESOLUTION * abs(usual))
    sigma = max(stdev(tame), floor) * sqrt(1 + 1 / len(tame))
    away = mean - usual
    if sigma <= 0 or _meant(rule.way, away) <= as_rare_as(rule.limit, len(tame) - 1) * sigma:
        return None
    return (
        Fact("mean", mean),
        Fact("usual", usual),
        Fact("sigma", sigma),
        Fact("sigmas", away / sigma),
        Fact("days", float(len(tame))),
        Fact("days_asked", float(len(spells))),
        Fact("over", rule.over),
    )


def control(point: Charted) -> Facts | None:
    """The evidence of a point that breaks rules of its chart."""
    if not point.rules:
        return None
    return (
        Fact("chart", point.chart),
        Fact("rule", ", ".join(map(str, point.rules))),
        Fact("value", point.value),
        Fact("mean", point.center),
        Fact("sigma", point.sigma),
    )


def _enough(rule: WarningRule, points: Points) -> bool:
    return len(points) >= POINTS_LEAST and points[-1][0] - points[0][0] >= SPAN_LEAST * rule.over


def _moves(points: Points, limit: float) -> bool:
    """Whether so steep a line can lie in there at all: spares the work for most signals."""
    values = [value for _, value in points]
    return max(values) - min(values) > SUSTAINED * limit * (points[-1][0] - points[0][0])


def _near(points: Points, low: float | None, high: float | None, rule: WarningRule) -> bool:
    """Whether a line as steep as the whole range in this window could meet a limit within the horizon."""
    values = [value for _, value in points]
    least, most = min(values), max(values)
    reach = 2 * (most - least) * (1 + rule.horizon / (points[-1][0] - points[0][0]))
    return (high is not None and least < high <= most + reach) or (low is not None and least - reach <= low < most)


def _sustained(points: Points, slope: float, share: float) -> bool:
    """Whether both halves of the window go the same way with at least `share` of the slope."""
    middle = (points[0][0] + points[-1][0]) / 2
    halves = [point for point in points if point[0] <= middle], [point for point in points if point[0] > middle]
    return all(len(half) >= 3 and least_squares(half).slope * slope >= share * slope * slope for half in halves)


def _meant(way: Way, change: float) -> float:
    """How much of a change is in the direction that is meant."""
    return abs(change) if way is Way.EITHER else change if way is Way.UP else -change
