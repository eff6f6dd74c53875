"""Where people, their proofs, their skills and the permissions lie."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer

from console.domain.people import Credential, Operation, Person, Skill
from console.domain.permissions import Permission
from console.records.columns import Packed, key, record_table, when, words
from console.records.shelves import shelf

person = record_table(
    "person",
    Column("name", words(120), nullable=False),
    Column("number", words(40), nullable=False, index=True),
    Column("grants", Packed, nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
)
credential = record_table(
    "credential",
    Column("pin", words(200), nullable=False),
    Column("badge", words(80), nullable=False, index=True),
    Column("failures", Integer, nullable=False),
    Column("last_failure", when()),
)
operation = record_table(
    "operation",
    Column("name", words(120), nullable=False),
    Column("place", key(), nullable=False),
    Column("needed", Integer, nullable=False),
    Column("order", Integer, nullable=False),
    Column("active", Boolean(create_constraint=False), nullable=False),
)
skill = record_table(
    "skill",
    Column("person", key(), nullable=False, index=True),
    Column("operation", key(), nullable=False, index=True),
    Column("level", Integer, nullable=False),
    Column("expires", when()),
    Column("assessed", when()),
    Column("note", words(500), nullable=False),
)
permission = record_table(
    "permission",
    Column("role", words(40), nullable=False),
    Column("command", words(80), nullable=False),
    Column("reach", words(20), nullable=False),
)

shelf(Person, person)
shelf(Credential, credential, secret=frozenset({"pin", "badge"}))
shelf(Operation, operation)
shelf(Skill, skill)
shelf(Permission, permission)
__all__ = ["credential", "operation", "permission", "person", "skill"]
