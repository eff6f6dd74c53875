"""Alarms that are shelved, and the times that figures are compared with."""

from __future__ import annotations

from sqlalchemy import Column, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = ("alarm_shelf", "baseline")


def upgrade() -> None:
    """Two more tables."""
    _record(
        "alarm_shelf",
        Column("place", key(), nullable=False),
        Column("category", key(), nullable=False),
        Column("rule", key(), nullable=False),
        Column("about", words(120), nullable=False),
        Column("reason", words(500), nullable=False),
        Column("who", key(), nullable=False),
        Column("since", when()),
        Column("expires", when()),
        Column("ended", when(), index=True),
        Column("ended_by", key(), nullable=False),
        Column("times", Integer, nullable=False),
    )
    _record(
        "baseline",
        Column("name", words(120), nullable=False),
        Column("start", when(), nullable=False),
        Column("end", when(), nullable=False),
        Column("place", key(), nullable=False),
        Column("noted", when()),
        Column("noted_by", key(), nullable=False),
        Column("reason", words(500), nullable=False),
    )


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
