"""Actions: what somebody shall do until a day, wherever it came from; verified, and looked at again after a while.

Values only. Nothing here knows what a source is: a call, a finding, a handover, or nothing in particular.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from enum import StrEnum

from console.domain.ids import derived_id

TITLE_MOST, WORDS_MOST = 200, 2000  # characters
EFFECT_MOST = 365  # days
EFFECT_DAYS = 30  # after which somebody looks whether it holds, where nobody says otherwise


class Priority(StrEnum):
    """How urgent it is; `rank` orders them."""

    LOW = "low"
    NORMAL = "normal"
    HIGH = "high"
    URGENT = "urgent"

    @property
    def rank(self) -> int:
        """0 for the least."""
        return list(Priority).index(self)


DAYS: Mapping[Priority, int] = {Priority.LOW: 14, Priority.NORMAL: 7, Priority.HIGH: 3, Priority.URGENT: 1}  # to do it


class Stage(StrEnum):
    """How far an action is, in this order; the last two are its end."""

    OPEN = "open"
    DOING = "doing"
    DONE = "done"
    VERIFIED = "verified"  # it was done rightly; whether it holds is seen after some days
    EFFECTIVE = "effective"  # it held
    DROPPED = "dropped"

    @property
    def rank(self) -> int:
        """0 for the first."""
        return list(Stage).index(self)

    @property
    def ended(self) -> bool:
        """Whether nobody has to do anything any more."""
        return self in (Stage.EFFECTIVE, Stage.DROPPED)


class Effect(StrEnum):
    """Whether it held, as far as anybody has looked."""

    UNSEEN = "unseen"
    HELD = "held"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Action:
    """One action. Times are aware UTC, None = not told; people are ids, "console" = the console itself."""

    id: str
    title: str
    place: str  # where it belongs, "" = the whole plant
    owner: str  # the one person who answers for it
    due: date  # the last day, on the plant's own clock
    made: datetime
    made_by: str
    text: str = ""
    priority: Priority = Priority.NORMAL
    source: str = ""  # kind of the record that it came from, "" = none
    record: str = ""  # its id
    strict: bool = False  # somebody other than the doer verifies
    planned: datetime | None = None  # when owner or day were said last, if not when it was made
    stage: Stage = Stage.OPEN
    begun: datetime | None = None
    begun_by: str = ""
    blocked: str = ""  # why it cannot go on, "" = it can
    done: datetime | None = None
    done_by: str = ""
    outcome: str = ""  # what was done
    verified: datetime | None = None
    verified_by: str = ""
    effect_days: int = EFFECT_DAYS
    effect_due: datetime | None = None  # when it is looked at whether it holds
    effect: Effect = Effect.UNSEEN  # what was seen then, or last
    checked: datetime | None = None
    checked_by: str = ""
    evidence: tuple[str, ...] = ()  # ids of what happened again, where it did not hold
    reminded: int = -1  # highest rung of the ladder of reminders that was told of the deadline of now
    reopened: int = 0
    dropped: str = ""  # why
    ended: datetime | None = None
    ended_by: str = ""

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return not self.stage.ended

    @property
    def to_do(self) -> bool:
        """Whether it is still to be done."""
        return self.stage in (Stage.OPEN, Stage.DOING)


class Move(StrEnum):
    """What can happen to an action."""

    MAKE = "make"
    PLAN = "plan"  # what, who or until when is said anew
    BEGIN = "begin"
    BLOCK = "block"
    UNBLOCK = "unblock"
    DO = "do"
    VERIFY = "verify"
    REFUTE = "refute"  # it was not done rightly: back to work
    CONFIRM = "confirm"  # it held: the end
    DENY = "deny"  # it did not hold: open again
    REPEAT = "repeat"  # the console saw what it was against happen again: open again
    DROP = "drop"
    REOPEN = "reopen"
    REMIND = "remind"


@dataclass(frozen=True, slots=True)
class ActionStep:
    """One thing that happened to an action; `id` is derived from action, move and what makes it single."""

    id: str
    action: str
    move: Move
    at: datetime
    who: str
    note: str = ""
    level: int = 0  # of a reminder: the rung
    people: tuple[str, ...] = ()  # who was reminded, or has it now
    refs: tuple[str, ...] = ()  # of a repeat: the records that show it


def step_id(action: str, move: Move, *single: object) -> str:
    """The id of a step: two consoles that tell the same of the same action make one row."""
    return derived_id("action_step", action, move.value, *single)


def deadline(action: Action, zone: tzinfo | None) -> date | None:
    """The day until which something is wanted: that it is done, or that its effect is looked at; None: nothing."""
    if action.to_do:
        return action.due
    if action.stage is Stage.VERIFIED and action.effect_due is not None:
        return action.effect_due.astimezone(zone).date()
    return None


def days_left(action: Action, now: datetime, zone: tzinfo | None) -> int | None:
    """Days until that day: 0 today, negative when it is over; None where nothing is wanted."""
    day = deadline(action, zone)
    return None if day is None else (day - now.astimezone(zone).date()).days


def overdue(action: Action, now: datetime, zone: tzinfo | None) -> bool:
    """Whether the day is over."""
    left = days_left(action, now, zone)
    return left is not None and left < 0


def age(action: Action, now: datetime) -> float:
    """Seconds since it was made, until it ended."""
    return max(0.0, ((action.ended or now) - action.made).total_seconds())
