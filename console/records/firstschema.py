"""A database as the first program made it: for the installed program to try its own migrations on."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine, event, text
from sqlalchemy.pool import NullPool

from console.records.migrations import upgrade

FIRST = "0001"
ROW = (
    'INSERT INTO operation (id, name, place, needed, "order", active, version, last)'
    " VALUES ('o', :name, 'L1', 1, 0, 1, 1, 'c')"
)
NAME = "Welding 焊接"


def make_first(path: Path) -> None:
    """A new file with the tables of the first schema, and one row whose text goes beyond ASCII."""
    engine = create_engine(URL.create("sqlite", database=str(path)), poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def configure(db: sqlite3.Connection, _: object) -> None:
        db.isolation_level = None

    @event.listens_for(engine, "begin")
    def begin(db: Connection) -> None:
        db.exec_driver_sql("BEGIN IMMEDIATE")

    with engine.begin() as db:
        upgrade(db, FIRST)
        db.execute(text(ROW), {"name": NAME})
    engine.dispose()
