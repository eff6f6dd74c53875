"""A file that is there whole or not at all: written beside its place, and given its name in one step."""

from __future__ import annotations

import json
import logging
import os
import secrets
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

log = logging.getLogger(__name__)
PART = ".part"  # ends the name of what is not finished
_BINARY = getattr(os, "O_BINARY", 0)  # Windows
TRIES, PAUSE = 10, 0.2  # on Windows a virus scanner or a reader may hold a file for a moment; seconds between two tries


@contextmanager
def half_of(path: Path, *, settled: bool = True) -> Iterator[Path]:
    """Where to write what shall be `path`; it gets that name at the end, or is removed where an error passed.

    The file must be closed by then. `settled`: its content and its name are on the disk first. OSError where the disk
    refuses.
    """
    half = path.with_name(path.name + PART)
    try:
        yield half
        if settled:
            settle(half)
            named(half, path)
        else:
            replaced(half, path)
    finally:
        with suppress(OSError):
            half.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes, mode: int = 0o666) -> None:
    """Write a file that is there completely and on the disk, or not at all; OSError where the disk refuses.

    Several may write the same one at a time. `mode`: who may read it, less what the account takes away.
    """
    half = path.with_name(f".{path.name[:40]}.{secrets.token_hex(4)}{PART}")
    try:
        with os.fdopen(os.open(half, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        named(half, path)
    except BaseException:
        with suppress(OSError):
            half.unlink()
        raise


def read_kept(path: Path) -> dict[str, Any]:
    """What `keep` wrote; nothing where there is none, or where it was not written to its end."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def keep(path: Path, told: Mapping[str, Any]) -> None:
    """Keep what the console shall know after a restart, and could do without: a disk that refuses it is only logged."""
    try:
        with half_of(path, settled=False) as half:
            half.write_text(json.dumps(told), encoding="utf-8")
    except OSError as error:
        log.info("%s cannot be kept: %s", path.name, error)


def named(work: Path, path: Path) -> None:
    """Give a finished file its name, as `replaced` does; the name is on the disk."""
    replaced(work, path)
    settle_folder(path.parent)


def replaced(work: Path, path: Path) -> None:
    """Give a finished file its name in one step, in the place of whatever has that name."""
    for attempt in range(TRIES):
        try:
            os.replace(work, path)
            return
        except PermissionError:
            if sys.platform != "win32" or attempt == TRIES - 1:
                raise
            time.sleep(PAUSE)


def settle(path: Path) -> None:
    """Wait until a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def settle_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk, where the system can be asked for that."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network file systems cannot
            os.fsync(handle)
    finally:
        os.close(handle)
