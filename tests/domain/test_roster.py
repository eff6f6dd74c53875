"""Who is on duty: over midnights, changes of shift, absences and weekends, and what holds where no roster is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from console.domain.people import Grant, Person, Role
from console.domain.roster import Absence, Duty, DutyUnfit, Roster, checked_absence, checked_duty, on_duty
from console.domain.shifts import Break, Calendar, Pattern

WEEK = frozenset(range(7))
EARLY = Pattern("Early", time(6), time(14), WEEK, (Break("Meal", time(10), time(10, 30)),))
LATE = Pattern("Late", time(14), time(22), WEEK, (Break("Meal", time(18), time(18, 30)),))
NIGHT = Pattern("Night", time(22), time(6), frozenset(range(6)), (Break("Meal", time(2), time(2, 30)),))
BERLIN = Calendar("three shifts", "Europe/Berlin", (EARLY, LATE, NIGHT))
CALENDARS = {"three": BERLIN, "": BERLIN}
WAY = ("Suzhou", "Body", "L1", "L1/30")
LEADER, SUPERVISOR = Role.TEAM_LEADER, Role.SUPERVISOR


def berlin(day: int, hour: int, minute: int = 0) -> float:
    """A time of November 2026; the 20th is a Friday."""
    return datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()


def person(id: str, *grants: Grant, active: bool = True) -> Person:
    return Person(id, id.title(), grants=grants, active=active)


PEOPLE = tuple(person(id) for id in ("ann", "bob", "cleo", "dan"))


def duty(who: str, shift: str, role: Role = LEADER, scope: tuple[str, ...] = (), **more: object) -> Duty:
    return Duty(f"{who}/{shift}", who, role, scope, "three", shift, **more)  # type: ignore[arg-type]


def roster(*duties: Duty, absences: tuple[Absence, ...] = ()) -> Roster:
    return Roster(duties, PEOPLE, CALENDARS, absences)


def test_somebody_is_on_duty_in_their_shift_and_off_at_its_end() -> None:
    early = roster(duty("ann", "Early"), duty("bob", "Late"))
    times = (berlin(20, 5, 59), berlin(20, 6), berlin(20, 13, 59), berlin(20, 14))
    assert [early.on_duty(WAY, LEADER, at) for at in times] == [[], ["ann"], ["ann"], ["bob"]]


def test_a_night_belongs_to_the_day_on_which_it_began() -> None:
    saturday = roster(duty("ann", "Night", days=(5,)), duty("bob", "Night", days=(6,)))
    assert saturday.on_duty(WAY, LEADER, berlin(22, 2, 40)) == ["ann"]  # Sunday morning, the night of Saturday
    assert saturday.on_duty(WAY, LEADER, berlin(22, 23)) == []  # no night begins on a Sunday


def test_a_break_is_no_end_of_duty() -> None:
    assert roster(duty("ann", "Night")).on_duty(WAY, LEADER, berlin(20, 2, 10)) == ["ann"]


def test_who_has_the_station_comes_before_who_has_the_plant() -> None:
    everybody = roster(
        duty("ann", "Early"),
        duty("bob", "Early", scope=("Suzhou", "Body", "L1")),
        duty("cleo", "Early", scope=("Suzhou", "Paint")),
        duty("dan", "Early", role=SUPERVISOR),
    )
    assert everybody.on_duty(WAY, LEADER, berlin(20, 9)) == ["bob", "ann"]


def test_a_duty_holds_from_its_first_day_to_its_last() -> None:
    one = roster(duty("ann", "Night", first=date(2026, 11, 19), last=date(2026, 11, 20)))
    times = [berlin(19, 3), berlin(19, 23), berlin(21, 5), berlin(21, 23)]
    assert [one.on_duty(WAY, LEADER, at) for at in times] == [[], ["ann"], ["ann"], []]


def test_who_is_absent_has_no_duty_whatever_the_roster_says() -> None:
    ill = Absence("a", "ann", date(2026, 11, 20), date(2026, 11, 20))
    late = replace(ill, id="b", person="bob", shift="Late")
    gone = roster(duty("ann", "Early"), duty("bob", "Early"), duty("bob", "Late"), absences=(ill, late))
    assert gone.on_duty(WAY, LEADER, berlin(20, 9)) == ["bob"]
    assert gone.on_duty(WAY, LEADER, berlin(20, 15)) == []
    assert gone.on_duty(WAY, LEADER, berlin(21, 9)) == ["ann", "bob"]


def test_on_call_is_around_the_clock_from_midnight_to_midnight() -> None:
    sunday = roster(duty("ann", "", days=(6,), on_call=True))
    times = [berlin(21, 23, 59), berlin(22, 0), berlin(22, 23, 59), berlin(23, 0)]
    assert [sunday.on_duty(WAY, LEADER, at) for at in times] == [[], ["ann"], ["ann"], []]


def test_who_left_the_plant_is_not_on_duty() -> None:
    gone = [person("ann", active=False)]
    assert on_duty([duty("ann", "Early")], gone, WAY, LEADER, berlin(20, 9), CALENDARS) == []


def test_where_no_roster_is_kept_for_a_role_everybody_who_has_it_there_is_reachable() -> None:
    people = [
        person("ann", Grant(SUPERVISOR)),
        person("bob", Grant(SUPERVISOR, ("Suzhou", "Body"))),
        person("cleo", Grant(SUPERVISOR, ("Suzhou", "Paint"))),
        person("dan", Grant(LEADER)),
    ]
    half = Roster([duty("dan", "Early")], people, CALENDARS)
    assert half.reachable(WAY, SUPERVISOR, berlin(20, 23)) == ["bob", "ann"]
    assert half.reachable(WAY, LEADER, berlin(20, 23)) == []  # for leaders there is one: nobody is on it now
    assert half.kept(WAY, LEADER)
    assert not half.kept(WAY, SUPERVISOR)


def test_the_roster_changes_where_shifts_and_days_on_call_begin_and_end() -> None:
    shifts = roster(duty("ann", "Early"))
    assert shifts.changes(berlin(20, 13), berlin(21, 6)) == [berlin(20, 14), berlin(20, 22), berlin(21, 6)]
    both = roster(duty("ann", "Early"), duty("bob", "", on_call=True))
    assert berlin(21, 0) in both.changes(berlin(20, 13), berlin(21, 6))
    assert roster().changes(berlin(20, 13), berlin(21, 6)) == []


def test_somebody_works_in_whatever_role_and_place() -> None:
    one = roster(duty("ann", "Early", role=Role.QUALITY, scope=("Suzhou", "Paint")))
    assert one.works("ann", berlin(20, 9))
    assert not one.works("ann", berlin(20, 15))


def test_the_night_the_clock_goes_back_has_one_leader_throughout() -> None:
    night = roster(duty("ann", "Night"))
    begin = datetime(2026, 10, 24, 22, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
    assert all(night.on_duty(WAY, LEADER, begin + hour * 3600.0) == ["ann"] for hour in range(9))
    assert night.on_duty(WAY, LEADER, begin + 9 * 3600.0) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (duty("ann", "Early", days=(7,)), "days"),
        (duty("ann", "Early", days=(1, 1)), "days"),
        (duty("ann", "Early", first=date(2026, 11, 20), last=date(2026, 11, 19)), "last"),
        (duty("ann", "Early", on_call=True), "shift"),
    ],
)
def test_a_duty_that_contradicts_itself_is_refused(wrong: Duty, field: str) -> None:
    with pytest.raises(DutyUnfit) as refused:
        checked_duty(wrong)
    assert refused.value.facts == {"field": field}


def test_an_absence_does_not_end_before_it_begins() -> None:
    with pytest.raises(DutyUnfit):
        checked_absence(Absence("a", "ann", date(2026, 11, 20), date(2026, 11, 19)))
