"""The engine's own tables, people, and what they may do."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Boolean, Column, Integer, column, insert, select, table
from sqlalchemy.schema import SchemaItem

from console.domain.ids import new_id
from console.records.columns import LONG, Number, Packed, key, when, words
from console.records.migrations.steps import add_table, drop_table

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None
writers = 1


def upgrade() -> None:
    """`meta` comes first: by the database's id in it a database is known as ours."""
    add_table("meta", Column("name", words(60), primary_key=True), Column("value", LONG, nullable=False))
    _name()
    _trail()
    _waiting()
    _sharing()
    _people()


def downgrade() -> None:
    """Nothing is left."""
    for name in ("permission", "skill", "operation", "credential", "person"):
        drop_table(name)
    for name in ("presence", "joined", "unsettled", "outbox", "touched", "trail", "meta"):
        drop_table(name)


def _name() -> None:
    db, known = op.get_bind(), table("meta", column("name"), column("value"))
    if op.get_context().as_sql or db.scalar(select(known.c.value).where(known.c.name == "database")) is None:
        op.execute(insert(known).values(name="database", value=new_id()))


def _trail() -> None:
    add_table(
        "trail",
        Column("seq", Number, primary_key=True, autoincrement=False),
        Column("id", words(36), nullable=False, unique=True),
        Column("at", when(), nullable=False, index=True),
        Column("written", when(), nullable=False),
        Column("who", key(), nullable=False, index=True),
        Column("console", key(), nullable=False),
        Column("command", words(80), nullable=False, index=True),
        Column("payload", Packed, nullable=False),
        Column("changes", Packed, nullable=False),
        Column("verdict", words(10), nullable=False),
        Column("about", words(36), nullable=False, index=True),
        Column("note", Packed, nullable=False),
        Column("previous", words(64), nullable=False),
        Column("hash", words(64), nullable=False),
    )
    add_table(
        "touched",
        Column("kind", words(40), primary_key=True),
        Column("id", key(), primary_key=True),
        Column("seq", Number, primary_key=True, autoincrement=False),
    )


def _waiting() -> None:
    add_table(
        "outbox",
        Column("seq", Number, primary_key=True, autoincrement=False),
        Column("id", words(36), nullable=False, unique=True),
    )
    add_table(
        "unsettled",
        Column("kind", words(40), primary_key=True),
        Column("id", key(), primary_key=True),
        Column("about", words(36), nullable=False),
    )


def _sharing() -> None:
    add_table(
        "joined",
        Column("database", words(36), primary_key=True),
        Column("place", words(300), nullable=False),
        Column("cursor", Number, nullable=False),
        Column("hash", words(64), nullable=False),
        Column("current", Boolean(create_constraint=False), nullable=False),
    )
    add_table(
        "presence",
        Column("console", key(), primary_key=True),
        Column("name", words(120), nullable=False),
        Column("program", words(40), nullable=False),
        Column("schema", Integer, nullable=False),
        Column("seen", when(), nullable=False),
        Column("waiting", Integer, nullable=False),
    )


def _people() -> None:
    _record(
        "person",
        Column("name", words(120), nullable=False),
        Column("number", words(40), nullable=False, index=True),
        Column("grants", Packed, nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
    )
    _record(
        "credential",
        Column("pin", words(200), nullable=False),
        Column("badge", words(80), nullable=False, index=True),
        Column("failures", Integer, nullable=False),
        Column("last_failure", when()),
    )
    _record(
        "operation",
        Column("name", words(120), nullable=False),
        Column("place", key(), nullable=False),
        Column("needed", Integer, nullable=False),
        Column("order", Integer, nullable=False),
        Column("active", Boolean(create_constraint=False), nullable=False),
    )
    _record(
        "skill",
        Column("person", key(), nullable=False, index=True),
        Column("operation", key(), nullable=False, index=True),
        Column("level", Integer, nullable=False),
        Column("expires", when()),
        Column("assessed", when()),
        Column("note", words(500), nullable=False),
    )
    _record(
        "permission",
        Column("role", words(40), nullable=False),
        Column("command", words(80), nullable=False),
        Column("reach", words(20), nullable=False),
    )


def _record(name: str, *columns: SchemaItem) -> None:
    engine = (Column("version", Integer, nullable=False), Column("last", words(36), nullable=False))
    add_table(name, Column("id", key(), primary_key=True), *columns, *engine)
