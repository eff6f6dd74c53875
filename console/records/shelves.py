"""Shelves: which domain value lies in which table. A new noun declares its table and its shelf, and nothing else.

A field that a later program adds to a noun has a default, the same in the dataclass and in its column: programs that do
not know the field leave it out of what they tell.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any, Generic, TypeVar

import msgspec
from sqlalchemy import Table

from console.domain.trail import moment

T = TypeVar("T")
ENGINE = ("version", "last")  # columns that belong to the engine, not to the value


@dataclass(frozen=True)
class Shelf(Generic[T]):
    """A kind of record. The table has a column for each field of the dataclass, by name unless it is renamed."""

    cls: type[T]
    table: Table
    secret: frozenset[str] = frozenset()  # columns that no screen and no export shows
    renamed: Mapping[str, str] = field(default_factory=dict, hash=False)  # column by field: `last` is the engine's

    @property
    def kind(self) -> str:
        """The table's name, by which the trail knows it."""
        return str(self.table.name)

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, the engine's too."""
        return tuple(column.name for column in self.table.columns)

    def row(self, value: T) -> dict[str, Any]:
        """The value as a row: text, numbers, truth values, None; lists and mappings for packed columns."""
        return {column: stored(getattr(value, name)) for name, column in self._fields}

    def value(self, row: Mapping[str, Any]) -> T:
        """The row as a value; columns that this program does not know are left out."""
        known = {name: row[column] for name, column in self._fields if column in row}
        return msgspec.convert(known, self.cls, strict=False)

    def hides(self, column: str) -> bool:
        """Whether no screen and no export shows this column: it is secret, or only a newer program knows what it is."""
        return column in self.secret or column not in self.table.columns

    def usual(self, column: str) -> Any:
        """What a column holds where nobody said anything: the field's default as a row has it, None without one."""
        return self._defaults.get(column)

    @cached_property
    def _fields(self) -> tuple[tuple[str, str], ...]:
        return tuple((field.name, self.renamed.get(field.name, field.name)) for field in self._described)

    @cached_property
    def _defaults(self) -> dict[str, Any]:
        given = {field.name: field.default for field in self._described}
        made = {f.name: f.default_factory() for f in self._described if f.default_factory is not dataclasses.MISSING}
        told = {name: value for name, value in {**given, **made}.items() if value is not dataclasses.MISSING}
        return {self.renamed.get(name, name): stored(value) for name, value in told.items()}

    @property
    def _described(self) -> tuple[dataclasses.Field[Any], ...]:
        cls: Any = self.cls
        return dataclasses.fields(cls)


def stored(value: object) -> Any:
    """A value as a column takes it: text, a number, a truth value, None; lists and mappings for packed columns."""
    if value is None or type(value) in (str, int, float, bool):
        return value
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    return listed(msgspec.to_builtins(value))


def listed(value: Any) -> Any:
    """The same with lists for tuples, so that it equals what is read back."""
    if isinstance(value, list | tuple):
        return [listed(each) for each in value]
    if isinstance(value, dict):
        return {name: listed(each) for name, each in value.items()}
    return value


SHELVES: dict[type, Shelf[Any]] = {}
KINDS: dict[str, Shelf[Any]] = {}


def shelf(
    cls: type[T], table: Table, secret: frozenset[str] = frozenset(), renamed: Mapping[str, str] | None = None
) -> Shelf[T]:
    """Declare where values of `cls` lie."""
    made = Shelf(cls, table, secret, renamed or {})
    SHELVES[cls] = made
    KINDS[made.kind] = made
    return made
