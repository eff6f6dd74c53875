"""A shop of machines that repeat their states and can each be given a fault of its own."""

from __future__ import annotations

import json
import threading
import time
from types import TracebackType
from typing import Any

import paho.mqtt.client as paho

from tests.brokers import HOST
from tests.journeys.edges import NODE

EVERY = 0.3  # seconds between two messages of a machine
INTERVAL = 2.0  # seconds, the expected interval of every station
STATIONS = ("will", "topic", "silent", "stuck", "bad", "null", "calm")
EDGE = "edge"

PLANT = f"""
[plant]
name = "Shop"
timezone = "UTC"

[[line]]
id = "L1"
expected_interval = {INTERVAL}
station = [{{id = "will"}}, {{id = "topic"}}, {{id = "silent"}}, {{id = "stuck"}}, {{id = "bad"}}, {{id = "null"}},
           {{id = "calm"}}, {{id = "edge"}}]

[[source]]
topic = "shop/{{station}}/state"
place = "L1/{{station}}"
quality = "q"
signal = [
  {{feeds = "state", path = "state"}},
  {{feeds = "tag", path = "load", name = "load", stuck_after = {INTERVAL}}},
]

[[source]]
dialect = "scalar"
topic = "shop/{{station}}/connection"
place = "L1/{{station}}"
feeds = "online"
table = {{ONLINE = true, OFFLINE = false}}

[[source]]
dialect = "sparkplug"
node = "{NODE}"
place = "L1/edge"
signal = [{{feeds = "state", metric = "Temperature", table = {{"20" = "running", "30" = "stopped"}}}}]
"""


class Shop:
    """One gateway for all machines and a connection of its own for the machine "will". A context manager."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._lock = threading.Lock()
        self._facts: dict[str, dict[str, Any] | None] = {name: {"state": "running", "q": "good"} for name in STATIONS}
        self._ended = threading.Event()
        self._gateway = paho.Client(paho.CallbackAPIVersion.VERSION2, protocol=paho.MQTTv5)
        self._own: paho.Client | None = None
        self._thread = threading.Thread(target=self._talk, daemon=True)

    def __enter__(self) -> Shop:
        self._gateway.connect(HOST, self._port)
        self._gateway.loop_start()
        self.power_on()
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._ended.set()
        self._thread.join(5)
        for client in (self._gateway, self._own):
            if client is not None:
                client.disconnect()
                client.loop_stop()

    def set(self, station: str, **facts: Any) -> float:
        """From its next message on the machine says this too; the time at which it began to be so, seconds UTC."""
        with self._lock:
            self._facts[station] = (self._facts[station] or {}) | facts
            return self._tell(station)

    def hush(self, station: str) -> float:
        """The machine says nothing any more; the time of its last message."""
        with self._lock:
            at = self._tell(station)
            self._facts[station] = None
            return at

    def say(self, topic: str, payload: str, retain: bool = True) -> float:
        """One message of the gateway."""
        self._gateway.publish(topic, payload, 1, retain).wait_for_publish(5)
        return time.time()

    def power_on(self) -> float:
        """The machine "will" connects by itself, with a will."""
        own = paho.Client(paho.CallbackAPIVersion.VERSION2, protocol=paho.MQTTv5, reconnect_on_failure=False)
        own.will_set("shop/will/connection", "OFFLINE", 1, True)
        own.connect(HOST, self._port)
        own.loop_start()
        own.publish("shop/will/connection", "ONLINE", 1, True)
        with self._lock:
            self._facts["will"] = {"state": "running", "q": "good"}
            self._own = own
        return time.time()

    def power_off(self) -> float:
        """Its plug is pulled: the socket is gone, and no word was said."""
        with self._lock:
            own, self._own = self._own, None
            self._facts["will"] = None
        assert own is not None
        sock = own.socket()
        assert sock is not None
        sock.close()
        own.loop_stop()
        return time.time()

    def _talk(self) -> None:
        while not self._ended.wait(EVERY):
            with self._lock:
                for station in STATIONS:
                    self._tell(station)

    def _tell(self, station: str) -> float:
        facts = self._facts[station]
        client = self._own if station == "will" else self._gateway
        if facts is not None and client is not None:
            load = round(50 + time.time() % 10, 4)
            client.publish(f"shop/{station}/state", json.dumps({"load": load, **facts}), 1)
        return time.time()
