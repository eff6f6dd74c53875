"""Gaps of the roster: found over midnights, weekends, clock changes, absences, and only where somebody is needed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from console.domain.andon import Category, Rung
from console.domain.people import Grant, Person, Role
from console.domain.roster import Absence, Duty, Roster
from console.domain.rostergaps import Gap, Place, gaps, needed_roles, week_shifts
from console.domain.shifts import Calendar
from tests.domain.test_roster import BERLIN, CALENDARS, LEADER, SUPERVISOR, duty, roster

MAINTENANCE = Role.MAINTENANCE
MONDAY = date(2026, 11, 16)
MACHINE = Category("machine", "Machine", owner=LEADER, ladder=(Rung(180, MAINTENANCE),))
L1 = Place("L1", ("Suzhou", "Body", "L1"), "Body", BERLIN)
L2 = Place("L2", ("Suzhou", "Body", "L2"), "Body", BERLIN)
LEADERS = (duty("ann", "Early"), duty("ann", "Late"), duty("bob", "Night"))


def found(here: Roster, *places: Place, monday: date = MONDAY, category: Category = MACHINE) -> tuple[Gap, ...]:
    return gaps(here, [category], places or (L1,), monday)


def said(gap: Gap) -> list[tuple[str | None, int, bool]]:
    """Shift, day of the week, whether all of it."""
    return [(spell.shift, spell.day.weekday(), spell.whole) for spell in gap.spells]


def test_where_everybody_who_is_needed_is_there_no_gap_is_told() -> None:
    assert found(roster(*LEADERS, duty("cleo", "", MAINTENANCE))) == ()


def test_a_shift_in_which_nobody_has_the_role_is_a_gap() -> None:
    days = (0, 1, 2, 3, 4)
    (gap,) = found(roster(*LEADERS, duty("cleo", "Early", MAINTENANCE), duty("dan", "Late", MAINTENANCE, days=days)))
    nights = [("Night", day, True) for day in range(6)]
    assert (gap.role, gap.places, gap.always) == (MAINTENANCE, ("L1",), False)
    assert sorted(said(gap)) == sorted([*nights, ("Late", 5, True), ("Late", 6, True)])


def test_a_night_without_anybody_is_the_night_of_the_day_on_which_it_begins() -> None:
    (gap,) = found(roster(*LEADERS[:2], duty("bob", "Night", days=(0, 1, 2, 3, 4)), duty("cleo", "", MAINTENANCE)))
    (spell,) = gap.spells
    assert (spell.day, spell.shift) == (date(2026, 11, 21), "Night")
    assert spell.end - spell.start == 8 * 3600


def test_the_same_gap_of_two_lines_is_told_once() -> None:
    here = roster(*LEADERS)
    (gap,) = found(here, L1, L2)
    assert (gap.role, gap.places, gap.always) == (MAINTENANCE, ("L1", "L2"), True)
    here = roster(*LEADERS, duty("cleo", "", MAINTENANCE, scope=("Suzhou", "Body", "L2")))
    (gap,) = found(here, L1, L2)
    assert (gap.role, gap.places, gap.always) == (MAINTENANCE, ("L1",), True)


def test_where_no_roster_is_kept_for_a_role_those_who_have_it_are_told_at_any_time() -> None:
    holder = Person("eve", "Eve", grants=(Grant(MAINTENANCE, ("Suzhou",)),))
    people = [Person(id, id.title()) for id in ("ann", "bob")]
    assert found(Roster(LEADERS, [*people, holder], CALENDARS)) == ()
    (gap,) = found(Roster(LEADERS, people, CALENDARS))
    assert (gap.role, gap.always) == (MAINTENANCE, True)


def test_somebody_on_call_closes_a_gap_from_midnight_to_midnight_only() -> None:
    call = duty("cleo", "", MAINTENANCE, on_call=True, days=(5,))
    (gap,) = found(roster(*LEADERS, duty("dan", "Early", MAINTENANCE), duty("eve", "Late", MAINTENANCE), call))
    nights = [one for one in said(gap) if one[0] == "Night"]
    assert nights == [("Night", day, True) for day in range(4)] + [("Night", 4, False), ("Night", 5, False)]
    friday, saturday = (spell for spell in gap.spells if not spell.whole)
    assert (friday.end - friday.start, saturday.end - saturday.start) == (2 * 3600, 6 * 3600)


def test_who_is_away_leaves_a_gap() -> None:
    ill = Absence("a", "cleo", date(2026, 11, 18), date(2026, 11, 18), "Late")
    (gap,) = found(roster(*LEADERS, duty("cleo", "", MAINTENANCE), absences=(ill,)))
    assert said(gap) == [("Late", 2, True)]


def test_between_shifts_only_what_goes_around_the_clock_needs_somebody() -> None:
    here = roster(*LEADERS, duty("cleo", "", MAINTENANCE))
    (leader, mechanic) = found(here, category=replace(MACHINE, around_clock=True))
    assert {leader.role, mechanic.role} == {LEADER, MAINTENANCE}
    assert said(leader) == [(None, 0, True), (None, 6, True)]  # no night begins on a Sunday
    assert [(spell.end - spell.start) / 3600 for spell in leader.spells] == [6, 2]
    call = (duty("dan", "", on_call=True), duty("dan", "", MAINTENANCE, on_call=True))
    assert found(roster(*LEADERS, duty("cleo", "", MAINTENANCE), *call), category=MACHINE) == ()


@pytest.mark.parametrize(("monday", "hours"), [(date(2026, 10, 19), 9), (date(2026, 3, 23), 7), (MONDAY, 8)])
def test_the_night_in_which_the_clock_changes_is_one_gap_of_its_real_length(monday: date, hours: int) -> None:
    here = roster(*LEADERS[:2], duty("bob", "Night", days=(0, 1, 2, 3, 4)), duty("cleo", "", MAINTENANCE))
    (gap,) = found(here, monday=monday)
    (spell,) = gap.spells
    assert (spell.day.weekday(), spell.shift, (spell.end - spell.start) / 3600) == (5, "Night", hours)


def test_a_plant_without_shifts_needs_somebody_on_every_day() -> None:
    plain = replace(L1, calendar=Calendar("", "Europe/Berlin"))
    only = Duty("d", "ann", LEADER, (), "", days=(0, 1, 2, 3, 4))
    here = Roster([only], [Person("ann", "Ann")], {"": plain.calendar})
    (gap,) = found(here, plain, category=replace(MACHINE, ladder=()))
    assert said(gap) == [("", 5, True), ("", 6, True)]


def test_a_category_of_another_area_or_one_that_is_gone_needs_nobody() -> None:
    others = [replace(MACHINE, area="Paint"), replace(MACHINE, active=False)]
    assert needed_roles(others, "Body") == (frozenset(), frozenset())
    assert needed_roles([replace(MACHINE, area="Body", owner=SUPERVISOR)], "Body")[0] == {SUPERVISOR, MAINTENANCE}


def test_a_week_has_the_shifts_that_begin_in_it() -> None:
    shifts = week_shifts(BERLIN, MONDAY)
    assert len(shifts) == 7 + 7 + 6
    assert (shifts[0].name, shifts[0].day, shifts[-1].name) == ("Early", MONDAY, "Late")
