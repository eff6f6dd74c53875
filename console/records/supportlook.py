"""What support is told of the databases on this computer: their form and how much they hold, nothing that is in them.

Beside it, for the one purpose of hiding them, names and proofs of people, and under which names channels keep secrets.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from console.records.plainfiles import reading_live

NAMING = ("BeginPlant", "AddPerson", "ChangePerson")  # commands that say what somebody is called


def names_in(path: Path) -> frozenset[str]:
    """What people of these records are called, and were called before; sqlite3.Error where they cannot be read."""
    with reading_live(path) as db:
        found = {row[0] for row in _rows(db, "person", "SELECT name FROM person")}
        asked = f"SELECT payload FROM trail WHERE command IN ({', '.join('?' * len(NAMING))})"
        for (payload,) in _rows(db, "trail", asked, NAMING):
            found.add(_called(payload))
    return frozenset(name for name in found if name)


def proofs_in(path: Path) -> frozenset[str]:
    """What proves people: the last parts of hashes of PINs and badges; sqlite3.Error as above."""
    with reading_live(path) as db:
        found = {
            proof for row in _rows(db, "credential", "SELECT pin, badge FROM credential") for proof in row if proof
        }
    return frozenset(proof.rpartition("$")[2] for proof in found)


def channels_in(path: Path) -> tuple[tuple[str, str, str], ...]:
    """Id, user and public address of every channel; sqlite3.Error where they cannot be read."""
    with reading_live(path) as db:
        return tuple(_rows(db, "notice_channel", 'SELECT id, "user", address FROM notice_channel'))


def form_of(path: Path) -> str:
    """Size, versions, and every table with its columns and how many rows it has; sqlite3.Error where it is damaged."""
    with reading_live(path) as db:
        facts = [f"{path.name}: {path.stat().st_size} bytes, write-ahead log {_size(path, '-wal')} bytes"]
        for name in ("user_version", "journal_mode", "page_size", "page_count", "freelist_count", "encoding"):
            facts.append(f"  {name} {db.execute(f'PRAGMA {name}').fetchone()[0]}")
        facts += [f"  meta {name} {value}" for name, value in _rows(db, "meta", _META)]
        return "\n".join([*facts, *_tables(db)]) + "\n"


_META = "SELECT name, value FROM meta WHERE name IN ('schema', 'writers') ORDER BY name"


def _tables(db: sqlite3.Connection) -> Iterator[str]:
    listed = db.execute("SELECT type, name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    for kind, name in listed.fetchall():
        if kind != "table":
            yield f"  {kind} {name}"
            continue
        quoted = '"' + name.replace('"', '""') + '"'
        rows = db.execute(f"SELECT count(*) FROM {quoted}").fetchone()[0]
        columns = ", ".join(f"{column[1]} {column[2]}" for column in db.execute(f"PRAGMA table_info({quoted})"))
        yield f"  table {name}: {rows} rows ({columns})"


def _rows(db: sqlite3.Connection, table: str, asked: str, values: tuple[str, ...] = ()) -> list[Any]:
    """Rows of a table that an older file may not have."""
    there = db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", (table,)).fetchone()
    return db.execute(asked, values).fetchall() if there else []


def _called(payload: str) -> str:
    try:
        told = json.loads(payload)
    except ValueError:
        return ""
    called = told.get("called") if isinstance(told, dict) else ""
    return called if isinstance(called, str) else ""


def _size(path: Path, end: str) -> int:
    beside = path.with_name(path.name + end)
    return beside.stat().st_size if beside.exists() else 0
