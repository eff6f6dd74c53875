"""What may be asked about safety: reports, what is found out about them, and their end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.commands import Command
from console.domain.safety import Happened


@dataclass(frozen=True, slots=True)
class ReportSafety(Command):
    """Report a hazard, a near miss, an incident or an environmental event; `event` is new.

    `named` False: whoever reports it is not kept with it. Given in the console's own name then, so that the trail does
    not name them either.
    """

    noun: ClassVar[str] = "safety"

    event: str
    what: Happened
    where: str
    text: str
    at: datetime
    serious: bool = False
    hurt: int = 0
    done_at_once: str = ""
    named: bool = True

    @property
    def place(self) -> str:
        """Where it was."""
        return self.where


@dataclass(frozen=True, slots=True)
class ChangeSafety(Command):
    """Say everything about a report anew, as more is known."""

    noun: ClassVar[str] = "safety"

    event: str
    what: Happened
    where: str
    text: str
    at: datetime
    serious: bool = False
    hurt: int = 0
    lost_days: int = 0
    done_at_once: str = ""
    cause: str = ""
    version: int = 0

    @property
    def place(self) -> str:
        """Where it was."""
        return self.where


@dataclass(frozen=True, slots=True)
class CloseSafety(Command):
    """Say that it is finished."""

    noun: ClassVar[str] = "safety"

    event: str
    where: str

    @property
    def place(self) -> str:
        """Where it was."""
        return self.where
