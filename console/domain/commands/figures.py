"""What may be asked about alarms that are shelved, and about the time that figures are compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class ShelveAlarm(Command):
    """Set an alarm aside until a time: what `rule` finds there, else what is about `what` in this category."""

    noun: ClassVar[str] = "calls"

    shelf: str  # a new id
    where: str
    category: str
    expires: datetime
    reason: str
    rule: str = ""
    what: str = ""

    @property
    def place(self) -> str:
        """Where it holds."""
        return self.where


@dataclass(frozen=True, slots=True)
class UnshelveAlarm(Command):
    """Take it off before its time: what is still so becomes a call at once."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    shelf: str
    where: str

    @property
    def place(self) -> str:
        """Where it held."""
        return self.where


@dataclass(frozen=True, slots=True)
class NoteShelf(Command):
    """The console tells how often it would have been raised, and that its time is over."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    shelf: str
    times: int


@dataclass(frozen=True, slots=True)
class SetBaseline(Command):
    """Keep a stretch of time as what response figures are compared with, or say everything about one anew."""

    noun: ClassVar[str] = "calls"

    baseline: str  # its id
    called: str
    start: datetime
    end: datetime
    reason: str
    where: str = ""  # id of the area or line that it is about; "" = everything
    version: int = 0

    @property
    def place(self) -> str:
        """What it is about."""
        return self.where


@dataclass(frozen=True, slots=True)
class RemoveBaseline(Command):
    """Forget a baseline; the calls stay."""

    noun: ClassVar[str] = "calls"

    baseline: str
    where: str = ""
    version: int = 0

    @property
    def place(self) -> str:
        """What it was about."""
        return self.where
