"""Whose hands a call was in, and how long: what is waited for is told without blame, second by second."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from operator import attrgetter

from console.domain.andon import Call, CallStep, Category, Move
from console.domain.people import Role

QUIET = frozenset({Move.RAISE, Move.REPEAT, Move.CLEAR, Move.WORSEN, Move.EXPLAIN, Move.VERIFY, Move.HAND_ON})
_at = attrgetter("at")

RoleOf = Callable[[str], Role | None]  # the role of a person: their department


class Doing(StrEnum):
    """What the time went by with."""

    WAITING = "waiting"  # for an answer: in the hands of the role that was told last
    WORKING = "working"  # somebody has it
    CHECKING = "checking"  # resolved: whether it holds is to be verified, and the call to be closed


@dataclass(frozen=True, slots=True)
class Hold:
    """A stretch of a call's time in one role's hands."""

    role: Role | None  # None: of whoever has it no role is known
    person: str  # "" = nobody in particular
    doing: Doing
    since: datetime
    until: datetime

    @property
    def seconds(self) -> float:
        """How long."""
        return (self.until - self.since).total_seconds()


def holds(
    call: Call, category: Category, steps: Iterable[CallStep], role_of: RoleOf, now: datetime
) -> tuple[Hold, ...]:
    """The whole time of a call in the order in which it was handed on, without gap or overlap; not while it was closed.

    What was resolved is in the hands of the category's owner until it is closed.
    """
    walk = _Walk(category, role_of)
    walk.hold = walk.waiting(category.owner, call.raised)
    handing = (step for step in steps if step.move not in QUIET and step.call == call.id)
    for step in sorted(handing, key=_at):
        walk.take(step)
    return walk.done(max(now, call.raised))


def by_role(held: Iterable[Hold]) -> dict[tuple[Role | None, Doing], float]:
    """Seconds in the hands of each role, by what was done with them, the longest first."""
    found: dict[tuple[Role | None, Doing], float] = {}
    for hold in held:
        key = (hold.role, hold.doing)
        found[key] = found.get(key, 0.0) + hold.seconds
    return dict(sorted(found.items(), key=lambda item: -item[1]))


class _Walk:
    """One walk along the steps of a call."""

    def __init__(self, category: Category, role_of: RoleOf) -> None:
        self.category, self.role_of = category, role_of
        self.hold: Hold | None = None  # None: closed
        self.worker = ""  # who answered, in this round
        self.held: list[Hold] = []

    def waiting(self, role: Role | None, at: datetime, person: str = "") -> Hold:
        """In the hands of somebody who has not answered yet."""
        return Hold(role, person, Doing.WAITING, at, at)

    def take(self, step: CallStep) -> None:
        """One step further."""
        after = self._after(step)
        if after is self.hold:
            return
        if self.hold is not None:
            was, until = self.hold, max(step.at, self.hold.since)
            self.held.append(Hold(was.role, was.person, was.doing, was.since, until))
        self.hold = after

    def done(self, now: datetime) -> tuple[Hold, ...]:
        """Everything up to now."""
        last = [] if self.hold is None else [replace(self.hold, until=max(now, self.hold.since))]
        return tuple(hold for hold in [*self.held, *last] if hold.until > hold.since)

    def _after(self, step: CallStep) -> Hold | None:
        hold, at, owner = self.hold, step.at, self.category.owner
        if step.move in (Move.CLOSE, Move.REJECT):
            return None
        if step.move is Move.REOPEN:
            self.worker = ""
            return self.waiting(owner, at)
        if hold is None:
            return None
        if step.move is Move.RESOLVE:
            return Hold(owner, "", Doing.CHECKING, at, at)
        if step.move is Move.REFUTE:
            return self._working(self.worker, at) if self.worker else self.waiting(owner, at)
        if step.move is Move.TAKE:
            self.worker = step.to if self.worker else ""
            return Hold(self.role_of(step.to), step.to, hold.doing, at, at)
        if hold.doing is Doing.WAITING:
            return self._answered(hold, step)
        return hold

    def _answered(self, hold: Hold, step: CallStep) -> Hold:
        if step.move in (Move.ACKNOWLEDGE, Move.ARRIVE, Move.CONTAIN):
            self.worker = step.who
            return self._working(step.who, step.at)
        if step.move is Move.ESCALATE and 0 < step.level <= len(self.category.ladder):
            return self.waiting(self.category.ladder[step.level - 1].role, step.at)
        return hold

    def _working(self, person: str, at: datetime) -> Hold:
        return Hold(self.role_of(person), person, Doing.WORKING, at, at)
