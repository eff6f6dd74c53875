"""Rules of material at a line: what pulls a card, what a card may do, and that every piece is booked once."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.domain import replenishment as rules
from console.domain.bom import circle_in, takes, tree, where_used
from console.domain.cardflow import CardBlocked, MoveNotInFlow, block
from console.domain.desk import ChangedMeanwhile
from console.domain.errors import Refusal
from console.domain.orders import RUNNING, WorkOrder
from console.domain.people import NameEmpty
from console.domain.products import LineStock, Part, PartsInCircle, Product, stock_id
from console.domain.replenishment import (
    ASKED,
    DONE,
    UNDER_WAY,
    AskedAlready,
    Booking,
    EndedAs,
    NothingWanted,
    Replenishment,
    ReplenishmentOver,
    StockUnfit,
)

T = datetime(2026, 11, 21, 8, tzinfo=UTC)
LATER = T + timedelta(minutes=31)
PRODUCTS = {
    "A": Product("A", parts=(Part("SUB", 2.0), Part("SCREW", 4.0))),
    "SUB": Product("SUB", parts=(Part("SCREW", 3.0), Part("SHEET", 0.5, "m²"))),
}
ORDER = WorkOrder("o", "WO-1", "A", 100, T, "pia", "L1", column=RUNNING, started=T)


def stock(material: str = "SCREW", quantity: float = 100.0, at: datetime | None = None, **more: float) -> LineStock:
    return LineStock(stock_id("L1", material), "L1", material, quantity, at=at, **more)


def card(**more: object) -> Replenishment:
    return replace(Replenishment("c", "L1", "SCREW", 50.0, T, "bo", since=T, rank="V"), **more)  # type: ignore[arg-type]


# Asking


@pytest.mark.parametrize(
    ("quantity", "maximum", "bin", "amount"),
    [(10, 100, 0, 90), (10, 100, 25, 75), (10, 100, 200, 200), (0, 0, 40, 40), (99, 100, 25, 25), (0, 0.3, 0.1, 0.3)],
)
def test_what_is_asked_for_fills_the_place_up_in_whole_bins(
    quantity: float, maximum: float, bin: float, amount: float
) -> None:
    asked = rules.ask("c", stock(quantity=quantity, maximum=maximum, bin=bin), (), T, "bo")

    assert asked.quantity == pytest.approx(amount)
    assert (asked.column, asked.line, asked.made_by) == (ASKED, "L1", "bo")


def test_a_quantity_that_is_asked_for_is_whole_bins_and_enough() -> None:
    assert rules.ask("c", stock(bin=25), (), T, "bo", 30).quantity == 50
    assert rules.ask("c", stock(bin=25), (), T, "bo", 50).quantity == 50
    assert rules.ask("c", stock(), (), T, "bo", 30.5).quantity == 30.5


def test_there_are_never_two_open_cards_of_one_material_at_one_line() -> None:
    with pytest.raises(AskedAlready):
        rules.ask("d", stock(bin=25), (card(),), T, "bo")
    with pytest.raises(AskedAlready):
        rules.ask("d", stock(bin=25), (card(column=UNDER_WAY),), T, "bo")
    assert rules.ask("d", stock(bin=25), (card(column=DONE), card(id="e", material="SHEET")), T, "bo").open


def test_what_nobody_sized_cannot_be_asked_for_without_a_quantity() -> None:
    with pytest.raises(NothingWanted):
        rules.ask("c", stock(), (), T, "bo")
    with pytest.raises(StockUnfit):
        rules.ask("c", stock(bin=1), (), T, "bo", float("nan"))


def test_the_console_asks_when_it_is_low_and_not_again_until_somebody_looked_after_a_cancel() -> None:
    low = stock(quantity=5, minimum=5, maximum=50)
    cancelled = rules.cancel(card(), "not needed", LATER, "cy")

    assert rules.pulls(low, None)
    assert not rules.pulls(replace(low, quantity=5.1), None)
    assert not rules.pulls(replace(low, maximum=0.0), None)
    assert not rules.pulls(low, card())
    assert not rules.pulls(low, cancelled)
    assert rules.pulls(replace(low, at=LATER + timedelta(seconds=1)), cancelled)
    assert rules.pulls(low, card(column=DONE, ended=EndedAs.DELIVERED))


# Cards


def test_a_card_goes_on_its_way_and_is_delivered_and_nothing_else() -> None:
    way = rules.go(card(), ASKED, UNDER_WAY, (), T, "lo")
    done = rules.go(way, UNDER_WAY, DONE, (), LATER, "lo")

    assert (way.taken_by, way.taken) == ("lo", T)
    assert (done.ended, done.finished, done.finished_by) == (EndedAs.DELIVERED, LATER, "lo")
    assert rules.go(way, UNDER_WAY, ASKED, (), T, "lo").taken is None
    with pytest.raises(MoveNotInFlow):
        rules.go(done, DONE, ASKED, (), LATER, "lo")
    with pytest.raises(ReplenishmentOver):
        rules.cancel(done, "too late", LATER, "lo")
    with pytest.raises(NameEmpty):
        rules.cancel(way, " ", LATER, "lo")


def test_who_saw_a_card_elsewhere_was_too_late() -> None:
    with pytest.raises(ChangedMeanwhile):
        rules.go(card(column=UNDER_WAY), ASKED, UNDER_WAY, (), T, "lo")


def test_a_blocked_card_goes_nowhere() -> None:
    with pytest.raises(CardBlocked):
        rules.go(block(card(), "no truck", T), ASKED, UNDER_WAY, (), T, "lo")


def test_a_card_is_late_when_nothing_is_left_or_nobody_knows_and_half_an_hour_is_over() -> None:
    assert rules.is_late(card(), T, 0.0)
    assert not rules.is_late(card(), LATER, 60.0)
    assert rules.is_late(card(), LATER, None)
    assert not rules.is_late(card(), T + timedelta(minutes=29), None)
    assert not rules.is_late(card(column=DONE), LATER, 0.0)


# Counting and booking


def test_a_count_overrules_the_books_and_keeps_what_they_said() -> None:
    now, told = rules.counted(stock(quantity=40), 35.5, "x", T, "su")

    assert (now.quantity, now.at, now.by) == (35.5, T, "su")
    assert (told.booked, told.counted, told.difference) == (40, 35.5, -4.5)
    with pytest.raises(StockUnfit):
        rules.counted(stock(), -1, "x", T, "su")


def test_limits_have_to_fit_each_other() -> None:
    assert rules.limited(stock(), 5, 50, 10).low is False
    for wrong in ((60, 50, 0), (5, 50, 60), (-1, 50, 0), (1, float("inf"), 0)):
        with pytest.raises(StockUnfit):
            rules.limited(stock(), *wrong)


def test_what_lies_at_the_line_is_taken_as_it_is_and_the_rest_through_its_parts() -> None:
    assert takes(PRODUCTS, "A", {"SCREW", "SHEET"}) == {"SCREW": 10.0, "SHEET": 1.0}
    assert takes(PRODUCTS, "A", {"SCREW", "SUB"}) == {"SCREW": 4.0, "SUB": 2.0}
    assert takes(PRODUCTS, "nobody knows", {"SCREW"}) == {}


def test_good_and_scrapped_pieces_are_booked_through_the_parts_list() -> None:
    booking, left = rules.book(None, ORDER, 6, [stock(quantity=100)], PRODUCTS)

    assert (booking.counted, booking.pieces) == (6, 6)
    assert [one.quantity for one in left] == [40.0]


def test_a_bin_is_never_less_than_empty() -> None:
    _, left = rules.book(None, ORDER, 60, [stock(quantity=100)], PRODUCTS)
    assert [one.quantity for one in left] == [0.0]


@given(st.lists(st.integers(0, 9), max_size=30), st.integers(0, 5))
def test_every_piece_is_booked_once_whoever_hears_it_how_often_and_after_any_restart(
    counts: list[int], again: int
) -> None:
    booking: Booking | None = None
    here = stock(quantity=1000)
    for count in [*counts, *counts[-1:] * again]:
        booking, left = rules.book(booking, ORDER, count, [here], PRODUCTS)
        here = left[0] if left else here

    assert here.quantity == 1000 - 10 * max(counts, default=0)


def test_where_no_line_counts_what_people_confirm_is_booked_and_what_they_take_back_comes_back() -> None:
    confirmed = replace(ORDER, good=5, scrap=1)
    booking, (less,) = rules.book(None, confirmed, 0, [stock(quantity=100)], PRODUCTS)
    back, (more,) = rules.book(booking, ORDER, 0, [less], PRODUCTS)

    assert (less.quantity, more.quantity) == (40.0, 100.0)
    assert (booking.pieces, back.pieces) == (6, 0)


def test_what_a_line_counts_goes_before_what_is_confirmed() -> None:
    booking, (left,) = rules.book(None, replace(ORDER, good=90), 6, [stock(quantity=100)], PRODUCTS)
    assert (booking.pieces, left.quantity) == (6, 40.0)


def test_material_that_was_counted_after_the_order_began_does_not_pay_for_pieces_of_before() -> None:
    fresh = stock(quantity=100, at=T + timedelta(hours=1))
    booking, left = rules.book(None, ORDER, 50, [fresh], PRODUCTS)
    _, (then,) = rules.book(booking, ORDER, 51, [fresh], PRODUCTS)

    assert left == ()
    assert then.quantity == 90.0


# Parts


def test_the_tree_shows_every_level_with_what_is_too_little_once() -> None:
    found = tree(PRODUCTS, "A", 10, [stock(quantity=90), stock("SHEET", 50)])

    shown = [(node.level, node.material, node.quantity, node.missing) for node in found]
    assert shown == [(1, "SUB", 20, 0), (2, "SCREW", 60, 10), (2, "SHEET", 10, 0), (1, "SCREW", 40, 0)]
    assert [node.there for node in found] == [None, 90, 50, 90]


def test_circles_are_found_over_all_levels_and_where_a_material_is_used() -> None:
    circle = {**PRODUCTS, "SHEET": Product("SHEET", parts=(Part("A", 1.0),))}

    assert circle_in(PRODUCTS) == ()
    assert circle_in(circle, ["A"]) == ("A", "SUB", "SHEET", "A")
    with pytest.raises(PartsInCircle):
        tree(circle, "A", 1)
    assert [(product.id, each) for product, each in where_used(PRODUCTS.values(), "SCREW")] == [("A", 4), ("SUB", 3)]


def test_a_very_deep_chain_is_looked_through() -> None:
    chain = {str(i): Product(str(i), parts=(Part(str(i + 1), 1.0),)) for i in range(5000)}

    assert circle_in(chain) == ()
    assert circle_in({**chain, "5000": Product("5000", parts=(Part("4999", 1.0),))}) == ("4999", "5000", "4999")
    with pytest.raises(Refusal):
        tree(chain, "0", 1)
