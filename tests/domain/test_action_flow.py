"""Rules of actions as cards: the columns are the states they have, the moves are those people make anyway."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from console.domain import action_moves as moves
from console.domain.action_flow import ACTIONS, BACK, DOING, MOVES, ActionOnFlow, check_room
from console.domain.actions import Action, Move, Priority, Stage
from console.domain.cardflow import ColumnFull, Flow
from console.domain.flows import FLOWS, takes_limit

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
DAYS = timedelta(days=40)


def action(id: str = "a", **told: object) -> Action:
    return replace(Action(id, "New guide", "L1", "lea", date(2026, 11, 25), NOON, "cy"), **told)  # type: ignore[arg-type]


def limited(limit: int, per_lane: bool = False) -> Flow:
    columns = (replace(one, limit=limit, per_lane=per_lane) if one.id == DOING else one for one in ACTIONS.columns)
    return replace(ACTIONS, columns=tuple(columns))


def carried_out(before: Action, move: Move) -> Action:
    does = {
        Move.BEGIN: lambda: moves.begin(before, NOON + DAYS, "lea"),
        Move.DO: lambda: moves.do(before, NOON + DAYS, "lea", "Fitted"),
        Move.VERIFY: lambda: moves.verify(before, NOON + DAYS, "cy"),
        Move.REFUTE: lambda: moves.refute(before, NOON + DAYS, "cy", "Loose"),
        Move.CONFIRM: lambda: moves.confirm(before, NOON + DAYS, "cy"),
        Move.DENY: lambda: moves.deny(before, NOON + DAYS, "cy", "Again"),
        Move.REOPEN: lambda: moves.reopen(before, NOON + DAYS, "cy", "Again"),
    }
    return does[move]()[0]


def in_stage(stage: str) -> Action:
    done = {"done": NOON, "done_by": "lea", "outcome": "Fitted"}
    verified = {"verified": NOON, "verified_by": "cy", "effect_due": NOON + timedelta(days=30)}
    return {
        "open": action(),
        "doing": action(stage=Stage.DOING, begun=NOON, begun_by="lea"),
        "done": action(stage=Stage.DONE, **done),
        "verified": action(stage=Stage.VERIFIED, **done, **verified),
        "effective": action(stage=Stage.EFFECTIVE, ended=NOON, ended_by="cy", **done, **verified),
    }[stage]


@pytest.mark.parametrize(("way", "move"), MOVES.items())
def test_each_move_of_the_flow_is_one_that_people_make_and_ends_in_its_column(way: tuple[str, str], move: Move) -> None:
    source, target = way
    before = in_stage(source)
    assert ActionOnFlow(before).column == source
    assert ActionOnFlow(carried_out(before, move)).column == target
    allowed = ACTIONS.allowed(source, target)
    assert allowed is not None
    assert allowed.back == (move in BACK)


def test_every_state_but_dropped_is_a_column_and_nothing_else_is() -> None:
    assert [column.id for column in ACTIONS.columns] == [stage.value for stage in Stage if stage is not Stage.DROPPED]
    assert ACTIONS.allowed("open", "verified") is None, "what was not done is not verified"


def test_the_nearest_day_lies_first_then_the_more_urgent_and_what_ended_last_first() -> None:
    near, far = action("n", due=date(2026, 11, 21)), action("f", due=date(2026, 12, 1))
    urgent = action("u", due=date(2026, 12, 1), priority=Priority.URGENT)
    assert sorted([far, urgent, near], key=lambda one: ActionOnFlow(one).rank) == [near, urgent, far]
    first, last = (action(id, ended=NOON + timedelta(days=days)) for id, days in (("1", 0), ("2", 3)))
    assert sorted([first, last], key=lambda one: ActionOnFlow(one).rank) == [last, first]
    assert not ACTIONS.ranked


def test_nobody_begins_more_than_the_limit_unless_for_a_reason() -> None:
    begun = [in_stage("doing")]
    new = action("b", owner="bo")
    with pytest.raises(ColumnFull) as full:
        check_room(limited(1), new, begun, "")
    assert full.value.facts["limit"] == 1
    check_room(limited(1), new, begun, "The line stands")
    check_room(limited(2), new, begun, "")
    check_room(limited(1, per_lane=True), new, begun, "")
    with pytest.raises(ColumnFull):
        check_room(limited(1, per_lane=True), action("c"), begun, "")
    check_room(limited(1), begun[0], begun, "")


def test_since_when_a_card_lies_in_its_column() -> None:
    assert ActionOnFlow(in_stage("doing")).since == NOON
    assert ActionOnFlow(in_stage("effective")).since == NOON
    assert ActionOnFlow(action()).since is None


def test_one_engine_carries_two_flows() -> None:
    assert set(FLOWS) == {"orders", "actions"}
    for flow in FLOWS.values():
        assert [takes_limit(flow, column) for column in flow.columns] == [True] * (len(flow.columns) - 1) + [False]
