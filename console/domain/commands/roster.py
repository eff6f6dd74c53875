"""What may be asked about the roster: who is on duty where and when, and who is away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command
from console.domain.roster import Absence, Duty


@dataclass(frozen=True, slots=True)
class SetDuty(Command):
    """Add a duty, or say everything about one anew."""

    noun: ClassVar[str] = "roster"

    duty: Duty
    version: int = 0

    @property
    def place(self) -> str:
        """Where it holds."""
        return self.duty.scope[-1] if self.duty.scope else ""


@dataclass(frozen=True, slots=True)
class RemoveDuty(Command):
    """Take a duty away. `where` is the place at the end of its scope."""

    noun: ClassVar[str] = "roster"

    duty: str
    where: str = ""
    version: int = 0

    @property
    def place(self) -> str:
        """Where it held."""
        return self.where


@dataclass(frozen=True, slots=True)
class SetAbsence(Command):
    """Say that somebody is not there, or say it anew."""

    noun: ClassVar[str] = "roster"

    absence: Absence
    version: int = 0

    @property
    def about(self) -> str:
        """Who is away."""
        return self.absence.person


@dataclass(frozen=True, slots=True)
class RemoveAbsence(Command):
    """Somebody is there after all."""

    noun: ClassVar[str] = "roster"

    absence: str
    person: str
    version: int = 0

    @property
    def about(self) -> str:
        """Who was to be away."""
        return self.person
