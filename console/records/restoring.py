"""Putting a copy, or what was imported, in the place of the records: at any moment one whole database is there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from console.domain.backups import CopyDamaged, Health, NotEmpty
from console.domain.commands import Command, Given, Stamp
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.records.copies import attachments_in, check_copy
from console.records.faults import Busy, Damaged, NotSaved, refusal_of
from console.records.files import Files
from console.records.local import Handle, LocalRecords
from console.records.plainfiles import GoOn, carry_on, copied, opened_copy
from console.records.schema import ENGINE_TABLES
from console.records.shelves import KINDS
from console.records.upgrade import prepare_local
from console.records.wholefile import named, settle_folder

STAGED = ".restoring"  # ends the name of what shall be put in place
SIDES = ("-wal", "-shm", "-journal")
PATIENCE = 5.0  # seconds until whoever still reads the old file is told to be in the way


def staged_beside(path: Path) -> Path:
    """Where a database is made ready that shall take the place of `path`."""
    return path.with_name(path.name + STAGED)


def stage_copy(copy: Path, path: Path, at: datetime, go_on: GoOn = carry_on, files: Path | None = None) -> Path:
    """Check a copy and make it ready beside the records, brought up to this program's tables; where it lies.

    Content that its records name and that is missing in `files` is brought back. CopyDamaged, SchemaNewer, DiskFull.
    """
    found = check_copy(copy, at, lambda share: go_on(share * 0.5))
    if found.health not in (Health.GOOD, Health.INCOMPLETE):
        raise CopyDamaged(found.why, path=str(copy), why=found.health.value)
    staged = staged_beside(path)
    discard_staged(staged)
    try:
        copied(copy, staged, lambda share: go_on(0.5 + share * 0.3))
        prepare_local(staged, path.parent / "backups")
        _bring_attachments(staged, copy.parent, files, go_on)
        go_on(1.0)
    except (OSError, sqlite3.Error) as error:
        discard_staged(staged)
        raise _told(error, staged) from error
    except BaseException:
        discard_staged(staged)
        raise
    return staged


def note_in(staged: Path, handle: Handle, console: str, at: datetime, commands: Sequence[tuple[Command, str]]) -> None:
    """Give commands (each with who gives it) to the database that was made ready, and leave it as one plain file."""
    try:
        local = LocalRecords(staged, handle)
        try:
            results = local.give([Given(Stamp(new_id(), at, who, console), command) for command, who in commands])
        finally:
            local.close()
        for result in results:
            if isinstance(result, Exception):
                raise result
        make_single(staged)
    except (OSError, sqlite3.Error) as error:
        discard_staged(staged)
        raise _told(error, staged) from error
    except BaseException:
        discard_staged(staged)
        raise


def put_in_place(staged: Path, path: Path, aside: Path, only_empty: bool = False) -> bool:
    """Give what was made ready the name of the records; the file before it lies at `aside` then. Whether there was one.

    Nobody has the records open but whoever still reads. Busy where that does not end, NotEmpty where records are in
    them that an import would replace (`only_empty`).
    """
    there = path.exists()
    whole = there and _let_go(path)
    if only_empty and there:
        if not whole:
            raise Damaged("what is in the records cannot be seen", path=str(path))
        refuse_unless_empty(path)
    if there:
        _keep(path, aside)
    if not whole:
        _move_sides(path, aside)
    try:
        named(staged, path)
    except OSError as error:
        if there:
            _move_sides(aside, path)
            aside.unlink(missing_ok=True)
        raise _told(error, path) from error
    return there


def make_single(path: Path) -> None:
    """Bring what lies beside a database into it, so that it is one file; Busy where somebody still reads it."""
    deadline = time.monotonic() + PATIENCE
    while True:
        with closing(sqlite3.connect(path, timeout=1.0, isolation_level=None)) as db:
            try:
                db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
                if db.execute("PRAGMA journal_mode=DELETE").fetchone()[0] == "delete":
                    db.execute("SELECT count(*) FROM sqlite_master").fetchone()
                    return
            except sqlite3.OperationalError as error:
                if refusal_of(error, path) is not None and not isinstance(refusal_of(error, path), Busy):
                    raise
        if time.monotonic() > deadline:
            raise Busy("another part still reads the records", path=str(path))
        time.sleep(0.05)


def refuse_unless_empty(path: Path) -> None:
    """NotEmpty where any record is in the database."""
    with closing(sqlite3.connect(path, timeout=5.0)) as db:
        tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        kinds = tables & (KINDS.keys() - ENGINE_TABLES)
        rows = sum(int(db.execute(f'SELECT count(*) FROM "{kind}"').fetchone()[0]) for kind in kinds)
        if rows:
            raise NotEmpty(records=rows)


def discard_staged(staged: Path) -> None:
    """Take away what was made ready and is not wanted."""
    for end in ("", *SIDES):
        with suppress(OSError):
            staged.with_name(staged.name + end).unlink(missing_ok=True)


def aside_name(path: Path, how: str, at: datetime) -> Path:
    """Where the file lies that was replaced: records-before-restore-20261121-105000Z.db; never one that is there."""
    stem = f"{path.stem}-before-{how}-{at.astimezone(UTC):%Y%m%d-%H%M%S}Z"
    free = path.with_name(f"{stem}.db")
    number = 2
    while free.exists():
        free = path.with_name(f"{stem}-{number}.db")
        number += 1
    return free


def _let_go(path: Path) -> bool:
    """Make the old database one file; False where it is too damaged for that."""
    try:
        make_single(path)
    except sqlite3.Error as error:
        refusal = refusal_of(error, path)
        if isinstance(refusal, Damaged):
            return False
        raise (refusal or NotSaved(str(error), path=str(path))) from error
    return True


def _keep(path: Path, aside: Path) -> None:
    """A second name for the old file, so that the first can go to the new one in one step."""
    try:
        try:
            os.link(path, aside)
        except OSError:  # a file system without links
            half = aside.with_name(aside.name + STAGED)
            shutil.copyfile(path, half)
            named(half, aside)
        settle_folder(path.parent)
    except OSError as error:
        raise _told(error, path) from error


def _move_sides(path: Path, aside: Path) -> None:
    """What lies beside a damaged file goes with it: it would be played into the new one."""
    for end in SIDES:
        with suppress(FileNotFoundError):
            os.replace(path.with_name(path.name + end), aside.with_name(aside.name + end))
    settle_folder(path.parent)


def _bring_attachments(staged: Path, folder: Path, files: Path | None, go_on: GoOn) -> None:
    if files is None:
        return
    here, kept = Files(files), Files(folder / "attachments")
    with closing(opened_copy(staged)) as db:
        wanted = sorted(attachments_in(db))
    for done, sha256 in enumerate(wanted):
        go_on(0.8 + 0.2 * done / len(wanted))
        if kept.has(sha256) and here.size(sha256) != kept.size(sha256):
            with suppress(Refusal):
                here.put(kept.get(sha256))


def _told(error: Exception, path: Path) -> Exception:
    return refusal_of(error, path) or error
