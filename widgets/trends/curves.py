"""From a window of the history to the lines of a plot: as many points as pixels can show, and no spike lost.

Of every column of pixels the first, the least, the greatest and the last value are kept (M4: Jugel et al., "M4: A
Visualization-Oriented Time Series Data Aggregation", VLDB 2014): a line through them paints the same pixels as one
through all samples.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shiboken6
from PySide6.QtGui import QPolygonF

from console.history.facts import BAD, RETAINED

if TYPE_CHECKING:
    from console.domain.readings import Reading
    from console.history.facts import Floats, Window

MANY = 3  # points a pixel from which they are thinned out
FAR = 20_000.0  # pixels: nothing is drawn farther away
QUALITY = 3  # bits of a quality that tell it


@dataclass(frozen=True, slots=True)
class Curve:
    """A line through points (seconds, value) that breaks where a value is nan; samples that are bad stand apart."""

    times: Floats
    values: Floats
    bad_times: Floats
    bad_values: Floats
    sampled: bool  # whether the points are samples, not what steps came to
    window: Window

    def cut(self, start: float, end: float) -> tuple[Floats, Floats]:
        """The points in [start, end] and one before and after."""
        a = max(int(np.searchsorted(self.times, start, "left")) - 1, 0)
        b = int(np.searchsorted(self.times, end, "right")) + 1
        return self.times[a:b], self.values[a:b]

    def extent(self, start: float, end: float) -> tuple[float, float] | None:
        """The least and the greatest value in [start, end]; None: there is no number."""
        a, b = np.searchsorted(self.times, (start, end))
        values = self.values[a : b + 1] if b > a else self.cut(start, end)[1]
        finite = values[np.isfinite(values)]
        return (float(finite.min()), float(finite.max())) if len(finite) else None

    def last(self, end: float) -> float | None:
        """The last value that is drawn before a time; None: nothing is known there."""
        at = int(np.searchsorted(self.times, end, "right")) - 1
        value = float(self.values[at]) if at >= 0 else np.nan
        return value if np.isfinite(value) else None


def curve_of(window: Window, before: Reading | None = None, held: bool = False) -> Curve:
    """The line of a window; `before`: the sample before it; `held`: a value stays until the next one (a staircase)."""
    nothing = np.empty(0)
    if window.mins is not None and window.maxs is not None and window.firsts is not None and window.lasts is not None:
        values = np.column_stack((window.firsts, window.mins, window.maxs, window.lasts)).ravel()
        inside = np.array([0.0, 1 / 3, 2 / 3, 0.999]) * window.step
        times = (window.times[:, None] + inside).ravel()
        return Curve(*broken(times, values, window.gaps), nothing, nothing, False, window)
    times, values = window.times, window.values
    codes = window.qualities if window.qualities is not None else np.zeros(len(times), np.uint8)
    bad = (codes & QUALITY) == BAD
    bad_times, bad_values = times[bad], values[bad]
    if bad.any():
        values = np.where(bad, np.nan, values)
    live = (codes & RETAINED) == 0
    if not live.all():  # a last known value that was told again is no news
        times, values = times[live], values[live]
    number = before.value if before is not None else None
    if before is not None and isinstance(number, int | float) and not isinstance(number, bool):
        at = before.source_time if before.source_time is not None else before.heard_at
        if not len(times) or at < times[0]:
            times, values = np.insert(times, 0, at), np.insert(values, 0, float(number))
    times, values = broken(times, values, window.gaps)
    if held and len(times) > 1:
        times, values = staircase(times, values)
    return Curve(times, values, bad_times, bad_values, True, window)


def broken(times: Floats, values: Floats, gaps: Floats) -> tuple[Floats, Floats]:
    """The same with a nan in every gap."""
    if not len(gaps) or not len(times):
        return times, values
    at = np.unique(np.searchsorted(times, gaps[:, 0], "right"))
    at = at[(at > 0) & (at < len(times))]
    return np.insert(times, at, times[at - 1]), np.insert(values, at, np.nan)


def staircase(times: Floats, values: Floats) -> tuple[Floats, Floats]:
    """Each value until the next one's time."""
    wide, tall = np.repeat(times, 2)[1:], np.repeat(values, 2)[:-1]
    tall[1::2][np.isnan(values[1:])] = np.nan
    return wide, tall


def lines(
    times: Floats, values: Floats, start: float, pixel: float, width: int
) -> tuple[Floats, Floats, list[tuple[int, int]]]:
    """Points as x in pixels and values, and which of them (from, to) are one line; thinned out where they are many."""
    known = ~np.isnan(values)
    segment = np.cumsum(~known)[known]
    x, v = ((times - start) / pixel)[known], values[known]
    if len(x) > MANY * width:
        x, v, segment = thinned(x, v, segment, width)
    if not len(x):
        return x, v, []
    cuts = [0, *(np.flatnonzero(np.diff(segment)) + 1).tolist(), len(x)]
    return x, v, list(zip(cuts[:-1], cuts[1:], strict=True))


def thinned(x: Floats, v: Floats, segment: Floats, width: int) -> tuple[Floats, Floats, Floats]:
    """First, least, greatest and last of every column of pixels, each line by itself while these are not too many."""
    column = np.floor(np.clip(x, -1.0, width + 1.0)).astype(np.int64)
    if segment[-1] - segment[0] > width:
        segment = column.astype(np.float64)
    key = segment.astype(np.int64) * (width + 4) + column
    begins = np.concatenate(([0], np.flatnonzero(np.diff(key)) + 1))
    ends = np.concatenate((begins[1:], [len(x)])) - 1
    low, high = np.minimum.reduceat(v, begins), np.maximum.reduceat(v, begins)
    middle = column[begins] + 0.5
    xs = np.column_stack((x[begins], middle, middle, x[ends])).ravel()
    vs = np.column_stack((v[begins], low, high, v[ends])).ravel()
    return xs, vs, np.repeat(segment[begins], 4)


def polygon(x: Floats, y: Floats) -> QPolygonF:
    """The same points for Qt."""
    made = QPolygonF()
    made.resize(len(x))
    if len(x):
        room = np.frombuffer(
            shiboken6.VoidPtr(made.data(), 16 * len(x), True),  # type: ignore[call-overload,call-arg,arg-type]
            np.float64,
        ).reshape(-1, 2)
        room[:, 0], room[:, 1] = x, np.clip(y, -FAR, FAR)
    return made
