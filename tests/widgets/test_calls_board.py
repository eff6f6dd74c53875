"""Open calls on the board and in the bars: the list at the right, the tiles, what needs attention, the last call."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from console.app.calls import Calls
from console.app.console import Console
from console.domain.andon import Call, Stage
from console.domain.commands.andon import AcknowledgeCall, RaiseCall
from console.domain.ids import new_id
from tests.app.talking import Clock, console_on, plant_text, tell
from tests.widgets.boards import Brush, differing, picture, press, settle, tile
from tests.widgets.call_parts import breathe, calling, raised, shown
from tests.widgets.people_parts import KEPT, PIN, PeopleConsole
from tests.widgets.shell_parts import dressed
from widgets.board.page import BoardPage
from widgets.calls.known import open_count
from widgets.languages import languages
from widgets.theme import color

pytestmark = pytest.mark.usefixtures("qapp")
K = Qt.Key
PERSON = "01890a5d-ac96-774b-bcce-b302099a8057"


@pytest.fixture
def told(tmp_path: Path) -> Iterator[tuple[Console, Clock]]:
    dressed()
    console, clock = console_on(tmp_path, plant_text(4))
    console.calls = Calls(console)
    console.when_started(console.calls.start)
    console.serve(console.calls)
    console.start_records()
    wait(console, lambda: console.calls is not None and console.calls.known)
    yield console, clock
    console.close()


def wait(console: Console, until: Callable[[], bool], seconds: float = 10.0) -> None:
    """Beat until it is so."""
    import time

    end = time.monotonic() + seconds
    while not until():
        assert time.monotonic() < end, "it never came"
        console.tick()
        settle()
        time.sleep(0.002)


def sign_in(console: Console) -> None:
    """Somebody who may do everything comes in."""
    from console.domain.commands.people import BeginPlant

    done: list[object] = []
    console.office.do(BeginPlant(PERSON, "Admin 1", "1", KEPT), done.append, who=PERSON)
    wait(console, lambda: bool(done) and console.session.anybody is True)
    console.session.sign_in(PERSON, PIN)
    wait(console, lambda: console.session.person is not None)


def call(console: Console, place: str, category: str, text: str = "") -> Call:
    """A call in the console's own name."""
    id = new_id()
    console.office.do(RaiseCall(place, category, text, call=id), who="console")
    calls = console.calls
    assert calls is not None
    wait(console, lambda: calls.call(id) is not None)
    found = calls.call(id)
    assert found is not None
    return found.call


@pytest.fixture
def page(told: tuple[Console, Clock], qtbot: QtBot) -> BoardPage:
    made = BoardPage(told[0])
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show()
    made.activateWindow()
    settle()
    return made


def now_is(console: Console, call: Call) -> Call:
    assert console.calls is not None
    found = console.calls.call(call.id)
    assert found is not None
    return found.call


