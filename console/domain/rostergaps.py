"""Gaps of the roster: roles that calls go to and that nobody has, by line and shift of a week."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from console.domain.andon import Category
from console.domain.people import Role
from console.domain.roster import Roster, Way
from console.domain.shifts import Calendar, Shift


@dataclass(frozen=True, slots=True)
class Place:
    """A line, and what calls there go by."""

    id: str
    way: Way  # ids from the site down to it
    area: str
    calendar: Calendar


@dataclass(frozen=True, slots=True)
class Spell:
    """A time in which nobody is there. Seconds UTC."""

    day: date  # on which the shift begins, else the local day on which the spell does
    shift: str | None  # name of the shift; None = between shifts
    start: float
    end: float
    whole: bool  # all of the shift, or of the time between two


@dataclass(frozen=True, slots=True)
class Gap:
    """Nobody has a role at these lines in these spells, which are in order."""

    role: Role
    places: tuple[str, ...]
    spells: tuple[Spell, ...]
    always: bool  # whenever somebody would be needed in that week


def monday_of(day: date) -> date:
    """The first day of its week."""
    return day - timedelta(days=day.weekday())


def week_bounds(calendar: Calendar, monday: date) -> tuple[float, float]:
    """From Monday's first moment to the next one's (seconds UTC), by the calendar's clock."""
    zone = ZoneInfo(calendar.timezone)
    first, last = (datetime.combine(monday + timedelta(days=d), time(), zone).timestamp() for d in (0, 7))
    return first, last


def week_shifts(calendar: Calendar, monday: date) -> tuple[Shift, ...]:
    """The shifts that start in a week, in order; the last one may reach into the next week."""
    shifts = calendar.shifts_between(*week_bounds(calendar, monday))
    return tuple(shift for shift in shifts if monday <= shift.day < monday + timedelta(days=7))


def needed_roles(categories: Iterable[Category], area: str) -> tuple[frozenset[Role], frozenset[Role]]:
    """The roles that calls in an area go to, first or later: in working time, and those of them at any time."""
    always: set[Role] = set()
    working: set[Role] = set()
    for category in categories:
        if category.active and category.area in ("", area):
            roles = {category.owner, *(rung.role for rung in category.ladder)}
            working |= roles
            always |= roles if category.around_clock else set()
    return frozenset(working), frozenset(always)


def gaps(roster: Roster, categories: Iterable[Category], places: Iterable[Place], monday: date) -> tuple[Gap, ...]:
    """Every role that some line's calls go to and that nobody there could be told in, in the week from `monday`.

    In shifts every such role is needed, between them those of categories that go around the clock. Where no roster is
    kept for a role its holders are told at any time, as the ladder does: there is a gap only where there are none.
    """
    known = tuple(categories)
    look = _Look(roster)
    found: dict[tuple[Role, tuple[Spell, ...], bool], list[str]] = {}
    for place in places:
        for role, spells, always in look.at(place, known, monday):
            found.setdefault((role, spells, always), []).append(place.id)
    made = [Gap(role, tuple(lines), spells, always) for (role, spells, always), lines in found.items()]
    order = list(Role)
    return tuple(sorted(made, key=lambda gap: (not gap.always, -len(gap.spells), order.index(gap.role), gap.places)))


class _Look:
    """One look through a week; who is on duty at a time is worked out once for all lines."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster
        self._present: dict[float, frozenset[tuple[Role, Way]]] = {}
        self._edges: dict[tuple[float, float], list[float]] = {}

    def at(
        self, place: Place, categories: tuple[Category, ...], monday: date
    ) -> Iterable[tuple[Role, tuple[Spell, ...], bool]]:
        """Role, spells and whether that is all the time, for each role with a gap at this line."""
        working, always = needed_roles(categories, place.area)
        spans = _spans(place.calendar, monday)
        for role in sorted(working):
            wanted = [(shift, a, b) for shift, a, b in spans if shift is not None or role in always]
            spells = tuple(spell for span in wanted for spell in self._lacking(place, role, *span))
            missing, needed = sum(s.end - s.start for s in spells), sum(b - a for _, a, b in wanted)
            if spells:
                yield role, spells, missing >= needed

    def _lacking(self, place: Place, role: Role, shift: Shift | None, a: float, b: float) -> Iterable[Spell]:
        begun: float | None = None
        for x, y in self._pieces(a, b):
            if self._somebody(place.way, role, x):
                if begun is not None:
                    yield _spell(place.calendar, shift, begun, x, False)
                begun = None
            elif begun is None:
                begun = x
            if y == b and begun is not None:
                yield _spell(place.calendar, shift, begun, b, begun == a)

    def _pieces(self, a: float, b: float) -> list[tuple[float, float]]:
        """[a, b) cut wherever some duty can begin or end."""
        if (a, b) not in self._edges:
            changes = self._roster.changes(a, b)
            inside = changes[bisect_right(changes, a) : bisect_left(changes, b)]
            self._edges[a, b] = [a, *inside, b]
        edges = self._edges[a, b]
        return list(zip(edges, edges[1:], strict=False))

    def _somebody(self, way: Way, role: Role, at: float) -> bool:
        if not self._roster.kept(way, role):
            return bool(self._roster.holders(way, role))
        if at not in self._present:
            self._present[at] = frozenset((duty.role, duty.scope) for duty in self._roster.present(at))
        present = self._present[at]
        return any((role, way[:n]) in present for n in range(len(way) + 1))


def _spans(calendar: Calendar, monday: date) -> list[tuple[Shift | None, float, float]]:
    """The shifts that start in the week, and the time of the week that no shift covers."""
    a, b = week_bounds(calendar, monday)
    around = calendar.shifts_between(a, b)
    spans: list[tuple[Shift | None, float, float]] = [(s, s.start, s.end) for s in week_shifts(calendar, monday)]
    edges = [a, *(edge for shift in around for edge in (shift.start, shift.end)), b]
    between = [(None, x, y) for x, y in zip(edges[::2], edges[1::2], strict=True) if y > x]
    return sorted([*spans, *between], key=lambda span: span[1])


def _spell(calendar: Calendar, shift: Shift | None, a: float, b: float, whole: bool) -> Spell:
    day = shift.day if shift else datetime.fromtimestamp(a, ZoneInfo(calendar.timezone)).date()
    return Spell(day, shift.name if shift else None, a, b, whole)
