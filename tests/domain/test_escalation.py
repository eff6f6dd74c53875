"""Who is told when nobody answers: the dry run and the console that is awake, or was not, say the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.andon import Call, Category, Rung, Severity, Source, Stage
from console.domain.andon_hearing import raise_call
from console.domain.andon_moves import acknowledge, arrive, escalate, hand_on, resolve
from console.domain.escalation import Told, Why, deadline, due, next_due, plan, rehearse
from console.domain.people import Grant, Person, Role
from console.domain.roster import Absence, Duty, Roster
from tests.domain.test_roster import BERLIN, CALENDARS, WAY, berlin, duty, person, roster

MAINTENANCE, SUPERVISOR = Role.MAINTENANCE, Role.SUPERVISOR
MACHINE = Category(
    "machine", "Machine", ladder=(Rung(180, MAINTENANCE), Rung(600, SUPERVISOR), Rung(900, Role.PLANNER, Stage.ON_SITE))
)
FULL = roster(
    duty("ann", "Late"),
    duty("bob", "Night"),
    duty("cleo", "Late", role=MAINTENANCE),
    duty("cleo", "Night", role=MAINTENANCE),
    duty("dan", "", role=SUPERVISOR, on_call=True),
    Duty("p", "dan", Role.PLANNER, (), "three", on_call=True),
)


def when(*wall: int) -> datetime:
    return datetime.fromtimestamp(berlin(*wall), UTC)


def raised(*wall: int, category: Category = MACHINE) -> Call:
    return raise_call(category, "L1/30", when(*wall), "console", Source.RULE, about="149")[0]


def told(steps: tuple[Told, ...]) -> list[tuple[datetime, int, str, str]]:
    return [(step.at, step.level, step.why.value, " ".join(step.persons)) for step in steps]


def test_if_nobody_answers_one_after_the_other_is_told() -> None:
    steps = plan(raised(20, 15), MACHINE, FULL, WAY, BERLIN, when(20, 16))
    assert told(steps) == [
        (when(20, 15), 0, "owner", "ann"),
        (when(20, 15, 3), 1, "rung", "cleo"),
        (when(20, 15, 10), 2, "rung", "dan"),
        (when(20, 15, 15), 3, "rung", "dan"),
    ]


def test_a_break_does_not_count() -> None:
    steps = plan(raised(20, 17, 58), MACHINE, FULL, WAY, BERLIN, when(20, 19))
    assert [step.at for step in steps] == [when(20, 17, 58), when(20, 18, 31), when(20, 18, 38), when(20, 18, 43)]


def test_safety_does_not_wait_for_the_end_of_a_break() -> None:
    safety = replace(MACHINE, around_clock=True)
    steps = plan(raised(20, 17, 58), safety, FULL, WAY, BERLIN, when(20, 19))
    assert [step.at for step in steps] == [when(20, 17, 58), when(20, 18, 1), when(20, 18, 8), when(20, 18, 13)]


def test_time_that_is_not_planned_does_not_count() -> None:
    """No night begins on Sunday: what is raised at 21:59 waits for Monday's early shift."""
    late = raised(22, 21, 59)
    nights = roster(
        duty("ann", "Late"), duty("bob", "Early"), duty("dan", "", role=MAINTENANCE, on_call=True, days=(6, 0))
    )
    steps = plan(late, replace(MACHINE, ladder=MACHINE.ladder[:1]), nights, WAY, BERLIN, when(23, 7))
    assert told(steps) == [
        (when(22, 21, 59), 0, "owner", "ann"),
        (when(22, 22), 1, "nobody", "dan"),  # ann goes home, nobody follows her
        (when(23, 6), 0, "shift_change", "bob"),
    ]


def test_at_the_change_of_shift_those_who_come_are_told() -> None:
    steps = plan(raised(20, 21, 58), MACHINE, FULL, WAY, BERLIN, when(20, 22, 30))
    assert told(steps) == [
        (when(20, 21, 58), 0, "owner", "ann"),
        (when(20, 22), 0, "shift_change", "bob"),
        (when(20, 22, 1), 1, "rung", "cleo"),
        (when(20, 22, 8), 2, "rung", "dan"),
        (when(20, 22, 13), 3, "rung", "dan"),
    ]


