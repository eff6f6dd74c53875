"""Whose hands a call was in: every second of it in somebody's, and none twice."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings

from console.domain.andon import Call, CallStep, Source
from console.domain.andon_hearing import raise_call
from console.domain.andon_moves import acknowledge, close, escalate, refute, reopen, resolve, take
from console.domain.errors import Refusal
from console.domain.hands import Doing, Hold, by_role, holds
from console.domain.people import Role
from tests.domain.calls import MACHINE, RAISED, later
from tests.domain.test_andon_moves import TURNS, Play

ROLES = {"ann": Role.TEAM_LEADER, "mia": Role.MAINTENANCE, "bob": Role.QUALITY}


class Story:
    """A call with its steps."""

    def __init__(self) -> None:
        self.call, first = raise_call(MACHINE, "L1/30", RAISED, "console", Source.RULE, about="149")
        self.steps: list[CallStep] = [first]

    def do(self, move, seconds: float, who: str, *more: object) -> None:  # type: ignore[no-untyped-def]
        self.call, step = move(self.call, MACHINE, later(seconds), who, *more)
        self.steps.append(step)

    def holds(self, now: float) -> tuple[Hold, ...]:
        return holds(self.call, MACHINE, self.steps, ROLES.get, later(now))


def told(held: tuple[Hold, ...]) -> list[tuple[str, str, str, float]]:
    return [(hold.role or "", hold.person, hold.doing.value, hold.seconds) for hold in held]


def test_a_call_is_in_the_hands_of_whoever_was_told_then_of_whoever_answered() -> None:
    story = Story()
    story.do(escalate, 0, "console", 0)
    story.do(escalate, 180, "console", 1)
    story.do(acknowledge, 200, "mia")
    story.do(take, 500, "ann")
    story.do(resolve, 900, "ann", "jam", "", "Cover fitted")
    story.do(close, 1000, "ann")
    assert told(story.holds(9999)) == [
        ("team_leader", "", "waiting", 180),
        ("maintenance", "", "waiting", 20),
        ("maintenance", "mia", "working", 300),
        ("team_leader", "ann", "working", 400),
        ("team_leader", "", "checking", 100),
    ]


def test_a_refuted_call_goes_back_to_who_worked_on_it() -> None:
    story = Story()
    story.do(acknowledge, 60, "mia")
    story.do(resolve, 100, "mia", "jam", "", "Cover fitted")
    story.do(refute, 150, "bob", "No")
    assert told(story.holds(250))[-1] == ("maintenance", "mia", "working", 100)


def test_a_refuted_call_goes_back_to_who_took_it_over() -> None:
    story = Story()
    story.do(acknowledge, 60, "mia")
    story.do(take, 80, "ann")
    story.do(resolve, 100, "ann", "jam", "", "Cover fitted")
    story.do(refute, 150, "bob", "No")
    assert told(story.holds(250))[-1] == ("team_leader", "ann", "working", 100)


def test_a_refuted_call_that_nobody_answered_in_this_round_waits() -> None:
    story = Story()
    story.do(acknowledge, 60, "mia")
    story.do(close, 100, "mia", "jam", "", "Cover fitted")
    story.do(reopen, 200, "bob", "Again")
    story.do(resolve, 300, "mia", "jam", "", "Cover screwed")
    story.do(refute, 350, "bob", "No")
    assert told(story.holds(400))[-1] == ("team_leader", "", "waiting", 50)


def test_a_call_that_was_given_away_waits_in_the_hands_of_who_got_it() -> None:
    story = Story()
    story.do(take, 60, "ann", "mia")
    story.do(acknowledge, 100, "mia")
    assert told(story.holds(150)) == [
        ("team_leader", "", "waiting", 60),
        ("maintenance", "mia", "waiting", 40),
        ("maintenance", "mia", "working", 50),
    ]


def test_while_it_is_closed_a_call_is_in_nobodys_hands() -> None:
    story = Story()
    story.do(close, 100, "ann", "jam", "", "Cover fitted")
    story.do(reopen, 5000, "bob", "Again")
    assert told(story.holds(5040)) == [("team_leader", "", "waiting", 100), ("team_leader", "", "waiting", 40)]


def test_the_time_of_each_department_is_told_by_what_was_done_with_it() -> None:
    story = Story()
    story.do(acknowledge, 60, "mia")
    story.do(take, 100, "ann")
    story.do(take, 150, "mia")
    assert by_role(story.holds(400)) == {
        (Role.MAINTENANCE, Doing.WORKING): 290,
        (Role.TEAM_LEADER, Doing.WAITING): 60,
        (Role.TEAM_LEADER, Doing.WORKING): 50,
    }


@settings(max_examples=200, deadline=None)
@given(TURNS)
def test_whatever_happens_no_second_is_missing_and_none_is_told_twice(turns: list[tuple[Play, str, int]]) -> None:
    story, now = Story(), RAISED
    for (move, more), who, passed in turns:
        now += timedelta(seconds=abs(passed))
        try:
            story.call, step = move(story.call, MACHINE, now, who, *more)
        except Refusal:
            continue
        story.steps.append(step)
    held = holds(story.call, MACHINE, story.steps, ROLES.get, now)
    assert all(hold.until > hold.since for hold in held)
    assert all(before.until <= after.since for before, after in zip(held, held[1:], strict=False))
    assert round(sum(hold.seconds for hold in held), 3) == round(_open_seconds(story.call, story.steps, now), 3)


def _open_seconds(made: Call, steps: list[CallStep], now: datetime) -> float:
    total, since = 0.0, made.raised
    closed = False
    for step in steps:
        if step.move.value in ("close", "reject"):
            total += (step.at - since).total_seconds()
            closed = True
        elif step.move.value == "reopen":
            since, closed = step.at, False
    return total if closed else total + (now - since).total_seconds()
