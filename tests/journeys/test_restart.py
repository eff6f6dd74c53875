"""A restart in mid-shift: the same counts, the same ribbon, the same order; and what was not seen is drawn as that."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from console.app.console import Console
from console.domain.stations import NoData
from console.telemetry.broker import BrokerSettings
from console.telemetry.plantfile import load_plant
from tests.brokers import HOST, Broker, Stranger
from tests.journeys import plants
from tests.journeys.processes import ConsoleProcess

BRIEF, LONG = 1.0, 60.0  # seconds, the expected intervals of both stations

PLANT = f"""
[plant]
name = "Works"
timezone = "UTC"
calendar = "always"

[[calendars.always.shift]]
name = "Day"
start = "%s"
end = "%s"

[[line]]
id = "L1"
target = 50
pace = "long"
ideal_cycle = 0.1
station = [{{id = "brief", expected_interval = {BRIEF}}}, {{id = "long", expected_interval = {LONG}}}]

[[source]]
topic = "works/{{station}}"
place = "L1/{{station}}"
signal = [
  {{feeds = "state", path = "state"}},
  {{feeds = "reason", path = "why"}},
  {{feeds = "good", path = "good"}},
  {{feeds = "quality", path = "check", key = "id"}},
]

[[source]]
dialect = "scalar"
topic = "works/order"
place = "L1"
feeds = "order"
"""


class Machines:
    """Both stations say the same."""

    def __init__(self, stranger: Stranger) -> None:
        self._stranger = stranger

    def say(self, station: str = "", **facts: Any) -> None:
        """Not kept by the broker for an absent console."""
        for name in [station] if station else ["brief", "long"]:
            self._stranger.publish(f"works/{name}", json.dumps(facts), 0)

    def order(self, name: str) -> None:
        self._stranger.publish("works/order", name)


@pytest.fixture
def plant(tmp_path: Path) -> Path:
    hour = datetime.now(UTC).hour
    return plants.write(tmp_path / "plant.toml", PLANT % (f"{(hour - 2) % 24:02}:00", f"{(hour - 2) % 24:02}:00"))


@pytest.fixture
def machines(broker: Broker) -> Iterator[Machines]:
    with Stranger(broker.port) as stranger:
        yield Machines(stranger)


def a_while(console: ConsoleProcess, machines: Machines) -> dict[str, Any]:
    """A short history: running, a jam, running again, an order, pieces, a check; what the console shows at its end."""
    machines.say(state="running", good=100)
    machines.order("WO-7")
    console.until(lambda facts: facts["lines"]["L1"]["order"] == "WO-7")
    time.sleep(0.3)
    machines.say(state="stopped", why="jam")
    time.sleep(0.3)
    machines.say(state="running", why="", good=105)
    machines.say(check="failed", id="c1")
    console.until(
        lambda facts: all(s["counts"] == [5, 0] and s["checks"] == [0, 1] for s in facts["stations"].values())
    )
    time.sleep(0.4)
    machines.say(state="running")
    time.sleep(0.4)
    return console.tell()


def closed(facts: dict[str, Any], station: str) -> list[list[Any]]:
    """Segments of the ribbon that have ended."""
    return [segment for segment in facts["stations"][f"L1/{station}"]["ribbon"] if segment[3] is not None]


def ribbon(facts: dict[str, Any], station: str) -> list[list[Any]]:
    return list(facts["stations"][f"L1/{station}"]["ribbon"])


End = Callable[[ConsoleProcess], object]
ENDS: list[Any] = [
    pytest.param(lambda console: console.close(), id="closed"),
    pytest.param(lambda console: console.kill(), id="killed"),
]


@pytest.mark.parametrize("end", ENDS)
def test_counts_ribbon_order_and_oee_go_on_after_a_restart(
    broker: Broker, plant: Path, machines: Machines, tmp_path: Path, end: End
) -> None:
    folder = tmp_path / "console"
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        before = a_while(console, machines)
        end(console)
    away_since = time.time()
    time.sleep(2.0)
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        fresh = console.tell()
        assert {s["no_data"] for s in fresh["stations"].values()} == {"away"}
        machines.say(state="running", good=107)
        machines.say(check="failed", id="c1")  # told again
        after = console.until(lambda facts: all(s["state"] == "running" for s in facts["stations"].values()))
        after = console.until(lambda facts: facts["lines"]["L1"]["good"] == 7)

    for station in ("brief", "long"):
        told = after["stations"][f"L1/{station}"]
        assert (told["counts"], told["checks"]) == ([7, 0], [0, 1])
        assert closed(after, station)[: len(closed(before, station))] == closed(before, station)
    long = ribbon(after, "long")
    assert long == ribbon(before, "long"), "a gap shorter than the expected interval leaves no trace"
    running, away, again = ribbon(after, "brief")[-3:]
    assert (running[:3], away[:2], again[:2]) == (ribbon(before, "brief")[-1][:3], ["no_data", "away"], ["running", ""])
    assert away_since - 3.0 <= away[2] <= away_since
    assert away[2] == running[3]
    assert away[3] == again[2]
    assert away_since + 2.0 <= again[2] <= after["now"]

    was, now = before["lines"]["L1"], after["lines"]["L1"]
    assert (now["order"], now["target"], now["shift"]) == (was["order"], was["target"], was["shift"]) == (
        "WO-7", 50, now["shift"])  # fmt: skip
    elapsed = after["now"] - before["now"]
    assert now["planned_time"] == pytest.approx(was["planned_time"] + elapsed, abs=0.5)
    assert now["run"] == pytest.approx(was["run"] + elapsed, abs=1.0)
    assert 0 < now["oee"] < 1
    print(f"away {away[3] - away[2]:.2f} s, of that {away_since - away[2]:.2f} s before the end was not kept any more")


@pytest.mark.parametrize("end", ENDS)
def test_another_state_after_a_short_absence_follows_the_one_before_without_a_gap(
    broker: Broker, plant: Path, machines: Machines, tmp_path: Path, end: End
) -> None:
    folder = tmp_path / "console"
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        before = a_while(console, machines)
        end(console)
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        machines.say("long", state="stopped", why="door")
        after = console.until(lambda facts: facts["stations"]["L1/long"]["state"] == "stopped")
    *earlier, running, stopped = ribbon(after, "long")
    assert earlier == closed(before, "long")
    assert running[:3] == ribbon(before, "long")[-1][:3]
    assert running[3] == stopped[2]
    assert stopped[4] == "door"


def test_a_change_just_before_a_kill_is_not_forgotten(
    broker: Broker, plant: Path, machines: Machines, tmp_path: Path
) -> None:
    folder = tmp_path / "console"
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        a_while(console, machines)
        machines.say(state="stopped", why="fire")
        before = console.until(lambda facts: facts["stations"]["L1/long"]["state"] == "stopped")
        time.sleep(0.5)
        console.kill()
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        fresh = console.tell()
        machines.say(state="stopped", why="fire")
        after = console.until(lambda facts: facts["stations"]["L1/long"]["state"] == "stopped")
    for station in ("brief", "long"):
        assert closed(fresh, station)[: len(closed(before, station))] == closed(before, station)
        assert closed(fresh, station)[-1][:3] == ribbon(before, station)[-1][:3]
    assert ribbon(after, "long") == ribbon(before, "long")


# A shift that ends while the console is away

SHIFTS = """
[plant]
name = "Works"
timezone = "UTC"
calendar = "two"

