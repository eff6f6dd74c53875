"""Rules of work orders in the office: who moves what, what a line is told, what is undone, what comes in twice."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.app.queries import orders as ask
from console.app.queries import products as plans
from console.domain.commands import CONSOLE
from console.domain.commands.orders import (
    AddOrder,
    BlockOrder,
    ChangeOrder,
    ConfirmOutput,
    ImportOrders,
    LiftOrder,
    MergeOrders,
    MoveOrder,
    PassOrderStep,
    RankOrder,
    SeeOrderChange,
    SetFlowColumn,
    SplitOrder,
    TakeBackOutput,
    TellOrders,
    UndoMove,
)
from console.domain.commands.products import (
    KeepExchangeMap,
    RemoveChangeover,
    RemoveExchangeMap,
    RemoveProduct,
    SetChangeover,
    SetLineStock,
    SetProduct,
)
from console.domain.exchange import ColumnMap, Draft, compared
from console.domain.orders import Ended, Field, OrderStep, Why, WorkOrder, order_id
from console.domain.people import Grant, Role
from console.domain.planning import Changeover
from console.domain.products import Part, Product, RouteStep
from console.domain.told_orders import Said, ToldOrder
from tests.app.staffed import NOON, Staffed

BODY = ("Suzhou", "Body")
T = datetime.fromtimestamp(NOON, UTC)
ONE = order_id("WO-1")
ALL = ask.board(None, T - timedelta(days=1))
PRODUCT = Product("A", "Housing", parts=(Part("P-1", 2.0),), steps=(RouteStep("Weld", "L1/30", 12.5),))


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Pia plans the whole plant, Cy leads L1, Su supervises Body, Qi is quality there, Bo operates on L1."""
    made = Staffed(tmp_path)
    made.add("pia", Grant(Role.PLANNER))
    made.add("cy", Grant(Role.TEAM_LEADER, (*BODY, "L1")))
    made.add("su", Grant(Role.SUPERVISOR, BODY))
    made.add("qi", Grant(Role.QUALITY, BODY))
    made.add("bo", Grant(Role.OPERATOR, (*BODY, "L1")))
    yield made
    made.office.close()


def code(result: object) -> object:
    return getattr(result, "code", None)


def add(floor: Staffed, number: str = "WO-1", line: str = "L1", **more: Any) -> str:
    floor.must(AddOrder(number, "A", 100, line, **more), "pia")
    return order_id(number)


def move(floor: Staffed, who: str, source: str, target: str, reason: str = "", order: str = ONE, **more: Any) -> object:
    floor.pass_time(1)
    return code(floor.do(MoveOrder(order, more.pop("line", "L1"), source, target, reason, **more), who))


def got(floor: Staffed, id: str = ONE) -> WorkOrder:
    found = floor.ask(lambda desk: desk.need(WorkOrder, id))
    assert isinstance(found, WorkOrder)
    return found


def running(floor: Staffed) -> None:
    add(floor)
    assert move(floor, "pia", "planned", "released") is None
    assert move(floor, "cy", "released", "running") is None


def test_an_order_is_planned_released_run_and_finished_by_those_who_may(floor: Staffed) -> None:
    floor.must(SetProduct(PRODUCT), "pia")
    add(floor)
    assert got(floor).steps == (OrderStep("Weld", "L1/30", 12.5),)

    assert code(floor.do(AddOrder("wo-1", "A", 5), "pia")) == "order_number_taken"
    assert code(floor.do(AddOrder("WO-9", "A", 5, "L1"), "cy")) == "not_allowed"
    assert move(floor, "bo", "planned", "released") == "not_allowed"
    assert move(floor, "cy", "planned", "released") == "move_not_for_role"
    assert move(floor, "pia", "planned", "released") is None
    assert move(floor, "qi", "released", "running") == "move_not_for_role"
    assert move(floor, "cy", "released", "running") is None
    assert move(floor, "cy", "running", "done") == "short_needs_reason"
    floor.must(ConfirmOutput(ONE, "L1", "c1", 100, 3, 0, 98, reasons=(Why("scratch", 3),)), "bo")
    assert move(floor, "cy", "running", "done") is None

    file = floor.ask(ask.order_file(ONE))
    assert [(one.step.source, one.step.target, one.who) for one in file.steps] == [
        ("planned", "released", "Pia"),
        ("released", "running", "Cy"),
        ("running", "done", "Cy"),
    ]
    order = file.card.order
    assert (order.ended, order.good, order.scrap) == (Ended.FULL, 100, 3)
    assert [(one.output.difference, one.who) for one in file.outputs] == [(2, "Bo")]
    assert sum(file.waits(T).values(), timedelta()) == order.finished - order.made
    assert file.product == PRODUCT


