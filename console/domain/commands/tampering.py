"""What is asked about alterations that were found: note one, answer for one, put a row back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from console.domain.commands import Command
from console.domain.tampering import What


@dataclass(frozen=True, slots=True)
class NoteTampering(Command):
    """The console found an alteration; `id` is derived from what it is, so that it is noted once."""

    noun: ClassVar[str] = "trail"
    own: ClassVar[bool] = True
    merges: ClassVar[bool] = True

    id: str
    database: str
    what: What
    table: str = ""
    row: str = ""
    field: str = ""
    expected: str = ""
    found: str = ""
    seq: int = 0
    until: int = 0


@dataclass(frozen=True, slots=True)
class AcknowledgeTampering(Command):
    """Answer for an alteration: somebody knows of it and says how it came about."""

    noun: ClassVar[str] = "trail"

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class RestoreRow(Command):
    """Put the row of a finding back to the state that the trail accounts for; this answers for the finding too."""

    noun: ClassVar[str] = "trail"

    id: str
    reason: str
