"""A day as the slider shows it: its shifts, when nobody listened, and the calls and stops that were in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from console.app.queries.andon import Page, Wanted, history
from console.app.queries.stops import StopPage, stops_between
from console.domain.andon import Severity
from console.domain.desk import ReadDesk
from console.domain.shifts import Shift

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.trends import Past

MOST = 400  # calls, and stops, that are marked


@dataclass(frozen=True, slots=True)
class CallMark:
    """A call that was raised on this day."""

    id: str
    at: float
    place: str
    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """One day on the plant's clock, [start, end) in seconds UTC."""

    day: date
    start: float
    end: float
    shifts: tuple[Shift, ...] = ()
    gaps: tuple[tuple[float, float], ...] = ()
    calls: tuple[CallMark, ...] = ()
    stops: tuple[tuple[float, float, str], ...] = ()  # since, until, station


def day_of(at: float, zone: tzinfo | None) -> date:
    """The day on the plant's clock in which a time lies."""
    return datetime.fromtimestamp(at, UTC).astimezone(zone).date()


def begin_day(day: date, zone: tzinfo | None) -> Day:
    """A day of which nothing is known yet."""
    return Day(day, _midnight(day, zone), _midnight(day + timedelta(days=1), zone))


def _midnight(day: date, zone: tzinfo | None) -> float:
    begin = datetime.combine(day, time())
    return (begin.replace(tzinfo=zone) if zone is not None else begin.astimezone()).timestamp()


def with_shifts(day: Day, console: Console) -> Day:
    """The shifts of the first line that has some on this day."""
    for line in console.floor.line_hearings.values():
        calendar = replace(line.calendar)  # it remembers what it was asked last: the floor's own is left alone
        found = tuple(shift for shift in calendar.shifts_between(day.start, day.end) if shift.name)
        if found:
            return replace(day, shifts=found)
    return replace(day, shifts=())


def read_marks(
    console: Console, day: Day, lines: Iterable[str] | None, answer: Callable[[Day], None], failed: Callable[[], None]
) -> None:
    """Ask the records for the calls and stops of the day, of these lines or of all; the answer comes later."""
    wanted = None if lines is None else set(lines)
    since, until = datetime.fromtimestamp(day.start, UTC), datetime.fromtimestamp(day.end, UTC)

    def ask(desk: ReadDesk) -> tuple[Page, StopPage]:
        calls = history(Wanted(since=since, until=until), limit=MOST)(desk)
        return calls, stops_between(since, until, wanted, MOST)(desk)

    def heard(told: tuple[Page, StopPage]) -> None:
        calls, stops = told
        now = datetime.fromtimestamp(console.now(), UTC)
        marks = tuple(
            CallMark(one.call.id, one.call.raised.timestamp(), one.call.place, one.call.severity, one.call.text)
            for one in calls.calls
            if wanted is None or one.call.place.partition("/")[0] in wanted
        )
        spans = tuple(
            (one.stop.since.timestamp(), one.stop.ended(now).timestamp(), one.stop.place) for one in stops.stops
        )
        answer(replace(day, calls=marks, stops=spans))

    console.office.ask(ask, heard, lambda refusal: failed())


def read_gaps(
    console: Console, day: Day, answer: Callable[[float | None, Day], None], failed: Callable[[], None]
) -> None:
    """Ask the history since when it knows anything, and when nobody listened on this day."""
    trends = console.trends
    if trends is None:
        failed()
        return
    until = min(day.end, console.now())

    def ask(past: Past) -> tuple[float | None, list[list[float]]]:
        if past.own is None:
            return None, []
        return past.own.first(), past.own.window("", day.start, max(day.start, until)).gaps.tolist()

    def heard(told: tuple[float | None, list[list[float]]]) -> None:
        first, gaps = told
        answer(first, replace(day, gaps=tuple((gap[0], gap[1]) for gap in gaps)))

    trends.ask(ask, heard, lambda error: failed(), key="timemachine")
