"""Rules of the week board: what was put into a shift, what fits, what is tried, and the fewest changeovers."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import permutations
from random import Random

import pytest

from console.domain.orders import DONE, HOLD, RELEASED, RUNNING, WorkOrder
from console.domain.plan_clock import PlannedClock
from console.domain.plan_draft import (
    Draft,
    Placement,
    PlanRuns,
    PlanUnfit,
    Seen,
    checked_placement,
    put_into,
    reordered,
    taken_off,
)
from console.domain.plan_sequence import Job, changing, fewest, finishes
from console.domain.plan_sorted import sorted_shift
from console.domain.plan_week import columns_of, line_week, takt_need, to_be_planned, week_of, week_span
from console.domain.planning import Changeover, Matrix, PlannedLine, delays, loads, plan, sequence, shift_on
from console.domain.products import Product, RouteStep
from console.domain.progress import Pace
from console.domain.shifts import Break, Calendar, Pattern

WORKDAYS = frozenset(range(5))
CALENDAR = Calendar(
    "two", "UTC",
    (
        Pattern("Early", time(6), time(14), WORKDAYS, (Break("Meal", time(10), time(10, 30)),)),
        Pattern("Late", time(14), time(22), WORKDAYS),
    ),
)  # fmt: skip
LINE = PlannedLine("L1", CALENDAR, takt=60.0)
SIX = datetime(2026, 3, 4, 6, tzinfo=UTC)  # a Wednesday
NOW, HOUR = SIX.timestamp(), 3600.0
WED, THU, FRI = (date(2026, 3, day) for day in (4, 5, 6))
PRODUCTS = {name: Product(name, steps=(RouteStep("Mill", seconds=36),), family=name[0]) for name in ("a1", "a2", "b1")}
NONE = Matrix([])
HALF = Matrix([Changeover("1", "", "*", "*", 1800.0)])


def order(number: str, day: date | None = None, shift: str = "", quantity: int = 100, **told: object) -> WorkOrder:
    made = WorkOrder(number, number, "a1", quantity, SIX, "pia", "L1", rank=number, planned_day=day)
    return replace(made, planned_shift=shift, **told)  # type: ignore[arg-type]


def hours(t: float | None) -> float | None:
    """Hours after six on Wednesday."""
    return None if t is None else round((t - NOW) / HOUR, 3)


# The clock


def test_the_planned_clock_says_what_the_calendar_says() -> None:
    random = Random(4)
    calendar = replace(CALENDAR, timezone="Europe/Berlin")
    since = datetime(2026, 3, 27, tzinfo=UTC).timestamp()  # a change of the clocks lies in it
    clock = PlannedClock(calendar, since)
    for _ in range(300):
        t, seconds = since + random.random() * 20 * 86400, random.random() * 200_000
        assert clock.read(t) == pytest.approx(calendar.planned_seconds(since, t))
        assert clock.after(t, seconds) == pytest.approx(calendar.after_planned(t, seconds))


def test_a_line_that_never_works_has_no_end_of_anything() -> None:
    clock = PlannedClock(Calendar("none", "UTC", (Pattern("Early", time(6), time(14), frozenset()),)), NOW)
    assert (clock.after(NOW, 1), clock.begins(NOW), clock.read(NOW + 86400)) == (None, None, 0.0)


# The wish and what comes out of it


def test_an_order_does_not_begin_before_the_shift_that_it_was_put_into() -> None:
    first, second = plan([order("1", THU, "Late"), order("2", WED, "Late")], LINE, PRODUCTS, NONE, NOW)
    assert (first.order.number, hours(first.start), first.shift) == ("2", 8, shift_on(CALENDAR, WED, "Late"))
    assert (second.order.number, hours(second.start), hours(second.finish)) == ("1", 32, 33)
    assert not first.spills
    assert not second.misses


def test_what_was_put_into_a_shift_and_is_too_much_spills_over_and_then_cannot_begin_there() -> None:
    orders = [order(number, WED, "Early", quantity=500) for number in "123"]
    one, two, three = plan(orders, LINE, PRODUCTS, NONE, NOW)
    assert (one.spills, two.spills, two.misses, three.misses) == (False, True, False, True)
    assert hours(three.start) == 10.5
    cell = line_week((one, two, three), LINE, week_of(WED), NOW).shifts[WED, "Early"]
    assert (cell.capacity, cell.work, cell.load) == (7.5 * HOUR, 15 * HOUR, 15 * HOUR)
    assert (cell.share, cell.excess) == (2.0, 7.5 * HOUR)


def test_what_a_shift_leaves_over_counts_in_the_next_one() -> None:
    orders = [order("1", WED, "Early", quantity=900), order("2", WED, "Late", quantity=750)]
    shifts = line_week(plan(orders, LINE, PRODUCTS, NONE, NOW), LINE, week_of(WED), NOW).shifts
    late = shifts[WED, "Late"]
    assert (late.carried, late.work, late.capacity) == (1.5 * HOUR, 7.5 * HOUR, 8 * HOUR)
    assert late.excess == HOUR
    assert shifts[THU, "Early"].carried == HOUR
    assert shifts[THU, "Early"].excess == 0.0, "nobody put anything into it"


def test_what_is_released_without_a_shift_is_next_and_what_is_planned_without_one_only_fills_gaps() -> None:
    orders = [
        order("1", quantity=600),  # 6 h
        order("2", THU, "Early"),
        order("3", column=RELEASED),
        order("4", quantity=1500),  # 15 h: the gap until Thursday takes it no more
    ]
    slots = plan(orders, LINE, PRODUCTS, NONE, NOW)
    assert [slot.order.number for slot in slots] == ["3", "1", "2", "4"]
    assert hours(next(slot.start for slot in slots if slot.order.number == "2")) == 24
    cell = line_week(slots, LINE, week_of(WED), NOW).shifts[WED, "Early"]
    assert cell.load == HOUR, "what has no shift makes none full"
    assert [slot.order.number for slot in slots if to_be_planned(slot, NOW)] == ["3", "1", "4"]


def test_a_rush_order_is_next_once_its_shift_has_come_and_not_before() -> None:
    orders = [order("1", WED, "Early"), order("2", WED, "Early", rush=True), order("3", THU, "Early", rush=True)]
    assert [slot.order.number for slot in plan(orders, LINE, PRODUCTS, NONE, NOW)] == ["2", "1", "3"]
    starts = {"1": NOW, "2": NOW, "3": NOW + 24 * HOUR}
    assert [one.number for one in sequence(orders, "L1", starts, NOW)] == ["2", "1", "3"]


def test_within_a_shift_what_is_released_is_made_before_what_is_planned() -> None:
    orders = [order("1", WED, "Early"), order("2", WED, "Early", column=RELEASED), order("3", WED, column=HOLD)]
    assert [slot.order.number for slot in plan(orders, LINE, PRODUCTS, NONE, NOW)] == ["3", "2", "1"]


def test_what_runs_lies_in_the_shift_of_now_and_counts_with_what_falls_into_it() -> None:
    running = order("1", FRI, "Late", quantity=2000, column=RUNNING)
    slots = plan([running, order("2", WED, "Early")], LINE, PRODUCTS, NONE, NOW + HOUR)
    shifts = line_week(slots, LINE, week_of(WED), NOW + HOUR).shifts
    assert [slot.order.number for slot in shifts[WED, "Early"].slots] == ["1", "2"]
    assert shifts[WED, "Early"].work == 6.5 * HOUR + HOUR
    assert shifts[FRI, "Late"].slots == ()
    assert not to_be_planned(slots[0], NOW)


def test_what_was_put_into_a_shift_that_is_over_is_to_be_planned_again_but_made_first() -> None:
    slots = plan([order("1", WED, "Late"), order("2", date(2026, 3, 3), "Late")], LINE, PRODUCTS, NONE, NOW)
    assert [(slot.order.number, to_be_planned(slot, NOW)) for slot in slots] == [("2", True), ("1", False)]
    assert shift_on(CALENDAR, date(2026, 3, 7)) is None, "a Saturday"
    (lost,) = plan([order("1", date(2026, 3, 7), "Early")], LINE, PRODUCTS, NONE, NOW)
    assert to_be_planned(lost, NOW)


def test_of_a_shift_that_is_on_only_what_is_left_can_be_filled() -> None:
    slots = plan([order("1", WED, "Early", quantity=400)], LINE, PRODUCTS, NONE, NOW + 5 * HOUR)
    cell = line_week(slots, LINE, week_of(WED), NOW + 5 * HOUR).shifts[WED, "Early"]
    assert (cell.capacity, cell.excess) == (3 * HOUR, HOUR)


def test_the_loads_of_all_shifts_are_the_work_of_the_plan_whatever_was_wished() -> None:
    orders = [order("1", THU, "Late", quantity=900), order("2", WED, "Late", quantity=333), order("3")]
    slots = plan(orders, LINE, PRODUCTS, HALF, NOW)
    found = loads(slots, LINE, NOW, NOW + 7 * 86400)
    assert sum(load.work for load in found) == pytest.approx(1333 * 36)
    assert sum(load.changeover for load in found) == pytest.approx(sum(slot.changeover for slot in slots))
    assert all(sum(load.parts) == pytest.approx(load.work) for load in found)


def test_a_week_has_the_shifts_of_all_lines_and_only_those_that_there_are() -> None:
    other = PlannedLine("L2", Calendar("day", "UTC", (Pattern("Day", time(8), time(16), frozenset({0, 5})),)))
    found = columns_of([LINE, other], week_of(WED))
    assert found[:3] == ((date(2026, 3, 2), "Early"), (date(2026, 3, 2), "Day"), (date(2026, 3, 2), "Late"))
    assert found[-1] == (date(2026, 3, 7), "Day")
    assert len(found) == 5 * 2 + 2
    assert week_span(CALENDAR, week_of(WED)) == (NOW - 2 * 86400 - 6 * HOUR, NOW + 5 * 86400 - 6 * HOUR)


def test_takt_needed_is_the_time_left_without_changeovers_by_the_pieces_due_in_the_shift() -> None:
    orders = [order("1", WED, "Early", column=RUNNING), order("2", WED, "Early", product="b1")]
    cell = line_week(plan(orders, LINE, PRODUCTS, HALF, NOW), LINE, week_of(WED), NOW).shifts[WED, "Early"]
    need = takt_need(cell, {"1": 60}, 150.0)
    assert (need.pieces, need.takt) == (140, 7 * HOUR / 140)
    assert need.status.pace is Pace.FAST
    assert takt_need(cell, {}, 190.0).status.pace is Pace.SLOW
    assert takt_need(replace(cell, slots=()), {}, 190.0).takt is None
    late = order("0", WED - timedelta(days=1), "Late", quantity=200)  # left over: it takes two hours of this shift
    more = line_week(plan([late, orders[1]], LINE, PRODUCTS, NONE, NOW), LINE, week_of(WED), NOW)
    over = takt_need(more.shifts[WED, "Early"], {}, None)
    assert (over.pieces, over.takt) == (100, 5.5 * HOUR / 100)
    long = line_week(plan([order("1", quantity=3000, column=RUNNING)], LINE, PRODUCTS, NONE, NOW), LINE, WED, NOW)
    assert takt_need(long.shifts[WED, "Early"], {}, None).pieces == 750, "of what runs on only what is due in it"


# Trying


def seen(*orders: WorkOrder, version: int = 3) -> dict[str, Seen]:
    return {one.id: Seen(one, version) for one in orders}


def test_a_draft_changes_nothing_but_what_is_shown_and_every_step_is_undone_and_done_again() -> None:
    one, two = order("1"), order("2")
    known = seen(one, two)
    first = Placement("1", 0, "L1", THU, "Late", "X")
    second = Placement("2", 0, "L2", WED, "Early", "Y")
    draft = Draft().done((first,), [known["1"]]).done((second,), [known["2"]])

    assert [(o.line, o.planned_day, o.rank) for o in draft.on([one, two])] == [("L1", THU, "X"), ("L2", WED, "Y")]
    assert [to.version for to in draft.placements] == [3, 3]
    back = draft.undo()
    assert [*back.placed] == ["1"]
    assert back.redo() == draft
    assert back.done((second,), [known["2"]]).undone == ()
    assert draft.undo().undo().undo().placed == {}
    assert draft.without("1").placed.keys() == {"2"}


def test_an_order_that_was_put_back_where_it_was_is_no_change() -> None:
    one = order("1", WED, "Late")
    draft = Draft().done((Placement("1", 0, "L1", THU, "", "X"),), seen(one).values())
    draft = draft.done((Placement("1", 0, "L1", WED, "Late", "1"),), seen(one).values())
    assert draft.placements == ()
    assert len(draft.steps) == 2, "and can be undone all the same"


def test_counts_that_go_on_are_no_difference_and_a_change_that_matters_is_said() -> None:
    one = order("1", WED, "Late")
    draft = Draft().done((Placement("1", 0, "L1", THU, "", "X"),), seen(one).values())
    counted = {"1": Seen(replace(one, good=7, note="Hurry"), 4)}
    assert draft.refreshed(counted).placements[0].version == 4
    assert draft.differs(counted) == ()

    moved = {"1": Seen(replace(one, planned_day=FRI), 4)}
    assert draft.refreshed(moved).placements[0].version == 3, "it is not saved over what somebody else did"
    (found,) = draft.differs(moved)
    assert (found.seen.planned_day, found.now.planned_day) == (WED, FRI)
    assert draft.kept(moved["1"]).differs(moved) == ()
    assert draft.kept(moved["1"]).placements[0].version == 4

    assert [one.now for one in draft.differs({})] == [None]
    assert [one.now for one in draft.differs({"1": Seen(replace(one, column=DONE), 5)})] == [None]


def test_an_order_lies_where_it_was_put_among_those_of_its_column() -> None:
    cell = [order("r", column=RELEASED, rank="m"), *(order(n, WED, "Early", rank=n) for n in ("B", "D", "F"))]
    others = [order("a", rank="A"), order("z", THU, rank="z")]

    def rank(before: str, mine: WorkOrder) -> str:
        to = put_into(mine, "L1", (WED, "Early"), cell, before, others[:1], others[1:])
        assert (to.line, to.day, to.shift) == ("L1", WED, "Early")
        return to.rank

    new = order("n", rank="zz")
    assert "A" < rank("B", new) < "B" < rank("D", new) < "D"
    assert "F" < rank("", new) < "z"
    assert rank("r", new) < "B", "before a released one is before all planned ones"
    assert "B" < rank("F", cell[1]) < "F", "itself does not count"
    assert "D" < rank("", order("q", column=RELEASED, rank="D")) > "m"


def test_what_runs_is_not_moved_and_a_placement_makes_sense() -> None:
    running = order("1", column=RUNNING)
    with pytest.raises(PlanRuns):
        put_into(running, "L1", (WED, ""), [], "")
    with pytest.raises(PlanRuns):
        taken_off(running)
    assert taken_off(order("1", WED, "Late")) == Placement("1", 0, "L1", None, "", "1")
    good = Placement("1", 1, "L1", WED, "Late", "aB")
    assert checked_placement(good) is good
    for wrong in (
        replace(good, line=""),
        replace(good, day=None),
        *(replace(good, rank=rank) for rank in ("", "a0", "ä", "a" * 256)),
    ):
        with pytest.raises(PlanUnfit):
            checked_placement(wrong)


# Fewest changeovers


def test_orders_of_a_shift_take_each_others_ranks() -> None:
    orders = [order("1", rank="B"), order("2", rank="C"), order("3", rank="D")]
    found = {to.order: to.rank for to in reordered(orders, ["3", "2", "1"], {"3": 9})}
    assert found == {"3": "B", "1": "D"}
    equal = [order("1", rank="B"), order("2", rank="B"), order("3", rank="B")]
    ranks = {one.id: "B" for one in equal} | {to.order: to.rank for to in reordered(equal, ["3", "1", "2"], {})}
    assert sorted(ranks, key=ranks.__getitem__) == ["3", "1", "2"]


FAMILIES = "abcd"


def some_jobs(random: Random) -> tuple[list[Job], dict[tuple[str, str], float]]:
    times = {(x, y): 0.0 if x == y else float(random.randrange(5, 60)) for x in FAMILIES for y in FAMILIES}
    count = random.randrange(2, 7)
    jobs = [Job(str(n), random.choice(FAMILIES), float(random.randrange(5, 50))) for n in range(count)]
    whole = sum(job.seconds for job in jobs) + 60.0 * count
    return [replace(job, until=whole * random.choice((0.3, 0.6, 1.0, 9.0))) for job in jobs], times


def test_the_sequence_is_never_worse_never_makes_anything_late_and_nearly_always_the_best_there_is() -> None:
    random, best = Random(7), 0
    for _ in range(150):
        jobs, times = some_jobs(random)

        def change(family: str, job: Job, times: dict[tuple[str, str], float] = times) -> float:
            return times[family, job.family]

        was = dict(zip((job.id for job in jobs), finishes(jobs, "a", change), strict=True))

        def kept(sequence: tuple[Job, ...], was: dict[str, float] = was, change: object = change) -> bool:
            ends = finishes(sequence, "a", change)  # type: ignore[arg-type]
            return all(end <= max(job.until, was[job.id]) for job, end in zip(sequence, ends, strict=True))

        found = fewest(jobs, "a", None, change)
        assert sorted(job.id for job in found) == sorted(job.id for job in jobs)
        assert kept(found)
        least = min(changing(one, "a", None, change) for one in permutations(jobs) if kept(one))
        cost = changing(found, "a", None, change)
        assert least <= cost <= changing(jobs, "a", None, change)
        best += cost <= least + 1.0
    assert best >= 142, "in 95 of 100 cases nothing better exists"


def test_a_sequence_is_not_changed_for_nothing_and_a_due_time_holds() -> None:
    def change(family: str, job: Job) -> float:
        return 0.0 if family == job.family else 30.0

    jobs = (Job("1", "a", 10), Job("2", "b", 10), Job("3", "a", 10))
    assert [job.id for job in fewest(jobs, "a", None, change)] == ["1", "3", "2"]
    due = (jobs[0], replace(jobs[1], until=50.0), jobs[2])
    assert fewest(due, "a", None, change) == due
    late = (jobs[0], replace(jobs[1], until=5.0), jobs[2])
    assert fewest(late, "a", None, change) == late, "what is late already does not get later"
    assert fewest(jobs, "b", None, change)[0].family == "b"


def test_the_shift_of_a_line_is_sorted_out_of_its_plan() -> None:
    products = ["a1", "b1", "a2", "b1"]
    orders = [order(str(n), WED, "Early", product=name) for n, name in enumerate(products)]
    orders.append(order("9", WED, "Early", column=RELEASED, product="b1"))
    slots = plan(orders, LINE, PRODUCTS, HALF, NOW)
    cell = line_week(slots, LINE, week_of(WED), NOW).shifts[WED, "Early"]
    found = {to.order: to for to in sorted_shift(cell, slots, LINE, PRODUCTS, HALF)}
    after = [replace(one, rank=found[one.id].rank) if one.id in found else one for one in orders]
    then = plan(after, LINE, PRODUCTS, HALF, NOW)

    assert "".join(slot.order.product[0] for slot in then) == "bbbaa"
    assert sum(slot.changeover for slot in then) == 1800.0 < sum(slot.changeover for slot in slots)
    assert not any(one.becomes_late for one in delays(slots, then))
    hurried = [replace(one, due=SIX + timedelta(hours=2.6)) if one.id == "0" else one for one in orders]
    slots = plan(hurried, LINE, PRODUCTS, HALF, NOW)
    cell = line_week(slots, LINE, week_of(WED), NOW).shifts[WED, "Early"]
    assert "0" not in {to.order for to in sorted_shift(cell, slots, LINE, PRODUCTS, HALF)}, "it must stay the first"


def test_a_rush_order_in_the_shift_does_not_draw_an_order_behind_the_one_it_was_put_before() -> None:
    rush, first = order("5", WED, "Late", rush=True), order("3", WED, "Late")
    placed = put_into(order("9", WED, "Late"), "L1", (WED, "Late"), [rush, first], "3")
    moved = replace(order("9", WED, "Late"), rank=placed.rank)
    slots = plan([rush, first, moved], LINE, PRODUCTS, NONE, NOW)
    assert [slot.order.number for slot in slots] == ["5", "9", "3"]


def test_a_day_that_no_calendar_reaches_is_no_shift_and_the_plan_goes_on() -> None:
    slots = plan([order("1", date.max), order("2", date.min), order("3", WED)], LINE, PRODUCTS, NONE, NOW)
    assert {slot.order.number: slot.shift is None for slot in slots} == {"1": True, "2": True, "3": False}


def test_a_sequence_of_many_orders_is_found_before_somebody_waits_for_it() -> None:
    random, looked = Random(1), [0]
    jobs = [Job(str(i), f"F{random.randrange(12)}", 600.0) for i in range(80)]

    def change(family: str, job: Job) -> float:
        looked[0] += 1
        return 0.0 if family == job.family else 300.0 + (hash_of(family) * 7 + hash_of(job.family) * 13) % 900

    found = fewest(jobs, "F0", None, change)
    assert looked[0] < 1_500_000, "seconds on the screen's own thread"
    assert changing(found, "F0", None, change) < changing(jobs, "F0", None, change) / 3


def hash_of(family: str) -> int:
    return int(family[1:])
