"""Who pins a setting, for every screen that lets people choose one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets.settings.words import holder_words

if TYPE_CHECKING:
    from console.app.console import Console
    from console.app.settingsbook import SettingsBook


def book_at(console: Console) -> SettingsBook | None:
    """The settings that a console was furnished with; None where there are none."""
    return getattr(console, "settings", None)


def pinned_words(console: Console, name: str) -> str:
    """Who sets it for all consoles, as a sentence; "" where it may be changed here."""
    book = book_at(console)
    return holder_words(book.now, name) if book is not None else ""
