"""Rules of the card flow: limits, moves by role, blocked cards, places within a column, and where the time went."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain.cardflow import (
    DIGITS,
    Allowed,
    CardBlocked,
    CardNotBlocked,
    Column,
    ColumnFull,
    ColumnUnfit,
    Flow,
    FlowStep,
    MoveNeedsReason,
    MoveNotForRole,
    MoveNotInFlow,
    between,
    block,
    checked_column,
    cumulative,
    lift,
    move,
    put,
    waits,
)
from console.domain.people import Role

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
FLOW = Flow(
    "orders",
    (Column("planned", counts=False), Column("released", 2), Column("running", 1, per_lane=True), Column("done")),
    (
        Allowed("planned", "released", (Role.PLANNER,)),
        Allowed("released", "running"),
        Allowed("released", "planned", reason=True, back=True, held=False),
        Allowed("running", "done"),
    ),
)
ANYBODY = (Role.SUPERVISOR,)


@dataclass(frozen=True)
class Card:
    id: str
    column: str = "planned"
    lane: str = "L1"
    since: datetime = NOON
    rank: str = "V"
    blocked: str = ""
    blocked_at: datetime | None = None


def test_a_card_goes_only_where_the_flow_leads() -> None:
    with pytest.raises(MoveNotInFlow):
        move(FLOW, Card("1"), "done", [], ANYBODY, NOON)
    gone = move(FLOW, Card("1", "released"), "running", [], ANYBODY, NOON + timedelta(hours=1))
    assert (gone.column, gone.since) == ("running", NOON + timedelta(hours=1))


def test_a_move_that_is_a_role_s_is_no_other_s() -> None:
    with pytest.raises(MoveNotForRole):
        move(FLOW, Card("1"), "released", [], ANYBODY, NOON)
    assert move(FLOW, Card("1"), "released", [], (Role.PLANNER, Role.VIEWER), NOON).column == "released"
    assert FLOW.targets("planned", ANYBODY) == ()
    assert FLOW.targets("released", ANYBODY) == ("planned", "running")


def test_a_full_column_takes_no_more_unless_somebody_says_why() -> None:
    there = [Card("2", "released"), Card("3", "released", "L2")]
    with pytest.raises(ColumnFull) as full:
        move(FLOW, Card("1"), "released", there, (Role.PLANNER,), NOON)
    assert full.value.facts["limit"] == 2
    with pytest.raises(MoveNeedsReason):
        move(FLOW, Card("1"), "released", there, (Role.PLANNER,), NOON, over=True)
    assert move(FLOW, Card("1"), "released", there, (Role.PLANNER,), NOON, "rush", over=True).column == "released"


def test_a_limit_per_lane_counts_each_line_apart_and_never_the_card_itself() -> None:
    there = [Card("2", "running", "L2")]
    assert move(FLOW, Card("1", "released", "L1"), "running", there, ANYBODY, NOON).column == "running"
    with pytest.raises(ColumnFull):
        move(FLOW, Card("1", "released", "L2"), "running", there, ANYBODY, NOON)


def test_a_blocked_card_stays_where_it_is_but_may_go_back() -> None:
    blocked = block(Card("1", "released"), "  no coil ", NOON)
    assert (blocked.blocked, blocked.blocked_at) == ("no coil", NOON)
    with pytest.raises(CardBlocked) as stays:
        move(FLOW, blocked, "running", [], ANYBODY, NOON)
    assert stays.value.facts["reason"] == "no coil"
    with pytest.raises(MoveNeedsReason):
        move(FLOW, blocked, "planned", [], ANYBODY, NOON)
    assert move(FLOW, blocked, "planned", [], ANYBODY, NOON, "later").blocked == "no coil"
    again = block(blocked, "still no coil", NOON + timedelta(hours=2))
    assert again.blocked_at == NOON, "its age goes on"
    assert lift(again).blocked == ""
    with pytest.raises(CardNotBlocked):
        lift(lift(again))


def test_a_card_comes_in_last_and_can_be_put_before_another() -> None:
    there = [Card("2", "released", rank="V"), Card("3", "released", rank="k")]
    last = move(FLOW, Card("1"), "released", there[:1], (Role.PLANNER,), NOON)
    assert last.rank > "V"
    card = Card("1", "released", rank="z")
    first, middle = put(card, there[0], there), put(card, there[1], there)
    assert first.rank < "V" < middle.rank < "k" < put(card, None, there).rank


@given(st.lists(st.integers(0, 40), min_size=1, max_size=200))
def test_there_is_always_room_between_two_ranks(places: list[int]) -> None:
    ranks: list[str] = []
    for place in places:
        at = min(place, len(ranks))
        low, high = ranks[at - 1] if at else "", ranks[at] if at < len(ranks) else ""
        made = between(low, high)
        assert low < made
        assert not high or made < high
        assert not made.endswith(DIGITS[0])
        ranks.insert(at, made)
    assert ranks == sorted(ranks)


def test_equal_ranks_of_two_consoles_do_no_harm() -> None:
    assert between("V", "V") > "V"


@pytest.mark.parametrize("limit", [-1, 1000])
def test_a_limit_that_is_none_is_refused(limit: int) -> None:
    with pytest.raises(ColumnUnfit):
        checked_column(Column("running", limit))


def step(hours: float, source: str, target: str, what: str = "move") -> FlowStep:
    return FlowStep("s", "orders", "1", NOON + timedelta(hours=hours), "me", source, target, what)


def test_the_time_in_all_columns_is_the_time_since_it_was_made() -> None:
    steps = [step(1, "planned", "released"), step(1.5, "released", "released", "block"), step(4, "released", "running")]
    found = waits(steps, NOON, "running", NOON + timedelta(hours=10))
    assert {name: told.total_seconds() / 3600 for name, told in found.items()} == {
        "planned": 1,
        "released": 3,
        "running": 6,
    }
    assert waits([], NOON, "planned", NOON + timedelta(hours=2)) == {"planned": timedelta(hours=2)}


def test_a_column_that_is_entered_twice_counts_both_stays() -> None:
    steps = [step(1, "a", "b"), step(2, "b", "a"), step(5, "a", "b")]
    assert waits(steps, NOON, "b", NOON + timedelta(hours=6))["a"] == timedelta(hours=4)


def test_the_bands_of_the_flow_diagram_hold_every_card_that_was_made() -> None:
    cards = [
        (NOON, "planned", [step(1, "planned", "released"), step(3, "released", "done")]),
        (NOON + timedelta(hours=2), "planned", [replace(step(2.5, "planned", "released"), card="2")]),
    ]
    times = [NOON + timedelta(hours=hours) for hours in (0, 1, 2, 2.5, 3)]
    bands = cumulative(cards, ["planned", "released", "done"], times)
    assert [sum(band.values()) for band in bands] == [1, 1, 2, 2, 2]
    assert bands[-1] == {"planned": 0, "released": 1, "done": 1}