[calendars.two]
shift = [{name = "Early", start = "06:00", end = "14:00"}, {name = "Late", start = "14:00", end = "22:00"}]

[[line]]
id = "L1"
ideal_cycle = 1
expected_interval = 60
station = [{id = "10"}]

[[source]]
topic = "works/10"
place = "L1/10"
signal = [{feeds = "state", path = "state"}, {feeds = "good", path = "good"}, {feeds = "order", path = "order"}]
"""


class Clock:
    """Real seconds from another day."""

    def __init__(self, hour: int, minute: int) -> None:
        self.shift = datetime(2026, 3, 2, hour, minute, tzinfo=UTC).timestamp() - time.time()

    def now(self) -> float:
        return time.time() + self.shift


def begin(folder: Path, broker: Broker, clock: Clock) -> Console:
    folder.mkdir(exist_ok=True)
    console = Console(folder, load_plant(SHIFTS), now=clock.now)
    console.listen(BrokerSettings(HOST, broker.port, "gembashift"))
    until(console, lambda: console.broker.link.value == "connected")
    return console


def until(console: Console, true: Callable[[], object], seconds: float = 5.0) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        console.tick()
        time.sleep(0.005)


def test_a_shift_that_ended_while_the_console_was_away_is_kept_and_the_next_begins_at_nothing(
    broker: Broker, tmp_path: Path
) -> None:
    clock = Clock(13, 50)
    with Stranger(broker.port) as machine:
        console = begin(tmp_path / "c", broker, clock)
        machine.publish("works/10", '{"state": "running", "good": 40, "order": "WO-1"}', 0)
        machine.publish("works/10", '{"good": 45}', 0)
        live = console.floor.stations["L1/10"]
        until(console, lambda: live.good == 5)
        console.close()

        clock.shift += 900
        console = begin(tmp_path / "c", broker, clock)
        live, line = console.floor.stations["L1/10"], console.floor.line("L1")
        assert (live.good, line.shift.name if line.shift else "") == (0, "Late")
        machine.publish("works/10", '{"state": "running", "good": 47, "order": "WO-1"}', 0)
        until(console, lambda: live.good == 2)
        until(console, lambda: line.good == 7)  # of the order, which goes on
        early = console.past_totals("L1", clock.now() - 86400, clock.now())
        console.close()
    assert [(t["shift"], t["good"]) for t in early if t["shift"] == "Early"] == [("Early", 5)]
    gap = [s for s in live.ribbon.closed if s.no_data is NoData.AWAY]
    assert len(gap) == 1
    assert 890 < (gap[0].until or 0) - gap[0].since < 920


# A file that is damaged


def scribble(path: Path) -> None:
    path.write_bytes(b"this is no database any more" * 500)


def tear(path: Path) -> None:
    """The head is whole; all pages behind it are noise."""
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xa5" * (len(whole) - 4096))


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("damage", [scribble, tear, cut_short])
def test_a_damaged_file_is_put_aside_and_told_and_the_console_goes_on(
    broker: Broker, plant: Path, machines: Machines, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    folder = tmp_path / "console"
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        a_while(console, machines)
        console.close()
    assert not (folder / "shift.db-wal").exists(), "a close in good order leaves one file"
    damage(folder / "shift.db")
    damaged = (folder / "shift.db").read_bytes()
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        machines.say(state="running", good=200)
        machines.say(state="running", good=203)
        facts = console.until(lambda facts: facts["stations"]["L1/long"]["counts"] == [3, 0])
        time.sleep(2.5)
        facts = console.close()
    aside = list(folder.glob("shift.broken-*.db"))
    assert [path.read_bytes()[4096:] for path in aside] == [damaged[4096:]]
    assert any("put aside" in line for line in facts["warnings"])
    assert facts["trouble"] == ""
    with ConsoleProcess(folder, plant, broker.port).connected() as console:
        facts = console.tell()
        assert facts["stations"]["L1/long"]["counts"] == [3, 0]
        assert facts["warnings"] == []
