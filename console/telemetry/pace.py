"""How long the console waits before it tries the broker again."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. Lost: a random part of a doubling wait; refused: at least half of a doubling, longer wait."""

    first: float = 0.5
    longest: float = 30.0
    refused_first: float = 10.0
    refused_longest: float = 60.0
    steady: float = 60.0  # a connection that lasted this long was good: a loss after it starts at `first` again
    peace: float = (
        180.0  # the same for refusals: two consoles with one client id must not meet again at `refused_first`
    )
    answer: float = 5.0  # how long a broker may take to answer CONNECT and SUBSCRIBE
    watch: float = 1.0  # how often the watchdog looks


class Backoff:
    """Counts failures and draws waits; full jitter, so that consoles do not return in step after an outage."""

    def __init__(self, pace: Pace, random: Random | None = None) -> None:
        self._pace = pace
        self._random = random or Random()
        self._losses = 0
        self._refusals = 0

    def wait(self, refused: bool, lasted: float) -> float:
        """Seconds to wait after a connection that `lasted` so many seconds (0.0: it never came to be) ended."""
        if lasted >= self._pace.steady:
            self._losses = 0
        if lasted >= self._pace.peace:
            self._refusals = 0
        if refused:
            self._refusals += 1
            limit = min(self._pace.refused_longest, self._pace.refused_first * 2.0 ** min(self._refusals - 1, 16))
            return self._random.uniform(limit / 2.0, limit)
        self._losses += 1
        return self._random.uniform(0.0, min(self._pace.longest, self._pace.first * 2.0 ** min(self._losses - 1, 16)))
