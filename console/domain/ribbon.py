"""The ribbon: what a station did and when, as an unbroken row of segments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from console.domain.stations import NoData, StationState


class Segment(NamedTuple):
    """One state from `since` to `until` (seconds UTC); `until` is None while it lasts."""

    state: StationState
    no_data: NoData | None
    since: float
    until: float | None
    reason: str = ""

    def seconds_within(self, start: float, end: float, now: float) -> float:
        """Seconds of this segment inside [start, end], an open end counted up to `now`."""
        until = now if self.until is None else self.until
        return max(0.0, min(until, end) - max(self.since, start))


@dataclass(slots=True)
class Ribbon:
    """Closed segments in time order and the one that is open."""

    closed: list[Segment] = field(default_factory=list)
    open: Segment | None = None

    def change(self, state: StationState, no_data: NoData | None, at: float, reason: str = "") -> Segment | None:
        """Begin another state at `at`; return the segment that this closed, or None for a first or empty one.

        Time never runs backwards: an `at` before the open segment began is taken as its beginning.
        """
        last = self.open
        if last is not None and at < last.since:
            at = last.since
        self.open = Segment(state, no_data, at, None, reason)
        if last is None or at == last.since:
            return None
        done = last._replace(until=at)
        self.closed.append(done)
        return done

    def touching(self, start: float, end: float) -> Iterator[Segment]:
        """Segments with some part inside [start, end], whole; the open one has no `until`."""
        first = max(0, bisect_right(self.closed, start, key=lambda s: s.since) - 1)
        for segment in [*self.closed[first:], *([self.open] if self.open else [])]:
            if segment.since < end and (segment.until is None or segment.until > start):
                yield segment

    def within(self, start: float, end: float, now: float) -> Iterator[Segment]:
        """Segments cut to [start, end]; the open one ends at `now`. All have an `until`."""
        for segment in self.touching(start, end):
            since = max(segment.since, start)
            until = min(now if segment.until is None else segment.until, end)
            if until > since:
                yield segment._replace(since=since, until=until)

    def forget_before(self, time: float) -> None:
        """Drop segments that ended before `time`."""
        self.closed = [s for s in self.closed if s.until is not None and s.until >= time]
