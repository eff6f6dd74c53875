"""A copy of the memory of every reading while it goes on: as of one moment, in small steps, and checked."""

from __future__ import annotations

import re
import shutil
import sqlite3
import time
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from console.domain.backups import BackupSpoilt, HistoryCopy
from console.records.faults import DiskFull
from console.records.plainfiles import GoOn, carry_on, folder_fault, make_plain, opened_copy, private, reading_live, uri
from console.records.wholefile import PART, named, settle

PAGES: Final = 2048  # in one step: 8 MB
REST: Final = 0.02  # seconds between two steps, so that the disk serves others too
SPARE: Final = 1_000_000_000  # bytes of the backup folder's disk that are left to the backups of the records
OPS: Final = 100_000  # steps of SQLite's machine between two looks at whether to stop
TABLES: Final = ("chunk", "signal", "listened", "damaged", "mark")  # of "unmerged" older SQLites say what is not so
COPYING: Final = 0.7  # share of the whole when the pages are there
_NAME = re.compile(r"history-(\d{8}-\d{6})Z\.db")


def newest_in(folder: Path) -> HistoryCopy | None:
    """The newest finished copy in a folder; OSError where it cannot be looked at."""
    found = sorted((path for path in folder.glob("history-*.db") if _NAME.fullmatch(path.name)), reverse=True)
    return _told(found[0]) if found else None


def _told(path: Path) -> HistoryCopy:
    at = datetime.strptime(path.name, "history-%Y%m%d-%H%M%SZ.db").replace(tzinfo=UTC)
    return HistoryCopy(path.name, at, path.stat().st_size)


def copy_history(source: Path, folder: Path, at: datetime, go_on: GoOn = carry_on) -> HistoryCopy:
    """Copy `history.db` into `folder`; the older copy there is removed once the new one is checked.

    Whoever writes meanwhile is not held up. DiskFull, BackupFolderAway, BackupSpoilt or Cancelled; the folder then
    holds what it held before.
    """
    path = folder / f"history-{at.astimezone(UTC):%Y%m%d-%H%M%S}Z.db"
    work = path.with_name(path.name + PART)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        for half in folder.glob(f"history-*{PART}"):
            half.unlink()
        _make_sure_of_room(source, folder)
        held = _copied(source, work, go_on)
        make_plain(work)
        _examined(work, held, go_on)
        named(work, path)
        for older in folder.glob("history-*.db"):
            if _NAME.fullmatch(older.name) and older != path:
                older.unlink()
        return _told(path)
    except (OSError, sqlite3.Error) as error:
        raise folder_fault(error, folder) from error
    finally:
        with suppress(OSError):
            work.unlink(missing_ok=True)


def _make_sure_of_room(source: Path, folder: Path) -> None:
    free, needed = shutil.disk_usage(folder).free, source.stat().st_size + SPARE
    if free < needed:
        raise DiskFull(f"{needed - free} bytes more are needed in {folder}", path=str(folder))


def _copied(source: Path, work: Path, go_on: GoOn) -> tuple[int, int, int]:
    """Page by page; chunks, readings and signals that the source held at that moment."""

    def step(status: int, remaining: int, total: int) -> None:
        go_on(COPYING * (1 - remaining / total) if total else COPYING)
        time.sleep(REST)

    with reading_live(source) as old:
        held = _held(old)
        private(work).close()
        with closing(sqlite3.connect(uri(work, "mode=rw", "nolock=1"), uri=True)) as new:
            new.execute("PRAGMA journal_mode=OFF").close()
            new.execute("PRAGMA synchronous=OFF").close()  # it is settled as a whole, before it gets its name
            old.backup(new, pages=PAGES, progress=step)
    settle(work)
    return held


def _held(db: sqlite3.Connection) -> tuple[int, int, int]:
    chunks, readings = db.execute("SELECT count(*), coalesce(sum(n), 0) FROM chunk").fetchone()
    return chunks, readings, db.execute("SELECT count(*) FROM signal").fetchone()[0]


def _examined(work: Path, held: tuple[int, int, int], go_on: GoOn) -> None:
    """BackupSpoilt unless its pages fit together and it holds what the source held."""
    with closing(opened_copy(work)) as db:
        stopped: list[BaseException] = []

        def look() -> int:
            try:
                go_on(COPYING)
            except BaseException as error:
                stopped.append(error)
                return 1
            return 0

        db.set_progress_handler(look, OPS)
        try:
            found = {row for table in TABLES for row in db.execute(f"PRAGMA quick_check({table})")}
            same = _held(db) == held
        except sqlite3.Error:
            if stopped:
                raise stopped[0] from None
            raise
    if found != {("ok",)} or not same:
        why = "it does not hold what was read" if not same else "; ".join(str(row[0]) for row in found)
        raise BackupSpoilt(f"the copy of the readings is spoilt: {why}", path=str(work.parent))
    go_on(1.0)
