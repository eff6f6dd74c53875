"""What may be asked about calls: to raise them, what people do with them, and what the console tells people of them.

All of it adds to a call and is decided anew where another console was first: who comes second is told so, or nothing at
all where two consoles heard one thing. `where` is the place of the call, for the check of scope.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar

from console.domain.andon import Answers, Category, Severity, Source
from console.domain.callrules import CallRule
from console.domain.commands import Command


@dataclass(frozen=True, slots=True)
class RaiseCall(Command):
    """Raise a call, or tell of an open one of the same again. Without `call` its id is derived from what it is."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    where: str  # station, else line
    category: str
    text: str = ""
    severity: Severity | None = None  # None = the category's
    source: Source = Source.PERSON
    code: str = ""  # the machine's own
    what: str = ""  # it is about, for the suppression of doubles: a native code or the like
    raised: datetime | None = None  # of what the console heard; people raise now
    times: int = 1
    call: str = ""
    waits: datetime | None = None  # for an answer since then, where it lay on the shelf before
    answers: Answers = ()  # to asks of the category

    @property
    def place(self) -> str:
        """Where it is."""
        return self.where


@dataclass(frozen=True, slots=True)
class ClearCall(Command):
    """The console heard that the condition behind an open call has ended."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    where: str
    category: str
    what: str  # it was about
    at: datetime


@dataclass(frozen=True, slots=True)
class _OnCall:
    call: str
    where: str

    @property
    def place(self) -> str:
        """Where the call is."""
        return self.where


@dataclass(frozen=True, slots=True)
class WorsenCall(_OnCall, Command):
    """It is worse than thought."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    severity: Severity


@dataclass(frozen=True, slots=True)
class AcknowledgeCall(_OnCall, Command):
    """I have seen it, it is mine."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    source: Source = Source.PERSON  # WIRE: said with a button or a phone


@dataclass(frozen=True, slots=True)
class TakeCall(_OnCall, Command):
    """Take a call over, or give it `to` somebody."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    to: str = ""


@dataclass(frozen=True, slots=True)
class ArriveAtCall(_OnCall, Command):
    """I am on site."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class ContainCall(_OnCall, Command):
    """Nothing more gets worse."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    containment: str = ""


@dataclass(frozen=True, slots=True)
class ExplainCall(_OnCall, Command):
    """Tell cause, finding, countermeasure or answers; what is "" stays as it is, an empty answer takes one back."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    cause: str = ""
    finding: str = ""
    countermeasure: str = ""
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class ResolveCall(_OnCall, Command):
    """The trouble is over."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    cause: str = ""
    finding: str = ""
    countermeasure: str = ""
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class VerifyCall(_OnCall, Command):
    """The countermeasure holds."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class RefuteCall(_OnCall, Command):
    """The countermeasure does not hold."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class CloseCall(_OnCall, Command):
    """The end; what is still untold can be told with it."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    cause: str = ""
    finding: str = ""
    countermeasure: str = ""
    answers: Answers = ()


@dataclass(frozen=True, slots=True)
class RejectCall(_OnCall, Command):
    """It was no call."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class ReopenCall(_OnCall, Command):
    """It is not over."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class EscalateCall(_OnCall, Command):
    """The console tells the people of one level of the ladder: 0 the owner's role, 1 the first rung."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    level: int
    persons: tuple[str, ...] = ()  # none: nobody is there in that role


@dataclass(frozen=True, slots=True)
class HandOnCall(_OnCall, Command):
    """The console tells those who came with a change of shift."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    change: datetime
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BeginCalls(Command):
    """Put in the categories and rules that are shipped, where there is no category yet."""

    noun: ClassVar[str] = "calls"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    categories: tuple[Category, ...]
    rules: tuple[CallRule, ...]


@dataclass(frozen=True, slots=True)
class AddCategory(Command):
    """Add a kind of call; its id is new."""

    noun: ClassVar[str] = "calls"

    category: Category

    @property
    def place(self) -> str:
        """The area it belongs to."""
        return self.category.area


@dataclass(frozen=True, slots=True)
class ChangeCategory(Command):
    """Say everything about a kind of call anew."""

    noun: ClassVar[str] = "calls"

    category: Category
    version: int = 0

    @property
    def place(self) -> str:
        """The area it shall belong to."""
        return self.category.area


@dataclass(frozen=True, slots=True)
class SetCallRule(Command):
    """Add a rule that raises calls, or say everything about one anew."""

    noun: ClassVar[str] = "calls"

    rule: CallRule
    version: int = 0

    @property
    def place(self) -> str:
        """Where it holds; a rule for several places is a matter of the whole plant."""
        return self.rule.places[0] if len(self.rule.places) == 1 else ""


@dataclass(frozen=True, slots=True)
class RemoveCallRule(Command):
    """Take a rule away; what it raised stays. `where` is the one place where it holds, "" = several or everywhere."""

    noun: ClassVar[str] = "calls"

    rule: str
    where: str = ""
    version: int = 0

    @property
    def place(self) -> str:
        """Where it holds."""
        return self.where
