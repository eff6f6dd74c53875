"""What the shell knows about a screen before it exists."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget


def nothing_waits() -> int:
    """The badge of a screen where nothing ever waits."""
    return 0


@dataclass(frozen=True, slots=True)
class Page:
    """One screen; its widget is made when it is first opened.

    The widget may have any of these, and the shell calls those it finds: `show_subject(subject: str)` when another
    screen opens it on something, `set_scope(area: str | None)` when the filter by area changes, `focus_filter()` for
    Ctrl+F, `place() -> str` for what the top bar shows after the line, and a signal `open_requested(key, subject)`.
    """

    key: str
    title: Callable[[], str]
    icon: str
    make: Callable[[], QWidget]
    badge: Callable[[], int] = nothing_waits
    under: str = ""  # key of the rail entry that stays lit; such a page has no entry of its own
    help: str = ""  # name of its help page; "" = the key

    @property
    def in_rail(self) -> bool:
        """Whether it has an entry in the rail."""
        return not self.under
