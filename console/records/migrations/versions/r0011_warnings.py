"""Early warnings and their rules."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import LONG, Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = ("warning_rule", "early_warning")


def upgrade() -> None:
    """Two more tables."""
    _record(
        "warning_rule",
        Column("name", words(120), nullable=False),
        Column("sign", words(20), nullable=False),
        Column("places", Packed, nullable=False),
        Column("signal", words(200), nullable=False),
        Column("limit", Double, nullable=False),
        Column("within", Double, nullable=False),
        Column("way", words(20), nullable=False),
        Column("horizon", Double, nullable=False),
        Column("other_days", Integer, nullable=False),
        Column("chart", key(), nullable=False),
        Column("per_piece", Double, nullable=False),
        Column("off_delay", Double, nullable=False),
        Column("category", key(), nullable=False),
        Column("severity", words(20)),
        Column("active", Boolean(create_constraint=False), nullable=False),
        Column("order", Integer, nullable=False),
        Column("text", words(400), nullable=False),
    )
    _record(
        "early_warning",
        Column("rule", key(), nullable=False),
        Column("sign", words(20), nullable=False),
        Column("place", key(), nullable=False, index=True),
        Column("signal", words(200), nullable=False),
        Column("began", when(), nullable=False, index=True),
        Column("ended", when(), index=True),
        Column("line", key(), nullable=False),
        Column("area", key(), nullable=False),
        Column("facts", Packed, nullable=False),
        Column("call", key(), nullable=False),
        Column("judged", words(20), nullable=False),
        Column("judged_by", key(), nullable=False),
        Column("note", LONG, nullable=False),
        Column("judged_at", when()),
    )


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
