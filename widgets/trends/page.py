"""Trends: what signals said, on one time axis with everything that happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from console.app.console import Console


class TrendsPage(QWidget):
    """The page."""

    open_requested = Signal(str, str)  # another screen and its subject

    def __init__(self, console: Console) -> None:
        super().__init__()
        self._console = console
