"""The office: where commands are given and questions are asked. It owns the worker and the local records.

`do` and `ask` return at once; what comes of them arrives on the main thread through the mailbox.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from console.app.authority import Authority
from console.app.briskness import brisk
from console.app.bus import Bus
from console.app.handlers import handler_of
from console.app.mailbox import Mailbox
from console.app.worker import Worker
from console.domain.commands import CONSOLE, Command, Given, Stamp
from console.domain.desk import Desk, ReadDesk
from console.domain.errors import Refusal
from console.domain.events import CommandRefused, RecordChanged, RecordsReady
from console.domain.ids import new_id

if TYPE_CHECKING:
    from console.records.local import Done, LocalRecords

R = TypeVar("R")
log = logging.getLogger(__name__)
AT_ONCE = 64  # commands that become durable in one transaction where several wait
AGAIN = 5.0  # seconds after which opening is tried again when somebody asks
PASSING = ("disk_full", "disk_read_only", "records_busy", "not_saved")  # troubles that may be over by then


@dataclass(frozen=True, slots=True)
class Ticket:
    """A command on its way, and who waits for what comes of it."""

    given: Given
    done: Callable[[Done], None] | None
    refused: Callable[[Refusal], None] | None


class NotOpen(Refusal):
    """The records cannot be opened; what was asked cannot be done. facts: why (code of the refusal), path."""

    code = "records_not_open"


class RecordOffice:
    """One for each console. Main thread only, except where a method says so."""

    def __init__(self, folder: Path, console: str, mailbox: Mailbox, bus: Bus, now: Callable[[], float]) -> None:
        self.folder = folder
        self.path = folder / "records.db"
        self.console = console  # id of this console
        self.authority = Authority()
        self.who: Callable[[], str] = lambda: ""  # id of the person who is signed in, "" = nobody
        self.ready = RecordsReady("opening")
        self.worker: Worker | None = None
        self.prepare: Callable[[Path], None] = lambda path: None  # on the worker, before the file is opened
        self.given: list[Callable[[], None]] = []  # told, on the worker, after commands became durable here
        self._local: LocalRecords | None = None  # the worker's
        self._why: Refusal | None = None  # the worker's: why the file is not open
        self._tried = 0.0  # the worker's: when it was last opened, or not
        self._mailbox = mailbox
        self._bus = bus
        self._now = now
        self._tickets: deque[Ticket] = deque()  # given since anything else was handed to the worker
        self._ended = threading.Event()
        bus.on(RecordsReady, lambda _: self.authority.forget())
        bus.on(RecordChanged, self._permissions_changed)

    # Asking and doing

    def start(self) -> None:
        """Begin to open the records; what is asked before waits for it. Harmless when they are open."""
        if self.worker is None and not self._ended.is_set():
            self.worker = Worker("records")
            self.worker.hand(self._open)

    def do(
        self,
        command: Command,
        done: Callable[[Done], None] | None = None,
        refused: Callable[[Refusal], None] | None = None,
        who: str | None = None,
    ) -> str:
        """Give a command; the id it has from now on. `who` CONSOLE: in the console's own name.

        `done` is called when it is durable, `refused` when it is not; events are published before either.
        """
        stamp = Stamp(new_id(), self._at(), self.who() if who is None else who, self.console)
        tickets, ticket = self._tickets, Ticket(Given(stamp, command), done, refused)
        if self._ended.is_set():
            self._mailbox.call(lambda: self._came_out(ticket, NotOpen("the console is ending", why="closed")))
            return stamp.id
        tickets.append(ticket)  # first here, then the job that takes it, together with those that wait behind it
        self.start()
        assert self.worker is not None
        self.worker.hand(lambda: self._give(tickets))
        return stamp.id

    def ask(
        self,
        query: Callable[[ReadDesk], R],
        answer: Callable[[R], None],
        failed: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Answer a query on the worker and bring the answer to the main thread."""
        self.run(lambda local: local.ask(query), answer, failed)

    def run(
        self,
        job: Callable[[LocalRecords], R],
        answer: Callable[[R], None] | None = None,
        failed: Callable[[Refusal], None] | None = None,
    ) -> None:
        """Do something with the open records on the worker; from any thread. Answers come on the main thread."""

        def work() -> None:
            try:
                result = job(self._opened())
            except Refusal as refusal:
                self._call(failed, refusal)
            except Exception as error:
                log.exception("A question to the records failed")
                self._call(failed, Refusal(str(error)))
            else:
                self._call(answer, result)

        self.hand(work)

    def hand(self, job: Callable[[], None]) -> None:
        """Hand a job to the worker, to be done after what was given or asked before; from any thread."""
        self._tickets = deque()  # a command that is given from now on is not carried out before this job
        self.start()
        if self.worker is not None:
            self.worker.hand(job)

    def reopen(self, between: Callable[[], None]) -> None:
        """Close the file, do `between` (put another in its place), open it again; from any thread."""

        def work() -> None:
            if self._local is not None:
                self._local.close()
                self._local = None
            try:
                between()
            finally:
                self._open()

        self.hand(work)

    def close(self) -> None:
        """Do what waits and let go of the file; what is given from now on is refused."""
        if not self._ended.is_set():
            self._ended.set()
            if self.worker is not None:
                self.worker.hand(self._shut)
                self.worker.close()

    # On the worker

    def handle(self, desk: Desk, stamp: Stamp, command: Command) -> None:
        """Check who may, then carry a command out; the one place where both happen. Raises a Refusal."""
        if not desk.replaying:
            self.authority.check(desk, stamp, command)
        handler_of(type(command))(desk, stamp, command)

    def _open(self) -> None:
        with brisk():
            self._try_to_open()

    def _try_to_open(self) -> None:
        from console.records.faults import refusal_of
        from console.records.local import LocalRecords

        self._tried = time.monotonic()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self.prepare(self.path)
            self._local, self._why = LocalRecords(self.path, self.handle), None
            told = RecordsReady()
        except Exception as error:
            refusal = error if isinstance(error, Refusal) else refusal_of(error, self.path)
            if refusal is None:
                log.exception("The records cannot be opened")
                refusal = Refusal(str(error))
            self._why = refusal
            told = RecordsReady(refusal.code, refusal.detail)
        self._call(self._opened_is, told)

    def _opened(self) -> LocalRecords:
        passing = self._why is not None and self._why.code in PASSING
        if self._local is None and passing and time.monotonic() - self._tried >= AGAIN:
            self._open()
        if self._local is None:
            why = self._why or Refusal("the records are closed")
            raise NotOpen(why.detail, why=why.code, path=str(self.path)) from why
        return self._local

    def _give(self, tickets: deque[Ticket]) -> None:
        taken = [tickets.popleft() for _ in range(min(len(tickets), AT_ONCE))]
        if not taken:  # an earlier job took them
            return
        try:
            results: list[Any] = list(self._opened().give([ticket.given for ticket in taken]))
        except Refusal as refusal:
            results = [refusal] * len(taken)
        for ticket, result in zip(taken, results, strict=True):
            self._mailbox.call(partial(self._came_out, ticket, result))
        for tell in self.given:
            try:
                tell()
            except Exception:
                log.exception("Who waits for commands failed")

    def _shut(self) -> None:
        if self._local is not None:
            self._local.close()
            self._local = None

    # Back on the main thread

    def _call(self, what: Callable[[Any], None] | None, value: Any) -> None:
        if what is not None:
            self._mailbox.call(lambda: what(value))

    def _opened_is(self, told: RecordsReady) -> None:
        self.ready = told
        self._bus.publish(told)

    def _came_out(self, ticket: Ticket, result: Done | Exception) -> None:
        """Tell everyone what became of a command."""
        if isinstance(result, Exception):
            refusal = result if isinstance(result, Refusal) else Refusal(str(result))
            if ticket.refused is not None:
                ticket.refused(refusal)
            else:
                self._bus.publish(CommandRefused(ticket.given.command.name, refusal))
            return
        stamp = ticket.given.stamp
        for change in result.changes:
            self._bus.publish(RecordChanged(change.kind, change.id, stamp.id, stamp.who, here=True))
        for event in result.events:
            self._bus.publish(event)
        if ticket.done is not None:
            ticket.done(result)

    def _permissions_changed(self, event: RecordChanged) -> None:
        if event.kind == "permission":
            self.authority.forget()

    def _at(self) -> datetime:
        return datetime.fromtimestamp(self._now(), UTC)


__all__ = ["CONSOLE", "NotOpen", "RecordOffice", "Ticket"]
