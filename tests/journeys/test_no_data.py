"""Promise 6: no dead line looks alive. Each way of not knowing is brought about by its own real fault."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from console.app.compose import Running
from console.domain.stations import NoData, StationState
from tests.brokers import Broker
from tests.journeys import plants
from tests.journeys.edges import Edge, MakeEdge, edge, stranger_python
from tests.journeys.headless import start
from tests.journeys.shop import EDGE, INTERVAL, PLANT, STATIONS, Shop
from tests.journeys.watching import beat_for, connected, drive

__all__ = ["edge", "stranger_python"]

View = dict[str, tuple[StationState, NoData | None, int]]
LATEST = INTERVAL + 1.0  # seconds that the promise gives


class Watched:
    """A console, a shop that is all alive, and an edge node."""

    def __init__(self, running: Running, shop: Shop, make_edge: MakeEdge) -> None:
        self.running, self.shop, self.make_edge = running, shop, make_edge
        self.edge: Edge | None = make_edge()
        self._told = time.monotonic()

    def shows(self, station: str) -> NoData | None:
        """Why nothing is known of a station; None while its state is."""
        self._keep_edge_talking()
        live = self.running.console.floor.stations[f"L1/{station}"]
        assert (live.state is StationState.NO_DATA) is (live.no_data is not None)
        return live.no_data

    def all_live(self) -> bool:
        """Whether the state of every station is known."""
        return all(self.shows(name) is None for name in (*STATIONS, EDGE))

    def others(self, station: str) -> View:
        """State and number of changes of all other stations."""
        floor = self.running.console.floor
        lives = {name: live for name, live in floor.stations.items() if name != f"L1/{station}"}
        return {name: (live.state, live.no_data, len(live.ribbon.closed)) for name, live in lives.items()}

    def _keep_edge_talking(self) -> None:
        if self.edge is not None and time.monotonic() - self._told > 0.5:
            self._told = time.monotonic()
            self.edge.do("alias", 20)


@pytest.fixture
def watched(broker: Broker, edge: MakeEdge, tmp_path: Path) -> Iterator[Watched]:  # noqa: F811
    running = start(tmp_path / "console", plants.write(tmp_path / "plant.toml", PLANT), broker.port)
    try:
        drive(running, lambda: connected(running), 10)
        with Shop(broker.port) as shop:
            watched = Watched(running, shop, edge)
            drive(running, watched.all_live, 10)
            yield watched
    finally:
        running.close()


def kill_edge(watched: Watched) -> float:
    node, watched.edge = watched.edge, None
    assert node is not None
    node.kill()
    return time.time()


def start_edge(watched: Watched) -> float:
    watched.edge = watched.make_edge()
    return time.time()


Act = Callable[[Watched], float]
FAULTS: dict[str, tuple[str, NoData, Act, Act, float]] = {
    "a pulled plug fires the will": (
        "will", NoData.OFFLINE, lambda w: w.shop.power_off(), lambda w: w.shop.power_on(), 0.0,
    ),
    "the gateway says that it lost the machine": (
        "topic", NoData.OFFLINE, lambda w: w.shop.say("shop/topic/connection", "OFFLINE"),
        lambda w: w.shop.say("shop/topic/connection", "ONLINE"), 0.0,
    ),
    "an edge node is killed": (EDGE, NoData.STALE, kill_edge, start_edge, 0.0),
    "a machine stops talking": (
        "silent", NoData.SILENT, lambda w: w.shop.hush("silent"),
        lambda w: w.shop.set("silent", state="running"), INTERVAL,
    ),
    "a sensor freezes": (
        "stuck", NoData.STUCK, lambda w: w.shop.set("stuck", load=7.5),
        lambda w: w.shop.set("stuck", load=8.5), INTERVAL,
    ),
    "the sender marks its state as bad": (
        "bad", NoData.BAD, lambda w: w.shop.set("bad", q="bad"), lambda w: w.shop.set("bad", q="good"), 0.0,
    ),
    "the sender has no state any more and says bad": (
        "null", NoData.BAD, lambda w: w.shop.set("null", state=None, q="bad"),
        lambda w: w.shop.set("null", state="running", q="good"), 0.0,
    ),
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_is_shown_in_time_as_what_it_is_and_ends_when_it_ends(watched: Watched, fault: str) -> None:
    station, kind, break_it, mend_it, not_before = FAULTS[fault]
    before = watched.others(station)
    running = watched.running

    began = break_it(watched)
    drive(running, lambda: watched.shows(station) is not None, LATEST + 2)
    shown = time.time() - began
    assert watched.shows(station) is kind
    assert not_before <= shown <= LATEST

    end = time.monotonic() + 1.5
    while time.monotonic() < end:  # it stays what it is
        beat_for(running, 0.05)
        assert watched.shows(station) is kind
    assert watched.others(station) == before

    ended = mend_it(watched)
    drive(running, lambda: watched.shows(station) is None, LATEST + 2)
    back = time.time() - ended
    assert running.console.floor.stations[f"L1/{station}"].state is StationState.RUNNING
    assert back <= LATEST
    assert watched.others(station) == before
    print(f"{fault}: shown as {kind} after {shown:.2f} s (at most {LATEST:.0f}), live again after {back:.2f} s")


def test_a_dead_broker_leaves_no_station_looking_alive(watched: Watched, broker: Broker) -> None:
    running = watched.running
    watched.edge = None
    assert broker._process is not None
    broker._process.kill()  # stopped gently, it would send the wills
    gone = time.time()
    drive(running, lambda: all(watched.shows(name) is not None for name in (*STATIONS, EDGE)), LATEST + 2)
    shown = time.time() - gone
    print(f"the broker is gone: all {len(STATIONS) + 1} stations show it after {shown:.2f} s")
    assert shown <= LATEST
    assert not connected(running)
    assert {watched.shows(name) for name in (*STATIONS, EDGE)} == {NoData.SILENT}
