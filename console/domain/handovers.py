"""Shift handover: what the outgoing shift prepares, both exchange, and the incoming shift checks. Values only.

Three parts, as the guidance of the British HSE on shift handover has them: preparation by those who leave, exchange of
what matters, and a cross-check by those who come. A handover fills itself from the record; people add what no record
holds. When the outgoing side signs, its content is frozen; when the incoming side has answered each open item and
signs, all of it is sealed by a hash. A sealed handover is corrected only by a note that points to it.
Source: HSE, Human factors: Shift handover (topic 10 of the inspectors' toolkit), and HSG48.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from console.domain.ids import derived_id

TITLE_MOST, TEXT_MOST, NOTE_MOST = 200, 2000, 4000
ITEMS_MOST, FACTS_MOST = 500, 400


class Part(StrEnum):
    """What a fact belongs to; the parts of the screen."""

    PRODUCTION = "production"
    LOSSES = "losses"
    CALLS = "calls"
    SAFETY = "safety"
    PEOPLE = "people"
    AUDITS = "audits"
    WATCH = "watch"  # shelved alarms, stale stations


class Subject(StrEnum):
    """What an open item is about; NOTE = a person wrote it."""

    CALL = "call"
    STOP = "stop"  # without a reason
    ORDER = "order"  # held, blocked or late
    ACTION = "action"  # overdue
    AUDIT = "audit"  # overdue or missed
    ALARM = "alarm"  # shelved
    STATION = "station"  # silent
    WARNING = "warning"
    SAFETY = "safety"
    ABSENCE = "absence"
    NOTE = "note"


class Risk(StrEnum):
    """How much an item matters; what is high is talked about, and somebody says what was said."""

    PLAIN = "plain"
    RAISED = "raised"
    HIGH = "high"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a part: a code that a screen knows the words of, and its numbers and names.

    `figures` are numbers with the name each has in the words ("good", 478.0); `texts` the same for names.
    """

    part: Part
    code: str
    figures: tuple[tuple[str, float], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something the next shift takes over. `id` is item_id(subject, record), so it is the same from shift to shift.

    `code` is how its subject stands ("held", "missed"): a screen knows the words of it and of the figures' names.
    """

    id: str
    subject: Subject
    record: str  # its id, "" = a note
    place: str
    title: str
    since: datetime
    text: str = ""
    owner: str = ""  # id of a person, or the name of a role
    risk: Risk = Risk.PLAIN
    carried: int = 0  # how many handovers it has been in before without being accepted and finished
    first: date | None = None  # the day of the first of these
    code: str = ""
    figures: tuple[tuple[str, float], ...] = ()


class Reply(StrEnum):
    """What the incoming shift says to an open item."""

    ACCEPTED = "accepted"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Answered:
    """The reply to one item; a dispute has a reason, a high risk what was said about it."""

    item: str
    reply: Reply
    at: datetime
    who: str
    words: str = ""


class Stage(StrEnum):
    """How far a handover is."""

    DRAFT = "draft"  # it fills itself; nothing is frozen
    HANDED = "handed"  # the outgoing side has signed; its content is frozen
    SEALED = "sealed"


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed what, when, with which meaning ("outgoing", "incoming"), over which hash."""

    who: str
    name: str  # as it was then
    at: datetime
    meaning: str
    over: str  # SHA-256 of what was signed, hexadecimal


@dataclass(frozen=True, slots=True)
class Handover:
    """From one shift to the next at one place. Times are aware UTC; people are ids."""

    id: str  # handover_id(place, when the outgoing shift ends)
    place: str  # line or area
    day: date  # of the outgoing shift
    shift: str
    begins: datetime  # of the outgoing shift
    ends: datetime
    next_shift: str = ""
    stage: Stage = Stage.DRAFT
    facts: tuple[Fact, ...] = ()
    items: tuple[OpenItem, ...] = ()
    note: str = ""
    unexplained: int = 0  # stops without a reason when it was handed over
    overridden: str = ""  # why it was signed all the same
    overridden_by: str = ""
    replies: tuple[Answered, ...] = ()
    outgoing: Signature | None = None
    incoming: Signature | None = None
    filled: datetime | None = None  # when facts and items were taken from the record

    @property
    def attachable(self) -> bool:
        """Whether pictures and files may come and go: until the outgoing side signs."""
        return self.stage is Stage.DRAFT

    @property
    def seal(self) -> str:
        """The hash over all of it; "" until it is sealed."""
        return self.incoming.over if self.incoming is not None else ""

    def reply_to(self, item: str) -> Answered | None:
        """What was said to an item."""
        return next((reply for reply in self.replies if reply.item == item), None)

    @property
    def unanswered(self) -> tuple[OpenItem, ...]:
        """Items that nobody of the incoming shift has answered yet."""
        answered = {reply.item for reply in self.replies}
        return tuple(item for item in self.items if item.id not in answered)

    @property
    def rolls_on(self) -> tuple[OpenItem, ...]:
        """Items that were not accepted: they come again, with their age."""
        taken = {reply.item for reply in self.replies if reply.reply is Reply.ACCEPTED}
        return tuple(item for item in self.items if item.id not in taken)


@dataclass(frozen=True, slots=True)
class Correction:
    """What somebody says later about a sealed handover; the handover itself stays."""

    id: str
    handover: str
    seal: str  # of the handover that was read
    place: str
    text: str
    at: datetime
    who: str


def handover_id(place: str, ends: datetime) -> str:
    """The id of the handover at a place when a shift ends: every console finds the same."""
    return derived_id("handover", place, ends.isoformat())


def item_id(subject: Subject, record: str) -> str:
    """The id of an open item: the same record is the same item in every handover."""
    return derived_id("handover_item", subject.value, record)
