"""Names for records: new ones that sort by time, and derived ones that two consoles find alike."""

from __future__ import annotations

import secrets
import threading
import time
import uuid
from hashlib import sha1

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
    return _written(value | 0b10 << 62 | secrets.randbits(62))


def derived_id(*parts: object) -> str:
    """The id of something that is known by what it is (UUID version 5): the same parts give the same id anywhere."""
    name = "\x1f".join(str(part) for part in parts)
    digest = sha1(_OURS.bytes + name.encode(), usedforsecurity=False).digest()
    value = int.from_bytes(digest[:16], "big") & ~(0xF000 << 64 | 0b11 << 62)
    return _written(value | 5 << 76 | 0b10 << 62)


def _written(value: int) -> str:
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
