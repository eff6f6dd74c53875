"""What mapping must remember between messages: pieces already counted."""

from __future__ import annotations

from typing import Final

from console.domain.readings import Signal

MOST_KEYS: Final = 512  # of one signal
LONGEST_KEY: Final = 200


class Repeats:
    """Keys of pieces that were counted, so that a piece told on several topics is counted once."""

    def __init__(self) -> None:
        self._seen: dict[Signal, dict[str, None]] = {}

    def known(self, signal: Signal, key: str) -> bool:
        """Whether this key was there before; from now on it was."""
        seen = self._seen.setdefault(signal, {})
        key = key[:LONGEST_KEY]
        if key in seen:
            return True
        seen[key] = None
        if len(seen) > MOST_KEYS:
            del seen[next(iter(seen))]
        return False