def test_a_right_holds_at_the_line_of_the_order_and_at_the_line_that_it_shall_have(floor: Staffed) -> None:
    add(floor, line="Gate")  # not in Body
    order = got(floor)
    told = ChangeOrder(ONE, "A", 50, "L1", None, False, "", ())

    assert move(floor, "su", "planned", "released", line="Gate") == "not_allowed"
    assert move(floor, "su", "planned", "released") == "missing"  # it does not lie on L1
    assert code(floor.do(told, "su")) == "not_allowed"
    floor.must(told, "pia")
    assert (got(floor).line, order.line) == ("L1", "Gate")
    floor.must(replace(told, line="L2"), "su")
    assert code(floor.do(AddOrder("WO-2", "A", 5), "su")) == "not_allowed"  # on no line: the whole plant's


def test_who_saw_a_card_elsewhere_is_told_and_nothing_moves(floor: Staffed) -> None:
    running(floor)
    assert move(floor, "pia", "planned", "released") == "changed_meanwhile"
    assert got(floor).column == "running"


def test_a_limit_is_the_plant_s_and_passed_over_only_with_a_reason(floor: Staffed) -> None:
    floor.must(SetFlowColumn("orders", "released", 1, False, "Material is there"), "pia")
    for number in ("WO-1", "WO-2"):
        add(floor, number, "L1" if number == "WO-1" else "L2")
    two = {"order": order_id("WO-2"), "line": "L2"}

    assert move(floor, "pia", "planned", "released") is None
    assert move(floor, "pia", "planned", "released", **two) == "column_full"
    assert move(floor, "pia", "planned", "released", "", **two, over=True) == "move_needs_reason"
    assert move(floor, "pia", "planned", "released", "Customer waits", **two, over=True) is None
    board = floor.ask(ALL)
    assert board.flow.column("released").policy == "Material is there"
    assert board.versions == {"released": 1}
    (step,) = floor.ask(ask.order_file(order_id("WO-2"))).steps
    assert (step.step.over, step.step.reason) == (True, "Customer waits")
    assert code(floor.do(SetFlowColumn("orders", "done", 5), "pia")) == "column_unfit"
    assert code(floor.do(SetFlowColumn("orders", "somewhere", 5), "pia")) == "missing"
    assert code(floor.do(SetFlowColumn("orders", "released", 5), "cy")) == "not_allowed"


def test_a_blocked_card_waits_until_it_is_lifted(floor: Staffed) -> None:
    running(floor)
    floor.must(BlockOrder(ONE, "L1", "No tool"), "bo")
    assert move(floor, "cy", "running", "done", "x") == "card_blocked"
    (card,) = floor.ask(ALL).cards
    assert (card.order.blocked, card.blocked_by) == ("No tool", "Bo")
    floor.must(LiftOrder(ONE, "L1"), "cy")
    assert code(floor.do(LiftOrder(ONE, "L1"), "cy")) == "card_not_blocked"
    assert got(floor).blocked_by == ""
    assert [one.step.what for one in floor.ask(ask.order_file(ONE)).steps] == ["move", "move", "block", "lift"]


def test_one_s_last_move_is_taken_back_as_if_it_had_never_been(floor: Staffed) -> None:
    add(floor)
    assert move(floor, "pia", "planned", "released") is None
    before = got(floor)
    assert move(floor, "cy", "released", "running") is None

    assert code(floor.do(UndoMove(ONE, "L1"), "pia")) == "move_over"  # it was another's
    floor.must(UndoMove(ONE, "L1"), "cy")
    assert got(floor) == before
    assert len(floor.ask(ask.order_file(ONE)).steps) == 1
    assert code(floor.do(UndoMove(ONE, "L1"), "cy")) == "move_over"


