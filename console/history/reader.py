"""Reading the history from any thread: one moment's view of chunks and of what is still in memory."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import Any

import numpy as np

from console.domain.readings import Reading, Signal
from console.history import tables
from console.history.hot import Part
from console.history.listened import stretches
from console.history.merging import read
from console.history.rollups import DAY
from console.history.samples import ODD, QUALITIES, QUALITY, RETAINED, SOURCELESS, Samples, joined, none
from console.history.signalbook import load, restored
from console.history.writer import Writer

EVER = 2**61  # microseconds: later than anything
NEAR = 8  # chunks looked through for the last sample before a time; pieces of one hour may overlap
FROM_SHARED = f"SELECT id, crc, data FROM chunk WHERE signal={tables.SHARED} AND most>=? AND least<=?"


class View:
    """What was true at one moment. Numbers are those of the table of signals; times are microseconds UTC."""

    def __init__(self, db: sqlite3.Connection, parts: Sequence[Part], writer: Writer) -> None:
        self.db = db
        self._parts = parts
        self._writer = writer

    def samples(self, numbers: Sequence[int], start: int, end: int) -> Samples:
        """Those of [start, end) of these signals together, in time order."""
        found: list[Samples] = []
        for number in numbers:
            rows = self.db.execute(
                "SELECT id, crc, data FROM chunk WHERE signal=? AND start>=? AND start<? AND until>=?",
                (number, start - DAY, end, start),
            )
            found += [cut(samples, start, end) for samples in self.read_all(rows)]
        found += [cut(samples, start, end) for samples in self.shared(numbers, start, end)]
        found += [cut(part, start, end) for part in self.hot(numbers)]
        return joined([part for part in found if len(part)] or [none()]).in_time()

    def read_all(self, rows: Iterator[tuple[int, int, bytes]] | sqlite3.Cursor) -> Iterator[Samples]:
        """Chunks of rows (id, crc, data); one that is damaged is told to the writer and passed over."""
        for id, crc, data in rows:
            samples = read(crc, data)
            if isinstance(samples, str):
                self._writer.suspect(id, samples)
            else:
                yield samples

    def shared(self, numbers: Sequence[int], start: int, end: int) -> list[Samples]:
        """What chunks of several signals that reach into [start, end) hold of these, in no order."""
        rows = self.db.execute(
            f"{FROM_SHARED} AND start>=? AND start<? AND until>=?", (*_span(numbers), start - DAY, end, start)
        )
        return [samples.of(number) for samples in self.read_all(rows) for number in numbers]

    def hot(self, numbers: Sequence[int]) -> list[Samples]:
        """What is in memory of these signals, in the order heard."""
        return [part.samples.of(number) for part in self._parts for number in numbers]

    def hot_of_all(self) -> list[Samples]:
        """What is in memory, of all signals."""
        return [part.samples for part in self._parts]

    def before(self, numbers: Sequence[int], end: int) -> Samples | None:
        """The last sample before `end`, alone."""
        found: list[Samples] = []
        for number in numbers:
            rows = self.db.execute(
                "SELECT id, crc, data FROM chunk WHERE signal=? AND start<? ORDER BY start DESC LIMIT ?",
                (number, end, NEAR),
            )
            found += [_last(samples, end) for samples in self.read_all(rows)]
        rows = self.db.execute(f"{FROM_SHARED} AND start<? ORDER BY start DESC LIMIT ?", (*_span(numbers), end, NEAR))
        found += [_last(samples.of(number), end) for samples in self.read_all(rows) for number in numbers]
        found += [_last(samples, end) for samples in self.hot(numbers)]
        last = _last(joined([samples for samples in found if len(samples)] or [none()]).in_time(), end)
        return last if len(last) else None

    def pauses(self, start: int, end: int) -> list[tuple[int, int]]:
        """When in [start, end) the console did not hear the floor."""
        heard = stretches(self.db, start, end)
        live = self._writer.listening_since
        if live is not None:
            heard = [(since, until) for since, until in heard if since < live] + [(live, max(end, live))]
        found, at = [], start
        for since, until in heard:
            if since > at:
                found.append((at, min(since, end)))
            at = max(at, until)
        if at < end:
            found.append((at, end))
        return [(a, b) for a, b in found if b > a]


class Reader:
    """Makes views. Everybody who reads has a connection to himself as long as he reads; it is kept for the next one.

    None stays open behind those that nobody reads on: Windows renames and deletes no file that is open.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._lock = threading.Lock()
        self._resting: list[sqlite3.Connection] = []
        self._closed = False
        writer.let_go = self.let_go
        self._book: dict[str, list[tuple[Any, ...]]] = {}
        self._signals: dict[int, Signal] = {}

    @contextmanager
    def view(self) -> Iterator[View]:
        """What is true now; FileNotFoundError where there is no history yet, sqlite3.Error where it is damaged."""
        parts = self._writer.hot.parts  # before the chunks are looked at: what is in both is left out here
        resting = self._resting  # of the file as it is now
        db = self._connection()
        sound = True
        try:
            db.execute("BEGIN")
            found = db.execute("SELECT value FROM mark WHERE name='sealed'").fetchone()
            sealed = found[0] if found else 0
            yield View(db, [part for part in parts if part.last > sealed], self._writer)
        except sqlite3.DatabaseError:
            sound = False
            raise
        finally:
            self._give_back(db, resting if sound else None)

    def numbers(self, view: View, ids: Sequence[str] | None) -> list[int]:
        """The numbers of these signals ("L1/30/temperature"), or of all."""
        self._learn(view)
        book = self._book
        return [row[0] for id in (book if ids is None else dict.fromkeys(ids)) for row in book.get(id, ())]

    def signals(self, view: View) -> dict[int, Signal]:
        """Every signal ever heard, by number."""
        self._learn(view)
        return self._signals

    def _learn(self, view: View) -> None:
        count = view.db.execute("SELECT count(*) FROM signal").fetchone()[0]
        if count != len(self._signals):
            book: dict[str, list[tuple[Any, ...]]] = {}
            signals = {}
            for row in load(view.db):
                book.setdefault(f"{row[1]}/{row[3]}", []).append(row)
                signals[int(str(row[0]))] = restored(row)
            self._book, self._signals = book, signals

    def _connection(self) -> sqlite3.Connection:
        with self._lock:
            if self._resting:
                return self._resting.pop()
        return tables.open_to_read(self._writer.path)

    def _give_back(self, db: sqlite3.Connection, to: list[sqlite3.Connection] | None) -> None:
        with suppress(sqlite3.Error):
            db.execute("ROLLBACK")
        with self._lock:
            if to is self._resting and not self._closed:
                to.append(db)
                return
        db.close()

    def let_go(self) -> None:
        """Close every connection: now, or as soon as nobody reads on it any more, never under them."""
        with self._lock:
            resting, self._resting = self._resting, []
        for db in resting:
            db.close()

    def close(self) -> None:
        """Let go of every connection, and keep none from now on."""
        self._closed = True
        self.let_go()


