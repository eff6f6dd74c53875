"""Progress: where an order should be, where it is, and when it will be finished, in planned time.

    planned pieces  = planned seconds since the start / takt, or target x planned seconds so far / those until due
    ahead           = good - planned pieces, and in time: ahead x (takt, or the plan's seconds a piece)
    rate            = w x recent + (1 - w) x overall, in good pieces per planned second; w = 0.5;
                      recent counts the last 30 planned minutes, overall everything since the start
    forecast finish = the time at which (target - good) / rate planned seconds have passed from now on
    spread          = sqrt(w^2 / n_recent + (1 - w)^2 / n_overall + 1 / left + ((recent - overall) / 2 / rate)^2),
                      a share of rate: pieces past and to come taken to arrive like a Poisson process (standard error
                      of a count n is sqrt n), and half of what the two rates disagree; early and late finish are
                      those at rate x (1 + spread) and rate / (1 + spread), about two times in three right

Planned seconds leave out breaks and the time between shifts (shifts.py), so a forecast steps over them. Source of takt
as available working time / customer demand: M. Rother, J. Shook, Learning to See, Lean Enterprise Institute 1999. The
blend and its spread are this program's own.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum
from math import sqrt

from console.domain.shifts import Calendar

RECENT = 1800.0  # planned seconds that count as recent
WEIGHT = 0.5  # of the recent rate
SHORTEST = 300.0  # planned seconds before which a rate says nothing
FEWEST = 3  # good pieces before which a rate says nothing
BAND = 0.05  # share of takt by which a cycle may differ and still be on takt


class Unknown(StrEnum):
    """Why a number of the progress is None."""

    NO_START = "no_start"  # nobody told when the order began
    NO_TARGET = "no_target"
    NO_PLAN = "no_plan"  # neither takt nor a time by which the target is due
    NOT_PLANNED = "not_planned"  # no planned time in the plan or since the start
    TOO_EARLY = "too_early"  # too little time or too few pieces since the start
    STANDING = "standing"  # nothing good has come out
    BEYOND = "beyond"  # the calendar has not enough planned time within a year
    NO_CYCLE = "no_cycle"
    NO_TAKT = "no_takt"


@dataclass(frozen=True, slots=True)
class Order:
    """What runs: times in seconds UTC, pieces as counted since the start."""

    calendar: Calendar
    start: float | None
    good: int
    target: int | None = None
    takt: float | None = None  # seconds a piece
    due: float | None = None  # when the target should be reached, for a plan without takt
    counts: tuple[tuple[float, int], ...] = ()  # (time, good pieces since the start), in time order


@dataclass(frozen=True, slots=True)
class Progress:
    """Where an order stands; times in seconds UTC. What is None has its reason beside it."""

    planned: float | None = None  # pieces that should be out by now
    ahead: float | None = None  # pieces; negative: behind
    ahead_seconds: float | None = None  # the same in planned seconds
    finish_planned: float | None = None
    plan_unknown: Unknown | None = None
    finish: float | None = None  # forecast; the moment asked for once the target is reached
    early: float | None = None
    late: float | None = None
    rate: float | None = None  # good pieces per planned second
    finish_unknown: Unknown | None = None


class Pace(StrEnum):
    """How the actual cycle stands to takt."""

    ON = "on"
    SLOW = "slow"
    FAST = "fast"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TaktStatus:
    """Actual cycle against takt: `ratio` is cycle / takt, above 1 too slow for the customer."""

    pace: Pace
    ratio: float | None = None
    unknown: Unknown | None = None


def takt_status(cycle: float | None, takt: float | None) -> TaktStatus:
    """Compare a cycle with takt (both seconds a piece); within 5 % is on takt."""
    if not takt or takt < 0:
        return TaktStatus(Pace.UNKNOWN, None, Unknown.NO_TAKT)
    if cycle is None or cycle <= 0:
        return TaktStatus(Pace.UNKNOWN, None, Unknown.NO_CYCLE)
    ratio = cycle / takt
    pace = Pace.SLOW if ratio > 1 + BAND else Pace.FAST if ratio < 1 - BAND else Pace.ON
    return TaktStatus(pace, ratio)


def progress(order: Order, now: float) -> Progress:
    """Where `order` stands at `now` (seconds UTC) by the formulas above."""
    if order.start is None:
        return Progress(plan_unknown=Unknown.NO_START, finish_unknown=Unknown.NO_START)
    done = order.calendar.planned_seconds(order.start, now)
    plan = _plan(order, order.start, done)
    forecast = _forecast(order, order.start, now, done)
    return Progress(*plan, *forecast)


_Plan = tuple[float | None, float | None, float | None, float | None, Unknown | None]
_Forecast = tuple[float | None, float | None, float | None, float | None, Unknown | None]


def _plan(order: Order, start: float, done: float) -> _Plan:
    """Planned pieces, ahead in pieces, ahead in seconds, planned finish, or why not."""
    piece = _seconds_a_piece(order, start)
    if isinstance(piece, Unknown):
        return None, None, None, None, piece
    planned = done / piece if order.target is None else min(done / piece, float(order.target))
    finish = order.calendar.after_planned(start, order.target * piece) if order.target else None
    ahead = order.good - planned
    return planned, ahead, ahead * piece, finish, None


def _seconds_a_piece(order: Order, start: float) -> float | Unknown:
    """The plan's planned seconds for one piece."""
    if order.takt and order.takt > 0:
        return order.takt
    if not order.target or order.target <= 0:
        return Unknown.NO_TARGET
    if order.due is None:
        return Unknown.NO_PLAN
    return order.calendar.planned_seconds(start, order.due) / order.target or Unknown.NOT_PLANNED


