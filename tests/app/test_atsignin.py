"""Rules of starting at sign-in, on Linux desktops; those of Windows are tried with the Windows interpreter."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from console.app.atsignin import ENTRY, Autostart, SignIn, exec_line, run_line, sign_in_entry, starting_words

WORDS = ["/opt/gemba console/gemba-console", "--wall", "--data", '/data/50%/a"b$c`d\\e']


@pytest.fixture
def homes(tmp_path: Path) -> dict[str, str]:
    return {"XDG_CONFIG_HOME": str(tmp_path / "own"), "XDG_CONFIG_DIRS": f"{tmp_path / 'all'}:{tmp_path / 'none'}"}


def test_what_was_put_is_seen_and_taken_away_again(homes: dict[str, str]) -> None:
    entry = Autostart(homes)
    assert entry.look() == SignIn(False)
    entry.put(WORDS)
    assert entry.look() == SignIn(True)
    entry.take()
    entry.take()
    assert entry.look() == SignIn(False)


def test_what_an_administrator_set_for_all_accounts_is_fixed(homes: dict[str, str], tmp_path: Path) -> None:
    shared = tmp_path / "all" / "autostart" / ENTRY
    shared.parent.mkdir(parents=True)
    shared.write_text("[Desktop Entry]\nExec=gemba-console --wall\n", encoding="utf-8")
    assert Autostart(homes).look() == SignIn(True, fixed=True)


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = false"])
def test_what_was_switched_off_in_the_desktop_does_not_start(homes: dict[str, str], line: str) -> None:
    entry = Autostart(homes)
    entry.put(WORDS)
    entry.own.write_text(entry.own.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    assert entry.look() == SignIn(False)


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Linux reads it")
def test_every_word_reaches_the_program_as_it_was(homes: dict[str, str]) -> None:
    """As a desktop reads it: first the file's own escapes, then the quotes as a shell does, then the field codes."""
    line = exec_line(WORDS).replace("\\\\", "\\")
    read = subprocess.run(["sh", "-c", f"printf '%s\\n' {line}"], capture_output=True, text=True, check=True).stdout
    assert [word.replace("%%", "%") for word in read.splitlines()] == WORDS
    entry = Autostart(homes)
    entry.put(WORDS)
    assert f"Exec={exec_line(WORDS)}" in entry.own.read_text(encoding="utf-8").splitlines()


def test_the_command_names_this_program_the_wall_and_what_was_said_at_the_start(tmp_path: Path) -> None:
    words = starting_words(tmp_path / "data", None)
    assert Path(words[0]).is_file()
    assert Path(words[1]).name == "main.py"
    assert Path(words[1]).is_file()
    assert words[2:] == ["--wall", "--data", str(tmp_path / "data")]


def test_the_frozen_program_starts_without_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "gemba-console-cli"))
    assert starting_words(None, None) == [str(tmp_path / "gemba-console"), "--wall"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the folder is that of Linux desktops")
def test_linux_has_such_a_place(homes: dict[str, str]) -> None:
    assert isinstance(sign_in_entry(homes), Autostart)


def test_windows_is_given_the_program_in_quotes_as_the_installer_writes_it() -> None:
    program = r"C:\Programs\Gemba\gemba-console.exe"
    assert run_line([program, "--wall"]) == f'"{program}" --wall'
    with pytest.raises(OSError, match=r"."):
        run_line([program, "--data", "D:\\" + "x" * 230])  # Windows would never start it
    assert run_line([program, "--data", r"D:\two words"]) == f'"{program}" --data "D:\\two words"'
