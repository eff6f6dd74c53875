"""A console's MQTT client with a notebook: what it took and what it reported."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from typing import NamedTuple

from console.domain.events import BrokerChanged, Link
from console.telemetry.broker import BrokerSettings
from console.telemetry.client import MqttClient
from console.telemetry.pace import Pace

QUICK = Pace(first=0.05, longest=0.2, refused_first=0.1, refused_longest=0.2, answer=2.0, watch=0.05)


class Heard(NamedTuple):
    """One call of `take`."""

    topic: str
    payload: bytes
    qos: int
    retained: bool
    mid: int
    at: float


class Ear:
    """Context manager: the client runs inside. `answer` decides what `take` returns, or raises."""

    def __init__(
        self,
        settings: BrokerSettings,
        answer: Callable[[Heard], bool] = lambda heard: True,
        recorded_time: bool = False,
        pace: Pace = QUICK,
    ) -> None:
        self.heard: list[Heard] = []
        self.reports: list[BrokerChanged] = []
        self._answer = answer
        self.client = MqttClient(settings, self._take, self.reports.append, recorded_time=recorded_time, pace=pace)

    def __enter__(self) -> Ear:
        self.client.start()
        return self

    def __exit__(self, *error: object) -> None:
        self.client.stop()

    def _take(self, topic: str, payload: bytes, qos: int, retained: bool, mid: int, heard_at: float) -> bool:
        heard = Heard(topic, payload, qos, retained, mid, heard_at)
        self.heard.append(heard)
        return self._answer(heard)

    @property
    def payloads(self) -> list[bytes]:
        """What was heard, in order."""
        return [heard.payload for heard in self.heard]

    @property
    def links(self) -> list[Link]:
        """The reported states, repeats left out."""
        links = [report.link for report in self.reports]
        return [link for at, link in enumerate(links) if at == 0 or links[at - 1] is not link]

    def connected(self, timeout: float = 10.0) -> Ear:
        """Start where that has not happened; return when the broker confirmed the subscriptions."""
        self.client.start()
        try:
            return self.until(lambda: self.client.link.link is Link.CONNECTED, timeout)
        except AssertionError:
            self.client.stop()
            raise

    def until(self, true: Callable[[], object], timeout: float = 10.0) -> Ear:
        """Return when `true()`; fail with what is known when it does not become so."""
        deadline = time.monotonic() + timeout
        while not true():
            assert time.monotonic() < deadline, f"not within {timeout} s; {self.reports}; heard {self.heard[-5:]}"
            time.sleep(0.005)
        return self

    def cut(self) -> None:
        """Break the connection as a pulled cable would be noticed: without a word to either side's MQTT."""
        channel = self.client._channel
        assert channel is not None
        assert channel._wire is not None
        sock = channel._wire.socket()
        assert sock is not None
        sock.shutdown(socket.SHUT_RDWR)
