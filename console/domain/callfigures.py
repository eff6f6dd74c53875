"""The figures of calls over a stretch of time: responses beside their targets, bad actors, alarm health, hands.

Only what the records say goes in, so that the same records give the same figures on every console.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from console.domain.alarmhealth import (
    Alarm,
    Chattering,
    Proposal,
    Rate,
    alarms_of,
    chattering,
    propose_delay,
    propose_off_delay,
    rate,
    stale,
    standing,
)
from console.domain.andon import Call, CallStep, Category, Severity
from console.domain.callrules import LASTING, CallRule, Kind, fits
from console.domain.hands import Doing, RoleOf, holds
from console.domain.people import Role
from console.domain.responses import (
    ENOUGH,
    BadActor,
    Comparison,
    Response,
    Span,
    Window,
    bad_actors,
    by_week,
    compare,
    distribution,
    quantile,
    rounds,
    seconds,
    target_of,
)

EDGES = (30.0, 60.0, 120.0, 180.0, 300.0, 600.0, 900.0, 1800.0, 3600.0, 7200.0, 14400.0, 28800.0)  # seconds
PROPOSED = 5  # things for which a setting is looked for, the worst first

ShiftOf = Callable[[str, datetime], str]  # the name of the shift at a place and time, "" between shifts


@dataclass(frozen=True, slots=True)
class Told:
    """What the records say of a stretch of time: its calls, those that were open in it, and all their steps."""

    calls: tuple[Call, ...] = ()
    steps: tuple[CallStep, ...] = ()

    def joined(self, other: Told) -> Told:
        """Both together, each call and step once."""
        calls = {call.id: call for call in (*self.calls, *other.calls)}
        steps = {step.id: step for step in (*self.steps, *other.steps)}
        return Told(tuple(calls.values()), tuple(steps.values()))


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which calls; what is empty does not matter. `places`: stations and lines, as the calls have them."""

    places: frozenset[str] | None = None
    category: str = ""
    severity: Severity | None = None
    shift: str = ""  # in which the round began

    def holds(self, place: str, category: str, severity: Severity) -> bool:
        """Whether a call is one of them; its shift is looked at by round."""
        return (
            (self.places is None or place in self.places)
            and self.category in ("", category)
            and self.severity in (None, severity)
        )


