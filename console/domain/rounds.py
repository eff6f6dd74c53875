"""Rounds: work that must come to everyone regularly, done a little at a time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Round(Generic[T]):
    """Goes round its members; each call gives the next share of them."""

    def __init__(self, members: Sequence[T]) -> None:
        self._members = members
        self._next = 0
        self._owed = 0.0  # part of a member that earlier calls left over

    def take(self, share: float) -> list[T]:
        """The next `share` (0..1) of the members; fractions add up, so that small shares come round too."""
        count = len(self._members)
        self._owed += max(0.0, share) * count
        due = min(count, int(self._owed + 1e-9))
        self._owed = 0.0 if due == count else self._owed - due
        taken = [self._members[(self._next + i) % count] for i in range(due)]
        self._next = (self._next + due) % count if count else 0
        return taken
