"""How often early warnings were right: those that a stop followed, false ones, how long before, and by chance alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from console.domain.responses import ENOUGH, quantile
from console.domain.stops import Stop
from console.domain.warning_rules import EarlyWarning, Judged, Sign, WarningRule

HORIZON = 3600.0  # seconds in which a stop must follow, where the rule says none


class Verdict(StrEnum):
    """What became of a warning."""

    BEFORE_STOP = "before_stop"  # a stop began at its place within the horizon
    ANSWERED = "answered"  # no stop followed, but its call was not rejected, or somebody judged it right
    FALSE = "false"  # somebody judged it false; or no stop, no call and nobody who judged it right
    WAITING = "waiting"  # its horizon is not over


@dataclass(frozen=True, slots=True)
class Outcome:
    """One warning and what became of it; `lead`: seconds until the stop."""

    warning: EarlyWarning
    verdict: Verdict
    lead: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the warnings of a sign or a rule. Those that wait are counted apart."""

    key: str
    warnings: int  # of which it is known what became
    before_stop: int
    answered: int
    false: int
    waiting: int
    lead: float | None  # median, seconds; None: fewer than ENOUGH stops

    @property
    def before_stop_share(self) -> float | None:
        """Share that a stop followed; None: too few warnings."""
        return self.before_stop / self.warnings if self.warnings >= ENOUGH else None

    @property
    def false_share(self) -> float | None:
        """Share that was false; None: too few warnings."""
        return self.false / self.warnings if self.warnings >= ENOUGH else None


def outcomes(
    warnings: Iterable[EarlyWarning],
    stops: Iterable[Stop],
    rules: Mapping[str, WarningRule],
    now: datetime,
    rejected: Collection[str] = (),
) -> list[Outcome]:
    """What became of each warning. `stops`: up to a horizon after the last of them; `rejected`: calls that were none.

    A stop that had begun before the warning is none that it warned of, and one that was merged into another counts
    with that. A warning at a line is followed by stops of its stations. What somebody said weighs more than chance.
    """
    begins = _begins(stops)
    return [_outcome(one, begins, _horizon(rules.get(one.rule)), now, rejected) for one in warnings]


def tallies(found: Iterable[Outcome], key: Callable[[EarlyWarning], str]) -> list[Tally]:
    """Outcomes by `key`, `by_sign` or `by_rule`; the most warnings first."""
    groups: dict[str, list[Outcome]] = {}
    for one in found:
        groups.setdefault(key(one.warning), []).append(one)
    return sorted((_tally(name, group) for name, group in groups.items()), key=lambda one: (-one.warnings, one.key))


def by_sign(warning: EarlyWarning) -> str:
    """Key of a warning's sign."""
    return warning.sign.value


def by_rule(warning: EarlyWarning) -> str:
    """Key of a warning's rule."""
    return warning.rule


def stops_warned(
    stops: Sequence[Stop], warnings: Iterable[EarlyWarning], rules: Mapping[str, WarningRule]
) -> tuple[int, int]:
    """How many stops a warning at their place preceded within its horizon, and how many stops there were."""
    counted = [stop for stop in stops if not stop.merged_into]
    told = list(warnings)
    return sum(any(_precedes(one, stop, rules) for one in told) for stop in counted), len(counted)


def by_chance(stops: Iterable[Stop], place: str, since: datetime, until: datetime, horizon: float = HORIZON) -> float:
    """Share of [since, until) in which a stop at `place` follows within `horizon`: what warnings by chance would reach.

    A share of warnings before stops that is no higher than this says nothing for the rule.
    """
    ahead = timedelta(seconds=horizon)
    spans = [(max(since, at - ahead), min(until, at)) for at in _begins(stops).get(place, [])]
    whole = (until - since).total_seconds()
    return _seconds(spans) / whole if whole > 0 else 0.0


def out_of_control_time(
    warnings: Iterable[EarlyWarning], since: datetime, until: datetime, watched: float
) -> float | None:
    """Share of `watched` seconds of [since, until) in which a control chart broke a rule; None: nothing was watched.

    Charts that are out of control at once count once: give the warnings of one place or of one signal at a time.
    """
    charts = [one for one in warnings if one.sign is Sign.CONTROL]
    spans = [(max(since, one.began), min(until, one.ended or until)) for one in charts]
    return min(1.0, _seconds(spans) / watched) if watched > 0 else None


def _outcome(
    one: EarlyWarning, begins: Mapping[str, list[datetime]], horizon: float, now: datetime, rejected: Collection[str]
) -> Outcome:
    at = begins.get(one.place, [])
    place = bisect_left(at, one.began)
    lead = (at[place] - one.began).total_seconds() if place < len(at) else None
    if lead is not None and lead > horizon:
        lead = None
    if one.judged is Judged.FALSE:
        return Outcome(one, Verdict.FALSE)
    if lead is not None:
        return Outcome(one, Verdict.BEFORE_STOP, lead)
    if one.judged is Judged.RIGHT or (one.call and one.call not in rejected):
        return Outcome(one, Verdict.ANSWERED)
    waits = (now - one.began).total_seconds() < horizon
    return Outcome(one, Verdict.WAITING if waits else Verdict.FALSE)


def _tally(key: str, found: Sequence[Outcome]) -> Tally:
    count = {verdict: sum(one.verdict is verdict for one in found) for verdict in Verdict}
    leads = sorted(one.lead for one in found if one.lead is not None)
    waiting = count[Verdict.WAITING]
    return Tally(
        key,
        len(found) - waiting,
        count[Verdict.BEFORE_STOP],
        count[Verdict.ANSWERED],
        count[Verdict.FALSE],
        waiting,
        quantile(leads, 0.5) if len(leads) >= ENOUGH else None,
    )


def _horizon(rule: WarningRule | None) -> float:
    return rule.horizon if rule is not None and rule.horizon > 0 else HORIZON


def _begins(stops: Iterable[Stop]) -> dict[str, list[datetime]]:
    """When stops began, by station and by line."""
    found: dict[str, list[datetime]] = {}
    for stop in sorted(stops, key=lambda stop: stop.since):
        if not stop.merged_into:
            for place in {stop.place, stop.line} - {""}:
                found.setdefault(place, []).append(stop.since)
    return found


def _precedes(one: EarlyWarning, stop: Stop, rules: Mapping[str, WarningRule]) -> bool:
    lead = (stop.since - one.began).total_seconds()
    return one.place in (stop.place, stop.line) and 0 <= lead <= _horizon(rules.get(one.rule))


def _seconds(spans: Iterable[tuple[datetime, datetime]]) -> float:
    """How long at least one of them lasts."""
    total, reached = 0.0, None
    for begin, end in sorted(spans):
        begin = begin if reached is None else max(begin, reached)
        if end > begin:
            total += (end - begin).total_seconds()
            reached = end
    return total
