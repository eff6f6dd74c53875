"""paho's client as it comes, for a paho whose inside is not what `buffered` expects: slower, but no less right."""

from __future__ import annotations

from typing import Any

from paho.mqtt.client import Client, MQTTMessage
from paho.mqtt.enums import MQTTErrorCode

from console.telemetry.receiver import RECORDED_AT, Receiver, seconds_of


class PlainClient(Client):
    """A paho client whose incoming messages go to a `Receiver`; public hooks only."""

    def __init__(self, receiver: Receiver, **options: Any) -> None:
        super().__init__(**options)
        self.receiver = receiver
        self.broken: OSError | None = None  # paho keeps to itself what reading the socket raised
        self.on_message = self._message

    def forget(self) -> None:
        """Nothing to forget: paho keeps the QoS 2 handshakes."""

    def settle(self, mid: int, qos: int) -> None:
        """Acknowledge a held message. From any thread."""
        self.ack(mid, qos)

    def backlog(self) -> int:
        """Packets that wait to be sent, as far as paho tells: any or none."""
        return int(self.want_write())

    def loop_read(self, max_packets: int = 1) -> MQTTErrorCode:
        """As paho's, noting when it was."""
        self.receiver.heard()
        return super().loop_read(max_packets)

    def _message(self, client: Client, userdata: object, message: MQTTMessage) -> None:
        try:
            topic = message.topic
        except UnicodeDecodeError as error:
            topic = bytes(error.object).decode("utf-8", "replace")
        heard_at = self._recorded(message) if self.receiver.recorded else self.receiver.heard_at
        payload, qos, again = bytes(message.payload), message.qos, bool(message.dup)
        if self.receiver.hear(topic, payload, qos, bool(message.retain), message.mid, heard_at, again) and qos:
            self.ack(message.mid, qos)

    def _recorded(self, message: MQTTMessage) -> float:
        pairs: list[tuple[str, str]] = getattr(message.properties, "UserProperty", [])
        return next(
            (seconds_of(text, self.receiver.heard_at) for key, text in pairs if key == RECORDED_AT),
            self.receiver.heard_at,
        )