def test_a_move_is_not_taken_back_late_nor_after_something_else_happened(floor: Staffed) -> None:
    running(floor)
    floor.must(ConfirmOutput(ONE, "L1", "c1", 5), "bo")
    assert code(floor.do(UndoMove(ONE, "L1"), "cy")) == "move_over"
    assert move(floor, "cy", "running", "done", "Enough") is None
    floor.pass_time(301)
    assert code(floor.do(UndoMove(ONE, "L1"), "cy")) == "move_over"
    assert move(floor, "su", "done", "running", "Not yet") is None
    assert got(floor).ended is Ended.NOT
    floor.must(UndoMove(ONE, "L1"), "su")
    order = got(floor)
    assert (order.column, order.ended, order.why) == ("done", Ended.SHORT, "Enough")
    assert order.started is not None


def test_a_move_is_not_taken_back_onto_a_line_where_another_order_runs(floor: Staffed) -> None:
    running(floor)
    add(floor, "WO-2")
    assert move(floor, "pia", "planned", "released", order=order_id("WO-2")) is None
    assert move(floor, "cy", "running", "hold", "No tool") is None
    assert move(floor, "cy", "released", "running", order=order_id("WO-2")) is None
    assert code(floor.do(UndoMove(ONE, "L1"), "cy")) == "order_line_busy"


def test_a_place_within_a_column_is_kept_and_taken_back(floor: Staffed) -> None:
    ids = [add(floor, f"WO-{n}") for n in range(1, 4)]

    def order() -> list[str]:
        return [card.order.id for card in floor.ask(ALL).column("planned")]

    assert order() == ids
    floor.must(RankOrder(ids[2], "L1", ids[0]), "cy")
    assert order() == [ids[2], ids[0], ids[1]]
    floor.must(UndoMove(ids[2], "L1"), "cy")
    assert order() == ids


def test_a_line_takes_note_of_what_was_changed_and_of_nothing_that_it_was_not_shown(floor: Staffed) -> None:
    add(floor)
    assert move(floor, "pia", "planned", "released") is None
    told = ChangeOrder(ONE, "A", 120, "L1", None, True, "", (), version=2)
    floor.must(told, "pia")
    seen = got(floor).changed
    assert seen is not None
    floor.pass_time(5)
    floor.must(replace(told, quantity=130, version=3), "pia")

    assert code(floor.do(told, "pia")) == "changed_meanwhile"
    assert code(floor.do(SeeOrderChange(ONE, "L1", seen), "bo")) == "changed_meanwhile"
    changed = got(floor).changed
    assert changed is not None
    floor.must(SeeOrderChange(ONE, "L1", changed), "bo")
    order = got(floor)
    assert (order.changes, order.seen_by, order.quantity, order.rush) == ((), "bo", 130, True)


def test_steps_are_handed_on_once_and_nobody_tells_so_for_another(floor: Staffed) -> None:
    forged = (OrderStep("Weld", passed=T, passed_by="bo"), OrderStep("Pack"))
    add(floor, steps=forged)
    assert got(floor).steps[0].passed is None
    floor.must(PassOrderStep(ONE, "L1", "Weld"), "bo")
    refused = floor.do(PassOrderStep(ONE, "L1", "Weld"), "cy")
    assert (code(refused), refused.facts["name"]) == ("order_step_passed", "Bo")
    assert code(floor.do(PassOrderStep(ONE, "L1", "Paint"), "cy")) == "order_unfit"
    floor.must(ChangeOrder(ONE, "A", 100, "L1", None, False, "", (*forged, OrderStep("Ship"))), "pia")
    assert [(step.name, step.passed_by) for step in got(floor).steps] == [("Weld", "bo"), ("Pack", ""), ("Ship", "")]


