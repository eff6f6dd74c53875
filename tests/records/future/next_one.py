"""A revision that this program does not know yet: a column and a table more, which older programs may write around."""

from __future__ import annotations

from sqlalchemy import Column

from console.records import migrations
from console.records.columns import key, words
from console.records.migrations.steps import add_column, add_table, drop_column, drop_table

revision = f"{migrations.OURS + 1:04}"
down_revision = f"{migrations.OURS:04}"
branch_labels = None
depends_on = None
writers = migrations.OURS


def upgrade() -> None:
    """More."""
    add_column("person", Column("nickname", words(40), nullable=False, server_default="none"))
    add_table("andon", Column("id", key(), primary_key=True), Column("raised", words(27), index=True))


def downgrade() -> None:
    """Less."""
    drop_table("andon")
    drop_column("person", "nickname")
