"""Escalation: who is told of a call, and when, if nobody answers. What is due now is the same list, up to now.

A dry run, the console that is awake and the console that was off all ask the same function: what it says of the past
and was not carried out yet is due. So a restart loses no rung and tells none twice, and two consoles climb one ladder.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from console.domain.andon import Call, Category, Severity, Source, Stage
from console.domain.people import Role
from console.domain.roster import Roster, Way
from console.domain.shifts import Calendar

HORIZON = timedelta(days=8)  # how far ahead the next step is looked for


class Why(StrEnum):
    """Why somebody is told."""

    OWNER = "owner"  # the category's owner, at once
    RUNG = "rung"  # the time of this rung is over
    NOBODY = "nobody"  # nobody who was told before is there: this rung at once
    SHIFT_CHANGE = "shift_change"  # those who were told went home, these came


@dataclass(frozen=True, slots=True)
class Told:
    """One step: at this time these people are told. No people: nobody is there in that role."""

    at: datetime  # when it is due, aware, UTC
    level: int  # 0 the owner's role, 1 the first rung; at a change of shift the highest of those who came
    role: Role
    persons: tuple[str, ...]
    why: Why


def plan(
    call: Call, category: Category, roster: Roster, way: Way, calendar: Calendar | None, until: datetime
) -> tuple[Told, ...]:
    """Everything that happens up to `until` if the call stays as it is, from the beginning of its round, in order.

    `calendar` is that of the call's line: only its planned time counts for the ladder, unless the category goes around
    the clock or there is none. Roles that nobody has on the roster are passed over at once for the next rung.
    """
    if call.closed is not None or call.resolved is not None:
        return ()
    climb = _Climb(call, category, roster, way)
    begin, end = call.waiting_since.timestamp(), until.timestamp()
    if end < begin:
        return ()
    due = [(t, 1, level) for level, t in _rung_times(call, category, calendar).items() if t <= end]
    changes = [(t, 0, 0) for t in roster.changes(max(call.reached.values()).timestamp(), end)]
    climb.begin(begin)
    for t, kind, level in sorted([*due, *changes]):
        if kind == 0:
            climb.change(t)
        elif level > climb.level:
            climb.tell(level, t, Why.RUNG)
    return tuple(climb.told)


def due(
    call: Call, category: Category, roster: Roster, way: Way, calendar: Calendar | None, now: datetime
) -> tuple[Told, ...]:
    """The steps of the plan that should have happened by now and were not carried out yet, in order.

    One with why SHIFT_CHANGE is carried out by the move `hand_on` with its `at`, the others by `escalate`.
    """
    return tuple(told for told in plan(call, category, roster, way, calendar, now) if not _carried_out(call, told))


def next_due(
    call: Call, category: Category, roster: Roster, way: Way, calendar: Calendar | None, now: datetime
) -> datetime | None:
    """When the next step is due, so that nobody need look before; None: none within the horizon."""
    left = due(call, category, roster, way, calendar, now + HORIZON)
    return left[0].at if left else None


def rehearse(
    category: Category, roster: Roster, way: Way, calendar: Calendar | None, start: datetime, until: datetime
) -> tuple[Told, ...]:
    """The dry run: what happens up to `until` if a call is raised at `start` at the end of `way` and nobody answers."""
    place = way[-1] if way else ""
    call = Call("", category.id, place, Severity.MINOR, "", Source.RULE, start, "")
    return plan(call, category, roster, way, calendar, until)


def deadline(call: Call, category: Category, calendar: Calendar | None) -> tuple[Stage, datetime] | None:
    """What is wanted next and until when by the category's targets; None for what is resolved, or never due."""
    wanted = (
        (Stage.ACKNOWLEDGED, category.acknowledge_within),
        (Stage.ON_SITE, category.arrive_within),
        (Stage.RESOLVED, category.resolve_within),
    )
    left = [(stage, seconds) for stage, seconds in wanted if call.stage.rank < stage.rank]
    if not left or call.closed is not None:
        return None
    stage, seconds = left[0]
    t = _after(category, calendar, call.waiting_since.timestamp(), seconds)
    return None if t is None else (stage, _when(t))


