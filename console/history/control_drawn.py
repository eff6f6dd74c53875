"""A control chart as it is looked at: its points with the limits of their phases, and which rules they break."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from console.domain.control_charts import ChartKind, ControlChart, Grouping, Phase, Plan
from console.history.control_capability import Capability, capability
from console.history.control_limits import Learnt, Lines, NoSpread, UnequalSizes, learn, lines, spread_lines
from console.history.control_points import Points
from console.history.control_reading import Past, gather
from console.history.control_rules import RULES, broken

Bools = npt.NDArray[np.bool_]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class PhaseDrawn:
    """One phase of a chart among the points [begin, end)."""

    phase: Phase
    begin: int
    end: int
    center: float | None  # None: too little is known for limits
    sigma: float | None
    settled: bool  # else the limits are of what is seen here only, and no rule is looked at


@dataclass(frozen=True, slots=True)
class Drawn:
    """The points of a chart. `fired` by point and rule (column 0 = rule 1), `spread_fired` by point (rule 1 of the
    lower chart: its points do not lie alike about their center, and moving ranges share values with their neighbours).
    """

    chart: ControlChart
    points: Points
    main: Lines
    spread: Lines | None
    fired: Bools
    spread_fired: Bools
    phases: tuple[PhaseDrawn, ...]
    capability: Capability | None

    @property
    def out(self) -> Bools:
        """By point whether it breaks any rule."""
        return np.asarray(self.fired.any(axis=1) | self.spread_fired)

    @property
    def settled(self) -> bool:
        """Whether the newest phase has its limits."""
        return bool(self.phases) and self.phases[-1].settled

    def broken_at(self, point: int) -> tuple[int, ...]:
        """The rules that a point breaks, without those of the lower chart."""
        return tuple(rule + 1 for rule in range(RULES) if self.fired[point, rule])


def draw(past: Past, plan: Plan, start: float, end: float) -> Drawn:
    """The chart in [start, end), seconds UTC. UnequalSizes where ranges cannot be compared."""
    return judged(plan.chart, gather(past, plan, start, end))


def judged(chart: ControlChart, points: Points, provisional: bool = False) -> Drawn:
    """Points with their limits. `provisional`: rules are looked at even where limits are of these points alone."""
    count = len(points)
    main, spread = _empty_lines(points.values), _empty_lines(points.spreads) if chart.measured else None
    fired, spread_fired = np.zeros((count, RULES), bool), np.zeros(count, bool)
    phases = tuple(_phases(chart, points))
    for one in phases:
        if one.center is None or one.end == one.begin:
            continue
        part, cut = points.part(one.begin, one.end), slice(one.begin, one.end)
        drawn = lines(chart.kind, part, one.center, one.sigma)
        _fill(main, drawn, cut)
        if spread is not None and one.sigma is not None:
            _fill(spread, spread_lines(chart.kind, part, one.sigma), cut)
        if one.settled or provisional:
            fired[cut] = broken(part.values, drawn.z, part.breaks, chart.rules)
            if spread is not None and 1 in chart.rules:
                with np.errstate(invalid="ignore"):
                    over, under = spread.values[cut] > spread.upper[cut], spread.values[cut] < spread.lower[cut]
                    spread_fired[cut] = over | under
    return Drawn(chart, points, main, spread, fired, spread_fired, phases, _capable(chart, points, phases, fired))


def share_out(past: Past, plan: Plan, start: float, end: float) -> float | None:
    """Points that break a rule by all points, of phases that have limits; None where there is no point."""
    begins = plan.chart.phases[0].since.timestamp() if plan.chart.phases else start
    drawn = draw(past, plan, max(start, begins), end)
    known = np.zeros(len(drawn.points), bool)
    for one in drawn.phases:
        known[one.begin : one.end] = one.settled
    return float((drawn.out & known).sum() / known.sum()) if known.any() else None


def _phases(chart: ControlChart, points: Points) -> list[PhaseDrawn]:
    since = np.array([phase.since.timestamp() for phase in chart.phases])
    edges = np.searchsorted(points.starts, since).tolist()
    if edges:
        edges[0] = 0  # what is older was learnt from, or is looked at for comparison
    found = []
    for phase, begin, end in zip(chart.phases, edges, [*edges[1:], len(points)], strict=True):
        center, sigma = phase.center, phase.sigma
        if center is None:
            learnt = _learnt(chart, points.part(begin, end))
            center, sigma = (learnt.center, learnt.sigma) if learnt else (None, None)
        found.append(PhaseDrawn(phase, begin, end, center, sigma, phase.settled))
    return found


def _learnt(chart: ControlChart, points: Points) -> Learnt | None:
    try:
        return learn(chart.kind, points)
    except NoSpread:
        return None


def _empty_lines(values: npt.NDArray[np.float64]) -> Lines:
    return Lines(values, *(np.full(len(values), np.nan) for _ in range(4)))


def _fill(whole: Lines, part: Lines, cut: slice) -> None:
    for into, of in zip(whole[1:], part[1:], strict=True):
        into[cut] = of


def _capable(chart: ControlChart, points: Points, phases: tuple[PhaseDrawn, ...], fired: Bools) -> Capability | None:
    if not chart.measured or not phases or phases[-1].sigma is None:
        return None
    last = phases[-1]
    part = points.part(last.begin, last.end)
    calm = not fired[last.begin : last.end].any()
    found = capability(chart.kind, part, last.sigma or 0.0, chart.lower, chart.upper, calm)
    if found is not None and chart.kind is ChartKind.I_MR and chart.grouping is not Grouping.EACH:
        return found._replace(warnings=(*found.warnings, "averages"))
    return found


__all__ = ["Drawn", "PhaseDrawn", "UnequalSizes", "draw", "judged", "share_out"]
