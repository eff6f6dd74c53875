"""Names and places of Windows: devices, shares, drives, accounts with any letters, files made by Notepad."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.app.folders import data_folder, on_a_share, usual_folder
from console.domain.attachments import Attachment, file_name
from console.domain.errors import FileRefused
from console.records.wholefile import write_whole
from console.telemetry.plantfile import load_plant
from resources import resource


def attached(name: str) -> Attachment:
    at = datetime(2026, 11, 22, tzinfo=UTC)
    return Attachment("a1", "call", "c1", "", name, "image/jpeg", "0" * 64, 1, 1, 1, "", "", at, "anna")


@pytest.mark.parametrize(
    "name", ["con.jpg", "NUL", "com1.report.jpg", "a:b.jpg", "焊接 工位?.jpg", "x.jpg. ", "lpt¹.jpg"]
)
def test_a_copy_of_whatever_name_can_be_saved_and_found(tmp_path: Path, name: str) -> None:
    path = tmp_path / file_name(attached(name))
    write_whole(path, b"content")

    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_bytes() == b"content"


def test_the_data_are_kept_where_windows_wants_them() -> None:
    assert usual_folder() == Path(os.environ["LOCALAPPDATA"]) / "Gemba Console"


@pytest.mark.parametrize("path", [r"\\server\share\data", "//server/share/data", r"\\?\UNC\server\share"])
def test_a_share_is_refused_in_every_spelling(path: str) -> None:
    assert on_a_share(path)
    with pytest.raises(FileRefused):
        data_folder(path, {})


def test_a_drive_of_this_computer_is_no_share(tmp_path: Path) -> None:
    assert not on_a_share("C:\\")
    assert not on_a_share("\\\\?\\C:\\data")


@pytest.mark.parametrize("name", ["张 伟", "Ünïcode & spaces", "100% [a] (b)", "x" * 120])
def test_a_data_folder_may_have_any_name_that_windows_allows(tmp_path: Path, name: str) -> None:
    folder = data_folder(tmp_path / name / "Gemba Console", {})

    with closing(sqlite3.connect(folder / "records.db")) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE kept (n INTEGER)")
    assert (folder / "records.db").stat().st_size > 0


def test_what_notepad_saves_is_read(tmp_path: Path) -> None:
    text = resource("plants", "demo.toml").read_text("utf-8").replace("\r\n", "\n")
    path = tmp_path / "plant.toml"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())

    assert not load_plant(path).problems


def test_a_program_without_a_terminal_says_its_version_and_ends(tmp_path: Path) -> None:
    windowed = Path(sys.executable).with_name("pythonw.exe")
    ended = subprocess.run([windowed, "-c", "import main, sys; sys.exit(main.main(['--version']))"], timeout=60)

    assert ended.returncode == 0


def test_chinese_reaches_a_pipe_whatever_the_code_page() -> None:
    said = subprocess.run(
        [sys.executable, "-c", "from widgets.selftest import _print; _print([('运行', '焊接', 0.0, True)])"],
        stdout=subprocess.PIPE,
        stdin=subprocess.DEVNULL,
        timeout=60,
    ).stdout.decode("utf-8")

    assert said.startswith("运行")
    assert "焊接" in said
