"""The roster of the demo plant: three shifts from Monday to Friday, fewer at the weekend, and one night with a gap.

On the night from Sunday to Monday nobody of maintenance is there, so that there is something to be seen on the screen.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from console.demo.people import DemoPerson, demo_people
from console.domain.commands import Command
from console.domain.commands.roster import SetAbsence, SetDuty
from console.domain.ids import derived_id
from console.domain.people import Role
from console.domain.plant import Plant
from console.domain.roster import Absence, Duty
from console.domain.shifts import Calendar

WEEK, WEEKEND = (0, 1, 2, 3, 4), (5, 6)
DAY, LATE, NIGHT = range(3)


@dataclass(frozen=True, slots=True)
class _Turn:
    """The nth of a role works in these shifts on these days; no shifts: on call."""

    role: Role
    number: int
    shifts: tuple[int, ...]
    days: tuple[int, ...]


_TURNS = (
    *(_Turn(Role.TEAM_LEADER, n, (DAY,), WEEK) for n in (1, 2, 3, 4)),
    _Turn(Role.TEAM_LEADER, 5, (LATE,), WEEK),
    _Turn(Role.TEAM_LEADER, 6, (NIGHT,), WEEK),
    *(_Turn(Role.TEAM_LEADER, 7 + shift, (shift,), WEEKEND) for shift in (DAY, LATE, NIGHT)),
    *(_Turn(Role.SUPERVISOR, 1 + shift, (shift,), WEEK) for shift in (DAY, LATE, NIGHT)),
    _Turn(Role.SUPERVISOR, 1, (), (5,)),
    _Turn(Role.SUPERVISOR, 2, (), (0, 6)),
    *(_Turn(Role.QUALITY, 1 + shift, (shift,), WEEK) for shift in (DAY, LATE, NIGHT)),
    _Turn(Role.QUALITY, 1, (), (5,)),
    _Turn(Role.QUALITY, 3, (), (0, 6)),
    *(_Turn(Role.MAINTENANCE, 1 + shift, (shift,), WEEK) for shift in (DAY, LATE, NIGHT)),
    _Turn(Role.MAINTENANCE, 4, (DAY,), WEEKEND),
    _Turn(Role.MAINTENANCE, 5, (LATE,), WEEKEND),
    _Turn(Role.MAINTENANCE, 3, (NIGHT,), (5,)),
    _Turn(Role.PLANNER, 1, (), ()),
    _Turn(Role.ADMINISTRATOR, 1, (), ()),
)


def roster_commands(plant: Plant, day: date) -> Iterator[Command]:
    """Duties of the demo's people, and one who is away on the day after `day`; none without three shifts."""
    calendar = next((line.calendar for line in plant.lines()), "")
    known = plant.calendars.get(calendar)
    shifts = [pattern.name for pattern in known.patterns] if isinstance(known, Calendar) else []
    if len(shifts) < 3:
        return
    crew = {(person.role, person.number): person for person in demo_people(plant)}
    for turn in _TURNS:
        person = crew.get((turn.role, turn.number))
        if person is not None:
            for duty in _duties(person, turn, calendar, shifts):
                yield SetDuty(duty)
    away = crew[Role.QUALITY, 2].id
    tomorrow = day + timedelta(days=1)
    yield SetAbsence(Absence(derived_id("demo", "absence", away), away, tomorrow, tomorrow))


def _duties(person: DemoPerson, turn: _Turn, calendar: str, shifts: list[str]) -> Iterator[Duty]:
    for name in [shifts[shift] for shift in turn.shifts] or [""]:
        id = derived_id("demo", "duty", person.id, name, *turn.days)
        yield Duty(id, person.id, person.role, person.scope, calendar, name, turn.days, on_call=not turn.shifts)
