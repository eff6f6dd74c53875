"""What the shell knows of stops before their screen exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.app.console import Console


def unexplained_count(console: Console) -> int:
    """How many stops want a reason."""
    stops = getattr(console, "stops", None)
    return stops.unexplained if stops is not None else 0
