"""What commands built on: a row altered by another program is noticed even after a command was carried out on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection

from console.domain.tampering import Tampering, What
from console.records.accounts import accounts
from console.records.rawlines import RawLine
from console.records.rowcheck import shown
from console.records.shelves import KINDS

MOST = 20_000  # rows whose state is kept in memory; others are looked up again
UNKNOWN: dict[str, Any] = {}  # a state of which nothing is known: nothing can be held against it
Key = tuple[str, str]


class Carried:
    """The state of each row as the lines tell it; each new line must begin from the one before."""

    def __init__(self, from_the_beginning: bool) -> None:
        self._state: dict[Key, dict[str, Any] | None] = {}
        self._all_known = from_the_beginning

    def take(self, db: Connection, lines: list[RawLine], doubtful: set[Key]) -> list[Tampering]:
        """What the lines carry on that no line before accounts for. `doubtful` rows were touched by lines among them
        that are not there or not sound: nothing is held against these."""
        self._look_up(db, lines)
        found = [
            one
            for line in lines
            for change in (line.changes if line.sound else None) or ()
            for one in self._one(line.seq, change, doubtful)
        ]
        self._state |= dict.fromkeys(doubtful, UNKNOWN)
        self._forget()
        return found

    def _one(self, seq: int, change: dict[str, Any], doubtful: set[Key]) -> Iterator[Tampering]:
        key = change["kind"], change["id"]
        if change.get("held") or key[0] not in KINDS or key in doubtful:
            return
        was, after = self._state.get(key), change["after"]
        self._state[key] = after
        if was is not UNKNOWN and after != was:
            yield from _differences(seq, change, was)

    def _look_up(self, db: Connection, lines: list[RawLine]) -> None:
        if self._all_known or not lines:
            return
        wanted: dict[str, set[str]] = {}
        for line in lines:
            for change in line.changes or ():
                if (change["kind"], change["id"]) not in self._state:
                    wanted.setdefault(change["kind"], set()).add(change["id"])
        for kind, ids in wanted.items():
            before = accounts(db, kind, ids, below=lines[0].seq)
            for id in ids:
                account = before.get(id)
                told = account.change if account is not None and account.believable else None
                unclear = UNKNOWN if account is not None else None
                self._state[kind, id] = unclear if told is None else told["after"]

    def _forget(self) -> None:
        if len(self._state) > MOST:
            self._state.clear()
            self._all_known = False


def _differences(seq: int, change: dict[str, Any], was: dict[str, Any] | None) -> Iterator[Tampering]:
    """Fields that the line found otherwise than the line before it had left them."""
    kind, id, before, after = change["kind"], change["id"], change["before"], change["after"]
    shelf = KINDS[kind]
    if (before is None) is not (was is None):
        gone = "" if was is None else "id"
        if was is not None or after is not None:
            yield Tampering(What.OVERWRITTEN, kind, id, "id", id if gone else "", "" if gone else id, seq)
        return
    for field, value in {**(after or {}), **(before or {})}.items():
        if was is not None and field in was and was[field] != value:
            told = shown(shelf, field, was[field]), shown(shelf, field, value)
            yield Tampering(What.OVERWRITTEN, kind, id, field, *told, seq)
