"""Dispatch: whom a call at a place reaches, and when, by the roster and the calendars as they are now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from console.app.queries.callsetup import CallSetup, categories_for
from console.domain.andon import Call, Category, Stage
from console.domain.escalation import Told, deadline, due, next_due, rehearse
from console.domain.plant import Plant
from console.domain.roster import Roster, Way
from console.domain.shifts import Calendar


class Dispatch:
    """Of one plant and one state of what is set up. Never changed: another one takes its place."""

    def __init__(self, setup: CallSetup, plant: Plant, ways: Mapping[str, Way]) -> None:
        self.setup = setup
        self.categories = {category.id: category for category in setup.categories}
        known = {id: calendar for id, calendar in plant.calendars.items() if isinstance(calendar, Calendar)}
        self._calendars = {"": Calendar("", plant.timezone)} | known
        self._of_line = {line.id: self._calendars.get(line.calendar, self._calendars[""]) for line in plant.lines()}
        self._line = {station.id: station.line for station in plant.stations()}
        self._areas = {line.id: line.area for line in plant.lines()}
        self._ways = ways
        self.roster = Roster(setup.duties, setup.people, self._calendars, setup.absences)

    def way(self, place: str) -> Way:
        """Ids from the site down to a place."""
        return self._ways.get(place, (place,) if place else ())

    def calendar(self, place: str) -> Calendar | None:
        """That of the place's line; None where the plant has no such line or station."""
        return self._of_line.get(self._line.get(place, place))

    def area(self, place: str) -> str:
        """The area of a line or station, "" where it has none."""
        return self._areas.get(self._line.get(place, place), "")

    def choices(self, place: str) -> tuple[Category, ...]:
        """The categories that a call there can have."""
        return categories_for(self.setup.categories, self.area(place))

    def due(self, call: Call, now: datetime) -> tuple[Told, ...]:
        """The steps of its ladder that are to be carried out now."""
        category = self.categories.get(call.category)
        way, calendar = self.way(call.place), self.calendar(call.place)
        return due(call, category, self.roster, way, calendar, now) if category else ()

    def next_due(self, call: Call, now: datetime) -> datetime | None:
        """When its next step is due, if nobody answers."""
        category = self.categories.get(call.category)
        way, calendar = self.way(call.place), self.calendar(call.place)
        return next_due(call, category, self.roster, way, calendar, now) if category else None

    def deadline(self, call: Call) -> tuple[Stage, datetime] | None:
        """What is wanted of it next and until when."""
        category = self.categories.get(call.category)
        return deadline(call, category, self.calendar(call.place)) if category else None

    def rehearse(self, category: str, place: str, start: datetime, until: datetime) -> tuple[Told, ...]:
        """The dry run: who is told when, if a call of this category is raised there and nobody answers."""
        known = self.categories[category]
        return rehearse(known, self.roster, self.way(place), self.calendar(place), start, until)
