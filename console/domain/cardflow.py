"""Card flow: columns with limits and policies, the moves that are allowed, blocked cards, the order within a column.

One engine for everything that is pulled through columns: work orders, actions, projects. A card is any value with the
fields of `Carded`; the flow decides whether it may go where somebody wants it, and gives it back as it is then.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeVar

from console.domain.errors import Refusal
from console.domain.people import Role, plain_text

REASON_MOST = 500
LIMIT_MOST = 999
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"  # of ranks, in the order of their bytes
PLACES = 5  # digits of the ranks of cards that are put at an end


class MoveNotInFlow(Refusal):
    """No card goes from there to there. facts: card, source, target."""

    code = "move_not_in_flow"


class MoveNotForRole(Refusal):
    """Another role makes this move. facts: card, source, target, roles."""

    code = "move_not_for_role"


class ColumnFull(Refusal):
    """The column has as many cards as it may. facts: column, lane, limit; who may go over it says why."""

    code = "column_full"


class CardBlocked(Refusal):
    """It does not go on while it is blocked. facts: card, reason."""

    code = "card_blocked"


class CardNotBlocked(Refusal):
    """There is nothing to be lifted. facts: card."""

    code = "card_not_blocked"


class MoveNeedsReason(Refusal):
    """This move wants a reason. facts: card, target."""

    code = "move_needs_reason"


class CardsInOrder(Refusal):
    """Nobody says which card of a column comes first: it follows from the cards. facts: card."""

    code = "cards_in_order"


class ColumnUnfit(Refusal):
    """A column cannot be set up so. facts: column, field."""

    code = "column_unfit"


@dataclass(frozen=True, slots=True)
class Column:
    """Where cards lie. `limit` 0 = none; in each lane apart when `per_lane`."""

    id: str
    limit: int = 0
    per_lane: bool = False
    policy: str = ""  # when a card may come in, in the plant's words
    counts: bool = True  # it is work in progress: time in it counts as flow time


@dataclass(frozen=True, slots=True)
class FlowColumn:
    """How a plant set up a column of a flow otherwise than it is shipped; `id` is column_id(flow, column)."""

    id: str
    limit: int = 0
    per_lane: bool = False
    policy: str = ""


@dataclass(frozen=True, slots=True)
class Allowed:
    """A move that may be made; `roles` () = by whoever may give the command."""

    source: str
    target: str
    roles: tuple[Role, ...] = ()
    reason: bool = False  # it wants one
    back: bool = False  # against the flow
    held: bool = True  # not while the card is blocked


@dataclass(frozen=True, slots=True)
class Flow:
    """Columns from left to right and the moves between them."""

    id: str
    columns: tuple[Column, ...]
    moves: tuple[Allowed, ...]
    ranked: bool = True  # people say which card of a column comes first; else it follows from the cards

    def column(self, id: str) -> Column:
        """One of them; KeyError."""
        return next(column for column in self.columns if column.id == id)

    def allowed(self, source: str, target: str) -> Allowed | None:
        """The move, None where there is none."""
        return next((move for move in self.moves if (move.source, move.target) == (source, target)), None)

    def targets(self, source: str, roles: Iterable[Role]) -> tuple[str, ...]:
        """Where a card may go from a column, for somebody with these roles; in the order of the columns."""
        held = set(roles)
        ids = {move.target for move in self.moves if move.source == source and (not move.roles or held & {*move.roles})}
        return tuple(column.id for column in self.columns if column.id in ids)


class Carded(Protocol):
    """What a flow needs to know of a card. Times are aware UTC."""

    @property
    def id(self) -> str:
        """Of the record."""

    @property
    def column(self) -> str:
        """Where it lies."""

    @property
    def lane(self) -> str:
        """Its lane: the line."""

    @property
    def since(self) -> datetime | None:
        """Since when it lies there; None = since it was made."""

    @property
    def rank(self) -> str:
        """Its place within column and lane: by the order of these texts."""

    @property
    def blocked(self) -> str:
        """Why it cannot go on, "" = it can."""

    @property
    def blocked_at(self) -> datetime | None:
        """Since when."""


C = TypeVar("C", bound=Any)  # Carded, and a dataclass
At = TypeVar("At", datetime, float)  # a time: aware, or seconds UTC
Told = TypeVar("Told", datetime, float, covariant=True)


class Stepped(Protocol[Told]):
    """What `cumulative` needs to know of a step."""

    @property
    def at(self) -> Told:
        """When."""

    @property
    def source(self) -> str:
        """From which column."""

    @property
    def target(self) -> str:
        """To which."""

    @property
    def what(self) -> str:
        """What it was; a "move" is one."""


@dataclass(frozen=True, slots=True)
class FlowStep:
    """What happened to a card, for its history and for the figures."""

    id: str
    flow: str
    card: str
    at: datetime
    who: str
    source: str
    target: str  # the same as `source` where it was blocked, lifted or only put elsewhere in its column
    what: str = "move"  # "move", "block", "lift"
    reason: str = ""
    over: bool = False  # the limit was passed over, for that reason
    rank: str = ""  # its place in `source` before


def move(
    flow: Flow,
    card: C,
    target: str,
    there: Iterable[Carded],
    roles: Iterable[Role],
    at: datetime,
    reason: str = "",
    over: bool = False,
) -> C:
    """The card in another column, last there; `there`: the cards of that column. `over`: pass over a full column.

    MoveNotInFlow, MoveNotForRole, CardBlocked, MoveNeedsReason, ColumnFull.
    """
    allowed = flow.allowed(card.column, target)
    if allowed is None:
        raise MoveNotInFlow(card=card.id, source=card.column, target=target)
    if allowed.roles and not {*roles} & {*allowed.roles}:
        raise MoveNotForRole(card=card.id, source=card.column, target=target, roles=allowed.roles)
    if card.blocked and allowed.held:
        raise CardBlocked(card=card.id, reason=card.blocked)
    if (allowed.reason or over) and not reason.strip():
        raise MoveNeedsReason(card=card.id, target=target)
    others = [other for other in there if other.column == target and other.id != card.id]
    full = is_full(flow.column(target), others, card.lane)
    if full and not over:
        raise ColumnFull(column=target, lane=card.lane, limit=flow.column(target).limit)
    last = max((other.rank for other in others if other.lane == card.lane), default="")
    return replace(card, column=target, since=max(at, card.since or at), rank=between(last, ""))


def put(card: C, before: Carded | None, there: Iterable[Carded]) -> C:
    """The card in front of another one of its column and lane; None: last."""
    others = sorted(
        (o for o in there if (o.column, o.lane) == (card.column, card.lane) and o.id != card.id),
        key=lambda other: (other.rank, other.id),
    )
    ranks = [other.rank for other in others]
    at = next((i for i, other in enumerate(others) if before is not None and other.id == before.id), len(others))
    low, high = ranks[at - 1] if at else "", ranks[at] if at < len(ranks) else ""
    return replace(card, rank=between(low, high))


def block(card: C, reason: str, at: datetime) -> C:
    """The card with the reason why it cannot go on; who blocks it again says the reason anew."""
    words = plain_text(reason, "reason", REASON_MOST)
    return replace(card, blocked=words, blocked_at=card.blocked_at if card.blocked else at)


def lift(card: C) -> C:
    """The card that can go on; CardNotBlocked."""
    if not card.blocked:
        raise CardNotBlocked(card=card.id)
    return replace(card, blocked="", blocked_at=None)


def is_full(column: Column, there: Iterable[Carded], lane: str) -> bool:
    """Whether no further card may come into a column (of that lane)."""
    cards = [card for card in there if card.column == column.id and (not column.per_lane or card.lane == lane)]
    return bool(column.limit) and len(cards) >= column.limit


def checked_column(column: Column) -> Column:
    """The column; ColumnUnfit names the field that cannot be so."""
    if not 0 <= column.limit <= LIMIT_MOST:
        raise ColumnUnfit(column=column.id, field="limit")
    policy = plain_text(column.policy, "policy", REASON_MOST) if column.policy.strip() else ""
    return replace(column, policy=policy)


def column_id(flow: str, column: str) -> str:
    """The id under which a plant's column of a flow is kept."""
    return f"{flow}/{column}"


