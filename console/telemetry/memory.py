"""What mapping must remember between messages: pieces already counted, alarms still active."""

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


class Alarms:
    """Active alarms of machines that tell each one by itself: one that goes must not hide those that stay."""

    def __init__(self) -> None:
        self._active: dict[Signal, dict[str, str]] = {}

    def current(self, signal: Signal, key: str, text: str) -> str:
        """Take an alarm's text ("" when it is gone); the text of the latest alarm that is active, "" when none is."""
        active = self._active.setdefault(signal, {})
        active.pop(key[:LONGEST_KEY], None)
        if text:
            active[key[:LONGEST_KEY]] = text
            if len(active) > MOST_KEYS:
                del active[next(iter(active))]
        return next(reversed(active.values()), "")
