"""What people read for roles, reaches, levels and places, in the language of the moment."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from console.domain.people import Grant, Role
from console.domain.permissions import Reach
from console.domain.plant import Plant
from widgets.plain import plain


def role_word(role: Role) -> str:
    """The name of a role."""
    translate = QCoreApplication.translate
    match role:
        case Role.OPERATOR:
            return translate("roles", "Operator")
        case Role.TEAM_LEADER:
            return translate("roles", "Team leader")
        case Role.SUPERVISOR:
            return translate("roles", "Supervisor")
        case Role.QUALITY:
            return translate("roles", "Quality")
        case Role.MAINTENANCE:
            return translate("roles", "Maintenance")
        case Role.PLANNER:
            return translate("roles", "Planner")
        case Role.ADMINISTRATOR:
            return translate("roles", "Administrator")
        case Role.VIEWER:
            return translate("roles", "Viewer")


def reach_word(reach: Reach) -> str:
    """How far a role goes, as one cell of the permissions says it."""
    translate = QCoreApplication.translate
    match reach:
        case Reach.NO:
            return translate("roles", "No")
        case Reach.OWN:
            return translate("roles", "Own")
        case Reach.SCOPE:
            return translate("roles", "Within their place")
        case Reach.ALL:
            return translate("roles", "Everywhere")


def reach_sentence(reach: Reach) -> str:
    """What that means."""
    translate = QCoreApplication.translate
    match reach:
        case Reach.NO:
            return translate("roles", "This role may not do it.")
        case Reach.OWN:
            return translate("roles", "Only what is about themselves.")
        case Reach.SCOPE:
            return translate("roles", "Inside the site, area or line for which the person has this role.")
        case Reach.ALL:
            return translate("roles", "Anywhere in the plant, whatever place the role was given for.")


def level_word(level: int) -> str:
    """What a level of skill from 0 to 4 means; KeyError for another."""
    translate = QCoreApplication.translate
    return {
        0: translate("roles", "Not trained"),
        1: translate("roles", "In training"),
        2: translate("roles", "With help"),
        3: translate("roles", "Alone"),
        4: translate("roles", "Teaches others"),
    }[level]


def roles_words(grants: Iterable[Grant]) -> str:
    """The roles of somebody, each once: "Supervisor, Quality"."""
    comma = QCoreApplication.translate("roles", ", ")
    return comma.join(dict.fromkeys(role_word(grant.role) for grant in grants))


def scope_words(scope: tuple[str, ...], plant: Plant | None) -> str:
    """The place of a grant by the names that the plant gives it: "Body / L1 Frame"."""
    if not scope:
        return QCoreApplication.translate("roles", "Everywhere")
    names = _names(plant)
    inside = scope[1:] if len(scope) > 1 and plant is not None and len(plant.sites) == 1 else scope
    return " / ".join(plain(names.get(part, part), 60) for part in inside)


def place_words(place: str, plant: Plant | None) -> str:
    """One place by its name: "L1 Frame"; an unknown id as it is."""
    return plain(_names(plant).get(place, place), 80)


def grants_words(grants: Iterable[Grant], plant: Plant | None) -> str:
    """Roles and where each holds: "Supervisor · Body; Viewer · everywhere"."""
    parts = [f"{role_word(grant.role)} · {scope_words(grant.scope, plant)}" for grant in grants]
    return QCoreApplication.translate("roles", "; ").join(parts)


def _names(plant: Plant | None) -> dict[str, str]:
    found: dict[str, str] = {}
    for site in plant.sites if plant else ():
        found[site.id] = site.name
        for area in site.areas:
            found.setdefault(area.id, area.name)
            for line in area.lines:
                found.setdefault(line.id, line.name)
                for station in line.stations:
                    found.setdefault(station.id, station.name)
    return found
