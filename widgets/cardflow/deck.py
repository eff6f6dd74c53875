"""Which cards lie where: their order in columns and lanes, moves that were asked for, and where a card may go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter

from console.domain.cardflow import CardBlocked, CardsInOrder, Column, Flow, MoveNotForRole, MoveNotInFlow
from console.domain.errors import Refusal
from console.domain.people import Role
from widgets.cardflow.faces import CardFace

Place = tuple[str, str]  # column and lane
PLACED = attrgetter("rank", "id")


@dataclass
class Deck:
    """The cards of a board. `laned`: each lane apart; else all of a column lie in one lane, ""."""

    flow: Flow
    roles: tuple[Role, ...] = ()
    laned: bool = False
    faces: dict[str, CardFace] = field(default_factory=dict)
    asked: dict[str, tuple[str, str]] = field(default_factory=dict)  # card: column and card before which it goes
    lane_names: dict[str, str] = field(default_factory=dict)  # in the order in which lanes are shown
    unseen: dict[Place, int] = field(default_factory=dict)  # cards that a filter hides: they take room all the same
    _order: dict[Place, list[str]] | None = None

    def show(self, faces: Iterable[CardFace]) -> None:
        """These cards from now on; a move that was asked for ends when its card has another place than before."""
        fresh = {face.id: face for face in faces}
        for id in [*self.asked]:
            then, now = self.faces.get(id), fresh.get(id)
            if then is None or now is None or (then.column, then.rank) != (now.column, now.rank):
                del self.asked[id]
        self.faces = fresh
        self.stale()

    def ask(self, id: str, column: str, before: str) -> None:
        """Show a card where it was asked to go, until it is there or refused."""
        self.asked[id] = (column, before)
        self.stale()

    def settle(self, id: str) -> None:
        """The card lies where its record says."""
        self.asked.pop(id, None)
        self.stale()

    def stale(self) -> None:
        """Order them anew when they are next looked at."""
        self._order = None

    def name_lanes(self, names: Mapping[str, str]) -> None:
        """Their names, in the order in which they are shown."""
        self.lane_names = dict(names)

    @property
    def order(self) -> dict[Place, list[str]]:
        """Ids of the cards of each column and lane, from the top."""
        if self._order is None:
            self._order = self._ordered()
        return self._order

    def _ordered(self) -> dict[Place, list[str]]:
        found: dict[Place, list[str]] = {}
        laned, asked = self.laned, self.asked
        for face in sorted(self.faces.values(), key=PLACED):
            if face.id not in asked:
                found.setdefault((face.column, face.lane if laned else ""), []).append(face.id)
        for id, (column, before) in self.asked.items():
            there = found.setdefault((column, self.lane_of(self.faces[id])), [])
            there.insert(there.index(before) if before in there else len(there), id)
        return found

    def lane_of(self, face: CardFace) -> str:
        """Its lane as it is shown."""
        return face.lane if self.laned else ""

    def column_of(self, id: str) -> str:
        """Where it lies, or was asked to go."""
        return self.asked[id][0] if id in self.asked else self.faces[id].column

    def place_of(self, id: str) -> Place:
        """Column and lane in which it is shown."""
        return self.column_of(id), self.lane_of(self.faces[id])

    def lanes(self) -> list[str]:
        """Lanes from the top: those that have a name in their order, then others that have cards."""
        if not self.laned:
            return [""]
        used = {face.lane for face in self.faces.values()}
        return [*self.lane_names, *sorted(used - self.lane_names.keys())]

    def count(self, column: str, lane: str | None = None) -> int:
        """Cards that lie in a column, of a lane only where one is named; hidden ones where there is a limit."""
        if lane is None or self.laned:
            seen = sum(len(ids) for place, ids in self.order.items() if place[0] == column and lane in (None, place[1]))
        else:
            ids = (id for (there, _), ids in self.order.items() if there == column for id in ids)
            seen = sum(self.faces[id].lane == lane for id in ids)
        if not self.unseen or not self.flow.column(column).limit:
            return seen
        return seen + sum(n for place, n in self.unseen.items() if place[0] == column and lane in (None, place[1]))

    def full(self, column: Column, lane: str | None = None) -> bool:
        """Whether it holds as many as it may; None: of a limit per lane, any of them."""
        if not column.limit:
            return False
        if not column.per_lane:
            return self.count(column.id) >= column.limit
        lanes = {face.lane for face in self.faces.values()} if lane is None else {lane}
        return any(self.count(column.id, one) >= column.limit for one in lanes)

    def targets(self, id: str) -> tuple[str, ...]:
        """Columns that take the card now; its own among them, as it may be put elsewhere there."""
        face = self.faces[id]
        ids = {to for to in self.flow.targets(face.column, self.roles) if self.refusal(id, to) is None}
        own = {face.column} if self.flow.ranked else set[str]()
        return tuple(column.id for column in self.flow.columns if column.id in ids | own)

    def targets_of(self, id: str) -> tuple[str, ...]:
        """The same, () for a card that is not there any more."""
        return self.targets(id) if id in self.faces else ()

    def refusal(self, id: str, column: str) -> Refusal | None:
        """Why a card cannot go to a column as far as a board knows; None where it may be asked."""
        face = self.faces[id]
        allowed = self.flow.allowed(face.column, column)
        if column == face.column:
            return None if self.flow.ranked else CardsInOrder(card=id)
        if allowed is None:
            return MoveNotInFlow(card=id, source=face.column, target=column)
        if allowed.roles and not {*self.roles} & {*allowed.roles}:
            return MoveNotForRole(card=id, source=face.column, target=column, roles=allowed.roles)
        return CardBlocked(card=id, reason=face.blocked) if face.blocked and allowed.held else None

    def beside(self, id: str, step: int) -> str | None:
        """The next column that takes the card, -1 to the left, 1 to the right; None where there is none."""
        columns = [column.id for column in self.flow.columns]
        at, takes = columns.index(self.column_of(id)), self.targets(id)
        way = columns[at + 1 :] if step > 0 else columns[:at][::-1]
        return next((column for column in way if column in takes), None)

    def shifted(self, id: str, step: int) -> str | None:
        """The card before which it goes when it moves one up (-1) or down (1) in its lane, "" = last; None: cannot."""
        column, _ = self.place_of(id)
        mates = [other for other in self.order[self.place_of(id)] if self.faces[other].lane == self.faces[id].lane]
        at = mates.index(id)
        if not 0 <= at + step < len(mates):
            return None
        after = at + step if step < 0 else at + 2
        return mates[after] if after < len(mates) else ""

    def before(self, id: str, column: str, index: int) -> str:
        """The card of its own lane before which it goes when it is dropped above the `index`-th card there, "" = last.

        `index` counts the cards of the cell without the dropped one.
        """
        face = self.faces[id]
        there = [other for other in self.order.get((column, self.lane_of(face)), ()) if other != id]
        return next((other for other in there[index:] if self.faces[other].lane == face.lane), "")
