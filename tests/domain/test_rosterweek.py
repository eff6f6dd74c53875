"""The week of the roster: what somebody is in each shift, and what one press of a key makes of a duty."""

from __future__ import annotations

from datetime import date

from console.domain.people import Grant, Person, Role
from console.domain.roster import Absence, Duty
from console.domain.rostergaps import week_shifts
from console.domain.rosterweek import Presence, Week, absence_of, duty_of, touches, week, with_day, without_day
from tests.domain.test_roster import BERLIN, LEADER, duty

MONDAY = date(2026, 11, 16)
IDS = frozenset({"three"})
L1 = ("Suzhou", "Body", "L1")
SHIFTS = week_shifts(BERLIN, MONDAY)
ANN, BOB = Person("ann", "Ann"), Person("bob", "Bob 2", grants=(Grant(Role.MAINTENANCE, ("Suzhou",)),))


def shown(*duties: Duty, absences: tuple[Absence, ...] = (), roles: frozenset[Role] = frozenset()) -> Week:
    return week(BERLIN, IDS, MONDAY, L1, (ANN, BOB), duties, absences, roles)


def on(made: Week, presence: Presence, row: int = 0) -> list[tuple[str, int]]:
    cells = zip(made.shifts, made.rows[row].cells, strict=True)
    return [(shift.name, shift.day.weekday()) for shift, cell in cells if cell is presence]


def shift(name: str, weekday: int) -> object:
    return next(one for one in SHIFTS if (one.name, one.day.weekday()) == (name, weekday))


def test_a_duty_is_on_in_its_shifts_and_on_no_others() -> None:
    made = shown(duty("ann", "Night", days=(4, 5)))
    assert on(made, Presence.DUTY) == [("Night", 4), ("Night", 5)]


def test_who_is_away_is_shown_so_whether_they_had_a_duty_or_not() -> None:
    gone = Absence("a", "ann", date(2026, 11, 17), date(2026, 11, 17))
    made = shown(duty("ann", "Early"), absences=(gone,))
    assert on(made, Presence.AWAY) == [("Early", 1)]
    assert on(made, Presence.ABSENT) == [("Late", 1), ("Night", 1)]


def test_on_call_is_shown_in_every_shift_that_its_day_touches() -> None:
    made = shown(duty("ann", "", days=(5,), on_call=True))
    assert on(made, Presence.ON_CALL) == [("Night", 4), ("Early", 5), ("Late", 5), ("Night", 5)]


def test_who_has_a_needed_role_there_is_listed_without_any_duty() -> None:
    assert [(row.person.id, row.role) for row in shown(roles=frozenset({Role.MAINTENANCE})).rows] == [
        ("bob", Role.MAINTENANCE)
    ]
    assert shown(roles=frozenset({Role.QUALITY})).rows == ()


def test_a_duty_around_a_place_or_inside_it_has_to_do_with_it() -> None:
    assert [touches(scope, L1) for scope in ((), L1[:2], L1, (*L1, "L1/30"), ("Suzhou", "Paint"))] == [
        True,
        True,
        True,
        True,
        False,
    ]


def test_one_day_is_taken_out_of_a_duty_and_put_in_again() -> None:
    whole, sunday = duty("ann", "Late"), shift("Late", 6)
    assert duty_of([whole], "ann", LEADER, L1, IDS, sunday) == [whole]
    less = without_day(whole, sunday)
    assert less is not None
    assert less.days == (0, 1, 2, 3, 4, 5)
    assert duty_of([less], "ann", LEADER, L1, IDS, sunday) == []
    again = with_day([less], duty("ann", "Late"), sunday)
    assert (again.id, again.days) == (less.id, ())


def test_a_duty_without_a_day_left_is_none_any_more() -> None:
    assert without_day(duty("ann", "Late", days=(6,)), shift("Late", 6)) is None


def test_a_duty_that_has_ended_is_not_woken_up_by_another_day() -> None:
    ended = duty("ann", "Late", days=(0,), last=date(2026, 11, 18))
    wanted = Duty("new", "ann", LEADER, (), "three", "Late")
    made = with_day([ended], wanted, shift("Late", 6))
    assert (made.id, made.days, made.last) == ("new", (6,), None)


def test_the_absence_of_a_shift_is_found_the_shortest_first() -> None:
    long = Absence("l", "ann", date(2026, 11, 10), date(2026, 11, 30))
    short = Absence("s", "ann", date(2026, 11, 17), date(2026, 11, 17), "Late")
    assert [one.id for one in absence_of([long, short], "ann", shift("Late", 1))] == ["s", "l"]
    assert [one.id for one in absence_of([long, short], "ann", shift("Early", 1))] == ["l"]
