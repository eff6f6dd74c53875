"""Patience with a shared database: a server that does not answer any more is hung up on."""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
import time
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Engine, event

SECONDS = 15.0  # without an answer
log = logging.getLogger(__name__)


class Patience:
    """Watches one engine that one thread uses. Where an answer does not come, its socket is shut, and the thread
    gets the error of a lost connection: drivers themselves wait for as long as the network seems whole."""

    def __init__(self, engine: Engine, seconds: float = SECONDS) -> None:
        self.seconds = seconds
        self._waiting: tuple[float, Any] | None = None  # since when, on which connection
        self._ended = threading.Event()
        event.listen(engine, "connect", lambda raw, record: self._begin(raw))
        event.listen(engine, "checkout", lambda raw, record, proxy: self._end())
        event.listen(engine, "reset", lambda raw, record, state: self._begin(raw))
        event.listen(engine, "checkin", lambda raw, record: self._end())
        event.listen(engine, "before_cursor_execute", lambda db, *rest: self._on(db))
        event.listen(engine, "after_cursor_execute", lambda *rest: self._end())
        event.listen(engine, "commit", self._on)
        event.listen(engine, "rollback", self._on)
        event.listen(engine, "handle_error", lambda context: self._end())
        threading.Thread(target=self._watch, name="patience", daemon=True).start()

    @contextlib.contextmanager
    def longer(self, seconds: float) -> Iterator[None]:
        """Wait so long inside."""
        usual, self.seconds = self.seconds, seconds
        try:
            yield
        finally:
            self.seconds = usual

    def cut(self) -> None:
        """Wait no longer for the answer that is under way; from any thread."""
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            hang_up(waiting[1])

    def close(self) -> None:
        """Watch no longer."""
        self._ended.set()

    def _on(self, db: Connection) -> None:
        if not db.invalidated:
            self._begin(db.connection.dbapi_connection)

    def _begin(self, raw: Any) -> None:
        self._waiting = (time.monotonic(), raw)

    def _end(self) -> None:
        self._waiting = None

    def _watch(self) -> None:
        while not self._ended.wait(min(1.0, self.seconds / 4)):
            waiting = self._waiting
            if waiting is not None and time.monotonic() - waiting[0] > self.seconds:
                log.info("No answer from the shared database for %.0f s: its connection is given up", self.seconds)
                self.cut()


def hang_up(raw: Any) -> None:
    """Shut the socket of a driver's connection, from any thread."""
    with contextlib.suppress(Exception):
        where = raw.fileno() if hasattr(raw, "fileno") else getattr(raw, "_sock", raw).fileno()
        with socket.fromfd(where, socket.AF_INET, socket.SOCK_STREAM) as again:
            again.shutdown(socket.SHUT_RDWR)
