"""Responses: how long calls take to be acknowledged, reached, resolved and closed; before against now; bad actors.

A figure of fewer than five is not enough data and is not told. A call that was rejected was no call and is left out;
one that still waits and is late already counts as outside its target, or what is never answered would look good.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import floor
from zoneinfo import ZoneInfo

from console.domain.andon import Call, CallStep, Category, Move, Severity
from console.domain.errors import Refusal
from console.domain.people import NAME_MOST, plain_text

REASON_MOST = 200
ENOUGH = 5  # figures below which none is told

Elapsed = Callable[[datetime, datetime], float]  # seconds from one time to another


class BaselineUnfit(Refusal):
    """The time cannot be kept so. facts: field ("end", "reason")."""

    code = "baseline_unfit"


class Span(StrEnum):
    """What is measured, each from the time that the call was raised or reopened."""

    ACKNOWLEDGE = "acknowledge"
    ARRIVE = "arrive"
    RESOLVE = "resolve"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Response:
    """One round of a call: from raised, or reopened, to closed. None: nobody told it, or not yet."""

    call: str
    place: str
    category: str
    severity: Severity
    began: datetime
    acknowledged: datetime | None = None
    arrived: datetime | None = None
    resolved: datetime | None = None
    closed: datetime | None = None
    rejected: bool = False
    round: int = 0

    def reached(self, span: Span) -> datetime | None:
        """When what is measured was there."""
        if span is Span.ACKNOWLEDGE:
            return self.acknowledged
        if span is Span.ARRIVE:
            return self.arrived
        return self.resolved if span is Span.RESOLVE else self.closed

    def waits(self, span: Span) -> bool:
        """Whether it is still to come: one that went further without it will never have it."""
        order = list(Span)
        later = (self.reached(further) for further in order[order.index(span) :])
        return all(at is None for at in later)


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of time; what was raised in [start, end) belongs to it."""

    start: datetime
    end: datetime

    def holds(self, at: datetime) -> bool:
        """Whether a time lies in it."""
        return self.start <= at < self.end


