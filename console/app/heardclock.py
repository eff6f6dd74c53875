"""The clock of a replay: it follows what the console has heard, so that any speed gives the same shift."""

from __future__ import annotations

from collections.abc import Callable

LAG = 0.5  # real seconds that a message may be on its way from the replay to the floor


class HeardClock:
    """The recording's time as far as it was taken in: never ahead of messages that are still on their way."""

    def __init__(self, recording: Callable[[], float], speed: float) -> None:
        self._recording = recording
        self._lag = LAG * speed
        self._free = speed > 0  # between messages time goes on by itself
        self._heard = recording()
        self._pending = False

    def follow(self, heard_at: float | None, pending: bool) -> None:
        """The console took everything up to `heard_at`; `pending`: more waits in its mailbox."""
        if heard_at is not None:
            self._heard = max(self._heard, heard_at)
        self._pending = pending

    def now(self) -> float:
        """Seconds since 1970 UTC in the recording."""
        if self._free and not self._pending:
            self._heard = max(self._heard, self._recording() - self._lag)
        return self._heard
