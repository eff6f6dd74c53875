"""Work orders, and what plans are made with."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer

from console.records.columns import LONG, Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone


def upgrade() -> None:
    """Eight more tables."""
    _orders()
    _steps()
    _plans()


def downgrade() -> None:
    """Without them."""
    for name in (
        "exchange_map",
        "changeover",
        "line_stock",
        "product",
        "flow_column",
        "flow_step",
        "order_confirmation",
        "work_order",
    ):
        drop_table(name)


def _orders() -> None:
    add_table(
        "work_order",
        Column("id", key(), primary_key=True),
        Column("number", words(120), nullable=False),
        Column("product", words(160), nullable=False, index=True),
        Column("quantity", Integer, nullable=False),
        Column("made", when(), nullable=False),
        Column("made_by", key(), nullable=False),
        Column("line", key(), nullable=False, index=True),
        Column("due", when()),
        Column("rush", Boolean(create_constraint=False), nullable=False),
        Column("note", LONG, nullable=False),
        Column("source", words(120), nullable=False),
        Column("steps", Packed, nullable=False),
        Column("column", words(40), nullable=False, index=True),
        Column("since", when()),
        Column("rank", words(255), nullable=False),
        Column("blocked", LONG, nullable=False),
        Column("blocked_at", when()),
        Column("blocked_by", key(), nullable=False),
        Column("released", when()),
        Column("started", when()),
        Column("finished", when(), index=True),
        Column("ended", words(20), nullable=False),
        Column("why", LONG, nullable=False),
        Column("good", Integer, nullable=False),
        Column("scrap", Integer, nullable=False),
        Column("rework", Integer, nullable=False),
        Column("split_from", key(), nullable=False),
        Column("merged_into", key(), nullable=False),
        Column("changes", Packed, nullable=False),
        Column("changed", when()),
        Column("seen", when()),
        Column("seen_by", key(), nullable=False),
        Column("planned_day", when()),
        Column("planned_shift", words(120), nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    add_table(
        "order_confirmation",
        Column("id", key(), primary_key=True),
        Column("order", key(), nullable=False, index=True),
        Column("line", key(), nullable=False),
        Column("at", when(), nullable=False, index=True),
        Column("who", key(), nullable=False),
        Column("good", Integer, nullable=False),
        Column("scrap", Integer, nullable=False),
        Column("rework", Integer, nullable=False),
        Column("proposed_good", Integer),
        Column("proposed_scrap", Integer),
        Column("day", when()),
        Column("shift", words(120), nullable=False),
        Column("reasons", Packed, nullable=False),
        Column("note", LONG, nullable=False),
        Column("taken_back", when()),
        Column("taken_back_by", key(), nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )


def _steps() -> None:
    add_table(
        "flow_step",
        Column("id", key(), primary_key=True),
        Column("flow", words(40), nullable=False),
        Column("card", key(), nullable=False, index=True),
        Column("at", when(), nullable=False, index=True),
        Column("who", key(), nullable=False),
        Column("source", words(40), nullable=False),
        Column("target", words(40), nullable=False),
        Column("what", words(20), nullable=False),
        Column("reason", LONG, nullable=False),
        Column("over", Boolean(create_constraint=False), nullable=False),
        Column("rank", words(255), nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    add_table(
        "flow_column",
        Column("id", key(), primary_key=True),
        Column("limit", Integer, nullable=False),
        Column("per_lane", Boolean(create_constraint=False), nullable=False),
        Column("policy", LONG, nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )


def _plans() -> None:
    add_table(
        "product",
        Column("id", key(), primary_key=True),
        Column("name", words(120), nullable=False),
        Column("unit", words(40), nullable=False),
        Column("parts", Packed, nullable=False),
        Column("steps", Packed, nullable=False),
        Column("lines", Packed, nullable=False),
        Column("family", words(160), nullable=False),
        Column("source", words(120), nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    add_table(
        "line_stock",
        Column("id", key(), primary_key=True),
        Column("line", key(), nullable=False, index=True),
        Column("material", words(128), nullable=False),
        Column("quantity", Double, nullable=False),
        Column("minimum", Double, nullable=False),
        Column("maximum", Double, nullable=False),
        Column("bin", Double, nullable=False),
        Column("at", when()),
        Column("by", key(), nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    add_table(
        "changeover",
        Column("id", key(), primary_key=True),
        Column("line", key(), nullable=False),
        Column("source", words(160), nullable=False),
        Column("target", words(160), nullable=False),
        Column("seconds", Double, nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
    add_table(
        "exchange_map",
        Column("id", key(), primary_key=True),
        Column("name", words(120), nullable=False),
        Column("columns", Packed, nullable=False),
        Column("date", words(60), nullable=False),
        Column("due_time", words(10), nullable=False),
        Column("comma", Boolean(create_constraint=False), nullable=False),
        Column("lines", Packed, nullable=False),
        Column("truth", Packed, nullable=False),
        Column("version", Integer, nullable=False),
        Column("last", words(36), nullable=False),
    )
