"""Encoding many pieces at once: what is the same work for each of a thousand signals is done once for all of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from console.history.chunks import QUICK_LEVEL, put_head, put_rest, squeezed
from console.history.columns import Ints, Out, folded, put_folded, width_of
from console.history.samples import Samples


class Encoder:
    """Makes the same bytes as `encode(part, quick=True)` of the parts of samples that begin at `starts`."""

    def __init__(self, samples: Samples, starts: Ints) -> None:
        heard = samples.heard
        self._came_to = _came_to(samples, starts)
        self._heard = np.minimum.reduceat(heard, starts).tolist(), np.maximum.reduceat(heard, starts).tolist()
        self._columns = [_Steps(column, starts) for column in (samples.at, samples.late)]

    def heard_between(self, place: int) -> tuple[int, int]:
        """When the first and the last reading of a part were heard, microseconds."""
        return self._heard[0][place], self._heard[1][place]

    def came_to(self, place: int) -> tuple[Any, ...] | None:
        """count, low, high, total, first, last of a part; None: not known here."""
        return None if self._came_to is None else self._came_to[place]

    def encode(self, place: int, part: Samples) -> bytes:
        """The bytes of a part; `place` counts the parts."""
        out = Out()
        put_head(out, part)
        for column in self._columns:
            column.put(out, place, len(part))
        put_rest(out, part, quick=True)
        return squeezed(bytes(out.bytes), QUICK_LEVEL)


def _came_to(samples: Samples, starts: Ints) -> list[tuple[Any, ...]] | None:
    """What each part came to, where all are plain numbers."""
    values = samples.values
    if values.dtype != np.float64 or samples.flags.any() or not np.isfinite(values).all():
        return None
    ends = np.append(starts[1:], len(values))
    with np.errstate(over="ignore"):
        sums = np.add.reduceat(values, starts)
    columns = (
        ends - starts,
        np.minimum.reduceat(values, starts),
        np.maximum.reduceat(values, starts),
        sums,
        values[starts],
        values[ends - 1],
    )
    return list(zip(*(column.tolist() for column in columns), strict=True))


class _Steps:
    """The differences of a column, part by part."""

    def __init__(self, values: Ints, starts: Ints) -> None:
        self._folded = np.zeros(len(values), np.uint64)
        self._folded[1:] = folded(values[1:] - values[:-1])
        self._folded[starts] = 0  # from one part to the next
        self._most = np.maximum.reduceat(self._folded, starts).tolist()
        self._starts, self._first = starts.tolist(), values[starts].tolist()

    def put(self, out: Out, place: int, count: int) -> None:
        """As `put_ints_quickly` does."""
        start = self._starts[place]
        out.bytes.append(1)
        out.signed(self._first[place])
        out.number(1)
        put_folded(out, self._folded[start + 1 : start + count], width_of(self._most[place]))
