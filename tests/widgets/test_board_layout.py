"""Where things lie: nothing overlaps, nothing leaves its card, the window is filled or scrolls."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect

from widgets.board.layout import GAP, BoardLayout, lay_out

Plan = list[tuple[str, int, bool]]
plans = st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=12).map(
    lambda rows: [(f"L{n}", count, collapsed) for n, (count, collapsed) in enumerate(rows)]
)


def expanded(count: int, stations: int) -> Plan:
    return [(f"L{n}", stations, False) for n in range(count)]


def rows(board: BoardLayout, card: int = 0) -> list[int]:
    """How many tiles there are in each row of a card."""
    tops = [tile.top() for tile in board.cards[card].tiles]
    return [tops.count(top) for top in sorted(set(tops))]


@settings(max_examples=300, deadline=None)
@given(plans, st.integers(300, 6000), st.integers(0, 4000), st.floats(0.6, 4.0))
def test_no_tile_overlaps_another_or_leaves_its_card_and_no_card_another(
    plan: Plan, width: int, height: int, scale: float
) -> None:
    width = round(width * scale)
    board = lay_out(plan, width, height, scale)
    assert [card.line for card in board.cards] == [line for line, _, _ in plan]
    for card, (_, count, _) in zip(board.cards, plan, strict=True):
        assert len(card.tiles) == count
        for one, other in combinations(card.tiles, 2):
            assert not one.intersects(other)
        for part in (*card.tiles, card.side, card.chevron):
            assert part.isEmpty() or card.rect.contains(part)
        for part in (card.header, card.ribbon, card.side):
            assert not any(part.intersects(tile) for tile in card.tiles)
        assert card.rect.width() == width
    for above, below in zip(board.cards, board.cards[1:], strict=False):
        assert below.rect.top() - above.rect.bottom() - 1 == round(GAP * scale)
    assert board.height == (board.cards[-1].rect.bottom() + 1 if plan else 0)


@pytest.mark.parametrize("height", [840, 900, 901, 902, 903, 1000, 1180])
def test_four_lines_fill_the_window_exactly(height: int) -> None:
    board = lay_out(expanded(4, 6), 1400, height)
    assert (board.cards[0].rect.top(), board.height) == (0, height)
    tall = [card.rect.height() for card in board.cards]
    assert max(tall) - min(tall) <= 1


def test_on_a_huge_window_cards_grow_only_as_far_as_they_stay_readable() -> None:
    board = lay_out(expanded(2, 6), 3840, 2160)
    assert board.height < 2160
    assert board.cards[0].rect.height() == board.cards[1].rect.height() < 400


def test_lines_that_do_not_fit_take_the_least_and_the_board_scrolls() -> None:
    board = lay_out(expanded(40, 6), 1400, 900)
    assert board.height > 900
    assert len({card.rect.height() for card in board.cards}) == 1


@pytest.mark.parametrize(("width", "wanted"), [(2300, [14]), (1400, [7, 7]), (800, [4, 4, 4, 2])])
def test_fourteen_stations_wrap_into_rows_of_tiles_that_can_be_read(width: int, wanted: list[int]) -> None:
    board = lay_out(expanded(1, 14), width, 900)
    assert rows(board) == wanted
    assert min(tile.width() for tile in board.cards[0].tiles) >= 120


def test_a_collapsed_line_is_low_and_keeps_its_stations_in_one_row() -> None:
    board = lay_out([("L1", 14, True)], 1400, 900)
    assert rows(board) == [14]
    assert board.height < 70


def test_no_lines_need_no_room_and_a_line_without_stations_has_no_tiles() -> None:
    assert lay_out([], 1400, 900) == BoardLayout()
    for collapsed in (True, False):
        [card] = lay_out([("L1", 0, collapsed)], 1400, 900).cards
        assert card.tiles == []
        assert card.rect.height() > 40


@settings(deadline=None)
@given(plans.filter(bool), st.integers(300, 3000), st.integers(0, 5000))
def test_the_cards_between_two_heights_are_exactly_those_that_reach_there(plan: Plan, width: int, top: int) -> None:
    board = lay_out(plan, width, 700)
    window = QRect(0, top, width, 400)
    assert list(board.between(window.top(), window.bottom())) == [
        card for card in board.cards if card.rect.intersects(window)
    ]


def test_a_point_is_a_tile_a_card_or_nothing() -> None:
    board = lay_out(expanded(2, 3), 1400, 900)
    card = board.cards[1]
    assert board.at(card.tiles[2].center()) == (card, 2)
    assert board.at(card.side.center()) == (card, None)
    assert board.at(QPoint(10, card.rect.top() - 1)) is None
    assert board.at(QPoint(10, board.height + 5)) is None
