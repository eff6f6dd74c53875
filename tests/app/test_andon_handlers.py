"""Rules of calls as people give commands about them: who may, what is kept, what is refused and in which words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.queries.andon import Wanted, calls_like, history, responses, thread
from console.app.queries.callsetup import absences, call_setup, categories_for
from console.domain.andon import Ask, AskKind, Category, Move, Severity, Source, Stage
from console.domain.callrules import CallRule, Kind, RuleUnfit
from console.domain.commands.andon import (
    AcknowledgeCall,
    AddCategory,
    ArriveAtCall,
    BeginCalls,
    ChangeCategory,
    ClearCall,
    CloseCall,
    ContainCall,
    EscalateCall,
    ExplainCall,
    HandOnCall,
    RaiseCall,
    RefuteCall,
    RejectCall,
    RemoveCallRule,
    ReopenCall,
    ResolveCall,
    SetCallRule,
    TakeCall,
    VerifyCall,
    WorsenCall,
)
from console.domain.commands.comments import AddComment
from console.domain.commands.roster import RemoveAbsence, RemoveDuty, SetAbsence, SetDuty
from console.domain.desk import ChangedMeanwhile, Missing
from console.domain.events import PeopleTold
from console.domain.people import Role
from console.domain.permissions import NotAllowed, SignInNeeded
from console.domain.responses import Span
from console.domain.roster import Absence, Duty
from tests.app.calls import CONSOLE, HELP, L1, MACHINE, STATION, Floor
from tests.app.staffed import at


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def refused(floor: Floor, command: Any, who: str = "lea") -> Any:
    result = floor.do(command, who)
    assert isinstance(result, Exception), result
    return result


def test_a_call_goes_from_raise_to_close_with_everybody_who_did_something(floor: Floor) -> None:
    call = floor.raise_call(severity=Severity.MAJOR)
    on = (call.id, STATION)
    for who, command in (
        ("oscar", AcknowledgeCall(*on)),
        ("mo", TakeCall(*on)),
        ("mo", ArriveAtCall(*on)),
        ("mo", ContainCall(*on, "Line stopped")),
        ("mo", ResolveCall(*on, "jam", "A pin was bent", "New pin")),
        ("quinn", VerifyCall(*on)),
        ("lea", CloseCall(*on)),
    ):
        floor.pass_time(60)
        floor.must(command, who)

    file = floor.file(call)
    done = file.shown.call
    assert (done.stage, done.owner, done.cause, done.countermeasure) == (Stage.CLOSED, "mo", "jam", "New pin")
    assert [(one.step.move, one.who) for one in file.steps] == [
        (Move.RAISE, "Oscar"),
        (Move.ACKNOWLEDGE, "Oscar"),
        (Move.TAKE, "Mo"),
        (Move.ARRIVE, "Mo"),
        (Move.CONTAIN, "Mo"),
        (Move.RESOLVE, "Mo"),
        (Move.VERIFY, "Quinn"),
        (Move.CLOSE, "Lea"),
    ]
    assert floor.open() == ()
    (response,) = floor.ask(responses(floor.at - timedelta(hours=1), floor.at))
    assert response.reached(Span.ACKNOWLEDGE) == done.raised + timedelta(seconds=60)


def test_a_change_needs_somebody_who_may_there(floor: Floor) -> None:
    floor.add("otto", at(Role.OPERATOR, "Suzhou", "Body", "L2"))
    call = floor.raise_call()
    on = (call.id, STATION)

    assert isinstance(refused(floor, AcknowledgeCall(*on), ""), SignInNeeded)
    assert isinstance(refused(floor, AcknowledgeCall(*on), "otto"), NotAllowed)
    assert isinstance(refused(floor, AcknowledgeCall(call.id, "L2"), "otto"), Missing), "another place does not help"
    assert isinstance(refused(floor, CloseCall(*on), "oscar"), NotAllowed)
    assert isinstance(refused(floor, EscalateCall(*on, 0), "lea"), NotAllowed)
    assert isinstance(refused(floor, RaiseCall("L2", "machine"), "oscar"), NotAllowed)
    assert floor.now(call) == call


def test_the_same_at_one_place_is_one_call_while_it_is_open(floor: Floor) -> None:
    call = floor.raise_call()
    floor.pass_time(30)
    floor.must(RaiseCall(STATION, "machine", "Again"), "oscar")
    floor.must(RaiseCall(STATION, "machine", severity=Severity.CRITICAL, source=Source.SCAN), "oscar")
    floor.must(RaiseCall(STATION, "help"), "oscar")

    first = next(one.call for one in floor.open() if one.call.id == call.id)
    assert (first.repeats, first.severity) == (1, Severity.CRITICAL)
    assert [one.name for one in floor.open()] == ["Machine", "Help"], "the worst first"


def test_who_comes_second_is_told_who_was_first(floor: Floor) -> None:
    call = floor.raise_call()
    floor.must(AcknowledgeCall(call.id, STATION), "lea")
    refusal = refused(floor, AcknowledgeCall(call.id, STATION), "sue")

    assert (refusal.code, refusal.facts["name"]) == ("call_already_done", "Lea")
    assert floor.now(call).owner == "lea"


def test_a_call_without_a_cause_cannot_be_closed(floor: Floor) -> None:
    call = floor.raise_call()
    on = (call.id, STATION)
    assert refused(floor, CloseCall(*on)).code == "call_cause_needed"
    assert refused(floor, CloseCall(*on, cause="rust")).code == "call_no_such_cause"
    floor.must(ExplainCall(*on, "jam"), "oscar")
    assert refused(floor, CloseCall(*on)).code == "call_countermeasure_needed"
    floor.must(CloseCall(*on, countermeasure="New pin"), "lea")


def test_a_call_is_not_closed_before_what_its_category_asks_for_is_answered(floor: Floor) -> None:
    asks = (Ask("part", "Part number", needed=True), Ask("many", "Quantity blocked", AskKind.NUMBER))
    floor.must(ChangeCategory(replace(MACHINE, asks=asks)))
    call = floor.raise_call(answers=(("many", "7"),))
    on = (call.id, STATION)
    wanted = refused(floor, CloseCall(*on, "jam", "", "New pin"))
    assert (wanted.code, wanted.facts["ask"], wanted.facts["name"]) == ("call_answer_needed", "part", "Part number")
    assert refused(floor, ExplainCall(*on, answers=(("many", "some"),))).code == "call_answer_unfit"
    assert refused(floor, ExplainCall(*on, answers=(("colour", "red"),))).code == "call_no_such_ask"
    floor.must(ExplainCall(*on, answers=(("many", "8"),)), "oscar")
    floor.must(ResolveCall(*on, "jam", "", "New pin", (("part", "4711"),)), "mo")
    floor.must(CloseCall(*on), "lea")
    assert floor.now(call).answers == (("many", "8"), ("part", "4711"))


def test_an_ask_that_calls_answer_can_be_named_otherwise_or_taken_away(floor: Floor) -> None:
    ask = Ask("part", "Part number")
    floor.must(ChangeCategory(replace(MACHINE, asks=(ask,))))
    call = floor.raise_call(answers=(("part", "4711"),))
    floor.must(ChangeCategory(replace(MACHINE, asks=(replace(ask, name=" Drawing "),))))
    assert floor.file(call).shown.category == replace(MACHINE, asks=(Ask("part", "Drawing"),))
    floor.must(ChangeCategory(MACHINE))
    floor.must(ResolveCall(call.id, STATION, "jam"), "mo")
    assert floor.now(call).answers == (("part", "4711"),)


def test_who_resolved_a_severe_call_does_not_verify_it(floor: Floor) -> None:
    call = floor.raise_call()
    on = (call.id, STATION)
    floor.must(WorsenCall(*on, Severity.MAJOR), "oscar")
    floor.must(ResolveCall(*on, "jam", "", "New pin"), "mo")
    assert refused(floor, VerifyCall(*on), "mo").code == "call_own_work"
    floor.must(RefuteCall(*on, "It jams again"), "quinn")
    assert floor.now(call).stage is Stage.RAISED


def test_what_was_rejected_or_closed_can_be_opened_again(floor: Floor) -> None:
    call = floor.raise_call()
    on = (call.id, STATION)
    assert refused(floor, RejectCall(*on, " ")).code == "call_reason_wanted"
    floor.must(RejectCall(*on, "A test"), "lea")
    assert refused(floor, AcknowledgeCall(*on)).facts["name"] == "Lea"
    floor.pass_time(5)
    floor.must(ReopenCall(*on, "No test"), "lea")
    assert (floor.now(call).open, floor.now(call).reopened) == (True, 1)


def test_the_console_tells_people_once_for_each_level(floor: Floor) -> None:
    told: list[PeopleTold] = []
    floor.bus.on(PeopleTold, told.append)
    call = floor.raise_call()
    on = (call.id, STATION)
    floor.must(EscalateCall(*on, 0, ("lea",)))
    floor.must(EscalateCall(*on, 1, ("mo", "sue")))
    assert floor.do(EscalateCall(*on, 1, ("mo",)), CONSOLE).code == "call_already_done"
    floor.pass_time(60)
    floor.must(HandOnCall(*on, floor.at, ("sue",)))

    (shown,) = floor.open()
    assert (shown.call.level, shown.told, [one.level for one in told]) == (1, ("Sue",), [0, 1, 0])
    levels = [(one.step.level, one.people) for one in floor.file(call).steps if one.step.move is Move.ESCALATE]
    assert levels == [(0, ("Lea",)), (1, ("Mo", "Sue"))]


def test_what_ended_is_noted_and_closes_only_what_wants_nobodys_word(floor: Floor) -> None:
    for category in ("machine", "help"):
        floor.must(RaiseCall(STATION, category, source=Source.RULE, what="7", raised=floor.at))
    floor.pass_time(5)
    for category in ("machine", "help"):
        floor.must(ClearCall(STATION, category, "7", floor.at))
    assert floor.do(ClearCall(STATION, "machine", "8", floor.at), CONSOLE).code == "missing"

    (left,) = floor.open()
    assert (left.call.category, left.call.cleared) == ("machine", floor.at)


def test_the_same_message_twice_is_one_call_without_a_repeat(floor: Floor) -> None:
    said = RaiseCall(STATION, "machine", "Button", source=Source.WIRE, call="m-1")
    floor.must(said, "oscar")
    floor.pass_time(60)
    assert floor.do(said, "oscar").code == "call_already_done"
    assert [one.call.repeats for one in floor.open()] == [0]


def test_a_check_that_is_told_again_after_a_restart_is_no_repeat_and_its_key_holds_for_a_day(floor: Floor) -> None:
    def heard() -> Any:
        command = RaiseCall(STATION, "help", "Failed", None, Source.RULE, "", "rule", floor.at, call="checked-unit-7")
        return floor.do(command, CONSOLE)

    heard()
    floor.pass_time(30)
    assert heard().code == "call_already_done"
    assert [one.call.repeats for one in floor.open()] == [0]
    floor.must(ClearCall(STATION, "help", "rule", floor.at), CONSOLE)
    assert floor.open() == ()
    assert heard().code == "call_already_done", "also when it is closed by now"
    floor.pass_time(2 * 86_400)
    heard()
    assert [(one.call.repeats, one.call.id != "checked-unit-7") for one in floor.open()] == [(0, True)]


def test_only_the_console_says_when_something_was_raised(floor: Floor) -> None:
    call = floor.raise_call(raised=floor.at - timedelta(hours=3))
    assert call.raised == floor.at


# The thread, the past


def test_what_is_said_stands_on_the_call_and_names_who_shall_read_it(floor: Floor) -> None:
    call = floor.raise_call()
    floor.must(AddComment("c1", "andon_call", call.id, STATION, " The pin is bent ", ("mo", "mo")), "oscar")
    assert refused(floor, AddComment("c2", "andon_call", call.id, STATION, "  ")).code == "comment_empty"
    assert refused(floor, AddComment("c2", "andon_call", "x", STATION, "a")).code == "missing"
    assert refused(floor, AddComment("c2", "andon_call", call.id, "L1", "a")).code == "missing", "not its place"
    assert refused(floor, AddComment("c2", "andon_call", call.id, STATION, "a", ("nobody",))).code == "missing"

    (said,) = floor.ask(thread("andon_call", call.id))
    assert (said.comment.text, said.by, said.mentions) == ("The pin is bent", "Oscar", ("Mo",))
    assert floor.open()[0].comments == 1


def test_the_past_is_read_page_by_page_and_nothing_is_left_out_or_told_twice(floor: Floor) -> None:
    calls = []
    for number in range(9):
        floor.pass_time(0 if number % 3 else 60)
        floor.must(RaiseCall(STATION, "machine", f"Jam {number}", source=Source.RULE, what=str(number)))
    page = floor.ask(history(Wanted(categories=("machine",)), limit=2))
    assert (page.total, page.more) == (9, True)
    calls += page.calls
    while page.more:
        page = floor.ask(history(Wanted(categories=("machine",)), page.calls[-1].call, 2))
        calls += page.calls
    raised = [one.call.raised for one in calls]
    assert (len({one.call.id for one in calls}), len(calls)) == (9, 9)
    assert raised == sorted(raised, reverse=True)
    assert floor.ask(history(Wanted(text="jam 7"))).total == 1
    assert floor.ask(history(Wanted(places=("L2",)))).total == 0
    assert floor.ask(history(Wanted(open=False))).total == 0
    assert floor.ask(history(Wanted(open=True, rejected=False, severities=(Severity.MINOR,)))).total == 9
    assert floor.ask(history(Wanted(since=floor.at))).total == 3


def test_what_was_alike_before_is_found(floor: Floor) -> None:
    first = floor.raise_call()
    floor.must(CloseCall(first.id, STATION, "jam", "", "New pin"), "lea")
    floor.pass_time(60)
    again = floor.raise_call()
    assert [one.call.id for one in floor.ask(calls_like(again))] == [first.id]


# Categories, rules, the roster


def test_what_is_shipped_is_put_in_once_and_never_over_what_a_plant_has(tmp_path: Path, floor: Floor) -> None:
    rule = CallRule("r", "Stop", Kind.STATE, "machine", delay=120)
    floor.must(BeginCalls((replace(MACHINE, name="Shipped"),), (rule,)))
    setup = floor.ask(call_setup)
    assert ([one.name for one in setup.categories], setup.rules) == (["Help", "Machine"], ())


def test_a_category_belongs_to_an_area_or_to_all(floor: Floor) -> None:
    floor.add("sam", at(Role.SUPERVISOR, "Suzhou", "Body"))
    own = Category("own", "Weld", area="Body")
    floor.must(AddCategory(own), "sam")
    assert isinstance(refused(floor, AddCategory(replace(own, id="all", area="")), "sam"), NotAllowed)
    assert isinstance(refused(floor, ChangeCategory(replace(own, area="")), "sam"), NotAllowed), "not out of their area"
    assert refused(floor, AddCategory(own), "sam").code == "already_there"
    assert refused(floor, ChangeCategory(replace(own, resolve_within=0.0)), "sam").code == "category_unfit"
    floor.must(ChangeCategory(replace(own, name="Welding"), 1), "sam")
    assert isinstance(refused(floor, ChangeCategory(own, 1), "sam"), ChangedMeanwhile)
    known = floor.ask(call_setup).categories
    assert [one.name for one in categories_for(known, "Body")] == ["Help", "Machine", "Welding"]
    assert [one.name for one in categories_for(known, "Paint")] == ["Help", "Machine"]


def test_a_rule_holds_where_whoever_sets_it_may(floor: Floor) -> None:
    rule = CallRule("r", "Stop", Kind.STATE, "machine", places=("L1",), delay=120)
    floor.must(SetCallRule(rule), "sue")
    assert isinstance(refused(floor, SetCallRule(replace(rule, places=())), "sue"), NotAllowed)
    assert isinstance(refused(floor, SetCallRule(replace(rule, category="none")), "sue"), Missing)
    assert isinstance(refused(floor, SetCallRule(replace(rule, delay=-1.0)), "sue"), RuleUnfit)
    assert floor.ask(call_setup).rules == (rule,)
    assert isinstance(refused(floor, RemoveCallRule("r", "L1"), "oscar"), NotAllowed)
    floor.must(RemoveCallRule("r", "L1"), "sue")
    assert floor.ask(call_setup).rules == ()


def test_the_roster_is_kept_by_those_who_lead_there(floor: Floor) -> None:
    duty = Duty(
        "d", "mo", Role.MAINTENANCE, L1, shift="Day", days=(0, 1), first=date(2026, 11, 1), last=date(2026, 12, 1)
    )
    floor.must(SetDuty(duty), "lea")
    assert isinstance(refused(floor, SetDuty(replace(duty, scope=("Suzhou",))), "lea"), NotAllowed)
    assert refused(floor, SetDuty(replace(duty, last=date(2026, 1, 1)))).code == "duty_unfit"
    assert floor.ask(call_setup).duties == (duty,)
    floor.must(RemoveDuty("d", "L1"), "lea")

    gone = Absence("a", "mo", date(2026, 11, 1), date(2026, 11, 3), note=" ill ")
    floor.must(SetAbsence(gone), "lea")
    assert isinstance(refused(floor, SetAbsence(replace(gone, person="sue")), "lea"), Missing)
    assert [kept.value for kept in floor.ask(absences)] == [replace(gone, note="ill")]
    floor.must(RemoveAbsence("a", "mo"), "lea")
    assert floor.ask(absences) == ()


def test_numbers_are_the_same_in_every_database(floor: Floor) -> None:
    """SQLite makes 180.0 of 180, and the trail must say what the row says."""
    floor.must(AddCategory(replace(HELP, id="h2", acknowledge_within=60, resolve_within=600)))
    kept = next(one for one in floor.ask(call_setup).categories if one.id == "h2")
    assert (repr(kept.acknowledge_within), repr(kept.resolve_within)) == ("60.0", "600.0")
