"""A guess that another program uses the same client id, for brokers that put a console out without a word.

MQTT 5 has reason code 142 for it, but MQTT 3.1.1 has nothing, and mosquitto 2.0.11 closes the socket before it is sent.
"""

from __future__ import annotations

SUSPICIOUS = 3  # silent ends in a row


class Contest:
    """Counts connections that the broker resumed at once and soon closed without a word."""

    def __init__(self, soon: float) -> None:
        self._soon = soon  # seconds
        self._silent_ends = 0

    def came_up(self, session_present: bool) -> None:
        """The broker let us in. Without our session it has restarted or forgotten us, which explains the end before."""
        if not session_present:
            self._silent_ends = 0

    def failed(self) -> None:
        """The broker could not be reached: it was away, which explains the end before."""
        self._silent_ends = 0

    def closed(self, lasted: float) -> bool:
        """A connection of so many seconds ended without a word; return whether that looks like a contest by now."""
        if lasted >= self._soon:
            self._silent_ends = 0
        self._silent_ends += 1
        return self._silent_ends >= SUSPICIOUS