def test_output_is_taken_back_by_who_confirmed_it_or_by_who_leads(floor: Staffed) -> None:
    running(floor)
    floor.add("di", Grant(Role.OPERATOR, (*BODY, "L1")))
    for id in ("c1", "c2"):
        floor.must(ConfirmOutput(ONE, "L1", id, 10, 1), "bo")
    assert code(floor.do(ConfirmOutput(ONE, "L1", "c1", 10), "bo")) == "already_there"
    assert code(floor.do(ConfirmOutput(ONE, "L1", "c3", 0), "bo")) == "confirmation_unfit"
    assert code(floor.do(TakeBackOutput(ONE, "L1", "c1", "bo"), "di")) == "not_allowed"
    assert code(floor.do(TakeBackOutput(ONE, "L1", "c1", "di"), "di")) == "missing"
    floor.must(TakeBackOutput(ONE, "L1", "c1", "bo"), "bo")
    floor.must(TakeBackOutput(ONE, "L1", "c2", "bo"), "cy")
    assert code(floor.do(TakeBackOutput(ONE, "L1", "c2", "bo"), "cy")) == "confirmation_gone"
    assert (got(floor).good, got(floor).scrap) == (0, 0)
    assert floor.ask(ask.outputs_between(T, T + timedelta(days=1))) == ()


def test_orders_are_split_and_merged_and_the_pieces_stay(floor: Staffed) -> None:
    add(floor)
    floor.must(SplitOrder(ONE, "L1", 40, "WO-1b"), "pia")
    part = order_id("WO-1b")
    assert (got(floor).quantity, got(floor, part).quantity) == (60, 40)
    assert code(floor.do(SplitOrder(ONE, "L1", 10, "WO-1B"), "pia")) == "order_number_taken"
    floor.must(MergeOrders(ONE, "L1", part), "pia")
    assert (got(floor).quantity, got(floor, part).ended) == (100, Ended.MERGED)
    assert [card.order.id for card in floor.ask(ALL).cards] == [ONE]
    assert [one.id for one in floor.ask(ask.order_file(ONE)).parts] == [part, part]
    assert floor.ask(ask.order_file(part)).numbers == {ONE: "WO-1"}, "said by number, however long it is done"


def said(number: str, what: Said, seconds: float, line: str = "L1", **more: Any) -> TellOrders:
    return TellOrders((ToldOrder(number, line, what, T + timedelta(seconds=seconds), **more),))


def test_what_a_line_says_of_an_order_is_on_the_board_whoever_planned_it(floor: Staffed) -> None:
    told = [said("X-1", Said.REQUESTED, 1), said("X-1", Said.ACTIVE, 2, product="A", target=20)]
    floor.must(TellOrders((*told[0].orders, *told[1].orders)))
    for one in told:
        floor.must(one)
    (card,) = floor.ask(ALL).cards
    order = card.order
    assert (order.column, order.source, order.product, order.quantity) == ("running", "line", "A", 20)
    for one in (said("x-1", Said.COMPLETED, 3), *told):
        floor.must(one)
    file = floor.ask(ask.order_file(order.id))
    assert (file.card.order.column, file.card.order.finished) == ("done", T + timedelta(seconds=3))
    assert [one.step.target for one in file.steps] == ["released", "running", "done"]
    assert code(floor.do(told[0], "pia")) == "not_allowed"


def test_a_line_overrules_neither_a_plan_nor_a_closed_order_nor_another_line(floor: Staffed) -> None:
    running(floor)
    floor.must(said("WO-1", Said.ACTIVE, 900, "L2", product="B", target=7))
    order = got(floor)
    assert (order.line, order.product, order.quantity) == ("L1", "A", 100)
    assert move(floor, "cy", "running", "done", "Enough") is None
    floor.must(said("WO-1", Said.ACTIVE, 9000))
    floor.must(said("9" * 61, Said.ACTIVE, 1))
    assert [card.order.column for card in floor.ask(ALL).cards] == ["done"]
    add(floor, "WO-2")
    floor.must(said("WO-2", Said.ACTIVE, 9000, "L2"))
    assert (got(floor, order_id("WO-2")).line, got(floor, order_id("WO-2")).column) == ("L2", "running")


def draft(number: str, quantity: int = 10, line: str = "L1") -> Draft:
    return Draft(2, number, "A", quantity, line, T, True, None, (Field.PRODUCT, Field.QUANTITY, Field.LINE, Field.DUE))


