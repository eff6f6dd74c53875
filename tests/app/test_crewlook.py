"""Rules of who is there in a shift, and of the figures of crews as they are gathered from the records."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from console.app.crewlook import PlantTimes, hands_at, sheet
from console.app.dispatch import Dispatch
from console.app.queries.callsetup import CallSetup
from console.app.queries.crew_figures import CrewRecords
from console.domain.actions import Action
from console.domain.andon import Call, Severity, Source
from console.domain.cells import Cell
from console.domain.checklists import Run
from console.domain.crews import Crew
from console.domain.people import Grant, Person, Role
from console.domain.plant import Plant
from console.domain.roster import Absence, Duty
from console.domain.shifts import Calendar, Pattern

WAY = ("S", "Body", "L1")
DAY = date(2026, 11, 20)
EVERY = frozenset(range(7))
CALENDAR = Calendar(
    "two",
    "UTC",
    (
        Pattern("Early", datetime(2026, 1, 1, 6).time(), datetime(2026, 1, 1, 14).time(), EVERY),
        Pattern("Late", datetime(2026, 1, 1, 14).time(), datetime(2026, 1, 1, 22).time(), EVERY),
    ),
)
NOW = datetime(2026, 11, 20, 20, tzinfo=UTC)
START = datetime(2026, 11, 20, 14, tzinfo=UTC)
PEOPLE = tuple(Person(id, id.title(), grants=(Grant(Role.OPERATOR, WAY),)) for id in ("lea", "ann", "art", "ben"))
AFAR = Person("far", "Far", grants=(Grant(Role.OPERATOR, ("S", "Paint", "L9")),))
LATE = Duty("d1", "lea", Role.TEAM_LEADER, WAY, "two", "Late")
EARLY = Duty("d2", "ben", Role.OPERATOR, WAY, "two", "Early")
A = Crew("a", "Crew A", "lea", ("ann", "art", "far"), ("L1",))
B = Crew("b", "Crew B", "ben", (), ("L1",))


def there(*absences: Absence, duties: tuple[Duty, ...] = (LATE, EARLY)) -> tuple[set[str], str, tuple[str, ...]]:
    """On duty by the roster in the late shift, the crew whose shift it is, its others."""
    setup = CallSetup(duties=duties, absences=absences, people=(*PEOPLE, AFAR))
    dispatch = Dispatch(setup, Plant("Works", "UTC", (), calendars={"two": CALENDAR}), {"L1": WAY})
    found, whose, others = hands_at(dispatch, [A, B], WAY, "Late", DAY, START.timestamp() + 1.0)
    return {duty.person for duty in found}, whose, others


def test_people_of_the_crew_without_any_duty_are_there_with_it_where_they_have_a_role() -> None:
    assert there() == ({"lea"}, "a", ("ann", "art"))


def test_somebody_who_is_away_or_has_duties_in_other_shifts_is_not_there() -> None:
    gone = Absence("x", "ann", DAY, DAY, "Late")
    other = replace(EARLY, id="d3", person="art")
    assert there(gone, duties=(LATE, EARLY, other)) == ({"lea"}, "a", ())


def test_on_call_is_not_on_duty_and_gives_nobody_a_shift() -> None:
    assert there(duties=(replace(LATE, shift="", on_call=True),)) == (set(), "", ())


def test_a_sheet_gives_each_crew_its_shifts_calls_audits_and_actions() -> None:
    hour = timedelta(hours=1)
    calls = [
        Call(f"c{n}", "machine", "L1/10", Severity.MAJOR, "", Source.PERSON, START + n * hour, "", acknowledged=None)
        for n in range(6)
    ]
    calls = [replace(call, acknowledged=call.raised + timedelta(seconds=60 + n)) for n, call in enumerate(calls)]
    calls.append(replace(calls[0], id="early", raised=START - hour, acknowledged=START))
    cells = [
        Cell("L1", START.timestamp(), NOW.timestamp(), DAY.isoformat(), "Late", START.timestamp(), "P",
             sums={"good": 300.0, "planned": 21600.0}),
        Cell("L1", (START - 8 * hour).timestamp(), START.timestamp(), DAY.isoformat(), "Early",
             (START - 8 * hour).timestamp(), "P", sums={"good": 100.0, "planned": 28800.0}),
    ]  # fmt: skip
    run = Run("r", "5s", 1, "Body", START, "x", ended=START, points=30.0, most=40.0)
    action = Action("t", "Mend it", "L1", "ann", DAY - timedelta(days=2), START, "x")
    records = CrewRecords(
        (A, B), (*PEOPLE, AFAR), (LATE, EARLY), (), (run, replace(run, id="q", place="Paint", points=0.0)),
        (action, replace(action, id="u", due=DAY), replace(action, id="v", owner="ben")),
    )  # fmt: skip
    plant = PlantTimes({"L1": WAY, "Body": WAY[:2], "Paint": ("S", "Paint")}, {"L1": CALENDAR}, {"two": CALENDAR},
                       {"L1": 60.0}, UTC)  # fmt: skip
    told = sheet(plant, records, cells, calls, NOW)

    a, b = told.figures
    assert (a.shifts, a.good, a.plan, a.score, a.audits) == (1, 300.0, 360.0, 0.75, 1)
    assert (a.calls, a.acknowledge.value, a.acknowledge.n, a.resolve.value) == (6, 62.5, 6, None)
    assert (a.actions, a.overdue, b.actions) == (2, 1, 1)
    assert (b.shifts, b.good, b.calls, b.acknowledge.value) == (1, 100.0, 1, None)
    assert (told.nobodys, told.shifts) == (0, 2)
    assert {side.verdict.value for one in told.comparisons for side in one.sides} == {"few"}
