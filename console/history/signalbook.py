"""Whose samples they are: every signal that was ever heard, kept whole, with a number."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from console.domain.readings import Role, Signal
from console.history.tables import durably

COLUMNS = "place, role, name, unit, low, high, pulse, rollover, stuck_after"
MOST_HELD = 200_000  # signals of plant files in and out of use that are known by what they are, not by what they say

Key = tuple[object, ...]


class Signals(dict[Signal, int]):
    """Number by signal, for the thread that writes. One that is new gets the next number and waits in `fresh`.

    Two signals that say the same are one, whichever plant file made them; a signal of which a plant file changed the
    unit or the limits is another one with the same id.
    """

    def __init__(self, rows: Iterable[tuple[object, ...]] = ()) -> None:
        super().__init__()
        self._by_key: dict[Key, int] = {tuple(row[1:]): int(str(row[0])) for row in rows}
        self._next = max(self._by_key.values(), default=0) + 1
        self.fresh: list[tuple[object, ...]] = []
        self.met: list[tuple[int, Signal]] = []  # signals that were not known by what they are, since somebody looked

    def __missing__(self, signal: Signal) -> int:
        if len(self) > MOST_HELD:
            self.clear()
        key = key_of(signal)
        number = self._by_key.get(key)
        if number is None:
            number = self._by_key[key] = self._next
            self._next += 1
            self.fresh.append((number, *key))
        self[signal] = number
        self.met.append((number, signal))
        return number


def key_of(signal: Signal) -> Key:
    """Everything a signal says of itself, as a row."""
    s = signal
    return (s.place, s.role.value, s.name, s.unit, s.low, s.high, int(s.pulse), s.rollover, s.stuck_after)


def load(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """All rows: the number, then what `key_of` says."""
    return db.execute(f"SELECT id, {COLUMNS} FROM signal ORDER BY id").fetchall()


def save(db: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    """Keep signals that were heard for the first time."""
    with durably(db):
        db.executemany(f"INSERT OR IGNORE INTO signal (id, {COLUMNS}) VALUES (?,?,?,?,?,?,?,?,?,?)", rows)


def restored(row: tuple[object, ...]) -> Signal:
    """The signal of a row, as it was; its place in the table of the plant that is shown now is not known (-1)."""
    _, place, role, name, unit, low, high, pulse, rollover, stuck_after = row
    return Signal(
        str(place),
        Role(str(role)),
        str(name),
        str(unit),
        low,  # type: ignore[arg-type]  # as the column says
        high,  # type: ignore[arg-type]
        bool(pulse),
        rollover,  # type: ignore[arg-type]
        stuck_after,  # type: ignore[arg-type]
    )
