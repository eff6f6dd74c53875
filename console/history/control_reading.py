"""Readings of the history as points of a control chart.

Left out: bad and retained values, what is no number, and, where the chart wants it, what was
read while the station did not run. A gap of the readings ends a run, and so does the beginning of a phase; a group
reaches over neither, nor over a time in which the station stood still. Groups of so many readings begin anew at each
midnight UTC after a day with many readings, so that whoever looks, whenever, finds the same groups.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

import numpy as np
import numpy.typing as npt

from console.domain.control_charts import ChartKind, ControlChart, Counting, Grouping, Plan, last_part
from console.history.control_points import Points, averages, counts, individuals, nothing, subgroups
from console.history.facts import BAD, RETAINED, UNKNOWN

if TYPE_CHECKING:
    from console.domain.readings import Reading
    from console.history.facts import State, Window

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Side = Literal["left", "right"]

DAY = 86400.0
MANY = 50  # groups of a day after which the next day's groups begin anew
BACK = 60  # days at most that are looked back for the beginning of a group
RAN = 0.5  # share of a stretch that the station must have run for what it counted then to be compared


class Past(Protocol):
    """What is asked of the history; `console.app.trends.Past` is one."""

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """A signal in [start, end)."""

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held."""

    def last(self, signal: str, before: float | None = None) -> Reading | None:
        """The newest reading before a time."""


def gather(past: Past, plan: Plan, start: float, end: float, aligned: bool = False) -> Points:
    """The whole groups of [start, end), seconds UTC; `aligned`: a group begins at `start`, as was found before."""
    chart = plan.chart
    if chart.counts_on:
        return _within_phases(_counted(past, plan, start, end, aligned), chart)
    begin = start if aligned else _begin(past, chart, start)
    times, values, gap, run = _samples(past, plan, begin, end)
    if chart.measured and chart.grouping is not Grouping.EACH:
        found = _measured(past, plan, times, values, gap, run, end)
    elif chart.measured:
        found = individuals(times, values, _steps(gap))
    else:
        sizes = np.full(len(times), chart.size or 1.0)
        found = counts(times, times, values, sizes, _steps(gap), chart.kind in (ChartKind.P, ChartKind.U))
    found = _within_phases(found, chart)
    return found.part(int(np.searchsorted(found.starts, start)), len(found)) if begin < start else found


def _begin(past: Past, chart: ControlChart, start: float) -> float:
    """From where readings are wanted so that groups are those that anybody finds."""
    if chart.grouping is Grouping.COUNT:
        return _anchor(past, chart, start)
    return start // chart.size * chart.size if chart.grouping is Grouping.TIME else start


# Samples


def _samples(past: Past, plan: Plan, start: float, end: float) -> tuple[Floats, Floats, Ints, Ints]:
    """Times and values that count; after how many gaps, and in which running stretch each of them lies."""
    window = past.window(plan.chart.signal, start, end, None)
    times, values = window.times, window.values
    keep = np.isfinite(values)
    if window.qualities is not None:
        keep &= _vouched(window.qualities)
    run = np.zeros(len(times), np.int64)
    ran = _running(past, plan, start, end)
    if ran is not None:
        run = np.searchsorted(ran[:, 0], times, "right") - 1
        inside = run >= 0
        inside[inside] = times[inside] < ran[run[inside], 1]
        keep &= inside
    gap = np.searchsorted(window.gaps[:, 1], times, "right")
    return times[keep], values[keep], gap[keep], run[keep]


def _vouched(qualities: npt.NDArray[np.uint8]) -> Bools:
    """What is not bad, and was heard as news; a sender that tells no quality is believed."""
    return np.asarray(((qualities & UNKNOWN) != BAD) & ((qualities & RETAINED) == 0))


def _running(past: Past, plan: Plan, start: float, end: float) -> Floats | None:
    """Pairs of times between which the station ran; None: that is not asked, or nobody ever told."""
    if not plan.chart.running_only:
        return None
    states = past.states(f"{plan.near}/state", start, end)
    if all(state.value is None for state in states):
        return None
    found = [(state.since, state.until) for state in states if state.value == "running"]
    return np.array(found, np.float64).reshape(-1, 2)


