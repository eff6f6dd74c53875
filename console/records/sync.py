"""Sync: one step after the other until both databases have heard everything. Sync thread; jobs go to the worker."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError, StatementError

from console.domain.trail import TrailLine
from console.records import outbox
from console.records.local import LocalRecords
from console.records.merging import Merged, Overtaken, merge
from console.records.outbox import Batch, Waiting
from console.records.shared import PAGE, Heard, SharedRecords, WentBack

R = TypeVar("R")
BATCH = 200  # commands shared in one transaction, at most
LEAST = 10
LONG = 2.0  # seconds in which one console may hold up the others
log = logging.getLogger(__name__)


class OnWorker(Protocol):
    """Does a job with the local records on the worker's thread and waits for its result."""

    def __call__(self, job: Callable[[LocalRecords], R]) -> R:
        """The result, or what the job raised."""


@dataclass(frozen=True, slots=True)
class Step:
    """What a step brought."""

    merged: Merged
    waiting: Waiting
    heard: int  # lines
    left: int  # lines not heard yet and commands not shared yet, both together
    again: bool  # there is more to do at once


class Sync:
    """Between the local records and one shared database. `on_worker` does a job with the local records there."""

    def __init__(self, shared: SharedRecords, on_worker: OnWorker, console: str, reading: bool = False) -> None:
        self.database = shared.database()
        self._shared = shared
        self._on_worker = on_worker
        self._console = console
        self._reading = reading  # only: the shared schema is newer, so what was given here waits
        self._size = BATCH
        self._careful = 0  # commands to share one by one, because one of them was not taken

    def join(self, place: str) -> None:
        """Make this the database for which commands wait. Call before the first step."""
        self._write(lambda db: outbox.join(db, self.database, place))

    def step(self) -> Step:
        """Take over the next lines, or share the next commands.

        DBAPIError where the shared database is away, OtherDatabase where another one answers: join that one.
        """
        batch = self._read(lambda db: outbox.next_batch(db, self.database, 1 if self._careful else self._size))
        try:
            return self._step(batch)
        except WentBack as found:
            log.warning("The shared database is not where it was (%s): what it may lack is shared again", found)
            self._write(lambda db: outbox.start_over(db, self.database))
        except Overtaken:
            log.info("The local records were replaced meanwhile")
        return _nothing(batch, again=True)

    def _step(self, batch: Batch) -> Step:
        heard: Heard | None = self._shared.page(batch.cursor)
        assert heard is not None
        more = heard.head > heard.cursor.seq
        if not more and (batch.lines or batch.settle) and not self._reading:
            heard = self._share(batch)
            if heard is None:
                return _nothing(batch, again=True)
        if not heard.lines and not heard.truth:
            return _nothing(batch, again=False)
        self._shared.prepare_merge(_news(heard, batch))
        taken = heard
        merged, waiting = self._write(lambda db: (merge(db, taken, self._console), outbox.waiting(db)))
        sharing = 0 if self._reading else waiting.count
        left = max(0, heard.head - heard.cursor.seq) + sharing
        return Step(merged, waiting, len(heard.lines), left, again=more or sharing > 0 or bool(heard.truth))

    def _share(self, batch: Batch) -> Heard | None:
        self._shared.prepare_push(batch.lines)
        began = time.monotonic()
        try:
            heard = self._shared.exchange(batch)
        except (DataError, IntegrityError, StatementError) as error:
            if not _of_the_data(error):
                raise
            if not self._careful:
                said = type(error.orig).__name__  # not what it says: that may quote what is secret
                log.warning("The shared database did not take one of %d commands: %s", len(batch.lines), said)
                self._careful = len(batch.lines)
                return None
            heard = self._shared.exchange(batch, unfit=True)
        self._careful = max(0, self._careful - 1) if heard is not None else self._careful
        took = time.monotonic() - began
        self._size = max(LEAST, self._size // 2) if took > LONG else min(BATCH, self._size * 2)
        return heard

    def _read(self, job: Callable[[Connection], R]) -> R:
        def work(local: LocalRecords) -> R:
            with local.reading() as db:
                return job(db)

        return self._on_worker(work)

    def _write(self, job: Callable[[Connection], R]) -> R:
        def work(local: LocalRecords) -> R:
            with local.writing() as db:
                return job(db)

        return self._on_worker(work)


def _nothing(batch: Batch, again: bool) -> Step:
    return Step(Merged(), batch.waiting, 0, batch.waiting.count, again)


def _news(heard: Heard, batch: Batch) -> list[TrailLine]:
    mine = {line.id for line in batch.lines}
    return [line for line in heard.lines if line.id not in mine]


def _of_the_data(error: Exception) -> bool:
    """Whether what was written is at fault, and not the way to the database or a right that is missing."""
    return isinstance(error, DataError | IntegrityError) or type(error) is StatementError


__all__ = ["BATCH", "PAGE", "OnWorker", "Step", "Sync"]
