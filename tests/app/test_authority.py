"""Promise 7: nobody acts in another's name. Every command is walked through every role, reach and place."""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from console.app.rights import read_rights
from console.domain.commands import CONSOLE, KNOWN, Command, Stamp
from console.domain.commands.earlywarning import AddWarningRule, ChangeWarningRule
from console.domain.commands.people import (
    AddOperation,
    AddPerson,
    ChangeOperation,
    ChangePerson,
    NoteSignIn,
    SetBadge,
    SetPermission,
    SetPin,
    SetSkill,
    Unlock,
)
from console.domain.desk import Desk, ReadDesk
from console.domain.errors import Refusal
from console.domain.people import Credential, Grant, Operation, Person, Role, Skill
from console.domain.permissions import (
    MoreThanOwn,
    NotAllowed,
    Permission,
    Reach,
    SignInNeeded,
    on_table,
    permission_id,
    reach,
    reaches,
)
from console.domain.warning_rules import Sign, WarningRule
from console.records.payloads import know_all
from tests.app.staffed import ADA, NOON, WAYS, Staffed, at, pin_hash

know_all()
SETTABLE = sorted((kind for kind in KNOWN.values() if on_table(kind)), key=lambda kind: kind.__name__)
OWN = sorted((kind for kind in KNOWN.values() if kind.own), key=lambda kind: kind.__name__)
L1, L2 = WAYS["L1"], WAYS["L2"]
INSIDE, OUTSIDE = "inside", "outside"  # viewers at L1 and L2


@pytest.fixture(scope="module")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Staffed]:
    """An office with one person for each role at L1, a viewer at L1 and one at L2."""
    staffed = Staffed(tmp_path_factory.mktemp("authority"))
    for role in Role:
        staffed.add(role.value, at(role, *L1))
    staffed.add(INSIDE, at(Role.VIEWER, *L1))
    staffed.add(OUTSIDE, at(Role.VIEWER, *L2))
    yield staffed
    staffed.close()


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Staffed]:
    """An office that a test may change."""
    staffed = Staffed(tmp_path)
    yield staffed
    staffed.close()


def made(kind: type[Command], place: str = "", about: str = "") -> Command:
    """A command of any kind; what it is about is `about` and where it is `place`, as far as it has such fields."""
    return _made(kind, place, about)  # type: ignore[no-any-return]


def _made(kind: Any, place: str, about: str) -> Any:
    hints = typing.get_type_hints(kind)
    given = {field.name: _value(hints[field.name], place, about) for field in dataclasses.fields(kind)}
    for name in ("place", "where", "line", "station", "area"):
        if name in given:
            given[name] = place
    if "places" in given:
        given["places"] = (place,) if place else ()
    for name in ("person", "owner"):
        if name in given and about:
            given[name] = about
    if "scope" in given:
        given["scope"] = WAYS.get(place, ())
    if "grants" in given:
        scope = WAYS.get(place) or {INSIDE: L1, OUTSIDE: L2}.get(about, ())
        given["grants"] = (Grant(Role.VIEWER, scope),) if scope else ()
    return kind(**given)


def _value(hint: Any, place: str, about: str) -> Any:
    if dataclasses.is_dataclass(hint):
        return _made(hint, place, about)
    if typing.get_origin(hint) is not None or type(None) in typing.get_args(hint):
        return None if type(None) in typing.get_args(hint) else typing.get_origin(hint)()
    if isinstance(hint, type) and issubclass(hint, Enum):
        return next(iter(hint))
    plain: dict[Any, Any] = {str: "x", int: 1, float: 1.0, bool: True, date: date(2026, 11, 21)}
    return plain.get(hint, datetime(2026, 11, 21, tzinfo=UTC) if hint is datetime else None)


def circumstances(kind: type[Command]) -> dict[str, tuple[str, str]]:
    """Place and person by what they are called: where the command could be about something."""
    if kind.place is not Command.place:
        return {"inside": ("L1/30", ""), "outside": ("L2", ""), "nowhere": ("", "")}
    if kind.about is not Command.about:
        return {"inside": ("", INSIDE), "outside": ("", OUTSIDE), "own": ("", "own")}
    if "grants" in getattr(kind, "__dataclass_fields__", {}):
        return {"inside": ("L1", ""), "outside": ("L2", "")}
    return {"nowhere": ("", "")}


def expected(far: Reach, where: str) -> bool:
    """The rule in words: everywhere, inside one's place, about oneself, not at all."""
    return {
        Reach.ALL: True,
        Reach.SCOPE: where in ("inside", "own"),
        Reach.OWN: where == "own",
        Reach.NO: False,
    }[far]


