"""Last words: a crash that no Python survives is found by the next start and goes into the bundle for support."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from console.app.lastwords import BEFORE, MOST, NOW, LastWords, crashes_in
from console.app.settings import load_settings
from console.app.supportbundle import Kind, gather

DYING = """
import sys
from pathlib import Path
from console.app.lastwords import LastWords
LastWords(Path(sys.argv[1])).begin()
def at_the_board():
    {death}
at_the_board()
"""
CRASH = "import faulthandler; faulthandler._sigsegv()"
KILLED = "import os; os._exit(9)"


def dies(folder: Path, death: str) -> int:
    words = [sys.executable, "-c", DYING.format(death=death), str(folder)]
    return subprocess.run(words, cwd=Path(__file__).parents[2], check=False, capture_output=True).returncode


def test_what_a_crashed_program_was_doing_is_found_by_the_next(
    tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("The program before crashed: what it was doing is in crashes.txt")
    assert dies(tmp_path, CRASH) != 0
    words = LastWords(tmp_path)
    try:
        assert words.begin()
    finally:
        words.end()
    kept = (tmp_path / BEFORE).read_text(encoding="utf-8")
    assert "in at_the_board" in kept
    assert kept.startswith("Gemba Console ")
    if os.name == "posix":
        assert (tmp_path / BEFORE).stat().st_mode & 0o077 == 0
    pieces = gather(tmp_path, tmp_path, load_settings(tmp_path, None, {}, {}), None).pieces
    assert ["in at_the_board" in piece.text for piece in pieces if piece.kind is Kind.CRASHES] == [True]


def test_a_program_that_was_killed_crashed_not(tmp_path: Path) -> None:
    assert dies(tmp_path, KILLED) == 9
    words = LastWords(tmp_path)
    assert not words.begin()
    words.end()
    assert not (tmp_path / BEFORE).exists()


def test_an_end_in_good_order_leaves_nothing(tmp_path: Path) -> None:
    words = LastWords(tmp_path)
    assert not words.begin()
    assert (tmp_path / NOW).exists()
    assert not crashes_in(tmp_path)
    words.end()
    words.end()
    assert list(tmp_path.iterdir()) == []


def test_what_windows_tells_of_and_survives_is_no_crash(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    expected_log("The program before crashed")
    for told, crashed in (("code 0x8001010d", False), ("code 0xc0000374", True), ("access violation", True)):
        (tmp_path / NOW).write_text(f"Windows fatal exception: {told}\n", encoding="utf-8")
        words = LastWords(tmp_path)
        assert words.begin() is crashed, told
        (tmp_path / NOW).write_text(f"Windows fatal exception: {told}\n", encoding="utf-8")
        words.end()
        assert not (tmp_path / NOW).exists(), "who ends in good order did not crash"


def test_only_the_newest_crashes_are_kept(tmp_path: Path, expected_log: Callable[..., None]) -> None:
    expected_log("The program before crashed")
    (tmp_path / BEFORE).write_text("old\n" * MOST, encoding="utf-8")
    (tmp_path / NOW).write_text("Fatal Python error: the newest\n", encoding="utf-8")
    words = LastWords(tmp_path)
    words.begin()
    words.end()
    kept = (tmp_path / BEFORE).read_text(encoding="utf-8")
    assert len(kept) <= MOST
    assert kept.endswith("the newest\n")


def test_a_folder_that_cannot_be_written_costs_only_the_last_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    words = LastWords(tmp_path / "file")  # no folder: that refuses even root
    assert not words.begin()
    words.end()


def test_a_name_that_is_taken_costs_only_the_last_words(tmp_path: Path) -> None:
    (tmp_path / NOW).mkdir()
    words = LastWords(tmp_path)
    assert not words.begin()
    words.end()
