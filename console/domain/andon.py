"""Andon: a call from raise to close. Values only; each move returns a new call and the step that tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.ids import derived_id
from console.domain.people import Role
from console.domain.trail import moment


class Severity(StrEnum):
    """How bad it is; `rank` orders them."""

    NOTICE = "notice"
    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """0 for the least."""
        return list(Severity).index(self)


class Stage(StrEnum):
    """How far a call is, in this order."""

    RAISED = "raised"
    ACKNOWLEDGED = "acknowledged"
    ON_SITE = "on_site"
    CONTAINED = "contained"
    RESOLVED = "resolved"
    VERIFIED = "verified"
    CLOSED = "closed"

    @property
    def rank(self) -> int:
        """0 for the first."""
        return list(Stage).index(self)


class Source(StrEnum):
    """Where a call came from."""

    RULE = "rule"  # the console, by a rule over what it hears
    PERSON = "person"  # somebody at a console
    SCAN = "scan"  # a scanned station label
    WIRE = "wire"  # an MQTT message: a button, a phone, a PLC


@dataclass(frozen=True, slots=True)
class Cause:
    """One entry of a category's list of causes."""

    id: str
    name: str
    loss: str = ""  # value of stations.LossKind, where stops of this cause count to one of the big losses
    waste: str = ""  # one of the seven wastes, where it is one


@dataclass(frozen=True, slots=True)
class Rung:
    """A step of an escalation ladder: after so long, tell this role too, unless the call has got so far by then."""

    after: float  # seconds since the call waits for an answer; of working time where the category keeps to it
    role: Role
    unless: Stage = Stage.ACKNOWLEDGED


class AskKind(StrEnum):
    """How an ask is answered."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Ask:
    """Something of its own that a category wants to know of its calls: a part number, a quantity blocked."""

    id: str
    name: str
    kind: AskKind = AskKind.TEXT
    choices: tuple[str, ...] = ()  # of a choice: what can be chosen
    needed: bool = False  # no close without


Answers = tuple[tuple[str, str], ...]  # id of an ask and what was answered


@dataclass(frozen=True, slots=True)
class Category:
    """What kinds of call there are. Kept in the records; each area may have its own."""

    id: str
    name: str
    area: str = ""  # id of the area it belongs to; "" = everywhere
    severity: Severity = Severity.MINOR  # of a call where nobody says otherwise
    owner: Role = Role.TEAM_LEADER  # whom it goes to first
    ladder: tuple[Rung, ...] = ()  # the first rung first
    around_clock: bool = False  # breaks and time that is not planned count too: safety does not wait for the shift
    acknowledge_within: float = 180.0  # seconds: the targets that the figures are held against
    arrive_within: float = 600.0
    resolve_within: float = 3600.0
    causes: tuple[Cause, ...] = ()
    asks: tuple[Ask, ...] = ()
    needs_cause: bool = True  # no close without
    needs_countermeasure: bool = True
    verified_from: Severity = Severity.MAJOR  # from here on somebody other than the resolver verifies
    review_from: Severity = Severity.CRITICAL  # from here on a review is wanted, or after so many repeats
    review_repeats: int = 3
    sound: str = ""  # name of a shipped sound; "" = by severity
    order: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class Call:
    """One call. Times are aware UTC, None = not told; people are ids, "console" = the console itself.

    Its times are those of the last round: one that is reopened begins anew and waits for an answer again.
    """

    id: str
    category: str
    place: str  # station, else line id
    severity: Severity
    text: str  # what is wrong, one line
    source: Source
    raised: datetime
    raised_by: str
    code: str = ""  # the machine's own code
    about: str = ""  # what it is, for the suppression of doubles: rule id, native code or ""
    stage: Stage = Stage.RAISED
    repeats: int = 0  # how often the same was heard again while it was open
    repeated: datetime | None = None  # the last time
    cleared: datetime | None = None  # when the condition behind it was heard to have ended; a repeat takes it back
    begun: datetime | None = None  # it waits for an answer since then, where that is not since it was raised
    level: int = -1  # of the ladder: the highest that was told; -1 = nobody yet, 0 = the owner's role, 1 = rung 1
    handed: datetime | None = None  # the last change of shift at which those who came were told
    owner: str = ""  # person who has it; "" = nobody yet
    acknowledged: datetime | None = None
    acknowledged_by: str = ""
    arrived: datetime | None = None
    arrived_by: str = ""
    contained: datetime | None = None
    contained_by: str = ""
    containment: str = ""
    resolved: datetime | None = None
    resolved_by: str = ""
    cause: str = ""  # id of a Cause of the category
    finding: str = ""  # the cause in words
    countermeasure: str = ""
    answers: Answers = ()  # to asks of the category, also to those that it has no more
    refuted: datetime | None = None  # when a countermeasure was last found not to hold
    verified: datetime | None = None
    verified_by: str = ""
    closed: datetime | None = None
    closed_by: str = ""
    rejected: str = ""  # why it was no call; closed then too
    reopened: int = 0

    @property
    def open(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self.closed is None

    @property
    def waiting_since(self) -> datetime:
        """Since when it waits for an answer; the ladder counts from here."""
        return self.begun or self.raised

    @property
    def reached(self) -> dict[Stage, datetime]:
        """The times that were told, by stage; RAISED is when this round began."""
        told = {
            Stage.RAISED: self.waiting_since,
            Stage.ACKNOWLEDGED: self.acknowledged,
            Stage.ON_SITE: self.arrived,
            Stage.CONTAINED: self.contained,
            Stage.RESOLVED: self.resolved,
            Stage.VERIFIED: self.verified,
            Stage.CLOSED: self.closed,
        }
        return {stage: at for stage, at in told.items() if at is not None}


class Move(StrEnum):
    """What can happen to a call."""

    RAISE = "raise"
    REPEAT = "repeat"
    CLEAR = "clear"  # the condition behind it has ended; the call stays open
    WORSEN = "worsen"  # the severity rises, and it is announced again
    ACKNOWLEDGE = "acknowledge"
    TAKE = "take"  # somebody else takes it over, or is given it
    ARRIVE = "arrive"
    CONTAIN = "contain"
    EXPLAIN = "explain"  # cause, finding or countermeasure are told
    RESOLVE = "resolve"
    VERIFY = "verify"
    REFUTE = "refute"  # the countermeasure did not hold: back to where it was before it was resolved
    CLOSE = "close"
    REJECT = "reject"
    REOPEN = "reopen"
    ESCALATE = "escalate"
    HAND_ON = "hand_on"  # the shift changed: those who came were told


@dataclass(frozen=True, slots=True)
class CallStep:
    """One thing that happened to a call; `id` is derived from call, move and what makes it single."""

    id: str
    call: str
    move: Move
    at: datetime
    who: str
    note: str = ""
    level: int = 0  # of an escalation
    times: int = 0  # of a repeat: how often it was heard
    to: str = ""  # of a take: who has it now


def call_id(place: str, category: str, about: str, raised: datetime) -> str:
    """The id of a call that several consoles may hear: by what it is and the second in which it was raised."""
    return derived_id("call", place, category, about, moment(raised.replace(microsecond=0)))


def wire_call_id(message: str) -> str:
    """The id of a call that was raised by a message with an id of its own: the same message is the same call."""
    return derived_id("call", "wire", message)


def step_id(call: str, move: Move, *single: object) -> str:
    """The id of a step: two consoles that tell the same thing of the same call make one row."""
    return derived_id("call_step", call, move.value, *single)
