"""Rules of replenishment on two consoles with one PostgreSQL: one card, every piece booked once, one delivery."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.domain.commands import CONSOLE
from console.domain.commands.orders import AddOrder
from console.domain.commands.people import BeginPlant
from console.domain.commands.products import ImportProducts, SetLineStock, SetProduct
from console.domain.commands.replenishment import (
    AskReplenishment,
    BookUse,
    CancelReplenishment,
    CountStock,
    MoveReplenishment,
    PullMaterial,
)
from console.domain.orders import order_id
from console.domain.productfile import ProductDraft
from console.domain.products import LineStock, Part, Product, stock_id
from console.domain.replenishment import DONE, EndedAs, Replenishment, StockCount, card_id
from tests.databases import PostgreSQL
from tests.records.filled import PIN
from tests.records.plants import Site, assert_one_truth, explained

BOSS = "boss"
ORDER = order_id("WO-1")
FIRST = card_id("L1", "P", "")


@pytest.fixture
def two(tmp_path: Path, postgresql: PostgreSQL) -> Iterator[tuple[Site, Site, Any]]:
    """Two consoles; 100 of P lie at L1, at 20 more are wanted; an order there takes two of it a piece."""
    address = postgresql.fresh()
    a, b = Site(tmp_path, "a"), Site(tmp_path, "b")
    for site in (a, b):
        site.join(address)
    a.do(BeginPlant(BOSS, "Boss", "1", PIN), BOSS)
    a.do(SetProduct(Product("A", parts=(Part("P", 2.0),))), BOSS)
    a.do(SetLineStock("L1", "P", 100.0, 20.0, 100.0, 25.0), BOSS)
    a.do(AddOrder("WO-1", "A", 100, "L1"), BOSS)
    a.share(), b.share()
    yield a, b, address
    a.close(), b.close()


def quantity(site: Site) -> float:
    found = site.get(LineStock, stock_id("L1", "P"))
    assert found is not None
    return found.quantity


def cards(site: Site) -> list[Replenishment]:
    return site.local.ask(lambda desk: desk.find(Replenishment, order="made"))


def settle(a: Site, b: Site, address: Any) -> list[tuple[str, str]]:
    """Share until both hold the same; what was refused."""
    refused = [*a.share().refused, *b.share().refused, *a.share().refused, *b.share().refused]
    assert_one_truth(address, a, b)
    return [(command, refusal.code) for command, refusal in refused]


def test_pieces_that_two_consoles_counted_are_booked_once(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(BookUse(ORDER, 0), CONSOLE)
    a.share(), b.share()
    for count in (4, 9):
        a.do(BookUse(ORDER, count), CONSOLE)
    b.do(BookUse(ORDER, 7), CONSOLE)
    a.restart()
    a.join(address)
    a.do(BookUse(ORDER, 9), CONSOLE)
    b.do(BookUse(ORDER, 12), CONSOLE)

    assert settle(a, b, address) == []
    assert (quantity(a), quantity(b)) == (76.0, 76.0)
    assert explained(a) == explained(b) == {}


def test_two_consoles_that_see_one_need_make_one_card(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(CountStock("L1", "P", 20.0), BOSS)
    a.share(), b.share()
    for site in (a, b):
        site.do(PullMaterial("L1", "P", FIRST), CONSOLE)

    assert settle(a, b, address) == []
    (card,) = cards(b)
    assert (card.id, card.quantity, card.made_by) == (FIRST, 75.0, CONSOLE)


def test_a_person_and_a_console_that_ask_at_once_make_one_card(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(CountStock("L1", "P", 20.0), BOSS)
    a.share(), b.share()
    a.do(AskReplenishment("L1", "P", "of a person"), BOSS)
    b.do(PullMaterial("L1", "P", FIRST), CONSOLE)

    assert settle(a, b, address) == []
    assert [card.id for card in cards(a)] == [card.id for card in cards(b)] == ["of a person"]


def test_of_two_people_who_ask_at_once_the_second_is_told(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(AskReplenishment("L1", "P", "a"), BOSS)
    b.do(AskReplenishment("L1", "P", "b"), BOSS)

    assert settle(a, b, address) == [("AskReplenishment", "asked_already")]
    assert [card.id for card in cards(b)] == ["a"]


def test_what_is_delivered_twice_is_added_once(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(CountStock("L1", "P", 10.0), BOSS)
    a.do(AskReplenishment("L1", "P", "a"), BOSS)
    a.share(), b.share()
    for site in (a, b):
        site.do(MoveReplenishment("a", "L1", "asked", DONE), BOSS)

    assert settle(a, b, address) == [("MoveReplenishment", "changed_meanwhile")]
    assert (quantity(a), quantity(b)) == (85.0, 85.0)
    assert [card.ended for card in cards(a)] == [EndedAs.DELIVERED]


def test_a_cancelled_card_is_not_made_again_by_the_other_console_until_somebody_counts(
    two: tuple[Site, Site, Any],
) -> None:
    a, b, address = two
    a.do(CountStock("L1", "P", 5.0), BOSS)
    a.do(PullMaterial("L1", "P", FIRST), CONSOLE)
    a.do(CancelReplenishment(FIRST, "L1", "The line is being rebuilt"), BOSS)
    a.share(), b.share()
    b.do(PullMaterial("L1", "P", card_id("L1", "P", FIRST)), CONSOLE)
    assert len(cards(b)) == 1

    b.do(CountStock("L1", "P", 4.0), BOSS)
    b.do(PullMaterial("L1", "P", card_id("L1", "P", FIRST)), CONSOLE)
    assert settle(a, b, address) == []
    assert [card.open for card in cards(a)] == [False, True]


def test_a_count_pays_for_the_pieces_before_it_and_keeps_the_difference(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(BookUse(ORDER, 1), CONSOLE)
    a.do(BookUse(ORDER, 10), CONSOLE)
    a.do(CountStock("L1", "P", 70.0, ORDER, 12), BOSS)
    b.share()
    b.do(BookUse(ORDER, 13), CONSOLE)

    assert settle(a, b, address) == []
    (told,) = a.local.ask(lambda desk: desk.find(StockCount))
    assert (told.booked, told.counted, told.difference) == (76.0, 70.0, -6.0)
    assert (quantity(a), quantity(b)) == (68.0, 68.0)


def test_a_count_that_is_shared_late_keeps_the_pieces_that_were_made_after_it(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    a.do(CountStock("L1", "P", 70.0, ORDER, 12), BOSS)
    b.do(BookUse(ORDER, 15), CONSOLE)
    b.share()

    assert settle(a, b, address) == []
    assert (quantity(a), quantity(b)) == (64.0, 64.0)


def test_a_file_of_products_that_two_consoles_imported_is_in_once(two: tuple[Site, Site, Any]) -> None:
    a, b, address = two
    drafts = (ProductDraft("料-1", "壳 🏭", parts=(Part("P", 0.1 + 0.2),)), ProductDraft("A", "Case"))
    for site in (a, b):
        site.do(ImportProducts("bom.csv", drafts), BOSS)

    assert settle(a, b, address) == []
    known = b.get(Product, "A")
    assert known is not None
    assert (known.name, known.parts) == ("Case", (Part("P", 2.0),))
    assert b.get(Product, "料-1") == Product("料-1", "壳 🏭", parts=(Part("P", 0.1 + 0.2),), source="bom.csv")
