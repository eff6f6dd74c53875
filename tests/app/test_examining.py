"""What the installed program finds out about its own records, and that it notices where something is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from console.app.examining import NotSo, command_to_row, migration
from console.records import firstschema
from console.records.migrations import OURS


def test_a_command_becomes_a_row_and_a_folder_that_cannot_be_written_is_noticed(tmp_path: Path) -> None:
    assert command_to_row(tmp_path / "records") == "given, kept and read"
    (tmp_path / "no folder").write_text("a file")
    with pytest.raises(NotSo):
        command_to_row(tmp_path / "no folder")


def test_a_database_of_the_first_schema_is_brought_to_this_one(tmp_path: Path) -> None:
    assert migration(tmp_path / "old") == f"schema 1 to {OURS}, its row kept"


def test_a_row_that_a_migration_would_change_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(firstschema, "ROW", firstschema.ROW.replace(":name", "'Riveting' || substr(:name, 1, 0)"))
    with pytest.raises(NotSo, match="Riveting"):
        migration(tmp_path / "old")
