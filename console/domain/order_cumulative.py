"""The cumulative flow diagram of work orders, what is read off it, and Little's law beside it. Times: seconds UTC.

    work in progress     = orders in the columns that count (released, running, on hold), at a time
    approximate lead time at a time
                         = how long ago as many had been released as are finished by then: the distance from one edge of
                           the diagram to the other, as if the first released were the first finished
    Little's law         : mean work in progress = throughput x mean time in progress
                           (J. Little, A Proof for the Queuing Formula L = lambda W, Operations Research 9, 1961)

The law holds where as much goes out as comes in. The diagram begins with nothing done: what was done before its start
is not in it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.domain.cardflow import cumulative
from console.domain.order_traces import Trace
from console.domain.orders import DONE, ORDERS

COLUMNS = tuple(column.id for column in ORDERS.columns)
WORK = tuple(column.id for column in ORDERS.columns if column.counts)
STEPS = (300, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200, 86_400)  # seconds from one time to the next
TIMES_MOST = 800
ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Diagram:
    """How many cards lay in each column at each time; what is done counts from the start."""

    times: tuple[float, ...] = ()
    counts: dict[str, tuple[int, ...]] | None = None  # by column, one for each time

    def at(self, place: int) -> dict[str, int]:
        """The counts at one of the times."""
        return {column: self.counts[column][place] for column in COLUMNS} if self.counts is not None else {}

    def edge(self, column: str, place: int) -> int:
        """How many had come as far as a column or further: the upper edge of its band."""
        counts = self.counts or {}
        return sum(counts[one][place] for one in COLUMNS[COLUMNS.index(column) :])

    @property
    def highest(self) -> int:
        """The greatest number of cards in it at one time."""
        return max((self.edge(COLUMNS[0], i) for i in range(len(self.times))), default=0)

    def wip(self, place: int) -> int:
        """Cards in progress at one of the times."""
        return sum((self.counts or {})[column][place] for column in WORK)

    def lead(self, place: int) -> float | None:
        """The approximate time from released to finished at one of the times; None: it began before the diagram."""
        done = self.edge(DONE, place)
        if done <= self.edge(WORK[0], 0) or not done:
            return None
        for i in range(place + 1):
            if self.edge(WORK[0], i) >= done:
                return self.times[place] - self.times[i]
        return None


@dataclass(frozen=True, slots=True)
class Little:
    """Both sides of the law over a span; None where there are too few."""

    n: int  # orders completed
    wip: float  # mean number of cards in progress
    rate: float  # completed orders a second
    time: float | None  # mean seconds in progress of the completed ones
    came: int  # came into progress for the first time
    went: int  # completed or closed
    before: int  # in progress at the start
    after: int  # in progress at the end

    @property
    def expected(self) -> float | None:
        """Throughput x mean time in progress."""
        return None if self.time is None else self.rate * self.time

    @property
    def apart(self) -> float | None:
        """How far the expected number is from the one there was, as a share of it."""
        expected = self.expected
        return None if expected is None or self.wip <= 0 else expected / self.wip - 1.0


def times_of(start: float, end: float) -> tuple[float, ...]:
    """Times from the start to the end, evenly apart, not more than TIMES_MOST; the end is one of them."""
    if end <= start:
        return (start,)
    step = next((step for step in STEPS if (end - start) / step <= TIMES_MOST), (end - start) / TIMES_MOST)
    found = [start + i * step for i in range(int((end - start) / step) + 1)]
    return tuple(found) if end - found[-1] < 1e-6 else (*found, end)


def diagram(traces: Iterable[Trace], start: float, end: float) -> Diagram:
    """The diagram from a start to an end, with at most TIMES_MOST + 2 times."""
    times = times_of(start, end)
    there = (one for one in traces if one.made <= end and (one.finished is None or one.finished >= start))
    cards = ((one.made, one.visits[0][0], tuple(one.moves())) for one in there)
    found = cumulative(cards, COLUMNS, times)
    base = found[0][DONE]
    counts = {column: tuple(counted[column] for counted in found) for column in COLUMNS}
    counts[DONE] = tuple(max(0, many - base) for many in counts[DONE])
    return Diagram(times, counts)


def little(traces: Iterable[Trace], done: Sequence[Trace], start: float, end: float) -> Little:
    """Both sides of Little's law over [start, end), exactly: by the seconds that each card was in progress."""
    inside = 0.0
    came = went = before = after = 0
    for one in traces:
        first = True
        if one.finished is not None and one.finished < start:
            continue
        for column, since, until in one.visits:
            if column not in WORK:
                continue
            left = math.inf if until is None else until
            inside += max(0.0, min(end, left) - max(start, since))
            before += since <= start < left
            after += since <= end < left
            if first:
                came += start <= since < end
                went += one.finished is not None and one.finished < end
                first = False
    spent = [sum([(v[2] or end) - v[1] for v in one.visits if v[0] in WORK]) for one in done]
    mean = sum(spent) / len(spent) if len(spent) >= ENOUGH else None
    long = max(end - start, 1e-9)
    return Little(len(spent), inside / long, len(spent) / long, mean, came, went, before, after)


def place_of(times: Sequence[float], at: float) -> int:
    """The last of these times that is not after `at`; 0 at least."""
    return max(0, bisect_right(times, at) - 1)
