"""Statements that are run again and again: built once, and told to SQLite without a detour."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Dialect, Select, Table, bindparam, delete, insert, select, update

Row = dict[str, Any]
Convert = Callable[[Any], Any]


class Prepared:
    """A statement whose parameters have names; it means the same on every database.

    SQLAlchemy costs several times what SQLite itself does. So for SQLite its text and its conversions of values are
    kept, and used on SQLite's own connection inside the transaction that the SQLAlchemy connection began.
    """

    def __init__(self, statement: Any, fields: tuple[str, ...] = ()) -> None:
        self._statement = statement
        self._fields = fields  # of an insert: the columns it fills
        self._direct: _Direct | None = None

    def rows(self, db: Connection, values: Mapping[str, Any]) -> list[Row]:
        """What a query finds, by name of the column."""
        if db.dialect.name != "sqlite":
            return [dict(row) for row in db.execute(self._statement, dict(values)).mappings()]
        return self._prepared(db.dialect).rows(_sqlite(db), values)

    def run(self, db: Connection, many: Sequence[Mapping[str, Any]]) -> None:
        """Write, once for each set of values; nothing for none."""
        if not many:
            return
        if db.dialect.name != "sqlite":
            db.execute(self._statement, [dict(values) for values in many])
        else:
            self._prepared(db.dialect).run(_sqlite(db), many)

    def _prepared(self, dialect: Dialect) -> _Direct:
        if self._direct is None:
            self._direct = _Direct(self._statement, self._fields, dialect)
        return self._direct


class _Direct:
    """A statement as SQLite takes it: its text, the order of its parameters, and how values are converted."""

    def __init__(self, statement: Any, fields: tuple[str, ...], dialect: Dialect) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(fields) or None)
        self._text = str(compiled)
        taken = compiled.positiontup or ()
        self._taken = [(name, compiled.binds[name].type.bind_processor(dialect)) for name in taken]
        self._fixed = {name: value for name, value in compiled.params.items() if value is not None}
        columns = list(statement.selected_columns) if isinstance(statement, Select) else []
        self._names = tuple(column.name for column in columns)
        found = [(column.name, column.type.result_processor(dialect, None)) for column in columns]
        self._converted: list[tuple[str, Convert]] = [(name, how) for name, how in found if how is not None]

    def rows(self, db: Any, values: Mapping[str, Any]) -> list[Row]:
        found = db.execute(self._text, self._bound(values)).fetchall()
        rows = [dict(zip(self._names, each, strict=True)) for each in found]
        for name, convert in self._converted:
            for row in rows:
                row[name] = convert(row[name])
        return rows

    def run(self, db: Any, many: Sequence[Mapping[str, Any]]) -> None:
        if len(many) == 1:
            db.execute(self._text, self._bound(many[0]))
        else:
            db.executemany(self._text, [self._bound(values) for values in many])

    def _bound(self, values: Mapping[str, Any]) -> list[Any]:
        if self._fixed:  # what SQLAlchemy adds of its own: SQLite's OFFSET
            values = {**self._fixed, **values}
        return [values[name] if convert is None else convert(values[name]) for name, convert in self._taken]


def _sqlite(db: Connection) -> Any:
    """SQLite's own connection, inside the transaction that is open or begins here."""
    if not db.in_transaction():
        db.begin()
    return db.connection.driver_connection


@cache
def by_id(table: Table) -> Prepared:
    """The row with this `id`."""
    return Prepared(select(table).where(table.c.id == bindparam("id")))


@lru_cache(maxsize=512)
def inserting(table: Table, fields: tuple[str, ...] = ()) -> Prepared:
    """A new row with these fields, () = all columns."""
    return Prepared(insert(table), fields or tuple(column.name for column in table.columns))


@lru_cache(maxsize=512)
def updating(table: Table, fields: tuple[str, ...]) -> Prepared:
    """New values `to_<field>` in the row with the id `this_id`."""
    changed: dict[str, Any] = {name: bindparam("to_" + name) for name in fields}
    return Prepared(update(table).where(table.c.id == bindparam("this_id")).values(changed))


@cache
def deleting(table: Table) -> Prepared:
    """No row with the id `this_id`."""
    return Prepared(delete(table).where(table.c.id == bindparam("this_id")))
