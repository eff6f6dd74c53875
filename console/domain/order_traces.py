"""Traces: the way of an order through the columns, as its figures need it. Times are seconds UTC.

There may be a hundred thousand stays and events at once: they are plain tuples, which the collector of memory need not
look at again and again while somebody works.

An order that was merged into another has no trace: its pieces are part of the other one's from then on, and it would
count twice. An order that was closed short with nothing made is *dropped*: it says nothing of how long work takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from console.domain.orders import DONE, PLANNED, Ended


class Event(NamedTuple):
    """A move, a block or a lift of a card, as cardflow.FlowStep has it."""

    at: float
    source: str
    target: str
    what: str = "move"


Told = tuple[float, str, str, str]  # an Event, or the same without its names


Visit = tuple[str, float, float | None]  # a stay: column, since, until; None: it is there still


@dataclass(frozen=True, slots=True)
class Trace:
    """One order: what was wanted, what was confirmed, and every stay in a column from `made` on, without gaps."""

    id: str
    number: str
    product: str
    line: str
    quantity: int
    good: int
    made: float
    due: float | None
    released: float | None
    finished: float | None  # None: it is open
    ended: Ended
    visits: tuple[Visit, ...]
    blocked: tuple[tuple[float, float | None], ...] = ()  # from, to; None: still
    split_from: str = ""
    planned_day: date | None = None
    planned_shift: str = ""

    @property
    def column(self) -> str:
        """Where it lies now."""
        return self.visits[-1][0]

    @property
    def since(self) -> float:
        """Since when."""
        return self.visits[-1][1]

    @property
    def dropped(self) -> bool:
        """Closed before anything was made."""
        return self.finished is not None and self.ended is Ended.SHORT and not self.good

    @property
    def completed(self) -> bool:
        """Finished, with something made."""
        return self.finished is not None and not self.dropped

    def lead(self) -> float | None:
        """Seconds from made to finished."""
        return None if self.finished is None else max(0.0, self.finished - self.made)

    def run(self) -> float | None:
        """Seconds from released to finished; None for an order that nobody released."""
        if self.finished is None or self.released is None:
            return None
        return max(0.0, self.finished - self.released)

    def waits(self, now: float) -> dict[str, float]:
        """Seconds in each column until it was finished, or until now; their sum is the lead time."""
        found: dict[str, float] = {}
        for column, since, until in self.stays():
            stayed = (now if until is None else until) - since
            if stayed >= 0:
                found[column] = found.get(column, 0.0) + stayed
        return found

    def blocked_in(self, now: float) -> dict[str, float]:
        """Seconds for which it was blocked, by the column that it lay in then."""
        found: dict[str, float] = {}
        for begin, end in self.blocked:
            for column, since, until in self.stays():
                both = min(now if until is None else until, now if end is None else end) - max(since, begin)
                if both > 0:
                    found[column] = found.get(column, 0.0) + both
        return found

    def stays(self) -> tuple[Visit, ...]:
        """Every visit but the one in which it is done."""
        return self.visits[:-1] if self.finished is not None else self.visits

    def moves(self) -> Iterator[Event]:
        """The moves, as cardflow.cumulative takes them."""
        before = ""
        for column, since, _ in self.visits:
            if before:
                yield Event(since, before, column)
            before = column


def visits_of(made: float, column: str, finished: float | None, events: Iterable[Told]) -> tuple[Visit, ...]:
    """The stays of an order that lies in `column` now; `events` in order. A clock that went back counts as no time."""
    found: list[Visit] = []
    since, where = made, ""
    for at, source, target, what in events:
        if what != "move" or source == target:
            continue
        until = at if at > since else since
        found.append((where or source, since, until))
        since, where = until, target
    if found or column != DONE or finished is None:
        return (*found, (where or column, since, None))
    until = max(made, finished)  # nobody kept how it came there
    return (PLANNED, made, until), (DONE, until, None)


def blocked_of(events: Iterable[Told], finished: float | None) -> tuple[tuple[float, float | None], ...]:
    """When it was blocked: from the first block to the lift; blocked once more only says the reason anew."""
    found: list[tuple[float, float | None]] = []
    begun: float | None = None
    for at, _, _, what in events:
        if what == "block" and begun is None:
            begun = at
        elif what == "lift" and begun is not None:
            found.append((begun, max(begun, at)))
            begun = None
    if begun is not None:
        found.append((begun, None if finished is None else max(begun, finished)))
    return tuple(found)


def trace(
    id: str,
    number: str,
    product: str,
    line: str,
    quantity: int,
    good: int,
    made: float,
    due: float | None,
    released: float | None,
    ended: Ended,
    column: str,
    finished: float | None,
    events: Iterable[Told],
    split_from: str = "",
    planned_day: date | None = None,
    planned_shift: str = "",
) -> Trace:
    """The trace of an order from its fields and what happened to it, in order."""
    told = tuple(events)
    visits = visits_of(made, column, finished, told)
    over = visits[-1][1] if visits[-1][0] == DONE else None
    wanted = (id, number, product, line, quantity, good, made, due, released, over, ended)
    return Trace(*wanted, visits, blocked_of(told, over), split_from, planned_day, planned_shift)
