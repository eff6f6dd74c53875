"""Rows of a database as cells of a CSV file, and back without a difference."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, Numeric, Table

from console.domain.spreadsheet import guarded, unguarded

Raw = str | int | float | bytes | None  # a value as SQLite holds it


def told(column: Column[object], value: Raw) -> str:
    """A value as a cell. Nothing at all is an empty cell; where that may happen, an empty text is an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bytes):
        return value.hex()
    if not isinstance(value, str):
        return repr(value)
    if column.nullable and not value.strip("'"):
        return value + "'"
    return guarded(value)


def heard(column: Column[object], cell: str) -> Raw:
    """The value that was told so; ValueError for a cell that is none."""
    if column.nullable and not cell:
        return None
    kind = column.type
    if isinstance(kind, Float | Numeric) and not isinstance(kind, Integer):
        return float(cell)
    if isinstance(kind, Integer | Boolean):
        return int(cell)
    if isinstance(kind, LargeBinary):
        return bytes.fromhex(cell)
    if column.nullable and not cell.strip("'"):
        return cell[:-1]
    return unguarded(cell)


def cells(table: Table, row: Iterable[Raw]) -> list[str]:
    """A row, its values in the order of the table's columns."""
    return [told(column, value) for column, value in zip(table.c, row, strict=True)]


def names(table: Table) -> list[str]:
    """The first line of its file."""
    return [column.name for column in table.c]
