"""The shared database as one console uses it: read its trail, and do there again what was done here. Sync thread."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, select
from sqlalchemy.exc import SQLAlchemyError

from console.domain.commands import Command, Stamp
from console.domain.desk import Desk
from console.domain.errors import Refusal
from console.domain.trail import TrailLine, Verdict
from console.records import payloads
from console.records.conflicts import (
    LineAltered,
    NotCarriedOut,
    NotUnderstood,
    agrees,
    changed_meanwhile,
    noted,
    only_added_to,
)
from console.records.desk import Key, Row, RowDesk
from console.records.handshake import read_meta, state_of
from console.records.outbox import Batch, Cursor
from console.records.rawlines import believed, is_altered, lines_after, lines_called
from console.records.schema import meta, trail
from console.records.shelves import KINDS
from console.records.trail import append, known

PAGE = 500  # lines read at once
Handle = Callable[[Desk, Stamp, Command], None]
Hook = Callable[[Connection, Sequence[TrailLine]], None]
log = logging.getLogger(__name__)


class WentBack(Exception):
    """The shared trail is not the one that was read before: the database was restored from an older backup."""


class OtherDatabase(Exception):
    """Another database answers at the same address: what was agreed with the one before does not hold."""


class NewerNow(Exception):
    """A newer program updated the database while this one shared with it: what it may do must be asked again."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the shared database told."""

    since: Cursor
    cursor: Cursor  # how far it was read now
    lines: tuple[TrailLine, ...]  # after `since`, in order
    head: int  # number of its last line
    truth: dict[Key, Row | None] = field(default_factory=dict)  # rows as they were at the cursor


class SharedRecords:
    """One shared database over an engine whose schema is ready. `handle` carries a command out on a desk."""

    def __init__(self, engine: Engine, handle: Handle) -> None:
        self.before_push: Hook = lambda db, lines: None  # with the lines that are about to be shared
        self.after_pull: Hook = lambda db, lines: None  # with lines that others shared
        self._engine = engine  # its transactions are READ COMMITTED: open_shared sees to that
        self._handle = handle

    def database(self) -> str:
        """Its id. LookupError where its schema was never prepared."""
        with self._engine.begin() as db:
            return _database(db)

    def page(self, cursor: Cursor, most: int = PAGE) -> Heard:
        """The next lines, read without holding anybody up.

        OtherDatabase, or WentBack where the line at the cursor is not the one that was read.
        """
        with self._engine.begin() as db:
            _same_database(db, cursor)
            head = int(db.execute(select(func.coalesce(func.max(trail.c.seq), 0))).scalar_one())
            lines = _lines_from(db, cursor, most)
            truth = _truth(RowDesk(db), _rows(filter(is_altered, lines)))
        return Heard(cursor, _moved(cursor, lines), tuple(lines), head, truth)

    def exchange(self, batch: Batch, unfit: bool = False) -> Heard | None:
        """Share a batch in one transaction while nobody else writes; None where too much came since the cursor.

        `unfit`: the database did not take what the commands do, so they are refused. Raises as `page` does, and
        NewerNow where this program may not write any more.
        """
        with self.locked() as db:
            _same_database(db, batch.cursor)
            if not state_of(read_meta(db)).may_write:
                raise NewerNow(batch.cursor.database)
            lines = _lines_from(db, batch.cursor, PAGE + 1)
            if len(lines) > PAGE:
                return None
            lines = [*_shared_long_ago(db, batch, lines), *lines]
            written, truth = self._share(db, batch, _rows(filter(is_altered, lines)), unfit)
        heard = (*lines, *written)
        cursor = _moved(batch.cursor, heard)
        return Heard(batch.cursor, cursor, heard, cursor.seq, truth)

    @contextmanager
    def locked(self) -> Iterator[Connection]:
        """A transaction in which nobody else writes."""
        row = select(meta.c.value).where(meta.c.name == "database").with_for_update()
        row = row.with_hint(meta, "WITH (UPDLOCK, HOLDLOCK)", "mssql")
        with self._engine.begin() as db:
            db.execute(row).all()
            yield db

    def prepare_push(self, lines: Sequence[TrailLine]) -> None:
        """Let what goes with the lines be there before they are."""
        self._hooked(self.before_push, lines)

    def prepare_merge(self, lines: Sequence[TrailLine]) -> None:
        """Let what goes with the lines be here before they are."""
        self._hooked(self.after_pull, lines)

    def _hooked(self, hook: Hook, lines: Sequence[TrailLine]) -> None:
        if not lines:
            return
        try:
            with self._engine.connect() as db:
                hook(db, lines)
        except SQLAlchemyError:
            raise
        except Exception:
            log.exception("What goes with %d commands could not be carried along", len(lines))

    def _share(
        self, db: Connection, batch: Batch, more: set[Key], unfit: bool
    ) -> tuple[list[TrailLine], dict[Key, Row | None]]:
        """What became of each command, and the rows that these, the batch or `more` name as they are now."""
        there = known(db, (line.id for line in batch.lines))
        wanted = {*_rows(batch.lines), *batch.settle, *more}
        desk = RowDesk(db, replaying=True)
        desk.preload(wanted)
        replay = _Replay(db, desk, self._handle, unfit)
        fresh = [line for line in batch.lines if line.id not in there]
        for line in fresh:
            if not is_altered(line):
                replay.do(line)
        desk.flush()
        written = append(db, replay.lines)
        return [*map(_not_shared, filter(is_altered, fresh)), *written], _truth(desk, {*wanted, *_rows(written)})


