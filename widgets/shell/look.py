"""Theme and language as settings: the switches in the top bar and the settings page choose the same thing."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from console.domain.errors import Refusal
from widgets import theme
from widgets.languages import CODES, languages, of_this_computer
from widgets.settings.pinned import book_at

if TYPE_CHECKING:
    from console.app.console import Console
    from widgets.shell.memory import Memory

log = logging.getLogger(__name__)
THEME, LANGUAGE = "ui.theme", "ui.language"


def follow_settings(console: Console, memory: Memory) -> None:
    """Wear what is chosen on the settings page, at once."""
    book = book_at(console)
    if book is None:
        return

    def wear(name: str) -> None:
        theme.themes.use(name)
        memory.keep("theme", name)

    def speak(code: str) -> None:
        languages.use(code if code in CODES else of_this_computer())
        memory.keep("language", code)

    book.when_changed(THEME, wear)
    book.when_changed(LANGUAGE, speak)


def choose(console: Console, name: str, value: str) -> bool:
    """Keep a choice for the next start; False where somebody sets it for all consoles. A full disk forgets it only."""
    book = book_at(console)
    if book is None:
        return True
    if book.holder(name):
        return False
    try:
        book.keep({name: value})
    except Refusal as refusal:
        log.warning("%s is not kept: %s", name, refusal)
    return True
