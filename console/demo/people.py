"""The people of the demo plant: neutral names, their PINs, operations from its stations, and what they have learnt.

Everything is given as commands, always the same ones for the same plant and day. DEMO_PIN opens every account here,
and is for the demo only.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from console.domain.commands import Command
from console.domain.commands import people as ask
from console.domain.ids import derived_id
from console.domain.people import Grant, Role
from console.domain.plant import Line, Plant

DEMO_PIN = "2580"
LINES = 4  # lines that have people; a larger demo plant repeats the same four kinds
OPERATORS = 4  # a line
MORE = {Role.SUPERVISOR: 3, Role.QUALITY: 3, Role.MAINTENANCE: 5}  # of the whole plant, for its three shifts
SHIFT_LEADERS = 5  # leaders of all lines, where those of the lines are not there
NEEDED = 2  # people who should be able to work alone at each station
CERTIFICATE_DAYS = 365
ENGLISH = {
    Role.OPERATOR: "Operator",
    Role.TEAM_LEADER: "Team leader",
    Role.SUPERVISOR: "Supervisor",
    Role.QUALITY: "Quality",
    Role.MAINTENANCE: "Maintenance",
    Role.PLANNER: "Planner",
    Role.ADMINISTRATOR: "Administrator",
    Role.VIEWER: "Viewer",
}
CHINESE = {
    Role.OPERATOR: "操作工",
    Role.TEAM_LEADER: "班组长",
    Role.SUPERVISOR: "车间主管",
    Role.QUALITY: "质量员",
    Role.MAINTENANCE: "维修工",
    Role.PLANNER: "计划员",
    Role.ADMINISTRATOR: "管理员",
    Role.VIEWER: "访客",
}


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the demo plant; `line` -1 = nowhere in particular, `place` counts those of a line from 0."""

    role: Role
    number: int  # among those of the role, from 1
    scope: tuple[str, ...] = ()
    line: int = -1
    place: int = 0

    @property
    def id(self) -> str:
        """The same in every demo."""
        return derived_id("demo", "person", self.role.value, self.number)

    @property
    def staff_number(self) -> str:
        """A letter for the role and the number: "T001"."""
        return f"{self.role.value[0].upper()}{self.number:03d}"


def demo_people(plant: Plant) -> tuple[DemoPerson, ...]:
    """Those of the whole plant, and a crew for each of its first lines."""
    whole = (Role.ADMINISTRATOR, Role.SUPERVISOR, Role.QUALITY, Role.MAINTENANCE, Role.PLANNER, Role.VIEWER)
    found = [DemoPerson(role, 1) for role in whole]
    for at, line in enumerate(_lines(plant)):
        scope = (line.site, line.area, line.id)
        found.append(DemoPerson(Role.TEAM_LEADER, at + 1, scope, at))
        first = at * OPERATORS + 1
        found += [DemoPerson(Role.OPERATOR, first + n, scope, at, n + 1) for n in range(OPERATORS)]
    for role, most in MORE.items():
        found += [DemoPerson(role, number) for number in range(2, most + 1)]
    found += [DemoPerson(Role.TEAM_LEADER, LINES + n + 1) for n in range(SHIFT_LEADERS)]
    return tuple(found)


def people_commands(plant: Plant, day: date, pin: str, chinese: bool = False) -> Iterator[Command]:
    """What fills an empty office, in order: people with this hash of DEMO_PIN, operations, skills as of `day`."""
    words = CHINESE if chinese else ENGLISH
    crew = demo_people(plant)
    for person in crew:
        called = f"{words[person.role]} {person.number}"
        if person.role is Role.ADMINISTRATOR:
            yield ask.BeginPlant(person.id, called, person.staff_number, pin)
            continue
        grants = (Grant(person.role, person.scope),)
        yield ask.AddPerson(person.id, called, person.staff_number, grants)
        if person.role is not Role.VIEWER:  # who only looks on needs no PIN
            yield ask.SetPin(person.id, pin)
    for at, line in enumerate(_lines(plant)):
        for order, station in enumerate(line.stations):
            operation = operation_id(station.id)
            yield ask.AddOperation(operation, station.name, station.id, NEEDED, at * 100 + order)
            for person in crew:
                if person.line == at and (skill := _skill(person, order, len(line.stations), operation, day)):
                    yield skill


def operation_id(station: str) -> str:
    """The operation that is done at a station of the demo plant."""
    return derived_id("demo", "operation", station)


def _lines(plant: Plant) -> list[Line]:
    return list(plant.lines())[:LINES]


def _skill(person: DemoPerson, order: int, stations: int, operation: str, day: date) -> ask.SetSkill | None:
    """Leaders know nearly everything; operators their own stations well, the next ones a little, the rest not."""
    chance = zlib.crc32(f"{person.role.value} {person.number} {order}".encode())
    level = (
        _leader_level(chance) if person.role is Role.TEAM_LEADER else _operator_level(person, order, stations, chance)
    )
    if not level:
        return None
    assessed = day - timedelta(days=20 + chance % 320)
    expires = assessed + timedelta(days=CERTIFICATE_DAYS) if level >= 3 and order % 2 else None
    if expires is not None and chance % 5 == 0:  # nobody has assessed them again yet, or in time
        expires = day + timedelta(days=chance % 60 - 25)
        assessed = expires - timedelta(days=CERTIFICATE_DAYS)
    return ask.SetSkill(person.id, operation, level, expires, assessed)


def _leader_level(chance: int) -> int:
    return (4, 3, 4, 3, 2)[chance % 5]


def _operator_level(person: DemoPerson, order: int, stations: int, chance: int) -> int:
    home = (person.place - 1) * stations // OPERATORS
    away = min((order - home) % stations, (home - order) % stations)
    ladder = ((3, 4, 3), (3, 2, 3), (1, 2, 0), (0, 1, 0))
    return ladder[min(away, len(ladder) - 1)][chance % 3]
