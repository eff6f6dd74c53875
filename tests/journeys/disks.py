"""A small disk of its own for a test: it can be full, and it can be read-only."""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PIECE = b"\0" * 4096


class Disk:
    """A file system of a few megabytes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._filler = folder / "filler"

    def fill(self, leave: int = 0) -> None:
        """Use up all room but so many bytes."""
        with open(self._filler, "ab", buffering=0) as filler, contextlib.suppress(OSError):
            while True:
                filler.write(PIECE)
        if leave:
            os.truncate(self._filler, max(0, self._filler.stat().st_size - leave))

    def free(self) -> None:
        """There is room again."""
        self._filler.unlink()

    def writable(self, whether: bool) -> None:
        """Nothing may have a file open for writing."""
        mount("-o", "remount,rw" if whether else "remount,ro", str(self.folder))


def mount(*words: str) -> None:
    """CalledProcessError where this user may not."""
    subprocess.run(["mount", *words], check=True, capture_output=True)


def may_mount(folder: Path) -> bool:
    """Whether a file system of our own can be had here."""
    folder.mkdir(exist_ok=True)
    try:
        mount("-t", "tmpfs", "-o", "size=64k", "gemba-test", str(folder))
    except (OSError, subprocess.CalledProcessError):
        return False
    subprocess.run(["umount", str(folder)], check=True)
    return True


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Disk]:
    """A disk of this size ("4m") on the folder."""
    folder.mkdir(exist_ok=True)
    mount("-t", "tmpfs", "-o", f"size={size},mode=777", "gemba-test", str(folder))
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
