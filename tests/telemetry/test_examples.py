"""The example plants bring the recordings to life, with data alone."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path

import pytest

from console.domain.readings import Quality, Reading, Role
from console.telemetry.intake import Intake
from console.telemetry.plantfile import load_plant
from tests.paths import ROOT
from tests.telemetry.hearing import lines_of, messages_of, nist_recordings, orbis_recordings

STATIONS = {"factory/hbw", "factory/drill", "factory/mill", "factory/aiqs", "factory/dps", "transport/fts"}
SERIALS = {
    "SVR3QA0022": "factory/hbw",
    "SVR4H76449": "factory/drill",
    "SVR3QA2098": "factory/mill",
    "SVR4H76530": "factory/aiqs",
    "SVR4H73275": "factory/dps",
}


def hear(example: str, messages: list[tuple[float, str, bytes]]) -> tuple[list[Reading], Intake]:
    """All readings of some messages."""
    plant = load_plant(ROOT / "examples" / example / "plant.toml")
    assert plant.problems == ()
    heard: list[Reading] = []
    intake = Intake(plant, heard.extend, None)
    for at, topic, payload in messages:
        intake.take(topic, payload, 0, False, 0, at)
    assert intake.bugs == 0
    assert intake.book.unreadable == 0
    return heard, intake


def listen_to(path: Path) -> tuple[list[Reading], Intake, list[tuple[float, str, bytes]]]:
    """The learning factory's readings of one session."""
    messages = list(messages_of(path))
    return *hear("orbis", messages), messages


orbis = pytest.mark.parametrize("path", orbis_recordings(), ids=lambda path: path.name.split("_")[0])
nist = pytest.mark.parametrize("path", nist_recordings(), ids=lambda path: path.name.split("-")[0])


@orbis
def test_every_station_of_the_factory_has_the_state_that_the_control_unit_tells(path: Path) -> None:
    readings, _, messages = listen_to(path)
    states: dict[str, list[tuple[float, object]]] = defaultdict(list)
    for reading in readings:
        if reading.signal.role is Role.STATE:
            states[reading.signal.place].append((reading.heard_at, reading.value))
    assert set(states) == STATIONS
    told: dict[str, list[tuple[float, object]]] = defaultdict(list)
    ours = {"BUSY": "running", "READY": "starved", "BLOCKED": "stopped"}
    for at, topic, payload in messages:
        if topic == "ccu/pairing/state":
            for module in json.loads(payload)["modules"]:
                if module["serialNumber"] in SERIALS:
                    told[SERIALS[module["serialNumber"]]].append((at, ours[module["available"]]))
    assert {place: told[place] for place in told} == {place: states[place] for place in told}
    assert len(told) == 5


@orbis
def test_the_vehicles_run_while_one_of_them_is_busy(path: Path) -> None:
    readings, _, messages = listen_to(path)
    heard = [(r.heard_at, r.value) for r in readings if r.signal.id == "transport/fts/state"]
    expected = []
    for at, topic, payload in messages:
        if topic == "ccu/pairing/state":
            vehicles = json.loads(payload)["transports"]
            words = {vehicle["available"] for vehicle in vehicles if vehicle["connected"]}
            charging = any(vehicle.get("charging") for vehicle in vehicles)
            state = "running" if "BUSY" in words else "starved" if "READY" in words else ""
            expected.append((at, state or ("planned_stop" if charging else "stopped")))
    assert heard == expected


@orbis
def test_a_quality_check_is_told_several_times_with_one_key(path: Path) -> None:
    readings, intake, _ = listen_to(path)
    checks = [r for r in readings if r.signal.role is Role.QUALITY]
    assert all(r.key and r.signal.place == "factory/aiqs" for r in checks)
    results = {r.key: r.value for r in checks}
    assert len({(r.key, r.value) for r in checks}) == len(results)
    expected = {"nok": {"failed": 1}, "ml-rrr": {"failed": 1, "passed": 2}, "startup": {}}
    found = next((expected[name] for name in expected if name in path.name), {"passed": 1})
    assert Counter(results.values()) == found
    assert len(checks) > len(results) or not results  # each was told more than once
    scrapped = [r for r in readings if r.signal.role is Role.SCRAP]
    assert len(scrapped) == found.get("failed", 0)
    entry = intake.book.get("/j1/txt/1/i/quality_check")
    if entry is not None:  # the picture does not hide the result beside it
        assert entry.bad == 0
        assert [r.value for r in readings if r.signal.name == "camera result"]


