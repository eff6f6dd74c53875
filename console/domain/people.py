"""People: who they are, what they are to the plant, where, and what they have learnt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody is to the plant."""

    OPERATOR = "operator"
    TEAM_LEADER = "team_leader"
    SUPERVISOR = "supervisor"
    QUALITY = "quality"
    MAINTENANCE = "maintenance"
    PLANNER = "planner"
    ADMINISTRATOR = "administrator"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Grant:
    """A role and where it holds: ids from the site down, () = everywhere, ("Suzhou", "Body") = an area."""

    role: Role
    scope: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in. People are never removed, only set inactive, so that what they did keeps a name."""

    id: str
    name: str
    number: str = ""  # what the plant calls them by: the staff number, unique among active people
    grants: tuple[Grant, ...] = ()
    active: bool = True

    @property
    def roles(self) -> frozenset[Role]:
        """The roles they have anywhere."""
        return frozenset(grant.role for grant in self.grants)


@dataclass(frozen=True, slots=True)
class Credential:
    """How a person proves who they are; `id` is the person's. Hashes only, and no screen or export shows them."""

    id: str
    pin: str = ""  # argon2id, encoded; "" = no PIN
    badge: str = ""  # hash of the badge's number; "" = no badge
    failures: int = 0  # wrong PINs since the last right one
    last_failure: datetime | None = None


@dataclass(frozen=True, slots=True)
class Operation:
    """Something that must be learnt before it is done alone: a column of the skills matrix."""

    id: str
    name: str
    place: str = ""  # line or station id; "" = anywhere
    needed: int = 0  # how many people of at least level 3 the plant wants; 0 = not said
    order: int = 0
    active: bool = True


@dataclass(frozen=True, slots=True)
class Skill:
    """How well a person knows an operation; `id` is derived from both, so that two consoles write one row."""

    id: str
    person: str
    operation: str
    level: int  # 0 none, 1 in training, 2 with help, 3 alone, 4 teaches others
    expires: date | None = None  # the last day on which it counts; None = it does not expire
    assessed: date | None = None
    note: str = ""
