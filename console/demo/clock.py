"""A clock that shows the time of a recording while it is played."""

from __future__ import annotations

import threading
import time


class ReplayClock:
    """Goes on by `speed` between two messages of a recording, never past the next one, never back."""

    def __init__(self, start: float, speed: float) -> None:
        self._speed = speed
        self._lock = threading.Lock()
        self._base, self._since, self._limit = start, time.monotonic(), start
        self._shown = start

    def now(self) -> float:
        """Seconds since 1970 UTC in the recording. Any thread may ask."""
        with self._lock:
            passed = (time.monotonic() - self._since) * self._speed
            self._shown = max(self._shown, min(self._base + passed, self._limit))
            return self._shown

    def go(self, base: float, limit: float) -> None:
        """Run on from `base` (recording's time now) and stop at `limit` (time of the next message)."""
        with self._lock:
            self._base, self._limit, self._since = base, limit, time.monotonic()
