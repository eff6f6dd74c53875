"""PNG (ISO/IEC 15948) reduced to header, palette, transparency and pixels."""

from __future__ import annotations

import zlib

from console.records.bare_parts import Bare, Broken, orientation

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MOST_CHUNKS = 25_000
MOST_PROFILE = 1024 * 1024  # bytes, unpacked
MOST_EXIF = 65_536
_KEPT = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT"})
_END = b"\0\0\0\0IEND\xae\x42\x60\x82"


def bare_png(data: bytes) -> Bare:
    """The chunks that make the first picture; Broken where there is none."""
    if data[:8] != SIGNATURE or data[12:16] != b"IHDR" or data[8:12] != b"\0\0\0\r":
        raise Broken("no PNG")
    width, height = int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")
    parts, at, turned, profile, pixels = [SIGNATURE], 8, 1, b"", False
    for _ in range(MOST_CHUNKS):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + length
        if end > len(data) or kind == b"IEND":
            break
        if kind in _KEPT and not (kind == b"IHDR" and at > 8):
            parts.append(data[at:end])
            pixels |= kind == b"IDAT"
        elif kind == b"iCCP" and not profile:
            profile = _profile(data[at + 8 : end - 4])
        elif kind == b"eXIf" and length <= MOST_EXIF:
            turned = orientation(data[at + 8 : end - 4])
        at = end
    else:
        raise Broken("too many chunks")
    if not pixels or not width * height:
        raise Broken("no pixels")
    passes = 2 if data[28] else 1  # interlaced
    return Bare(b"".join([*parts, _END]), width, height, turned, profile, passes)


def _profile(body: bytes) -> bytes:
    """The profile of an iCCP chunk, b"" for one that is too large or broken."""
    _, _, packed = body.partition(b"\0")
    unpacker = zlib.decompressobj()
    try:
        profile = unpacker.decompress(packed[1:], MOST_PROFILE)
    except zlib.error:
        return b""
    return profile if unpacker.eof else b""
