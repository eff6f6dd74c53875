"""Rules of the demo's orders: each could have been planned, the lines say the same ones, and there is much to see."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from console.app.authority import Authority
from console.app.console import Console
from console.app.handlers import handler_of
from console.app.morning import Morning, MorningClock
from console.app.pins import hashed
from console.app.places import ways
from console.app.queries.orders import board
from console.demo.actions import demo_actions
from console.demo.catalogue import demo_plant
from console.demo.goods import LOW, SHORT, step_name
from console.demo.orders import demo_orders
from console.demo.people import people_commands
from console.demo.plant_text import plant_text
from console.demo.simulator import Simulator
from console.domain.action_flow import ACTIONS
from console.domain.actions import Action
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.desk import Desk
from console.domain.ids import new_id
from console.domain.orders import DONE, HOLD, Confirmation, Ended, WorkOrder
from console.domain.planning import Matrix, PlannedLine, plan
from console.domain.products import LineStock, Product, needs, shortages
from console.domain.told_orders import Said
from console.records.local import LocalRecords
from console.telemetry.plantfile import load_plant

START = datetime(2026, 5, 6, 14, 0, tzinfo=UTC)  # a late shift of the plant, in UTC
MADE = demo_plant(4, "UTC")
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> LocalRecords:
    found = load_plant(plant_text(4, "UTC")).plant
    authority = Authority()
    authority.ways = ways(found)

    def handle(desk: Desk, stamp: Stamp, command: Command) -> None:
        authority.check(desk, stamp, command)
        handler_of(type(command))(desk, stamp, command)

    local = LocalRecords(Path(tmp_path_factory.mktemp("demo")) / "records.db", handle)
    begin = people_commands(found, START.date(), hashed("2580", b"sixteen bytes ok"))
    refused = local.give([Given(Stamp(new_id(), START - 60 * DAY, CONSOLE, "console-1"), one) for one in begin])
    refused += local.give(demo_orders(found, MADE, START.timestamp()))
    refused += local.give(demo_actions(found, START.timestamp()))
    assert [result for result in refused if isinstance(result, Exception)] == []
    return local


@pytest.fixture(scope="module")
def orders(records: LocalRecords) -> dict[str, WorkOrder]:
    return {order.number: order for order in records.ask(lambda desk: desk.find(WorkOrder))}


def test_five_weeks_of_orders_are_done_and_two_are_planned(orders: dict[str, WorkOrder]) -> None:
    done = [order for order in orders.values() if order.column == DONE]
    assert len(done) > 40
    assert min(order.made for order in done) < START - 30 * DAY
    assert max(order.due or START for order in orders.values()) > START + 8 * DAY
    late = [order for order in done if order.finished and order.due and order.finished > order.due]
    assert 4 <= len(late) <= 12
    assert [order.line for order in done if order.ended is Ended.SHORT] == ["L2"]


def test_each_kind_of_order_that_a_planner_looks_for_is_there(orders: dict[str, WorkOrder]) -> None:
    open_ones = [order for order in orders.values() if order.open]
    assert [order.number for order in open_ones if order.rush] == ["WO-10489"]
    assert [(order.line, order.left) for order in open_ones if order.column == HOLD] == [("L3", 31)]
    assert [order.number for order in open_ones if order.blocked] == ["WO-10504"]
    assert [order.number for order in open_ones if order.split_from] == ["WO-10498-2"]
    changed = {order.number: order.changes[0].after for order in open_ones if order.changes}
    assert changed == {"WO-10484": "1400"}
    assert len([order for order in open_ones if not order.line]) == 2
    assert [order.number for order in open_ones if order.due and order.due <= START] == ["WO-10483"]


def test_every_order_of_a_line_has_the_steps_of_its_product(orders: dict[str, WorkOrder]) -> None:
    lines = {line.id: [step_name(one) for one in line.stations] for line in MADE.lines}
    for order in orders.values():
        if order.line:
            assert [step.name for step in order.steps] == lines[order.line], order.number


def test_what_the_lines_say_is_what_was_planned(orders: dict[str, WorkOrder]) -> None:
    simulator = Simulator(1, START.timestamp(), MADE, 0.01)
    seen: set[str] = set()
    for hour in range(1, 12):
        simulator.skip(START.timestamp() + hour * 3600)
        for line, flow in simulator.flows.items():
            order = orders[flow.order]
            assert (order.line, order.product, order.quantity) == (line, flow.product, flow.line.quantity)
            seen.add(flow.order)
    assert len(seen) > 8, "a shift and a half: each line came to another order"


def test_no_two_lines_come_to_one_number() -> None:
    numbers = [line.order(nth) for line in demo_plant(8, "UTC").lines for nth in range(-20, 60)]
    assert [number for number, times in Counter(numbers).items() if times > 1] == []


def test_confirmed_and_counted_differ_now_and_then(records: LocalRecords) -> None:
    given = records.ask(lambda desk: desk.find(Confirmation))
    differing = [one for one in given if one.difference]
    assert len(given) > 80
    assert 0 < len(differing) < len(given) / 2
    assert all(one.note for one in differing)


def test_a_material_is_too_little_for_the_next_order_and_another_must_be_replenished(
    records: LocalRecords, orders: dict[str, WorkOrder]
) -> None:
    products = {product.id: product for product in records.ask(lambda desk: desk.find(Product))}
    stock = records.ask(lambda desk: desk.find(LineStock))
    missing: dict[str, float] = {}
    for order in orders.values():
        if order.open and order.line:
            there = [one for one in stock if one.line == order.line]
            for short in shortages(needs(products, order.product, order.left), there):
                missing[order.number] = short.missing
                assert short.material == SHORT
    assert missing["WO-10497"] == 120
    assert [one.material for one in stock if one.low] == [LOW]


def test_an_order_of_a_shift_fills_a_shift(records: LocalRecords, orders: dict[str, WorkOrder]) -> None:
    products = {product.id: product for product in records.ask(lambda desk: desk.find(Product))}
    line = PlannedLine("L1", MADE.calendar)
    first = next(order for order in orders.values() if order.number == "WO-10482")
    slot = plan([first], line, products, Matrix(()), START.timestamp())[0]
    assert slot.finish is not None
    assert 20 * 60 < (START + timedelta(hours=8)).timestamp() - slot.finish < 40 * 60, "with room for a changeover"


def test_the_board_shows_it_all_and_chinese_plants_have_chinese_words(records: LocalRecords) -> None:
    shown = records.ask(board(None, START - DAY))
    assert {card.order.column for card in shown.cards} == {"planned", "released", "hold", "done"}
    found = load_plant(plant_text(4, "UTC")).plant
    words = demo_orders(found, MADE, START.timestamp(), chinese=True)
    assert len(words) == len(demo_orders(found, MADE, START.timestamp()))
    reasons = [one.command.reason for one in words if hasattr(one.command, "reason") and one.command.reason]
    assert reasons
    assert all(any("一" <= letter <= "鿿" for letter in reason) for reason in reasons)


def test_actions_lie_in_every_column_and_one_is_late(records: LocalRecords) -> None:
    found = records.ask(lambda desk: desk.find(Action))
    assert {one.stage.value for one in found} == {column.id for column in ACTIONS.columns}
    late = [one for one in found if one.to_do and one.due < START.date()]
    assert len(late) == 1
    assert len([one for one in found if one.blocked]) == 1


def test_a_plant_of_other_lines_has_orders_too() -> None:
    for lines in (1, 2, 9):
        found = load_plant(plant_text(lines, "UTC")).plant
        assert demo_orders(found, demo_plant(lines, "UTC"), START.timestamp())


def test_the_morning_notes_which_orders_began_and_ended(tmp_path: Path) -> None:
    start = START.timestamp()
    clock = MorningClock(start, lambda: start + 3.5 * 3600)
    console = Console(tmp_path, load_plant(plant_text(4, "UTC")), now=clock.now)
    morning = Morning(console, clock, 1, start, 4, "UTC")
    while not morning.step(1.0):
        pass
    console.close()
    filling = [(one.number, one.said) for one in morning.ran if one.line == "L4"]
    assert filling == [("WO-10494", Said.ACTIVE), ("WO-10494", Said.COMPLETED), ("WO-10501", Said.ACTIVE)]
    assert {one.number for one in morning.ran if one.line != "L4"} == {"WO-10482", "WO-10477", "WO-10490"}
