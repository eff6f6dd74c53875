"""The demo's plant file says about the demo's messages everything there is to say."""

from collections import defaultdict
from itertools import pairwise

import pytest

from console.demo.catalogue import demo_plant
from console.demo.plant_text import plant_text
from console.demo.simulator import Simulator
from console.domain.readings import Reading, Role
from console.domain.stations import StationState
from console.telemetry.intake import Intake
from console.telemetry.plantfile import load_plant
from console.telemetry.sparkplug import SparkplugHost
from tests.demo.plants import MORNING
from tests.paths import ROOT

COMMON = {Role.STATE, Role.REASON, Role.ALARM, Role.GOOD, Role.SCRAP, Role.CYCLE, Role.UNIT, Role.QUALITY, Role.TAG} | {
    Role.ORDER,
    Role.PRODUCT,
    Role.TARGET,
}


def _listen(lines: int, seconds: float) -> tuple[Simulator, Intake, list[Reading]]:
    readings: list[Reading] = []
    intake = Intake(load_plant(plant_text(lines)), readings.extend, SparkplugHost(None))
    simulator = Simulator(1, MORNING, demo_plant(lines))
    simulator.tag_period = 15.0
    for message in simulator.run(MORNING + seconds):
        intake.take(message.topic, message.payload, message.qos, False, 0, message.at)
    return simulator, intake, readings


@pytest.fixture(scope="module")
def morning() -> tuple[Simulator, Intake, list[Reading]]:
    return _listen(4, 3 * 3600)


def test_the_plant_file_in_the_resources_is_the_written_one() -> None:
    assert (ROOT / "resources" / "plants" / "demo.toml").read_text("utf-8") == plant_text()


@pytest.mark.parametrize("lines", [1, 4, 40])
def test_the_plant_file_has_no_problems(lines: int) -> None:
    loaded = load_plant(plant_text(lines))
    assert loaded.problems == ()
    assert len(list(loaded.plant.lines())) == lines
    assert len({line.id for line in loaded.plant.lines()}) == lines


def test_no_topic_is_left_unmapped_and_no_message_is_unreadable(
    morning: tuple[Simulator, Intake, list[Reading]],
) -> None:
    entries = list(morning[1].book.entries.values())
    assert len(entries) > 100
    assert [entry.topic for entry in entries if not entry.mapped] == []
    assert [(entry.topic, entry.note) for entry in entries if entry.bad or entry.note] == []
    assert morning[1].bugs == 0


def test_every_line_feeds_every_role_that_its_dialect_knows(morning: tuple[Simulator, Intake, list[Reading]]) -> None:
    roles: dict[str, set[Role]] = defaultdict(set)
    for reading in morning[2]:
        roles[reading.signal.place.partition("/")[0]].add(reading.signal.role)
    assert roles["L1"] == COMMON | {Role.REWORK, Role.ONLINE}
    assert roles["L2"] == COMMON | {Role.OEE, Role.ORDER_STATE, Role.ONLINE}
    assert roles["L3"] >= COMMON
    assert roles["L4"] == COMMON
    assert set().union(*roles.values()) == set(Role)


def test_forty_lines_are_mapped_too() -> None:
    _, intake, readings = _listen(40, 120)
    assert {entry.topic for entry in intake.book.entries.values() if not entry.mapped} == set()
    assert len({reading.signal.place for reading in readings if "/" in reading.signal.place}) == 10 * 26


def test_states_heard_are_the_states_there_are(morning: tuple[Simulator, Intake, list[Reading]]) -> None:
    simulator, _, readings = morning
    last = {r.signal.place: r.value for r in readings if r.signal.role is Role.STATE}
    truth = {f"{line}/{p.spec.id}": p.state for line, flow in simulator.flows.items() for p in flow.posts}
    assert last == truth
    assert set(truth.values()) == {StationState.PLANNED_STOP}  # the break at nine


def test_counts_heard_add_up_to_the_pieces_made(morning: tuple[Simulator, Intake, list[Reading]]) -> None:
    simulator, _, readings = morning
    heard: dict[str, list[float]] = defaultdict(list)
    for reading in readings:
        if reading.signal.role is Role.GOOD:
            heard[reading.signal.place].append(float(reading.value or 0))

    def unrolled(values: list[float], modulus: int) -> float:
        return sum((b - a) % modulus for a, b in pairwise(values))

    for post in simulator.flows["L1"].posts:
        assert unrolled(heard[f"L1/{post.spec.id}"], 65536) == post.good
    for post in simulator.flows["L2"].posts:
        assert heard[f"L2/{post.spec.id}"][-1] == post.order_good
    for post in simulator.flows["L3"].posts:
        assert sum(heard[f"L3/{post.spec.id}"]) == post.good
    for post in simulator.flows["L4"].posts:
        assert unrolled(heard[f"L4/{post.spec.id}"], 1000) == post.good


def test_the_counters_of_two_lines_roll_over_in_a_shift() -> None:
    *_, readings = _listen(4, 4 * 3600)
    for line in ("L1", "L4"):
        values = [r.value for r in readings if r.signal.role is Role.GOOD and r.signal.place == f"{line}/10"]
        assert any(float(b or 0) < float(a or 0) for a, b in pairwise(values))


def test_an_edge_node_that_dies_is_stale_and_comes_back(morning: tuple[Simulator, Intake, list[Reading]]) -> None:
    told = [r.value for r in morning[2] if r.signal.role is Role.ONLINE and r.signal.place == "L1/30"]
    assert "stale" in told
    assert told[-1] is True


def test_a_check_told_twice_has_one_key_and_one_result(morning: tuple[Simulator, Intake, list[Reading]]) -> None:
    results: dict[str, set[object]] = defaultdict(set)
    for reading in morning[2]:
        if reading.signal.role is Role.QUALITY and reading.signal.place == "L2/70":
            results[reading.key].add(reading.value)
    inspect = morning[0].flows["L2"].posts[-1]
    unheard = inspect.good + inspect.scrap - len(results)  # while the line was cut off for a minute
    assert 0 <= unheard < 10
    assert {len(told) for told in results.values()} == {1}
    assert {result for told in results.values() for result in told} == {"passed", "failed"}
