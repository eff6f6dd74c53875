"""Compiled files are read before they are loaded, as far as they are there."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from console.records.readahead import read_ahead


def test_compiled_files_and_the_libraries_beside_them_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package, beside = tmp_path / "somedriver", tmp_path / "somedriver.libs"
    for folder in (package, beside):
        folder.mkdir()
    (package / "__init__.py").write_text("raise AssertionError('it is not imported')")
    (package / "_core.cpython-311-x86_64-linux-gnu.so").write_bytes(b"x" * 3_000_000)
    (beside / "libpq-1a2b.so.5.16").write_bytes(b"y" * 70)
    (beside / "notes.txt").write_bytes(b"z" * 9)
    monkeypatch.syspath_prepend(tmp_path)

    assert read_ahead("somedriver") == 3_000_070
    assert "somedriver" not in sys.modules


def test_a_driver_that_is_not_there_or_is_loaded_is_left_alone() -> None:
    assert read_ahead("no_such_driver_anywhere") == 0
    assert read_ahead("") == 0
    assert read_ahead("sys") == 0


def test_the_driver_of_postgresql_is_found() -> None:
    loaded = sys.modules.pop("psycopg_binary", None)
    try:
        assert read_ahead("psycopg_binary") > 1_000_000
    finally:
        if loaded is not None:
            sys.modules["psycopg_binary"] = loaded
