"""Rules of the wall with two monitors, shown in a process whose platform has two."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.paths import ROOT

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
home, other = app.screens()
shell.wall.start(other)
shell.wall._screen_gone(other)
told["gone"] = where()
told["still wanted"] = shell.memory.flag("wall/on")
shell.wall._screen_back(other)
told["back"] = where()
sys.stdout.write(json.dumps(told))
"""


def monitor(name: str, x: int, width: int, height: int) -> dict[str, object]:
    dots = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    return {"name": name, "x": x, "y": 0, "width": width, "height": height, **dots}


def told_with_two_monitors(folder: Path) -> dict[str, object]:
    config = folder / "monitors.json"
    screens = [monitor("DESK", 0, 1920, 1080), monitor("HALL", 1920, 3840, 2160)]
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    platform = f"offscreen:configfile={config}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": platform}
    command = [sys.executable, "-c", PROGRAM, str(folder)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=90)
    assert done.returncode == 0, done.stderr[-600:]
    return json.loads(done.stdout)


def test_the_wall_goes_where_the_main_window_is_not_and_follows_its_monitor(tmp_path: Path) -> None:
    told = told_with_two_monitors(tmp_path)
    assert told["first"] == ["HALL", 3840, 2160], "the free monitor is taken"
    assert told["offered"] == ["1: DESK, 1920 × 1080", "2: HALL, 3840 × 2160"]
    assert told["marked"] == [False, True]
    assert told["moved"] == ["DESK", 1920, 1080], "the one chosen in the menu"
    assert told["again"] == ["DESK", 1920, 1080], "the choice is remembered"
    assert told["gone"] is None, "a wall without its monitor would cover the desk"
    assert told["still wanted"] is True
    assert told["back"] == ["HALL", 3840, 2160]