def _steps(ids: Ints) -> Bools:
    """Whether each differs from the one before."""
    found = np.zeros(len(ids), bool)
    found[1:] = ids[1:] != ids[:-1]
    return found


# Groups of measured values


def _measured(past: Past, plan: Plan, times: Floats, values: Floats, gap: Ints, run: Ints, end: float) -> Points:
    chart = plan.chart
    labels: tuple[str, ...] = ()
    if chart.grouping is Grouping.COUNT:
        group = _by_count(past, chart, times, gap, run)
    elif chart.grouping is Grouping.TIME:
        group = _by_time(times, gap, chart.size, end)
    else:
        group, labels = _by_unit(past, plan, times, gap, end)
    least = 2 if chart.kind is ChartKind.XBAR_S else 1
    kept, names = _dense(group, least)
    inside = kept >= 0
    times, values, gap, kept = times[inside], values[inside], gap[inside], kept[inside]
    first = np.flatnonzero(np.diff(kept, prepend=-1))
    told = tuple(labels[i] for i in names.tolist()) if labels else ()
    points = subgroups(times, values, kept, _steps(gap[first]), chart.kind is ChartKind.XBAR_R, told)
    return averages(points) if chart.kind is ChartKind.I_MR else points


def _dense(group: Ints, least: int) -> tuple[Ints, Ints]:
    """Groups numbered 0, 1, 2 …, those with fewer than `least` readings and -1 left out as -1; and what they were."""
    if not len(group):
        return group, group
    names, inverse, count = np.unique(group, return_inverse=True, return_counts=True)
    whole = (names >= 0) & (count >= least)
    number = np.where(whole, np.cumsum(whole) - 1, -1)
    return number[inverse].astype(np.int64), names[whole]


def _by_count(past: Past, chart: ControlChart, times: Floats, gap: Ints, run: Ints) -> Ints:
    """Whole groups of so many readings that nothing came between; -1: left over."""
    size = int(chart.size)
    group = np.full(len(times), -1, np.int64)
    if not len(times):
        return group
    fresh = _steps(gap) | _steps(run)
    for edge in _resets(past, chart, float(times[0]), float(times[-1])):
        at = int(np.searchsorted(times, edge))
        if 0 < at < len(times):
            fresh[at] = True
    edges = [0, *np.flatnonzero(fresh).tolist(), len(times)]
    number = 0
    for begin, end in zip(edges, edges[1:], strict=False):
        whole = (end - begin) // size
        group[begin : begin + whole * size] = number + np.repeat(np.arange(whole), size)
        number += whole
    return group