def test_who_stays_over_the_change_is_not_told_twice() -> None:
    steps = plan(raised(20, 21, 40), MACHINE, FULL, WAY, BERLIN, when(20, 22, 30))
    assert [step.persons for step in steps if step.why is Why.SHIFT_CHANGE] == [("bob",)]


def test_a_role_that_nobody_has_on_the_roster_is_passed_over_at_once() -> None:
    thin = roster(duty("ann", "Late", days=(1,)), duty("dan", "", role=SUPERVISOR, on_call=True))
    thin_people = Roster(
        [duty("ann", "Late", days=(1,)), duty("cleo", "Early", role=MAINTENANCE)],
        [person("ann"), person("cleo"), Person("dan", "Dan", grants=(Grant(SUPERVISOR),))],
        CALENDARS,
    )
    assert told(plan(raised(22, 2, 40), MACHINE, thin, WAY, BERLIN, when(22, 2, 41))) == [
        (when(22, 2, 40), 0, "owner", ""),
        (when(22, 2, 40), 1, "nobody", ""),
        (when(22, 2, 40), 2, "nobody", "dan"),
    ]
    assert told(plan(raised(22, 2, 40), MACHINE, thin_people, WAY, BERLIN, when(22, 2, 41)))[-1][3] == "dan"


def test_a_rung_that_was_told_early_is_not_told_again_at_its_time() -> None:
    thin = roster(duty("ann", "Early"), duty("dan", "", role=MAINTENANCE, on_call=True))
    steps = plan(raised(20, 15), MACHINE, thin, WAY, BERLIN, when(20, 15, 8))
    assert [(step.level, step.why) for step in steps] == [(0, Why.OWNER), (1, Why.NOBODY)]


def test_where_nobody_at_all_is_there_the_list_says_so() -> None:
    steps = plan(raised(20, 15), MACHINE, roster(), WAY, BERLIN, when(20, 16))
    assert [(step.level, step.persons) for step in steps] == [(0, ()), (1, ()), (2, ()), (3, ())]
    assert {step.at for step in steps} == {when(20, 15)}


def test_who_is_ill_is_not_told() -> None:
    gone = Absence("a", "ann", date(2026, 11, 20), date(2026, 11, 20))
    ill = roster(duty("ann", "Late"), duty("bob", "Late"), absences=(gone,))
    assert plan(raised(20, 15), MACHINE, ill, WAY, BERLIN, when(20, 15))[0].persons == ("bob",)


def test_an_answer_ends_the_rungs_that_wait_for_it_and_no_others() -> None:
    made, _ = acknowledge(raised(20, 15), MACHINE, when(20, 15, 1), "ann")
    assert [step.level for step in plan(made, MACHINE, FULL, WAY, BERLIN, when(20, 16))] == [3]
    there, _ = arrive(made, MACHINE, when(20, 15, 2), "ann")
    assert plan(there, MACHINE, FULL, WAY, BERLIN, when(20, 16)) == ()


def test_a_call_whose_owner_goes_home_is_handed_to_those_who_have_their_role() -> None:
    made, _ = acknowledge(raised(20, 21, 50), MACHINE, when(20, 21, 51), "ann")
    there, _ = arrive(made, MACHINE, when(20, 21, 52), "ann")
    steps = plan(there, MACHINE, FULL, WAY, BERLIN, when(21, 5))
    assert told(steps) == [(when(20, 22), 0, "shift_change", "bob")]
    handed, _ = hand_on(there, MACHINE, when(20, 22), "console", when(20, 22))
    assert due(handed, MACHINE, FULL, WAY, BERLIN, when(21, 5)) == ()


def test_a_call_whose_owner_goes_home_is_told_to_those_of_the_role_who_are_there_already() -> None:
    two = roster(duty("cleo", "Late", role=MAINTENANCE), duty("dan", "", on_call=True))
    made, _ = acknowledge(raised(20, 21, 50), MACHINE, when(20, 21, 51), "cleo")
    there, _ = arrive(made, MACHINE, when(20, 21, 52), "cleo")
    assert told(plan(there, MACHINE, two, WAY, BERLIN, when(20, 23))) == [(when(20, 22), 0, "shift_change", "dan")]


