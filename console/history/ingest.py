"""From readings to samples: columns, one time axis, and a dead band where one is wanted.

The axis is when it happened: the sender's time where its clock agrees with ours within ten seconds, or did before (what
comes late then was waiting somewhere), else the sender's time shifted by what its clock is off, else when it was heard.
What the sender itself said is kept beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import chain
from typing import Any, Final

import numpy as np

from console.domain.clocks import LATEST, TOLERANCE, Skew, better_time
from console.domain.readings import Quality, Reading, Signal
from console.history.samples import CODE, ODD, RETAINED, SOURCELESS, Floats, Samples, joined, values_of
from console.history.signalbook import Signals

WIDTH: Final = len(Reading._fields)
AT_ONCE: Final = 5000  # readings turned at once, so that no other thread waits long
FARTHEST: Final = 1e11  # seconds since 1970 beyond which a sender's time is none
AGAIN: Final = 60.0  # seconds after which a value is kept although it stays inside its dead band


class Ingest:
    """Turns readings into samples; remembers whose clock is right. One thread only."""

    def __init__(self, signals: Signals, deadband: Callable[[Signal], float] | None) -> None:
        self._signals = signals
        self._deadband = deadband
        self._right = np.zeros(1024, bool)  # signals whose sender's clock was seen to agree with ours
        self._skews: dict[str, Skew] = {}
        self._bands: dict[int, float] = {}  # of signals that have one
        self._banded: set[int] = set()  # signals that were asked
        self._kept: dict[int, tuple[float, int, float]] = {}  # value, flags and time last kept, where there is a band

    def take(self, readings: Sequence[Reading]) -> Samples:
        """The samples of these readings, in the order heard; at least one."""
        parts = [self._turned(readings[i : i + AT_ONCE]) for i in range(0, len(readings), AT_ONCE)]
        return joined(parts)

    def _turned(self, readings: Sequence[Reading]) -> Samples:
        flat: list[Any] = list(chain.from_iterable(readings))
        count = len(readings)
        signal = np.fromiter(map(self._signals.__getitem__, flat[0::WIDTH]), np.int32, count)
        source = np.array(flat[2::WIDTH], np.float64)  # None becomes nan
        heard = np.array(flat[3::WIDTH], np.float64)
        flags = np.zeros(count, np.uint8)
        qualities = flat[4::WIDTH]
        if qualities.count(Quality.GOOD) != count:
            flags |= np.fromiter(map(CODE.__getitem__, qualities), np.uint8, count)
        retained = flat[5::WIDTH]
        if True in retained:
            flags[np.array(retained, bool)] |= RETAINED
        keys = flat[7::WIDTH]
        made = self._timed(readings, signal, source, heard, flags)
        made = replace(made, values=values_of(flat[1::WIDTH]))
        if keys.count("") != count:
            column = np.empty(count, object)
            column[:] = keys
            made = replace(made, keys=column)
        return self._thinned(made)

    def _timed(self, readings: Sequence[Reading], signal: Any, source: Floats, heard: Floats, flags: Any) -> Samples:
        """Everything but the values."""
        if int(signal.max()) >= len(self._right):
            self._right = np.append(self._right, np.zeros(int(signal.max()) + 1024, bool))
        known = np.isfinite(source) & (np.abs(source) < FARTHEST)
        off = np.where(known, heard - source, 0.0)
        near = np.abs(off) <= TOLERANCE
        live = (flags & RETAINED) == 0
        self._right[signal[known & near & live]] = True
        at = np.where(known & (off > 0), source, heard)
        for i in np.flatnonzero(known & ~near & live).tolist():
            at[i] = self._judged(readings[i], bool(self._right[signal[i]]))
        flags[~known] |= SOURCELESS
        micros, heard_micros = _micros(at), _micros(heard)
        told = np.where(known, _micros(np.where(known, source, 0.0)), micros)
        odd = told != micros
        flags[odd] |= ODD
        late = (heard_micros - micros + 500) // 1000
        late[heard_micros == micros] = 0
        return Samples(micros, late, flags, source, (told - micros) if odd.any() else None, None, signal)

    def _judged(self, reading: Reading, right: bool) -> float:
        """When a live reading happened whose two times are far apart."""
        source, heard = reading.source_time, reading.heard_at
        skew = self._skews.get(reading.signal.place, Skew()).heard(source, heard)
        self._skews[reading.signal.place] = skew
        if skew.value is not None or not right:
            return better_time(source, heard, skew.value)[0]
        assert source is not None
        return source if heard - LATEST <= source <= heard else heard

    def _thinned(self, samples: Samples) -> Samples:
        """Without what stays inside the dead band of its signal."""
        if self._deadband is None:
            return samples
        assert samples.signal is not None
        for number in set(samples.signal.tolist()) - self._banded:
            self._banded.add(number)
            band = self._deadband(self._signals.made[number])
            if band > 0:
                self._bands[number] = band
        if not self._bands:
            return samples
        keep = np.ones(len(samples), bool)
        for i in np.flatnonzero(np.isin(samples.signal, list(self._bands))).tolist():
            keep[i] = self._outside(
                int(samples.signal[i]), samples.values[i], int(samples.flags[i]), samples.at[i] / 1e6
            )
        return samples if keep.all() else samples.take(keep)

    def _outside(self, number: int, value: object, flags: int, at: float) -> bool:
        if not isinstance(value, int | float):
            self._kept.pop(number, None)
            return True
        before, flags_before, since = self._kept.get(number, (np.inf, -1, 0.0))
        if flags == flags_before and abs(value - before) <= self._bands[number] and 0 <= at - since < AGAIN:
            return False
        self._kept[number] = (float(value), flags, at)
        return True


def _micros(seconds: Floats) -> Any:
    return np.rint(seconds * 1e6).astype(np.int64)
