"""Rows of chunks: samples cut by signal and hour, and what each came to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, Final

import numpy as np

from console.history.chunks import checksum, encode
from console.history.rollups import HOUR, pack, rolled, worth_keeping
from console.history.samples import Ints, Samples, joined
from console.history.tables import SHARED

MOST_IN_CHUNK: Final = 32_768
FEW: Final = 64  # readings of a signal in an hour below which it shares a chunk with others
MOST_SHARED: Final = 8192  # readings of such a chunk
MOST_TIME: Final = 2**62  # microseconds: one step that holds everything

Row = tuple[Any, ...]  # as CHUNK_COLUMNS of tables.py says


def by_signal_and_hour(samples: Samples) -> Iterator[tuple[int, Samples]]:
    """Samples of many signals as those of one signal and hour each, in time order, at most MOST_IN_CHUNK at once."""
    for signal, part in by_signal(samples):
        for hour in by_hour(part):
            yield signal, hour


def by_signal(samples: Samples) -> Iterator[tuple[int, Samples]]:
    """Samples of many signals as those of one signal each, in time order; by rising number."""
    assert samples.signal is not None
    kind = np.uint16 if int(samples.signal.max()) < 1 << 16 else np.int32  # the narrow one is sorted much faster
    samples = samples.take(np.argsort(samples.signal.astype(kind), kind="stable"))
    signal = samples.signal
    assert signal is not None
    new = np.flatnonzero(signal[1:] != signal[:-1]) + 1
    bounds = [0, *new.tolist(), len(samples)]
    for start, end in zip(bounds[:-1], bounds[1:], strict=True):
        yield int(signal[start]), slice_of(samples, start, end).in_time()


def by_hour(samples: Samples) -> Iterator[Samples]:
    """Samples of one signal as those of one hour each."""
    hour = samples.at // HOUR
    bounds = [0, len(samples)]
    if hour[0] != hour[-1]:
        bounds[1:1] = (np.flatnonzero(hour[1:] != hour[:-1]) + 1).tolist()
    for start, end in zip(bounds[:-1], bounds[1:], strict=True):
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
    for signal, part in by_signal_and_hour(samples):
        if len(part) >= FEW:
            yield piece(signal, part)
        else:
            few.setdefault(int(part.at[0]) // HOUR, []).append((signal, part))
    for parts in few.values():
        yield from shared(parts)


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
    return _row(signal, samples, 0, None, encode(samples, quick=True))


def whole(signal: int, samples: Samples) -> Row:
    """A chunk as it stays, with rollups where they save work."""
    rolls = worth_keeping(samples)
    return _row(signal, samples, 1, None if rolls is None else pack(rolls), encode(samples))


def _row(signal: int, samples: Samples, is_whole: int, rolls: bytes | None, data: bytes) -> Row:
    heard = samples.heard
    times = (samples.at[0], samples.at[-1], heard.min(), heard.max())
    return (
        signal,
        *map(int, times),
        len(samples),
        *_came_to(samples),
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
    if not bool(samples.flags.any()) and bool(np.isfinite(numbers).all()):
        with np.errstate(over="ignore"):
            low, high, total = float(numbers.min()), float(numbers.max()), float(numbers.sum())
        return len(numbers), low, high, total, float(numbers[0]), float(numbers[-1])
    all = rolled(samples, MOST_TIME)
    if not len(all):
        return -1, None, None, None, None, None
    return (int(all.count[0]), *(None if np.isnan(column[0]) else float(column[0]) for column in all.columns[2:]))
