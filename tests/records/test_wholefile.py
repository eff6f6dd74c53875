"""Rules of files that are there whole or not at all."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from console.records import wholefile
from console.records.wholefile import half_of, keep, read_kept, write_whole


def test_what_ends_in_the_middle_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    write_whole(path, b"before")

    def fail(half: Path) -> None:
        half.write_bytes(b"half of it")
        raise ValueError

    with pytest.raises(ValueError), half_of(path) as half:  # noqa: PT011
        fail(half)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_away_is_an_error_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        write_whole(tmp_path / "away" / "report.csv", b"x")


def test_writers_of_one_file_at_a_time_leave_the_whole_of_one_of_them(tmp_path: Path) -> None:
    path = tmp_path / "shared"
    texts = [bytes([65 + n]) * 200_000 for n in range(6)]
    writers = [threading.Thread(target=write_whole, args=(path, text)) for text in texts]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    assert path.read_bytes() in texts
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("times", [1, wholefile.TRIES - 1])
def test_a_file_that_is_held_for_a_moment_on_windows_gets_its_name_afterwards(
    times: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = [PermissionError(13, "held by a scanner")] * times
    name = wholefile.os.replace

    def replace(work: Path, path: Path) -> None:
        if held:
            raise held.pop()
        name(work, path)

    monkeypatch.setattr(wholefile.os, "replace", replace)
    monkeypatch.setattr(wholefile.sys, "platform", "win32")
    monkeypatch.setattr(wholefile, "PAUSE", 0.0)
    with half_of(tmp_path / "a", settled=False) as half:
        half.write_text("whole")
    assert (tmp_path / "a").read_text() == "whole"
    assert held == []


def test_what_is_kept_is_read_again_and_what_is_torn_is_nothing(tmp_path: Path) -> None:
    path = tmp_path / "kept.json"
    assert read_kept(path) == {}
    keep(path, {"until": 12.5})
    assert read_kept(path) == {"until": 12.5}
    path.write_bytes(path.read_bytes()[:-3])
    assert read_kept(path) == {}
    path.write_text("[1]")
    assert read_kept(path) == {}


def test_a_disk_that_refuses_costs_what_would_be_remembered_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    keep(tmp_path / "away" / "kept.json", {"a": 1})
    assert "kept.json cannot be kept" in caplog.text
