"""Merging: the pieces of an hour become one chunk when the hour is over, few readings of a day become one chunk too.

What comes late is a piece of its own in an hour that is over, and is merged in the same way.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from typing import Final

from console.history.chunks import Damaged, checksum, decode
from console.history.pieces import FEW, MOST_IN_CHUNK, Row, by_hour, by_signal, piece, shared, whole
from console.history.rollups import DAY, HOUR
from console.history.samples import Samples, joined
from console.history.tables import CHUNK_COLUMNS, SHARED

FEW_IN_DAY: Final = 4096  # readings up to which a day is one chunk
FEW_IN_HOUR: Final = 400  # readings up to which an hour may be part of such a day
GRACE: Final = 120_000_000  # microseconds after the end of an hour that late readings are waited for
INSERT: Final = f"INSERT INTO chunk ({CHUNK_COLUMNS}) VALUES ({','.join('?' * len(CHUNK_COLUMNS.split(',')))})"


def mark(db: sqlite3.Connection, rows: Iterable[Row]) -> None:
    """Remember which hours have new pieces; inside a transaction."""
    hours = {(row[0], row[1] // HOUR * HOUR) for row in rows}
    db.executemany(
        "INSERT OR IGNORE INTO unmerged (signal, start, step) VALUES (?,?,?)",
        [(signal, start, HOUR) for signal, start in sorted(hours)],
    )


def merge_next(db: sqlite3.Connection, now: int, set_aside: Callable[[int, str], None]) -> bool:
    """Merge the oldest hour or day of a signal that is over at `now` (µs); False when there is none."""
    found = db.execute(
        "SELECT signal, start, step FROM unmerged WHERE start + step <= ? ORDER BY start, step LIMIT 1", (now - GRACE,)
    ).fetchone()
    if found is None:
        return False
    signal, start, step = found
    if signal == SHARED:
        _share_out(db, start, step, set_aside)
        return True
    rows = db.execute(
        "SELECT id, n, whole, crc, data FROM chunk WHERE signal=? AND start>=? AND start<? ORDER BY start, id",
        (signal, start, start + step),
    ).fetchall()
    count = sum(row[1] for row in rows)
    groups = _groups(rows) if step == HOUR or count <= FEW_IN_DAY else []
    done: list[tuple[list[int], list[Row]]] = []
    for group in groups:
        parts, good = [], []
        for id, _, _, crc, data in group:
            samples = read(crc, data)
            if isinstance(samples, str):
                set_aside(id, samples)
            else:
                parts.append(samples)
                good.append(id)
        if parts:
            done.append((good, [whole(signal, joined(parts).in_time())]))
    day = (signal, start // DAY * DAY, DAY) if step == HOUR and count <= FEW_IN_HOUR else None
    _write(db, (signal, start, step), done, day)
    return True


def _share_out(db: sqlite3.Connection, start: int, step: int, set_aside: Callable[[int, str], None]) -> None:
    """Of an hour's or day's chunks of several signals: who has enough by now gets chunks of its own, the rest share."""
    rows = db.execute(
        "SELECT id, crc, data FROM chunk WHERE signal=? AND start>=? AND start<?", (SHARED, start, start + step)
    ).fetchall()
    parts, old = [], []
    for id, crc, data in rows:
        samples = read(crc, data)
        if isinstance(samples, str):
            set_aside(id, samples)
        else:
            parts.append(samples)
            old.append(id)
    with_own = {
        row[0]
        for row in db.execute(
            "SELECT DISTINCT signal FROM chunk WHERE signal IN (SELECT id FROM signal) AND start>=? AND start<?",
            (start, start + step),
        )
    }
    enough = FEW if step == HOUR else FEW_IN_HOUR
    own: list[tuple[int, Samples]] = []
    few: list[tuple[int, Samples]] = []
    for signal, samples in by_signal(joined(parts)) if parts else ():
        (own if signal in with_own or len(samples) >= enough else few).append((signal, samples))
    made = [piece(signal, part) for signal, samples in own for part in by_hour(samples)]
    done = [(old, [*made, *shared(few, is_whole=True)])]
    _write(db, (SHARED, start, step), done, (SHARED, start // DAY * DAY, DAY) if few and step == HOUR else None, made)


def _groups(rows: list[tuple[int, int, int, int, bytes]]) -> list[list[Row]]:
    """Chunks that are to become one each: neighbours as long as they are not too many; not what is whole and alone."""
    groups: list[list[Row]] = []
    size = MOST_IN_CHUNK
    for row in rows:
        if size + row[1] > MOST_IN_CHUNK:
            groups.append([])
            size = 0
        groups[-1].append(row)
        size += row[1]
    return [group for group in groups if len(group) > 1 or not group[0][2]]


def read(crc: int, data: bytes) -> Samples | str:
    """The samples of a chunk, or why they cannot be read."""
    if checksum(data) != crc:
        return "the checksum is wrong"
    try:
        return decode(data)
    except Damaged as error:
        return str(error)


def _write(
    db: sqlite3.Connection,
    merged: tuple[int, int, int],
    done: list[tuple[list[int], list[Row]]],
    day: tuple[int, int, int] | None,
    pieces: Iterable[Row] = (),
) -> None:
    with db:
        db.execute("BEGIN IMMEDIATE")
        for old, new in done:
            db.executemany("DELETE FROM chunk WHERE id=?", [(id,) for id in old])
            db.executemany(INSERT, new)
        db.execute("DELETE FROM unmerged WHERE signal=? AND start=? AND step=?", merged)
        mark(db, pieces)
        if day is not None:
            db.execute("INSERT OR IGNORE INTO unmerged (signal, start, step) VALUES (?,?,?)", day)
