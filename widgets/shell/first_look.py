"""The theme and language of a start: chosen in the settings, else remembered, else the computer's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.app.layers import Layer
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
    value = str(settings[setting])
    chosen = settings.layer(setting) >= Layer.OWN  # here, or for all consoles; an older program remembered it only
    return value if chosen else memory.text(remembered, value)
