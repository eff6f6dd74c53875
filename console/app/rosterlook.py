"""The roster of a plant as a screen looks at it: calendars at a place, the week, gaps, where calls go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from console.app.dispatch import Dispatch
from console.app.queries.callsetup import CallSetup
from console.domain.plant import Plant
from console.domain.roster import Way
from console.domain.rostergaps import Gap, Place, gaps, needed_roles
from console.domain.rosterweek import Week, touches, week
from console.domain.routes import Route, routes
from console.domain.shifts import Calendar


@dataclass(frozen=True, slots=True)
class Clock:
    """A calendar that lines go by; a plant may call the same one by several ids."""

    id: str  # the one that new duties get
    ids: frozenset[str]
    calendar: Calendar


class RosterLook:
    """Of one state of what is set up. Never changed: another one takes its place."""

    def __init__(self, setup: CallSetup, plant: Plant, dispatch: Dispatch) -> None:
        self.setup, self._dispatch = setup, dispatch
        self._calendars = {"": Calendar("", plant.timezone)}
        self._calendars |= {id: one for id, one in plant.calendars.items() if isinstance(one, Calendar)}
        self._lines = tuple(
            Place(line.id, dispatch.way(line.id), line.area, self._calendars.get(line.calendar, self._calendars[""]))
            for line in plant.lines()
        )

    def places(self, way: Way) -> tuple[Place, ...]:
        """The lines inside a place, or around it."""
        return tuple(line for line in self._lines if touches(line.way, way))

    def clocks(self, way: Way) -> tuple[Clock, ...]:
        """The calendars that the lines there go by, each once, in the lines' order; never none."""
        found = [place.calendar for place in self.places(way)] or [self._calendars[""]]
        return tuple(self._clock(calendar) for calendar in dict.fromkeys(found))

    def week(self, clock: Clock, monday: date, way: Way) -> Week:
        """Who is what in each shift of a week."""
        roles = {
            role for area in {p.area for p in self.places(way)} for role in needed_roles(self.setup.categories, area)[0]
        }
        setup = self.setup
        return week(
            clock.calendar, clock.ids, monday, way, setup.people, setup.duties, setup.absences, frozenset(roles)
        )

    def gaps(self, monday: date, way: Way) -> tuple[Gap, ...]:
        """The roles that calls there go to and nobody has at some time of the week, the worst first."""
        return gaps(self._dispatch.roster, self.setup.categories, self.places(way), monday)

    def routes(self, way: Way, at: float) -> tuple[Route, ...]:
        """Where calls at these lines go at `at` (seconds UTC), and on that day."""
        return routes(self._dispatch.roster, self.setup.categories, self.places(way), at)

    def _clock(self, calendar: Calendar) -> Clock:
        ids = sorted(id for id, one in self._calendars.items() if one == calendar)
        return Clock(ids[-1], frozenset(ids), calendar)
