"""Watching the plant file: it is read again when it changes on disk, off the main thread."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from console.domain.errors import FileRefused
from console.telemetry.plantfile import PlantFile, load_plant

log = logging.getLogger(__name__)

LOOK_EVERY = 2.0  # seconds
Mark = tuple[int, int] | None  # time of the last change and size; None: there is no such file
Tell = Callable[[Path, PlantFile | FileRefused], None]


class PlantWatch:
    """One thread that looks at one file; `tell` is called on that thread with what was read, or why it was not.

    A change counts once the file has stayed the same between two looks, so that half a file is never read.
    The file as it is now counts as `known`, else it is read as soon as it can be looked at: it is not asked here, where
    somebody waits.
    """

    def __init__(self, path: Path, tell: Tell, every: float = LOOK_EVERY, *, known: bool = True) -> None:
        self._path, self._tell, self._every = path, tell, every
        self._known = self._seen = _mark(path) if known else None
        self._ended = threading.Event()
        threading.Thread(target=self._run, name="plant-watch", daemon=True).start()

    def stop(self) -> None:
        """Look no more. Returns at once; a file that is being read at this moment may still be told."""
        self._ended.set()

    def _run(self) -> None:
        while not self._ended.wait(self._every):
            try:
                self._look()
            except Exception:
                log.exception("the plant file could not be watched")

    def _look(self) -> None:
        mark, last = _mark(self._path), self._seen
        self._seen = mark
        if mark != last or mark == self._known:
            return
        self._known = mark
        read = _read(self._path)
        if not self._ended.is_set():
            self._tell(self._path, read)


def _read(path: Path) -> PlantFile | FileRefused:
    try:
        return load_plant(path)
    except FileRefused as refused:
        return refused


def _mark(path: Path) -> Mark:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size
