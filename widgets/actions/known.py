"""What the screens know of actions: the console's own count, names of places and people, the plant's day."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.actions import Actions
    from console.app.console import Console


def actions_of(console: Console) -> Actions | None:
    """The actions of the console; None while it keeps none."""
    return getattr(console, "actions", None)


def due_count(console: Console) -> int:
    """How many actions are overdue, or due today."""
    actions = actions_of(console)
    return actions.due if actions is not None else 0


def zone_at(console: Console, place: str) -> tzinfo | None:
    """The clock by which days are counted at a place; None: this computer's."""
    actions = actions_of(console)
    return actions.zone(place) if actions is not None else None


def now_of(console: Console) -> datetime:
    """The console's time."""
    return datetime.fromtimestamp(console.now(), UTC)


def today_at(console: Console, place: str) -> date:
    """The day it is at a place."""
    return now_of(console).astimezone(zone_at(console, place)).date()


def people_entries(console: Console) -> list[tuple[str, str]]:
    """Active people, by name."""
    from console.domain.people import by_name

    people = sorted((one for one in console.session.rights.people.values() if one.active), key=by_name)
    return [(one.id, plain(one.name, 60)) for one in people]