def verdict(staffed: Staffed, desk: ReadDesk, who: str, command: Command) -> type[Refusal] | None:
    """What the authority says: None = allowed."""
    stamp = Stamp("id", datetime.fromtimestamp(NOON, UTC), who, "console-1")
    try:
        staffed.office.authority.check(desk, stamp, command)
    except Refusal as refusal:
        return type(refusal)
    return None


class _Unset:
    """Cells of a table that no database has: asked as the authority asks."""

    def __init__(self, desk: ReadDesk, cell: Permission) -> None:
        self.desk, self.cell = desk, cell
        self.get: Callable[..., Any] = desk.get

    def find(self, cls: type, *tests: Any, **equals: Any) -> list[Any]:
        """The one cell, or what the database holds."""
        return [self.cell] if cls is Permission else self.desk.find(cls, *tests, **equals)


@pytest.mark.parametrize("kind", SETTABLE, ids=lambda kind: kind.__name__)
def test_a_role_can_give_a_command_exactly_as_far_as_the_table_says(staffed: Staffed, kind: type[Command]) -> None:
    def walk(desk: ReadDesk) -> list[str]:
        wrong = []
        for role in Role:
            for name, (place, about) in circumstances(kind).items():
                command = made(kind, place, role.value if about == "own" else about)
                allowed = verdict(staffed, desk, role.value, command) is None
                if allowed is not expected(reach(role, kind.__name__, {}), name):
                    wrong.append(f"{role} {name}: {'allowed' if allowed else 'refused'}")
        return wrong

    assert staffed.ask(walk) == []


@pytest.mark.parametrize("kind", SETTABLE, ids=lambda kind: kind.__name__)
def test_what_the_plant_sets_holds_for_every_command_and_reach(staffed: Staffed, kind: type[Command]) -> None:
    role, name = Role.QUALITY, kind.__name__

    def walk(desk: ReadDesk) -> list[str]:
        wrong = []
        for far in reaches(kind):
            set_so: Any = _Unset(desk, Permission(permission_id(role, name), role, name, far))
            staffed.office.authority.forget()
            for where, (place, about) in circumstances(kind).items():
                command = made(kind, place, role.value if about == "own" else about)
                allowed = verdict(staffed, set_so, role.value, command) is None
                if allowed is not expected(far, where):
                    wrong.append(f"{far} {where}: {'allowed' if allowed else 'refused'}")
        staffed.office.authority.forget()
        return wrong

    assert staffed.ask(walk) == []


@pytest.mark.parametrize("kind", SETTABLE, ids=lambda kind: kind.__name__)
def test_a_screen_offers_exactly_what_the_authority_allows(staffed: Staffed, kind: type[Command]) -> None:
    def walk(desk: ReadDesk) -> list[str]:
        rights, wrong = read_rights(desk), []
        for role in Role:
            for name, (place, about) in circumstances(kind).items():
                about = role.value if about == "own" else about
                way = staffed.office.authority.way(place) if place or not about else None
                offered = rights.may(rights.people[role.value], kind, way, about)
                allowed = verdict(staffed, desk, role.value, made(kind, place, about)) is None
                if offered is not allowed:
                    wrong.append(f"{role} {name}: {'offered' if offered else 'not offered'}")
        return wrong

    assert staffed.ask(walk) == []


@pytest.mark.parametrize("kind", SETTABLE, ids=lambda kind: kind.__name__)
def test_a_change_always_needs_a_sign_in(staffed: Staffed, kind: type[Command]) -> None:
    assert staffed.ask(lambda desk: verdict(staffed, desk, "", made(kind, "L1", INSIDE))) is SignInNeeded
    assert staffed.ask(lambda desk: verdict(staffed, desk, "nobody", made(kind, "L1", INSIDE))) is NotAllowed


@pytest.mark.parametrize("kind", OWN, ids=lambda kind: kind.__name__)
def test_what_only_the_console_does_nobody_does(staffed: Staffed, kind: type[Command]) -> None:
    assert staffed.ask(lambda desk: verdict(staffed, desk, ADA, made(kind, "", INSIDE))) is NotAllowed
    assert staffed.ask(lambda desk: verdict(staffed, desk, CONSOLE, made(kind, "", INSIDE))) is None


def test_somebody_set_inactive_can_do_nothing(fresh: Staffed) -> None:
    fresh.add("bob", at(Role.ADMINISTRATOR), pin="2580")
    fresh.must(ChangePerson("bob", "Bob", "", (at(Role.ADMINISTRATOR),), active=False), who=ADA)
    assert isinstance(fresh.do(AddOperation("o", "Weld"), who="bob"), NotAllowed)


def test_a_command_that_is_refused_leaves_no_trace(fresh: Staffed) -> None:
    fresh.add("olaf", at(Role.OPERATOR, *L1))
    refused = fresh.do(AddOperation("o", "Weld", "L1"), who="olaf")
    assert isinstance(refused, NotAllowed)
    assert refused.facts == {"command": "AddOperation", "who": "olaf", "place": "L1"}
    assert fresh.ask(lambda desk: desk.count(Operation)) == 0


