"""The demo plant on a real broker, with births, wills, deaths and a clean end."""

import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console.demo.broker import RunningBroker, start_broker
from console.demo.catalogue import demo_plant
from console.demo.publisher import Publisher
from console.telemetry.sparkplug_codec import Metric, decode, encode
from console.telemetry.sparkplug_values import DataType
from tests.demo.ears import Ear, listening, soon
from tests.demo.plants import hasty_plant
from tests.paths import ROOT

BIRTH, DEATH = "spBv1.0/Plant2/NBIRTH/L1", "spBv1.0/Plant2/NDEATH/L1"
CONNECTION = "plant2/press/L2/connection"
ORPHAN = """
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-m", "console.demo", "--port", sys.argv[1], "--start", str(time.time())])
print(child.pid, flush=True)
time.sleep(60)
"""


@contextmanager
def _command(broker: RunningBroker, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "console.demo", "--port", str(broker.port), "--start", str(time.time()), *options]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) as running:
        try:
            yield running
        finally:
            running.kill()


def _births(ear: Ear) -> list[int]:
    return [n for n, topic in enumerate(ear.topics()) if topic == BIRTH]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_command_publishes_every_line_and_ends_cleanly_on_a_signal(demo_broker: RunningBroker, how: int) -> None:
    with listening(demo_broker) as ear, _command(demo_broker) as running:
        assert soon(lambda: _births(ear) and len(ear.heard) > 150)
        roots = {"/".join(topic.split("/")[:2]) for topic in ear.topics()}
        assert roots == {"spBv1.0/Plant2", "plant2/press", "Plant2/Electronics", "Plant2/Filling"}
        running.send_signal(how)
        assert running.wait(5) == 0
        assert soon(lambda: ear.topics()[-2:] == [DEATH, CONNECTION])
        assert ear.heard[-1].payload == b'{"online":false}'


def test_the_plant_is_as_far_as_it_would_be_by_now(demo_broker: RunningBroker) -> None:
    plant = demo_plant()
    publisher = Publisher(demo_broker.host, demo_broker.port, plant, seed=3, start=time.time() - 3 * 3600)
    with listening(demo_broker) as ear:
        publisher.start()
        try:
            assert soon(lambda: "plant2/press/L2/40/status" in ear.topics())
        finally:
            publisher.stop()
    assert publisher.simulator.flows["L2"].posts[3].good > 300


def test_somebody_who_comes_later_finds_retained_states(demo_broker: RunningBroker) -> None:
    publisher = Publisher(demo_broker.host, demo_broker.port, demo_plant(), start=time.time())
    publisher.start()
    try:
        with listening(demo_broker) as first:
            assert soon(lambda: "Plant2/Filling/L4/50/Status/StateCurrent" in first.topics())
        with listening(demo_broker) as late:
            wanted = {f"plant2/press/L2/{n}0/status" for n in range(1, 8)} | {CONNECTION}
            assert soon(lambda: wanted <= {message.topic for message in late.heard if message.retained})
            assert not [m for m in late.heard if m.retained and ("spBv1.0" in m.topic or "/count/" in m.topic)]
    finally:
        publisher.stop()


def test_an_edge_node_answers_a_rebirth_command(demo_broker: RunningBroker, expected_log: Callable[..., None]) -> None:
    expected_log("a command that cannot be read")
    publisher = Publisher(demo_broker.host, demo_broker.port, demo_plant(), start=time.time())
    with listening(demo_broker) as ear:
        publisher.start()
        try:
            assert soon(lambda: len(_births(ear)) == 1)
            ask = encode([Metric("Node Control/Rebirth", None, True, DataType.BOOLEAN, None)], time.time(), None)
            ear.client.publish("spBv1.0/Plant2/NCMD/L1", b"not a payload \xff", 0)
            ear.client.publish("spBv1.0/Plant2/NCMD/L1", ask, 0)
            assert soon(lambda: len(_births(ear)) == 2)
            devices = [m.topic for m in ear.heard[_births(ear)[1] + 1 :] if "/DBIRTH/" in m.topic]
            assert soon(lambda: len([t for t in ear.topics()[_births(ear)[1] :] if "/DBIRTH/" in t]) == 7), devices
            assert DEATH not in ear.topics()
        finally:
            publisher.stop()


