"""Plans of rounds: which area is looked at when and by whom, drawn fairly, and what becomes of a round that is missed.

A plan is a rule; what it asks for follows from it by computation, so every console finds the same rounds and nothing
has to be made in advance. Places of a sample are dealt like cards: every place comes once before any comes twice.
Whoever looks is dealt in turn, so that in the long run everybody sees every place.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import count
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from console.domain.checklists import Going, Run
from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.people import NAME_MOST, plain_text

PLACES_MOST, PEOPLE_MOST, EVERY_MOST, GRACE_MOST, REASON_MOST = 200, 100, 90, 720, 500
YEARS = range(2000, 2200)  # in which a plan may begin
MOVED_MOST = timedelta(days=90)  # a round is moved at most so far ahead
AHEAD = timedelta(days=14)  # rounds are shown, and may be begun, so long before they are due


class Rhythm(StrEnum):
    """What a plan counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


class PlanUnfit(Refusal):
    """A plan of rounds cannot be so. facts: field."""

    code = "audit_plan_unfit"


class RoundNotMissed(Refusal):
    """There is nothing to decide: the round is not over time, or was made. facts: round."""

    code = "round_not_missed"


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """Every so many days, weeks or months, from `since` on, at `by` on the plant's clock."""

    id: str
    name: str
    template: str
    places: tuple[str, ...]
    people: tuple[str, ...]  # who look in turn; () = whoever has the right
    since: date
    zone: str  # IANA name of the plant's clock
    rhythm: Rhythm = Rhythm.WEEK
    every: int = 1
    weekday: int = 0  # of WEEK: 0 = Monday
    by: int = 12 * 60  # minutes after midnight: the round is due then
    sample: int = 0  # so many places each time, drawn; 0 = all of them
    grace: int = 0  # hours after which a round that was not made is missed
    until: date | None = None
    active: bool = True


@dataclass(frozen=True, slots=True)
class Round:
    """One round that a plan asks for. `id` is the same at every console."""

    id: str
    plan: str
    template: str
    place: str
    person: str  # "" = whoever has the right
    due: datetime
    missed_at: datetime  # when it counts as missed


class Decided(StrEnum):
    """What was decided about a round that was missed."""

    APPROVED = "approved"  # it is not made up for
    MOVED = "moved"  # to another day


@dataclass(frozen=True, slots=True)
class Decision:
    """`id` is that of the round."""

    id: str
    plan: str
    place: str
    what: Decided
    why: str
    at: datetime
    who: str
    due: datetime | None = None  # of MOVED


class Stand(StrEnum):
    """How a round stands."""

    AHEAD = "ahead"
    OPEN = "open"  # somebody has begun it
    OVERDUE = "overdue"
    MISSED = "missed"  # a decision is wanted
    DONE = "done"
    LATE = "late"  # made after it was due
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class Standing:
    """A round with what became of it; `due` is that of the decision where it was moved."""

    round: Round
    stand: Stand
    due: datetime
    run: Run | None = None
    decision: Decision | None = None


def checked_plan(plan: AuditPlan) -> AuditPlan:
    """The plan; PlanUnfit names the field."""
    name = plain_text(plan.name, "name", NAME_MOST)
    tests = (
        ("places", 0 < len(plan.places) <= PLACES_MOST and len(set(plan.places)) == len(plan.places)),
        ("people", len(plan.people) <= PEOPLE_MOST and len(set(plan.people)) == len(plan.people)),
        ("every", 1 <= plan.every <= EVERY_MOST),
        ("weekday", 0 <= plan.weekday <= 6),
        ("sample", 0 <= plan.sample <= len(plan.places)),
        ("by", 0 <= plan.by < 24 * 60),
        ("grace", 0 <= plan.grace <= GRACE_MOST),
        ("since", plan.since.year in YEARS),
        ("until", plan.until is None or plan.until >= plan.since),
        ("template", bool(plan.template)),
        ("zone", _is_zone(plan.zone)),
    )
    wrong = next((field for field, fits in tests if not fits), "")
    if wrong:
        raise PlanUnfit(field=wrong)
    return replace(plan, name=name)


