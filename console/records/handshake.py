"""The handshake with a shared database: whose tables it holds, who may write, and making or updating them in turn."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import DBAPIError

from console.domain.joining import SchemaState
from console.records.making import make_tables
from console.records.migrations import OURS
from console.records.nouns import METADATA
from console.records.schema import meta
from console.records.sharedfaults import NotUnicode, OtherTables, SharedAway, shared_trouble

log = logging.getLogger(__name__)
WAIT = 25  # seconds that one console waits while another makes or updates the tables
_NUMBER = 0x47656D6261  # of PostgreSQL's advisory lock


def prepare_shared(engine: Engine) -> SchemaState:
    """Make or update the tables where that is needed, one console at a time, and say what may be done.

    Raises a SharedTrouble: NoRights, OtherTables, NotUnicode, SharedAway (another console is at it, or the server went
    away). What an interrupted update left undone is done by the next.
    """
    try:
        with engine.connect() as db:
            refuse_encoding(db)
            found = read_meta(db)
        if schema_in(found) < OURS:
            with engine.begin() as db, _alone(db):
                _bring_up(db)
            engine.dispose()  # connections begin anew with their usual limits
            with engine.connect() as db:
                found = read_meta(db)
    except DBAPIError as error:
        trouble = shared_trouble(error, place_of(engine))
        if trouble is None:
            raise
        raise trouble from error
    return state_of(found)


def state_of(found: Mapping[str, str]) -> SchemaState:
    """What `meta` says. A newer database may be written where it says that this program's schema may."""
    theirs = schema_in(found)
    may_write = theirs <= OURS or int(found.get("writers", theirs)) <= OURS
    return SchemaState(OURS, theirs, may_write, found.get("database", ""))


def schema_in(found: Mapping[str, str]) -> int:
    """The number of the schema; 0 = there are no tables, or not all of them yet."""
    return int(found.get("schema", 0))


def read_meta(db: Connection) -> dict[str, str]:
    """Names and values about the database; empty where there are none. OtherTables where it is another program's."""
    tables = set(inspect(db).get_table_names())
    taken = tables & set(METADATA.tables)
    found: dict[str, str] = {}
    if "meta" in taken:
        columns = {column["name"] for column in inspect(db).get_columns("meta")}
        if columns == {"name", "value"}:
            found = {str(name): str(value) for name, value in db.execute(select(meta.c.name, meta.c.value))}
            taken.discard("meta")
    if "database" not in found and (taken or found):
        names = ", ".join(sorted(taken or {"meta"}))
        words = f"The database already holds tables of another program: {names}. Choose an empty database."
        raise OtherTables(words, place=str(db.engine.url.database), tables=names)
    return found


def refuse_encoding(db: Connection) -> None:
    """NotUnicode for a database that cannot keep every letter; in MariaDB our tables see to that themselves."""
    encoding = str(db.scalar(text("SHOW server_encoding"))) if db.dialect.name == "postgresql" else "UTF8"
    if encoding != "UTF8":
        words = f"The database was made with the encoding {encoding}. Have one made with UTF8."
        raise NotUnicode(words, place=place_of(db.engine), encoding=encoding)


def place_of(engine: Engine) -> str:
    """Where an engine leads, in words and without the password."""
    url = engine.url
    return f"{url.host}:{url.port}/{url.database}"


def _bring_up(db: Connection) -> None:
    if db.dialect.name == "postgresql":
        db.execute(text("SET LOCAL statement_timeout = 0"))
    elif db.dialect.name == "mysql":
        name = "max_statement_time" if getattr(db.dialect, "is_mariadb", False) else "max_execution_time"
        db.execute(text(f"SET SESSION {name} = 0"))
    found = read_meta(db)  # another console may have been quicker
    if not found:
        log.info("the shared database is empty: tables of schema %d are made", OURS)
        make_tables(db)
    elif schema_in(found) < OURS:
        from console.records.migrations import upgrade

        log.info("the shared database goes from schema %d to %d", schema_in(found), OURS)
        upgrade(db)


@contextmanager
def _alone(db: Connection) -> Iterator[None]:
    """Hold the lock of all consoles for the time; it ends with the connection, whatever happens to this program."""
    kind = db.dialect.name
    if kind == "postgresql":
        db.execute(text(f"SET LOCAL lock_timeout = '{WAIT}s'"))
        db.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _NUMBER})
        yield
    elif kind == "mysql":
        told = {"name": _name(db), "wait": WAIT}
        if db.scalar(text("SELECT GET_LOCK(:name, :wait)"), told) != 1:
            raise _busy(db)
        try:
            yield
        finally:
            if not db.invalidated:
                db.execute(text("SELECT RELEASE_LOCK(:name)"), {"name": told["name"]})
    else:
        asked = (
            "DECLARE @got int; EXEC @got = sp_getapplock 'gemba-schema', 'Exclusive', 'Transaction', :wait; SELECT @got"
        )
        if int(db.scalar(text(asked), {"wait": WAIT * 1000}) or 0) < 0:
            raise _busy(db)
        yield


def _name(db: Connection) -> str:
    """MariaDB's locks are the whole server's: one for each database."""
    return "gemba-" + hashlib.sha256(str(db.engine.url.database).encode()).hexdigest()[:32]


def _busy(db: Connection) -> SharedAway:
    words = "Another console is bringing the tables up to date."
    return SharedAway(words, place=place_of(db.engine), why="busy", said=words)


__all__ = ["SchemaState", "place_of", "prepare_shared", "read_meta", "refuse_encoding", "schema_in", "state_of"]
