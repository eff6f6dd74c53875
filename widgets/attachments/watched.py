"""New pictures of the watched folder, for every strip: looked for only while one is seen, never on this thread."""

from __future__ import annotations

import errno
import os
import time
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from console.app.watchedfolder import NewPicture, WatchedFolder
from console.app.worker import Worker

if TYPE_CHECKING:
    from console.app.console import Console

MEMORY = "watched.json"  # beside the folder of the attachments
EVERY = 1500  # milliseconds between two looks
RESTS, REST_MOST = 5, 60.0  # a slow folder rests so many times as long as the look took, at most so many seconds
SILENT = 10.0  # seconds after which a folder that does not answer is said to be away
_made: WeakKeyDictionary[Console, Watched] = WeakKeyDictionary()


class Watched(QObject):
    """One for each console. `offered`: what is new; `away`: why the folder cannot be read, "" = it can."""

    changed = Signal()

    def __init__(self, folder: Path | None, memory: Path) -> None:
        super().__init__()
        self.offered: tuple[NewPicture, ...] = ()
        self.away = ""
        self.folder = folder
        self._watched = WatchedFolder(folder, memory) if folder is not None else None
        self._worker: Worker | None = None
        self._looking = False
        self._looked_at = self._rest_until = 0.0  # monotonic: when the last look began, and until when it is left alone
        self._watchers: list[QWidget] = []
        self._gone: set[str] = set()  # marks of what was put away: a look that is going on may still tell of it
        self._told: list[tuple[tuple[NewPicture, ...], str]] = []  # from the worker's thread
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def watch(self, watcher: QWidget) -> None:
        """Look as long as this widget is seen."""
        if self._watched is not None and watcher not in self._watchers:
            self._watchers.append(watcher)
            self._timer.start()
            self.look()

    def look(self) -> None:
        """Take what the last look told, and look again."""
        self._take()
        self._watchers = [one for one in self._watchers if isValid(one) and one.isVisible()]
        if not self._watchers:
            self._timer.stop()
        elif self._looking:
            if time.monotonic() - self._looked_at > SILENT:
                self._tell((), os.strerror(errno.ETIMEDOUT))
        elif self._watched is not None and time.monotonic() >= self._rest_until:
            self._looking, self._looked_at = True, time.monotonic()
            self._hand(self._look)

    def put_away(self, pictures: list[NewPicture]) -> None:
        """Not offer these any more, here or after a restart; the files stay as they are."""
        marks = {one.mark for one in pictures}
        if self._watched is None or not marks:
            return
        watched = self._watched
        self.offered = tuple(one for one in self.offered if one.mark not in marks)
        self._gone |= marks
        self._hand(lambda: watched.put_away(marks))
        self.changed.emit()

    def took(self, path: Path) -> None:
        """A file was taken: where it is one of these it is not offered again."""
        self.put_away([one for one in self.offered if one.path == path])

    # Inside

    def _hand(self, job: object) -> None:
        if self._worker is None:
            self._worker = Worker("watched")
        self._worker.hand(job)  # type: ignore[arg-type]

    def _look(self) -> None:
        """On the worker's thread."""
        assert self._watched is not None
        try:
            self._told.append((self._watched.look(), ""))
        except OSError as error:
            self._told.append(((), error.strerror or str(error)))
        finally:
            now = time.monotonic()
            self._rest_until = now + min(REST_MOST, RESTS * (now - self._looked_at))
            self._looking = False

    def _take(self) -> None:
        if self._told:
            offered, away = self._told.pop()
            self._told.clear()
            self._tell(tuple(one for one in offered if one.mark not in self._gone), away)

    def _tell(self, offered: tuple[NewPicture, ...], away: str) -> None:
        if (offered, away) != (self.offered, self.away):
            self.offered, self.away = offered, away
            self.changed.emit()


def watched_of(console: Console) -> Watched:
    """The one of a console; its folder is that of the settings."""
    attachments = getattr(console, "attachments", None)
    folder = attachments.watched if attachments is not None else None
    there = _made.get(console)
    if there is None or there.folder != folder:
        there = _made[console] = Watched(folder, attachments.folder.parent / MEMORY if attachments else Path(MEMORY))
    return there
