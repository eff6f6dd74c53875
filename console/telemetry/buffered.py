"""paho's client made fast: it reads what the socket has in one go and takes PUBLISH packets apart itself.

paho asks the socket three times for every packet and builds a dozen objects around it. Here one read brings many
packets; PUBLISH goes straight to the receiver, everything else to paho's own handlers, and the acknowledgements of one
read leave together.
"""

from __future__ import annotations

import inspect
import struct
from collections.abc import Callable
from time import monotonic
from typing import Any

from paho.mqtt.client import Client
from paho.mqtt.enums import MQTTErrorCode, MQTTProtocolVersion
from paho.mqtt.exception import MalformedPacket

from console.telemetry.receiver import Receiver, recorded_at

READ_SIZE = 32 * 1024  # bytes; two TLS records, some 250 messages: the thread lets go of the GIL at every read
ROUNDS = 16  # reads before acknowledgements, pings and what waits to be sent get their turn
PUBACK, PUBREC, PUBCOMP = 0x40, 0x50, 0x70
_ANSWER = struct.Struct("!BBH")
_GOOD = MQTTErrorCode.MQTT_ERR_SUCCESS
_LOST = MQTTErrorCode.MQTT_ERR_CONN_LOST
_NO_CONN = MQTTErrorCode.MQTT_ERR_NO_CONN
_PROTOCOL = MQTTErrorCode.MQTT_ERR_PROTOCOL

EXPECTED: dict[str, tuple[str, ...]] = {  # what is overridden or called here, and the parameters it must have
    "reconnect": ("self",),
    "loop_read": ("self", "max_packets"),
    "_loop_rc_handle": ("self", "rc"),
    "_sock_recv": ("self", "bufsize"),
    "_packet_handle": ("self",),
    "_packet_queue": ("self", "command", "packet", "mid", "qos", "info"),
    "_handle_pubrel": ("self",),
    "_handle_connack": ("self",),
}
IN_PACKET = {
    "command",
    "have_remaining",
    "remaining_count",
    "remaining_mult",
    "remaining_length",
    "packet",
    "to_process",
    "pos",
}
ATTRIBUTES = {"_sock", "_in_packet", "_out_packet", "_protocol", "_last_bytes_received", "_msgtime_mutex"}


def fits(client: Client) -> bool:
    """Whether this paho is built the way `BufferedClient` expects; if not, `plain.PlainClient` does the work."""
    for name, wanted in EXPECTED.items():
        method: Callable[..., Any] | None = getattr(Client, name, None)
        if method is None or tuple(inspect.signature(method).parameters) != wanted:
            return False
    parts = vars(client)
    return parts.keys() >= ATTRIBUTES and set(parts["_in_packet"]) == IN_PACKET


