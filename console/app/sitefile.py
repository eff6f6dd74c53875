"""The site file: read with a limit of time, because its share may be away; the last good copy is kept beside the data.

A copy counts for the file it was made of only: who names another site file does not get the old one's settings.
"""

from __future__ import annotations

import contextlib
import errno
import json
import logging
import os
import threading
import tomllib
from dataclasses import dataclass
from pathlib import Path

from console.app.settings_file import parse, read_bounded, write_private

LIMIT = 2.0  # seconds that the start waits for it
COPY = "site-copy.json"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SiteFile:
    """What was read now, and what was read before."""

    path: Path
    said_by: str = ""  # --site, GEMBA_SITE, a registry key
    content: bytes | None = None  # None: it could not be read
    why: str = ""  # why not; "slow": it did not answer in time
    copy: str | None = None  # the last content that could be used
    copied: float = 0.0  # when that was read, seconds since 1970 UTC


def read_site(path: Path, folder: Path, said_by: str = "", limit: float = LIMIT) -> SiteFile:
    """Read the site file at `path`, waiting at most `limit` seconds; its copy lies in `folder`. Never raises."""
    before, copied = _copy_of(path, folder)
    found: list[bytes | str] = []

    def work() -> None:
        try:
            content = read_bounded(path)
            if not content:  # its copy to the share broke off, or is going on at this moment
                raise OSError(errno.ENODATA, "it is empty")
            found.append(content)
        except (OSError, ValueError) as reason:
            found.append(getattr(reason, "strerror", None) or str(reason))
            return
        _keep(path, folder, content)  # also where nobody waits any more: the next start has it

    thread = threading.Thread(target=work, name="site-file", daemon=True)
    thread.start()
    thread.join(limit)
    answer = found[0] if found else "slow"
    if isinstance(answer, bytes):
        thread.join(limit)  # a copy that is half-written at the end of a short test or a --version helps nobody
        return SiteFile(path, said_by, answer, "", before, copied)
    return SiteFile(path, said_by, None, answer, before, copied)


def _copy_of(path: Path, folder: Path) -> tuple[str | None, float]:
    """The last good content of this file and when it was read; (None, 0) where there is none."""
    kept = folder / COPY
    try:
        told = json.loads(kept.read_text(encoding="utf-8"))
        if told["path"] == os.path.abspath(path):
            return str(told["text"]), kept.stat().st_mtime
    except FileNotFoundError:
        pass
    except (OSError, ValueError, KeyError, TypeError):
        log.warning("%s cannot be read", kept)
    return None, 0.0


def _keep(path: Path, folder: Path, content: bytes) -> None:
    """Keep a content that can be used; the file's own time tells when it was read last."""
    try:
        text = content.decode("utf-8-sig")
        parse(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        return
    with contextlib.suppress(OSError, ValueError):  # a full disk stops no start
        if _copy_of(path, folder)[0] == text:
            os.utime(folder / COPY)
        else:
            write_private(folder / COPY, json.dumps({"path": os.path.abspath(path), "text": text}))
