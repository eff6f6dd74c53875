"""Calls through the whole product: recordings of real machines, a real broker, and a console that was off meanwhile."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.app.commandline import Options
from console.app.compose import Running, compose, settings_for
from console.app.queries.andon import CallShown, Wanted, call_file, history
from console.domain.andon import Move, Source
from console.domain.andon_shipped import shipped_categories, shipped_rules
from console.domain.callrules import CallRule, Kind
from console.domain.commands import CONSOLE, Stamp
from console.domain.commands.andon import BeginCalls
from console.domain.ids import new_id
from console.records.local import Given, LocalRecords
from tests.brokers import HOST, Broker, Stranger
from tests.journeys import plants
from tests.journeys.watching import connected, drive, settle
from tests.paths import DATA, SHARED
from tests.records.plants import carry_out

ORBIS = [path for path in sorted((SHARED / "orbis").glob("*.jsonl.gz")) if "nok" in path.name or "ml-rrr" in path.name]
NIST = sorted((SHARED / "nist").glob("Mazak01*.txt.gz"))
EXCERPT = DATA / "Mazak01-excerpt.txt"

PLANT = """
[plant]
name = "Works"
timezone = "UTC"

[[line]]
id = "L1"
site = "Suzhou"
area = "Body"
expected_interval = 3600
station = [{id = "10"}]

