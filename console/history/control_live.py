"""The newest points of a chart, again and again: what is judged live is what anybody finds who reads it later."""

from __future__ import annotations

from dataclasses import dataclass

from console.domain.control_charts import Grouping, Plan, learn_points
from console.history.control_drawn import Drawn, judged
from console.history.control_limits import Learnt, NoSpread, UnequalSizes, learn
from console.history.control_points import Points
from console.history.control_reading import Past, gather

SPANS = (3600.0, 8 * 3600.0, 86400.0, 7 * 86400.0, 31 * 86400.0)  # seconds that are looked back until enough is found
KEEP = 60  # points that are read each time: four times what the longest rule wants
FIRST = 200  # points that are looked for at first, for the beginning of what lasts
LONGEST_RULE = 15  # points that a rule wants at most
FEWEST_LEARNT = 8  # points that a stretch chosen for learning must have


@dataclass(frozen=True, slots=True)
class Looked:
    """What a look found: the chart as it stands, from where to read next, and what limits were learnt just now."""

    drawn: Drawn
    anchor: float | None
    learnt: Learnt | None = None
    learnt_so_far: int = 0  # points of a phase that still learns


def look(past: Past, plan: Plan, anchor: float | None, now: float) -> Looked:
    """The newest points of the last phase up to `now`, seconds UTC; `anchor` from the look before."""
    phase = plan.chart.phase
    assert phase is not None
    since = phase.since.timestamp()
    if not phase.settled:
        learnt, points = _learning(past, plan, now)
        return Looked(
            judged(plan.chart, points.part(max(0, len(points) - FIRST), len(points))), None, learnt, len(points)
        )
    points = gather(past, plan, anchor, now, aligned=True) if anchor is not None else _first(past, plan, since, now)
    following = float(points.starts[-KEEP]) if len(points) > KEEP else float(points.starts[0]) if len(points) else None
    if plan.chart.grouping is Grouping.TIME and following is not None:
        following = following // plan.chart.size * plan.chart.size
    return Looked(judged(plan.chart, points), following)


def _first(past: Past, plan: Plan, since: float, now: float) -> Points:
    """So many points that what lasts is seen from its beginning, as far as it is kept."""
    chart = plan.chart
    spans = (FIRST * chart.size, *SPANS) if chart.grouping is Grouping.TIME else SPANS
    points = gather(past, plan, max(since, now - spans[0]), now)
    for before, span in zip(spans, spans[1:], strict=False):
        if now - before <= since or (len(points) >= FIRST and not _lasts(judged(chart, points))):
            break
        if span > before:
            points = gather(past, plan, max(since, now - span), now)
    return points


def _lasts(drawn: Drawn) -> bool:
    """Whether what is broken now may have been broken before the first of these points."""
    return bool(drawn.out[LONGEST_RULE:].all())


def _learning(past: Past, plan: Plan, now: float) -> tuple[Learnt | None, Points]:
    """What a phase can learn by now, and the points that it has seen."""
    chart, phase = plan.chart, plan.chart.phases[-1]
    start = phase.learns_from.timestamp()
    until = phase.learn_until.timestamp() if phase.learn_until else None
    points = gather(past, plan, start, now if until is None else min(now, until))
    wanted = learn_points(chart.kind) if until is None else FEWEST_LEARNT
    over = until is None or now >= until
    if not over or len(points) < wanted:
        return None, points
    try:
        return learn(chart.kind, points.part(0, wanted) if until is None else points), points
    except (NoSpread, UnequalSizes):
        return None, points


__all__ = ["FIRST", "KEEP", "Looked", "look"]
