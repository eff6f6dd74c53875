"""Rules of the plan: sequence, changeovers, load against capacity, and what a rush order delays."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from console.domain.orders import DONE, RELEASED, RUNNING, WorkOrder
from console.domain.planning import (
    ANY,
    Changeover,
    Matrix,
    PlannedLine,
    delays,
    loads,
    overloaded,
    plan,
    sequence,
    wanted,
)
from console.domain.products import Product, RouteStep
from console.domain.shifts import Break, Calendar, Pattern

DAYS = frozenset(range(7))
CALENDAR = Calendar(
    "two", "UTC",
    (
        Pattern("Early", time(6), time(14), DAYS, (Break("Meal", time(10), time(10, 30)),)),
        Pattern("Late", time(14), time(22), DAYS),
    ),
)  # fmt: skip
LINE = PlannedLine("L1", CALENDAR, takt=60.0)
SIX = datetime(2026, 3, 4, 6, tzinfo=UTC)
NOW = SIX.timestamp()
HOUR = 3600.0
PRODUCTS = {
    "A": Product("A", steps=(RouteStep("Mill", seconds=30), RouteStep("Wash", seconds=36, setup=600)), family="small"),
    "B": Product("B", steps=(RouteStep("Mill", seconds=72),), family="large"),
}
NONE = Matrix([])


def order(number: str, product: str = "A", quantity: int = 100, rank: str = "", **told: object) -> WorkOrder:
    made = WorkOrder(number, number, product, quantity, SIX, "pia", "L1", rank=rank or number)
    return replace(made, **told)  # type: ignore[arg-type]


def test_what_runs_is_first_then_rush_orders_then_by_place() -> None:
    orders = [
        order("1", rank="a"),
        order("2", rank="b", rush=True),
        order("3", rank="c", column=RUNNING),
        order("4", rank="A", column=RELEASED),
        order("5", column=DONE),
        order("6", line="L2"),
    ]
    assert [one.number for one in sequence(orders, "L1")] == ["3", "2", "4", "1"]


def test_an_order_ends_when_its_planned_seconds_have_passed_over_breaks_and_nights() -> None:
    (slot,) = plan([order("1", quantity=500)], LINE, PRODUCTS, NONE, NOW)
    assert slot.seconds == 500 * 36
    assert slot.finish == NOW + 5 * HOUR + 1800, "the break is stepped over"
    late = plan([order("1", quantity=1600)], LINE, PRODUCTS, NONE, NOW)[0]
    assert late.finish == NOW + 24 * HOUR + 0.5 * HOUR, "16 h of work, 15.5 h a day"


def test_an_order_that_runs_ends_when_it_is_forecast_to_and_the_next_begins_then() -> None:
    orders = [order("1", column=RUNNING, good=40), order("2")]
    ends = {"1": NOW + 5 * HOUR, "2": NOW + 1.0}
    first, second = plan(orders, LINE, PRODUCTS, NONE, NOW, None, ends)
    assert first.finish == NOW + 5 * HOUR
    assert first.seconds == 4.5 * HOUR, "a break lies in between"
    assert second.start == first.finish + second.changeover
    assert second.seconds == 100 * 36, "nothing is forecast of what does not run"
    over = plan(orders, LINE, PRODUCTS, NONE, NOW, None, {"1": NOW - HOUR})[0]
    assert over.finish == NOW


def test_pieces_that_are_made_or_confirmed_are_not_made_again() -> None:
    half = plan([order("1", good=40)], LINE, PRODUCTS, NONE, NOW, {"1": 60})[0]
    assert half.seconds == 40 * 36
    assert plan([order("1", good=70)], LINE, PRODUCTS, NONE, NOW, {"1": 60})[0].seconds == 30 * 36


def test_a_product_without_a_time_takes_the_line_s_takt_and_without_that_its_end_is_not_known() -> None:
    assert plan([order("1", "X")], LINE, PRODUCTS, NONE, NOW)[0].seconds == 6000
    bare = PlannedLine("L1", CALENDAR)
    first, second = plan([order("1", "X"), order("2")], bare, PRODUCTS, NONE, NOW)
    assert (first.seconds, first.finish) == (None, None)
    assert second.finish is not None, "the others are planned all the same"


def test_changeovers_come_from_the_matrix_then_from_the_set_up() -> None:
    matrix = Matrix([Changeover("1", "", "small", "large", 1200.0), Changeover("2", "L1", "large", ANY, 900.0)])
    slots = plan([order("1"), order("2", "B"), order("3"), order("4")], LINE, PRODUCTS, matrix, NOW)
    assert [slot.changeover for slot in slots] == [0, 1200, 900, 0]
    setup = plan([order("1", "B"), order("2")], LINE, PRODUCTS, NONE, NOW)
    assert setup[1].changeover == 600
    running = plan([order("1"), order("2", "B", column=RUNNING)], LINE, PRODUCTS, matrix, NOW)
    assert running[0].changeover == 0, "it runs already"


@pytest.mark.parametrize(
    ("source", "target", "seconds"),
    [("a", "b", 5.0), ("a", "c", 7.0), ("d", "b", 9.0), ("d", "e", 11.0), ("a", "a", 0.0)],
)
def test_the_most_particular_entry_of_the_matrix_holds(source: str, target: str, seconds: float) -> None:
    entries = [("a", "b", 5.0), ("a", ANY, 7.0), (ANY, "b", 9.0), (ANY, ANY, 11.0)]
    matrix = Matrix([Changeover(str(n), "", a, b, s) for n, (a, b, s) in enumerate(entries)])
    assert matrix.seconds("L1", source, target) == seconds


def test_the_load_of_all_shifts_is_the_work_and_the_changeovers_of_the_plan() -> None:
    matrix = Matrix([Changeover("1", "", ANY, ANY, 1800.0)])
    slots = plan([order("1", quantity=900), order("2", "B", quantity=200)], LINE, PRODUCTS, matrix, NOW)
    found = loads(slots, LINE, NOW, NOW + 3 * 86400)
    assert sum(load.work for load in found) == pytest.approx(900 * 36 + 200 * 72)
    assert sum(load.changeover for load in found) == pytest.approx(1800)
    assert found[0].capacity == 7.5 * HOUR
    assert found[0].share == pytest.approx(1.0)
    assert overloaded(found) == (), "a sequence never puts more into a shift than it can take"


def test_what_people_put_into_a_shift_may_be_more_than_it_can_take() -> None:
    day = date(2026, 3, 4)
    orders = [order(str(n), quantity=400, planned_day=day, planned_shift="Early") for n in range(3)]
    found = wanted(orders, LINE, PRODUCTS)
    assert found == {("2026-03-04", "Early"): 3 * 400 * 36}
    assert found["2026-03-04", "Early"] > 7.5 * HOUR


def test_a_rush_order_says_what_it_delays_and_what_becomes_late() -> None:
    due = SIX + timedelta(hours=2)
    before = [order("1", rank="a", due=due), order("2", rank="b")]
    rush = order("9", "B", quantity=50, rank="z", rush=True)
    was = plan(before, LINE, PRODUCTS, NONE, NOW)
    found = delays(was, plan([*before, rush], LINE, PRODUCTS, NONE, NOW))
    assert [(one.order.number, one.seconds) for one in found] == [("1", 4200.0), ("2", 4200.0)]
    assert [one.becomes_late for one in found] == [True, False]
    assert delays(was, was) == ()


def test_late_is_said_against_the_day_it_is_due() -> None:
    slot = plan([order("1", due=SIX + timedelta(minutes=50))], LINE, PRODUCTS, NONE, NOW)[0]
    assert slot.late == 600.0