@orbis
def test_orders_become_active_and_are_completed(path: Path) -> None:
    readings, _, messages = listen_to(path)
    orders = {r.key: r.value for r in readings if r.signal.role is Role.ORDER_STATE}
    ended = {
        order["orderId"]
        for _, topic, payload in messages
        if topic == "ccu/order/completed"
        for order in json.loads(payload)
    }
    begun = {
        order["orderId"]
        for _, topic, payload in messages
        if topic == "ccu/order/active"
        for order in json.loads(payload)
    }
    assert {key for key, state in orders.items() if state == "completed"} == ended
    assert set(orders) == ended | begun


@orbis
def test_connections_and_sensors_with_a_clock_far_behind_are_heard(path: Path) -> None:
    readings, _, _ = listen_to(path)
    online = {r.signal.place for r in readings if r.signal.role is Role.ONLINE and r.value is True}
    assert online == STATIONS
    boards = [r for r in readings if r.raw_topic.startswith("osf/arduino")]
    tags = {r.signal.name for r in boards}
    assert {"dht11-1 temperature", "mq2-1 gas", "flame-1 flame found", "mpu6050-1 magnitude"} <= tags
    skews = [r.heard_at - r.source_time for r in boards if r.source_time is not None]
    assert len(skews) == len(boards)
    if "nok" in path.name:
        assert all(40 * 3600 < skew < 41 * 3600 for skew in skews)


def nist_messages(path: Path) -> list[tuple[float, str, bytes]]:
    """Each line of a machine's stream as its topic and text."""
    machine = path.name.split("-")[0]
    messages = []
    for line in lines_of(path):
        time, item, value = line.rstrip("\n").split("|", 2)
        at = datetime.fromisoformat(time.rstrip("Z")).replace(tzinfo=UTC).timestamp()
        messages.append((at, f"nist/{machine}/{item}", value.encode()))
    return messages


@nist
def test_a_machine_tools_execution_is_its_state(path: Path) -> None:
    messages = nist_messages(path)
    readings, _ = hear("nist", messages)
    ours = {"ACTIVE": "running", "READY": "starved", "UNAVAILABLE": "no_data"}
    place = f"{path.name.split('-')[0]}/cnc"
    expected = [
        (at, ours.get(value.decode(), "stopped"), value.decode())
        for at, topic, value in messages
        if topic.endswith("/execution")
    ]
    assert len(expected) > 40
    heard = [(r.heard_at, r.value, r.key) for r in readings if r.signal.id == f"{place}/state"]
    assert heard == expected
    assert {r.signal.place for r in readings} == {place}


@nist
def test_a_machine_tools_loads_alarms_and_program_are_heard(path: Path) -> None:
    messages = nist_messages(path)
    readings, intake = hear("nist", messages)
    loads = [r for r in readings if r.signal.name == "load X"]
    assert {(r.signal.unit, r.signal.low, r.signal.high) for r in loads} == {("%", 0, 100)}
    assert all(isinstance(r.value, int | float) or (r.value is None and r.quality is Quality.BAD) for r in loads)
    warned = {
        value.split(b"|")[4].decode().strip() for _, _, value in messages if value.startswith((b"Warning", b"Fault"))
    }
    alarms = [r for r in readings if r.signal.role is Role.ALARM]
    assert {str(r.value).strip() for r in alarms} == warned | {""}
    assert alarms[-1].value == ""
    programs = {r.value for r in readings if r.signal.role is Role.PRODUCT}
    assert programs == {v.decode() for _, t, v in messages if t.endswith("/program") and v != b"UNAVAILABLE"}
    assert [entry.topic for entry in intake.book if entry.note and entry.mapped] == []


def test_a_machine_whose_name_was_never_heard_before_needs_no_new_rule() -> None:
    readings, _ = hear("nist", [(1.7e9, "nist/Mazak04/execution", b"ACTIVE"), (1.7e9, "nist/Mazak04/Zload", b"12")])
    assert [(r.signal.id, r.value) for r in readings] == [
        ("Mazak04/cnc/state", "running"),
        ("Mazak04/cnc/reason", ""),
        ("Mazak04/cnc/load Z", 12),
    ]
