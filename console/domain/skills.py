"""Skills: which of them count on a day, and whether an operation has people enough."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from console.domain.errors import Refusal
from console.domain.people import Operation, Person, Skill

ALONE = 3  # the level from which somebody does an operation without help
HIGHEST = 4
NEEDED_MOST = 999
WARN_DAYS = 30  # days before its end in which a skill is shown as expiring


class NoSuchLevel(Refusal):
    """A level is 0 to 4. facts: level."""

    code = "no_such_level"


class NoSuchNumber(Refusal):
    """A number is out of its range. facts: field, least, most."""

    code = "no_such_number"


class ExpiresBeforeAssessed(Refusal):
    """A skill cannot end before it was assessed. facts: assessed, expires."""

    code = "expires_before_assessed"


class Standing(StrEnum):
    """How a skill counts on a day."""

    NONE = "none"  # never set, or level 0
    VALID = "valid"
    EXPIRING = "expiring"  # it counts, but not for long
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Whether an operation has people enough on a day; ids of active people, each in one of the four."""

    operation: str
    needed: int
    able: tuple[str, ...]  # level 3 or 4, in force
    lapsed: tuple[str, ...]  # level 3 or 4, but expired: assess again
    learning: tuple[str, ...]  # level 1 or 2
    missing: tuple[str, ...]  # nothing learnt here
    expiring: tuple[str, ...]  # those of `able` whose skill ends soon

    @property
    def gap(self) -> int:
        """How many people are wanting."""
        return max(0, self.needed - len(self.able))


def standing(skill: Skill | None, day: date, warn_days: int = WARN_DAYS) -> Standing:
    """How the skill counts on that day; `expires` is the last day on which it does."""
    if skill is None or skill.level <= 0:
        return Standing.NONE
    if skill.expires is None:
        return Standing.VALID
    if skill.expires < day:
        return Standing.EXPIRED
    return Standing.EXPIRING if skill.expires - day <= timedelta(days=warn_days) else Standing.VALID


def alone(skill: Skill | None, day: date) -> bool:
    """Whether it lets somebody do the operation without help on that day."""
    return skill is not None and skill.level >= ALONE and standing(skill, day) is not Standing.EXPIRED


def coverage(
    operation: Operation, people: Iterable[Person], skills: Iterable[Skill], day: date, warn_days: int = WARN_DAYS
) -> Coverage:
    """Who can do the operation on that day, who could, and who cannot; `skills` of others are left out."""
    here = {skill.person: skill for skill in skills if skill.operation == operation.id}
    found: dict[str, list[str]] = {"able": [], "lapsed": [], "learning": [], "missing": []}
    expiring = []
    for person in people:
        if not person.active:
            continue
        skill = here.get(person.id)
        found[_group(skill, day)].append(person.id)
        if alone(skill, day) and standing(skill, day, warn_days) is Standing.EXPIRING:
            expiring.append(person.id)
    groups = {name: tuple(ids) for name, ids in found.items()}
    return Coverage(operation.id, operation.needed, **groups, expiring=tuple(expiring))


def checked_skill(skill: Skill) -> Skill:
    """The skill, or why it cannot be so."""
    if not 0 <= skill.level <= HIGHEST:
        raise NoSuchLevel(level=skill.level)
    if skill.expires is not None and skill.assessed is not None and skill.expires < skill.assessed:
        raise ExpiresBeforeAssessed(assessed=skill.assessed, expires=skill.expires)
    return skill


def checked_operation(operation: Operation) -> Operation:
    """The operation, or why it cannot be so."""
    for field, value, least in (("needed", operation.needed, 0), ("order", operation.order, -NEEDED_MOST)):
        if not least <= value <= NEEDED_MOST:
            raise NoSuchNumber(field=field, least=least, most=NEEDED_MOST)
    return operation


def _group(skill: Skill | None, day: date) -> str:
    if skill is None or skill.level <= 0:
        return "missing"
    if skill.level < ALONE:
        return "learning"
    return "able" if alone(skill, day) else "lapsed"