def _resets(past: Past, chart: ControlChart, start: float, end: float) -> list[float]:
    """Times between at which groups begin anew: phases, and midnights after a day with many readings."""
    found = [phase.since.timestamp() for phase in chart.phases if start < phase.since.timestamp() <= end]
    midnight = (start // DAY + 1) * DAY
    while midnight <= end:
        if _busy(past, chart, midnight):
            found.append(midnight)
        midnight += DAY
    return found


def _busy(past: Past, chart: ControlChart, midnight: float) -> bool:
    """Whether the day before was full of readings."""
    day = past.window(chart.signal, midnight - DAY, midnight, 24)
    count = len(day) if day.counts is None else int(day.counts.sum())
    return count >= MANY * chart.size


def _anchor(past: Past, chart: ControlChart, start: float) -> float:
    """A time not after `start` at which a group begins."""
    phases = [phase.since.timestamp() for phase in chart.phases if phase.since.timestamp() <= start]
    floor = phases[-1] if phases else -np.inf
    midnight = start // DAY * DAY
    for _ in range(BACK):
        if midnight <= floor or _busy(past, chart, midnight):
            break
        midnight -= DAY
    return float(max(midnight, floor))


def _by_time(times: Floats, gap: Ints, size: float, end: float) -> Ints:
    """Stretches of so many seconds that are over; one that a gap cuts is two."""
    if not len(times):
        return np.empty(0, np.int64)
    bucket = np.floor(times / size)
    group = np.cumsum((np.diff(bucket, prepend=bucket[0]) != 0) | _steps(gap)).astype(np.int64)
    group[(bucket + 1) * size > end] = -1
    return group


def _by_unit(past: Past, plan: Plan, times: Floats, gap: Ints, end: float) -> tuple[Ints, tuple[str, ...]]:
    """Stretches in which one unit was in the station, those whose beginning and end were seen."""
    if not len(times):
        return np.empty(0, np.int64), ()
    stretches = unit_stretches(past, plan, float(times[0]) - 1.0, end)
    begins = np.array([since for since, _, _ in stretches])
    ends = np.array([until for _, until, _ in stretches])
    if not len(stretches):
        return np.full(len(times), -1, np.int64), ()
    at = np.searchsorted(begins, times, "right") - 1
    inside = at >= 0
    inside[inside] = times[inside] < ends[at[inside]]
    return np.where(inside, at, -1).astype(np.int64), tuple(label for _, _, label in stretches)


def unit_stretches(past: Past, plan: Plan, start: float, end: float) -> list[tuple[float, float, str]]:
    """From when to when which unit was there; orders where no unit is told."""
    for name in ("unit", "order"):
        states = past.states(f"{plan.near}/{name}", start, end)
        if any(state.value for state in states):
            whole = [state for state in states if state.value and state.since > start and state.until < end]
            return [(state.since, state.until, str(state.value)) for state in whole]
    return []


# Counts


def _counted(past: Past, plan: Plan, start: float, end: float, aligned: bool) -> Points:
    """Increments of counters by time, by pieces or by unit."""
    chart = plan.chart
    if chart.grouping is Grouping.COUNT and chart.phases and not aligned:
        since = [phase.since.timestamp() for phase in chart.phases if phase.since.timestamp() <= start]
        start = since[-1] if since else start
    bad_at, bad, gaps = _increments(past, plan, chart.signal, start, end)
    of_at, made = bad_at, bad
    if chart.of:
        of_at, made, _ = _increments(past, plan, chart.of, start, end)
        if last_part(chart.of) == "good":
            of_at, made = np.concatenate((of_at, bad_at)), np.concatenate((made, bad))
            order = np.argsort(of_at, kind="stable")
            of_at, made = of_at[order], made[order]
    stretches, labels = _stretches(past, plan, of_at, made, start, end)
    begins, ends = stretches[:, 0], stretches[:, 1]
    side: Side = "right" if chart.grouping is Grouping.COUNT else "left"  # the last piece of a group ends it
    counted = _between(bad_at, bad, begins, ends, side)
    sizes = _between(of_at, made, begins, ends, side) if chart.of else np.ones(len(begins))
    keep = sizes > 0
    if not chart.of:
        keep &= _ran(past, plan, begins, ends, start, end)
    for since, until in gaps.tolist():
        keep &= ~((begins < until) & (ends > since))
    breaks = np.zeros(len(begins), bool)
    breaks[1:] = ~keep[:-1] if chart.grouping is Grouping.TIME and not chart.of else False
    shares = chart.kind in (ChartKind.P, ChartKind.U) and bool(chart.of)
    told = [label for label, kept in zip(labels, keep.tolist(), strict=True) if kept] if labels else ()
    after = np.searchsorted(gaps[:, 1], begins[keep], "right") if len(gaps) else np.zeros(int(keep.sum()), np.int64)
    return counts(begins[keep], ends[keep], counted[keep], sizes[keep], breaks[keep] | _steps(after), shares, told)


def _increments(past: Past, plan: Plan, signal: str, start: float, end: float) -> tuple[Floats, Floats, Floats]:
    """When a counter went on by how much, and the gaps."""
    window = past.window(signal, start, end, None)
    keep = np.isfinite(window.values)
    if window.qualities is not None:
        keep &= _vouched(window.qualities)
    times, values = window.times[keep], window.values[keep]
    how = plan.counters.get(signal, Counting())
    if how.pulse:
        return times, values, window.gaps
    before = past.last(signal, start)
    first = before.value if before is not None and isinstance(before.value, int | float) else np.nan
    steps = np.diff(values, prepend=float(first))
    steps[np.isnan(steps)] = 0.0  # what it stood at when it was first heard was counted before
    back = steps < 0
    steps[back] = steps[back] + how.rollover if how.rollover else values[back]  # rolled over, or began again at 0
    if plan.chart.grouping is Grouping.COUNT:
        fresh = times > start  # what came at `start` belongs to the group that ended there
        times, steps = times[fresh], steps[fresh]
    return times, steps, window.gaps


def _stretches(
    past: Past, plan: Plan, of_at: Floats, made: Floats, start: float, end: float
) -> tuple[Floats, tuple[str, ...]]:
    chart = plan.chart
    if chart.grouping is Grouping.TIME:
        edges = np.arange(np.ceil(start / chart.size), np.floor(end / chart.size) + 1) * chart.size
        return np.column_stack((edges[:-1], edges[1:])) if len(edges) > 1 else np.empty((0, 2)), ()
    if chart.grouping is Grouping.UNIT:
        found = unit_stretches(past, plan, start, end)
        pairs = np.array([(since, until) for since, until, _ in found], np.float64).reshape(-1, 2)
        return pairs, tuple(label for _, _, label in found)
    total = np.cumsum(made)
    wholes = np.arange(1, np.floor(total[-1] / chart.size) + 1) if len(total) else np.empty(0)
    ends = of_at[np.searchsorted(total, wholes * chart.size)]
    return np.column_stack((np.append(start, ends[:-1]), ends)) if len(ends) else np.empty((0, 2)), ()


def _between(at: Floats, steps: Floats, begins: Floats, ends: Floats, side: Side) -> Floats:
    """The sum of what came in each (begin, end] ("right") or [begin, end) ("left")."""
    total = np.concatenate(([0.0], np.cumsum(steps)))
    low, high = np.searchsorted(at, begins, side), np.searchsorted(at, ends, side)
    return np.asarray(total[high] - total[low])


def _ran(past: Past, plan: Plan, begins: Floats, ends: Floats, start: float, end: float) -> Bools:
    """Whether the station ran for long enough in each stretch."""
    ran = _running(past, plan, start, end)
    if ran is None:
        return np.ones(len(begins), bool)
    inside = np.zeros(len(begins))
    for since, until in ran.tolist():
        inside += np.clip(np.minimum(ends, until) - np.maximum(begins, since), 0.0, None)
    return np.asarray(inside >= RAN * (ends - begins))


# Phases


def _within_phases(points: Points, chart: ControlChart) -> Points:
    """Without groups that reach over the beginning of a phase; the first of each begins a run."""
    if not len(points):
        return nothing()
    since = [phase.since.timestamp() for phase in chart.phases]
    keep = np.ones(len(points), bool)
    for at in since:
        keep &= ~((points.starts < at) & (points.times > at))
    if not keep.all():
        points = _chosen(points, keep)
    fresh = points.breaks | _steps(np.searchsorted(np.array(since), points.starts, "right"))
    fresh[0] = True  # it follows upon nothing
    spreads = points.spreads.copy()
    if chart.kind is ChartKind.I_MR:
        spreads[fresh] = np.nan
    return Points(
        points.starts,
        points.times,
        points.values,
        spreads,
        points.sizes,
        fresh,
        points.singles,
        points.owner,
        points.labels,
    )


def _chosen(points: Points, keep: Bools) -> Points:
    number = np.cumsum(keep) - 1
    inside = keep[points.owner] if len(points.owner) else np.empty(0, bool)
    return Points(
        points.starts[keep],
        points.times[keep],
        points.values[keep],
        points.spreads[keep],
        points.sizes[keep],
        points.breaks[keep],
        points.singles[inside],
        number[points.owner[inside]],
        tuple(label for label, kept in zip(points.labels, keep.tolist(), strict=False) if kept),
    )


__all__ = ["Past", "gather", "unit_stretches"]