# What the plant set is heeded at once


def test_a_permission_counts_from_the_next_command_on(fresh: Staffed) -> None:
    fresh.add("olaf", at(Role.OPERATOR, *L1))
    assert isinstance(fresh.do(AddOperation("a", "A", "L1"), who="olaf"), NotAllowed)
    results: list[Any] = []
    give = SetPermission(Role.OPERATOR, "AddOperation", Reach.SCOPE)
    take = SetPermission(Role.OPERATOR, "AddOperation", Reach.NO)
    for who, command in (
        (ADA, give),
        ("olaf", AddOperation("b", "B", "L1")),
        (ADA, take),
        ("olaf", AddOperation("c", "C", "L1")),
    ):  # given at once: they become durable together
        fresh.office.do(command, results.append, results.append, who=who)
    fresh.settle()
    assert [isinstance(result, NotAllowed) for result in results] == [False, False, False, True]
    assert fresh.ask(lambda desk: [o.id for o in desk.find(Operation)]) == ["b"]
    assert fresh.ask(lambda desk: desk.count(Permission)) == 0  # what is as we ship it is not kept


def test_a_permission_that_did_not_become_durable_counts_for_nobody(fresh: Staffed) -> None:
    fresh.add("olaf", at(Role.OPERATOR, *L1))
    authority = fresh.office.authority
    stamp = Stamp("id", datetime.fromtimestamp(NOON, UTC), ADA, "console-1")
    give = SetPermission(Role.OPERATOR, "AddOperation", Reach.SCOPE)

    def given_but_lost(desk: Desk) -> bool:
        authority.check(desk, stamp, give)
        cell = Permission(permission_id(Role.OPERATOR, "AddOperation"), Role.OPERATOR, "AddOperation", Reach.SCOPE)
        lost: Any = _Unset(desk, cell)
        authority.check(lost, stamp, give)
        return verdict(fresh, lost, "olaf", AddOperation("a", "A", "L1")) is None

    assert fresh.ask(typing.cast(Any, given_but_lost))
    assert isinstance(fresh.do(AddOperation("a", "A", "L1"), who="olaf"), NotAllowed)


def test_a_permission_that_came_from_another_console_counts(fresh: Staffed) -> None:
    from console.domain.events import RecordChanged
    from console.records.desk import RowDesk

    fresh.add("olaf", at(Role.OPERATOR, *L1))
    assert isinstance(fresh.do(AddOperation("a", "A", "L1"), who="olaf"), NotAllowed)

    def merged(local: Any) -> None:
        with local.writing() as db:
            desk = RowDesk(db)
            desk.begin("elsewhere")
            id = permission_id(Role.OPERATOR, "AddOperation")
            desk.put(Permission(id, Role.OPERATOR, "AddOperation", Reach.SCOPE))
            desk.flush()

    box: list[Any] = []
    fresh.office.run(merged, box.append, box.append)
    assert fresh.wait(box) is None
    fresh.bus.publish(RecordChanged("permission", "some", "elsewhere", "someone", here=False))
    fresh.must(AddOperation("a", "A", "L1"), who="olaf")


# Nobody becomes more than they are


@pytest.fixture
def sam(fresh: Staffed) -> Staffed:
    """An office with a supervisor of L1, an operator at L1 and one at both lines, and an administrator at L1."""
    fresh.add("sam", at(Role.SUPERVISOR, *L1))
    fresh.add("olaf", at(Role.OPERATOR, *L1))
    fresh.add("both", at(Role.OPERATOR, *L1), at(Role.OPERATOR, *L2))
    fresh.add("root", at(Role.ADMINISTRATOR, *L1), pin="2580")
    return fresh


def _changed(who: str, *grants: Grant) -> ChangePerson:
    return ChangePerson(who, who.title(), "", grants)


RAISED = {
    "another's role": _changed("olaf", at(Role.ADMINISTRATOR, *L1)),
    "one's own role": _changed("sam", at(Role.ADMINISTRATOR, *L1)),
    "one's own place": _changed("sam", at(Role.SUPERVISOR)),
    "another's place": _changed("olaf", at(Role.OPERATOR, *L2)),
    "a new administrator": AddPerson("new", "New", "", (at(Role.ADMINISTRATOR, *L1),)),
    "a new one elsewhere": AddPerson("new", "New", "", (at(Role.OPERATOR, *L2),)),
    "a new one everywhere": AddPerson("new", "New", "", (at(Role.OPERATOR),)),
    "a new one nowhere": AddPerson("new", "New"),
    "an administrator's PIN": SetPin("root", pin_hash("1379")),
    "an administrator's badge": SetBadge("root", "0" * 64),
    "an administrator's lock": Unlock("root"),
    "the only administrator": ChangePerson(ADA, "Ada", "", (), active=False),
    "somebody who works elsewhere too": SetPin("both", pin_hash("1379")),
    "the permissions": SetPermission(Role.SUPERVISOR, "RestoreBackup", Reach.ALL),
}


