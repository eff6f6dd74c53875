"""When a command that was done here may be done on the shared database too, and what is said when it may not."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from console.domain.commands import KNOWN
from console.domain.desk import ChangedMeanwhile
from console.domain.errors import Refusal
from console.domain.trail import Change, TrailLine, Verdict
from console.records.rawlines import ALTERED
from console.records.schema import touched, trail
from console.records.shelves import ENGINE

Row = dict[str, Any]


class NotUnderstood(Refusal):
    """The program that should share the command does not know it, or its fields: another version gave it.
    facts: command."""

    code = "command_not_understood"


class NotCarriedOut(Refusal):
    """The command could not be carried out on the shared database; the log has the details. facts: command."""

    code = "command_not_carried_out"


class LineAltered(Refusal):
    """Another program altered the line that waited to be shared: what was given is not known. facts: command."""

    code = ALTERED


def agrees(change: Change, row: Row | None) -> bool:
    """Whether the row in the shared database is what the command changed here, or already what it made of it.

    It is, where every changed field is there as it was here and either the same command wrote the row last or all
    other fields are alike too: two consoles may have written the same under two commands.
    """
    if row is None:
        return change.before is None or change.after is None
    if change.before is None or _same(change.after, row):
        return _same(change.after, row)
    if not _holds(row, change.before):
        return False
    return row["last"] == change.base or _same({**(change.after or {}), **change.before}, row)


def only_added_to(db: Connection, change: Change, row: Row | None, fresh: list[TrailLine]) -> bool:
    """Whether since the command that the change built on only commands that merge touched the row, and left alone
    what the change is about. `fresh` are lines of this transaction, not yet in the trail.

    What it built on may itself have merged into a row that another console made: then it stands in the trail, but
    changed nothing.
    """
    if row is None or change.before is None or not _holds(row, change.before):
        return False
    base = next((at for at, line in enumerate(fresh) if line.id == change.base), None)
    if base is not None:
        done = fresh[base].verdict is Verdict.DONE
        return done and all(_merges(line.command) for line in fresh[base + 1 :] if _touches(line, change))
    asked = select(trail.c.seq).where(trail.c.id == change.base, trail.c.verdict == Verdict.DONE.value)
    seq = db.execute(asked).scalar_one_or_none()
    return seq is not None and all(_merges(command) for _, command in _writers(db, change, fresh, int(seq)))


def changed_meanwhile(db: Connection, change: Change, row: Row | None, fresh: list[TrailLine]) -> ChangedMeanwhile:
    """The refusal, with who won, when and with what command."""
    facts: dict[str, Any] = {"kind": change.kind, "id": change.id, "who": "", "at": None, "command": ""}
    writer = next(_writers(db, change, fresh), ("", "")) if row is None else (row["last"], "")
    winner = next((line for line in fresh if line.id == writer[0]), None)
    if winner is not None:
        facts |= {"who": winner.who, "at": winner.at, "command": winner.command}
    else:
        asked = select(trail.c.who, trail.c.at, trail.c.command).where(trail.c.id == writer[0])
        found = db.execute(asked).one_or_none()
        if found is not None:
            facts |= {"who": found.who, "command": found.command}
            with contextlib.suppress(ValueError):  # another program wrote into the line
                facts["at"] = datetime.fromisoformat(found.at)
    return ChangedMeanwhile(**facts)


def noted(refusal: Refusal) -> dict[str, Any]:
    """A refusal as a line of the trail keeps it."""
    facts = msgspec.to_builtins({name: _plain(value) for name, value in refusal.facts.items()})
    return {"code": refusal.code, "detail": refusal.detail, "facts": facts}


def refusal_noted(note: Mapping[str, Any]) -> Refusal:
    """The refusal that was kept so; one of another program version keeps its code."""
    facts = {name: value for name, value in note.get("facts", {}).items() if name != "detail"}
    with contextlib.suppress(KeyError, TypeError, ValueError):
        facts["at"] = datetime.fromisoformat(facts["at"])
    kind = next((kind for kind in _kinds(Refusal) if kind.code == note["code"]), Refusal)
    refusal = kind(str(note.get("detail", "")), **facts)
    refusal.code = note["code"]
    return refusal


def _kinds(kind: type[Refusal]) -> Iterator[type[Refusal]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def _writers(db: Connection, change: Change, fresh: list[TrailLine], after: int = 0) -> Iterator[tuple[str, str]]:
    """Id and name of the commands that wrote the row after that line of the trail, the last first."""
    yield from ((line.id, line.command) for line in reversed(fresh) if _touches(line, change))
    asked = select(trail.c.id, trail.c.command).join(touched, touched.c.seq == trail.c.seq)
    asked = asked.where(touched.c.kind == change.kind, touched.c.id == change.id, touched.c.seq > after)
    for row in db.execute(asked.order_by(touched.c.seq.desc())):
        yield row.id, row.command


def _touches(line: TrailLine, change: Change) -> bool:
    return any((each.kind, each.id) == (change.kind, change.id) for each in line.changes)


def _merges(command: str) -> bool:
    kind = KNOWN.get(command)
    return kind is not None and kind.merges


def _same(fields: Mapping[str, Any] | None, row: Row) -> bool:
    """Whether the row has exactly these fields, but for those that the program did not know which told them; None = it
    shall not be there."""
    known = {name: value for name, value in row.items() if name not in ENGINE and name in (fields or ())}
    return fields is not None and known == dict(fields)


def _holds(row: Row, fields: Mapping[str, Any]) -> bool:
    return all(name in row and row[name] == value for name, value in fields.items())


def _plain(value: object) -> object:
    try:
        return msgspec.to_builtins(value)
    except (TypeError, ValueError):
        return str(value)
