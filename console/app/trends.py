"""Asking for the past of signals without waiting: a thread of its own reads, the main thread gets the answer.

A signal is known by its id, "L1/30/temperature". Ids of another historian begin with its name: "plant-db:L1/30/flow".
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from console.app.mailbox import Mailbox
from console.domain.readings import Reading, Signal

if TYPE_CHECKING:
    from console.history.facts import State, Window

R = TypeVar("R")
log = logging.getLogger(__name__)


class Source(Protocol):
    """Where the past of signals can be read; `History` is one. Called on the reading thread only."""

    def signals(self) -> tuple[Signal, ...]:
        """Every signal it knows."""

    def first(self) -> float | None:
        """The oldest time of which something is kept, seconds UTC; None: there is nothing."""

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """A signal in [start, end): see `History.window`."""

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held in [start, end)."""

    def last(self, signal: str, before: float | None = None) -> Reading | None:
        """The newest reading of a signal, or the newest that happened before a time."""


class Past:
    """All sources as one: an id leads to the source that has it."""

    def __init__(self, own: Source | None) -> None:
        self.own = own
        self.others: dict[str, Source] = {}  # by name

    def signals(self) -> tuple[Signal, ...]:
        """Every signal of the console's own history; other sources are asked one by one."""
        return self.own.signals() if self.own is not None else ()

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """A signal in [start, end), seconds UTC: all samples, or about `points` points that lose no spike."""
        source, id = self._of(signal)
        return source.window(id, start, end, points)

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held in [start, end), the one held at `start` too."""
        source, id = self._of(signal)
        return source.states(id, start, end)

    def last(self, signal: str, before: float | None = None) -> Reading | None:
        """The newest reading of a signal, or the newest that happened before a time."""
        source, id = self._of(signal)
        return source.last(id, before)

    def _of(self, signal: str) -> tuple[Source, str]:
        name, colon, id = signal.partition(":")
        if colon and name in self.others:
            return self.others[name], id
        if self.own is None:
            from console.history.history import NotOpen

            raise NotOpen("this console keeps no history")
        return self.own, signal


@dataclass(slots=True)
class _Asked:
    key: str
    job: Callable[[Past], Any]
    answer: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class Trends:
    """One for each console. Main thread only, except what a job does."""

    def __init__(self, mailbox: Mailbox, own: Source | None) -> None:
        self.past = Past(own)
        self._mailbox = mailbox
        self._asked: deque[_Asked] = deque()
        self._there = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def ask(
        self,
        job: Callable[[Past], R],
        answer: Callable[[R], None],
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Do `job` with the past on the reading thread; `answer` or `failed` is called on the main thread.

        What waits under the same `key` and has not begun is never answered: the newer question replaces it.
        """
        asked = _Asked(key, job, answer, failed)
        with self._there:
            if self._closed:
                return
            if key:
                self._asked = deque(one for one in self._asked if one.key != key)
            self._asked.append(asked)
            self._there.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="trends", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """End; what was not read yet is not answered."""
        with self._there:
            self._closed = True
            self._asked.clear()
            self._there.notify()
        if self._thread is not None:
            self._thread.join(5.0)

    def _run(self) -> None:
        while True:
            with self._there:
                while not self._asked and not self._closed:
                    self._there.wait()
                if self._closed:
                    return
                asked = self._asked.popleft()
            self._do(asked)

    def _do(self, asked: _Asked) -> None:
        try:
            found = asked.job(self.past)
        except Exception as error:  # a disk, a network or a file that is damaged: the screen says so
            log.warning("The past of a signal could not be read: %s", error)
            failed, told = asked.failed, error
            if failed is not None:
                self._mailbox.call(lambda: None if self._closed else failed(told))
            return
        self._mailbox.call(lambda: None if self._closed else asked.answer(found))
