"""The host against an edge node that is not ours (pysparkplug in its own environment) through a real broker."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import paho.mqtt.client as paho
import pytest

from console.telemetry.sparkplug import Heard, Presence, SparkplugHost, SparkplugKind, rebirth_command
from console.telemetry.sparkplug_schema import PayloadMessage
from tests.brokers import Broker
from tests.paths import ROOT

LOCK = ROOT / "requirements" / "stranger.txt"
HOME = ROOT / ".stranger"
SCRIPT = Path(__file__).with_name("stranger.py")
NODE, CELL = "Stranger's/Edge 1 焊", "Stranger's/Edge 1 焊/cell"
WaitUntil = Callable[..., None]


@pytest.fixture(scope="session")
def stranger_python() -> Path:
    """The Python of `.stranger`, made when missing or its lock changed; where it cannot be made, the test fails."""
    made_from = HOME / "made-from"
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not made_from.exists() or made_from.read_text() != wanted:
        shutil.rmtree(HOME, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", HOME], check=True, timeout=60)
        install = [python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK]
        subprocess.run(install, check=True, timeout=150)
        made_from.write_text(wanted)
    return python


class Edge:
    """The stranger's process."""

    def __init__(self, python: Path, port: int) -> None:
        command = [python, SCRIPT, str(port), *NODE.split("/")]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def do(self, *words: object) -> None:
        """One command; returns when the library took it."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        assert self.process.stdout.readline() == "done\n"

    def kill(self) -> None:
        """As a power cut would."""
        self.process.kill()
        self.process.wait(5)
        for pipe in (self.process.stdin, self.process.stdout):
            assert pipe is not None
            pipe.close()


class Console:
    """A plain MQTT client that gives a host what it hears, and sends what the host asks."""

    def __init__(self, port: int, ask: bool = True) -> None:
        self.heard: list[Heard] = []
        self.asked = 0
        self.host = SparkplugHost(self._ask if ask else None)
        self.ready = False
        self._port = port
        self._client = paho.Client(paho.CallbackAPIVersion.VERSION2, protocol=paho.MQTTv5)
        self._client.on_subscribe = self._subscribed
        self._client.on_message = self._message

    def __enter__(self) -> Console:
        self._client.connect("127.0.0.1", self._port)
        self._client.subscribe("spBv1.0/#", 1)
        self._client.loop_start()
        return self

    def __exit__(self, *error: object) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def of(self, kind: SparkplugKind, path: str) -> list[Heard]:
        """Everything of one kind that was heard of a path."""
        return [heard for heard in list(self.heard) if heard.kind is kind and heard.path == path]

    def values(self, path: str, name: str) -> list[object]:
        """Every believed value of one metric that came as data."""
        told = [heard for heard in self.of(SparkplugKind.DATA, path) if not heard.waiting]
        return [metric.value for heard in told for metric in heard.metrics if metric.name == name]

    def presence(self, path: str) -> Presence | None:
        """What the host believes of a node or device."""
        state = self.host.nodes.get(path)
        return state.presence if state is not None else None

    def both_online(self) -> bool:
        """Node and device are born; the clock is looked at on the way."""
        self.host.watch()
        return {self.presence(NODE), self.presence(CELL)} == {Presence.ONLINE}

    def _ask(self, group: str, node: str) -> None:
        self.asked += 1
        topic, payload = rebirth_command(group, node)
        self._client.publish(topic, payload)

    def _subscribed(self, *facts: Any) -> None:
        self.ready = True

    def _message(self, client: Any, data: Any, message: paho.MQTTMessage) -> None:
        self.heard.append(self.host.hear(message.topic, message.payload, message.retain, message.timestamp))


@pytest.fixture
def edge(stranger_python: Path, broker: Broker) -> Iterator[Callable[[], Edge]]:
    """Starts the stranger, as often as asked."""
    edges: list[Edge] = []

    def start() -> Edge:
        edges.append(Edge(stranger_python, broker.port))
        return edges[-1]

    yield start
    for one in edges:
        if one.process.poll() is None:
            one.kill()


@contextmanager
def listening(broker: Broker, wait_until: WaitUntil, ask: bool = True) -> Iterator[Console]:
    """A console that is connected and subscribed."""
    with Console(broker.port, ask) as console:
        wait_until(lambda: console.ready)
        yield console


def fields_of(message: Any, above: str = "") -> Iterator[str]:
    name = above + message.name
    for field in message.fields:
        oneof, inner = field.containing_oneof, field.message_type
        parts = (
            name,
            field.name,
            field.number,
            field.type,
            field.is_repeated,
            oneof and oneof.name,
            inner and inner.name,
        )
        yield " ".join(map(str, parts))
    for nested in message.nested_types:
        yield from fields_of(nested, f"{name}.")


def test_our_schema_has_the_fields_of_the_public_one(stranger_python: Path) -> None:
    told = subprocess.run([stranger_python, SCRIPT, "--schema"], capture_output=True, text=True, check=True).stdout
    theirs = {line for line in told.splitlines() if "xtension" not in line}
    assert len(theirs) > 60
    assert set(fields_of(PayloadMessage.DESCRIPTOR)) == theirs


def test_births_and_data_by_name_and_alias(edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil) -> None:
    with listening(broker, wait_until) as console:
        node = edge()
        wait_until(console.both_online)
        (birth,) = console.of(SparkplugKind.BIRTH, NODE)
        assert {m.name for m in birth.metrics} == {"Temperature", "Node Control/Rebirth", "bdSeq"}
        for command in (("name", 21.5), ("alias", 22.5), ("device", -7), ("device-alias", -300)):
            node.do(*command)
        wait_until(lambda: len(console.values(CELL, "Balance")) == 2)
        assert console.values(NODE, "Temperature") == [21.5, 22.5]
        assert console.values(CELL, "Balance") == [-7, -300]
        assert {heard.note for heard in console.heard} == {""}
        assert console.asked == 0


def test_a_killed_node_is_dead_with_its_device_and_lives_again(
    edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil
) -> None:
    with listening(broker, wait_until) as console:
        first = edge()
        wait_until(console.both_online)
        first.kill()
        wait_until(lambda: console.of(SparkplugKind.DEATH, NODE))
        assert console.of(SparkplugKind.DEATH, NODE)[0].affects == (NODE, CELL)
        assert console.presence(CELL) is Presence.OFFLINE
        edge()
        wait_until(console.both_online)
        assert console.host.nodes[NODE].births == 2
        assert console.asked == 0


def test_a_device_may_die_alone(edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil) -> None:
    with listening(broker, wait_until) as console:
        node = edge()
        wait_until(console.both_online)
        node.do("device-death")
        node.do("alias", 3.5)
        wait_until(lambda: console.values(NODE, "Temperature") == [3.5])
        assert console.of(SparkplugKind.DEATH, CELL)[0].affects == (CELL,)
        assert (console.presence(NODE), console.presence(CELL)) == (Presence.ONLINE, Presence.OFFLINE)
        assert console.host.nodes[NODE].gaps == 0


def test_a_host_that_starts_in_the_middle_asks_and_is_answered(
    edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil
) -> None:
    with listening(broker, wait_until) as witness:
        node = edge()
        wait_until(witness.both_online)
        node.do("alias", 1.5)
        wait_until(lambda: witness.values(NODE, "Temperature") == [1.5])  # so that the late one cannot hear it
        with listening(broker, wait_until) as late:
            node.do("device-alias", 5)
            wait_until(late.both_online)
            assert late.asked == 1
            waited = late.of(SparkplugKind.DATA, CELL)[0]
            assert (waited.waiting, waited.metrics) == (True, [])
            node.do("device-alias", 6)
            wait_until(lambda: late.values(CELL, "Balance") == [6])
            assert late.host.nodes[NODE].bd_seq == witness.host.nodes[NODE].bd_seq == 0
        wait_until(lambda: witness.values(CELL, "Balance") == [5, 6])
        assert (witness.host.nodes[NODE].births, witness.host.nodes[NODE].gaps) == (2, 0)


def test_with_asking_switched_off_nothing_is_sent_and_names_alone_are_told(
    edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil
) -> None:
    with listening(broker, wait_until) as witness:
        node = edge()
        wait_until(witness.both_online)
        with listening(broker, wait_until, ask=False) as quiet:
            node.do("device-alias", 5)
            node.do("name", 4.5)
            wait_until(lambda: quiet.of(SparkplugKind.DATA, NODE))
            (heard,) = quiet.of(SparkplugKind.DATA, NODE)
            assert (heard.waiting, [m.value for m in heard.metrics]) == (True, [4.5])
        assert witness.of(SparkplugKind.COMMAND, NODE) == []
        assert witness.host.nodes[NODE].births == 1


def test_a_lost_message_is_noticed_and_the_node_answers_with_its_births(
    edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil
) -> None:
    with listening(broker, wait_until) as console:
        node = edge()
        wait_until(console.both_online)
        node.do("skip")
        node.do("alias", 8.5)
        wait_until(lambda: console.values(NODE, "Temperature") == [8.5])
        assert "sequence gap 1 → 3" in console.of(SparkplugKind.DATA, NODE)[0].note
        wait_until(lambda: console.both_online() and console.host.nodes[NODE].births == 2)
        assert console.asked == 1


def test_a_node_of_this_library_that_leaves_is_not_taken_for_alive(
    edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil
) -> None:
    with listening(broker, wait_until) as console:
        node = edge()
        wait_until(console.both_online)
        node.do("leave")  # it names the bdSeq of its next session
        wait_until(lambda: console.of(SparkplugKind.DEATH, NODE))
        assert Presence.ONLINE not in {console.presence(NODE), console.presence(CELL)}


def test_three_hundred_messages_of_a_real_node_are_one_unbroken_sequence(
    edge: Callable[[], Edge], broker: Broker, wait_until: WaitUntil
) -> None:
    with listening(broker, wait_until) as console:
        node = edge()
        wait_until(console.both_online)
        for n in range(300):
            node.do("alias", n)
        wait_until(lambda: len(console.values(NODE, "Temperature")) == 300)
        assert console.values(NODE, "Temperature") == [float(n) for n in range(300)]
        assert (console.host.nodes[NODE].gaps, console.asked) == (0, 0)
