"""The right tables before anything is done with them: a local file that is made or brought up to date as a whole."""

from __future__ import annotations

import filecmp
import logging
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from console.domain.errors import Refusal
from console.records.faults import Damaged
from console.records.migrations import OURS, VERSION_TABLE
from console.records.wholefile import named, settle

log = logging.getLogger(__name__)
MAKING, UPGRADING, PART = ".making", ".upgrading", ".part"
SIDES = ("-wal", "-shm", "-journal")  # what SQLite keeps beside a file
BUSY = 10.0  # seconds that another program may hold the file


class SchemaNewer(Refusal):
    """The file was written by a newer program, which must be installed here too. facts: ours, theirs, path."""

    code = "schema_newer"


class OnNetwork(Refusal):
    """SQLite on a network share loses records: locks do not hold there. facts: path."""

    code = "records_on_network"


@dataclass(frozen=True, slots=True)
class Prepared:
    """What was done to a local file. `before` is its schema as it was found, 0 = there was none."""

    before: int
    now: int
    backup: Path | None = None  # the copy that was kept before the upgrade


def prepare_local(path: Path, backups: Path | None = None) -> Prepared:
    """Make the file, or bring it to this program's schema; at any moment the whole old or the whole new one is there.

    A copy of an older file is kept in `backups` (None: the folder of that name beside it). Raises SchemaNewer,
    OnNetwork, Damaged, sqlite3.Error or OSError; the file is then as it was.
    """
    refuse_network(path)
    _sweep(path)
    theirs = schema_of(path)
    if theirs == OURS:
        return Prepared(OURS, OURS)
    if theirs is None:
        _make(path)
        return Prepared(0, OURS)
    if theirs > OURS:
        words = f"The records in {path} were written by a newer program (schema {theirs}, this one knows {OURS})."
        raise SchemaNewer(f"{words} Install that program here too.", ours=OURS, theirs=theirs, path=str(path))
    return _upgrade(path, theirs, backups or path.parent / "backups")


def refuse_network(path: Path | str) -> None:
    """OnNetwork for a path that names another computer."""
    plain = str(path).replace("/", "\\").upper()
    far = plain.startswith("\\\\") and not plain.startswith(("\\\\.\\", "\\\\?\\"))
    if far or plain.startswith("\\\\?\\UNC\\"):
        words = f"{path} lies on a network share, where SQLite's locks do not hold and records would be lost."
        raise OnNetwork(f"{words} Keep the file on this computer, and share records by a database.", path=str(path))


def schema_of(path: Path) -> int | None:
    """Number of the file's schema; None for a file that is not there or empty, 0 for one from before numbers."""
    if not path.exists() or path.stat().st_size == 0:
        return None
    with _opened(path) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        if "meta" not in tables:
            raise Damaged("this file holds no records of Gemba Console", path=str(path))
        row = db.execute("SELECT value FROM meta WHERE name = 'schema'").fetchone()
        return int(row[0]) if row else 0


# Making


def _make(path: Path) -> None:
    """All tables in a new file under another name, then that file in its place."""
    from sqlalchemy import URL, create_engine
    from sqlalchemy.pool import NullPool

    from console.records.making import make_tables

    path.parent.mkdir(parents=True, exist_ok=True)
    work = path.with_name(path.name + MAKING)
    engine = create_engine(URL.create("sqlite", database=str(work)), poolclass=NullPool)
    try:
        with engine.begin() as db:
            db.exec_driver_sql("PRAGMA synchronous=OFF")
            make_tables(db)
        for side in SIDES:  # of a file that somebody took away: they would be played into the new one
            with suppress(FileNotFoundError):
                path.with_name(path.name + side).replace(path.with_name(path.name + side + ".old"))
        _put_in_place(work, path)
    finally:
        _remove(work)


# Upgrading


