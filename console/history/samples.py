"""Samples: readings as columns, of one signal or of many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from console.domain.readings import Quality

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Bytes = npt.NDArray[np.uint8]

QUALITIES: Final = (Quality.GOOD, Quality.UNCERTAIN, Quality.BAD, Quality.UNKNOWN)
CODE: Final = {quality: code for code, quality in enumerate(QUALITIES)}
QUALITY, RETAINED, SOURCELESS, ODD = 3, 4, 8, 16  # bits of a flag: quality; retained; no source time; source is not at
BAD: Final = CODE[Quality.BAD]


@dataclass(frozen=True, slots=True)
class Samples:
    """Columns of equal length. Times are whole microseconds since 1970 UTC.

    `at` is when it happened as far as is known, `late` milliseconds from then until it was heard. `values` are floats
    or Python values of any kind. `odd` is the sender's own time less `at` (µs), 0 where ODD is not set.
    """

    at: Ints
    late: Ints
    flags: Bytes
    values: npt.NDArray[Any]
    odd: Ints | None = None
    keys: npt.NDArray[Any] | None = None
    signal: npt.NDArray[np.int32] | None = None  # whose they are, where they are of many

    def __len__(self) -> int:
        return len(self.at)

    @property
    def heard(self) -> Ints:
        """When they were heard, microseconds since 1970 UTC."""
        return self.at + self.late * 1000

    def take(self, which: npt.NDArray[Any]) -> Samples:
        """Those at these positions, or where a mask is true."""
        return Samples(
            self.at[which],
            self.late[which],
            self.flags[which],
            self.values[which],
            None if self.odd is None else self.odd[which],
            None if self.keys is None else self.keys[which],
            None if self.signal is None else self.signal[which],
        )

    def in_time(self) -> Samples:
        """In the order in which they happened; of those at one time, what was heard last comes last."""
        later = self.at[1:] > self.at[:-1]
        if not later.all():
            later |= (self.at[1:] == self.at[:-1]) & (self.late[1:] >= self.late[:-1])
        if later.all():
            return self
        return self.take(np.lexsort((self.late, self.at)))

    def of(self, signal: int) -> Samples:
        """Those of one signal."""
        assert self.signal is not None
        found = self.take(np.flatnonzero(self.signal == signal))
        return replace(found, signal=None)

    def numbers(self) -> Floats:
        """The values as floats; nan for what is no number."""
        return numbers(self.values)

    def usable(self, numbers: Floats) -> npt.NDArray[np.bool_]:
        """Which of them count: finite, not bad, and heard as they happened."""
        flags = self.flags
        which: npt.NDArray[np.bool_] = np.isfinite(numbers) & ((flags & QUALITY) != BAD) & ((flags & RETAINED) == 0)
        return which


def numbers(values: npt.NDArray[Any]) -> Floats:
    """Values as floats: true is 1, text and nothing are nan."""
    if values.dtype == np.float64:
        return values
    kinds = set(map(type, values.tolist()))
    if kinds <= {int, float, bool, type(None)}:
        try:
            return values.astype(np.float64)
        except OverflowError:
            pass
    return np.fromiter(map(_number, values), np.float64, len(values))


def _number(value: object) -> float:
    try:
        return float(value) if isinstance(value, int | float) else np.nan
    except OverflowError:
        return np.nan


def values_of(values: Sequence[Any]) -> npt.NDArray[Any]:
    """Values as a column: floats where all are, else Python values."""
    if set(map(type, values)) == {float}:
        return np.fromiter(values, np.float64, len(values))
    column = np.empty(len(values), object)
    column[:] = values
    return column


def joined(parts: Sequence[Samples]) -> Samples:
    """One after another; all of many signals, or none."""
    if len(parts) == 1:
        return parts[0]
    return Samples(
        np.concatenate([part.at for part in parts]),
        np.concatenate([part.late for part in parts]),
        np.concatenate([part.flags for part in parts]),
        _values_joined([part.values for part in parts]),
        _filled([part.odd for part in parts], parts, np.int64, 0),
        _filled([part.keys for part in parts], parts, object, ""),
        None if parts[0].signal is None else np.concatenate([p.signal for p in parts if p.signal is not None]),
    )


def _values_joined(parts: list[npt.NDArray[Any]]) -> npt.NDArray[Any]:
    if all(part.dtype == np.float64 for part in parts):
        return np.concatenate(parts)
    return np.concatenate([part.astype(object) for part in parts])


def _filled(columns: list[Any], parts: Sequence[Samples], kind: Any, empty: object) -> npt.NDArray[Any] | None:
    if all(column is None for column in columns):
        return None
    return np.concatenate(
        [
            np.full(len(part), empty, kind) if column is None else column
            for column, part in zip(columns, parts, strict=True)
        ]
    )


def none() -> Samples:
    """No samples."""
    return Samples(np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.uint8), np.empty(0, np.float64))
