"""Files of copies: read without a lock or a trace, written whole or not at all, and their faults told apart."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote

from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import NullPool

from console.domain.backups import BackupFolderAway
from console.domain.errors import Refusal
from console.records.faults import DiskFull, refusal_of

GoOn = Callable[[float], None]  # hears the share that is done, 0..1; raises Cancelled where it shall stop
BLOCK = 1 << 20


def carry_on(share: float) -> None:
    """Goes on to the end, whatever the share."""


def uri(path: Path, *how: str) -> str:
    """The file as SQLite's URI with these parameters; a share's name (//server/…) needs two more slashes."""
    plain = path.resolve().as_posix()
    return f"file:{'//' if plain.startswith('//') else ''}{quote(plain)}?{'&'.join(how)}"


def opened_copy(path: Path) -> sqlite3.Connection:
    """A finished copy, read-only and without locks, which a share may not have: nobody writes to it any more."""
    return sqlite3.connect(uri(path, "mode=ro", "immutable=1"), uri=True, check_same_thread=False)


@contextmanager
def reading_copy(path: Path) -> Iterator[Connection]:
    """The same as one view for what reads through SQLAlchemy."""
    engine = create_engine("sqlite://", creator=lambda: opened_copy(path), poolclass=NullPool)
    try:
        with engine.connect() as db:
            yield db
    finally:
        engine.dispose()


@contextmanager
def reading_live(path: Path) -> Iterator[sqlite3.Connection]:
    """One unchanging view of a database in use; whoever writes to it is not held up."""
    with closing(sqlite3.connect(uri(path, "mode=ro"), uri=True, timeout=10.0, isolation_level=None)) as db:
        db.execute("BEGIN")
        yield db


def make_plain(path: Path) -> None:
    """Say in the header of a copied database that nothing lies beside it, where the original had a write-ahead log.

    Bytes 18 and 19 are the versions of the format for writing and reading: 2 with such a log, 1 without (SQLite
    database file format, 1.3.3).
    """
    with path.open("r+b") as file:
        file.seek(18)
        file.write(b"\x01\x01")
        file.flush()
        os.fsync(file.fileno())


def sha256_of(path: Path, go_on: GoOn = carry_on) -> str:
    """The hash of a file's content, in hexadecimal."""
    made, size, done = hashlib.sha256(), path.stat().st_size, 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            made.update(block)
            done += len(block)
            go_on(min(1.0, done / size))
    return made.hexdigest()


def copied(source: Path, target: Path, go_on: GoOn = carry_on) -> str:
    """Copy a file so that it is on the disk; the hash of what was read. A target that is half there stays."""
    made, size, done = hashlib.sha256(), source.stat().st_size, 0
    with source.open("rb") as old, private(target) as new:
        while block := old.read(BLOCK):
            new.write(block)
            made.update(block)
            done += len(block)
            go_on(min(1.0, done / size))
        new.flush()
        os.fsync(new.fileno())
    return made.hexdigest()


def private(path: Path) -> BinaryIO:
    """A new file that only its owner may read."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    return os.fdopen(handle, "wb")


def folder_fault(error: Exception, folder: Path) -> Refusal:
    """What a fault while working in the backup folder means: it is full, or it is away."""
    full = refusal_of(error, folder)
    if isinstance(full, DiskFull):
        return full
    return BackupFolderAway(str(error), path=str(folder))
