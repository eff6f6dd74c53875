"""A broker that does what the test tells it: for refusals and byte streams that no real one produces on order."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

from tests.brokers import HOST

Script = Callable[["Line"], None]

ACCEPT_5 = b"\x20\x03\x00\x00\x00"  # CONNACK: no session, success, no properties
ACCEPT_311 = b"\x20\x02\x00\x00"


class Line:
    """One accepted connection, seen from the broker."""

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        sock.settimeout(5)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def read(self) -> tuple[int, bytes]:
        """First byte and body of the next packet; (0, b"") when the console has gone."""
        head = self._sock.recv(1)
        if not head:
            return 0, b""
        length = shift = 0
        while True:
            byte = self._sock.recv(1)[0]
            length |= (byte & 0x7F) << shift
            shift += 7
            if byte < 0x80:
                break
        body = b""
        while len(body) < length:
            body += self._sock.recv(length - len(body))
        return head[0], body

    def send(self, data: bytes) -> None:
        """Send these bytes, in a segment of their own as far as TCP allows."""
        self._sock.sendall(data)

    def welcome(self, code: int = 1) -> int:
        """Take CONNECT and SUBSCRIBE, answer both, every filter with `code`; return the MQTT version asked for."""
        _, connect = self.read()
        version = connect[6]
        self.send(ACCEPT_5 if version == 5 else ACCEPT_311)
        _, subscribe = self.read()
        count = subscribe.count(b"/") + subscribe.count(b"#")
        body = subscribe[:2] + (b"\x00" if version == 5 else b"") + bytes([code]) * max(1, count)
        self.send(bytes([0x90, len(body)]) + body)
        return version


class ScriptedBroker:
    """Runs `script` for every connection; a context manager."""

    def __init__(self, script: Script) -> None:
        self._script = script
        self._server = socket.create_server((HOST, 0))
        self.port = int(self._server.getsockname()[1])
        self.connections = 0
        self._open: list[socket.socket] = []

    def __enter__(self) -> ScriptedBroker:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *error: object) -> None:
        self._server.close()
        for sock in self._open:
            sock.close()

    def _accept(self) -> None:
        while True:
            try:
                sock, _ = self._server.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(sock)
            threading.Thread(target=self._play, args=(sock,), daemon=True).start()

    def _play(self, sock: socket.socket) -> None:
        try:
            self._script(Line(sock))
        except (OSError, IndexError):
            pass
        finally:
            sock.close()


def publish_packet(
    topic: str,
    payload: bytes,
    qos: int = 0,
    mid: int = 0,
    retain: bool = False,
    five: bool = True,
    properties: bytes = b"",
) -> bytes:
    """A PUBLISH packet as it goes over the wire."""
    name = topic.encode()
    body = len(name).to_bytes(2, "big") + name
    if qos:
        body += mid.to_bytes(2, "big")
    if five:
        body += length_bytes(len(properties)) + properties
    body += payload
    return bytes([0x30 | qos << 1 | retain]) + length_bytes(len(body)) + body


def length_bytes(value: int) -> bytes:
    """Variable byte integer of MQTT."""
    out = bytearray()
    while True:
        value, rest = value >> 7, value & 0x7F
        out.append(rest | (0x80 if value else 0))
        if not value:
            return bytes(out)


def user_property(key: str, text: str) -> bytes:
    """One user property as it stands among a packet's properties."""
    parts = [part.encode() for part in (key, text)]
    return b"\x26" + b"".join(len(part).to_bytes(2, "big") + part for part in parts)
