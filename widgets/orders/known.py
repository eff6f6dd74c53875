"""What the shell knows of work orders."""

from __future__ import annotations

from console.app.console import Console


def at_risk(console: Console) -> int:
    """How many open orders are late, stand, or disagree with what the line says; 0 while nothing is known."""
    return console.orders.at_risk if console.orders is not None else 0
