"""Which rows pass a desk's tests: each shape of question is built once, its values are filled in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import Connection, Integer, Table, bindparam, false, func, select
from sqlalchemy.sql.elements import ColumnElement

from console.domain.desk import Test
from console.records.columns import LONG
from console.records.shelves import stored
from console.records.statements import Prepared, Row

Part = tuple[str, str, int]  # column, how it is compared, how many values
PART = 400  # values in one statement: SQL Server takes 2100 in all
ESCAPE = "/"


def found(
    db: Connection, table: Table, tests: Iterable[Test], equals: Mapping[str, object], order: str = "", limit: int = 0
) -> list[Row]:
    """Rows that pass, in the order of a column ("-" before it: the last first) and then of their ids."""
    shape, values = _taken(tests, equals)
    if limit:
        values["at_most"] = limit
    return _selecting(table, shape, order, bool(limit)).rows(db, values)


def counted(db: Connection, table: Table, tests: Iterable[Test], equals: Mapping[str, object]) -> int:
    """How many rows pass."""
    shape, values = _taken(tests, equals)
    return int(_counting(table, shape).rows(db, values)[0]["many"])


def column(db: Connection, table: Table, name: str, tests: Iterable[Test], equals: Mapping[str, object]) -> list[str]:
    """What stands in one column of the rows that pass, in no order."""
    shape, values = _taken(tests, equals)
    return [row[name] for row in _present(table, shape, name).rows(db, values)]


def with_ids(db: Connection, table: Table, ids: Sequence[str]) -> list[Row]:
    """The rows that have one of these ids."""
    return [row for part in _parts(ids) for row in found(db, table, [("id", "in", part)], {})]


def which(db: Connection, table: Table, ids: Sequence[str]) -> set[str]:
    """Those of these ids that have a row."""
    there = set()
    for part in _parts(ids):
        shape, values = _taken([("id", "in", part)], {})
        there |= {row["id"] for row in _present(table, shape).rows(db, values)}
    return there


def _parts(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[start : start + PART] for start in range(0, len(ids), PART))


def _taken(tests: Iterable[Test], equals: Mapping[str, object]) -> tuple[tuple[Part, ...], dict[str, Any]]:
    """The shape of the question, and its values by name of the parameter."""
    parts: list[Part] = []
    values: dict[str, Any] = {}
    for name, how, value in [*((name, "=", value) for name, value in equals.items()), *tests]:
        if how == "in" or isinstance(value, list | tuple | set | frozenset):
            how, many = "in", _filled([stored(each) for each in value])
        elif value is None:
            how, many = ("is" if how == "=" else "is not"), []
        else:
            many = [_inside(str(value)) if how == "like" else stored(value)]
        for each in many:
            values[f"p{len(values)}"] = each
        parts.append((name, how, len(many)))
    return tuple(parts), values


def _filled(many: list[Any]) -> list[Any]:
    """The values up to a power of two, the last one again and again, so that there are few shapes."""
    return many + many[-1:] * ((1 << (len(many) - 1).bit_length()) - len(many)) if many else many


def _inside(text: str) -> str:
    for sign in (ESCAPE, "%", "_"):
        text = text.replace(sign, ESCAPE + sign)
    return f"%{text}%"


@lru_cache(maxsize=512)
def _selecting(table: Table, shape: tuple[Part, ...], order: str, limited: bool) -> Prepared:
    asked = select(table).where(*_where(table, shape))
    if order:
        column = table.c[order.lstrip("-")]
        asked = asked.order_by(column.desc() if order.startswith("-") else column)
    if order.lstrip("-") != "id":
        asked = asked.order_by(table.c.id)
    return Prepared(asked.limit(bindparam("at_most", type_=Integer)) if limited else asked)


@lru_cache(maxsize=512)
def _counting(table: Table, shape: tuple[Part, ...]) -> Prepared:
    return Prepared(select(func.count().label("many")).select_from(table).where(*_where(table, shape)))


@cache
def _present(table: Table, shape: tuple[Part, ...], name: str = "id") -> Prepared:
    return Prepared(select(table.c[name]).where(*_where(table, shape)))


def _where(table: Table, shape: tuple[Part, ...]) -> list[ColumnElement[bool]]:
    made: list[ColumnElement[bool]] = []
    taken = 0
    for name, how, many in shape:
        column = table.c[name]
        kind = LONG if how == "like" else column.type  # a part of what is packed is no list
        filled = [bindparam(f"p{taken + number}", type_=kind) for number in range(many)]
        taken += many
        made.append(_compared(column, how, filled))
    return made


def _compared(column: ColumnElement[Any], how: str, values: Sequence[Any]) -> ColumnElement[bool]:
    if how == "in":
        return column.in_(values) if values else false()
    if how in ("is", "is not"):
        return column.is_(None) if how == "is" else column.is_not(None)
    if how == "like":
        return column.like(values[0], escape=ESCAPE)
    return column == values[0] if how == "=" else column.op(how, is_comparison=True)(values[0])