def test_where_nobody_follows_an_owner_who_goes_home_the_next_rung_is_told_at_once() -> None:
    two = roster(duty("ann", "Late"), duty("bob", "Early"), Duty("p", "dan", Role.PLANNER, (), "three", on_call=True))
    slow = replace(MACHINE, ladder=(Rung(180, MAINTENANCE), Rung(9000, Role.PLANNER, Stage.ON_SITE)))
    made, _ = acknowledge(raised(20, 21, 50), slow, when(20, 21, 51), "ann")
    assert told(plan(made, slow, two, WAY, BERLIN, when(21, 6))) == [
        (when(20, 22), 2, "nobody", "dan"),
        (when(21, 6), 0, "shift_change", "bob"),
    ]


def test_who_goes_home_where_nobody_else_was_leaves_the_call_to_the_next_rung() -> None:
    few = roster(
        duty("cleo", "Late", role=MAINTENANCE), duty("bob", "Early"), Duty("p", "dan", Role.PLANNER, (), "three")
    )
    slow = replace(MACHINE, ladder=(Rung(9000, Role.PLANNER, Stage.ON_SITE),))
    made, _ = acknowledge(raised(20, 21, 50), slow, when(20, 21, 51), "cleo")
    assert told(plan(made, slow, few, WAY, BERLIN, when(20, 22))) == [(when(20, 22), 1, "nobody", "dan")]


def test_shifts_that_changed_before_the_answer_have_nothing_to_say_any_more() -> None:
    made, _ = acknowledge(raised(20, 13, 50), MACHINE, when(20, 22, 30), "bob")
    there, _ = arrive(made, MACHINE, when(20, 22, 31), "bob")
    assert plan(there, MACHINE, FULL, WAY, BERLIN, when(21, 5)) == ()


def test_a_call_whose_owner_stays_is_handed_to_nobody() -> None:
    made, _ = acknowledge(raised(20, 21, 50), MACHINE, when(20, 21, 51), "dan")
    there, _ = arrive(made, MACHINE, when(20, 21, 52), "dan")
    assert plan(there, MACHINE, FULL, WAY, BERLIN, when(21, 5)) == ()


def test_what_is_resolved_escalates_no_more() -> None:
    made, _ = resolve(raised(20, 15), MACHINE, when(20, 15, 1), "ann")
    assert plan(made, MACHINE, FULL, WAY, BERLIN, when(21, 5)) == ()


def test_the_dry_run_is_the_plan_of_a_call_that_is_raised_then() -> None:
    start, until = when(20, 21, 58), when(21, 7)
    assert rehearse(MACHINE, FULL, WAY, BERLIN, start, until) == plan(
        raised(20, 21, 58), MACHINE, FULL, WAY, BERLIN, until
    )


def test_the_next_step_is_known_ahead() -> None:
    made, _ = escalate(raised(20, 17, 58), MACHINE, when(20, 17, 58), "console", 0)
    assert next_due(made, MACHINE, FULL, WAY, BERLIN, when(20, 18)) == when(20, 18, 31)
    alone = roster(duty("dan", "", on_call=True))
    assert next_due(made, replace(MACHINE, ladder=()), alone, WAY, BERLIN, when(20, 18)) is None


def test_the_deadline_is_that_of_the_next_stage_in_working_time() -> None:
    made = raised(20, 17, 58)
    assert deadline(made, MACHINE, BERLIN) == (Stage.ACKNOWLEDGED, when(20, 18, 31))
    made, _ = acknowledge(made, MACHINE, when(20, 18), "ann")
    assert deadline(made, MACHINE, None) == (Stage.ON_SITE, when(20, 18, 8))
    made, _ = resolve(made, MACHINE, when(20, 18, 5), "ann")
    assert deadline(made, MACHINE, BERLIN) is None


# The console that is awake, or was not


def carry_out(made: Call, category: Category, step: Told, now: datetime) -> Call:
    if step.why is Why.SHIFT_CHANGE:
        return hand_on(made, category, now, "console", step.at)[0]
    return escalate(made, category, now, "console", step.level)[0]


