"""Rules of the orders of a running console: what lines say becomes a record once, counts flow, findings come and go."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from console.app import orderhearing, ordertruths, telling
from console.domain import lines
from console.domain.commands.orders import (
    AddOrder,
    BlockOrder,
    ChangeOrder,
    ConfirmOutput,
    LiftOrder,
    MoveOrder,
    SeeOrderChange,
)
from console.domain.commands.people import AddPerson
from console.domain.commands.products import SetLineStock, SetProduct
from console.domain.errors import Refusal
from console.domain.lines import MOST_TIMES
from console.domain.order_truth import Finding
from console.domain.orders import DONE, RUNNING, Ended, WorkOrder, order_id
from console.domain.people import Grant, Role
from console.domain.products import Part, Product, RouteStep
from console.domain.snapshot import line_snapshot, restore
from console.telemetry.plantfile import load_plant
from tests.app.calling import Clock
from tests.app.ordering import PLANT, Floor
from tests.paths import ROOT

ONE = order_id("WO-1")


@pytest.fixture
def floor(tmp_path: Path) -> Iterator[Floor]:
    made = Floor(tmp_path)
    yield made
    made.close()


def planned(floor: Floor, number: str = "WO-1", line: str = "L1", quantity: int = 100, **more: object) -> str:
    """An order that a planner has released to the line."""
    floor.do(AddOrder(number, "Housing", quantity, line, **more))  # type: ignore[arg-type]
    floor.do(MoveOrder(order_id(number), line, "planned", "released"))
    floor.live()
    return order_id(number)


def runs(floor: Floor, number: str, line: str = "L1", good: int = 0, target: int = 100) -> None:
    floor.heard(line, order=number, product="Housing" if number else "", target=target, good=good, scrap=0)


# What lines say


def test_an_order_that_a_line_names_runs_with_product_and_quantity_and_nobody_planned_it(floor: Floor) -> None:
    runs(floor, "WO-1")
    floor.live()
    order = floor.got("WO-1")
    assert order is not None
    assert (order.column, order.line, order.product, order.quantity) == (RUNNING, "L1", "Housing", 100)
    assert Finding.UNPLANNED in floor.findings("WO-1")
    assert floor.orders.at_risk == 1
    assert floor.orders.running("L1") == order


def test_product_and_quantity_of_the_order_before_are_not_taken_for_the_new_one(floor: Floor) -> None:
    runs(floor, "WO-1", target=100)
    floor.live()
    floor.heard(order="WO-2")  # product and target follow a moment later
    floor.live(0.5)
    two = floor.got("WO-2")
    assert two is not None
    assert (two.product, two.quantity) == ("", 0)
    floor.heard(product="Cover", target=30)
    floor.live()
    two = floor.got("WO-2")
    assert two is not None
    assert (two.product, two.quantity) == ("Cover", 30)


def test_what_the_records_know_is_not_told_again(floor: Floor) -> None:
    runs(floor, "WO-1")
    floor.live()
    before = floor.asked(lambda desk: desk.kept(WorkOrder, id=ONE)[0].last)
    lines = len(trail(floor))
    assert lines > 0
    for _ in range(3):
        runs(floor, "WO-1", good=5)
        floor.live()
    floor.close()
    floor.begin()
    runs(floor, "WO-1", good=6)
    floor.live()
    assert floor.asked(lambda desk: desk.kept(WorkOrder, id=ONE)[0].last) == before
    assert len(trail(floor)) == lines


def trail(floor: Floor) -> list[object]:
    """Lines of the trail that tell of orders."""
    box: list[list[object]] = []

    def read(local: object) -> list[object]:
        from console.records.trail import lines_after

        with local.reading() as db:  # type: ignore[attr-defined]
            return [line for line in lines_after(db, 0, 10_000) if line.command == "TellOrders"]

    floor.console.office.run(read, box.append, box.append)  # type: ignore[arg-type]
    floor.until(lambda: box)
    return box[0]


def test_an_order_goes_from_requested_over_active_to_completed_as_the_line_says_it(floor: Floor) -> None:
    for state in ("requested", "active", "completed"):
        floor.clock.at += 30
        floor.heard("L5", "states", order="WO-5", state=state, at=floor.clock.at - 1)
    floor.live()
    assert floor.way("WO-5") == ["released", "running", "done"]
    order = floor.got("WO-5")
    assert order is not None
    assert order.ended is Ended.FULL
    assert order.released is not None
    assert order.started is not None
    assert (order.started - order.released).total_seconds() == 30.0


def test_a_station_that_alone_tells_the_order_makes_it_run(floor: Floor) -> None:
    planned(floor, "WO-4", "L4")
    floor.heard("L4", "station", order="WO-4", good=0)
    floor.live()
    floor.heard("L4", "station", order="WO-4", good=7)
    floor.live()
    order = floor.got("WO-4")
    assert order is not None
    assert order.column == RUNNING
    assert floor.truth("WO-4").good == 7


def test_a_line_that_goes_over_to_the_next_order_has_completed_one_that_is_made_in_full(floor: Floor) -> None:
    planned(floor, quantity=20)
    runs(floor, "WO-1")
    floor.live()
    floor.clock.at += 200
    runs(floor, "WO-1", good=20)
    runs(floor, "WO-2", good=20)
    floor.live()
    one = floor.got("WO-1")
    assert one is not None
    assert (one.column, floor.way("WO-1")) == (DONE, ["released", "running", "done"])
    assert floor.findings("WO-1") == {Finding.NOT_CONFIRMED}


def test_one_that_is_not_made_in_full_stays_and_the_board_says_what_runs_instead(floor: Floor) -> None:
    planned(floor)
    runs(floor, "WO-1")
    floor.live()
    floor.clock.at += 300
    runs(floor, "WO-1", good=30)
    runs(floor, "WO-2", good=30)
    floor.live()
    assert Finding.ANOTHER_RUNS in floor.findings("WO-1")
    running = floor.orders.running("L1")
    assert running is not None
    assert running.number == "WO-2", "what the line says it does"
    floor.clock.at += 300
    runs(floor, "WO-2", good=36)
    runs(floor, "WO-1", good=36)  # taken up again
    floor.clock.at += 300
    runs(floor, "WO-1", good=50)
    floor.live()
    assert floor.findings("WO-1") == set()
    assert (floor.truth("WO-1").good, floor.truth("WO-2").good) == (44, 6)
    runs(floor, "", good=50)
    floor.live()
    assert Finding.NOT_RUNNING in floor.findings("WO-1")


@pytest.mark.parametrize("released", [False, True])
def test_an_order_that_somebody_planned_after_the_line_had_begun_it_goes_its_way(floor: Floor, released: bool) -> None:
    floor.orders.close()  # this console told nothing of it
    for state in ("requested", "active", "completed"):
        floor.clock.at += 5
        floor.heard("L5", "states", order="WO-5", state=state, at=floor.clock.at)
    floor.do(AddOrder("WO-5", "Housing", 10, "L5"))
    if released:
        floor.do(MoveOrder(order_id("WO-5"), "L5", "planned", "released"))
    floor.close()
    floor.begin()
    floor.live()
    assert floor.way("WO-5") == ["released", "running", "done"]


def test_what_a_person_moved_later_stays_where_it_is(floor: Floor) -> None:
    id = planned(floor)
    runs(floor, "WO-1")
    floor.live()
    floor.do(MoveOrder(id, "L1", "running", "hold", "burr"))
    floor.live()
    runs(floor, "WO-1", good=5)
    floor.close()
    floor.begin()
    runs(floor, "WO-1", good=6)
    floor.live()
    assert floor.got("WO-1").column == "hold"  # type: ignore[union-attr]


@pytest.mark.parametrize("line", ["L1", "L4", "L5"])
def test_a_console_that_is_new_does_not_begin_anew_what_a_line_only_still_shows(tmp_path: Path, line: str) -> None:
    first = Floor(tmp_path)
    said = {"L1": "order", "L4": "station", "L5": "states"}[line]
    more = {"state": "active"} if line == "L5" else {}
    try:
        id = planned(first, quantity=20, line=line)
        first.heard(line, said, order="WO-1", **more)
        first.live()
        first.do(ConfirmOutput(id, line, "c1", 20))
        first.do(MoveOrder(id, line, "running", "done"))
        first.close()
        for file in tmp_path.glob("shift.db*"):
            file.unlink()  # as on another console
        first.clock.at += 3600
        first.begin()
        for _ in range(2):
            first.heard(line, said, order="WO-1", **more)
            first.live()
        first.close()
        first.begin()
        first.heard(line, said, order="WO-1", **more)
        first.live()
        assert first.got("WO-1").column == DONE  # type: ignore[union-attr]
        if line != "L5":
            first.heard(line, said, order="")
            first.live()
            first.heard(line, said, order="WO-1")
            first.live()
            assert first.got("WO-1").column == RUNNING, "now it was seen to begin"  # type: ignore[union-attr]
    finally:
        first.close()


def test_a_changed_plant_file_brings_everything_that_its_lines_have_said(tmp_path: Path) -> None:
    floor = Floor(tmp_path, plant=PLANT.replace('id = "L2"', 'id = "LX"').replace('place = "L2', 'place = "LX'))
    try:
        runs(floor, "WO-1")
        floor.live()
        (tmp_path / "plant.toml").write_text(PLANT, encoding="utf-8")
        floor.console.use_plant(load_plant(tmp_path / "plant.toml"))
        runs(floor, "WO-2", "L2")
        floor.live()
        two = floor.got("WO-2")
        assert two is not None
        assert two.line == "L2"
        assert Finding.NOT_RUNNING not in floor.findings("WO-1")
    finally:
        floor.close()


def test_orders_that_follow_each_other_faster_than_anybody_looks_are_all_kept(floor: Floor) -> None:
    for number, good in (("WO-1", 0), ("WO-1", 10), ("WO-2", 10), ("WO-2", 14), ("WO-3", 14)):
        floor.clock.at += 100
        floor.console.intake.take(
            "L1/order",
            f'{{"order": "{number}", "product": "Housing", "target": 10, "good": {good}}}'.encode(),
            0,
            False,
            0,
            floor.clock.at,
        )
    floor.live()
    columns = {order.number: order.column for order in floor.orders.by_id.values()}
    assert columns == {"WO-1": DONE, "WO-2": RUNNING, "WO-3": RUNNING}
    assert [floor.truth(number).good for number in ("WO-1", "WO-2", "WO-3")] == [10, 4, 0]


def test_a_number_that_is_no_text_is_no_order(floor: Floor) -> None:
    runs(floor, "\u202e\x00")
    floor.live()
    assert floor.orders.by_id == {}


@pytest.mark.parametrize("number", ["WO-1   ", " WO-1", "WO-1\0\0", "WO-1\u3000"])
def test_a_number_that_a_plc_fills_up_is_the_order_and_its_pieces_are_counted(floor: Floor, number: str) -> None:
    planned(floor)
    planned(floor, "WO-4", "L4")
    for good in (0, 7):
        runs(floor, number, good=good)
        floor.heard("L4", "station", order=number.replace("1", "4"), good=good)
        floor.live()
    assert (floor.truth("WO-1").good, floor.findings("WO-1")) == (7, set())
    assert (floor.truth("WO-4").good, floor.findings("WO-4")) == (7, set())


def test_what_a_full_disk_did_not_take_is_told_again(floor: Floor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "AGAIN", 0.5)
    office, do = floor.console.office, floor.console.office.do
    refused = []

    class Full(Refusal):
        code = "disk_full"

    def full(command, done=None, refuse=None, who=None):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
        refused.append(command)
        floor.console.mailbox.call(lambda: refuse(Full()))
        return ""

    office.do = full  # type: ignore[method-assign]
    runs(floor, "WO-1")
    for _ in range(20):
        floor.steady += 0.5
        floor.orders.beat(floor.steady)
        floor.console.tick()
        time.sleep(0.01)
    assert len(refused) > 1
    assert floor.got("WO-1") is None
    office.do = do  # type: ignore[method-assign]
    floor.live()
    assert floor.got("WO-1") is not None


# Restarts


def test_a_console_that_is_killed_in_the_middle_of_an_order_goes_on_with_its_counts(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.app.ordering", str(tmp_path)]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    said = child.stdout.readline()
    assert said.startswith("kept at ")
    os.kill(child.pid, signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    clock = Clock()
    clock.at = float(said.split()[-1]) + 60
    floor = Floor(tmp_path, clock)
    try:
        floor.live()
        assert (floor.truth("WO-9").good, floor.truth("WO-9").scrap) == (17, 1)
        runs(floor, "WO-9", good=23, target=50)
        floor.live()
        assert floor.truth("WO-9").good == 23
        assert floor.way("WO-9") == ["running"]
    finally:
        floor.close()


def test_what_was_said_while_the_records_were_away_is_told_when_they_are_there(tmp_path: Path) -> None:
    floor = Floor(tmp_path)
    floor.orders.close()  # killed before it told
    for state in ("requested", "active"):
        floor.clock.at += 30
        floor.heard("L5", "states", order="WO-5", state=state, at=floor.clock.at)
    floor.close()
    floor.begin()
    try:
        floor.live()
        assert floor.way("WO-5") == ["released", "running"]
    finally:
        floor.close()


# Counts and confirmation


def test_counts_go_on_over_shifts_and_the_proposal_is_the_shift_less_what_was_confirmed(floor: Floor) -> None:
    id = planned(floor, quantity=500)
    runs(floor, "WO-1")
    floor.clock.at += 600
    runs(floor, "WO-1", good=60)
    floor.live()
    assert (floor.truth("WO-1").good, floor.truth("WO-1").shift_good) == (60, 60)
    shift = floor.console.floor.line("L1").shift
    assert shift is not None
    floor.do(ConfirmOutput(id, "L1", "c1", 50, 1, 0, 60, 0, shift.day, shift.name))
    floor.live()
    assert floor.truth("WO-1").shift_good == 10
    floor.clock.at += 3 * 3600  # the late shift
    floor.console.tick()
    runs(floor, "WO-1", good=75)
    floor.live()
    assert (floor.truth("WO-1").good, floor.truth("WO-1").shift_good) == (75, 15)


def test_after_the_last_shift_only_what_was_confirmed_since_then_is_off_the_proposal(floor: Floor) -> None:
    id = planned(floor, quantity=500)
    runs(floor, "WO-1")
    floor.clock.at += 600
    runs(floor, "WO-1", good=60)
    shift = floor.console.floor.line("L1").shift
    assert shift is not None
    floor.do(ConfirmOutput(id, "L1", "c1", 60, 0, 0, 60, 0, shift.day, shift.name))
    floor.clock.at += 11 * 3600  # at night nobody works
    floor.console.tick()
    assert floor.console.floor.line("L1").shift is None
    runs(floor, "WO-1", good=75)
    floor.live()
    assert floor.truth("WO-1").shift_good == 15
    floor.do(ConfirmOutput(id, "L1", "c2", 5, 0, 0, 15, 0))
    floor.live()
    assert floor.truth("WO-1").shift_good == 10


def test_an_order_is_counted_over_all_lines_that_worked_on_it(floor: Floor) -> None:
    runs(floor, "WO-1", "L1")
    runs(floor, "WO-1", "L1", good=9)
    floor.live()
    runs(floor, "WO-1", "L2")
    runs(floor, "WO-1", "L2", good=4)
    floor.live()
    assert floor.truth("WO-1").good == 13
    two = next(one for one in floor.truth("WO-1").found if one.what is Finding.TWO_PLACES)
    assert two.facts == {"lines": ("L1", "L2")}
    runs(floor, "", "L2", good=4)
    floor.live()
    assert Finding.TWO_PLACES not in floor.findings("WO-1")
    assert floor.truth("WO-1").good == 13


def test_where_no_machine_tells_orders_the_line_counts_for_the_one_that_people_run(floor: Floor) -> None:
    id = planned(floor, "WO-3", "L3")
    floor.heard("L3", "station", state="running", good=5)
    floor.do(MoveOrder(id, "L3", "released", "running"))
    floor.live()
    floor.heard("L3", "station", state="running", good=12)
    floor.live()
    assert (floor.truth("WO-3").good, floor.findings("WO-3")) == (7, set())


# Findings that need the whole console


def test_pieces_that_come_after_somebody_closed_the_order_are_found(floor: Floor) -> None:
    id = planned(floor, quantity=20)
    runs(floor, "WO-1")
    floor.clock.at += 200
    runs(floor, "WO-1", good=20)
    floor.live()
    floor.do(ConfirmOutput(id, "L1", "c1", 20, 0, 0, 20, 0))
    floor.do(MoveOrder(id, "L1", "running", "done"))
    floor.live()
    assert floor.findings("WO-1") == set()
    floor.clock.at += 60
    runs(floor, "WO-1", good=23)
    floor.live()
    assert floor.findings("WO-1") == {Finding.COUNTS_AFTER, Finding.OVERRUN, Finding.DIFFERS}
    assert floor.got("WO-1").column == DONE  # type: ignore[union-attr]


def test_a_plan_makes_late_orders_late_before_they_begin_and_says_what_is_short(floor: Floor) -> None:
    step = RouteStep("Weld", "", 30.0)
    floor.do(SetProduct(Product("Housing", parts=(Part("P-1", 2.0),), steps=(step,))))
    planned(floor, "WO-1", quantity=100)
    planned(floor, "WO-2", quantity=100, due=floor.due(3600))
    assert floor.findings("WO-2") == {Finding.STARTS_LATE}
    slot = floor.truth("WO-2").slot
    assert slot is not None
    assert slot.late == pytest.approx(2 * 100 * 30 - 3600, abs=60)
    floor.do(SetLineStock("L1", "P-1", 250.0, 0.0, 0.0, 0.0))
    floor.live()
    assert Finding.SHORT not in floor.findings("WO-1"), "the first one has enough"
    short = next(one for one in floor.truth("WO-2").found if one.what is Finding.SHORT)
    assert short.facts == {"material": "P-1", "missing": 150.0, "unit": "pc", "others": 0}
    floor.do(SetLineStock("L1", "P-1", 400.0, 0.0, 0.0, 0.0))
    floor.live()
    assert Finding.SHORT not in floor.findings("WO-2")


def test_an_order_stands_while_the_pace_station_of_its_line_does(floor: Floor) -> None:
    planned(floor)
    runs(floor, "WO-1")
    floor.heard("L1", "station", state="stopped")
    since = floor.clock.at
    floor.live(100)
    assert floor.findings("WO-1") == set(), "a micro-stop so far"
    floor.live(60)
    assert floor.truth("WO-1").stands_since == since
    assert floor.findings("WO-1") == {Finding.STANDS}
    floor.heard("L1", "station", state="running")
    floor.live()
    assert floor.findings("WO-1") == set()


def test_a_changed_order_waits_at_its_line_until_somebody_there_has_seen_it(floor: Floor) -> None:
    floor.give(AddPerson("bo", "Bo", "1", (Grant(Role.OPERATOR, ("Suzhou", "Body", "L1")),)))
    id = planned(floor)
    floor.do(ChangeOrder(id, "Housing", 120, "L1", None, False, "", ()))
    floor.live()
    runs(floor, "WO-1", target=100)
    floor.live()
    assert floor.findings("WO-1") == {Finding.OTHER_TARGET}, "the machine still has the old number"
    (changed,) = floor.orders.changed_at("L1")
    assert [(one.field.value, one.before, one.after) for one in changed.changes] == [("quantity", "100", "120")]
    assert changed.changed is not None
    floor.do(SeeOrderChange(id, "L1", changed.changed), "bo")
    floor.live()
    assert floor.orders.changed_at("L1") == ()


# Words to the screens


def test_screens_are_told_only_of_what_they_show_and_at_most_twice_a_second(floor: Floor) -> None:
    planned(floor)
    runs(floor, "WO-1")
    floor.live()
    before = floor.published
    for _ in range(8):
        floor.steady += 0.25
        floor.orders.beat(floor.steady)
    assert floor.published == before, "nothing is different"
    for good in range(1, 41):
        runs(floor, "WO-1", good=good)
        floor.clock.at += 1
        floor.console.floor.refresh(floor.clock.at)
        floor.steady += 0.05
        floor.orders.beat(floor.steady)
    assert 1 <= floor.published - before <= 5, "in two seconds"


# What lines take up again, and what is forgotten


def test_a_line_that_takes_up_a_held_order_again_brings_it_back(floor: Floor) -> None:
    id = planned(floor)
    runs(floor, "WO-1")
    floor.live()
    floor.do(MoveOrder(id, "L1", "running", "hold", "burr"))
    floor.live()
    runs(floor, "WO-2")
    floor.live()
    assert floor.got("WO-1").column == "hold"  # type: ignore[union-attr]
    runs(floor, "WO-1")
    floor.live()
    assert floor.got("WO-1").column == RUNNING  # type: ignore[union-attr]


def test_a_held_order_stays_held_when_its_line_has_been_sent_more_orders_than_it_remembers(floor: Floor) -> None:
    """Also over a restart, and where what the line remembered was written by a version that kept no times."""
    floor.heard("L5", "states", order="WO-1", state="active", at=floor.clock.at)
    floor.live()
    for n in range(MOST_TIMES + 5):
        floor.clock.at += 1
        floor.heard("L5", "states", order=f"NEXT-{n}", state="requested", at=floor.clock.at)
    floor.live()
    line = floor.console.floor.line_hearings["L5"]
    assert len(line.order_times) == MOST_TIMES
    assert "wo-1" in line.order_times, "what runs is forgotten last"
    floor.do(MoveOrder(ONE, "L5", "running", "hold", "burr"))
    line.order_times.clear()
    kept = line_snapshot(line, None)
    del kept["order_times"], kept["unsure"]
    restore(floor.console.floor, {}, {"L5": (floor.clock.at, kept)}, floor.clock.at)
    floor.close()
    floor.begin()
    floor.live()
    assert floor.got("WO-1").column == "hold"  # type: ignore[union-attr]
    floor.clock.at += 1
    floor.heard("L5", "states", order="WO-1", state="completed", at=floor.clock.at)
    floor.live()
    assert floor.got("WO-1").column == DONE  # type: ignore[union-attr]


def test_a_console_that_is_new_leaves_a_held_order_where_it_is(tmp_path: Path) -> None:
    floor = Floor(tmp_path)
    try:
        id = planned(floor)
        runs(floor, "WO-1")
        floor.live()
        floor.do(MoveOrder(id, "L1", "running", "hold", "burr"))
        floor.close()
        for file in tmp_path.glob("shift.db*"):
            file.unlink()  # as on another console
        floor.clock.at += 3600
        floor.begin()
        for _ in range(2):
            runs(floor, "WO-1")
            floor.live()
        assert floor.got("WO-1").column == "hold"  # type: ignore[union-attr]
    finally:
        floor.close()


def test_orders_of_which_no_line_speaks_any_more_are_not_kept_in_memory(
    floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(orderhearing, "MOST_PAST", 10)
    monkeypatch.setattr(lines, "MOST_TIMES", 16)
    floor.close()
    floor.begin()  # with these bounds
    most = 0
    for n in range(50):
        runs(floor, f"WO-{n}", good=n, target=1)
        floor.live(7200)
        most = max(most, len(floor.orders._hearing._past))
    assert floor.got("WO-1").column == DONE  # type: ignore[union-attr]
    assert 0 < most <= 2 * 16 + 10


def test_the_first_plan_after_a_start_knows_what_was_made_before(floor: Floor) -> None:
    floor.do(SetProduct(Product("Housing", steps=(RouteStep("Weld", "", 30.0),))))
    planned(floor, "WO-1", quantity=100)
    planned(floor, "WO-2", quantity=100)
    runs(floor, "WO-1")
    floor.clock.at += 1000
    runs(floor, "WO-1", good=90)
    floor.live()
    floor.close()
    floor.begin()
    two = order_id("WO-2")
    for _ in range(12):
        floor.steady += 0.25
        floor.orders.beat(floor.steady)
        floor.until(lambda: not floor.orders._truths._planner.busy)
    slot = floor.orders.truths[two].slot
    assert slot is not None
    assert slot.start - floor.clock.at == pytest.approx(10 * 1000 / 90, abs=60)  # at the pace of the first 90


def test_every_order_is_looked_at_however_often_the_records_change(
    floor: Floor, monkeypatch: pytest.MonkeyPatch
) -> None:
    for n in range(6):
        floor.do(AddOrder(f"WO-{n}", "Housing", 10, "L1"))
    floor.live()
    monkeypatch.setattr(ordertruths, "BUDGET", 0.0)  # one at a beat
    truths = floor.orders._truths
    truths.truths.clear()
    for n in range(10):
        floor.do(BlockOrder(order_id("WO-0"), "L1", "burr") if n % 2 == 0 else LiftOrder(order_id("WO-0"), "L1"))
        truths.take(replace(truths._known, changed=frozenset({order_id("WO-0")})))
        truths.beat(floor.steady)
        truths.beat(floor.steady)
    assert len(truths.truths) == 6


def test_orders_that_run_are_looked_at_in_turn_however_often_the_records_change(floor: Floor) -> None:
    for n, line in enumerate(("L1", "L2", "L4", "L5"), 1):
        said = {"L4": "station", "L5": "states"}.get(line, "order")
        floor.heard(line, said, order=f"WO-{n}", **({"state": "active"} if line == "L5" else {}))
    floor.live()
    truths = floor.orders._truths
    assert len(truths._running) == 4
    truths.truths.clear()
    for _ in range(4):
        truths.take(replace(truths._known, changed=frozenset()))
        truths.beat(floor.steady)
    assert len(truths.truths) == 4


def test_a_console_that_did_not_see_an_order_begin_does_not_say_that_too_few_were_made(tmp_path: Path) -> None:
    floor = Floor(tmp_path)
    try:
        id = planned(floor)
        runs(floor, "WO-1", good=60)
        floor.live()
        runs(floor, "WO-1", good=65)
        floor.do(ConfirmOutput(id, "L1", "c1", 100))
        floor.do(MoveOrder(id, "L1", "running", "done"))
        floor.live()
        assert floor.truth("WO-1").good == 5
        assert floor.findings("WO-1") == set()
    finally:
        floor.close()
