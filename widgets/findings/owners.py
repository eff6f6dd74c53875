"""Who answers for a place: whom a form offers first as the owner of what was found there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.app.places import ways
from console.domain.people import Role

if TYPE_CHECKING:
    from console.app.console import Console

LEAD = (Role.TEAM_LEADER, Role.SUPERVISOR)


def owner_at(console: Console, place: str) -> str:
    """The id of the team leader who is on duty there, else of the supervisor, else of whoever is signed in."""
    person = console.session.person
    mine = person.id if person is not None else ""
    calls = getattr(console, "calls", None)
    if not place:
        return mine
    if calls is not None and calls.known:
        roster, way, now = calls.dispatch.roster, calls.dispatch.way(place), console.now()
        return next((one for role in LEAD for one in roster.reachable(way, role, now)), mine)
    way = ways(console.floor.plant).get(place, (place,))
    for role in LEAD:
        for one in console.session.rights.people.values():
            if one.active and any(g.role is role and way[: len(g.scope)] == g.scope for g in one.grants):
                return one.id
    return mine