class _Climb:
    """One walk through the time in which nobody answers."""

    def __init__(self, call: Call, category: Category, roster: Roster, way: Way) -> None:
        self.call, self.roster, self.way = call, roster, way
        self.answered = call.stage is not Stage.RAISED
        self.rungs = {0: category.owner} | {
            level: rung.role for level, rung in enumerate(category.ladder, 1) if call.stage.rank < rung.unless.rank
        }
        self.level = 0 if self.answered else -1
        self.there: dict[Role, set[str]] = {}  # by role told: who was on duty when it was looked at last
        self.told: list[Told] = []
        self.owner_there = False
        self.owner_gone = False

    def begin(self, t: float) -> None:
        """At once the owner's role; an answered call has somebody, who may go home."""
        if not self.answered:
            self.tell(0, t, Why.OWNER)
            return
        since = max(self.call.reached.values()).timestamp()
        self.there[self.rungs[0]] = set(self.roster.reachable(self.way, self.rungs[0], since))
        self.owner_there = self.roster.works(self.call.owner, since)

    def tell(self, level: int, t: float, why: Why) -> None:
        """Tell one level; where nobody is there, the next one at once."""
        role = self.rungs[level]
        persons = tuple(self.roster.reachable(self.way, role, t))
        self.told.append(Told(_when(t), level, role, persons, why))
        self.level = level
        self.there[role] = set(persons)
        if not persons:
            self._next(t)

    def change(self, t: float) -> None:
        """Some duty began or ended. Those who came are told; where nobody is left, the next level at once.

        Of an answered call only if who has it went home: then those of the owner's role, who are there, are told.
        """
        before = {role: set(persons) for role, persons in self.there.items()}
        now = {role: self.roster.reachable(self.way, role, t) for role in before}
        self.there = {role: set(persons) for role, persons in now.items()}
        if self.answered and not self._left_alone(t):
            return
        left, self.owner_there = self.answered and self.owner_there, False
        came = {role: [p for p in persons if left or p not in before[role]] for role, persons in now.items()}
        highest = [level for level, role in self.rungs.items() if level <= self.level and came.get(role)]
        if highest:
            persons = tuple(dict.fromkeys(person for level in highest for person in came[self.rungs[level]]))
            self.told.append(Told(_when(t), max(highest), self.rungs[max(highest)], persons, Why.SHIFT_CHANGE))
        if (left or any(before.values())) and not any(self.there.values()):
            self._next(t)

    def _left_alone(self, t: float) -> bool:
        """Whether who has the call has gone home. Of somebody who is on no roster nobody knows."""
        if self.roster.works(self.call.owner, t):
            self.owner_there, self.owner_gone = True, False
        elif self.owner_there:
            self.owner_gone = True
        return self.owner_gone

    def _next(self, t: float) -> None:
        higher = next((level for level in sorted(self.rungs) if level > self.level), None)
        if higher is not None:
            self.tell(higher, t, Why.NOBODY)


def _rung_times(call: Call, category: Category, calendar: Calendar | None) -> dict[int, float]:
    """When each rung that still holds is due (seconds UTC), by level."""
    begin = call.waiting_since.timestamp()
    times = {
        level: _after(category, calendar, begin, rung.after)
        for level, rung in enumerate(category.ladder, 1)
        if call.stage.rank < rung.unless.rank
    }
    return {level: t for level, t in times.items() if t is not None}


def _after(category: Category, calendar: Calendar | None, t: float, seconds: float) -> float | None:
    if category.around_clock or calendar is None:
        return t + seconds
    return calendar.after_planned(t, seconds)


def _carried_out(call: Call, told: Told) -> bool:
    if told.why is Why.SHIFT_CHANGE:
        return call.handed is not None and told.at <= call.handed
    return told.level <= call.level


def _when(t: float) -> datetime:
    return datetime.fromtimestamp(t, UTC)
