"""An auditor who knows only the file: reads the records with bare SQLite and holds everything against everything."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from typing import Any

LINE = "seq, id, at, written, who, console, command, payload, changes, verdict, about, note, previous, hash"
PACKED = ("payload", "changes", "note")


def canonical(value: object) -> str:
    """JSON with sorted keys and no spaces."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


class Books:
    """What is in a file of records; the file is opened as the next start would, and its WAL is taken in."""

    def __init__(self, path: Path) -> None:
        db = sqlite3.connect(path)
        db.row_factory = sqlite3.Row
        self.integrity = [row[0] for row in db.execute("PRAGMA integrity_check")]
        self.tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        self.lines = [dict(row) for row in db.execute(f"SELECT {LINE} FROM trail ORDER BY seq")] if self.begun else []
        self.outbox = (
            [tuple(row) for row in db.execute("SELECT seq, id FROM outbox ORDER BY seq")] if self.begun else []
        )
        self.rows = {table: self._read(db, table) for table in self.tables if self._is_record(db, table)}
        db.close()
        for line in self.lines:
            line.update({name: json.loads(line[name]) for name in PACKED})

    @property
    def begun(self) -> bool:
        """Whether the tables are there: a kill may come before."""
        return {"trail", "outbox"} <= self.tables

    @property
    def commands(self) -> list[str]:
        """Ids in the order of the trail."""
        return [line["id"] for line in self.lines]

    @staticmethod
    def _is_record(db: sqlite3.Connection, table: str) -> bool:
        return {"id", "version", "last"} <= {row["name"] for row in db.execute(f"PRAGMA table_info({table})")}

    @staticmethod
    def _read(db: sqlite3.Connection, table: str) -> dict[str, dict[str, Any]]:
        return {row["id"]: dict(row) for row in db.execute(f"SELECT * FROM {table}")}

    def check(self, saved: set[str]) -> None:
        """AssertionError unless the file is whole and every command in `saved` is in it, once."""
        assert self.integrity == ["ok"]
        commands = self.commands
        assert len(commands) == len(set(commands)), "a command was done twice"
        assert saved <= set(commands), f"called saved and lost: {saved - set(commands)}"
        assert self.outbox == [(line["seq"], line["id"]) for line in self.lines], "the outbox is not the trail"
        self._check_chain()
        self._check_rows()

    def _check_chain(self) -> None:
        previous = "0" * 64
        for number, line in enumerate(self.lines, 1):
            told = [line[name.strip()] for name in LINE.split(",")][:-1]
            assert line["seq"] == number, "a line is missing"
            assert line["previous"] == previous, f"line {number} does not follow the one before"
            assert line["hash"] == hashlib.sha256(canonical(told).encode()).hexdigest(), f"line {number} was changed"
            previous = line["hash"]

    def _check_rows(self) -> None:
        shown: dict[str, dict[str, dict[str, Any]]] = {kind: {} for kind in self.rows}
        for line in self.lines:
            for change in line["changes"]:
                if change["after"] is None:
                    del shown[change["kind"]][change["id"]]
                else:
                    own = {"version": change["version"], "last": line["id"]}
                    shown[change["kind"]][change["id"]] = change["after"] | own
        for kind, rows in self.rows.items():
            assert {id: _unpacked(row) for id, row in rows.items()} == shown[kind], (
                f"{kind} is not what the trail tells"
            )


def _unpacked(row: dict[str, Any]) -> dict[str, Any]:
    """The row with lists for text that holds a list."""
    lists = {name: json.loads(value) for name, value in row.items() if isinstance(value, str) and value[:1] == "["}
    return row | lists
