"""Writing the past of signals into a file on a thread of its own: whole, or not at all."""

from __future__ import annotations

import errno
import logging
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

from console.app.mailbox import Mailbox
from console.app.trends import Past, Trends
from console.app.worker import Worker
from console.domain.backups import Cancelled
from console.domain.errors import Refusal
from console.records.wholefile import half_of

if TYPE_CHECKING:
    from console.history.export import Block, Column
    from console.history.exportfiles import TableFile
    from console.history.facts import State, Window

R = TypeVar("R")
log = logging.getLogger(__name__)
TELL_EVERY = 0.1  # seconds between two tellings of progress
EXCEL_MOST = 5_000_000  # rows of a workbook; more of them no Excel opens in a time that anybody waits
PATIENCE = 60.0  # seconds that another historian may take for a slice
ENDING = 5.0


class ExportNoRoom(Refusal):
    """The disk is full. facts: path."""

    code = "export_no_room"


class ExportNotWritable(Refusal):
    """Another program holds the file, or its folder cannot be written. facts: path."""

    code = "export_not_writable"


class ExportAway(Refusal):
    """The folder cannot be reached. facts: path."""

    code = "export_away"


class ExportUnread(Refusal):
    """The past cannot be read."""

    code = "export_unread"


class ExportBusy(Refusal):
    """Another export is not over yet."""

    code = "export_busy"


class ExportTooMany(Refusal):
    """More rows than an Excel file is made for. facts: rows, most."""

    code = "export_too_many"


class Kind(StrEnum):
    """What the file is."""

    CSV = "csv"
    EXCEL = "xlsx"


