"""A listener at a real broker, and waiting for something to become true."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion

from console.demo.broker import RunningBroker


class Heard(NamedTuple):
    """One message as a subscriber got it."""

    topic: str
    payload: bytes
    retained: bool
    qos: int
    recorded_at: str


class Ear:
    """A subscriber to everything, MQTT 5."""

    def __init__(self, broker: RunningBroker, protocol: MQTTProtocolVersion = MQTTProtocolVersion.MQTTv5) -> None:
        self.heard: list[Heard] = []
        self._ready = threading.Event()
        self.client = mqtt.Client(CallbackAPIVersion.VERSION2, protocol=protocol)
        self.client.on_message = self._message
        self.client.on_subscribe = lambda *_: self._ready.set()
        self.client.connect(broker.host, broker.port)
        self.client.subscribe("#", 1)
        self.client.loop_start()
        assert self._ready.wait(10)

    def topics(self) -> list[str]:
        """Topics in the order heard."""
        return [message.topic for message in list(self.heard)]

    def close(self) -> None:
        """Go away."""
        self.client.disconnect()
        self.client.loop_stop()

    def _message(self, _client: mqtt.Client, _data: object, message: mqtt.MQTTMessage) -> None:
        told = dict(getattr(message.properties, "UserProperty", []))
        recorded_at = told.get("gemba-recorded-at", "")
        self.heard.append(Heard(message.topic, message.payload, message.retain, message.qos, recorded_at))


@contextmanager
def listening(broker: RunningBroker) -> Iterator[Ear]:
    """An ear for as long as it is needed."""
    ear = Ear(broker)
    try:
        yield ear
    finally:
        ear.close()


def soon(what: Callable[[], object], seconds: float = 10.0) -> bool:
    """Whether something becomes true within some seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if what():
            return True
        time.sleep(0.02)
    return bool(what())
