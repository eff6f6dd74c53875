"""Carrying content between consoles: through the shared database, or through a folder that all of them reach."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from console.domain.attachments import AttachmentRefused, Limits
from console.domain.errors import Refusal
from console.domain.trail import TrailLine

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from console.records.files import Files

log = logging.getLogger(__name__)
KIND = "attachment"
MOST_THUMB = 1024 * 1024  # bytes
PATIENCE = 5.0  # seconds that commands are held up by content that could come later; the rest comes afterwards
SOON = 0.1  # seconds until the rest
RETRY = 30.0  # seconds until what could not be carried is tried again


class Carrier:
    """Brings content to where others find it, and gets what others brought. Safe from any thread."""

    def __init__(self, content: Files, thumbs: Files, limits: Limits, arrived: Callable[[str], None]) -> None:
        self.folder: Files | None = None  # where there is one, the shared database carries no content
        # does something with a connection to the shared database on the sync thread, soon; None: nothing is shared
        self.reach: Callable[[Callable[[Connection], None]], None] | None = None
        self._content, self._thumbs = content, thumbs
        self._limits = limits
        self._arrived = arrived
        self._wanted: dict[str, bool] = {}  # what is missing here, by hash; True for a thumbnail
        self._owed: dict[str, bool] = {}  # what others may miss
        self._lock = threading.Lock()
        self._walking: threading.Thread | None = None  # to and from the folder
        self._hangs = False
        self._timer: threading.Timer | None = None
        self._due = 0.0  # of the monotonic clock: when the timer ends
        self._closed = False

    def use_folder(self, folder: Path | None) -> None:
        """Carry content through this folder from now on; None: through the shared database."""
        from console.records.files import Files

        self.folder = Files(folder) if folder is not None else None

    # Called by the sync engine, on its thread

    def before_push(self, db: Connection, lines: Sequence[TrailLine]) -> None:
        """Bring the content that these lines name to where others find it, before they do. SQLAlchemyError where the
        database is away; a folder that is away or slow is tried again later."""
        contents = contents_of(lines)
        if self.folder is None:
            self._bring(db, contents)
            return
        with self._lock:
            self._owed |= contents
        self.go_on()

    def after_pull(self, db: Connection, lines: Sequence[TrailLine]) -> None:
        """Get the content that these lines name and that is missing here; what takes long comes later."""
        self._want(contents_of(lines))
        if self.folder is None:
            self._get(db, PATIENCE)
        else:
            self.go_on()

    # Called by the console

    def settle(self, contents: dict[str, bool]) -> None:
        """Compare what the records name with what is here and there: bring and get what is missing."""
        self._want(contents)
        with self._lock:
            self._owed |= contents
        self.go_on()

    def fetch(self, sha256: str, thumb: bool = False) -> None:
        """Get this before anything else."""
        with self._lock:
            self._wanted = {sha256: thumb, **self._wanted}
        self.go_on()

    @property
    def can_fetch(self) -> bool:
        """Whether there is a place where missing content may be."""
        return self.folder is not None or self.reach is not None

    def go_on(self) -> None:
        """Bring and get what waits for it; returns at once where that is the sync thread's work."""
        if self._closed or not (self._wanted or self._owed):
            return
        if self.folder is not None:
            self._by_folder()
        elif self.reach is not None:
            self.reach(self._round)

    def close(self) -> None:
        """Try nothing again."""
        self._closed = True
        if self._timer is not None:
            self._timer.cancel()

    # Inside

    def _by_folder(self) -> None:
        """On a thread of its own, and waited for only a little: a share that hangs holds up nobody."""
        if not self._ended(self._walking):
            self._later()
            return
        with self._lock:
            if self._walking is None or not self._walking.is_alive():
                self._walking = threading.Thread(target=self._walk, name="shared folder", daemon=True)
                self._walking.start()
            walking = self._walking
        self._ended(walking)

    def _ended(self, walking: threading.Thread | None) -> bool:
        """Whether the walk is over; for one that was seen to hang nobody waits again."""
        if walking is not None and not self._hangs:
            walking.join(PATIENCE)
        self._hangs = walking is not None and walking.is_alive()
        return not self._hangs

    def _walk(self) -> None:
        try:
            self._round(None)
        except Exception as error:
            log.warning("Content could not be carried through the shared folder: %s", error)
            self._later()

    def _round(self, db: Connection | None) -> None:
        with self._lock:
            owed, self._owed = self._owed, {}
        try:
            owed = self._bring(db, owed, PATIENCE)
            self._get(db, PATIENCE)
        finally:
            with self._lock:
                self._owed |= owed
            if self._wanted or self._owed:
                self._later(SOON if owed else RETRY)

    def _want(self, contents: dict[str, bool]) -> None:
        missing = {sha256: thumb for sha256, thumb in contents.items() if not self._files(thumb).has(sha256)}
        with self._lock:
            self._wanted |= missing

    def _bring(self, db: Connection | None, contents: dict[str, bool], patience: float = inf) -> dict[str, bool]:
        """Bring what is not there, at most for so many seconds; what is left to be brought."""
        until = time.monotonic() + patience
        absent = sorted(self._absent(db, contents)) if contents else []
        if db is not None:
            db.rollback()  # a server ends a transaction that is open while much is brought by another connection
        for done, sha256 in enumerate(absent):
            if self._closed or (done and time.monotonic() > until):
                return {left: contents[left] for left in absent[done:]}
            data = self._kept_here(sha256, contents[sha256])
            if data is None:
                continue
            try:
                self._put(db, data)
            except (OSError, Refusal) as error:
                log.warning("Content %s could not be shared and is tried again: %s", sha256[:12], error)
                with self._lock:
                    self._owed[sha256] = contents[sha256]
        if self._owed:
            self._later()
        return {}

    def _absent(self, db: Connection | None, contents: Iterable[str]) -> set[str]:
        if self.folder is not None:
            return {sha256 for sha256 in contents if not self.folder.has(sha256)}
        from console.records.blobs import absent

        return absent(db, set(contents)) if db is not None else set()

    def _put(self, db: Connection | None, data: bytes) -> None:
        if self.folder is not None:
            self.folder.put(data)
        elif db is not None:
            from console.records.blobs import upload_alone

            upload_alone(db.engine, data)

    def _get(self, db: Connection | None, patience: float) -> None:
        """Thumbnails first; at most for so many seconds."""
        until = time.monotonic() + patience
        with self._lock:
            wanted = sorted(self._wanted.items(), key=lambda item: not item[1])
        for sha256, thumb in wanted:
            if self._closed or time.monotonic() > until:
                self._later(SOON)
                return
            if self._files(thumb).has(sha256) or self._got(db, sha256, thumb):
                with self._lock:
                    self._wanted.pop(sha256, None)

    def _got(self, db: Connection | None, sha256: str, thumb: bool) -> bool:
        data = self._there(db, sha256, MOST_THUMB if thumb else 4 * self._limits.size)
        if data is None:
            return False
        try:
            self._files(thumb).put(data)
        except Refusal as refusal:
            log.warning("Content %s came but could not be kept: %s", sha256[:12], refusal)
            return False
        self._arrived(sha256)
        return True

    def _there(self, db: Connection | None, sha256: str, most: int) -> bytes | None:
        if self.folder is not None:
            try:
                return self.folder.get(sha256) if self.folder.size(sha256) <= most else None
            except (OSError, AttachmentRefused) as error:
                log.info("Content %s is not in the shared folder: %s", sha256[:12], error)
                return None
        from console.records.blobs import download

        return download(db, sha256, most) if db is not None else None

    def _kept_here(self, sha256: str, thumb: bool) -> bytes | None:
        try:
            return self._files(thumb).get(sha256)
        except AttachmentRefused as refusal:
            log.info("Content %s is not here to be shared: %s", sha256[:12], refusal.code)
            return None

    def _files(self, thumb: bool) -> Files:
        return self._thumbs if thumb else self._content

    def _later(self, seconds: float = RETRY) -> None:
        with self._lock:
            if self._closed or (self._timer is not None and self._due <= time.monotonic() + seconds):
                return
            if self._timer is not None:
                self._timer.cancel()
            self._due = time.monotonic() + seconds
            self._timer = threading.Timer(seconds, self._again)
            self._timer.daemon = True
            self._timer.start()

    def _again(self) -> None:
        self._timer = None
        try:
            self.go_on()
        except Exception as error:  # the database went away in between: the sync engine tells that
            log.info("Content could not be carried: %s", error)
            self._later()


def contents_of(lines: Iterable[TrailLine]) -> dict[str, bool]:
    """The hashes that lines name, True for a thumbnail."""
    found: dict[str, bool] = {}
    for line in lines:
        for change in line.changes:
            if change.kind == KIND and change.after is not None:
                found[str(change.after["sha256"])] = False
                if change.after["thumb"]:
                    found[str(change.after["thumb"])] = True
    return found
