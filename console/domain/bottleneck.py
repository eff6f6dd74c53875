"""Bottleneck: the station that holds the line back, with the rule that names it and the minutes behind it.

Active period method: a station is active while it works, is down or is changed over, and inactive while it waits
(starved, blocked) or is not planned. At any moment the station with the longest uninterrupted active period around it
is the momentary bottleneck; over a shift, the one that is it for the largest share of the time. C. Roser, M. Nakano,
M. Tanaka: A practical bottleneck detection method, Winter Simulation Conference 2001; Shifting bottleneck detection,
Winter Simulation Conference 2002.

Arrows as cross-check: between two neighbours the bottleneck lies downstream when the upper one is blocked longer than
the lower one is starved, else upstream; where arrows meet it is. C.-T. Kuo, J.-T. Lim, S. M. Meerkov: Bottlenecks in
serial production lines, Mathematical Problems in Engineering 2(3), 1996.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from console.domain.oee import ended
from console.domain.ribbon import Segment
from console.domain.stations import StationState

ACTIVE = frozenset({StationState.RUNNING, StationState.STOPPED, StationState.CHANGEOVER})
SHORTEST = 600.0  # seconds of ribbon below which nothing is said
KNOWN = 0.5  # share of the window in which a station must have data to take part
SAME = 1.0  # seconds by which active periods may differ and count as equally long
LEAD = 0.05  # by how much the first one's share must exceed the second's


class Rule(StrEnum):
    """Which rule named the bottleneck."""

    CONFIRMED = "active_period_confirmed"  # longest active, and the arrows meet there
    ACTIVE = "active_period"  # longest active; the arrows point nowhere clearly
    DISPUTED = "active_period_disputed"  # longest active, but the arrows meet at another station
    ARROWS = "arrows"  # two were active equally long; the arrows meet at one of them


@dataclass(frozen=True, slots=True)
class StationFacts:
    """One station's ribbon: closed segments in time order, as `Ribbon.within` gives them."""

    station: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """The station that holds the line back."""

    station: str
    rule: Rule
    facts: dict[str, float]  # see `_facts`
    runner_up: str = ""


_Span = tuple[float, float]
_Row = tuple[float, float, float, str]  # length, from, to, station


@dataclass(slots=True)
class _Read:
    """What one pass over a station's ribbon gives: seconds by state and uninterrupted active periods."""

    station: str
    seconds: dict[StationState, float]
    periods: list[_Span]

    @property
    def known(self) -> float:
        return sum(self.seconds.values()) - self.seconds[StationState.NO_DATA]

    @property
    def blocked(self) -> float:
        return self.seconds[StationState.BLOCKED]

    @property
    def starved(self) -> float:
        return self.seconds[StationState.STARVED]

    def active_now(self, end: float) -> float:
        """Seconds of the active period that lasts until `end`."""
        return self.periods[-1][1] - self.periods[-1][0] if self.periods and end - self.periods[-1][1] <= SAME else 0.0


def bottleneck(stations: Sequence[StationFacts]) -> Bottleneck | None:
    """The bottleneck of stations in flow order over the time their ribbons cover.

    None when under ten minutes are covered, fewer than two stations have data, none ever waits (then every station is
    always active and nothing can be told apart), or two are equal and the arrows cannot tell which.
    """
    start, end = _window(stations)
    if end - start < SHORTEST:
        return None
    known = [read for read in map(_read, stations) if read.known >= KNOWN * (end - start)]
    if len(known) < 2 or not any(read.blocked or read.starved for read in known):
        return None
    share = {name: seconds / (end - start) for name, seconds in _longest(known).items()}
    first, second = sorted(share, key=lambda name: -share[name])[:2]
    met = _arrows(known)
    if share[first] - share[second] < LEAD:
        tied = [name for name in met if share[first] - share[name] < LEAD]
        if share[first] <= 0 or len(met) != 1 or not tied:
            return None
        first, second, rule = tied[0], second if tied[0] == first else first, Rule.ARROWS
    else:
        rule = Rule.CONFIRMED if met == [first] else Rule.DISPUTED if len(met) == 1 else Rule.ACTIVE
    return Bottleneck(first, rule, _facts(first, known, share[first], end), second)


def momentary(stations: Sequence[StationFacts]) -> str | None:
    """The station that has now been active longest without interruption; None when none is or two are equal."""
    return _momentary([_read(station) for station in stations], _window(stations)[1])


