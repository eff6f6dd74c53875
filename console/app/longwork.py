"""Work that takes long: one piece after the other on a thread of its own, with its progress, and a way to stop it."""

from __future__ import annotations

import logging
import queue
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from console.app.mailbox import Mailbox
from console.domain.backups import BackupBusy, Cancelled, Doing
from console.domain.errors import Refusal

R = TypeVar("R")
GoOn = Callable[[float], None]  # called with the share that is done, 0..1; raises Cancelled where it shall stop
log = logging.getLogger(__name__)
TELL_EVERY = 0.1  # seconds between two tellings of progress


@dataclass(slots=True)
class _Piece:
    doing: Doing
    job: Callable[[GoOn], Any]
    done: Callable[[Any], None] | None
    refused: Callable[[Refusal], None] | None
    stopped: threading.Event


class LongWork:
    """Main thread only, except `job`; `told` hears what runs and its share, `idle` is called while nothing does."""

    def __init__(
        self, name: str, mailbox: Mailbox, told: Callable[[Doing, float], None], idle: Callable[[], None], every: float
    ) -> None:
        self.every = every  # seconds between two calls of `idle`
        self._name, self._mailbox, self._told, self._idle = name, mailbox, told, idle
        self._pieces: queue.SimpleQueue[_Piece | None] = queue.SimpleQueue()
        self._running: list[_Piece] = []  # what was begun and is not over, in order
        self._thread: threading.Thread | None = None
        self._closed = False

    @property
    def doing(self) -> Doing:
        """What runs or was begun last."""
        return self._running[-1].doing if self._running else Doing.NOTHING

    def begin(
        self,
        doing: Doing,
        job: Callable[[GoOn], R],
        done: Callable[[R], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Do `job` on the thread; answers come on the main thread. BackupBusy where something else runs.

        Looking through copies gives way to everything else.
        """
        if self._closed or any(piece.doing is not Doing.CHECK for piece in self._running):
            if refused is not None:
                refused(BackupBusy(doing=self.doing.value))
            return
        self.cancel()
        piece = _Piece(doing, job, done, refused, threading.Event())
        self._running.append(piece)
        self._told(doing, 0.0)
        self.start()
        self._pieces.put(piece)

    def start(self) -> None:
        """Begin to be idle, if nothing else."""
        if self._thread is None and not self._closed:
            self._thread = threading.Thread(target=self._run, name=self._name, daemon=True)
            self._thread.start()

    def cancel(self) -> None:
        """Stop what runs as soon as it can be stopped; its `refused` hears Cancelled."""
        for piece in self._running:
            piece.stopped.set()

    def close(self, timeout: float = 3.0) -> bool:
        """Stop what runs and end; whether it did in time."""
        self._closed = True
        self.cancel()
        self._pieces.put(None)
        if self._thread is not None:
            self._thread.join(timeout)
            return not self._thread.is_alive()
        return True

    # On the thread

    def _run(self) -> None:
        while True:
            try:
                piece = self._pieces.get(timeout=self.every)
            except queue.Empty:
                self._mailbox.call(self._look)
                continue
            if piece is None:
                return
            self._do(piece)

    def _do(self, piece: _Piece) -> None:
        told = 0.0

        def go_on(share: float) -> None:
            nonlocal told
            if piece.stopped.is_set():
                raise Cancelled
            if time.monotonic() - told >= TELL_EVERY:
                told = time.monotonic()
                self._mailbox.call(lambda: self._progress(piece, share))

        try:
            go_on(0.0)
            result = piece.job(go_on)
        except Refusal as refusal:
            self._over(piece, piece.refused, refusal)
        except Exception as error:
            log.exception("%s failed", piece.doing.value)
            self._over(piece, piece.refused, Refusal(str(error)))
        else:
            self._over(piece, piece.done, result)

    def _over(self, piece: _Piece, what: Callable[[Any], None] | None, value: Any) -> None:
        self._mailbox.call(lambda: self._ended(piece, what, value))

    # Back on the main thread

    def _look(self) -> None:
        if not self._running and not self._closed:
            self._idle()

    def _progress(self, piece: _Piece, share: float) -> None:
        if self._running and piece is self._running[-1]:
            self._told(piece.doing, share)

    def _ended(self, piece: _Piece, what: Callable[[Any], None] | None, value: Any) -> None:
        self._running.remove(piece)
        self._told(self.doing, 0.0)
        if what is not None:
            what(value)
