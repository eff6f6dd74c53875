"""The stream of messages: the same every time, in order, and like a normal day."""

from collections import Counter
from itertools import pairwise

import pytest

from console.demo.catalogue import demo_plant
from console.demo.message import Message
from console.demo.simulator import Simulator
from console.domain.stations import StationState
from console.telemetry.sparkplug_codec import decode
from tests.demo.plants import MORNING, hasty_plant

HOUR = 3600.0


def _run(seed: int, seconds: float, tag_rate: float | None = None) -> list[Message]:
    return list(Simulator(seed, MORNING, demo_plant(), tag_rate).run(MORNING + seconds))


def _is_tag(message: Message) -> bool:
    if message.topic.startswith("spBv1.0") and "/DDATA/" in message.topic:
        return (decode(message.payload).metrics[0].alias or 0) % 100 >= 9
    return any(part in message.topic for part in ("/telemetry", "/process/", "/Parameter/"))


def test_the_same_seed_and_start_give_the_same_messages() -> None:
    assert _run(7, 900) == _run(7, 900)


def test_another_seed_gives_another_day() -> None:
    assert _run(7, 900) != _run(8, 900)


def test_cutting_the_run_into_pieces_changes_nothing() -> None:
    simulator = Simulator(7, MORNING, demo_plant())
    pieces = [message for n in range(90) for message in simulator.run(MORNING + 10 * (n + 1))]
    assert pieces == _run(7, 900)


def test_messages_come_in_time_order() -> None:
    messages = _run(1, 1800)
    assert all(a.at <= b.at for a, b in pairwise(messages))
    assert messages[-1].at <= MORNING + 1800


def test_more_process_values_change_nothing_else() -> None:
    def others(tag_rate: float | None) -> list[tuple[str, float]]:
        return [(m.topic, m.at) for m in _run(2, 400, tag_rate) if not _is_tag(m)]

    assert others(None) == others(200.0)


def test_the_plant_says_thirty_to_sixty_messages_a_second_and_more_when_asked() -> None:
    assert 30 <= len(_run(1, 600)) / 600 <= 60
    tags = sum(_is_tag(message) for message in _run(1, 60, tag_rate=1000.0))
    assert tags / 60 == pytest.approx(1000, rel=0.05)


def test_skipping_a_morning_leaves_the_line_as_living_through_it() -> None:
    lived, skipped = Simulator(4, MORNING, demo_plant()), Simulator(4, MORNING, demo_plant())
    for _ in lived.run(MORNING + HOUR):
        pass
    skipped.skip(MORNING + HOUR)
    for line in ("L1", "L2", "L3", "L4"):
        assert [(p.state, p.good, p.scrap) for p in lived.flows[line].posts] == [
            (p.state, p.good, p.scrap) for p in skipped.flows[line].posts
        ]


def test_a_skip_says_nothing_and_an_announcement_says_how_things_stand() -> None:
    simulator = Simulator(4, MORNING, demo_plant())
    simulator.skip(MORNING + 100)
    topics = [message.topic for message in simulator.announce("L1")]
    assert topics[0] == "spBv1.0/Plant2/NBIRTH/L1"
    assert [topic.split("/")[2] for topic in topics[1:]] == ["DBIRTH"] * 7
    assert all(message.retain for line in ("L2", "L3", "L4") for message in simulator.announce(line))


def test_a_dead_edge_node_says_nothing_until_its_next_birth_which_has_the_next_number() -> None:
    messages = [m for m in Simulator(1, MORNING, hasty_plant()).run(MORNING + 30) if m.line == "L1"]
    death = next(n for n, m in enumerate(messages) if m.last_will)
    dead, born = messages[death], messages[death + 1]
    number = decode(dead.payload).metrics[0].value
    assert dead.topic == "spBv1.0/Plant2/NDEATH/L1"
    assert born.topic == "spBv1.0/Plant2/NBIRTH/L1"
    assert born.at - dead.at >= 2.0
    assert (number, decode(born.payload).metrics[0].value) == (0, 1)


def test_sequence_numbers_of_the_edge_node_have_no_gap() -> None:
    messages = [
        m for m in Simulator(1, MORNING, hasty_plant()).run(MORNING + 300) if m.line == "L1" and not m.last_will
    ]
    numbers = [decode(message.payload).seq for message in messages]
    births = {n for n, message in enumerate(messages) if "/NBIRTH/" in message.topic}
    assert len(births) > 10
    assert all(
        after == (0 if n + 1 in births else ((before or 0) + 1) % 256)
        for n, (before, after) in enumerate(pairwise(numbers))
    )


def test_a_silent_station_is_heard_again_after_some_minutes() -> None:
    simulator = Simulator(1, MORNING, demo_plant())
    simulator.tag_period = 5.0
    heard = [m.at for m in simulator.run(MORNING + 2 * HOUR) if m.topic.startswith("Plant2/Filling/L4/30/")]
    gaps = [b - a for a, b in pairwise(heard) if b - a > 30]
    assert gaps
    assert all(140 <= gap <= 330 for gap in gaps)


def test_a_station_that_is_set_up_shows_nothing_else_until_the_changeover_ends() -> None:
    simulator = Simulator(138, MORNING, demo_plant())
    shown: Counter[StationState] = Counter()
    for step in range(8 * 360):
        simulator.skip(MORNING + step * 10)
        shown.update(post.state for flow in simulator.flows.values() for post in flow.posts if post.cleared)
    assert {StationState.CHANGEOVER, StationState.NOT_PLANNED} <= set(shown)
    assert set(shown) <= {StationState.CHANGEOVER, StationState.NOT_PLANNED, StationState.PLANNED_STOP}


@pytest.mark.parametrize("seed", range(3))
def test_a_day_looks_normal_mostly_running_and_every_state_now_and_then(seed: int) -> None:
    simulator = Simulator(seed, MORNING, demo_plant())
    seen: Counter[StationState] = Counter()
    for minute in range(24 * 60):
        simulator.skip(MORNING + minute * 60)
        seen.update(post.state for flow in simulator.flows.values() for post in flow.posts)
        if minute % 480 in (240, 475):
            for flow in simulator.flows.values():
                assert 0.55 <= flow.oee(simulator.now) <= 0.93
    assert seen[StationState.RUNNING] / seen.total() > 0.7
    assert set(seen) == set(StationState) - {StationState.NO_DATA}
