"""Where found alterations lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column

from console.domain.tampering import Tampered
from console.records.columns import LONG, Number, key, record_table, when, words
from console.records.shelves import shelf

tampering = record_table(
    "tampering",
    Column("database", words(36), nullable=False),
    Column("console", key(), nullable=False),
    Column("at", when(), nullable=False),
    Column("what", words(20), nullable=False),
    Column("table", words(40), nullable=False),
    Column("row", key(), nullable=False),
    Column("field", words(40), nullable=False),
    Column("expected", LONG, nullable=False),
    Column("found", LONG, nullable=False),
    Column("seq", Number, nullable=False),
    Column("until", Number, nullable=False),
    Column("answered", when()),
    Column("answered_by", key(), nullable=False),
    Column("reason", words(500), nullable=False),
    Column("mended", Boolean(create_constraint=False), nullable=False),
)

shelf(Tampered, tampering)
__all__ = ["tampering"]
