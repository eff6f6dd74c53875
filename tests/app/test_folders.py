"""The data folder: who chooses it, and which places are refused in words."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from console.app.folders import data_folder, on_a_share, usual_folder
from console.domain.errors import FileRefused

MOUNTS = (
    "22 1 8:1 / / rw - ext4 /dev/sda1 rw\n"
    "31 22 0:41 / /mnt/plant\\040share rw shared:1 - cifs //server/plant rw\n"
    "32 31 8:2 / /mnt/plant\\040share/local rw - xfs /dev/sdb1 rw\n"
    "33 22 0:42 / /people rw - nfs4 server:/people rw\n"
)


def test_the_command_line_is_stronger_than_the_variable_and_the_folder_is_made(tmp_path):
    environ = {"GEMBA_DATA": str(tmp_path / "variable")}

    assert data_folder(tmp_path / "a" / "b", environ) == (tmp_path / "a" / "b").resolve()
    assert data_folder(None, environ) == (tmp_path / "variable").resolve()
    assert (tmp_path / "variable").is_dir()
    assert list((tmp_path / "variable").iterdir()) == []


def test_without_a_choice_the_operating_system_decides(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert usual_folder().name.lower().replace(" ", "-") == "gemba-console"
    if sys.platform.startswith("linux"):
        assert data_folder(None, {}) == (tmp_path / "gemba-console").resolve()


@pytest.mark.parametrize("share", [r"\\server\plant\gemba", "//server/plant/gemba", r"\\?\UNC\server\plant"])
def test_a_network_share_is_refused_and_the_words_say_what_to_do(share):
    with pytest.raises(FileRefused, match="network share.*--data"):
        data_folder(share, {})


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the drive instead")
@pytest.mark.parametrize(
    ("path", "shared"),
    [
        ("/var/lib/gemba", False),
        ("/people/anna/.local/share", True),
        ("/peoples", False),
        ("/mnt/plant share/gemba", True),
        ("/mnt/plant share/local/gemba", False),
    ],
)
def test_a_mounted_share_is_known_by_its_deepest_mount_point(path, shared):
    assert on_a_share(path, MOUNTS) is shared


def test_a_long_windows_path_is_no_share():
    assert not on_a_share(r"\\?\C:\gemba", "")


def test_a_folder_that_cannot_be_written_is_refused_in_words(tmp_path):
    (tmp_path / "file").write_text("")

    with pytest.raises(FileRefused, match="cannot be written .*--data"):
        data_folder(tmp_path / "file" / "below", {})


@pytest.mark.skipif(
    os.name != "posix" or not Path("/proc/self").is_dir(), reason="needs a place that refuses even root"
)
def test_a_read_only_place_is_refused_in_words():
    with pytest.raises(FileRefused, match="cannot be written"):
        data_folder("/proc/self", {})
