"""Actions as cards: the states they have anyway are the columns, and each move between two is one that people make.

Nobody is refused to say that something was done, or that it was not: only work that is begun counts against a limit.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from console.domain.actions import Action, Move, Stage
from console.domain.cardflow import Allowed, Column, ColumnFull, Flow, is_full

OPEN, DOING, DONE = Stage.OPEN.value, Stage.DOING.value, Stage.DONE.value
VERIFIED, EFFECTIVE = Stage.VERIFIED.value, Stage.EFFECTIVE.value
MOVES: Mapping[tuple[str, str], Move] = {
    (OPEN, DOING): Move.BEGIN,
    (OPEN, DONE): Move.DO,
    (DOING, DONE): Move.DO,
    (DONE, VERIFIED): Move.VERIFY,
    (DONE, DOING): Move.REFUTE,
    (VERIFIED, EFFECTIVE): Move.CONFIRM,
    (VERIFIED, OPEN): Move.DENY,
    (EFFECTIVE, OPEN): Move.REOPEN,
}
BACK = (Move.REFUTE, Move.DENY, Move.REOPEN)
REASON = (Move.DO, *BACK)  # who moves it says something
ACTIONS = Flow(
    "actions",
    (
        Column(OPEN, counts=False),
        Column(DOING),
        Column(DONE),
        Column(VERIFIED),
        Column(EFFECTIVE, counts=False),
    ),
    tuple(
        Allowed(source, target, reason=move in REASON, back=move in BACK, held=False)
        for (source, target), move in MOVES.items()
    ),
    ranked=False,
)  # who may is said by the permissions of the commands; what is blocked can be begun: that lifts it


@dataclass(frozen=True, slots=True)
class ActionOnFlow:
    """An action as the flow knows it; its lane is who answers for it. The nearest day comes first."""

    action: Action

    @property
    def id(self) -> str:
        """Of the action."""
        return self.action.id

    @property
    def column(self) -> str:
        """Its state; a dropped one lies in no column."""
        return self.action.stage.value

    @property
    def lane(self) -> str:
        """Its owner."""
        return self.action.owner

    @property
    def since(self) -> datetime | None:
        """Since when it is so."""
        stage, action = self.action.stage, self.action
        if stage is Stage.DOING:
            return action.begun
        if stage is Stage.DONE:
            return action.done
        return {Stage.VERIFIED: action.verified, Stage.EFFECTIVE: action.ended}.get(stage, action.planned)

    @property
    def rank(self) -> str:
        """By its day, then by how urgent it is; what ended last comes first."""
        if self.action.ended is not None:
            return f"{10**12 - int(self.action.ended.timestamp()):012}"
        return f"{self.action.due.isoformat()} {9 - self.action.priority.rank}"

    @property
    def blocked(self) -> str:
        """Why it cannot go on."""
        return self.action.blocked

    @property
    def blocked_at(self) -> datetime | None:
        """Nobody keeps since when."""
        return None


def check_room(flow: Flow, action: Action, begun: Iterable[Action], over: str) -> None:
    """ColumnFull where so many are begun that nobody may begin another one, unless for a reason; `flow` as set up."""
    column = flow.column(DOING)
    if over.strip() or not column.limit:
        return
    others = [ActionOnFlow(other) for other in begun if other.id != action.id]
    if is_full(column, others, action.owner):
        raise ColumnFull(column=column.id, lane=action.owner, limit=column.limit)
