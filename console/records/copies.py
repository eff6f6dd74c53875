"""The copies in a backup folder: which there are, and how good each is."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from console.domain.backups import BackupCopy, BackupFolderAway, Health, Loss
from console.domain.trail import BEGINNING
from console.records.files import Files
from console.records.nouns import METADATA
from console.records.plainfiles import GoOn, carry_on, opened_copy, reading_copy, sha256_of
from console.records.rawlines import lines_after
from console.records.schema import joined, outbox, trail

SIDECAR = ".json"
LATEST = 200  # lines at the end of the trail whose hashes are computed again in every look
_NAME = re.compile(r"records-(\d{8}-\d{6})Z\.db")


def name_at(at: datetime) -> str:
    """The name of a copy that is made now."""
    return f"records-{at.astimezone(UTC):%Y%m%d-%H%M%S}Z.db"


def copies_in(folder: Path) -> list[BackupCopy]:
    """The copies there, the newest first, as their names and what is written beside them tell; BackupFolderAway."""
    found = []
    try:
        for path in folder.iterdir():
            if _NAME.fullmatch(path.name):
                found.append(told_of(path))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BackupFolderAway(str(error), path=str(folder)) from error
    return sorted(found, key=lambda copy: (copy.at, copy.name), reverse=True)


def told_of(path: Path) -> BackupCopy:
    """A copy as it is told, not looked at yet; OSError where it is not there."""
    beside = _described(path)
    at = _time_in(path) or datetime.fromtimestamp(path.stat().st_mtime, UTC)
    size = path.stat().st_size
    if beside is None:
        return BackupCopy(path.name, at, size)
    lines, last, program = beside["lines"], beside["last"], beside["program"]
    return BackupCopy(path.name, at, size, lines, last, program, absent=beside["absent"])


def check_copy(path: Path, at: datetime, go_on: GoOn = carry_on, thorough: bool = True) -> BackupCopy:
    """Look at a copy and say how good it is.

    Its bytes must be those that were written; `thorough`, it is opened as well and its pages, its trail and the
    content beside it are checked. One with nothing written beside it is always opened, and read from end to end.
    BackupFolderAway where it cannot be read.
    """
    try:
        told, beside = told_of(path), _described(path)
        if beside is not None and sha256_of(path, lambda share: go_on(share * 0.5)) != beside["sha256"]:
            return _judged(told, Health.DAMAGED, "these are not the bytes that were written", at)
        if beside is not None and not thorough:
            return _judged(told, Health.GOOD, "", at)
        return _opened(path, told, beside, at, go_on)
    except sqlite3.Error as error:
        return _judged(told, Health.DAMAGED, str(error), at)
    except OSError as error:
        raise BackupFolderAway(str(error), path=str(path)) from error


def _opened(path: Path, told: BackupCopy, beside: Mapping[str, Any] | None, at: datetime, go_on: GoOn) -> BackupCopy:
    why = damage_in(path)
    if why:
        return _judged(told, Health.DAMAGED, why, at)
    go_on(0.7)
    with closing(opened_copy(path)) as db:
        if not _ours(db):
            return _judged(told, Health.FOREIGN, "it holds no records of Gemba Console", at)
        lines, last = head_of(db)
        wanted = attachments_in(db)
    told = replace(told, lines=lines, last=last)
    if beside is not None and (beside["lines"], beside["last"]) != (lines, last):
        return _judged(told, Health.DAMAGED, "its trail does not end where it ended when it was made", at)
    why = "" if beside is not None else altered_in(path, at, lambda share: go_on(0.7 + share * 0.2))
    if why:
        return _judged(told, Health.DAMAGED, why, at)
    there = Files(path.parent / "attachments")
    missing = sum(not there.has(sha256) for sha256 in wanted)
    go_on(1.0)
    if beside is not None and missing > told.absent:
        return _judged(told, Health.INCOMPLETE, f"{missing} pictures or files are not beside it", at)
    return _judged(told, Health.GOOD, "", at)


def damage_in(path: Path) -> str:
    """What SQLite, and the hashes at the end of the trail, say against a copy; "" = nothing."""
    try:
        with closing(opened_copy(path)) as db:
            found = db.execute("PRAGMA integrity_check(3)").fetchall()
            if found != [("ok",)]:
                return f"integrity_check: {'; '.join(str(row[0]) for row in found)}"
            broken = db.execute("PRAGMA foreign_key_check").fetchmany(3)
            if broken:
                return f"foreign_key_check: {broken}"
            if not _ours(db):
                return ""
        with reading_copy(path) as view:
            return _torn(view)
    except sqlite3.Error as error:
        return str(error)


def _torn(view: Connection) -> str:
    end = int(view.execute(select(func.max(trail.c.seq))).scalar() or 0)
    before = None
    for line in lines_after(view, max(0, end - LATEST), LATEST):
        if not line.sound or (before is not None and line.row["previous"] != before):
            return f"line {line.seq} of the trail does not fit the chain"
        before = line.row["hash"]
    return ""


def altered_in(path: Path, at: datetime, go_on: GoOn = carry_on) -> str:
    """What holding every line and every row against the trail finds first; "" = nothing."""
    from console.records.anchor import Anchor
    from console.records.verify import Verifier

    def further(share: float) -> bool:
        go_on(share)
        return True

    try:
        with reading_copy(path) as view:

            @contextmanager
            def same() -> Any:
                yield view

            report = Verifier(same, Anchor(), at, further).whole()
    except sqlite3.Error as error:
        return str(error)
    first = report.findings[0] if report.findings else None
    return f"{first.what.value} {first.table} {first.row} {first.field} line {first.seq}" if first else ""


def loss_by(view: Connection, lines: int, last: str) -> Loss:
    """What would be taken out of these records by a copy whose trail ends with this line."""
    there = view.execute(select(trail.c.hash).where(trail.c.seq == lines)).scalar()
    if (there or BEGINNING) != last:
        return Loss(False)
    since = view.execute(select(func.count()).select_from(trail).where(trail.c.seq > lines)).scalar_one()
    waits = view.execute(select(func.count()).select_from(outbox).where(outbox.c.seq > lines)).scalar_one()
    shared = view.execute(select(joined.c.database).where(joined.c.current)).first() is not None
    return Loss(True, int(since), int(waits), shared)


def discard(folder: Path, name: str) -> None:
    """Take a copy and what is written beside it away; a fault leaves it where it is."""
    with suppress(OSError):
        (folder / name).unlink(missing_ok=True)
        (folder / name).with_suffix(SIDECAR).unlink(missing_ok=True)


def head_of(db: sqlite3.Connection) -> tuple[int, str]:
    """Number and hash of the last line of the trail."""
    found = db.execute("SELECT seq, hash FROM trail ORDER BY seq DESC LIMIT 1").fetchone()
    return (int(found[0]), str(found[1])) if found else (0, BEGINNING)


def attachments_in(db: sqlite3.Connection) -> dict[str, str]:
    """Hash and media type ("" for a thumbnail) of all content that the records or their trail name."""
    if not {"attachment", "touched"} <= _tables(db):
        return {}
    found: dict[str, str] = {}
    for sha256, thumb, kind in db.execute("SELECT sha256, thumb, type FROM attachment"):
        found |= {str(thumb): ""} if thumb and thumb not in found else {}
        found[str(sha256)] = str(kind)
    lines = "SELECT changes FROM trail WHERE seq IN (SELECT seq FROM touched WHERE kind = 'attachment')"
    for (changes,) in db.execute(lines):  # content stays when its record is removed
        with suppress(ValueError, TypeError, KeyError, AttributeError):  # no line of ours: told elsewhere
            for change in json.loads(changes):
                row = change["after"] or change["before"] or {}
                if change["kind"] == "attachment" and row.get("sha256"):
                    found.setdefault(str(row["sha256"]), str(row.get("type", "")))
                if change["kind"] == "attachment" and row.get("thumb"):
                    found.setdefault(str(row["thumb"]), "")
    return found


def _ours(db: sqlite3.Connection) -> bool:
    return {"trail", "meta", "person"} <= _tables(db) & set(METADATA.tables)


def _tables(db: sqlite3.Connection) -> set[str]:
    return {str(name) for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _judged(copy: BackupCopy, health: Health, why: str, at: datetime) -> BackupCopy:
    return replace(copy, health=health, why=why, checked=at)


def _time_in(path: Path) -> datetime | None:
    found = _NAME.fullmatch(path.name)
    with suppress(ValueError):
        return datetime.strptime(found[1], "%Y%m%d-%H%M%S").replace(tzinfo=UTC) if found else None
    return None


def _described(path: Path) -> dict[str, Any] | None:
    """What is written beside a copy; None where there is nothing that can be read."""
    try:
        told = json.loads(path.with_suffix(SIDECAR).read_text(encoding="utf-8"))
        texts = {name: str(told[name]) for name in ("last", "program", "sha256")}
        return {**texts, "lines": int(told["lines"]), "absent": int(told.get("absent", 0))}
    except (OSError, ValueError, KeyError, TypeError):
        return None
