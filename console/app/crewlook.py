"""Crews of a running console: who is on duty where, and the figures of a period, gathered off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo
from typing import TYPE_CHECKING

from console.app.compare import off_thread
from console.app.queries.crew_figures import CrewRecords, calls_raised, crew_records
from console.domain.actions import overdue
from console.domain.andon import Call
from console.domain.cells import Cell
from console.domain.crew_figures import Asked, Comparison, CrewFigures, comparisons, crew_of, figures, stints
from console.domain.crews import Crew
from console.domain.errors import Refusal
from console.domain.plant import Line
from console.domain.roster import Duty, Roster, Way
from console.domain.rosterweek import touches
from console.domain.shifts import Calendar

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.dispatch import Dispatch

SLICE = 4 * 86400.0  # seconds read at once


@dataclass(frozen=True, slots=True)
class CrewSheet:
    """Figures and comparisons of a period."""

    figures: tuple[CrewFigures, ...] = ()  # of every crew in use, by name
    comparisons: tuple[Comparison, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)  # of crews, by id
    nobodys: int = 0  # shifts at lines that belong to no crew
    shifts: int = 0  # all of them


class Wanted:
    """One question on its way."""

    def __init__(self) -> None:
        self.stopped = False

    def stop(self) -> None:
        """Its answer is of no interest any more."""
        self.stopped = True


def on_duty_at(roster: Roster, way: Way, at: float) -> tuple[Duty, ...]:
    """The duties at a place, around it and inside it whose people are on duty at `at`; on call is not on duty."""
    return tuple(duty for duty in roster.present(at) if not duty.on_call and touches(duty.scope, way))


def hands_at(
    dispatch: Dispatch, crews: Iterable[Crew], way: Way, shift: str, day: date, at: float
) -> tuple[tuple[Duty, ...], str, tuple[str, ...]]:
    """Who is there at `at`, in a shift of a day: duties, the crew whose shift it is, and its people without a duty.

    Operators are often in a crew and not on the roster: whoever of the crew has no duties at all, has a role there and
    is not absent is there with it.
    """
    duties = on_duty_at(dispatch.roster, way, at)
    known = [crew for crew in crews if crew.active]
    whose = crew_of(known, {duty.person for duty in duties})
    elsewhere = {duty.person for duty in dispatch.setup.duties if not duty.on_call} | away_in(dispatch, shift, day)
    here = {
        person.id
        for person in dispatch.setup.people
        if person.active and any(touches(grant.scope, way) for grant in person.grants)
    }
    people = next((crew.people for crew in known if crew.id == whose), ())
    return duties, whose, tuple(one for one in people if one in here - elsewhere)


def away_in(dispatch: Dispatch, shift: str, day: date) -> set[str]:
    """Who is absent in a shift."""
    absences = dispatch.setup.absences
    return {one.person for one in absences if one.first <= day <= one.last and one.shift in ("", shift)}


def takt_of(line: Line) -> float | None:
    """Seconds a piece: the takt, else the ideal cycle of the station that paces the line."""
    pace = line.pace_station
    return line.takt or (pace.ideal_cycle if pace else None)


def ask_figures(
    console: Console,
    since: datetime,
    until: datetime,
    done: Callable[[CrewSheet], None],
    refused: Callable[[Refusal], None],
) -> Wanted:
    """Gather and compute; both callbacks come on the main thread."""
    wanted = Wanted()
    _Gathering(console, since, until, done, refused, wanted).begin()
    return wanted


class _Gathering:
    """Slice after slice, then all of it is computed."""

    def __init__(
        self,
        console: Console,
        since: datetime,
        until: datetime,
        done: Callable[[CrewSheet], None],
        refused: Callable[[Refusal], None],
        wanted: Wanted,
    ) -> None:
        self._console, self._since, self._until = console, since, until
        self._done, self._refused, self._wanted = done, refused, wanted
        self._at = since.timestamp()
        self._cells: list[Cell] = []
        self._calls: list[Call] = []
        self._records = CrewRecords()
        self._plant = PlantTimes.of(console)

    def begin(self) -> None:
        """Read who is who, then the past."""
        self._console.office.ask(crew_records(self._since, self._until), self._known, self._refused)

    def _known(self, records: CrewRecords) -> None:
        self._records = records
        self._go_on()

    def _go_on(self) -> None:
        if self._wanted.stopped:
            return
        end = self._until.timestamp()
        if self._at >= end:
            now = datetime.fromtimestamp(self._console.now(), UTC)
            work = (self._plant, self._records, self._cells, self._calls, now)
            off_thread(self._console, lambda: sheet(*work), self._came, self._refused)
            return
        start, self._at = self._at, min(self._at + SLICE, end)
        before = self._at

        def cells_came(cells: list[Cell]) -> None:
            self._cells += cells
            span = (datetime.fromtimestamp(start, UTC), datetime.fromtimestamp(before, UTC))
            self._console.office.ask(calls_raised(*span), calls_came, self._refused)

        def calls_came(calls: list[Call]) -> None:
            self._calls += calls
            self._go_on()

        off_thread(self._console, lambda: self._console.cells(start, before), cells_came, self._refused)

    def _came(self, found: CrewSheet) -> None:
        if not self._wanted.stopped:
            self._done(found)


@dataclass(frozen=True, slots=True)
class PlantTimes:
    """The plant as another thread may use it: calendars are its own."""

    ways: Mapping[str, Way]
    calendars: Mapping[str, Calendar]  # by line
    named: Mapping[str, Calendar]  # by id, "" the default
    takts: Mapping[str, float]  # seconds a piece, by line
    zone: tzinfo | None = None

    @classmethod
    def of(cls, console: Console) -> PlantTimes:
        """As the console's plant is now."""
        floor, plant = console.floor, console.floor.plant
        known = {id: replace(one) for id, one in plant.calendars.items() if isinstance(one, Calendar)}
        named = {"": Calendar("", plant.timezone)} | known
        lines = [hearing.live.line for hearing in floor.line_hearings.values()]
        takts = {line.id: takt for line in lines if (takt := takt_of(line))}
        calendars = {id: replace(hearing.calendar) for id, hearing in floor.line_hearings.items()}
        return cls(dict(console.office.authority.ways), calendars, named, takts, named[""].zone)

    def shift_start(self, line: str, at: float) -> float | None:
        """When the shift began in which something happened at a line."""
        calendar = self.calendars.get(line)
        shift = calendar.shift_at(at) if calendar is not None else None
        return shift.start if shift is not None else None


