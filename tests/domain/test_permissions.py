"""Rules about permissions: what we ship, what a plant may set, and that nobody hands out more than they have."""

from __future__ import annotations

import pytest

from console.domain.commands import KNOWN, Command
from console.domain.commands.people import (
    AddPerson,
    BeginPlant,
    ChangePerson,
    NoteSignIn,
    SetPermission,
    SetPin,
    SetSkill,
)
from console.domain.people import Grant, Person, Role
from console.domain.permissions import (
    DEFAULTS,
    FIXED,
    FixedPermission,
    NoSuchReach,
    Reach,
    checked_cell,
    editable,
    farthest,
    may,
    may_give,
    may_set,
    on_table,
    permission_id,
    reach,
    reaches,
)
from console.records.payloads import know_all

know_all()
SETTABLE = sorted((kind for kind in KNOWN.values() if on_table(kind)), key=lambda kind: kind.__name__)
L1, L2 = ("Suzhou", "Body", "L1"), ("Suzhou", "Body", "L2")


def _person(*grants: Grant) -> Person:
    return Person("me", "Me", "", grants)


@pytest.mark.parametrize("kind", SETTABLE, ids=lambda kind: kind.__name__)
def test_every_command_has_its_line_in_the_table_we_ship(kind: type[Command]) -> None:
    assert DEFAULTS.get((Role.ADMINISTRATOR, kind.__name__)) is Reach.ALL
    for role in Role:
        assert reach(role, kind.__name__, {}) in reaches(kind), role
    assert kind.noun


def test_the_table_we_ship_names_no_command_that_is_not_there() -> None:
    assert {command for _, command in DEFAULTS} <= {kind.__name__ for kind in SETTABLE}


def test_viewers_look_on() -> None:
    assert not [command for role, command in DEFAULTS if role is Role.VIEWER]


def test_no_command_has_a_field_that_hides_its_name() -> None:
    for kind in KNOWN.values():
        assert "name" not in getattr(kind, "__dataclass_fields__", {}), kind


def test_everybody_who_works_may_set_their_own_pin() -> None:
    for role in set(Role) - {Role.VIEWER}:
        assert may(_person(Grant(role, L1)), SetPin, (), "me", {}), role
    assert not may(_person(Grant(Role.VIEWER)), SetPin, (), "me", {})
    assert not may(_person(Grant(Role.OPERATOR, L1)), SetPin, L1, "you", {})


def test_a_role_holds_only_inside_its_place() -> None:
    leader = _person(Grant(Role.TEAM_LEADER, L1))
    assert may(leader, SetSkill, (*L1, "L1/30"), "you", {})
    assert not may(leader, SetSkill, L2, "you", {})
    assert not may(leader, SetSkill, L1[:2], "you", {})  # the area is wider than the line
    assert not may(leader, SetSkill, (), "you", {})
    assert not may(leader, SetSkill, ("Suzhou", "Body", "L10"), "you", {})


def test_roles_of_two_places_are_not_mixed() -> None:
    mixed = _person(Grant(Role.SUPERVISOR, L1), Grant(Role.OPERATOR, L2))
    assert farthest(mixed, "ChangePerson", L1, {}) is Reach.SCOPE
    assert farthest(mixed, "ChangePerson", L2, {}) is Reach.NO


def test_the_plants_own_setting_goes_before_ours() -> None:
    table = {(Role.QUALITY, "SetSkill"): Reach.ALL, (Role.TEAM_LEADER, "SetSkill"): Reach.NO}
    assert may(_person(Grant(Role.QUALITY, L1)), SetSkill, L2, "you", table)
    assert not may(_person(Grant(Role.TEAM_LEADER, L1)), SetSkill, L1, "you", table)


def test_administrators_keep_what_people_and_permissions_are_administered_with() -> None:
    for command in FIXED:
        assert not editable(Role.ADMINISTRATOR, command)
        assert editable(Role.SUPERVISOR, command)
        with pytest.raises(FixedPermission):
            checked_cell(Role.ADMINISTRATOR, command, Reach.NO)
        assert reach(Role.ADMINISTRATOR, command, {(Role.ADMINISTRATOR, command): Reach.NO}) is Reach.ALL
    assert {"SetPermission", "AddPerson", "ChangePerson", "SetPin"} <= FIXED


@pytest.mark.parametrize(
    ("command", "far"),
    [
        ("Nonsense", Reach.ALL),
        ("NoteSignIn", Reach.ALL),
        ("BeginPlant", Reach.ALL),
        ("SetPermission", Reach.SCOPE),
        ("AddPerson", Reach.OWN),
    ],
)
def test_a_cell_that_makes_no_sense_cannot_be_set(command: str, far: Reach) -> None:
    with pytest.raises(NoSuchReach):
        checked_cell(Role.SUPERVISOR, command, far)


def test_what_only_the_console_does_is_on_no_table() -> None:
    assert not on_table(NoteSignIn)
    assert not on_table(BeginPlant)
    assert reaches(ChangePerson) == tuple(Reach)
    assert reaches(AddPerson) == (Reach.NO, Reach.SCOPE, Reach.ALL)
    assert reaches(SetPermission) == (Reach.NO, Reach.ALL)


def test_nobody_makes_somebody_who_can_do_more_than_they_can() -> None:
    supervisor = _person(Grant(Role.SUPERVISOR, L1))
    for role in (Role.OPERATOR, Role.TEAM_LEADER, Role.SUPERVISOR, Role.VIEWER):
        assert may_give(supervisor, Grant(role, L1), {}), role
        assert may_give(supervisor, Grant(role, (*L1, "L1/30")), {}), role
    assert not may_give(supervisor, Grant(Role.ADMINISTRATOR, L1), {})
    for scope in ((), L1[:2], L2):
        assert not may_give(supervisor, Grant(Role.SUPERVISOR, scope), {}), scope
    administrator = _person(Grant(Role.ADMINISTRATOR))
    assert all(may_give(administrator, Grant(role, scope), {}) for role in Role for scope in ((), L1))


def test_a_role_that_the_plant_made_stronger_can_be_given_by_fewer() -> None:
    supervisor, table = _person(Grant(Role.SUPERVISOR, L1)), {(Role.OPERATOR, "RestoreBackup"): Reach.ALL}
    assert may_give(supervisor, Grant(Role.OPERATOR, L1), {})
    assert not may_give(supervisor, Grant(Role.OPERATOR, L1), table)


def test_nobody_gives_a_role_more_than_they_may_everywhere() -> None:
    table = {(Role.SUPERVISOR, "SetPermission"): Reach.ALL}
    supervisor = _person(Grant(Role.SUPERVISOR))
    assert may_set(supervisor, "SetSkill", Reach.SCOPE, table)
    assert not may_set(supervisor, "SetSkill", Reach.ALL, table)
    assert not may_set(_person(Grant(Role.SUPERVISOR, L1)), "SetSkill", Reach.SCOPE, table)
    assert may_set(_person(Grant(Role.ADMINISTRATOR)), "SetSkill", Reach.ALL, table)


def test_two_consoles_write_one_row_for_a_cell() -> None:
    assert permission_id(Role.QUALITY, "SetSkill") == permission_id(Role("quality"), "SetSkill")
