"""The trail in a database: append lines to the chain, find them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select

from console.domain.trail import BEGINNING, TrailLine, Verdict, chained, heard_change, moment, told_change
from console.records.schema import touched, trail


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lines of the trail somebody wants to see; empty fields do not choose."""

    who: str = ""
    console: str = ""
    command: str = ""
    verdict: str = ""
    since: datetime | None = None
    until: datetime | None = None
    kind: str = ""  # of a record that was touched
    id: str = ""
    before: int = 0  # only lines with a smaller number: the next page
    limit: int = 200


def head(db: Connection) -> tuple[int, str]:
    """Number and hash of the last line; (0, BEGINNING) for an empty trail."""
    last = db.execute(select(trail.c.seq, trail.c.hash).order_by(trail.c.seq.desc()).limit(1)).one_or_none()
    return (int(last.seq), str(last.hash)) if last else (0, BEGINNING)


def append(db: Connection, lines: Sequence[TrailLine]) -> list[TrailLine]:
    """Add these lines to the chain and return them as they stand there. The caller holds the lock on the database."""
    seq, previous = head(db)
    placed = []
    for line in lines:
        seq += 1
        line = chained(line, seq, previous)
        previous = line.hash
        placed.append(line)
    if placed:
        db.execute(insert(trail), [stored_line(line) for line in placed])
        touches = [{"kind": k, "id": i, "seq": line.seq} for line in placed for k, i in _touched(line)]
        if touches:
            db.execute(insert(touched), touches)
    return placed


def lines_after(db: Connection, seq: int, limit: int) -> list[TrailLine]:
    """The next lines in order."""
    asked = select(trail).where(trail.c.seq > seq).order_by(trail.c.seq).limit(limit)
    return [heard_line(row) for row in db.execute(asked).mappings()]


def line_of(db: Connection, id: str) -> TrailLine | None:
    """The line of this command."""
    row = db.execute(select(trail).where(trail.c.id == id)).mappings().one_or_none()
    return None if row is None else heard_line(row)


def known(db: Connection, ids: Iterable[str]) -> set[str]:
    """Which of these commands have a line."""
    wanted, found = list(ids), set()
    for start in range(0, len(wanted), 400):
        found |= set(db.execute(select(trail.c.id).where(trail.c.id.in_(wanted[start : start + 400]))).scalars())
    return found


def search(db: Connection, asked: Asked) -> list[TrailLine]:
    """Lines that fit, the last first."""
    chosen = _chosen(select(trail), asked).order_by(trail.c.seq.desc()).limit(asked.limit)
    return [heard_line(row) for row in db.execute(chosen).mappings()]


def count(db: Connection, asked: Asked) -> int:
    """How many lines fit, `before` and `limit` aside."""
    return int(db.execute(_chosen(select(func.count()).select_from(trail), asked, paged=False)).scalar_one())


def _chosen(query: Select[Any], asked: Asked, paged: bool = True) -> Select[Any]:
    for name in ("who", "console", "command", "verdict"):
        if getattr(asked, name):
            query = query.where(trail.c[name] == getattr(asked, name))
    if asked.since is not None:
        query = query.where(trail.c.at >= moment(asked.since))
    if asked.until is not None:
        query = query.where(trail.c.at < moment(asked.until))
    if asked.kind:
        found = select(touched.c.seq).where(touched.c.kind == asked.kind)
        query = query.where(trail.c.seq.in_(found.where(touched.c.id == asked.id) if asked.id else found))
    return query.where(trail.c.seq < asked.before) if paged and asked.before else query


def _touched(line: TrailLine) -> set[tuple[str, str]]:
    return {(change.kind, change.id) for change in line.changes}


def stored_line(line: TrailLine) -> dict[str, Any]:
    """The line as a row."""
    return {
        "seq": line.seq,
        "id": line.id,
        "at": moment(line.at),
        "written": moment(line.written),
        "who": line.who,
        "console": line.console,
        "command": line.command,
        "payload": line.payload,
        "changes": [told_change(change) for change in line.changes],
        "verdict": line.verdict.value,
        "about": line.about,
        "note": line.note,
        "previous": line.previous,
        "hash": line.hash,
    }


def heard_line(row: Mapping[Any, Any]) -> TrailLine:
    """The line that was stored so. ValueError or KeyError where another program wrote what is no line."""
    return TrailLine(
        int(row["seq"]),
        row["id"],
        datetime.fromisoformat(row["at"]),
        datetime.fromisoformat(row["written"]),
        row["who"],
        row["console"],
        row["command"],
        row["payload"],
        tuple(heard_change(told) for told in row["changes"]),
        Verdict(row["verdict"]),
        row["about"],
        row["note"],
        row["previous"],
        row["hash"],
    )
