"""A night on a simulated clock: what the console does with real records is what its dry run said beforehand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from console.app.queries.andon import call_file
from console.domain.andon import Call, CallStep, Category, Move, Rung, Stage
from console.domain.commands.andon import AddCategory, RaiseCall
from console.domain.commands.people import AddPerson
from console.domain.commands.roster import SetAbsence, SetDuty
from console.domain.escalation import Told, Why
from console.domain.people import Grant, Role
from console.domain.roster import Absence, Duty
from tests.app.calling import PLANT, Clock, Works

HERE = "L1/10"
BERLIN = ZoneInfo("Europe/Berlin")
NIGHTS = (
    PLANT.replace('timezone = "UTC"', 'timezone = "Europe/Berlin"')
    + """
[[calendars.two.shift]]
name = "Night"
start = "22:00"
end = "06:00"
breaks = [{name = "Meal", start = "02:00", end = "02:30"}]
"""
)
LEADER, MECHANIC, SUPERVISOR = Role.TEAM_LEADER, Role.MAINTENANCE, Role.SUPERVISOR
SLOW = Category(
    "slow",
    "Slow",
    ladder=(Rung(600, MECHANIC), Rung(3 * 3600, SUPERVISOR, Stage.ON_SITE), Rung(5 * 3600, Role.PLANNER)),
)
CREW = (
    ("lea", LEADER, "Late"),
    ("nora", LEADER, "Night"),
    ("eve", LEADER, "Early"),
    ("mo", MECHANIC, "Late"),
    ("nils", MECHANIC, "Early"),
    ("sue", SUPERVISOR, "Night"),
    ("sid", SUPERVISOR, "Early"),
)
Done = tuple[float, int, str, bool]  # when, level, people, at a change of shift


def berlin(year: int, month: int, day: int, hour: int, minute: int = 0) -> float:
    return datetime(year, month, day, hour, minute, tzinfo=BERLIN).timestamp()


@pytest.fixture
def works(tmp_path: Path) -> Iterator[Works]:
    """A plant with three shifts; maintenance has nobody in the night, the planner is on call."""
    (tmp_path / "plant.toml").write_text(NIGHTS, encoding="utf-8")
    clock = Clock()
    clock.at = berlin(2026, 10, 20, 12)
    made = Works(tmp_path, clock)
    for id, role, shift in CREW:
        made.give(AddPerson(id, id.title(), f"{id}-1", (Grant(role),)))
        made.give(SetDuty(Duty(f"d-{id}", id, role, (), "two", shift)))
    made.give(AddPerson("pia", "Pia", "pia-1", (Grant(Role.PLANNER),)))
    made.give(SetDuty(Duty("d-pia", "pia", Role.PLANNER, (), "two", on_call=True)))
    made.give(AddCategory(SLOW))
    made.until(lambda: len(made.calls.dispatch.setup.duties) == 8 and "slow" in made.calls.dispatch.categories)
    yield made
    made.close()


def at(t: float) -> datetime:
    return datetime.fromtimestamp(t, UTC)


def raised(works: Works) -> Call:
    works.give(RaiseCall(HERE, "slow", "It stands still"))
    works.until(works.all)
    works.settle()
    return works.all()[0]


def rows(works: Works, call: Call) -> list[CallStep]:
    """The rows of andon_step that tell of the ladder, as the records hold them."""
    box: list[list[CallStep]] = []
    works.console.office.ask(call_file(call.id), lambda file: box.append([one.step for one in file.steps]))
    works.until(lambda: box)
    return [step for step in box[0] if step.move in (Move.ESCALATE, Move.HAND_ON)]


def real(works: Works, call: Call) -> list[Done]:
    return [(s.at.timestamp(), s.level, s.note, s.move is Move.HAND_ON) for s in rows(works, call)]


def said(steps: tuple[Told, ...]) -> list[Done]:
    """The level of a change of shift is not kept: its row says who was told."""
    return [
        (s.at.timestamp(), 0 if s.why is Why.SHIFT_CHANGE else s.level, " ".join(s.persons), s.why is Why.SHIFT_CHANGE)
        for s in steps
    ]


def pass_time(works: Works, until: float) -> None:
    """Minute by minute; what the ladder does is in the records before the next minute begins."""
    while works.clock.at < until:
        works.clock.at += 60.0
        works.calls._look_at = 0.0  # and not half a second of the real time later
        works.console.tick()
        if works.calls.saving:
            works.settle()


def agree(done: list[Done], dry: list[Done], late: float) -> None:
    """The same steps in the same order, each at most so many seconds after its time and never before it."""
    assert [step[1:] for step in done] == [step[1:] for step in dry]
    assert all(0 <= one[0] - other[0] <= late for one, other in zip(done, dry, strict=True)), (done, dry)


@pytest.mark.parametrize(
    ("begin", "hours", "known"),
    [
        pytest.param((2026, 10, 20, 21, 55), 10, 6, id="an ordinary night"),
        pytest.param((2026, 10, 24, 21, 55), 11, 6, id="the night with an hour twice"),
        pytest.param((2026, 3, 28, 21, 55), 9, 6, id="the night without an hour"),
    ],
)
def test_a_night_goes_as_the_dry_run_said(
    works: Works, begin: tuple[int, int, int, int, int], hours: int, known: int
) -> None:
    start = works.clock.at = berlin(*begin)
    end = start + hours * 3600
    dry = said(works.calls.dispatch.rehearse("slow", HERE, at(start), at(end)))
    call = raised(works)
    pass_time(works, end)
    assert len(dry) >= known
    assert {changed for *_, changed in dry} == {True, False}
    agree(real(works, call), dry, 60.0)


def test_in_the_night_with_an_hour_twice_the_steps_come_after_real_hours(works: Works) -> None:
    start = berlin(2026, 10, 24, 22)
    steps = works.calls.dispatch.rehearse("slow", HERE, at(start), at(start + 8 * 3600))
    after = {step.level: (step.at.timestamp() - start) / 3600 for step in steps if step.why is not Why.SHIFT_CHANGE}
    assert after[1] == after[2] == 1 / 6, "ten minutes; nobody of maintenance is there, so the supervisor at once"
    assert after[3] == 5.5, "five hours and the break; on the wall it is half past two for the second time"


def test_a_console_that_was_off_over_two_steps_carries_each_out_once_when_it_starts(works: Works) -> None:
    start = works.clock.at = berlin(2026, 10, 20, 22, 5)
    dry = said(works.calls.dispatch.rehearse("slow", HERE, at(start), at(start + 7 * 3600)))
    call = raised(works)
    before = real(works, call)
    works.close()
    works.clock.at = start + 7 * 3600
    for _ in range(2):
        works.begin()
        works.settle()
        done = real(works, call)
        assert sorted(step[1:] for step in done) == sorted(step[1:] for step in dry)
        assert {step[0] for step in done[len(before) :]} == {works.clock.at}
        assert len(done) - len(before) >= 2
        works.close()
    works.begin()


def test_a_console_that_was_off_over_two_changes_of_shift_tells_those_who_are_there(works: Works) -> None:
    start = works.clock.at = berlin(2026, 10, 20, 21, 50)
    call = raised(works)
    works.close()
    works.clock.at = start + 10 * 3600
    works.begin()
    works.settle()
    dry = said(works.calls.dispatch.rehearse("slow", HERE, at(start), at(works.clock.at)))
    done = real(works, call)
    assert sorted(step[1:] for step in done) == sorted(step[1:] for step in dry), "all at one time, each once"
    assert len([step for step in done if step[3]]) == 2


def test_who_reports_sick_before_their_shift_is_in_neither_list(works: Works) -> None:
    start = works.clock.at = berlin(2026, 10, 20, 21, 55)
    works.give(SetAbsence(Absence("a", "nora", date(2026, 10, 20), date(2026, 10, 20))))
    works.until(lambda: works.calls.dispatch.setup.absences)
    end = start + 3600
    dry = said(works.calls.dispatch.rehearse("slow", HERE, at(start), at(end)))
    call = raised(works)
    pass_time(works, end)
    assert all("nora" not in step[2] for step in dry)
    agree(real(works, call), dry, 60.0)