class BufferedClient(Client):
    """A paho client whose incoming messages go to a `Receiver`, and which is answered by `settle`.

    QoS 2 follows method B of MQTT 5.0, section 4.3.3: a message is handed on when PUBLISH comes and PUBREC is sent only
    when it is durable, so that the broker keeps it until then.
    """

    def __init__(self, receiver: Receiver, **options: Any) -> None:
        super().__init__(**options)
        self.receiver = receiver
        self.broken: OSError | None = None  # what reading the socket raised
        self._five = self._protocol == MQTTProtocolVersion.MQTTv5
        self._taken: set[int] = set()  # QoS 2 mids between PUBREC and PUBREL
        self._answers = bytearray()  # acknowledgements not yet queued
        self._parts: list[bytes] = []  # the beginning of a packet whose end has not come
        self._missing = 0  # bytes until that packet can be looked at again

    def reconnect(self) -> MQTTErrorCode:
        """As paho's, with empty buffers."""
        self._parts.clear()
        self._answers.clear()
        self._missing = 0
        self.broken = None
        return super().reconnect()

    def forget(self) -> None:
        """The broker has lost the session: no QoS 2 handshake is half done any more."""
        self._taken.clear()

    def settle(self, mid: int, qos: int) -> None:
        """Acknowledge a held message. From any thread; the broker forgets it then."""
        if qos == 2:
            self._taken.add(mid)
        command = PUBREC if qos == 2 else PUBACK
        self._packet_queue(command, _ANSWER.pack(command, 2, mid), mid, 1)

    def backlog(self) -> int:
        """Packets that wait to be sent."""
        return len(self._out_packet)

    def loop_read(self, max_packets: int = 1) -> MQTTErrorCode:
        """Read until the socket is empty (at most `ROUNDS` times) and handle every packet that is whole."""
        if self._sock is None:
            return _NO_CONN
        try:
            rc = self._read_all()
        except (MalformedPacket, IndexError):
            rc = _PROTOCOL
        if self._sock is None:
            return rc or _NO_CONN
        if self._answers:
            self._packet_queue(PUBACK, bytes(self._answers), 0, 1)
            self._answers.clear()
        return self._loop_rc_handle(rc) if rc > 0 else _GOOD

    def _read_all(self) -> MQTTErrorCode:
        for _ in range(ROUNDS):
            try:
                data = self._sock_recv(READ_SIZE)
            except BlockingIOError:
                return _GOOD
            except OSError as error:
                self.broken = error
                return _LOST
            if not data:
                return _LOST
            with self._msgtime_mutex:
                self._last_bytes_received = monotonic()
            rc = self._split(data, self.receiver.heard())
            if rc > 0 or self._sock is None:
                return rc
            if len(data) < READ_SIZE and not self._undecrypted():
                return _GOOD
        return _GOOD

    def _undecrypted(self) -> bool:
        """Whether TLS holds bytes that no select() would tell of."""
        pending = getattr(self._sock, "pending", None)
        return pending is not None and pending() > 0

    def _split(self, data: bytes, heard_at: float) -> MQTTErrorCode:
        """Handle the whole packets in `data`, keep the rest."""
        if self._missing:
            self._parts.append(data)
            self._missing -= len(data)
            if self._missing > 0:
                return _GOOD
            data = b"".join(self._parts)
            self._parts.clear()
        at, size = 0, len(data)
        missing = 0
        while at < size:
            head = data[at]
            body, length = _length(data, at + 1, size)
            end = body + length
            if end > size:
                missing = end - size
                break
            if head & 0xF0 == 0x30:
                self._published(data, head, body, end, heard_at)
            else:
                rc = self._controlled(head, data[body:end])
                if rc > 0 or self._sock is None:
                    return rc
            at = end
        self._missing = missing
        if missing:
            self._parts.append(data[at:])
        return _GOOD

    def _published(self, data: bytes, head: int, at: int, end: int, heard_at: float) -> None:
        """One PUBLISH packet: flags in `head`, topic from `at`, payload up to `end`. Raises `MalformedPacket`."""
        start = at + 2
        at = start + (data[at] << 8 | data[at + 1])
        topic = data[start:at].decode("utf-8", "replace")
        qos = head >> 1 & 3
        mid = 0
        if qos:
            mid = data[at] << 8 | data[at + 1]
            at += 2
        if self._five:
            if data[at]:
                start, length = _length(data, at, end)
                at = start + length
                if self.receiver.recorded:
                    heard_at = recorded_at(data[start:at], heard_at)
            else:
                at += 1
        if at > end or start > end:
            raise MalformedPacket("a PUBLISH packet ends before its payload")
        if not qos:
            self.receiver.hear(topic, data[at:end], 0, head & 1 == 1, 0, heard_at)
        else:
            self._numbered(topic, data[at:end], head, mid, heard_at)

    def _numbered(self, topic: str, payload: bytes, head: int, mid: int, heard_at: float) -> None:
        qos, retained = head >> 1 & 3, head & 1 == 1
        if qos == 3 or not mid:
            raise MalformedPacket("a PUBLISH packet with QoS 3 or without a packet identifier")
        if qos == 2 and mid in self._taken:
            self._answers += _ANSWER.pack(PUBREC, 2, mid)
        elif self.receiver.hear(topic, payload, qos, retained, mid, heard_at, head & 8 == 8):
            self._answers += _ANSWER.pack(PUBACK if qos == 1 else PUBREC, 2, mid)
            if qos == 2:
                self._taken.add(mid)

    def _controlled(self, head: int, body: bytes) -> MQTTErrorCode:
        """Any other packet, handled by paho."""
        self._in_packet = {
            "command": head,
            "have_remaining": 1,
            "remaining_count": [],
            "remaining_mult": 1,
            "remaining_length": len(body),
            "packet": bytearray(body),
            "to_process": 0,
            "pos": 0,
        }
        return self._packet_handle()

    def _handle_pubrel(self) -> MQTTErrorCode:
        packet = self._in_packet["packet"]
        mid = packet[0] << 8 | packet[1]
        self._taken.discard(mid)
        self._answers += _ANSWER.pack(PUBCOMP, 2, mid)
        return _GOOD


def _length(data: bytes, at: int, size: int) -> tuple[int, int]:
    """Variable byte integer at `at` (MQTT 5.0, 1.5.5): where what it counts begins, and how many bytes that is.

    When the integer itself is cut off at `size`, one byte beyond that is asked for.
    """
    value = shift = 0
    for place in range(at, min(at + 4, size)):
        byte = data[place]
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return place + 1, value
        shift += 7
    if shift == 28:
        raise MalformedPacket("a length of more than four bytes")
    return size, 1
