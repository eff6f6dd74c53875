"""Seats: consoles for tests of sharing, a record office with its sharing desk, whose main thread is the test."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.app.sharing import SharingDesk
from console.domain.commands import CONSOLE, Command
from console.domain.events import CommandRefused, RecordChanged
from console.domain.sharing import Address, Link, SharingChanged
from console.records import outbox
from tests.records.plants import rows_of, verify


class Seat:
    """A console without a screen. Commands are given in the console's own name."""

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder / name
        self.name = name
        self.heard: list[Any] = []
        self.refused_here: list[Exception] = []
        self.done: list[str] = []
        self._begin()

    def _begin(self) -> None:
        self.mailbox, self.bus = Mailbox(), Bus()
        self.office = RecordOffice(self.folder, self.name, self.mailbox, self.bus, time.time)
        self.sharing = SharingDesk(self.office, self.mailbox, self.bus, f"Console {self.name}")
        for kind in (SharingChanged, CommandRefused, RecordChanged):
            self.bus.on(kind, self.heard.append)
        self.office.start()

    def join(self, address: Address) -> None:
        """Share with this database."""
        self.sharing.join(address)

    def give(self, command: Command) -> str:
        """Give a command; what comes of it is in `done` and `refused_here`."""
        return self.office.do(command, lambda done: self.done.append(done.id), self.refused_here.append, CONSOLE)

    def beat(self) -> None:
        """Let the main thread do what waits for it."""
        self.mailbox.run_errands()

    def until(self, true: Callable[[], object], timeout: float = 30.0, beside: tuple[Seat, ...] = ()) -> None:
        """Beat until it is true."""
        deadline = time.monotonic() + timeout
        while not true():
            assert time.monotonic() < deadline, f"not true within {timeout} s: {self.sharing.sharing}"
            for seat in (self, *beside):
                seat.beat()
            time.sleep(0.002)

    def told(self, kind: type) -> list[Any]:
        """Events of one kind that were heard."""
        return [event for event in self.heard if type(event) is kind]

    @property
    def link(self) -> Link:
        """How sharing stands."""
        return self.sharing.sharing.link

    @property
    def shared(self) -> bool:
        """Whether everything given here is shared."""
        return self.link is Link.SHARED and not self.sharing.sharing.waiting and not self.waiting()

    def waiting(self) -> int:
        """What the local database says waits, when everything given before is done."""
        return int(self.now(lambda local: _look(local, lambda db: outbox.waiting(db).count)))

    def rows(self) -> Any:
        """Every record row here."""
        return self.now(lambda local: _look(local, rows_of))

    def verified(self) -> None:
        """The local database accounts for everything in it."""
        self.now(lambda local: verify(local.reading))

    def now(self, job: Callable[[Any], Any]) -> Any:
        """The result of a job on the worker."""
        found: list[Any] = []

        def work(local: Any) -> None:
            try:
                found.append(job(local))
            except BaseException as error:
                found.append(error)

        self.office.run(work)
        deadline = time.monotonic() + 60
        while not found:
            assert time.monotonic() < deadline, "the worker does not answer"
            time.sleep(0.002)
        if isinstance(found[0], BaseException):
            raise found[0]
        return found[0]

    def restart(self) -> None:
        """End the console and start it anew on the same folder."""
        self.close()
        self._begin()

    def close(self) -> None:
        """End."""
        self.sharing.close()
        self.office.close()
        self.beat()


def _look(local: Any, look: Callable[[Any], Any]) -> Any:
    with local.reading() as db:
        return look(db)