def live(made: Call, category: Category, here: Roster, looks: list[datetime]) -> list[Told]:
    """What a console does that looks at these times."""
    done: list[Told] = []
    for now in looks:
        for step in due(made, category, here, WAY, BERLIN, now):
            assert step.at <= now
            made = carry_out(made, category, step, now)
            done.append(step)
    return done


def minutes(start: datetime, until: datetime) -> list[datetime]:
    return [start + timedelta(minutes=n) for n in range(int((until - start).total_seconds() // 60) + 1)]


@pytest.mark.parametrize("around_clock", [False, True])
@pytest.mark.parametrize("here", [FULL, roster(), roster(duty("ann", "Late"), duty("bob", "Early"))])
def test_minute_by_minute_through_a_night_reality_is_what_the_dry_run_said(here: Roster, around_clock: bool) -> None:
    category = replace(
        MACHINE, around_clock=around_clock, ladder=(Rung(600, MAINTENANCE), Rung(15000, SUPERVISOR, Stage.ON_SITE))
    )
    start, until = when(20, 21, 55), when(21, 14, 30)
    said = rehearse(category, here, WAY, BERLIN, start, until)
    assert tuple(live(raised(20, 21, 55, category=category), category, here, minutes(start, until))) == said
    assert len(said) >= 3


def test_a_step_due_while_the_console_was_off_is_carried_out_once_at_its_start() -> None:
    start, until = when(20, 21, 55), when(21, 6, 30)
    awake = [*minutes(start, when(20, 21, 59)), *minutes(when(21, 5, 40), until)]
    done = live(raised(20, 21, 55), MACHINE, FULL, awake)
    assert tuple(done) == rehearse(MACHINE, FULL, WAY, BERLIN, start, until)


def test_a_roster_that_was_changed_meanwhile_tells_no_level_twice() -> None:
    made = raised(20, 15)
    for step in due(made, MACHINE, roster(), WAY, BERLIN, when(20, 15)):
        made = carry_out(made, MACHINE, step, when(20, 15))
    assert made.level == 3
    assert due(made, MACHINE, FULL, WAY, BERLIN, when(20, 21)) == ()


SHIFTS = st.sampled_from(["Early", "Late", "Night", ""])
ROLES = st.sampled_from([Role.TEAM_LEADER, MAINTENANCE, SUPERVISOR])
DUTIES = st.lists(
    st.builds(
        lambda who, role, shift, days, call: Duty(
            f"{who}{role}{shift}", who, role, (), "three", "" if call else shift, tuple(sorted(days)), on_call=call
        ),
        st.sampled_from(["ann", "bob", "cleo", "dan"]),
        ROLES,
        SHIFTS,
        st.frozensets(st.integers(0, 6)),
        st.booleans(),
    ),
    max_size=8,
)
RUNGS = st.lists(
    st.tuples(st.integers(60, 40000), ROLES, st.sampled_from([Stage.ACKNOWLEDGED, Stage.ON_SITE])), max_size=4
)


@settings(max_examples=150, deadline=None)
@given(DUTIES, RUNGS, st.booleans(), st.integers(0, 7 * 1440), st.lists(st.integers(1, 2880), max_size=12))
def test_whenever_the_console_looks_it_does_what_the_dry_run_said_each_once(
    duties: list[Duty],
    rungs: list[tuple[int, Role, Stage]],
    around_clock: bool,
    began: int,
    pauses: list[int],
) -> None:
    ladder = tuple(Rung(after, role, unless) for after, role, unless in sorted(rungs, key=lambda rung: rung[0]))
    category = Category("c", "C", severity=Severity.MAJOR, ladder=ladder, around_clock=around_clock)
    start = when(16, 0) + timedelta(minutes=began)
    looks = [start]
    for pause in pauses:
        looks.append(looks[-1] + timedelta(minutes=pause))
    here = roster(*duties)
    made = raise_call(category, "L1/30", start, "console", Source.RULE)[0]
    done = live(made, category, here, looks)
    assert tuple(done) == rehearse(category, here, WAY, BERLIN, start, looks[-1])
    assert [step.at for step in done] == sorted(step.at for step in done)
    levels = [step.level for step in done if step.why is not Why.SHIFT_CHANGE]
    assert levels == sorted(set(levels))
