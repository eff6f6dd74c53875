"""Skill gaps of a shift: operations of stations that nobody on duty there may do alone, and who could cover."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from console.domain.people import Operation, Person, Skill, by_name
from console.domain.skills import alone


@dataclass(frozen=True, slots=True)
class SkillGap:
    """An operation that nobody of a shift may do alone. `cover`: people who may, were not on duty and are not away."""

    operation: Operation
    cover: tuple[str, ...]


def skill_gaps(
    operations: Iterable[Operation],
    places: Collection[str],
    skills: Iterable[Skill],
    people: Iterable[Person],
    present: Collection[str],
    away: Collection[str],
    day: date,
    first: Collection[str] = (),
) -> tuple[SkillGap, ...]:
    """Gaps at these lines and stations on a day. `first`: people who are named before others who could cover."""
    able: dict[str, set[str]] = {}
    for skill in skills:
        if alone(skill, day):
            able.setdefault(skill.operation, set()).add(skill.person)
    known = {person.id: person for person in people if person.active}
    found = []
    for operation in operations:
        can = able.get(operation.id, set()) & known.keys()
        if not operation.active or operation.place not in places or can & {*present}:
            continue
        free = can - {*away}
        cover = sorted(free, key=lambda id: (id not in first, by_name(known[id])))
        found.append(SkillGap(operation, tuple(cover)))
    return tuple(sorted(found, key=lambda gap: (gap.operation.place, gap.operation.order, gap.operation.name)))
