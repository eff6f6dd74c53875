"""Saved views of trends and notes on the time axis."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = ("trend_note", "trend_view")


def upgrade() -> None:
    """More tables."""
    _record(
        "trend_note",
        Column("place", key(), nullable=False, index=True),
        Column("start", when(), nullable=False, index=True),
        Column("end", when(), index=True),
        Column("text", words(500), nullable=False),
        Column("at", when(), nullable=False),
        Column("by", key(), nullable=False),
        Column("signal", words(200), nullable=False),
        Column("changed", when()),
        Column("changed_by", key(), nullable=False),
    )
    _record(
        "trend_view",
        Column("name", words(120), nullable=False),
        Column("owner", key(), nullable=False, index=True),
        Column("place", key(), nullable=False),
        Column("pens", Packed, nullable=False),
        Column("length", Double, nullable=False),
        Column("start", when()),
        Column("compared", Packed, nullable=False),
        Column("shared", Boolean(create_constraint=False), nullable=False, index=True),
        Column("at", when()),
    )


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
