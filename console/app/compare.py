"""Gathering what is compared: cells of lines, stops and calls, each put in its place in every dimension.

What is slow is done on other threads, in slices; what was gathered is kept for the next question about the same time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from console.domain.andon import Call, Category
from console.domain.cells import Cell
from console.domain.compare import Answer, By, Of, Piece, Question, answer, cell_sums, checked_question
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.orders import DONE, Ended, WorkOrder
from console.domain.people import Person, Role
from console.domain.plant import Line
from console.domain.reasons import Reason
from console.domain.roster import Absence, Duty, Roster
from console.domain.shifts import Calendar
from console.domain.stops import Stop

if TYPE_CHECKING:
    from console.app.console import Console

SLICE = 4 * 86400.0  # seconds read at once
KEPT = 4  # stretches of time
FRESH = 60.0  # seconds for which what was gathered up to now is used again
LEADERS = (Role.TEAM_LEADER, Role.SUPERVISOR)  # who leads a shift: the first of these that is on duty


class NotGathered(Refusal):
    """The past cannot be read. facts: why."""

    code = "past_not_read"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From when to when, seconds UTC."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything of a stretch of time, and the names behind the ids in it."""

    pieces: tuple[Piece, ...]
    names: Mapping[By, Mapping[str, str]]  # id -> name, where they differ
    at: float


class Asking:
    """One question on its way."""

    def __init__(self) -> None:
        self.stopped = False

    def stop(self) -> None:
        """Its answer is of no interest any more."""
        self.stopped = True


