"""A paho client made ready for one broker: version, credentials, TLS, will, limits."""

from __future__ import annotations

import logging
import socket
from typing import Any

from paho.mqtt.client import Client
from paho.mqtt.enums import CallbackAPIVersion, MQTTProtocolVersion
from paho.mqtt.packettypes import PacketTypes
from paho.mqtt.properties import Properties

from console.telemetry.broker import BrokerSettings
from console.telemetry.buffered import BufferedClient, fits
from console.telemetry.plain import PlainClient
from console.telemetry.receiver import Receiver
from console.telemetry.tls import tls_context

IN_FLIGHT = 500  # unacknowledged messages that the broker may send (MQTT 5 ReceiveMaximum)
LARGEST = 16 * 1024 * 1024  # bytes; an MQTT 5 broker keeps larger packets to itself
BACKLOG = 1000  # packets that may wait to be sent before `publish` says no

Wire = BufferedClient | PlainClient

_log = logging.getLogger(__name__)


def make_wire(settings: BrokerSettings, receiver: Receiver, five: bool) -> Wire:
    """A client for MQTT 5 or 3.1.1 that is not connected yet. Raises `Trouble` or `ValueError` for bad settings."""
    wire = _choose(
        receiver,
        callback_api_version=CallbackAPIVersion.VERSION2,
        client_id=settings.identity,
        protocol=MQTTProtocolVersion.MQTTv5 if five else MQTTProtocolVersion.MQTTv311,
        clean_session=None if five else False,
        reconnect_on_failure=False,
        manual_ack=True,
    )
    wire.suppress_exceptions = True  # our callbacks are guarded one by one; this is the second line
    wire.username_pw_set(settings.user or None, settings.password or None)
    if settings.uses_tls:
        wire.tls_set_context(tls_context(settings))
    if settings.will is not None:
        wire.will_set(*settings.will, qos=1, retain=True)
    wire.max_queued_messages_set(BACKLOG)
    wire.max_inflight_messages_set(100)
    wire.on_socket_open = _hasten
    wire.on_socket_register_write = _leave_to_loop
    properties = _connect_properties(settings) if five else None
    wire.connect_async(settings.host, settings.port, settings.keepalive, clean_start=False, properties=properties)
    return wire


def _choose(receiver: Receiver, **options: Any) -> Wire:
    plain = PlainClient(receiver, **options)
    if fits(plain):
        return BufferedClient(receiver, **options)
    _log.warning("this version of paho-mqtt is not the one expected: messages are read in the slower, plain way")
    return plain


def _connect_properties(settings: BrokerSettings) -> Properties:
    properties = Properties(PacketTypes.CONNECT)  # type: ignore[no-untyped-call]
    properties.SessionExpiryInterval = settings.session_expiry
    properties.ReceiveMaximum = IN_FLIGHT
    properties.MaximumPacketSize = LARGEST
    return properties


def _hasten(client: Client, userdata: object, sock: Any) -> None:
    """Acknowledgements are small and many: send each at once instead of waiting for company (RFC 896)."""
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _leave_to_loop(client: Client, userdata: object, sock: Any) -> None:
    """Being set, this keeps paho from writing to the socket in whatever thread calls it; the loop alone writes."""
