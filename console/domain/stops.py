"""Stops of stations that nobody planned: heard from the ribbon, explained by people, never forgotten.

A stop is an uninterrupted stretch in state stopped that lasts at least as long as the line's micro-stop limit, some of
it in planned time (see oee.loss_kinds). Waiting, changeovers and planned stops are none, and neither is no data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

from console.domain.ids import derived_id
from console.domain.ribbon import Segment
from console.domain.stations import StationState
from console.domain.trail import moment

MACHINE_MOST = 200  # characters of what the machine said
JITTER = timedelta(seconds=2)  # by so much two consoles may hear the edges of one stop apart


@dataclass(frozen=True, slots=True)
class Ran:
    """A short while in which the station ran, inside a stop that was merged from two."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of one station. Times are aware UTC; people are ids, "console" = by what the machine said."""

    id: str
    place: str  # station
    since: datetime
    until: datetime | None = None  # None = it lasts
    line: str = ""
    area: str = ""
    machine: str = ""  # why, in the machine's own words
    reason: str = ""  # id of a Reason, "" = nobody has said why
    note: str = ""
    by: str = ""
    explained: datetime | None = None
    call: str = ""  # the reason was taken over from this one
    ran: tuple[Ran, ...] = ()
    split_from: str = ""
    merged_into: str = ""  # it is a part of this one and counts no more by itself

    def spans(self, now: datetime) -> tuple[tuple[datetime, datetime], ...]:
        """The times in which it really stood still, in order."""
        edges = [self.since, *(edge for ran in self.ran for edge in (ran.since, ran.until)), self.ended(now)]
        return tuple((a, b) for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a)

    def seconds(self, now: datetime) -> float:
        """How long it stood still."""
        return sum((b - a).total_seconds() for a, b in self.spans(now))

    def ended(self, now: datetime) -> datetime:
        """When it was over, `now` while it lasts."""
        return max(self.since, now) if self.until is None else self.until

    def touches(self, since: datetime, until: datetime | None) -> bool:
        """Whether some part of it lies inside [since, until); None = open."""
        return (until is None or self.since < until) and (self.until is None or self.until > since)


@dataclass(frozen=True, slots=True)
class ToldStop:
    """A stop as a console heard it."""

    place: str
    since: datetime
    until: datetime | None
    machine: str = ""
    line: str = ""
    area: str = ""


class Stretch(NamedTuple):
    """Time in which a station stood still without a pause, seconds UTC; `until` None while it lasts."""

    since: float
    until: float | None
    machine: str


def stretches(segments: Iterable[Segment]) -> Iterator[Stretch]:
    """Segments in time order as stretches of standing still; the first reason that was told is the stretch's."""
    found: Stretch | None = None
    for segment in segments:
        joins = found is not None and found.until is not None and segment.since <= found.until
        if segment.state is StationState.STOPPED and found is not None and joins:
            found = found._replace(until=segment.until, machine=found.machine or segment.reason)
            continue
        if found is not None:
            yield found
        stopped = segment.state is StationState.STOPPED
        found = Stretch(segment.since, segment.until, segment.reason) if stopped else None
    if found is not None:
        yield found


def stop_id(place: str, since: datetime) -> str:
    """The id of a stop by what it is: station and second in which it began."""
    return derived_id("stop", place, moment(since.replace(microsecond=0)))


def piece_id(stop: str, at: datetime) -> str:
    """The id of what a stop is from this time on, after it was split there."""
    return derived_id("stop_piece", stop, moment(at))


__all__ = ["JITTER", "Ran", "Stop", "Stretch", "ToldStop", "piece_id", "stop_id", "stretches"]
