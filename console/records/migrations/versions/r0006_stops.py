"""Stops of stations, and the tree of reasons that they are given."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import LONG, Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = ("stop", "stop_reason")


def upgrade() -> None:
    """Two more tables."""
    _record(
        "stop",
        Column("place", key(), nullable=False, index=True),
        Column("since", when(), nullable=False, index=True),
        Column("until", when(), index=True),
        Column("line", key(), nullable=False),
        Column("area", key(), nullable=False),
        Column("machine", words(400), nullable=False),
        Column("reason", key(), nullable=False, index=True),
        Column("note", LONG, nullable=False),
        Column("by", key(), nullable=False),
        Column("explained", when()),
        Column("call", key(), nullable=False),
        Column("ran", Packed, nullable=False),
        Column("split_from", key(), nullable=False),
        Column("merged_into", key(), nullable=False),
    )
    _record(
        "stop_reason",
        Column("name", words(120), nullable=False),
        Column("parent", key(), nullable=False),
        Column("area", key(), nullable=False),
        Column("loss", words(20), nullable=False),
        Column("waste", words(20), nullable=False),
        Column("machine", Packed, nullable=False),
        Column("causes", Packed, nullable=False),
        Column("order", Integer, nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
    )


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
