"""Points of control charts: readings grouped, with the values they were made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Points:
    """Points in the order of time. `times` are of the last reading of each, seconds since 1970 UTC.

    `values` are what is drawn: single values, means, shares or numbers; `spreads` the moving ranges (nan where there is
    none), ranges or standard deviations, nan for counts; `sizes` how many readings or pieces are in each; `breaks`
    whether it follows upon nothing, or upon something that is missing; `labels` the units, where grouped by them.
    `singles` are all measured values, `owner` the point each belongs to.
    """

    starts: Floats
    times: Floats
    values: Floats
    spreads: Floats
    sizes: Floats
    breaks: Bools
    singles: Floats
    owner: Ints
    labels: tuple[str, ...] = ()

    def __len__(self) -> int:
        return len(self.times)

    def part(self, begin: int, end: int) -> Points:
        """The points [begin, end); the first one follows upon nothing."""
        inside = (self.owner >= begin) & (self.owner < end)
        breaks = self.breaks[begin:end].copy()
        breaks[:1] = True
        cut = slice(begin, end)
        return Points(
            self.starts[cut],
            self.times[cut],
            self.values[cut],
            self.spreads[cut],
            self.sizes[cut],
            breaks,
            self.singles[inside],
            self.owner[inside] - begin,
            self.labels[cut],
        )


def nothing() -> Points:
    """No point at all."""
    none = np.empty(0)
    return Points(none, none, none, none, none, np.empty(0, bool), none, np.empty(0, np.int64))


def individuals(times: Floats, values: Floats, breaks: Bools | None = None) -> Points:
    """Each value is a point; its spread is the moving range of two neighbours."""
    found = np.zeros(len(times), bool) if breaks is None else breaks
    owner = np.arange(len(times), dtype=np.int64)
    ranges = moving_ranges(values, found)
    return Points(times, times, values, ranges, np.ones(len(times)), found, values, owner)


def moving_ranges(values: Floats, breaks: Bools) -> Floats:
    """How far each value is from the one before; nan at the first, and after a break."""
    ranges = np.abs(np.diff(values, prepend=np.nan))
    ranges[breaks] = np.nan
    return ranges


def subgroups(
    times: Floats, values: Floats, group: Ints, breaks: Bools, ranges: bool, labels: tuple[str, ...] = ()
) -> Points:
    """Values whose `group` (0, 1, 2 … in order) is the same make a point: mean, and range or standard deviation.

    `breaks` is by group."""
    count = int(group[-1]) + 1 if len(group) else 0
    if not count:
        return nothing()
    n = np.bincount(group, minlength=count).astype(np.float64)
    first = np.searchsorted(group, np.arange(count))
    last = np.append(first[1:], len(group)) - 1
    means = np.add.reduceat(values, first) / n
    if ranges:
        spreads = np.maximum.reduceat(values, first) - np.minimum.reduceat(values, first)
    else:
        with np.errstate(invalid="ignore", divide="ignore"):
            spreads = np.sqrt(np.add.reduceat((values - means[group]) ** 2, first) / (n - 1))
    return Points(times[first], times[last], means, np.asarray(spreads), n, breaks, values, group, labels)


def averages(points: Points) -> Points:
    """Groups as single values: their means, and the moving ranges of these."""
    ranges = moving_ranges(points.values, points.breaks)
    owner = np.arange(len(points), dtype=np.int64)
    ones = np.ones(len(points))
    return Points(
        points.starts, points.times, points.values, ranges, ones, points.breaks, points.values, owner, points.labels
    )


def counts(
    starts: Floats,
    times: Floats,
    counted: Floats,
    sizes: Floats,
    breaks: Bools,
    shares: bool,
    labels: Sequence[str] = (),
) -> Points:
    """Numbers of what was counted, or shares of the `sizes`."""
    values = counted / sizes if shares else counted
    none = np.full(len(times), np.nan)
    return Points(starts, times, values, none, sizes, breaks, np.empty(0), np.empty(0, np.int64), tuple(labels))
