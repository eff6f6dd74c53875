"""The worker: the one thread that owns the local records. Jobs are done in the order they were handed over."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable

Job = Callable[[], None]
log = logging.getLogger(__name__)


class Worker:
    """A thread with a queue. A job that fails is logged and does not keep the next from being done."""

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    @property
    def waiting(self) -> int:
        """About how many jobs wait."""
        return self._jobs.qsize()

    def hand(self, job: Job) -> None:
        """Do this after everything handed over before; from any thread."""
        self._jobs.put(job)

    def here(self) -> bool:
        """Whether the caller is the worker itself."""
        return threading.current_thread() is self._thread

    def close(self, timeout: float = 10.0) -> bool:
        """Do what waits and end; whether it did in time."""
        self._jobs.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception:
                log.exception("A job of the worker failed")
