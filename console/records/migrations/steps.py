"""Steps of a migration that may be done again: what an interrupted one left done is not done twice.

PostgreSQL and SQLite take a whole migration back when it is interrupted. MariaDB cannot take tables back, so a step
looks first whether it was done.
"""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, MetaData, Table, inspect
from sqlalchemy.schema import CreateIndex, CreateTable, SchemaItem

from console.records.columns import NAMES
from console.records.schema import OURS


def add_table(name: str, *parts: SchemaItem) -> None:
    """Make a table with its indexes."""
    made = Table(name, MetaData(naming_convention=NAMES), *parts, **OURS)
    if not _has(name):
        op.execute(CreateTable(made))
    known = _indexes(name)
    for index in sorted(made.indexes, key=lambda index: str(index.name)):
        if index.name not in known:
            op.execute(CreateIndex(index))


def drop_table(name: str) -> None:
    """Take a table away with everything in it."""
    if _offline() or _has(name):
        op.drop_table(name)


def add_column(name: str, column: Column[object]) -> None:
    """Give a table one more column; it needs a server default, or may be null, because rows are there already."""
    if _offline() or column.name not in {found["name"] for found in inspect(op.get_bind()).get_columns(name)}:
        op.add_column(name, column)


def drop_column(name: str, column: str) -> None:
    """Take a column away."""
    if _offline() or column in {found["name"] for found in inspect(op.get_bind()).get_columns(name)}:
        with op.batch_alter_table(name) as batch:
            batch.drop_column(column)


def _offline() -> bool:
    return op.get_context().as_sql


def _has(name: str) -> bool:
    return not _offline() and inspect(op.get_bind()).has_table(name)


def _indexes(name: str) -> set[str]:
    return set() if _offline() else {str(found["name"]) for found in inspect(op.get_bind()).get_indexes(name)}
