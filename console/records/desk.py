"""A desk over one database connection: rows are read once, changed in memory, and written together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection

from console.domain.desk import ChangedMeanwhile, Kept, Missing, Test
from console.domain.trail import Change
from console.records import schema
from console.records.accounts import accounts
from console.records.finding import column, counted, found, which, with_ids
from console.records.limits import check
from console.records.shelves import ENGINE, KINDS, SHELVES, Shelf
from console.records.statements import Row, by_id, deleting, inserting, updating

T = TypeVar("T")
Key = tuple[str, str]  # kind, id


@dataclass(slots=True)
class _Held:
    """One row in memory: as it is in the database (None: not there) and as it shall be."""

    stored: Row | None
    now: Row | None


class RowDesk:
    """Implements console.domain.desk.Desk for commands carried out one after the other; `begin` before each."""

    def __init__(self, db: Connection, replaying: bool = False) -> None:
        self.replaying = replaying
        self.events: list[object] = []
        self._db = db
        self._rows: dict[Key, _Held] = {}
        self._dirty: set[Key] = set()
        self._before: dict[Key, Row | None] = {}  # of the rows this command changed
        self._command = ""
        self._earlier: set[Key] = set()  # rows that commands before this one changed; the trail has them not yet

    # Reading

    def get(self, cls: type[T], id: str) -> T | None:
        """The value with this id."""
        row = self.row(SHELVES[cls].kind, id)
        return None if row is None else SHELVES[cls].value(row)

    def need(self, cls: type[T], id: str) -> T:
        """The value with this id; Missing where there is none."""
        value = self.get(cls, id)
        if value is None:
            raise Missing(kind=SHELVES[cls].kind, id=id)
        return value

    def find(self, cls: type[T], *tests: Test, order: str = "", limit: int = 0, **equals: object) -> list[T]:
        """Values that pass."""
        shelf: Shelf[T] = SHELVES[cls]
        return [shelf.value(row) for row in self._select(shelf, tests, equals, order, limit)]

    def kept(self, cls: type[T], *tests: Test, order: str = "", limit: int = 0, **equals: object) -> list[Kept[T]]:
        """The same with version and state."""
        shelf: Shelf[T] = SHELVES[cls]
        rows = self._select(shelf, tests, equals, order, limit)
        waiting = self._waiting({row["last"] for row in rows})
        return [Kept(shelf.value(row), row["version"], row["last"], row["last"] in waiting) for row in rows]

    def texts(self, cls: type[T], field: str, *tests: Test, **equals: object) -> list[str]:
        """One field of those that pass."""
        self.flush()
        return column(self._db, SHELVES[cls].table, field, tests, equals)

    def count(self, cls: type[T], *tests: Test, **equals: object) -> int:
        """How many pass."""
        self.flush()
        return counted(self._db, SHELVES[cls].table, tests, equals)

    def row(self, kind: str, id: str) -> Row | None:
        """The row as it is now, with what this command already changed."""
        held = self._rows.get((kind, id))
        if held is None:
            rows = by_id(KINDS[kind].table).rows(self._db, {"id": id})
            held = self._hold((kind, id), rows[0] if rows else None)
        return held.now

    def preload(self, wanted: Iterable[Key]) -> None:
        """Read these rows at once, so that commands need not read them one by one."""
        by_kind: dict[str, list[str]] = {}
        for kind, id in wanted:
            if (kind, id) not in self._rows and kind in KINDS:
                by_kind.setdefault(kind, []).append(id)
        for kind, ids in by_kind.items():
            rows = {row["id"]: row for row in with_ids(self._db, KINDS[kind].table, ids)}
            for id in ids:
                self._hold((kind, id), rows.get(id))

    # Writing

    def begin(self, command: str) -> None:
        """From now on changes belong to the command with this id."""
        self._command = command
        self._earlier.update(self._before)
        self._before = {}
        self.events = []

    def put(self, value: object) -> None:
        """Keep a new or changed value."""
        shelf = SHELVES[type(value)]
        self.put_row(shelf.kind, shelf.row(value))

    def put_row(self, kind: str, row: Row) -> None:
        """The same with a row's own fields; columns not given stay as they are."""
        was = self.row(kind, row["id"])
        if was is not None and all(was.get(name) == value for name, value in row.items()):
            return
        check(KINDS[kind].table, row)
        start = self._before.get((kind, row["id"]), was)  # before this command, which counts as one version
        new = {**(was or start or {}), **row}
        if start is not None and all(new.get(name) == value for name, value in start.items() if name not in ENGINE):
            new = start
        else:
            new |= {"version": (start["version"] if start else 0) + 1, "last": self._command}
        self._change((kind, row["id"]), was, new)

    def remove(self, cls: type[T], id: str) -> None:
        """Take a value out of its table."""
        kind = SHELVES[cls].kind
        was = self.row(kind, id)
        if was is None:
            raise Missing(kind=kind, id=id)
        self._change((kind, id), was, None)

    def set_row(self, kind: str, id: str, row: Row | None) -> None:
        """Make the row exactly this, version and last writer too: what another database holds."""
        was = self.row(kind, id)
        if was != row:
            self._change((kind, id), was, row)

    def put_back(self, kind: str, id: str) -> bool:
        """Set a row anew to the state that the trail accounts for: a version more than that state."""
        was = self.row(kind, id)
        account = accounts(self._db, kind, [id]).get(id)
        if (kind, id) in self._earlier or (account is not None and not account.believable):
            return False
        change = account.change if account is not None else None
        if change is None or change["after"] is None:
            if was is not None:
                self._change((kind, id), was, None)
            return was is not None
        shelf = KINDS[kind]
        row = was or {name: shelf.usual(name) for name in shelf.columns}
        told = {name: value for name, value in change["after"].items() if name in row}
        now = {**row, **told, "version": change["version"] + 1, "last": self._command}
        self._change((kind, id), was, now)
        return True

    def expect(self, cls: type[T], id: str, version: int) -> None:
        """ChangedMeanwhile unless this is the version now."""
        row = self.row(SHELVES[cls].kind, id)
        if version and not self.replaying and row is not None and row["version"] != version:
            raise ChangedMeanwhile(kind=SHELVES[cls].kind, id=id, last=row["last"])

    def tell(self, event: object) -> None:
        """Publish this event once everything is durable."""
        self.events.append(event)

    def undo(self) -> None:
        """Forget what the command since `begin` changed; nothing of it was written yet unless a `find` came between."""
        for place, was in self._before.items():
            self._rows[place].now = was
            self._dirty.add(place)
        self._before = {}
        self.events = []

    def changes(self) -> tuple[Change, ...]:
        """What the command since `begin` did, row by row."""
        told = (self._told(place, was, self._rows[place].now) for place, was in self._before.items())
        return tuple(change for change in told if change is not None)

    def flush(self) -> None:
        """Write what was changed in memory to the database, inside the connection's transaction."""
        if not self._dirty:
            return
        gone: dict[str, list[Row]] = {}
        new: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
        changed: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
        for kind, id in self._dirty:
            held = self._rows[kind, id]
            old, now = held.stored, held.now
            if now == old:
                continue
            if now is None:
                gone.setdefault(kind, []).append({"this_id": id})
            elif old is None:
                new.setdefault((kind, tuple(now)), []).append(now)
            else:
                fields = tuple(name for name, value in now.items() if old.get(name) != value)
                values = {"this_id": id, **{"to_" + name: now[name] for name in fields}}
                changed.setdefault((kind, fields), []).append(values)
            held.stored = now
        self._dirty.clear()
        for kind, rows in gone.items():
            deleting(KINDS[kind].table).run(self._db, rows)
        for (kind, fields), rows in new.items():
            inserting(KINDS[kind].table, fields).run(self._db, rows)
        for (kind, fields), rows in changed.items():
            updating(KINDS[kind].table, fields).run(self._db, rows)

    # Inside

    def _hold(self, place: Key, row: Row | None) -> _Held:
        held = self._rows[place] = _Held(row, row)
        return held

    def _change(self, place: Key, was: Row | None, new: Row | None) -> None:
        self._before.setdefault(place, was)
        self._rows[place].now = new
        self._dirty.add(place)

    def _told(self, place: Key, was: Row | None, now: Row | None) -> Change | None:
        if was == now:
            return None
        base = was["last"] if was else ""
        after = {name: value for name, value in now.items() if name not in ENGINE} if now else None
        before = None
        if was is not None:
            names = [name for name in was if name not in ENGINE and (now is None or was[name] != now[name])]
            before = {name: was[name] for name in names}
        return Change(place[0], place[1], now["version"] if now else 0, base, before, after)

    def _select(
        self, shelf: Shelf[Any], tests: Iterable[Test], equals: dict[str, object], order: str, limit: int
    ) -> list[Row]:
        self.flush()
        rows = []
        for row in found(self._db, shelf.table, tests, equals, order, limit):
            held = self._rows.get((shelf.kind, row["id"])) or self._hold((shelf.kind, row["id"]), row)
            if held.now is not None:
                rows.append(held.now)
        return rows

    def _waiting(self, ids: set[str]) -> set[str]:
        return which(self._db, schema.outbox, sorted(ids))


__all__ = ["Key", "Row", "RowDesk"]
