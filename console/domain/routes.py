"""Where calls go: category by line and shift to a role, and to those who would be told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from console.domain.andon import Category
from console.domain.people import Role
from console.domain.roster import Roster
from console.domain.rostergaps import Place
from console.domain.shifts import Shift

Persons = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Route:
    """Whom calls of a category at these lines go to first: now, and in each shift of the day, by its name."""

    category: Category
    role: Role
    places: tuple[str, ...]
    now: Persons
    by_shift: tuple[tuple[str, Persons], ...]
    kept: bool  # there is a roster for this role there; else everybody who has the role is told


def routes(roster: Roster, categories: Iterable[Category], places: Iterable[Place], at: float) -> tuple[Route, ...]:
    """One for each active category and the lines at which it goes to the same people, in their order."""
    lines = tuple(places)
    day_shifts = {place.id: _shifts_of_day(place, at) for place in lines}
    found: dict[tuple[str, Persons, tuple[tuple[str, Persons], ...], bool], tuple[Category, list[str]]] = {}
    for category in categories:
        for place in lines:
            if not category.active or category.area not in ("", place.area):
                continue
            role = category.owner
            now = tuple(roster.reachable(place.way, role, at))
            by_shift = tuple(
                (shift.name, tuple(roster.reachable(place.way, role, shift.start))) for shift in day_shifts[place.id]
            )
            key = (category.id, now, by_shift, roster.kept(place.way, role))
            found.setdefault(key, (category, []))[1].append(place.id)
    return tuple(
        Route(category, category.owner, tuple(ids), now, by_shift, kept)
        for (_, now, by_shift, kept), (category, ids) in found.items()
    )


def _shifts_of_day(place: Place, at: float) -> list[Shift]:
    """The shifts that start on the local day of `at`."""
    day = datetime.fromtimestamp(at, ZoneInfo(place.calendar.timezone)).date()
    return [shift for shift in place.calendar.shifts_between(at - 86400, at + 86400) if shift.day == day]
