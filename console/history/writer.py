"""The thread that writes the history: what was heard goes to the hot log at once, into chunks when an hour is over."""

from __future__ import annotations

import errno
import logging
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from console.domain.readings import Reading, Signal
from console.history import retention, tables
from console.history.chunks import Damaged, decode, encode
from console.history.facts import Forecast, Statistics
from console.history.hot import Hot
from console.history.hotlog import HotLog
from console.history.inbox import Errand, Inbox, Listening, Lost
from console.history.ingest import Ingest
from console.history.listened import Listened
from console.history.merging import INSERT, mark, merge_next
from console.history.pieces import Row, pieces
from console.history.rollups import HOUR
from console.history.samples import Samples
from console.history.signalbook import Signals, load, save

log = logging.getLogger(__name__)

BEAT: Final = 0.4  # seconds from one group of readings on the disk to the next
AT_ONCE: Final = 200_000  # readings, of a flood, in one write to the disk
SEAL_AT: Final = 400_000  # readings in memory at which chunks are made before the hour is over
SEAL_GRACE: Final = 60_000_000  # microseconds after the end of an hour
MERGE_FOR: Final = 0.02  # seconds of a beat that merging may take
FORGET_EVERY: Final = 600.0
SAVE_EVERY: Final = 30.0
RETRY: Final = 2.0  # seconds after which a disk that refused is tried again


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be kept, and how much room on the disk is left to others, in bytes."""

    days: float
    most: int
    spare: int


class Writer:
    """Everything here runs on one thread; `hot`, `statistics` and `forecast` may be read from any."""

    def __init__(self, folder: Path, inbox: Inbox, limits: Limits, deadband: Callable[[Signal], float] | None) -> None:
        self.path = folder / "history.db"
        self.hot = Hot()
        self.statistics = Statistics()
        self.forecast = Forecast(None, None, limits.days, None)
        self.ready = threading.Event()  # set once the file was opened, or could not be
        self.let_go: Callable[[], None] = lambda: None  # readers close what they do not read on
        self._folder, self._inbox, self._limits, self._deadband = folder, inbox, limits, deadband
        self._log = HotLog(folder)
        self._db: sqlite3.Connection | None = None
        self._pending: Samples | None = None
        self._number = 0  # of the last frame
        self._heard = 0  # when the last reading was heard, microseconds
        self._suspects: list[tuple[int, str]] = []
        self._listened: Listened | None = None
        self._then: list[Callable[[], None]] = []  # waits until everything taken so far is on the disk
        self._left_out = 0
        self._cut = 0  # what was heard before that is removed
        self._forgetting = False
        self._forgot = self._saved = self._committed = float("-inf")

    def suspect(self, id: int, why: str) -> None:
        """From any thread: this chunk could not be read."""
        self._suspects.append((id, why))

    def run(self, wake: threading.Event, stop: threading.Event) -> None:
        """Until `stop` is set and everything is written."""
        while not stop.is_set():
            pause = BEAT if self._round(self._work) else RETRY
            (stop if pause == RETRY else wake).wait(pause)
            wake.clear()
        self._round(lambda: None)
        self._close()

    def flush(self) -> bool:
        """Write everything that waits now; whether it could be."""
        return self._round(lambda: None)

    def write(self, samples: Samples) -> None:
        """Write samples that are columns already, whose signals are known here; chunks of them when there are many."""
        self._pending = samples
        self._round(lambda: self.seal() if len(self.hot) >= SEAL_AT else None)

    def _round(self, work: Callable[[], None]) -> bool:
        try:
            self._open()
            self._commit()
            work()
        except (OSError, sqlite3.Error, tables.TooNew) as error:
            self._troubled(error)
            return False
        except Exception:  # one reading that cannot be kept must not end the keeping of all others
            log.exception("some readings could not be kept in the history and are left out")
            self._left_out += len(self._pending or ())
            self._pending = None
            return True
        finally:
            self.ready.set()
            self._told()
        if self.statistics.trouble:
            log.info("The history is written again")
            self.statistics = replace(self.statistics, trouble="", code="")
        return True

    def _troubled(self, error: Exception) -> None:
        if tables.is_damage(error):
            self._begin_anew()
            return
        full = getattr(error, "errno", 0) in (errno.ENOSPC, errno.EDQUOT)
        full |= getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        if not self.statistics.trouble:
            log.warning("The history cannot be written: %s", error)
        self.statistics = replace(self.statistics, trouble=str(error), code="full" if full else "trouble")

    def _told(self) -> None:
        since = self._inbox.since
        waiting = self._inbox.waiting + (len(self._pending) if self._pending is not None else 0)
        lag = time.monotonic() - since if since is not None else 0.0
        self.statistics = replace(
            self.statistics,
            open=self._db is not None,
            waiting=waiting,
            dropped=self._inbox.dropped + self._left_out,
            lag=max(0.0, lag) if waiting else 0.0,
        )

    @property
    def listening_since(self) -> int | None:
        """Since when (µs) the floor is heard without a pause; None: it is not. From any thread."""
        return self._listened.start if self._listened is not None else None

    # Opening

    def _open(self) -> None:
        if self._db is not None:
            return
        db = tables.open_to_write(self.path)
        try:
            signals = Signals(load(db))
            sealed = _sealed(db)
            self._recover(db, sealed)
        except BaseException:
            db.close()
            raise
        self._signals, self._ingest, self._listened = signals, Ingest(signals, self._deadband), Listened(db)
        self._db = db

    def _recover(self, db: sqlite3.Connection, sealed: int) -> None:
        """Take in what the hot log holds beyond the chunks."""
        self.hot = Hot()
        self._number = sealed
        heard = 0
        for frame in self._log.read():
            self._number = max(self._number, frame.number)
            if frame.number <= sealed:
                continue
            try:
                samples = decode(frame.body)
            except Damaged:
                self._log.torn += len(frame.body)
                continue
            self.hot.add(frame.number, samples)
            heard = max(heard, int(samples.heard.max()))
        if heard:
            db.execute(
                "UPDATE listened SET until=max(until, ?) WHERE start=(SELECT max(start) FROM listened)", (heard,)
            )
        if self._log.torn:
            log.info("%d bytes of the history's hot log were torn and are passed over", self._log.torn)
            self._log.torn = 0
        self._heard = max(
            self._heard, heard, db.execute("SELECT coalesce(max(heard_until), 0) FROM chunk").fetchone()[0]
        )
        if not self.hot.parts:
            self._log.forget(self._log.files())

    def _begin_anew(self) -> None:
        """The file is damaged as a whole: it is put aside with its hot log, and a new one is begun."""
        self._close()
        self.let_go()
        try:
            aside = tables.put_aside(self.path)
            for path in self._log.files():
                path.rename(path.with_name(f"{path.name}.{aside.stem}"))
        except OSError as error:
            self.statistics = replace(self.statistics, trouble=str(error), code="trouble")
            return
        self.hot = Hot()
        self._left_out += len(self._pending or ())  # its signals were numbered in the file that is gone
        self._pending = None
        self.statistics = replace(self.statistics, damage=(*self.statistics.damage, aside.name))

    def _close(self) -> None:
        if self._db is not None:
            try:
                self._stretch.end()
                self._stretch.save()
            except sqlite3.Error as error:
                log.info("the end of listening is not kept: %s", error)
            self._db.close()
            self._db = None
        self._log.close()

    @property
    def _stretch(self) -> Listened:
        assert self._listened is not None
        return self._listened

    # Writing

    def _commit(self, errands: bool = True) -> None:
        """Bring everything that waits to the disk; do then what waited for that, unless it may not be done now."""
        assert self._db is not None
        while True:
            if self._pending is None:
                if self._inbox.since is None:
                    break
                self._pending = self._taken()
            if self._stretch.due:
                self._stretch.save()
            if self._signals.fresh:
                save(self._db, self._signals.fresh)
                self._signals.fresh = []
            if self._pending is None:
                continue
            self._make_sure_of_room()
            self._log.append(self._number + 1, encode(self._pending, quick=True))
            self._number += 1
            self.hot.add(self._number, self._pending)
            self.statistics = replace(self.statistics, recorded=self.statistics.recorded + len(self._pending))
            self._pending = None
        self._committed = time.monotonic()
        while errands and self._then:
            self._then.pop(0)()

    def _taken(self) -> Samples | None:
        readings: list[Reading] = []
        for item in self._inbox.take(AT_ONCE):
            match item:
                case Errand(then=then):
                    self._then.append(then)
                case Lost():
                    self._stretch.end()
                case Listening(heard=True, at=at):
                    self._stretch.begin(round(at * 1e6))
                case Listening(at=at):
                    self._stretch.end(round(at * 1e6))
                case _:
                    readings += item
                    self._heard = max(self._heard, round(item[-1].heard_at * 1e6))
                    self._stretch.heard(round(item[0].heard_at * 1e6), round(item[-1].heard_at * 1e6))
        return self._ingested(readings) if readings else None

    def _ingested(self, readings: list[Reading]) -> Samples | None:
        try:
            return self._ingest.take(readings)
        except Exception:  # one reading that cannot be kept must not take all others with it
            log.exception("%d readings could not be kept in the history and are left out", len(readings))
            self._left_out += len(readings)
            return None

    def _make_sure_of_room(self) -> None:
        """What others on this disk need is not for the history to take."""
        if self._limits.spare and shutil.disk_usage(self._folder).free < self._limits.spare:
            raise OSError(errno.ENOSPC, "the rest of the disk is left to the records")

    # Everything else

    def _work(self) -> None:
        assert self._db is not None
        while self._suspects:
            self.set_aside(*self._suspects.pop())
        now = time.monotonic()
        if now - self._saved >= SAVE_EVERY:
            self._saved = now
            self._stretch.save()
            self._measure()
        first = self.hot.first_heard
        over = first is not None and self._heard > (first // HOUR + 1) * HOUR + SEAL_GRACE
        if over or len(self.hot) >= SEAL_AT:
            self.seal()
        self.merge(MERGE_FOR)
        if now - self._forgot >= FORGET_EVERY:
            self._forgot = now
            self._cut = retention.cut(self._db, self._heard, self._limits.days)
            self._forgetting = True
            self.forecast = retention.forecast(self._db, self._heard, self._limits.days, self._limits.most)
        if self._forgetting:
            self._forgetting = retention.forget(self._db, self._cut, self._limits.most)

    def seal(self) -> None:
        """Make chunks of everything that is in memory; what is heard meanwhile goes to the hot log as always."""
        begun = self.hot.begin()
        if begun is None or self._db is None:
            return
        number, samples = begun
        self._log.turn()
        files = self._log.files()
        rows: list[Row] = []
        for row in pieces(samples):
            rows.append(row)
            if time.monotonic() - self._committed > BEAT:
                self._commit(errands=False)  # one of them may be to make chunks: of what is just becoming chunks
        with tables.durably(self._db):
            self._db.executemany(INSERT, rows)
            mark(self._db, rows)
            self._db.execute("INSERT OR REPLACE INTO mark (name, value) VALUES ('sealed', ?)", (number,))
            self._stretch.save()
        self.hot.forget(number)
        self._log.forget(files)

    def merge(self, seconds: float) -> bool:
        """Merge what is over, for about so long; whether there may be more."""
        assert self._db is not None
        end = time.monotonic() + seconds
        while more := merge_next(self._db, self._heard, self.set_aside):
            if time.monotonic() >= end:
                break
        return more

    def _measure(self) -> None:
        assert self._db is not None
        oldest = self._db.execute("SELECT min(heard_from) FROM chunk").fetchone()[0]
        times = [time for time in (oldest, self.hot.first_heard) if time is not None]
        size = sum(path.stat().st_size for path in [self.path, *self._log.files()] if path.exists())
        self.statistics = replace(self.statistics, size=size, oldest=min(times) / 1e6 if times else None)

    def set_aside(self, id: int, why: str) -> None:
        """Take a chunk that cannot be read out of the way; what is left of it is kept and named."""
        assert self._db is not None
        with self._db as db:
            db.execute("BEGIN IMMEDIATE")
            found = db.execute(
                "SELECT coalesce(s.place || '/' || s.name, 'several signals'), c.start, c.n "
                "FROM chunk c LEFT JOIN signal s ON s.id=c.signal WHERE c.id=?",
                (id,),
            ).fetchone()
            if found is None:
                return
            db.execute(
                "INSERT INTO damaged (signal, start, until, n, why, rolls, data) "
                "SELECT signal, start, until, n, ?, rolls, data FROM chunk WHERE id=?",
                (why, id),
            )
            db.execute("DELETE FROM chunk WHERE id=?", (id,))
        name, start, count = found
        when = time.strftime("%Y-%m-%d %H:%M", time.gmtime(start / 1e6))
        said = f"{name}: {count} readings from {when} UTC on ({why})"
        log.warning("A chunk of the history is damaged and was set aside: %s", said)
        self.statistics = replace(self.statistics, damage=(*self.statistics.damage, said))


def _sealed(db: sqlite3.Connection) -> int:
    found = db.execute("SELECT value FROM mark WHERE name='sealed'").fetchone()
    return int(found[0]) if found else 0