def carried_on(
    old: AuditPlan | None, new: AuditPlan, now: datetime, begun: Iterable[str], following: str
) -> tuple[AuditPlan, ...]:
    """What is kept where a plan is made or changed: nothing that was due by now, or was begun, is asked for otherwise.

    `begun`: rounds of the old one that somebody began or made; `following`: the id with which it goes on where the old
    one has to end. The last one asks for what is to come; PlanUnfit where nothing is to come of a new one.
    """
    last = _last_asked(old, now, set(begun)) if old is not None else None
    if old is not None and last is not None and _same_past(old, new, last, now):
        return (new,)
    zone, days = ZoneInfo(new.zone), (_nth(new, number) for number in count())
    since = next(day for day in days if (last is None or day > last) and _due(new, day, zone) > now)
    over = new.until is not None and new.until < since  # nothing is to come
    if last is not None and old is not None:
        ended = replace(old, name=new.name, until=last)
        return (ended,) if over else (ended, replace(new, id=following, since=since))
    if over:
        raise PlanUnfit(field="until")
    return (replace(new, since=max(since, new.since)),)


def _last_asked(plan: AuditPlan, now: datetime, begun: set[str]) -> date | None:
    """The last day of which a round was due, or was begun."""
    zone = ZoneInfo(plan.zone)
    today = now.astimezone(zone).date()
    days = [day for _, day in _days(plan, today) if _due(plan, day, zone) <= now]
    days += [one.due.astimezone(zone).date() for one in rounds(plan, today, today + AHEAD) if one.id in begun]
    return max(days, default=None)


def _same_past(old: AuditPlan, new: AuditPlan, last: date, now: datetime) -> bool:
    """Whether only the name is another, or the end of a plan that goes on."""
    if replace(new, name=old.name, until=old.until) != old:
        return False
    going = old.until is None or old.until >= now.astimezone(ZoneInfo(old.zone)).date()
    return new.until == old.until or (going and (new.until is None or new.until >= last))


def rounds(plan: AuditPlan, first: date, last: date) -> tuple[Round, ...]:
    """The rounds that are due from the first day to the last, in time order."""
    found: list[Round] = []
    zone = ZoneInfo(plan.zone)
    for (number, day), hand in zip(_days(plan, last), _hands(plan), strict=False):
        if first <= day:
            found += [_round(plan, number, seat, place, day, zone) for seat, place in enumerate(hand)]
    return tuple(found)


def standings(
    asked: Iterable[Round], runs: Iterable[Run], decisions: Iterable[Decision], now: datetime
) -> tuple[Standing, ...]:
    """What became of each round: by the run that names it as its plan, else by the clock and by what was decided."""
    of_round: dict[tuple[str, str], Run] = {}  # a run at another place is not that round
    for run in runs:
        key = (run.plan, run.place)
        known = of_round.get(key)
        if run.plan and run.going is not Going.DROPPED and (known is None or _rank(run) < _rank(known)):
            of_round[key] = run
    decided = {decision.id: decision for decision in decisions}
    return tuple(_standing(one, of_round.get((one.id, one.place)), decided.get(one.id), now) for one in asked)


def decide(standing: Standing, decision: Decision) -> Decision:
    """The decision as it is kept; RoundNotMissed, PlanUnfit where the new day is not ahead, or too far."""
    if standing.stand not in (Stand.MISSED, Stand.OVERDUE):
        raise RoundNotMissed(round=standing.round.id)
    due = decision.due if decision.what is Decided.MOVED else None
    if decision.what is Decided.MOVED and not (due and timedelta(0) < due - decision.at <= MOVED_MOST):
        raise PlanUnfit(field="due")
    return replace(decision, id=standing.round.id, why=plain_text(decision.why, "reason", REASON_MOST), due=due)


