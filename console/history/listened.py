"""Since when the console has listened, and when it did not: outside of that nothing is known about any signal."""

from __future__ import annotations

import sqlite3

SOON = 2_000_000  # microseconds; a shorter pause is none


class Listened:
    """The stretch of time that goes on now. Times in microseconds since 1970 UTC."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.start: int | None = None  # None: the floor is not heard
        self.new = False  # whether it began and is nowhere kept yet
        self._until = 0
        self._saved = True

    def heard(self, first: int, last: int) -> None:
        """Something was heard from `first` to `last`."""
        if self.start is None:
            self.start = self._until = first
            self.new, self._saved = True, False
        if last > self._until:
            self._until = last
            self._saved = False

    def begin(self, at: int) -> None:
        """The floor is heard from now on."""
        self.heard(at, at)

    def end(self, at: int | None = None) -> None:
        """The floor is heard no more."""
        if self.start is not None:
            self._until = max(self._until, at or 0)
            self._saved = False
            self.save()
            self.start = None

    def save(self) -> None:
        """Keep it."""
        if self.start is not None and not self._saved:
            self._db.execute(
                "INSERT INTO listened (start, until) VALUES (?,?) "
                "ON CONFLICT (start) DO UPDATE SET until=max(until, excluded.until)",
                (self.start, self._until),
            )
            self._saved, self.new = True, False


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
