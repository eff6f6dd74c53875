"""Channels on which people are told of calls, how they are reached, and what was sent."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = ("notice_channel", "contact", "notice")


def upgrade() -> None:
    """Three more tables."""
    _record(
        "notice_channel",
        Column("name", words(120), nullable=False),
        Column("kind", words(20), nullable=False),
        Column("address", words(400), nullable=False),
        Column("shape", words(20), nullable=False),
        Column("security", words(20), nullable=False),
        Column("sender", words(400), nullable=False),
        Column("user", words(120), nullable=False),
        Column("severity", words(20), nullable=False),
        Column("areas", Packed, nullable=False),
        Column("categories", Packed, nullable=False),
        Column("whom", words(20), nullable=False),
        Column("recipients", Packed, nullable=False),
        Column("language", words(10), nullable=False),
        Column("over", Boolean(create_constraint=False), nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
        Column("since", when()),
    )
    _record(
        "contact",
        Column("mail", words(400), nullable=False),
        Column("mobile", words(40), nullable=False),
        Column("handle", words(120), nullable=False),
    )
    _record(
        "notice",
        Column("call", key(), nullable=False, index=True),
        Column("place", key(), nullable=False),
        Column("step", key(), nullable=False),
        Column("channel", key(), nullable=False),
        Column("reason", words(20), nullable=False),
        Column("made", when(), nullable=False, index=True),
        Column("console", key(), nullable=False),
        Column("recipient", words(400), nullable=False),
        Column("persons", Packed, nullable=False),
        Column("level", Integer, nullable=False),
        Column("state", words(20), nullable=False, index=True),
        Column("tries", Integer, nullable=False),
        Column("tried", when()),
        Column("why", words(40), nullable=False),
        Column("said", words(400), nullable=False),
        Column("delivered", when()),
    )


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
