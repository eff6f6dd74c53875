"""Figures of orders: worked by hand, compared with pandas, and what must hold for every flow."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain import cardflow
from console.domain.cardflow import FlowStep
from console.domain.order_cumulative import COLUMNS, TIMES_MOST, diagram, little, place_of, times_of
from console.domain.order_figures import (
    ENOUGH,
    Case,
    Output,
    Sheet,
    Stretch,
    adherence,
    ages,
    by_week,
    days_of,
    midnight,
    sheet,
    spread,
)
from console.domain.order_promises import Promises
from console.domain.order_traces import Event, Trace, blocked_of, trace, visits_of
from console.domain.orders import DONE, HOLD, PLANNED, RELEASED, RUNNING, Ended
from console.domain.shifts import Calendar, Pattern

START = datetime(2026, 3, 2, tzinfo=UTC).timestamp()  # a Monday
H = 3600.0
DAY = Stretch(START, START + 24 * H)
ZONE = ZoneInfo("UTC")
BERLIN = ZoneInfo("Europe/Berlin")


def way(*moves: tuple[float, str]) -> list[Event]:
    """Moves from planned on, hours after the start."""
    events, before = [], PLANNED
    for hour, target in moves:
        events.append(Event(START + hour * H, before, target))
        before = target
    return events


def order(id: str, made: float, *moves: tuple[float, str], blocks: tuple[Event, ...] = (), **more: object) -> Trace:
    """An order whose hours count from the start."""
    events = sorted([*way(*moves), *blocks], key=lambda event: event.at)
    last = moves[-1] if moves else (made, PLANNED)
    done = START + last[0] * H if last[1] == DONE else None
    told = {"product": "A", "line": "L1", "quantity": 100, "good": 100, "due": None, "ended": Ended.NOT} | more
    if done is not None and told["ended"] is Ended.NOT:
        told["ended"] = Ended.FULL
    due = told.pop("due")
    released = next((START + hour * H for hour, target in moves if target == RELEASED), None)
    return trace(
        id,
        id,
        told.pop("product"),
        told.pop("line"),
        told.pop("quantity"),
        told.pop("good"),
        START + made * H,
        None if due is None else START + due * H,
        released,
        told.pop("ended"),
        last[1],
        done,
        events,
        **told,
    )


A = order("A", 0, (2, RELEASED), (4, RUNNING), (6, HOLD), (7, RUNNING), (10, DONE), due=12)
B = order("B", 1, (3, RELEASED), (10, RUNNING), (15, DONE), due=12, good=90)
HELD = (Event(START + 5 * H, RELEASED, RELEASED, "block"), Event(START + 9 * H, RELEASED, RELEASED, "lift"))
C = order("C", 2, (4, RELEASED), (15, RUNNING), (20, DONE), due=30, quantity=50, good=50, blocks=HELD)
D = order("D", 3, (12, RELEASED), due=18, quantity=60, good=0)
E = order("E", 5, (6, DONE), ended=Ended.SHORT, good=0)
F = order("F", 4, (6, RELEASED), (20, RUNNING), (23, DONE), ended=Ended.SHORT, quantity=80, good=30)
ALL = [A, B, C, D, E, F]
GIVEN = [
    Output("A", "L1", START + 9 * H, 60, 58),
    Output("A", "L1", START + 10 * H, 40, 43),
    Output("B", "L1", START + 15 * H, 90),
    Output("C", "L1", START + 20 * H, 50, 50),
    Output("F", "L1", START + 30 * H, 30, 30),
]


def due(one: Trace) -> float | None:
    return one.due


@pytest.fixture(scope="module")
def told() -> Sheet:
    return sheet(ALL, GIVEN, DAY, ZONE, due)


def hours(*values: float) -> list[float]:
    return [pytest.approx(value * H) for value in values]


def test_lead_times_are_those_worked_by_hand(told: Sheet) -> None:
    assert [(case.order, case.value / H) for case in told.lead.cases] == [("F", 19), ("C", 18), ("B", 14), ("A", 10)]
    assert [told.lead.median, told.lead.sure, told.lead.surer] == hours(16, 18.55, 18.85)
    assert [case.value / H for case in told.run.cases] == [17, 16, 12, 8]
    assert told.run.median == pytest.approx(14 * H)


def test_what_was_dropped_counts_in_no_time_and_no_throughput(told: Sheet) -> None:
    assert told.dropped == ("E",)
    assert told.short == ("F",)
    assert told.completed == ("A", "B", "C", "F")
    assert [(day.orders, day.pieces) for day in told.days] == [(4, 240)]


def test_waiting_adds_up_to_the_lead_time_and_blocked_time_is_a_part_of_it(told: Sheet) -> None:
    sums = {one.column: one.spread.total / H for one in told.waits}
    assert sums == {PLANNED: 8, RELEASED: 34, RUNNING: 18, HOLD: 1}
    assert sum(sums.values()) * H == pytest.approx(told.lead.total)
    blocked = {one.column: one.blocked.total / H for one in told.waits}
    assert blocked == {PLANNED: 0, RELEASED: 4, RUNNING: 0, HOLD: 0}
    released = next(one for one in told.waits if one.column == RELEASED)
    assert released.spread.median == pytest.approx(9 * H)
    assert released.share == pytest.approx(34 / 61)
    assert next(one for one in told.waits if one.column == HOLD).spread.median is None, "one order is too few"


def test_flow_efficiency_is_running_time_of_all_the_time(told: Sheet) -> None:
    assert told.efficiency.value == pytest.approx(18 / 61)
    assert told.efficiency.n == 4


def test_blocked_time_in_running_is_no_flow() -> None:
    held = (Event(START + 5 * H, RUNNING, RUNNING, "block"), Event(START + 6 * H, RUNNING, RUNNING, "lift"))
    same = [order(str(i), 0, (1, RELEASED), (2, RUNNING), (10, DONE), blocks=held) for i in range(3)]
    assert sheet(same, [], DAY, ZONE, due).efficiency.value == pytest.approx(0.7)


def test_late_orders_are_those_finished_after_their_due_time(told: Sheet) -> None:
    assert (told.late.part, told.late.whole, told.late.orders) == (1, 3, ("B",))
    assert told.late.value == pytest.approx(1 / 3)
    assert [(case.order, case.value / H) for case in told.lateness.cases] == [("B", 3)]
    assert told.lateness.median is None
    assert [(case.order, case.value / H) for case in told.overdue.cases] == [("D", 6)]


def test_schedule_adherence_is_of_what_was_promised_for_the_span(told: Sheet) -> None:
    assert (told.plan.part, told.plan.whole, told.plan.orders) == (1, 3, ("B", "D"))
    assert told.plan.value == pytest.approx(1 / 3)
    assert (told.quantity.part, told.quantity.whole) == (190, 260)
    assert told.quantity.orders == ("B", "D")
    assert told.unpromised == 1


def test_a_plan_is_kept_to_the_moment_and_only_in_full() -> None:
    way_through = ((1, RELEASED), (2, RUNNING), (10, DONE))
    traces = [
        order("in time", 0, *way_through, due=10),
        order("a moment late", 0, *way_through, due=10 - 1 / H),
        order("early and short", 0, *way_through, due=12, ended=Ended.SHORT, good=40),
    ]
    plan, _ = adherence(traces, Stretch(START, START + 20 * H), lambda one: one.due)
    assert (plan.part, plan.orders) == (1, ("a moment late", "early and short"))


def test_stays_of_dropped_orders_say_nothing_of_how_long_cards_stay() -> None:
    dropped = order("dropped", 0, (50, DONE), ended=Ended.SHORT, good=0)
    planned = ages([dropped, order("made", 0, (1, RELEASED))], Stretch(START, START + 60 * H))[0]
    assert (planned.column, planned.n) == (PLANNED, 1)


def test_too_much_of_one_order_does_not_make_up_for_another() -> None:
    orders = [
        order("1", 0, (1, RELEASED), (5, DONE), due=6, good=150),
        order("2", 0, (1, RELEASED), (5, DONE), due=6, good=50),
        order("3", 0, (1, RELEASED), (5, DONE), due=6, good=100),
    ]
    assert sheet(orders, [], DAY, ZONE, due).quantity.value == pytest.approx(250 / 300)


def test_confirmed_and_counted_are_held_against_each_other_where_something_was_counted(told: Sheet) -> None:
    found = told.counted
    assert (found.n, found.confirmed, found.counted, found.difference, found.apart) == (3, 150, 151, -1, 5)
    assert [(case.order, case.value) for case in found.cases] == [("A", -1)]


def test_the_ages_of_open_cards_stand_beside_past_stays(told: Sheet) -> None:
    ages = {age.column: age for age in told.ages}
    assert [(case.order, case.value / H) for case in ages[RELEASED].cards] == [("D", 12)]
    assert ages[RELEASED].n == 4
    assert ages[RELEASED].past == pytest.approx((11 + 0.55 * 3) * H)  # stays of 2, 7, 11 and 14 hours
    assert ages[HOLD].past is None
    assert told.wip == 1


def test_the_cumulative_flow_is_exact_and_what_is_read_off_it(told: Sheet) -> None:
    flow = told.diagram
    ten = place_of(flow.times, START + 10 * H)
    assert flow.times[ten] == START + 10 * H
    assert flow.at(ten) == {PLANNED: 1, RELEASED: 2, RUNNING: 1, HOLD: 0, DONE: 2}
    assert flow.wip(ten) == 3
    assert flow.lead(ten) == pytest.approx(7 * H)  # the second came at 3, or past released at once
    last = len(flow.times) - 1
    assert flow.at(last) == {PLANNED: 0, RELEASED: 1, RUNNING: 0, HOLD: 0, DONE: 5}
    assert flow.highest == 6


def test_what_was_done_before_the_diagram_is_not_in_it() -> None:
    later = diagram(ALL, START + 12 * H, START + 24 * H)
    assert later.at(0)[DONE] == 0
    assert later.at(len(later.times) - 1)[DONE] == 3
    assert later.lead(0) is None, "what is finished there was released before it begins"


def test_no_lead_time_is_read_off_where_it_began_before_the_diagram() -> None:
    traces = [order(str(n), 0, (1, RELEASED), (20, DONE)) for n in range(3)]
    found = diagram(traces, START + 10 * H, START + 30 * H)
    assert found.edge(DONE, len(found.times) - 1) == 3
    assert found.lead(len(found.times) - 1) is None


def test_littles_law_is_told_with_both_its_sides(told: Sheet) -> None:
    law = told.little
    assert law.wip == pytest.approx(65 / 24)
    assert law.expected == pytest.approx(53 / 24)
    assert (law.n, law.came, law.went, law.before, law.after) == (4, 5, 4, 0, 1)
    assert law.apart == pytest.approx(53 / 65 - 1)


def test_littles_law_holds_where_as_much_goes_out_as_comes_in() -> None:
    hours = [i + 0.5 for i in range(20)]
    orders = [order(str(at), at, (at, RELEASED), (at + 1, RUNNING), (at + 3, DONE)) for at in hours]
    law = sheet(orders, [], DAY, ZONE, due).little
    assert law.wip == pytest.approx(law.expected)
    assert (law.before, law.after) == (0, 0)


def test_what_was_in_progress_before_the_span_did_not_come_in_it() -> None:
    traces = [order("before", 0, (1, RELEASED), (20, DONE)), order("inside", 0, (12, RELEASED))]
    found = little(traces, traces[:1], START + 10 * H, START + 30 * H)
    assert (found.before, found.came, found.went, found.after) == (1, 1, 1, 1)
    assert found.wip == pytest.approx((10 + 18) / 20)


def test_no_figure_of_fewer_than_three_is_told() -> None:
    few = sheet([A, B], GIVEN[:2], DAY, ZONE, due)
    assert ENOUGH == 3
    assert (few.lead.n, few.lead.median, few.lead.sure) == (2, None, None)
    assert few.late.value is None
    assert few.plan.value is None
    assert few.efficiency.value is None
    assert few.little.time is None
    assert sheet([], [], DAY, ZONE, due).lead.n == 0


def test_an_order_at_the_edge_belongs_to_one_span_only() -> None:
    edge = order("X", 0, (1, RELEASED), (24, DONE))
    assert sheet([edge], [], DAY, ZONE, due).completed == ()
    assert sheet([edge], [], Stretch(DAY.end, DAY.end + H), ZONE, due).completed == ("X",)


def test_a_reopened_order_is_finished_when_it_was_last() -> None:
    again = order("X", 0, (1, RELEASED), (2, RUNNING), (3, DONE), (5, RUNNING), (8, DONE))
    assert again.finished == START + 8 * H
    assert again.lead() == 8 * H
    assert sum(again.waits(again.finished).values()) == 8 * H, "the time between counts where it lay"


def test_a_block_that_nobody_lifted_ends_with_the_order() -> None:
    events = [Event(1.0, PLANNED, PLANNED, "block"), Event(2.0, PLANNED, PLANNED, "block")]
    assert blocked_of(events, None) == ((1.0, None),)
    assert blocked_of(events, 9.0) == ((1.0, 9.0),)


# Days and promises


def test_a_day_of_23_or_25_hours_has_what_was_made_on_it() -> None:
    for first, long in ((date(2026, 3, 28), 71), (date(2026, 10, 24), 73)):
        stretch = Stretch(midnight(first, BERLIN), midnight(first + timedelta(days=3), BERLIN))
        assert stretch.seconds == long * H
        assert days_of(stretch, BERLIN) == [first + timedelta(days=i) for i in range(3)]
        at = [datetime.combine(first + timedelta(days=i), time(23, 30), BERLIN).timestamp() for i in range(3)]
        at += [datetime.combine(first + timedelta(days=i), time(0, 30), BERLIN).timestamp() for i in range(3)]
        done = [
            trace(str(n), "", "", "", 1, 1, when - H, None, None, Ended.FULL, DONE, when, [Event(when, PLANNED, DONE)])
            for n, when in enumerate(at)
        ]
        found = sheet(done, [Output("0", "", when, 5) for when in at], stretch, BERLIN, due)
        assert [(day.orders, day.pieces) for day in found.days] == [(2, 10)] * 3
        assert all(case.value == H for case in found.lead.cases)


def test_weeks_begin_on_monday_and_lose_nothing(told: Sheet) -> None:
    fortnight = Stretch(START - 3 * 24 * H, START + 24 * H)
    weeks = by_week(sheet(ALL, GIVEN, fortnight, ZONE, due).days)
    assert [(week.day, week.orders) for week in weeks] == [(date(2026, 2, 23), 0), (date(2026, 3, 2), 4)]


def test_a_promise_is_the_end_of_the_planned_shift_then_of_the_day_then_due() -> None:
    early = Pattern("Early", time(6), time(14), frozenset(range(7)))
    night = Pattern("Night", time(22), time(6), frozenset(range(7)))
    promised = Promises({"L1": Calendar("", "Europe/Berlin", (early, night))}, ZONE)
    planned = replace(A, planned_day=date(2026, 3, 2), planned_shift="Night")
    berlin = datetime(2026, 3, 3, 6, tzinfo=BERLIN).timestamp()
    assert promised(planned) == berlin
    assert promised(replace(planned, planned_shift="Early")) == datetime(2026, 3, 2, 14, tzinfo=BERLIN).timestamp()
    assert promised(replace(planned, planned_shift="")) == datetime(2026, 3, 3, tzinfo=BERLIN).timestamp()
    assert promised(replace(planned, planned_shift="gone")) == datetime(2026, 3, 3, tzinfo=BERLIN).timestamp()
    assert promised(replace(planned, line="L9")) == datetime(2026, 3, 3, tzinfo=UTC).timestamp()
    assert promised(A) == A.due


# Against pandas


def flows(seed: int, many: int) -> list[tuple[Trace, list[Event]]]:
    """Orders that go forward, back, onto hold, are closed short or left open; over some weeks."""
    chance = random.Random(seed)
    found = []
    for i in range(many):
        at, column, events = START + chance.random() * 20 * 24 * H, PLANNED, []
        made = at
        while column != DONE and chance.random() > 0.06:
            at += chance.expovariate(1 / (9 * H))
            target = chance.choice({
                PLANNED: [RELEASED, RELEASED, RELEASED, DONE],
                RELEASED: [RUNNING, RUNNING, HOLD, PLANNED],
                RUNNING: [DONE, DONE, HOLD],
                HOLD: [RUNNING, RELEASED],
            }[column])  # fmt: skip
            events.append(Event(at, column, target))
            column = target
        over = at if column == DONE else None
        short = over is not None and chance.random() < 0.2
        good = chance.choice([0, 40]) if short else 100
        ended = Ended.NOT if over is None else Ended.SHORT if short else Ended.FULL
        wanted = made + chance.uniform(5, 60) * H
        released = next((event.at for event in events if event.target == RELEASED), None)
        told = (str(i), str(i), "A", "L1", 100, good, made, wanted, released, ended, column, over, events)
        found.append((trace(*told), events))
    return found


@pytest.mark.parametrize("seed", range(4))
def test_figures_are_those_that_pandas_computes(seed: int) -> None:
    made = flows(seed, 400)
    stretch = Stretch(START + 5 * 24 * H, START + 15 * 24 * H)
    told = sheet([one for one, _ in made], [], stretch, BERLIN, due)
    table = pd.DataFrame(
        {
            "id": one.id,
            "made": one.made,
            "done": one.finished,
            "due": one.due,
            "ended": one.ended.value,
            "good": one.good,
        }
        for one, _ in made
    )
    inside = table[(table.done >= stretch.start) & (table.done < stretch.end)]
    inside = inside[~((inside.ended == "short") & (inside.good == 0))]
    lead = inside.done - inside.made
    assert told.lead.n == len(inside)
    for ours, share in ((told.lead.median, 0.5), (told.lead.sure, 0.85), (told.lead.surer, 0.95)):
        assert ours == pytest.approx(lead.quantile(share))
    late = inside.done > inside.due
    assert told.late.value == pytest.approx(late.mean())
    assert told.lateness.median == pytest.approx((inside.done - inside.due)[late].median())
    local = pd.to_datetime(inside.done, unit="s", utc=True).dt.tz_convert("Europe/Berlin").dt.date
    assert {day.day: day.orders for day in told.days if day.orders} == local.value_counts().to_dict()
    rows = []
    for one, events in made:
        if one.id in set(inside.id):
            frame = pd.DataFrame(events).assign(since=lambda f, made=one.made: f["at"].shift(fill_value=made))
            rows.append(frame.assign(took=frame["at"] - frame["since"], order=one.id))
    stays = pd.concat(rows).groupby(["source", "order"])["took"].sum()
    for one in told.waits:
        assert one.spread.total == pytest.approx(stays[one.column].sum())
        assert one.spread.median == pytest.approx(stays[one.column].median())


@pytest.mark.parametrize("seed", range(3))
def test_the_diagram_is_what_pandas_counts(seed: int) -> None:
    made = flows(seed, 150)
    found = diagram([one for one, _ in made], START, START + 12 * 24 * H)
    changes = [(one.made, PLANNED, 1) for one, _ in made]
    changes += [(e.at, e.target, 1) for _, events in made for e in events]
    changes += [(e.at, e.source, -1) for _, events in made for e in events]
    table = pd.DataFrame(changes, columns=["at", "column", "by"])
    for place in range(0, len(found.times), 37):
        then = table[table["at"] <= found.times[place]].groupby("column")["by"].sum()
        assert found.at(place) == {column: then.get(column, 0) for column in COLUMNS}


# For every flow

MOVES = st.lists(
    st.tuples(st.sampled_from([PLANNED, RELEASED, RUNNING, HOLD, DONE]), st.floats(0, 1e6), st.booleans()), max_size=8
)


def made_of(moves: list[tuple[str, float, bool]], start: float) -> Trace:
    events, column, at = [], PLANNED, start
    for target, later, held in moves:
        at += later
        if held:
            events.append(Event(at, column, column, "block" if later > 5e5 else "lift"))
        events.append(Event(at, column, target))
        column = target
    over = at if column == DONE else None
    return trace("x", "x", "", "", 1, 1, start, None, None, Ended.NOT, column, over, events)


@given(MOVES, st.floats(0, 1e6))
def test_the_waits_are_the_lead_time_and_those_of_the_card_flow(
    moves: list[tuple[str, float, bool]], on: float
) -> None:
    one = made_of(moves, 1000.0)
    now = one.since + on
    found = one.waits(now)
    assert sum(found.values()) == pytest.approx((one.finished or now) - one.made)
    steps = [
        FlowStep("", "orders", "x", datetime.fromtimestamp(visit[1], UTC), "", before[0], visit[0])
        for before, visit in zip(one.visits, one.visits[1:], strict=False)
    ]
    end = datetime.fromtimestamp(one.finished or now, UTC)
    theirs = cardflow.waits(steps, datetime.fromtimestamp(one.made, UTC), one.column, end)
    for column in COLUMNS:
        assert found.get(column, 0.0) == pytest.approx(theirs.get(column, timedelta()).total_seconds(), abs=1e-3)
    assert all(found.get(column, 0.0) + 1e-6 >= held for column, held in one.blocked_in(now).items())


@settings(max_examples=60)
@given(st.lists(st.tuples(MOVES, st.floats(0, 3e6)), max_size=12), st.floats(0, 2e6), st.floats(1, 3e6))
def test_the_bands_never_cross_and_nothing_is_lost(
    flows: list[tuple[list[tuple[str, float, bool]], float]], start: float, long: float
) -> None:
    traces = [made_of(moves, at) for moves, at in flows]
    found = diagram(traces, start, start + long)
    assert len(found.times) <= TIMES_MOST + 2
    base = sum(any(v[0] == DONE and v[1] <= start < (v[2] or 1e12) for v in one.visits) for one in traces)
    for place, at in enumerate(found.times):
        edges = [found.edge(column, place) for column in COLUMNS]
        assert edges == sorted(edges, reverse=True)
        assert min(found.at(place).values()) >= 0
        if found.at(place)[DONE]:
            assert edges[0] == sum(one.made <= at for one in traces) - base


@given(st.lists(st.floats(0, 1e9), max_size=40))
def test_quantiles_are_in_order_and_inside(values: list[float]) -> None:
    found = spread(Case("x", value, 0.0) for value in values)
    if len(values) < ENOUGH:
        assert found.median is None
        return
    slack = 1e-6 * max(values)
    assert (
        min(values) - slack <= found.median <= found.sure + slack <= found.surer + 2 * slack <= max(values) + 3 * slack
    )


def test_times_of_a_span_end_with_it_and_are_not_too_many() -> None:
    for days in (0.01, 0.5, 1, 7, 30.3, 90, 400):
        times = times_of(START, START + days * 24 * H)
        assert times[0] == START
        assert times[-1] == pytest.approx(START + days * 24 * H)
        assert len(times) <= TIMES_MOST + 2
    assert times_of(5.0, 5.0) == (5.0,)


def test_a_clock_that_went_back_takes_no_time_away() -> None:
    visits = visits_of(100.0, DONE, 50.0, [Event(50.0, PLANNED, RELEASED), Event(40.0, RELEASED, DONE)])
    assert [visit[1:] for visit in visits] == [(100.0, 100.0), (100.0, 100.0), (100.0, None)]
    assert blocked_of([Event(20.0, PLANNED, PLANNED, "block"), Event(10.0, PLANNED, PLANNED, "lift")], None) == (
        (20.0, 20.0),
    )
