"""Where calls, their steps, categories and rules, the roster and what is said about records lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer

from console.domain.andon import Call, CallStep, Category
from console.domain.callrules import CallRule
from console.domain.comments import Comment
from console.domain.roster import Absence, Duty
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

andon_category = record_table(
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
andon_call = record_table(
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
andon_step = record_table(
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
call_rule = record_table(
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
duty = record_table(
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
absence = record_table(
    "absence",
    Column("person", key(), nullable=False, index=True),
    Column("first_day", when(), nullable=False),
    Column("last_day", when(), nullable=False),
    Column("shift", words(120), nullable=False),
    Column("note", words(500), nullable=False),
)
comment = record_table(
    "comment",
    Column("kind", words(40), nullable=False),
    Column("record", key(), nullable=False, index=True),
    Column("place", key(), nullable=False),
    Column("text", LONG, nullable=False),
    Column("at", when(), nullable=False),
    Column("by", key(), nullable=False),
    Column("mentions", Packed, nullable=False),
)
DAYS = {"first": "first_day", "last": "last_day"}  # `last` is the engine's own column

shelf(Category, andon_category)
shelf(Call, andon_call)
shelf(CallStep, andon_step)
shelf(CallRule, call_rule)
shelf(Duty, duty, renamed=DAYS)
shelf(Absence, absence, renamed=DAYS)
shelf(Comment, comment)
__all__ = ["absence", "andon_call", "andon_category", "andon_step", "call_rule", "comment", "duty"]
