"""Patrols: rounds whose sections are points with a code to scan and a time to be there; a point that is missed shows.

A patrol is a checklist of the purpose PATROL; its route says where each section is. Checking in is a fact of its own,
so that a point can be proved although nothing was found there.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from console.domain.checklists import Going, Run
from console.domain.errors import Refusal
from console.domain.ids import derived_id
from console.domain.people import plain_text

CODE_MOST, WITHIN_MOST, POINTS_MOST = 80, 24 * 60, 100


class RouteUnfit(Refusal):
    """A route cannot be so. facts: field, section."""

    code = "route_unfit"


class PointUnknown(Refusal):
    """No point of the route has this code, or it was scanned already. facts: code."""

    code = "point_unknown"


@dataclass(frozen=True, slots=True)
class Point:
    """Where a section of the checklist is. `within` minutes of the beginning somebody is there; 0 = at any time."""

    section: str
    place: str
    code: str = ""  # on the sticker there; "" = checking in by hand
    within: int = 0


@dataclass(frozen=True, slots=True)
class Route:
    """The points of a template's sections; `id` is the template's."""

    id: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody was at a point; `id` is check_in_id(run, section)."""

    id: str
    run: str
    section: str
    place: str
    at: datetime
    who: str
    scanned: bool = False


def check_in_id(run: str, section: str) -> str:
    """The id of the one check-in at a point of a run."""
    return derived_id("check_in", run, section)


def checked_route(route: Route, sections: Iterable[str]) -> Route:
    """The route with a point for each section that has one; RouteUnfit names section and field."""
    known = set(sections)
    codes: set[str] = set()
    if len(route.points) > POINTS_MOST:
        raise RouteUnfit(field="points", section="")
    for point in route.points:
        wrong = next((field for field, fits in _tests(point, known, codes) if not fits), "")
        if wrong:
            raise RouteUnfit(field=wrong, section=point.section)
        known.discard(point.section)
        codes.add(point.code)
    points = tuple(replace(p, code=plain_text(p.code, "code", CODE_MOST, needed=False)) for p in route.points)
    return replace(route, points=points)


def _tests(point: Point, open_sections: set[str], codes: set[str]) -> tuple[tuple[str, bool], ...]:
    return (
        ("section", point.section in open_sections),
        ("place", bool(point.place)),
        ("code", not point.code or point.code not in codes),
        ("within", 0 <= point.within <= WITHIN_MOST),
    )


def point_of(route: Route, code: str, seen: Iterable[CheckIn]) -> Point:
    """The point that a scan is about; PointUnknown."""
    been = {one.section for one in seen}
    found = next((p for p in route.points if p.code and p.code == code.strip() and p.section not in been), None)
    if found is None:
        raise PointUnknown(code=code)
    return found


def missed(route: Route, run: Run, seen: Iterable[CheckIn], now: datetime) -> tuple[Point, ...]:
    """Points at which somebody should have been by now and was not in time; of a run that was dropped none.

    Who signs says that the round is made: a point where nobody was is missed then, whatever its time.
    """
    if run.going is Going.DROPPED:
        return ()
    been = {one.section: one.at for one in seen}
    return tuple(point for point in route.points if _is_missed(run, point, been.get(point.section), now))


def missed_at(run: Run, point: Point) -> datetime:
    """When a point counts as missed where nobody was: at its time, or when the round was signed before that."""
    times = [run.ended, run.begun + timedelta(minutes=point.within) if point.within else None]
    return min((at for at in times if at is not None), default=run.begun)


def _is_missed(run: Run, point: Point, been: datetime | None, now: datetime) -> bool:
    if been is not None:
        return bool(point.within) and been > run.begun + timedelta(minutes=point.within)
    if run.ended is None and not point.within:
        return False
    return now > missed_at(run, point) or run.ended is not None
