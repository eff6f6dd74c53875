"""The log: a file that rotates, never tells a secret, and does not drown in one message said a thousand times."""

from __future__ import annotations

import logging
import logging.handlers
import math
import os
import re
import sys
import threading
import time
import unicodedata
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

FILE = "gemba-console.log"
FILE_BYTES = 2_000_000
FILES = 5  # the one being written and four before it
HELD_SECONDS = 60.0  # until a file that another program held is tried again
PER_MINUTE = 20  # times that one message is written in a minute
_KEYS = 1_000  # different messages that are counted at a time

_FORMAT = "%(asctime)s.%(msecs)03d %(levelname)-7s %(threadName)s %(name)s: %(message)s"
_PAIR = re.compile(
    r"""(?i)(["']?\b[\w.-]*(?:password|passwd|secret|token|api_?key)["']?\s*[:=]\s*)("[^"\n]*"|'[^'\n]*'|[^\s,;)}\]]+)"""
)
_IN_ADDRESS = re.compile(r"(?i)(\b[a-z][a-z0-9+.-]*://[^\s/:@]*):[^\s/@]+@")


def start_logs(folder: Path, level: str = "info", *, verbose: bool = False, secrets: Iterable[str] = ()) -> Path | None:
    """Send every logger to the log file in `folder`, and to the console where `verbose`; replaces what was set before.

    Gives the path of the file, or None where the disk refuses it: the program goes on without. `level` is a word of
    log.level; texts in `secrets` are blotted out wherever they turn up.
    """
    root = logging.getLogger()
    stop_logs()
    logging.captureWarnings(True)
    root.setLevel(level.upper())
    formatter = DiscreetFormatter(secrets)
    path: Path | None = folder / FILE
    try:
        _attach(_RotatingFile(folder / FILE), formatter)
    except OSError as reason:
        path = None
        logging.getLogger(__name__).warning("No log file in %s: %s", folder, reason.strerror)
    if verbose and sys.stderr is not None:  # a windowed program on Windows has none
        _attach(_Console(sys.stderr), formatter)
    return path


def set_level(level: str) -> None:
    """Write more or less from now on; a word of log.level."""
    logging.getLogger().setLevel(level.upper())


def stop_logs() -> None:
    """Write what is held back and close the files that start_logs opened."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        if isinstance(handler, _RotatingFile | _Console):
            for limiter in handler.filters:
                if isinstance(limiter, RateLimit):
                    limiter.flush()
            root.removeHandler(handler)
            handler.close()


def hide_in_logs(secret: str) -> None:
    """Blot out `secret`, a password that was just typed, wherever it turns up from now on."""
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, DiscreetFormatter):
            handler.formatter.hide(secret)


def hidden_in_logs() -> tuple[str, ...]:
    """Every secret that is blotted out now: nothing that leaves the computer may hold one."""
    formatters = [handler.formatter for handler in logging.getLogger().handlers]
    return tuple({secret for one in formatters if isinstance(one, DiscreetFormatter) for secret in one.secrets})


class DiscreetFormatter(logging.Formatter):
    """One line a message, with passwords blotted out, in tracebacks too, and control characters made visible."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        super().__init__(_FORMAT, "%Y-%m-%d %H:%M:%S")
        self._secrets: tuple[str, ...] = ()
        for secret in secrets:
            self.hide(secret)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What is blotted out."""
        return self._secrets

    def hide(self, secret: str) -> None:
        """Blot out `secret` from now on; one or two letters would blot out everything."""
        if len(secret) > 2:
            self._secrets = tuple(sorted({*self._secrets, secret}, key=len, reverse=True))

    def formatMessage(self, record: logging.LogRecord) -> str:
        """The first line; what came from outside cannot begin a line of its own or turn text around."""
        return visible(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:
        """The traceback, moved to the right so that none of its lines looks like a message."""
        return "\n".join("    " + visible(line) for line in super().formatException(ei).split("\n"))

    def format(self, record: logging.LogRecord) -> str:
        """The line and its traceback, without secrets."""
        theirs, record.exc_text = record.exc_text, None  # another formatter may have left its own traceback here
        try:
            return self.redacted(super().format(record))
        finally:
            record.exc_text = theirs

    def redacted(self, text: str) -> str:
        """`text` without the known secrets, what follows a word such as password, and user:password@."""
        for secret in self._secrets:
            text = text.replace(secret, "***")
        return _IN_ADDRESS.sub(r"\1:***@", _PAIR.sub(r"\1***", text))


def visible(text: str) -> str:
    """`text` on one line: control, bidi and format characters and halves of surrogate pairs become escapes."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_escape(char) if unicodedata.category(char)[0] == "C" else char for char in text)


