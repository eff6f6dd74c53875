"""Rules of the card board: cards in columns, moved by mouse and keyboard alike, refused in words, fluent when many."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from console.domain.cardflow import Column, Flow
from console.domain.orders import ORDERS
from console.domain.people import Role
from tests.widgets.shell_parts import dressed
from widgets.cardflow.board import CardBoard
from widgets.cardflow.dragging import speed
from widgets.cardflow.faces import CardFace, CardLine, Mark
from widgets.theme import color

pytestmark = pytest.mark.usefixtures("qapp")
NOW = datetime(2026, 11, 20, 11, 42, 7, tzinfo=UTC)
TITLES = {"planned": "Planned", "released": "Released", "running": "Running", "hold": "Hold", "done": "Done"}
LIMITS = {"released": 3, "running": 2}
CTRL, LEFT = Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.LeftButton
Key = Qt.Key


def column(plain: Column) -> Column:
    policy = "Kit <b>complete</b>" if plain.id == "released" else ""
    return replace(plain, limit=LIMITS.get(plain.id, 0), policy=policy)


FLOW = replace(ORDERS, columns=tuple(column(each) for each in ORDERS.columns))


def card(number: int, where: str = "planned", lane: str = "L1", **more: Any) -> CardFace:
    """A card with two lines, in the order of its number."""
    lines = (CardLine("PH-220"), CardLine(f"{number} pcs"))
    given = {"rank": f"{number:06d}", "title": f"WO-{number}", "tag": lane, "lines": lines}
    return CardFace(f"c{number}", where, lane, **{**given, **more})


CARDS = [
    card(101),
    card(102, lane="L2"),
    card(103),
    card(201, "released"),
    card(301, "running"),
    card(302, "running", "L2", blocked="no coil", blocked_at=NOW - timedelta(minutes=7)),
]


class Desk:
    """A board in a window between two fields, and what was asked of it."""

    def __init__(self, flow: Flow = FLOW) -> None:
        self.now = NOW.timestamp()
        self.window = QWidget()
        self.window.resize(1300, 720)
        room = QVBoxLayout(self.window)
        self.first, self.last = QLineEdit(), QLineEdit()
        self.board = CardBoard(flow, TITLES, lambda: self.now)
        for part in (self.first, self.board, self.last):
            room.addWidget(part)
        self.heard: list[tuple[Any, ...]] = []
        for name in ("opened", "chosen", "move_asked", "block_asked", "undo_asked"):
            getattr(self.board, name).connect(lambda *said, name=name: self.heard.append((name, *said)))
        self.window.show()
        QTest.qWaitForWindowExposed(self.window)

    def deal(self, *cards: CardFace) -> None:
        """Begin anew with these cards."""
        board = self.board
        board.cancel()
        board.deck.asked.clear()
        board.collapsed.clear()
        board.show_lanes(None)
        board.show_cards([])
        board.show_roles([Role.SUPERVISOR])
        board.show_cards(cards or CARDS)
        board.at = board.chosen_id = ""
        board.setFocus()
        self.heard.clear()

    def press(self, key: Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.board, key, how)

    def picture(self) -> QImage:
        return self.board.grab().toImage()

    def column(self, id: str) -> QRect:
        return self.board.column_rect(list(TITLES).index(id))

    def hold(self, id: str, to: QPoint) -> None:
        """Take a card and hold it there."""
        begun = self.board.rect_of(id).center()
        QTest.mousePress(self.board, LEFT, pos=begun)
        QTest.mouseMove(self.board, begun + QPoint(15, 15))
        QTest.mouseMove(self.board, to)

    def drop(self, id: str, to: QPoint) -> None:
        self.hold(id, to)
        QTest.mouseRelease(self.board, LEFT, pos=to)

    def below(self, column: str) -> QPoint:
        """Far below all cards of a column."""
        return self.column(column).center() + QPoint(0, 200)

    def moves(self) -> list[tuple[Any, ...]]:
        return [said[1:] for said in self.heard if said[0] == "move_asked"]


@pytest.fixture(scope="module")
def table() -> Iterator[Desk]:
    dressed()
    made = Desk()
    yield made
    made.window.close()


@pytest.fixture
def desk(table: Desk) -> Desk:
    table.deal()
    return table


def has(image: QImage, box: QRect, wanted: str) -> bool:
    """Whether a colour of the theme is in a part of a picture."""
    shade = color(wanted).rgb()
    return any(
        image.pixel(x, y) == shade
        for y in range(max(0, box.top()), min(image.height(), box.bottom()))
        for x in range(max(0, box.left()), min(image.width(), box.right()))
    )


def test_cards_lie_in_their_column_in_the_order_of_their_ranks(desk: Desk) -> None:
    tops = [desk.board.rect_of(id).top() for id in ("c101", "c102", "c103")]
    assert tops == sorted(tops)
    assert desk.column("running").contains(desk.board.rect_of("c301"))


def test_a_full_column_turns_amber_and_one_with_room_does_not(desk: Desk) -> None:
    image = desk.picture()
    heads = {id: QRect(desk.column(id).left(), 0, desk.column(id).width(), 44) for id in TITLES}
    assert has(image, heads["running"], "warning")
    assert not has(image, heads["released"], "warning")


@pytest.mark.parametrize(
    ("mark", "role"),
    [(Mark.NONE, "border_strong"), (Mark.GOOD, "running"), (Mark.WARNING, "warning"), (Mark.BAD, "stopped")],
)
def test_the_left_edge_says_how_a_card_stands(desk: Desk, mark: Mark, role: str) -> None:
    desk.deal(card(1, mark=mark))
    box = desk.board.rect_of("c1")
    assert desk.picture().pixelColor(box.left() + 2, box.center().y()) == color(role)


def test_a_blocked_card_is_never_quiet_and_says_why(desk: Desk) -> None:
    box = desk.board.rect_of("c302")
    assert desk.picture().pixelColor(box.left() + 2, box.center().y()) == color("warning")
    assert "Blocked: no coil · 07:00" in desk.board.said_at(box.center())


def test_the_age_of_a_card_counts_up_and_only_cards_with_an_age_are_painted_for_it(desk: Desk) -> None:
    QApplication.processEvents()
    asked: list[QRect] = []
    desk.board.update = lambda box: asked.append(box)  # type: ignore[method-assign]
    try:
        desk.now += 61
        desk.board.beat(desk.now)
    finally:
        del desk.board.update
    box = desk.board.rect_of("c302")
    assert asked == [box]
    assert "08:01" in desk.board.said_at(box.center())
    desk.now = NOW.timestamp()


def test_a_line_with_room_for_both_halves_cuts_neither(desk: Desk) -> None:
    line = CardLine("due", right="stopped", right_icon="square-filled", right_since=NOW - timedelta(minutes=7))
    cut = replace(line, right="stopp…")
    pictures = []
    for shown in (line, cut):
        desk.deal(card(1, lines=(shown,)))
        pictures.append(desk.board.grab(desk.board.rect_of("c1")).toImage())
    assert pictures[0] != pictures[1]


def test_arrows_walk_over_cards_and_the_listener_hears_each(desk: Desk) -> None:
    for key, id in [(Key.Key_Down, "c101"), (Key.Key_Down, "c102"), (Key.Key_Right, "c201"), (Key.Key_Right, "c301")]:
        desk.press(key)
        assert desk.board.at == id
    desk.press(Key.Key_End)
    said = desk.board.accessibleDescription()
    assert "WO-302" in said
    assert "Running, card 2 of 2" in said
    desk.press(Key.Key_Home)
    desk.press(Key.Key_Left)
    desk.press(Key.Key_Left)
    assert desk.board.at == "c101"


def test_enter_opens_space_chooses_b_blocks_and_ctrl_z_undoes(desk: Desk) -> None:
    desk.board.go("c103")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Space)
    desk.press(Key.Key_B)
    desk.press(Key.Key_Z, CTRL)
    assert desk.heard == [("opened", "c103"), ("chosen", "c103"), ("block_asked", "c103"), ("undo_asked",)]


def test_ctrl_and_an_arrow_move_a_card_to_the_next_column_that_takes_it(desk: Desk) -> None:
    desk.board.go("c301")
    desk.press(Key.Key_Left, CTRL)
    assert desk.moves() == [("c301", "released", "")]
    assert desk.column("released").contains(desk.board.rect_of("c301"))
    desk.board.change_card(replace(CARDS[4], column="released", rank="000201V"))
    assert not desk.board.deck.asked
    desk.press(Key.Key_Right, CTRL)
    assert desk.moves()[1:] == [("c301", "running", "")]


def test_ctrl_up_and_down_move_a_card_among_those_of_its_lane(desk: Desk) -> None:
    desk.board.go("c103")
    desk.press(Key.Key_Up, CTRL)
    assert desk.moves() == [("c103", "planned", "c101")]
    desk.deal()
    desk.board.go("c101")
    desk.press(Key.Key_Down, CTRL)
    assert desk.moves() == [("c101", "planned", "")]
    desk.deal()
    desk.board.go("c102")
    desk.press(Key.Key_Down, CTRL)
    assert desk.moves() == []  # alone in its lane


def test_a_move_that_is_not_yet_answered_is_not_asked_twice(desk: Desk) -> None:
    desk.board.go("c201")
    desk.press(Key.Key_Right, CTRL)
    desk.press(Key.Key_Right, CTRL)
    assert len(desk.moves()) == 1


def test_a_card_is_dragged_to_a_column_that_takes_it_and_to_the_place_shown(desk: Desk) -> None:
    desk.drop("c201", desk.board.rect_of("c301").center() - QPoint(0, 40))
    assert desk.moves() == [("c201", "running", "c301")]
    assert desk.board.rect_of("c201").top() < desk.board.rect_of("c301").top()


def test_a_card_may_be_dropped_anywhere_and_goes_before_the_next_one_of_its_lane(desk: Desk) -> None:
    desk.drop("c101", desk.board.rect_of("c102").center() + QPoint(0, 30))
    assert desk.moves() == [("c101", "planned", "c103")]


def test_while_a_card_is_held_columns_that_take_it_are_lit_and_others_dimmed(desk: Desk) -> None:
    desk.hold("c101", desk.below("released"))
    assert desk.board.held is not None
    assert desk.board.held.targets == ("planned", "released", "done")
    image = desk.picture()
    edge = {id: image.pixelColor(desk.column(id).center().x(), desk.column(id).top()) for id in TITLES}
    assert edge["released"].blue() > 150
    assert edge["running"].blue() < 100
    assert has(image, desk.board.place_rect(desk.board.held), "focus")
    QTest.keyClick(desk.board, Key.Key_Escape)


def test_escape_puts_a_held_card_back_and_asks_nothing(desk: Desk) -> None:
    before = desk.board.rect_of("c101")
    desk.hold("c101", desk.below("released"))
    desk.press(Key.Key_Escape)
    QTest.mouseRelease(desk.board, LEFT, pos=desk.below("released"))
    assert desk.moves() == []
    assert desk.board.held is None
    assert desk.board.rect_of("c101") == before


def test_a_card_that_somebody_else_moves_leaves_the_hand(desk: Desk) -> None:
    desk.hold("c201", desk.below("running"))
    desk.board.show_cards([*CARDS, card(401)])
    assert desk.board.held is not None
    desk.board.change_card(replace(CARDS[3], column="done"))
    assert desk.board.held is None
    QTest.mouseRelease(desk.board, LEFT, pos=desk.below("running"))
    assert desk.moves() == []


def test_a_card_put_down_where_it_was_asks_nothing(desk: Desk) -> None:
    desk.drop("c101", desk.board.rect_of("c101").center() + QPoint(3, 10))
    assert desk.moves() == []


@pytest.mark.parametrize(
    ("id", "to", "roles", "words"),
    [
        ("c101", "running", [Role.SUPERVISOR], "No card goes this way"),
        ("c101", "released", [Role.OPERATOR], "Another role"),
        ("c302", "done", [Role.SUPERVISOR], "no coil"),
    ],
)
def test_a_move_that_cannot_be_is_refused_in_words_where_the_card_was_dropped(
    desk: Desk, id: str, to: str, roles: list[Role], words: str
) -> None:
    desk.board.show_roles(roles)
    desk.drop(id, desk.below(to))
    (box, said, _), *_ = desk.board.notes()
    assert desk.moves() == []
    assert words in said
    assert box.intersects(desk.column(to))
    assert desk.board.accessibleDescription() == said


def test_a_card_that_was_refused_later_lies_where_it_was_before(desk: Desk) -> None:
    before = desk.board.rect_of("c201")
    desk.drop("c201", desk.below("running"))
    assert desk.board.rect_of("c201") != before
    desk.board.refuse("c201", "Somebody else moved it.")
    assert desk.board.rect_of("c201") == before
    assert [said for _, said, _ in desk.board.notes()] == ["Somebody else moved it."]
    desk.press(Key.Key_Escape)
    assert desk.board.notes() == []


def test_cards_shown_anew_leave_a_move_that_still_waits_where_it_was_put(desk: Desk) -> None:
    desk.drop("c201", desk.below("running"))
    desk.board.show_cards(CARDS)
    assert desk.column("running").contains(desk.board.rect_of("c201"))
    desk.board.settle("c201")
    assert desk.column("released").contains(desk.board.rect_of("c201"))


def test_letters_find_a_title_and_say_when_there_is_none(desk: Desk) -> None:
    QTest.keyClicks(desk.board, "wo-30")
    assert desk.board.at == "c301"
    assert "wo-30" in desk.board.notes()[0][1]
    QTest.keyClicks(desk.board, "b")
    assert desk.board.notes()[0][1].startswith("No title")
    assert desk.heard == []


def test_the_policy_of_a_column_is_read_by_key_and_by_mouse_as_it_was_written(desk: Desk) -> None:
    desk.board.go("c201")
    desk.press(Key.Key_I, CTRL)
    assert "Kit <b>complete</b>" in desk.board.notes()[0][1]
    assert "Kit <b>complete</b>" in desk.board.said_at(desk.column("released").topLeft() + QPoint(30, 20))
    desk.press(Key.Key_I, CTRL)
    assert desk.board.notes()[0][1].startswith("Running: 2 / 2")


def test_tab_leaves_the_board_and_comes_to_the_first_card(desk: Desk) -> None:
    desk.window.activateWindow()
    desk.first.setFocus()
    QTest.keyClick(desk.first, Key.Key_Tab)
    assert QApplication.focusWidget() is desk.board
    assert desk.board.at == "c101"
    desk.press(Key.Key_Tab)
    assert QApplication.focusWidget() is desk.last


def test_each_line_is_a_lane_that_collapses_and_a_card_stays_in_its_own(desk: Desk) -> None:
    desk.board.show_lanes({"L1": "Line 1", "L2": "Line 2"})
    assert desk.board.rect_of("c102").top() > desk.board.rect_of("c103").bottom()
    desk.board.go("c102")
    desk.press(Key.Key_Minus, CTRL)
    assert "c102" not in desk.board.plan.places
    assert desk.board.at in {"c101", "c103", "c201", "c301"}
    desk.press(Key.Key_Plus, CTRL)
    assert "c102" in desk.board.plan.places
    QTest.mouseClick(desk.board, LEFT, pos=QPoint(60, 60))
    assert "c101" not in desk.board.plan.places
    desk.board.go("c101")
    assert "c101" in desk.board.plan.places


def test_a_limit_per_lane_is_full_in_the_lane_that_holds_so_many(desk: Desk) -> None:
    flow = replace(FLOW, columns=tuple(replace(each, limit=1, per_lane=True) for each in FLOW.columns))
    desk.board.show_flow(flow, TITLES)
    deck, running, planned = desk.board.deck, flow.column("running"), flow.column("planned")
    assert deck.full(running, "L2")
    assert not deck.full(flow.column("hold"))
    assert not deck.full(planned, "L3")
    desk.board.show_flow(FLOW, TITLES)


def test_an_empty_board_and_an_empty_column_say_how_to_begin(desk: Desk) -> None:
    assert "Drag one here" in desk.board.hint("hold")
    desk.board.show_cards([])
    title, words = desk.board.begin
    image = desk.picture()
    middle = QRect(image.width() // 2 - 200, image.height() // 4, 400, 200)
    assert title
    assert words
    assert has(image, middle, "text")


def test_texts_from_outside_are_shown_plain(desk: Desk) -> None:
    desk.deal(card(1, title="<b>x</b>\u202e\n", blocked="a\u202eb"))
    said = desk.board.said_at(desk.board.rect_of("c1").center())
    assert "<b>x</b>\\u202e\\n" in said
    assert "\u202e" not in said
    assert not desk.picture().isNull()


def test_a_double_click_opens_a_card(desk: Desk) -> None:
    QTest.mouseDClick(desk.board, LEFT, pos=desk.board.rect_of("c201").center())
    assert ("opened", "c201") in desk.heard


def test_a_card_held_at_an_edge_scrolls_its_column(desk: Desk, qtbot: Any) -> None:
    desk.deal(*(card(i) for i in range(1, 60)))
    bottom = QPoint(desk.column("planned").center().x(), desk.board.body.bottom() - 6)
    desk.hold("c1", bottom)
    qtbot.waitUntil(lambda: desk.board.offset(0) > 200, timeout=3000)
    desk.press(Key.Key_Escape)
    assert speed(300, 0, 600) == 0
    assert speed(5, 0, 600) < 0 < speed(595, 0, 600)


@pytest.mark.parametrize(("width", "height"), [(880, 460), (1300, 660), (3700, 1980)])
def test_all_columns_can_be_reached_at_any_size_of_the_window(desk: Desk, width: int, height: int) -> None:
    desk.window.resize(width, height)
    QApplication.processEvents()
    desk.board.go("c302")
    assert desk.board.rect().contains(desk.board.rect_of("c302"))
    assert desk.board.rect_of("c302").width() >= 140
    desk.window.resize(1300, 720)
    QApplication.processEvents()


def test_two_thousand_cards_are_painted_no_slower_than_those_that_are_seen(desk: Desk) -> None:
    few, many = [card(i) for i in range(1, 40)], [card(i) for i in range(1, 2001)]
    desk.board.show_cards(many)
    desk.picture()
    assert len(list(desk.board.seen())) < 12

    many_best = min(_timed(desk.board.repaint) for _ in range(5))
    desk.board.show_cards(few)
    assert many_best < 3 * min(_timed(desk.board.repaint) for _ in range(5))


def _timed(does: Callable[[], object]) -> float:
    began = time.perf_counter()
    does()
    return time.perf_counter() - began


def test_a_held_card_that_is_gone_is_let_go_also_where_nothing_takes_it() -> None:
    desk = Desk(replace(FLOW, ranked=False))
    desk.deal(card(1), card(2))
    desk.board.show_roles([])
    desk.hold("c1", desk.board.rect_of("c2").center())
    assert desk.board.held is not None
    desk.board.show_cards([card(2)])
    assert desk.board.held is None
    desk.window.deleteLater()
