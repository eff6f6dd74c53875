"""Calls with their steps, categories and rules, the roster, and what is said about records."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import LONG, Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = ("andon_category", "andon_call", "andon_step", "call_rule", "duty", "absence", "comment")


def upgrade() -> None:
    """Seven more tables."""
    _calls()
    _rules()
    _roster()


def downgrade() -> None:
    """Without them."""
    for name in TABLES:
        drop_table(name)


def _calls() -> None:
    _record(
        "andon_category",
        Column("name", words(120), nullable=False),
        Column("area", key(), nullable=False),
        Column("severity", words(20), nullable=False),
        Column("owner", words(40), nullable=False),
        Column("ladder", Packed, nullable=False),
        Column("around_clock", Boolean(create_constraint=False), nullable=False),
        Column("acknowledge_within", Double, nullable=False),
        Column("arrive_within", Double, nullable=False),
        Column("resolve_within", Double, nullable=False),
        Column("causes", Packed, nullable=False),
        Column("asks", Packed, nullable=False),
        Column("needs_cause", Boolean(create_constraint=False), nullable=False),
        Column("needs_countermeasure", Boolean(create_constraint=False), nullable=False),
        Column("verified_from", words(20), nullable=False),
        Column("review_from", words(20), nullable=False),
        Column("review_repeats", Integer, nullable=False),
        Column("sound", words(80), nullable=False),
        Column("order", Integer, nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
    )
    _record(
        "andon_call",
        Column("category", key(), nullable=False),
        Column("place", key(), nullable=False, index=True),
        Column("severity", words(20), nullable=False),
        Column("text", words(400), nullable=False),
        Column("source", words(20), nullable=False),
        Column("raised", when(), nullable=False, index=True),
        Column("raised_by", key(), nullable=False),
        Column("code", words(120), nullable=False),
        Column("about", words(120), nullable=False),
        Column("stage", words(20), nullable=False),
        Column("repeats", Integer, nullable=False),
        Column("repeated", when()),
        Column("cleared", when()),
        Column("begun", when()),
        Column("level", Integer, nullable=False),
        Column("handed", when()),
        Column("owner", key(), nullable=False),
        Column("acknowledged", when()),
        Column("acknowledged_by", key(), nullable=False),
        Column("arrived", when()),
        Column("arrived_by", key(), nullable=False),
        Column("contained", when()),
        Column("contained_by", key(), nullable=False),
        Column("containment", LONG, nullable=False),
        Column("resolved", when()),
        Column("resolved_by", key(), nullable=False),
        Column("cause", key(), nullable=False),
        Column("finding", LONG, nullable=False),
        Column("countermeasure", LONG, nullable=False),
        Column("answers", Packed, nullable=False),
        Column("refuted", when()),
        Column("verified", when()),
        Column("verified_by", key(), nullable=False),
        Column("closed", when(), index=True),
        Column("closed_by", key(), nullable=False),
        Column("rejected", LONG, nullable=False),
        Column("reopened", Integer, nullable=False),
    )
    _record(
        "andon_step",
        Column("call", key(), nullable=False, index=True),
        Column("move", words(20), nullable=False),
        Column("at", when(), nullable=False, index=True),
        Column("who", key(), nullable=False),
        Column("note", LONG, nullable=False),
        Column("level", Integer, nullable=False),
        Column("times", Integer, nullable=False),
        Column("to", key(), nullable=False),
    )


def _rules() -> None:
    _record(
        "call_rule",
        Column("name", words(120), nullable=False),
        Column("kind", words(20), nullable=False),
        Column("category", key(), nullable=False),
        Column("severity", words(20)),
        Column("places", Packed, nullable=False),
        Column("states", Packed, nullable=False),
        Column("codes", Packed, nullable=False),
        Column("levels", Packed, nullable=False),
        Column("signal", words(120), nullable=False),
        Column("limit", Double),
        Column("below", Boolean(create_constraint=False), nullable=False),
        Column("hysteresis", Double, nullable=False),
        Column("delay", Double, nullable=False),
        Column("off_delay", Double, nullable=False),
        Column("count", Integer, nullable=False),
        Column("window", Double, nullable=False),
        Column("chatter", Integer, nullable=False),
        Column("chatter_window", Double, nullable=False),
        Column("text", words(400), nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
        Column("order", Integer, nullable=False),
    )


def _roster() -> None:
    _record(
        "duty",
        Column("person", key(), nullable=False, index=True),
        Column("role", words(40), nullable=False),
        Column("scope", Packed, nullable=False),
        Column("calendar", key(), nullable=False),
        Column("shift", words(120), nullable=False),
        Column("days", Packed, nullable=False),
        Column("first_day", when()),
        Column("last_day", when()),
        Column("on_call", Boolean(create_constraint=False), nullable=False),
    )
    _record(
        "absence",
        Column("person", key(), nullable=False, index=True),
        Column("first_day", when(), nullable=False),
        Column("last_day", when(), nullable=False),
        Column("shift", words(120), nullable=False),
        Column("note", words(500), nullable=False),
    )
    _record(
        "comment",
        Column("kind", words(40), nullable=False),
        Column("record", key(), nullable=False, index=True),
        Column("place", key(), nullable=False),
        Column("text", LONG, nullable=False),
        Column("at", when(), nullable=False),
        Column("by", key(), nullable=False),
        Column("mentions", Packed, nullable=False),
    )


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
