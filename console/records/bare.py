"""A picture file reduced to what its pixels need, and what it claims to be: read without decoding anything.

What a picture may carry besides its pixels (text, other pictures, comments, places, programs) is left out here, so that
the decoder never sees it; and all that would make the decoder work for long is counted before it begins.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from console.records.bare_gif import bare_gif
from console.records.bare_jpeg import bare_jpeg
from console.records.bare_parts import Bare, Broken, orientation
from console.records.bare_png import bare_png

__all__ = ["Bare", "Broken", "bare"]
MOST_CHUNKS = 1000


def bare(data: bytes, type: str) -> Bare:
    """What a picture of this media type claims, and its bare bytes; Broken where it is none."""
    return _READERS[type](data)


def _webp(data: bytes) -> Bare:
    if len(data) < 30 or data[:4] != b"RIFF" or data[8:12] != b"WEBP":
        raise Broken("no WebP")
    kind, head = data[12:16], data[20:30]
    if kind == b"VP8X":
        width, height = 1 + _little(head[4:7]), 1 + _little(head[7:10])
    elif kind == b"VP8L" and head[0] == 0x2F:
        bits = _little(head[1:5])
        width, height = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    elif kind == b"VP8 " and head[3:6] == b"\x9d\x01\x2a":
        width, height = _little(head[6:8]) & 0x3FFF, _little(head[8:10]) & 0x3FFF
    else:
        raise Broken("no WebP frame")
    extra = _riff(data, {b"EXIF", b"ICCP"}) if kind == b"VP8X" else {}
    exif = extra.get(b"EXIF", b"").removeprefix(b"Exif\0\0")
    return Bare(data, width, height, orientation(exif), extra.get(b"ICCP", b""))


def _riff(data: bytes, wanted: set[bytes]) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    at = 12
    for _ in range(MOST_CHUNKS):
        if at + 8 > len(data):
            break
        kind, length = data[at : at + 4], _little(data[at + 4 : at + 8])
        if kind in wanted:
            found.setdefault(kind, data[at + 8 : at + 8 + length])
        at += 8 + length + (length & 1)
    return found


@dataclass(frozen=True, slots=True)
class _BmpHead:
    width: int
    height: int
    bits: int
    packed: int


def _bmp(data: bytes) -> Bare:
    if len(data) < 54 or data[:2] != b"BM" or _little(data[14:18]) < 40:
        raise Broken("no bitmap")
    head = _BmpHead(
        int.from_bytes(data[18:22], "little", signed=True),
        abs(int.from_bytes(data[22:26], "little", signed=True)),
        _little(data[28:30]),
        _little(data[30:34]),
    )
    row = (head.width * head.bits + 31) // 32 * 4
    if head.packed not in (0, 3) or head.bits not in (1, 4, 8, 16, 24, 32):
        raise Broken("a bitmap that is packed")  # run lengths are unpacked one by one, which takes long
    if head.width <= 0 or head.height <= 0:
        raise Broken("a bitmap without a size")
    complete = len(data) >= _little(data[10:14]) + row * head.height
    return Bare(data, head.width, head.height, complete=complete)


def _little(some: bytes) -> int:
    return int.from_bytes(some, "little")


_READERS: dict[str, Callable[[bytes], Bare]] = {
    "image/jpeg": bare_jpeg,
    "image/png": bare_png,
    "image/gif": bare_gif,
    "image/webp": _webp,
    "image/bmp": _bmp,
}
TYPES = frozenset(_READERS)
