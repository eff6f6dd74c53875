"""Rollups: what a minute or an hour of a signal came to, so that a month is drawn without touching samples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import zstandard

from console.history.chunks import Damaged, squeezed, unsqueezed
from console.history.columns import In, Out, get_floats, get_ints, put_floats, put_ints
from console.history.samples import RETAINED, Floats, Ints, Samples

MINUTE: Final = 60_000_000  # microseconds
HOUR: Final = 3_600_000_000
DAY: Final = 24 * HOUR
WORTH: Final = 8  # samples in a minute (or an hour) from which on keeping what it came to costs less than it saves


@dataclass(frozen=True, slots=True)
class Rolls:
    """What each step of time came to; steps without a live sample are left out. In time order.

    `at` is the start of the step in microseconds. Only samples that count are in `count`, `low`, `high` and `total`:
    finite numbers that are not bad and were not retained. `first` and `last` are nan where the first or last live
    sample does not count: nothing is known there. `low` and `high` are nan where no sample counts.
    """

    step: int  # microseconds
    at: Ints
    count: Ints
    low: Floats
    high: Floats
    total: Floats
    first: Floats
    last: Floats

    def __len__(self) -> int:
        return len(self.at)

    def between(self, start: int, end: int) -> Rolls:
        """Those that reach into [start, end), in microseconds."""
        a, b = np.searchsorted(self.at, (start - self.step + 1, end))
        at, count, low, high, total, first, last = self.columns
        return Rolls(self.step, at[a:b], count[a:b], low[a:b], high[a:b], total[a:b], first[a:b], last[a:b])

    @property
    def columns(self) -> tuple[Ints, Ints, Floats, Floats, Floats, Floats, Floats]:
        """Everything but the step."""
        return self.at, self.count, self.low, self.high, self.total, self.first, self.last


def nothing(step: int) -> Rolls:
    """No rollups."""
    whole, real = np.empty(0, np.int64), np.empty(0, np.float64)
    return Rolls(step, whole, whole, real, real, real, real, real)


def rolled(samples: Samples, step: int, origin: int = 0) -> Rolls:
    """What samples, in time order, came to in each step counted from `origin`, both in microseconds."""
    numbers = samples.numbers()
    good = samples.usable(numbers)
    at = samples.at
    if not good.all():
        live = (samples.flags & RETAINED) == 0
        at, good = at[live], good[live]
        numbers = np.where(good, numbers[live], np.nan)
    if not len(at):
        return nothing(step)
    bucket = (at - origin) // step
    starts = _starts(bucket)
    ends = np.append(starts[1:], len(at))
    return Rolls(
        step,
        bucket[starts] * step + origin,
        np.add.reduceat(good.astype(np.int64), starts),
        np.fmin.reduceat(numbers, starts),
        np.fmax.reduceat(numbers, starts),
        _sums(numbers, starts),
        numbers[starts],
        numbers[ends - 1],
    )


def coarser(parts: Sequence[Rolls], step: int, origin: int = 0) -> Rolls:
    """Rollups of several chunks as one series of wider steps, counted from `origin`."""
    filled = [part for part in parts if len(part)]
    if not filled:
        return nothing(step)
    at, count, low, high, total, first, last = map(np.concatenate, zip(*(p.columns for p in filled), strict=True))
    if not (at[1:] >= at[:-1]).all():
        order = np.argsort(at, kind="stable")
        at, count, low, high, total, first, last = (c[order] for c in (at, count, low, high, total, first, last))
    if not origin and all(part.step == step for part in filled) and (at[1:] > at[:-1]).all():
        return Rolls(step, at, count, low, high, total, first, last)
    bucket = (at - origin) // step
    starts = _starts(bucket)
    ends = np.append(starts[1:], len(at))
    return Rolls(
        step,
        bucket[starts] * step + origin,
        np.add.reduceat(count, starts),
        np.fmin.reduceat(low, starts),
        np.fmax.reduceat(high, starts),
        _sums(total, starts),
        first[starts],
        last[ends - 1],
    )


def _starts(bucket: Ints) -> Ints:
    return np.concatenate((np.zeros(1, np.int64), np.flatnonzero(bucket[1:] != bucket[:-1]) + 1))


def _sums(numbers: Floats, starts: Ints) -> Floats:
    with np.errstate(over="ignore", invalid="ignore"):
        return np.add.reduceat(np.nan_to_num(numbers, nan=0.0, posinf=np.inf, neginf=-np.inf), starts)


def worth_keeping(samples: Samples) -> Rolls | None:
    """Rollups to be kept with a chunk: by the minute where it lies in one hour, else by the hour; None: too few."""
    if not len(samples):
        return None
    one_hour = samples.at[0] // HOUR == samples.at[-1] // HOUR
    made = rolled(samples, MINUTE if one_hour else HOUR)
    return made if len(made) and len(samples) >= WORTH * len(made) else None


def pack(rolls: Rolls) -> bytes:
    """As bytes."""
    out = Out()
    out.number(len(rolls))
    out.number(rolls.step // MINUTE)
    put_ints(out, rolls.at // rolls.step)
    put_ints(out, rolls.count)
    put_floats(out, np.concatenate((rolls.low, rolls.high, rolls.first, rolls.last)))
    put_floats(out, rolls.total)
    return squeezed(bytes(out.bytes), checked=True)


def unpack(raw: bytes) -> Rolls:
    """What `pack` made. Damaged when it is not whole."""
    try:
        source = In(unsqueezed(raw))
        count, step = source.number(), source.number() * MINUTE
        at, counts = get_ints(source, count) * step, get_ints(source, count)
        low, high, first, last = get_floats(source, 4 * count).reshape(4, count)
        total = get_floats(source, count)
    except (zstandard.ZstdError, ValueError, LookupError, OverflowError, MemoryError) as error:
        raise Damaged(str(error)) from error
    return Rolls(step, at, counts, low, high, total, first, last)


def of_hours(rows: npt.NDArray[np.float64]) -> Rolls:
    """Hours from the rows of chunks: start of the hour (µs), count, low, high, total, first, last."""
    at, count, low, high, total, first, last = rows.T
    return Rolls(HOUR, at.astype(np.int64), count.astype(np.int64), low, high, total, first, last)
