"""How fairly the rounds of a plan fell: how often each place and person came, and how many were made in time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from console.domain.audit_plans import AuditPlan, Decision, Stand, Standing, kept_share, rounds, standings
from console.domain.checklists import Run
from console.domain.desk import ReadDesk

DAYS = 180  # that are looked back upon
MADE = frozenset({Stand.DONE, Stand.LATE})


@dataclass(frozen=True, slots=True)
class Came:
    """How often a place or a person came, made it, and made it in time."""

    id: str  # "" = rounds of nobody in particular
    came: int
    made: int
    in_time: int


@dataclass(frozen=True, slots=True)
class Fairness:
    """Of the rounds of one plan that were due since a day."""

    since: date
    places: tuple[Came, ...]  # all of the plan, those that came most often first
    people: tuple[Came, ...]
    kept: float | None  # share that was made in time, 0..1; None: none was due

    @property
    def due(self) -> int:
        """How many rounds were due."""
        return sum(one.came for one in self.places)


def fairness(plan: AuditPlan, now: datetime, days: int = DAYS) -> Callable[[ReadDesk], Fairness]:
    """Of the rounds that were due in the last days, up to now."""

    def ask(desk: ReadDesk) -> Fairness:
        since = max(plan.since, (now - timedelta(days=days)).date())
        asked = [one for one in rounds(plan, since, now.date()) if one.due <= now]
        ids = {one.id for one in asked}
        begun = now - timedelta(days=days + 31)
        runs = [run for run in desk.find(Run, ("begun", ">=", begun)) if run.plan in ids]
        found = standings(asked, runs, desk.find(Decision, plan=plan.id), now)
        places = _counted(plan.places, ((one.round.place, one) for one in found))
        people = _counted(plan.people, ((one.round.person, one) for one in found))
        return Fairness(since, places, people, kept_share(found))

    return ask


def _counted(known: Sequence[str], found: Iterable[tuple[str, Standing]]) -> tuple[Came, ...]:
    by_id: dict[str, list[Standing]] = {id: [] for id in known}
    for id, one in found:
        by_id.setdefault(id, []).append(one)
    counts = [
        Came(
            id, len(several), sum(one.stand in MADE for one in several), sum(one.stand is Stand.DONE for one in several)
        )
        for id, several in by_id.items()
    ]
    return tuple(sorted(counts, key=lambda one: -one.came))