@pytest.mark.parametrize("command", RAISED.values(), ids=RAISED.keys())
def test_a_supervisor_cannot_become_or_make_more_than_a_supervisor_there(sam: Staffed, command: Command) -> None:
    result = sam.do(command, who="sam")
    assert isinstance(result, NotAllowed | MoreThanOwn), result


def test_a_supervisor_looks_after_the_people_of_the_line(sam: Staffed) -> None:
    sam.must(AddPerson("new", "New", "", (at(Role.OPERATOR, *L1, "L1/30"),)), who="sam")
    sam.must(_changed("olaf", at(Role.TEAM_LEADER, *L1)), who="sam")
    sam.must(SetPin("olaf", pin_hash()), who="sam")
    sam.must(SetPin("sam", pin_hash()), who="sam")
    sam.must(_changed("sam", at(Role.SUPERVISOR, *L1)), who="sam")


def test_who_may_set_permissions_gives_no_more_than_they_have(sam: Staffed) -> None:
    sam.must(SetPermission(Role.SUPERVISOR, "SetPermission", Reach.ALL), who=ADA)
    raised = sam.do(SetPermission(Role.SUPERVISOR, "ChangePerson", Reach.ALL), who="sam")
    assert isinstance(raised, MoreThanOwn)
    sam.must(SetPermission(Role.SUPERVISOR, "ChangePerson", Reach.NO), who="sam")


def test_an_operation_is_not_taken_from_another_line(sam: Staffed) -> None:
    sam.must(AddOperation("paint", "Paint", "L2"), who=ADA)
    sam.must(AddOperation("any", "Any"), who=ADA)
    sam.must(AddOperation("weld", "Weld", "L1/30"), who="sam")
    assert isinstance(sam.do(ChangeOperation("paint", "Paint", "L1"), who="sam"), NotAllowed)
    assert isinstance(sam.do(ChangeOperation("any", "Any", "L1"), who="sam"), NotAllowed)
    assert isinstance(sam.do(ChangeOperation("weld", "Weld", "L2"), who="sam"), NotAllowed)
    sam.must(ChangeOperation("weld", "Weld A", "L1"), who="sam")


def test_a_rule_of_early_warning_is_not_taken_from_another_line(sam: Staffed) -> None:
    theirs, mine = (WarningRule(line, "Hot", Sign.RATE, (line,), "*", 1.0, 60.0) for line in ("L2", "L1"))
    sam.must(AddWarningRule(theirs), who=ADA)
    sam.must(AddWarningRule(mine), who="sam")
    taken, given = dataclasses.replace(theirs, places=("L1",)), dataclasses.replace(mine, places=("L2",))
    assert isinstance(sam.do(ChangeWarningRule(taken, 1), who="sam"), NotAllowed)
    assert isinstance(sam.do(ChangeWarningRule(given, 1), who="sam"), NotAllowed)
    sam.must(ChangeWarningRule(dataclasses.replace(mine, limit=2.0), 1), who="sam")


def test_a_skill_is_judged_by_whoever_leads_one_of_the_persons_places(sam: Staffed) -> None:
    sam.add("lea", at(Role.TEAM_LEADER, *L2))
    sam.must(AddOperation("paint", "Paint", "L2"), who=ADA)
    sam.must(SetSkill("both", "paint", 3), who="lea")
    assert isinstance(sam.do(SetSkill("olaf", "paint", 3), who="lea"), NotAllowed)
    assert isinstance(sam.do(SetSkill("olaf", "paint", 3), who="olaf"), NotAllowed)
    assert sam.ask(lambda desk: [skill.person for skill in desk.find(Skill)]) == ["both"]


def test_a_sign_in_cannot_be_noted_by_hand(sam: Staffed) -> None:
    assert isinstance(sam.do(NoteSignIn("root", right=True), who=ADA), NotAllowed)
    assert sam.ask(lambda desk: desk.need(Credential, "root").failures) == 0


def test_the_first_administrator_needs_nobody_and_comes_only_once(tmp_path: Path) -> None:
    from console.domain.commands.people import BeginPlant
    from console.domain.people import PlantHasBegun

    empty = Staffed(tmp_path, begun=False)
    empty.must(BeginPlant("first", "First", "", pin_hash()), who="")
    assert isinstance(empty.do(BeginPlant("second", "Second", "", pin_hash()), who=""), PlantHasBegun)
    assert empty.ask(lambda desk: [person.id for person in desk.find(Person)]) == ["first"]
    empty.close()
