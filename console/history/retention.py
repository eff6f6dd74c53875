"""Retention: how old and how large the history may get, and how much room it will need."""

from __future__ import annotations

import sqlite3
from typing import Final

from console.history.facts import Forecast
from console.history.rollups import DAY
from console.history.tables import used_bytes

AT_ONCE: Final = 200  # chunks removed in one transaction
LARGE: Final = 20_000  # bytes of a large chunk
ROW: Final = 130  # bytes of a chunk's row and its places in the indexes, beside its samples
TURNS: Final = 4  # transactions in one go
LATEST: Final = 2**62  # microseconds
ENOUGH: Final = 600_000_000  # microseconds of listening from which on bytes a day can be told
PAGES: Final = 2000  # given back to the disk in one round


def cut(db: sqlite3.Connection, now: int, days: float) -> int:
    """Before when (µs) chunks are to be removed: what is older than `days` at `now`, but one day at most, so that a
    clock that was set wrong cannot take the whole past away."""
    oldest = db.execute("SELECT min(heard_until) FROM chunk").fetchone()[0]
    return 0 if oldest is None else min(now - round(days * DAY), int(oldest) + DAY)


def forget(db: sqlite3.Connection, before: int, most: int) -> bool:
    """Remove chunks from before that time (µs), and the oldest ones as long as all take more than `most` bytes.

    Removes a few thousand chunks and returns; whether there may be more."""
    for turn in range(TURNS):
        over = used_bytes(db) - most
        if not _remove(db, before, AT_ONCE) and (over <= 0 or not _remove(db, LATEST, over // LARGE + 1)):
            if turn:
                _forget_the_rest(db)
            return False
        db.execute(f"PRAGMA incremental_vacuum({PAGES})").fetchall()
    return True


def _remove(db: sqlite3.Connection, before: int, most: int) -> int:
    with db:
        db.execute("BEGIN IMMEDIATE")
        return db.execute(
            "DELETE FROM chunk WHERE id IN (SELECT id FROM chunk WHERE heard_until < ? ORDER BY heard_until LIMIT ?)",
            (before, min(most, AT_ONCE)),
        ).rowcount


def _forget_the_rest(db: sqlite3.Connection) -> None:
    oldest = db.execute("SELECT min(heard_from) FROM chunk").fetchone()[0]
    if oldest is None:
        return
    with db:
        db.execute("BEGIN IMMEDIATE")
        db.execute("DELETE FROM listened WHERE until < ?", (oldest,))
        db.execute("DELETE FROM damaged WHERE until < ?", (oldest - DAY,))


def forecast(db: sqlite3.Connection, now: int, days: float, most: int) -> Forecast:
    """From what the last day of listening took."""
    newest = db.execute("SELECT max(heard_until) FROM chunk").fetchone()[0]
    now = min(now, newest or now)
    since = now - DAY
    size = db.execute(
        "SELECT sum(length(data) + coalesce(length(rolls), 0) + ?) FROM chunk WHERE heard_until >= ?", (ROW, since)
    ).fetchone()[0]
    heard = db.execute(
        "SELECT sum(min(until, ?1) - max(start, ?2)) FROM listened WHERE until > ?2", (now, since)
    ).fetchone()[0]
    if not size or not heard or heard < ENOUGH:
        return Forecast(None, None, days, None)
    per_day = size * DAY / heard
    return Forecast(per_day, min(per_day * days, most), days, min(days, most / per_day))
