"""What the status bar says of calls: the one that was raised last, of those that are open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from widgets.plain import plain
from widgets.words import elapsed

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.queries.andon import CallShown


def last_call(console: Console) -> CallShown | None:
    """The open call that was raised last; None where none is open, or no calls are kept."""
    calls = getattr(console, "calls", None)
    return max(calls.open, key=lambda shown: shown.call.waiting_since, default=None) if calls is not None else None


def last_call_words(console: Console, shown: CallShown) -> str:
    """Where it is, what it is about and how long ago."""
    live = console.floor.stations.get(shown.call.place)
    place = f"{live.station.line} · {live.station.name}" if live else shown.call.place
    ago = elapsed(console.now() - shown.call.waiting_since.timestamp())
    words = QCoreApplication.translate("StatusBar", "Last call: {place} — {category}, {time} ago")
    return words.format(place=plain(place, 60), category=plain(shown.name, 40), time=ago)
