"""What was heard since the last chunks, in memory: readers look through it, the thread that writes adds to it."""

from __future__ import annotations

from typing import Final, NamedTuple

from console.history.samples import Samples, joined

LARGE: Final = 50_000  # samples; larger parts are left as they are


class Part(NamedTuple):
    """Samples of many signals, from the frames of the hot log up to number `last`."""

    last: int
    samples: Samples


class Hot:
    """`parts` is replaced, never changed: whoever holds it holds what was true at one moment."""

    def __init__(self) -> None:
        self.parts: tuple[Part, ...] = ()
        self._closed = 0  # frames up to this number are being made into chunks

    def __len__(self) -> int:
        return sum(len(part.samples) for part in self.parts)

    @property
    def first_heard(self) -> int | None:
        """Microseconds since 1970 UTC of the first that is here; None: nothing is."""
        if not self.parts:
            return None
        samples = self.parts[0].samples
        return int(samples.at[0]) + int(samples.late[0]) * 1000

    def add(self, number: int, samples: Samples) -> None:
        """Add a frame. Small parts are joined, so that there are never many."""
        parts = [*self.parts, Part(number, samples)]
        while len(parts) > 1 and self._joins(parts[-2], parts[-1]):
            newer, older = parts.pop(), parts.pop()
            parts.append(Part(newer.last, joined([older.samples, newer.samples])))
        self.parts = tuple(parts)

    def _joins(self, older: Part, newer: Part) -> bool:
        sizes = len(older.samples), len(newer.samples)
        return older.last > self._closed and sizes[0] <= 2 * sizes[1] and sum(sizes) <= LARGE

    def begin(self) -> tuple[int, Samples] | None:
        """Everything that is here, to be made into chunks; what is added from now on stays apart."""
        if not self.parts:
            return None
        self._closed = self.parts[-1].last
        return self._closed, joined([part.samples for part in self.parts])

    def forget(self, number: int) -> None:
        """What came up to this frame is in chunks now."""
        self.parts = tuple(part for part in self.parts if part.last > number)
