"""Pieces by order: what one place counted for each order, to the piece, over shifts, interruptions and restarts.

A piece belongs to the order that its station or line had at the moment it was counted, so a change of order cuts
exactly, and an order that is interrupted and taken up again goes on where it stopped.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

MOST = 64  # orders of a place that are remembered; those done a day ago go first, then who counted longest ago
OVER = 86_400.0  # seconds after its end in which anybody looks at what was counted of it
MARKS = 64  # last counts of an order by which it is told what was counted after a time
GRACE = 5.0  # seconds after its end in which the message of the last piece may come


class Pieces(NamedTuple):
    """Good and scrapped pieces of an order, over all time and in the shift of now, and those after it was closed."""

    good: int = 0
    scrap: int = 0
    shift_good: int = 0
    shift_scrap: int = 0
    after: int = 0


@dataclass(slots=True)
class Counted:
    """One order at one place."""

    good: int = 0
    scrap: int = 0
    shift_good: int = 0
    shift_scrap: int = 0
    at: float = 0.0  # when the last piece was counted, seconds UTC
    closed: tuple[float, int] | None = None  # when the records said that it is done, good pieces at that time
    marks: deque[tuple[float, int]] = field(default_factory=lambda: deque(maxlen=MARKS))  # (at, good before it)

    def close(self, at: float) -> None:
        """The records say that it was done then; what is counted later was counted after it had been closed."""
        if self.closed is None or self.closed[0] != at:
            self.closed = (at, next((before for mark, before in self.marks if mark > at + GRACE), self.good))

    def worth(self, now: float) -> tuple[bool, float]:
        """What is worth least is forgotten first: one that was interrupted may be taken up again after many others."""
        return self.closed is None or self.closed[0] > now - OVER, self.at

    @property
    def after(self) -> int:
        """Good pieces since it was closed."""
        return self.good - self.closed[1] if self.closed is not None else 0


class OrderCounts:
    """The book of one place. Orders are told apart as on the wire, without regard to case."""

    __slots__ = ("book",)

    def __init__(self) -> None:
        self.book: dict[str, Counted] = {}

    def get(self, order: str) -> Counted | None:
        """What was counted for an order; None: nothing."""
        return self.book.get(order.casefold())

    def add(self, order: str, at: float, good: int = 0, scrap: int = 0) -> None:
        """Pieces that were counted at `at`, seconds UTC; without an order they belong to none."""
        if not order:
            return
        known = self._page(order.casefold(), at)
        if good:
            known.marks.append((at, known.good))
            if known.closed is not None and at <= known.closed[0] + GRACE:
                known.closed = (known.closed[0], known.closed[1] + good)
        known.good += good
        known.scrap += scrap
        known.shift_good += good
        known.shift_scrap += scrap
        known.at = max(known.at, at)

    def new_shift(self) -> None:
        """Counts of the shift start again."""
        for known in self.book.values():
            known.shift_good = known.shift_scrap = 0

    def kept(self) -> dict[str, list[float | None]]:
        """In plain types (JSON)."""
        return {
            order: [one.good, one.scrap, one.shift_good, one.shift_scrap, one.at, *(one.closed or (None, None))]
            for order, one in self.book.items()
        }

    def restore(self, kept: Mapping[str, Any], same_shift: bool) -> None:
        """Go on from what was kept; in another shift its counts begin anew."""
        self.book.clear()
        for order, (good, scrap, shift_good, shift_scrap, at, closed_at, closed_good) in kept.items():
            shift = (int(shift_good), int(shift_scrap)) if same_shift else (0, 0)
            closed = None if closed_at is None else (float(closed_at), int(closed_good))
            self.book[str(order)] = Counted(int(good), int(scrap), *shift, float(at), closed)

    def _page(self, order: str, now: float) -> Counted:
        known = self.book.get(order)
        if known is None:
            if len(self.book) >= MOST:
                del self.book[min(self.book, key=lambda one: self.book[one].worth(now))]
            known = self.book[order] = Counted()
        return known


def together(good: Counted | None, scraps: Iterable[Counted | None]) -> Pieces:
    """What a line made of an order: good pieces where they are counted, scrap of everybody who tells some."""
    scrapped = [one for one in scraps if one is not None]
    made = good or Counted()
    return Pieces(
        made.good, sum(one.scrap for one in scrapped),
        made.shift_good, sum(one.shift_scrap for one in scrapped), made.after,
    )  # fmt: skip


def plus(one: Pieces, other: Pieces) -> Pieces:
    """Both together."""
    return Pieces(*(a + b for a, b in zip(one, other, strict=True)))
