"""Where planned rounds, findings, red tags and safety reports lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer

from console.domain.audit_plans import AuditPlan, Decision
from console.domain.findings import Finding, RedTag
from console.domain.safety import SafetyEvent
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

audit_plan = record_table(
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
audit_decision = record_table(
    "audit_decision",
    Column("plan", key(), nullable=False, index=True),
    Column("place", key(), nullable=False),
    Column("what", words(20), nullable=False),
    Column("why", LONG, nullable=False),
    Column("at", when(), nullable=False, index=True),
    Column("who", key(), nullable=False),
    Column("due", when()),
)
finding = record_table(
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
red_tag = record_table(
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
safety_event = record_table(
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

shelf(AuditPlan, audit_plan)
shelf(Decision, audit_decision)
shelf(Finding, finding)
shelf(RedTag, red_tag)
shelf(SafetyEvent, safety_event)

__all__ = ["audit_decision", "audit_plan", "finding", "red_tag", "safety_event"]
