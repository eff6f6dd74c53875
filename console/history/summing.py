"""What the samples of a stretch of time come to: number, mean, spread, extremes, and how long they were out of limits.

Pieces of a long stretch are added one after the other, so that nobody waits for a month of samples at once. Means and
sums of squares of pieces are joined as Chan, Golub and LeVeque do ("Algorithms for Computing the Sample Variance",
The American Statistician 37, 1983). Samples that are bad, were retained or are no finite number do not count.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, sqrt
from typing import TYPE_CHECKING, Protocol

import numpy as np

from console.history.facts import BAD, RETAINED, State, Window

if TYPE_CHECKING:
    from console.history.facts import Floats

QUALITY = 3  # bits of a quality code that tell it


class Past(Protocol):
    """Where windows come from."""

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """See `History.window`."""

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """See `History.states`."""


@dataclass(frozen=True, slots=True)
class Summed:
    """What was added so far. Times in seconds; `low`, `high` are the limits, None where there is none.

    `above` and `below` are how long the value was beyond them, each value holding until the next, gaps left out; they
    and the spread are None where only rollups were looked at.
    """

    low: float | None = None
    high: float | None = None
    n: int = 0
    mean: float = 0.0
    squares: float | None = 0.0  # sum of squared differences from the mean
    least: float = inf
    greatest: float = -inf
    above: float | None = 0.0
    below: float | None = 0.0
    last: float | None = None
    held: float | None = None  # the value that holds where the next piece begins; None: nothing is known there

    @property
    def spread(self) -> float | None:
        """The standard deviation of a sample (n - 1); None: fewer than two values, or rollups only."""
        return sqrt(self.squares / (self.n - 1)) if self.n > 1 and self.squares is not None else None


def begun(past: Past, signal: str, start: float, low: float | None, high: float | None) -> Summed:
    """Nothing yet, but the value that holds at `start`; none where nobody listened since it was said."""
    told = past.states(signal, start, start + 1e-6)
    value = told[0].value if told and told[0].quality != BAD else None
    number = isinstance(value, int | float) and not isinstance(value, bool) and np.isfinite(value)
    return Summed(low, high, held=float(value) if number else None)  # type: ignore[arg-type]


def added(so_far: Summed, window: Window) -> Summed:
    """With the samples of the next piece, a window of all samples that begins where the one before ended."""
    codes = window.qualities if window.qualities is not None else np.zeros(len(window), np.uint8)
    live = (codes & RETAINED) == 0
    times, values = window.times[live], window.values[live].astype(np.float64)
    values = np.where(((codes[live] & QUALITY) == BAD) | ~np.isfinite(values), np.nan, values)
    numbers = values[~np.isnan(values)]
    found = _joined(so_far, numbers)
    above, below, held = _beyond(so_far, window, times, values)
    return replace(
        found,
        above=None if so_far.above is None else so_far.above + above,
        below=None if so_far.below is None else so_far.below + below,
        last=float(numbers[-1]) if len(numbers) else so_far.last,
        held=held,
    )


def of_rollups(so_far: Summed, window: Window) -> Summed:
    """What the steps of a window come to; spread and times beyond the limits are not in them."""
    counts = window.counts if window.counts is not None else np.zeros(0, np.int64)
    counted = counts > 0
    total = int(counts.sum())
    bare = replace(so_far, squares=None, above=None, below=None, n=total)
    if not total or window.mins is None or window.maxs is None or window.lasts is None:
        return bare
    mean = float((window.values[counted] * counts[counted]).sum() / total)
    lasts = window.lasts[~np.isnan(window.lasts)]
    least, greatest = float(window.mins[counted].min()), float(window.maxs[counted].max())
    return replace(bare, mean=mean, least=least, greatest=greatest, last=float(lasts[-1]) if len(lasts) else None)


def _joined(so_far: Summed, numbers: Floats) -> Summed:
    n = len(numbers)
    if not n:
        return so_far
    mean = float(numbers.mean())
    squares = float(((numbers - mean) ** 2).sum())
    total, by = so_far.n + n, mean - so_far.mean
    return replace(
        so_far,
        n=total,
        mean=so_far.mean + by * n / total,
        squares=None if so_far.squares is None else so_far.squares + squares + by * by * so_far.n * n / total,
        least=min(so_far.least, float(numbers.min())),
        greatest=max(so_far.greatest, float(numbers.max())),
    )


def _beyond(so_far: Summed, window: Window, times: Floats, values: Floats) -> tuple[float, float, float | None]:
    """Seconds above and below the limits, and the value that holds at the end."""
    held = np.nan if so_far.held is None else so_far.held
    gaps = window.gaps
    at = np.concatenate(([window.start], times, gaps[:, 0]))
    what = np.concatenate(([held], values, np.full(len(gaps), np.nan)))
    kind = np.concatenate(([0], np.ones(len(times)), np.full(len(gaps), 2)))  # a gap begins after the sample there
    order = np.lexsort((kind, at))
    at, what = np.clip(at[order], window.start, window.end), what[order]
    lasted = np.diff(np.append(at, window.end))
    above = float(lasted[what > so_far.high].sum()) if so_far.high is not None else 0.0
    below = float(lasted[what < so_far.low].sum()) if so_far.low is not None else 0.0
    end = float(what[-1])
    return above, below, None if np.isnan(end) else end
