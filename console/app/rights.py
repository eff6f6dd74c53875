"""What a screen may offer: the same rules as the authority's, over people and permissions as last read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from console.app.authority import RAISING
from console.domain.commands import Command
from console.domain.desk import ReadDesk
from console.domain.people import Grant, Person
from console.domain.permissions import Permission, Table, Way, may, may_give, may_somewhere, ways_of


@dataclass(frozen=True, slots=True)
class Rights:
    """People by id and the cells that the plant set."""

    people: Mapping[str, Person]
    table: Table

    def may(self, person: Person, kind: type[Command], way: Way | None, about: str) -> bool:
        """Whether they may give this command at the end of `way` about somebody; neither said: for anything at all."""
        if kind.own or kind.first:
            return False
        if way is None and not about:
            return may_somewhere(person, kind, self.table)
        whom = self.people.get(about)
        ways = (way,) if way is not None else ways_of(whom)
        allowed = [may(person, kind, each, about, self.table) for each in ways]
        if not issubclass(kind, RAISING):
            return any(allowed)
        return all(allowed) and all(self.may_give(person, grant) for grant in (whom.grants if whom else ()))

    def may_give(self, person: Person, grant: Grant) -> bool:
        """Whether they may make somebody this at this place."""
        return may_give(person, grant, self.table)


def read_rights(desk: ReadDesk) -> Rights:
    """People and permissions as they are now."""
    cells = {(cell.role, cell.command): cell.reach for cell in desk.find(Permission)}
    return Rights({person.id: person for person in desk.find(Person)}, cells)