def _escape(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")


@dataclass(slots=True)
class _Count:
    since: float
    seen: int = 0


class RateLimit(logging.Filter):
    """Lets one message (logger, level, template) through `most` times a minute, then says how many more there were."""

    def __init__(
        self,
        say: Callable[[logging.LogRecord], object],
        most: int = PER_MINUTE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._say, self._most, self._clock = say, most, clock
        self._counts: dict[tuple[str, int, str], _Count] = {}
        self._lock = threading.Lock()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether `record` is written; summaries that are due are written before it."""
        if getattr(record, "summary", False):
            return True
        now = self._clock()
        self._tell(now - 60.0 if len(self._counts) < _KEYS else now)
        with self._lock:
            count = self._counts.setdefault((record.name, record.levelno, str(record.msg)[:200]), _Count(now))
            count.seen += 1
            return count.seen <= self._most

    def flush(self) -> None:
        """Write every summary now and forget the counts."""
        self._tell(float("inf"))

    def _tell(self, before: float) -> None:
        with self._lock:
            over = [(key, count.seen) for key, count in self._counts.items() if count.since <= before]
            for key, _ in over:
                del self._counts[key]
        for (name, level, template), seen in over:
            if seen > self._most:
                facts = (seen - self._most, template)
                record = logging.LogRecord(name, level, "", 0, "%d more like this in a minute: %s", facts, None)
                record.summary = True
                self._say(record)


class _RotatingFile(logging.handlers.RotatingFileHandler):
    """Five files of 2 MB in UTF-8. A full disk costs lines, no more; a file that is held grows until it is free."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=FILE_BYTES, backupCount=FILES - 1, encoding="utf-8", errors="backslashreplace")
        self._not_before = -math.inf

    def shouldRollover(self, record: logging.LogRecord) -> bool:
        """Whether the file is full, and was not held by another program a moment ago."""
        return bool(super().shouldRollover(record)) and time.monotonic() >= self._not_before

    def doRollover(self) -> None:
        """Begin a new file; where Windows lets nobody rename what another program reads, go on in this one."""
        if self.stream:
            self.stream.close()
            self.stream = None  # so that the next line opens it where that fails below
        try:
            os.replace(self.baseFilename, f"{self.baseFilename}.0")
        except OSError:
            self._not_before = time.monotonic() + HELD_SECONDS
        else:
            for number in range(self.backupCount - 1, -1, -1):
                with suppress(OSError):
                    os.replace(f"{self.baseFilename}.{number}", f"{self.baseFilename}.{number + 1}")
        self.stream = self._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without this line."""


class _Console(logging.StreamHandler[TextIO]):
    """Standard error, whatever characters it can show."""

    def format(self, record: logging.LogRecord) -> str:
        """The line in the characters of the stream."""
        encoding = getattr(self.stream, "encoding", None) or "ascii"
        return super().format(record).encode(encoding, "backslashreplace").decode(encoding)

    def handleError(self, record: logging.LogRecord) -> None:
        """Go on without this line: the terminal was closed."""


def _attach(handler: logging.Handler, formatter: logging.Formatter) -> None:
    handler.setFormatter(formatter)
    handler.addFilter(RateLimit(handler.handle))
    logging.getLogger().addHandler(handler)