def test_a_scripted_death_is_told_by_the_broker_and_ends_with_a_birth_of_the_next_number(
    demo_broker: RunningBroker,
) -> None:
    publisher = Publisher(demo_broker.host, demo_broker.port, hasty_plant(), start=time.time())
    with listening(demo_broker) as ear:
        publisher.start()
        try:
            assert soon(lambda: len(_births(ear)) >= 2, 20)
        finally:
            publisher.stop()
        heard = list(ear.heard)
    lived = [m for m in heard if m.topic in (BIRTH, DEATH)]
    numbers = [(m.topic, decode(m.payload).metrics[0].value) for m in lived[:3]]
    assert numbers == [(BIRTH, 0), (DEATH, 0), (BIRTH, 1)]
    died, reborn = heard.index(lived[1]), heard.index(lived[2])
    assert not [m.topic for m in heard[died + 1 : reborn] if m.topic.startswith("spBv1.0")]
    assert [m.topic for m in heard[died + 1 : reborn] if m.topic.startswith("plant2/press")]


def test_a_killed_plant_is_told_dead_by_the_broker(demo_broker: RunningBroker) -> None:
    with listening(demo_broker) as ear, _command(demo_broker) as running:
        assert soon(lambda: _births(ear) and CONNECTION in ear.topics())
        running.kill()
        assert soon(lambda: DEATH in ear.topics())
        assert soon(lambda: (CONNECTION, b'{"online":false}') in [(m.topic, m.payload) for m in ear.heard])


def test_the_plant_ends_with_the_program_that_started_it(demo_broker: RunningBroker) -> None:
    command = [sys.executable, "-c", ORPHAN, str(demo_broker.port)]
    with listening(demo_broker) as ear, subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert soon(lambda: _births(ear))
        parent.kill()
        assert soon(lambda: ear.topics()[-2:] == [DEATH, CONNECTION])
    assert soon(lambda: not Path(f"/proc/{child}").exists() or " Z " in Path(f"/proc/{child}/stat").read_text())


def test_after_a_broker_restart_every_line_announces_itself_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expected_log: Callable[..., None]
) -> None:
    expected_log("no broker at", maybe=True)
    first = start_broker(tmp_path / "first")
    publisher = Publisher(first.host, first.port, demo_plant(), start=time.time())
    publisher.start()
    try:
        with listening(first) as ear:
            assert soon(lambda: _births(ear))
        first.stop()
        monkeypatch.setattr("console.demo.broker.free_port", lambda: first.port)
        second = start_broker(tmp_path / "second")
        with listening(second) as ear:
            assert soon(lambda: _births(ear) and CONNECTION in ear.topics(), 15)
            assert soon(lambda: "Plant2/Filling/L4/10/Status/StateCurrent" in ear.topics())
            number = decode(ear.heard[_births(ear)[0]].payload).metrics[0].value
            assert number is not None
            assert int(number) >= 1
        second.stop()
    finally:
        publisher.stop()


def test_the_asked_rate_is_published(demo_broker: RunningBroker) -> None:
    with listening(demo_broker) as ear, _command(demo_broker, "--rate", "1000"):
        assert soon(lambda: len(ear.heard) > 300)
        before, began = len(ear.heard), time.monotonic()
        time.sleep(3)
        rate = (len(ear.heard) - before) / (time.monotonic() - began)
    print(f"asked for 1000 msg/s of process values, heard {rate:.0f} msg/s of everything")  # noqa: T201
    assert rate > 700
