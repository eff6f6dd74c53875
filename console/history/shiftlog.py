"""The shift log: what a restart in mid-shift needs, kept in SQLite on this PC from the first minute.

One thread writes the file. Others hand it closed segments, the state of each place and shift totals; it writes them in
batches, one transaction each, and then calls back, so that a message may be acknowledged once it is durable.
"""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from console.domain.cells import Cell, Sums
from console.domain.ribbon import Segment
from console.domain.stations import NoData, StationState

log = logging.getLogger(__name__)

SCHEMA = """
CREATE TABLE IF NOT EXISTS segment (
    place TEXT NOT NULL, since REAL NOT NULL, until REAL NOT NULL,
    state TEXT NOT NULL, no_data TEXT NOT NULL, reason TEXT NOT NULL,
    PRIMARY KEY (place, since)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS place (place TEXT PRIMARY KEY, at REAL NOT NULL, state TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shift_total (
    line TEXT NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL, start REAL NOT NULL, total TEXT NOT NULL,
    PRIMARY KEY (line, start)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS cell (
    line TEXT NOT NULL, start REAL NOT NULL, until REAL NOT NULL, day TEXT NOT NULL, shift TEXT NOT NULL,
    shift_start REAL NOT NULL, product TEXT NOT NULL, ord TEXT NOT NULL, rated INTEGER NOT NULL,
    sums TEXT NOT NULL, base TEXT NOT NULL,
    PRIMARY KEY (line, start)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS cell_by_time ON cell (start);
"""
CELL = "line, start, until, day, shift, shift_start, product, ord, rated, sums"
CELLS_KEPT = 800 * 86400.0  # seconds: this year can be held against the one before
VERSION = 1
MOST_MENDED = 5  # files put aside in one run: a disk that damages each new one must not be filled with them


@dataclass(slots=True)
class Batch:
    """What waits to be written together."""

    segments: list[tuple[str, Segment]] = field(default_factory=list)
    places: dict[str, tuple[float, dict[str, Any]]] = field(default_factory=dict)
    totals: dict[tuple[str, float], tuple[str, str, dict[str, Any]]] = field(default_factory=dict)
    cells: dict[tuple[str, float], tuple[Cell, Sums]] = field(default_factory=dict)
    then: list[Callable[[], None]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.segments or self.places or self.totals or self.cells or self.then)


