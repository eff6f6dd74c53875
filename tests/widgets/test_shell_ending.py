"""How the program ends when it is told to from outside, and what it says where it cannot begin: real processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.paths import ROOT

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    inherited = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.Popen(
        [sys.executable, "main.py", *arguments],
        cwd=ROOT,
        env={**inherited, "QT_QPA_PLATFORM": "offscreen", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # noqa: PLW1509
    )


def children(pid: int) -> list[int]:
    """Processes that `pid` started, and those that they started."""
    rows = subprocess.run(["ps", "-eo", "pid=,ppid="], capture_output=True, text=True, check=True).stdout.split()
    pairs = list(zip(map(int, rows[::2]), map(int, rows[1::2]), strict=True))
    direct = [child for child, parent in pairs if parent == pid]
    return direct + [one for child in direct for one in children(child)]


def full_of_children(program: subprocess.Popen[str]) -> list[int]:
    """The demo's shell, broker and plant, once all three run."""
    deadline = time.monotonic() + 60
    while len(found := children(program.pid)) < 3:
        assert time.monotonic() < deadline, found
        assert program.poll() is None, program.communicate()
        time.sleep(0.1)
    return found


@pytest.mark.parametrize("number", SIGNALS, ids=lambda number: number.name)
def test_a_signal_closes_the_demo_and_leaves_nothing_behind(tmp_path: Path, number: signal.Signals) -> None:
    program = start("--demo", TMPDIR=str(tmp_path))
    try:
        mine = full_of_children(program)
        program.send_signal(number)
        _, said = program.communicate(timeout=20)
    finally:
        program.kill()
    assert (program.returncode, said) == (0, "")
    assert [pid for pid in mine if Path(f"/proc/{pid}").exists()] == []
    assert [path.name for path in tmp_path.iterdir()] == []


def test_without_a_screen_the_program_says_so_instead_of_dying() -> None:
    program = start("--demo", QT_QPA_PLATFORM="")
    _, said = program.communicate(timeout=30)
    assert program.returncode == 2
    assert "no screen" in said
    assert "--screenshot" in said


@pytest.mark.parametrize("option", ["--screenshot", "--screenshots"])
def test_a_picture_that_cannot_be_written_is_a_failure_and_said(tmp_path: Path, option: str) -> None:
    (tmp_path / "file").write_text("")
    program = start(option, str(tmp_path / "file" / "board.png"), "--seconds", "0", "--data", str(tmp_path / "data"))
    _, said = program.communicate(timeout=60)
    assert program.returncode == 1
    assert "cannot be written" in said


def test_a_picture_needs_no_screen(tmp_path: Path) -> None:
    picture = tmp_path / "board.png"
    program = start("--screenshot", str(picture), "--seconds", "0", "--data", str(tmp_path), QT_QPA_PLATFORM="")
    said, wrong = program.communicate(timeout=60)
    assert (program.returncode, wrong) == (0, "")
    assert picture.exists()
    assert str(picture) in said
