"""People: who they are, what they are to the plant, where, and what they have learnt."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from console.domain.errors import Refusal
from console.domain.ids import derived_id

# Half of what the columns hold, because one database counts some characters twice.
NAME_MOST = 60
NUMBER_MOST = 20
NOTE_MOST = 250
GRANTS_MOST = 20
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"  # letters that leave nothing on the screen
_JOINERS = "\u200c\u200d"  # invisible, but some scripts cannot be written without them
_NOTHING = dict.fromkeys(map(ord, _BLANKS + _JOINERS))


class NameEmpty(Refusal):
    """Something must be called somehow. facts: field."""

    code = "name_empty"


class NameTooLong(Refusal):
    """The text is longer than there is room for. facts: field, most (characters)."""

    code = "name_too_long"


class NameUnreadable(Refusal):
    """The text has characters that cannot be seen or that turn the reading direction. facts: field, character."""

    code = "name_unreadable"


class NumberTaken(Refusal):
    """Another active person has this staff number. facts: number, person (id), name."""

    code = "number_taken"


class TooManyGrants(Refusal):
    """More roles than one person can have. facts: most."""

    code = "too_many_grants"


class LastAdministrator(Refusal):
    """Nobody would be left who can sign in and administer people. facts: person."""

    code = "last_administrator"


class PlantHasBegun(Refusal):
    """The first administrator is there already: sign in, or let an administrator add you."""

    code = "plant_has_begun"


class NotActive(Refusal):
    """The person or the operation was taken out of the plant. facts: kind, id."""

    code = "not_active"


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


def skill_id(person: str, operation: str) -> str:
    """The id of the one skill of a person at an operation."""
    return derived_id("skill", person, operation)


def plain_text(text: str, field: str, most: int, needed: bool = True) -> str:
    """The text trimmed and composed; refused where it is empty but `needed`, too long, or not plain to read."""
    trimmed = unicodedata.normalize("NFC", text).strip()
    for character in trimmed:
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp") and character not in _JOINERS:
            raise NameUnreadable(field=field, character=f"U+{ord(character):04X}")
    trimmed = trimmed.strip(_JOINERS)
    if needed and not trimmed.translate(_NOTHING).strip():
        raise NameEmpty(field=field)
    if len(trimmed) > most:
        raise NameTooLong(field=field, most=most)
    return trimmed


def staff_number(text: str) -> str:
    """A staff number as it is kept: what a Chinese keyboard wrote in full width becomes plain digits and letters."""
    return plain_text(unicodedata.normalize("NFKC", text), "number", NUMBER_MOST, needed=False)


def natural(name: str) -> list[tuple[bool, int, str]]:
    """Sorts names as people do, numbers in them by their value: 2 before 10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name.casefold())
    return [(not part.isdigit(), int(part) if part.isdigit() else 0, part) for part in parts]


def by_name(person: Person) -> tuple[list[tuple[bool, int, str]], str]:
    """Sorts people by name, and those of one name always alike."""
    return natural(person.name), person.id


def settled_grants(grants: Iterable[Grant]) -> tuple[Grant, ...]:
    """The grants without those that another one of the same role already holds, in a fixed order."""
    several = set(grants)
    if len(several) > GRANTS_MOST:
        raise TooManyGrants(most=GRANTS_MOST)
    kept = [grant for grant in several if not any(_holds(other, grant) for other in several)]
    order = {role: place for place, role in enumerate(Role)}
    return tuple(sorted(kept, key=lambda grant: (order[grant.role], grant.scope)))


def number_free(number: str, person: str, others: Iterable[Person]) -> None:
    """NumberTaken where another active person has the number; nobody needs one."""
    for other in others:
        if number and other.active and other.id != person and other.number == number:
            raise NumberTaken(number=number, person=other.id, name=other.name)


Proven = tuple[Person, Credential | None]


def administrator(person: Person) -> bool:
    """Whether somebody is an active administrator."""
    return person.active and Role.ADMINISTRATOR in person.roles


def administers(proven: Proven) -> bool:
    """Whether somebody is an active administrator who has a PIN or a badge to sign in with."""
    person, proof = proven
    return administrator(person) and proof is not None and bool(proof.pin or proof.badge)


def keep_an_administrator(was: Proven, will: Proven, others: Iterable[Proven]) -> None:
    """LastAdministrator where no administrator would be left beside `others`, or none who can sign in.

    `others` is looked through only where somebody ceases to be one.
    """
    gone = administrator(was[0]) and not administrator(will[0])
    shut_out = administers(was) and not administers(will)
    others = tuple(others) if gone or shut_out else ()
    if (gone and not any(administrator(person) for person, _ in others)) or (
        shut_out and not any(administers(other) for other in others)
    ):
        raise LastAdministrator(person=was[0].id)


def _holds(wider: Grant, grant: Grant) -> bool:
    return wider != grant and wider.role is grant.role and grant.scope[: len(wider.scope)] == wider.scope
