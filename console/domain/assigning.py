"""Dispatch: which people do a step of an order at which station, and who may not do it alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from console.domain.errors import Refusal
from console.domain.order_refusals import OrderOver, OrderUnfit
from console.domain.orders import OrderStep, WorkOrder
from console.domain.people import Operation, Skill, plain_text
from console.domain.skills import ALONE, alone

CREW_MOST = 20  # people at one step
STATION_MOST = 64
OVER_MOST = 500  # characters of the reason


class SkillLacking(Refusal):
    """Somebody may not do the step alone. facts: order, step, person, name, operation, level, expires."""

    code = "skill_lacking"


class NothingLacking(Refusal):
    """Everybody who was named has the skill: there is nothing to go over. facts: order, step."""

    code = "nothing_lacking"


@dataclass(frozen=True, slots=True)
class Lack:
    """Why somebody may not do an operation alone on a day: the level they have, the last day on which it counted."""

    person: str
    operation: Operation
    level: int = 0
    expires: date | None = None  # only where the level would do

    @property
    def expired(self) -> bool:
        """Whether they could, had it not run out."""
        return self.level >= ALONE


def needed(step: OrderStep, line: str, operations: Iterable[Operation]) -> tuple[Operation, ...]:
    """What must be learnt for a step: operations called like it at its station (without one: at any of its line), its
    line or anywhere; where none is called so, all of its station. () = nobody said that anything must."""
    known = [one for one in operations if one.active]
    there = [one for one in known if one.place in ("", line, step.station or line)]
    anywhere = there if step.station else [one for one in known if one in there or one.place.startswith(f"{line}/")]
    name = step.name.strip().casefold()
    alike = [one for one in anywhere if one.name.strip().casefold() == name]
    near = [one for one in alike if one.place == step.station] or alike
    return tuple(near or [one for one in there if step.station and one.place == step.station])


def lacks(
    step: OrderStep,
    line: str,
    people: Iterable[str],
    operations: Iterable[Operation],
    skills: Iterable[Skill],
    day: date,
) -> tuple[Lack, ...]:
    """Who of these people may not do the step alone on that day, and why."""
    wanted = needed(step, line, operations)
    known: Mapping[tuple[str, str], Skill] = {(skill.person, skill.operation): skill for skill in skills}
    found = []
    for person in dict.fromkeys(people):
        for operation in wanted:
            skill = known.get((person, operation.id))
            if not alone(skill, day):
                level = skill.level if skill is not None else 0
                expires = skill.expires if skill is not None and level >= ALONE else None
                found.append(Lack(person, operation, level, expires))
    return tuple(found)


def step_named(order: WorkOrder, name: str) -> OrderStep:
    """One of its steps; OrderUnfit where it has no such step."""
    found = next((step for step in order.steps if step.name == name), None)
    if found is None:
        raise OrderUnfit(order=order.id, field="steps")
    return found


def assign(
    order: WorkOrder, name: str, station: str, people: Iterable[str], at: datetime, who: str, over: str = ""
) -> WorkOrder:
    """The order with a station and people at a step; OrderUnfit, OrderOver. `over`: why somebody does it unskilled."""
    if not order.open:
        raise OrderOver(order=order.id, ended=order.ended.value)
    step = step_named(order, name)
    crew = tuple(dict.fromkeys(people))
    if len(crew) > CREW_MOST:
        raise OrderUnfit(order=order.id, field="people")
    station = plain_text(station, "station", STATION_MOST, needed=False)
    reason = plain_text(over, "reason", OVER_MOST, needed=False)
    assigned = replace(step, station=station, people=crew, assigned=at, assigned_by=who, over=reason)
    return replace(order, steps=tuple(assigned if one is step else one for one in order.steps))


def late(step: OrderStep, now: datetime) -> bool:
    """Whether a step was handed on after it was due, or should have been by now."""
    return step.due is not None and (step.passed or now) > step.due
