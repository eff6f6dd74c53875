"""Content by its hash, in files: written whole or not at all, and never shown when another program changed it."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import time
from pathlib import Path

from console.domain.attachments import ContentChanged, ContentComing, is_hash
from console.domain.errors import Refusal
from console.records.wholefile import PART, write_whole

log = logging.getLogger(__name__)
STALE = 3600.0  # seconds after which a half-written file of a killed process is swept away


class Files:
    """A folder `ab/abcd…`; safe from any thread. No name from outside ever becomes part of a path."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Where content with this hash lies; ValueError for what is no hash."""
        if not is_hash(sha256):
            raise ValueError("no hash")
        return self.folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """Whether something lies there; only `get` proves that it is right."""
        return is_hash(sha256) and self.path(sha256).is_file()

    def size(self, sha256: str) -> int:
        """Bytes that lie there, 0 for none."""
        try:
            return self.path(sha256).stat().st_size
        except (OSError, ValueError):
            return 0

    def put(self, data: bytes) -> tuple[str, bool]:
        """Keep content; its hash, and whether it is new here. NotSaved (DiskFull) where the disk refuses: nothing is
        there then."""
        sha256 = hashlib.sha256(data).hexdigest()
        if self.has(sha256):
            with contextlib.suppress(Refusal):
                self.get(sha256)
                return sha256, False
            self.put_aside(sha256)
        self._write(self.path(sha256), data)
        return sha256, True

    def get(self, sha256: str, name: str = "") -> bytes:
        """The content, proved by its hash. ContentComing where it is not here, ContentChanged where it is another."""
        try:
            path = self.path(sha256)
            data = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError, ValueError):
            raise ContentComing(name=name) from None
        except OSError as error:
            raise ContentChanged(str(error), name=name, path=str(path), sha256=sha256) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise ContentChanged(name=name, path=str(path), sha256=sha256)
        return data

    def put_aside(self, sha256: str) -> Path | None:
        """Move changed content out of the way, so that the right one can be fetched; where it lies now."""
        path = self.path(sha256)
        aside = path.with_name(f"{sha256}.changed")
        try:
            os.replace(path, aside)
        except OSError:
            return None
        return aside

    def discard(self, sha256: str) -> None:
        """Take content away that no record names."""
        with contextlib.suppress(OSError):
            self.path(sha256).unlink()

    def sweep(self) -> int:
        """Remove what a killed process left half-written; how many files."""
        count = 0
        for half in self.folder.glob(f"*/.*{PART}"):
            with contextlib.suppress(OSError):
                if half.stat().st_mtime < time.time() - STALE:
                    half.unlink()
                    count += 1
        return count

    def _write(self, path: Path, data: bytes) -> None:
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_whole(path, data, 0o600)
        except OSError as error:
            from console.records.faults import NotSaved, refusal_of  # with all of SQLAlchemy: not before it is needed

            raise refusal_of(error, path.parent) or NotSaved(str(error), path=str(path.parent)) from error
