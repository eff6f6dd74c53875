"""Rules of the wall with two monitors, shown in a process whose platform has two."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QRect

from tests.paths import ROOT
from widgets.shell.homing import reachable
from widgets.shell.monitors import Monitor

PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.widgets.shell_parts import window

shell = window(Path(sys.argv[1]))
shell.move(100, 50)
app.processEvents()

def where():
    app.processEvents()
    wall = shell.wall.window
    return [wall.screen().name(), wall.width(), wall.height()] if wall else None

told = {}
shell.toggle_wall()
told["first"] = where()
shell.wall.fill_menu()
monitors = [action.menu() for action in shell.wall.menu.actions() if action.menu()][0]
told["offered"] = [action.text() for action in monitors.actions()]
told["marked"] = [action.isChecked() for action in monitors.actions()]
monitors.actions()[0].trigger()
told["moved"] = where()
shell.toggle_wall()
shell.toggle_wall()
told["again"] = where()
class Screens:  # a QScreen of PySide dies with any window that named it
    home = property(lambda self: app.screens()[0])
    other = property(lambda self: app.screens()[1])
at = Screens()
shell.wall.start(at.other)
shell.wall._screen_gone(at.home)
told["the other gone"] = where()
shell.wall._screen_gone(at.other)
told["gone"] = where()
told["still wanted"] = shell.memory.flag("wall/on")
shell.wall._screen_back(at.other)
told["back"] = where()

import widgets.shell.wall as wall_module
real = wall_module.screens
shell.wall.fill_menu()
offered = [action.menu() for action in shell.wall.menu.actions() if action.menu()][0].actions()
shell.wall.start(at.home)
wall_module.screens = lambda: real()[:1]
offered[1].trigger()
wall_module.screens = real
told["chosen while it went"] = where()

from widgets.shell.monitors import Monitor
away = Monitor("TV", "", "", 9000, 0).written()
shell.toggle_wall()
shell.memory.keep("wall/screen", away)
shell.wall.resume()
told["not resumed without its monitor"] = where()
shell.toggle_wall()
told["stand-in"] = where()
told["not forgotten"] = shell.memory.text("wall/screen") == away
shell.memory.keep("wall/screen", Monitor.of(at.home).written())
shell.wall._screen_back(at.home)
told["moves home"] = where()
shell.wall.leave()

shell.move(2200, 300)
app.processEvents()
shell.home.keep()
shell.home.screen_gone(at.other)
shell.move(9000, 300)  # as if nobody had moved it off a monitor that is gone
shell.home.bring_back()
app.processEvents()
told["brought back"] = [shell.screen().name(), shell.y() >= 0]
shell.home.keep()
kept = shell.memory.blob("window")
shell.home.screen_came(at.other)
app.processEvents()
told["home again"] = [shell.screen().name(), shell.x(), shell.y()]
shell.home.screen_gone(at.other)
shell.home.bring_back()
shell.move(50, 60)
shell.home.screen_came(at.other)
told["moved by hand meanwhile"] = [shell.x(), shell.y()]
sys.stdout.write(json.dumps(told))
"""


def monitor(name: str, x: int, width: int, height: int) -> dict[str, object]:
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, **dots}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """What was seen in a process with two monitors."""
    folder = tmp_path_factory.mktemp("monitors")
    config = folder / "monitors.json"
    screens = [monitor("DESK", 0, 1920, 1080), monitor("HALL", 1920, 3840, 2160)]
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = f"offscreen:configfile={config}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform}
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr[-600:]
    return json.loads(done.stdout)


def test_the_wall_goes_where_the_main_window_is_not_and_follows_its_monitor(told: dict[str, object]) -> None:
    assert told["first"] == ["HALL", 3840, 2160], "the free monitor is taken"
    assert told["offered"] == ["1: DESK, 1920 × 1080", "2: HALL, 3840 × 2160"]
    assert told["marked"] == [False, True]
    assert told["moved"] == ["DESK", 1920, 1080], "the one chosen in the menu"
    assert told["again"] == ["DESK", 1920, 1080], "the choice is remembered"
    assert told["gone"] is None, "a wall without its monitor would cover the desk"
    assert told["still wanted"] is True
    assert told["back"] == ["HALL", 3840, 2160]
    assert told["chosen while it went"] == ["DESK", 1920, 1080], "it stays where it was"
    assert told["the other gone"] == ["HALL", 3840, 2160], "another monitor is not its own"


def test_a_wall_whose_monitor_is_away_stands_in_elsewhere_and_moves_when_it_comes(told: dict[str, object]) -> None:
    assert told["not resumed without its monitor"] is None
    assert told["stand-in"] == ["HALL", 3840, 2160], "asked for, it is shown where there is room"
    assert told["not forgotten"] is True
    assert told["moves home"] == ["DESK", 1920, 1080]


def test_a_window_whose_monitor_went_is_brought_back_and_goes_home_again(told: dict[str, object]) -> None:
    assert told["brought back"] == ["DESK", True]
    assert told["home again"] == ["HALL", 2200, 300], "its place was not overwritten by the stand-in"
    assert told["moved by hand meanwhile"] == [50, 60], "who moved it wants it there"


class Tv:
    """A monitor as Qt shows it."""

    def __init__(self, name: str, serial: str = "", x: int = 0) -> None:
        self.told = name, serial, x

    def name(self) -> str:
        return self.told[0]

    def model(self) -> str:
        return "TV55"

    def serialNumber(self) -> str:  # noqa: N802 - as Qt names it
        return self.told[1]

    def geometry(self) -> QRect:
        return QRect(self.told[2], 0, 1920, 1080)


def test_a_monitor_is_known_again_by_its_serial_number_on_another_socket() -> None:
    kept = Monitor.of(Tv("HDMI-1", "S7"))
    assert Monitor.read(kept.written()) == kept
    other, own = Tv("HDMI-1", "S8"), Tv("HDMI-2", "S7")
    assert kept.among([other, own]) is own
    assert kept.among([other]) is None, "another set on its socket is another monitor"


def test_of_two_alike_the_one_that_stands_where_it_stood_is_taken() -> None:
    left, right = Tv("Generic"), Tv("Generic", x=1920)
    assert Monitor.of(right).among([left, right]) is right


def test_a_name_that_an_older_version_kept_is_still_known() -> None:
    hall = Tv("HALL")
    assert Monitor.read("HALL") == Monitor("HALL")
    assert Monitor("HALL").among([Tv("DESK"), hall]) is hall
    assert Monitor.read("") is None
    assert Monitor.read("[1]") == Monitor("[1]")


def test_a_window_is_out_of_reach_when_its_title_cannot_be_taken_hold_of() -> None:
    room = [QRect(0, 0, 1920, 1040)]
    assert reachable(QRect(100, 100, 900, 600), room)
    assert reachable(QRect(-700, 100, 900, 600), room)
    assert not reachable(QRect(-850, 100, 900, 600), room)
    assert not reachable(QRect(100, -300, 900, 600), room)
    assert not reachable(QRect(100, 1036, 900, 600), room)
