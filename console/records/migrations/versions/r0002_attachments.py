"""Attachments, and their content for consoles that share."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary
from sqlalchemy.dialects.mssql import VARBINARY
from sqlalchemy.dialects.mysql import LONGBLOB

from console.records.columns import Number, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone


def upgrade() -> None:
    """Two more tables."""
    add_table(
        "attachment",
        Column("id", key(), primary_key=True),
        Column("kind", words(40), nullable=False),
        Column("record", key(), nullable=False, index=True),
        Column("place", key(), nullable=False),
        Column("name", words(120), nullable=False),
        Column("type", words(100), nullable=False),
        Column("sha256", words(64), nullable=False, index=True),
        Column("size", Number, nullable=False),
        Column("width", Integer, nullable=False),
        Column("height", Integer, nullable=False),
        Column("thumb", words(64), nullable=False),
        Column("note", words(500), nullable=False),
        Column("at", when(), nullable=False),
        Column("by", key(), nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    most = VARBINARY("max")  # type: ignore[no-untyped-call]
    content = LargeBinary().with_variant(LONGBLOB(), "mysql", "mariadb").with_variant(most, "mssql")
    add_table(
        "blob",
        Column("sha256", words(64), primary_key=True),
        Column("part", Integer, primary_key=True, autoincrement=False),
        Column("size", Number, nullable=False),
        Column("data", content, nullable=False),
    )


def downgrade() -> None:
    """Without attachments."""
    drop_table("blob")
    drop_table("attachment")
