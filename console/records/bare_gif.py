"""GIF (89a) reduced to its first picture."""

from __future__ import annotations

from console.records.bare_parts import Bare, Broken

MOST_BLOCKS = 400_000


def bare_gif(data: bytes) -> Bare:
    """Screen, colours and the first frame; Broken where there is none."""
    if data[:6] not in (b"GIF87a", b"GIF89a") or len(data) < 14:
        raise Broken("no GIF")
    at = 13 + _table(data[10])
    head, control = data[:at], b""
    left = MOST_BLOCKS
    while at < len(data):
        if data[at] == 0x2C:
            return _first(data, at, head + control, left)
        if data[at] != 0x21:
            break
        end, left = _blocks(data, at + 2, left)
        if data[at + 1 : at + 2] == b"\xf9":
            control = data[at:end]
        at = end
    raise Broken("no frame")


def _first(data: bytes, at: int, before: bytes, left: int) -> Bare:
    if at + 11 > len(data):
        raise Broken("no frame")
    x, y, wide, high = (int.from_bytes(data[i : i + 2], "little") for i in range(at + 1, at + 9, 2))
    end, _ = _blocks(data, at + 10 + _table(data[at + 9]) + 1, left)
    screen = int.from_bytes(data[6:8], "little"), int.from_bytes(data[8:10], "little")
    width, height = max(screen[0], x + wide), max(screen[1], y + high)
    if not wide * high:
        raise Broken("a frame without pixels")
    return Bare(before + data[at:end] + b";", width, height)


def _table(flags: int) -> int:
    """Bytes of a colour table."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks(data: bytes, at: int, left: int) -> tuple[int, int]:
    """Where the sub-blocks that begin at `at` end, and how many more may be walked over."""
    while at < len(data) and data[at]:
        at += data[at] + 1
        left -= 1
        if left <= 0:
            raise Broken("too many blocks")
    return at + 1, left
