"""Handovers over a time: which were made, which were missed, and what keeps being handed over. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from console.domain.handover_moves import is_missed
from console.domain.handovers import Handover, OpenItem, Reply, Risk, Stage, Subject
from console.domain.shifts import Calendar


@dataclass(frozen=True, slots=True)
class Past:
    """The end of one shift at a place, with its handover; `missed`: nobody handed over in time."""

    place: str
    day: date
    shift: str
    next_shift: str
    begins: datetime
    ends: datetime
    handover: Handover | None
    missed: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """What was handed over in a week; `monday` on the plant's clock."""

    monday: date
    handed: int = 0  # handovers that were signed by the outgoing side
    missed: int = 0
    items: int = 0
    disputed: int = 0
    carried: int = 0  # items that had been in the handover before
    high: int = 0


@dataclass(frozen=True, slots=True)
class Keeps:
    """Something that was in several handovers; words are those of the latest."""

    item: OpenItem
    times: int
    disputed: int
    first: date
    last: date
    still: bool  # in the latest handover of its place
    latest: str  # id of that handover


@dataclass(frozen=True, slots=True)
class Sums:
    """What handovers of a time come to together."""

    weeks: tuple[Week, ...] = ()
    keeps: tuple[Keeps, ...] = ()
    kinds: tuple[tuple[Subject, int, int], ...] = ()


def sums(past: Sequence[Past]) -> Sums:
    """All of it; with a year of many places some tenths of a second."""
    handovers = [one.handover for one in past if one.handover is not None]
    return Sums(weeks(past), keeps(handovers), by_subject(handovers))


def listed(
    handovers: Iterable[Handover], calendars: Mapping[str, Calendar], since: datetime, until: datetime, now: datetime
) -> tuple[Past, ...]:
    """Every shift that ended in [since, until) at a place that hands over, the last first.

    A place hands over from its first signed handover on; what ended before that, also a draft that somebody only looked
    at, is not held against it. Handovers of shifts
    that the calendar does not know any more stay in the list.
    """
    known: dict[str, list[Handover]] = {}
    for one in handovers:
        known.setdefault(one.place, []).append(one)
    found: list[Past] = []
    for place, made in known.items():
        begun = min((one.ends for one in made if one.stage is not Stage.DRAFT), default=None)
        ours = [one for one in made if (begun is not None and one.ends >= begun) or one.ends > now]
        found += [_past(one, is_missed(one, one.ends, now)) for one in ours if since <= one.ends < until]
        calendar = calendars.get(place)
        if begun is not None and calendar is not None:
            there = {one.ends for one in made}
            found += _unmade(place, calendar, max(since, begun), min(until, now), there, now)
    return tuple(sorted(found, key=lambda one: (one.ends, one.place), reverse=True))


def weeks(past: Sequence[Past]) -> tuple[Week, ...]:
    """What was handed over week by week, the first first; weeks without any stay out."""
    found: dict[date, list[Past]] = {}
    for one in past:
        found.setdefault(one.day - timedelta(days=one.day.weekday()), []).append(one)
    return tuple(_week(monday, found[monday]) for monday in sorted(found))


def keeps(handovers: Iterable[Handover]) -> tuple[Keeps, ...]:
    """What keeps being handed over, the most frequent first, then the longest. Drafts do not count; what a line and its
    area hand over at the same time is handed over once."""
    signed = sorted((one for one in handovers if one.stage is not Stage.DRAFT), key=lambda one: one.ends)
    latest = {one.place: one.id for one in signed}
    seen: dict[str, list[tuple[Handover, OpenItem]]] = {}
    for one in signed:
        for item in one.items:
            seen.setdefault(item.id, []).append((one, item))
    found = [_keeps(times, latest) for times in seen.values() if len({one.ends for one, _ in times}) > 1]
    return tuple(sorted(found, key=lambda one: (-one.times, one.first, one.item.id)))


def by_subject(handovers: Iterable[Handover]) -> tuple[tuple[Subject, int, int], ...]:
    """What kinds of things are handed over: subject, items, and how many of them were carried; the most first."""
    counts: dict[Subject, tuple[int, int]] = {}
    for one in handovers:
        if one.stage is not Stage.DRAFT:
            for item in one.items:
                whole, again = counts.get(item.subject, (0, 0))
                counts[item.subject] = (whole + 1, again + bool(item.carried))
    order = list(Subject)
    found = [(subject, *numbers) for subject, numbers in counts.items()]
    return tuple(sorted(found, key=lambda one: (-one[1], order.index(one[0]))))


def _past(one: Handover, missed: bool) -> Past:
    return Past(one.place, one.day, one.shift, one.next_shift, one.begins, one.ends, one, missed)


def _unmade(
    place: str, calendar: Calendar, since: datetime, until: datetime, there: set[datetime], now: datetime
) -> list[Past]:
    found: list[Past] = []
    shifts = calendar.shifts_between(since.timestamp() - 86_400.0, until.timestamp())
    for shift in shifts:
        begins, ends = (datetime.fromtimestamp(at, UTC) for at in (shift.start, shift.end))
        if since <= ends < until and ends not in there and is_missed(None, ends, now):
            following = calendar.next_shift(shift.end - 1.0)
            named = following.name if following is not None else ""
            found.append(Past(place, _day(begins, calendar.zone), shift.name, named, begins, ends, None, True))
    return found


def _day(at: datetime, zone: tzinfo) -> date:
    return at.astimezone(zone).date()


def _week(monday: date, past: list[Past]) -> Week:
    signed = [one.handover for one in past if one.handover is not None and one.handover.stage is not Stage.DRAFT]
    items = [item for one in signed for item in one.items]
    return Week(
        monday,
        len(signed),
        sum(one.missed for one in past),
        len(items),
        sum(reply.reply is Reply.DISPUTED for one in signed for reply in one.replies),
        sum(bool(item.carried) for item in items),
        sum(item.risk is Risk.HIGH for item in items),
    )


def _keeps(times: list[tuple[Handover, OpenItem]], latest: Mapping[str, str]) -> Keeps:
    handovers = [one for one, _ in times]
    item = times[-1][1]
    refused = {one.ends for one in handovers if (said := one.reply_to(item.id)) and said.reply is Reply.DISPUTED}
    first = min(handovers[0].day, item.first or handovers[0].day)
    last = handovers[-1]
    still = any(latest[one.place] == one.id for one in handovers)
    return Keeps(item, len({one.ends for one in handovers}), len(refused), first, last.day, still, last.id)
