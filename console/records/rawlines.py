"""Lines of the trail as the database holds them, read without believing them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, Select, select, type_coerce
from sqlalchemy.types import NullType

from console.domain.trail import Change, TrailLine, Verdict, canonical
from console.records.schema import touched, trail
from console.records.trail import heard_line

_COLUMNS = [type_coerce(column, NullType()).label(column.name) for column in trail.c]
ALTERED = "line_altered"  # noted in what stands for a line that cannot be believed
_UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, UnicodeError, msgspec.DecodeError)


@dataclass(frozen=True, slots=True)
class RawLine:
    """A row of the table; `changes` None where they cannot be read."""

    row: Mapping[str, Any]
    changes: list[dict[str, Any]] | None
    sound: bool  # it carries its own hash

    @property
    def seq(self) -> int:
        """Its number."""
        return int(self.row["seq"])

    @property
    def id(self) -> str:
        """Of the command."""
        return str(self.row["id"])

    def change(self, kind: str, id: str) -> dict[str, Any] | None:
        """What it did to this row."""
        for change in self.changes or ():
            if change["kind"] == kind and change["id"] == id:
                return change
        return None


def lines_after(db: Connection, seq: int, limit: int) -> list[RawLine]:
    """The next lines in order."""
    return _read(db, select(*_COLUMNS).where(trail.c.seq > seq).order_by(trail.c.seq).limit(limit))


def lines_at(db: Connection, seqs: Iterable[int]) -> Iterator[RawLine]:
    """These lines, as far as they are there."""
    wanted = sorted(seqs)
    for start in range(0, len(wanted), 200):
        yield from _read(db, select(*_COLUMNS).where(trail.c.seq.in_(wanted[start : start + 200])))


def lines_called(db: Connection, ids: Iterable[str]) -> Iterator[RawLine]:
    """The lines of these commands, as far as they are there."""
    wanted = sorted(ids)
    for start in range(0, len(wanted), 200):
        yield from _read(db, select(*_COLUMNS).where(trail.c.id.in_(wanted[start : start + 200])))


def lines_chosen(db: Connection, chosen: Select[Any]) -> list[RawLine]:
    """The lines that are chosen, in its order."""
    return _read(db, chosen.with_only_columns(*_COLUMNS))


def believed(db: Connection, raw: RawLine) -> TrailLine:
    """The line. Of one that another program altered: what it is called, and which rows it may have touched."""
    line = heard(raw.row) if raw.sound else None
    return line or _stand_in(db, raw)


def is_altered(line: TrailLine) -> bool:
    """Whether this only stands for a line that cannot be believed."""
    return line.seq > 0 and line.verdict is Verdict.REFUSED and line.note.get("code") == ALTERED


def _stand_in(db: Connection, raw: RawLine) -> TrailLine:
    now = datetime.now(UTC)
    rows = {(change["kind"], change["id"]) for change in raw.changes or ()}
    listed = select(touched.c.kind, touched.c.id).where(touched.c.seq == raw.seq)
    rows |= {(kind, id) for kind, id in db.execute(listed)}
    changes = tuple(Change(kind, id, 0, "", None, None) for kind, id in sorted(rows))
    who, console, command = (str(raw.row[name]) for name in ("who", "console", "command"))
    told = TrailLine(raw.seq, raw.id, now, now, who, console, command, {}, changes, Verdict.REFUSED)
    return replace(told, note={"code": ALTERED}, previous=str(raw.row["previous"]), hash=str(raw.row["hash"]))


def lines_in(db: Connection, chosen: Select[Any]) -> list[tuple[int, TrailLine | None]]:
    """Number and line for each row that is chosen, in its order; None for a line that cannot be read."""
    found = db.execute(chosen.with_only_columns(*_COLUMNS)).mappings()
    return [(int(row["seq"]), heard(dict(row))) for row in found]


def heard(row: Mapping[str, Any]) -> TrailLine | None:
    """The line in a raw row; None where it cannot be read."""
    try:
        packed = {name: msgspec.json.decode(row[name]) for name in ("payload", "changes", "note")}
        return heard_line({**row, **packed})
    except _UNREADABLE:
        return None


def _read(db: Connection, asked: Any) -> list[RawLine]:
    return [_raw(dict(row)) for row in db.execute(asked).mappings()]


def _raw(row: dict[str, Any]) -> RawLine:
    changes: list[dict[str, Any]] | None = None
    try:
        changes = msgspec.json.decode(row["changes"], type=list[dict[str, Any]])
        for change in changes:
            if not isinstance(change["kind"], str) or not isinstance(change["id"], str):
                raise ValueError(change)
        msgspec.json.decode(row["payload"], type=dict)
        msgspec.json.decode(row["note"], type=dict)
        return RawLine(row, changes, told_hash(row) == row["hash"])
    except _UNREADABLE:
        return RawLine(row, None, False)


def told_hash(row: Mapping[str, Any]) -> str:
    """As console.domain.trail.line_hash: packed columns hold canonical JSON already, so it is not made anew.

    Each of the three was read as one whole JSON value before, so no character can move from one to its neighbour.
    """
    head = canonical([row[name] for name in ("seq", "id", "at", "written", "who", "console", "command")])
    verdict = canonical([row["verdict"], row["about"]])
    told = f"{head[:-1]},{row['payload']},{row['changes']},{verdict[1:-1]},{row['note']},{canonical(row['previous'])}]"
    return hashlib.sha256(told.encode()).hexdigest()
