"""Rules of actions: one owner and one day, done, verified by somebody else where it matters, and it has to hold."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.action_moves import (
    begin,
    block,
    confirm,
    deny,
    do,
    drop,
    make,
    plan,
    refute,
    remind,
    reopen,
    repeat,
    unblock,
    verify,
)
from console.domain.action_refusals import (
    ActionAlready,
    ActionEnded,
    ActionNotDone,
    ActionNotVerified,
    ActionOpen,
    ActionOwnWork,
    ActionPast,
    ActionPerson,
    ActionReason,
    ActionTooEarly,
    ActionUnfit,
    OutcomeNeeded,
    ReminderOver,
)
from console.domain.actions import Action, ActionStep, Effect, Move, Priority, Stage, days_left, overdue
from console.domain.errors import Refusal
from console.domain.people import Grant, Person, Role
from console.domain.reminders import LADDER, Whom, next_reminder, reminded_people, reminders
from console.domain.roster import Roster
from console.domain.shifts import Calendar, Pattern
from console.domain.text import TooLong

MADE = datetime(2026, 11, 2, 9, 0, tzinfo=UTC)  # a Monday
DUE = date(2026, 11, 16)
SHANGHAI = Calendar("", "Asia/Shanghai", (Pattern("Early", time(6), time(14), frozenset(range(5))),))


def later(days: float) -> datetime:
    return MADE + timedelta(days=days)


def new(**more: Any) -> Action:
    made, _ = make(Action("a", "Fit a new guide", "L1/30", "mo", DUE, MADE, "lea", **more))
    return made


def done(**more: Any) -> Action:
    return do(begin(new(**more), later(1), "mo")[0], later(3), "mo", "Guide fitted")[0]


def verified(**more: Any) -> Action:
    return verify(done(**more), later(4), "quinn")[0]


def test_an_action_goes_from_made_to_held_with_a_time_and_a_person_at_each_stage() -> None:
    held, step = confirm(verified(effect_days=30), later(35), "quinn", "No jam since")

    assert (held.stage, held.effect, held.ended, held.ended_by) == (Stage.EFFECTIVE, Effect.HELD, later(35), "quinn")
    assert (held.begun_by, held.done_by, held.outcome, held.verified_by) == ("mo", "mo", "Guide fitted", "quinn")
    assert (step.move, step.note) == (Move.CONFIRM, "No jam since")


@pytest.mark.parametrize(
    ("field", "value"), [("title", "  \n "), ("owner", ""), ("owner", "console"), ("effect_days", 0)]
)
def test_an_action_has_words_one_owner_and_days_until_its_effect_is_looked_at(field: str, value: object) -> None:
    with pytest.raises(ActionUnfit) as refused:
        make(replace(Action("a", "T", "L1", "mo", DUE, MADE, "lea"), **{field: value}))  # type: ignore[arg-type]
    assert refused.value.facts == {"field": field}


def test_words_that_are_too_long_are_refused() -> None:
    with pytest.raises(TooLong):
        make(Action("a", "T" * 201, "L1", "mo", DUE, MADE, "lea"))
    with pytest.raises(TooLong):
        do(new(), later(1), "mo", "x" * 2001)


def test_what_is_done_says_what_was_done() -> None:
    with pytest.raises(OutcomeNeeded):
        do(new(), later(1), "mo", "  ")


def test_of_a_severe_source_somebody_else_than_the_doer_verifies() -> None:
    with pytest.raises(ActionOwnWork):
        verify(done(strict=True), later(4), "mo")
    assert verify(done(strict=True), later(4), "quinn")[0].stage is Stage.VERIFIED
    assert verify(done(), later(4), "mo")[0].stage is Stage.VERIFIED


def test_nothing_is_verified_that_was_not_done() -> None:
    with pytest.raises(ActionNotDone):
        verify(new(), later(1), "quinn")
    with pytest.raises(ActionNotDone):
        refute(new(), later(1), "quinn", "why")


def test_what_was_not_done_rightly_is_worked_at_again() -> None:
    back, step = refute(done(), later(4), "quinn", "The old guide is still in")
    assert (back.stage, back.done, back.outcome, back.begun_by) == (Stage.DOING, None, "", "mo")
    assert step.note == "The old guide is still in"
    with pytest.raises(ActionPast):
        refute(verified(), later(5), "quinn", "why")


def test_that_it_held_is_said_when_its_days_are_over_and_not_before() -> None:
    with pytest.raises(ActionTooEarly):
        confirm(verified(effect_days=30), later(33), "quinn")
    with pytest.raises(ActionNotVerified):
        confirm(done(), later(40), "quinn")
    with pytest.raises(ActionAlready):
        confirm(confirm(verified(effect_days=1), later(35), "quinn")[0], later(36), "lea")


def test_what_happened_again_opens_it_in_the_consoles_own_name_with_the_evidence() -> None:
    again, step = repeat(verified(), later(10), "console", ("call-2", "call-3"))

    assert (again.stage, again.effect, again.evidence, again.reopened) == (
        Stage.OPEN,
        Effect.FAILED,
        ("call-2", "call-3"),
        1,
    )
    assert (again.done, again.verified, again.checked_by) == (None, None, "console")
    assert again.due == date(2026, 11, 19), "normal: a week from then"
    assert (step.move, step.refs, step.who) == (Move.REPEAT, ("call-2", "call-3"), "console")
    with pytest.raises(ActionAlready):
        repeat(again, later(10), "console", ("call-2",))


def test_a_person_says_why_it_did_not_hold_and_the_console_shows_what() -> None:
    assert deny(verified(), later(10), "lea", "It jams again")[0].effect is Effect.FAILED
    with pytest.raises(ActionReason):
        deny(verified(), later(10), "lea", "")
    with pytest.raises(ActionPerson):
        deny(verified(), later(10), "console", "why")
    with pytest.raises(ActionReason):
        repeat(verified(), later(10), "console", ())


def test_what_is_blocked_says_why_and_goes_on_when_that_is_over() -> None:
    blocked, _ = block(new(), later(1), "mo", "Part on order")
    assert blocked.blocked == "Part on order"
    with pytest.raises(ActionAlready):
        block(blocked, later(1), "mo", "Part on order")
    assert unblock(blocked, later(2), "mo")[0].blocked == ""
    assert begin(blocked, later(2), "mo")[0].blocked == ""
    with pytest.raises(ActionPast):
        block(done(), later(4), "mo", "why")


def test_what_has_ended_can_only_be_reopened() -> None:
    dropped, _ = drop(new(), later(1), "lea", "The station goes")
    for move in (
        lambda: begin(dropped, later(2), "mo"),
        lambda: do(dropped, later(2), "mo", "Done"),
        lambda: plan(dropped, later(2), "lea", owner="sue"),
    ):
        with pytest.raises(ActionEnded):
            move()
    with pytest.raises(ActionOpen):
        reopen(new(), later(2), "lea", "why")
    back, _ = reopen(dropped, later(2), "lea", "The station stays")
    assert (back.stage, back.dropped, back.ended, back.reopened) == (Stage.OPEN, "", None, 1)


def test_planned_anew_tells_the_new_owner_and_begins_its_reminders_anew() -> None:
    told = replace(new(), reminded=3)
    planned, step = plan(told, later(1), "lea", owner="sue", due=DUE + timedelta(days=7))
    assert (planned.owner, planned.reminded, planned.planned) == ("sue", -1, later(1))
    assert (step.people, step.note) == (("sue",), "2026-11-23")
    with pytest.raises(ActionAlready):
        plan(told, later(1), "lea", owner="mo")


def test_days_are_counted_on_the_plants_own_clock() -> None:
    late = datetime(2026, 11, 16, 16, 30, tzinfo=UTC)  # half past midnight of the 17th in Shanghai
    tz = ZoneInfo(SHANGHAI.timezone)
    assert days_left(new(), late, tz) == -1
    assert overdue(new(), late, tz)
    assert not overdue(new(), late, UTC)
    assert days_left(done(), late, tz) is None, "what is done is not overdue"


# Reminders


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=UTC)


def test_reminders_come_seven_days_and_one_day_before_on_the_day_and_after_it() -> None:
    action, told = new(), []
    now = MADE
    while now < at(25, 0):
        for one in reminders(action, now, SHANGHAI):
            told.append((one.at, one.whom))
            action, _ = remind(action, now, "console", one.level, one.day, ("mo",))
        now += timedelta(hours=1)

    days = [one.astimezone(UTC) for one, _ in told]
    assert days == [at(8, 22), at(15, 0), at(15, 22), at(16, 22), at(18, 22)], "the first shift begins at 06:00 there"
    assert [whom for _, whom in told] == [*[Whom.OWNER] * 4, Whom.SUPERVISOR]
    assert len(told) == len(LADDER)


def test_after_a_time_without_a_console_only_the_last_reminder_is_told() -> None:
    (one,) = reminders(new(), at(17, 12), SHANGHAI)
    assert (one.level, one.day) == (3, DUE)
    told, _ = remind(new(), at(17, 12), "console", one.level, one.day, ("mo",))
    assert reminders(told, at(17, 13), SHANGHAI) == ()
    assert next_reminder(told, at(17, 13), SHANGHAI) == at(18, 22)


def test_what_had_passed_before_the_day_was_set_is_not_told() -> None:
    short, _ = make(Action("a", "T", "L1", "mo", date(2026, 11, 4), MADE, "lea"))
    assert reminders(short, later(0.1), SHANGHAI) == ()
    assert next_reminder(short, later(0.1), SHANGHAI) == at(2, 22)


def test_nobody_is_reminded_of_what_is_done_and_the_effect_is_reminded_of_on_its_day() -> None:
    assert reminders(done(), at(25, 0), SHANGHAI) == ()
    with pytest.raises(ReminderOver):
        remind(done(), at(25, 0), "console", 2, DUE, ("mo",))
    seen = verified(effect_days=10)  # until the 16th
    assert reminders(seen, at(15, 12), SHANGHAI) == ()
    assert [one.level for one in reminders(seen, at(16, 1), SHANGHAI)] == [2]


def test_a_reminder_is_told_once() -> None:
    told, step = remind(new(), at(9, 0), "console", 0, DUE, ("mo",))
    with pytest.raises(ActionAlready):
        remind(told, at(9, 0), "console", 0, DUE, ("mo",))
    _, same = remind(new(), at(9, 5), "console", 0, DUE, ("mo",))
    assert step.id == same.id, "two consoles make one step"


def test_after_the_owner_whoever_leads_them_is_told() -> None:
    people = [
        Person("oscar", "Oscar", "", (Grant(Role.OPERATOR),)),
        Person("lea", "Lea", "", (Grant(Role.TEAM_LEADER),)),
        Person("mo", "Mo", "", (Grant(Role.MAINTENANCE),)),
        Person("sue", "Sue", "", (Grant(Role.SUPERVISOR),)),
        Person("ada", "Ada", "", (Grant(Role.ADMINISTRATOR),)),
    ]
    roster = Roster((), people, {"": SHANGHAI})

    def whom(owner: str, level: int = 4) -> tuple[str, ...]:
        action = replace(new(), owner=owner, reminded=level - 1)
        (one,) = [found for found in reminders(action, at(25, 0), SHANGHAI, LADDER[: level + 1])]
        return reminded_people(one, action, roster, ("S",), people)

    assert whom("mo", 3) == ("mo",)
    assert [whom(owner) for owner in ("oscar", "lea", "mo", "sue")] == [("lea",), ("sue",), ("sue",), ("ada",)]
    assert whom("gone", 3) == ("lea",), "an owner who is not there any more cannot be told"


# Any row of moves

MOVES: dict[str, Callable[[Action, datetime, str], tuple[Action, ActionStep]]] = {
    "plan": lambda a, t, w: plan(a, t, w, owner=f"{w}2", priority=Priority.HIGH),
    "begin": begin,
    "block": lambda a, t, w: block(a, t, w, "why"),
    "unblock": unblock,
    "do": lambda a, t, w: do(a, t, w, "done"),
    "verify": verify,
    "refute": lambda a, t, w: refute(a, t, w, "why"),
    "confirm": confirm,
    "deny": lambda a, t, w: deny(a, t, w, "why"),
    "repeat": lambda a, t, w: repeat(a, t, "console", ("c",)),
    "drop": lambda a, t, w: drop(a, t, w, "why"),
    "reopen": lambda a, t, w: reopen(a, t, w, "why"),
}


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(sorted(MOVES)), st.sampled_from(["mo", "lea", "quinn"]), st.integers(-2, 40)),
        max_size=14,
    ),
    st.booleans(),
)
def test_whatever_people_do_in_whatever_order_it_stays_a_sensible_action(
    row: list[tuple[str, str, int]], strict: bool
) -> None:
    action, now, ids = new(strict=strict), MADE, set()
    for name, who, days in row:
        now += timedelta(days=days, seconds=1)  # nobody says two things in one moment
        with suppress(Refusal):
            moved, step = MOVES[name](action, now, who)
            assert step.id not in ids, "each step is its own"
            ids.add(step.id)
            assert moved != action
            action = moved
        assert (action.ended is not None) is action.stage.ended
        assert (action.done is not None) is (
            action.stage in (Stage.DONE, Stage.VERIFIED, Stage.EFFECTIVE)
        ) or action.dropped
        assert not (action.strict and action.verified is not None and action.verified_by == action.done_by)
        assert action.owner
        if action.done is not None and action.verified is not None:
            assert action.made <= action.done <= action.verified
