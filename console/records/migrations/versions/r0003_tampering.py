"""Alterations that were found."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer

from console.records.columns import LONG, Number, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None
writers = 1  # only a table was added: who does not know it leaves it alone


def upgrade() -> None:
    """One more table."""
    add_table(
        "tampering",
        Column("id", key(), primary_key=True),
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
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )


def downgrade() -> None:
    """Without them."""
    drop_table("tampering")
