"""The crews of the demo plant, one for each shift, and the briefings before the shifts of the last days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

from console.demo.people import DemoPerson, demo_people
from console.demo.roundtexts import CREWS, STRESSED
from console.domain.commands import Given, Stamp
from console.domain.commands import handovers as ask
from console.domain.crews import Crew
from console.domain.ids import derived_id
from console.domain.people import Role
from console.domain.plant import Plant
from console.domain.shifts import Shift

# Those who are on duty in the first, second and third shift (console.demo.roster), the leader first.
_ON = (
    ((Role.SUPERVISOR, 1), *((Role.TEAM_LEADER, n) for n in (1, 2, 3, 4, 7)), (Role.QUALITY, 1), (Role.MAINTENANCE, 1),
     (Role.MAINTENANCE, 4)),
    ((Role.SUPERVISOR, 2), (Role.TEAM_LEADER, 5), (Role.TEAM_LEADER, 8), (Role.QUALITY, 2), (Role.MAINTENANCE, 2),
     (Role.MAINTENANCE, 5)),
    ((Role.SUPERVISOR, 3), (Role.TEAM_LEADER, 6), (Role.TEAM_LEADER, 9), (Role.QUALITY, 3), (Role.MAINTENANCE, 3)),
)  # fmt: skip
TURNS = ("Day shift", "Late shift", "Night shift")  # as console.demo.catalogue names them
AGO = timedelta(days=75)  # since when the crews are what they are
AHEAD = timedelta(minutes=10)  # of a shift in which its briefing begins
BRIEFED = 8  # shifts of the past with a briefing


def demo_crews(plant: Plant, now: datetime, chinese: bool = False) -> list[Given]:
    """The three crews: who is on duty in a shift, and a third of the operators of each line."""
    known = {(person.role, person.number): person for person in demo_people(plant)}
    operators = [person for person in known.values() if person.role is Role.OPERATOR]
    places = tuple(dict.fromkeys(line.area for line in plant.lines()))[:4]
    found = []
    for n, on in enumerate(_ON):
        leader, *rest = [known[one].id for one in on if one in known]
        members = (*rest, *(person.id for at, person in enumerate(operators) if at % 3 == n))
        crew = Crew(crew_id(n), CREWS[n][chinese], leader, members, places)
        stamp = Stamp(derived_id("demo", "crew", n), now - AGO + timedelta(minutes=n), leader, "demo")
        found.append(Given(stamp, ask.SetCrew(crew)))
    return found


def crew_id(number: int) -> str:
    """The id of a crew of the demo, from 0."""
    return derived_id("demo", "crew of", number)


def demo_briefings(plant: Plant, shifts: Sequence[Shift], now: datetime, chinese: bool = False) -> list[Given]:
    """Briefings before the last of these shifts, at the first two areas; nobody is at all of them, as in life."""
    areas = list(dict.fromkeys(line.area for line in plant.lines()))[:2]
    begun = [shift for shift in shifts if shift.start - AHEAD.total_seconds() / 2 < now.timestamp()][-BRIEFED:]
    people = demo_people(plant)
    found: list[Given] = []
    for number, shift in enumerate(begun):
        for at, area in enumerate(areas):
            found += _briefing(plant, people, shift, area, number * len(areas) + at, now, int(chinese))
    return sorted(found, key=lambda given: given.stamp.at)


def turn_of(shift: Shift) -> int:
    """Which of the demo's three shifts of a day it is."""
    return TURNS.index(shift.name) if shift.name in TURNS else 0


def leader_of(shift: Shift, people: Sequence[DemoPerson]) -> str:
    """Who leads a shift: its supervisor from Monday to Friday, at the weekend its team leader."""
    turn = turn_of(shift)
    wanted = (Role.SUPERVISOR, 1 + turn) if shift.day.weekday() < 5 else (Role.TEAM_LEADER, 7 + turn)
    return next(person.id for person in people if (person.role, person.number) == wanted)


def _briefing(
    plant: Plant, people: Sequence[DemoPerson], shift: Shift, area: str, number: int, now: datetime, word: int
) -> Iterator[Given]:
    begins, turn = datetime.fromtimestamp(shift.start, UTC), turn_of(shift)
    at, leader = begins - AHEAD, leader_of(shift, people)
    on = (area, shift.day, shift.name, begins)
    known = {(person.role, person.number): person for person in people}
    lines = {line.id for line in plant.lines() if line.area == area}
    operators = [person for person in people if person.role is Role.OPERATOR]
    crew = [known[one] for one in _ON[turn] if one in known and not known[one].scope]
    crew += [
        person for at, person in enumerate(operators) if at % 3 == turn and person.line >= 0 and {*person.scope} & lines
    ]
    there = [person for n, person in enumerate(crew) if (n + number) % 7]
    for n, person in enumerate(there):
        stamp = Stamp(derived_id("demo", "briefing", number, n), at + timedelta(seconds=20 * n), leader, "demo")
        yield Given(stamp, ask.AttendBriefing(*on, person.id))
    held = Stamp(derived_id("demo", "briefing", number, "held"), min(begins - AHEAD / 2, now), leader, "demo")
    yield Given(held, ask.HoldBriefing(*on, STRESSED[number % len(STRESSED)][word]))
