"""Reminders: who is told that the day of an action comes or has passed. Past and future are one function of the time,
so that a restart loses none and tells none twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from console.domain.actions import Action, Stage, deadline
from console.domain.people import Person, Role
from console.domain.roster import Roster, Way
from console.domain.shifts import Calendar

MORNING = time(8)  # on days without a shift
ABOVE = (Role.TEAM_LEADER, Role.SUPERVISOR, Role.ADMINISTRATOR)  # who leads whom, from the bottom


class Whom(StrEnum):
    """Who is reminded."""

    OWNER = "owner"
    SUPERVISOR = "supervisor"  # whoever leads the owner at that place


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of the ladder: so many days from the deadline, negative before it."""

    days: int
    whom: Whom


LADDER = (
    Rung(-7, Whom.OWNER),
    Rung(-1, Whom.OWNER),
    Rung(0, Whom.OWNER),
    Rung(1, Whom.OWNER),
    Rung(3, Whom.SUPERVISOR),
)


@dataclass(frozen=True, slots=True)
class Reminder:
    """One reminder that is due: of the deadline on `day`, by the rung `level`."""

    level: int
    at: datetime
    whom: Whom
    day: date


def reminders(
    action: Action, now: datetime, calendar: Calendar, ladder: Sequence[Rung] = LADDER
) -> tuple[Reminder, ...]:
    """What is to be told now: of all rungs that have passed and were not told only the last, or nothing.

    A rung counts from the morning of its day: when the first shift begins. What had passed before owner and day were
    said is not told; of an effect only from its day on.
    """
    return tuple(one for one in _plan(action, calendar, ladder) if one.at <= now)[-1:]


def next_reminder(
    action: Action, now: datetime, calendar: Calendar, ladder: Sequence[Rung] = LADDER
) -> datetime | None:
    """When the next one is due, so that nobody need look before; None: none."""
    coming = [one.at for one in _plan(action, calendar, ladder) if one.at > now]
    return min(coming, default=None)


def reminded_people(
    reminder: Reminder, action: Action, roster: Roster, way: Way, people: Iterable[Person]
) -> tuple[str, ...]:
    """Ids of those who are to be told: the owner, or whoever leads them there by the roster, else by role.

    An owner who is not there any more cannot be told: then who leads there is.
    """
    known = {person.id: person for person in people if person.active}
    owner = known.get(action.owner)
    if reminder.whom is Whom.OWNER and owner is not None:
        return (owner.id,)
    at = reminder.at.timestamp()
    for role in _above(owner):
        found = tuple(one for one in roster.reachable(way, role, at) if one != action.owner)
        if found:
            return found
    return ()


def morning(day: date, calendar: Calendar) -> datetime:
    """When the first shift of a day begins, 08:00 on the plant's clock where there is none."""
    zone = ZoneInfo(calendar.timezone)
    midnight = datetime.combine(day, time(), zone).timestamp()
    starts = [shift.start for shift in calendar.shifts_between(midnight, midnight + 90000.0) if shift.day == day]
    return datetime.fromtimestamp(min(starts), UTC) if starts else datetime.combine(day, MORNING, zone).astimezone(UTC)


def _plan(action: Action, calendar: Calendar, ladder: Sequence[Rung]) -> list[Reminder]:
    """Every rung that is still to be told, in order."""
    day = deadline(action, ZoneInfo(calendar.timezone))
    if day is None:
        return []
    since = action.planned or action.made
    found = []
    for level, rung in enumerate(ladder):
        if level <= action.reminded or (action.stage is Stage.VERIFIED and rung.days < 0):
            continue
        at = morning(day + timedelta(days=rung.days), calendar)
        if at >= since:
            found.append(Reminder(level, at, rung.whom, day))
    return found


def _above(owner: Person | None) -> tuple[Role, ...]:
    """The roles that lead somebody, the nearest first."""
    highest = max((ABOVE.index(role) for role in owner.roles if role in ABOVE), default=-1) if owner else -1
    office = owner is not None and not owner.roles <= {Role.OPERATOR, Role.VIEWER}
    return ABOVE[max(highest + 1, 1 if office else 0) :]
