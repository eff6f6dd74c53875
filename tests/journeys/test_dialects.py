"""All four dialects in one plant file through one broker, wrong payloads between the right ones; and through TLS."""

from __future__ import annotations

import base64
import json
import random
import time
from collections.abc import Callable
from pathlib import Path

from console.app.commandline import Options
from console.app.compose import Running, compose, settings_for
from console.domain.stations import NoData, StationState
from tests.brokers import Authority, Broker, Stranger
from tests.journeys import plants
from tests.journeys.edges import NODE, Edge, MakeEdge, edge, stranger_python
from tests.journeys.headless import start
from tests.journeys.watching import beat_for, connected, drive, settle

__all__ = ["edge", "stranger_python"]

BROKEN = 2_000
GROUP, EDGE = NODE.split("/")
PLANT = f"""
[plant]
name = "Four dialects"
timezone = "UTC"

[[line]]
id = "J"
name = "JSON"
station = [{{id = "a"}}, {{id = "b"}}]

[[line]]
id = "S"
name = "Scalars"
station = [{{id = "a"}}, {{id = "b"}}]

[[line]]
id = "P"
name = "PackML"
station = [{{id = "a"}}, {{id = "b"}}]

[[line]]
id = "B"
name = "Sparkplug B"
station = [{{id = "a"}}, {{id = "b"}}]

[[source]]
topic = "json/{{station}}"
place = "J/{{station}}"
time = "ts"
quality = "q"
signal = [
  {{feeds = "state", path = "state"}},
  {{feeds = "reason", path = "why"}},
  {{feeds = "good", path = "n"}},
  {{feeds = "tag", name = "t", path = "t"}},
]

[[source]]
dialect = "scalar"
topic = "scalar/{{station}}"
place = "S/{{station}}"
signal = [
  {{feeds = "state", item = "state"}},
  {{feeds = "reason", item = "why"}},
  {{feeds = "good", item = "piece", pulse = true}},
]

[[source]]
dialect = "packml"
topic = "packml/{{station}}"
place = "P/{{station}}"
time = "ts"
signal = [
  {{feeds = "state", item = "Status/StateCurrent", path = "Value", table = "packml-tr88"}},
  {{feeds = "good", item = "Admin/ProdProcessedCount", path = "Value", rollover = 1000}},
]

[[source]]
dialect = "sparkplug"
node = "{NODE}"
place = "B/a"
signal = [{{feeds = "state", metric = "Temperature", table = {{"20" = "running", "*" = "stopped"}}}}]

[[source]]
dialect = "sparkplug"
node = "{NODE}/cell"
place = "B/a"
signal = [{{feeds = "good", metric = "Balance"}}]

[[source]]
dialect = "sparkplug"
node = "{GROUP}/other"
place = "B/b"
signal = [{{feeds = "state", metric = "State"}}, {{feeds = "good", metric = "Good"}}]
"""

WRONG = (
    "json/b", "json/c", "json/b", "scalar/b/state", "scalar/b/piece", "scalar/b/why", "packml/b/Status/StateCurrent",
    "packml/b/Admin/ProdProcessedCount", f"spBv1.0/{GROUP}/NBIRTH/other", f"spBv1.0/{GROUP}/NDATA/other",
    f"spBv1.0/{GROUP}/DDATA/other/x", f"spBv1.0/{GROUP}/XDATA/other", f"spBv1.0/{GROUP}/NBIRTH/other/x/y",
)  # fmt: skip
ODD = (
    b"", b"{", b"[" * 5000, b'{"a":' * 200, b"\xff\xfe\xfd", b'"' + b"x" * 300_000 + b'"', b"NaN", b"nothing we know",
    b'{"state": {"state": ["running"]}, "n": {"n": []}, "why": [[]]}', b'{"state": "running\\ud800", "why": "\\udfff"}',
    b'{"n": 1e400, "ts": -1e308, "t": "\\u0000"}', b'{"n": -32768, "state": 7, "ts": "yesterday"}', b"1e309", b"\x00",
    b'{"Value": {"Value": 6}, "ts": []}', b'{"Value": 99999999999999999999999, "ts": "2026-13-45T99:99:99Z"}',
    json.dumps({"state": base64.b64encode(bytes(90_000)).decode()}).encode(),
    "\u202e<b>卡\udc00".encode("utf-8", "replace"),
)  # fmt: skip


class Factory:
    """The right messages, one of each dialect at a time."""

    def __init__(self, machine: Stranger, node: Edge) -> None:
        self.made = 0
        self._machine, self._node = machine, node
        self._tell()
        machine.publish("scalar/a/state", "running")

    def piece(self) -> None:
        """Each of the four stations makes one."""
        self.made += 1
        self._tell()
        self._machine.publish("scalar/a/piece", "1")

    def _tell(self) -> None:
        now = int(time.time() * 1000)
        self._machine.publish("json/a", json.dumps({"ts": now, "state": "running", "n": 70 + self.made, "q": "good"}))
        self._machine.publish("packml/a/Status/StateCurrent", json.dumps({"Value": 6, "ts": now}))
        self._machine.publish(
            "packml/a/Admin/ProdProcessedCount", json.dumps({"Value": (980 + self.made) % 1000, "ts": now})
        )
        self._node.do("alias", 20)
        self._node.do("device-alias", 300 + self.made)


