"""What the screens know of the calls that are open: the console's own list, with places, names and deadlines added."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from console.app.queries.andon import CallShown
from console.domain.andon import Category
from console.domain.people import Role, by_name
from widgets.board.card import line_label
from widgets.calls.shown import CallRow, worst_first
from widgets.people.words import role_word
from widgets.plain import plain

if TYPE_CHECKING:
    from console.app.calls import Calls
    from console.app.console import Console
    from console.domain.live import LineLive


def calls_of(console: Console) -> Calls | None:
    """The open calls of the console; None while it keeps none."""
    return getattr(console, "calls", None)


def open_count(console: Console) -> int:
    """How many calls are open."""
    calls = calls_of(console)
    return len(calls.open) if calls is not None else 0


class KnownCalls:
    """Makes rows of calls."""

    def __init__(self, console: Console) -> None:
        self._console = console

    @property
    def there(self) -> bool:
        """Whether the console keeps calls, and has read them."""
        calls = calls_of(self._console)
        return calls is not None and calls.known

    def rows(self) -> list[CallRow]:
        """The open calls, the worst and oldest first."""
        calls = calls_of(self._console)
        return sorted((self.row(one) for one in calls.open), key=worst_first) if calls is not None else []

    def row(self, shown: CallShown) -> CallRow:
        """One call as a row."""
        calls = calls_of(self._console)
        told = ", ".join(plain(name, 40) for name in shown.told)
        wanted = calls.deadline(shown) if calls is not None else None
        due = (wanted[0], wanted[1].timestamp()) if wanted else None
        owner = shown.owner or shown.call.owner
        then = calls.next_told(shown) if calls is not None and shown.call.open else None
        more = then.timestamp() if then is not None else None
        return CallRow(shown.call, shown.category, self.place(shown.call.place), owner, told, due, shown.waiting, more)

    def all_categories(self) -> tuple[Category, ...]:
        """Every category, in the plant's order."""
        calls = calls_of(self._console)
        return calls.dispatch.setup.categories if calls is not None else ()

    def categories(self, place: str) -> tuple[Category, ...]:
        """What can be called for at a place, in the plant's order."""
        calls = calls_of(self._console)
        return calls.dispatch.choices(place) if calls is not None else ()

    def names_for(self, place: str) -> list[tuple[str, tuple[str, ...]]]:
        """Whom a comment on a call there can name: every person, and each role for those who are on duty there now."""
        calls = calls_of(self._console)
        people = sorted((one for one in self._console.session.rights.people.values() if one.active), key=by_name)
        found = [(plain(one.name, 60), (one.id,)) for one in people]
        if calls is not None:
            roster, way, now = calls.dispatch.roster, calls.dispatch.way(place), self._console.now()
            roles = ((role_word(role), tuple(roster.reachable(way, role, now))) for role in Role)
            found += [(word, those) for word, those in roles if those]
        return found

    def place(self, place: str) -> str:
        """Line and station in short words; a call about the records has no place."""
        if not place:
            return QCoreApplication.translate("KnownCalls", "This plant")
        live = self._console.floor.stations.get(place)
        line = self.line_of(place)
        if line is None:
            return plain(place, 60)
        return f"{plain(line_label(line), 40)} · {plain(live.station.name, 60)}" if live else plain(line.line.name, 60)

    def line_of(self, place: str) -> LineLive | None:
        """The line of a station, or the line itself; None for a place that the plant does not know (any more)."""
        floor = self._console.floor
        live = floor.stations.get(place)
        wanted = live.station.line if live else place
        return next((line for line in floor.lines if line.line.id == wanted), None)


def at(t: float) -> datetime:
    """A time of the floor (seconds UTC) as records have it."""
    return datetime.fromtimestamp(t, UTC)