def test_an_import_adds_once_and_changes_only_what_is_still_as_it_was_compared(floor: Staffed) -> None:
    mapping = ColumnMap("erp", "ERP", (("number", "No"), ("product", "Item"), ("quantity", "Qty")))
    drafts = (draft("E-1"), draft("E-2", line="L2"))
    for _ in range(2):
        floor.must(ImportOrders("ERP", drafts), "pia")
    assert [card.version for card in floor.ask(ALL).cards] == [1, 1]
    again = (draft("E-1", 25), draft("E-2", 35, "L2"))
    known = floor.ask(ask.orders_to_compare("ERP", ("e-1", "e-2")))
    found = compared(again, known, mapping)
    floor.must(ChangeOrder(order_id("E-2"), "A", 12, "L2", T, True, "", ()), "pia")
    for _ in range(2):
        floor.must(ImportOrders("ERP", (), found.changes), "pia")
    assert [got(floor, order_id(number)).quantity for number in ("E-1", "E-2")] == [25, 12]
    assert got(floor, order_id("E-1")).source == "ERP"
    assert code(floor.do(ImportOrders("ERP", drafts * 251), "pia")) == "too_many_rows"
    assert code(floor.do(ImportOrders("ERP", drafts), "cy")) == "not_allowed"


def test_what_plans_are_made_with_is_kept_changed_by_version_and_removed(floor: Staffed) -> None:
    floor.must(SetProduct(PRODUCT), "pia")
    circle = Product("P-1", parts=(Part("A", 1.0),))
    assert code(floor.do(SetProduct(circle), "pia")) == "parts_in_circle"
    assert code(floor.do(SetProduct(PRODUCT, 7), "pia")) == "changed_meanwhile"
    floor.must(SetLineStock("L1", "P-1", 4.0, 5.0, 50.0, 10.0), "bo")
    floor.must(SetLineStock("L1", "P-1", 2.0, 5.0, 50.0, 10.0, version=1), "bo")
    (stock,) = floor.ask(plans.line_stock(("L1",)))
    assert (stock.value.quantity, stock.value.low, stock.value.by, stock.version) == (2.0, True, "bo", 2)
    floor.must(SetChangeover(Changeover("any", "L1", " A ", "B", 900.0)), "su")
    assert code(floor.do(SetChangeover(Changeover("", "", "A", "B", 900.0)), "su")) == "not_allowed"  # every line
    assert code(floor.do(SetChangeover(Changeover("", "L1", "A", "B", -1.0)), "su")) == "changeover_unfit"
    (entry,) = floor.ask(plans.changeovers)
    assert code(floor.do(RemoveChangeover(entry.value.id, "L2"), "su")) == "missing"
    floor.must(RemoveChangeover(entry.value.id, "L1"), "su")
    columns = (("number", "No"), ("product", "Item"), ("quantity", "Qty"))
    floor.must(KeepExchangeMap(ColumnMap("erp", " ERP ", columns)), "pia")
    assert code(floor.do(KeepExchangeMap(ColumnMap("x", "X", columns[:2])), "pia")) == "mapping_unfit"
    assert [kept.value.name for kept in floor.ask(plans.exchange_maps)] == ["ERP"]
    floor.must(RemoveExchangeMap("erp", 1), "pia")
    floor.must(RemoveProduct("A", 1), "pia")
    assert floor.ask(plans.products_by_id) == {}


def test_two_thousand_open_orders_are_on_the_board_at_once(floor: Staffed) -> None:
    for start in range(0, 2000, 500):
        drafts = tuple(draft(f"B-{n}", line=f"L{n % 8}") for n in range(start, start + 500))
        floor.must(ImportOrders("ERP", drafts), CONSOLE)
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        board = floor.ask(ALL)
        took.append(time.perf_counter() - begun)
    assert len(board.cards) == 2000
    assert min(took) < 0.5
    assert max(len(card.order.rank) for card in board.cards) <= 5
    assert len(floor.ask(ask.flow_cards(T))) == 2000


def test_a_role_for_another_line_makes_no_move_here(floor: Staffed) -> None:
    floor.add("lu", Grant(Role.PLANNER, (*BODY, "L2")), Grant(Role.TEAM_LEADER, (*BODY, "L1")))
    add(floor)
    add(floor, "WO-2", "L2")
    assert move(floor, "lu", "planned", "released") == "move_not_for_role"
    assert move(floor, "lu", "planned", "released", order=order_id("WO-2"), line="L2") is None
    assert move(floor, "pia", "planned", "released") is None
    assert move(floor, "lu", "released", "running") is None
