"""Rules of work orders: plan, line and confirmation stand beside each other, and nothing is lost in a move."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from console.domain.cardflow import Column, ColumnFull, MoveNotForRole
from console.domain.order_moves import add, change, confirm, go, heard, merge, see, split, take_back
from console.domain.order_refusals import (
    ConfirmationGone,
    ConfirmationUnfit,
    NothingChanged,
    OrderLineBusy,
    OrderNoLine,
    OrderNumberTaken,
    OrderOver,
    OrdersNotAlike,
    OrderSplitUnfit,
    OrderStepPassed,
    OrderUnfit,
    ShortNeedsReason,
)
from console.domain.order_steps import as_told, pass_step
from console.domain.orders import (
    DONE,
    HOLD,
    ORDERS,
    PLANNED,
    RELEASED,
    RUNNING,
    Confirmation,
    Ended,
    Field,
    OrderStep,
    Why,
    WorkOrder,
    by_number,
)
from console.domain.people import Role
from console.domain.told_orders import Said, ToldOrder, hear, told

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
BOTH = (Role.PLANNER, Role.SUPERVISOR)


def order(number: str = "10482", **told: object) -> WorkOrder:
    made = WorkOrder(number, number, "PH-220", 680, NOON, "pia", "L1")
    return add(replace(made, **told), [])  # type: ignore[arg-type]


def running(number: str = "10482", **told: object) -> WorkOrder:
    released = go(order(number, **told), RELEASED, [], BOTH, NOON + HOUR)
    return go(released, RUNNING, [], BOTH, NOON + 2 * HOUR)


def test_an_order_goes_its_way_and_every_station_of_it_has_its_time() -> None:
    made = confirm(running(), confirmation(good=680))[0]
    done = go(made, DONE, [], BOTH, NOON + 5 * HOUR)
    assert (done.released, done.started, done.finished) == (NOON + HOUR, NOON + 2 * HOUR, NOON + 5 * HOUR)
    assert done.ended is Ended.FULL
    assert not done.open


def test_one_order_runs_on_a_line_at_a_time() -> None:
    other = go(order("10490"), RELEASED, [], BOTH, NOON)
    with pytest.raises(OrderLineBusy) as busy:
        go(other, RUNNING, [running()], BOTH, NOON)
    assert busy.value.facts["other"] == "10482"
    assert go(replace(other, line="L2"), RUNNING, [running()], BOTH, NOON).column == RUNNING


def test_an_order_without_a_line_is_not_released() -> None:
    with pytest.raises(OrderNoLine):
        go(order(line=""), RELEASED, [], BOTH, NOON)


def test_planners_release_and_an_operator_does_not() -> None:
    with pytest.raises(MoveNotForRole):
        go(order(), RELEASED, [], (Role.OPERATOR,), NOON)


def test_the_plant_s_limit_holds_for_people_but_not_against_what_the_line_does() -> None:
    flow = replace(ORDERS, columns=tuple(replace(c, limit=1) if c.id == RUNNING else c for c in ORDERS.columns))
    released = go(order("2", line="L2"), RELEASED, [], BOTH, NOON)
    with pytest.raises(ColumnFull):
        go(released, RUNNING, [running()], BOTH, NOON, flow=flow)
    assert heard(released, RUNNING, NOON).column == RUNNING
    assert flow.column(RUNNING) == Column(RUNNING, 1)


def test_what_is_closed_short_says_why_and_can_be_taken_up_again() -> None:
    part = confirm(running(), confirmation(good=600))[0]
    with pytest.raises(ShortNeedsReason) as short:
        go(part, DONE, [], BOTH, NOON)
    assert (short.value.facts["good"], short.value.facts["quantity"]) == (600, 680)
    done = go(part, DONE, [], BOTH, NOON + 3 * HOUR, "tool broke")
    assert (done.ended, done.why) == (Ended.SHORT, "tool broke")
    again = go(done, RUNNING, [], BOTH, NOON + 4 * HOUR, "tool is back")
    assert (again.ended, again.why, again.finished, again.started) == (Ended.NOT, "", None, NOON + 2 * HOUR)


def test_a_hold_needs_a_reason_and_keeps_when_it_began_to_run() -> None:
    held = go(running(), HOLD, [], (Role.QUALITY,), NOON + 3 * HOUR, "porosity")
    assert (held.column, held.started) == (HOLD, NOON + 2 * HOUR)


def test_a_change_of_what_the_line_knows_stands_until_the_line_has_seen_it() -> None:
    now = change(running(), NOON + 3 * HOUR, quantity=700, due=NOON + 9 * HOUR)
    assert [(c.field, c.before, c.after) for c in now.changes][0] == (Field.QUANTITY, "680", "700")
    assert len(now.changes) == 2
    later = change(now, NOON + 4 * HOUR, quantity=680)
    assert [c.field for c in later.changes] == [Field.DUE], "back to what the line knows is no change"
    seen = see(later, NOON + 5 * HOUR, "lea")
    assert (seen.changes, seen.seen_by) == ((), "lea")
    with pytest.raises(NothingChanged):
        see(seen, NOON, "lea")
    assert change(order(), NOON, quantity=10).changes == (), "nobody was told of it yet"


def test_a_running_order_stays_on_its_line() -> None:
    with pytest.raises(OrderUnfit):
        change(running(), NOON, line="L2")


@pytest.mark.parametrize("number", ["10482", " 10482 "])
def test_a_number_is_one_order_s(number: str) -> None:
    with pytest.raises(OrderNumberTaken):
        add(replace(order(), id="other", number=number), [order()])


@pytest.mark.parametrize(("field", "value"), [("quantity", 0), ("quantity", -5), ("quantity", 10**9)])
def test_a_quantity_that_cannot_be_is_refused(field: str, value: int) -> None:
    with pytest.raises(OrderUnfit) as unfit:
        order(**{field: value})
    assert unfit.value.facts["field"] == field


def test_a_split_order_is_two_with_the_same_pieces_together_and_the_history_stays_with_the_first() -> None:
    first = confirm(running(), confirmation(good=100))[0]
    rest, part = split(first, 80, "new", "10482-2", [first], NOON + 3 * HOUR, "pia")
    assert (rest.quantity, part.quantity) == (600, 80)
    assert (rest.good, part.good, part.column, part.split_from) == (100, 0, PLANNED, first.id)
    assert [c.field for c in rest.changes] == [Field.QUANTITY]
    for pieces in (0, 580, 600):
        with pytest.raises(OrderSplitUnfit):
            split(first, pieces, "new", "x", [first], NOON, "pia")


def test_merged_orders_are_one_with_all_pieces_and_the_earlier_day() -> None:
    one, two = order("1", due=NOON + 9 * HOUR), order("2", quantity=20, due=NOON + 4 * HOUR, rush=True)
    whole, gone = merge(one, two, NOON)
    assert (whole.quantity, whole.due, whole.rush) == (700, NOON + 4 * HOUR, True)
    assert (gone.merged_into, gone.ended, gone.open) == ("1", Ended.MERGED, False)
    assert list(by_number([whole, gone])) == ["1"]
    with pytest.raises(OrderOver):
        merge(whole, gone, NOON)
    with pytest.raises(OrdersNotAlike):
        merge(one, replace(two, product="BR-17"), NOON)
    with pytest.raises(OrdersNotAlike):
        merge(one, running("3"), NOON)


def confirmation(**told: object) -> Confirmation:
    given = Confirmation("c1", "10482", "L1", NOON + 3 * HOUR, "oscar", 0)
    return replace(given, **told)  # type: ignore[arg-type]


def test_what_is_confirmed_is_kept_beside_what_was_counted() -> None:
    given = confirmation(good=98, scrap=3, proposed_good=100, proposed_scrap=1, reasons=(Why("burr", 2),))
    now, kept = confirm(running(), given)
    assert (now.good, now.scrap, now.left) == (98, 3, 582)
    assert kept.difference == -2
    back, gone = take_back(now, kept, NOON + 4 * HOUR, "sue")
    assert (back.good, back.scrap) == (0, 0)
    with pytest.raises(ConfirmationGone):
        take_back(back, gone, NOON, "sue")


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({}, "good"),
        ({"good": -1}, "good"),
        ({"good": 5, "scrap": 1, "reasons": (Why("burr", 2),)}, "reasons"),
        ({"good": 5, "scrap": 3, "reasons": (Why("burr", -1),)}, "reasons"),
    ],
)
def test_a_confirmation_that_cannot_be_is_refused_and_says_where(told: dict[str, object], field: str) -> None:
    with pytest.raises(ConfirmationUnfit) as unfit:
        confirm(running(), confirmation(**told))
    assert unfit.value.facts["field"] == field


def test_output_of_an_order_that_ended_can_still_be_confirmed() -> None:
    done = go(running(), DONE, [], BOTH, NOON + 3 * HOUR, "short")
    assert confirm(done, confirmation(good=5))[0].good == 5


def test_at_another_line_the_people_of_steps_are_found_anew_but_who_handed_it_on_stays() -> None:
    done = OrderStep("Cast", passed=NOON, passed_by="bo", people=("bo",))
    made = order(steps=(done, OrderStep("Weld", people=("ed",), assigned=NOON, assigned_by="cy", over="alone today")))
    assert change(made, NOON, note="x").steps == made.steps
    assert change(made, NOON, line="L2").steps == (done, OrderStep("Weld"))
    moved = hear(made, ToldOrder("10482", "L2", Said.ACTIVE, NOON + HOUR))
    assert (moved.line, moved.steps) == ("L2", (done, OrderStep("Weld")))


def test_an_order_of_which_a_line_said_no_quantity_is_planned_all_the_same() -> None:
    heard_of = told(ToldOrder("X-1", "L1", Said.REQUESTED, NOON), "console")
    assert heard_of is not None
    assert (heard_of.product, heard_of.quantity) == ("", 0)
    planned = change(heard_of, NOON, planned_day=NOON.date(), rush=True)
    assert (planned.planned_day, planned.rush, planned.quantity) == (NOON.date(), True, 0)
    assert change(heard_of, NOON, product="PH-220", quantity=5).quantity == 5
    with pytest.raises(OrderUnfit):
        change(order(), NOON, quantity=0)
    with pytest.raises(OrdersNotAlike):  # nobody knows whether they are of one product
        merge(heard_of, replace(heard_of, id="x-2", number="X-2"), NOON)


def test_pieces_to_be_reworked_are_not_lost_in_a_merge() -> None:
    other = confirm(order("2"), confirmation(order="2", good=0, rework=3))[0]
    with pytest.raises(OrdersNotAlike):
        merge(order("1"), other, NOON)


def test_a_note_may_have_several_lines_and_no_order_is_planned_in_a_year_without_calendar() -> None:
    assert order(note="two pallets\n\tthen wrap them ").note == "two pallets\n\tthen wrap them"
    for day in (date.max, date.min):
        with pytest.raises(OrderUnfit) as refused:
            order(planned_day=day)
        assert refused.value.facts["field"] == "day"


def test_two_steps_of_one_name_are_handed_on_one_after_the_other_and_stay_so_in_a_change() -> None:
    made = order(steps=(OrderStep("Wash"), OrderStep("Drill"), OrderStep("Wash")))
    first = pass_step(made, "Wash", NOON, "bo")
    assert [step.passed for step in as_told(first.steps, first.steps)] == [NOON, None, None]
    second = pass_step(first, "Wash", NOON + HOUR, "cy")
    assert [step.passed_by for step in second.steps] == ["bo", "", "cy"]
    with pytest.raises(OrderStepPassed):
        pass_step(second, "Wash", NOON + HOUR, "cy")
