"""A bug in an override of a Qt method is an exception, never the end of the process: shown with real processes."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.paths import ROOT

OLD = sys.version_info < (3, 12)

PROGRAM = """
import sys
from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from widgets.shell.overrides import settle_overrides

told = []
sys.excepthook = lambda kind, error, where: told.append(str(error))
app = QApplication([])

class Broken(QWidget):
    def {method}(self, *event):
        {bug}

    def not_qts(self):
        return 7

Broken.__module__ = "widgets.made_up"
if {settle}:
    assert settle_overrides() >= 1
    assert settle_overrides() == 0
widget = Broken()
try:
    widget.show(), widget.resize(300, 200), widget.close()
except Exception as error:
    told.append(str(error))
QTimer.singleShot(50, app.quit)
app.exec()
assert widget.not_qts() == 7
sys.stdout.write("alive " + str(len(told)))
"""
BUGS = ('int("x")', "1 / 0", "[].remove(1)", "len(1)", "{}['a']", "raise ValueError('x')", "self.nothing")


def run(method: str, bug: str, settle: bool) -> subprocess.CompletedProcess[str]:
    program = PROGRAM.replace("{method}", method).replace("{bug}", bug).replace("{settle}", str(settle))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("bug", BUGS)
@pytest.mark.parametrize("method", ["resizeEvent", "closeEvent"])
def test_a_bug_in_an_override_leaves_the_process_alive_and_is_told(method: str, bug: str) -> None:
    done = run(method, bug, settle=True)
    assert done.stdout.startswith("alive"), done.stderr[-400:]
    assert done.stdout != "alive 0"


@pytest.mark.skipif(not OLD, reason="Python 3.12 and newer do not need it")
def test_without_it_such_a_bug_kills_the_process() -> None:
    assert run("resizeEvent", 'int("x")', settle=False).returncode < 0


PAINTER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from widgets.shell.overrides import settle_overrides

sys.excepthook = lambda kind, error, where: None
app = QApplication([])

class Broken(QWidget):
    def paintEvent(self, event):
        {before}
        painter = QPainter({on})
        self.draw(painter)

    def draw(self, painter):
        painter.drawText(9, 9, {}["no such key"])

Broken.__module__ = "widgets.made_up"
if {settle}:
    settle_overrides()
widget = Broken()
widget.show()
for _ in range(5):
    QTimer.singleShot(20, widget.update)
try:
    widget.grab()
except KeyError:
    pass
QTimer.singleShot(200, app.quit)
app.exec()
widget.close()
sys.stdout.write("alive")
"""


@pytest.mark.parametrize(("before", "on"), [("pass", "self"), ("base = QPixmap(90, 90)", "base")])
def test_a_bug_while_painting_leaves_no_painter_behind(before: str, on: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    command = [
        sys.executable,
        "-c",
        PAINTER.replace("{settle}", "True").replace("{before}", before).replace("{on}", on),
    ]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr[-400:]
    assert done.stdout == "alive"
    assert "painter" not in done.stderr.replace("paintEvent", "")
