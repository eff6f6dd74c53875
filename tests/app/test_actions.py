"""Rules of the engine of actions as people and the console use it: who may, what is linked, what the console does by
itself, once, over a restart too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.actions import Actions
from console.app.queries.actions import action_file, actions, actions_of, review_file, reviews, wanted_reviews
from console.app.queries.knowledge import article_file, articles, measures, suggested
from console.domain.actions import Action, Effect, Move, Priority, Stage
from console.domain.andon import Call, Severity
from console.domain.commands.actions import (
    BeginAction,
    BlockAction,
    ConfirmEffect,
    DenyEffect,
    DoAction,
    DropAction,
    FinishReview,
    MakeAction,
    NoteRepeat,
    PlanAction,
    RefuteAction,
    RemindOfAction,
    ReopenAction,
    UnblockAction,
    UseArticle,
    VerifyAction,
    WriteArticle,
    WriteReview,
)
from console.domain.commands.andon import CloseCall, RaiseCall, VerifyCall
from console.domain.commands.people import SetPin
from console.domain.events import PeopleReminded
from console.domain.improvement import Share
from console.domain.knowledge import CODE, Asked
from console.domain.people import Role
from console.domain.reviews import Because, Why
from tests.app.calling import Works
from tests.app.calls import CONSOLE, STATION, Floor
from tests.app.staffed import PIN, at, pin_hash
from tests.app.test_calls import asked

DUE = date(2026, 11, 28)
HERE = "L1/10"
DAY = 86400.0


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def refused(floor: Floor, command: Any, who: str = "lea") -> Any:
    result = floor.do(command, who)
    assert isinstance(result, Exception), result
    return result


def made(floor: Floor, call: Call | None = None, who: str = "lea", **more: Any) -> Action:
    source = {"source": "andon_call", "record": call.id} if call else {}
    floor.must(MakeAction("a1", STATION, "New guide", "mo", DUE, **source, **more), who)
    return now(floor)


def now(floor: Floor) -> Action:
    file = floor.ask(action_file("a1"))
    assert file is not None
    return file.shown.action


ON = ("a1", STATION)


def test_an_action_goes_from_a_call_to_its_end_with_everybody_who_did_something(floor: Floor) -> None:
    call = floor.raise_call(severity=Severity.MAJOR)
    made(floor, call, priority=Priority.HIGH)
    for who, command in (
        ("mo", BeginAction(*ON)),
        ("mo", BlockAction(*ON, "Part on order")),
        ("mo", UnblockAction(*ON)),
        ("mo", DoAction(*ON, "Guide fitted")),
        ("quinn", VerifyAction(*ON)),
    ):
        floor.pass_time(60)
        floor.must(command, who)
    floor.pass_time(31 * DAY)
    floor.must(ConfirmEffect(*ON, "Holds"), "quinn")

    file = floor.ask(action_file("a1"))
    assert file is not None
    assert (file.shown.action.stage, file.shown.owner, file.shown.source) == (
        Stage.EFFECTIVE,
        "Mo",
        "Machine — It jams",
    )
    assert [(one.step.move, one.who) for one in file.steps] == [
        (Move.MAKE, "Lea"),
        (Move.BEGIN, "Mo"),
        (Move.BLOCK, "Mo"),
        (Move.UNBLOCK, "Mo"),
        (Move.DO, "Mo"),
        (Move.VERIFY, "Quinn"),
        (Move.CONFIRM, "Quinn"),
    ]
    assert [one.action.id for one in floor.ask(actions_of("andon_call", call.id))] == ["a1"]


def test_of_a_major_call_the_doer_does_not_verify_whatever_was_asked_for(floor: Floor) -> None:
    made(floor, floor.raise_call(severity=Severity.MAJOR))
    floor.must(DoAction(*ON, "Done"), "mo")
    assert refused(floor, VerifyAction(*ON), "mo").code == "action_own_work"
    floor.must(VerifyAction(*ON), "quinn")


def test_who_may_do_what_to_an_action_there(floor: Floor) -> None:
    floor.add("otto", at(Role.OPERATOR, "Suzhou", "Body", "L2"))
    made(floor, who="oscar")
    assert refused(floor, BeginAction(*ON), "").code == "sign_in_needed"
    assert refused(floor, BeginAction(*ON), "otto").code == "not_allowed"
    assert refused(floor, BeginAction("a1", "L2"), "otto").code == "missing", "another place does not help"
    assert refused(floor, DropAction(*ON, "why"), "oscar").code == "not_allowed"
    plan = PlanAction(*ON, "New guide", "sue", DUE, "", Priority.LOW, 30)
    assert refused(floor, plan, "oscar").code == "not_allowed"
    assert refused(floor, NoteRepeat(*ON, ("c",))).code == "not_allowed", "only the console itself"
    assert refused(floor, RemindOfAction(*ON, 0, DUE)).code == "not_allowed"
    floor.must(plan, "lea")
    assert (now(floor).owner, now(floor).priority) == ("sue", Priority.LOW)


def test_source_place_and_owner_are_those_of_records_that_are_there(floor: Floor) -> None:
    call = floor.raise_call()
    source = {"source": "andon_call", "record": call.id}
    assert refused(floor, MakeAction("a", "L1", "T", "mo", DUE, **source)).code == "missing", "not the call's place"
    assert refused(floor, MakeAction("a", STATION, "T", "mo", DUE, source="andon_call", record="x")).code == "missing"
    assert refused(floor, MakeAction("a", STATION, "T", "nobody", DUE)).code == "missing"
    assert refused(floor, MakeAction("a", STATION, "T", "", DUE)).facts["field"] == "owner"
    made(floor)
    assert refused(floor, MakeAction(*ON, "T", "mo", DUE)).code == "action_already_done"


def test_who_changes_an_action_that_was_changed_meanwhile_is_told_so(floor: Floor) -> None:
    made(floor)
    plan = PlanAction(*ON, "New guide", "sue", DUE, "", Priority.LOW, 30, 1)
    floor.must(plan, "lea")
    assert refused(floor, replace(plan, title="Other"), "sue").code == "changed_meanwhile"


def test_an_action_that_did_not_hold_or_was_dropped_comes_back(floor: Floor) -> None:
    made(floor)
    floor.must(DoAction(*ON, "Done"), "mo")
    floor.must(RefuteAction(*ON, "Not there"), "quinn")
    floor.must(DoAction(*ON, "Done again"), "mo")
    floor.must(VerifyAction(*ON), "quinn")
    floor.must(DenyEffect(*ON, "Jams again"), "lea")
    assert (now(floor).stage, now(floor).effect, now(floor).reopened) == (Stage.OPEN, Effect.FAILED, 1)
    floor.must(DropAction(*ON, "Line moves"), "lea")
    floor.must(ReopenAction(*ON, "It stays"), "lea")
    assert (now(floor).stage, now(floor).reopened) == (Stage.OPEN, 2)
    assert [one.action.id for one in floor.ask(actions)] == ["a1"]


def test_a_review_is_written_by_several_and_done_once_and_actions_come_from_it(floor: Floor) -> None:
    call = floor.raise_call(severity=Severity.CRITICAL)
    floor.must(VerifyResolved(floor, call), "quinn")
    floor.must(CloseCall(call.id, STATION), "lea")
    (want,) = floor.ask(wanted_reviews([call.id], floor.at))
    assert (want.because, want.title) == (Because.SEVERITY, "Machine — It jams")
    floor.must(want)
    floor.must(want)
    assert floor.ask(wanted_reviews(None, floor.at)) == ()
    on = (want.id, STATION)
    floor.must(WriteReview(*on, (Why("Why?", "Worn"),), "No check", "Weekly check", True, 1), "lea")
    assert refused(floor, WriteReview(*on, (), "", "", False, 1), "sue").code == "changed_meanwhile"
    floor.must(MakeAction("a1", STATION, "Check weekly", "mo", DUE, source="review", record=want.id), "lea")
    floor.must(FinishReview(*on), "lea")

    file = floor.ask(review_file(want.id))
    assert file is not None
    assert (file.by, [one.action.id for one in file.actions]) == ("Lea", ["a1"])
    assert now(floor).strict, "as severe as the call"
    assert [one.action.id for one in floor.ask(actions_of("andon_call", call.id))] == ["a1"]
    assert len(floor.ask(reviews)) == 1
    assert floor.ask(measures(floor.at + timedelta(seconds=1))).reviewed == Share(1, 1)


def VerifyResolved(floor: Floor, call: Call) -> VerifyCall:  # noqa: N802
    from console.domain.commands.andon import ResolveCall

    floor.must(ResolveCall(call.id, STATION, "jam", "Worn", "New pin"), "mo")
    return VerifyCall(call.id, STATION)


def test_what_was_learned_is_suggested_for_the_next_call_and_counted_when_it_helped(floor: Floor) -> None:
    call = floor.raise_call()
    floor.must(WriteArticle("k", STATION, "Jams", "Clean it", codes=("149",), kind="andon_call", record=call.id), "lea")
    assert refused(floor, WriteArticle("k2", "L2", "T", "x"), "lea").code == "not_allowed"
    assert refused(floor, WriteArticle("k", "", "T", "x"), "lea").code == "not_allowed", "not out of their place"
    (found,) = floor.ask(suggested("andon_call", "other", Asked(code="149"))).articles
    assert (found[0].article.id, found[0].rank, found[1]) == ("k", CODE, 0)
    assert floor.ask(suggested("andon_call", call.id, Asked(code="149"))).articles == (), "not for itself"
    for who in ("oscar", "mo"):
        floor.must(UseArticle("u", STATION, "k", "andon_call", call.id), who)
    file = floor.ask(article_file("k"))
    assert file is not None
    assert (file.shown.helped, [use.by for use in file.uses]) == (1, ["Oscar"])
    floor.must(WriteArticle("k", STATION, "Jams", "Clean it daily", version=1), "sue")
    (shown,) = floor.ask(articles)
    assert (shown.article.made_by, shown.article.changed_by, shown.by) == ("lea", "sue", "Lea")
    assert shown.article.record == call.id


# The running console


class Acting(Works):
    """Works whose console looks after actions too."""

    def begin(self) -> None:
        super().begin()
        self.reminded: list[PeopleReminded] = []
        self.actions = Actions(self.console)
        self.console.actions = self.actions
        self.console.on(PeopleReminded, self.reminded.append)
        self.actions.start()
        self.until(lambda: self.actions.known)

    def look(self) -> None:
        """Let the console look at everything now."""
        for _ in range(4):
            self.actions._look_at = self.actions._ask_at = 0.0
            self.actions.beat(1e9)
            self.settle()

    def action(self) -> Action:
        """The one action."""
        return asked(self, action_file("a1")).shown.action  # type: ignore[no-any-return]


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Acting]:
    made = Acting(tmp_path)
    made.staff()
    yield made
    made.close()


def jam(works: Acting, id: str, category: str = "machine") -> Call:
    works.clock.at += 60
    works.give(RaiseCall(HERE, category, "It jams", call=id, code="7", what="7"), "lea")
    works.settle()
    call = next(one for one in works.all() if one.id == id)
    works.clock.at += 60
    works.give(CloseCall(id, HERE, "jam", "", "Guide pushed back"), "lea")
    works.settle()
    return call


def verified(works: Acting) -> None:
    jam(works, "c1")
    works.give(MakeAction("a1", HERE, "Guide", "mo", DUE, source="andon_call", record="c1"), "lea")
    works.give(DoAction("a1", HERE, "Fitted"), "mo")
    works.clock.at += 60
    works.give(VerifyAction("a1", HERE), "quinn")


def test_an_action_is_opened_again_by_the_console_when_what_it_was_against_happens_again(works: Acting) -> None:
    verified(works)
    works.look()
    assert works.action().stage is Stage.VERIFIED, "the call it came from is no repeat"
    works.clock.at += DAY
    jam(works, "c2")
    works.look()

    again = works.action()
    assert (again.stage, again.checked_by, again.evidence, again.effect) == (
        Stage.OPEN,
        CONSOLE,
        ("c2",),
        Effect.FAILED,
    )
    step = asked(works, action_file("a1")).steps[-1]
    assert (step.step.move, step.refs) == (Move.REPEAT, ("Machine — It jams",))
    works.look()
    assert works.action().reopened == 1


def test_it_is_found_after_a_restart_too(works: Acting) -> None:
    verified(works)
    works.actions.close()
    works.clock.at += DAY
    jam(works, "c2")
    works.close()
    works.begin()
    works.look()
    assert works.action().evidence == ("c2",)


def test_each_reminder_is_told_once_over_restarts(works: Acting) -> None:
    works.give(MakeAction("a1", HERE, "Guide", "mo", date(2026, 11, 30), effect_days=5), "lea")
    for _ in range(14):
        works.clock.at += DAY
        works.look()
        works.look()
        told, people = works.action().reminded, [one.people for one in works.reminded]
        if not people:
            continue
        works.close()
        works.begin()
        assert people in ([("mo",)], [("sue",)])
        works.look()
        assert works.action().reminded == told
        assert works.reminded == []
    steps = [one.step for one in asked(works, action_file("a1")).steps if one.step.move is Move.REMIND]
    assert [(step.level, step.people) for step in steps] == [(n, ("mo",)) for n in range(4)] + [(4, ("sue",))]
    assert len({step.id for step in steps}) == 5


def test_what_is_due_is_counted_for_whoever_is_signed_in_else_for_all(works: Acting) -> None:
    for id, owner, days in (("a1", "mo", 0), ("a2", "mo", 3), ("a3", "sue", -2)):
        works.give(MakeAction(id, HERE, "Guide", owner, works.now.date() + timedelta(days=days)), "lea")
    works.look()
    assert works.actions.due == 2
    works.give(SetPin("mo", pin_hash()))
    works.console.session.sign_in("mo", PIN)
    works.until(lambda: works.console.session.person is not None)
    assert works.actions.due == 1


def test_a_closed_call_that_is_severe_or_comes_back_wants_one_review(works: Acting) -> None:
    for number in range(4):
        jam(works, f"c{number}")
        works.look()
    assert works.actions.reviews_wanted == 1
    (shown,) = asked(works, reviews)
    assert (shown.review.record, shown.review.because, shown.review.repeats) == ("c3", Because.REPEATS, 3)
    works.close()
    works.begin()
    works.look()
    assert works.actions.reviews_wanted == 1
