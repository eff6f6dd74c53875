"""The eight tests of Nelson, The Shewhart Control Chart - Tests for Special Causes, J. Quality Technology 16 (1984).

Each fires at the point that completes its pattern, and at every further point that completes it anew. No pattern
reaches over a break: a gap of the readings, or the beginning of a phase.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]
RULES = 8


def broken(values: Floats, z: Floats, breaks: Bools, rules: Sequence[int]) -> Bools:
    """By point and rule (column 0 = rule 1) whether it fires there.

    `values` as they are drawn, `z`: how many of the point's own sigmas it is from its center, `breaks`: whether a
    point begins a new run.
    """
    found = np.zeros((len(values), RULES), bool)
    edges = [0, *np.flatnonzero(breaks[1:] if len(breaks) else breaks) + 1, len(values)]
    for begin, end in zip(edges, edges[1:], strict=False):
        if end > begin:
            _run(values[begin:end], z[begin:end], rules, found[begin:end])
    return found


def _run(values: Floats, z: Floats, rules: Sequence[int], found: Bools) -> None:
    steps = np.sign(np.diff(values, prepend=np.nan))  # nan at the first point: no step leads to it
    turns = np.append(False, steps[1:] * steps[:-1] == -1)
    side, inner = np.sign(z), np.abs(z) < 1
    tests = {
        1: lambda: np.abs(z) > 3,
        2: lambda: _all(side == 1, 9) | _all(side == -1, 9),
        3: lambda: _all(steps == 1, 5) | _all(steps == -1, 5),
        4: lambda: _all(turns, 12),
        5: lambda: _most(z > 2, 2, 3) | _most(z < -2, 2, 3),
        6: lambda: _most(z > 1, 4, 5) | _most(z < -1, 4, 5),
        7: lambda: _all(inner, 15),
        8: lambda: _all(np.abs(z) > 1, 8) & ~_all(side == 1, 8) & ~_all(side == -1, 8),
    }
    for rule in rules:
        found[:, rule - 1] = tests[rule]()


def _count(flags: Bools, width: int) -> npt.NDArray[Any]:
    """How many of the last `width` flags are set, at each point from the `width`-th on; 0 before."""
    total = np.concatenate(([0], np.cumsum(flags)))
    counts = np.zeros(len(flags), np.int64)
    if len(flags) >= width:
        counts[width - 1 :] = total[width:] - total[:-width]
    return counts


def _all(flags: Bools, width: int) -> Bools:
    return np.asarray(_count(flags, width) == width)


def _most(flags: Bools, least: int, width: int) -> Bools:
    """Whether the point is one of at least `least` among the last `width`; a run may be shorter than `width`."""
    total: npt.NDArray[np.int64] = np.concatenate((np.zeros(width, np.int64), np.cumsum(flags, dtype=np.int64)))
    return np.asarray(flags & (total[width:] - total[:-width] >= least))
