"""The console's ear and voice on MQTT: one lasting connection to one broker, whatever happens to it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable
from itertools import count

from console.domain.events import BrokerChanged, Link
from console.telemetry.broker import BrokerSettings
from console.telemetry.channel import Channel
from console.telemetry.pace import Pace
from console.telemetry.receiver import Receiver, Take
from console.telemetry.subscriptions import Subscriptions
from console.telemetry.versions import Versions

HANGING = 3  # network threads that may hang at a time before no further one is started

_log = logging.getLogger(__name__)


class MqttClient:
    """Connects in a thread of its own, stays connected, and tells how it stands.

    `take` and `report` are called in that thread (`report` also in the caller's and the watchdog's) and must not block.
    An acknowledgement may overtake an earlier message that is still held: nothing waits behind a slow disk.
    """

    def __init__(
        self,
        settings: BrokerSettings,
        take: Take,
        report: Callable[[BrokerChanged], None],
        now: Callable[[], float] = time.time,
        recorded_time: bool = False,
        pace: Pace | None = None,
    ) -> None:
        self.link = BrokerChanged(Link.OFF, now())
        self._settings = settings
        self._take = take
        self._report = report
        self._now = now
        self._recorded_time = recorded_time
        self._pace = pace or Pace()
        self._subscriptions = Subscriptions(settings.subscriptions)
        self._versions = Versions(settings.five)
        self._numbers = count(1)
        self._telling = threading.RLock()  # reports leave in order
        self._turn = threading.Lock()  # one thread at a time starts, stops or replaces the channel
        self._stopped = threading.Event()
        self._watchdog: threading.Thread | None = None
        self._channel: Channel | None = None
        self._past: list[Channel] = []  # given up, but their threads still hang
        self._received_before = 0  # by channels that are gone
        self._failures_before = 0

    @property
    def received(self) -> int:
        """Messages so far."""
        return self._received_before + sum(channel.receiver.received for channel in self._channels())

    @property
    def failures(self) -> int:
        """Messages so far that `take` raised on."""
        return self._failures_before + sum(channel.receiver.failures for channel in self._channels())

    @property
    def last_packet(self) -> float:
        """When anything last came from the broker, seconds UTC; 0.0: never."""
        return max((channel.receiver.heard_at for channel in self._channels()), default=0.0)

    def start(self) -> None:
        """Begin to connect. Never blocks, never raises because the broker is away; without a host it stays off."""
        with self._turn:
            if self._watchdog is not None or not self._settings.host:
                return
            self._stopped.clear()
            self._tell(Link.CONNECTING, "")
            self._open_channel()
            self._watchdog = threading.Thread(target=self._watch, name="mqtt-watchdog", daemon=True)
            self._watchdog.start()

    def stop(self, timeout: float = 2.0) -> None:
        """Disconnect cleanly within `timeout` seconds; the broker keeps the session and what is meant for it."""
        self._stopped.set()
        with self._turn:
            if self._watchdog is None:
                return
            self._watchdog = None
            if self._channel is not None:
                self._channel.stop(timeout)
            self._tell(Link.OFF, "")

    def acknowledge(self, mid: int, qos: int) -> None:
        """A message for which `take` returned False is durable: the broker may forget it. From any thread."""
        if qos and self._channel is not None:
            self._channel.acknowledge(mid, qos)

    def publish(self, topic: str, payload: bytes, qos: int = 1, retain: bool = False) -> bool:
        """Send one message, from any thread; False when it could not be handed to a connection.

        Raises ValueError for a topic with wildcards.
        """
        return self._channel is not None and self._channel.publish(topic, payload, qos, retain)

    def subscribe(self, filters: Iterable[tuple[str, int]]) -> None:
        """Listen to these (topic filter, QoS) and to nothing else, from now on. From any thread."""
        self._subscriptions.want(filters)

    def _channels(self) -> list[Channel]:
        return [*self._past, *([self._channel] if self._channel else [])]

    def _open_channel(self) -> None:
        channels = self._channels()
        self._past = [channel for channel in channels if channel.alive]
        gone = [channel.receiver for channel in channels if channel not in self._past]
        self._received_before += sum(receiver.received for receiver in gone)
        self._failures_before += sum(receiver.failures for receiver in gone)
        receiver = Receiver(self._take, self._now, self._recorded_time)
        self._channel = Channel(
            self._settings, receiver, self._subscriptions, self._versions, self._numbers, self._pace, self._heard_of
        )
        self._channel.start()

    def _heard_of(self, channel: Channel, link: Link, reason: str) -> None:
        if channel is self._channel and not self._stopped.is_set():
            self._tell(link, reason, self._versions.label if link is Link.CONNECTED else "")

    def _tell(self, link: Link, reason: str, protocol: str = "") -> None:
        """Report a change; a retry that ends like the one before is none."""
        with self._telling:
            last = self.link
            since = last.since if link is last.link else self._now()
            if BrokerChanged(link, since, reason, protocol) == last:
                return
            self.link = BrokerChanged(link, since, reason, protocol)
            _log.info("broker %s: %s", self._settings.address, ", ".join(filter(None, (link.value, protocol, reason))))
            try:
                self._report(self.link)
            except Exception:
                _log.exception("the change of the broker connection could not be reported")

    def _watch(self) -> None:
        watchdog = self._watchdog
        while not self._stopped.wait(self._pace.watch) and self._watchdog is watchdog:
            try:
                with self._turn:
                    self._look()
            except Exception:
                _log.exception("the watchdog of the broker connection failed")

    def _look(self) -> None:
        channel = self._channel
        if channel is None or self._stopped.is_set():
            return
        if not channel.alive:
            self._replace(channel, "The thread that listens to the broker ended unexpectedly; a new one starts.")
        elif channel.quiet:
            self._replace(channel, "Nothing came from the broker for too long; the connection is made anew.")

    def _replace(self, channel: Channel, reason: str) -> None:
        if sum(past.alive for past in self._past) >= HANGING:
            self._tell(Link.LOST, "The threads that listen to the broker hang. Restart the console.")
            return
        _log.error("%s", reason)
        channel.abandon()
        self._tell(Link.LOST, reason)
        self._open_channel()
