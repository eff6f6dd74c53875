"""Control charts."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer

from console.records.columns import Packed, key, words
from console.records.migrations.steps import add_table, drop_table

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone


def upgrade() -> None:
    """One more table."""
    add_table(
        "control_chart",
        Column("id", key(), primary_key=True),
        Column("name", words(120), nullable=False),
        Column("kind", words(20), nullable=False),
        Column("signal", words(200), nullable=False, index=True),
        Column("place", key(), nullable=False, index=True),
        Column("grouping", words(20), nullable=False),
        Column("size", Double, nullable=False),
        Column("rules", Packed, nullable=False),
        Column("phases", Packed, nullable=False),
        Column("lower", Double),
        Column("upper", Double),
        Column("target", Double),
        Column("of", words(200), nullable=False),
        Column("running_only", Boolean(create_constraint=False), nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
        Column("order", Integer, nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )


def downgrade() -> None:
    """Without it."""
    drop_table("control_chart")
