"""The local database: always there, always true. Everything here runs on the worker's thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, Engine, create_engine, event

import console.records.nouns  # noqa: F401  makes every kind of record known
from console.domain.commands import Command, Given, Stamp
from console.domain.desk import Desk, ReadDesk
from console.domain.errors import Refusal
from console.domain.text import checked
from console.domain.trail import Change, TrailLine
from console.records import payloads, schema
from console.records.desk import RowDesk
from console.records.faults import refusal_of
from console.records.statements import inserting
from console.records.trail import append, known
from console.records.upgrade import prepare_local

R = TypeVar("R")
Handle = Callable[[Desk, Stamp, Command], None]
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Done:
    """A command that is durable: what it changed and what shall be published."""

    id: str
    changes: tuple[Change, ...] = ()
    events: tuple[object, ...] = field(default=())


class LocalRecords:
    """SQLite, WAL, synchronous FULL. `handle` carries a command out on a desk or raises a Refusal."""

    def __init__(self, path: Path, handle: Handle) -> None:
        self.path = path
        self._handle = handle
        prepare_local(path)  # makes the file where it is new; a newer or older one was seen to before
        self._engine = open_sqlite(path)
        self._writes = self._engine.execution_options(writes=True)
        self._hand = self._writes.connect()  # kept open: to fetch one for each command costs as much as a command

    def give(self, many: Sequence[Given]) -> list[Done | Exception]:
        """Carry commands out in order and in one transaction; what comes back is durable, or says why it is not."""
        try:
            return self._give(many)
        except Exception as error:
            refusal = refusal_of(error, self.path)
            if refusal is not None:
                return [refusal] * len(many)
            if len(many) > 1:  # a mistake in one of them: the others shall not suffer
                return [result for given in many for result in self.give([given])]
            log.exception("%s could not be carried out", many[0].command.name)
            return [error]

    def _give(self, many: Sequence[Given]) -> list[Done | Exception]:
        results: list[Done | Exception] = []
        lines: list[TrailLine] = []
        db = self._hand
        with db.begin():
            desk = RowDesk(db)
            done = known(db, [given.stamp.id for given in many])
            for given in many:
                results.append(Done(given.stamp.id) if given.stamp.id in done else self._one(desk, given, lines))
                done |= {line.id for line in lines[-1:]}
            desk.flush()
            placed = append(db, lines)
            inserting(schema.outbox).run(db, [{"seq": line.seq, "id": line.id} for line in placed])
        return results

    def _one(self, desk: RowDesk, given: Given, lines: list[TrailLine]) -> Done | Exception:
        desk.begin(given.stamp.id)
        try:
            command = checked(given.command)
            self._handle(desk, given.stamp, command)
        except Refusal as refusal:
            desk.undo()
            return refusal
        changes = desk.changes()
        lines.append(line_for(Given(given.stamp, command), changes))
        return Done(given.stamp.id, changes, tuple(desk.events))

    def ask(self, query: Callable[[ReadDesk], R]) -> R:
        """The answer to a query, from one unchanging view of the database. Refusal where the file cannot be read."""
        try:
            with self._engine.begin() as db:
                return query(RowDesk(db))
        except Refusal:
            raise
        except Exception as error:
            refusal = refusal_of(error, self.path)
            if refusal is None:
                raise
            raise refusal from error

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that holds the file's lock from its beginning."""
        with self._writes.begin() as db:
            yield db

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """One unchanging view; safe from any thread."""
        with self._engine.begin() as db:
            yield db

    def close(self) -> None:
        """Let go of the file."""
        self._hand.close()
        self._engine.dispose()


def line_for(given: Given, changes: tuple[Change, ...]) -> TrailLine:
    """The line that tells what a command did, not yet placed in a chain."""
    stamp, now = given.stamp, datetime.now(UTC)
    payload = payloads.told(given.command)
    return TrailLine(0, stamp.id, stamp.at, now, stamp.who, stamp.console, given.command.name, payload, changes)


def open_sqlite(path: Path) -> Engine:
    """An engine whose transactions begin where we say so, and whose commits are on the disk when they return."""
    arguments = {"timeout": 10.0, "check_same_thread": False}
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args=arguments, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def configure(db: Any, _: object) -> None:
        db.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "wal_autocheckpoint=2000"):
            db.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(db: Connection) -> None:
        file: Any = db.connection.driver_connection
        file.execute("BEGIN IMMEDIATE" if db.get_execution_options().get("writes") else "BEGIN")

    return engine


__all__ = ["Done", "Given", "LocalRecords", "line_for", "open_sqlite"]