def as_set_up(flow: Flow, kept: Iterable[FlowColumn]) -> Flow:
    """The flow with the limits and policies of the plant."""
    own = {one.id: one for one in kept}
    columns = []
    for column in flow.columns:
        set_up = own.get(column_id(flow.id, column.id))
        told = (set_up.limit, set_up.per_lane, set_up.policy) if set_up else (column.limit, column.per_lane, "")
        columns.append(replace(column, limit=told[0], per_lane=told[1], policy=told[2] or column.policy))
    return replace(flow, columns=tuple(columns))


def between(low: str, high: str) -> str:
    """A rank after `low` and before `high`; "" = no bound. Ranks never end in the lowest digit: there is always room.

    Two consoles that put cards in one place at once may make equal ranks: the id decides then.
    """
    if high and low >= high:
        return low + DIGITS[len(DIGITS) // 2]  # equal ranks: after both, as near as can be
    if bool(low) != bool(high):  # at an end: one step on, so that thousands that are put there keep short ranks
        stepped = _number(low or high) + (1 if low else -1)
        if 0 < stepped < len(DIGITS) ** PLACES:
            return _rank(stepped)
    made = ""
    for i in range(max(len(low), len(high)) + 1):
        a = DIGITS.index(low[i]) if i < len(low) else 0
        b = DIGITS.index(high[i]) if high and i < len(high) else len(DIGITS)
        if b - a > 1:
            return made + DIGITS[(a + b) // 2]
        made += DIGITS[a]
        if b > a:
            high = ""  # already lower than it: any rest will do
    return made + DIGITS[len(DIGITS) // 2]


def _number(rank: str) -> int:
    """The first PLACES digits of a rank as a number."""
    found = 0
    for digit in (rank + DIGITS[0] * PLACES)[:PLACES]:
        found = found * len(DIGITS) + DIGITS.index(digit)
    return found


def _rank(number: int) -> str:
    digits = ""
    for _ in range(PLACES):
        number, digit = divmod(number, len(DIGITS))
        digits = DIGITS[digit] + digits
    return digits.rstrip(DIGITS[0])


# Figures


def waits(steps: Sequence[FlowStep], made: datetime, column: str, now: datetime) -> dict[str, timedelta]:
    """How long a card lay in each column: `steps` in order, `made` in the first, in `column` now (until `now`)."""
    moves = [step for step in steps if step.what == "move" and step.source != step.target]
    found: dict[str, timedelta] = {}
    since, where = made, moves[0].source if moves else column
    for step in moves:
        found[where] = found.get(where, timedelta()) + max(timedelta(), step.at - since)
        since, where = step.at, step.target
    found[where] = found.get(where, timedelta()) + max(timedelta(), now - since)
    return found


def cumulative(
    cards: Iterable[tuple[At, str, Sequence[Stepped[At]]]], columns: Sequence[str], times: Sequence[At]
) -> list[dict[str, int]]:
    """How many cards lay in each column at each time (ascending): the bands of a cumulative flow diagram.

    `cards`: when each was made, the column it was made in, and its steps in order.
    """
    changes: list[tuple[At, str, str]] = []
    for made, first, steps in cards:
        changes.append((made, "", first))
        changes += [(s.at, s.source, s.target) for s in steps if s.what == "move" and s.source != s.target]
    changes.sort(key=lambda change: change[0])
    counts, found, i = dict.fromkeys(columns, 0), [], 0
    for at in times:
        while i < len(changes) and changes[i][0] <= at:
            _, source, target = changes[i]
            for id, by in ((source, -1), (target, 1)):
                if id in counts:
                    counts[id] += by
            i += 1
        found.append(dict(counts))
    return found
