"""JPEG (ITU T.81) reduced to tables, frame and scans."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from console.records.bare_parts import Bare, Broken, orientation

MOST_SEGMENTS = 2000  # before the first scan
MOST_PROFILE = 4 * 1024 * 1024  # bytes
_MARKER = re.compile(rb"\xff+([^\xff\x00])")
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BASELINE, _PROGRESSIVE = frozenset({0xC0, 0xC1}), 0xC2
_KEPT = _FRAMES | {0xC4, 0xCC, 0xDB, 0xDD}  # tables and intervals
_START, _END, _SCAN, _APP1, _APP2, _APP14 = 0xD8, 0xD9, 0xDA, 0xE1, 0xE2, 0xEE


def bare_jpeg(data: bytes) -> Bare:
    """The picture's own segments; Broken where there is no frame or no scan."""
    seen = _Seen()
    for marker, start, end in _segments(data):
        if marker == _SCAN:
            return seen.picture(data[start:])
        seen.take(marker, data[start + 2 : end])
    raise Broken("no scan")


def _segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Marker, where its length stands, where the segment ends; up to the first scan."""
    at = 2
    for _ in range(MOST_SEGMENTS):
        found = _MARKER.search(data, at)
        if found is None or not data.startswith(b"\xff\xd8"):
            return
        marker, at = found.group(1)[0], found.end()
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        if length < 2 or at + length > len(data) or marker in (_START, _END):
            return
        yield marker, at, at + length
        at += length


@dataclass
class _Seen:
    """What was met before the first scan."""

    parts: list[bytes] = field(default_factory=lambda: [b"\xff\xd8"])
    size: tuple[int, int] = (0, 0)
    frame: int = 0  # its marker
    turned: int = 1
    profile: dict[int, bytes] = field(default_factory=dict)

    def take(self, marker: int, body: bytes) -> None:
        """Keep what the pixels need, note what matters, leave out the rest."""
        if marker in _FRAMES:
            if self.size != (0, 0):
                raise Broken("two frames")
            self.frame = marker
            self.size = int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")
        if marker in _KEPT or (marker == _APP14 and body[:5] == b"Adobe"):
            self.parts.append(bytes((0xFF, marker)) + (len(body) + 2).to_bytes(2, "big") + body)
        elif marker == _APP1 and body[:6] == b"Exif\0\0":
            self.turned = orientation(body[6:])
        elif marker == _APP2 and body[:12] == b"ICC_PROFILE\0" and len(body) > 14:
            self.profile.setdefault(body[12], body[14:])

    def picture(self, scans: bytes) -> Bare:
        """All of it; `scans` begins after the marker of the first one."""
        if not self.size[0] * self.size[1]:
            raise Broken("no frame")
        profile = b"".join(self.profile[number] for number in sorted(self.profile))[:MOST_PROFILE]
        whole = b"".join([*self.parts, b"\xff\xda", scans])
        complete = 8 * len(scans) >= self._least()
        return Bare(whole, *self.size, self.turned, profile, 1 + scans.count(b"\xff\xda"), complete)

    def _least(self) -> int:
        """Bits without which no picture of this size can be told: a code for each block's mean, and one for its end."""
        blocks = -(-self.size[0] // 8) * -(-self.size[1] // 8)
        return blocks * (2 if self.frame in _BASELINE else 1 if self.frame == _PROGRESSIVE else 0)