class Comparing:
    """One for each screen or report. Main thread only."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._kept: OrderedDict[Stretch, Gathered] = OrderedDict()

    def ask(
        self,
        question: Question,
        stretch: Stretch,
        done: Callable[[Answer, Gathered], None],
        refused: Callable[[Refusal], None],
        progress: Callable[[float], None] = lambda share: None,
    ) -> Asking:
        """Answer a question about a stretch of time; QuestionUnfit at once where it contradicts itself."""
        checked_question(question)
        asking = Asking()

        def gathered(found: Gathered) -> None:
            self._compute(question, found, done, refused, asking)

        self.gather(stretch, gathered, refused, progress, asking)
        return asking

    def gather(
        self,
        stretch: Stretch,
        done: Callable[[Gathered], None],
        refused: Callable[[Refusal], None],
        progress: Callable[[float], None] = lambda share: None,
        asking: Asking | None = None,
    ) -> None:
        """Read everything of a stretch of time, or take what was read before."""
        kept = self._kept.get(stretch)
        now = self._console.now()
        if kept is not None and (stretch.end < kept.at or now - kept.at < FRESH):
            done(kept)
            return
        _Gathering(self._console, stretch, self._keep(stretch, done), refused, progress, asking or Asking()).go_on()

    def forget(self) -> None:
        """What was read is not used again."""
        self._kept.clear()

    def _keep(self, stretch: Stretch, done: Callable[[Gathered], None]) -> Callable[[Gathered], None]:
        def keep(found: Gathered) -> None:
            self._kept[stretch] = found
            while len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            done(found)

        return keep

    def _compute(
        self,
        question: Question,
        found: Gathered,
        done: Callable[[Answer, Gathered], None],
        refused: Callable[[Refusal], None],
        asking: Asking,
    ) -> None:
        def came(told: Answer) -> None:
            if not asking.stopped:
                done(told, found)

        off_thread(self._console, lambda: answer(question, found.pieces), came, refused)


class _Gathering:
    """Slice after slice, then all of it is put in place."""

    def __init__(
        self,
        console: Console,
        stretch: Stretch,
        done: Callable[[Gathered], None],
        refused: Callable[[Refusal], None],
        progress: Callable[[float], None],
        asking: Asking,
    ) -> None:
        self._console, self._stretch, self._asking = console, stretch, asking
        self._done, self._refused, self._progress = done, refused, progress
        self._at = stretch.start
        self._cells: list[Cell] = []
        self._stops: list[Stop] = []
        self._calls: list[Call] = []
        self._orders: list[WorkOrder] = []
        self._locator = Locator.of(console)

    def go_on(self) -> None:
        """Read the next slice, or end."""
        if self._asking.stopped:
            return
        whole = max(1.0, self._stretch.end - self._stretch.start)
        self._progress(min(1.0, (self._at - self._stretch.start) / whole))
        if self._at >= self._stretch.end:
            self._console.office.ask(_people_and_names, self._place, self._refused)
            return
        start, end = self._at, min(self._at + SLICE, self._stretch.end)
        self._at = end

        def cells_came(cells: list[Cell]) -> None:
            self._cells += cells
            self._console.office.ask(lambda desk: _happened(desk, start, end), records_came, self._refused)

        def records_came(told: tuple[list[Stop], list[Call], list[WorkOrder]]) -> None:
            self._stops += told[0]
            self._calls += told[1]
            self._orders += told[2]
            self.go_on()

        off_thread(self._console, lambda: self._console.cells(start, end), cells_came, self._refused)

    def _place(self, told: _Names) -> None:
        if self._asking.stopped:
            return
        locator, now = self._locator.with_people(told), self._console.now()

        def work() -> Gathered:
            pieces = locator.pieces(self._cells, self._stops, self._calls, now, self._orders)
            return Gathered(tuple(pieces), locator.names(told), now)

        off_thread(self._console, work, self._done, self._refused)


@dataclass(frozen=True, slots=True)
class _Names:
    people: tuple[Person, ...] = ()
    duties: tuple[Duty, ...] = ()
    absences: tuple[Absence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    categories: tuple[Category, ...] = ()


def _people_and_names(desk: ReadDesk) -> _Names:
    found = (tuple(desk.find(kind)) for kind in (Person, Duty, Absence, Reason, Category))
    return _Names(*found)  # type: ignore[arg-type]


def _happened(desk: ReadDesk, start: float, end: float) -> tuple[list[Stop], list[Call], list[WorkOrder]]:
    """Stops and calls that began in [start, end), orders completed in it; merged and rejected ones are none."""
    since, before = datetime.fromtimestamp(start, UTC), datetime.fromtimestamp(end, UTC)
    stops = desk.find(Stop, ("since", ">=", since), ("since", "<", before), merged_into="")
    calls = desk.find(Call, ("raised", ">=", since), ("raised", "<", before), rejected="")
    done = desk.find(WorkOrder, ("finished", ">=", since), ("finished", "<", before), column=DONE, merged_into="")
    return stops, calls, [one for one in done if one.good or one.ended is not Ended.SHORT]


class Locator:
    """Finds the place of what happened in every dimension. Good for one thread at a time: its calendars are its own."""

    def __init__(
        self,
        lines: Mapping[str, Line],
        calendars: Mapping[str, Calendar],
        ways: Mapping[str, tuple[str, ...]],
        named: Mapping[str, Calendar] | None = None,
    ) -> None:
        """`calendars` by line; `ways`: ids from the site down to a place; `named`: calendars by id, "" the default."""
        self._lines, self._ways = lines, ways
        self._named = {id: replace(calendar) for id, calendar in (named or {}).items()}
        self._calendars = {line: replace(calendar) for line, calendar in calendars.items()}
        self._zones: dict[str, ZoneInfo] = {line: calendar.zone for line, calendar in calendars.items()}
        self._roster: Roster | None = None
        self._people: Mapping[str, str] = {}
        self._crews: dict[tuple[str, float], str] = {}
        self._shifts: dict[str, tuple[list[float], list[Cell]]] = {}

    @classmethod
    def of(cls, console: Console) -> Locator:
        """As the console's plant is now."""
        floor = console.floor
        lines = {line.live.line.id: line.live.line for line in floor.line_hearings.values()}
        calendars = {id: hearing.calendar for id, hearing in floor.line_hearings.items()}
        plant = floor.plant
        known = {id: calendar for id, calendar in plant.calendars.items() if isinstance(calendar, Calendar)}
        named = {"": Calendar("", plant.timezone)} | known
        return cls(lines, calendars, console.office.authority.ways, named)

    def with_people(self, told: _Names) -> Locator:
        """The same, knowing who was on duty."""
        self._roster = Roster(told.duties, told.people, self._named, told.absences)
        self._people = {person.id: person.name for person in told.people}
        return self

    def names(self, told: _Names) -> dict[By, dict[str, str]]:
        """The names behind ids."""
        return {
            By.LINE: {line.id: line.name for line in self._lines.values()},
            By.REASON: {reason.id: reason.name for reason in told.reasons},
            By.CATEGORY: {category.id: category.name for category in told.categories},
        }

    def pieces(
        self,
        cells: Iterable[Cell],
        stops: Iterable[Stop],
        calls: Iterable[Call],
        now: float,
        orders: Iterable[WorkOrder] = (),
    ) -> Iterator[Piece]:
        """All of them, each in its place."""
        cells = sorted(cells, key=lambda cell: (cell.line, cell.start))
        for cell in cells:
            starts, kept = self._shifts.setdefault(cell.line, ([], []))
            starts.append(cell.start)
            kept.append(cell)
            yield Piece(Of.CELL, self._of_cell(cell), cell_sums(cell))
        for stop in stops:
            took = stop.seconds(datetime.fromtimestamp(now, UTC))
            at = self._of_moment(stop.line or stop.place.partition("/")[0], stop.since.timestamp())
            yield Piece(Of.STOP, {**at, By.REASON: stop.reason}, {"stops": 1.0, "stop_seconds": took}, took)
        for call in calls:
            waited = (call.acknowledged - (call.begun or call.raised)).total_seconds() if call.acknowledged else None
            at = self._of_moment(call.place.partition("/")[0], call.raised.timestamp())
            yield Piece(Of.CALL, {**at, By.CATEGORY: call.category}, {"calls": 1.0}, waited)
        for order in orders:
            end = order.finished or order.made
            at = self._of_moment(order.line, end.timestamp()) | {By.PRODUCT: order.product, By.ORDER: order.number}
            late = order.due is not None and end > order.due
            took = max(0.0, (end - order.made).total_seconds())
            yield Piece(Of.ORDER, at, {"orders": 1.0, "late": float(late)}, took)

    def _of_cell(self, cell: Cell) -> dict[By, str]:
        found = self._place(cell.line)
        local = datetime.fromtimestamp(cell.start, self._zone(cell.line))
        found |= _days(datetime.fromisoformat(cell.day), local)
        found |= {By.SHIFT: cell.shift, By.PRODUCT: cell.product, By.ORDER: cell.order}
        found[By.CREW] = self._crew(cell.line, cell.shift_start)
        if not cell.timed:
            found[By.HOUR] = ""
        return found

    def _of_moment(self, line: str, at: float) -> dict[By, str]:
        """Of something that happened at a line: product and order are those of the cell around it."""
        found = self._place(line)
        starts, cells = self._shifts.get(line, ([], []))
        index = bisect_right(starts, at) - 1
        cell = cells[index] if index >= 0 and at <= cells[index].end else None
        local = datetime.fromtimestamp(at, self._zone(line))
        calendar = self._calendars.get(line)
        shift = calendar.shift_at(at) if calendar is not None else None
        found |= _days(datetime.combine(shift.day, datetime.min.time()) if shift else local, local)
        found[By.SHIFT] = shift.name if shift else ""
        found[By.CREW] = self._crew(line, shift.start if shift else at)
        found |= {By.PRODUCT: cell.product if cell else "", By.ORDER: cell.order if cell else ""}
        return found

    def _place(self, line: str) -> dict[By, str]:
        known = self._lines.get(line)
        return {By.LINE: line, By.AREA: known.area if known else ""}

    def _zone(self, line: str) -> ZoneInfo:
        return self._zones.get(line) or ZoneInfo("UTC")

    def _crew(self, line: str, start: float) -> str:
        """Who led the shift that began then: names of the first role of LEADERS of which somebody was on duty."""
        key = (line, start)
        if key not in self._crews:
            way = self._ways.get(line, ())
            leaders = (self._roster.on_duty(way, role, start + 1.0) for role in LEADERS) if self._roster else iter(())
            first: list[str] = next((found for found in leaders if found), [])
            self._crews[key] = " + ".join(sorted(self._people.get(id, id) for id in first))
        return self._crews[key]


def _days(day: datetime, local: datetime) -> dict[By, str]:
    """`day` is the shift's day, `local` the time on the line's wall."""
    year, week, _ = day.isocalendar()
    return {
        By.HOUR: f"{local.hour:02}",
        By.WEEKDAY: str(day.isoweekday()),
        By.DAY: day.date().isoformat(),
        By.WEEK: f"{year}-W{week:02}",
        By.MONTH: f"{day.year}-{day.month:02}",
    }


def off_thread(
    console: Console, job: Callable[[], Any], done: Callable[[Any], None], refused: Callable[[Refusal], None]
) -> None:
    """Do it on the thread that reads the past."""
    if console.trends is None:
        refused(NotGathered("this console keeps no history", why=""))
        return
    console.trends.ask(lambda past: job(), done, lambda error: refused(_refusal(error)))


def _refusal(error: Exception) -> Refusal:
    return error if isinstance(error, Refusal) else NotGathered(str(error), why=str(error))
