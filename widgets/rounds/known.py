"""What the screens know of rounds: the console's own count."""

from __future__ import annotations

from console.app.console import Console


def rounds_waiting(console: Console) -> int:
    """How many planned rounds are over time and want a decision, or to be made."""
    return console.rounds.waiting if console.rounds is not None else 0