def cut(samples: Samples, start: int, end: int) -> Samples:
    """Those of [start, end)."""
    if not len(samples) or (start <= samples.at.min() and samples.at.max() < end):
        return samples
    return samples.take((samples.at >= start) & (samples.at < end))


def _span(numbers: Sequence[int]) -> tuple[int, int]:
    return min(numbers, default=0), max(numbers, default=-1)


def _last(samples: Samples, end: int) -> Samples:
    samples = cut(samples, -EVER, end).in_time()
    return samples.take(np.array([len(samples) - 1])) if len(samples) > 1 else samples


def readings_of(samples: Samples, signals: dict[int, Signal]) -> Iterator[Reading]:
    """Samples of many signals as the readings they were, in their order; the topic is not kept."""
    assert samples.signal is not None
    odd = samples.odd.tolist() if samples.odd is not None else [0] * len(samples)
    keys = samples.keys.tolist() if samples.keys is not None else [""] * len(samples)
    columns = (samples.signal, samples.at, samples.heard, samples.flags, samples.values)
    for number, at, heard, flags, value, off, key in zip(*(c.tolist() for c in columns), odd, keys, strict=True):
        source = None if flags & SOURCELESS else (at + off if flags & ODD else at) / 1e6
        quality, retained = QUALITIES[flags & QUALITY], bool(flags & RETAINED)
        yield Reading(signals[number], value, source, heard / 1e6, quality, retained, "", key)


def last_reading(reader: Reader, view: View, id: str, before: int) -> Reading | None:
    """The newest reading of a signal that happened before a time, in microseconds."""
    found: list[tuple[int, int, Samples]] = []
    for number in reader.numbers(view, [id]):
        last = view.before([number], before)
        if last is not None:
            found.append((int(last.at[0]), number, last))
    if not found:
        return None
    _, number, last = max(found, key=lambda item: item[:2])
    return next(readings_of(replace(last, signal=np.array([number], np.int32)), reader.signals(view)))
