"""A copy of the records while they are in use: made as of one moment, opened, checked, and only then given its name."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from console.domain.attachments import ContentChanged, ContentComing
from console.domain.backups import BackupCopy, BackupFolderAway, BackupSpoilt, Health
from console.domain.trail import moment
from console.records.copies import SIDECAR, attachments_in, copies_in, damage_in, head_of, name_at
from console.records.faults import Damaged, refusal_of
from console.records.files import Files
from console.records.plainfiles import (
    GoOn,
    carry_on,
    folder_fault,
    make_plain,
    opened_copy,
    private,
    reading_live,
    sha256_of,
    uri,
)
from console.records.wholefile import PART, named, settle

PAGES = 512  # of the database in one step, between which progress is told and a wish to stop is heard
ATTACHMENTS = "attachments"
COPYING, HASHING = 0.7, 0.8  # shares of the whole when the pages are there, and when they were checked


def make_backup(
    source: Path,
    folder: Path,
    at: datetime,
    program: str,
    go_on: GoOn = carry_on,
    files: Path | None = None,
    make_parents: bool = False,
) -> BackupCopy:
    """Copy the records in `source` (and the content in `files` that they name) into `folder`.

    Whatever is committed before it begins is in it; whoever writes meanwhile is not held up. Raises Damaged,
    BackupFolderAway, DiskFull, BackupSpoilt or Cancelled; the folder then holds what it held before.
    """
    ready(folder, make_parents)
    at = _free_second(folder, at)
    name = name_at(at)
    work = folder / (name + PART)
    try:
        told = _copied(source, work, go_on)
        make_plain(work)
        _examined(work, told)
        go_on(HASHING)
        absent = _keep_attachments(work, folder, files, go_on)
        sha256 = sha256_of(work, lambda share: go_on(0.9 + share * 0.1))
        lines, last = told["head"]
        copy = BackupCopy(name, at, work.stat().st_size, lines, last, program, Health.GOOD, "", at, absent)
        _describe(folder, copy, sha256, told["database"])
        named(work, folder / name)
    except (OSError, sqlite3.Error) as error:
        raise folder_fault(error, folder) from error
    finally:
        with suppress(OSError):
            work.unlink(missing_ok=True)
    return copy


def ready(folder: Path, make_parents: bool) -> None:
    """Make the folder where it is missing, and sweep what a killed process left in it; BackupFolderAway.

    The folders above it are made only inside our own: where a share is not mounted, they would lie on the wrong disk.
    """
    try:
        folder.mkdir(mode=0o700, parents=make_parents, exist_ok=True)
        for half in folder.glob(f"records-*{PART}"):
            half.unlink()
        for described in folder.glob(f"records-*{SIDECAR}"):
            if not described.with_suffix(".db").exists():
                described.unlink()
    except OSError as error:
        raise BackupFolderAway(str(error), path=str(folder)) from error


def _copied(source: Path, work: Path, go_on: GoOn) -> dict[str, Any]:
    """Page by page; what the source held at that moment: rows of each table, head of the trail, id of the database."""

    def step(status: int, remaining: int, total: int) -> None:
        go_on(COPYING * (1 - remaining / total) if total else COPYING)

    try:
        with reading_live(source) as old:
            told = {"counts": counted(old), "head": head_of(old), "database": database_of(old)}
            private(work).close()
            with closing(sqlite3.connect(uri(work, "mode=rw", "nolock=1"), uri=True)) as new:
                new.execute("PRAGMA journal_mode=OFF").close()
                new.execute("PRAGMA synchronous=OFF").close()  # it is settled as a whole, before it gets its name
                old.backup(new, pages=PAGES, progress=step)
    except sqlite3.Error as error:
        refusal = refusal_of(error, source)
        if isinstance(refusal, Damaged):
            raise refusal from error
        raise
    settle(work)
    return told


def _examined(work: Path, told: dict[str, Any]) -> None:
    """BackupSpoilt unless the copy opens, is whole, and holds what the source held."""
    why = damage_in(work)
    if not why:
        with closing(opened_copy(work)) as db:
            if counted(db) != told["counts"] or head_of(db) != told["head"]:
                why = "the copy does not hold what the records held"
    if why:
        raise BackupSpoilt(why, path=str(work.parent))


def _keep_attachments(work: Path, folder: Path, files: Path | None, go_on: GoOn) -> int:
    """Copy the content that the records name and that is not kept yet; how much of it is not here to be copied.

    It is copied, not linked: a link would change together with the original.
    """
    with closing(opened_copy(work)) as db:
        named_there = attachments_in(db)
    here, kept, absent = Files(files or folder), Files(folder / ATTACHMENTS), 0
    for done, sha256 in enumerate(sorted(named_there)):
        go_on(HASHING + 0.1 * done / len(named_there))
        if kept.has(sha256) and kept.size(sha256) == here.size(sha256):
            continue
        try:
            kept.put(here.get(sha256))
        except (ContentComing, ContentChanged):
            absent += 0 if kept.has(sha256) else 1
    return absent


def _describe(folder: Path, copy: BackupCopy, sha256: str, database: str) -> None:
    told = {"made": moment(copy.at), "lines": copy.lines, "last": copy.last, "program": copy.program}
    told |= {"size": copy.size, "sha256": sha256, "database": database, "absent": copy.absent}
    described = (folder / copy.name).with_suffix(SIDECAR)
    half = described.with_name(described.name + PART)
    with private(half) as file:
        file.write(json.dumps(told, indent=1).encode())
    settle(half)
    named(half, described)


def counted(db: sqlite3.Connection) -> dict[str, int]:
    """Rows of each table."""
    names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    return {name: db.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}


def database_of(db: sqlite3.Connection) -> str:
    """The database's own id, "" where it has none."""
    found = db.execute("SELECT value FROM meta WHERE name = 'database'").fetchone()
    return str(found[0]) if found else ""


def _free_second(folder: Path, at: datetime) -> datetime:
    """A name tells whole seconds; no copy takes the name of another, nor one before those that were just made."""
    at = at.astimezone(UTC).replace(microsecond=0)
    just = [copy.at for copy in copies_in(folder) if at <= copy.at < at + timedelta(minutes=1)]
    at = max(just) + timedelta(seconds=1) if just else at
    while (folder / name_at(at)).exists():
        at += timedelta(seconds=1)
    return at
