"""The tables of the engine itself, beside those of the records."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Boolean, Column, Integer, Table

from console.records.columns import LONG, METADATA, Number, Packed, key, when, words

OURS: dict[str, Any] = {"mysql_engine": "InnoDB", "mysql_charset": "utf8mb4"}

trail = Table(
    "trail",
    METADATA,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("id", words(36), nullable=False, unique=True),
    Column("at", when(), nullable=False, index=True),
    Column("written", when(), nullable=False),
    Column("who", key(), nullable=False, index=True),
    Column("console", key(), nullable=False),
    Column("command", words(80), nullable=False, index=True),
    Column("payload", Packed, nullable=False),
    Column("changes", Packed, nullable=False),
    Column("verdict", words(10), nullable=False),
    Column("about", words(36), nullable=False, index=True),
    Column("note", Packed, nullable=False),
    Column("previous", words(64), nullable=False),
    Column("hash", words(64), nullable=False),
    **OURS,
)
# Which lines touched which row: found again from the trail, so it is no record itself.
touched = Table(
    "touched",
    METADATA,
    Column("kind", words(40), primary_key=True),
    Column("id", key(), primary_key=True),
    Column("seq", Number, primary_key=True, autoincrement=False),
    **OURS,
)
# Commands that wait to be shared, in the order they were given here.
outbox = Table(
    "outbox",
    METADATA,
    Column("seq", Number, primary_key=True, autoincrement=False),
    Column("id", words(36), nullable=False, unique=True),
    **OURS,
)
# Rows on which this console was ahead when the shared truth came in: read again after what waits was shared.
unsettled = Table(
    "unsettled",
    METADATA,
    Column("kind", words(40), primary_key=True),
    Column("id", key(), primary_key=True),
    Column("about", words(36), nullable=False),
    **OURS,
)
# Names and values about the database itself: `database` (its id), `schema`, `writers` (oldest program that may write).
meta = Table(
    "meta", METADATA, Column("name", words(60), primary_key=True), Column("value", LONG, nullable=False), **OURS
)
# The shared databases this console ever joined, and how far it has read their trail.
joined = Table(
    "joined",
    METADATA,
    Column("database", words(36), primary_key=True),
    Column("place", words(300), nullable=False),  # in words, without a password
    Column("cursor", Number, nullable=False),
    Column("hash", words(64), nullable=False),  # of the line at the cursor
    Column("current", Boolean(create_constraint=False), nullable=False),
    **OURS,
)
# Who works on a shared database; each console keeps its own row fresh. Not a record: it is in no trail.
presence = Table(
    "presence",
    METADATA,
    Column("console", key(), primary_key=True),
    Column("name", words(120), nullable=False),
    Column("program", words(40), nullable=False),
    Column("schema", Integer, nullable=False),
    Column("seen", when(), nullable=False),
    Column("waiting", Integer, nullable=False),
    **OURS,
)
ENGINE_TABLES = frozenset({"trail", "touched", "outbox", "unsettled", "meta", "joined", "presence", "blob"})
__all__ = ["ENGINE_TABLES", "joined", "meta", "outbox", "presence", "touched", "trail", "unsettled"]
