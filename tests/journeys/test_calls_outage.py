"""Promise 2 for calls: outages of the broker and deaths of the console lose no call and double none."""

from __future__ import annotations

import json
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import paho.mqtt.client as paho
import pytest

from tests.brokers import HOST, Broker
from tests.journeys import plants
from tests.journeys.headless import start
from tests.journeys.processes import ConsoleProcess
from tests.journeys.telling import open_calls
from tests.journeys.watching import beat_for, connected, drive

STATIONS = [f"{number}" for number in range(10, 210, 10)]
PLANT = f"""
[plant]
name = "Works"
timezone = "UTC"

[[line]]
id = "L1"
site = "Suzhou"
area = "Body"
expected_interval = 3600
station = [{", ".join(f'{{id = "{station}"}}' for station in STATIONS)}]

[[source]]
topic = "works/{{station}}"
place = "L1/{{station}}"
signal = [
  {{feeds = "state", path = "state"}},
  {{feeds = "quality", path = "check", key = "id"}},
]
"""
BUTTONS = ("help", "material", "safety", "machine")
WANTED = sorted([f"L1/{station}", kind, 0] for station in STATIONS for kind in (*BUTTONS, "quality"))


class Buttons:
    """Machines and buttons that keep what they could not say until the broker is there again; QoS 1, like any PLC."""

    def __init__(self, port: int) -> None:
        self._client = paho.Client(
            paho.CallbackAPIVersion.VERSION2, "buttons", clean_session=False, protocol=paho.MQTTv311
        )
        self._client.reconnect_delay_set(1, 1)
        self._client.connect(HOST, port)
        self._client.loop_start()
        self._said = self._told = 0
        self._client.on_publish = lambda *facts: self._one_more()
        self._left = [*WANTED]
        random.shuffle(self._left)

    def say(self, count: int = 1) -> None:
        """Want so many more calls; each is said twice, as something does that did not hear an answer."""
        for _ in range(min(count, len(self._left))):
            place, kind, _ = self._left.pop()
            station, id = place[3:], f"{place} {kind}"
            told: dict[str, Any] = {"station": place, "category": kind, "id": id}
            topic = "gemba/Suzhou/raise"
            if kind == "quality":
                topic, told = f"works/{station}", {"check": "failed", "id": id}
            for _ in range(2):
                self._client.publish(topic, json.dumps(told), 1)
                self._said += 1

    def end(self) -> int:
        """Wait until the broker has everything; how many messages that were."""
        end = time.monotonic() + 20
        while self._told < self._said and time.monotonic() < end:
            time.sleep(0.01)
        self._client.disconnect()
        self._client.loop_stop()
        assert self._told == self._said
        return self._said

    def _one_more(self) -> None:
        self._told += 1


@pytest.fixture
def lasting(make_broker: Callable[..., Broker], tmp_path: Path) -> Broker:
    """A mosquitto that keeps its sessions on disk."""
    (tmp_path / "kept").mkdir()
    return make_broker(plants.LASTING.format(folder=tmp_path / "kept"))


@pytest.fixture
def works(tmp_path: Path) -> Path:
    return plants.write(tmp_path / "plant.toml", PLANT)


@pytest.mark.parametrize("restarts", [0, 3])
def test_a_broker_restarted_while_calls_come_in_loses_none_and_doubles_none(
    lasting: Broker, tmp_path: Path, works: Path, restarts: int
) -> None:
    dice = random.Random()
    running = start(tmp_path / "console", works, lasting.port, calls=True)
    try:
        drive(running, lambda: connected(running), 10)
        buttons = Buttons(lasting.port)
        for _ in range(restarts):
            buttons.say(12)
            beat_for(running, dice.uniform(0.1, 0.5))
            buttons.say(8)
            lasting.stop()
            buttons.say(8)
            beat_for(running, dice.uniform(0.1, 0.6))
            lasting.start()
        buttons.say(len(WANTED))
        drive(running, lambda: len(open_calls(running)) >= len(WANTED), 30)
        said = buttons.end()
        beat_for(running, 0.5)
        assert open_calls(running) == WANTED
    finally:
        running.close()
    print(f"{restarts} restarts of the broker, {said} messages, {len(WANTED)} calls, each once")


def test_a_console_killed_while_calls_come_in_has_each_of_them_once(
    lasting: Broker, tmp_path: Path, works: Path
) -> None:
    dice = random.Random()
    folder = tmp_path / "console"
    with ConsoleProcess(folder, works, lasting.port, calls=True).connected() as console:
        console.kill()
    buttons, before = Buttons(lasting.port), []
    for _ in range(4):
        with ConsoleProcess(folder, works, lasting.port, calls=True).connected() as console:
            end = time.monotonic() + dice.uniform(0.2, 1.2)
            while time.monotonic() < end:
                buttons.say(2)
                time.sleep(0.05)
            before.append(len(console.tell()["calls"]))
            console.kill()
        buttons.say(3)
    buttons.say(len(WANTED))
    said = buttons.end()
    with ConsoleProcess(folder, works, lasting.port, calls=True) as console:
        console.until(lambda facts: len(facts["calls"]) >= len(WANTED), 30)
        time.sleep(0.5)
        facts = console.tell()
        assert facts["calls"] == WANTED
        assert facts["warnings"] == []
    print(f"killed 4 times, when {before} calls were open; {said} messages, {len(WANTED)} calls, each once")
