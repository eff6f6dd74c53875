"""The board as a page of a real console: area and filter, what opens what, other plants, the wall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from console.app.console import Console
from console.domain.errors import FileRefused
from console.domain.stations import StationState
from console.telemetry.plantfile import load_plant
from tests.app.talking import Clock, console_on, plant_text, tell
from tests.widgets.boards import Brush, click, on_view, press, settle, tile
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.shell_parts import dressed
from widgets.board.card import ring_rect
from widgets.board.keyfigures import HEAD, ROW
from widgets.board.page import NARROW, BoardPage
from widgets.languages import languages
from widgets.losses.dialog import LossesDialog

S, K = StationState, Qt.Key
ALL = ["L1", "L3", "L2", "L4"]  # lines of an area belong together
pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def told(tmp_path: Path) -> Iterator[tuple[Console, Clock]]:
    dressed()
    console, clock = console_on(tmp_path, plant_text(4))
    yield console, clock
    console.close()


@pytest.fixture
def page(told: tuple[Console, Clock], qtbot: QtBot) -> BoardPage:
    return board(told[0], qtbot)


def board(console: Console, qtbot: QtBot, width: int = 1600, height: int = 900) -> BoardPage:
    made = BoardPage(console)
    qtbot.addWidget(made)
    made.resize(width, height)
    made.show()
    made.activateWindow()
    settle()
    return made


def ids(page: BoardPage) -> list[str]:
    """The lines that are painted."""
    return [live.line.id for live in page.view._lines]


def dialogs() -> list[LossesDialog]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, LossesDialog) and w.isVisible()]


def test_an_area_shows_its_lines_in_all_parts_of_the_page(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, clock = told
    for place in ("L1/10", "L2/10", "L3/10"):
        tell(console, clock, place, state="stopped")
    page.set_scope("A1")
    assert ids(page) == ["L2", "L4"]
    assert [need.station.station.id for need in page.attention._rows] == ["L2/10"]
    assert page.losses._lines == frozenset({"L2", "L4"})
    page.set_scope(None)
    assert ids(page) == ALL
    assert page.attention.count == 3
    assert page.losses._lines is None
    page.set_scope("no such area")
    assert ids(page) == []


def test_the_key_figures_are_those_of_the_lines_shown(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, clock = told
    for line, good in (("L1", 5), ("L2", 7)):
        tell(console, clock, f"{line}/30", state="running", good=0)
        tell(console, clock, f"{line}/30", good=good)
    page.beat(clock.at)
    assert page.figures.facts("good")["Now"] == "12"
    page.set_scope("A1")
    page.beat(clock.at + 0.25)
    assert page.figures.facts("good")["Now"] == "7"


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("", ALL),
        ("l3 line", ["L3"]),
        ("LINE", ALL),
        ("30 station", ALL),
        ("a0", ["L1", "L3"]),
        ("  a0   l3 ", ["L3"]),
        ("nothing like it", []),
        ("<img src=x>", []),
    ],
)
def test_the_filter_finds_lines_by_any_of_their_words(page: BoardPage, words: str, wanted: list[str]) -> None:
    page.focus_filter()
    page.filter.setText(words)
    assert ids(page) == wanted
    assert page._stack.currentWidget() is page.view


def test_the_filter_and_the_area_work_together(page: BoardPage) -> None:
    page.set_scope("A0")
    page.filter.setText("l3")
    assert ids(page) == ["L3"]
    page.set_scope("A1")
    assert ids(page) == []


def test_the_filter_opens_where_it_is_typed_and_escape_shows_everything_again(page: BoardPage) -> None:
    assert page.filter.isHidden()
    page.focus_filter()
    settle()
    assert page.filter.hasFocus()
    press(page.filter, K.Key_L, K.Key_3)
    assert ids(page) == ["L3"]
    press(page.filter, K.Key_Return)
    assert page.view.hasFocus()
    assert ids(page) == ["L3"]
    page.focus_filter()
    press(page.filter, K.Key_Escape)
    assert ids(page) == ALL
    assert page.filter.isHidden()
    assert page.view.hasFocus()


def test_a_tile_a_row_a_ring_and_a_figure_open_what_they_show(
    page: BoardPage, told: tuple[Console, Clock], qtbot: QtBot
) -> None:
    console, clock = told
    tell(console, clock, "L2/20", state="stopped")
    page.beat(clock.at)
    with qtbot.waitSignal(page.open_requested, timeout=500) as asked:
        click(page.view, tile(page.view, "L3/20").center())
    assert asked.args == ["station", "L3/20"]
    with qtbot.waitSignal(page.open_requested, timeout=500) as asked:
        qtbot.mouseClick(page.attention, Qt.MouseButton.LeftButton, pos=page.attention._row_rect(0).center())
    assert asked.args == ["station", "L2/20"]
    card = page.view._card("L4")
    assert card is not None
    click(page.view, on_view(page.view, ring_rect(card.side, page.view.scale)).center())
    [dialog] = dialogs()
    assert "Line 4" in dialog.line.currentText()
    dialog.close()
    before = set(QApplication.topLevelWidgets())
    for i in range(4):
        qtbot.mouseClick(page.figures, Qt.MouseButton.LeftButton, pos=QPoint(200, HEAD + i * ROW + 10))
        settle()
        opened = [w for w in set(QApplication.topLevelWidgets()) - before if w.isVisible() and w.isWindow()]
        assert opened, i
        for widget in opened:
            widget.close()
        settle()


def test_an_event_of_the_console_repaints_its_tile_and_its_line(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, clock = told
    clock.at += 3
    console.tick()
    settle()
    brush = Brush(page.view.viewport())
    region = brush.after(lambda: tell(console, clock, "L3/20", after=0.01, state="running"))
    assert region.intersects(tile(page.view, "L3/20"))
    assert not region.intersects(tile(page.view, "L3/10"))


def test_without_a_plant_the_page_says_how_to_begin(tmp_path: Path, qtbot: QtBot) -> None:
    dressed()
    console = Console(tmp_path)
    page = board(console, qtbot)
    assert page._stack.currentWidget() is page.empty
    assert "Open Setup" in page.empty.text()
    page.beat(console.now())
    page.set_scope("x")
    page.filter.setText("x")
    assert page._stack.currentWidget() is page.empty
    assert page.lines_per_page() == 1
    languages.use("zh_CN")
    settle()
    assert "Open Setup" not in page.empty.text()
    languages.use("en")
    console.close()


def test_a_plant_file_that_cannot_be_used_is_said_as_plain_text_where_the_lines_would_be(
    tmp_path: Path, qtbot: QtBot
) -> None:
    dressed()
    console = Console(tmp_path)
    console.plant_refused = FileRefused("/plants/<b>x</b>.toml: not UTF-8 at byte 3")
    page = board(console, qtbot)
    assert "/plants/<b>x</b>.toml: not UTF-8 at byte 3" in page.empty.text()
    assert page.empty.textFormat() is Qt.TextFormat.PlainText
    console.plant_refused = None
    page.beat(console.now())
    assert "UTF-8" not in page.empty.text()
    console.close()


def test_a_plant_that_is_opened_or_changed_is_shown_at_once(page: BoardPage, told: tuple[Console, Clock]) -> None:
    console, clock = told
    tell(console, clock, "L2/10", state="stopped")
    page.beat(clock.at)
    press(page.view, K.Key_End)
    console.use_plant(load_plant(plant_text(2, stations=("10",), zone="Europe/Berlin")))
    assert ids(page) == ["L1", "L2"]
    assert page.view._lines[0] is console.floor.lines[0]
    assert str(page.view.zone) == "Europe/Berlin"
    assert page.attention._rows[0].station is console.floor.stations["L2/10"]
    console.use_plant(load_plant("[plant]\nname = 'none'\n"))
    assert page._stack.currentWidget() is page.empty
    assert page.attention.count == 0
    console.use_plant(load_plant(plant_text(3)))
    assert page._stack.currentWidget() is page.view
    settle()


def test_a_page_that_is_gone_hears_nothing_more(told: tuple[Console, Clock], qtbot: QtBot) -> None:
    console, clock = told
    page = BoardPage(console)
    page.show()
    page.deleteLater()
    QApplication.sendPostedEvents(None, 52)  # QEvent.DeferredDelete
    settle()
    tell(console, clock, "L1/10", state="running")
    console.use_plant(load_plant(plant_text(2)))


def test_a_narrow_window_gives_the_room_at_the_right_to_the_lines(page: BoardPage) -> None:
    assert page._right.isVisible()
    page.resize(NARROW - 10, 800)
    settle()
    assert not page._right.isVisible()
    assert page.view.width() > NARROW - 80
    page.resize(NARROW + 10, 800)
    settle()
    assert page._right.isVisible()


def test_the_wall_shows_exactly_its_lines_open_and_larger(told: tuple[Console, Clock], qtbot: QtBot) -> None:
    page = board(told[0], qtbot, 1920, 1080)
    desk = page.view.scale
    page.set_wall(True)
    page.set_lines(["L3", "L4"])
    settle()
    assert ids(page) == ["L3", "L4"]
    assert page.view.collapsed == set()
    assert not page._right.isVisible()
    assert page.filter.isHidden()
    assert page.view.scale >= desk
    assert page.lines_per_page() >= 1
    page.set_scope("A0")
    assert ids(page) == ["L3", "L4"], "its lines are its own"
    page.beat(told[1].at)
    page.set_wall(False)
    assert page._right.isVisible()


def test_a_wall_of_many_lines_that_are_new_folds_none(told: tuple[Console, Clock], qtbot: QtBot) -> None:
    console, _ = told
    page = board(console, qtbot, 1920, 1080)
    page.set_wall(True)
    console.use_plant(load_plant(plant_text(40)))
    assert page.view.collapsed == set()
    page.set_lines([f"L{n}" for n in range(20, 32)])
    assert page.view.collapsed == set()


def test_a_station_that_another_screen_names_is_brought_into_sight(told: tuple[Console, Clock], qtbot: QtBot) -> None:
    console, _ = told
    console.use_plant(load_plant(plant_text(40)))
    page = board(console, qtbot)
    page.show_subject("L30/20")
    settle()
    assert page.view.viewport().rect().contains(tile(page.view, "L30/20"))
    page.show_subject("gone/for ever")


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_nothing_is_cut_and_everything_that_can_be_reached_has_a_name(page: BoardPage, code: str) -> None:
    languages.use(code)
    page.focus_filter()
    page.beat(0.0)
    settle()
    assert clipped(page) == []
    assert nameless(page) == []
    languages.use("en")
