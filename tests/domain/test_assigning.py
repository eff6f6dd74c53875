"""Rules of dispatch: what a step wants to be learnt, who may not do it alone, and when it is late."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from console.domain.assigning import CREW_MOST, assign, lacks, late, needed
from console.domain.order_refusals import OrderOver, OrderUnfit
from console.domain.order_steps import as_told
from console.domain.orders import DONE, OrderStep, WorkOrder
from console.domain.people import Operation, Skill

T = datetime(2026, 11, 21, 12, tzinfo=UTC)
DAY = date(2026, 11, 21)
WELD = OrderStep("Weld", "L1/30", 12.0)
ORDER = WorkOrder("o", "WO-1", "A", 100, T, "pia", "L1", steps=(WELD, OrderStep("Pack")))
AT_30, PACKING = Operation("30", "30 Weld A", "L1/30"), Operation("p", "pack", "")
OPERATIONS = (AT_30, PACKING, Operation("40", "40 Check", "L1/40"), Operation("old", "Old", "L1/30", active=False))


def skill(person: str, level: int, expires: date | None = None, operation: str = "30") -> Skill:
    return Skill(f"{person}/{operation}", person, operation, level, expires)


def test_a_step_wants_what_is_called_like_it_else_what_its_station_wants() -> None:
    assert needed(WELD, "L1", OPERATIONS) == (AT_30,)
    assert needed(OrderStep("Pack"), "L1", OPERATIONS) == (PACKING,)
    assert needed(OrderStep("Pack", "L1/30"), "L1", OPERATIONS) == (PACKING,)
    own = Operation("p30", "Pack", "L1/30")
    assert needed(OrderStep("Pack", "L1/30"), "L1", (*OPERATIONS, own)) == (own,)
    assert needed(OrderStep("Paint", "L1/50"), "L1", OPERATIONS) == ()
    assert needed(OrderStep("Weld", "L2/30"), "L2", (Operation("x", "Weld", "L1/30"),)) == ()


def test_somebody_without_the_level_or_with_one_that_ran_out_may_not_do_it_alone() -> None:
    skills = (skill("bo", 3), skill("cy", 2), skill("di", 4, DAY - timedelta(days=1)), skill("ed", 3, DAY))
    found = lacks(WELD, "L1", ("bo", "cy", "di", "ed", "fay", "cy"), OPERATIONS, skills, DAY)
    assert [(one.person, one.level, one.expired) for one in found] == [
        ("cy", 2, False),
        ("di", 4, True),
        ("fay", 0, False),
    ]
    assert found[1].expires == DAY - timedelta(days=1)
    assert lacks(OrderStep("Paint"), "L1", ("fay",), OPERATIONS, (), DAY) == ()


def test_an_assignment_says_who_does_a_step_where_and_leaves_the_others() -> None:
    done = assign(ORDER, "Weld", "L1/31", ("bo", "cy", "bo"), T, "pia", "nobody else is here")
    step = done.steps[0]
    assert (step.station, step.people, step.assigned, step.assigned_by) == ("L1/31", ("bo", "cy"), T, "pia")
    assert step.over == "nobody else is here"
    assert done.steps[1] == ORDER.steps[1]
    with pytest.raises(OrderUnfit):
        assign(ORDER, "Paint", "", (), T, "pia")
    with pytest.raises(OrderUnfit):
        assign(ORDER, "Weld", "", [str(n) for n in range(CREW_MOST + 1)], T, "pia")
    with pytest.raises(OrderOver):
        assign(replace(ORDER, column=DONE), "Weld", "", ("bo",), T, "pia")


def test_who_does_a_step_is_not_told_with_the_steps_and_is_forgotten_at_another_station() -> None:
    kept = assign(ORDER, "Weld", "L1/30", ("bo",), T, "pia", "why").steps
    assert as_told((replace(WELD, people=("eve",), over="no reason"),), kept)[0].people == ("bo",)
    assert as_told((replace(WELD, station="L1/40"),), kept)[0].people == ()
    assert as_told((OrderStep("Paint", people=("eve",)),), kept)[0].people == ()
    assert as_told((replace(WELD, seconds=9.0),), kept)[0].over == "why"


def test_a_step_is_late_when_it_was_handed_on_after_it_was_due_or_is_not_yet() -> None:
    due = replace(WELD, due=T)
    assert not late(WELD, T + timedelta(days=9))
    assert not late(due, T)
    assert late(due, T + timedelta(seconds=1))
    assert not late(replace(due, passed=T), T + timedelta(days=1))
    assert late(replace(due, passed=T + timedelta(minutes=1)), T)


def test_a_step_without_a_station_wants_what_must_be_learnt_for_it_at_any_station_of_the_line() -> None:
    weld = Operation("w", "Weld", "L1/30")
    assert needed(OrderStep("weld"), "L1", [weld]) == (weld,)
    assert needed(OrderStep("weld"), "L10", [weld]) == ()
    assert needed(OrderStep("weld", "L1/20"), "L1", [weld]) == ()
    assert needed(OrderStep("Pack"), "L1", [weld]) == ()
