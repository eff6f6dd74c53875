"""Accounts: which line of the trail accounts for the present state of a row.

It is the newest line that touched the row and whose change is not held; a row with no such line nobody accounts for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, func, select

from console.domain.trail import moment
from console.records.rawlines import RawLine, lines_at
from console.records.schema import touched, trail

Change = dict[str, Any]  # as it is stored: kind, id, version, base, before, after, held
MOST_IDS = 400  # in one question to a database


@dataclass(frozen=True, slots=True)
class Account:
    """The line that accounts for a row, and what it says of it."""

    seq: int
    line: RawLine | None = None  # None: the index names a line that is not there
    change: Change | None = None

    @property
    def believable(self) -> bool:
        """Whether what it says can be held against the row."""
        return self.line is not None and self.line.sound and self.change is not None


def accounts(
    db: Connection, kind: str, ids: Iterable[str], below: int = 0, until: datetime | None = None
) -> dict[str, Account]:
    """By id; ids without any line are left out. Only lines before number `below`, and given at or before `until`."""
    found: dict[str, Account] = {}
    wanted = list(ids)
    for start in range(0, len(wanted), MOST_IDS):
        newest = _newest(db, kind, wanted[start : start + MOST_IDS], below, until)
        lines = {line.seq: line for line in lines_at(db, set(newest.values()))}
        for id, seq in newest.items():
            account: Account | None = _account(kind, id, seq, lines.get(seq))
            while account is not None and account.line is not None and account.change is None:
                account = _before(db, kind, id, account.seq, until)  # held, or no change at all: look further back
            if account is not None:
                found[id] = account
    return found


def _account(kind: str, id: str, seq: int, line: RawLine | None) -> Account:
    """The line's change of the row; None where it is held, or where there is none."""
    change = line.change(kind, id) if line is not None else None
    if line is not None and line.changes is None:
        return Account(seq, None)
    return Account(seq, line, None if change is None or change.get("held") else change)


def _before(db: Connection, kind: str, id: str, seq: int, until: datetime | None) -> Account | None:
    newest = _newest(db, kind, [id], seq, until)
    if id not in newest:
        return None
    line = next(iter(lines_at(db, [newest[id]])), None)
    return _account(kind, id, newest[id], line)


def _newest(db: Connection, kind: str, ids: list[str], below: int, until: datetime | None) -> dict[str, int]:
    asked: Select[Any] = select(touched.c.id, func.max(touched.c.seq)).where(
        touched.c.kind == kind, touched.c.id.in_(ids)
    )
    if below:
        asked = asked.where(touched.c.seq < below)
    if until is not None:
        asked = asked.join(trail, trail.c.seq == touched.c.seq).where(trail.c.at <= moment(until))
    return {id: int(seq) for id, seq in db.execute(asked.group_by(touched.c.id))}


def ids_touched(db: Connection, kind: str, until: datetime) -> list[str]:
    """Every record of a kind that a line touched which was given at or before this time."""
    asked = select(touched.c.id).distinct().join(trail, trail.c.seq == touched.c.seq)
    asked = asked.where(touched.c.kind == kind, trail.c.at <= moment(until))
    return [str(id) for id in db.execute(asked.order_by(touched.c.id)).scalars()]
