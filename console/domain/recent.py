"""The recent past of a number: two rows of doubles, so that a thousand tags cost neither memory nor collector."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

KEPT = 600


class Recent:
    """The last numbers with their times (seconds UTC), oldest first; iterates over (at, number)."""

    __slots__ = ("_times", "_values")

    def __init__(self) -> None:
        self._times = array("d")
        self._values = array("d")

    def add(self, at: float, value: float) -> None:
        """Add a number; the oldest goes when there are too many. One beyond a double cannot be drawn: left out."""
        try:
            self._values.append(value)
        except OverflowError:
            return
        self._times.append(at)
        if len(self._times) >= 2 * KEPT:
            del self._times[:-KEPT]
            del self._values[:-KEPT]

    def append(self, sample: tuple[float, float]) -> None:
        """The same with a pair."""
        self.add(*sample)

    def extend(self, samples: Iterable[tuple[float, float]]) -> None:
        """Several pairs."""
        for sample in samples:
            self.add(*sample)

    def __len__(self) -> int:
        return min(KEPT, len(self._times))

    def __iter__(self) -> Iterator[tuple[float, float]]:
        return zip(self._times[-KEPT:], self._values[-KEPT:], strict=True)

    def __getitem__(self, index: int) -> tuple[float, float]:
        if index >= 0:
            index -= len(self)
        if not -len(self) <= index < 0:
            raise IndexError(index)
        return self._times[index], self._values[index]
