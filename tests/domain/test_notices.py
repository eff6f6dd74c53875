"""Rules of notices: who is told of which step, what is still worth sending, who may send what another made."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from console.domain.andon import Call, CallStep, Move, Severity, Source, Stage
from console.domain.channels import Channel, ChannelKind, Contact, Whom
from console.domain.notices import (
    Notice,
    Reason,
    State,
    Wanted,
    Why,
    needed,
    notice_id,
    orphaned,
    pause,
    undelivered,
    wanted,
)

AT = datetime(2026, 11, 21, 11, 30, tzinfo=UTC)
CALL = Call("c", "machine", "L1/10", Severity.MAJOR, "It jams", Source.PERSON, AT, "oscar")
TOLD = CallStep("s0", "c", Move.ESCALATE, AT, "console", "lea mo")
HIGHER = CallStep("s1", "c", Move.ESCALATE, AT + timedelta(minutes=3), "console", "sue", level=1)
MAIL = Channel("mail", "Mails", ChannelKind.MAIL, since=AT)
GROUP = Channel("web", "Group", ChannelKind.WEBHOOK, since=AT)
TOPIC = Channel("topic", "Topic", ChannelKind.MQTT, "gemba/{site}/notice/{person}", since=AT)
REACHED = {"lea": Contact("lea", "lea@works.test"), "mo": Contact("mo", mobile="13800001111")}


def of(step: CallStep, call: Call = CALL, *channels: Channel, steps: tuple[CallStep, ...] = ()) -> tuple[Wanted, ...]:
    """What a step wants."""
    return wanted(step, call, "Body", steps or (step,), channels or (GROUP,), REACHED)


def test_mail_goes_to_each_person_and_who_has_no_address_is_not_forgotten() -> None:
    assert of(TOLD, CALL, MAIL) == (
        Wanted("mail", Reason.RAISED, "lea", ("lea",)),
        Wanted("mail", Reason.RAISED, "mo", ("mo",), 0, Why.NO_ADDRESS),
    )


def test_a_group_gets_one_message_that_mentions_everybody() -> None:
    assert of(TOLD) == (Wanted("web", Reason.RAISED, "", ("lea", "mo")),)


def test_a_topic_with_a_person_in_it_gets_one_for_each() -> None:
    assert [one.recipient for one in of(TOLD, CALL, TOPIC)] == ["lea", "mo"]
    assert [one.recipient for one in of(TOLD, CALL, replace(TOPIC, address="plant/calls"))] == [""]


def test_fixed_recipients_are_told_also_where_nobody_is_there() -> None:
    fixed = replace(MAIL, whom=Whom.FIXED, recipients=("desk@works.test",))
    assert of(replace(TOLD, note=""), CALL, fixed) == (Wanted("mail", Reason.RAISED, "desk@works.test"),)


def test_a_higher_level_is_told_as_an_escalation() -> None:
    assert of(HIGHER) == (Wanted("web", Reason.ESCALATED, "", ("sue",), 1),)


def test_worse_is_told_to_whoever_has_it_else_to_all_who_were_told() -> None:
    worse = CallStep("w", "c", Move.WORSEN, AT + timedelta(minutes=5), "sue", "critical")
    steps = (TOLD, HIGHER, worse)
    assert of(worse, steps=steps)[0].persons == ("lea", "mo", "sue")
    assert of(worse, replace(CALL, owner="mo"), steps=steps)[0].persons == ("mo",)


@pytest.mark.parametrize("move", [Move.RAISE, Move.REPEAT, Move.ACKNOWLEDGE, Move.EXPLAIN, Move.CLEAR])
def test_other_steps_are_told_to_nobody(move: Move) -> None:
    assert of(replace(TOLD, move=move)) == ()


def test_the_end_is_told_only_where_it_is_wanted() -> None:
    over = replace(CALL, closed=AT + timedelta(hours=1), stage=Stage.CLOSED)
    step = CallStep("x", "c", Move.CLOSE, AT + timedelta(hours=1), "sue")
    assert of(step, over) == ()
    assert of(step, over, replace(GROUP, over=True), steps=(TOLD, step))[0].persons == ("lea", "mo")


def test_nobody_is_called_to_a_call_that_was_answered() -> None:
    answered = replace(CALL, acknowledged=AT + timedelta(minutes=1))
    assert of(TOLD, answered) == ()
    assert of(HIGHER, answered) != ()  # its rung wants somebody although the call was acknowledged before


def notice(**more: object) -> Notice:
    """One that waits."""
    return replace(Notice("n", "c", "L1/10", "s0", "web", Reason.RAISED, AT, "A"), **more)  # type: ignore[arg-type]


def test_what_was_answered_or_closed_after_it_was_made_is_not_needed() -> None:
    later = AT + timedelta(minutes=1)
    assert needed(notice(), CALL)
    assert not needed(notice(), None)
    assert not needed(notice(), replace(CALL, acknowledged=later))
    assert not needed(notice(), replace(CALL, closed=later))
    assert not needed(notice(), replace(CALL, begun=later))  # another round has begun, with messages of its own
    assert needed(notice(reason=Reason.SHIFT_CHANGE), replace(CALL, acknowledged=later))
    assert needed(notice(reason=Reason.OVER), replace(CALL, closed=later))


def test_a_message_that_waits_for_long_counts_as_not_delivered() -> None:
    assert not undelivered(notice(), AT + timedelta(seconds=30))
    assert undelivered(notice(), AT + timedelta(seconds=90))
    assert undelivered(notice(state=State.FAILED), AT)
    assert undelivered(notice(state=State.GIVEN_UP), AT)
    assert not undelivered(notice(state=State.DELIVERED), AT + timedelta(days=1))
    assert not undelivered(notice(state=State.NOT_NEEDED), AT + timedelta(days=1))


def test_another_console_may_send_what_the_first_cannot_or_left() -> None:
    late = AT + timedelta(minutes=4)
    assert not orphaned(notice(), AT + timedelta(minutes=2))
    assert orphaned(notice(), late)
    assert not orphaned(notice(tries=1, state=State.FAILED), late)
    assert not orphaned(notice(tried=late), late)  # somebody has just taken it
    assert orphaned(notice(state=State.FAILED, tries=1, why=Why.NO_SECRET), AT)
    assert not orphaned(notice(state=State.GIVEN_UP, why=Why.NO_SECRET), AT)


def test_pauses_grow_to_a_quarter_of_an_hour() -> None:
    assert [pause(tries, 15.0).total_seconds() for tries in (1, 2, 3, 4, 8, 1000)] == [15, 30, 60, 120, 900, 900]


def test_two_consoles_make_one_notice() -> None:
    assert notice_id("c", "s", "web", "lea") == notice_id("c", "s", "web", "lea")
    assert notice_id("c", "s", "web", "lea") != notice_id("c", "s", "web", "mo")
