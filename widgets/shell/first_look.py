"""The theme and language of a start: said now, else remembered, else set in the settings, else the computer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from widgets import theme
from widgets.languages import CODES, languages, of_this_computer
from widgets.shell.memory import Memory

if TYPE_CHECKING:
    from console.app.settings import Settings


def take_first_look(settings: Settings, memory: Memory) -> None:
    """Put theme and language in force before the first window is made."""
    name = _choose(settings, memory, "ui.theme", "theme")
    code = _choose(settings, memory, "ui.language", "language")
    theme.themes.use(name if name in ("dark", "light") else "dark")
    languages.use(code if code in CODES else of_this_computer())


def _choose(settings: Settings, memory: Memory, setting: str, remembered: str) -> str:
    origin = settings.origin(setting)
    said_now = origin == "command line" or origin.startswith("GEMBA_")
    value = str(settings[setting])
    return value if said_now else memory.text(remembered, value)
