"""What may be asked about handovers, crews and briefings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from console.domain.commands import Command
from console.domain.crews import Crew
from console.domain.handovers import Fact, OpenItem, Reply, Risk


@dataclass(frozen=True, slots=True)
class PrepareHandover(Command):
    """Begin the handover of a shift, or take facts and open items from the record anew; what people wrote stays."""

    noun: ClassVar[str] = "handovers"
    merges: ClassVar[bool] = True

    where: str
    day: date
    shift: str
    begins: datetime
    ends: datetime
    next_shift: str
    facts: tuple[Fact, ...]
    items: tuple[OpenItem, ...]
    unexplained: int

    @property
    def place(self) -> str:
        """The line or area."""
        return self.where


@dataclass(frozen=True, slots=True)
class OnHandover:
    """What is about one handover."""

    handover: str
    where: str  # of the handover, for the check of scope

    @property
    def place(self) -> str:
        """The line or area."""
        return self.where


@dataclass(frozen=True, slots=True)
class WriteHandover(OnHandover, Command):
    """Say the words for the next shift anew."""

    noun: ClassVar[str] = "handovers"

    note: str
    before: str  # the words as they were shown: somebody else's are not written over unseen


@dataclass(frozen=True, slots=True)
class AddHandoverItem(OnHandover, Command):
    """Add something that no record holds, or say it anew; `item` is its id."""

    noun: ClassVar[str] = "handovers"
    merges: ClassVar[bool] = True

    item: str
    about_place: str
    title: str
    text: str = ""
    owner: str = ""
    risk: Risk = Risk.PLAIN


@dataclass(frozen=True, slots=True)
class RemoveHandoverItem(OnHandover, Command):
    """Take away what a person added."""

    noun: ClassVar[str] = "handovers"
    merges: ClassVar[bool] = True

    item: str


@dataclass(frozen=True, slots=True)
class MarkHandoverItem(OnHandover, Command):
    """Say how much an item matters."""

    noun: ClassVar[str] = "handovers"
    merges: ClassVar[bool] = True

    item: str
    risk: Risk


@dataclass(frozen=True, slots=True)
class HandOver(OnHandover, Command):
    """Sign for the outgoing shift what was shown, by its hash."""

    noun: ClassVar[str] = "handovers"

    shown: str  # content_hash of what was signed


@dataclass(frozen=True, slots=True)
class OverrideHandover(OnHandover, Command):
    """Sign although stops of the shift have no reason yet, for a reason: a right of its own."""

    noun: ClassVar[str] = "handovers"

    shown: str
    override: str


@dataclass(frozen=True, slots=True)
class AnswerHandoverItem(OnHandover, Command):
    """Accept or dispute an open item for the incoming shift."""

    noun: ClassVar[str] = "handovers"
    merges: ClassVar[bool] = True

    item: str
    reply: Reply
    words: str = ""


@dataclass(frozen=True, slots=True)
class TakeOver(OnHandover, Command):
    """Sign for the incoming shift what was shown, by its hash: it is sealed."""

    noun: ClassVar[str] = "handovers"

    shown: str


@dataclass(frozen=True, slots=True)
class CorrectHandover(OnHandover, Command):
    """Say something later about a sealed one; `correction` is new."""

    noun: ClassVar[str] = "handovers"

    correction: str
    seal: str
    text: str


@dataclass(frozen=True, slots=True)
class SetCrew(Command):
    """Say everything about a crew, a new one or anew."""

    noun: ClassVar[str] = "crews"

    crew: Crew
    version: int = 0


@dataclass(frozen=True, slots=True)
class JoinCrew(Command):
    """Say which crew somebody is in, "" = in none; they leave the one they were in, at once."""

    noun: ClassVar[str] = "crews"
    merges: ClassVar[bool] = True

    person: str
    crew: str = ""


@dataclass(frozen=True, slots=True)
class OnBriefing:
    """What is about one briefing."""

    where: str
    day: date
    shift: str
    begins: datetime

    @property
    def place(self) -> str:
        """The line or area."""
        return self.where


@dataclass(frozen=True, slots=True)
class AttendBriefing(OnBriefing, Command):
    """Tick that somebody is at a briefing, or is not."""

    noun: ClassVar[str] = "crews"
    merges: ClassVar[bool] = True

    person: str
    there: bool = True


@dataclass(frozen=True, slots=True)
class HoldBriefing(OnBriefing, Command):
    """The briefing was held."""

    noun: ClassVar[str] = "crews"

    note: str = ""
