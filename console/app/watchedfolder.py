"""A folder in which pictures appear by themselves: which of them are new and whole. Nothing in it is ever changed.

A file is offered once its size and time have rested between two looks; what was taken or put away is remembered beside
the records, by name, size and time. Used from one thread at a time; the folder may be on a network and slow.
"""

from __future__ import annotations

import json
import logging
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from console.records.wholefile import keep

log = logging.getLogger(__name__)
ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".bmp", ".heic", ".heif"})
DEEP, MOST = 3, 20_000  # folders below it (DCIM/100CAM), files that are looked at
REST = 1.0  # seconds that a file has to stay the same
YOUNG = 3600.0  # seconds: what is older when the folder is looked at for the first time was there before
OFFERED = 200  # at most


@dataclass(frozen=True, slots=True)
class NewPicture:
    """A file that is new; `at` is when it was written, seconds UTC."""

    path: Path
    size: int
    at: float
    mark: str  # by which it is remembered


class WatchedFolder:
    """`memory` is the file that remembers; `now` and `clock` (monotonic) can be given by tests."""

    def __init__(
        self,
        folder: Path,
        memory: Path,
        now: Callable[[], float] = time.time,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.folder, self._memory, self._now, self._clock = folder, memory, now, clock
        self._since: dict[str, float] = {}  # mark -> when it was first seen so
        self._known: set[str] | None = None
        self._there: set[str] = set()  # marks of the last look
        self._whole = False  # that look saw everything

    def look(self) -> tuple[NewPicture, ...]:
        """What is new and whole, the oldest first. OSError where the folder cannot be read."""
        there = list(self._files())
        known = self._begun(there)
        at, self._there = self._clock(), {one.mark for one in there}
        self._since = {mark: since for mark, since in self._since.items() if mark in self._there}
        found = [
            one
            for one in there
            if one.mark not in known and one.size > 0 and at - self._since.setdefault(one.mark, at) >= REST
        ]
        return tuple(sorted(found, key=lambda one: (one.at, str(one.path)))[-OFFERED:])

    def put_away(self, marks: set[str]) -> None:
        """Not offer these any more; kept on the disk where that can be written, without those that went away."""
        if self._known is not None and not marks <= self._known:
            self._known = (self._known & self._there if self._whole else self._known) | marks
            self._keep()

    # Inside

    def _begun(self, there: list[NewPicture]) -> set[str]:
        """What is known, from the memory; all that is older than an hour where the folder is a new one."""
        if self._known is None:
            self._known = self._read()
        if self._known is None:
            self._known = {one.mark for one in there if self._now() - one.at > YOUNG}
            self._keep()
        return self._known

    def _read(self) -> set[str] | None:
        try:
            kept = json.loads(self._memory.read_text("utf-8"))
            return {str(mark) for mark in kept["known"]} if kept["folder"] == str(self.folder) else None
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("What was taken from the watched folder cannot be read: %s", error)
            return None

    def _keep(self) -> None:
        keep(self._memory, {"folder": str(self.folder), "known": sorted(self._known or ())})

    def _files(self) -> Iterator[NewPicture]:
        """The last by name first, as cameras count up: where there are too many the oldest are left out."""
        seen = 0
        waiting = [(str(self.folder), 0)]
        self._whole = True
        while waiting:
            folder, deep = waiting.pop()
            try:
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError:
                if not deep:
                    raise
                self._whole = False
                continue
            if deep < DEEP:
                waiting += [(entry.path, deep + 1) for entry in entries if _is_folder(entry)]
            for entry in reversed(entries):
                seen += 1
                if seen > MOST:
                    self._whole = False
                    return
                try:
                    if Path(entry.name).suffix.lower() in ENDINGS and entry.is_file(follow_symlinks=False):
                        yield self._picture(Path(entry.path), entry.stat(follow_symlinks=False))
                except OSError:
                    continue  # it went away just now

    def _picture(self, path: Path, about: os.stat_result) -> NewPicture:
        mark = f"{path.relative_to(self.folder).as_posix()}|{about.st_size}|{about.st_mtime_ns}"
        return NewPicture(path, about.st_size, about.st_mtime, mark)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
