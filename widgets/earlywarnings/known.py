"""What the shell, the board and the station page know of early warnings before their screen exists."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from console.app.console import Console


def open_warnings(console: Console) -> int:
    """How many early warnings are open."""
    early = getattr(console, "earlywarning", None)
    return len(early.open) if early is not None else 0


def warned_places(console: Console) -> frozenset[str]:
    """The stations and lines that something is warned of."""
    early = getattr(console, "earlywarning", None)
    return frozenset(shown.warning.place for shown in early.open) if early is not None else frozenset()


def warned_signals(console: Console, place: str) -> frozenset[str]:
    """The ids of the signals of a station that are warned of."""
    early = getattr(console, "earlywarning", None)
    if early is None or not early.at(place):
        return frozenset()
    return frozenset(shown.warning.signal for shown in early.open if shown.warning.place == place)
