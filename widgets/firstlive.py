"""The first live board: `--until-live` ends the program at the first frame in which a station shows what it said."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from widgets.board.page import BoardPage

if TYPE_CHECKING:
    from widgets.face import Face

SAID = "live"  # on a line of its own, so that whoever measures a start from outside can wait for it


class FirstLive:
    """Looks after every heartbeat; a value that was heard in this one is on the screen with the next frame."""

    def __init__(self, face: Face) -> None:
        self._stations = face.running.console.floor.stations
        self._stack = face.window.stack
        self._painted: int | None = None  # frames until a station had spoken

    def look(self) -> None:
        """Say it and end the program once the board has been painted with it."""
        page = self._stack.currentWidget()
        if not isinstance(page, BoardPage):
            return
        if self._painted is None:
            if any(live.last_heard is not None for live in self._stations.values()):
                self._painted = page.view.painted
        elif page.view.painted > self._painted:
            if sys.stdout is not None:
                sys.stdout.write(f"{SAID}\n")
                sys.stdout.flush()
            QApplication.quit()
