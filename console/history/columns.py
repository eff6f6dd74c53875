"""Columns of a chunk as few bytes: whole numbers as deltas, decimals as whole numbers, floats as differing bits.

Every encoder is lossless. What comes out still holds much repetition, which is left to zstd: bytes of equal weight lie
side by side, so that those that never change cost nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]

DECIMALS = 7  # places after the point that are tried
EXACT = float(2**53)  # whole numbers up to here are exact as float64
LEAST = np.iinfo(np.int64).min
SAME, EVEN = 0xFF, 0xFE  # in place of the order: all numbers are equal, or their differences
PROBE = 64  # values looked at before all are tried
_WIDTHS: tuple[Any, ...] = (np.uint8, np.uint16, np.uint32, np.uint64)
_KINDS = tuple(np.dtype(width) for width in _WIDTHS)
_ONE = np.uint64(1)
_BOUNDS = (1 << 8, 1 << 16, 1 << 32)


class Out:
    """Bytes in the making."""

    def __init__(self) -> None:
        self.bytes = bytearray()

    def number(self, value: int) -> None:
        """A whole number from 0, small ones in one byte."""
        while value > 0x7F:
            self.bytes.append(value & 0x7F | 0x80)
            value >>= 7
        self.bytes.append(value)

    def signed(self, value: int) -> None:
        """A whole number of any sign."""
        self.number(value << 1 if value >= 0 else ~value << 1 | 1)

    def text(self, value: str) -> None:
        """A text with its length."""
        raw = value.encode("utf-8", "surrogatepass")
        self.number(len(raw))
        self.bytes += raw


class In:
    """Reads what `Out` wrote. IndexError or ValueError where it is not what was written."""

    def __init__(self, raw: bytes) -> None:
        self.raw = raw
        self.at = 0

    def number(self) -> int:
        """A whole number from 0."""
        value = shift = 0
        while True:
            byte = self.raw[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def signed(self) -> int:
        """A whole number of any sign."""
        value = self.number()
        return ~(value >> 1) if value & 1 else value >> 1

    def take(self, count: int) -> bytes:
        """So many bytes."""
        taken = self.raw[self.at : self.at + count]
        if len(taken) != count:
            raise ValueError("the chunk ends too early")
        self.at += count
        return taken

    def text(self) -> str:
        """A text with its length."""
        return self.take(self.number()).decode("utf-8", "surrogatepass")


def put_ints(out: Out, values: Ints, orders: tuple[int, ...] = (0, 1)) -> None:
    """Whole numbers: as they are (0), their differences (1) or the differences of those (2), whichever is smallest."""
    first = int(values[0]) if len(values) else 0
    rest = values[1:] - values[:-1]
    factor = _factor(rest)
    if factor == 0:
        out.bytes.append(SAME)
        out.signed(first)
        return
    if rest[0] == rest[-1] and bool((rest == rest[0]).all()):
        out.bytes.append(EVEN)
        out.signed(first)
        out.signed(int(rest[0]))
        return
    order, left = _smallest(values, rest // factor if factor > 1 else rest, orders)
    out.bytes.append(order)
    if order:
        out.signed(first)
        out.number(factor)
    if order == 2:
        out.signed(int(left[0]))
        left = left[1:] - left[:-1]
    _put_planes(out, left)


def put_ints_quickly(out: Out, values: Ints) -> None:
    """The same in less time and more bytes."""
    out.bytes.append(1)
    out.signed(int(values[0]))
    out.number(1)
    _put_planes(out, values[1:] - values[:-1])


def get_ints(source: In, count: int) -> Ints:
    """What `put_ints` wrote."""
    order = source.take(1)[0]
    if order == SAME:
        return np.full(count, source.signed(), np.int64)
    if order == EVEN:
        first, step = source.signed(), source.signed()
        return np.arange(count, dtype=np.int64) * step + first
    if order == 0:
        return _get_planes(source, count)
    made = np.empty(count, np.int64)
    first, factor = source.signed(), source.number()
    rest = made[1:]
    if order == 2:
        rest[0] = source.signed()
        rest[1:] = _get_planes(source, count - 2)
        np.cumsum(rest, out=rest)
    else:
        rest[:] = _get_planes(source, count - 1)
    if factor != 1:
        rest *= factor
    made[0] = first
    return np.cumsum(made, out=made)


def _factor(steps: Ints) -> int:
    """The greatest whole number that all steps are multiples of; 0 where there are no steps but zero."""
    if not steps.any():
        return 0
    if steps.min() == LEAST:
        return 1
    probe = int(np.gcd.reduce(steps[:PROBE]))
    return 1 if probe == 1 else int(np.gcd.reduce(steps))


def _smallest(values: Ints, steps: Ints, orders: tuple[int, ...]) -> tuple[int, Ints]:
    """The order that leaves least, and what it is taken of."""
    found = [(_bits(values), 0, values)] if 0 in orders else []
    found.append((_bits(steps), 1, steps))
    if 2 in orders and len(steps) > 2:
        found.append((_bits(steps[1:] - steps[:-1]), 2, steps))
    _, order, left = min(found, key=lambda item: item[:2])
    return order, left


def _bits(values: Ints) -> float:
    """About how many bits a value needs."""
    return float(np.log2(np.abs(values.astype(np.float64)) + 1.0).mean())


def _put_planes(out: Out, values: Ints) -> None:
    """Small numbers of either sign, all their lowest bytes first, then the next ones."""
    small = folded(values)
    put_folded(out, small, width_of(int(small.max()) if len(small) else 0))


def folded(values: Ints) -> npt.NDArray[np.uint64]:
    """Numbers of either sign as numbers from 0, small ones as small ones."""
    made = values << 1
    made ^= values >> 63
    return made.view(np.uint64)


def width_of(most: int) -> int:
    """In which of the four widths numbers up to this one fit."""
    return bisect_right(_BOUNDS, most)


def put_folded(out: Out, values: npt.NDArray[np.uint64], width: int) -> None:
    """Numbers from 0 in the width that they fit in, byte plane by byte plane."""
    out.bytes.append(width)
    _put_bytes(out, values.astype(_WIDTHS[width]))


def _get_planes(source: In, count: int) -> Ints:
    folded = _get_bytes(source, count, _KINDS[source.take(1)[0]]).astype(np.uint64)
    sign = (folded & _ONE).view(np.int64)
    folded >>= _ONE
    half: Ints = folded.view(np.int64)
    half ^= np.negative(sign, out=sign)
    return half


def _put_bytes(out: Out, values: npt.NDArray[Any]) -> None:
    width = values.dtype.itemsize
    out.bytes += values.view(np.uint8).reshape(-1, width).T.tobytes() if width > 1 else values.tobytes()


def _get_bytes(source: In, count: int, kind: np.dtype[Any]) -> npt.NDArray[Any]:
    if kind.itemsize == 1:
        return np.frombuffer(source.take(count), kind)
    raw = np.frombuffer(source.take(count * kind.itemsize), np.uint8)
    return np.ascontiguousarray(raw.reshape(kind.itemsize, count).T).view(kind).reshape(count)


def put_floats(out: Out, values: Floats, quick: bool = False) -> None:
    """Floats to the last bit, also those that are no number: decimals as whole numbers, others by what differs."""
    places = None if quick else decimals(values)
    if places is not None:
        out.bytes.append(places)
        put_ints(out, np.rint(values * 10.0**places).astype(np.int64))
        return
    out.bytes.append(0xFE if quick else 0xFF)
    if quick:
        out.bytes += values.tobytes()
        return
    bits = values.view(np.uint64).copy()
    bits[1:] ^= values.view(np.uint64)[:-1]
    _put_bytes(out, bits)


def get_floats(source: In, count: int) -> Floats:
    """What `put_floats` wrote."""
    kind = source.take(1)[0]
    if kind < 0xFE:
        return get_ints(source, count) / 10.0**kind
    if kind == 0xFE:
        return np.frombuffer(source.take(8 * count), np.float64)
    bits = _get_bytes(source, count, np.dtype(np.uint64))
    return np.bitwise_xor.accumulate(bits).view(np.float64)


def decimals(values: Floats) -> int | None:
    """With how many places after the point all values can be written so that they are read as the same bits."""
    probe = values[:PROBE]
    for places in range(DECIMALS):
        if _exact(probe, places):
            if _exact(values, places):
                return places
            probe = values
    return None


def _exact(values: Floats, places: int) -> bool:
    power = 10.0**places
    with np.errstate(all="ignore"):
        whole = np.rint(values * power)
        if not bool((np.abs(whole) < EXACT).all()):
            return False
        back = (whole.astype(np.int64) / power).view(np.uint64)
    return bool((back == values.view(np.uint64)).all())


def put_bytes(out: Out, values: npt.NDArray[np.uint8]) -> None:
    """Small codes, of which mostly all are the same."""
    first = int(values[0]) if len(values) else 0
    same = bool((values == first).all()) if first else not values.any()
    out.bytes += bytes((1 if same else 0, first))
    if not same:
        out.bytes += values.tobytes()


def get_bytes(source: In, count: int) -> npt.NDArray[np.uint8]:
    """What `put_bytes` wrote."""
    same, first = source.take(2)
    return np.full(count, first, np.uint8) if same else np.frombuffer(source.take(count), np.uint8)
