"""What a signal came to in stretches of the past, as far as its station ran."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

import numpy as np

from console.domain.signs_told import Asked, Spell
from console.domain.stations import StationState
from console.history.facts import BAD, RETAINED, State, Window

if TYPE_CHECKING:
    import numpy.typing as npt

    from console.history.facts import Floats

    Bools = npt.NDArray[np.bool_]

PARTS: Final = 60  # of a stretch


class Remembered(Protocol):
    """Where the past of signals is asked; `console.app.trends.Past` is one."""

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """A signal in [start, end), seconds UTC."""

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held."""


def spells(past: Remembered, asked: Asked) -> list[Spell | None]:
    """The answer to what the engine of signs asked: one for each stretch, None where nothing is known.

    Each PARTth of a stretch counts once, however many readings it had. Where the station's state is remembered, only
    parts count in whose middle it ran.
    """
    return [_spell(past, asked.signal, f"{asked.place}/state", start, end) for start, end in asked.stretches]


def _spell(past: Remembered, signal: str, state: str, start: float, end: float) -> Spell | None:
    window = past.window(signal, start, end, PARTS)
    good = np.isfinite(window.values)
    if window.qualities is not None:
        good &= (window.qualities & 3 != BAD) & (window.qualities & RETAINED == 0)
    width = (end - start) / PARTS
    middles = window.times[good] + window.step / 2
    parts = np.clip(((middles - start) / width).astype(np.int64), 0, PARTS - 1)
    counts = np.bincount(parts, minlength=PARTS)
    totals = np.bincount(parts, weights=window.values[good], minlength=PARTS)
    halves: Floats = np.arange(PARTS, dtype=np.float64) + 0.5
    known = (counts > 0) & _ran(past, state, start, end, start + width * halves)
    if not known.any():
        return None
    means = totals[known] / counts[known]
    covered = float(min(1.0, known.sum() * max(width, window.step) / (end - start)))
    return Spell(float(means.mean()), float(means.std()), covered)


def _ran(past: Remembered, state: str, start: float, end: float, at: Floats) -> Bools:
    """Whether the station ran at these times; everywhere, where its state is not remembered at all."""
    held = past.states(state, start, end)
    if not any(one.value is not None for one in held):
        return np.ones(len(at), np.bool_)
    ran = np.zeros(len(at), np.bool_)
    for one in held:
        if one.value == StationState.RUNNING.value:
            ran |= (at >= one.since) & (at < one.until)
    return ran
