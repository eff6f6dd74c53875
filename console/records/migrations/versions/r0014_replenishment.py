"""Cards that pull material to lines, what was booked of orders, and what people counted."""

from __future__ import annotations

from sqlalchemy import Column, Double, Integer

from console.records.columns import LONG, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone


def upgrade() -> None:
    """Three more tables."""
    add_table(
        "replenishment",
        Column("id", key(), primary_key=True),
        Column("line", key(), nullable=False, index=True),
        Column("material", words(128), nullable=False),
        Column("quantity", Double, nullable=False),
        Column("made", when(), nullable=False),
        Column("made_by", key(), nullable=False),
        Column("column", words(40), nullable=False, index=True),
        Column("since", when()),
        Column("rank", words(255), nullable=False),
        Column("blocked", LONG, nullable=False),
        Column("blocked_at", when()),
        Column("taken", when()),
        Column("taken_by", key(), nullable=False),
        Column("finished", when(), index=True),
        Column("finished_by", key(), nullable=False),
        Column("ended", words(20), nullable=False),
        Column("why", LONG, nullable=False),
        Column("call", key(), nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    add_table(
        "stock_booking",
        Column("id", key(), primary_key=True),
        Column("order", key(), nullable=False, index=True),
        Column("line", key(), nullable=False),
        Column("counted", Integer, nullable=False),
        Column("pieces", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    add_table(
        "stock_count",
        Column("id", key(), primary_key=True),
        Column("line", key(), nullable=False, index=True),
        Column("material", words(128), nullable=False),
        Column("at", when(), nullable=False),
        Column("who", key(), nullable=False),
        Column("booked", Double, nullable=False),
        Column("counted", Double, nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )


def downgrade() -> None:
    """Without them."""
    for name in ("stock_count", "stock_booking", "replenishment"):
        drop_table(name)
