"""Briefings of a running console: which shift comes, and all that its page says. Main thread, never waits."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from console.app.compare import off_thread
from console.app.crewlook import away_in, hands_at, takt_of
from console.app.places import ways
from console.app.queries.briefing import BriefingAsked, BriefingRecord, briefing_record
from console.domain.cells import Cell, total
from console.domain.commands.handovers import AttendBriefing, HoldBriefing
from console.domain.compare import cell_sums
from console.domain.crew_figures import Measure, figure
from console.domain.crew_gaps import SkillGap, skill_gaps
from console.domain.crews import Briefing, briefing_id
from console.domain.errors import Refusal
from console.domain.people import Role
from console.domain.plant import Line
from console.domain.roster import Duty, holds
from console.domain.rosterweek import touches
from console.domain.shifts import Calendar, Shift

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.dispatch import Dispatch

BEGUN = 1800.0  # seconds after its beginning for which a briefing of a shift is still held


@dataclass(frozen=True, slots=True)
class ShiftAhead:
    """The shift that a briefing is for."""

    place: str
    day: date
    name: str
    begins: datetime
    ends: datetime

    @property
    def id(self) -> str:
        """Of its briefing."""
        return briefing_id(self.place, self.begins)

    def attend(self, person: str, there: bool) -> AttendBriefing:
        """What ticks somebody."""
        return AttendBriefing(self.place, self.day, self.name, self.begins, person, there)

    def hold(self, note: str) -> HoldBriefing:
        """What ends it."""
        return HoldBriefing(self.place, self.day, self.name, self.begins, note)


@dataclass(frozen=True, slots=True)
class Made:
    """What lines made between two times. None: not known."""

    begins: datetime
    ends: datetime
    good: float | None
    plan: float | None
    quality: float | None
    oee: float | None


@dataclass(frozen=True, slots=True)
class Post:
    """Somebody at their post: line, station, or what lies around them."""

    person: str
    role: Role
    place: str  # "" = everywhere


@dataclass(frozen=True, slots=True)
class People:
    """Who is where in a shift."""

    known: bool  # somebody is on the roster there at that time
    posts: tuple[Post, ...]  # by place and name
    crew: str  # what the crew is called whose shift it is, "" = none had more than half
    others: tuple[str, ...]  # its people without a duty of their own
    away: tuple[str, ...]  # who would be there and is absent
    gaps: tuple[SkillGap, ...]

    @property
    def expected(self) -> tuple[str, ...]:
        """Everybody who is to be at the briefing, each once."""
        return tuple(dict.fromkeys((*(post.person for post in self.posts), *self.others)))


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that a briefing says."""

    shift: ShiftAhead
    record: BriefingRecord
    people: People
    last: Made | None
    day: Made | None
    past: tuple[tuple[str, ...], ...]  # who was on the roster at each of `record.past`


def ahead(calendar: Calendar, place: str, now: float) -> tuple[ShiftAhead, ...]:
    """The shifts that a briefing can be for, the most likely first: the coming one, or the one that has just begun."""
    on, following = calendar.shift_at(now), calendar.next_shift(now)
    found = [shift for shift in (following, on) if shift is not None]
    if on is not None and now - on.start < BEGUN:
        found.reverse()
    return tuple(ShiftAhead(place, shift.day, shift.name, _time(shift.start), _time(shift.end)) for shift in found)


