"""What the shell knows of actions before their screen exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.app.console import Console


def due_count(console: Console) -> int:
    """How many actions are overdue, or due today."""
    actions = getattr(console, "actions", None)
    return actions.due if actions is not None else 0
