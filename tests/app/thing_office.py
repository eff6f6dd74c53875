"""An office with things in it, its mailbox emptied by hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from console.app import handlers
from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import RecordOffice
from console.domain.commands import CONSOLE, Command
from console.domain.desk import ReadDesk
from console.domain.errors import Refusal
from tests.records.things import ELSEWHERE, Drop, Keep, handle, things_known


class Office:
    """What happens, in the order in which the main thread hears it."""

    def __init__(self, folder: Path) -> None:
        self.mailbox = Mailbox()
        self.bus = Bus()
        self.heard: list[Any] = []
        self.records = RecordOffice(folder, "console-1", self.mailbox, self.bus, time.time)
        self.records.run(_make_tables)

    def do(self, command: Command, who: str | None = CONSOLE) -> str:
        """Give it; "done" or the refusal's code is heard."""
        return self.records.do(
            command, lambda done: self.heard.append("done"), lambda refusal: self.heard.append(refusal.code), who
        )

    def ask(self, query: Callable[[ReadDesk], Any]) -> None:
        """Ask; the answer is heard, or the refusal's code."""
        self.records.ask(query, self.heard.append, lambda refusal: self.heard.append(refusal.code))

    def hear(self, many: int, seconds: float = 10.0) -> list[Any]:
        """What was heard once it is so much."""
        end = time.monotonic() + seconds
        while len(self.heard) < many and time.monotonic() < end:
            self.mailbox.run_errands()
            time.sleep(0.001)
        return self.heard

    def answer(self, query: Callable[[ReadDesk], Any]) -> Any:
        """The answer to a question; refusals are raised."""
        found: list[Any] = []
        self.records.ask(query, found.append, found.append)
        self._wait(found)
        if isinstance(found[0], Refusal):
            raise found[0]
        return found[0]

    def refused(self, command: Command, who: str | None = CONSOLE) -> Refusal:
        """The refusal of a command."""
        found: list[Refusal] = []
        self.records.do(command, None, found.append, who)
        self._wait(found)
        return found[0]

    def _wait(self, found: list[Any]) -> None:
        end = time.monotonic() + 10
        while not found and time.monotonic() < end:
            self.mailbox.run_errands()
            time.sleep(0.001)
        assert found, "nothing was heard"


def _make_tables(local: Any) -> None:
    with local.writing() as db:
        ELSEWHERE.create_all(db)


@contextmanager
def open_office(folder: Path) -> Iterator[Office]:
    """An office that knows the commands of tests.records.things."""
    with things_known():
        for kind in (Keep, Drop):
            handlers.handles(kind)(handle)
        office = Office(folder)
        try:
            yield office
        finally:
            office.records.close()
            for kind in (Keep, Drop):
                del handlers._handlers[kind]