class Briefings:
    """For one page."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def calendar(self, place: str) -> Calendar | None:
        """That of the first line at the place; None where it has none."""
        lines = self.lines(place)
        return self._console.floor.line_hearings[lines[0].id].calendar if lines else None

    def lines(self, place: str) -> list[Line]:
        """The line, or those of the area or site."""
        found = ways(self._console.floor.plant)
        lines = [hearing.live.line for hearing in self._console.floor.line_hearings.values()]
        return [line for line in lines if place in found.get(line.id, (line.id,))]

    def ask(
        self,
        shift: ShiftAhead,
        dispatch: Dispatch | None,
        done: Callable[[Sheet], None],
        refused: Callable[[Refusal], None],
    ) -> None:
        """Gather all of it. Pieces that cannot be read are not known; the rest is told."""
        lines, calendar = self.lines(shift.place), self.calendar(shift.place)
        if calendar is None:
            return
        asked = self._asked(shift, lines, calendar)

        def told(record: BriefingRecord) -> None:
            people = who_is_where(record, dispatch, shift, asked.inside)
            past = tuple(expected_at(dispatch, record, one) if dispatch is not None else () for one in record.past)

            def made(found: tuple[Made | None, Made | None]) -> None:
                done(Sheet(shift, record, people, *found, past))

            spans = (asked.before, asked.day)
            cells = self._console.cells
            off_thread(self._console, lambda: _made(cells, lines, spans, asked.now), made, lambda _: made((None, None)))

        self._console.office.run(briefing_record(asked), told, refused)

    def _asked(self, shift: ShiftAhead, lines: list[Line], calendar: Calendar) -> BriefingAsked:
        begins = shift.begins.timestamp()
        before, day = calendar.previous_shift(begins), _day_before(calendar, shift)
        inside = {shift.place, *(line.id for line in lines), *(one.id for line in lines for one in line.stations)}
        path = self._console.plant_path
        changed = None
        try:
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC) if path is not None else None
        except OSError:
            changed = None
        span = (before.start, before.end) if before is not None else (begins - 8 * 3600.0, begins)
        return BriefingAsked(
            shift.place,
            frozenset(inside),
            shift.begins,
            (_time(span[0]), _time(span[1])),
            (_time(day[0]), _time(day[1])) if day is not None else None,
            _time(self._console.now()),
            calendar.zone,
            changed,
        )


def who_is_where(record: BriefingRecord, dispatch: Dispatch | None, shift: ShiftAhead, inside: Iterable[str]) -> People:
    """Posts, absences and skill gaps of a shift by the roster of now."""
    if dispatch is None:
        return People(False, (), "", (), (), ())
    way, at = dispatch.way(shift.place), shift.begins.timestamp() + 1.0
    duties, whose, others = hands_at(dispatch, record.crews, way, shift.name, shift.day, at)
    names = record.names
    posts = {Post(duty.person, duty.role, duty.scope[-1] if duty.scope else "") for duty in duties}
    ordered = sorted(posts, key=lambda post: (post.place, names.get(post.person, ""), post.person, post.role))
    gone = away_in(dispatch, shift.name, shift.day)
    near = {person for crew in record.crews if touching(crew.places, way, dispatch) for person in crew.people}
    called = {crew.id: crew.name for crew in record.crews}.get(whose, "")
    mine = {person for crew in record.crews if crew.id == whose for person in crew.people}
    usual = {duty.person for duty in dispatch.setup.duties if touches(duty.scope, way) and _due(duty, shift)}
    away = sorted(gone & (mine | usual), key=lambda person: (names.get(person, ""), person))
    present = {duty.person for duty in duties} | {*others}
    people = dispatch.setup.people
    gaps = skill_gaps(record.operations, {*inside}, record.skills, people, present, gone, shift.day, near)
    return People(bool(duties), tuple(ordered), called, others, tuple(away), gaps if present else ())


def expected_at(dispatch: Dispatch, record: BriefingRecord, held: Briefing) -> tuple[str, ...]:
    """Who was to be at a briefing, by the roster and the crews of now."""
    at = held.begins.timestamp() + 1.0
    duties, _, others = hands_at(dispatch, record.crews, dispatch.way(held.place), held.shift, held.day, at)
    return tuple(dict.fromkeys((*(duty.person for duty in duties), *others)))


def touching(places: Iterable[str], way: tuple[str, ...], dispatch: Dispatch) -> bool:
    """Whether one of the places has to do with the end of `way`."""
    return any(touches(dispatch.way(place), way) for place in places)


def _due(duty: Duty, shift: ShiftAhead) -> bool:
    """Whether a duty by shift holds in this one, whoever is away."""
    return not duty.on_call and duty.shift in ("", shift.name) and holds(duty, shift.day)


def _made(
    cells: Callable[[float, float], list[Cell]],
    lines: list[Line],
    spans: Iterable[tuple[datetime, datetime] | None],
    now: datetime,
) -> tuple[Made | None, ...]:
    """What the lines made in each span. Any thread but the main one."""
    found: list[Made | None] = []
    for span in spans:
        if span is None:
            found.append(None)
            continue
        start, end = span[0].timestamp(), min(span[1], now).timestamp()
        inside = [cell for cell in (cells(start, end) if end > start else []) if start <= cell.shift_start < end]
        found.append(_sum(inside, lines, *span))
    return tuple(found)


def _sum(cells: list[Cell], lines: list[Line], begins: datetime, ends: datetime) -> Made | None:
    here = {line.id: line for line in lines}
    mine = [cell for cell in cells if cell.line in here]
    if not mine:
        return None
    takts = {id: takt_of(line) for id, line in here.items()}
    plan: float | None = 0.0
    for cell in mine:
        takt = takts[cell.line]
        plan = plan + cell.sums.get("planned", 0.0) / takt if plan is not None and takt else None
    sums = total(mine)
    rated = {
        name: sum(cell_sums(cell).get(name, 0.0) for cell in mine) for name in ("rated_planned", "rated_good_time")
    }
    return Made(begins, ends, sums.get("good", 0.0), plan, figure(sums, Measure.QUALITY), figure(rated, Measure.OEE))


def _day_before(calendar: Calendar, shift: ShiftAhead) -> tuple[float, float] | None:
    """All shifts of the day before the day of a shift."""
    day = shift.day - timedelta(days=1)
    around = calendar.shifts_between(shift.begins.timestamp() - 3 * 86400.0, shift.begins.timestamp())
    found: list[Shift] = [one for one in around if one.day == day]
    return (found[0].start, found[-1].end) if found else None


def _time(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)
