"""The file `history.db`: its tables, and how it is opened."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

log = logging.getLogger(__name__)

VERSION = 1
SHARED = 0  # in place of the signal: a chunk of several, numbered from `least` to `most`
SCHEMA = """
CREATE TABLE IF NOT EXISTS signal (
    id INTEGER PRIMARY KEY, place TEXT NOT NULL, role TEXT NOT NULL, name TEXT NOT NULL, unit TEXT NOT NULL,
    low REAL, high REAL, pulse INTEGER NOT NULL, rollover INTEGER, stuck_after REAL
);
CREATE TABLE IF NOT EXISTS chunk (
    id INTEGER PRIMARY KEY, signal INTEGER NOT NULL, start INTEGER NOT NULL, until INTEGER NOT NULL,
    heard_from INTEGER NOT NULL, heard_until INTEGER NOT NULL, n INTEGER NOT NULL,
    count INTEGER NOT NULL, low REAL, high REAL, total REAL, first REAL, last REAL,
    whole INTEGER NOT NULL, crc INTEGER NOT NULL, least INTEGER, most INTEGER, rolls BLOB, data BLOB NOT NULL
);
CREATE INDEX IF NOT EXISTS chunk_signal ON chunk (signal, start);
CREATE INDEX IF NOT EXISTS chunk_heard ON chunk (heard_until, heard_from);
CREATE TABLE IF NOT EXISTS unmerged (
    signal INTEGER NOT NULL, start INTEGER NOT NULL, step INTEGER NOT NULL, PRIMARY KEY (start, step, signal)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS listened (start INTEGER PRIMARY KEY, until INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS damaged (
    id INTEGER PRIMARY KEY, signal INTEGER NOT NULL, start INTEGER NOT NULL, until INTEGER NOT NULL,
    n INTEGER NOT NULL, why TEXT NOT NULL, rolls BLOB, data BLOB
);
CREATE TABLE IF NOT EXISTS mark (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
"""
CHUNK_COLUMNS = (
    "signal, start, until, heard_from, heard_until, n, count, low, high, total, first, last, "
    "whole, crc, least, most, rolls, data"
)


class TooNew(RuntimeError):
    """The file was written by a newer version of the program."""


def open_to_write(path: Path) -> sqlite3.Connection:
    """The one connection that writes. sqlite3.Error, or TooNew, where it cannot be had."""
    db = sqlite3.connect(path, timeout=10.0, isolation_level=None)
    try:
        db.execute("PRAGMA auto_vacuum=INCREMENTAL")  # before the first table: room that becomes free can be given back
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("PRAGMA synchronous=NORMAL")
        db.execute("PRAGMA journal_size_limit=67108864")
        version = db.execute("PRAGMA user_version").fetchone()[0]
        if version > VERSION:
            raise TooNew(f"{path.name} was written by a newer version of this program")
        if version < VERSION:
            with db:
                db.executescript("BEGIN;" + SCHEMA)
                db.execute(f"PRAGMA user_version={VERSION}")
    except BaseException:
        db.close()
        raise
    return db


@contextmanager
def durably(db: sqlite3.Connection) -> Iterator[None]:
    """One transaction that is on the disk when it ends, with all before it; others are whole, but may wait for it."""
    db.execute("PRAGMA synchronous=FULL")
    try:
        with db:
            db.execute("BEGIN IMMEDIATE")
            yield
    finally:
        db.execute("PRAGMA synchronous=NORMAL")


def open_to_read(path: Path) -> sqlite3.Connection:
    """A connection that only reads; FileNotFoundError where there is no file yet."""
    if not path.exists():
        raise FileNotFoundError(path)
    db = sqlite3.connect(path, timeout=10.0, isolation_level=None, check_same_thread=False)
    db.execute("PRAGMA query_only=1")
    return db


def put_aside(path: Path) -> Path:
    """Give a file that is damaged another name, with what belongs to it; the new name."""
    aside = path.with_name(f"{path.stem}.broken-{path.stat().st_mtime_ns}{path.suffix}")
    for end in ("", "-wal", "-shm"):
        part = path.with_name(path.name + end)
        if part.exists():
            part.rename(aside.with_name(aside.name + end))
    log.warning("The history was damaged; it was put aside as %s", aside.name)
    return aside


def is_damage(error: BaseException) -> bool:
    """Whether the file itself is wrong, not the disk, the lock or what was asked."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def used_bytes(db: sqlite3.Connection) -> int:
    """Bytes of the file that hold something."""
    pages, free, size = (
        db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
