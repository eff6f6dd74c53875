"""The demo's roster is one that a plant could have: somebody for every call at any time, but for one night."""

from __future__ import annotations

from datetime import date, timedelta

from console.app.dispatch import Dispatch
from console.app.places import ways
from console.app.queries.callsetup import CallSetup
from console.app.rosterlook import RosterLook
from console.demo.people import demo_people
from console.demo.plant_text import plant_text
from console.demo.roster import roster_commands
from console.domain.andon_shipped import shipped_categories
from console.domain.commands.roster import SetAbsence, SetDuty
from console.domain.people import Grant, Person, Role
from console.domain.roster import checked_absence, checked_duty
from console.telemetry.plantfile import load_plant

MONDAY = date(2026, 11, 16)


def look(absent: bool = False, lines: int = 4) -> RosterLook:
    plant = load_plant(plant_text(lines)).plant
    commands = list(roster_commands(plant, MONDAY))
    duties = tuple(checked_duty(command.duty) for command in commands if isinstance(command, SetDuty))
    gone = tuple(checked_absence(command.absence) for command in commands if isinstance(command, SetAbsence))
    people = tuple(
        Person(one.id, one.role.value, one.staff_number, (Grant(one.role, one.scope),)) for one in demo_people(plant)
    )
    setup = CallSetup(shipped_categories(False), (), duties, gone if absent else (), people)
    return RosterLook(setup, plant, Dispatch(setup, plant, ways(plant)))


def test_only_on_one_night_is_nobody_of_maintenance_there() -> None:
    for monday in (MONDAY, MONDAY + timedelta(days=7)):
        (gap,) = look().gaps(monday, ())
        assert (gap.role, len(gap.places), [spell.shift for spell in gap.spells]) == (
            Role.MAINTENANCE,
            4,
            ["Night shift"],
        )
        assert gap.spells[0].day.weekday() == 6


def test_who_is_away_leaves_a_gap_on_that_day() -> None:
    spells = [spell for gap in look(absent=True).gaps(MONDAY, ()) for spell in gap.spells if gap.role is Role.QUALITY]
    assert [(spell.day, spell.shift) for spell in spells] == [(MONDAY + timedelta(days=1), "Late shift")]


def test_a_duty_is_there_once() -> None:
    plant = load_plant(plant_text(1)).plant
    ids = [command.duty.id for command in roster_commands(plant, MONDAY) if isinstance(command, SetDuty)]
    assert len(ids) == len(set(ids)) > 20


def test_every_call_reaches_somebody_at_noon() -> None:
    noon = 1_795_262_400.0  # 2026-11-21 12:00 UTC
    assert all(route.now and route.kept for route in look().routes((), noon))
