"""Logging that a flood of the same mishap cannot turn into a flood of lines."""

from __future__ import annotations

import logging
import time


class Seldom:
    """Writes the first mishap at once, then at most one line in `interval` seconds with the number kept quiet."""

    def __init__(self, logger: logging.Logger, interval: float = 60.0) -> None:
        self._logger = logger
        self._interval = interval
        self._next = 0.0
        self._quiet = 0

    def log(self, level: int, message: str, *facts: object, trace: bool = False) -> None:
        """Log like `Logger.log`; `trace` adds the exception that is being handled."""
        moment = time.monotonic()
        if moment < self._next:
            self._quiet += 1
            return
        if self._quiet:
            message, facts = message + " (and %d more not written)", (*facts, self._quiet)
        self._next = moment + self._interval
        self._quiet = 0
        self._logger.log(level, message, *facts, exc_info=trace)
