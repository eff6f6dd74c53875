"""A watch: what one rule knows of one thing at one place, and what it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any

WatchKey = tuple[str, str, str]  # rule, place, what it is about


class Deadline(StrEnum):
    """What a watch may wait for; the value is its order among those of one moment."""

    CLEAR = "1"
    RAISE = "2"
    GATHER = "3"


@dataclass(slots=True)
class Watch:
    """Times are seconds UTC."""

    on: bool = False  # what is listened for is so now
    raised: bool = False  # it has lasted long enough, and is not over yet
    told: bool = False  # a call was wanted for it, and it was not said to be over yet
    changed: float = 0.0  # when it began or ended last
    due: float | None = None  # when it will have lasted long enough
    clear_due: float | None = None  # when it will have been over long enough
    gather_due: float | None = None  # when what chatters is told
    starts: list[list[float]] = field(default_factory=list)  # [time, times] within the rule's window
    raises: list[float] = field(default_factory=list)  # the last ones, for the chattering filter
    held: int = 0  # raises that wait to be told together
    facts: dict[str, str] = field(default_factory=dict)  # for the text

    def begin(self, at: float, delay: float, facts: dict[str, str]) -> bool:
        """It is so; True where it was not before. What comes back before it counted as over is still the same."""
        self.facts = facts
        if self.on:
            return False
        self.on, self.changed, self.clear_due = True, at, None
        self.due = None if self.raised else at + delay
        return True

    def end(self, at: float, off_delay: float) -> bool:
        """It is not so (any more); True where it was before."""
        if not self.on:
            return False
        self.on, self.changed, self.due = False, at, None
        self.clear_due = at + off_delay if self.raised else None
        return True

    def often(self, at: float, times: int, count: int, window: float) -> bool:
        """Whether it has now been so `count` times within `window`; then the counting begins anew."""
        if count <= 1:
            return True
        self.starts = [start for start in self.starts if start[0] > at - window]
        self.starts.append([at, times])
        if sum(start[1] for start in self.starts) < count:
            return False
        self.starts.clear()
        return True

    def chatters(self, at: float, chatter: int, window: float) -> bool:
        """Whether this raise is held back to be told together with others, `window` after the first of them."""
        if not chatter:
            return False
        self.raises = [*(before for before in self.raises if before > at - window), at][-chatter:]
        if self.gather_due is None and len(self.raises) < chatter:
            return False
        self.held += 1
        if self.gather_due is None:
            self.gather_due = at + window
        return True

    def gathered(self) -> tuple[int, float]:
        """How many were held back and when the last of them was; they wait no more."""
        held, last = self.held, self.raises[-1]
        self.held, self.gather_due = 0, None
        return held, last

    def busy(self) -> bool:
        """Whether anything lasts or is waited for."""
        return self.on or self.raised or self.gather_due is not None

    def waiting(self) -> bool:
        """Whether it waits only for having lasted long enough."""
        return self.due is not None and not self.raised


def due_at(watch: Watch, what: Deadline) -> float | None:
    """When a watch wants to be looked at for this; None: it does not."""
    return {Deadline.RAISE: watch.due, Deadline.CLEAR: watch.clear_due, Deadline.GATHER: watch.gather_due}[what]


def kept(watch: Watch) -> dict[str, Any]:
    """A watch as JSON can hold it."""
    return asdict(watch)


def restored(told: Mapping[str, Any]) -> Watch:
    """The watch that was kept so; what another version of it knew beside is left out."""
    known = {one.name for one in fields(Watch)}
    return Watch(**{name: value for name, value in told.items() if name in known})
