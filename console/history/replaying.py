"""Replay: everything that was heard between two times, once more and in the order heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from console.domain.readings import Reading
from console.history.reader import EVER, Reader, View, readings_of
from console.history.rollups import HOUR
from console.history.samples import Samples, joined
from console.history.tables import SHARED


def replay(reader: Reader, start: int, end: int, ids: Sequence[str] | None) -> Iterator[Reading]:
    """Readings heard in [start, end), microseconds; to the millisecond those of several messages keep their order.

    An hour is read at a time, and nothing is held between two of them: the recording goes on meanwhile.
    """
    at: int | None = start
    while at is not None and at < end:
        until = min(end, (at // HOUR + 1) * HOUR)
        with reader.view() as view:
            numbers = reader.numbers(view, ids)
            samples = _heard(view, set(numbers) if ids is not None else None, at, until)
            signals = reader.signals(view)
            following = _next(view, until)
        if samples is not None:
            yield from readings_of(samples, signals)
        at = following


def _heard(view: View, numbers: set[int] | None, start: int, end: int) -> Samples | None:
    found = []
    rows = view.db.execute(
        "SELECT signal, id FROM chunk WHERE heard_until >= ? AND heard_from < ?", (start, end)
    ).fetchall()
    for signal, id in rows:
        if numbers is None or signal in numbers or signal == SHARED:
            row = view.db.execute("SELECT id, crc, data FROM chunk WHERE id=?", (id,)).fetchone()
            for samples in view.read_all(iter([row])):
                found.append(_of(samples, signal, numbers))
    found += [_of(samples, SHARED, numbers) for samples in view.hot_of_all()]
    kept = [part for part in (_between(samples, start, end) for samples in found) if len(part)]
    if not kept:
        return None
    all = joined(kept)
    assert all.signal is not None
    return all.take(np.lexsort((all.signal, all.at, all.heard)))


def _of(samples: Samples, signal: int, numbers: set[int] | None) -> Samples:
    """With the number of the signal; of several signals, those with these numbers."""
    if signal != SHARED:
        return replace(samples, signal=np.full(len(samples), signal, np.int32))
    if numbers is None or samples.signal is None:
        return samples
    return samples.take(np.isin(samples.signal, list(numbers)))


def _between(samples: Samples, start: int, end: int) -> Samples:
    heard = samples.heard
    return samples.take((heard >= start) & (heard < end))


def _next(view: View, at: int) -> int | None:
    """When something was heard at that time or next after it; None: nothing was."""
    found = view.db.execute("SELECT min(heard_from) FROM chunk WHERE heard_until >= ?", (at,)).fetchone()[0]
    times = [EVER if found is None else int(found)]
    for samples in view.hot_of_all():
        heard = samples.heard
        later = heard[heard >= at]
        times.append(int(later.min()) if len(later) else EVER)
    return None if min(times) == EVER else max(at, min(times))


def first(view: View) -> int | None:
    """When the oldest reading was heard."""
    found = view.db.execute("SELECT min(heard_from) FROM chunk").fetchone()[0]
    times = [int(samples.heard.min()) for samples in view.hot_of_all()] + ([] if found is None else [int(found)])
    return min(times, default=None)
