"""How many messages a second come in: through bare paho, and through the console's own client."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import paho.mqtt.client as paho

from console.telemetry.broker import BrokerSettings
from console.telemetry.client import MqttClient
from console.telemetry.receiver import Take

FLOOD = Path(__file__).with_name("flood.py")
HOST = "127.0.0.1"


class Meter:
    """Counts messages from the first to the end mark."""

    def __init__(self) -> None:
        self.ready = threading.Event()
        self.done = threading.Event()
        self.count = 0
        self.first = 0.0
        self.last = 0.0

    def rate(self, timeout: float) -> float:
        """Messages a second. Raises TimeoutError when the end mark does not come."""
        if not self.done.wait(timeout):
            raise TimeoutError(f"the end mark did not come; {self.count} messages did")
        return self.count / (self.last - self.first)


@contextmanager
def flood(port: int, n: int) -> Iterator[None]:
    """The publisher runs inside."""
    with subprocess.Popen([sys.executable, "-S", str(FLOOD), str(port), str(n)]) as publisher:
        try:
            yield
        finally:
            publisher.terminate()


def bare_paho(port: int, n: int, timeout: float = 120.0) -> float:
    """Messages a second of paho as it comes (MQTT 5, QoS 1 subscription, callback API 2, empty callback)."""
    meter = Meter()
    client = paho.Client(paho.CallbackAPIVersion.VERSION2, "bench-paho", protocol=paho.MQTTv5)

    def on_message(client: paho.Client, data: object, message: paho.MQTTMessage) -> None:
        if not meter.count:
            meter.first = time.perf_counter()
        meter.count += 1
        if not message.payload:
            meter.last = time.perf_counter()
            meter.done.set()

    client.on_connect = lambda *facts: client.subscribe("bench/#", 1)
    client.on_subscribe = lambda *facts: meter.ready.set()
    client.on_message = on_message
    client.connect(HOST, port)
    client.loop_start()
    try:
        meter.ready.wait(10)
        with flood(port, n):
            return meter.rate(timeout)
    finally:
        client.disconnect()
        client.loop_stop()


def with_client(port: int, n: int, take: Take, timeout: float = 120.0) -> float:
    """Messages a second of the console's client with `take` behind it."""
    meter = Meter()

    def counting(topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
        if not meter.count:
            meter.first = time.perf_counter()
        meter.count += 1
        taken = take(topic, payload, qos, retained, mid, heard_at)
        if not payload:
            meter.last = time.perf_counter()
            meter.done.set()
        return taken

    settings = BrokerSettings(HOST, port, "bench-console", subscriptions=(("bench/#", 1),), session_expiry=0)
    client = MqttClient(settings, counting, lambda change: meter.ready.set() if change.protocol else None)
    client.start()
    try:
        meter.ready.wait(10)
        with flood(port, n):
            return meter.rate(timeout)
    finally:
        client.stop()


def empty(topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
    """A `take` that does nothing."""
    return True


def compare(port: int, n: int, take: Callable[..., bool] = empty) -> tuple[float, float]:
    """(console's client, bare paho) messages a second, one after the other."""
    return with_client(port, n, take), bare_paho(port, n)
