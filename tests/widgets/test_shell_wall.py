"""Rules of wall mode."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from console.domain.events import BrokerChanged, Link
from tests.widgets.floors import NOW
from tests.widgets.shell_parts import ShellConsole, WallBoard, pages, window
from widgets.languages import languages
from widgets.shell.tour import NEVER
from widgets.shell.wall_window import WallWindow
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def shell(tmp_path: Path, qtbot) -> MainWindow:
    made = window(tmp_path)
    qtbot.addWidget(made)
    yield made
    made.close()


def wall_of(shell: MainWindow) -> WallWindow:
    shell.toggle_wall()
    QApplication.processEvents()
    assert shell.wall.window is not None
    return shell.wall.window


def press(widget, key: Qt.Key) -> None:
    widget.activateWindow()
    QApplication.processEvents()
    QTest.keyClick(widget, key)
    QApplication.processEvents()


def test_f11_opens_the_wall_beside_the_main_window_and_closes_it_again(shell: MainWindow) -> None:
    press(shell, Qt.Key.Key_F11)
    wall = shell.wall.window
    assert wall is not None
    assert wall.isFullScreen()
    assert wall.board.on_wall
    assert shell.isVisible()
    press(shell, Qt.Key.Key_F11)
    assert not shell.wall.up


def test_escape_leaves_the_wall_and_the_main_window_stays(shell: MainWindow) -> None:
    press(wall_of(shell), Qt.Key.Key_Escape)
    assert not shell.wall.up
    assert shell.isVisible()


def test_the_wall_shows_no_navigation(shell: MainWindow) -> None:
    names = {type(child).__name__ for child in wall_of(shell).findChildren(object)}
    assert not names & {"Rail", "TopBar", "StatusBar", "HelpPanel", "Pill", "Entry"}


def test_the_arrows_turn_pages_and_space_holds_them(shell: MainWindow) -> None:
    wall = wall_of(shell)
    assert wall.board.given[-1] == ["L1", "L2"]
    press(wall, Qt.Key.Key_Right)
    assert wall.board.given[-1] == ["L3"]
    press(wall, Qt.Key.Key_Left)
    assert wall.board.given[-1] == ["L1", "L2"]
    press(wall, Qt.Key.Key_Space)
    assert wall.tour.paused


def test_lines_are_given_to_the_board_only_when_they_change(shell: MainWindow) -> None:
    wall = wall_of(shell)
    given = len(wall.board.given)
    for _ in range(5):
        wall.refresh()
    assert len(wall.board.given) == given


def test_the_wall_keeps_to_the_filter_by_area(shell: MainWindow) -> None:
    wall = wall_of(shell)
    shell.set_scope("paint")
    assert wall.board.given[-1] == ["L3"]


def test_a_lost_broker_is_told_on_the_wall(shell: MainWindow) -> None:
    wall = wall_of(shell)
    quiet = wall.header.grab().toImage()
    shell._console.happen(BrokerChanged(Link.LOST, NOW - 127))
    wall.refresh()
    assert wall._alarm() == "Broker lost since 11:40:00"
    assert wall.header.grab().toImage() != quiet


def test_the_header_is_large_enough_for_eight_metres(shell: MainWindow) -> None:
    wall = wall_of(shell)
    wall.showNormal()
    wall.resize(1920, 1080)
    QApplication.processEvents()
    # 1080 lines on a 55 inch screen are 0.63 mm each; at 8 m a letter should be 1/300 of the distance, 27 mm
    assert wall.header.height() * 0.62 * 0.63 >= 8000 / 300 * 0.95


def test_the_wall_comes_back_after_a_restart_when_it_was_on_and_only_then(tmp_path: Path, qtbot) -> None:
    first = window(tmp_path)
    first.toggle_wall()
    first.close()
    second = MainWindow(ShellConsole(tmp_path), pages([]), WallBoard)
    qtbot.addWidget(second)
    second.wall.resume()
    assert second.wall.up
    second.wall.leave()
    second.close()
    third = MainWindow(ShellConsole(tmp_path), pages([]), WallBoard)
    qtbot.addWidget(third)
    third.wall.resume()
    assert not third.wall.up


def test_how_fast_pages_turn_is_chosen_in_the_menu_and_remembered(shell: MainWindow, tmp_path: Path) -> None:
    shell.wall.fill_menu()
    turn = shell.wall.menu.actions()[-1].menu()
    assert [action.text() for action in turn.actions()][-1] == "only by hand"
    turn.actions()[-1].trigger()
    assert shell.wall.tour.seconds == NEVER
    assert shell.memory.number("wall/seconds", 20) == NEVER


def test_the_wall_changes_language_with_the_rest(shell: MainWindow) -> None:
    wall = wall_of(shell)
    english = wall.windowTitle()
    languages.use("zh_CN")
    QApplication.processEvents()
    assert wall.windowTitle() != english
    languages.use("en")


def test_closing_the_main_window_takes_the_wall_down(shell: MainWindow) -> None:
    wall = wall_of(shell)
    shell.close()
    assert not wall.isVisible()


def test_no_board_no_wall(tmp_path: Path, qtbot) -> None:
    shell = MainWindow(ShellConsole(tmp_path), pages([]))
    qtbot.addWidget(shell)
    shell.toggle_wall()
    assert shell.wall is None
    assert not shell.top.wall.isVisibleTo(shell)
