"""The dry run as a list: its steps are the ladder's, with what explains their times between them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from console.domain.andon import Rung, Stage
from console.domain.escalation import rehearse
from console.domain.people import Grant, Person, Role
from console.domain.rehearsal import Kind, Rehearsal, rehearsal
from console.domain.roster import Duty, Roster
from tests.domain.test_escalation import FULL, MACHINE, when
from tests.domain.test_roster import BERLIN, CALENDARS, WAY, duty, roster


def shown(made: Rehearsal) -> list[tuple[str, str]]:
    return [(line.kind.value, line.name or (line.stage or "") or line.told.role) for line in made.lines]  # type: ignore[union-attr]


def test_the_steps_are_those_of_the_ladder() -> None:
    start, until = when(20, 21, 58), when(21, 7)
    assert rehearsal(MACHINE, FULL, WAY, BERLIN, start, until).steps == rehearse(
        MACHINE, FULL, WAY, BERLIN, start, until
    )


def test_breaks_changes_of_shift_and_targets_stand_where_they_happen() -> None:
    short = replace(MACHINE, ladder=(Rung(180, Role.MAINTENANCE),), resolve_within=4 * 3600.0)
    made = rehearsal(short, FULL, WAY, BERLIN, when(20, 17, 58), when(20, 22, 5))
    assert shown(made) == [
        ("told", "team_leader"),
        ("break", "Meal"),
        ("break_ends", "Meal"),
        ("told", "maintenance"),
        ("target", "acknowledged"),
        ("target", "on_site"),
        ("shift_begins", "Night"),
        ("told", "team_leader"),
    ]
    assert [line.at for line in made.lines if line.stage is Stage.ACKNOWLEDGED] == [when(20, 18, 31)]


def test_a_shift_that_nobody_follows_is_said_to_end() -> None:
    made = rehearsal(MACHINE, FULL, WAY, BERLIN, when(22, 21, 59), when(23, 6, 1))
    assert [(line.at, line.name) for line in made.lines if line.kind is Kind.SHIFT_ENDS] == [(when(22, 22), "Late")]


def test_how_long_it_takes_until_somebody_who_is_there_is_told() -> None:
    late = roster(duty("cleo", "Early", Role.MAINTENANCE), duty("dan", "", on_call=True, role=Role.SUPERVISOR))
    made = rehearsal(MACHINE, late, WAY, BERLIN, when(22, 2, 40), when(22, 4))
    reached = made.reached
    assert reached is not None
    assert (reached.at - made.start, reached.told.persons) == (timedelta(0), ("dan",))  # type: ignore[union-attr]


def test_who_only_has_the_role_is_not_known_to_be_there() -> None:
    kept = [Duty("d", "dan", Role.SUPERVISOR, (), "three", on_call=True)]
    holder = Person("ann", "Ann", grants=(Grant(Role.TEAM_LEADER),))
    made = rehearsal(
        MACHINE, Roster(kept, [holder, Person("dan", "Dan")], CALENDARS), WAY, BERLIN, when(20, 15), when(20, 16)
    )
    first, reached = made.told_somebody, made.reached
    assert first is not None
    assert reached is not None
    assert (first.at, first.there, reached.at) == (when(20, 15), False, when(20, 15, 3))  # no maintenance


def test_where_nobody_is_ever_told_it_says_so() -> None:
    made = rehearsal(MACHINE, roster(), WAY, BERLIN, when(20, 15), when(20, 16))
    assert (made.reached, made.told_somebody) == (None, None)


def test_a_plant_without_shifts_has_no_shifts_to_tell_of() -> None:
    made = rehearsal(MACHINE, roster(), WAY, None, when(20, 15), when(22, 16))
    assert {line.kind for line in made.lines} == {Kind.TOLD, Kind.TARGET}
