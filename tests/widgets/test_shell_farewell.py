"""Rules of asking a running console to end, shown with real processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app.commandline import Options
from tests.paths import ROOT
from widgets.shell.farewell import DONE, STAYS, end_console
from widgets.shell.single import Farewell, Outcome, SingleInstance

pytestmark = pytest.mark.usefixtures("qapp")
Start = Callable[..., "subprocess.Popen[str]"]

OTHER = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from widgets.shell.single import SingleInstance
app = QCoreApplication([])
single = SingleInstance(Path(sys.argv[1]))
sys.stdout.write(single.claim().outcome + "\\n")
sys.stdout.flush()
if sys.argv[2] == "hangs":
    time.sleep(60)
if sys.argv[2] == "ends":
    single.asked_to_end.connect(lambda: QTimer.singleShot(300, app.quit))
QTimer.singleShot(60000, app.quit)
app.exec()
single.release()
sys.exit(7)
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """`start(*words)`: a Python of its own with these words; ended with the test."""
    running: list[subprocess.Popen[str]] = []

    def run(*words: str) -> subprocess.Popen[str]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, *words]
        running.append(
            subprocess.Popen(
                command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
            )
        )
        return running[-1]

    yield run
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


def other(start: Start, folder: Path, manner: str) -> subprocess.Popen[str]:
    process = start("-c", OTHER, str(folder), manner)
    assert process.stdout.readline() == "first\n"
    return process


def test_a_console_that_is_asked_to_end_ends_in_good_order_and_is_waited_for(tmp_path: Path, start: Start) -> None:
    process = other(start, tmp_path, "ends")
    assert SingleInstance(tmp_path).end_other() is Farewell.ENDED
    assert process.wait(10) == 7, "it came to its own last line"
    assert SingleInstance(tmp_path).claim().outcome is Outcome.FIRST


def test_where_no_console_runs_there_is_nothing_to_end(tmp_path: Path) -> None:
    assert SingleInstance(tmp_path).end_other() is Farewell.NONE
    assert end_console(Options(data=tmp_path / "never")) == DONE
    assert not (tmp_path / "never").exists(), "asking makes no folder"


def test_a_console_that_hangs_or_does_not_end_in_time_is_said_to_stay(tmp_path: Path, start: Start) -> None:
    for manner in ("hangs", "stays"):
        folder = tmp_path / manner
        folder.mkdir()
        process = other(start, folder, manner)
        assert SingleInstance(folder).end_other(200) is Farewell.STAYS
        assert process.poll() is None
        assert SingleInstance(folder).claim().pid == process.pid, "it keeps its folder"


def test_the_exit_code_tells_that_a_console_stays(tmp_path: Path, start: Start, capsys: pytest.CaptureFixture) -> None:
    other(start, tmp_path, "hangs")
    assert end_console(Options(data=tmp_path), 200) == STAYS
    assert "does not end" in capsys.readouterr().out


def test_the_running_program_ends_when_the_same_program_asks(tmp_path: Path, start: Start) -> None:
    data = str(tmp_path / "data")
    console = start("main.py", "--data", data)
    while not (tmp_path / "data" / "console.lock").exists():  # asked while it is still starting
        assert console.poll() is None
        time.sleep(0.01)
    asking = start("main.py", "--end", "--data", data)
    assert asking.wait(30) == DONE
    assert "has ended" in asking.stdout.read()
    assert console.wait(5) == 0
