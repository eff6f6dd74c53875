"""What may be done with control charts: each move gives the chart as it is then, or says why it cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from math import isfinite

from console.domain.control_charts import COUNTED_RULES, EVERY_RULE, ChartKind, ControlChart, Grouping, Phase
from console.domain.control_refusals import (
    ChartNotOfPlace,
    ChartOff,
    GroupingNotForKind,
    PhaseNeedsReason,
    PhaseOutOfOrder,
    PiecesUnknown,
    RangesNeedCount,
    RuleNotForKind,
    SigmaNeeded,
    SizeOutside,
    SpecsNotForCounts,
    SpecsOutOfOrder,
)
from console.domain.people import NAME_MOST, plain_text

MOST_IN_GROUP = 25  # readings of a group whose range is looked at: the tables of constants end there
MOST_READINGS = 10_000
LONGEST = 7 * 86400.0
REASON_MOST = 500


def checked_chart(chart: ControlChart, now: datetime) -> ControlChart:
    """The chart with plain names, rules in order and at least one phase; a refusal where it can be no chart."""
    if not chart.signal.rpartition(":")[2].startswith(f"{chart.place}/"):
        raise ChartNotOfPlace(signal=chart.signal, place=chart.place)
    _check_grouping(chart)
    _check_rules(chart)
    _check_specs(chart)
    phases = chart.phases or (Phase(now),)
    for before, phase in zip((None, *phases), phases, strict=False):
        _check_phase(phase, before, now, chart)
    name = plain_text(chart.name, "name", NAME_MOST)
    return replace(chart, name=name, rules=tuple(sorted(set(chart.rules))), phases=phases)


def begin_phase(chart: ControlChart, phase: Phase, now: datetime) -> ControlChart:
    """From `phase.since` on other limits hold; who wants them says why."""
    if not chart.active:
        raise ChartOff(chart=chart.id)
    if not phase.reason.strip():
        raise PhaseNeedsReason(chart=chart.id)
    told = replace(phase, reason=plain_text(phase.reason, "reason", REASON_MOST))
    return checked_chart(replace(chart, phases=(*chart.phases, told)), now)


def settle_phase(chart: ControlChart, since: datetime, center: float, sigma: float | None, points: int) -> ControlChart:
    """A phase has learnt its limits; the first that said so is right, as every console learns from what it heard."""
    phases = tuple(
        replace(phase, center=center, sigma=sigma, points=points)
        if phase.since == since and not phase.settled
        else phase
        for phase in chart.phases
    )
    return replace(chart, phases=phases)


def relearnt(before: ControlChart, after: ControlChart) -> ControlChart:
    """A changed chart: where other points come of the same readings, its last phase learns its limits anew."""
    same = (before.kind, before.signal, before.grouping, before.size, before.of, before.running_only)
    if same == (after.kind, after.signal, after.grouping, after.size, after.of, after.running_only):
        return replace(after, phases=before.phases)
    last = before.phases[-1]
    if last.points or not last.settled:
        last = replace(last, center=None, sigma=None, points=0)
    return replace(after, phases=(last,))


def _check_grouping(chart: ControlChart) -> None:
    kind, grouping = chart.kind, chart.grouping
    if kind is ChartKind.XBAR_R and grouping is not Grouping.COUNT:
        raise RangesNeedCount(kind=kind.value)
    if kind is ChartKind.XBAR_S and grouping is Grouping.EACH:
        raise GroupingNotForKind(kind=kind.value, grouping=grouping.value)
    if not chart.measured:
        _check_counting(chart)
    least, most = _sizes(chart)
    if most and not least <= chart.size <= most:
        raise SizeOutside(size=chart.size, least=least, most=most)
    if grouping is Grouping.COUNT and chart.size != int(chart.size):
        raise SizeOutside(size=chart.size, least=least, most=most)


def _check_counting(chart: ControlChart) -> None:
    kind, grouping = chart.kind, chart.grouping
    if not chart.counts_on and grouping is not Grouping.EACH:
        raise GroupingNotForKind(kind=kind.value, grouping=grouping.value)
    if chart.counts_on and grouping is Grouping.EACH:
        raise GroupingNotForKind(kind=kind.value, grouping=grouping.value)
    if chart.counts_on and kind is ChartKind.C and grouping is Grouping.COUNT and not chart.of:
        raise PiecesUnknown(kind=kind.value)
    if chart.counts_on and kind is not ChartKind.C and not chart.of:
        raise PiecesUnknown(kind=kind.value)
    if chart.counts_on and kind is ChartKind.NP and grouping is not Grouping.COUNT:
        raise GroupingNotForKind(kind=kind.value, grouping=grouping.value)


def _sizes(chart: ControlChart) -> tuple[float, float]:
    """The least and the greatest size; 0, 0 where none is asked for."""
    if chart.grouping is Grouping.TIME:
        return 1.0, LONGEST
    if chart.grouping is Grouping.COUNT:
        most = MOST_IN_GROUP if chart.kind is ChartKind.XBAR_R else MOST_READINGS
        return 2, most
    if chart.grouping is Grouping.EACH and chart.kind in (ChartKind.P, ChartKind.NP, ChartKind.U):
        return 1, 1_000_000
    return 0, 0


def _check_rules(chart: ControlChart) -> None:
    known = EVERY_RULE if chart.measured else COUNTED_RULES
    for rule in chart.rules:
        if rule not in known:
            raise RuleNotForKind(rule=rule, kind=chart.kind.value)


def _check_specs(chart: ControlChart) -> None:
    told = [limit for limit in (chart.lower, chart.target, chart.upper) if limit is not None]
    if told and not chart.measured:
        raise SpecsNotForCounts(kind=chart.kind.value)
    rises = all(a < b for a, b in zip(told, told[1:], strict=False))
    if not rises or not all(isfinite(limit) for limit in told):
        raise SpecsOutOfOrder(lower=chart.lower, upper=chart.upper)


def _check_phase(phase: Phase, before: Phase | None, now: datetime, chart: ControlChart) -> None:
    late = phase.since > now or (before is not None and phase.since <= before.since)
    empty = phase.learn_until is not None and phase.learn_until <= phase.learns_from
    if late or empty:
        raise PhaseOutOfOrder(since=phase.since)
    if phase.center is None:
        return
    wants = chart.measured and not (phase.sigma is not None and isfinite(phase.sigma) and phase.sigma > 0)
    if wants or not isfinite(phase.center):
        raise SigmaNeeded(sigma=phase.sigma)
