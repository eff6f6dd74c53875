"""Rules of the main window: screens, filter, keys, bars, and what it remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from console import __version__
from console.domain.events import BrokerChanged, Link, StationChanged
from console.domain.stations import StationState
from tests.widgets.face_audit import clipped, nameless
from tests.widgets.floors import NOW
from tests.widgets.shell_parts import ShellConsole, WallBoard, dressed, pages, small_floor, window
from widgets import theme
from widgets.languages import languages
from widgets.shell.window import MainWindow

pytestmark = pytest.mark.usefixtures("qapp")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def shell(tmp_path: Path, qtbot) -> MainWindow:
    made = window(tmp_path)
    qtbot.addWidget(made)
    return made


def press(widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    widget.window().activateWindow()
    QApplication.processEvents()
    QTest.keyClick(widget, key, modifier)
    QApplication.processEvents()


def test_a_screen_is_made_when_it_is_first_opened_and_only_once(tmp_path: Path, qtbot) -> None:
    made: list[str] = []
    shell = window(tmp_path, made)
    qtbot.addWidget(shell)
    assert made == ["board"]
    shell.open("topics")
    shell.open("board")
    shell.open("topics")
    assert made == ["board", "topics"]


def test_the_rail_has_one_entry_for_each_screen_that_stands_by_itself(shell: MainWindow) -> None:
    assert list(shell.rail.entries) == ["board", "topics", "setup"]


def test_one_screen_opens_another_by_name_and_says_on_what(shell: MainWindow) -> None:
    shell.widget("board").open_requested.emit("station", "L1/20")
    assert shell.current == "station"
    assert shell.widget("station").subjects == ["L1/20"]
    assert shell.rail.entries["board"].isChecked(), "the station page lies under the board"


def test_a_screen_that_does_not_exist_is_not_opened(shell: MainWindow) -> None:
    assert shell.open("calls") is None
    assert shell.current == "board"


def test_back_leads_to_the_screen_before(shell: MainWindow) -> None:
    shell.open("station", "L1/20")
    shell.open("topics")
    shell.back()
    assert (shell.current, shell.subject) == ("station", "L1/20")
    shell.back()
    assert shell.current == "board"
    shell.back()
    assert shell.current == "board"


@pytest.mark.parametrize(("key", "screen"), [(Qt.Key.Key_2, "topics"), (Qt.Key.Key_3, "setup")])
def test_control_and_a_figure_open_a_screen(shell: MainWindow, key: Qt.Key, screen: str) -> None:
    press(shell, key, CONTROL)
    assert shell.current == screen


def test_f1_opens_the_help_page_about_this_screen_and_closes_it_again(shell: MainWindow) -> None:
    shell.open("topics")
    press(shell, Qt.Key.Key_F1)
    assert shell.help.isVisible()
    assert shell.help.page == "topics"
    press(shell, Qt.Key.Key_F1)
    assert not shell.help.isVisible()


def test_open_help_follows_the_screen(shell: MainWindow) -> None:
    shell.toggle_help()
    shell.open("station", "L1/10")
    assert shell.help.page == "station"


def test_control_f_goes_to_the_filter_of_the_screen(shell: MainWindow) -> None:
    press(shell, Qt.Key.Key_F, CONTROL)
    assert QApplication.focusWidget() is shell.widget("board").filter_field


def test_control_d_turns_dark_to_light_without_a_restart(shell: MainWindow) -> None:
    dark = shell.grab().toImage().pixelColor(3, 3)
    press(shell, Qt.Key.Key_D, CONTROL)
    assert theme.themes.current.name == "light"
    assert shell.grab().toImage().pixelColor(3, 3) != dark
    assert shell.memory.text("theme") == "light"
    press(shell, Qt.Key.Key_D, CONTROL)


def test_control_l_changes_every_word_without_a_restart(shell: MainWindow) -> None:
    before = visible_words(shell)
    press(shell, Qt.Key.Key_L, CONTROL)
    after = visible_words(shell)
    assert languages.code == "zh_CN"
    same = {words for words in before & after if any(c.isalpha() and c.isascii() for c in words)}
    names = {"Gemba Console", "Topics", "Setup", "EN / 中文", f"v{__version__}", "Day shift · 06:00–14:00 11:42:07"}
    assert same <= names
    press(shell, Qt.Key.Key_L, CONTROL)
    assert visible_words(shell) == before


def visible_words(shell: MainWindow) -> set[str]:
    QApplication.processEvents()
    shell.refresh()
    return {w.text() for w in shell.findChildren(QWidget) if hasattr(w, "text") and w.isVisibleTo(shell) and w.text()}


def test_the_place_menu_filters_every_screen_by_area(shell: MainWindow, qtbot) -> None:
    shell.open("topics")
    assert [area for area, _ in shell.top.place.offers()] == [None, "assembly", "paint"]
    with qtbot.waitSignal(shell.scope_changed) as said:
        shell.top.place.chosen.emit("paint")
    assert said.args == ["paint"]
    assert shell.widget("board").scopes[-1] == "paint"
    assert shell.widget("topics").scopes[-1] == "paint"
    assert shell.top.place.text() == "Plant 2 / Paint / All lines"


def test_a_screen_made_later_learns_the_filter_in_force(shell: MainWindow) -> None:
    shell.set_scope("paint")
    assert shell.open("setup").scopes == ["paint"]


def test_a_remembered_area_that_the_plant_no_longer_has_filters_nothing(tmp_path: Path, qtbot) -> None:
    first = window(tmp_path)
    first.memory.keep("scope", "gone")
    first.close()
    second = MainWindow(ShellConsole(tmp_path), pages([]), WallBoard, first.memory)
    qtbot.addWidget(second)
    assert second.scope is None


def test_another_plant_without_the_area_ends_the_filter(shell: MainWindow) -> None:
    shell.set_scope("paint")
    file = shell._console.plant_file
    shell._console.plant_file = type(file)(plant=type(file.plant)("Plant 9", "UTC", ()), problems=[])
    shell.refresh()
    assert shell.scope is None


def test_a_count_waits_in_the_rail_and_is_told_to_screen_readers(tmp_path: Path, qtbot) -> None:
    shell = window(tmp_path, waiting=3)
    qtbot.addWidget(shell)
    shell.refresh()
    assert shell.rail.entries["setup"].accessibleName() == "Setup, 3 waiting"
    assert shell.rail.entries["topics"].accessibleName() == "Topics"


# The top bar


def test_the_broker_pill_says_the_rate_while_connected(shell: MainWindow) -> None:
    face = shell.top.broker_face()
    assert (face.text, face.dot, face.loud) == ("Broker · 1,240 msg/s", "running", False)


def test_a_lost_broker_is_loud_and_says_since_when(shell: MainWindow) -> None:
    shell._console.happen(BrokerChanged(Link.LOST, NOW - 127, "no answer"))
    face = shell.top.broker.face
    assert face.text == "Broker · lost since 11:40:00"
    assert face.loud
    assert face.icon
    assert "no answer" in shell.top.broker.toolTip()


@pytest.mark.parametrize("link", list(Link))
def test_no_state_of_the_broker_is_told_by_colour_alone(shell: MainWindow, link: Link) -> None:
    shell._console.happen(BrokerChanged(link, NOW - 5))
    assert shell.top.broker.face.text
    assert shell.top.broker.face.icon or link is Link.CONNECTED


def test_the_clock_is_the_consoles_and_in_the_factorys_zone(shell: MainWindow) -> None:
    shell._console.time = NOW + 60
    shell.refresh()
    assert shell.top.clock.face.strong == "11:43:07"
    assert shell.top.clock.face.text == "Day shift · 06:00–14:00"


def test_trouble_with_the_disk_is_loud(shell: MainWindow) -> None:
    shell._console.store_trouble = "disk full"
    shell.refresh()
    assert shell.top.store.face.loud
    assert "disk full" in shell.top.store.toolTip()


def test_the_folder_that_is_told_is_the_one_the_shift_is_kept_in(shell: MainWindow) -> None:
    assert str(shell._console.store) in shell.top.store.toolTip()


def test_history_that_was_lost_is_told_until_the_console_ends(shell: MainWindow) -> None:
    shell._console.store_damage = "shift.db was put aside as shift.broken-1.db"
    shell.refresh()
    assert shell.top.store.face.loud
    assert "shift.broken-1.db" in shell.top.store.toolTip()


def test_a_pill_that_says_the_same_again_is_not_painted_again(shell: MainWindow, monkeypatch) -> None:
    painted: list[int] = []
    monkeypatch.setattr(type(shell.top.broker), "update", lambda self: painted.append(1))
    shell.refresh()
    assert painted == []


def test_text_from_outside_stays_text(shell: MainWindow) -> None:
    shell._console.happen(BrokerChanged(Link.REFUSED, NOW, "<img src=x> said the broker"))
    assert "<img" not in shell.top.broker.toolTip()
    assert "&lt;img" in shell.top.broker.toolTip()


# The status bar


def test_the_last_stop_counts_up_while_it_lasts_and_is_kept_when_it_is_over(shell: MainWindow) -> None:
    assert shell.status.stop.text() == "Last stop: L1 · 20 Weld — Stopped for 00:02:30"
    for place in ("L1/20", "L3/10"):
        live = shell._console.floor.stations[place]
        live.state, live.since = StationState.RUNNING, NOW
        shell._console.happen(StationChanged(place))
    shell.refresh()
    assert shell.status.stop.text() == "Last stop: L1 · 20 Weld — Stopped at 11:39:37, over"


def test_a_younger_stop_takes_its_place(shell: MainWindow) -> None:
    live = shell._console.floor.stations["L2/10"]
    live.state, live.since = StationState.STOPPED, NOW - 1
    shell._console.happen(StationChanged("L2/10"))
    shell.refresh()
    assert "L2 · 10 Blank" in shell.status.stop.text()


def test_a_stop_that_goes_on_is_told_before_a_younger_one_that_is_over(shell: MainWindow) -> None:
    live = shell._console.floor.stations["L2/10"]
    live.state, live.since = StationState.STOPPED, NOW - 20
    shell._console.happen(StationChanged("L2/10"))
    live.state, live.since = StationState.RUNNING, NOW - 5
    shell._console.happen(StationChanged("L2/10"))
    shell.refresh()
    assert "L1 · 20 Weld" in shell.status.stop.text()
    shell.status.stop.click()
    assert shell.subject == "L1/20"


def test_pressing_the_last_stop_opens_its_station(shell: MainWindow) -> None:
    shell.status.stop.click()
    assert (shell.current, shell.subject) == ("station", "L1/20")


def test_stations_without_data_are_counted(shell: MainWindow) -> None:
    assert shell.status.silent.text() == "1 station without data"
    shell._console.floor.stations["L3/10"].state = StationState.RUNNING
    shell.refresh()
    assert shell.status.silent.text() == "All stations send data"


def test_a_fact_without_words_is_not_there(shell: MainWindow) -> None:
    assert not shell.status.note.text()
    assert shell.status.note.isHidden()
    assert not shell.status.silent.isHidden()


def test_problems_in_the_plant_file_lead_to_setup(tmp_path: Path, qtbot) -> None:
    shell = window(tmp_path, problems=2)
    qtbot.addWidget(shell)
    assert shell.status.problems.text() == "2 problems in the plant file"
    shell.status.problems.click()
    assert shell.current == "setup"


def test_another_plant_brings_another_last_stop(shell: MainWindow) -> None:
    fresh = small_floor()
    for live in fresh.stations.values():
        live.state = StationState.RUNNING
    shell._console.floor = fresh
    shell.refresh()
    assert shell.status.stop.text() == "No stop yet"


# Remembering


def test_screen_theme_language_filter_size_and_help_come_back(tmp_path: Path, qtbot) -> None:
    first = window(tmp_path)
    first.resize(1000, 700)
    first.open("topics")
    first.set_scope("paint")
    first.toggle_help()
    QApplication.processEvents()
    first.close()
    second = MainWindow(ShellConsole(tmp_path), pages([]), WallBoard)
    qtbot.addWidget(second)
    second.show()
    assert second.current == "topics"
    assert second.scope == "paint"
    assert second.help.isVisible()
    assert second.height() == 700


def test_a_broken_ui_file_costs_the_layout_and_nothing_else(tmp_path: Path, qtbot) -> None:
    (tmp_path / "ui.ini").write_bytes(b"\x00\xff[[[\nscreen=@Invalid(\nwindow=@ByteArray(\\x1)\nhelp\\width=many\n")
    shell = window(tmp_path)
    qtbot.addWidget(shell)
    assert shell.current == "board"


def test_closing_stops_listening_to_the_console(shell: MainWindow) -> None:
    console = shell._console
    shell.close()
    assert console.handlers == []


# Every word whole, every control named


@pytest.mark.parametrize("code", ["en", "zh_CN"])
@pytest.mark.parametrize("width", [1280, 1600, 1920])
def test_no_word_of_the_shell_is_cut(tmp_path: Path, qtbot, code: str, width: int) -> None:
    shell = window(tmp_path, waiting=12, problems=3)
    qtbot.addWidget(shell)
    languages.use(code)
    shell.resize(width, 900)
    shell.toggle_help()
    QApplication.processEvents()
    for link in Link:
        shell._console.happen(BrokerChanged(link, NOW - 5))
        QApplication.processEvents()
        assert clipped(shell) == []
    languages.use("en")


@pytest.mark.parametrize("code", ["en", "zh_CN"])
def test_everything_that_can_be_focused_has_a_name(tmp_path: Path, qtbot, code: str) -> None:
    shell = window(tmp_path, problems=1)
    qtbot.addWidget(shell)
    languages.use(code)
    shell.toggle_help()
    QApplication.processEvents()
    assert nameless(shell) == []
    languages.use("en")


def test_what_the_keyboard_is_on_can_be_seen(shell: MainWindow) -> None:
    shell.activateWindow()
    QApplication.processEvents()
    for widget in (shell.rail.entries["topics"], shell.top.broker, shell.top.place, shell.status.stop):
        QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
        plain = widget.grab().toImage()
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        assert widget.grab().toImage() != plain, type(widget).__name__


def test_tab_reaches_rail_bars_and_screen(shell: MainWindow) -> None:
    shell.activateWindow()
    shell.setFocus()
    reached = set()
    for _ in range(30):
        shell.focusNextChild()
        focused = QApplication.focusWidget()
        if focused:
            reached.add(type(focused).__name__)
    assert {"Entry", "Pill", "Place", "Fact", "QLineEdit"} <= reached


def test_tab_enters_a_screen_at_its_first_control_though_the_keyboard_begins_in_its_middle(shell: MainWindow) -> None:
    page = shell.stack.currentWidget()
    column = QVBoxLayout(page) if page.layout() is None else page.layout()
    fields = [QLineEdit(str(i)) for i in range(3)]
    for field in fields:
        column.addWidget(field)
    page.setFocusProxy(fields[2])
    QApplication.processEvents()
    shell.activateWindow()
    shell.status.setFocus()
    walked = []
    for _ in range(40):
        shell.focusNextChild()
        walked.append(QApplication.focusWidget())
    at = walked.index(fields[0])
    assert walked[at : at + 3] == fields
    assert page.focusProxy() is fields[2]


def test_an_empty_plant_is_said(tmp_path: Path, qtbot) -> None:
    dressed()
    console = ShellConsole(tmp_path)
    console.plant_file = None
    shell = MainWindow(console, pages([]), WallBoard)
    qtbot.addWidget(shell)
    assert shell.top.place.text() == "No plant yet"
    assert [area for area, _ in shell.top.place.offers()] == [None]


def test_the_place_menu_opens_by_keyboard(shell: MainWindow) -> None:
    shell.top.place.setFocus()
    press(shell.top.place, Qt.Key.Key_Space)
    assert shell.top.place.menu.isVisible()
    assert shell.top.place.menu.actionAt(QPoint(20, 10)) is not None
    shell.top.place.menu.close()


def test_the_place_of_a_station_names_area_line_and_station(shell: MainWindow) -> None:
    shell.widget("station").place = lambda: "20 Weld"
    shell.open("station", "L1/20")
    assert shell.top.place.text() == "Plant 2 / Assembly / L1 line / 20 Weld"
    shell.open("board")
    assert shell.top.place.text() == "Plant 2 / All areas / All lines"
