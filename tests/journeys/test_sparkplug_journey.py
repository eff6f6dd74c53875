"""Sparkplug end to end: an edge node that is not ours, a real broker, and what the floor shows of it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from console.app.commandline import Options
from console.app.compose import Running, compose, settings_for
from console.domain.stations import NoData, StationState
from tests.brokers import Broker, Stranger
from tests.journeys import plants
from tests.journeys.edges import CELL, NODE, MakeEdge, edge, stranger_python
from tests.journeys.watching import beat_for, connected, drive

__all__ = ["edge", "stranger_python"]

PLANT = f"""
[plant]
name = "Weld shop"
timezone = "UTC"

[[line]]
id = "L1"
expected_interval = 30
station = [{{id = "node"}}, {{id = "cell"}}, {{id = "plain"}}]

[[source]]
dialect = "sparkplug"
node = "{NODE}"
place = "L1/node"
signal = [
  {{feeds = "state", metric = "Temperature", table = {{"20" = "running", "30" = "stopped", "*" = "starved"}}}},
  {{feeds = "tag", metric = "Temperature", name = "temperature"}},
]

[[source]]
dialect = "sparkplug"
node = "{CELL}"
place = "L1/cell"
signal = [
  {{feeds = "good", metric = "Balance"}},
  {{feeds = "state", metric = "Balance", table = {{"-1" = "starved", "*" = "running"}}}},
]

