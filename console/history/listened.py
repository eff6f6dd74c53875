"""Since when the console has listened, and when it did not: outside of that nothing is known about any signal."""

from __future__ import annotations

import sqlite3

SOON = 2_000_000  # microseconds; a shorter pause is none


class Listened:
    """The stretch of time that goes on now. Times in microseconds since 1970 UTC; nothing is written but by `save`."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.start: int | None = None  # None: the floor is not heard
        self.due = False  # whether one began or ended that is not kept yet
        self._until = 0
        self._saved = 0  # until when the present one is kept
        self._over: list[tuple[int, int]] = []

    def heard(self, first: int, last: int) -> None:
        """Something was heard from `first` to `last`."""
        if self.start is None:
            self.start = self._until = first
            self.due = True
        self._until = max(self._until, last)

    def begin(self, at: int) -> None:
        """The floor is heard from now on."""
        self.heard(at, at)

    def end(self, at: int = 0) -> None:
        """The floor is heard no more."""
        if self.start is not None:
            self._over.append((self.start, max(self._until, at)))
            self.start = None
            self.due = True

    def save(self) -> None:
        """Keep it. sqlite3.Error where the disk refuses: then nothing is forgotten."""
        rows = [*self._over]
        if self.start is not None and (self.due or self._until != self._saved):
            rows.append((self.start, self._until))
        self._db.executemany(
            "INSERT INTO listened (start, until) VALUES (?,?) "
            "ON CONFLICT (start) DO UPDATE SET until=max(until, excluded.until)",
            rows,
        )
        self._over.clear()
        self.due, self._saved = False, self._until


def stretches(db: sqlite3.Connection, start: int, end: int) -> list[tuple[int, int]]:
    """When the floor was heard between two times, oldest first, without pauses shorter than two seconds."""
    found: list[tuple[int, int]] = []
    for since, until in db.execute(
        "SELECT start, until FROM listened WHERE until >= ? AND start <= ? ORDER BY start", (start, end)
    ):
        if found and since - found[-1][1] <= SOON:
            found[-1] = (found[-1][0], max(found[-1][1], until))
        else:
            found.append((since, until))
    return found