def test_the_board_lists_the_open_calls_the_worst_first(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, _ = told
    low, high = call(console, "L1/10", "help"), call(console, "L2/20", "safety")
    settle()
    assert [row.call.id for row in page.calls.rows] == [high.id, low.id]
    assert page.calls.isVisible()
    assert open_count(console) == 2


def test_without_calls_the_board_is_as_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    dressed()
    console, clock = console_on(tmp_path, plant_text(2))
    tell(console, clock, "L1/10", state="stopped")
    made = BoardPage(console)
    qtbot.addWidget(made)
    made.resize(1600, 900)
    made.show()
    settle()
    assert not made.calls.isVisible()
    assert made.attention.isVisible()
    assert made.attention.count == 1
    console.close()


def test_a_station_with_a_call_is_not_told_twice(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, clock = told
    for place in ("L1/10", "L2/10"):
        tell(console, clock, place, state="stopped")
    page.beat(clock.at)
    assert page.attention.count == 2
    call(console, "L1/10", "machine")
    page.beat(clock.at)
    assert [need.station.station.id for need in page.attention._rows] == ["L2/10"]
    call(console, "L2/10", "machine")
    page.beat(clock.at)
    assert not page.attention.isVisible()


def test_the_tile_of_a_call_is_filled_and_names_the_category(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, clock = told
    tell(console, clock, "L1/10", state="running")
    tell(console, clock, "L1/20", state="running")
    page.beat(clock.at)
    settle()
    quiet = picture(page.view, tile(page.view, "L1/10"))
    call(console, "L1/10", "material", "Coil 3 not at line")
    settle()
    loud = picture(page.view, tile(page.view, "L1/10"))
    assert differing(quiet, loud) > 300
    middle = loud.pixelColor(loud.width() // 2, loud.height() - 30)
    assert middle == color("warning_fill")
    assert "Coil 3 not at line" in page.view._said(console.floor.stations["L1/10"], console.floor.line("L1"))


def test_a_call_repaints_only_the_tile_that_it_is_about(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, _ = told
    brush = Brush(page.view.viewport())
    made = brush.after(lambda: call(console, "L1/10", "material"))
    assert made.boundingRect().width() < page.view.viewport().width() // 2


def test_only_the_calls_of_the_lines_shown_are_listed(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, _ = told
    first, other = call(console, "L1/10", "help"), call(console, "L2/10", "help")
    page.set_scope("A1")
    assert [row.call.id for row in page.calls.rows] == [other.id]
    page.set_scope(None)
    assert {row.call.id for row in page.calls.rows} == {first.id, other.id}


def test_a_row_opens_its_call_and_its_button_does_the_next_thing(
    page: BoardPage, told: tuple[Console, Clock], qtbot: QtBot
) -> None:
    console, _ = told
    made = call(console, "L1/10", "machine")
    sign_in(console)
    settle()
    with qtbot.waitSignal(page.open_requested, timeout=500) as asked:
        qtbot.mouseClick(page.calls, Qt.MouseButton.LeftButton, pos=page.calls._row_rect(0).topLeft() + _in())
    assert asked.args == ["calls", made.id]
    qtbot.mouseClick(page.calls, Qt.MouseButton.LeftButton, pos=page.calls._button_rect(0).center())
    wait(console, lambda: now_is(console, made).stage is Stage.ACKNOWLEDGED)
    assert now_is(console, made).acknowledged_by == PERSON
    with qtbot.waitSignal(page.open_requested, timeout=500) as asked:
        qtbot.mouseClick(page.calls, Qt.MouseButton.LeftButton, pos=page.calls._button_rect(0).center())
    assert asked.args == ["calls", f"{made.id}/resolve"]


def _in() -> Any:
    from PySide6.QtCore import QPoint

    return QPoint(40, 20)


def test_the_list_works_by_keyboard_alone(page: BoardPage, told: tuple[Console, Clock], qtbot: QtBot) -> None:
    console, _ = told
    first, second = call(console, "L1/10", "safety"), call(console, "L2/10", "help")
    sign_in(console)
    page.calls.setFocus()
    settle()
    press(page.calls, K.Key_Down)
    with qtbot.waitSignal(page.open_requested, timeout=500) as asked:
        press(page.calls, K.Key_Return)
    assert asked.args == ["calls", second.id]
    press(page.calls, K.Key_Up, K.Key_A)
    wait(console, lambda: now_is(console, first).stage is Stage.ACKNOWLEDGED)
    assert "Safety" in page.calls.accessibleDescription()


def test_what_another_was_first_with_is_said_and_nothing_breaks(page: BoardPage, told: tuple[Console, Clock]) -> None:
    from console.domain.events import CommandRefused

    console, _ = told
    made = call(console, "L1/10", "machine")
    sign_in(console)
    refused: list[CommandRefused] = []
    console.on(CommandRefused, refused.append)
    rows = list(page.calls.rows)
    console.office.do(AcknowledgeCall(made.id, made.place), who=PERSON)
    page.calls.rows = rows
    page._do(made.id, "acknowledge")
    wait(console, lambda: bool(refused))
    assert refused[0].command == "AcknowledgeCall"


@pytest.mark.parametrize("height", [150, 300, 500, 900])
def test_calls_that_do_not_fit_are_counted_and_lead_to_all_of_them(
    page: BoardPage, told: tuple[Console, Clock], qtbot: QtBot, height: int
) -> None:
    console, _ = told
    for line in ("L1", "L2", "L3"):
        for station in ("10", "20", "30"):
            call(console, f"{line}/{station}", "help")
    panel = page.calls
    panel.setParent(None)
    panel.resize(420, height)
    panel.show()
    settle()
    shown_rows = min(panel._shown(), 9)
    assert panel._row_rect(shown_rows - 1).bottom() < panel.height()
    if shown_rows < 9:
        from PySide6.QtCore import QPoint

        with qtbot.waitSignal(panel.opened, timeout=500) as asked:
            qtbot.mouseClick(panel, Qt.MouseButton.LeftButton, pos=QPoint(40, panel.height() - 12))
        assert asked.args == [""]
    panel.setParent(page)


def test_the_list_is_repainted_once_a_second_and_not_at_all_when_it_is_empty(
    page: BoardPage, told: tuple[Console, Clock]
) -> None:
    console, clock = told
    brush = Brush(page.calls)
    assert brush.after(lambda: [page.calls.beat(clock.at + n) for n in range(4)]).isEmpty()
    call(console, "L1/10", "help")
    page.calls.beat(clock.at)
    settle()
    assert brush.after(lambda: page.calls.beat(clock.at + 0.2)).isEmpty()
    assert not brush.after(lambda: page.calls.beat(clock.at + 1.2)).isEmpty()


# The bars


def test_the_status_bar_names_the_last_call_and_opens_it(tmp_path: Path, qtbot: QtBot) -> None:
    from widgets.calls.page import CallsPage

    console: PeopleConsole = calling(tmp_path)
    raised(console, "L1/20", "machine")
    console.time += 20
    last = raised(console, "L2/10", "material")
    console.time += 38
    window = shown(console, ("calls", CallsPage))
    qtbot.addWidget(window)
    window.refresh()
    assert window.status.call.text() == "Last call: L2 · 10 Blank — Material, 00:00:38 ago"
    assert not window.status.stop.isVisible()
    window.status.call.click()
    breathe(console)
    assert window.widget("calls").card.call == last.id
    languages.use("zh_CN")
    settle()
    assert window.status.call.text().startswith("最近呼叫")
    languages.use("en")
    console.office.close()


def test_the_top_bar_offers_a_call_only_where_calls_are_kept(tmp_path: Path, qtbot: QtBot) -> None:
    from widgets.calls.page import CallsPage

    console = calling(tmp_path)
    window = shown(console, ("calls", CallsPage))
    qtbot.addWidget(window)
    assert window.top.call.isVisible()
    console.calls = None  # type: ignore[attr-defined]
    window.refresh()
    assert not window.top.call.isVisible()
    console.office.close()
