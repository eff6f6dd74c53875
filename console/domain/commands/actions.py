"""What may be asked about actions, reviews and articles. `where` is the place of the record, for the check of scope.

What people do with an action adds to it and is decided anew where another console was first; what overwrites words that
somebody else may have changed says which version was shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from console.domain.actions import EFFECT_DAYS, Priority
from console.domain.commands import Command
from console.domain.reviews import Because, Why


@dataclass(frozen=True, slots=True)
class _Placed:
    id: str
    where: str

    @property
    def place(self) -> str:
        """Where the record belongs."""
        return self.where


@dataclass(frozen=True, slots=True)
class MakeAction(_Placed, Command):
    """Somebody shall do something until a day; `id` is new. `source` and `record`: what it came from."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    title: str
    owner: str
    due: date
    text: str = ""
    priority: Priority = Priority.NORMAL
    source: str = ""
    record: str = ""
    effect_days: int = EFFECT_DAYS


@dataclass(frozen=True, slots=True)
class PlanAction(_Placed, Command):
    """Say what, who and until when anew."""

    noun: ClassVar[str] = "actions"

    title: str
    owner: str
    due: date
    text: str
    priority: Priority
    effect_days: int
    version: int = 0


@dataclass(frozen=True, slots=True)
class BeginAction(_Placed, Command):
    """I work at it; `over`: why it is begun although so many are begun as may be, "" = it is not."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    over: str = ""


@dataclass(frozen=True, slots=True)
class BlockAction(_Placed, Command):
    """It cannot go on."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class UnblockAction(_Placed, Command):
    """It can go on."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class DoAction(_Placed, Command):
    """It is done."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    outcome: str


@dataclass(frozen=True, slots=True)
class VerifyAction(_Placed, Command):
    """It was done rightly."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class RefuteAction(_Placed, Command):
    """It was not done rightly."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class ConfirmEffect(_Placed, Command):
    """It held."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    note: str = ""


@dataclass(frozen=True, slots=True)
class DenyEffect(_Placed, Command):
    """It did not hold."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class DropAction(_Placed, Command):
    """It is not wanted any more."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class ReopenAction(_Placed, Command):
    """It is not over."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True

    why: str


@dataclass(frozen=True, slots=True)
class NoteRepeat(_Placed, Command):
    """The console saw that what an action was against happened again, as these records show."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    refs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemindOfAction(_Placed, Command):
    """The console reminds people of an action's day."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    level: int
    day: date
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WantReview(_Placed, Command):
    """The console wants to know why something could happen; `id` is derived from what it is about."""

    noun: ClassVar[str] = "actions"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    kind: str
    record: str
    title: str
    because: Because
    repeats: int = 0


@dataclass(frozen=True, slots=True)
class WriteReview(_Placed, Command):
    """Keep what was found out until now."""

    noun: ClassVar[str] = "actions"

    whys: tuple[Why, ...]
    root_cause: str
    standard: str = ""
    lesson: bool = False
    version: int = 0


@dataclass(frozen=True, slots=True)
class FinishReview(_Placed, Command):
    """The review is done."""

    noun: ClassVar[str] = "actions"


@dataclass(frozen=True, slots=True)
class WriteArticle(_Placed, Command):
    """Write down what was learned, or say it anew; it belongs to `where`. `kind` and `record`: what it came from."""

    noun: ClassVar[str] = "knowledge"

    title: str
    text: str
    more_places: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    abouts: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    kind: str = ""
    record: str = ""
    active: bool = True
    version: int = 0


@dataclass(frozen=True, slots=True)
class UseArticle(_Placed, Command):
    """An article helped with a record; `id` is derived from both."""

    noun: ClassVar[str] = "knowledge"
    merges: ClassVar[bool] = True

    article: str
    kind: str
    record: str