[[source]]
topic = "works/{station}"
place = "L1/{station}"
signal = [
  {feeds = "state", path = "state"},
  {feeds = "quality", path = "check", key = "id"},
  {feeds = "alarm", path = "alarm", code = "code", level = "level", key = "'plc'"},
]
"""


def begun(running: Running) -> Running:
    """The console, with records open and rules in force."""
    calls = running.console.calls
    assert calls is not None
    running.console.start_records()
    drive(running, lambda: calls.known, 20)
    return running


def replayed(recording: Path, folder: Path, *rules: CallRule) -> Running:
    """A recording as fast as it goes, with calls by the shipped rules and by these."""
    begin = BeginCalls(shipped_categories(False), (*shipped_rules(False, 120.0), *rules))
    folder.mkdir(exist_ok=True)
    local = LocalRecords(folder / "records.db", carry_out)
    local.give([Given(Stamp(new_id(), datetime.now(UTC), CONSOLE, "console-1"), begin)])
    local.close()
    options = Options(replay=recording, speed=0.0)
    running = begun(compose(options, folder, settings_for(options, folder)))
    drive(running, running.replayed, 120)
    settle(running)
    return running


def every_call(running: Running) -> tuple[CallShown, ...]:
    """Every call there ever was, the youngest first; also those on their way."""
    calls = running.console.calls
    assert calls is not None
    drive(running, lambda: not calls.saving, 20)
    return answer(running, history(Wanted(), limit=1000)).calls  # type: ignore[no-any-return]


def answer(running: Running, query: Callable[..., Any]) -> Any:
    box: list[Any] = []
    running.console.office.ask(query, box.append)
    drive(running, lambda: bool(box), 20)
    return box[0]


@pytest.mark.parametrize("recording", ORBIS or [DATA / "orbis-nok-excerpt.jsonl"], ids=lambda path: path.name[:14])
def test_a_failed_check_of_the_factory_is_one_quality_call(recording: Path, tmp_path: Path) -> None:
    """It is told five times, and retained once more: still one."""
    running = replayed(recording, tmp_path)
    try:
        found = [shown.call for shown in every_call(running) if shown.call.category == "quality"]
        assert [(call.place, call.source, call.repeats, call.open) for call in found] == [
            ("factory/aiqs", Source.RULE, 0, True)
        ]
    finally:
        running.close()


def conditions(recording: Path) -> list[tuple[str, str, str]]:
    """Level, code and text of every condition that began, read without any code of the console."""
    import gzip

    with gzip.open(recording, "rt") if recording.suffix == ".gz" else recording.open() as text:
        rows = [line.rstrip("\n").split("|") for line in text if line.count("|") >= 6]
    return [(row[2], row[3], row[6]) for row in rows if row[2] in ("Fault", "Warning")]


def over(recording: Path, item: str) -> bool:
    """Whether the recording says that a condition of this item is over."""
    import gzip

    with gzip.open(recording, "rt") if recording.suffix == ".gz" else recording.open() as text:
        told = [line.split("|")[2] for line in text if f"|{item}|" in line]
    return told[-1] not in ("Fault", "Warning")


def faults_and_warnings(recording: Path, folder: Path) -> None:
    warnings = CallRule("warnings", "Warning", Kind.ALARM, "machine", levels=("warning",), order=9)
    running = replayed(recording, folder, warnings)
    try:
        calls = {shown.call.about: shown.call for shown in every_call(running) if shown.call.code}
        told = conditions(recording)
        faults = {(code, text) for level, code, text in told if level == "Fault" and code}
        print(f"{recording.name}: faults {sorted(faults)}, 1101 heard {calls['1101'].repeats + 1} times")
        assert faults == {("149", "TAILSTOCK BARRIER")}
        assert (calls["149"].text, calls["149"].place, calls["149"].repeats) == ("TAILSTOCK BARRIER", "Mazak01/cnc", 0)
        assert (calls["149"].cleared is not None) == over(recording, "path_system")
        assert sum(code == "1101" for _, code, _ in told) == 5
        assert (calls["1101"].text, calls["1101"].repeats) == ("INTERFERE", 4), "five times is one call with a count"
        steps = answer(running, call_file(calls["1101"].id)).steps
        assert [one.step.move for one in steps].count(Move.RAISE) == 1
    finally:
        running.close()


def test_a_fault_of_the_machine_tool_is_a_call_and_what_repeats_is_one(tmp_path: Path) -> None:
    faults_and_warnings(EXCERPT, tmp_path)


@pytest.mark.soak
def test_the_same_over_the_whole_day_of_the_machine_tool(tmp_path: Path) -> None:
    for recording in NIST:
        faults_and_warnings(recording, tmp_path)


# A broker, and a console that goes and comes


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    return plants.write(tmp_path / "plant.toml", PLANT)


@pytest.fixture
def open_console(plant: Path, broker: Broker, tmp_path: Path) -> Iterator[Callable[[], Running]]:
    opened: list[Running] = []

    def start() -> Running:
        said = {"plant.file": str(plant), "broker.host": HOST, "broker.port": str(broker.port)}
        options = Options(data=tmp_path / "data", overrides=said | {"calls.over_mqtt": "true"})
        (tmp_path / "data").mkdir(exist_ok=True)
        running = begun(compose(options, tmp_path / "data", settings_for(options, tmp_path / "data")))
        opened.append(running)
        drive(running, lambda: connected(running), 20)
        return running

    yield start
    for running in opened:
        running.close()


def open_calls(running: Running) -> list[Any]:
    assert running.console.calls is not None
    return [shown.call for shown in running.console.calls.open]


def test_what_was_published_while_the_console_was_off_is_a_call_and_none_is_doubled(
    open_console: Callable[[], Running], broker: Broker
) -> None:
    with Stranger(broker.port) as machine:
        running = open_console()
        machine.publish("works/10", json.dumps({"check": "failed", "id": "c1", "state": "running"}))
        machine.publish("gemba/Suzhou/raise", json.dumps({"station": "L1/10", "category": "help", "id": "b1"}))
        drive(running, lambda: len(open_calls(running)) == 2, 10)
        running.close()
        machine.publish("works/10", json.dumps({"check": "failed", "id": "c1", "state": "running"}))
        machine.publish("works/10", json.dumps({"alarm": "BARRIER", "code": 149, "level": "Fault"}))
        machine.publish("gemba/Suzhou/raise", json.dumps({"station": "L1/10", "category": "help", "id": "b1"}))
        machine.publish("gemba/Suzhou/raise", json.dumps({"station": "L1/10", "category": "material", "id": "b2"}))
        running = open_console()
        drive(running, lambda: len(open_calls(running)) == 4, 10)
        settle(running)
    assert sorted((call.category, call.code, call.repeats) for call in open_calls(running)) == [
        ("help", "", 0),
        ("machine", "149", 0),
        ("material", "", 0),
        ("quality", "", 0),
    ]


def test_a_retained_fault_is_no_call_and_a_published_one_is_there_within_a_second(
    open_console: Callable[[], Running], broker: Broker
) -> None:
    fault = json.dumps({"alarm": "BARRIER", "code": 149, "level": "Fault"})
    with Stranger(broker.port) as machine:
        machine.publish("works/10", fault, retain=True)
        running = open_console()
        settle(running)
        assert open_calls(running) == []
        machine.publish("works/10", json.dumps({"alarm": "", "code": 0, "level": ""}))
        began = time.monotonic()
        machine.publish("works/10", fault)
        drive(running, lambda: len(open_calls(running)) == 1, 10)
        took = time.monotonic() - began
    print(f"from publishing to the open call at hand: {took * 1000:.0f} ms")
    assert took < 1.0


def test_what_cannot_be_done_is_answered(open_console: Callable[[], Running], broker: Broker) -> None:
    with Stranger(broker.port) as button:
        button.listen("gemba/+/refused")
        running = open_console()
        button.publish("gemba/Suzhou/raise", json.dumps({"station": "L9", "category": "help", "id": 7}))
        drive(running, lambda: bool(button.heard), 10)
    topic, payload, retained = button.heard[0]
    told = json.loads(payload)
    assert (topic, retained) == ("gemba/Suzhou/refused", False)
    assert (told["id"], told["field"]) == ("7", "station")
