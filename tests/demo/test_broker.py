"""The broker of the demo: real, on this computer only, and gone when the program that started it is."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from console.demo import broker as broker_module
from console.demo.broker import RunningBroker, start_broker
from console.domain.errors import WorldAway
from tests.demo.ears import Ear, MQTTProtocolVersion, listening, soon
from tests.paths import ROOT

PARENT = """
import sys, time
from pathlib import Path
from console.demo.broker import start_broker
running = start_broker(Path(sys.argv[1]))
print(running.pid, running.port, flush=True)
time.sleep(60)
"""


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def _answers(host: str, port: int) -> bool:
    try:
        socket.create_connection((host, port), timeout=1).close()
    except OSError:
        return False
    return True


def test_it_is_mosquitto_where_mosquitto_is_installed(demo_broker: RunningBroker) -> None:
    assert demo_broker.kind == "mosquitto"
    assert demo_broker.pid is not None
    assert Path(f"/proc/{demo_broker.pid}/comm").read_text().strip() == "mosquitto"


def test_what_is_published_is_heard(demo_broker: RunningBroker) -> None:
    with listening(demo_broker) as ear:
        ear.client.publish("a/b", b"hello", 1)
        assert soon(lambda: ear.topics() == ["a/b"])


def test_only_this_computer_reaches_it(demo_broker: RunningBroker) -> None:
    listeners = [line.split()[1] for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    port = f"{demo_broker.port:04X}"
    assert [address for address in listeners if address.endswith(f":{port}")][0] == f"0100007F:{port}"
    assert not _answers("::1", demo_broker.port)


def test_stop_ends_the_broker_and_may_be_called_twice(tmp_path: Path) -> None:
    running = start_broker(tmp_path)
    assert running.pid is not None
    running.stop()
    running.stop()
    assert not _runs(running.pid)


def test_the_broker_dies_with_a_parent_that_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PARENT, str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        pid, port = (int(word) for word in parent.stdout.readline().split())
        assert _runs(pid)
        parent.kill()
    assert soon(lambda: not _runs(pid), 5)
    assert not _answers("127.0.0.1", port)


def test_two_brokers_do_not_disturb_each_other(demo_broker: RunningBroker, tmp_path: Path) -> None:
    other = start_broker(tmp_path / "other")
    try:
        assert other.port != demo_broker.port
        with listening(demo_broker) as ear, listening(other) as elsewhere:
            ear.client.publish("a", b"1", 1)
            assert soon(lambda: ear.topics() == ["a"])
            assert elsewhere.topics() == []
    finally:
        other.stop()


def test_a_mosquitto_that_does_not_start_is_said_with_its_log(tmp_path: Path) -> None:
    with pytest.raises(WorldAway, match="does not start"):
        start_broker(tmp_path, mosquitto="/bin/false")


def test_without_mosquitto_amqtt_serves_inside_the_program_and_says_what_it_is_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", os.fspath(tmp_path))
    monkeypatch.setattr(broker_module, "PLACES", ())
    running = start_broker(tmp_path)
    try:
        assert (running.kind, running.pid) == ("amqtt", None)
        assert "demo and a single PC only" in running.note
        ear = Ear(running, MQTTProtocolVersion.MQTTv311)
        ear.client.publish("a/b", b"hello", 1)
        assert soon(lambda: ear.topics() == ["a/b"])
        ear.close()
    finally:
        running.stop()
    assert not _answers(running.host, running.port)
