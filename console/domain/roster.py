"""The roster: who is on duty in which role, where and when, over midnights, changes of shift and absences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from console.domain.errors import Refusal
from console.domain.people import Person, Role
from console.domain.shifts import Calendar

Way = tuple[str, ...]  # ids from the site down to a place


class DutyUnfit(Refusal):
    """A duty or an absence contradicts itself. facts: field."""

    code = "duty_unfit"


@dataclass(frozen=True, slots=True)
class Duty:
    """Somebody has a role at some place in some shifts. A shift belongs to the day on which it starts.

    On call is somebody around the clock on these days, from midnight to midnight, whatever shifts there are.
    """

    id: str
    person: str
    role: Role
    scope: Way = ()  # ids from the site down; () = everywhere
    calendar: str = ""  # id of the calendar that knows the shifts and the time zone
    shift: str = ""  # name of the shift; "" = any shift of that calendar
    days: tuple[int, ...] = ()  # 0 = Monday; () = every day
    first: date | None = None  # None = since ever
    last: date | None = None  # the last day on which it holds; None = until further notice
    on_call: bool = False


@dataclass(frozen=True, slots=True)
class Absence:
    """Somebody is not there, whatever duties they have: from the first day to the last, in every shift or in one."""

    id: str
    person: str
    first: date
    last: date
    shift: str = ""  # "" = in none
    note: str = ""


class Roster:
    """Duties, absences and people, to be asked who is on duty. `calendars` are by id, the plant's default under ""."""

    def __init__(
        self,
        duties: Iterable[Duty],
        people: Iterable[Person],
        calendars: Mapping[str, Calendar],
        absences: Iterable[Absence] = (),
    ) -> None:
        self._people = {person.id: person for person in people if person.active}
        self._duties = [duty for duty in duties if duty.person in self._people and duty.calendar in calendars]
        self._calendars = calendars
        self._absences: dict[str, list[Absence]] = {}
        for absence in absences:
            self._absences.setdefault(absence.person, []).append(absence)

    def on_duty(self, way: Way, role: Role, at: float) -> list[str]:
        """Ids of the people in this role on duty at `at` (seconds UTC) at the end of `way`, the closest first."""
        found: dict[str, int] = {}
        for duty in self._duties:
            if duty.role is role and way[: len(duty.scope)] == duty.scope and self._on(duty, at):
                found[duty.person] = max(found.get(duty.person, 0), len(duty.scope))
        return sorted(found, key=lambda person: (-found[person], person))

    def reachable(self, way: Way, role: Role, at: float) -> list[str]:
        """The same; where no roster is kept for this role there, everybody who has the role there."""
        return self.on_duty(way, role, at) if self.kept(way, role) else self.holders(way, role)

    def kept(self, way: Way, role: Role) -> bool:
        """Whether there is any duty of this role there, at whatever time: then who has none is not on duty."""
        return any(duty.role is role and way[: len(duty.scope)] == duty.scope for duty in self._duties)

    def holders(self, way: Way, role: Role) -> list[str]:
        """Ids of the people who have the role there, the closest first."""
        scopes = {
            person.id: [g.scope for g in person.grants if g.role is role and way[: len(g.scope)] == g.scope]
            for person in self._people.values()
        }
        found = {person: max(map(len, held)) for person, held in scopes.items() if held}
        return sorted(found, key=lambda person: (-found[person], person))

    def works(self, person: str, at: float) -> bool:
        """Whether somebody has any duty at that time, in whatever role and place."""
        return any(duty.person == person and self._on(duty, at) for duty in self._duties)

    def present(self, at: float) -> list[Duty]:
        """The duties whose people are on duty at that time."""
        return [duty for duty in self._duties if self._on(duty, at)]

    def changes(self, a: float, b: float) -> list[float]:
        """The times in (a, b] at which some duty can begin or end, in order (seconds UTC)."""
        edges: set[float] = set()
        for name in {duty.calendar for duty in self._duties if not duty.on_call}:
            for shift in self._calendars[name].shifts_between(a, b + 1.0):
                edges |= {shift.start, shift.end}
        for name in {duty.calendar for duty in self._duties if duty.on_call}:
            edges.update(_midnights(ZoneInfo(self._calendars[name].timezone), a, b))
        return sorted(edge for edge in edges if a < edge <= b)

    def _on(self, duty: Duty, at: float) -> bool:
        calendar = self._calendars[duty.calendar]
        if duty.on_call:
            day = datetime.fromtimestamp(at, ZoneInfo(calendar.timezone)).date()
            return holds(duty, day) and not self._absent(duty.person, day, "")
        shift = calendar.shift_at(at)
        if shift is None or duty.shift not in ("", shift.name):
            return False
        return holds(duty, shift.day) and not self._absent(duty.person, shift.day, shift.name)

    def _absent(self, person: str, day: date, shift: str) -> bool:
        absences = self._absences.get(person, ())
        return any(gone.first <= day <= gone.last and gone.shift in ("", shift) for gone in absences)


def on_duty(
    duties: Iterable[Duty],
    people: Iterable[Person],
    way: Way,
    role: Role,
    at: float,
    calendars: Mapping[str, Calendar],
    absences: Iterable[Absence] = (),
) -> list[str]:
    """Ids of the people on duty, asked once; a `Roster` is for those who ask often."""
    return Roster(duties, people, calendars, absences).on_duty(way, role, at)


def checked_duty(duty: Duty) -> Duty:
    """The duty; DutyUnfit where its days make no sense or an on-call duty names a shift."""
    if not all(0 <= day <= 6 for day in duty.days) or len(set(duty.days)) != len(duty.days):
        raise DutyUnfit(field="days")
    if duty.first is not None and duty.last is not None and duty.last < duty.first:
        raise DutyUnfit(field="last")
    if duty.on_call and duty.shift:
        raise DutyUnfit(field="shift")
    return duty


def checked_absence(absence: Absence) -> Absence:
    """The absence; DutyUnfit where it ends before it begins."""
    if absence.last < absence.first:
        raise DutyUnfit(field="last")
    return absence


def holds(duty: Duty, day: date) -> bool:
    """Whether a duty holds on a day, whoever is away."""
    if duty.days and day.weekday() not in duty.days:
        return False
    return (duty.first or day) <= day <= (duty.last or day)


def _midnights(zone: ZoneInfo, a: float, b: float) -> Iterable[float]:
    day, last = datetime.fromtimestamp(a, zone).date(), datetime.fromtimestamp(b, zone).date()
    while day < last:
        day += timedelta(days=1)
        yield datetime.combine(day, time(), zone).timestamp()
