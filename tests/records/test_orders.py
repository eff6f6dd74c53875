"""Rules of work orders in the records: values come back as they were, and two consoles have one truth of a card."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from console.domain.cardflow import FlowColumn, FlowStep
from console.domain.commands import CONSOLE
from console.domain.commands.orders import (
    AddOrder,
    ConfirmOutput,
    ImportOrders,
    MoveOrder,
    RankOrder,
    SetFlowColumn,
    TellOrders,
    UndoMove,
)
from console.domain.commands.people import BeginPlant
from console.domain.commands.planning import SavePlan
from console.domain.commands.products import KeepExchangeMap, SetChangeover, SetLineStock, SetProduct
from console.domain.exchange import ColumnMap, Draft, Truth
from console.domain.orders import Confirmation, Field, OrderStep, Why, WorkOrder, order_id
from console.domain.plan_draft import Placement
from console.domain.planning import ANY, Changeover, changeover_id
from console.domain.products import LineStock, Part, Product, RouteStep, stock_id
from console.domain.told_orders import Said, ToldOrder
from tests.databases import PostgreSQL, Server
from tests.records.filled import PIN
from tests.records.plants import Site, assert_one_truth, explained

T = datetime(2026, 11, 20, 14, 0, 0, 250_000, tzinfo=UTC)
BOSS = "boss"
PRODUCT = Product("料-1", "壳 🏭 <b>", "m²", (Part("P", 0.1 + 0.2, "kg"),), (RouteStep("=1+1", "L1/30", 12.5, 1e300),))
COLUMNS = (("number", "工单号"), ("product", "料号"), ("quantity", "数量"))
MAP = ColumnMap("erp", "ERP", COLUMNS, "%d.%m.%Y", "06:00", True, (("A1", "L1"),), (("due", Truth.ASK),))
DRAFT = Draft(7, "E-1", "料-1", 5, "L1", T, True, "中文", (Field.QUANTITY, Field.DUE))


@pytest.fixture(params=["postgresql", "mariadb"])
def server(request: pytest.FixtureRequest) -> Server:
    found: Server = request.getfixturevalue(request.param)
    return found


@pytest.fixture
def two(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[tuple[Site, Site, Any]]:
    """Two consoles that share one PostgreSQL when told to, with an administrator and an order on L1."""
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    for site in (a, b):
        site.join(address)
    a.do(BeginPlant(BOSS, "Boss", "1", PIN), BOSS)
    a.do(AddOrder("WO-1", "A", 100, "L1"), BOSS)
    a.do(AddOrder("WO-2", "A", 100, "L1"), BOSS)
    a.share(), b.share()
    yield a, b, address
    a.close(), b.close()


def move(source: str, target: str, reason: str = "", number: str = "WO-1") -> MoveOrder:
    return MoveOrder(order_id(number), "L1", source, target, reason)


def order(site: Site, number: str = "WO-1") -> WorkOrder:
    found = site.get(WorkOrder, order_id(number))
    assert found is not None
    return found


def steps(site: Site, number: str = "WO-1") -> list[tuple[str, str]]:
    found = site.local.ask(lambda desk: desk.find(FlowStep, card=order_id(number), order="at"))
    return [(step.source, step.target) for step in found]


def told(number: str, said: Said, seconds: float = 0) -> ToldOrder:
    return ToldOrder(number, "L1", said, T + timedelta(seconds=seconds), "料-1", 20)


def test_every_value_comes_back_as_it_was_from_here_and_from_a_shared_database(tmp_path: Path, server: Server) -> None:
    address = server.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    try:
        a.do(BeginPlant(BOSS, "Boss", "1", PIN), BOSS)
        a.do(SetProduct(PRODUCT), BOSS)
        a.do(SetLineStock("L1", "P", 0.1 + 0.2, 1e-7, 1e300), BOSS)
        a.do(SetChangeover(Changeover("", "L1", ANY, "料-1", 0.1)), BOSS)
        a.do(SetFlowColumn("orders", "running", 3, True, "=1+1 🏭"), BOSS)
        a.do(KeepExchangeMap(MAP), BOSS)
        a.do(AddOrder("WO-1", "料-1", 10_000_000, "L1", T, True, "中文 🏭", planned_day=T.date()), BOSS)
        a.do(move("planned", "released"), BOSS)
        given = ConfirmOutput(order_id("wo-1"), "L1", "c1", 5, 2, 1, 6, None, T.date(), "早班", (Why("划痕", 2),), "'x")
        a.do(given, BOSS)
        a.do(ImportOrders("ERP", (DRAFT,)), BOSS)
        before = order(a)
        for site in (a, b):
            site.join(address)
            site.share()
        for site in (a, b):
            assert site.get(Product, "料-1") == PRODUCT
            assert site.get(ColumnMap, "erp") == MAP
            assert site.get(FlowColumn, "orders/running") == FlowColumn("orders/running", 3, True, "=1+1 🏭")
            stock, output = site.get(LineStock, stock_id("L1", "P")), site.get(Confirmation, "c1")
            assert stock is not None
            assert output is not None
            assert (stock.quantity, stock.minimum, stock.maximum, stock.by) == (0.1 + 0.2, 1e-7, 1e300, BOSS)
            assert (output.reasons, output.difference, output.shift) == ((Why("划痕", 2),), -1, "早班")
            changeover = site.get(Changeover, changeover_id("L1", ANY, "料-1"))
            assert changeover is not None
            assert changeover.seconds == 0.1
            assert order(site) == before
            assert (before.steps, before.good, before.due) == ((OrderStep("=1+1", "L1/30", 12.5),), 5, T)
            assert (order(site, "E-1").due, order(site, "E-1").rush, order(site, "E-1").source) == (T, True, "ERP")
            site.verified()
    finally:
        a.close(), b.close()


def test_of_two_moves_of_one_card_the_first_wins_and_the_other_is_told(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(move("planned", "released"), BOSS)
    b.do(move("planned", "done", "Not wanted"), BOSS)
    a.share()
    ((command, refusal),) = b.share().refused
    a.share()

    assert (command, refusal.code) == ("MoveOrder", "changed_meanwhile")
    assert_one_truth(address, a, b)
    assert (order(b).column, steps(b)) == ("released", [("planned", "released")])
    assert len(explained(b)) == 1


def test_a_limit_holds_for_both_and_output_of_both_is_added_up(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(SetFlowColumn("orders", "released", 1), BOSS)
    a.share(), b.share()
    a.do(move("planned", "released"), BOSS)
    b.do(move("planned", "released", number="WO-2"), BOSS)
    a.do(ConfirmOutput(order_id("WO-1"), "L1", "a", 5, 1), BOSS)
    b.do(ConfirmOutput(order_id("WO-1"), "L1", "b", 7), BOSS)
    a.share()
    refused = b.share().refused
    a.share()

    assert [(command, refusal.code) for command, refusal in refused] == [("MoveOrder", "column_full")]
    assert_one_truth(address, a, b)
    assert (order(a).good, order(a).scrap, order(a, "WO-2").column) == (12, 1, "planned")


def test_a_move_that_was_taken_back_leaves_nothing_on_any_console(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    before = order(a)
    a.do(move("planned", "released"), BOSS)
    a.do(UndoMove(order_id("WO-1"), "L1"), BOSS)
    a.do(RankOrder(order_id("WO-2"), "L1", order_id("WO-1")), BOSS)
    a.share(), b.share()

    assert_one_truth(address, a, b)
    assert (order(b), steps(b)) == (before, [])
    assert order(b, "WO-2").rank < order(b).rank


def test_an_order_that_two_consoles_heard_of_is_one(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(TellOrders((told("X-1", Said.REQUESTED), told("X-1", Said.ACTIVE, 1))), CONSOLE)
    for said in (told("X-1", Said.REQUESTED, 0.2), told("x-1", Said.ACTIVE, 1.1), told("X-1", Said.COMPLETED, 9)):
        b.do(TellOrders((said,)), CONSOLE)
    a.share(), b.share(), a.share()

    assert_one_truth(address, a, b)
    assert (order(a, "X-1").column, order(a, "X-1").quantity) == ("done", 20)
    assert steps(a, "X-1") == [("planned", "released"), ("released", "running"), ("running", "done")]
    assert explained(a) == explained(b) == {}


def test_a_file_that_two_consoles_imported_is_in_once(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    for site in (a, b):
        site.do(ImportOrders("ERP", (DRAFT,)), BOSS)
    a.share(), b.share(), a.share()

    assert_one_truth(address, a, b)
    assert a.local.ask(lambda desk: desk.count(WorkOrder, source="ERP")) == 1
    assert explained(b) == {}


def test_output_of_a_line_is_kept_though_the_order_went_to_another_one_meanwhile(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(SavePlan((Placement(order_id("WO-1"), 0, "L2", None, "", "aB"),)), BOSS)
    b.do(ConfirmOutput(order_id("WO-1"), "L1", "b", 7), BOSS)
    a.share()
    assert b.share().refused == []
    a.share()

    assert_one_truth(address, a, b)
    assert (order(a).line, order(a).good) == ("L2", 7)
    given = a.get(Confirmation, "b")
    assert given is not None
    assert given.line == "L1", "it was made there"
