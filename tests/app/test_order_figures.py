"""The past of orders as the figures read it: the same as through a desk, in parts, without what does not count."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from console.app.queries.order_figures import OrderPast, Wanted, done_in, parts, promises, sheets, still_open
from console.app.queries.orders import FlowCard, flow_cards
from console.domain.cardflow import FlowStep
from console.domain.commands import CONSOLE
from console.domain.commands.orders import (
    AddOrder,
    BlockOrder,
    ConfirmOutput,
    LiftOrder,
    MergeOrders,
    MoveOrder,
    SplitOrder,
    TakeBackOutput,
)
from console.domain.order_figures import Stretch
from console.domain.order_traces import Event, Trace, trace
from console.domain.orders import order_id
from tests.app.orderflows import flow, keep
from tests.app.staffed import NOON, Staffed

HOUR, DAY = 3600.0, 86_400.0
UTC_ZONE = ZoneInfo("UTC")


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Staffed]:
    made = Staffed(tmp_path)
    yield made
    made.office.close()


def run(floor: Staffed, job: Callable[[Any], Any]) -> Any:
    box: list[Any] = []
    floor.office.run(job, box.append, box.append)
    found = floor.wait(box)
    if isinstance(found, Exception):
        raise found
    return found


def read(floor: Staffed, start: float, end: float) -> OrderPast:
    """As the page reads it."""
    jobs = [still_open(start), *(done_in(part) for part in parts(Stretch(start, end)))]
    return OrderPast.joined(run(floor, job) for job in jobs)


def go(floor: Staffed, number: str, *targets: str, after: float = HOUR, reason: str = "") -> None:
    order = order_id(number)
    for target in targets:
        floor.pass_time(after)
        card = next(
            card.order for card in floor.ask(flow_cards(datetime(2020, 1, 1, tzinfo=UTC))) if card.order.id == order
        )
        floor.must(MoveOrder(order, card.line, card.column, target, reason))


def slow(card: FlowCard, events: list[FlowStep]) -> Trace:
    """The trace of an order that was read through the desk."""
    order = card.order
    told = [Event(step.at.timestamp(), step.source, step.target, step.what) for step in events]

    def seconds(at: datetime | None) -> float | None:
        return at.timestamp() if at is not None else None

    return trace(
        *(order.id, order.number, order.product, order.line, order.quantity, order.good, order.made.timestamp()),
        *(seconds(order.due), seconds(order.released), order.ended, order.column, seconds(order.finished), told),
        *(order.split_from, order.planned_day, order.planned_shift),
    )


def test_what_is_read_quickly_is_what_the_desk_reads(floor: Staffed) -> None:
    now = datetime.fromtimestamp(NOON, UTC)
    run(floor, lambda local: keep(local, *flow(300, now, 40, ["L1", "L2"])))
    start = NOON - 30 * DAY
    past = read(floor, start, NOON + 1)
    since = datetime.fromtimestamp(start, UTC)
    cards = floor.ask(flow_cards(since))
    steps: dict[str, list[FlowStep]] = {}
    for step in floor.ask(lambda desk: sorted(desk.find(FlowStep), key=lambda one: (one.at, one.id))):
        steps.setdefault(step.card, []).append(step)
    expected = {card.order.id: slow(card, steps.get(card.order.id, [])) for card in cards}
    early = {one.id for one in past.traces if one.finished is not None and one.finished < start}
    assert {one.id: one for one in past.traces if one.id not in early} == expected
    assert len(expected) > 150
    assert any(one.blocked for one in past.traces)


def test_an_order_s_whole_way_through_commands_is_in_the_figures(floor: Staffed) -> None:
    for number in ("WO-1", "WO-2", "WO-3", "WO-4"):
        floor.must(AddOrder(number, "A", 100, "L1", datetime.fromtimestamp(NOON + 9 * HOUR, UTC)))
    floor.must(BlockOrder(order_id("WO-1"), "L1", "No tool"))
    floor.pass_time(HOUR)
    floor.must(LiftOrder(order_id("WO-1"), "L1"))
    go(floor, "WO-1", "released", "running")
    floor.must(ConfirmOutput(order_id("WO-1"), "L1", "c1", 100, proposed_good=97))
    floor.must(ConfirmOutput(order_id("WO-1"), "L1", "c2", 5, proposed_good=5))
    floor.must(TakeBackOutput(order_id("WO-1"), "L1", "c2", CONSOLE))
    go(floor, "WO-1", "done")
    floor.must(SplitOrder(order_id("WO-2"), "L1", 40, "WO-2b"))
    floor.must(MergeOrders(order_id("WO-3"), "L1", order_id("WO-4")))
    go(floor, "WO-3", "done", reason="not wanted")
    floor.pass_time(HOUR)
    stretch = Stretch(NOON - HOUR, floor.wall)
    past = read(floor, stretch.start - stretch.seconds, stretch.end)
    now = sheets(past, Wanted(), stretch, UTC_ZONE, promises([], UTC_ZONE)).now
    assert now.completed == (order_id("WO-1"),)
    assert [case.value for case in now.lead.cases] == [4 * HOUR]
    blocked = {one.column: one.blocked.total for one in now.waits}
    assert blocked["planned"] == HOUR
    assert (now.counted.n, now.counted.difference, now.pieces) == (1, 3, 100)
    assert now.split == (order_id("WO-2b"),)
    assert now.dropped == (order_id("WO-3"),)
    assert order_id("WO-4") not in {one.id for one in past.traces}, "it is part of another one"
    assert {card.order for age in now.ages for card in age.cards} == {order_id("WO-2"), order_id("WO-2b")}


def test_only_orders_of_the_line_and_product_are_counted_with_their_output(floor: Staffed) -> None:
    now = datetime.fromtimestamp(NOON, UTC)
    run(floor, lambda local: keep(local, *flow(140, now, 20, ["L1", "L2"])))
    past = read(floor, NOON - 60 * DAY, NOON)
    one = Wanted(frozenset({"L1"}), "P2").of(past)
    assert {(trace.line, trace.product) for trace in one.traces} == {("L1", "P2")}
    assert {output.order for output in one.outputs} <= {trace.id for trace in one.traces}
    stretch = Stretch(NOON - 30 * DAY, NOON)
    told = [
        sheets(past, wanted, stretch, UTC_ZONE, promises([], UTC_ZONE)).now
        for wanted in (Wanted(), Wanted(frozenset({"L1"})), Wanted(frozenset({"L2"})))
    ]
    assert told[0].orders == told[1].orders + told[2].orders > 50
    assert told[0].pieces == told[1].pieces + told[2].pieces


def test_an_order_that_was_finished_long_before_its_day_kept_the_plan(floor: Staffed) -> None:
    friday, monday = NOON, NOON + 3 * DAY
    due, day = datetime.fromtimestamp(monday + HOUR, UTC), datetime.fromtimestamp(monday, UTC).date()
    for number, told in (("1", {"due": due}), ("2", {"due": due}), ("3", {"planned_day": day})):
        floor.must(AddOrder(number, "A", 10, "L1", **told))
        go(floor, number, "released", "running", after=60)
        floor.must(ConfirmOutput(order_id(number), "L1", f"c{number}", 10))
        go(floor, number, "done", after=60)
    assert floor.wall < friday + HOUR
    stretch = Stretch(monday, monday + 20 * HOUR)  # this week, on its first day
    past = read(floor, stretch.start - stretch.seconds, stretch.end)
    now = sheets(past, Wanted(), stretch, UTC_ZONE, promises([], UTC_ZONE)).now
    assert (now.plan.part, now.plan.whole, now.orders) == (3, 3, 0)


def test_the_span_before_is_as_long_and_ends_where_this_one_begins(floor: Staffed) -> None:
    stretch = Stretch(NOON - 7 * DAY, NOON)
    found = sheets(OrderPast(), Wanted(), stretch, UTC_ZONE, promises([], UTC_ZONE))
    assert found.before.stretch == Stretch(NOON - 14 * DAY, NOON - 7 * DAY)
    assert found.before.diagram.times == (), "nobody looks at it"


def test_parts_cover_a_span_without_gap_and_overlap() -> None:
    stretch = Stretch(NOON - 100 * DAY, NOON)
    found = parts(stretch)
    assert found[0].start == stretch.start
    assert found[-1].end == stretch.end
    assert all(one.end == other.start for one, other in zip(found, found[1:], strict=False))
    assert max(one.seconds for one in found) <= timedelta(days=15).total_seconds()
