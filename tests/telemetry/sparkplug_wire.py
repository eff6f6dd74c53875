"""Sparkplug payloads written byte by byte from protobuf's wire layout, knowing nothing of our codec."""

from __future__ import annotations

import struct


def varint(number: int) -> bytes:
    """Seven bits a byte, low ones first, the top bit set on all but the last."""
    out = bytearray()
    while number > 0x7F:
        out.append(number & 0x7F | 0x80)
        number >>= 7
    out.append(number)
    return bytes(out)


def whole(field: int, number: int) -> bytes:
    """Wire type 0: an unsigned integer or bool."""
    return varint(field << 3) + varint(number)


def sized(field: int, raw: bytes | str) -> bytes:
    """Wire type 2: text, bytes or a message."""
    raw = raw.encode() if isinstance(raw, str) else raw
    return varint(field << 3 | 2) + varint(len(raw)) + raw


def single(field: int, number: float) -> bytes:
    """Wire type 5: 32-bit float."""
    return varint(field << 3 | 5) + struct.pack("<f", number)


def double(field: int, number: float) -> bytes:
    """Wire type 1: 64-bit float."""
    return varint(field << 3 | 1) + struct.pack("<d", number)


def metric(*fields: bytes) -> bytes:
    """Field 2 of a payload."""
    return sized(2, b"".join(fields))


def named(name: str, datatype: int, value: bytes, *more: bytes) -> bytes:
    """A metric as in a birth: name 1, datatype 4, then its value."""
    return metric(sized(1, name), whole(4, datatype), value, *more)


def payload(*metrics: bytes, timestamp: int | None = None, seq: int | None = None) -> bytes:
    """A whole payload: timestamp 1 in milliseconds, metrics 2, seq 3."""
    head = b"" if timestamp is None else whole(1, timestamp)
    return head + b"".join(metrics) + (b"" if seq is None else whole(3, seq))
