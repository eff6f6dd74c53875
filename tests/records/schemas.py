"""Databases at any revision, filled, and what they hold: for the tests of migrations and of the connection."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, Engine, MetaData, create_engine, event, insert, select
from sqlalchemy.pool import NullPool

from console.domain.ids import derived_id
from console.domain.trail import moment
from console.records import migrations
from console.records.nouns import METADATA


def sqlite_engine(path: Path) -> Engine:
    """A plain file whose transactions begin where we say so."""
    engine = create_engine(f"sqlite:///{path}", poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def configure(db: Any, _: object) -> None:
        db.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(db: Connection) -> None:
        db.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def at_revision(engine: Engine, number: str) -> None:
    """Bring an empty database to a revision."""
    with engine.begin() as db:
        migrations.upgrade(db, number)


def told_tables(db: Connection) -> MetaData:
    """The tables as the database itself tells them."""
    found = MetaData()
    found.reflect(db)
    return found


def fill(engine: Engine, rows: int = 20) -> None:
    """Put rows into every table that is there, with text that hurts where something is not as it should be."""
    with engine.begin() as db:
        for table in told_tables(db).sorted_tables:
            if table.name not in ("meta", migrations.VERSION_TABLE):
                db.execute(insert(table), [_row(table, number) for number in range(1, rows + 1)])


def _row(table: Any, number: int) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for column in table.columns:
        kind = column.type.python_type
        if kind is int or kind is bool:
            row[column.name] = number if column.primary_key or column.unique or column.name == "seq" else number % 2
        elif kind in (float, Decimal):  # as MariaDB tells of a number of double precision
            row[column.name] = number / 8
        elif kind is bytes:
            row[column.name] = bytes(range(256)) * 4
        elif column.name in ("payload", "changes", "note", "grants") and (column.type.length or 4096) > 500:
            row[column.name] = '{"text":"' + "产线 “A” 🏭 <b>' " * 40 + '"}'
        elif column.type.length == 27:
            row[column.name] = moment(datetime(2026, 11, 21, 10, 50, number % 60, tzinfo=UTC))
        else:
            text = derived_id(table.name, column.name, number)
            row[column.name] = text[: column.type.length or 36]
    return row


def contents(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables but the numbers of the schema, in order."""
    found: dict[str, list[tuple[Any, ...]]] = {}
    with engine.connect() as db:
        for table in told_tables(db).sorted_tables:
            if table.name not in ("meta", migrations.VERSION_TABLE):
                columns = sorted(table.columns, key=lambda column: str(column.name))
                rows = db.execute(select(*columns).order_by(*table.primary_key.columns)).all()
                found[str(table.name)] = [tuple(row) for row in rows]
    return found


def differences(engine: Engine) -> list[Any]:
    """What Alembic would change to make the tables those of the models: nothing."""
    with engine.connect() as db:
        options = {"version_table": migrations.VERSION_TABLE, "compare_type": True}
        return list(compare_metadata(MigrationContext.configure(db, opts=options), METADATA))


def by_a_newer_program(engine: Engine, target: str = "head") -> None:
    """Bring a database to the schema of the program after this one."""
    with engine.begin() as db:
        config = migrations.configuration(db)
        places = [str(Path(migrations.__path__[0]) / "versions"), str(Path(__file__).parent / "future")]
        config.set_main_option("version_locations", os.pathsep.join(places))
        way = command.upgrade if target == "head" else command.downgrade
        way(config, target)
