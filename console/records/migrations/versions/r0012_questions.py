"""Questions that are kept."""

from __future__ import annotations

from sqlalchemy import Column, Integer

from console.records.columns import Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None
writers = 1  # only a table was added: who does not know it leaves it alone


def upgrade() -> None:
    """One more table."""
    add_table(
        "saved_question",
        Column("id", key(), primary_key=True),
        Column("name", words(120), nullable=False),
        Column("measure", words(40), nullable=False),
        Column("rows", words(20), nullable=False),
        Column("columns", words(20), nullable=False),
        *(Column(name, Packed, nullable=False) for name in ("areas", "lines", "shifts", "products", "crews")),
        Column("span", words(20), nullable=False),
        Column("against", words(20), nullable=False),
        Column("reports", Packed, nullable=False),
        Column("by", key(), nullable=False),
        Column("at", when()),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )


def downgrade() -> None:
    """Without it."""
    drop_table("saved_question")
