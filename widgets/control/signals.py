"""Which signals a control chart can be made of, and what people call them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.readings import Role, Signal
from widgets.trends.naming import place_word, signal_word

if TYPE_CHECKING:
    from console.app.console import Console

MEASURED = frozenset({Role.TAG, Role.CYCLE})
COUNTED = frozenset({Role.SCRAP, Role.REWORK})


def chartable(console: Console) -> list[Signal]:
    """Tags, cycle times and counters of what is bad, by station."""
    wanted = MEASURED | COUNTED
    found = [signal for signal in console.floor.plant.signals if signal.role in wanted]
    return sorted(found, key=lambda signal: (signal.place, signal.role is not Role.TAG, signal.name))


def counters(console: Console, place: str) -> list[Signal]:
    """Counters of pieces at a place."""
    signals = console.floor.plant.signals
    return [signal for signal in signals if signal.place == place and signal.role is Role.GOOD]


def signal_of(console: Console, id: str) -> Signal | None:
    """What the plant knows of a signal."""
    return next((signal for signal in console.floor.plant.signals if signal.id == id), None)


def full_word(console: Console, signal: Signal) -> str:
    """L1 Weld A · temperature."""
    return f"{place_word(console, signal.place)} · {signal_word(signal)}"