def _forecast(order: Order, start: float, now: float, done: float) -> _Forecast:
    """Finish, early, late, rate, or why not."""
    if not order.target or order.target <= 0:
        return None, None, None, None, Unknown.NO_TARGET
    left = order.target - order.good
    if left <= 0:
        return now, now, now, order.good / done if done > 0 else None, None
    reason = _too_little(order.good, done)
    if reason:
        return None, None, None, None, reason
    rate, spread = _rate(order, start, now, done, left)
    after = order.calendar.after_planned
    finish, early, late = (after(now, left / r) for r in (rate, rate * (1 + spread), rate / (1 + spread)))
    return finish, early, late, rate, Unknown.BEYOND if finish is None else None


def _too_little(good: int, done: float) -> Unknown | None:
    if done <= 0:
        return Unknown.NOT_PLANNED
    if done < SHORTEST:
        return Unknown.TOO_EARLY
    if good <= 0:
        return Unknown.STANDING
    return Unknown.TOO_EARLY if good < FEWEST else None


def _rate(order: Order, start: float, now: float, done: float, left: int) -> tuple[float, float]:
    """Good pieces per planned second, blended, and its relative spread."""
    overall = order.good / done
    window, fresh = _recently(order, start, now, done)
    recent = fresh / window
    rate = WEIGHT * recent + (1 - WEIGHT) * overall
    counted = WEIGHT**2 / max(fresh, 1) + (1 - WEIGHT) ** 2 / order.good + 1 / left
    return rate, sqrt(counted + ((recent - overall) / 2 / rate) ** 2)


def _recently(order: Order, start: float, now: float, done: float) -> tuple[float, int]:
    """Planned seconds of the recent window and good pieces in it.

    It begins at the count that was the last one 30 planned minutes ago, or at the first count where counting began
    later; without counts, or with too short a window, it is all the time since the start.
    """
    counts = [count for count in order.counts if start <= count[0] <= now]
    since = order.calendar.before_planned(now, RECENT) if done > RECENT else None
    if since is None or not counts:
        return done, order.good
    index = bisect_right(counts, since, key=lambda count: count[0])
    begin, good = (since, counts[index - 1][1]) if index else counts[0]
    window = order.calendar.planned_seconds(begin, now)
    return (window, max(0, order.good - good)) if window >= SHORTEST else (done, order.good)