@dataclass(frozen=True, slots=True)
class ExportPen:
    """A signal that is exported. `title` is its heading, `text`: its values are words."""

    signal: str
    title: str
    unit: str = ""
    text: bool = False


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The words of the file, in the language of the screen."""

    times: tuple[str, str, str]  # local time, offset, UTC
    sample: tuple[str, str, str, str]  # signal, value, unit, quality
    spread: tuple[str, str]  # least, greatest
    quality: tuple[str, ...]  # good, uncertain, bad, unknown, last known, no data
    sheet: str = "Data"


@dataclass(frozen=True, slots=True)
class Export:
    """What shall be written: [start, end) in seconds UTC, every sample (`step` 0) or a row for each step of seconds."""

    pens: tuple[ExportPen, ...]
    start: float
    end: float
    kind: Kind
    words: ExportWords
    step: float = 0.0
    spread: bool = False  # with each mean the least and the greatest of the step
    zone: str = "UTC"


@dataclass(frozen=True, slots=True)
class Exported:
    """How it came out."""

    path: Path
    rows: int


class TrendExport:
    """One file at a time. Main thread; `told` hears the share that is done, `ended` what came of it."""

    def __init__(self, trends: Trends, mailbox: Mailbox) -> None:
        self.running = False
        self._trends, self._mailbox = trends, mailbox
        self._worker: Worker | None = None
        self._stop = threading.Event()
        self._closed = False

    def start(
        self, path: Path, export: Export, told: Callable[[float], None], ended: Callable[[Exported | Refusal], None]
    ) -> None:
        """Write the file; `ended` gets Cancelled when it was stopped, and nothing is left of it."""
        if self.running or self._closed:
            ended(ExportBusy())
            return
        self.running = True
        self._stop.clear()
        if self._worker is None:
            self._worker = Worker("trend export")
        self._worker.hand(lambda: self._work(path, export, told, ended))

    def stop(self) -> None:
        """End it soon."""
        self._stop.set()

    def close(self) -> None:
        """The console ends: what is half done is taken away."""
        self._closed = True
        self._stop.set()
        if self._worker is not None:
            self._worker.close(ENDING)

    # On the thread

    def _work(
        self, path: Path, export: Export, told: Callable[[float], None], ended: Callable[[Exported | Refusal], None]
    ) -> None:
        outcome: Exported | Refusal
        try:
            outcome = Exported(path, self._write(path, export, self._teller(told)))
        except Refusal as refusal:
            outcome = refusal
        except OSError as error:
            log.info("%s could not be written: %s", path, error)
            outcome = refusal_of(error, path)
        except Exception as error:
            log.exception("An export failed")
            outcome = Refusal(str(error))
        self._mailbox.call(lambda: self._over(outcome, ended))

    def _over(self, outcome: Exported | Refusal, ended: Callable[[Exported | Refusal], None]) -> None:
        self.running = False
        if not self._closed:
            ended(outcome)

    def _teller(self, told: Callable[[float], None]) -> Callable[[float], None]:
        last = 0.0

        def tell(share: float) -> None:
            nonlocal last
            if self._stop.is_set():
                raise Cancelled
            if time.monotonic() - last >= TELL_EVERY:
                last = time.monotonic()
                self._mailbox.call(lambda: None if self._closed else told(share))

        return tell

    def _write(self, path: Path, export: Export, go_on: Callable[[float], None]) -> int:
        blocks = self._blocks(export)
        rows = 0
        with half_of(path) as half:
            file = _file(half, export)
            try:
                for block in blocks:
                    go_on(min(0.99, (block.until - export.start) / max(1e-9, export.end - export.start)))
                    file.write(block)
                    rows += len(block.at)
                go_on(0.99)
                file.finish()
                go_on(0.99)
            finally:
                file.discard()
        return rows

    def _blocks(self, export: Export) -> Iterator[Block]:
        from console.history.export import Column, count_of, samples, steps

        reading = _Reading(self._trends, self._mailbox, self._stop)
        columns = tuple(Column(pen.signal, pen.unit, pen.text) for pen in export.pens)
        if export.kind is Kind.EXCEL:
            rows = _rows(export, columns, reading, count_of)
            if rows > EXCEL_MOST:
                raise ExportTooMany(rows=rows, most=EXCEL_MOST)
        words = export.words.quality
        if export.step:
            return steps(reading, columns, export.start, export.end, export.step, words, export.spread)
        return samples(reading, columns, export.start, export.end, words)


class _Reading:
    """The past, read on this thread where it is the console's own, else on the thread that asks other historians."""

    def __init__(self, trends: Trends, mailbox: Mailbox, stop: threading.Event) -> None:
        self._trends, self._mailbox, self._stop = trends, mailbox, stop

    def window(self, signal: str, start: float, end: float, points: int | None = None) -> Window:
        """See `History.window`."""
        return self._read(signal, lambda past: past.window(signal, start, end, points))

    def states(self, signal: str, start: float, end: float) -> list[State]:
        """See `History.states`."""
        return self._read(signal, lambda past: past.states(signal, start, end))

    def _read(self, signal: str, job: Callable[[Past], R]) -> R:
        past = self._trends.past
        try:
            if signal.partition(":")[0] not in past.others:
                return job(past)
        except Exception as error:
            raise ExportUnread(str(error)) from error
        return self._elsewhere(job)

    def _elsewhere(self, job: Callable[[Past], R]) -> R:
        there = threading.Event()
        found: list[Any] = []

        def came(value: Any) -> None:
            found.append(value)
            there.set()

        self._mailbox.call(lambda: self._trends.ask(job, came, came))
        until = time.monotonic() + PATIENCE
        while not there.wait(0.1):
            if self._stop.is_set():
                raise Cancelled
            if time.monotonic() > until:
                raise ExportUnread("the historian does not answer")
        if isinstance(found[0], Exception):
            raise ExportUnread(str(found[0])) from found[0]
        result: R = found[0]
        return result


def refusal_of(error: OSError, path: Path) -> Refusal:
    """What a fault of the disk means for whoever wants the file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return ExportNoRoom(str(error), path=str(path))
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.EHOSTDOWN, errno.ESTALE):
        return ExportAway(str(error), path=str(path))
    return ExportNotWritable(str(error), path=str(path))


def headings(export: Export) -> list[str]:
    """The first row."""
    words = export.words
    if not export.step:
        return [*words.times, *words.sample]
    found = [*words.times]
    for pen in export.pens:
        titled = f"{pen.title} [{pen.unit}]" if pen.unit else pen.title
        more = [f"{titled} · {word}" for word in words.spread] if export.spread else []
        found += [titled, *more, f"{pen.title} · {words.sample[3]}"]
    return found


def _file(path: Path, export: Export) -> TableFile:
    from console.history.exportfiles import CsvFile, ExcelFile

    zone, fine = ZoneInfo(export.zone), not export.step
    if export.kind is Kind.EXCEL:
        return ExcelFile(path, headings(export), zone, fine, export.words.sheet)
    return CsvFile(path, headings(export), zone, fine)


def _rows(export: Export, columns: tuple[Column, ...], reading: _Reading, count: Callable[..., int]) -> int:
    if export.step:
        return int((export.end - export.start) / export.step)
    return count(reading, columns, export.start, export.end)
