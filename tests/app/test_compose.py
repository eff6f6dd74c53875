"""From options and settings to a running console: what is started, what is refused, and that everything ends."""

from __future__ import annotations

import json
import os
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from console.app.commandline import Options
from console.app.compose import Running, broker_settings, client_id, compose, passing_folder, settings_for
from console.demo import broker as demo_broker
from console.domain.errors import FileRefused, Refusal, WorldAway
from console.domain.events import Link
from console.domain.stations import StationState
from tests.app.talking import plant_text
from tests.brokers import Broker, Stranger
from tests.journeys.watching import drive
from tests.paths import DATA

ORBIS = DATA / "orbis-nok-excerpt.jsonl"


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """`start(options)`: composed in a data folder of the test; ended after it."""
    made: list[Running] = []

    def begin(options: Options) -> Running:
        running = compose(options, tmp_path, settings_for(options, tmp_path))
        made.append(running)
        return running

    yield begin
    for running in made:
        running.close()


def left_of(before: set[int]) -> dict[int, str]:
    """Processes that were not there before and do not end by themselves within moments, with what they are."""
    end = time.monotonic() + 3
    while (left := children() - before) and time.monotonic() < end:
        time.sleep(0.02)
    told = {}
    for pid in left:
        with suppress(OSError):
            told[pid] = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return told


