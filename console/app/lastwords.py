"""The last words of a program that crashes: what every thread was doing when the system ended it.

A mistake of Python is caught and told elsewhere; this is for what no Python survives. Whoever starts next finds it.
"""

from __future__ import annotations

import faulthandler
import logging
import os
import re
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from console import __version__
from console.app.settings_file import write_private

log = logging.getLogger(__name__)
NOW, BEFORE = "crash-now.txt", "crashes.txt"
MOST = 200_000  # bytes of past crashes that are kept, the newest
# What begins otherwise than 0xc is a fault between programs, of speech or a printer, which Windows tells and survives.
_CRASH = re.compile(rb"Fatal Python error|Windows fatal exception: (?!code 0x[^c])")


class LastWords:
    """One for each program that runs in a data folder, from its beginning to its end in good order."""

    def __init__(self, folder: Path) -> None:
        self._now, self._before = folder / NOW, folder / BEFORE
        self._descriptor = -1

    def begin(self) -> bool:
        """Listen from now on; whether the program before crashed. A disk that refuses costs the last words."""
        crashed = False
        try:
            crashed = self._take()
            self._descriptor = os.open(self._now, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            begun = f"Gemba Console {__version__}, running since {datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC\n"
            os.write(self._descriptor, begun.encode())
            faulthandler.enable(self._descriptor)
        except OSError as error:
            log.info("Last words cannot be kept: %s", error.strerror)
        return crashed

    def end(self) -> None:
        """The end in good order: there is nothing to say."""
        if self._descriptor < 0:
            return
        faulthandler.disable()
        os.close(self._descriptor)
        self._descriptor = -1
        with suppress(OSError):
            self._now.unlink()

    def _take(self) -> bool:
        """Put what the program before left to what is kept; whether it was a crash."""
        try:
            said = self._now.read_bytes()
        except FileNotFoundError:
            return False
        if not _crashed(said):
            log.info("The program before did not end in good order")
            return False
        with suppress(OSError):
            said = self._before.read_bytes() + b"\n" + said
        write_private(self._before, said[-MOST:].decode("utf-8", "replace"))
        log.error("The program before crashed: what it was doing is in %s", self._before.name)
        return True


def crashes_in(folder: Path) -> dict[str, str]:
    """What crashed programs left in a data folder, by the file's name; the newest last."""
    found = {}
    for name in (BEFORE, NOW):
        with suppress(OSError):
            said = (folder / name).read_bytes()
            if _crashed(said):
                found[name] = said.decode("utf-8", "replace").replace("\r\n", "\n")
    return found


def _crashed(said: bytes) -> bool:
    return _CRASH.search(said) is not None
