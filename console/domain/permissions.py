"""Who may do what: one table, role by command, with how far it reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from console.domain.commands import Command
from console.domain.errors import Refusal
from console.domain.people import Person, Role


class SignInNeeded(Refusal):
    """A change needs somebody who answers for it. facts: command."""

    code = "sign_in_needed"


class NotAllowed(Refusal):
    """None of the person's roles may do this there. facts: command, who, place."""

    code = "not_allowed"


class Reach(StrEnum):
    """How far a role may go with a command."""

    NO = "no"
    OWN = "own"  # what is about themselves
    SCOPE = "scope"  # inside the place of the grant
    ALL = "all"  # everywhere


@dataclass(frozen=True, slots=True)
class Permission:
    """One cell that the plant set otherwise than we ship it; `id` is derived from role and command."""

    id: str
    role: Role
    command: str
    reach: Reach


DEFAULTS: Mapping[tuple[Role, str], Reach] = {}  # by role and name of command; what is not in it is NO


def reach(role: Role, command: str, table: Mapping[tuple[Role, str], Reach]) -> Reach:
    """How far a role goes with a command: as the plant set it, else as we ship it."""
    return table.get((role, command), DEFAULTS.get((role, command), Reach.NO))


def may(
    person: Person,
    command: type[Command],
    way: tuple[str, ...],
    about: str,
    table: Mapping[tuple[Role, str], Reach],
) -> bool:
    """Whether one of the person's grants lets them give this command at the end of `way` (() = no place)."""
    for grant in person.grants:
        far = reach(grant.role, command.__name__, table)
        if far is Reach.ALL or (far is Reach.OWN and about == person.id):
            return True
        if far is Reach.SCOPE and way[: len(grant.scope)] == grant.scope:
            return True
    return False
