"""Checklists, planned rounds, findings, safety, handovers, crews and briefings."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer
from sqlalchemy.schema import SchemaItem

from console.records.columns import LONG, Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None
writers = 1  # only tables were added: who does not know them leaves them alone
TABLES = (
    "checklist_template",
    "checklist_version",
    "checklist_run",
    "checklist_answer",
    "patrol_route",
    "check_in",
    "audit_plan",
    "audit_decision",
    "finding",
    "red_tag",
    "safety_event",
    "handover",
    "handover_correction",
    "crew",
    "briefing",
)


def upgrade() -> None:
    """Fifteen more tables."""
    _checklists()
    _audits()
    _handovers()


def downgrade() -> None:
    """Without them."""
    for name in reversed(TABLES):
        drop_table(name)


def _add(name: str, *columns: SchemaItem) -> None:
    engine = Column("version", Integer, nullable=False), Column("last", words(36), nullable=False)
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)


def _checklists() -> None:
    _add(
        "checklist_template",
        Column("name", Packed, nullable=False),
        Column("purpose", words(20), nullable=False),
        Column("draft", Packed),
        Column("drafted", when()),
        Column("drafted_by", key(), nullable=False),
        Column("published", Integer, nullable=False),
        Column("retired", Boolean(create_constraint=False), nullable=False),
    )
    _add(
        "checklist_version",
        Column("template", key(), nullable=False, index=True),
        Column("edition", Integer, nullable=False),
        Column("name", Packed, nullable=False),
        Column("purpose", words(20), nullable=False),
        Column("form", Packed, nullable=False),
        Column("at", when(), nullable=False),
        Column("who", key(), nullable=False),
        Column("note", LONG, nullable=False),
    )
    _add(
        "checklist_run",
        Column("template", key(), nullable=False, index=True),
        Column("edition", Integer, nullable=False),
        Column("place", key(), nullable=False, index=True),
        Column("begun", when(), nullable=False, index=True),
        Column("begun_by", key(), nullable=False),
        Column("due", when()),
        Column("plan", key(), nullable=False, index=True),
        Column("going", words(20), nullable=False, index=True),
        Column("ended", when(), index=True),
        Column("ended_by", key(), nullable=False),
        Column("why", LONG, nullable=False),
        Column("points", Double),
        Column("most", Double),
        Column("passed", Boolean(create_constraint=False)),
        Column("broken", Packed, nullable=False),
        Column("note", LONG, nullable=False),
    )
    _add(
        "checklist_answer",
        Column("run", key(), nullable=False, index=True),
        Column("item", key(), nullable=False),
        Column("place", key(), nullable=False),
        Column("at", when(), nullable=False),
        Column("who", key(), nullable=False),
        Column("value", Double),
        Column("text", LONG, nullable=False),
        Column("skipped", Boolean(create_constraint=False), nullable=False),
    )
    _add(
        "patrol_route",
        Column("points", Packed, nullable=False),
    )
    _add(
        "check_in",
        Column("run", key(), nullable=False, index=True),
        Column("section", key(), nullable=False),
        Column("place", key(), nullable=False),
        Column("at", when(), nullable=False),
        Column("who", key(), nullable=False),
        Column("scanned", Boolean(create_constraint=False), nullable=False),
    )


def _audits() -> None:
    _add(
        "audit_plan",
        Column("name", words(120), nullable=False),
        Column("template", key(), nullable=False),
        Column("places", Packed, nullable=False),
        Column("people", Packed, nullable=False),
        Column("since", when(), nullable=False),
        Column("zone", words(80), nullable=False),
        Column("rhythm", words(20), nullable=False),
        Column("every", Integer, nullable=False),
        Column("weekday", Integer, nullable=False),
        Column("by", Integer, nullable=False),
        Column("sample", Integer, nullable=False),
        Column("grace", Integer, nullable=False),
        Column("until", when()),
        Column("active", Boolean(create_constraint=False), nullable=False),
    )
    _add(
        "audit_decision",
        Column("plan", key(), nullable=False, index=True),
        Column("place", key(), nullable=False),
        Column("what", words(20), nullable=False),
        Column("why", LONG, nullable=False),
        Column("at", when(), nullable=False, index=True),
        Column("who", key(), nullable=False),
        Column("due", when()),
    )
    _add(
        "finding",
        Column("place", key(), nullable=False, index=True),
        Column("text", LONG, nullable=False),
        Column("made", when(), nullable=False, index=True),
        Column("made_by", key(), nullable=False),
        Column("run", key(), nullable=False, index=True),
        Column("template", key(), nullable=False),
        Column("item", key(), nullable=False),
        Column("serious", Boolean(create_constraint=False), nullable=False),
        Column("repeats", Packed, nullable=False),
        Column("withdrawn", when()),
        Column("withdrawn_by", key(), nullable=False),
        Column("why", LONG, nullable=False),
    )
    _add(
        "red_tag",
        Column("number", words(80), nullable=False),
        Column("place", key(), nullable=False, index=True),
        Column("thing", words(400), nullable=False),
        Column("quantity", Integer, nullable=False),
        Column("why", LONG, nullable=False),
        Column("made", when(), nullable=False),
        Column("made_by", key(), nullable=False),
        Column("owner", key(), nullable=False),
        Column("decide_by", when(), nullable=False),
        Column("finding", key(), nullable=False),
        Column("fate", words(20), index=True),
        Column("decided", when()),
        Column("decided_by", key(), nullable=False),
        Column("where", words(400), nullable=False),
        Column("note", LONG, nullable=False),
    )
    _add(
        "safety_event",
        Column("what", words(20), nullable=False, index=True),
        Column("place", key(), nullable=False, index=True),
        Column("text", LONG, nullable=False),
        Column("at", when(), nullable=False, index=True),
        Column("reported", when(), nullable=False),
        Column("reporter", key(), nullable=False),
        Column("serious", Boolean(create_constraint=False), nullable=False),
        Column("hurt", Integer, nullable=False),
        Column("lost_days", Integer, nullable=False),
        Column("done_at_once", LONG, nullable=False),
        Column("cause", LONG, nullable=False),
        Column("closed", when(), index=True),
        Column("closed_by", key(), nullable=False),
    )


def _handovers() -> None:
    _add(
        "handover",
        Column("place", key(), nullable=False, index=True),
        Column("day", when(), nullable=False, index=True),
        Column("shift", words(120), nullable=False),
        Column("begins", when(), nullable=False),
        Column("ends", when(), nullable=False, index=True),
        Column("next_shift", words(120), nullable=False),
        Column("stage", words(20), nullable=False, index=True),
        Column("facts", Packed, nullable=False),
        Column("items", Packed, nullable=False),
        Column("note", LONG, nullable=False),
        Column("unexplained", Integer, nullable=False),
        Column("overridden", LONG, nullable=False),
        Column("overridden_by", key(), nullable=False),
        Column("replies", Packed, nullable=False),
        Column("outgoing", Packed),
        Column("incoming", Packed),
        Column("filled", when()),
    )
    _add(
        "handover_correction",
        Column("handover", key(), nullable=False, index=True),
        Column("seal", words(64), nullable=False),
        Column("place", key(), nullable=False),
        Column("text", LONG, nullable=False),
        Column("at", when(), nullable=False),
        Column("who", key(), nullable=False),
    )
    _add(
        "crew",
        Column("name", words(120), nullable=False),
        Column("leader", key(), nullable=False),
        Column("members", Packed, nullable=False),
        Column("places", Packed, nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
    )
    _add(
        "briefing",
        Column("place", key(), nullable=False, index=True),
        Column("day", when(), nullable=False),
        Column("shift", words(120), nullable=False),
        Column("begins", when(), nullable=False, index=True),
        Column("there", Packed, nullable=False),
        Column("note", LONG, nullable=False),
        Column("held", when()),
        Column("held_by", key(), nullable=False),
    )
