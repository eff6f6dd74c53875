"""Saved views of trends and notes on the time axis."""

from __future__ import annotations

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone


def upgrade() -> None:
    """More tables."""


def downgrade() -> None:
    """Without them."""
