"""Stops of stations, and the tree of reasons that they are given."""

from __future__ import annotations

from console.records.migrations.steps import drop_table

revision = "0006"
down_revision = "0005"
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