[[source]]
dialect = "scalar"
topic = "plain/state"
place = "L1/plain"
feeds = "state"
"""

Start = Callable[..., Running]


@pytest.fixture
def console(broker: Broker, tmp_path: Path, request: pytest.FixtureRequest) -> Start:
    """Starts a console that is connected; `ask=False`: it asks for no births. All are closed after the test."""
    plant = plants.write(tmp_path / "plant.toml", PLANT)

    def begin(folder: str = "console", ask: bool = True) -> Running:
        overrides = {"plant.file": str(plant), "broker.host": broker.host, "broker.port": str(broker.port)}
        overrides["sparkplug.ask_rebirth"] = str(ask).lower()
        options = Options(data=tmp_path / folder, overrides=overrides)
        running = compose(options, tmp_path / folder, settings_for(options, tmp_path / folder))
        request.addfinalizer(running.close)
        drive(running, lambda: connected(running), 10)
        return running

    return begin


def shown(running: Running, station: str) -> StationState | NoData | None:
    """What a tile says: a state, or why there is none."""
    live = running.console.floor.stations[f"L1/{station}"]
    return live.no_data if live.state is StationState.NO_DATA else live.state


def until(running: Running, node: object, cell: object, seconds: float = 5.0) -> float:
    """Beat until both stations show this; how long that took."""
    begun = time.monotonic()
    drive(running, lambda: (shown(running, "node"), shown(running, "cell")) == (node, cell), seconds)
    return time.monotonic() - begun


def test_births_make_live_data_by_alias_moves_and_a_death_makes_stale(
    broker: Broker,
    edge: MakeEdge,
    console: Start,  # noqa: F811
) -> None:
    running = console()
    with Stranger(broker.port) as machine:
        machine.publish("plain/state", "running")
    drive(running, lambda: shown(running, "plain") is StationState.RUNNING, 5)
    assert (shown(running, "node"), shown(running, "cell")) == (NoData.WAITING, NoData.WAITING)

    node = edge()
    born = until(running, StationState.RUNNING, StationState.STARVED)
    cell = running.console.floor.stations["L1/cell"]
    node.do("device-alias", 100)
    until(running, StationState.RUNNING, StationState.RUNNING)
    for balance in (101, 104):
        node.do("device-alias", balance)
    drive(running, lambda: cell.good == 4, 5)
    node.do("alias", 30)
    until(running, StationState.STOPPED, StationState.RUNNING)
    tag = running.console.floor.stations["L1/node"].tags["temperature"]
    assert tag.value == 30.0

    node.do("device-death")
    until(running, StationState.STOPPED, NoData.STALE)
    node.kill()
    dead = until(running, NoData.STALE, NoData.STALE)
    beat_for(running, 0.5)
    assert (shown(running, "node"), shown(running, "cell")) == (NoData.STALE, NoData.STALE)

    edge()
    again = until(running, StationState.RUNNING, StationState.STARVED)
    assert cell.good == 4, "a birth is no piece"
    assert shown(running, "plain") is StationState.RUNNING
    assert len(running.console.floor.stations["L1/plain"].ribbon.closed) == 1
    print(f"born after {born:.2f} s, dead after {dead:.2f} s, born again after {again:.2f} s; 4 pieces by alias")


def test_a_console_that_starts_in_the_middle_asks_for_the_births_and_gets_them(
    broker: Broker,
    edge: MakeEdge,
    console: Start,  # noqa: F811
) -> None:
    witness = console("witness")
    node = edge()
    until(witness, StationState.RUNNING, StationState.STARVED)
    late = console("late")
    with Stranger(broker.port) as ear:
        ear.listen("spBv1.0/+/NCMD/#")
        beat_for(late, 0.3)
        assert (shown(late, "node"), shown(late, "cell")) == (NoData.WAITING, NoData.WAITING)
        node.do("alias", 20)
        took = until(late, StationState.RUNNING, StationState.STARVED)
        node.do("device-alias", 7)
        until(late, StationState.RUNNING, StationState.RUNNING)
        assert len(ear.heard) == 1
    print(f"started in the middle: live {took:.2f} s after the first data, with one request")


def test_with_asking_switched_off_the_stations_wait_and_nothing_is_sent(
    broker: Broker,
    edge: MakeEdge,
    console: Start,  # noqa: F811
) -> None:
    witness = console("witness")
    node = edge()
    until(witness, StationState.RUNNING, StationState.STARVED)
    with Stranger(broker.port) as ear:
        ear.listen("spBv1.0/+/NCMD/#")
        quiet = console("quiet", ask=False)
        for value in (20, 30):
            node.do("alias", value)
            node.do("name", value)
            node.do("device-alias", 9)
        drive(quiet, lambda: quiet.console.received >= 6, 5)
        beat_for(quiet, 0.5)
        assert (shown(quiet, "node"), shown(quiet, "cell")) == (NoData.WAITING, NoData.WAITING)
        assert ear.heard == []
    node.kill()
    edge()
    until(quiet, StationState.RUNNING, StationState.STARVED)


def test_a_short_restart_of_the_console_leaves_no_trace_in_a_sparkplug_ribbon(
    edge: MakeEdge,
    console: Start,  # noqa: F811
) -> None:
    first = console()
    node = edge()
    until(first, StationState.RUNNING, StationState.STARVED)
    node.do("device", 50)
    node.do("device", 52)
    until(first, StationState.RUNNING, StationState.RUNNING)
    drive(first, lambda: first.console.floor.stations["L1/cell"].good == 2, 5)
    first.close()
    again = console()
    node.do("device", 55)
    until(again, StationState.RUNNING, StationState.RUNNING)
    drive(again, lambda: again.console.floor.stations["L1/cell"].good == 5, 5)
    for station in ("L1/node", "L1/cell"):
        before = first.console.floor.stations[station].ribbon
        after = again.console.floor.stations[station].ribbon
        assert (after.closed, after.open) == (before.closed, before.open)


def test_after_an_outage_of_the_broker_the_stations_come_back_with_their_births(
    broker: Broker,
    edge: MakeEdge,
    console: Start,  # noqa: F811
) -> None:
    running = console()
    edge()
    until(running, StationState.RUNNING, StationState.STARVED)
    assert broker._process is not None
    broker._process.kill()
    broker._process.wait()
    drive(running, lambda: not connected(running), 5)
    broker.start()
    drive(running, lambda: connected(running), 10)
    nodes = running.console.sparkplug.nodes
    drive(running, lambda: sum(state.births for state in running.console.sparkplug.nodes.values()) >= 4, 15)
    until(running, StationState.RUNNING, StationState.STARVED)
    assert nodes
