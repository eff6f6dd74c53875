"""Rules of calls in the records: every value comes back as it was, and two consoles that share have one call."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.domain.andon import (
    Ask,
    AskKind,
    Call,
    CallStep,
    Category,
    Cause,
    Move,
    Rung,
    Severity,
    Source,
    Stage,
    call_id,
)
from console.domain.andon_refusals import AlreadyDone
from console.domain.callrules import CallRule, Kind
from console.domain.commands import CONSOLE, Command
from console.domain.commands.andon import (
    AcknowledgeCall,
    AddCategory,
    ArriveAtCall,
    BeginCalls,
    ChangeCategory,
    ClearCall,
    CloseCall,
    EscalateCall,
    RaiseCall,
    ResolveCall,
    SetCallRule,
)
from console.domain.commands.comments import AddComment
from console.domain.commands.people import AddPerson
from console.domain.commands.roster import SetAbsence, SetDuty
from console.domain.comments import Comment
from console.domain.people import Role
from console.domain.roster import Absence, Duty
from tests.databases import PostgreSQL, Server
from tests.records.plants import Site, assert_one_truth, explained

STATION = "L1/30"
RAISED = datetime(2026, 11, 20, 14, 0, 0, 250_000, tzinfo=UTC)
MACHINE = Category(
    "machine",
    "Maschine – 设备 🏭",
    owner=Role.TEAM_LEADER,
    ladder=(Rung(180.0, Role.MAINTENANCE), Rung(600.5, Role.SUPERVISOR, Stage.ON_SITE)),
    acknowledge_within=180.1,
    causes=(Cause("jam", "Jam", "stop"), Cause("wear", "Wear")),
    asks=(Ask("part", "零件号 🏭", needed=True), Ask("what", "What", AskKind.CHOICE, ("返工", "scrap"))),
)
RULE = CallRule(
    "r",
    "Too hot",
    Kind.LIMIT,
    "machine",
    Severity.MAJOR,
    ("L1",),
    signal="temperature",
    limit=60.1,
    below=True,
    hysteresis=0.3,
    delay=5.5,
    count=3,
    window=60.0,
    chatter=4,
    text="{value}",
)
DUTY = Duty("d", "p", Role.MAINTENANCE, ("S", "A"), "cal", "Day", (0, 4), date(2026, 11, 1), None, False)
GONE = Absence("a", "p", date(2026, 11, 3), date(2026, 11, 5), "Day", "ill")
ID = call_id(STATION, "machine", "149", RAISED)
ON = (ID, STATION)
NOW = datetime.now(UTC)


def heard(at: datetime = RAISED, **more: Any) -> RaiseCall:
    return RaiseCall(STATION, "machine", "BARRIER", source=Source.RULE, code="149", what="149", raised=at, **more)


@pytest.fixture(params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def two(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[tuple[Site, Site, Any]]:
    """Two consoles that have the same category and share one PostgreSQL when told to."""
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    for site in (a, b):
        site.join(address)
    begin(a)
    a.share(), b.share()
    yield a, b, address
    a.close(), b.close()


def begin(site: Site) -> None:
    site.do(BeginCalls((MACHINE,), (RULE,)), CONSOLE)
    for person in ("anna", "bert"):
        site.do(AddPerson(person, person.title()))


def everything() -> list[Command]:
    return [
        AddPerson("p", "Paul"),
        AddCategory(MACHINE),
        SetCallRule(RULE),
        SetDuty(DUTY),
        SetAbsence(GONE),
        heard(answers=(("part", " 4711 🏭 "), ("what", "返工"))),
        AddComment("c", "andon_call", ID, STATION, "产线 🏭 <b>", ("p",)),
    ]


def test_every_value_comes_back_as_it_was_from_here_and_from_a_shared_database(tmp_path: Path, server: Server) -> None:
    address = server.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    try:
        for command in everything():
            a.do(command, CONSOLE)
        for site in (a, b):
            site.join(address)
            site.share()
        for site in (a, b):
            for value in (MACHINE, RULE, DUTY, GONE):
                assert site.get(type(value), value.id) == value
            call, said = site.get(Call, ID), site.get(Comment, "c")
            assert call is not None
            assert said is not None
            assert (call.raised, call.text, call.closed, call.level) == (RAISED, "BARRIER", None, -1)
            assert call.answers == (("part", "4711 🏭"), ("what", "返工"))
            assert (said.text, said.mentions) == ("产线 🏭 <b>", ("p",))
        assert_one_truth(address, a, b)
    finally:
        a.close(), b.close()


# Two consoles


def test_what_both_hear_is_one_call_with_one_step(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    for site in (a, b):
        site.do(heard(), CONSOLE)
        site.do(heard(RAISED + timedelta(seconds=30)), CONSOLE)
    for site in (a, b, a):
        site.share()

    assert_one_truth(address, a, b)
    call = a.get(Call, ID)
    assert call is not None
    assert (call.repeats, call.repeated) == (1, RAISED + timedelta(seconds=30))
    steps = a.local.ask(lambda desk: desk.find(CallStep, call=ID))
    assert sorted(step.move for step in steps) == [Move.RAISE, Move.REPEAT]
    assert explained(a) == explained(b) == {}, "nobody is told of a refusal"


def test_what_both_hear_a_moment_apart_is_one_call(two: tuple[Site, Site, Any]) -> None:
    """Another second, so another id: the one that was shared first stays."""
    a, b, address = two
    a.do(heard(RAISED.replace(microsecond=999_000)), CONSOLE)
    b.do(heard(RAISED.replace(microsecond=0) + timedelta(seconds=1)), CONSOLE)
    for site in (a, b, a):
        site.share()

    assert_one_truth(address, a, b)
    assert len(b.local.ask(lambda desk: desk.find(Call))) == 1
    assert explained(b) == {}


def test_one_ladder_is_climbed_by_two_consoles(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(heard(), CONSOLE)
    a.share(), b.share()
    for site in (a, b):
        site.do(EscalateCall(*ON, 0, ("anna",)), CONSOLE)
        site.do(EscalateCall(*ON, 1, ("bert",)), CONSOLE)
    for site in (b, a, b):
        site.share()

    assert_one_truth(address, a, b)
    steps = b.local.ask(lambda desk: desk.find(CallStep, call=ID, move="escalate", order="level"))
    assert [(step.level, step.note) for step in steps] == [(0, "anna"), (1, "bert")]
    assert explained(a) == explained(b) == {}


def test_who_acknowledges_first_has_it_and_the_other_is_told_who(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(heard(), CONSOLE)
    a.share(), b.share()
    a.do(AcknowledgeCall(*ON), "anna")
    b.do(AcknowledgeCall(*ON), "bert")
    b.do(ArriveAtCall(*ON), "bert")
    a.share()
    told = b.share().refused
    a.share()

    ((command, refusal),) = told
    assert (command, refusal.code, refusal.facts["name"]) == ("AcknowledgeCall", AlreadyDone.code, "Anna")
    assert_one_truth(address, a, b)
    call = b.get(Call, ID)
    assert call is not None
    assert (call.owner, call.acknowledged_by, call.arrived_by, call.stage) == ("anna", "anna", "bert", Stage.ON_SITE)


def test_what_was_done_at_two_consoles_comes_together(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(heard(), CONSOLE)
    a.share(), b.share()
    a.do(ResolveCall(*ON, "jam", "", "New pin"), "anna")
    b.do(heard(RAISED + timedelta(seconds=10), severity=Severity.CRITICAL), CONSOLE)
    b.do(AddComment("c", "andon_call", ID, STATION, "Pin?"), "bert")
    b.share(), a.share(), b.share()

    assert_one_truth(address, a, b)
    call = a.get(Call, ID)
    assert call is not None
    assert (call.severity, call.resolved_by, call.countermeasure) == (Severity.CRITICAL, "anna", "New pin")


def test_a_call_that_one_console_closed_is_not_opened_by_what_the_other_heard_before(
    two: tuple[Site, Site, Any],
) -> None:
    a, b, address = two
    for site in (a, b):
        site.do(heard(), CONSOLE)
    a.do(CloseCall(*ON, "jam", "", "New pin", (("part", "4711"),)), "anna")
    a.share()
    b.do(ClearCall(STATION, "machine", "149", RAISED + timedelta(seconds=5)), CONSOLE)
    b.share(), a.share()

    assert_one_truth(address, a, b)
    call = b.get(Call, ID)
    assert call is not None
    assert not call.open
    assert explained(b) == {}


def test_a_call_is_not_lost_because_its_category_asks_otherwise_by_now(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(ChangeCategory(replace(MACHINE, asks=MACHINE.asks[1:])), CONSOLE)
    b.do(heard(answers=(("part", "4711"), ("what", "scrap"))), CONSOLE)
    a.share(), b.share(), a.share()

    assert_one_truth(address, a, b)
    call = a.get(Call, ID)
    assert call is not None
    assert call.answers == (("part", "4711"), ("what", "scrap")), "what was answered is shown by its id"
    assert explained(b) == {}


def test_a_console_that_joins_brings_no_shipped_categories_over_those_of_the_plant(
    tmp_path: Path, two: tuple[Site, Site, Any]
) -> None:
    a, _, address = two
    a.do(ChangeCategory(replace(MACHINE, name="Press")), "anna")
    a.share()
    late = Site(tmp_path, "late")
    try:
        late.do(BeginCalls((MACHINE, replace(MACHINE, id="help", name="Help")), (RULE,)), CONSOLE)
        late.do(RaiseCall(STATION, "machine", "Jam"), "anna")
        late.join(address)
        late.share()
        assert [one.name for one in late.local.ask(lambda desk: desk.find(Category))] == ["Press"]
        assert explained(late) == {}
        late.verified()
    finally:
        late.close()
