"""What lies on a time axis beside measured values: values that were held, and marks; as few as an axis has room for.

Times are seconds since 1970 UTC.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from console.domain.shifts import Shift
from console.domain.stations import StationState

NO_DATA = StationState.NO_DATA.value  # the value where nothing is known
STATES = frozenset(state.value for state in StationState)
IDLE = frozenset({StationState.STOPPED.value, StationState.STARVED.value, StationState.BLOCKED.value})


class Held(NamedTuple):
    """A value from `since` to `until`. Of several short ones the longest, with the seconds of each in `parts`."""

    since: float
    until: float
    value: str
    parts: tuple[tuple[str, float], ...] = ()  # the longest first; () = there is one value


class Mark(NamedTuple):
    """Something that happened, until it was over (None: it lasts). Of several the worst, and how many there are."""

    since: float
    until: float | None
    id: str
    text: str
    rank: int = 0  # how bad it is, 0 for the least
    many: int = 1


def joined(held: Iterable[Held]) -> list[Held]:
    """Neighbours that touch and hold the same value are one."""
    found: list[Held] = []
    for one in held:
        last = found[-1] if found else None
        if last and last.value == one.value and last.until >= one.since and not (last.parts or one.parts):
            found[-1] = last._replace(until=max(last.until, one.until))
        elif one.until > one.since:
            found.append(one)
    return found


def cut(held: Iterable[Held], start: float, end: float) -> Iterator[Held]:
    """What of them lies inside [start, end)."""
    for one in held:
        if one.since < end and one.until > start:
            yield one._replace(since=max(one.since, start), until=min(one.until, end))


def thinned(held: Sequence[Held], width: float) -> list[Held]:
    """At most about two for each `width` seconds: short ones in a row become one that knows its parts.

    One that lasts at least as long as `width` stays as it is, and so does a short one between two of these: a stop of
    seconds in a day of running is still there.
    """
    found: list[Held] = []
    short: list[Held] = []
    for one in held:
        apart = bool(short) and one.since > short[-1].until
        if short and (apart or one.until - one.since >= width or one.until - short[0].since > width):
            found.append(_one_of(short))
            short = []
        if one.until - one.since >= width:
            found.append(one)
        else:
            short.append(one)
    if short:
        found.append(_one_of(short))
    return found


def _one_of(short: list[Held]) -> Held:
    if len(short) == 1:
        return short[0]
    seconds: Counter[str] = Counter()
    for one in short:
        for value, lasted in one.parts or ((one.value, one.until - one.since),):
            seconds[value] += lasted  # type: ignore[assignment]
    parts = tuple(sorted(((value, float(s)) for value, s in seconds.items()), key=lambda part: (-part[1], part[0])))
    return Held(short[0].since, short[-1].until, parts[0][0], parts if len(parts) > 1 else ())


def silences(heard: Sequence[float], start: float, end: float, patience: float) -> list[tuple[float, float]]:
    """Stretches of [start, end) in which nothing was heard for longer than `patience`: from when it was missed on.

    `heard` are the times of what was heard, in order; before the first of them nothing is known.
    """
    found: list[tuple[float, float]] = []
    last = start - patience  # what was before is not known: nobody is given the benefit of it
    inside = heard[bisect_left(heard, start - patience) : bisect_right(heard, end)]
    for at in (*inside, end):
        if at - last > patience and at > start:
            found.append((max(last + patience, start), min(at, end)))
        last = at
    return [(a, b) for a, b in found if b > a]


def without(held: Iterable[Held], silent: Sequence[tuple[float, float]]) -> list[Held]:
    """The same where it is known, NO_DATA in the silent stretches."""
    found: list[Held] = []
    for one in held:
        at = one.since
        for since, until in silent:
            if until <= at or since >= one.until or one.value == NO_DATA:
                continue
            found += [Held(at, since, one.value)] if since > at else []
            at = min(until, one.until)
            found.append(Held(max(since, one.since), at, NO_DATA))
        found += [one._replace(since=at)] if one.until > at else []
    return joined(found)


def filled(held: Iterable[Held], start: float, end: float) -> list[Held]:
    """What is not told is no data: the whole of [start, end) is covered."""
    found: list[Held] = []
    at = start
    for one in cut(held, start, end):
        if one.since > at:
            found.append(Held(at, one.since, NO_DATA))
        found.append(one)
        at = one.until
    if at < end:
        found.append(Held(at, end, NO_DATA))
    return joined(found)


def excused(held: Iterable[Held], shifts: Sequence[Shift]) -> list[Held]:
    """Standing still in a break is a planned stop, outside of these shifts it is not planned; as on the board."""
    edges = [(break_start, end, StationState.PLANNED_STOP.value) for s in shifts for break_start, end, _ in s.breaks]
    at = float("-inf")
    for shift in shifts:
        edges += [(at, shift.start, StationState.NOT_PLANNED.value)] if shift.start > at else []
        at = max(at, shift.end)
    edges.append((at, float("inf"), StationState.NOT_PLANNED.value))
    edges.sort()
    found: list[Held] = []
    for one in held:
        found += [one] if one.value not in IDLE else _parted(one, edges)
    return joined(found)


def _parted(one: Held, edges: Sequence[tuple[float, float, str]]) -> Iterator[Held]:
    at = one.since
    for since, until, value in edges:
        if since < one.until and until > at:
            if since > at:
                yield one._replace(since=at, until=since)
            yield Held(max(since, at), min(until, one.until), value)
            at = min(until, one.until)
    if at < one.until:
        yield one._replace(since=at)


def gathered(marks: Iterable[Mark], width: float, now: float) -> list[Mark]:
    """Marks that begin within `width` seconds of each other are one: from the first beginning to the last end, the
    worst of them by name. One that lasts for longer than that stays by itself."""
    found: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.since, mark.id)):
        last = found[-1] if found else None
        if last is None or mark.since - last.since > width or max(_lasted(last, now), _lasted(mark, now)) > width:
            found.append(mark)
            continue
        worst = max(last, mark, key=lambda one: one.rank)
        until = None if last.until is None or mark.until is None else max(last.until, mark.until)
        found[-1] = worst._replace(since=last.since, until=until, many=last.many + mark.many)
    return found


def _lasted(mark: Mark, now: float) -> float:
    return (now if mark.until is None else mark.until) - mark.since


def at(held: Sequence[Held], time: float) -> Held | None:
    """What was held at a time; None where nothing is known of it. They are in order and do not overlap."""
    place = bisect_right(held, time, key=lambda one: one.since) - 1
    return held[place] if place >= 0 and time < held[place].until else None
