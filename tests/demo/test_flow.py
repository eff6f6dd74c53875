"""Pieces flow, and what keeps them from it travels along the line."""

import pytest

from console.demo.catalogue import demo_plant
from console.demo.simulator import Simulator
from console.domain.stations import StationState
from tests.demo.plants import LONG, MORNING, go_on, set_going, steady_line

HOUR = 3600.0


@pytest.mark.parametrize("seed", range(5))
def test_every_piece_that_entered_left_was_scrapped_or_is_still_on_the_line(seed: int) -> None:
    simulator = Simulator(seed, MORNING, demo_plant())
    for hours in (0.0, 0.4, 2.9, 3.1, 7.0, 9.5):
        simulator.skip(MORNING + hours * HOUR)
        for flow in simulator.flows.values():
            out, scrapped = flow.posts[-1].good, sum(post.scrap for post in flow.posts)
            assert flow.entered == out + scrapped + flow.on_line
    assert all(flow.posts[-1].good > 100 for flow in simulator.flows.values())
    assert all(sum(post.scrap for post in flow.posts) > 0 for flow in simulator.flows.values())


@pytest.mark.parametrize("line", range(4))
def test_a_station_has_taken_what_it_made_scrapped_or_still_holds(line: int) -> None:
    simulator = Simulator(3, MORNING, demo_plant())
    simulator.skip(MORNING + 5 * HOUR)
    for post in simulator.flows[f"L{line + 1}"].posts:
        in_work = 1 if post.piece is not None and not post.done else 0
        assert post.taken == post.good + post.scrap + in_work


def test_starvation_travels_down_and_blocking_up_the_line_from_a_stop() -> None:
    flow, agenda, diary = set_going(steady_line())
    stopped_at = MORNING + 1000
    go_on(agenda, stopped_at)
    assert flow.stop_long(2, LONG, stopped_at)
    go_on(agenda, stopped_at + 500)

    assert flow.posts[2].state is StationState.STOPPED
    blocked = [diary.first(station, StationState.BLOCKED, stopped_at) for station in ("20", "10")]
    starved = [diary.first(station, StationState.STARVED, stopped_at) for station in ("40", "50")]
    assert stopped_at < blocked[0] < blocked[1]
    assert stopped_at < starved[0] < starved[1]
    assert [post.state for post in flow.posts[:2]] == [StationState.BLOCKED] * 2
    assert [post.state for post in flow.posts[3:]] == [StationState.STARVED] * 2


def test_after_the_repair_everything_runs_again() -> None:
    flow, agenda, diary = set_going(steady_line())
    go_on(agenda, MORNING + 1000)
    flow.stop_long(2, LONG, MORNING + 1000)
    go_on(agenda, MORNING + 1000 + LONG.longest + 200)
    assert {post.state for post in flow.posts} == {StationState.RUNNING}


def test_a_full_buffer_holds_no_more_than_its_room() -> None:
    flow, agenda, _ = set_going(steady_line())
    go_on(agenda, MORNING + 1000)
    flow.stop_long(4, LONG, MORNING + 1000)
    go_on(agenda, MORNING + 1500)
    assert [len(post.buffer) for post in flow.posts] == [0, 3, 3, 3, 3]


def test_an_idle_station_cannot_be_stopped() -> None:
    flow, agenda, _ = set_going(steady_line())
    go_on(agenda, MORNING + 1000)
    flow.stop_long(2, LONG, MORNING + 1000)
    go_on(agenda, MORNING + 1400)
    assert not flow.stop_long(4, LONG, MORNING + 1400)


def test_all_stations_go_through_a_changeover_one_after_the_other_and_begin_together() -> None:
    flow, agenda, diary = set_going(steady_line(quantity=40))
    go_on(agenda, MORNING + 3000)
    began = [diary.first(post.spec.id, StationState.CHANGEOVER, MORNING) for post in flow.posts]
    ended = [diary.first(post.spec.id, StationState.STARVED, began[-1]) for post in flow.posts]
    assert began == sorted(began)
    assert began[0] < began[-1]
    assert len(set(ended)) == 1
    assert diary.orders[1] == (ended[0], "WO-100")
    assert 0.85 * 300 < ended[0] - began[0] < 1.2 * 300


def test_an_order_makes_exactly_its_quantity_when_nothing_is_scrapped() -> None:
    flow, agenda, diary = set_going(steady_line(quantity=40))
    while flow.order == "WO-100" and agenda.step(MORNING + 5000):
        pass
    assert flow.posts[-1].good == 40
    assert flow.on_line == 1  # the first piece of the next order


def test_a_break_is_a_planned_stop_of_every_station_and_nothing_is_made_in_it() -> None:
    flow, agenda, _ = set_going(steady_line())
    break_begins = MORNING + 3 * HOUR
    go_on(agenda, break_begins + 1)
    made = [post.good for post in flow.posts]
    go_on(agenda, break_begins + 899)
    assert {post.state for post in flow.posts} == {StationState.PLANNED_STOP}
    assert [post.good for post in flow.posts] == made
    go_on(agenda, break_begins + 960)
    assert {post.state for post in flow.posts} == {StationState.RUNNING}
    assert [post.good for post in flow.posts] > made


def test_a_stop_goes_on_after_the_break_that_interrupted_it() -> None:
    flow, agenda, diary = set_going(steady_line())
    break_begins = MORNING + 3 * HOUR
    go_on(agenda, break_begins - 100)
    assert flow.stop_long(2, LONG, break_begins - 100)
    go_on(agenda, break_begins + 950)
    assert flow.posts[2].state is StationState.STOPPED
    assert flow.posts[2].reason == "Tool broken"
    repaired = break_begins + 900 + LONG.longest - 100
    go_on(agenda, repaired + 1)
    assert diary.first("30", StationState.RUNNING, break_begins + 900) == pytest.approx(repaired)


def test_a_line_set_going_in_a_break_rests_until_it_is_over() -> None:
    flow, agenda, _ = set_going(steady_line(), start=MORNING + 3 * HOUR + 60)
    assert {post.state for post in flow.posts} == {StationState.PLANNED_STOP}
    go_on(agenda, MORNING + 3 * HOUR + 930)
    assert {post.state for post in flow.posts} == {StationState.RUNNING}


def test_a_shift_begins_with_an_order_of_its_own() -> None:
    flow, agenda, diary = set_going(steady_line())
    go_on(agenda, MORNING + 8 * HOUR + 60)
    assert diary.orders[-1] == (MORNING + 8 * HOUR, "WO-100")
    assert flow.order == flow.line.order(1) == "WO-107"


def test_crews_leave_while_the_line_stands_for_long_and_come_back() -> None:
    simulator = Simulator(1, MORNING, demo_plant())
    flow = simulator.flows["L2"]
    while flow._long_stop is None:
        simulator.skip(simulator.now + 5)
    simulator.skip(simulator.now + 280)
    assert [post.state for post in flow.posts[4:]] == [StationState.NOT_PLANNED] * 3
    simulator.skip(simulator.now + 400)
    assert StationState.NOT_PLANNED not in {post.state for post in flow.posts}
