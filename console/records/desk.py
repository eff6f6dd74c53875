"""A desk over one database connection: rows are read once, changed in memory, and written together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from console.domain.desk import ChangedMeanwhile, Kept, Missing, Test
from console.domain.trail import Change
from console.records import schema
from console.records.shelves import ENGINE, KINDS, SHELVES, Shelf, stored

T = TypeVar("T")
Row = dict[str, Any]
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

    def count(self, cls: type[T], *tests: Test, **equals: object) -> int:
        """How many pass."""
        self.flush()
        table = SHELVES[cls].table
        asked = select(func.count()).select_from(table).where(*_tests(table, tests, equals))
        return int(self._db.execute(asked).scalar_one())

    def row(self, kind: str, id: str) -> Row | None:
        """The row as it is now, with what this command already changed."""
        held = self._rows.get((kind, id))
        if held is None:
            table = KINDS[kind].table
            found = self._db.execute(select(table).where(table.c.id == id)).mappings().one_or_none()
            held = self._hold((kind, id), None if found is None else dict(found))
        return held.now

    def preload(self, wanted: Iterable[Key]) -> None:
        """Read these rows at once, so that commands need not read them one by one."""
        by_kind: dict[str, list[str]] = {}
        for kind, id in wanted:
            if (kind, id) not in self._rows and kind in KINDS:
                by_kind.setdefault(kind, []).append(id)
        for kind, ids in by_kind.items():
            table = KINDS[kind].table
            for start in range(0, len(ids), 400):
                some = ids[start : start + 400]
                found = {row["id"]: dict(row) for row in self._db.execute(_by_ids(table, some)).mappings()}
                for id in some:
                    self._hold((kind, id), found.get(id))

    # Writing

    def begin(self, command: str) -> None:
        """From now on changes belong to the command with this id."""
        self._command = command
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
        new = {**(was or {}), **row, "version": (was["version"] if was else 0) + 1, "last": self._command}
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
        new: dict[str, list[Row]] = {}
        changed: dict[tuple[str, tuple[str, ...]], list[Row]] = {}
        gone: dict[str, list[str]] = {}
        for place in self._dirty:
            held = self._rows[place]
            if held.now == held.stored:
                continue
            if held.now is None:
                gone.setdefault(place[0], []).append(place[1])
            elif held.stored is None:
                new.setdefault(place[0], []).append(held.now)
            else:
                old = held.stored
                fields = tuple(name for name, value in held.now.items() if old.get(name) != value)
                changed.setdefault((place[0], fields), []).append(held.now)
            held.stored = held.now
        self._dirty.clear()
        for kind, ids in gone.items():
            table = KINDS[kind].table
            self._db.execute(delete(table).where(table.c.id == bindparam("this_id")), [{"this_id": id} for id in ids])
        for kind, rows in new.items():
            self._db.execute(insert(KINDS[kind].table), rows)
        for (kind, fields), rows in changed.items():
            table = KINDS[kind].table
            statement = update(table).where(table.c.id == bindparam("this_id"))
            statement = statement.values({name: bindparam("to_" + name) for name in fields})
            self._db.execute(statement, [{"this_id": row["id"], **{"to_" + f: row[f] for f in fields}} for row in rows])

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
        asked: Select[Any] = select(shelf.table).where(*_tests(shelf.table, tests, equals))
        if order:
            column = shelf.table.c[order.lstrip("-")]
            asked = asked.order_by(column.desc() if order.startswith("-") else column, shelf.table.c.id)
        else:
            asked = asked.order_by(shelf.table.c.id)
        if limit:
            asked = asked.limit(limit)
        rows = []
        for found in self._db.execute(asked).mappings():
            held = self._rows.get((shelf.kind, found["id"])) or self._hold((shelf.kind, found["id"]), dict(found))
            if held.now is not None:
                rows.append(held.now)
        return rows

    def _waiting(self, ids: set[str]) -> set[str]:
        if not ids:
            return set()
        return set(self._db.execute(select(schema.outbox.c.id).where(schema.outbox.c.id.in_(ids))).scalars())


def _by_ids(table: Table, ids: list[str]) -> Select[Any]:
    return select(table).where(table.c.id.in_(ids))


def _tests(table: Table, tests: Iterable[Test], equals: dict[str, object]) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    for name, value in equals.items():
        column = table.c[name]
        if isinstance(value, list | tuple | set | frozenset):
            made.append(column.in_([stored(each) for each in value]))
        else:
            made.append(column.is_(None) if value is None else column == stored(value))
    for name, how, value in tests:
        made.append(_compared(table.c[name], how, value))
    return [and_(*made)] if made else []


def _compared(column: ColumnElement[Any], how: str, value: Any) -> ColumnElement[bool]:
    if how == "in":
        return column.in_([stored(each) for each in value])
    if how == "like":
        return column.contains(str(value), autoescape=True)
    return column.op(how)(stored(value))
