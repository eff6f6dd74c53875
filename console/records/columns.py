"""Columns that mean the same in SQLite, PostgreSQL, MariaDB and SQL Server."""

from __future__ import annotations

import json
from typing import Any

from sqlalchemy import BigInteger, Column, Dialect, Integer, MetaData, String, Table, Text
from sqlalchemy.dialects.mssql import NVARCHAR
from sqlalchemy.dialects.mysql import LONGTEXT, VARCHAR
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator, TypeEngine

from console.domain.trail import canonical

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
METADATA = MetaData(naming_convention=NAMES)

LONG: TypeEngine[str] = Text().with_variant(LONGTEXT(charset="utf8mb4"), "mysql", "mariadb")
LONG = LONG.with_variant(NVARCHAR(None), "mssql")
Number = BigInteger().with_variant(Integer, "sqlite")  # what SQLite numbers by itself


def words(most: int) -> TypeEngine[str]:
    """Text of at most `most` characters; told apart by every character, as in SQLite."""
    plain = String(most).with_variant(VARCHAR(most, charset="utf8mb4", collation="utf8mb4_bin"), "mysql", "mariadb")
    return plain.with_variant(NVARCHAR(most, collation="Latin1_General_100_BIN2"), "mssql")


def key() -> TypeEngine[str]:
    """The id of something: a UUID, or a short name of our own."""
    return words(64)


def when() -> TypeEngine[str]:
    """A time as `moment` writes it, or a day ("2026-11-21")."""
    return words(27)


class Packed(TypeDecorator[Any]):
    """A list or a mapping, as canonical JSON in a text column."""

    impl = LONG
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """As it is stored."""
        return None if value is None else canonical(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """As it was."""
        return None if value is None else [] if value == "[]" else json.loads(value)


def record_table(name: str, *columns: SchemaItem) -> Table:
    """A table of records: `id`, then `columns`, then the version and the command that wrote the row last."""
    parts: list[SchemaItem] = [Column("id", key(), primary_key=True), *columns]
    parts += [Column("version", Integer, nullable=False), Column("last", words(36), nullable=False)]
    made: Table = Table(name, METADATA, *parts, mysql_engine="InnoDB", mysql_charset="utf8mb4")
    return made