def wrong(dice: random.Random) -> tuple[str, bytes]:
    """A topic that is mapped, or nearly, and a payload that is not what anybody wants."""
    payload = dice.choice(ODD) if dice.random() < 0.8 else dice.randbytes(dice.randrange(1, 300))
    return dice.choice(WRONG), payload


def test_four_dialects_live_on_while_two_thousand_broken_messages_come_between(
    broker: Broker,
    edge: MakeEdge,
    tmp_path: Path,
    expected_log: Callable[..., None],  # noqa: F811
) -> None:
    expected_log("unreadable message")
    dice = random.Random(11)
    running = start(tmp_path / "console", plants.write(tmp_path / "plant.toml", PLANT), broker.port)
    floor, book = running.console.floor, running.console.book
    try:
        assert running.console.problems == ()
        drive(running, lambda: connected(running), 10)
        node = edge()
        with Stranger(broker.port) as machine:
            cell = running.console.sparkplug
            drive(running, lambda: len(cell.nodes) == 2, 5)
            factory = Factory(machine, node)
            good = {name: floor.stations[f"{name}/a"] for name in "JSPB"}
            drive(running, lambda: all(live.state is StationState.RUNNING for live in good.values()), 5)
            settle(running, 0.3)
            changes = {name: len(live.ribbon.closed) for name, live in good.items()}
            for number in range(BROKEN):
                machine.publish(*wrong(dice), qos=number // 500 % 2)
                if number % 40 == 0:
                    factory.piece()
                if number % 100 == 0:
                    machine.publish(f"spBv1.0/{GROUP}/NDATA/{EDGE}", b"\xff" * 9)  # in the living node's own name
                    machine.publish("json/a", b'{"state": "running", "n": 9')
                    running.beat()
            drive(running, lambda: all(live.good == factory.made for live in good.values()), 10)
            settle(running, 0.5)
        counts = {name: live.good for name, live in good.items()}
        bad = {entry.topic: entry.bad for entry in book if entry.bad}
        client = running.console._client
        print(
            f"{BROKEN} broken messages of {running.console.received}: counts {counts} (made {factory.made}), "
            f"{sum(bad.values())} unreadable on {len(bad)} topics, bugs {running.console.intake.bugs}"
        )
        assert counts == dict.fromkeys("JSPB", factory.made)
        assert {name: len(live.ribbon.closed) for name, live in good.items()} == changes
        assert all(live.state is StationState.RUNNING for live in good.values())
        assert running.console.intake.bugs == 0
        assert client is not None
        assert client.failures == 0
        assert {"json/b", "packml/b/Status/StateCurrent", f"spBv1.0/{GROUP}/NDATA/other"} <= set(bad)
        assert (bad["json/a"], bad[f"spBv1.0/{GROUP}/NDATA/{EDGE}"]) == (BROKEN // 100, BROKEN // 100)
        sample = book.get("json/a")
        assert sample is not None
        assert sample.bad_sample == b'{"state": "running", "n": 9'
        assert floor.stations["B/b"].no_data is NoData.WAITING
        beat_for(running, 1.0)
        assert running.console.store_trouble == ""
    finally:
        running.close()
    again = start(tmp_path / "console", tmp_path / "plant.toml", broker.port)  # what the noise left on disk can be read
    try:
        kept = {name: again.console.floor.stations[f"{name}/a"].good for name in "JSPB"}
        assert kept == counts
    finally:
        again.close()


# TLS


def through_tls(folder: Path, port: int, ca: Path) -> Running:
    """The console as `main.py --broker localhost --port … --ca …` makes it."""
    plant = plants.write(folder / "plant.toml", PLANT)
    overrides = {
        "plant.file": str(plant),
        "broker.host": "localhost",
        "broker.port": str(port),
        "broker.ca_file": str(ca),
    }
    options = Options(data=folder, overrides=overrides)
    return compose(options, folder, settings_for(options, folder))


def test_a_console_with_the_plants_own_authority_hears_through_tls(
    tls_broker: Broker, authority: Authority, tmp_path: Path
) -> None:
    running = through_tls(tmp_path, tls_broker.port, authority.ca)
    try:
        drive(running, lambda: connected(running), 10)
        assert running.console._client is not None
        running.console._client.publish("scalar/a/state", b"running")
        live = running.console.floor.stations["S/a"]
        drive(running, lambda: live.state is StationState.RUNNING, 5)
    finally:
        running.close()


def test_a_broker_of_another_authority_is_refused_in_plain_words(tls_broker: Broker, tmp_path: Path) -> None:
    running = through_tls(tmp_path, tls_broker.port, Authority(tmp_path / "other", "Somebody else").ca)
    try:
        drive(running, lambda: running.console.broker.link.value == "refused", 10)
        print(running.console.broker.reason)
        assert "certificate" in running.console.broker.reason
        assert "Traceback" not in running.console.broker.reason
        assert "_ssl" not in running.console.broker.reason
        beat_for(running, 0.5)
        assert not connected(running)
        assert running.console.floor.stations["J/a"].no_data is NoData.WAITING
    finally:
        running.close()