def sheet(
    plant: PlantTimes, records: CrewRecords, cells: Iterable[Cell], calls: Iterable[Call], now: datetime
) -> CrewSheet:
    """The figures of every crew. Any thread."""
    crews = [crew for crew in records.crews if crew.active]
    roster = Roster(records.duties, records.people, plant.named, records.absences)
    owners: dict[tuple[str, float], str] = {}

    def owner(line: str, start: float) -> str:
        if (line, start) not in owners:
            present = on_duty_at(roster, plant.ways.get(line, (line,)), start + 1.0)
            owners[line, start] = crew_of(crews, {duty.person for duty in present})
        return owners[line, start]

    cells = list(cells)
    for cell in cells:
        owner(cell.line, cell.shift_start)
    made = stints(cells, owners, plant.takts)
    worked = {(one.line, one.shift_start): one.crew for one in made}
    asked = []
    for call in calls:
        line = call.place.partition("/")[0]
        start = plant.shift_start(line, call.raised.timestamp())
        if start is not None:
            asked.append(Asked(owner(line, start), _took(call, call.acknowledged), _took(call, call.resolved)))
    names = {crew.id: crew.name for crew in crews}
    found = []
    for crew in crews:
        places = crew.places or tuple({line for (line, _), whose in worked.items() if whose == crew.id})
        ways = [plant.ways.get(place, (place,)) for place in places]
        scores = [
            run.points / run.most
            for run in records.audits
            if run.points is not None
            and run.most
            and any(touches(plant.ways.get(run.place, (run.place,)), way) for way in ways)
        ]
        mine = [action for action in records.actions if action.owner in crew.people]
        late = sum(overdue(action, now, plant.zone) for action in mine)
        lessons = sum(article.made_by in crew.people for article in records.articles)
        found.append(figures(crew, made, asked, scores, (len(mine), late), lessons))
    nobodys = sum(not whose for whose in worked.values())
    return CrewSheet(tuple(found), comparisons(made, names), names, nobodys, len(worked))


def _took(call: Call, until: datetime | None) -> float | None:
    """Seconds from when it waited."""
    return (until - (call.begun or call.raised)).total_seconds() if until is not None else None
