"""What belongs to an account of Windows: its store of passwords, its display, and one console per data folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.Windows import WinVaultKeyring

from console.app.passwords import keep_secret, read_secret, secret_place
from tests.paths import ROOT
from widgets.shell.awake import Wish, tell_windows
from widgets.shell.single import Outcome, SingleInstance

OTHER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from widgets.shell.single import SingleInstance
app = QCoreApplication([])
single = SingleInstance(Path(sys.argv[1]))
sys.stdout.write(str(single.claim().outcome) + "\\n")
sys.stdout.flush()
QTimer.singleShot(60000, app.quit)
app.exec()
"""


@pytest.fixture
def vault() -> Iterator[None]:
    """Windows' own store of passwords, whatever the tests else use."""
    before = keyring.get_keyring()
    keyring.set_keyring(WinVaultKeyring())
    yield
    keyring.set_keyring(before)


@pytest.mark.parametrize("secret", ["shop floor", "密码 🔑 \" ' = %PATH%", "x" * 500])
def test_a_password_is_kept_by_windows_and_lies_in_no_file(tmp_path: Path, vault: None, secret: str) -> None:
    keep_secret(tmp_path, "broker.password", secret)

    assert read_secret(tmp_path, "broker.password") == secret
    assert "keyring" in secret_place(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_forgotten_password_is_gone(tmp_path: Path, vault: None) -> None:
    keep_secret(tmp_path, "broker.password", "shop floor")
    keep_secret(tmp_path, "broker.password", "")

    assert read_secret(tmp_path, "broker.password") == ""


def test_two_data_folders_keep_two_passwords(tmp_path: Path, vault: None) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        keep_secret(tmp_path / name, "broker.password", name)

    assert [read_secret(tmp_path / name, "broker.password") for name in ("one", "two")] == ["one", "two"]


def test_windows_is_asked_to_stay_awake_and_released_again() -> None:
    assert tell_windows(Wish.DISPLAY)
    assert tell_windows(Wish.COMPUTER)
    assert tell_windows(Wish.NOTHING)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another process that holds the data folder."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-c", OTHER, str(tmp_path)]
    process = subprocess.Popen(
        words, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "first"
    yield process
    process.kill()
    process.wait()
    process.stdout.close()


def test_the_second_start_is_shown_the_first(qapp, tmp_path: Path, other: subprocess.Popen[str]) -> None:
    claim = SingleInstance(tmp_path).claim()

    assert claim.outcome is Outcome.SHOWN
    assert claim.pid == other.pid


def test_the_same_folder_in_other_letters_is_the_same_folder(
    qapp, tmp_path: Path, other: subprocess.Popen[str]
) -> None:
    assert SingleInstance(Path(str(tmp_path).upper())).claim().outcome is Outcome.SHOWN


def test_a_lock_that_a_killed_console_left_is_taken_over(qapp, tmp_path: Path, other: subprocess.Popen[str]) -> None:
    other.kill()
    other.wait()

    mine = SingleInstance(tmp_path)

    assert mine.claim().outcome is Outcome.FIRST
    mine.release()
