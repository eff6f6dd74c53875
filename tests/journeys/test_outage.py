"""Promise 2: outages of the broker and deaths of the console lose no piece and count none twice."""

from __future__ import annotations

import random
import re
import socket
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from console.app.compose import Running
from tests.brokers import Broker, Stranger
from tests.journeys import plants
from tests.journeys.headless import start
from tests.journeys.processes import ConsoleProcess, MachineProcess, counts
from tests.journeys.telling import told
from tests.journeys.watching import beat_for, connected, drive

RATE = 250.0  # messages a second
IN_FLIGHT = 500  # messages that the broker may have sent without an answer
MakeBroker = Callable[..., Broker]


@pytest.fixture
def lasting(make_broker: MakeBroker, tmp_path: Path) -> Broker:
    """A mosquitto that keeps its sessions on disk."""
    folder = tmp_path / "kept"
    folder.mkdir()
    return make_broker(plants.LASTING.format(folder=folder))


@pytest.fixture
def works(tmp_path: Path) -> Path:
    """Totals and pulses with times."""
    return plants.write(tmp_path / "plant.toml", plants.WORKS)


@pytest.fixture
def untimed(tmp_path: Path) -> Path:
    """The same, and station 50 tells bare pulses without a time."""
    return plants.write(tmp_path / "untimed.toml", plants.UNTIMED)


def counted(running: Running, made: dict[str, Any]) -> None:
    """Beat until everything that was made is counted, and fail with both figures when it is not."""

    def done() -> bool:
        return counts(told(running)) == made["made"] and not running.console.intake.held

    try:
        drive(running, done, 10)
    except AssertionError:
        assert counts(told(running)) == made["made"]
        raise
    print(f"{made['messages']} messages; made and counted [good, scrap]: {made['made']}")


def cut(running: Running) -> None:
    """Break the console's connection as a pulled cable would."""
    client = running.console._client
    assert client is not None
    assert client._channel is not None
    wire = client._channel._wire
    sock = wire.socket() if wire is not None else None
    if sock is not None:
        sock.shutdown(socket.SHUT_RDWR)


@pytest.mark.parametrize("restarts", [0, 3])
def test_a_broker_restarted_under_load_loses_no_piece_and_counts_none_twice(
    lasting: Broker, tmp_path: Path, works: Path, restarts: int
) -> None:
    dice = random.Random()
    running = start(tmp_path / "console", works, lasting.port)
    try:
        drive(running, lambda: connected(running), 10)
        with MachineProcess(lasting.port, 7.0 if restarts else 3.0, RATE) as machines:
            for _ in range(restarts):
                beat_for(running, dice.uniform(0.3, 1.5))
                lasting.stop()
                beat_for(running, dice.uniform(0.1, 1.0))
                lasting.start()
            drive(running, machines.done, 20)
            made = machines.finished()
        counted(running, made)
    finally:
        running.close()
    print(f"{restarts} restarts of the broker")


def test_a_connection_cut_under_load_counts_not_even_a_piece_without_time_twice(
    lasting: Broker, tmp_path: Path, untimed: Path
) -> None:
    dice = random.Random()
    running = start(tmp_path / "console", untimed, lasting.port)
    cuts = 0
    try:
        drive(running, lambda: connected(running), 10)
        with MachineProcess(lasting.port, 6.0, RATE, "untimed") as machines:
            while not machines.done():
                beat_for(running, dice.uniform(0.1, 0.8))
                cut(running)
                cuts += 1
                drive(running, lambda: connected(running), 10)
            made = machines.finished()
        counted(running, made)
    finally:
        running.close()
    print(f"{cuts} cuts")


def test_what_a_busy_console_has_not_yet_counted_is_counted_once_after_a_restart_of_the_broker(
    lasting: Broker, tmp_path: Path, untimed: Path
) -> None:
    running = start(tmp_path / "console", untimed, lasting.port)
    try:
        drive(running, lambda: connected(running), 10)
        with Stranger(lasting.port) as machine:
            for _ in range(200):
                machine.publish("works/50/pulse", "1")
        time.sleep(0.3)  # heard and held; nobody beats
        lasting.stop()
        lasting.start()
        live = running.console.floor.stations["L1/50"]
        drive(running, lambda: running.console.received >= 400 and not running.console.intake.held, 10)
        assert live.good == 200
        with Stranger(lasting.port) as machine:
            machine.publish("works/50/pulse", "1")
        drive(running, lambda: live.good == 201, 5)
    finally:
        running.close()


def test_a_console_killed_five_times_under_load_loses_no_piece_and_counts_none_twice(
    lasting: Broker, tmp_path: Path, works: Path
) -> None:
    dice = random.Random()
    folder = tmp_path / "console"
    ConsoleProcess(folder, works, lasting.port).connected().kill()
    lives = []
    with MachineProcess(lasting.port, 12.0, RATE) as machines:
        for _ in range(5):
            with ConsoleProcess(folder, works, lasting.port).connected() as console:
                time.sleep(dice.uniform(0.05, 1.2))
                lives.append(sum(sum(c) for c in counts(console.tell()).values()))
                console.kill()
            time.sleep(dice.uniform(0.0, 0.5))
        with ConsoleProcess(folder, works, lasting.port) as console:
            made = machines.finished()
            facts = console.settled(made["made"])
            assert counts(facts) == made["made"]
            assert facts["warnings"] == []
    print(f"killed 5 times, when {lives} of {sum(map(sum, made['made'].values()))} pieces were counted")
    print(f"{made['messages']} messages; made and counted: {made['made']}")


