"""The history: every reading of every signal, for months, in a folder of its own.

`append` is all that the main thread does. One thread writes; any thread may read, and never keeps the writer waiting.
What a reading says is kept to the last bit, its source time to the microsecond, and when it was heard to the
millisecond. Readings of one time are all kept; in a window the one heard last comes last. Nothing that is slow to
import is imported before `start`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from console.domain.readings import Reading, Signal
from console.history.facts import Checked, Forecast, State, Statistics, Window
from console.history.inbox import MOST_WAITING, Inbox

if TYPE_CHECKING:
    from console.history.reader import Reader
    from console.history.writer import Writer

log = logging.getLogger(__name__)

PATIENCE = 15.0  # seconds that a reader waits until the file is open
SPARE = 100_000_000


class NotOpen(RuntimeError):
    """The history is not open: it was not started, was closed, or its file cannot be opened."""


class History:
    """Files `history.db` and `history.*.hot` in a folder. Times are seconds since 1970 UTC, sizes bytes."""

    def __init__(
        self,
        folder: Path,
        days: float = 365.0,
        most: int = 20_000_000_000,
        spare: int = SPARE,
        deadband: Callable[[Signal], float] | None = None,
        most_waiting: int = MOST_WAITING,
    ) -> None:
        """Keep `days` days, at most `most` bytes; record only while `spare` bytes of the disk are left to others.

        A number that differs from the last kept one by no more than `deadband(signal)` is not kept, but for one a
        minute; 0, or no function: everything is.
        """
        self._folder, self._days, self._most, self._spare, self._deadband = folder, days, most, spare, deadband
        self._inbox = Inbox(most_waiting)
        self._made = threading.Event()
        self._wake, self._stop = threading.Event(), threading.Event()
        self._writer: Writer | None = None
        self._reader: Reader | None = None
        self._failed = ""
        self._thread: threading.Thread | None = None

    # Writing

    def start(self) -> None:
        """Open the files and begin to write, on a thread of its own; returns at once."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="history", daemon=True)
            self._thread.start()

    def append(self, readings: Sequence[Reading]) -> None:
        """Hand over readings that were heard; the list must not be changed afterwards. Main thread, never waits."""
        if readings:
            self._inbox.append(readings)

    def listening(self, heard: bool, at: float) -> None:
        """From `at` on the floor is heard, or is not: outside of that a window has a gap. Main thread, never waits."""
        self._inbox.listening(heard, at)

    def flush(self, timeout: float = 30.0) -> bool:
        """Wait until everything that was appended is on the disk; whether it is."""
        done = threading.Event()
        self._inbox.errand(done.set)
        self._wake.set()
        return done.wait(timeout)

    def seal(self, timeout: float = 30.0, merge: bool = False) -> bool:
        """Wait until everything that was appended is in chunks, and these are merged; whether it is so."""
        done = threading.Event()

        def work() -> None:
            assert self._writer is not None
            self._writer.seal()
            while merge and self._writer.merge(1.0):
                pass
            done.set()

        self._inbox.errand(work)
        self._wake.set()
        return done.wait(timeout)

    def close(self, timeout: float = 10.0) -> None:
        """Write everything and end; at most so many seconds."""
        self._stop.set()
        self._wake.set()
        if self._thread is not None:
            self._thread.join(timeout)
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.close()

    # Asking; from any thread, but what reads the disk takes milliseconds: not the main thread's, where it matters

    @property
    def statistics(self) -> Statistics:
        """How the recording goes; cheap."""
        if self._writer is None:
            return Statistics(waiting=self._inbox.waiting, dropped=self._inbox.dropped, trouble=self._failed)
        return self._writer.statistics

    def forecast(self) -> Forecast:
        """How much room will be needed, as it was reckoned within the last ten minutes; cheap."""
        return self._writer.forecast if self._writer is not None else Forecast(None, None, self._days, None)

    def size(self) -> int:
        """Bytes of all files, as measured within the last half minute; cheap."""
        return self.statistics.size

    def signals(self) -> tuple[Signal, ...]:
        """Every signal that was ever heard, as it was last described, by place and name."""
        reader = self._opened()
        with reader.view() as view:
            latest = {signal.id: signal for _, signal in sorted(reader.signals(view).items())}
        return tuple(latest[id] for id in sorted(latest))

    def first(self) -> float | None:
        """When the oldest reading that is kept was heard; None: there is none."""
        from console.history.replaying import first

        with self._opened().view() as view:
            found = first(view)
        return None if found is None else found / 1e6

    def last(self, signal: Signal | str, before: float | None = None) -> Reading | None:
        """The newest reading of a signal, or the newest that happened before a time: what was known then."""
        from console.history.reader import EVER, last_reading

        reader = self._opened()
        with reader.view() as view:
            return last_reading(reader, view, _id(signal), EVER if before is None else _micros(before))

    def window(self, signal: Signal | str, start: float, end: float, points: int | None = None) -> Window:
        """A signal ("L1/30/temperature") in [start, end): all samples, or about `points` points.

        With `points` the least and the greatest of every step are there, so that no spike is lost however long the
        window is; where few enough samples are in it, they themselves are.
        """
        from console.history.windows import window

        reader = self._opened()
        with reader.view() as view:
            numbers = reader.numbers(view, [_id(signal)])
            return window(view, _id(signal), numbers, _micros(start), _micros(end), points)

    def states(self, signal: Signal | str, start: float, end: float) -> list[State]:
        """Values of a signal and how long each was held in [start, end), the one held at `start` too."""
        from console.history.windows import states

        reader = self._opened()
        with reader.view() as view:
            return states(view, reader.numbers(view, [_id(signal)]), _micros(start), _micros(end))

    def pauses(self, start: float, end: float) -> list[tuple[float, float]]:
        """When in [start, end) nobody listened to the floor, oldest first: nothing is known of any signal then."""
        with self._opened().view() as view:
            found = view.pauses(_micros(start), _micros(end))
        return [(since / 1e6, until / 1e6) for since, until in found]

    def replay(self, start: float, end: float, signals: Iterable[str] | None = None) -> Iterator[Reading]:
        """Readings heard in [start, end), in the order heard, of these signals ("L1/30/state") or of all.

        They are as they were, but for the topic, which is not kept, and for `Signal.index`, which is -1.
        """
        from console.history.replaying import replay

        return replay(self._opened(), _micros(start), _micros(end), None if signals is None else [*signals])

    def pulses(
        self, start: float, end: float, groups: Mapping[str, tuple[Sequence[str], float]]
    ) -> Iterator[tuple[float, str]]:
        """When something was heard of each group of signals in [start, end), and of which group, in the order heard.

        A group is (ids of its signals, seconds after which its silence counts). Of what was heard close together only
        some is told: a silence that counts begins and ends exactly, and a thousand signals cost little.
        """
        from console.history.pulses import pulses

        return pulses(self._opened(), _micros(start), _micros(end), groups)

    def check(self) -> Checked:
        """Read every chunk; what is damaged is set aside and named, the rest goes on. Takes long."""
        from console.history.checking import check

        reader = self._opened()
        assert self._writer is not None
        return check(reader, self._writer.suspect)

    # Inside

    def _opened(self) -> Reader:
        if self._thread is None or self._stop.is_set():
            raise NotOpen("the history was not started, or is closed")
        self._made.wait(PATIENCE)
        if self._writer is not None:
            self._writer.ready.wait(PATIENCE)
        if self._reader is None or self._writer is None or not self._writer.path.exists():
            raise NotOpen(self.statistics.trouble or "the history is not open")
        return self._reader

    def _run(self) -> None:
        try:
            from console.history.reader import Reader
            from console.history.writer import Limits, Writer

            limits = Limits(self._days, self._most, self._spare)
            writer = Writer(self._folder, self._inbox, limits, self._deadband)
            self._writer, self._reader = writer, Reader(writer)
        except Exception as error:  # the console goes on without a history, and says so
            log.exception("the history cannot be kept")
            self._failed = str(error) or type(error).__name__
            return
        finally:
            self._made.set()
        try:
            writer.run(self._wake, self._stop)
        except Exception:
            log.exception("the history ended")
            self._failed = "the history ended"


def _id(signal: Signal | str) -> str:
    return signal if isinstance(signal, str) else signal.id


def _micros(seconds: float) -> int:
    return round(max(-9e12, min(9e12, seconds)) * 1e6)
