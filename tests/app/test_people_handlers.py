"""What is asked about people, skills and permissions, carried out on real records, and what screens are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.demopeople import seed_demo_people
from console.app.handlers.people import AlreadyThere
from console.app.queries import people as queries
from console.demo.people import DEMO_PIN, people_commands
from console.demo.plant_text import plant_text
from console.domain.commands.people import (
    AddOperation,
    AddPerson,
    BeginPlant,
    ChangeOperation,
    ChangePerson,
    NoteSignIn,
    RemoveSkill,
    SetBadge,
    SetPermission,
    SetPin,
    SetSkill,
    Unlock,
)
from console.domain.desk import ChangedMeanwhile, Missing
from console.domain.people import (
    Credential,
    LastAdministrator,
    NameEmpty,
    NotActive,
    NumberTaken,
    Person,
    Role,
    Skill,
    skill_id,
)
from console.domain.permissions import FixedPermission, Reach
from console.domain.proofs import LOCK_AFTER, BadgeTaken, NotHashed
from console.domain.skills import Standing
from console.telemetry.plantfile import load_plant
from tests.app.staffed import ADA, NOON, PIN, WAYS, Staffed, at, pin_hash

L1, L2 = WAYS["L1"], WAYS["L2"]
TODAY = date(2026, 11, 21)
BADGE, OTHER_BADGE = "0" * 64, "1" * 64


@pytest.fixture
def staffed(tmp_path: Path) -> Iterator[Staffed]:
    """An office with Ada, its administrator."""
    staffed = Staffed(tmp_path)
    yield staffed
    staffed.close()


def _person(staffed: Staffed, id: str) -> Person:
    return staffed.ask(lambda desk: desk.need(Person, id))


def _proof(staffed: Staffed, id: str) -> Credential:
    return staffed.ask(lambda desk: desk.need(Credential, id))


# People


def test_the_first_administrator_has_a_pin_and_everything_everywhere(staffed: Staffed) -> None:
    assert _person(staffed, ADA) == Person(ADA, "Ada", "1", (at(Role.ADMINISTRATOR),))
    assert _proof(staffed, ADA) == Credential(ADA, pin_hash())


def test_a_plant_does_not_begin_without_a_hashed_pin(tmp_path: Path) -> None:
    empty = Staffed(tmp_path, begun=False)
    for pin in ("", PIN):
        assert isinstance(empty.do(BeginPlant("a", "Ann", "", pin), who=""), NotHashed)
    assert empty.ask(queries.anybody) is False
    empty.close()


def test_what_is_said_of_a_person_is_kept_tidy(staffed: Staffed) -> None:
    grants = (at(Role.OPERATOR, *L1, "L1/30"), at(Role.QUALITY, *L1), at(Role.OPERATOR, *L1))
    staffed.must(AddPerson("ann", " Ann ", " １７", grants), who=ADA)
    assert _person(staffed, "ann") == Person("ann", "Ann", "17", (at(Role.OPERATOR, *L1), at(Role.QUALITY, *L1)))


def test_a_person_is_not_added_twice_nor_without_a_name(staffed: Staffed) -> None:
    staffed.must(AddPerson("ann", "Ann"))
    assert isinstance(staffed.do(AddPerson("ann", "Other")), AlreadyThere)
    assert isinstance(staffed.do(AddPerson("bob", "  ")), NameEmpty)
    assert isinstance(staffed.do(ChangePerson("nobody", "Nobody")), Missing)


def test_two_active_people_never_have_one_staff_number(staffed: Staffed) -> None:
    staffed.add("ann", number="7")
    staffed.add("bob", number="8")
    refused = staffed.do(AddPerson("cy", "Cy", "７"))
    assert isinstance(refused, NumberTaken)
    assert refused.facts == {"number": "7", "person": "ann", "name": "Ann"}
    assert isinstance(staffed.do(ChangePerson("bob", "Bob", "7")), NumberTaken)
    staffed.must(ChangePerson("ann", "Ann", "7", active=False))
    staffed.must(ChangePerson("bob", "Bob", "7"))
    assert isinstance(staffed.do(ChangePerson("ann", "Ann", "7", active=True)), NumberTaken)


def test_a_change_of_what_somebody_else_changed_meanwhile_is_refused(staffed: Staffed) -> None:
    staffed.add("ann")
    staffed.must(ChangePerson("ann", "Anna", version=1))
    assert isinstance(staffed.do(ChangePerson("ann", "Anne", version=1)), ChangedMeanwhile)
    staffed.must(ChangePerson("ann", "Anne", version=2))


@pytest.mark.parametrize(
    "command",
    [
        ChangePerson(ADA, "Ada", "1", (at(Role.ADMINISTRATOR),), active=False),
        ChangePerson(ADA, "Ada", "1", (at(Role.SUPERVISOR),)),
        SetPin(ADA, ""),
    ],
    ids=["set inactive", "demoted", "without a PIN"],
)
def test_the_last_administrator_stays(staffed: Staffed, command: Any) -> None:
    staffed.add("helper", at(Role.ADMINISTRATOR))  # has nothing to sign in with
    assert isinstance(staffed.do(command), LastAdministrator)
    staffed.must(SetPin("helper", pin_hash()))
    staffed.must(command)


def test_a_badge_is_enough_to_administer(staffed: Staffed) -> None:
    staffed.must(SetBadge(ADA, BADGE))
    staffed.must(SetPin(ADA, ""))
    assert isinstance(staffed.do(SetBadge(ADA, "")), LastAdministrator)


# PINs and badges


def test_no_pin_and_no_badge_is_kept_in_the_clear(staffed: Staffed) -> None:
    staffed.add("ann", at(Role.OPERATOR, *L1))
    staffed.sign_in(ADA)
    assert isinstance(staffed.do(SetPin("ann", PIN)), NotHashed)
    assert isinstance(staffed.do(SetBadge("ann", "0004711")), NotHashed)
    box: list[Any] = []
    staffed.session.set_badge("ann", "BADGE-0004711", box.append, box.append)
    staffed.session.set_pin("ann", "908172635445", box.append, box.append)
    staffed.settle()
    staffed.close()
    assert len(box) == 2
    kept = b"".join(part.read_bytes() for part in staffed.office.folder.iterdir())
    assert b"argon2id" in kept
    assert b"908172635445" not in kept
    assert b"0004711" not in kept


def test_a_badge_belongs_to_one_active_person(staffed: Staffed) -> None:
    staffed.add("ann")
    staffed.add("bob")
    staffed.must(SetBadge("ann", BADGE))
    refused = staffed.do(SetBadge("bob", BADGE))
    assert isinstance(refused, BadgeTaken)
    assert refused.facts == {"person": "ann", "name": "Ann"}
    staffed.must(ChangePerson("ann", "Ann", active=False))
    staffed.must(SetBadge("bob", BADGE))
    assert [_proof(staffed, id).badge for id in ("ann", "bob")] == ["", BADGE]


def test_wrong_pins_are_counted_until_a_right_one_or_an_unlock_or_a_new_pin(staffed: Staffed) -> None:
    staffed.add("ann", pin=PIN)
    for end in (NoteSignIn("ann", right=True), Unlock("ann"), SetPin("ann", pin_hash("1379"))):
        for _ in range(2):
            staffed.must(NoteSignIn("ann", right=False))
        proof = _proof(staffed, "ann")
        assert (proof.failures, proof.last_failure and proof.last_failure.timestamp()) == (2, NOON)
        staffed.must(NoteSignIn("ann", right=True, by="badge"))
        assert _proof(staffed, "ann").failures == 2  # a badge says nothing about the PIN
        staffed.must(end)
        assert (_proof(staffed, "ann").failures, _proof(staffed, "ann").last_failure) == (0, None)


def test_a_new_badge_leaves_the_count_of_wrong_pins(staffed: Staffed) -> None:
    staffed.add("ann", pin=PIN)
    staffed.must(NoteSignIn("ann", right=False))
    staffed.must(SetBadge("ann", BADGE))
    assert _proof(staffed, "ann").failures == 1


# Operations and skills


def test_a_skill_is_kept_once_for_a_person_and_an_operation(staffed: Staffed) -> None:
    staffed.add("ann")
    staffed.must(AddOperation("weld", "Weld"))
    staffed.must(SetSkill("ann", "weld", 2))
    staffed.must(SetSkill("ann", "weld", 3, TODAY, TODAY, " examined ", version=1))
    kept = staffed.ask(lambda desk: queries.skill_kept(desk, "ann", "weld"))
    assert kept is not None
    assert kept.value == Skill(skill_id("ann", "weld"), "ann", "weld", 3, TODAY, TODAY, "examined")
    assert kept.version == 2
    assert isinstance(staffed.do(SetSkill("ann", "weld", 4, version=1)), ChangedMeanwhile)
    staffed.must(RemoveSkill("ann", "weld", version=2))
    assert isinstance(staffed.do(RemoveSkill("ann", "weld")), Missing)


def test_nobody_learns_what_was_taken_away(staffed: Staffed) -> None:
    staffed.add("ann")
    staffed.must(AddOperation("weld", "Weld"))
    staffed.must(ChangeOperation("weld", "Weld", active=False))
    refused = staffed.do(SetSkill("ann", "weld", 3))
    assert isinstance(refused, NotActive)
    assert refused.facts == {"kind": "operation", "id": "weld"}
    staffed.must(ChangeOperation("weld", "Weld"))
    staffed.must(ChangePerson("ann", "Ann", active=False))
    assert isinstance(staffed.do(SetSkill("ann", "weld", 3)), NotActive)
    assert isinstance(staffed.do(SetSkill("nobody", "weld", 3)), Missing)


def test_the_matrix_shows_who_can_do_what_and_where_people_are_wanting(staffed: Staffed) -> None:
    staffed.add("ann", at(Role.OPERATOR, *L1))
    staffed.add("bob", at(Role.OPERATOR, *L2))
    staffed.must(AddOperation("weld", "Weld", "L1/30", needed=2, order=2))
    staffed.must(AddOperation("paint", "Paint", "L2", needed=1, order=1))
    staffed.must(SetSkill("ann", "weld", 3, TODAY + timedelta(days=2)))
    staffed.must(SetSkill("bob", "weld", 4, TODAY - timedelta(days=2)))
    staffed.must(SetSkill("bob", "paint", 4))
    whole = staffed.ask(lambda desk: queries.matrix(desk, TODAY, ways=WAYS))
    assert [person.id for person in whole.people] == ["ann", "bob"]  # an administrator learns nothing here
    assert [kept.value.id for kept in whole.operations] == ["paint", "weld"]
    assert whole.cells["ann", "weld"].standing is Standing.EXPIRING
    assert whole.cells["bob", "weld"].standing is Standing.EXPIRED
    assert whole.cells["ann", "weld"].waiting  # not shared yet
    assert ("ann", "paint") not in whole.cells
    weld, paint = whole.coverage["weld"], whole.coverage["paint"]
    assert (weld.able, weld.lapsed, weld.gap) == (("ann",), ("bob",), 1)
    assert (paint.able, paint.missing, paint.gap) == (("bob",), (), 0)  # who works elsewhere is not missing here
    assert whole.gaps == 1
    line = staffed.ask(lambda desk: queries.matrix(desk, TODAY, L2, WAYS))
    assert [person.id for person in line.people] == ["bob"]
    assert [kept.value.id for kept in line.operations] == ["paint"]


# Permissions and people as screens see them


def test_the_table_of_permissions_shows_ours_and_the_plants(staffed: Staffed) -> None:
    staffed.must(SetPermission(Role.QUALITY, "SetSkill", Reach.SCOPE))
    rows = {row.command: row for row in staffed.ask(queries.permissions)}
    cell = rows["SetSkill"].cells[Role.QUALITY]
    assert (cell.reach, cell.shipped, cell.editable, cell.waiting) == (Reach.SCOPE, Reach.NO, True, True)
    assert not rows["SetPermission"].cells[Role.ADMINISTRATOR].editable
    assert {"NoteSignIn", "BeginPlant"}.isdisjoint(rows)
    nouns = [row.noun for row in staffed.ask(queries.permissions)]
    assert nouns[0] == "people"
    assert all(nouns.index(noun) + nouns.count(noun) > place for place, noun in enumerate(nouns))  # each in one piece


def test_what_administrators_need_cannot_be_taken_from_them(staffed: Staffed) -> None:
    assert isinstance(staffed.do(SetPermission(Role.ADMINISTRATOR, "SetPermission", Reach.NO)), FixedPermission)


def test_the_screen_of_people_shows_no_hash_and_who_is_locked_out(staffed: Staffed) -> None:
    staffed.add("ann", at(Role.OPERATOR, *L1), pin=PIN)
    for who in ("ann", ADA):
        for _ in range(LOCK_AFTER):
            staffed.must(NoteSignIn(who, right=False))
    shown = {each.person.id: each for each in staffed.ask(queries.people)}
    assert pin_hash() not in repr(shown)
    assert (shown["ann"].pin, shown["ann"].badge, shown["ann"].failures, shown["ann"].locked) == (True, False, 10, True)
    assert not shown[ADA].locked  # nobody could unlock her


def test_a_screen_can_ask_who_may(staffed: Staffed) -> None:
    staffed.add("sam", at(Role.SUPERVISOR, *L1))
    staffed.add("lea", at(Role.TEAM_LEADER, *L2))
    staffed.add("olaf", at(Role.OPERATOR, *L1), pin=PIN)
    able = staffed.ask(lambda desk: queries.who_may(desk, "SetSkill", L1))
    assert [person.id for person in able] == [ADA, "sam"]
    able = staffed.ask(lambda desk: queries.who_may_act_for(desk, "Unlock", "olaf"))
    assert [person.id for person in able] == [ADA, "sam"]
    assert [person.id for person in staffed.ask(queries.signing_in)] == [ADA, "olaf"]


# The demo's people


def _seeded(folder: Path) -> Staffed:
    staffed = Staffed(folder, begun=False)
    path = folder / "plant.toml"
    path.write_text(plant_text(), encoding="utf-8")
    refused: list[Any] = []
    from console.domain.events import CommandRefused

    staffed.bus.on(CommandRefused, refused.append)
    box: list[str] = []
    seed_demo_people(staffed.office, load_plant(path).plant, TODAY, done=lambda: box.append("done"))
    staffed.wait(box)
    assert refused == []
    return staffed


def test_the_demo_has_people_of_every_role_and_a_matrix_worth_looking_at(tmp_path: Path) -> None:
    staffed = _seeded(tmp_path)
    people = staffed.ask(lambda desk: desk.find(Person))
    assert set().union(*(person.roles for person in people)) == set(Role)
    matrix = staffed.ask(lambda desk: queries.matrix(desk, TODAY))
    seen = [cell.standing for cell in matrix.cells.values()]
    assert {Standing.VALID, Standing.EXPIRING, Standing.EXPIRED} <= set(seen)
    assert seen.count(Standing.EXPIRED) + seen.count(Standing.EXPIRING) < len(seen) / 5
    assert 0 < matrix.gaps < len(matrix.operations)
    operator = next(person for person in people if Role.OPERATOR in person.roles)
    assert staffed.sign_in(operator.id, DEMO_PIN) == operator
    staffed.close()


def test_the_demo_gives_the_same_people_every_time_and_only_to_an_empty_office(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in "ab"]
    told = []
    for folder in folders:
        folder.mkdir()
        staffed = _seeded(folder)
        plant = load_plant(folder / "plant.toml").plant
        rows = [staffed.ask(lambda desk, cls=cls: desk.find(cls)) for cls in (Person, Credential, Skill)]
        box: list[str] = []
        seed_demo_people(staffed.office, plant, TODAY, chinese=True, done=lambda box=box: box.append("done"))
        staffed.wait(box)
        assert staffed.ask(lambda desk: desk.find(Person)) == rows[0]
        told.append(rows)
        staffed.close()
    assert told[0] == told[1]


def test_the_demo_speaks_chinese_too(tmp_path: Path) -> None:
    path = tmp_path / "plant.toml"
    path.write_text(plant_text(), encoding="utf-8")
    plant = load_plant(path).plant
    commands = list(people_commands(plant, TODAY, pin_hash(DEMO_PIN), chinese=True))
    called = {command.called for command in commands if isinstance(command, AddPerson | BeginPlant)}
    assert {"管理员 1", "班组长 2", "操作工 16"} <= called
