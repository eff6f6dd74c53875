"""Names for records: new ones that sort by time, and derived ones that two consoles find alike."""

from __future__ import annotations

import secrets
import threading
import time
import uuid

_OURS = uuid.UUID("6f6b2d9e-7a55-5d0b-9c1f-0b6a5f2d4c11")  # the namespace of every derived id
_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """A UUID of version 7 (RFC 9562, 5.7): 36 characters; those of one process sort in the order they were made.

    The twelve bits after the milliseconds go on counting (method 3 of section 6.2), so that two made in the same
    millisecond, or after the clock was set back, still sort.
    """
    global _last
    with _lock:
        ticks = time.time_ns() * 4096 // 1_000_000  # milliseconds with twelve bits below
        _last = ticks if ticks > _last else _last + 1
        ticks = _last
    value = (ticks >> 12 & (1 << 48) - 1) << 80 | 7 << 76 | (ticks & 0xFFF) << 64
    value |= 0b10 << 62 | secrets.randbits(62)
    return str(uuid.UUID(int=value))


def derived_id(*parts: object) -> str:
    """The id of something that is known by what it is (UUID version 5): the same parts give the same id anywhere."""
    return str(uuid.uuid5(_OURS, "\x1f".join(str(part) for part in parts)))
