"""Work orders: what is to be made where and by when, how far it is, and what was confirmed.

An order is a card of the flow ORDERS. Its numbers come from three sides, and none overwrites another: the plan (a
person or a file), the line (telemetry), and the confirmation (报工, a person). Where they disagree it shows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from console.domain.cardflow import Allowed, Column, Flow
from console.domain.ids import derived_id
from console.domain.people import Role, plain_text

NUMBER_MOST, PRODUCT_MOST, NOTE_MOST = 60, 80, 2000  # characters
QUANTITY_MOST = 10_000_000
STEPS_MOST = 60
PLANS = (Role.PLANNER, Role.SUPERVISOR)
RUNS = (Role.TEAM_LEADER, Role.SUPERVISOR, Role.PLANNER)
HOLDS = (Role.QUALITY, Role.SUPERVISOR, Role.TEAM_LEADER)

PLANNED, RELEASED, RUNNING, HOLD, DONE = "planned", "released", "running", "hold", "done"
ORDERS = Flow(
    "orders",
    (
        Column(PLANNED, counts=False),
        Column(RELEASED),
        Column(RUNNING),
        Column(HOLD),
        Column(DONE, counts=False),
    ),
    (
        Allowed(PLANNED, RELEASED, PLANS),
        Allowed(RELEASED, RUNNING, RUNS),
        Allowed(RUNNING, HOLD, HOLDS, reason=True, held=False),
        Allowed(RELEASED, HOLD, HOLDS, reason=True, held=False),
        Allowed(HOLD, RUNNING, HOLDS),
        Allowed(HOLD, RELEASED, HOLDS),
        Allowed(RUNNING, DONE, RUNS),
        Allowed(HOLD, DONE, (Role.SUPERVISOR, Role.PLANNER), reason=True),
        Allowed(RELEASED, PLANNED, PLANS, back=True, held=False),
        Allowed(RUNNING, RELEASED, RUNS, reason=True, back=True, held=False),
        Allowed(DONE, RUNNING, (Role.SUPERVISOR, Role.PLANNER), reason=True, back=True, held=False),
        Allowed(PLANNED, DONE, PLANS, reason=True, held=False),
        Allowed(RELEASED, DONE, PLANS, reason=True, held=False),
    ),
)  # limits and policies are the plant's; shipped without


class Ended(StrEnum):
    """How an order ended."""

    NOT = ""
    FULL = "full"  # everything was made
    SHORT = "short"  # closed before that, for a reason
    MERGED = "merged"  # it is part of another one now


class Field(StrEnum):
    """What a plan says of an order: each field has a source of truth of its own."""

    PRODUCT = "product"
    QUANTITY = "quantity"
    LINE = "line"
    DUE = "due"
    RUSH = "rush"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class OrderStep:
    """One step of an order's way: where, how long a piece takes there, and who handed it on when (D9)."""

    name: str
    station: str = ""  # "" = the line
    seconds: float = 0.0  # standard time of a piece
    due: datetime | None = None
    passed: datetime | None = None
    passed_by: str = ""
    people: tuple[str, ...] = ()  # who does it (D4)
    assigned: datetime | None = None
    assigned_by: str = ""
    over: str = ""  # why one of them does it without the skill


@dataclass(frozen=True, slots=True)
class OrderChange:
    """One field that was changed after the line had been told of the order."""

    field: Field
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WorkOrder:
    """One order. Times are aware UTC, None = not told; people are ids, "console" = the console itself."""

    id: str
    number: str  # that everybody knows it by, as on the wire; unique
    product: str
    quantity: int
    made: datetime
    made_by: str
    line: str = ""  # "" = not yet given to one
    due: datetime | None = None
    rush: bool = False
    note: str = ""
    source: str = ""  # "" = a person, else the name of the exchange that it came by
    steps: tuple[OrderStep, ...] = ()
    column: str = PLANNED
    since: datetime | None = None  # in this column; None = since it was made
    rank: str = ""
    blocked: str = ""
    blocked_at: datetime | None = None
    blocked_by: str = ""
    released: datetime | None = None
    started: datetime | None = None
    finished: datetime | None = None
    ended: Ended = Ended.NOT
    why: str = ""  # it ended short
    good: int = 0  # confirmed
    scrap: int = 0
    rework: int = 0
    split_from: str = ""
    merged_into: str = ""
    changes: tuple[OrderChange, ...] = ()  # that the line has not acknowledged
    changed: datetime | None = None  # the last of them
    seen: datetime | None = None  # when the line acknowledged the last ones
    seen_by: str = ""
    planned_day: date | None = None  # its place on the week board
    planned_shift: str = ""

    @property
    def lane(self) -> str:
        """The line."""
        return self.line

    @property
    def place(self) -> str:
        """Where it belongs: the line."""
        return self.line

    @property
    def open(self) -> bool:
        """Whether anything is still to be made."""
        return self.column != DONE and not self.merged_into

    @property
    def told(self) -> bool:
        """Whether the line knows of it: a change needs its acknowledgement."""
        return self.column in (RELEASED, RUNNING, HOLD)

    @property
    def left(self) -> int:
        """Good pieces that are not confirmed yet, 0 at least."""
        return max(0, self.quantity - self.good)


@dataclass(frozen=True, slots=True)
class Why:
    """So many pieces for one reason (id of a Reason, or a text of the plant)."""

    reason: str
    pieces: int


@dataclass(frozen=True, slots=True)
class Confirmation:
    """Output that somebody confirmed, beside what the counter proposed; the difference is kept."""

    id: str
    order: str
    line: str
    at: datetime
    who: str
    good: int
    scrap: int = 0
    rework: int = 0
    proposed_good: int | None = None  # None = nothing was counted
    proposed_scrap: int | None = None
    day: date | None = None  # of the shift
    shift: str = ""
    reasons: tuple[Why, ...] = ()
    note: str = ""
    taken_back: datetime | None = None
    taken_back_by: str = ""

    @property
    def place(self) -> str:
        """Where it belongs: the line."""
        return self.line

    @property
    def difference(self) -> int | None:
        """Confirmed less counted good pieces; None: nothing was counted."""
        return None if self.proposed_good is None else self.good - self.proposed_good


def order_id(number: str) -> str:
    """The id of the order with this number in any case of letters: two consoles that hear of it make one order."""
    return derived_id("work_order", plain_text(number, "number", NUMBER_MOST).casefold())


def by_number(orders: Iterable[WorkOrder]) -> dict[str, WorkOrder]:
    """Orders by the number that is on the wire, in any case of letters; merged ones lead nowhere."""
    return {order.number.casefold(): order for order in orders if not order.merged_into}