def children() -> set[int]:
    """Processes that this one started and that still run, with theirs."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent = stat.read_text().rpartition(")")[2].split()[:2]
            if state != "Z":
                parents[int(stat.parent.name)] = int(parent)
    family = {os.getpid()}
    for _ in range(4):
        family |= {pid for pid, parent in parents.items() if parent in family}
    return family - {os.getpid()}


def answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0


# The real thing


def test_a_real_plant_on_a_real_broker_is_watched(
    start: Callable[..., Running], broker: Broker, tmp_path: Path
) -> None:
    file = tmp_path / "plant.toml"
    file.write_text(plant_text())
    running = start(
        Options(overrides={"plant.file": str(file), "broker.host": broker.host, "broker.port": str(broker.port)})
    )
    console = running.console
    assert console.plant_path == file
    drive(running, lambda: console.broker.link is Link.CONNECTED, 10)
    with Stranger(broker.port) as machine:
        live = console.floor.stations["L1/20"]

        def runs() -> bool:
            machine.publish("f/L1/20", '{"state": "running"}')
            return live.state is StationState.RUNNING

        drive(running, runs, 10)


def test_a_plant_file_that_changes_is_shown_without_a_restart(start: Callable[..., Running], tmp_path: Path) -> None:
    file = tmp_path / "plant.toml"
    file.write_text(plant_text())
    running = start(Options(overrides={"plant.file": str(file)}))
    file.write_text(plant_text(3))
    drive(running, lambda: len(running.console.floor.lines) == 3, 15)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00", "a folder"])
def test_a_plant_file_that_cannot_be_read_leaves_an_empty_board_and_the_refusal(
    start: Callable[..., Running], tmp_path: Path, content: bytes | str | None, expected_log: Callable[..., None]
) -> None:
    expected_log("plant.toml")
    file = tmp_path / "plant.toml"
    if isinstance(content, bytes):
        file.write_bytes(content)
    elif content:
        file.mkdir()
    running = start(Options(overrides={"plant.file": str(file)}))
    console = running.console
    assert console.floor.lines == []
    assert console.plant_refused is not None
    assert str(file) in console.plant_refused.detail
    assert [problem.message for problem in console.problems] == [console.plant_refused.detail]
    running.beat()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a pipe stands for a share that hangs")
def test_a_plant_file_on_a_share_that_hangs_stops_no_start(
    start: Callable[..., Running], tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("did not answer in time")
    file = tmp_path / "plant.toml"
    os.mkfifo(file)  # opening it waits for a writer that never comes
    begun = time.monotonic()
    running = start(Options(overrides={"plant.file": str(file)}))
    assert time.monotonic() - begun < 8
    assert running.console.plant_refused is not None
    running.beat()
    os.close(os.open(file, os.O_RDWR | os.O_NONBLOCK))  # lets the reading thread go


def test_a_plant_file_that_could_not_be_read_is_taken_as_soon_as_it_can(
    start: Callable[..., Running], tmp_path: Path, expected_log: Callable[..., None]
) -> None:
    expected_log("plant.toml")
    file = tmp_path / "plant.toml"
    running = start(Options(overrides={"plant.file": str(file)}))
    file.write_text(plant_text())
    drive(running, lambda: len(running.console.floor.lines) == 1, 15)
    assert running.console.plant_refused is None
    assert running.console.problems == ()


def test_nothing_set_is_an_empty_board_that_listens_to_nobody(start: Callable[..., Running]) -> None:
    running = start(Options())
    running.beat()
    assert (running.console.floor.lines, running.console.broker.link) == ([], Link.OFF)
    assert running.progress() is None


def test_a_store_elsewhere_holds_the_shift(start: Callable[..., Running], tmp_path: Path) -> None:
    running = start(Options(overrides={"store.folder": str(tmp_path / "deep" / "store")}))
    running.close()
    assert (tmp_path / "deep" / "store" / "shift.db").is_file()


def test_broker_settings_are_what_was_set_and_a_password_goes_with_a_user(tmp_path: Path) -> None:
    def made(**said: str) -> object:
        overrides = {f"broker.{name}": value for name, value in said.items()}
        return broker_settings(settings_for(Options(overrides=overrides), tmp_path), tmp_path)

    assert made() is None
    plain = made(host="::1", tls="off")
    assert (plain.host, plain.port, plain.user, plain.tls, plain.address) == ("::1", 1883, "", False, "[::1]:1883")  # type: ignore[attr-defined]
    secure = made(host="b", user="u", client_id="x", ca_file="ca.pem", keepalive="30")
    assert (secure.port, secure.user, secure.client_id, secure.keepalive) == (8883, "u", "x", 30)  # type: ignore[attr-defined]


def test_each_data_folder_has_a_name_of_its_own_at_the_broker_and_keeps_it(tmp_path: Path) -> None:
    first, second = client_id(tmp_path / "a"), client_id(tmp_path / "b")
    assert first != second
    assert first == client_id(tmp_path / "a")
    assert first.isalnum()
    assert len(first) <= 23, "what every broker accepts (MQTT 3.1.1, 3.1.3.1)"


# Ending


def test_what_would_not_end_keeps_nothing_else_from_ending(
    start: Callable[..., Running], expected_log: Callable[..., None]
) -> None:
    expected_log("something would not end")
    running = start(Options())
    ended: list[str] = []
    running.at_end(lambda: ended.append("first"))

    def stuck() -> None:
        raise OSError("busy")

    running.at_end(stuck)
    running.at_end(lambda: ended.append("last"))
    close = running.console.close

    def closes_badly() -> None:
        close()
        raise RuntimeError("disk gone")

    running.console.close = closes_badly  # type: ignore[method-assign]
    running.close()
    assert ended == ["last", "first"]
    running._endings.clear()
    running.console.close = close  # type: ignore[method-assign]


def test_a_passing_folder_leaves_nothing_behind() -> None:
    folder, forget = passing_folder()
    (folder / "deep").mkdir()
    forget()
    assert not folder.exists()
    forget()


# The demo


def test_the_demo_lives_through_its_morning_then_hears_its_plant_and_ends_what_it_started(
    start: Callable[..., Running],
) -> None:
    before = children()
    running = start(Options(demo=True, lines=1))
    console = running.console
    assert len(console.floor.lines) == 1
    assert console.demo_note
    drive(running, lambda: running.progress() is None, 90)
    drive(running, lambda: console.broker.link is Link.CONNECTED, 20)
    drive(running, lambda: console.received > 20, 30)
    assert console.demo_pin, "whoever looks around must be able to sign in"
    assert console.settings_used is not None
    port = console.settings_used.port
    started = children() - before
    assert len(started) >= 2, "the broker and the simulated plant"
    running.close()
    assert children() & started == set()
    assert not answers(port)


def test_a_demo_closed_in_its_morning_ends_its_broker_too(start: Callable[..., Running]) -> None:
    before = children()
    running = start(Options(demo=True, lines=2))
    running.beat()
    running.close()
    assert left_of(before) == {}


def test_a_demo_without_a_broker_is_refused_in_words_and_leaves_no_thread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "mosquitto"
    broken.write_text("#!/bin/sh\nexit 1\n")
    broken.chmod(0o755)
    monkeypatch.setattr(demo_broker, "find_mosquitto", lambda: str(broken))
    before = set(threading.enumerate())
    with pytest.raises(WorldAway, match="does not start"):
        compose(Options(demo=True), tmp_path, settings_for(Options(), tmp_path))
    assert set(threading.enumerate()) <= before


DEAF = """#!{python}
import re, signal, socket, sys
signal.signal(signal.SIGTERM, signal.SIG_IGN)
port = int(re.search(r"listener (\\d+)", open(sys.argv[2]).read())[1])
with socket.create_server(("127.0.0.1", port)) as server:
    while True:
        server.accept()