class _Replay:
    """Carries commands out again, in order, on a desk of the shared database."""

    def __init__(self, db: Connection, desk: RowDesk, handle: Handle, unfit: bool) -> None:
        self.lines: list[TrailLine] = []
        self._db = db
        self._desk = desk
        self._handle = handle
        self._unfit = unfit

    def do(self, line: TrailLine) -> None:
        """Carry one out, or refuse it; either becomes a line."""
        told = replace(line, written=datetime.now(UTC), verdict=Verdict.DONE, about="", note={})
        self._desk.begin(line.id)
        try:
            self._carry_out(line)
            told = replace(told, changes=self._desk.changes())
        except Refusal as refusal:
            self._desk.undo()
            told = replace(told, changes=(), verdict=Verdict.REFUSED, note=noted(refusal))
        self.lines.append(told)

    def _carry_out(self, line: TrailLine) -> None:
        command = payloads.heard(line.command, line.payload)
        if command is None:
            log.warning("%s is not known to this program and was not shared", line.command)
            raise NotUnderstood(command=line.command)
        if self._unfit:
            log.warning("%s was not taken by the shared database", line.command)
            raise NotCarriedOut(command=line.command)
        if not type(command).merges:
            self._check(line)
        try:
            self._handle(self._desk, Stamp(line.id, line.at, line.who, line.console), command)
        except (Refusal, SQLAlchemyError):
            raise
        except Exception as error:
            log.exception("%s could not be carried out on the shared database", line.command)
            raise NotCarriedOut(str(error), command=line.command) from error

    def _check(self, line: TrailLine) -> None:
        """ChangedMeanwhile where somebody else was first."""
        for change in line.changes:
            if change.kind not in KINDS:
                continue
            row = self._desk.row(change.kind, change.id)
            if not agrees(change, row) and not only_added_to(self._db, change, row, self.lines):
                raise changed_meanwhile(self._db, change, row, self.lines)


def _database(db: Connection) -> str:
    id = db.execute(select(meta.c.value).where(meta.c.name == "database")).scalar_one_or_none()
    if id is None:
        raise LookupError("the shared database has no id")
    return str(id)


def _same_database(db: Connection, cursor: Cursor) -> None:
    if _database(db) != cursor.database:
        raise OtherDatabase(cursor.database)


def _lines_from(db: Connection, cursor: Cursor, most: int) -> list[TrailLine]:
    """The lines after the cursor; WentBack unless the line at the cursor is the one that was read."""
    if not cursor.seq:
        return [believed(db, line) for line in lines_after(db, 0, most)]
    lines = lines_after(db, cursor.seq - 1, most + 1)
    if not lines or (lines[0].seq, lines[0].row["hash"]) != (cursor.seq, cursor.hash):
        raise WentBack(f"line {cursor.seq} of {cursor.database} is another one now")
    return [believed(db, line) for line in lines[1:]]


def _shared_long_ago(db: Connection, batch: Batch, lines: Iterable[TrailLine]) -> list[TrailLine]:
    """Lines of waiting commands that the trail has before the cursor: nobody told this console that it has them."""
    there = known(db, (line.id for line in batch.lines)) - {line.id for line in lines}
    return [believed(db, line) for line in lines_called(db, there)]


def _moved(cursor: Cursor, lines: Sequence[TrailLine]) -> Cursor:
    last = max(lines, key=lambda line: line.seq, default=None)
    if last is None or last.seq <= cursor.seq:
        return cursor
    return Cursor(cursor.database, last.seq, last.hash)


def _rows(lines: Iterable[TrailLine]) -> set[Key]:
    found = {(change.kind, change.id) for line in lines for change in line.changes}
    return {row for row in found if row[0] in KINDS}


def _truth(desk: RowDesk, rows: set[Key]) -> dict[Key, Row | None]:
    return {row: desk.row(*row) for row in rows}


def _not_shared(line: TrailLine) -> TrailLine:
    """What this console is told of a line of its own that cannot be believed; the shared trail does not hear of it."""
    log.warning("Line %d of the local trail was altered by another program: %s is not shared", line.seq, line.command)
    return replace(line, seq=0, changes=(), note=noted(LineAltered(command=line.command)))


__all__ = ["PAGE", "Handle", "Heard", "NewerNow", "OtherDatabase", "SharedRecords", "WentBack"]
