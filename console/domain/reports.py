"""Reports of shifts, days and weeks: which are due, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from console.domain.compare import Answer, By, Measure, Piece, Question, answer
from console.domain.questions import Every, SavedQuestion
from console.domain.shifts import Calendar

LATE = 120.0  # seconds after the end, so that what was on its way has come
CATCH_UP = {Every.SHIFT: 2 * 86400.0, Every.DAY: 3 * 86400.0, Every.WEEK: 14 * 86400.0}  # made later if nobody was here
SHOWN: tuple[Measure, ...] = (
    *(Measure.OEE, Measure.AVAILABILITY, Measure.PERFORMANCE, Measure.QUALITY, Measure.GOOD, Measure.SCRAP_SHARE),
    *(Measure.STOPS, Measure.STOP_TIME, Measure.CALLS, Measure.ACKNOWLEDGED),
)  # columns of the table of lines
STANDING = (
    Question(Measure.LOST, By.LOSS),
    Question(Measure.STOP_TIME, By.REASON),
    Question(Measure.CALLS, By.CATEGORY),
)  # in every report


@dataclass(frozen=True, slots=True)
class Period:
    """What a report is about: seconds UTC, the shift's name ("" = day or week), its day or the week's first day."""

    every: Every
    start: float
    end: float
    day: date
    shift: str = ""
    calendar: str = ""

    @property
    def name(self) -> str:
        """Unique, the same on every console; good for a file name where the shift's name is."""
        parts = [self.every.value, self.day.isoformat(), self.shift, self.calendar]
        return " ".join(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Section:
    """One question and its answers: of the period, and of the one before."""

    name: str  # "" = one of STANDING
    now: Answer
    before: Answer


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that is shown: figures by line (and of all), then sections."""

    period: Period
    before: Period
    lines: tuple[str, ...]
    figures: tuple[Section, ...]  # by line, one for each of SHOWN
    sections: tuple[Section, ...]


def ended(every: Every, calendars: Iterable[Calendar], now: float) -> Iterator[Period]:
    """Periods that are over and no older than is caught up with; `calendars`: the first is the plant's."""
    known = list(calendars)
    if every is Every.SHIFT:
        for calendar in known:
            yield from _shifts(calendar, now, calendar.name if len(known) > 1 else "")
    elif known:
        yield from _days(every, known[0].zone, now)


def before(period: Period, calendars: Iterable[Calendar]) -> Period:
    """What a report is held against: the same shift a day earlier, the day before, the week before."""
    days = timedelta(days=7 if period.every is Every.WEEK else 1)
    known = list(calendars)
    zone = next((one.zone for one in known if one.name == period.calendar), None)
    zone = zone or (known[0].zone if known else ZoneInfo("UTC"))
    if period.every is Every.SHIFT:
        start, end = (_on_the_wall(at, days, zone) for at in (period.start, period.end))
        return Period(period.every, start, end, period.day - days, period.shift)
    start = _midnight(period.day - days, zone)
    return Period(period.every, start, _midnight(period.day, zone), period.day - days)


def report(
    period: Period, earlier: Period, pieces: list[Piece], pieces_before: list[Piece], asked: Iterable[SavedQuestion]
) -> Report:
    """The report: standing figures and the questions that are kept for this kind of report."""

    def section(name: str, question: Question) -> Section:
        return Section(name, answer(question, pieces), answer(question, pieces_before))

    figures = tuple(section("", Question(measure, By.LINE)) for measure in SHOWN)
    mine = [one for one in asked if period.every in one.reports]
    sections = [section("", question) for question in STANDING] + [section(one.name, one.question) for one in mine]
    lines = sorted({line for one in figures for line in one.now.rows} - {""})
    return Report(period, earlier, tuple(lines), figures, tuple(sections))


def _shifts(calendar: Calendar, now: float, named: str) -> Iterator[Period]:
    at = now - LATE
    oldest = now - CATCH_UP[Every.SHIFT]
    while at > oldest:
        shift = calendar.shift_at(at)
        if shift is None:
            at -= 1800.0
            continue
        if shift.end <= now - LATE and shift.name:
            yield Period(Every.SHIFT, shift.start, shift.end, shift.day, shift.name, named)
        at = shift.start - 1.0


def _days(every: Every, zone: ZoneInfo, now: float) -> Iterator[Period]:
    today = datetime.fromtimestamp(now - LATE, UTC).astimezone(zone).date()
    length = timedelta(days=7 if every is Every.WEEK else 1)
    last = today - timedelta(days=today.weekday()) if every is Every.WEEK else today
    while True:
        start = _midnight(last - length, zone)
        end = _midnight(last, zone)
        if end < now - CATCH_UP[every]:
            return
        yield Period(every, start, end, last - length)
        last -= length


def _on_the_wall(at: float, earlier: timedelta, zone: ZoneInfo) -> float:
    """So many days earlier at the same time of the clock on the wall, also where the clock was changed between."""
    return (datetime.fromtimestamp(at, zone) - earlier).timestamp()


def _midnight(day: date, zone: ZoneInfo) -> float:
    return datetime.combine(day, time(), zone).timestamp()
