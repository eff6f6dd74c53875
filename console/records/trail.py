"""The trail in a database: append lines to the chain, find them again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, insert, select

from console.domain.trail import BEGINNING, TrailLine, Verdict, heard_change, moment, packed, packed_hash
from console.records.columns import LONG
from console.records.finding import which
from console.records.schema import touched, trail
from console.records.statements import Prepared, inserting


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


_LAST = select(func.max(trail.c.seq)).scalar_subquery()
_TEXTS = {"payload", "changes", "note"}  # they are packed when the line is hashed, and written as they were hashed
_WRITE = Prepared(
    insert(trail).values(
        {c.name: bindparam("to_" + c.name, type_=LONG if c.name in _TEXTS else c.type) for c in trail.columns}
    )
)
_HEAD = Prepared(select(trail.c.seq, trail.c.hash).where(trail.c.seq == _LAST))


def head(db: Connection) -> tuple[int, str]:
    """Number and hash of the last line; (0, BEGINNING) for an empty trail."""
    last = _HEAD.rows(db, {})
    return (int(last[0]["seq"]), str(last[0]["hash"])) if last else (0, BEGINNING)


def append(db: Connection, lines: Sequence[TrailLine]) -> list[TrailLine]:
    """Add these lines to the chain and return them as they stand there. The caller holds the lock on the database."""
    last, previous = head(db)
    placed, rows = [], []
    for seq, line in enumerate(lines, last + 1):
        line = replace(line, seq=seq, previous=previous)
        parts = packed(line)
        line = replace(line, hash=packed_hash(line, *parts))
        previous = line.hash
        placed.append(line)
        rows.append(_written(line, parts))
    _WRITE.run(db, rows)
    inserting(touched).run(db, [{"kind": k, "id": i, "seq": line.seq} for line in placed for k, i in _touched(line)])
    return placed


def _written(line: TrailLine, parts: tuple[str, str, str]) -> dict[str, Any]:
    payload, changes, note = parts
    return {"to_" + name: value for name, value in _plain(line).items()} | {
        "to_payload": payload,
        "to_changes": changes,
        "to_note": note,
    }


def lines_after(db: Connection, seq: int, limit: int) -> list[TrailLine]:
    """The next lines in order."""
    asked = select(trail).where(trail.c.seq > seq).order_by(trail.c.seq).limit(limit)
    return [heard_line(row) for row in db.execute(asked).mappings()]


def known(db: Connection, ids: Iterable[str]) -> set[str]:
    """Which of these commands have a line."""
    return which(db, trail, list(ids))


def search(db: Connection, asked: Asked) -> list[TrailLine]:
    """Lines that fit, the last first."""
    chosen = _chosen(select(trail), asked).order_by(trail.c.seq.desc()).limit(asked.limit)
    return [heard_line(row) for row in db.execute(chosen).mappings()]


def choice(asked: Asked) -> Select[Any]:
    """The rows of a page, the last first, for whoever reads them without believing them."""
    return _chosen(select(trail), asked).order_by(trail.c.seq.desc()).limit(asked.limit)


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


def _plain(line: TrailLine) -> dict[str, Any]:
    return {
        "seq": line.seq,
        "id": line.id,
        "at": moment(line.at),
        "written": moment(line.written),
        "who": line.who,
        "console": line.console,
        "command": line.command,
        "verdict": line.verdict.value,
        "about": line.about,
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
