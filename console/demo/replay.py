"""Playing a recording to a broker, as fast or slow as wanted, with a clock that tells the recording's own time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.demo.clock import ReplayClock
from console.demo.recording import Recorded, Recording, read_recording
from console.demo.window import Window
from console.domain.errors import WorldAway

RECORDED_AT = "gemba-recorded-at"  # MQTT 5 user property: when the recording heard it, seconds since 1970 UTC as text
IN_FLIGHT = 40  # messages that the broker has not acknowledged yet; paho looks at all of them with each answer
CONNECT_SECONDS = 10.0
AWAY_SECONDS = 30.0  # without any acknowledgement, then the broker counts as gone
STEP_SECONDS = 0.25  # how often a waiting replay looks whether it shall stop

Progress = Callable[[int, int], None]


class Replay:
    """One recording on its way to a broker.

    `speed` 1 is as it was, 60 a minute a second, 0 as fast as the broker takes it. `on_progress(published, total)` is
    called from the replay's thread, at most a few times a second, and at the end. Raises FileRefused for the file.
    """

    def __init__(self, path: Path, host: str, port: int, speed: float, on_progress: Progress | None = None) -> None:
        self.recording: Recording = read_recording(path)
        self.notes: list[str] = list(self.recording.notes)
        self.error = ""  # plain English: why it ended early
        self.speed = max(0.0, speed)
        self.total = len(self.recording.snapshot) + len(self.recording.events)
        self.published = 0
        self.clock = ReplayClock(_first_time(self.recording), self.speed)
        self._host, self._port, self._on_progress = host, port, on_progress
        self._window = Window(IN_FLIGHT, self._worth_waiting)
        self._answered, self._stopping, self._finished = threading.Event(), threading.Event(), threading.Event()
        self._welcome = False
        self._turned_away = ""
        self._told = 0.0
        self._patient = (0, 0.0)  # acknowledgements when somebody last looked, and when that was
        self._client: mqtt.Client | None = None
        self._thread = threading.Thread(target=self._run, name="replay", daemon=True)

    @property
    def done(self) -> bool:
        """Whether nothing more will be published: all is, or it was stopped, or `error` says why."""
        return self._finished.is_set()

    def prepare(self) -> None:
        """Publish the snapshot as retained messages; returns when the broker has them. Raises WorldAway."""
        self._connect()
        for message in self.recording.snapshot:
            if not self._publish(message, retain=True):
                break
        if not self._window.empty():
            raise WorldAway(self.error or "the replay was stopped")

    def start(self) -> None:
        """Publish the events from a thread of its own; connects first when `prepare` was not called."""
        self._thread.start()

    def stop(self) -> None:
        """End it now; what the broker was given stays given."""
        self._stopping.set()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(CONNECT_SECONDS)
        self._close()

    def wait(self, timeout: float | None = None) -> bool:
        """Wait until it is done; False when that took longer than `timeout` seconds."""
        return self._finished.wait(timeout)

    def _run(self) -> None:
        try:
            if self._client is None:
                self._connect()
            self._play()
            self._window.empty()
        except WorldAway as away:
            self.error = str(away)
        finally:
            self._close()
            self._tell(always=True)

    def _play(self) -> None:
        base, began = self.clock.now(), time.monotonic()
        reached = base  # the latest time so far: some lines of a log are older than the one before
        for message in self.recording.events:
            reached = max(reached, message.at)
            if self.speed:
                self.clock.go(base + (time.monotonic() - began) * self.speed, reached)
                due = began + (reached - base) / self.speed
                if not self._sleep_until(due):
                    return
            if not self._publish(message, message.retain):
                return
            if not self.speed:
                self.clock.go(reached, reached)
        self.clock.go(reached, reached)

    def _sleep_until(self, due: float) -> bool:
        while (left := due - time.monotonic()) > 0:
            if self._stopping.wait(min(left, STEP_SECONDS)):
                return False
            self._tell()
        return not self._stopping.is_set()

    def _publish(self, message: Recorded, retain: bool) -> bool:
        """Give one message to the broker when it has room; False when it was stopped or the broker is gone."""
        if self._client is None or not self._window.enter():
            return False
        properties = None
        if self._client.protocol == MQTTProtocolVersion.MQTTv5:
            properties = Properties(PacketTypes.PUBLISH)  # type: ignore[no-untyped-call]
            properties.UserProperty = [(RECORDED_AT, f"{message.at:.6f}")]
        self._client.publish(message.topic, message.payload, max(1, message.qos), retain, properties)
        self.published += 1
        self._tell()
        return not self._stopping.is_set()

    def _worth_waiting(self) -> bool:
        """Whether the broker may still acknowledge what it was sent; sets `error` when it has been away too long."""
        landed, now = self._window.landed, time.monotonic()
        if self._patient[0] != landed or not self._patient[1]:
            self._patient = (landed, now)
        if now - self._patient[1] > AWAY_SECONDS:
            self.error = (
                f"the broker at {self._host}:{self._port} is away; "
                f"{landed} of {self.total} messages of the recording reached it"
            )
        return not self.error and not self._stopping.is_set()

    def _tell(self, always: bool = False) -> None:
        now = time.monotonic()
        if self._on_progress is not None and (always or now - self._told >= STEP_SECONDS):
            self._told = now
            self._on_progress(self.published, self.total)

    # -- the connection

    def _connect(self) -> None:
        """MQTT 5, which can carry the recorded times; 3.1.1 on a broker that refuses it."""
        for protocol in (MQTTProtocolVersion.MQTTv5, MQTTProtocolVersion.MQTTv311):
            self._answered.clear()
            client = self._new_client(protocol)
            try:
                client.connect(self._host, self._port, keepalive=30)
            except OSError as failure:
                raise WorldAway(f"the broker at {self._host}:{self._port} does not answer: {failure}") from failure
            client.loop_start()
            self._answered.wait(CONNECT_SECONDS)
            if self._welcome:
                self._client = client
                return
            client.disconnect()
            client.loop_stop()
        raise WorldAway(f"the broker at {self._host}:{self._port} refuses the replay: {self._turned_away or 'silence'}")

    def _new_client(self, protocol: MQTTProtocolVersion) -> mqtt.Client:
        client = mqtt.Client(CallbackAPIVersion.VERSION2, protocol=protocol)
        client.max_inflight_messages_set(IN_FLIGHT)
        client.reconnect_delay_set(1, 5)
        client.on_connect = self._on_connect
        client.on_disconnect = self._on_disconnect
        client.on_publish = self._on_publish
        return client

    def _on_connect(
        self, _client: mqtt.Client, _data: object, _flags: mqtt.ConnectFlags, reason: ReasonCode, _props: object
    ) -> None:
        self._welcome = not reason.is_failure
        self._turned_away = "" if self._welcome else str(reason)
        self._answered.set()

    def _on_disconnect(
        self, _client: mqtt.Client, _data: object, _flags: mqtt.DisconnectFlags, reason: ReasonCode, _props: object
    ) -> None:
        self._turned_away = self._turned_away or str(reason)
        self._answered.set()

    def _on_publish(self, _client: mqtt.Client, _data: object, _mid: int, _reason: ReasonCode, _props: object) -> None:
        self._window.leave()

    def _close(self) -> None:
        if self._client is not None:
            self._client.disconnect()
            self._client.loop_stop()
        self._finished.set()


def _first_time(recording: Recording) -> float:
    """When the recording begins: with its first event, or with the newest value it knows when there is none."""
    if recording.events:
        return recording.events[0].at
    return max(message.at for message in recording.snapshot)
