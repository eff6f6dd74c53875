"""Where checklists lie: templates and versions, runs with their answers, routes and who was at their points."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Double, Integer

from console.domain.checklists import Answer, Run, Template, Version
from console.domain.patrols import CheckIn, Route
from console.records.columns import LONG, Packed, key, record_table, when, words
from console.records.shelves import shelf

checklist_template = record_table(
    "checklist_template",
    Column("name", Packed, nullable=False),
    Column("purpose", words(20), nullable=False),
    Column("draft", Packed),
    Column("drafted", when()),
    Column("drafted_by", key(), nullable=False),
    Column("published", Integer, nullable=False),
    Column("retired", Boolean(create_constraint=False), nullable=False),
)
checklist_version = record_table(
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
checklist_run = record_table(
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
checklist_answer = record_table(
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
patrol_route = record_table("patrol_route", Column("points", Packed, nullable=False))
check_in = record_table(
    "check_in",
    Column("run", key(), nullable=False, index=True),
    Column("section", key(), nullable=False),
    Column("place", key(), nullable=False),
    Column("at", when(), nullable=False),
    Column("who", key(), nullable=False),
    Column("scanned", Boolean(create_constraint=False), nullable=False),
)

shelf(Template, checklist_template)
shelf(Version, checklist_version, renamed={"number": "edition"})  # a number by name is a text that people search
shelf(Run, checklist_run, renamed={"version": "edition"})  # `version` is the engine's
shelf(Answer, checklist_answer)
shelf(Route, patrol_route)
shelf(CheckIn, check_in)

__all__ = ["check_in", "checklist_answer", "checklist_run", "checklist_template", "checklist_version", "patrol_route"]
