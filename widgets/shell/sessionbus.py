"""As much of D-Bus as it takes to ask a service of this session for something, and to keep what it gave by staying.

Written after the D-Bus Specification 0.42, "Message Protocol" and "Authentication Protocol". QtDBus crashed here
(PySide6 6.11.3) when a connection was closed whose answers were still waited for.
"""

from __future__ import annotations

import os
import socket
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote

CALL, ANSWER = 1, 2  # kinds of message
PATH, INTERFACE, MEMBER, REPLY, DESTINATION, SIGNATURE = 1, 2, 3, 5, 6, 8  # header fields
BUS = ("org.freedesktop.DBus", "/org/freedesktop/DBus")
PATIENCE = 3.0  # seconds
LARGEST = 1 << 20  # bytes of a message that is read


def session_address(environ: Mapping[str, str] = os.environ) -> str:
    """Where the bus of this session listens: a path, or "\\0" and the name of an abstract socket; "" for nowhere."""
    for address in environ.get("DBUS_SESSION_BUS_ADDRESS", "").split(";"):
        kind, _, told = address.partition(":")
        words = dict(pair.partition("=")[::2] for pair in told.split(","))
        if kind == "unix" and words.get("path"):
            return unquote(words["path"])
        if kind == "unix" and words.get("abstract"):
            return "\0" + unquote(words["abstract"])
    usual = Path(environ.get("XDG_RUNTIME_DIR") or os.devnull, "bus")
    return str(usual) if usual.exists() else ""


class SessionBus:
    """One connection. What a service gave to it ends with it, also when the program dies. OSError where it fails."""

    def __init__(self, address: str) -> None:
        self._serial = 0
        self._wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._wire.settimeout(PATIENCE)
            self._wire.connect(address)
            self._sign_in()
            if self.call(*BUS, "Hello") is None:
                raise OSError("the bus did not say hello")
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Leave the bus, and give everything back."""
        self._wire.close()

    def call(self, service: str, path: str, method: str, words: Sequence[str | int] = ()) -> bytes | None:
        """Call a method of the interface that is named as the service; its answer's body, None where it refused."""
        self._serial += 1
        self._wire.sendall(message(self._serial, service, path, method, words))
        while True:
            kind, serial, body = self._read()
            if serial == self._serial:
                return body if kind == ANSWER else None

    def _sign_in(self) -> None:
        who = str(os.getuid()).encode().hex()
        self._wire.sendall(f"\0AUTH EXTERNAL {who}\r\n".encode())
        said = b""
        while not said.endswith(b"\r\n") and len(said) < 500:
            part = self._wire.recv(100)
            if not part:
                break
            said += part
        if not said.startswith(b"OK "):
            raise OSError("the bus does not let us in")
        self._wire.sendall(b"BEGIN\r\n")

    def _read(self) -> tuple[int, int, bytes]:
        """Kind of the next message, the number of what it answers (0: nothing), and its body."""
        head = self._exactly(16)
        order = "<" if head[:1] == b"l" else ">"
        length, _, fields = struct.unpack(order + "III", head[4:])
        if length + fields > LARGEST:
            raise OSError("the bus says too much")
        told = self._exactly(fields + -fields % 8)[:fields]
        try:
            return head[1], _answered(told, order), self._exactly(length)
        except (IndexError, struct.error):
            raise OSError("what the bus says cannot be understood") from None

    def _exactly(self, count: int) -> bytes:
        got = b""
        while len(got) < count:
            part = self._wire.recv(count - len(got))
            if not part:
                raise OSError("the bus hung up")
            got += part
        return got


def message(serial: int, service: str, path: str, method: str, words: Sequence[str | int] = ()) -> bytes:
    """A method call; words go as strings, numbers as unsigned 32 bits."""
    body = b""
    for word in words:
        body += b"\0" * (-len(body) % 4) + (_text(word) if isinstance(word, str) else struct.pack("<I", word))
    kinds = "".join("s" if isinstance(word, str) else "u" for word in words)
    named = [(PATH, "o", path), (INTERFACE, "s", service), (MEMBER, "s", method), (DESTINATION, "s", service)]
    fields = b""
    for code, kind, value in named:
        fields += b"\0" * (-len(fields) % 8) + bytes([code, 1]) + kind.encode() + b"\0" + _text(value)
    if kinds:
        sign = bytes([SIGNATURE, 1]) + b"g\0" + bytes([len(kinds)]) + kinds.encode() + b"\0"
        fields += b"\0" * (-len(fields) % 8) + sign
    head = struct.pack("<cBBBIII", b"l", CALL, 0, 1, len(body), serial, len(fields))
    return head + fields + b"\0" * (-len(fields) % 8) + body


def _text(words: str) -> bytes:
    raw = words.encode()
    return struct.pack("<I", len(raw)) + raw + b"\0"


def _answered(fields: bytes, order: str) -> int:
    """The number of the call that a message answers, out of its header fields; 0 where there is none."""
    at = 0
    while at + 4 <= len(fields):
        code, kind = fields[at], chr(fields[at + 2])
        at += 4  # the code, and the signature of one letter
        if kind == "g":
            at += fields[at] + 2
        else:
            at += -at % 4
            number = int(struct.unpack(order + "I", fields[at : at + 4])[0])
            if code == REPLY:
                return number
            at += 4 + (number + 1 if kind in "so" else 0)
        at += -at % 8
    return 0