def test_a_pulse_is_acknowledged_only_when_its_count_is_on_disk(lasting: Broker, tmp_path: Path, works: Path) -> None:
    """Between hearing and commit: another program locks the file, so that nothing can be committed. Then kill -9."""
    folder = tmp_path / "console"
    with ConsoleProcess(folder, works, lasting.port).connected() as console:
        time.sleep(1.0)
        lock = sqlite3.connect(folder / "shift.db", isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        with Stranger(lasting.port) as machine:
            for number in range(50):
                machine.publish("works/30/piece", f'{{"ts": {int(time.time() * 1000) + number}, "scrap": false}}')
        console.until(lambda facts: counts(facts)["30"] == [50, 0])
        time.sleep(0.5)
        assert acknowledged(lasting) == 0
        console.kill()
    lock.execute("ROLLBACK")
    lock.close()
    with ConsoleProcess(folder, works, lasting.port).connected() as console:
        assert counts(console.until(lambda facts: counts(facts)["30"] == [50, 0]))["30"] == [50, 0]
        console.until(lambda facts: acknowledged(lasting) == 50)
        console.kill()
    with ConsoleProcess(folder, works, lasting.port).connected() as console:
        time.sleep(0.5)
        facts = console.tell()
        assert (counts(facts)["30"], facts["received"]) == ([50, 0], 0)


def acknowledged(broker: Broker) -> int:
    """Messages that consoles acknowledged so far, by the broker's log."""
    return len(re.findall(r"Received PUBACK from gemba", broker.log()))


def test_pulses_that_a_flood_of_others_follows_are_on_disk_before_they_are_acknowledged(
    lasting: Broker, tmp_path: Path, works: Path
) -> None:
    """More than one beat takes: the pulses come in the first beat, the second sees only totals of another station."""
    folder = tmp_path / "console"
    with ConsoleProcess(folder, works, lasting.port).connected() as console, Stranger(lasting.port) as machine:
        console.ask("freeze")
        for number in range(20):
            machine.publish("works/30/piece", f'{{"ts": {int(time.time() * 1000) + number}, "scrap": false}}')
        for number in range(5000):
            machine.publish("works/20/totals", f'{{"good": {number}, "scrap": 0}}', 1 if number % 100 == 0 else 0)
        console.until(lambda facts: facts["waiting"] > 5000)
        console.ask("go")
        while acknowledged(lasting) < 70:
            time.sleep(0.001)
        console.kill()
    with ConsoleProcess(folder, works, lasting.port).connected() as console:
        time.sleep(0.3)
        assert counts(console.tell())["30"] == [20, 0]


def test_a_piece_without_time_is_never_lost_by_a_kill_and_counts_twice_only_if_it_was_in_flight(
    lasting: Broker, tmp_path: Path, untimed: Path
) -> None:
    dice = random.Random()
    folder = tmp_path / "console"
    ConsoleProcess(folder, untimed, lasting.port).connected().kill()
    with MachineProcess(lasting.port, 6.0, RATE, "untimed") as machines:
        for _ in range(3):
            with ConsoleProcess(folder, untimed, lasting.port).connected() as console:
                time.sleep(dice.uniform(0.05, 0.8))
                console.kill()
        with ConsoleProcess(folder, untimed, lasting.port) as console:
            made = machines.finished()["made"]
            facts = console.settled({name: pair for name, pair in made.items() if name != "50"})
    found = counts(facts)
    extra = found["50"][0] - made["50"][0]
    print(f"pieces without time: made {made['50'][0]}, counted {found['50'][0]} after three kills")
    assert {**found, "50": made["50"]} == made
    assert 0 <= extra <= 3 * IN_FLIGHT


def test_a_console_closed_in_good_order_under_load_counts_not_even_a_piece_without_time_twice(
    lasting: Broker, tmp_path: Path, untimed: Path
) -> None:
    folder = tmp_path / "console"
    start(folder, untimed, lasting.port).close()
    with ConsoleProcess(folder, untimed, lasting.port).connected() as console:
        console.close()
    with MachineProcess(lasting.port, 7.0, RATE, "untimed") as machines:
        for _ in range(4):
            with ConsoleProcess(folder, untimed, lasting.port).connected() as console:
                time.sleep(0.3)
                console.close()
        with ConsoleProcess(folder, untimed, lasting.port) as console:
            made = machines.finished()
            facts = console.settled(made["made"])
            assert counts(facts) == made["made"]
    print(f"closed 5 times, {made['messages']} messages; made and counted: {made['made']}")
