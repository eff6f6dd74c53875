"""Gets the figures: reads the past in parts, has them computed on a thread of its own, and says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from console.app.briskness import brisk
from console.app.queries.order_figures import OrderPast, Sheets, Wanted, done_in, parts, promises, sheets, still_open
from console.app.worker import Worker
from console.domain.errors import Refusal
from console.domain.order_figures import Stretch
from widgets.attachments.later import while_there

if TYPE_CHECKING:
    from datetime import tzinfo

    from console.app.console import Console
    from console.domain.shifts import Calendar

READ = 0.6  # share of the way that is over when everything is read


class Gathering(QObject):
    """One question at a time: a new one forgets the one before; what was read is used again for the same span."""

    done = Signal(object)  # Sheets
    progress = Signal(float)
    failed = Signal(object)  # a Refusal

    def __init__(self, console: Console, parent: QWidget) -> None:
        super().__init__(parent)
        self._console, self._widget = console, parent
        self._round = 0
        self._kept: tuple[Stretch, OrderPast] | None = None
        self._thread = _Thread()
        self.closing = self._thread.close
        self.busy = False

    def forget(self) -> None:
        """What was read is not what the records say any more."""
        self._kept = None

    def stop(self) -> None:
        """The answer is of no interest any more."""
        self._round += 1
        self.busy = False

    def do(self, job: Callable[[], None], done: Callable[[], object], failed: Callable[[Refusal], object]) -> None:
        """Do something slow on the same thread."""
        call = self._console.mailbox.call
        well, badly = while_there(self._widget, lambda: done()), self._later(failed)

        def work() -> None:
            try:
                job()
            except Exception as error:
                why = error if isinstance(error, Refusal) else Refusal(str(error))
                call(lambda: badly(why))
            else:
                call(well)

        self._thread.hand(work)

    def begin(self, stretch: Stretch, wanted: Wanted, zone: tzinfo) -> None:
        """Ask for the figures of a span beside those of the one before it."""
        self._round += 1
        self.busy = True
        if self._kept is not None and self._kept[0] == stretch:
            self._compute(self._round, [self._kept[1]], stretch, wanted, zone)
            return
        whole = Stretch(stretch.start - stretch.seconds, stretch.end)
        self._read(self._round, [None, *parts(whole)], [], (stretch, wanted, zone))

    def _read(
        self,
        this: int,
        left: list[Stretch | None],
        read: list[OrderPast],
        asked: tuple[Stretch, Wanted, tzinfo],
    ) -> None:
        if this != self._round:
            return
        self.progress.emit(READ * len(read) / (len(read) + len(left)))
        if not left:
            self._compute(this, read, *asked)
            return
        part, rest = left[0], left[1:]

        def go_on(found: OrderPast) -> None:
            self._read(this, rest, [*read, found], asked)

        stretch = asked[0]
        job = still_open(stretch.start - stretch.seconds) if part is None else done_in(part)
        self._console.office.run(job, self._later(go_on), self._later(lambda why: self._cannot(this, why)))

    def _compute(self, this: int, read: list[OrderPast], stretch: Stretch, wanted: Wanted, zone: tzinfo) -> None:
        calendars = _calendars(self._console)
        answer = self._later(lambda past, made: self._answer(this, stretch, past, made))
        failed = self._later(lambda why: self._cannot(this, why))
        call = self._console.mailbox.call

        def work() -> None:
            try:
                with brisk():
                    past = read[0] if len(read) == 1 else OrderPast.joined(read)
                    made = sheets(past, wanted, stretch, zone, promises(calendars.items(), zone))
            except Exception as error:
                why = Refusal(str(error))
                call(lambda: failed(why))
                raise
            call(lambda: answer(past, made))

        self._thread.hand(work)

    def _answer(self, this: int, stretch: Stretch, past: OrderPast, made: Sheets) -> None:
        if this == self._round:
            self.busy = False
            self._kept = (stretch, past)
            self.done.emit(made)

    def _cannot(self, this: int, why: Refusal) -> None:
        if this == self._round:
            self.busy = False
            self.failed.emit(why)

    def _later(self, then: Callable[..., None]) -> Callable[..., None]:
        return while_there(self._widget, then)


class _Thread:
    """Begun when it is needed; it outlives no page."""

    def __init__(self) -> None:
        self._worker: Worker | None = None

    def hand(self, job: Callable[[], None]) -> None:
        self._worker = self._worker or Worker("order figures")
        self._worker.hand(job)

    def close(self) -> None:
        if self._worker is not None:
            self._worker.close(0.0)
            self._worker = None


def _calendars(console: Console) -> dict[str, Calendar]:
    """The calendars of the lines as they are now; copies, because they go to another thread."""
    hearings = getattr(console.floor, "line_hearings", {})
    return {id: replace(hearing.calendar) for id, hearing in hearings.items()}
