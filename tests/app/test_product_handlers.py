"""Rules of products and material in the office: who may do what, what is asked for once, what a count settles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.app.productfiles import commands_of
from console.app.queries.replenishment import cards_known, stock_counts
from console.domain.commands import CONSOLE
from console.domain.commands.orders import AddOrder, ConfirmOutput, MoveOrder, TakeBackOutput
from console.domain.commands.products import ImportProducts, SetLineStock, SetProduct
from console.domain.commands.replenishment import (
    AskReplenishment,
    BookUse,
    CancelReplenishment,
    CountStock,
    MoveReplenishment,
    PullMaterial,
    RemoveStock,
    SetStockLimits,
)
from console.domain.orders import order_id
from console.domain.people import Grant, Role
from console.domain.productfile import ProductDraft
from console.domain.products import LineStock, Part, Product, stock_id
from console.domain.replenishment import Booking, Replenishment, booking_id, card_id
from tests.app.staffed import NOON, Staffed

BODY = ("Suzhou", "Body")
T = datetime.fromtimestamp(NOON, UTC)
ORDER = order_id("WO-1")
FIRST = card_id("L1", "P", "")


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    """Pia plans, Cy leads L1, Bo operates on L1, Vi looks on; P lies at L1, and an order that takes two runs there."""
    made = Staffed(tmp_path)
    made.add("pia", Grant(Role.PLANNER))
    made.add("cy", Grant(Role.TEAM_LEADER, (*BODY, "L1")))
    made.add("bo", Grant(Role.OPERATOR, (*BODY, "L1")))
    made.add("vi", Grant(Role.VIEWER))
    made.must(SetProduct(Product("A", parts=(Part("P", 2.0),))), "pia")
    made.must(AddOrder("WO-1", "A", 100, "L1"), "pia")
    made.must(MoveOrder(ORDER, "L1", "planned", "released"), "pia")
    made.must(MoveOrder(ORDER, "L1", "released", "running"), "cy")
    made.must(SetLineStock("L1", "P", 100.0, 20.0, 100.0, 25.0), "bo")
    yield made
    made.office.close()


def code(result: object) -> object:
    return getattr(result, "code", None)


def quantity(floor: Staffed, material: str = "P") -> float:
    found = floor.ask(lambda desk: desk.need(LineStock, stock_id("L1", material)))
    assert isinstance(found, LineStock)
    return found.quantity


def cards(floor: Staffed) -> list[Replenishment]:
    return sorted(floor.ask(cards_known(T - timedelta(days=1))).cards, key=lambda card: card.made)


def test_who_works_at_a_line_asks_counts_and_brings_and_who_runs_it_sets_limits(floor: Staffed) -> None:
    ask = AskReplenishment("L1", "P", "c")
    assert code(floor.do(ask, "vi")) == "not_allowed"
    assert code(floor.do(AskReplenishment("L2", "P", "c"), "bo")) == "not_allowed"
    floor.must(ask, "bo")
    assert code(floor.do(MoveReplenishment("c", "L2", "asked", "done"), "cy")) == "not_allowed"
    assert code(floor.do(MoveReplenishment("c", "L2", "asked", "done"), "pia")) == "missing"
    floor.must(MoveReplenishment("c", "L1", "asked", "under_way"), "cy")
    floor.must(CountStock("L1", "P", 90.0), "bo")
    assert code(floor.do(SetStockLimits("L1", "P", 1.0, 2.0), "bo")) == "not_allowed"
    floor.must(SetStockLimits("L1", "P", 30.0, 120.0, 20.0), "cy")
    assert code(floor.do(SetStockLimits("L1", "P", 130.0, 120.0), "cy")) == "stock_unfit"
    assert code(floor.do(RemoveStock("L1", "Q"), "cy")) == "missing"
    assert code(floor.do(ImportProducts("erp", ()), "cy")) == "not_allowed"


def test_only_the_console_books_and_pulls(floor: Staffed) -> None:
    assert code(floor.do(BookUse(ORDER, 1), "pia")) == "not_allowed"
    assert code(floor.do(PullMaterial("L1", "P", FIRST), "pia")) == "not_allowed"


def test_one_card_is_asked_for_once_and_delivered_material_is_there(floor: Staffed) -> None:
    floor.must(CountStock("L1", "P", 20.0), "bo")
    for _ in range(2):
        floor.must(PullMaterial("L1", "P", FIRST))
    (card,) = cards(floor)
    assert (card.quantity, card.made_by) == (75.0, CONSOLE)
    assert code(floor.do(AskReplenishment("L1", "P", "d"), "bo")) == "asked_already"
    assert code(floor.do(AskReplenishment("L1", "Q", "d"), "bo")) == "missing"
    floor.must(MoveReplenishment(FIRST, "L1", "asked", "done"), "bo")
    assert code(floor.do(MoveReplenishment(FIRST, "L1", "asked", "done"), "bo")) == "changed_meanwhile"
    assert quantity(floor) == 95.0
    floor.must(PullMaterial("L1", "P", card_id("L1", "P", FIRST)))  # nothing is low
    assert len(cards(floor)) == 1


def test_what_nobody_waits_for_is_cancelled_with_a_reason_and_not_asked_again_by_the_console(floor: Staffed) -> None:
    floor.must(CountStock("L1", "P", 20.0), "bo")
    floor.must(PullMaterial("L1", "P", FIRST))
    assert code(floor.do(CancelReplenishment(FIRST, "L1", " "), "cy")) == "name_empty"
    floor.pass_time(1)
    floor.must(CancelReplenishment(FIRST, "L1", "The line changes over"), "cy")
    floor.must(PullMaterial("L1", "P", card_id("L1", "P", FIRST)))
    assert len(cards(floor)) == 1
    floor.pass_time(1)
    floor.must(AskReplenishment("L1", "P", "by hand", 30.0), "bo")
    assert [card.quantity for card in cards(floor)] == [75.0, 50.0]


def test_confirmed_output_is_booked_where_no_line_counts_and_comes_back_with_what_is_taken_back(floor: Staffed) -> None:
    floor.must(CountStock("L1", "P", 100.0, ORDER), "bo")
    floor.must(ConfirmOutput(ORDER, "L1", "out", 10, 1), "bo")
    for _ in range(2):
        floor.must(BookUse(ORDER, 0))
    assert quantity(floor) == 78.0
    floor.must(TakeBackOutput(ORDER, "L1", "out", "bo"), "bo")
    floor.must(BookUse(ORDER, 0))
    assert quantity(floor) == 100.0


def test_a_count_before_anything_is_booked_begins_the_book_at_that_piece(floor: Staffed) -> None:
    floor.pass_time(60)
    floor.must(CountStock("L1", "P", 50.0, ORDER, 30), "bo")
    floor.must(BookUse(ORDER, 33))
    booking = floor.ask(lambda desk: desk.need(Booking, booking_id(ORDER)))
    assert (quantity(floor), booking.pieces) == (44.0, 33)
    told = floor.ask(stock_counts("L1", "P"))
    assert [(count.counted, who) for count, who in told] == [(50.0, "Bo")]


def test_what_is_delivered_while_an_order_runs_is_no_count_and_its_pieces_are_booked_in_full(floor: Staffed) -> None:
    floor.pass_time(60)
    floor.must(AskReplenishment("L1", "P", "c", 25.0), "bo")
    floor.must(MoveReplenishment("c", "L1", "asked", "done"), "bo")
    floor.must(ConfirmOutput(ORDER, "L1", "out", 10), "bo")
    floor.must(BookUse(ORDER, 0))
    assert quantity(floor) == 105.0


def test_the_console_asks_for_nothing_while_a_card_is_open_that_a_slow_clock_made(floor: Staffed) -> None:
    floor.must(CountStock("L1", "P", 20.0), "bo")
    floor.must(PullMaterial("L1", "P", FIRST))
    floor.must(CancelReplenishment(FIRST, "L1", "The line changes over"), "cy")
    floor.pass_time(-20)
    floor.must(AskReplenishment("L1", "P", "slow"), "bo")
    floor.pass_time(40)
    floor.must(CountStock("L1", "P", 15.0), "bo")
    floor.must(PullMaterial("L1", "P", card_id("L1", "P", FIRST)))
    assert [card.id for card in cards(floor) if card.open] == ["slow"]


def test_an_order_that_takes_nothing_that_is_counted_writes_nothing(floor: Staffed) -> None:
    floor.must(RemoveStock("L1", "P"), "cy")
    floor.must(BookUse(ORDER, 5))
    assert floor.ask(lambda desk: desk.count(Booking)) == 0


def test_stock_that_is_said_anew_keeps_what_the_books_said(floor: Staffed) -> None:
    floor.must(SetLineStock("L1", "P", 90.0, 20.0, 100.0, 25.0), "bo")
    floor.must(SetLineStock("L1", "P", 90.0, 25.0, 100.0, 25.0), "bo")
    ((count, _),) = floor.ask(stock_counts("L1", "P"))
    assert (count.booked, count.counted) == (100.0, 90.0)


def test_a_file_is_taken_over_in_parts_once_and_without_circles(floor: Staffed) -> None:
    drafts = [ProductDraft(f"N-{n}", f"Part {n}", parts=(Part("P", 1.0),)) for n in range(450)]
    commands = commands_of("erp", drafts)
    assert [len(command.drafts) for command in commands] == [200, 200, 50]
    for _ in range(2):
        for command in commands:
            floor.must(command, "pia")
    kept = floor.ask(lambda desk: desk.kept(Product, id="N-7"))
    assert (kept[0].version, kept[0].value.source) == (1, "erp")
    circle = (ProductDraft("P", parts=(Part("N-1", 1.0),)),)
    refused = floor.do(ImportProducts("erp", circle), "pia")
    assert (code(refused), refused.facts["path"]) == ("parts_in_circle", ("P", "N-1", "P"))
    assert floor.ask(lambda desk: desk.get(Product, "P")) is None
