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

    def knows(self, signal: str, at: float) -> bool:
        """Whether its last value holds at a time: not where nobody listened since it was said."""
        states = self.states(signal, at, at + 1e-6)
        return bool(states) and states[0].value is not None

    def check(self, name: str) -> None:
        """Whether another historian answers; raises what it says otherwise."""
        check = getattr(self.others[name], "check", None)
        if check is not None:
            check()

    def find(self, name: str, words: str) -> tuple[Signal, ...]:
        """Signals of another historian with these words in their id, the first of very many."""
        source = self.others[name]
        find: Callable[[str], tuple[Signal, ...]] | None = getattr(source, "find", None)
        return source.signals() if find is None else find(words)

    def _of(self, signal: str) -> tuple[Source, str]:
        name, colon, id = signal.partition(":")
        if colon and name in self.others:
            return self.others[name], id
        if self.own is None:
            from console.history.history import NotOpen

            raise NotOpen("this console keeps no history")
        return self.own, signal


class Elsewhere(BaseException):
    """Asked on another thread: the job is done again there. A job that outlives errors must not outlive this one."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Guarded:
    """Another historian, which may be slow: never asked on the thread that reads the console's own history."""

    def __init__(self, name: str, source: Source, is_busy_thread: Callable[[], bool]) -> None:
        self._name, self._guarded, self._is_busy_thread = name, source, is_busy_thread

    @property
    def _source(self) -> Source:
        if self._is_busy_thread():
            raise Elsewhere(self._name)
        return self._guarded

    def signals(self) -> tuple[Signal, ...]:
        """The signals it knows, or the first of very many."""
        return self._source.signals()

    def find(self, words: str) -> tuple[Signal, ...]:
        """Signals with these words in their id, the first of very many."""
        find: Callable[[str], tuple[Signal, ...]] | None = getattr(self._source, "find", None)
        return self._source.signals() if find is None else find(words)

    def check(self) -> None:
        """Whether it answers."""
        check: Callable[[], None] | None = getattr(self._source, "check", None)
        if check is not None:
            check()

    def first(self) -> float | None:
        """The oldest time of which something is kept."""
        return self._source.first()

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """A signal in [start, end)."""
        return self._source.window(signal, start, end, points)

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held."""
        return self._source.states(signal, start, end)

    def last(self, signal: str, before: float | None = None) -> Reading | None:
        """The newest reading of a signal."""
        return self._source.last(signal, before)


@dataclass(slots=True)
class _Asked:
    key: str
    job: Callable[[Past], Any]
    answer: Callable[[Any], None]
    failed: Callable[[Exception], None] | None


class _Lane:
    """One thread and what waits for it."""

    def __init__(self, name: str, do: Callable[[_Asked], None]) -> None:
        self._name, self._do = name, do
        self._asked: deque[_Asked] = deque()
        self._there = threading.Condition()
        self._closed = False
        self.thread: threading.Thread | None = None

    def put(self, asked: _Asked) -> None:
        """Let it wait; in the place of what waits under the same key."""
        with self._there:
            if self._closed:
                return
            self._drop(asked.key)
            self._asked.append(asked)
            if self.thread is None:
                self.thread = threading.Thread(target=self._run, name=self._name, daemon=True)
                self.thread.start()
            self._there.notify()

    def drop(self, key: str) -> None:
        """Forget what waits under this key."""
        with self._there:
            self._drop(key)

    def _drop(self, key: str) -> None:
        if key:
            self._asked = deque(one for one in self._asked if one.key != key)

    def close(self, patience: float) -> None:
        """End; what was not read yet is not answered."""
        with self._there:
            self._closed = True
            self._asked.clear()
            self._there.notify()
        if self.thread is not None:
            self.thread.join(patience)

    def _run(self) -> None:
        while True:
            with self._there:
                while not self._asked and not self._closed:
                    self._there.wait()
                if self._closed:
                    return
                asked = self._asked.popleft()
            self._do(asked)


class Trends:
    """One for each console. Main thread only, except what a job does."""

    def __init__(self, mailbox: Mailbox, own: Source | None) -> None:
        self.past = Past(own)
        self._mailbox = mailbox
        self._reading = _Lane("trends", self._do)
        self._lanes: dict[str, _Lane] = {}  # of other historians
        self._closed = False

    def add(self, name: str, source: Source) -> None:
        """From now on signals "name:..." are read there, on a thread of its own: it may be slow, or away."""
        self._lanes[name] = _Lane(f"trends of {name}", self._do)
        self.past.others[name] = Guarded(name, source, self._is_reading_thread)

    def ask(
        self,
        job: Callable[[Past], R],
        answer: Callable[[R], None],
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> None:
        """Do `job` with the past on the reading thread; `answer` or `failed` is called on the main thread.

        What waits under the same `key` and has not begun is never answered: the newer question replaces it. A job that
        asks another historian is begun once more on that one's thread, so that nobody else waits for it.
        """
        for lane in self._lanes.values():
            lane.drop(key)
        self._reading.put(_Asked(key, job, answer, failed))

    def close(self) -> None:
        """End; what was not read yet is not answered."""
        self._closed = True
        self._reading.close(5.0)
        for lane in self._lanes.values():
            lane.close(0.5)

    def _is_reading_thread(self) -> bool:
        return threading.current_thread() is self._reading.thread

    def _do(self, asked: _Asked) -> None:
        try:
            found = asked.job(self.past)
        except Elsewhere as elsewhere:
            self._lanes[elsewhere.name].put(asked)
            return
        except Exception as error:  # a disk, a network or a file that is damaged: the screen says so
            failed, told = asked.failed, error
            if failed is None:
                log.warning("The past could not be read: %s", error)
            else:  # whoever asked says so
                self._mailbox.call(lambda: None if self._closed else failed(told))
            return
        self._mailbox.call(lambda: None if self._closed else asked.answer(found))
