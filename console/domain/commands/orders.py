"""What may be asked about work orders. `where` is the order's line ("" = it has none), for the check of scope.

What adds to an order (a move from a column, output, a block) is decided anew where another console was first; what
overwrites words that somebody else may have changed says which version was shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from console.domain.commands import Command
from console.domain.exchange import Difference, Draft
from console.domain.orders import OrderStep, Why
from console.domain.told_orders import ToldOrder


@dataclass(frozen=True, slots=True)
class AddOrder(Command):
    """Plan an order; its id follows from its number. Without steps it has those of its product."""

    noun: ClassVar[str] = "orders"

    number: str
    product: str
    quantity: int
    line: str = ""
    due: datetime | None = None
    rush: bool = False
    note: str = ""
    steps: tuple[OrderStep, ...] = ()
    planned_day: date | None = None
    planned_shift: str = ""

    @property
    def place(self) -> str:
        """Its line."""
        return self.line


@dataclass(frozen=True, slots=True)
class ChangeOrder(Command):
    """Say everything about an order anew; a line that knows of it must take note. The record's line counts too."""

    noun: ClassVar[str] = "orders"

    order: str
    product: str
    quantity: int
    line: str
    due: datetime | None
    rush: bool
    note: str
    steps: tuple[OrderStep, ...]
    planned_day: date | None = None
    planned_shift: str = ""
    version: int = 0

    @property
    def place(self) -> str:
        """The line that it shall have."""
        return self.line


@dataclass(frozen=True, slots=True)
class _OnOrder:
    order: str
    where: str

    @property
    def place(self) -> str:
        """Its line."""
        return self.where


@dataclass(frozen=True, slots=True)
class MoveOrder(_OnOrder, Command):
    """Put an order from the column where it was seen into another one; `over`: past a limit, for the reason.

    `before`: in front of that order of its line there, "" = last.
    """

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    source: str
    target: str
    reason: str = ""
    over: bool = False
    before: str = ""


@dataclass(frozen=True, slots=True)
class RankOrder(_OnOrder, Command):
    """Put an order in front of another one of its column and line, "" = last."""

    noun: ClassVar[str] = "orders"

    before: str = ""


@dataclass(frozen=True, slots=True)
class BlockOrder(_OnOrder, Command):
    """It cannot go on."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    reason: str


@dataclass(frozen=True, slots=True)
class LiftOrder(_OnOrder, Command):
    """It can go on."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class UndoMove(_OnOrder, Command):
    """Take back one's own last move of an order, as if it had never been made."""

    noun: ClassVar[str] = "orders"


@dataclass(frozen=True, slots=True)
class SplitOrder(_OnOrder, Command):
    """Make a new order of so many of its pieces."""

    noun: ClassVar[str] = "orders"

    pieces: int
    number: str


@dataclass(frozen=True, slots=True)
class MergeOrders(_OnOrder, Command):
    """Make another order part of this one."""

    noun: ClassVar[str] = "orders"

    other: str


@dataclass(frozen=True, slots=True)
class SeeOrderChange(_OnOrder, Command):
    """The line takes note of what was changed until `seen`, the time of the last change that was shown."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    seen: datetime


@dataclass(frozen=True, slots=True)
class PassOrderStep(_OnOrder, Command):
    """Hand an order on at one of its steps."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    step: str


@dataclass(frozen=True, slots=True)
class _Assignment(_OnOrder):
    step: str
    station: str = ""  # "" = the line
    people: tuple[str, ...] = ()
    was: str = ""  # the station that was shown, and the people: who assigned it meanwhile is not passed over
    were: tuple[str, ...] = ()
    day: date | None = None  # on the plant's calendar: the day on which their skills must count


@dataclass(frozen=True, slots=True)
class AssignOrderStep(_Assignment, Command):
    """Say at which station a step is done, and by whom; they have the skill for it."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class AssignUnskilled(_Assignment, Command):
    """The same although somebody lacks the skill, or it has run out, for a reason."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    reason: str = ""


@dataclass(frozen=True, slots=True)
class ConfirmOutput(_OnOrder, Command):
    """Say how much was made, beside what the counter proposed; `confirmation` is new."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    confirmation: str
    good: int
    scrap: int = 0
    rework: int = 0
    proposed_good: int | None = None
    proposed_scrap: int | None = None
    day: date | None = None
    shift: str = ""
    reasons: tuple[Why, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class TakeBackOutput(_OnOrder, Command):
    """What `by` confirmed was a mistake."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    confirmation: str
    by: str

    @property
    def about(self) -> str:
        """Who confirmed it."""
        return self.by


@dataclass(frozen=True, slots=True)
class TellOrders(Command):
    """The console heard from lines which orders were requested, run or are complete."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True
    own: ClassVar[bool] = True

    orders: tuple[ToldOrder, ...]


@dataclass(frozen=True, slots=True)
class ImportOrders(Command):
    """Take over a part of what a source says: new orders, and fields of known ones. A second time does nothing."""

    noun: ClassVar[str] = "orders"
    merges: ClassVar[bool] = True

    source: str
    drafts: tuple[Draft, ...]
    changes: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class SetFlowColumn(Command):
    """Say how many cards a column of a flow may hold, and when one may come in."""

    noun: ClassVar[str] = "orders"

    flow: str
    column: str
    limit: int
    per_lane: bool = False
    policy: str = ""
    version: int = 0