def kept_share(found: Sequence[Standing]) -> float | None:
    """How many of the rounds that were due were made in time, 0..1; None where none was due."""
    due = [one for one in found if one.stand not in (Stand.AHEAD, Stand.OPEN)]
    return sum(one.stand is Stand.DONE for one in due) / len(due) if due else None


def _standing(asked: Round, run: Run | None, decision: Decision | None, now: datetime) -> Standing:
    moved = decision is not None and decision.what is Decided.MOVED and decision.due is not None
    due = decision.due if moved and decision is not None and decision.due is not None else asked.due
    grace = asked.missed_at - asked.due
    if run is not None and run.going is Going.SIGNED and run.ended is not None:
        return Standing(asked, Stand.DONE if run.ended <= due + grace else Stand.LATE, due, run, decision)
    if decision is not None and decision.what is Decided.APPROVED:
        return Standing(asked, Stand.APPROVED, due, run, decision)
    if now > due + grace:
        return Standing(asked, Stand.MISSED, due, run, decision)
    if now > due:
        return Standing(asked, Stand.OVERDUE, due, run, decision)
    return Standing(asked, Stand.OPEN if run is not None else Stand.AHEAD, due, run, decision)


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return False
    return True


def _rank(run: Run) -> tuple[bool, datetime]:
    return run.going is not Going.SIGNED, run.begun


def _days(plan: AuditPlan, last: date) -> Iterable[tuple[int, date]]:
    """Number and day of each time that the plan comes round, up to a day."""
    end = min(last, plan.until) if plan.until is not None else last
    number, day = 0, _nth(plan, 0)
    while day <= end and plan.active:
        yield number, day
        number += 1
        day = _nth(plan, number)


def _nth(plan: AuditPlan, number: int) -> date:
    if plan.rhythm is Rhythm.DAY:
        return plan.since + timedelta(days=number * plan.every)
    if plan.rhythm is Rhythm.WEEK:
        first = plan.since + timedelta(days=(plan.weekday - plan.since.weekday()) % 7)
        return first + timedelta(weeks=number * plan.every)
    months = plan.since.month - 1 + number * plan.every
    year, month = plan.since.year + months // 12, months % 12 + 1
    return date(year, month, min(plan.since.day, _length(year, month)))


def _length(year: int, month: int) -> int:
    following = date(year + month // 12, month % 12 + 1, 1)
    return (following - timedelta(days=1)).day


def _hands(plan: AuditPlan) -> Iterator[list[str]]:
    """The places of each time: all, or the next cards of a pack that is shuffled anew when it is used up.

    What is in the hand already lies at the end of a new pack, so that no hand holds a place twice.
    """
    pack: list[str] = []
    packs = 0
    while True:
        if not 0 < plan.sample < len(plan.places):
            yield list(plan.places)
            continue
        hand: list[str] = []
        while len(hand) < plan.sample:
            if not pack:
                pack = list(plan.places)
                random.Random(f"{plan.id}/{packs}").shuffle(pack)
                packs += 1
                pack.sort(key=lambda place: place in hand)
            hand.append(pack.pop(0))
        yield hand


def _round(plan: AuditPlan, number: int, seat: int, place: str, day: date, zone: ZoneInfo) -> Round:
    due = _due(plan, day, zone)
    id = derived_id("audit_round", plan.id, day.isoformat(), place)
    return Round(
        id, plan.id, plan.template, place, _person(plan, number, seat, place), due, due + timedelta(hours=plan.grace)
    )


def _due(plan: AuditPlan, day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(plan.by // 60, plan.by % 60), zone).astimezone(UTC)


def _person(plan: AuditPlan, number: int, seat: int, place: str) -> str:
    """Places and people go round each other: the next time everybody has the next place."""
    if not plan.people:
        return ""
    if 0 < plan.sample < len(plan.places):
        return plan.people[(number * plan.sample + seat) % len(plan.people)]
    return plan.people[(plan.places.index(place) + number) % len(plan.people)]


def by_person(found: Iterable[Standing]) -> Mapping[str, int]:
    """How many rounds everybody has, for fairness to be seen."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one.round.person] = counts.get(one.round.person, 0) + 1
    return counts
