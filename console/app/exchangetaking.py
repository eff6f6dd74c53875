"""One import on its way: slice by slice, each in a command of its own, and exactly what went in."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from console.domain.commands.orders import ImportOrders
from console.domain.errors import Refusal
from console.domain.exchange import Difference, Draft
from console.domain.orders import order_id

if TYPE_CHECKING:
    from console.app.office import RecordOffice

SLICE = 500  # drafts and changes in one command


@dataclass(frozen=True, slots=True)
class Taken:
    """What went in, exactly."""

    new: tuple[str, ...] = ()  # numbers
    changed: tuple[str, ...] = ()
    asked: int = 0  # drafts and orders to be changed that were handed over
    left: int = 0  # of them not handed over: it was stopped or refused
    seconds: float = 0.0
    stopped: bool = False
    refusal: Refusal | None = None

    @property
    def already(self) -> int:
        """What was as the source says it by the time it came in, or was changed meanwhile."""
        return self.asked - self.left - len(self.new) - len(self.changed)


Progress = Callable[[int, int], None]  # done, of all
Slice = tuple[tuple[Draft, ...], tuple[Difference, ...]]


def slices(drafts: Sequence[Draft], changes: Sequence[Difference]) -> Iterator[Slice]:
    """Parts of at most SLICE; the fields of one order stay together."""
    for start in range(0, len(drafts), SLICE):
        yield tuple(drafts[start : start + SLICE]), ()
    part: list[Difference] = []
    for _, found in groupby(changes, key=lambda one: one.order):
        fields = list(found)
        if len(part) + len(fields) > SLICE:
            yield (), tuple(part)
            part = []
        part += fields
    if part:
        yield (), tuple(part)


class Taking:
    """One import on its way: slice by slice, each in a command of its own. Main thread."""

    def __init__(
        self,
        office: RecordOffice,
        source: str,
        drafts: Sequence[Draft],
        changes: Sequence[Difference],
        told: Progress,
        ended: Callable[[Taken], None],
        who: str | None = None,
    ) -> None:
        self._office, self._source, self._who = office, source, who
        self._told, self._ended = told, ended
        ordered = sorted(changes, key=lambda one: one.order)
        self._left = list(slices(drafts, ordered))
        self._changes = {one.order: one.number for one in changes}
        self._new: list[str] = []
        self._changed: list[str] = []
        self._done, self._stopped, self._began = 0, False, time.monotonic()
        self.total = len(drafts) + len(self._changes)

    def begin(self) -> None:
        """Give the first slice."""
        self._next()

    def stop(self) -> None:
        """Give no more; what is in stays in."""
        self._stopped = True

    def _next(self) -> None:
        if not self._left or self._stopped:
            self._end(None)
            return
        drafts, changes = self._left.pop(0)
        size = len(drafts) + len({one.order for one in changes})
        command = ImportOrders(self._source, drafts, changes)
        self._office.do(command, lambda done: self._in(done, drafts, size), self._end, self._who)

    def _in(self, done: Any, drafts: Sequence[Draft], size: int) -> None:
        ids = [change.id for change in done.changes if change.kind == "work_order"]
        numbers = {order_id(draft.number): draft.number for draft in drafts}  # of one slice: a moment
        self._new += [numbers[id] for id in ids if id in numbers]
        self._changed += [self._changes[id] for id in ids if id in self._changes]
        self._done += size
        self._told(self._done, self.total)
        self._next()

    def _end(self, refusal: Refusal | None) -> None:
        left, took = self.total - self._done, time.monotonic() - self._began
        found = Taken(tuple(self._new), tuple(self._changed), self.total, left, took, bool(self._stopped and left))
        self._ended(replace(found, refusal=refusal))
