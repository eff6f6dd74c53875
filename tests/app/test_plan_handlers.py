"""Rules of a plan in the office: all of it or nothing, by who may, and of two plans for one order the first wins."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from console.domain.cardflow import FlowStep
from console.domain.commands import CONSOLE
from console.domain.commands.orders import AddOrder, MoveOrder, TellOrders
from console.domain.commands.people import BeginPlant
from console.domain.commands.planning import SavePlan
from console.domain.desk import Kept
from console.domain.errors import Refusal
from console.domain.orders import Field, WorkOrder, order_id
from console.domain.people import Grant, Role
from console.domain.plan_draft import Placement
from console.domain.told_orders import Said, ToldOrder
from tests.app.staffed import NOON, Staffed
from tests.databases import PostgreSQL
from tests.records.filled import PIN
from tests.records.plants import Site, assert_one_truth, explained

BODY = ("Suzhou", "Body")
WED, THU = date(2026, 11, 25), date(2026, 11, 26)
ONE, TWO = order_id("WO-1"), order_id("WO-2")
BOSS = "boss"


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Pia plans the whole plant, Lu plans L1 only, Su supervises Body, Cy leads L1; two orders, both on L1."""
    made = Staffed(tmp_path)
    made.add("pia", Grant(Role.PLANNER))
    made.add("lu", Grant(Role.PLANNER, (*BODY, "L1")))
    made.add("su", Grant(Role.SUPERVISOR, BODY))
    made.add("cy", Grant(Role.TEAM_LEADER, (*BODY, "L1")))
    for number in ("WO-1", "WO-2"):
        made.must(AddOrder(number, "A", 100, "L1"), "pia")
    yield made
    made.office.close()


def kept(floor: Staffed, id: str = ONE) -> Kept[WorkOrder]:
    found = floor.ask(lambda desk: desk.kept(WorkOrder, id=id))
    assert isinstance(found, list)
    return found[0]  # type: ignore[no-any-return]


def put(id: str = ONE, line: str = "L1", day: date | None = WED, shift: str = "Early", **more: Any) -> Placement:
    return Placement(id, more.get("version", 0), line, day, shift, more.get("rank", "aB"))


def save(floor: Staffed, who: str, *placements: Placement) -> str:
    """The code of the refusal, "" = saved."""
    result = floor.do(SavePlan(placements), who)
    return result.code if isinstance(result, Refusal) else ""


def test_a_plan_puts_orders_into_lines_shifts_and_places(floor: Staffed) -> None:
    assert save(floor, "pia", put(), put(TWO, "L2", THU, "", rank="c", version=kept(floor, TWO).version)) == ""
    one, two = kept(floor).value, kept(floor, TWO).value
    assert (one.line, one.planned_day, one.planned_shift, one.rank) == ("L1", WED, "Early", "aB")
    assert (two.line, two.planned_day, two.planned_shift, two.rank) == ("L2", THU, "", "c")
    assert two.changes == (), "no line knew of it yet"
    assert save(floor, "pia", put(day=None, shift="")) == ""
    assert kept(floor).value.planned_day is None
    assert floor.ask(lambda desk: desk.count(FlowStep)) == 0, "no move of the board, and none that could be undone"


def test_all_of_a_plan_is_saved_or_nothing_and_who_changed_what_is_named(floor: Staffed) -> None:
    seen = kept(floor).version
    assert save(floor, "su", put(day=THU, version=seen)) == ""
    before = kept(floor, TWO)

    refused = floor.do(SavePlan((put(TWO, "L2"), put(version=seen), put(order_id("WO-9")))), "pia")
    assert (refused.code, refused.facts["orders"]) == ("plan_changed", (order_id("WO-9"), "WO-1"))
    assert kept(floor, TWO) == before
    assert kept(floor).value.planned_day == THU
    assert save(floor, "pia", put(TWO, "L2"), put(version=seen + 1)) == ""