@dataclass(frozen=True, slots=True)
class Baseline:
    """The time before an improvement, kept so that today is always compared with the same."""

    id: str
    name: str
    start: datetime
    end: datetime
    place: str = ""  # id of what it is about; "" = everything
    noted: datetime | None = None
    noted_by: str = ""
    reason: str = ""  # what was changed after it

    @property
    def window(self) -> Window:
        """As a stretch of time."""
        return Window(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Distribution:
    """Figures of one span, in seconds; None where there is not enough data."""

    n: int  # responses that were measured
    waiting: int  # that are still to come
    median: float | None
    p90: float | None
    inside: float | None  # share of those judged that kept the target of their category, 0..1
    judged: int  # measured, or late already, and of a category with a target

    @property
    def enough(self) -> bool:
        """Whether there is data enough for median and 90th percentile."""
        return self.n >= ENOUGH


@dataclass(frozen=True, slots=True)
class Comparison:
    """Before against now."""

    before: Distribution
    now: Distribution
    change: float | None  # of the median, as a share of the one before: -0.25 = a quarter faster; None: not enough data


@dataclass(frozen=True, slots=True)
class BadActor:
    """What calls most: one thing at one place."""

    place: str
    category: str
    about: str
    text: str
    calls: int
    times: int  # heard, with repeats
    seconds: float  # open, together
    share: float  # of all that was heard, 0..1
    last: datetime | None = None  # heard
    ids: tuple[str, ...] = ()  # of the calls, the oldest first


@dataclass(slots=True)
class _Tally:
    calls: list[Call] = field(default_factory=list)
    times: int = 0
    seconds: float = 0.0


def checked_baseline(baseline: Baseline, now: datetime) -> Baseline:
    """The baseline with a name and a reason, over time that has passed; BaselineUnfit names the field."""
    if not baseline.start < baseline.end <= now:
        raise BaselineUnfit(field="end")
    if not baseline.reason.strip():
        raise BaselineUnfit(field="reason")
    name = plain_text(baseline.name, "name", NAME_MOST)
    return replace(baseline, name=name, reason=plain_text(baseline.reason, "reason", REASON_MOST))


def rounds(call: Call, steps: Iterable[CallStep] = ()) -> tuple[Response, ...]:
    """Every round of a call. Rounds before the last are known from its steps only; without these they are left out."""
    last = Response(
        call.id,
        call.place,
        call.category,
        call.severity,
        call.raised if call.refuted or call.reopened else call.waiting_since,  # what was shelved waits since then
        call.acknowledged,
        call.arrived,
        call.resolved,
        call.closed,
        bool(call.rejected),
        call.reopened,
    )
    if not call.reopened:
        return (last,)
    told: list[list[CallStep]] = [[]]
    for step in sorted((step for step in steps if step.call == call.id), key=lambda step: step.at):
        if step.move is Move.REOPEN:
            told.append([])
        told[-1].append(step)
    began = told[-1][0].at if len(told) > 1 else call.waiting_since
    before = [_round(call, number, round_) for number, round_ in enumerate(told[:-1])]
    return (*before, replace(last, began=began))


def seconds(response: Response, span: Span, elapsed: Elapsed | None = None) -> float | None:
    """Seconds from the beginning of the round; `elapsed` may count working time only. None: not measured."""
    end = response.reached(span)
    return None if end is None else (elapsed or _wall)(response.began, end)


def distribution(
    responses: Iterable[Response],
    span: Span,
    categories: Mapping[str, Category],
    now: datetime,
    elapsed: Elapsed | None = None,
) -> Distribution:
    """n, median, 90th percentile and the share inside target: the formula of every response time that is shown.

    Median and percentile are quantiles with linear interpolation (R. Hyndman, Y. Fan, Sample Quantiles in Statistical
    Packages, The American Statistician 50, 1996, definition 7).
    """
    took, judged, inside, waiting = [], 0, 0, 0
    for response in responses:
        if response.rejected:
            continue
        target = target_of(categories.get(response.category), span)
        passed = seconds(response, span, elapsed)
        if passed is not None:
            took.append(passed)
            judged += target is not None
            inside += target is not None and passed <= target
        elif response.waits(span):
            waiting += 1
            judged += target is not None and (elapsed or _wall)(response.began, now) > target
    took.sort()
    share = inside / judged if judged >= ENOUGH else None
    return Distribution(len(took), waiting, _told(took, 0.5), _told(took, 0.9), share, judged)


def compare(
    responses: Iterable[Response],
    span: Span,
    categories: Mapping[str, Category],
    before: Window,
    after: Window,
    now: datetime,
    elapsed: Elapsed | None = None,
) -> Comparison:
    """The same span in two windows, by when the round began."""
    known = tuple(responses)
    was, is_ = (
        distribution([r for r in known if window.holds(r.began)], span, categories, min(now, window.end), elapsed)
        for window in (before, after)
    )
    change = None
    if was.median and is_.median is not None:
        change = is_.median / was.median - 1.0
    return Comparison(was, is_, change)


def by_week(responses: Iterable[Response], zone: ZoneInfo) -> dict[date, tuple[Response, ...]]:
    """Responses by the Monday of the week in which the round began, on the plant's own clock; in order."""
    found: dict[date, list[Response]] = {}
    for response in responses:
        day = response.began.astimezone(zone).date()
        found.setdefault(day - timedelta(days=day.weekday()), []).append(response)
    return {monday: tuple(found[monday]) for monday in sorted(found)}


def bad_actors(calls: Iterable[Call], now: datetime, most: int = 10) -> list[BadActor]:
    """What is heard most often, the worst first (IEC 62682:2022 and ISA-18.2: most frequent alarms). No rejected ones.

    What is about nothing in particular is told apart by its category.
    """
    found: dict[tuple[str, str, str], _Tally] = {}
    for call in calls:
        if not call.rejected:
            tally = found.setdefault((call.place, call.category, call.about), _Tally())
            tally.calls.append(call)
            tally.times += 1 + call.repeats
            tally.seconds += _wall(call.raised, call.closed or now)
    total = sum(tally.times for tally in found.values())
    actors = [
        BadActor(
            *key,
            tally.calls[-1].text,
            len(tally.calls),
            tally.times,
            tally.seconds,
            tally.times / total,
            max(call.repeated or call.raised for call in tally.calls),
            tuple(call.id for call in tally.calls),
        )
        for key, tally in found.items()
    ]
    return sorted(actors, key=lambda actor: (-actor.times, -actor.seconds, actor.place, actor.about))[:most]


def target_of(category: Category | None, span: Span) -> float | None:
    """The seconds that a category allows; None where it says nothing."""
    if category is None or span is Span.CLOSE:
        return None
    if span is Span.ACKNOWLEDGE:
        return category.acknowledge_within
    return category.arrive_within if span is Span.ARRIVE else category.resolve_within


def quantile(ordered: Sequence[float], share: float) -> float:
    """The quantile of numbers in order, interpolated linearly (Hyndman and Fan's definition 7). IndexError for none."""
    place = (len(ordered) - 1) * share
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def _told(ordered: Sequence[float], share: float) -> float | None:
    return quantile(ordered, share) if len(ordered) >= ENOUGH else None


def _wall(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds()


def _round(call: Call, number: int, steps: Sequence[CallStep]) -> Response:
    """A round that is over, as its steps tell it; a resolution that was refuted was none."""
    at: dict[Move, datetime] = {}
    for step in steps:
        if step.move is Move.REFUTE:
            at.pop(Move.RESOLVE, None)
        elif step.move is Move.RESOLVE:
            at[step.move] = step.at
        else:
            at.setdefault(step.move, step.at)
    ended = at.get(Move.CLOSE) or at.get(Move.REJECT)
    began = at.get(Move.REOPEN) or at.get(Move.RAISE) or call.raised
    told = (at.get(Move.ACKNOWLEDGE), at.get(Move.ARRIVE), at.get(Move.RESOLVE), ended)
    return Response(call.id, call.place, call.category, call.severity, began, *told, Move.REJECT in at, number)