class ShiftLog:
    """The file `shift.db` in the data folder."""

    def __init__(self, folder: Path, keep_days: float = 35.0) -> None:
        self.path = folder / "shift.db"
        self.first: Callable[[], None] = lambda: None  # what must be done before a batch is written; on our thread
        self.trouble = ""  # why nothing can be written just now, "" when all is well
        self.damage = ""  # what was found damaged and put aside since the start
        self._mended = 0
        self._keep = keep_days * 86400.0
        self._batch = Batch()
        self._lock = threading.Lock()
        self._wake = threading.Event()
        self._pause = threading.Event()  # set once: nothing is waited for any more
        self._stop = False
        self._prepare()
        self._thread = threading.Thread(target=self._run, name="shift-log", daemon=True)
        self._thread.start()

    def load(self, since: float) -> tuple[dict[str, list[Segment]], dict[str, tuple[float, dict[str, Any]]]]:
        """Segments that ended after `since`, by place in time order, and the last state of each place with its time."""
        try:
            return self._load(since)
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                raise
            self._put_aside(error)
            return {}, {}

    def _load(self, since: float) -> tuple[dict[str, list[Segment]], dict[str, tuple[float, dict[str, Any]]]]:
        segments: dict[str, list[Segment]] = {}
        with closing(self._open()) as db:
            for place, start, until, state, no_data, reason in db.execute(
                "SELECT place, since, until, state, no_data, reason FROM segment WHERE until > ? ORDER BY since",
                (since,),
            ):
                segment = Segment(StationState(state), NoData(no_data) if no_data else None, start, until, reason)
                segments.setdefault(place, []).append(segment)
            places = {place: (at, json.loads(state)) for place, at, state in db.execute("SELECT * FROM place")}
        return segments, places

    def totals(self, line: str, since: float, before: float) -> list[dict[str, Any]]:
        """Totals of the line's shifts that started in [since, before), oldest first."""
        with closing(self._open()) as db:
            rows = db.execute(
                "SELECT total, shift, start, day FROM shift_total WHERE line=? AND start>=? AND start<? ORDER BY start",
                (line, since, before),
            ).fetchall()
        return [{**json.loads(total), "shift": shift, "start": start, "day": day} for total, shift, start, day in rows]

    def segments(self, place: str, since: float, before: float) -> list[Segment]:
        """What a station did, as the board showed it, of which some part lies inside [since, before); in order."""
        with closing(self._open()) as db:
            rows = db.execute(
                "SELECT since, until, state, no_data, reason FROM segment"
                " WHERE place=? AND until>? AND since<? ORDER BY since",
                (place, since, before),
            ).fetchall()
        return [
            Segment(StationState(state), NoData(no_data) if no_data else None, start, until, reason)
            for start, until, state, no_data, reason in rows
        ]

    def away(self, since: float, before: float) -> list[tuple[float, float]]:
        """When the console itself was off, as far as that reaches into [since, before); the oldest first."""
        with closing(self._open()) as db:
            return db.execute(
                "SELECT DISTINCT since, until FROM segment WHERE no_data=? AND until > ? AND since < ? ORDER BY since",
                (NoData.AWAY.value, since, before),
            ).fetchall()

    def cells(self, since: float, before: float) -> list[Cell]:
        """What lines did in cells that began in [since, before), oldest first.

        A shift of which there are no cells, because it was kept before there were any, is one cell.
        """
        with closing(self._open()) as db:
            rows = db.execute(f"SELECT {CELL} FROM cell WHERE start>=? AND start<? ORDER BY start", (since, before))
            found = [_cell(row) for row in rows]
            older = db.execute(
                "SELECT line, day, shift, start, total FROM shift_total t WHERE start>=? AND start<? "
                "AND NOT EXISTS (SELECT 1 FROM cell c WHERE c.line=t.line AND c.shift_start=t.start)",
                (since, before),
            )
            return sorted([*found, *map(_whole, older)], key=lambda cell: cell.start)

    def last_cells(self) -> list[tuple[Cell, Sums]]:
        """The newest cell of each line, with what was counted before it began."""
        with closing(self._open()) as db:
            rows = db.execute(
                f"SELECT {CELL}, base FROM cell c WHERE start=(SELECT max(start) FROM cell d WHERE d.line=c.line)"
            ).fetchall()
        return [(_cell(row[:-1]), json.loads(row[-1])) for row in rows]

    def add_segment(self, place: str, segment: Segment) -> None:
        """Keep a closed segment."""
        with self._lock:
            self._batch.segments.append((place, segment))
        self._wake.set()

    def add_place(self, place: str, at: float, state: dict[str, Any]) -> None:
        """Keep the newest state of a place; an older one that still waits is replaced."""
        with self._lock:
            self._batch.places[place] = (at, state)
        self._wake.set()

    def add_total(self, line: str, day: str, shift: str, start: float, total: dict[str, Any]) -> None:
        """Keep what a line made in a shift so far."""
        with self._lock:
            self._batch.totals[line, start] = (day, shift, total)
        self._wake.set()

    def add_cell(self, cell: Cell, base: Sums) -> None:
        """Keep what a line did since a time so far; `base`: what was counted of the shift before that."""
        with self._lock:
            self._batch.cells[cell.line, cell.start] = (cell, base)
        self._wake.set()

    def when_durable(self, then: Callable[[], None]) -> None:
        """Call `then` (on the log's thread) once everything handed over before is on disk."""
        with self._lock:
            self._batch.then.append(then)
        self._wake.set()

    def close(self, timeout: float = 5.0) -> None:
        """Write what waits and end."""
        self._stop = True
        self._pause.set()
        self._wake.set()
        self._thread.join(timeout)

    def _open(self) -> sqlite3.Connection:
        db = sqlite3.connect(self.path, timeout=5.0)
        try:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
        except sqlite3.Error:
            db.close()  # Windows renames no file that is open
            raise
        return db

    def _prepare(self) -> None:
        """Make the tables; a file that is no database any more is put aside under another name, never deleted."""
        try:
            self._create()
        except sqlite3.DatabaseError as error:
            if not _is_damage(error):
                self.trouble = str(error)
                log.warning("The shift log cannot be opened: %s", error)
                return
            self._put_aside(error)

    def _put_aside(self, error: sqlite3.Error) -> None:
        """Begin anew beside a file that is damaged. What belongs to it goes with it, for whoever can still read it."""
        aside = self.path.with_name(f"shift.broken-{self.path.stat().st_mtime_ns}.db")
        for end in ("", "-wal", "-shm"):
            part = self.path.with_name(self.path.name + end)
            if part.exists():
                part.rename(aside.with_name(aside.name + end))
        self.damage = f"The record of this shift was damaged ({error}); it was put aside as {aside.name}"
        log.warning("%s", self.damage)
        self._create()

    def _create(self) -> None:
        db = self._open()
        try:
            with db:
                db.executescript(SCHEMA)
                db.execute(f"PRAGMA user_version={VERSION}")
        finally:
            db.close()

    def _run(self) -> None:
        db: sqlite3.Connection | None = None
        written = 0
        while not self._stop or self._batch:
            self._wake.wait(1.0)
            self._wake.clear()
            with self._lock:
                batch, self._batch = self._batch, Batch()
            if not batch:
                continue
            _call(self.first)
            try:
                db = db or self._open()
                self._write(db, batch, forget=written % 600 == 0)
                self.trouble = ""
            except sqlite3.Error as error:
                if db is not None:
                    db.close()
                    db = None
                if self._mend(error):
                    self._put_back(batch)
                    continue
                self._keep_for_later(batch, error)
                if self._stop:
                    return
                self._pause.wait(2.0)
                continue
            except Exception:  # a value that cannot be written must not end the keeping of all others
                log.exception("something could not be written into the shift log and is left out")
            written += 1
            for then in batch.then:
                _call(then)
            self._pause.wait(0.05)  # let a batch grow before the next transaction
        if db is not None:
            db.close()

    def _write(self, db: sqlite3.Connection, batch: Batch, forget: bool) -> None:
        with db:
            db.executemany(
                "INSERT OR REPLACE INTO segment (place, since, until, state, no_data, reason) VALUES (?,?,?,?,?,?)",
                [(p, s.since, s.until, s.state, s.no_data or "", s.reason) for p, s in batch.segments],
            )
            db.executemany(
                "INSERT OR REPLACE INTO place (place, at, state) VALUES (?,?,?)",
                [(p, at, json.dumps(state)) for p, (at, state) in batch.places.items()],
            )
            db.executemany(
                "INSERT OR REPLACE INTO shift_total (line, day, shift, start, total) VALUES (?,?,?,?,?)",
                [(ln, d, s, at, json.dumps(t)) for (ln, at), (d, s, t) in batch.totals.items()],
            )
            db.executemany(
                f"INSERT OR REPLACE INTO cell ({CELL}, base) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                [(*_row(cell), _packed(base)) for cell, base in batch.cells.values()],
            )
            if forget:
                cells = max(self._keep, CELLS_KEPT)
                kept = (
                    ("segment", "until", self._keep),
                    ("shift_total", "start", self._keep),
                    ("cell", "until", cells),
                )
                for table, end, keep in kept:
                    db.execute(f"DELETE FROM {table} WHERE {end} < (SELECT max({end}) FROM {table}) - ?", (keep,))

    def _keep_for_later(self, batch: Batch, error: sqlite3.Error) -> None:
        """Put a batch that could not be written in front of what came since."""
        if not self.trouble:
            log.warning("The shift log cannot be written: %s", error)
        self.trouble = str(error)
        self._put_back(batch)

    def _mend(self, error: sqlite3.Error) -> bool:
        """Whether the file was damaged and a new one stands in its place."""
        if not _is_damage(error) or self._mended >= MOST_MENDED:
            return False
        self._mended += 1
        try:
            self._put_aside(error)
        except (OSError, sqlite3.Error):
            return False
        return True

    def _put_back(self, batch: Batch) -> None:
        with self._lock:
            newer = self._batch
            self._batch = Batch(
                batch.segments + newer.segments,
                {**batch.places, **newer.places},
                {**batch.totals, **newer.totals},
                {**batch.cells, **newer.cells},
                batch.then + newer.then,
            )


