"""What the readers of bare pictures share."""

from __future__ import annotations

from dataclasses import dataclass

MOST_FIELDS = 1000  # of EXIF
_ORIENTATION, _SHORT = 0x0112, 3


class Broken(ValueError):
    """No picture of the type it was said to be."""


@dataclass(frozen=True, slots=True)
class Bare:
    """A picture file without what its pixels do not need, and what it claims."""

    data: bytes
    width: int  # pixels, as claimed
    height: int
    orientation: int = 1  # EXIF, 1 to 8: how it must be turned to stand upright
    profile: bytes = b""  # ICC; b"" = sRGB is meant
    passes: int = 1  # how often a decoder goes over all pixels
    complete: bool = True  # False: shorter than it claims, seen without decoding


def orientation(exif: bytes) -> int:
    """How the picture must be turned, from EXIF without its signature (Exif 2.32, 4.6.4); 1 where it is not said."""
    order = {b"II*\0": "little", b"MM\0*": "big"}.get(exif[:4])
    if order is None:
        return 1
    little = order == "little"

    def number(start: int, end: int) -> int:
        return int.from_bytes(exif[start:end], "little" if little else "big")

    first = number(4, 8)
    for at in range(first + 2, first + 2 + 12 * min(number(first, first + 2), MOST_FIELDS), 12):
        if at + 12 > len(exif):
            break
        if number(at, at + 2) == _ORIENTATION and number(at + 2, at + 4) == _SHORT:
            turned = number(at + 8, at + 10)
            return turned if 1 <= turned <= 8 else 1
    return 1
