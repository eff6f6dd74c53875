"""Actions with their steps, reviews of calls, and what was learned."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import LONG, Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = ("action", "action_step", "review", "article", "article_use")


def upgrade() -> None:
    """Five more tables."""
    _actions()
    _reviews()
    _knowledge()


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)


def _actions() -> None:
    _record(
        "action",
        Column("title", words(400), nullable=False),
        Column("place", key(), nullable=False, index=True),
        Column("owner", key(), nullable=False, index=True),
        Column("due", when(), nullable=False),
        Column("made", when(), nullable=False, index=True),
        Column("made_by", key(), nullable=False),
        Column("text", LONG, nullable=False),
        Column("priority", words(20), nullable=False),
        Column("source", words(40), nullable=False),
        Column("record", key(), nullable=False, index=True),
        Column("strict", Boolean(create_constraint=False), nullable=False),
        Column("planned", when()),
        Column("stage", words(20), nullable=False, index=True),
        Column("begun", when()),
        Column("begun_by", key(), nullable=False),
        Column("blocked", LONG, nullable=False),
        Column("done", when()),
        Column("done_by", key(), nullable=False),
        Column("outcome", LONG, nullable=False),
        Column("verified", when()),
        Column("verified_by", key(), nullable=False),
        Column("effect_days", Integer, nullable=False),
        Column("effect_due", when()),
        Column("effect", words(20), nullable=False),
        Column("checked", when()),
        Column("checked_by", key(), nullable=False),
        Column("evidence", Packed, nullable=False),
        Column("reminded", Integer, nullable=False),
        Column("reopened", Integer, nullable=False),
        Column("dropped", LONG, nullable=False),
        Column("ended", when()),
        Column("ended_by", key(), nullable=False),
    )
    _record(
        "action_step",
        Column("action", key(), nullable=False, index=True),
        Column("move", words(20), nullable=False),
        Column("at", when(), nullable=False),
        Column("who", key(), nullable=False),
        Column("note", LONG, nullable=False),
        Column("level", Integer, nullable=False),
        Column("people", Packed, nullable=False),
        Column("refs", Packed, nullable=False),
    )


def _reviews() -> None:
    _record(
        "review",
        Column("kind", words(40), nullable=False),
        Column("record", key(), nullable=False, index=True),
        Column("place", key(), nullable=False),
        Column("title", words(400), nullable=False),
        Column("because", words(20), nullable=False),
        Column("repeats", Integer, nullable=False),
        Column("wanted", when(), nullable=False),
        Column("whys", Packed, nullable=False),
        Column("root_cause", LONG, nullable=False),
        Column("standard", LONG, nullable=False),
        Column("lesson", Boolean(create_constraint=False), nullable=False),
        Column("done", when()),
        Column("done_by", key(), nullable=False),
    )


def _knowledge() -> None:
    _record(
        "article",
        Column("title", words(400), nullable=False),
        Column("text", LONG, nullable=False),
        Column("made", when(), nullable=False),
        Column("made_by", key(), nullable=False),
        Column("places", Packed, nullable=False),
        Column("categories", Packed, nullable=False),
        Column("codes", Packed, nullable=False),
        Column("abouts", Packed, nullable=False),
        Column("causes", Packed, nullable=False),
        Column("keywords", Packed, nullable=False),
        Column("kind", words(40), nullable=False),
        Column("record", key(), nullable=False, index=True),
        Column("changed", when()),
        Column("changed_by", key(), nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
    )
    _record(
        "article_use",
        Column("article", key(), nullable=False, index=True),
        Column("kind", words(40), nullable=False),
        Column("record", key(), nullable=False, index=True),
        Column("place", key(), nullable=False),
        Column("at", when(), nullable=False),
        Column("by", key(), nullable=False),
    )


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
