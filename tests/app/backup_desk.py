"""An office with a session and backups of its own, and a way to wait for what they say."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from console.app.backups import BackupPlan, Backups
from console.app.bus import Bus
from console.app.mailbox import Mailbox
from console.app.office import CONSOLE, RecordOffice
from console.app.session import Session
from console.domain.backups import Keep
from console.domain.commands import Command
from console.domain.commands import people as ask
from console.domain.errors import Refusal
from console.domain.ids import new_id
from console.domain.people import Grant, Role
from console.records.upgrade import prepare_local
from tests.records.filled import PIN


class Clock:
    """Time that a test moves."""

    def __init__(self) -> None:
        self.passed = 0.0  # seconds more than really went by
        self.set_by = 0.0  # seconds by which somebody set the clock on the wall

    def now(self) -> float:
        """Seconds UTC."""
        return time.time() + self.passed + self.set_by

    def monotonic(self) -> float:
        """Seconds since some moment."""
        return time.monotonic() + self.passed


class BackupDesk:
    """Everything real; the test is the main thread."""

    def __init__(
        self, folder: Path, backups: Path | None = None, hours: float = 24.0, keep: Keep | None = None
    ) -> None:
        self.mailbox, self.bus, self.clock = Mailbox(), Bus(), Clock()
        self.office = RecordOffice(folder, "console-1", self.mailbox, self.bus, self.clock.now)
        self.office.prepare = lambda path: prepare_local(path) and None
        self.session = Session(self.office, self.bus, self.clock.now)
        plan = BackupPlan(backups or folder / "backups", hours, keep or Keep())
        self.backups = Backups(self.office, self.bus, self.mailbox, self.clock.now, plan, self.clock.monotonic)
        self.backups.look_every = 0.05
        self.boss = ""

    def until(self, told: Callable[[], object], timeout: float = 20.0) -> None:
        """Do what arrives on the main thread until something is true."""
        deadline = time.monotonic() + timeout
        while not told():
            assert time.monotonic() < deadline, "it did not happen"
            self.mailbox.run_errands()
            time.sleep(0.002)

    def hear(self, begin: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """What comes of something that has `done` and `refused`: its answer, or the refusal."""
        heard: list[Any] = []
        begin(*arguments, **named, done=heard.append, refused=heard.append)
        self.until(lambda: heard)
        return heard[0]

    def ok(self, begin: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """The same; a refusal is raised."""
        result = self.hear(begin, *arguments, **named)
        if isinstance(result, Refusal):
            raise result
        return result

    def do(self, command: Command, who: str = CONSOLE) -> Any:
        """Give a command and wait."""
        return self.hear(lambda done, refused: self.office.do(command, done, refused, who=who))

    def begin(self) -> None:
        """The first administrator, signed in."""
        self.boss = new_id()
        self.do(ask.BeginPlant(self.boss, "Administrator 1", "A-1", PIN), who=self.boss)
        self.sign_in(self.boss)

    def sign_in(self, person: str) -> None:
        """As if they had typed their PIN."""
        self.office.who = lambda: person

    def person(self, name: str, role: Role = Role.OPERATOR) -> str:
        """One more person."""
        id = new_id()
        result = self.do(ask.AddPerson(id, name, "", (Grant(role),)))
        assert not isinstance(result, Refusal), result
        return id

    def names(self) -> set[str]:
        """Everybody in the records."""
        from console.domain.people import Person

        found = self.hear(lambda done, refused: self.office.ask(lambda desk: desk.find(Person), done, refused))
        assert isinstance(found, list), found
        return {person.name for person in found}

    def lines(self) -> list[Any]:
        """The trail."""

        def read(local: Any) -> Any:
            from console.records.trail import lines_after

            with local.reading() as db:
                return lines_after(db, 0, 100_000)

        return list(self.ok(lambda done, refused: self.office.run(read, done, refused)))

    def close(self) -> None:
        """End both threads."""
        self.backups.close()
        self.office.close()
        self.mailbox.run_errands()


def at(desk: BackupDesk) -> datetime:
    """The desk's time."""
    return datetime.fromtimestamp(desk.clock.now(), UTC)
