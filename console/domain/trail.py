"""The trail: one line for everything that changed the records, each carrying the hash of the line before."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

BEGINNING = "0" * 64  # what the first line carries for the hash of the line before


class Verdict(StrEnum):
    """What a line tells."""

    DONE = "done"  # the command was carried out; `changes` is what it did
    REFUSED = "refused"  # the shared database already held something else; nothing was changed there
    SETTLED = "settled"  # rows here were set to what the shared database holds, because of the command in `about`


@dataclass(frozen=True, slots=True)
class Change:
    """What a line did to one row."""

    kind: str  # the table: "person"
    id: str
    version: int  # of the row afterwards
    base: str  # id of the command that wrote the row before; "" = there was none
    before: Mapping[str, Any] | None  # the changed fields as they were; None for a new row
    after: Mapping[str, Any] | None  # all fields as they are now; None for a row that was removed
    held: bool = False  # it happened on the shared database but was not taken over here by this line


@dataclass(frozen=True, slots=True)
class TrailLine:
    """One line of a database's trail."""

    seq: int  # 1, 2, 3 … without a gap
    id: str  # of the command
    at: datetime  # when it was given, UTC
    written: datetime  # when this line was written into this database, UTC
    who: str
    console: str
    command: str  # its name
    payload: Mapping[str, Any]
    changes: tuple[Change, ...] = ()
    verdict: Verdict = Verdict.DONE
    about: str = ""  # of a settled line: the command that caused it
    note: Mapping[str, Any] = field(default_factory=dict)  # of a refusal: its code and facts
    previous: str = BEGINNING
    hash: str = ""


def canonical(value: object) -> str:
    """JSON that is the same on every machine: sorted keys, no spaces, no NaN (ValueError)."""
    return _encode(value)


_encode = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode


def moment(at: datetime) -> str:
    """A time as it is stored: UTC, 27 characters, so that text sorts as time does ("2026-11-21T10:50:00.000000Z")."""
    if at.tzinfo is None:
        raise ValueError("a time without a zone")
    return at.astimezone(UTC).isoformat(timespec="microseconds")[:26] + "Z"


def packed(line: TrailLine) -> tuple[str, str, str]:
    """Payload, changes and note of a line as canonical JSON."""
    changes = [told_change(change) for change in line.changes]
    return canonical(line.payload), canonical(changes), canonical(line.note)


def line_hash(line: TrailLine) -> str:
    """SHA-256, in hexadecimal, over everything in the line but its own hash."""
    return packed_hash(line, *packed(line))


def packed_hash(line: TrailLine, payload: str, changes: str, note: str) -> str:
    """The same where it is packed already: over the canonical JSON of a list of all fields in their order."""
    told = canonical([line.seq, line.id, moment(line.at), moment(line.written), line.who, line.console, line.command])
    kind = canonical([line.verdict, line.about])
    whole = f"{told[:-1]},{payload},{changes},{kind[1:-1]},{note},{canonical(line.previous)}]"
    return hashlib.sha256(whole.encode()).hexdigest()


def chained(line: TrailLine, seq: int, previous: str) -> TrailLine:
    """The line as the next one of a chain."""
    placed = replace(line, seq=seq, previous=previous)
    return replace(placed, hash=line_hash(placed))


def told_change(change: Change) -> dict[str, Any]:
    """A change as it is stored."""
    told: dict[str, Any] = {"kind": change.kind, "id": change.id, "version": change.version, "base": change.base}
    told |= {"before": change.before, "after": change.after}
    return told | {"held": True} if change.held else told


def heard_change(told: Mapping[str, Any]) -> Change:
    """The change that was stored so."""
    return Change(
        told["kind"], told["id"], told["version"], told["base"], told["before"], told["after"], told.get("held", False)
    )
