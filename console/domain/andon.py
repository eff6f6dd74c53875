"""Andon: a call from raise to close. Values only; each move returns a new call and the step that tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from console.domain.people import Role


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
    """A step of an escalation ladder: after so long without an acknowledgement, tell these roles too."""

    after: float  # seconds of working time since the call was raised
    role: Role


@dataclass(frozen=True, slots=True)
class Category:
    """What kinds of call there are. Kept in the records; each area may have its own."""

    id: str
    name: str
    area: str = ""  # id of the area it belongs to; "" = everywhere
    severity: Severity = Severity.MINOR  # of a call where nobody says otherwise
    owner: Role = Role.TEAM_LEADER  # whom it goes to first
    ladder: tuple[Rung, ...] = ()
    acknowledge_within: float = 180.0  # seconds: the targets that the figures are held against
    arrive_within: float = 600.0
    resolve_within: float = 3600.0
    causes: tuple[Cause, ...] = ()
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
    """One call. Times are aware UTC, None = not yet; people are ids, "console" = the console itself."""

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
    level: int = 0  # of the ladder: rungs already told
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


class Move(StrEnum):
    """What can happen to a call."""

    RAISE = "raise"
    REPEAT = "repeat"
    WORSEN = "worsen"  # the severity rises, and it is announced again
    ACKNOWLEDGE = "acknowledge"
    TAKE = "take"  # somebody else takes it over
    ARRIVE = "arrive"
    CONTAIN = "contain"
    RESOLVE = "resolve"
    VERIFY = "verify"
    REFUTE = "refute"  # the verification failed: back to contained
    CLOSE = "close"
    REJECT = "reject"
    REOPEN = "reopen"
    ESCALATE = "escalate"


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
