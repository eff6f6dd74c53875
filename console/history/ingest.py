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
        self._kept: dict[int, tuple[float, int, float]] = {}  # value, flags and time last kept, where there is a band

    def take(self, readings: Sequence[Reading]) -> Samples:
        """The samples of these readings, in the order heard; at least one."""
        parts = [self._turned(readings[i : i + AT_ONCE]) for i in range(0, len(readings), AT_ONCE)]
        return joined(parts)

    def _turned(self, readings: Sequence[Reading]) -> Samples:
        flat: list[Any] = list(chain.from_iterable(readings))
        count = len(readings)
        signal = np.fromiter(map(self._signals.__getitem__, flat[0::WIDTH]), np.int32, count)
        source = _floats(flat[2::WIDTH])
        heard = _floats(flat[3::WIDTH])
        flags = np.zeros(count, np.uint8)
        qualities = flat[4::WIDTH]
        if qualities.count(Quality.GOOD) != count:
            flags |= np.fromiter(map(CODE.__getitem__, qualities), np.uint8, count)
        retained = flat[5::WIDTH]
        if retained.count(False) != count:
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
        off = heard - source
        if off.min() >= 0.0 and off.max() <= TOLERANCE and _plausible(source) and not (flags & RETAINED).any():
            self._see_right(signal)
            at = _micros(source)
            return Samples(at, (_micros(heard) - at + 500) // 1000, flags, source, None, None, signal)
        return self._timed_one_by_one(readings, signal, source, heard, flags)

    def _see_right(self, signal: Any) -> None:
        """The clock of these signals' senders agrees with ours."""
        if len(signal) and int(signal.max()) >= len(self._right):
            self._right = np.append(self._right, np.zeros(int(signal.max()) + 1024, bool))
        self._right[signal] = True

    def _timed_one_by_one(
        self, readings: Sequence[Reading], signal: Any, source: Floats, heard: Floats, flags: Any
    ) -> Samples:
        """The same where some senders told no time, another one than ours, or a past one."""
        known = np.isfinite(source) & (np.abs(source) < FARTHEST)
        off = np.where(known, heard - source, 0.0)
        near = np.abs(off) <= TOLERANCE
        live = (flags & RETAINED) == 0
        self._see_right(signal[known & near & live])
        at = np.where(known & (off > 0), source, heard)
        for i in np.flatnonzero(known & ~near & live).tolist():
            at[i] = self._judged(readings[i], signal[i] < len(self._right) and bool(self._right[signal[i]]))
        flags[~known] |= SOURCELESS
        micros, heard_micros = _micros(at), _micros(heard)
        told = np.where(known, _micros(np.where(known, source, 0.0)), micros)
        odd = told != micros
        flags[odd] |= ODD
        late = (heard_micros - micros + 500) // 1000
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
        if self._signals.met:
            self._ask_bands()
        if not self._bands:
            return samples
        assert samples.signal is not None
        keep = np.ones(len(samples), bool)
        for i in np.flatnonzero(np.isin(samples.signal, list(self._bands))).tolist():
            keep[i] = self._outside(
                int(samples.signal[i]), samples.values[i], int(samples.flags[i]), samples.at[i] / 1e6
            )
        return samples if keep.all() else samples.take(keep)

    def _ask_bands(self) -> None:
        """A signal that is new, or made anew by a plant file that was changed, may have another dead band."""
        met, self._signals.met = self._signals.met, []
        for number, signal in met:
            band = self._deadband(signal) if self._deadband is not None else 0.0
            if band > 0:
                self._bands[number] = band
            elif self._bands.pop(number, None) is not None:
                self._kept.pop(number, None)

    def _outside(self, number: int, value: object, flags: int, at: float) -> bool:
        if not isinstance(value, int | float):
            self._kept.pop(number, None)
            return True
        before, flags_before, since = self._kept.get(number, (np.inf, -1, 0.0))
        if flags == flags_before and abs(value - before) <= self._bands[number] and 0 <= at - since < AGAIN:
            return False
        self._kept[number] = (float(value), flags, at)
        return True


def _floats(values: list[Any]) -> Floats:
    """A column of times; None becomes nan."""
    try:
        return np.fromiter(values, np.float64, len(values))
    except TypeError:
        return np.array(values, np.float64)


def _plausible(times: Floats) -> bool:
    return bool(times.max() < FARTHEST and times.min() > -FARTHEST)


def _micros(seconds: Floats) -> Any:
    return np.rint(seconds * 1e6).astype(np.int64)
