"""What Qt says of sound libraries and servers that are not there: kept off the terminal, and low in the log."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("qt.sound")


@contextmanager
def hushed() -> Iterator[None]:
    """While it lasts Qt's messages are debugging: what is missing is told on the status page in words."""
    before = qInstallMessageHandler(_hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    log.debug("%s: %s", context.category or "default", message)