def _row(cell: Cell) -> tuple[object, ...]:
    told = (cell.line, cell.start, cell.end, cell.day, cell.shift, cell.shift_start, cell.product, cell.order)
    return (*told, int(cell.rated), _packed(cell.sums))


def _packed(sums: Sums) -> str:
    return json.dumps({name: round(value, 3) for name, value in sums.items()}, separators=(",", ":"))


def _cell(row: tuple[Any, ...]) -> Cell:
    line, start, until, day, shift, shift_start, product, order, rated, sums = row
    return Cell(line, start, until, day, shift, shift_start, product, order, bool(rated), sums=json.loads(sums))


def _whole(row: tuple[Any, ...]) -> Cell:
    """A shift as one cell, from its totals."""
    line, day, shift, start, kept = row
    told: dict[str, Any] = json.loads(kept)
    sums = {name: told.get(name) or 0.0 for name in ("good", "scrap", "planned", "run")}
    sums |= {f"loss_{kind}": seconds for kind, seconds in (told.get("losses") or {}).items()}
    rated = told.get("oee") is not None
    return Cell(line, start, max(start, told.get("at") or start), day, shift, start, "", "", rated, True, sums)


def _call(then: Callable[[], None]) -> None:
    try:
        then()
    except Exception:
        log.exception("what waited for the shift log failed")


def _is_damage(error: sqlite3.Error) -> bool:
    """Whether the file itself is wrong (SQLITE_CORRUPT, SQLITE_NOTADB), not the disk, the lock or what was asked."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
