"""Pulses: when anything at all was heard of a group of signals, thinned so that only its silences stay exact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import numpy as np

from console.history.reader import Reader, View
from console.history.rollups import HOUR
from console.history.samples import RETAINED, Ints, Samples
from console.history.tables import SHARED

PARTS: Final = 2  # of the time of silence: one pulse in each is enough to see that there is none


def pulses(
    reader: Reader, start: int, end: int, groups: Mapping[str, tuple[Sequence[str], float]]
) -> Iterator[tuple[float, str]]:
    """Time (seconds UTC) and group, in the order heard in [start, end), microseconds; an hour is read at a time."""
    names = list(groups)
    steps = [max(1, round(groups[name][1] * 1e6 / PARTS)) for name in names]
    at = start
    while at < end and names:
        until = min(end, (at // HOUR + 1) * HOUR)
        with reader.view() as view:
            owner = {
                number: place for place, name in enumerate(names) for number in reader.numbers(view, groups[name][0])
            }
            heard = _heard(view, owner, len(names), at, until)
        yield from _in_order([thinned(times, step) for times, step in zip(heard, steps, strict=True)], names)
        at = until


def thinned(times: Ints, step: int) -> Ints:
    """The first of each step of time, the last before every pause longer than a step, and the last of all."""
    if not len(times):
        return times
    times = np.sort(times)
    kept = np.ones(len(times), bool)
    steps = times // step
    kept[1:] = steps[1:] != steps[:-1]
    kept[:-1] |= np.diff(times) > step
    kept[-1] = True
    return times[kept]


def _heard(view: View, owner: Mapping[int, int], groups: int, start: int, end: int) -> list[Ints]:
    """By group when its signals were heard as it happened, in no order."""
    found: list[list[Ints]] = [[] for _ in range(groups)]
    rows = view.db.execute(
        "SELECT signal, id FROM chunk WHERE heard_until >= ? AND heard_from < ?", (start, end)
    ).fetchall()
    lookup = np.full(max(owner, default=0) + 2, -1, np.int64)
    lookup[list(owner)] = list(owner.values())
    for signal, id in rows:
        if signal != SHARED and signal not in owner:
            continue
        row = view.db.execute("SELECT id, crc, data FROM chunk WHERE id=?", (id,)).fetchone()
        for samples in view.read_all(iter([row] if row else [])):
            if signal == SHARED:
                _of_many(samples, lookup, found, start, end)
            else:
                found[owner[signal]].append(_live(samples, start, end))
    for samples in view.hot_of_all():
        _of_many(samples, lookup, found, start, end)
    return [np.concatenate(parts) if parts else np.empty(0, np.int64) for parts in found]


def _live(samples: Samples, start: int, end: int) -> Ints:
    heard = samples.heard
    found: Ints = heard[(heard >= start) & (heard < end) & ((samples.flags & RETAINED) == 0)]
    return found


def _of_many(samples: Samples, lookup: Ints, found: list[list[Ints]], start: int, end: int) -> None:
    if samples.signal is None or not len(samples):
        return
    heard, signal = samples.heard, samples.signal
    which = (heard >= start) & (heard < end) & ((samples.flags & RETAINED) == 0) & (signal < len(lookup))
    heard, group = heard[which], lookup[signal[which]]
    order = np.argsort(group, kind="stable")
    group, heard = group[order], heard[order]
    begins = np.searchsorted(group, np.arange(len(found) + 1))
    for place, parts in enumerate(found):
        if begins[place + 1] > begins[place]:
            parts.append(heard[begins[place] : begins[place + 1]])


def _in_order(times: Sequence[Ints], names: Sequence[str]) -> Iterator[tuple[float, str]]:
    if not any(map(len, times)):
        return
    all_times = np.concatenate(times)
    group = np.repeat(np.arange(len(times)), [len(one) for one in times])
    order = np.argsort(all_times, kind="stable")
    for at, place in zip((all_times[order] / 1e6).tolist(), group[order].tolist(), strict=True):
        yield at, names[place]
