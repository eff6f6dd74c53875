"""What may be asked about stops: to keep those that were heard, to give them reasons, to split and merge them.

`where` is the station of the stop, for the check of scope.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.commands import Command
from console.domain.reasons import Reason
from console.domain.stops import ToldStop


@dataclass(frozen=True, slots=True)
class TellStops(Command):
    """The console heard stops, or how some of them ended."""

    noun: ClassVar[str] = "stops"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    stops: tuple[ToldStop, ...]


@dataclass(frozen=True, slots=True)
class _OnStop:
    stop: str
    where: str

    @property
    def place(self) -> str:
        """Where the stop is."""
        return self.where


@dataclass(frozen=True, slots=True)
class ExplainStop(_OnStop, Command):
    """Give a stop its reason."""

    noun: ClassVar[str] = "stops"

    reason: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakeReasonOver(_OnStop, Command):
    """Give a stop the reason that the cause of a call means which was open there."""

    noun: ClassVar[str] = "stops"

    call: str


@dataclass(frozen=True, slots=True)
class ClearReason(_OnStop, Command):
    """Take the reason of a stop back."""

    noun: ClassVar[str] = "stops"


@dataclass(frozen=True, slots=True)
class SplitStop(_OnStop, Command):
    """Make two stops of one, the second from `at` on."""

    noun: ClassVar[str] = "stops"

    at: datetime


@dataclass(frozen=True, slots=True)
class MergeStops(_OnStop, Command):
    """Make one stop of a stop and the next one; the station ran for at most `most` seconds between them."""

    noun: ClassVar[str] = "stops"

    other: str
    most: float


@dataclass(frozen=True, slots=True)
class BeginReasons(Command):
    """Put in the reasons that are shipped, where there is none yet."""

    noun: ClassVar[str] = "stops"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class AddReason(Command):
    """Add a reason, or a group of them; its id is new."""

    noun: ClassVar[str] = "stops"

    reason: Reason

    @property
    def place(self) -> str:
        """The area it belongs to."""
        return self.reason.area


@dataclass(frozen=True, slots=True)
class ChangeReason(Command):
    """Say everything about a reason anew; stops that have it keep it."""

    noun: ClassVar[str] = "stops"

    reason: Reason
    version: int = 0

    @property
    def place(self) -> str:
        """The area it shall belong to."""
        return self.reason.area
