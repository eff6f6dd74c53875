"""Reports by themselves: when a shift, a day or a week is over, its report is gathered and written once.

The words and the pages are the face's: it gives `write`. A period whose file is in the folder already is done, so two
consoles that share a folder write one report, and a console that was off at the end of a shift writes it later.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from console.app.compare import Comparing, Gathered, Stretch
from console.app.worker import Worker
from console.domain.compare import By, Piece
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from console.domain.questions import Every, SavedQuestion
from console.domain.reports import Period, Report, before, ended, report
from console.domain.shifts import Calendar

if TYPE_CHECKING:
    from console.app.console import Console

log = logging.getLogger(__name__)
LOOK_EVERY = 30.0  # seconds
ENDING = ".pdf"
PATIENCE = 1.0  # seconds that a report which is being written has at the end of the console
R = TypeVar("R")
Write = Callable[[Report, Gathered, Path], None]  # OSError where it cannot be written; not on the main thread
_FORBIDDEN = '<>:"/\\|?*'


class Reports:
    """One for each console. Main thread, never waits."""

    def __init__(self, console: Console, folder: Path | None, every: Sequence[Every]) -> None:
        self.trouble = ""  # why the last report could not be written, "" when all is well
        self.written: tuple[Path, ...] = ()  # since the start, the newest last
        self.write: Write | None = console.write_report
        self._console, self._folder, self._every = console, folder, tuple(every)
        self._comparing = Comparing(console)
        self._files: Worker | None = None
        self._look_at = 0.0
        self._busy = self._begun = False

    def start(self) -> None:
        """Begin, when the records are opened."""
        self._begun = True

    def close(self) -> None:
        """End; a report that is half written is not there at all."""
        self._begun = False
        if self._files is not None:
            self._files.close(PATIENCE)

    def calendars(self) -> list[Calendar]:
        """Those that lines of the plant follow, the one that most follow first."""
        found: dict[str, tuple[int, Calendar]] = {}
        for hearing in self._console.floor.line_hearings.values():
            count, calendar = found.get(hearing.calendar.name, (0, hearing.calendar))
            found[hearing.calendar.name] = (count + 1, calendar)
        return [calendar for _, calendar in sorted(found.values(), key=lambda pair: -pair[0])]

    def beat(self) -> None:
        """Now and then: is a report due that nobody has written?"""
        at = time.monotonic()
        if not self._begun or self._busy or self._folder is None or self.write is None or at < self._look_at:
            return
        self._look_at = at + LOOK_EVERY
        now, calendars = self._console.now(), self.calendars()
        periods = [period for every in self._every for period in ended(every, calendars, now)]
        if periods:
            self._busy = True
            folder = self._folder
            self._on_disk(lambda: _first_missing(folder, periods), self._due)

    def make(
        self, period: Period, done: Callable[[Report, Gathered], None], refused: Callable[[Refusal], None]
    ) -> None:
        """Gather a report; it is not written."""
        earlier = before(period, self.calendars())

        def with_questions(asked: list[SavedQuestion], now: Gathered, then: Gathered) -> None:
            if self._console.trends is None:
                return
            self._console.trends.ask(
                lambda past: report(period, earlier, _of(now, period), _of(then, earlier), asked),
                lambda made: done(made, now),
                lambda error: refused(error if isinstance(error, Refusal) else Refusal(str(error))),
            )

        def both(now: Gathered, then: Gathered) -> None:
            self._console.office.ask(_questions, lambda asked: with_questions(asked, now, then), refused)

        def first(now: Gathered) -> None:
            self._comparing.gather(Stretch(earlier.start, earlier.end), lambda then: both(now, then), refused)

        self._comparing.gather(Stretch(period.start, period.end), first, refused)

    def _due(self, period: Period | None) -> None:
        if period is None:
            self._busy = False
            return
        self.make(period, self._made, self._refused)

    def _made(self, made: Report, found: Gathered) -> None:
        folder, write = self._folder, self.write
        if folder is None or write is None:
            return
        path = folder / file_name(made.period)

        def work() -> Path:
            folder.mkdir(parents=True, exist_ok=True)
            write(made, found, path)
            return path

        self._on_disk(work, self._done)

    def _on_disk(self, work: Callable[[], R], done: Callable[[R], None]) -> None:
        """On a thread of its own: the folder may be on a share that does not answer."""
        mailbox = self._console.mailbox
        if self._files is None:
            self._files = Worker("reports")

        def job() -> None:
            try:
                found = work()
            except Exception as error:  # a disk, a network, or a page that cannot be laid out
                failed = partial(self._failed, error)
                mailbox.call(failed)
                return
            mailbox.call(lambda: done(found))

        self._files.hand(job)

    def _done(self, path: Path) -> None:
        self._busy, self.trouble = False, ""
        self._look_at = 0.0
        self.written = (*self.written[-20:], path)
        log.info("The report %s was written", path.name)

    def _refused(self, refusal: Refusal) -> None:
        self._failed(refusal)

    def _failed(self, error: Exception) -> None:
        self._busy, self.trouble = False, str(error) or type(error).__name__
        log.warning("A report could not be written: %s", error)


def file_name(period: Period) -> str:
    """The name of a report's file; what no file may be called is left out."""
    kept = "".join("-" if letter in _FORBIDDEN or ord(letter) < 32 else letter for letter in period.name)
    return kept.strip(" .")[:120] + ENDING


def _first_missing(folder: Path, periods: list[Period]) -> Period | None:
    """The oldest that has no file. OSError where the folder cannot be read."""
    there = {path.name for path in folder.iterdir()} if folder.exists() else set()
    missing = [period for period in periods if file_name(period) not in there]
    return min(missing, key=lambda period: period.end, default=None)


def _questions(desk: ReadDesk) -> list[SavedQuestion]:
    return desk.find(SavedQuestion, order="name")


def _of(found: Gathered, period: Period) -> list[Piece]:
    """Pieces of the period: of a shift only those of its lines' shift of that name."""
    if not period.shift:
        return list(found.pieces)
    return [piece for piece in found.pieces if piece.at.get(By.SHIFT) == period.shift]
