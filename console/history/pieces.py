"""Rows of chunks: samples cut by signal and hour, and what each came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from math import isfinite
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from console.history.chunks import checksum, encode
from console.history.encoder import Encoder
from console.history.rollups import HOUR, pack, rolled, worth_keeping
from console.history.samples import Ints, Samples, joined
from console.history.tables import SHARED

MOST_IN_CHUNK: Final = 32_768
FEW: Final = 64  # readings of a signal in an hour below which it shares a chunk with others
MOST_SHARED: Final = 8192  # readings of such a chunk
MOST_TIME: Final = 2**62  # microseconds: one step that holds everything

Row = tuple[Any, ...]  # as CHUNK_COLUMNS of tables.py says


def by_signal(samples: Samples) -> Iterator[tuple[int, Samples]]:
    """Samples of many signals as those of one signal each, in time order; by rising number."""
    samples, new = sorted_by_signal(samples)
    signal = samples.signal
    assert signal is not None
    for start, end in _between(np.flatnonzero(new), len(samples)):
        yield int(signal[start]), slice_of(samples, start, end)


def sorted_by_signal(samples: Samples) -> tuple[Samples, npt.NDArray[np.bool_]]:
    """By rising number of the signal, each in time order; and after which samples another signal begins."""
    assert samples.signal is not None
    kind = np.uint16 if int(samples.signal.max()) < 1 << 16 else np.int32  # the narrow one is sorted much faster
    samples = samples.take(np.argsort(samples.signal.astype(kind), kind="stable"))
    signal, at, late = samples.signal, samples.at, samples.late
    assert signal is not None
    new = signal[1:] != signal[:-1]
    ordered = new | (at[1:] > at[:-1]) | ((at[1:] == at[:-1]) & (late[1:] >= late[:-1]))
    if not ordered.all():
        samples = samples.take(_in_time(samples, new, np.flatnonzero(~ordered)))
    return samples, new


def _in_time(samples: Samples, new: npt.NDArray[np.bool_], odd: Ints) -> Ints:
    """The order by signal and time, where only at the places `odd` something is later than what follows."""
    order = np.arange(len(samples))
    bounds = np.concatenate(([0], np.flatnonzero(new) + 1, [len(samples)]))
    for which in np.unique(np.searchsorted(bounds, odd, "right")).tolist():
        start, end = int(bounds[which - 1]), int(bounds[which])
        order[start:end] = start + np.lexsort((samples.late[start:end], samples.at[start:end]))
    return order


def _between(last: Ints, count: int) -> Iterator[tuple[int, int]]:
    """Start and end of what lies between those that are the last of their kind."""
    bounds = [0, *(last + 1).tolist(), count]
    return zip(bounds[:-1], bounds[1:], strict=True)


def by_hour(samples: Samples) -> Iterator[Samples]:
    """Samples of one signal as those of one hour each, at most MOST_IN_CHUNK at once."""
    hour = samples.at // HOUR
    for start, end in _between(np.flatnonzero(hour[1:] != hour[:-1]), len(samples)):
        for at in range(start, end, MOST_IN_CHUNK):
            yield slice_of(samples, at, min(end, at + MOST_IN_CHUNK))


def slice_of(samples: Samples, start: int, end: int) -> Samples:
    """Some that lie beside each other, without saying whose they are."""
    return Samples(
        samples.at[start:end],
        samples.late[start:end],
        samples.flags[start:end],
        samples.values[start:end],
        None if samples.odd is None else _used(samples.odd[start:end]),
        None if samples.keys is None else _said(samples.keys[start:end]),
    )


def _used(odd: Ints) -> Ints | None:
    return odd if odd.any() else None


def _said(keys: Any) -> Any:
    return keys if any(keys) else None


def pieces(samples: Samples) -> Iterator[Row]:
    """Chunks of samples of many signals, that will be made anew when their hour is over."""
    few: dict[int, list[tuple[int, Samples]]] = {}
    samples, new = sorted_by_signal(samples)
    signal, hour = samples.signal, samples.at // HOUR
    assert signal is not None
    parts = [
        (at, min(end, at + MOST_IN_CHUNK))
        for start, end in _between(np.flatnonzero(new | (hour[1:] != hour[:-1])), len(samples))
        for at in range(start, end, MOST_IN_CHUNK)
    ]
    encoder = Encoder(samples, np.array([start for start, _ in parts]))
    for place, (start, end) in enumerate(parts):
        part, number = slice_of(samples, start, end), int(signal[start])
        if end - start >= FEW:
            yield _row(
                number, part, 0, None, encoder.encode(place, part), encoder.heard_between(place), encoder.came_to(place)
            )
        else:
            few.setdefault(int(hour[start]), []).append((number, part))
    for parts_of_hour in few.values():
        yield from shared(parts_of_hour)


def shared(parts: Iterable[tuple[int, Samples]], is_whole: bool = False) -> Iterator[Row]:
    """Chunks of several signals each, for those of which there is little; `parts` by rising number of the signal."""
    waiting: list[Samples] = []
    size = 0
    for signal, part in parts:
        waiting.append(replace(part, signal=np.full(len(part), signal, np.int32)))
        size += len(part)
        if size >= MOST_SHARED:
            yield _shared(joined(waiting), is_whole)
            waiting, size = [], 0
    if waiting:
        yield _shared(joined(waiting), is_whole)


def _shared(samples: Samples, is_whole: bool) -> Row:
    assert samples.signal is not None
    data, heard = encode(samples, quick=not is_whole), samples.heard
    times = (samples.at.min(), samples.at.max(), heard.min(), heard.max())
    nothing = (-1, None, None, None, None, None)
    numbers = int(samples.signal[0]), int(samples.signal[-1])
    return (SHARED, *map(int, times), len(samples), *nothing, int(is_whole), checksum(data), *numbers, None, data)


def piece(signal: int, samples: Samples) -> Row:
    """A chunk of one signal that will be made anew when its hour is over."""
    return _row(signal, samples, 0, None, encode(samples, quick=True), _heard_between(samples))


def whole(signal: int, samples: Samples) -> Row:
    """A chunk as it stays, with rollups where they save work."""
    rolls = worth_keeping(samples)
    return _row(signal, samples, 1, None if rolls is None else pack(rolls), encode(samples), _heard_between(samples))


def _heard_between(samples: Samples) -> tuple[int, int]:
    heard = samples.heard
    return int(heard.min()), int(heard.max())


def _row(
    signal: int,
    samples: Samples,
    is_whole: int,
    rolls: bytes | None,
    data: bytes,
    heard: tuple[int, int],
    came_to: tuple[Any, ...] | None = None,
) -> Row:
    return (
        signal,
        int(samples.at[0]),
        int(samples.at[-1]),
        *heard,
        len(samples),
        *(came_to or _came_to(samples)),
        is_whole,
        checksum(data),
        None,
        None,
        rolls,
        data,
    )


def _came_to(samples: Samples) -> tuple[Any, ...]:
    """count, low, high, total, first, last of all that count; a count of -1 where nothing was live."""
    numbers = samples.numbers()
    low, high = float(numbers.min()), float(numbers.max())
    if isfinite(low) and isfinite(high) and not samples.flags.any():
        with np.errstate(over="ignore"):
            return len(numbers), low, high, float(numbers.sum()), float(numbers[0]), float(numbers[-1])
    all = rolled(samples, MOST_TIME)
    if not len(all):
        return -1, None, None, None, None, None
    return (int(all.count[0]), *(None if np.isnan(column[0]) else float(column[0]) for column in all.columns[2:]))
