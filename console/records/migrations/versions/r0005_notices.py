"""Channels on which people are told of calls, how they are reached, and what was sent."""

from __future__ import annotations

from console.records.migrations.steps import drop_table

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES: tuple[str, ...] = ()


def upgrade() -> None:
    """Nothing yet."""


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)
