"""What may be asked about rounds that are planned, findings and red tags."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from console.domain.audit_plans import AuditPlan, Decided
from console.domain.commands import Command
from console.domain.findings import Fate


@dataclass(frozen=True, slots=True)
class SetAuditPlan(Command):
    """Say everything about a plan of rounds, a new one or anew.

    With `following`, a new id, the past stays as it was: where that has to be so, the plan ends and goes on under it.
    """

    noun: ClassVar[str] = "audits"

    plan: AuditPlan
    version: int = 0
    following: str = ""  # "" = what it asks for holds for the past as well


@dataclass(frozen=True, slots=True)
class DecideRound(Command):
    """Say what becomes of a round that is over time: it is approved as missed, or made later."""

    noun: ClassVar[str] = "audits"

    round: str
    plan: str
    day: date  # of the round, on the plant's clock
    where: str
    what: Decided
    why: str
    due: datetime | None = None

    @property
    def place(self) -> str:
        """Where it would have been."""
        return self.where


@dataclass(frozen=True, slots=True)
class AddFinding(Command):
    """Write down what is not as it should be, on a round or without one; `finding` is new."""

    noun: ClassVar[str] = "audits"

    finding: str
    where: str
    text: str
    serious: bool = False
    run: str = ""
    item: str = ""

    @property
    def place(self) -> str:
        """Where it was seen."""
        return self.where


@dataclass(frozen=True, slots=True)
class WithdrawFinding(Command):
    """Say that a finding was none; `by` wrote it."""

    noun: ClassVar[str] = "audits"

    finding: str
    where: str
    by: str
    why: str

    @property
    def place(self) -> str:
        """Where it was seen."""
        return self.where

    @property
    def about(self) -> str:
        """Who wrote it."""
        return self.by


@dataclass(frozen=True, slots=True)
class TagThing(Command):
    """Put a red tag on something that nobody seems to need; `tag` is new."""

    noun: ClassVar[str] = "audits"

    tag: str
    where: str
    thing: str
    owner: str
    decide_by: date
    quantity: int = 1
    why: str = ""
    number: str = ""
    finding: str = ""

    @property
    def place(self) -> str:
        """Where it lies."""
        return self.where


@dataclass(frozen=True, slots=True)
class DecideTag(Command):
    """Say what becomes of a thing with a red tag; `owner` is who has to."""

    noun: ClassVar[str] = "audits"

    tag: str
    where: str
    owner: str
    fate: Fate
    to: str = ""  # where it goes
    note: str = ""

    @property
    def place(self) -> str:
        """Where it lies."""
        return self.where

    @property
    def about(self) -> str:
        """Who has to decide."""
        return self.owner