def test_a_plan_is_saved_only_by_who_may_plan_on_every_line_that_it_touches(floor: Staffed) -> None:
    assert save(floor, "cy", put()) == "not_allowed"
    assert save(floor, "", put()) == "sign_in_needed"
    assert save(floor, "lu", put()) == ""
    assert save(floor, "lu", put(rank="d"), put(TWO, "L2")) == "not_allowed", "to a line that is not theirs"
    assert save(floor, "pia", put(TWO, "L2")) == ""
    assert save(floor, "lu", put(TWO, "L1")) == "not_allowed", "nor from one"
    assert save(floor, "su", put(TWO, "L1")) == ""
    floor.must(AddOrder("WO-3", "A", 100), "pia")
    assert save(floor, "lu", put(order_id("WO-3"))) == "", "one without a line yet is everybody's"


def test_what_runs_stays_and_what_a_line_knows_of_it_must_take_note_of(floor: Staffed) -> None:
    floor.must(MoveOrder(ONE, "L1", "planned", "released"), "pia")
    floor.must(MoveOrder(TWO, "L1", "planned", "released"), "pia")
    assert save(floor, "pia", put(TWO, "", None, "")) == "order_no_line"
    assert save(floor, "pia", put(TWO, "L2")) == ""
    (change,) = kept(floor, TWO).value.changes
    assert (change.field, change.before, change.after) == (Field.LINE, "L1", "L2")

    floor.must(MoveOrder(ONE, "L1", "released", "running"), "pia")
    assert save(floor, "pia", put()) == "plan_runs"
    floor.must(MoveOrder(ONE, "L1", "running", "done", "Not wanted"), "pia")
    assert save(floor, "pia", put()) == "plan_changed"


def test_a_plan_that_makes_no_sense_is_refused(floor: Staffed) -> None:
    assert save(floor, "pia") == "nothing_changed"
    assert save(floor, "pia", put(), put(rank="c")) == "plan_unfit"
    for wrong in (put(line=""), put(day=None), put(rank="a0"), put(rank="'; drop")):
        assert save(floor, "pia", wrong) == "plan_unfit"


def test_of_two_plans_for_one_order_the_first_wins_and_the_other_console_is_told(
    tmp_path: Path, postgresql: PostgreSQL
) -> None:
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    for site in (a, b):
        site.join(address)
    a.do(BeginPlant(BOSS, "Boss", "1", PIN), BOSS)
    for number in ("WO-1", "WO-2"):
        a.do(AddOrder(number, "A", 100, "L1"), BOSS)
    a.share(), b.share()
    try:
        a.do(SavePlan((put(version=1, day=WED),)), BOSS)
        b.do(SavePlan((put(version=1, day=THU), put(TWO, "L2", THU, version=1))), BOSS)
        a.share()
        ((command, refusal),) = b.share().refused
        a.share()

        assert (command, refusal.code) == ("SavePlan", "changed_meanwhile")
        assert refusal.facts["id"] == ONE
        assert_one_truth(address, a, b)
        there = [site.get(WorkOrder, id) for site in (a, b) for id in (ONE, TWO)]
        assert [(one.line, one.planned_day) for one in there] == 2 * [("L1", WED), ("L1", None)], "all or nothing"
        assert len(explained(b)) == 1

        fresh = replace(put(version=2, day=THU))
        b.do(SavePlan((fresh,)), BOSS)
        b.share(), a.share()
        assert a.get(WorkOrder, ONE).planned_day == THU
    finally:
        a.close(), b.close()


def test_an_order_that_a_line_named_without_a_quantity_does_not_spoil_the_plan(floor: Staffed) -> None:
    at = datetime.fromtimestamp(NOON, UTC)
    floor.must(TellOrders((ToldOrder("X-1", "L1", Said.REQUESTED, at),)), CONSOLE)
    assert save(floor, "pia", put(), put(order_id("X-1"), rank="d")) == ""
    assert kept(floor, order_id("X-1")).value.planned_day == WED
