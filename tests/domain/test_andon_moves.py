"""What people may do with a call: the stages in their order, the red lines, and that two consoles end up alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.andon import Call, CallStep, Category, Move, Severity, Stage
from console.domain.andon_hearing import clear, repeat, worsen
from console.domain.andon_moves import (
    acknowledge,
    arrive,
    close,
    closes_itself,
    contain,
    escalate,
    explain,
    hand_on,
    refute,
    reject,
    reopen,
    resolve,
    take,
    verify,
)
from console.domain.andon_refusals import (
    AlreadyDone,
    Answered,
    CallClosed,
    CauseNeeded,
    CountermeasureNeeded,
    NoSuchCause,
    NoSuchRung,
    NotResolved,
    NotVerified,
    OwnWork,
    PastStage,
    PersonNeeded,
    ReasonWanted,
    StillOpen,
)
from console.domain.errors import Refusal
from console.domain.text import TooLong
from tests.domain.calls import HELP, MACHINE, RAISED, call, later


def resolved(severity: Severity = Severity.MINOR, by: str = "mia") -> Call:
    raised = call(severity=severity)
    acknowledged, _ = acknowledge(raised, MACHINE, later(60), by)
    done, _ = resolve(acknowledged, MACHINE, later(600), by, "jam", "Chips", "Cover fitted")
    return done


def test_a_call_goes_from_raised_to_closed_with_a_time_and_a_person_at_each_stage() -> None:
    made = call(severity=Severity.MAJOR)
    made, _ = acknowledge(made, MACHINE, later(30), "ann")
    made, _ = arrive(made, MACHINE, later(90), "ann")
    made, _ = contain(made, MACHINE, later(120), "ann", "Line slowed")
    made, _ = resolve(made, MACHINE, later(300), "mia", "wear", "Belt", "Belt changed")
    made, _ = verify(made, MACHINE, later(400), "bob")
    made, step = close(made, MACHINE, later(410), "bob")

    assert [made.stage, made.closed, made.closed_by] == [Stage.CLOSED, later(410), "bob"]
    assert list(made.reached.values()) == [RAISED, *map(later, (30, 90, 120, 300, 400, 410))]
    assert (made.owner, made.acknowledged_by, made.arrived_by, made.resolved_by) == ("ann", "ann", "ann", "mia")
    assert (step.call, step.move, step.at, step.who) == (made.id, Move.CLOSE, later(410), "bob")


def test_a_call_without_a_cause_cannot_be_closed() -> None:
    made, _ = resolve(call(), MACHINE, later(60), "mia", countermeasure="Cover fitted", finding="Chips")
    with pytest.raises(CauseNeeded) as refused:
        close(made, MACHINE, later(70), "mia")
    assert refused.value.facts == {"call": made.id, "category": "machine", "listed": True}
    closed, _ = close(made, MACHINE, later(70), "mia", cause="jam")
    assert closed.cause == "jam"


def test_where_a_category_lists_no_causes_a_finding_in_words_is_the_cause() -> None:
    plain = replace(MACHINE, causes=())
    with pytest.raises(CauseNeeded):
        close(call(), plain, later(70), "mia", countermeasure="Cover fitted")
    closed, _ = close(call(), plain, later(70), "mia", finding="Chips", countermeasure="Cover fitted")
    assert not closed.open


def test_a_call_without_a_countermeasure_cannot_be_closed() -> None:
    with pytest.raises(CountermeasureNeeded):
        close(call(), MACHINE, later(70), "mia", cause="jam")


def test_a_category_that_wants_neither_lets_go_of_a_call_at_once_and_the_console_may_close_it() -> None:
    closed, _ = close(call(HELP), HELP, later(5), "console")
    assert (closed.stage, closed.acknowledged, closed.resolved) == (Stage.CLOSED, None, None)
    assert closes_itself(call(HELP), HELP)
    assert not closes_itself(call(), MACHINE)
    with pytest.raises(PersonNeeded):
        close(call(), MACHINE, later(5), "console", "jam", "", "Cover fitted")


def test_a_cause_is_one_of_the_categorys() -> None:
    with pytest.raises(NoSuchCause):
        resolve(call(), MACHINE, later(60), "mia", cause="weather")


def test_nobody_verifies_what_they_resolved_themselves_from_major_up() -> None:
    with pytest.raises(OwnWork):
        verify(resolved(Severity.MAJOR), MACHINE, later(700), "mia")
    verified, _ = verify(resolved(Severity.MAJOR), MACHINE, later(700), "bob")
    assert verified.verified_by == "bob"
    own, _ = verify(resolved(Severity.MINOR), MACHINE, later(700), "mia")
    assert own.stage is Stage.VERIFIED


def test_a_severe_call_is_closed_only_verified() -> None:
    with pytest.raises(NotVerified):
        close(resolved(Severity.MAJOR), MACHINE, later(700), "bob")
    with pytest.raises(NotVerified):
        close(call(severity=Severity.CRITICAL), MACHINE, later(700), "bob", "jam", "", "Cover fitted")
    closed, _ = close(resolved(Severity.MINOR), MACHINE, later(700), "mia")
    assert closed.verified is None


def test_what_is_verified_has_a_cause_and_a_countermeasure() -> None:
    made, _ = resolve(call(severity=Severity.MAJOR), MACHINE, later(60), "mia", cause="jam")
    with pytest.raises(CountermeasureNeeded):
        verify(made, MACHINE, later(90), "bob")
    told, _ = explain(made, MACHINE, later(80), "mia", countermeasure="Cover fitted")
    verified, _ = verify(told, MACHINE, later(90), "bob")
    with pytest.raises(PastStage):
        explain(verified, MACHINE, later(95), "mia", countermeasure="Nothing done")


def test_a_call_that_gets_worse_loses_a_verification_that_would_not_be_taken_now() -> None:
    own, _ = verify(resolved(Severity.MINOR), MACHINE, later(700), "mia")
    worse, step = worsen(own, MACHINE, later(800), "console", Severity.CRITICAL)
    assert (worse.stage, worse.verified, step.note) == (Stage.RESOLVED, None, "critical")
    other, _ = verify(resolved(Severity.MINOR), MACHINE, later(700), "bob")
    assert worsen(other, MACHINE, later(800), "console", Severity.CRITICAL)[0].stage is Stage.VERIFIED


def test_severity_only_rises() -> None:
    with pytest.raises(AlreadyDone):
        worsen(call(severity=Severity.MAJOR), MACHINE, later(10), "console", Severity.MINOR)


def test_a_time_that_nobody_told_stays_untold() -> None:
    made, _ = resolve(call(), MACHINE, later(60), "mia", "jam", "", "Cover fitted")
    assert (made.acknowledged, made.arrived, made.contained, made.owner) == (None, None, None, "mia")


def test_what_was_done_at_a_console_that_was_away_takes_its_place_in_between() -> None:
    arrived, _ = arrive(call(), MACHINE, later(60), "ann")
    late, _ = acknowledge(arrived, MACHINE, later(40), "bob")
    assert (late.stage, late.acknowledged, late.owner) == (Stage.ON_SITE, later(40), "ann")
    with pytest.raises(PastStage):
        acknowledge(arrived, MACHINE, later(61), "bob")


def test_a_clock_that_runs_behind_makes_no_time_that_runs_backwards() -> None:
    made, step = acknowledge(call(), MACHINE, later(-5), "ann")
    assert made.acknowledged == step.at == RAISED
    closed, step = close(resolved(), MACHINE, later(500), "mia")
    assert closed.closed == step.at == later(600)


def test_doing_twice_the_same_is_refused_softly_with_who_and_when() -> None:
    made, _ = acknowledge(call(), MACHINE, later(30), "ann")
    with pytest.raises(AlreadyDone) as refused:
        acknowledge(made, MACHINE, later(31), "bob")
    assert refused.value.facts == {"call": made.id, "move": "acknowledge", "who": "ann", "at": later(30)}


def test_silence_is_no_acknowledgement_only_a_person_gives_one() -> None:
    with pytest.raises(PersonNeeded):
        acknowledge(call(), MACHINE, later(5), "console")


def test_who_takes_a_call_that_nobody_acknowledged_acknowledges_it() -> None:
    made, step = take(call(), MACHINE, later(30), "ann")
    assert (made.stage, made.owner, step.move) == (Stage.ACKNOWLEDGED, "ann", Move.ACKNOWLEDGE)


def test_a_call_that_was_given_to_somebody_still_waits_for_their_answer() -> None:
    given_, step = take(call(), MACHINE, later(30), "bob", to="ann")
    assert (given_.stage, given_.owner, step.to) == (Stage.RAISED, "ann", "ann")
    mine, _ = take(given_, MACHINE, later(40), "ann")
    assert mine.acknowledged_by == "ann"


def test_taking_over_changes_the_owner_and_no_time() -> None:
    made, _ = acknowledge(call(), MACHINE, later(30), "ann")
    over, step = take(made, MACHINE, later(90), "bob")
    assert (over.owner, over.acknowledged_by, step.to) == ("bob", "ann", "bob")
    with pytest.raises(AlreadyDone):
        take(over, MACHINE, later(95), "bob")


def test_a_refuted_countermeasure_is_gone_and_the_call_where_it_was() -> None:
    back, step = refute(resolved(Severity.MAJOR), MACHINE, later(700), "bob", "It jams again")
    assert (back.stage, back.resolved, back.countermeasure, back.cause) == (Stage.ACKNOWLEDGED, None, "", "jam")
    assert step.note == "It jams again"
    with pytest.raises(AlreadyDone):
        refute(back, MACHINE, later(710), "ann", "It jams again")
    with pytest.raises(NotResolved):
        refute(call(), MACHINE, later(10), "bob", "It jams")


def test_a_refuted_call_that_nobody_ever_acknowledged_waits_for_an_answer_from_then_on() -> None:
    made, _ = escalate(call(), MACHINE, later(0), "console", 0)
    made, _ = resolve(made, MACHINE, later(60), "mia", "jam", "", "Cover fitted")
    back, _ = refute(made, MACHINE, later(900), "bob", "It jams again")
    assert (back.stage, back.waiting_since, back.level) == (Stage.RAISED, later(900), -1)


def test_a_rejected_call_has_a_reason_and_is_closed() -> None:
    with pytest.raises(ReasonWanted):
        reject(call(), MACHINE, later(20), "ann", "  ")
    gone, _ = reject(call(), MACHINE, later(20), "ann", "A test of the button")
    assert (gone.rejected, gone.closed, gone.stage) == ("A test of the button", later(20), Stage.CLOSED)
    with pytest.raises(AlreadyDone):
        reject(gone, MACHINE, later(30), "bob", "No call")
    with pytest.raises(PastStage):
        reject(resolved(), MACHINE, later(700), "bob", "No call")


def test_a_reopened_call_begins_a_round_anew_and_waits_for_an_answer() -> None:
    closed, _ = close(resolved(), MACHINE, later(700), "mia")
    again, _ = reopen(closed, MACHINE, later(9000), "bob", "It jams again")
    assert (again.stage, again.waiting_since, again.reopened, again.level) == (Stage.RAISED, later(9000), 1, -1)
    assert (again.owner, again.acknowledged, again.resolved, again.countermeasure) == ("", None, None, "")
    with pytest.raises(AlreadyDone):
        reopen(again, MACHINE, later(9001), "ann", "It jams again")
    with pytest.raises(StillOpen):
        reopen(call(), MACHINE, later(10), "ann", "It jams")


def test_a_closed_call_can_only_be_reopened() -> None:
    closed, _ = close(resolved(), MACHINE, later(700), "mia")
    for move in (acknowledge, arrive, contain, verify, take, explain, resolve):
        with pytest.raises(CallClosed):
            move(closed, MACHINE, later(800), "bob")
    for other in (repeat, clear):
        with pytest.raises(CallClosed):
            other(closed, MACHINE, later(800), "console")
    with pytest.raises(CallClosed):
        escalate(closed, MACHINE, later(800), "console", 1)
    with pytest.raises(AlreadyDone):
        close(closed, MACHINE, later(800), "bob")


def test_each_rung_is_told_once_and_not_after_an_answer() -> None:
    made, step = escalate(call(), MACHINE, later(180), "console", 1)
    assert (made.level, step.level) == (1, 1)
    with pytest.raises(AlreadyDone):
        escalate(made, MACHINE, later(181), "console", 1)
    answered, _ = acknowledge(made, MACHINE, later(200), "ann")
    with pytest.raises(Answered):
        escalate(answered, MACHINE, later(600), "console", 2)
    assert escalate(answered, MACHINE, later(1800), "console", 3)[0].level == 3  # this one waits for an arrival
    with pytest.raises(NoSuchRung):
        escalate(made, MACHINE, later(181), "console", 4)


def test_each_change_of_shift_is_told_once() -> None:
    made, _ = hand_on(call(), MACHINE, later(300), "console", later(290))
    with pytest.raises(AlreadyDone):
        hand_on(made, MACHINE, later(301), "console", later(290))
    assert hand_on(made, MACHINE, later(900), "console", later(890))[0].handed == later(890)


def test_two_consoles_that_tell_the_same_make_one_step() -> None:
    made = call()
    one = escalate(made, MACHINE, later(180), "console", 1)[1]
    other = escalate(made, MACHINE, later(183), "console", 1)[1]
    assert one.id == other.id
    assert acknowledge(made, MACHINE, later(1), "ann")[1].id != acknowledge(made, MACHINE, later(1), "bob")[1].id


def test_what_a_person_writes_has_an_end() -> None:
    with pytest.raises(TooLong):
        contain(call(), MACHINE, later(10), "ann", "x" * 2001)


# Any sequence of moves

PEOPLE = ("ann", "bob", "mia")
WORDS = st.sampled_from(["", "Chips", "Cover fitted"])
CAUSES = st.sampled_from(["", "jam", "wear"])
TOLD = st.tuples(CAUSES, WORDS, WORDS)
Play = tuple[Callable[..., tuple[Call, CallStep]], tuple[Any, ...]]
PLAYS: st.SearchStrategy[Play] = st.one_of(
    st.tuples(st.sampled_from([acknowledge, arrive, verify]), st.just(())),
    st.tuples(st.sampled_from([contain, refute, reject, reopen]), st.tuples(WORDS)),
    st.tuples(st.sampled_from([resolve, close, explain]), TOLD),
    st.tuples(st.just(take), st.tuples(st.sampled_from(["", *PEOPLE]))),
    st.tuples(st.just(escalate), st.tuples(st.integers(0, 4))),
    st.tuples(st.just(worsen), st.tuples(st.sampled_from(Severity))),
    st.tuples(st.sampled_from([repeat, clear]), st.just(())),
)
TURNS = st.lists(st.tuples(PLAYS, st.sampled_from([*PEOPLE, "console"]), st.integers(-20, 600)), max_size=30)
ONCE = {acknowledge, arrive, contain, resolve, verify, close, reject, reopen, escalate, worsen, clear, refute, repeat}


def sound(made: Call, category: Category) -> None:
    """What holds of every call, whatever happened to it."""
    times = made.reached
    assert list(times.values()) == sorted(times.values())
    assert made.stage is max(times, key=lambda stage: stage.rank)
    assert made.repeated is None or made.repeated > made.raised
    assert (made.closed is None) is made.open
    severe = made.severity.rank >= category.verified_from.rank
    if made.verified is not None:
        assert made.resolved is not None
        assert not severe or made.verified_by != made.resolved_by
    if made.closed is not None and not made.rejected:
        assert not category.needs_cause or made.cause or (not category.causes and made.finding)
        assert not category.needs_countermeasure or made.countermeasure
        assert not severe or made.verified is not None
    for told, by in (("acknowledged", "acknowledged_by"), ("arrived", "arrived_by"), ("verified", "verified_by")):
        assert (getattr(made, told) is None) is (getattr(made, by) == "")
        assert getattr(made, by) != "console"
    assert made.stage is Stage.RAISED or made.owner or made.closed


@settings(max_examples=400, deadline=None)
@given(st.sampled_from([MACHINE, HELP, replace(MACHINE, causes=())]), st.sampled_from(Severity), TURNS)
def test_whatever_is_done_in_whatever_order_the_call_stays_sound(
    category: Category, severity: Severity, turns: list[tuple[Play, str, int]]
) -> None:
    made, now = call(category, severity), RAISED
    steps: list[CallStep] = []
    for (move, given_), who, passed in turns:
        now += timedelta(seconds=passed)
        before = made
        try:
            made, step = move(before, category, now, who, *given_)
        except Refusal:
            continue
        steps.append(step)
        assert (step.call, step.who) == (made.id, who)
        assert made != before
        assert made.severity.rank >= before.severity.rank
        assert made.repeats >= before.repeats
        sound(made, category)
        if move in ONCE:
            again(made, category, now, who, move, given_)
    assert len({step.id for step in steps}) == len(steps)
    assert made.repeats == sum(step.times for step in steps)
    assert made.reopened == sum(step.move is Move.REOPEN for step in steps)


def again(
    made: Call, category: Category, now: datetime, who: str, move: Callable[..., Any], given_: tuple[Any, ...]
) -> None:
    """The same once more: softly refused."""
    with pytest.raises(AlreadyDone):
        move(made, category, now, who, *given_)
