"""Crews and briefings: who belongs together, and the five minutes before a shift with who was there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.people import NAME_MOST, plain_text
from console.domain.text import passage

MEMBERS_MOST, NOTE_MOST = 200, 4000


class CrewUnfit(Refusal):
    """A crew cannot be so. facts: field."""

    code = "crew_unfit"


class BriefingHeld(Refusal):
    """It was held already. facts: briefing, who, at."""

    code = "briefing_held"


@dataclass(frozen=True, slots=True)
class Crew:
    """People who work together; somebody is in one crew at a time."""

    id: str
    name: str
    leader: str = ""
    members: tuple[str, ...] = ()  # without the leader
    places: tuple[str, ...] = ()  # lines or areas where they usually work
    active: bool = True

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody, the leader first."""
        return (self.leader, *self.members) if self.leader else self.members


@dataclass(frozen=True, slots=True)
class Briefing:
    """The briefing before a shift at a place. `id` is briefing_id(place, when the shift begins)."""

    id: str
    place: str
    day: date
    shift: str
    begins: datetime
    there: tuple[str, ...] = ()  # people
    note: str = ""  # what was stressed
    held: datetime | None = None
    held_by: str = ""


def briefing_id(place: str, begins: datetime) -> str:
    """Every console finds the same."""
    return derived_id("briefing", place, begins.isoformat())


def checked_crew(crew: Crew, others: tuple[Crew, ...]) -> Crew:
    """The crew; CrewUnfit names the field: a name twice, somebody who is in another crew."""
    name = plain_text(crew.name, "name", NAME_MOST)
    rest = [other for other in others if other.id != crew.id and other.active]
    taken = {person for other in rest for person in other.people}
    tests = (
        ("name", name.casefold() not in {other.name.casefold() for other in rest}),
        ("members", len(crew.people) <= MEMBERS_MOST and len(set(crew.people)) == len(crew.people)),
        ("members", not crew.active or not taken & {*crew.people}),
    )
    wrong = next((field for field, fits in tests if not fits), "")
    if wrong:
        raise CrewUnfit(field=wrong)
    return replace(crew, name=name)


def moved(crews: Iterable[Crew], person: str, to: str) -> tuple[Crew, ...]:
    """The crews that change when somebody joins one (its id, "" = none); CrewUnfit where it is not in use."""
    found: list[Crew] = []
    for crew in crews:
        if crew.id == to:
            if not crew.active:
                raise CrewUnfit(field="active")
            if person not in crew.people:
                found.append(replace(crew, members=(*crew.members, person)))
        elif crew.active and person in crew.people:
            leader = "" if crew.leader == person else crew.leader
            found.append(replace(crew, leader=leader, members=tuple(one for one in crew.members if one != person)))
    if any(len(crew.people) > MEMBERS_MOST for crew in found):
        raise CrewUnfit(field="members")
    return tuple(found)


def attend(briefing: Briefing, person: str, there: bool) -> Briefing:
    """Somebody is there, or is not; BriefingHeld once it is over."""
    _open(briefing)
    rest = tuple(one for one in briefing.there if one != person)
    return replace(briefing, there=(*rest, person) if there else rest)


def hold(briefing: Briefing, note: str, at: datetime, who: str) -> Briefing:
    """The briefing that was held; BriefingHeld."""
    _open(briefing)
    return replace(briefing, note=passage(note, "note", NOTE_MOST, needed=False), held=at, held_by=who)


def _open(briefing: Briefing) -> None:
    if briefing.held is not None:
        raise BriefingHeld(briefing=briefing.id, who=briefing.held_by, at=briefing.held)
