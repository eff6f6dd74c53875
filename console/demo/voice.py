"""One connection to a broker through which lines of the demo plant speak."""

from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable
from contextlib import suppress

import paho.mqtt.client as mqtt
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.properties import Properties
from paho.mqtt.reasoncodes import ReasonCode

from console.demo.message import Message

RETRY_SECONDS = 2.0
GOODBYE_SECONDS = 1.0
KEEPALIVE = 10  # seconds
QUEUED = 20_000  # messages that wait at most when the broker is slower than the plant

_log = logging.getLogger(__name__)

Heard = Callable[[str, bytes], None]


class Voice:
    """A client that is made anew for each connection, so that each can leave another will.

    `greeted` is called (in the network's thread) when a connection stands, `heard` with what comes on `listens_to`.
    """

    def __init__(
        self,
        host: str,
        port: int,
        name: str,
        greeted: Callable[[], None],
        listens_to: str = "",
        heard: Heard | None = None,
    ) -> None:
        self.name = name
        self._host, self._port, self._greeted, self._listens_to, self._heard = host, port, greeted, listens_to, heard
        self._client: mqtt.Client | None = None
        self._retry_at = 0.0
        self._up = False

    @property
    def alive(self) -> bool:
        """Whether a connection stands or is being made."""
        return self._client is not None

    @property
    def due(self) -> bool:
        """Whether it is time to try to connect (again)."""
        return self._client is None and time.monotonic() >= self._retry_at

    def connect(self, will: Message | None) -> bool:
        """Try once; False when the broker does not answer, `due` then says when to try again."""
        self._retry_at = time.monotonic() + RETRY_SECONDS
        client = mqtt.Client(
            CallbackAPIVersion.VERSION2, protocol=MQTTProtocolVersion.MQTTv311, reconnect_on_failure=False
        )
        client.connect_timeout = RETRY_SECONDS
        client.max_queued_messages_set(QUEUED)
        client.max_inflight_messages_set(1000)
        client.on_connect, client.on_disconnect, client.on_message = self._connected, self._lost, self._message
        if will is not None:
            client.will_set(will.topic, will.payload, will.qos, will.retain)
        try:
            client.connect(self._host, self._port, KEEPALIVE)
        except OSError as failure:
            _log.warning("%s: no broker at %s:%s: %s", self.name, self._host, self._port, failure)
            return False
        self._client = client
        client.loop_start()
        return True

    def publish(self, message: Message) -> bool:
        """Say it; False (and nothing is kept) when no connection stands."""
        if not self._up or self._client is None:
            return False
        self._client.publish(message.topic, message.payload, message.qos, message.retain)
        return True

    def drop(self) -> None:
        """Die: the socket is closed without a goodbye, so that the broker speaks the will."""
        client = self._client
        if client is not None:
            connection = client.socket()
            if isinstance(connection, socket.socket):
                with suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        self.forget()

    def close(self, last_word: Message | None = None) -> None:
        """Say `last_word` and goodbye; the broker then keeps the will to itself."""
        if self._client is not None:
            if last_word is not None and self._up:
                told = self._client.publish(last_word.topic, last_word.payload, last_word.qos, last_word.retain)
                with suppress(ValueError, RuntimeError):  # not queued, or the connection broke meanwhile
                    told.wait_for_publish(GOODBYE_SECONDS)
            self._client.disconnect()
        self.forget()

    def forget(self) -> None:
        """Give the connection up and wait for its thread."""
        client, self._client, self._up = self._client, None, False
        if client is not None:
            client.loop_stop()

    @property
    def broken(self) -> bool:
        """Whether a connection was there and is not any more; `forget` it then."""
        client = self._client
        return client is not None and not self._up and time.monotonic() > self._retry_at

    def _connected(
        self,
        client: mqtt.Client,
        _data: object,
        _flags: mqtt.ConnectFlags,
        reason: ReasonCode,
        _props: Properties | None,
    ) -> None:
        if reason.is_failure:
            _log.warning("%s: the broker refuses: %s", self.name, reason)
            return
        if self._listens_to:
            client.subscribe(self._listens_to, 1)
        self._up = True
        self._greeted()

    def _lost(
        self,
        client: mqtt.Client,
        _data: object,
        _flags: mqtt.DisconnectFlags,
        _why: ReasonCode,
        _props: Properties | None,
    ) -> None:
        if client is self._client:
            self._up = False

    def _message(self, _client: mqtt.Client, _data: object, message: mqtt.MQTTMessage) -> None:
        if self._heard is not None:
            self._heard(message.topic, bytes(message.payload))
