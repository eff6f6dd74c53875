"""Rules of one console per data folder, shown with real processes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paths import ROOT
from widgets.shell.single import Outcome, SingleInstance, server_name

pytestmark = pytest.mark.usefixtures("qapp")

OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from widgets.shell.single import SingleInstance
app = QCoreApplication([])
single = SingleInstance(Path(sys.argv[1]))
claim = single.claim()
sys.stdout.write(f"{claim.outcome} {claim.pid}\\n")
sys.stdout.flush()
if claim.outcome == "first":
    single.asked.connect(lambda: (sys.stdout.write("asked\\n"), sys.stdout.flush()))
    if len(sys.argv) > 2:
        import time
        time.sleep(60)
    QTimer.singleShot(60000, app.quit)
    app.exec()
"""


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", OTHER, str(folder), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def other(tmp_path: Path):
    running: list[subprocess.Popen[str]] = []

    def make(*arguments: str) -> subprocess.Popen[str]:
        running.append(start(tmp_path, *arguments))
        return running[-1]

    yield make
    for process in running:
        process.kill()
        process.wait()
        process.stdout.close()


def test_the_second_start_brings_the_first_to_the_front(tmp_path: Path, other) -> None:
    first = other()
    assert first.stdout.readline().startswith("first")
    claim = SingleInstance(tmp_path).claim()
    assert claim.outcome is Outcome.SHOWN
    assert claim.pid == first.pid
    assert first.stdout.readline() == "asked\n"


def test_a_console_that_hangs_is_told_and_not_waited_for_for_ever(tmp_path: Path, other) -> None:
    first = other("hang")
    assert first.stdout.readline().startswith("first")
    claim = SingleInstance(tmp_path).claim()
    assert claim.outcome is Outcome.HELD
    assert claim.pid == first.pid


def test_the_lock_of_a_console_that_was_killed_is_taken_over(tmp_path: Path, other) -> None:
    first = other()
    assert first.stdout.readline().startswith("first")
    first.kill()
    first.wait()
    second = other()
    assert second.stdout.readline().startswith("first")
    assert SingleInstance(tmp_path).claim().outcome is Outcome.SHOWN, "its socket works although one was left behind"


def test_after_release_the_next_start_is_the_first(tmp_path: Path) -> None:
    single = SingleInstance(tmp_path)
    assert single.claim().outcome is Outcome.FIRST
    single.release()
    again = SingleInstance(tmp_path)
    assert again.claim().outcome is Outcome.FIRST
    again.release()


def test_two_data_folders_are_two_consoles(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    one, two = SingleInstance(tmp_path / "a"), SingleInstance(tmp_path / "b")
    assert one.claim().outcome is two.claim().outcome is Outcome.FIRST
    one.release()
    two.release()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "missing").claim().outcome is Outcome.READ_ONLY


def test_every_path_to_a_folder_names_the_same_server(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    other = tmp_path / "HERE"  # Windows: the same folder; a link wants a right there
    if sys.platform != "win32":
        other = tmp_path / "link"
        other.symlink_to(tmp_path / "here")
    assert server_name(tmp_path / "here") == server_name(other)
    assert server_name(tmp_path / "here") != server_name(tmp_path)
