"""Notes on the cards of the board: a changed order waits to be seen, a disagreement opens its order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt

from console.domain.commands.orders import AddOrder, ChangeOrder, MoveOrder
from console.domain.commands.people import AddPerson
from console.domain.events import CommandRefused
from console.domain.orders import order_id
from console.domain.people import Grant, Role
from tests.app.ordering import Floor
from tests.widgets.boards import click, press, settle
from tests.widgets.shell_parts import dressed
from widgets.board.layout import lay_out
from widgets.board.notes import LineNote, button_rect
from widgets.board.page import BoardPage

pytestmark = pytest.mark.usefixtures("qapp")
ONE, K = order_id("WO-1"), Qt.Key


@pytest.fixture(scope="module")
def works(qapp: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Floor, BoardPage]]:
    """L1 runs an order that somebody planned; Bo works there, Cy at another line."""
    dressed()
    floor = Floor(tmp_path_factory.mktemp("board"))
    floor.console.orders = floor.orders
    for id, line in (("bo", "L1"), ("cy", "L2")):
        floor.give(AddPerson(id, id.title(), id, (Grant(Role.OPERATOR, ("Suzhou", "Body", line)),)))
    floor.do(AddOrder("WO-1", "Housing", 680, "L1"))
    floor.do(MoveOrder(ONE, "L1", "planned", "released"))
    floor.heard(order="WO-1", product="Housing", target=680, good=0, scrap=0)
    floor.live()
    page = BoardPage(floor.console)
    page.resize(1600, 900)
    page.show()
    page.activateWindow()
    settle()
    yield floor, page
    page.close()
    floor.console.orders = None
    floor.close()


def notes(page: BoardPage, line: str = "L1") -> tuple[LineNote, ...]:
    return page.view._notes.get(line, ())


def change(floor: Floor, quantity: int) -> None:
    floor.do(ChangeOrder(ONE, "Housing", quantity, "L1", None, False, "", ()))
    floor.live()
    settle()


def strip(page: BoardPage, line: str = "L1") -> QPoint:
    """The middle of the first note of a line."""
    card = page.view._card(line)
    assert card is not None
    return card.notes[0].center() - QPoint(0, page.view.verticalScrollBar().value())


def button(page: BoardPage) -> QPoint:
    card = page.view._card("L1")
    assert card is not None
    return button_rect(card.notes[0], page.view.scale).center() - QPoint(0, page.view.verticalScrollBar().value())


def test_a_changed_order_stands_on_its_line_until_somebody_there_has_seen_it(works: tuple[Floor, BoardPage]) -> None:
    floor, page = works
    refused: list[str] = []
    end = floor.console.on(CommandRefused, lambda event: refused.append(event.refusal.code))  # type: ignore[attr-defined]
    assert notes(page) == ()
    change(floor, 800)
    (note,) = notes(page)
    assert note.words == "Order WO-1 changed: Quantity: 680 → 800"
    floor.console.office.who = lambda: "cy"
    click(page.view, button(page))
    floor.until(lambda: refused)
    assert refused == ["not_allowed"]
    assert notes(page) == (note,), "who works at another line has not seen it"
    floor.console.office.who = lambda: "bo"
    click(page.view, button(page))
    floor.until(lambda: not floor.got("WO-1").changes)  # type: ignore[union-attr]
    floor.live()
    settle()
    assert notes(page) == ()
    assert floor.got("WO-1").seen_by == "bo"  # type: ignore[union-attr]
    end()


def test_the_keyboard_walks_to_a_note_and_enter_answers_it(works: tuple[Floor, BoardPage]) -> None:
    floor, page = works
    floor.console.office.who = lambda: "bo"
    change(floor, 900)
    page.view.setFocus(Qt.FocusReason.TabFocusReason)
    press(page.view, K.Key_Home)
    for _ in range(2):
        press(page.view, K.Key_Right)
    assert page.view.accessibleDescription() == "Order WO-1 changed: Quantity: 800 → 900\nEnter: seen"
    assert page.view.focused_station is None
    press(page.view, K.Key_Return)
    floor.until(lambda: not floor.got("WO-1").changes)  # type: ignore[union-attr]
    floor.live()
    settle()
    assert notes(page) == ()
    assert page.view._focus == ("L1", None), "what is gone has no focus"


def test_a_change_on_top_of_the_one_that_was_shown_is_not_seen_with_it(works: tuple[Floor, BoardPage]) -> None:
    floor, page = works
    refused: list[str] = []
    end = floor.console.on(CommandRefused, lambda event: refused.append(event.refusal.code))  # type: ignore[attr-defined]
    change(floor, 910)
    floor.do(ChangeOrder(ONE, "Housing", 920, "L1", None, False, "", ()))  # not yet on the screen
    floor.console.office.who = lambda: "bo"
    click(page.view, button(page))
    floor.until(lambda: refused)
    assert refused == ["changed_meanwhile"]
    floor.live()
    settle()
    click(page.view, button(page))
    floor.until(lambda: not floor.got("WO-1").changes)  # type: ignore[union-attr]
    floor.live()
    end()


def test_an_order_that_nobody_planned_stands_there_and_opens_on_the_orders_page(
    works: tuple[Floor, BoardPage],
) -> None:
    floor, page = works
    opened: list[tuple[str, str]] = []
    page.open_requested.connect(lambda key, subject: opened.append((key, subject)))
    floor.heard("L2", order="WO-X", product="Cover", target=10, good=0, scrap=0)
    floor.live()
    settle()
    (note,) = notes(page, "L2")
    assert note.words == "Order WO-X: Nobody planned it: the line named it"
    click(page.view, strip(page, "L2"))
    assert opened == [("orders", order_id("WO-X"))]
    floor.heard("L2", order="", good=0)
    floor.heard("L2", order="WO-1", product="Housing", target=680, good=0, scrap=0)
    floor.live()
    settle()
    assert [one.words for one in notes(page, "L1")] == ["Order WO-1: Runs at several lines: L1, L2"]
    assert [one.words for one in notes(page, "L2")][0] == "Order WO-1: Runs at several lines: L1, L2"
    floor.heard("L2", order="", good=0)
    floor.live()
    settle()
    assert notes(page, "L1") == ()


def test_where_nobody_plans_orders_the_board_does_not_complain(tmp_path: Path) -> None:
    from zoneinfo import ZoneInfo

    from widgets.board.notes import notes_of

    floor = Floor(tmp_path)
    floor.console.orders = floor.orders
    try:
        floor.heard(order="WO-1", product="Housing", target=680, good=0, scrap=0)
        floor.live()
        assert floor.orders.at_risk == 1
        assert notes_of(floor.console, ZoneInfo("UTC")) == {}
    finally:
        floor.console.orders = None
        floor.close()


@pytest.mark.parametrize("collapsed", [False, True])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_notes_have_room_of_their_own(collapsed: bool, scale: float) -> None:
    plan = [("A", 5, collapsed), ("B", 5, collapsed)]
    bare = lay_out(plan, 1400, 0, scale, fill=False)
    board = lay_out(plan, 1400, 0, scale, fill=False, notes={"A": 2})
    one, other = board.cards
    assert len(one.notes) == 2
    assert other.notes == []
    assert one.rect.height() > bare.cards[0].rect.height()
    assert other.rect.height() == bare.cards[1].rect.height()
    parts = [*one.notes, *one.tiles, one.header, *([one.ribbon] if not collapsed else [])]
    for i, part in enumerate(parts):
        assert one.rect.contains(part)
        for another in parts[i + 1 :]:
            assert not part.intersects(another), (part, another)
    assert [tile.height() for tile in one.tiles] == [tile.height() for tile in bare.cards[0].tiles]
