"""What the rail knows of handovers: the console's own count."""

from __future__ import annotations

from console.app.console import Console


def handovers_waiting(console: Console) -> int:
    """How many handovers of the last day were missed, or wait for the incoming side."""
    return console.handovers.waiting if console.handovers is not None else 0