"""


def test_a_broker_that_does_not_hear_the_signal_is_ended_all_the_same(tmp_path: Path) -> None:
    before = children()
    deaf = tmp_path / "mosquitto"
    deaf.write_text(DEAF.format(python=sys.executable))
    deaf.chmod(0o755)
    running = demo_broker.start_broker(tmp_path / "broker", str(deaf))
    assert running.pid is not None
    running.stop()
    assert not Path(f"/proc/{running.pid}").exists()
    assert not answers(running.port)
    assert left_of(before) == {}


# The replay


@pytest.mark.parametrize("content", [None, b"", b"not a recording\n", b"\x1f\x8b\x08broken"])
def test_a_recording_that_is_none_is_refused_in_words_and_its_broker_ends(
    tmp_path: Path, content: bytes | None
) -> None:
    before = children()
    file = tmp_path / "recording.jsonl"
    if content is not None:
        file.write_bytes(content)
    options = Options(replay=file)
    with pytest.raises(FileRefused) as refused:
        compose(options, tmp_path, settings_for(options, tmp_path))
    assert "recording.jsonl" in refused.value.detail
    assert left_of(before) == {}


def test_a_replay_with_a_plant_file_that_is_not_there_is_refused_in_words(tmp_path: Path) -> None:
    before = children()
    options = Options(replay=ORBIS, overrides={"plant.file": str(tmp_path / "none.toml")})
    with pytest.raises(Refusal, match="none.toml"):
        compose(options, tmp_path, settings_for(options, tmp_path))
    assert left_of(before) == {}


def test_a_replay_plays_through_a_broker_of_its_own_and_ends_it(start: Callable[..., Running]) -> None:
    before = children()
    running = start(Options(replay=ORBIS, speed=0))
    drive(running, running.replayed, 60)
    assert running.progress() is None
    states = {live.state for live in running.console.floor.stations.values()}
    assert states != {StationState.NO_DATA}
    running.close()
    assert left_of(before) == {}


def test_a_replay_through_a_broker_that_is_named_uses_that_one(start: Callable[..., Running], broker: Broker) -> None:
    before = children()
    options = Options(replay=ORBIS, speed=0, overrides={"broker.host": broker.host, "broker.port": str(broker.port)})
    running = start(options)
    assert left_of(before) == {}, "no other broker"
    drive(running, running.replayed, 60)
    running.close()
    assert answers(broker.port)


def test_a_replay_shows_the_time_of_the_recording(start: Callable[..., Running]) -> None:
    lines = [json.loads(line) for line in ORBIS.read_text().splitlines()]
    running = start(Options(replay=ORBIS, speed=0))
    drive(running, running.replayed, 60)
    last = max(line["timestamp"] for line in lines if "timestamp" in line and "_kind" not in line)
    shown = time.strftime("%Y-%m-%dT%H:%M", time.gmtime(running.console.now()))
    assert shown == str(last)[:16]