def _upgrade(path: Path, theirs: int, backups: Path) -> Prepared:
    begun = time.monotonic()
    log.info("upgrading %s from schema %d to %d", path, theirs, OURS)
    with _opened(path) as db:  # from here on all of it is in the one file, and nothing beside it
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        if db.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise sqlite3.OperationalError("the file is in use by another program")
    backup = _keep(path, backups, theirs)
    work = path.with_name(path.name + UPGRADING)
    try:
        _copy(backup, work)
        _migrate(work)
        _compare(path, work)
        _put_in_place(work, path)
    finally:
        _remove(work)
    log.info("upgraded %s in %.1f s; as it was before: %s", path, time.monotonic() - begun, backup)
    return Prepared(theirs, OURS, backup)


def _keep(path: Path, backups: Path, theirs: int) -> Path:
    """A checked copy of the old file; the one of an attempt that was interrupted serves again."""
    name = f"before-upgrade-{theirs}-to-{OURS}-{datetime.now(UTC):%Y%m%dT%H%M%SZ}.db"
    try:
        backups.mkdir(parents=True, exist_ok=True)
        for left in backups.glob(f"before-upgrade-*{PART}"):
            _remove(left)
        part = backups / (name + PART)
        _copy(path, part)
    except (OSError, sqlite3.Error) as error:
        beside = path.parent / "backups"
        if backups == beside:
            raise
        log.warning("no copy can be kept in %s (%s); it is kept in %s", backups, error, beside)
        return _keep(path, beside, theirs)
    try:
        with _opened(part) as db:
            _whole(db, path)
        for older in sorted(backups.glob(f"before-upgrade-{theirs}-to-*.db")):
            if filecmp.cmp(older, part, shallow=False):
                return older
        _put_in_place(part, backups / name)
        return backups / name
    finally:
        _remove(part)


def _copy(source: Path, target: Path) -> None:
    """SQLite's online backup, on the disk when it returns."""
    _remove(target)
    with _opened(source) as old, closing(sqlite3.connect(target)) as new:
        old.backup(new)
    settle(target)


def _migrate(work: Path) -> None:
    """Alembic's revisions on the copy, and what newer consoles had told before, in one transaction; on the disk only
    when it is put in place."""
    from sqlalchemy import URL, create_engine, event
    from sqlalchemy.pool import NullPool

    from console.records.migrations import upgrade
    from console.records.refill import refill, shape

    engine = create_engine(URL.create("sqlite", database=str(work)), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def configure(db: sqlite3.Connection, _: object) -> None:
        db.isolation_level = None
        db.execute("PRAGMA synchronous=OFF").close()

    @event.listens_for(engine, "begin")
    def begin(db: object) -> None:
        db.exec_driver_sql("BEGIN IMMEDIATE")  # type: ignore[attr-defined]

    with engine.begin() as db:
        before = shape(db)
        upgrade(db)
        refill(db, before)


def _compare(path: Path, work: Path) -> None:
    """Damaged unless the upgraded copy is whole and holds every row and the same trail."""
    with _opened(path) as old, _opened(work) as new:
        _whole(new, path)
        before, after = _counted(old), _counted(new)
        lost = [name for name in before if name in after and after[name] < before[name] and name != VERSION_TABLE]
        if lost or _head(old) != _head(new):
            raise Damaged(f"the upgrade would lose rows of {', '.join(lost) or 'the trail'}", path=str(path))


def _whole(db: sqlite3.Connection, path: Path) -> None:
    for pragma, well in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
        found = db.execute(f"PRAGMA {pragma}").fetchmany(3)
        if found != well:
            raise Damaged(f"{pragma} says: {found}", path=str(path))


def _counted(db: sqlite3.Connection) -> dict[str, int]:
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def _head(db: sqlite3.Connection) -> object:
    return db.execute("SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1").fetchone()


# Files


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path, timeout=BUSY)) as db:
        yield db


def _put_in_place(work: Path, path: Path) -> None:
    """Give the finished file its name, in one step; what is beside either is gone before."""
    settle(work)
    named(work, path)


def _sweep(path: Path) -> None:
    """Take away what an attempt that was interrupted left."""
    for end in (MAKING, UPGRADING):
        _remove(path.with_name(path.name + end))


def _remove(path: Path) -> None:
    for end in ("", *SIDES):
        path.with_name(path.name + end).unlink(missing_ok=True)
