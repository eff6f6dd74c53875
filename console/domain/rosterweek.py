"""A week of the roster, person by shift: who is on duty, on call, away; and what one press of a key changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo

from console.domain.people import Person, Role, by_name
from console.domain.roster import Absence, Duty, Way, holds
from console.domain.rostergaps import week_shifts
from console.domain.shifts import Calendar, Shift

EVERY_DAY = tuple(range(7))


class Presence(StrEnum):
    """What somebody is in a shift."""

    NONE = "none"
    DUTY = "duty"
    ON_CALL = "on_call"
    AWAY = "away"  # although on duty or on call
    ABSENT = "absent"  # and not on duty either


@dataclass(frozen=True, slots=True)
class Row:
    """Somebody in one role, with what they are in each shift of the week."""

    person: Person
    role: Role
    cells: tuple[Presence, ...]


@dataclass(frozen=True, slots=True)
class Week:
    """A week of one calendar at one place and in what lies inside and around it."""

    monday: date
    shifts: tuple[Shift, ...]
    rows: tuple[Row, ...]


def touches(scope: Way, place: Way) -> bool:
    """Whether a duty there has to do with a place: around it, at it or inside it."""
    return scope[: len(place)] == place or place[: len(scope)] == scope


def week(
    calendar: Calendar,
    calendar_ids: frozenset[str],
    monday: date,
    place: Way,
    people: Iterable[Person],
    duties: Iterable[Duty],
    absences: Iterable[Absence],
    roles: frozenset[Role],
) -> Week:
    """The week of those who have a duty there, or one of `roles`. `calendar_ids`: all that mean this calendar."""
    known = {person.id: person for person in people if person.active}
    here = [d for d in duties if d.person in known and touches(d.scope, place) and d.calendar in calendar_ids]
    pairs = {(duty.person, duty.role) for duty in here}
    for person in known.values():
        pairs |= {(person.id, g.role) for g in person.grants if g.role in roles and touches(g.scope, place)}
    away: dict[str, list[Absence]] = {}
    for absence in absences:
        away.setdefault(absence.person, []).append(absence)
    shifts, order = week_shifts(calendar, monday), list(Role)
    rows = [
        Row(
            known[person],
            role,
            tuple(
                _presence([d for d in here if (d.person, d.role) == (person, role)], away.get(person, []), s, calendar)
                for s in shifts
            ),
        )
        for person, role in pairs
    ]
    return Week(monday, shifts, tuple(sorted(rows, key=lambda row: (order.index(row.role), by_name(row.person)))))


def duty_of(
    duties: Iterable[Duty], person: str, role: Role, place: Way, ids: frozenset[str], shift: Shift
) -> list[Duty]:
    """The duties by shift that put somebody on duty in a shift at a place, the closest first."""
    found = [
        duty
        for duty in duties
        if duty.person == person
        and duty.role is role
        and touches(duty.scope, place)
        and duty.calendar in ids
        and _in_shift(duty, shift)
    ]
    return sorted(found, key=lambda duty: (-len(duty.scope), duty.id))


def on_call_of(
    duties: Iterable[Duty], person: str, role: Role, place: Way, calendar: Calendar, ids: frozenset[str], shift: Shift
) -> list[Duty]:
    """The on-call duties that reach somebody in a shift at a place, the closest first."""
    days = _days(shift, calendar)
    found = [
        duty
        for duty in duties
        if duty.on_call
        and (duty.person, duty.role) == (person, role)
        and touches(duty.scope, place)
        and duty.calendar in ids
        and any(holds(duty, day) for day in days)
    ]
    return sorted(found, key=lambda duty: (-len(duty.scope), duty.id))


def without_day(duty: Duty, shift: Shift) -> Duty | None:
    """The duty without the weekday of a shift; None where nothing is left of it."""
    left = tuple(day for day in duty.days or EVERY_DAY if day != shift.day.weekday())
    return replace(duty, days=left) if left else None


def with_day(duties: Iterable[Duty], wanted: Duty, shift: Shift) -> Duty:
    """A duty as `wanted` on the weekday of a shift: one that is there already with one day more, else the new one."""
    weekday = shift.day.weekday()
    for duty in duties:
        alike = replace(wanted, id=duty.id, days=duty.days, first=duty.first, last=duty.last) == duty
        current = (duty.first or shift.day) <= shift.day and duty.last is None
        if alike and current and duty.days and weekday not in duty.days:
            days = tuple(sorted((*duty.days, weekday)))
            return replace(duty, days=() if days == EVERY_DAY else days)
    return replace(wanted, days=(weekday,))


def absence_of(absences: Iterable[Absence], person: str, shift: Shift) -> list[Absence]:
    """The absences of somebody in a shift, the shortest first."""
    found = [absence for absence in absences if absence.person == person and _absent(absence, shift)]
    return sorted(found, key=lambda absence: (absence.last - absence.first, absence.id))


def _presence(duties: list[Duty], absences: list[Absence], shift: Shift, calendar: Calendar) -> Presence:
    away = any(_absent(absence, shift) for absence in absences)
    if any(_in_shift(duty, shift) for duty in duties):
        return Presence.AWAY if away else Presence.DUTY
    days = _days(shift, calendar)
    if any(duty.on_call and any(holds(duty, day) for day in days) for duty in duties):
        return Presence.AWAY if away else Presence.ON_CALL
    return Presence.ABSENT if away else Presence.NONE


def _days(shift: Shift, calendar: Calendar) -> set[date]:
    """The local days that a shift touches."""
    zone = ZoneInfo(calendar.timezone)
    return {datetime.fromtimestamp(t, zone).date() for t in (shift.start, shift.end - 1.0)}


def _in_shift(duty: Duty, shift: Shift) -> bool:
    return not duty.on_call and duty.shift in ("", shift.name) and holds(duty, shift.day)


def _absent(absence: Absence, shift: Shift) -> bool:
    return absence.first <= shift.day <= absence.last and absence.shift in ("", shift.name)
