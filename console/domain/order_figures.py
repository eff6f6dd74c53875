"""Figures of work orders over a span of time: lead time, waiting, lateness, the plan kept, throughput, ages.

A figure of fewer than ENOUGH cases is not told. Quantiles are interpolated linearly (R. Hyndman, Y. Fan, Sample
Quantiles in Statistical Packages, The American Statistician 50, 1996, definition 7). Times are seconds UTC.

    lead time        = finished - made, and finished - released, of the orders completed in the span
    waiting          = time in each column of those orders; over all columns it adds up to the lead time
    flow efficiency  = time in running without blocked time / lead time from made, sums over those orders
    late             = finished after due, of those finished orders that have a due time; lateness = finished - due
    overdue          = open at the end of the span, due before it
    schedule adherence (计划达成率)
                     = orders promised in the span and completed in full by then / orders promised in the span;
                       promised = the end of the planned shift, of the planned day without a shift, else due.
                       Left out: what was promised for a time that is not over, and orders promised for no time.
    quantity adherence
                     = sum of min(confirmed good, ordered) / sum of ordered, of the same orders: too much of one does
                       not make up for too little of another

Schedule adherence follows the idea of *schedule achievement* in the SCOR model (APICS): shares of what was scheduled,
over-fulfilment not counted; which promise counts is this program's own rule, stated above. Flow efficiency:
D. Anderson, Kanban, Blue Hole Press 2010. Ages against a quantile of past stays: D. Vacanti, Actionable Agile Metrics
for Predictability, 2015.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo
from typing import NamedTuple, overload

from console.domain.order_cumulative import Diagram, Little, diagram, little
from console.domain.order_traces import Trace
from console.domain.orders import DONE, ORDERS, RUNNING, Ended
from console.domain.responses import quantile

ENOUGH = 3  # cases below which no figure is told
SURE, SURER = 0.85, 0.95
COLUMNS = tuple(column.id for column in ORDERS.columns)

Promised = Callable[[Trace], float | None]  # until when it was promised


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when, seconds UTC: [start, end)."""

    start: float
    end: float

    def holds(self, at: float | None) -> bool:
        """Whether a time is inside."""
        return at is not None and self.start <= at < self.end

    @property
    def seconds(self) -> float:
        """How long it is."""
        return self.end - self.start


Told = tuple[str, float, float]  # a Case without its names


class Case(NamedTuple):
    """One order with its own value, and when it had it."""

    order: str
    value: float
    at: float


@dataclass(frozen=True, slots=True)
class Cases(Sequence[Case]):
    """Cases that are made as they are looked at: there may be tens of thousands."""

    orders: tuple[str, ...] = ()
    values: tuple[float, ...] = ()
    times: tuple[float, ...] = ()

    def __len__(self) -> int:
        return len(self.orders)

    @overload
    def __getitem__(self, place: int) -> Case: ...

    @overload
    def __getitem__(self, place: slice) -> Cases: ...

    def __getitem__(self, place: int | slice) -> Case | Cases:
        if isinstance(place, slice):
            return Cases(self.orders[place], self.values[place], self.times[place])
        return Case(self.orders[place], self.values[place], self.times[place])