def _momentary(reads: Sequence[_Read], end: float) -> str | None:
    lengths = sorted(((read.active_now(end), read.station) for read in reads), reverse=True)
    if not lengths or lengths[0][0] <= 0 or (len(lengths) > 1 and lengths[0][0] - lengths[1][0] <= SAME):
        return None
    return lengths[0][1]


def _window(stations: Sequence[StationFacts]) -> _Span:
    filled = [s.segments for s in stations if s.segments]
    starts = [segments[0].since for segments in filled]
    ends = [ended(segments[-1]) for segments in filled]
    return (min(starts), max(ends)) if filled else (0.0, 0.0)


def _read(station: StationFacts) -> _Read:
    seconds = dict.fromkeys(StationState, 0.0)
    periods: list[_Span] = []
    joined: float | None = None  # where the last active period ended, if nothing has come since
    for state, _, since, until, _ in station.segments:
        if until is None:
            continue
        seconds[state] += until - since
        if state not in ACTIVE:
            joined = None
        elif joined == since:
            periods[-1], joined = (periods[-1][0], until), until
        else:
            periods.append((since, until))
            joined = until
    return _Read(station.station, seconds, periods)


def _longest(reads: Sequence[_Read]) -> dict[str, float]:
    """Seconds in which each station had the longest active period around the moment; equal ones all get them.

    The longest periods take their time first, shorter ones what is left of theirs.
    """
    rows = sorted(((b - a, a, b, read.station) for read in reads for a, b in read.periods), reverse=True)
    won = dict.fromkeys((read.station for read in reads), 0.0)
    taken = _Taken()
    for equals in _equally_long(rows):
        for _, a, b, name in equals:
            won[name] += taken.free(a, b)
        for _, a, b, _ in equals:
            taken.take(a, b)
    return won


def _equally_long(rows: list[_Row]) -> Iterator[list[_Row]]:
    """Rows, longest first, in groups whose lengths differ by no more than a second from the group's first."""
    group: list[_Row] = []
    for row in rows:
        if group and group[0][0] - row[0] > SAME:
            yield group
            group = []
        group.append(row)
    if group:
        yield group


@dataclass(slots=True)
class _Taken:
    """Time that is taken already: disjoint spans in order, as their starts and their ends."""

    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)

    def free(self, a: float, b: float) -> float:
        """Seconds of [a, b] that nobody has taken."""
        first, last = bisect_left(self.ends, a), bisect_right(self.starts, b)
        return b - a - sum(min(b, self.ends[i]) - max(a, self.starts[i]) for i in range(first, last))

    def take(self, a: float, b: float) -> None:
        """Take [a, b], joined with all that it touches."""
        first, last = bisect_left(self.ends, a), bisect_right(self.starts, b)
        if first < last:
            a, b = min(a, self.starts[first]), max(b, self.ends[last - 1])
        self.starts[first:last], self.ends[first:last] = [a], [b]


def _arrows(reads: Sequence[_Read]) -> list[str]:
    """Stations at which the arrows meet: from above they point down to it, from below up to it."""
    down = [upper.blocked - lower.starved for upper, lower in pairwise(reads)]
    from_above, from_below = [1.0, *down], [*(-arrow for arrow in down), 1.0]
    return [r.station for r, above, below in zip(reads, from_above, from_below, strict=True) if min(above, below) > 0]


def _facts(name: str, reads: Sequence[_Read], share: float, end: float) -> dict[str, float]:
    """Minutes that explain it: active in all, active without interruption until now, the neighbours' waiting for it.

    `share` is 0..1 of the window, `momentary` 1 when it is also the momentary bottleneck; `upstream_blocked_minutes`
    and `downstream_starved_minutes` are missing at the ends of the line.
    """
    index = [read.station for read in reads].index(name)
    facts = {
        "active_minutes": sum(reads[index].seconds[state] for state in ACTIVE) / 60,
        "uninterrupted_minutes": reads[index].active_now(end) / 60,
        "share": share,
        "momentary": float(_momentary(reads, end) == name),
    }
    if index > 0:
        facts["upstream_blocked_minutes"] = reads[index - 1].blocked / 60
    if index < len(reads) - 1:
        facts["downstream_starved_minutes"] = reads[index + 1].starved / 60
    return facts