@dataclass(frozen=True, slots=True)
class Known:
    """What figures are held against."""

    categories: Mapping[str, Category]
    zone: ZoneInfo
    role_of: RoleOf
    shift_of: ShiftOf
    rules: tuple[CallRule, ...] = ()
    ways: Mapping[str, tuple[str, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Week:
    """One week, by its Monday."""

    monday: date
    n: int
    median: float | None


@dataclass(frozen=True, slots=True)
class SpanFigures:
    """One of the four times: its figures, before and now, and the calls behind each."""

    span: Span
    compared: Comparison
    bars: tuple[int, ...]  # how many took up to each of EDGES, and longer than the last
    targets: tuple[float, ...]  # of the categories that are in it, seconds
    weeks: tuple[Week, ...]
    measured: tuple[str, ...]  # ids of calls
    slowest: tuple[str, ...]  # above the 90th percentile
    outside: tuple[str, ...]  # of the target, also those that wait and are late already


class Cure(StrEnum):
    """The setting of a rule that would help."""

    DELAY = "delay"
    OFF_DELAY = "off_delay"
    DEAD_BAND = "hysteresis"


@dataclass(frozen=True, slots=True)
class Advice:
    """A setting that history speaks for."""

    place: str
    about: str
    rule: CallRule
    cure: Cure
    proposal: Proposal


@dataclass(frozen=True, slots=True)
class Crossing:
    """A limit that is crossed often at one place: whether a dead band would help, the signal's history tells."""

    place: str
    rule: CallRule
    times: int


@dataclass(frozen=True, slots=True)
class Health:
    """How the alarms are doing."""

    rate: Rate
    chattering: tuple[Chattering, ...]
    standing: tuple[Alarm, ...]
    stale: tuple[Call, ...]
    advice: tuple[Advice, ...]
    crossings: tuple[Crossing, ...] = ()  # the most frequent first


@dataclass(frozen=True, slots=True)
class HandsOf:
    """The time of one category's calls: seconds in the hands of each role, by what was done with them."""

    category: str
    held: tuple[tuple[Role | None, Doing, float], ...]
    calls: int

    @property
    def seconds(self) -> float:
        """All of it."""
        return sum(part for _, _, part in self.held)


@dataclass(frozen=True, slots=True)
class Sheet:
    """All figures of one stretch of time."""

    window: Window
    spans: tuple[SpanFigures, ...]
    actors: tuple[BadActor, ...]
    health: Health
    hands: tuple[HandsOf, ...]
    calls: int  # that were raised in it


def sheet(
    told: Told, chosen: Chosen, known: Known, window: Window, before: Window | None, earlier: Told, now: datetime
) -> Sheet:
    """Everything of a window, compared with the one `before`, of which `earlier` tells."""
    calls = [call for call in told.calls if chosen.holds(call.place, call.category, call.severity)]
    steps: dict[str, list[CallStep]] = {call.id: [] for call in calls}
    for step in told.steps:
        if step.call in steps:
            steps[step.call].append(step)
    inside = [call for call in calls if window.holds(call.raised)]
    responses = [one for one in _rounds(calls, steps) if window.holds(one.began) and _in_shift(one, chosen, known)]
    was = list[Response]()
    if before is not None:
        old = [call for call in earlier.calls if chosen.holds(call.place, call.category, call.severity)]
        grouped: dict[str, list[CallStep]] = {call.id: [] for call in old}
        for step in earlier.steps:
            if step.call in grouped:
                grouped[step.call].append(step)
        was = [one for one in _rounds(old, grouped) if before.holds(one.began) and _in_shift(one, chosen, known)]
    if chosen.shift:
        inside = [call for call in inside if known.shift_of(call.place, call.raised) == chosen.shift]
    weeks = by_week((one for one in responses if not one.rejected), known.zone)
    spans = tuple(_span(span, responses, was, weeks, known, window, before, now) for span in Span)
    return Sheet(
        window,
        spans,
        tuple(bad_actors(inside, now)),
        _health(calls, steps, window, known, now),
        tuple(_hands(inside, steps, known, now)),
        len(inside),
    )


def rule_for(alarm: Alarm | Chattering, category: str, known: Known) -> CallRule | None:
    """The rule that raised it: by its id, else the first alarm rule there for which the code fits."""
    way = (known.ways or {}).get(alarm.place, (alarm.place,))
    there = [
        rule for rule in known.rules if rule.active and (not rule.places or any(part in rule.places for part in way))
    ]
    named = next((rule for rule in there if rule.id == alarm.about), None)
    fitting = (
        rule
        for rule in there
        if rule.kind is Kind.ALARM and rule.category == category and fits(rule.codes, alarm.about)
    )
    return named or next(fitting, None)


def _rounds(calls: Iterable[Call], steps: Mapping[str, list[CallStep]]) -> list[Response]:
    return [one for call in calls for one in rounds(call, steps[call.id] if call.reopened else ())]


def _in_shift(response: Response, chosen: Chosen, known: Known) -> bool:
    return not chosen.shift or known.shift_of(response.place, response.began) == chosen.shift


def _span(
    span: Span,
    responses: list[Response],
    was: list[Response],
    weeks: Mapping[date, tuple[Response, ...]],
    known: Known,
    window: Window,
    before: Window | None,
    now: datetime,
) -> SpanFigures:
    compared = _compared(span, responses, was, known, window, before, now)
    targets = {id: target_of(known.categories.get(id), span) for id in {one.category for one in responses}}
    measured, times, late = list[str](), list[float](), list[str]()
    bars = [0] * (len(EDGES) + 1)
    for one in responses:
        if one.rejected:
            continue
        took = seconds(one, span)
        if took is not None:
            measured.append(one.call)
            times.append(took)
            bars[bisect_left(EDGES, took)] += 1
        elif one.waits(span):
            took = (now - one.began).total_seconds()  # it waits, and may be late already
        target = targets[one.category]
        if target is not None and took is not None and took > target:
            late.append(one.call)
    limit = compared.now.p90
    return SpanFigures(
        span,
        compared,
        tuple(bars),
        tuple(sorted({target for target in targets.values() if target is not None})),
        tuple(_weeks(weeks, span)),
        _single(measured),
        _single(id for id, took in zip(measured, times, strict=True) if limit is not None and took > limit),
        _single(late),
    )


def _compared(
    span: Span,
    responses: list[Response],
    was: list[Response],
    known: Known,
    window: Window,
    before: Window | None,
    now: datetime,
) -> Comparison:
    if before is None:
        none = distribution((), span, known.categories, now)
        return Comparison(none, distribution(responses, span, known.categories, min(now, window.end)), None)
    return compare((*was, *responses), span, known.categories, before, window, now)


def _weeks(weeks: Mapping[date, tuple[Response, ...]], span: Span) -> Iterable[Week]:
    for monday, found in weeks.items():
        values = sorted(took for one in found if (took := seconds(one, span)) is not None)
        yield Week(monday, len(values), quantile(values, 0.5) if values else None)


def _health(
    calls: list[Call], steps: Mapping[str, list[CallStep]], window: Window, known: Known, now: datetime
) -> Health:
    alarms = alarms_of(calls, (step for call in calls for step in steps[call.id]))
    within = [alarm for alarm in alarms if window.holds(alarm.at)]
    noisy = tuple(chattering(within))
    return Health(
        rate(within, replace(window, end=min(window.end, now))),
        noisy,
        tuple(standing(alarms, now)),
        tuple(stale(calls, now)),
        tuple(_advice(within, calls, noisy, known)),
        tuple(_crossings(within, known)),
    )


def _crossings(alarms: list[Alarm], known: Known) -> list[Crossing]:
    limits = {rule.id: rule for rule in known.rules if rule.active and rule.kind is Kind.LIMIT}
    times: dict[tuple[str, str], int] = {}
    for alarm in alarms:
        if alarm.about in limits:
            times[alarm.place, alarm.about] = times.get((alarm.place, alarm.about), 0) + 1
    found = [Crossing(place, limits[about], count) for (place, about), count in times.items() if count >= ENOUGH]
    return sorted(found, key=lambda one: (-one.times, one.place))


def _advice(alarms: list[Alarm], calls: list[Call], noisy: tuple[Chattering, ...], known: Known) -> Iterable[Advice]:
    """For what chatters most, then for what comes most often: the setting that would have spared more."""
    by_thing: dict[tuple[str, str], list[Alarm]] = {}
    for alarm in alarms:
        by_thing.setdefault((alarm.place, alarm.about), []).append(alarm)
    category = {(call.place, call.about or call.category): call.category for call in calls}
    first = [(one.place, one.about) for one in noisy]
    often = sorted(by_thing, key=lambda thing: (-len(by_thing[thing]), thing))
    found = 0
    for thing in dict.fromkeys((*first, *often)):
        rule = rule_for(by_thing[thing][0], category.get(thing, ""), known)
        best = _best(by_thing[thing], rule)
        if rule is not None and best is not None:
            yield Advice(*thing, rule, *best)
            found += 1
        if found == PROPOSED:
            return


def _best(alarms: list[Alarm], rule: CallRule | None) -> tuple[Cure, Proposal] | None:
    if rule is None or rule.kind not in LASTING:
        return None
    made = [
        (cure, proposal)
        for cure, proposal in (
            (Cure.DELAY, propose_delay(alarms)),
            (Cure.OFF_DELAY, propose_off_delay(alarms)),
        )
        if proposal is not None and proposal.after < proposal.before and proposal.value > getattr(rule, cure.value)
    ]
    return min(made, key=lambda one: one[1].after, default=None)


def _hands(calls: list[Call], steps: Mapping[str, list[CallStep]], known: Known, now: datetime) -> Iterable[HandsOf]:
    sums: dict[str, dict[tuple[Role | None, Doing], float]] = {}
    count: dict[str, int] = {}
    for call in calls:
        category = known.categories.get(call.category)
        if category is None or call.rejected:
            continue
        count[call.category] = count.get(call.category, 0) + 1
        into = sums.setdefault(call.category, {})
        for hold in holds(call, category, steps[call.id], known.role_of, now):
            key = (hold.role, hold.doing)
            into[key] = into.get(key, 0.0) + hold.seconds
    for id, parts in sorted(sums.items(), key=lambda item: -sum(item[1].values())):
        held = sorted(((role, doing, part) for (role, doing), part in parts.items()), key=lambda one: -one[2])
        yield HandsOf(id, tuple(held), count[id])


def _single(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