@dataclass(frozen=True, slots=True)
class Spread:
    """How values are spread; None where there are too few."""

    cases: Cases = Cases()  # the greatest first
    median: float | None = None
    sure: float | None = None  # the 85 % quantile
    surer: float | None = None  # the 95 % quantile
    total: float = 0.0

    @property
    def n(self) -> int:
        """How many cases."""
        return len(self.cases)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a whole; None where there are too few of the whole. `part` and `whole` are orders or quantities."""

    value: float | None
    part: float
    whole: float
    n: int  # orders that it is of
    orders: tuple[str, ...] = ()  # those of the part that asks for a look


@dataclass(frozen=True, slots=True)
class ColumnWait:
    """How long the orders completed in the span lay in a column."""

    column: str
    spread: Spread  # of the orders that were there
    share: float | None  # of all the waiting
    blocked: Spread  # of those that were blocked there


@dataclass(frozen=True, slots=True)
class ColumnAge:
    """How old the open cards of a column are, beside how long cards stayed there."""

    column: str
    cards: tuple[Case, ...]  # the oldest first
    past: float | None  # 85 % of the stays that ended in the span were not longer
    n: int  # of these stays


@dataclass(frozen=True, slots=True)
class Day:
    """What was completed on a local day (or in a week that begins on it)."""

    day: date
    orders: int
    pieces: int
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Output:
    """What was confirmed once: pieces good and scrapped, and as the line counted them."""

    order: str
    line: str
    at: float
    good: int
    counted: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """Confirmed good pieces beside counted ones, of the confirmations where something was counted."""

    n: int = 0
    confirmed: int = 0
    counted: int = 0
    apart: int = 0  # sum of the differences without their signs
    cases: Cases = Cases()  # difference by order, the greatest without its sign first

    @property
    def difference(self) -> int:
        """Confirmed less counted."""
        return self.confirmed - self.counted


@dataclass(frozen=True, slots=True)
class Sheet:
    """Every figure of a span."""

    stretch: Stretch
    lead: Spread
    run: Spread  # released to finished
    efficiency: Share
    waits: tuple[ColumnWait, ...]
    days: tuple[Day, ...]
    late: Share
    lateness: Spread  # of the late ones
    overdue: Spread
    plan: Share  # schedule adherence; its orders are those that did not keep it
    quantity: Share
    unpromised: int  # completed in the span without any promise
    short: tuple[str, ...]
    dropped: tuple[str, ...]
    split: tuple[str, ...]
    ages: tuple[ColumnAge, ...]
    counted: Counted
    diagram: Diagram
    little: Little
    completed: tuple[str, ...] = field(default=())

    @property
    def orders(self) -> int:
        """How many were completed."""
        return len(self.completed)

    @property
    def pieces(self) -> int:
        """Good pieces that were confirmed in the span."""
        return sum(day.pieces for day in self.days)

    @property
    def wip(self) -> int:
        """Open cards in the columns that count as work in progress."""
        work = {column.id for column in ORDERS.columns if column.counts}
        return sum(len(age.cards) for age in self.ages if age.column in work)


def sheet(
    traces: Sequence[Trace],
    outputs: Iterable[Output],
    stretch: Stretch,
    zone: tzinfo,
    promised: Promised,
    drawn: bool = True,
) -> Sheet:
    """The figures of a span that ends now or before. `promised` says until when an order was promised; not `drawn`:
    without the cumulative flow diagram."""
    done = [one for one in traces if one.completed and stretch.holds(one.finished)]
    given = [one for one in outputs if stretch.holds(one.at)]
    closed = [one for one in traces if stretch.holds(one.finished)]
    due = [one for one in done if one.due is not None]
    late = [(one.id, _ended(one) - (one.due or 0.0), _ended(one)) for one in due if _ended(one) > (one.due or 0.0)]
    columns = waits(done)
    return Sheet(
        stretch,
        spread((one.id, one.lead() or 0.0, _ended(one)) for one in done),
        spread((one.id, one.run() or 0.0, _ended(one)) for one in done if one.released is not None),
        efficiency(done, columns),
        columns,
        by_day(done, given, stretch, zone),
        Share(_part(len(late), len(due), len(due)), len(late), len(due), len(due), tuple(id for id, _, _ in late)),
        spread(late),
        overdue(traces, stretch.end),
        *adherence(traces, stretch, promised),
        sum(promised(one) is None for one in done),
        tuple(one.id for one in closed if one.ended is Ended.SHORT and one.good),
        tuple(one.id for one in closed if one.dropped),
        tuple(one.id for one in traces if one.split_from and stretch.holds(one.made)),
        ages(traces, stretch),
        counted(given),
        diagram(traces, stretch.start, stretch.end) if drawn else Diagram(),
        little(traces, done, stretch.start, stretch.end),
        tuple(one.id for one in done),
    )


def spread(found: Iterable[Told]) -> Spread:
    """Median, 85 % and 95 % quantile of values; too few have none."""
    cases = listed(found, lambda one: -one[1])
    values = cases.values[::-1]
    if len(values) < ENOUGH:
        return Spread(cases, total=sum(values, 0.0))
    middle, sure, surer = (quantile(values, share) for share in (0.5, SURE, SURER))
    return Spread(cases, middle, sure, surer, sum(values, 0.0))


def listed(found: Iterable[Told], by: Callable[[Told], float]) -> Cases:
    """Cases in the order of a key."""
    ordered = sorted(found, key=by)
    return Cases(*(tuple(part) for part in zip(*ordered, strict=True))) if ordered else Cases()


def efficiency(done: Sequence[Trace], columns: Iterable[ColumnWait]) -> Share:
    """Time in running, without what it was blocked there, against the lead time from made; `columns`: of these."""
    ran = sum(one.spread.total - one.blocked.total for one in columns if one.column == RUNNING)
    lead = sum(one.lead() or 0.0 for one in done)
    return Share(_part(ran, lead, len(done)), ran, lead, len(done), tuple(one.id for one in done))


def waits(done: Sequence[Trace]) -> tuple[ColumnWait, ...]:
    """How long these orders lay in each column, and how long they were blocked there."""
    lay: dict[str, list[Told]] = {column: [] for column in COLUMNS if column != DONE}
    held: dict[str, list[Told]] = {column: [] for column in lay}
    for one in done:
        end = _ended(one)
        for column, seconds in one.waits(end).items():
            lay.setdefault(column, []).append((one.id, seconds, end))
        if one.blocked:
            for column, seconds in one.blocked_in(end).items():
                held.setdefault(column, []).append((one.id, seconds, end))
    spreads = {column: spread(cases) for column, cases in lay.items()}
    whole = sum(found.total for found in spreads.values())
    return tuple(
        ColumnWait(column, found, found.total / whole if whole > 0 else None, spread(held.get(column, ())))
        for column, found in spreads.items()
    )


def overdue(traces: Iterable[Trace], at: float) -> Spread:
    """Orders that were open at a time at which they were due, and by how much."""
    there = (one for one in traces if one.made <= at and (one.finished is None or one.finished > at))
    return spread((one.id, at - one.due, one.due) for one in there if one.due is not None and one.due < at)


def adherence(traces: Iterable[Trace], stretch: Stretch, promised: Promised) -> tuple[Share, Share]:
    """Orders completed in full by their promise, and pieces confirmed of pieces ordered (formulas above)."""
    kept = n = good = wanted = 0
    failed, less = [], []
    for one in traces:
        if not stretch.holds(promise := promised(one)) or promise is None:
            continue
        n += 1
        if one.finished is not None and one.ended is Ended.FULL and one.finished <= promise:
            kept += 1
        else:
            failed.append(one.id)
        good += min(one.good, one.quantity)
        wanted += one.quantity
        if one.good < one.quantity:
            less.append(one.id)
    plan = Share(_part(kept, n, n), kept, n, n, tuple(failed))
    return plan, Share(_part(good, wanted, n), good, wanted, n, tuple(less))


def by_day(done: Iterable[Trace], given: Iterable[Output], stretch: Stretch, zone: tzinfo) -> tuple[Day, ...]:
    """Orders completed and good pieces confirmed on each local day of the span; a day may have 23 or 25 hours."""
    days = days_of(stretch, zone)
    starts = [midnight(day, zone) for day in days]
    ids: list[list[str]] = [[] for _ in days]
    pieces = [0] * len(days)
    for one in done:
        ids[bisect_right(starts, _ended(one)) - 1].append(one.id)
    for output in given:
        pieces[bisect_right(starts, output.at) - 1] += output.good
    return tuple(Day(day, len(ids[i]), pieces[i], tuple(ids[i])) for i, day in enumerate(days))


def by_week(days: Iterable[Day]) -> tuple[Day, ...]:
    """The same by weeks that begin on Monday."""
    weeks: dict[date, Day] = {}
    for day in days:
        monday = day.day - timedelta(days=day.day.weekday())
        was = weeks.get(monday, Day(monday, 0, 0))
        weeks[monday] = Day(monday, was.orders + day.orders, was.pieces + day.pieces, was.ids + day.ids)
    return tuple(weeks[monday] for monday in sorted(weeks))


def days_of(stretch: Stretch, zone: tzinfo) -> list[date]:
    """Every local day of which some part is inside."""
    first = datetime.fromtimestamp(stretch.start, zone).date()
    last = datetime.fromtimestamp(max(stretch.start, stretch.end - 1e-6), zone).date()
    return [first + timedelta(days=i) for i in range((last - first).days + 1)]


def midnight(day: date, zone: tzinfo) -> float:
    """When a local day begins, seconds UTC."""
    return datetime.combine(day, time(), tzinfo=zone).timestamp()


def ages(traces: Iterable[Trace], stretch: Stretch) -> tuple[ColumnAge, ...]:
    """The age of each card in its column at the end of the span, and 85 % of the stays that ended in the span."""
    cards: dict[str, list[Case]] = {column: [] for column in COLUMNS if column != DONE}
    past: dict[str, list[float]] = {column: [] for column in cards}
    for one in traces:
        for column, since, until in one.visits:
            if column not in cards or since > stretch.end:
                continue
            if until is None or until > stretch.end:
                cards[column].append(Case(one.id, stretch.end - since, since))
            elif until >= stretch.start and not one.dropped:
                past[column].append(until - since)
    found = []
    for column, there in cards.items():
        stays = sorted(past[column])
        line = quantile(stays, SURE) if len(stays) >= ENOUGH else None
        found.append(ColumnAge(column, tuple(sorted(there, key=lambda case: -case.value)), line, len(stays)))
    return tuple(found)


def counted(given: Iterable[Output]) -> Counted:
    """Confirmed against counted, over confirmations where something was counted."""
    both = [one for one in given if one.counted is not None]
    by_order: dict[str, Told] = {}
    for one in both:
        was = by_order[one.order][1] if one.order in by_order else 0.0
        by_order[one.order] = (one.order, was + one.good - (one.counted or 0), one.at)
    cases = listed((case for case in by_order.values() if case[1]), lambda case: -abs(case[1]))
    apart = sum(abs(one.good - (one.counted or 0)) for one in both)
    return Counted(len(both), sum(one.good for one in both), sum(one.counted or 0 for one in both), apart, cases)


def _ended(one: Trace) -> float:
    return one.finished if one.finished is not None else 0.0


def _part(part: float, whole: float, n: int) -> float | None:
    return part / whole if n >= ENOUGH and whole > 0 else None
